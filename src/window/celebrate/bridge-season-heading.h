/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-season.h"

G_BEGIN_DECLS

/* The season's bridge with its sentence beneath. */
#define BRIDGE_TYPE_SEASON_HEADING (bridge_season_heading_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSeasonHeading, bridge_season_heading, BRIDGE, SEASON_HEADING, GtkBox)

GtkWidget *bridge_season_heading_new (void);
void bridge_season_heading_set_moments (BridgeSeasonHeading *self, BridgeSeason season, guint moments,
                                        gboolean shared);
const char *bridge_season_heading_get_words (BridgeSeasonHeading *self);

G_END_DECLS
