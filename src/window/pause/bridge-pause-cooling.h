/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePauseCooling:
 *
 * The calm screen while a pause lasts: when it is time to come back, a circle that breathes, what helps, and ways to have
 * more time. Nothing else, and no question.
 */
#define BRIDGE_TYPE_PAUSE_COOLING_VIEW (bridge_pause_cooling_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseCooling, bridge_pause_cooling, BRIDGE, PAUSE_COOLING_VIEW, AdwBin)

GtkWidget *bridge_pause_cooling_new (BridgeSpace *space);
void bridge_pause_cooling_update (BridgePauseCooling *self, BridgePause *pause, gboolean known);

G_END_DECLS
