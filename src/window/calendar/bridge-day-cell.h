/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

#define BRIDGE_DAY_CELL_MARKS 4 /* more are a number */

/* One day of the month: its number, and a dot for each moment. */
#define BRIDGE_TYPE_DAY_CELL (bridge_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDayCell, bridge_day_cell, BRIDGE, DAY_CELL, GtkButton)

GtkWidget *bridge_day_cell_new (void);
void bridge_day_cell_show (BridgeDayCell *self, BridgeCalendarDays *days, int day, gboolean in_month,
                           gboolean selected);
int bridge_day_cell_get_day (BridgeDayCell *self);
guint bridge_day_cell_get_n_marks (BridgeDayCell *self, BridgeMark mark);
const char *bridge_day_cell_get_label (BridgeDayCell *self);

/* A dot: filled, outlined, dotted. */
GtkWidget *bridge_mark_widget_new (void);
void bridge_mark_widget_set (GtkWidget *widget, BridgeMark mark);

G_END_DECLS
