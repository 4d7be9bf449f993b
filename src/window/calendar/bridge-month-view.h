/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

/**
 * BridgeMonthView:
 *
 * The weeks of a month, and beside or below them what is on the day that is looked at. Its actions are those of the
 * calendar around it.
 */
#define BRIDGE_TYPE_MONTH_VIEW (bridge_month_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMonthView, bridge_month_view, BRIDGE, MONTH_VIEW, GtkWidget)

GtkWidget *bridge_month_view_new (BridgeCalendarDays *days);
void bridge_month_view_set_day (BridgeMonthView *self, int day);
void bridge_month_view_focus_day (BridgeMonthView *self);
gboolean bridge_month_view_focus_moment (BridgeMonthView *self, const char *name);
GtkWidget *bridge_month_view_get_cell (BridgeMonthView *self, int day);
GtkWidget *bridge_month_view_get_row (BridgeMonthView *self, const char *name);

G_END_DECLS
