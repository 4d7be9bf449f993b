/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* Parts of the two short lists: what both like, and the plan for oneself. */

/* A modal window with a scrolled column; gives the column. */
GtkBox *bridge_lines_fill_window (AdwWindow *window, const char *line, const char *sentence);
GtkWidget *bridge_lines_add_list (GtkBox *box, const char *heading, GtkWidget **heading_label);

/* A row: what it is, a quieter line, a button that makes a ritual of it, and one that takes it away. The callbacks are
 * called with @data and the key of the row. */
typedef void (*BridgeLineFunc) (gpointer data, const char *key);
GtkWidget *bridge_line_row_new (const char *key, BridgeLineFunc make_ritual, BridgeLineFunc take_away, gpointer data);
void bridge_line_row_show (GtkWidget *row, const char *text, const char *quiet, gboolean ritual, gboolean removable);

/* Opens the ritual editor with what @title says; @stored is called with @object, @key and the id of what was stored. */
typedef void (*BridgeLineStoredFunc) (gpointer object, const char *key, const char *ritual_id);
void bridge_lines_make_ritual (GtkWidget *widget, BridgeSpace *space, const char *title, gboolean own, const char *key,
                               BridgeLineStoredFunc stored, gpointer object);

G_END_DECLS
