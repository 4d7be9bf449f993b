/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeDateEntry:
 *
 * A day, typed ("2026-11-24") or picked from a calendar. It says by itself when it is none. Signal "changed".
 */
#define BRIDGE_TYPE_DATE_ENTRY (bridge_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDateEntry, bridge_date_entry, BRIDGE, DATE_ENTRY, GtkBox)

GtkWidget *bridge_date_entry_new (void);
void bridge_date_entry_set_name (BridgeDateEntry *self, const char *name);
void bridge_date_entry_set_date (BridgeDateEntry *self, BridgeLocal date);
BridgeLocal bridge_date_entry_get_date (BridgeDateEntry *self);
GtkWidget *bridge_date_entry_get_entry (BridgeDateEntry *self);
void bridge_date_entry_set_problem (BridgeDateEntry *self, const char *sentence); /* (nullable) of a day that can be read */
void bridge_date_entry_set_needed (BridgeDateEntry *self, gboolean needed);

G_END_DECLS
