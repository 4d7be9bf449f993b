/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* Rows of Today. One that is still to come opens its ritual; one that waits can be answered in place, by the actions of
 * BridgeOccurrenceCard. */
#define BRIDGE_TYPE_TODAY_ROW (bridge_today_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTodayRow, bridge_today_row, BRIDGE, TODAY_ROW, AdwActionRow)

GtkWidget *bridge_today_row_new (gboolean waiting);
void bridge_today_row_show (BridgeTodayRow *self, BridgeSpace *space, BridgeOccurrence *occurrence);

G_END_DECLS
