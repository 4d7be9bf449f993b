/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

/**
 * BridgeWeekView:
 *
 * Seven days: columns by the hour where there is room, else a list of days, of the same widgets. The arrows walk
 * through days and moments. Its actions are those of the calendar around it.
 */
#define BRIDGE_TYPE_WEEK_VIEW (bridge_week_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWeekView, bridge_week_view, BRIDGE, WEEK_VIEW, GtkWidget)

GtkWidget *bridge_week_view_new (BridgeCalendarDays *days);
void bridge_week_view_focus_day (BridgeWeekView *self, int day);
gboolean bridge_week_view_focus_moment (BridgeWeekView *self, const char *name);
GtkWidget *bridge_week_view_get_block (BridgeWeekView *self, const char *name);
BridgeStretch bridge_week_view_get_span (BridgeWeekView *self);
GArray *bridge_week_view_get_hours (BridgeWeekView *self, BridgeHoursKind kind, int day);
gboolean bridge_week_view_locate (BridgeWeekView *self, double x, double y, int *day, int *minute);

G_END_DECLS
