/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

/* One moment of the day that is looked at, with a way to its ritual and one to move it. */
#define BRIDGE_TYPE_DAY_ROW (bridge_day_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDayRow, bridge_day_row, BRIDGE, DAY_ROW, AdwActionRow)

GtkWidget *bridge_day_row_new (BridgeSpace *space);
void bridge_day_row_show (BridgeDayRow *self, BridgeCalendarDays *days, BridgeOccurrence *occurrence);
BridgeOccurrence *bridge_day_row_get_occurrence (BridgeDayRow *self);

G_END_DECLS
