/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeOnThisDay:
 *
 * What was noted on this day in earlier years, quietly. It is not there while there is nothing.
 */
#define BRIDGE_TYPE_ON_THIS_DAY (bridge_on_this_day_get_type ())
G_DECLARE_FINAL_TYPE (BridgeOnThisDay, bridge_on_this_day, BRIDGE, ON_THIS_DAY, GtkBox)

GtkWidget *bridge_on_this_day_new (BridgeSpace *space);
void bridge_on_this_day_update (BridgeOnThisDay *self);

char *bridge_on_this_day_format_years (int years); /* "A year ago today" (transfer full) */

G_END_DECLS
