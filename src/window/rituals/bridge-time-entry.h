/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeTimeEntry:
 *
 * A time of the day, typed freely ("7", "19.30", "1930"); Up and Down go by a quarter of an hour.
 * It says by itself when it is none. GtkEditable's "changed" says when it changes.
 */
#define BRIDGE_TYPE_TIME_ENTRY (bridge_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTimeEntry, bridge_time_entry, BRIDGE, TIME_ENTRY, GtkEntry)

GtkWidget *bridge_time_entry_new (int minute);
void bridge_time_entry_set_minute (BridgeTimeEntry *self, int minute);
int bridge_time_entry_get_minute (BridgeTimeEntry *self);
void bridge_time_entry_set_problem (BridgeTimeEntry *self, const char *sentence); /* (nullable) of a time that can be read */
void bridge_time_entry_set_needed (BridgeTimeEntry *self, gboolean needed);

G_END_DECLS
