/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeSoothingView:
 *
 * What the one who speaks has written down that calms them, to be read, and a way to write it down.
 */
#define BRIDGE_TYPE_SOOTHING_VIEW (bridge_soothing_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSoothingView, bridge_soothing_view, BRIDGE, SOOTHING_VIEW, AdwBin)

GtkWidget *bridge_soothing_view_new (BridgeSpace *space);
void bridge_soothing_view_update (BridgeSoothingView *self, gboolean known);

G_END_DECLS
