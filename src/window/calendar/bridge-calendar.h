/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

typedef enum {
  BRIDGE_CALENDAR_WEEK,
  BRIDGE_CALENDAR_MONTH,
} BridgeCalendarKind;

/**
 * BridgeCalendar:
 *
 * A week or a month of moments, with what leads from one to the next. Both look at one day, which stays when one
 * changes between them. Signals: "open-ritual" (s id); "month-wanted" (a day of the week is to be seen in its month).
 */
#define BRIDGE_TYPE_CALENDAR (bridge_calendar_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCalendar, bridge_calendar, BRIDGE, CALENDAR, AdwBin)

GtkWidget *bridge_calendar_new (BridgeSpace *space);
void bridge_calendar_set_kind (BridgeCalendar *self, BridgeCalendarKind kind);
void bridge_calendar_show_day (BridgeCalendar *self, int day);
int bridge_calendar_get_day (BridgeCalendar *self);
const char *bridge_calendar_get_title (BridgeCalendar *self);

G_END_DECLS
