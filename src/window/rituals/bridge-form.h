/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts that editors share: one sentence under a field or a row, where something is still needed … */
GtkWidget *bridge_note_label_new (void);
void bridge_note_label_set (GtkWidget *note, GtkWidget *field, const char *sentence);
GtkWidget *bridge_note_row_new (void);
void bridge_note_row_set (GtkWidget *note, GtkWidget *field, const char *sentence);

/* … names for screen readers … */
void bridge_set_name (GtkWidget *widget, const char *name);
void bridge_stack_show (GtkStack *stack, const char *name); /* the other pages become invisible */
void bridge_editable_set_name (GtkWidget *editable, const char *name);
void bridge_row_describe_button (AdwActionRow *row);

/* … and the order of keys. */
gboolean bridge_focus_inside (GtkWidget *widget, GtkDirectionType direction);
void bridge_editor_add_save_shortcut (GtkWidget *editor, const char *action);

G_END_DECLS
