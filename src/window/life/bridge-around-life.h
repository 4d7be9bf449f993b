/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeAroundLife:
 *
 * What rituals are planned around, entered once: days away or unwell, quiet hours and stress peaks.
 */
#define BRIDGE_TYPE_AROUND_LIFE (bridge_around_life_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAroundLife, bridge_around_life, BRIDGE, AROUND_LIFE, AdwWindow)

GtkWidget *bridge_around_life_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
