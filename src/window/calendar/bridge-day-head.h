/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

/* The head of one day of the week: weekday and number. Pressing it shows the day in its month. */
#define BRIDGE_TYPE_DAY_HEAD (bridge_day_head_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDayHead, bridge_day_head, BRIDGE, DAY_HEAD, GtkButton)

GtkWidget *bridge_day_head_new (void);
void bridge_day_head_show (BridgeDayHead *self, BridgeCalendarDays *days, int day);
int bridge_day_head_get_day (BridgeDayHead *self);

/* The child of a view that has the focus or holds it, also while the window is not the active one. (nullable) */
GtkWidget *bridge_view_get_focus_child (GtkWidget *view);
void bridge_view_show_focus (GtkWidget *view);

G_END_DECLS
