/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeWeekdays:
 *
 * The days of the week as seven round buttons that stay pressed. Property: weekdays u (bit 0 Monday … bit 6 Sunday).
 */
#define BRIDGE_TYPE_WEEKDAYS (bridge_weekdays_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWeekdays, bridge_weekdays, BRIDGE, WEEKDAYS, GtkWidget)

GtkWidget *bridge_weekdays_new (void);
guint bridge_weekdays_get_weekdays (BridgeWeekdays *self);
void bridge_weekdays_set_weekdays (BridgeWeekdays *self, guint weekdays);

G_END_DECLS
