/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeSeasonBridge:
 *
 * A footbridge across water. Each moment lays a plank, in turn from the one bank and from the other; once the
 * deck is closed, further ones are lights along the rail. What was not recorded is no gap: the bridge
 * just waits.
 */
#define BRIDGE_TYPE_SEASON_BRIDGE (bridge_season_bridge_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSeasonBridge, bridge_season_bridge, BRIDGE, SEASON_BRIDGE, GtkWidget)

GtkWidget *bridge_season_bridge_new (void);
void bridge_season_bridge_set_moments (BridgeSeasonBridge *self, guint moments, const char *words);
guint bridge_season_bridge_get_moments (BridgeSeasonBridge *self);

G_END_DECLS
