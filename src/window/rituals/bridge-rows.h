/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the rows of a list box in step with items that are told apart by a key, so that a row that stays
 * keeps its focus and its open popover. */
typedef char *(*BridgeRowKeyFunc) (gpointer item); /* (transfer full) */
typedef GtkWidget *(*BridgeRowCreateFunc) (gpointer item, gpointer user_data);
typedef void (*BridgeRowUpdateFunc) (GtkWidget *row, gpointer item, gpointer user_data);

void bridge_rows_sync (GtkListBox *box, GPtrArray *items, BridgeRowKeyFunc key, BridgeRowCreateFunc create,
                       BridgeRowUpdateFunc update, gpointer user_data);
gboolean bridge_rows_has_focus (GtkListBox *box, int *position);
void bridge_rows_focus (GtkListBox *box, int position);

G_END_DECLS
