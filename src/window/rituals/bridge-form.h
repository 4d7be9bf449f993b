/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts that forms share: one sentence under a field, where something is still needed (NULL: nothing) … */
void bridge_field_set_problem (GtkWidget *field, const char *sentence);
char *bridge_room_words (glong length, int max); /* (transfer full) (nullable): there is too much */
gboolean bridge_editable_check_length (GtkWidget *editable, int max);

/* … what is in it and what can be … */
char *bridge_text_view_dup_words (GtkTextView *view); /* (transfer full) */
void bridge_combo_row_set_strings (AdwComboRow *row, const char *const *strings);

/* … names for screen readers … */
void bridge_set_name (GtkWidget *widget, const char *name);
void bridge_stack_show (GtkStack *stack, const char *name); /* the other pages become invisible */
void bridge_editable_set_name (GtkWidget *editable, const char *name);
void bridge_row_name_editable (GtkWidget *row);
void bridge_name_icon_buttons (GtkWidget *widget);
void bridge_row_describe_button (AdwActionRow *row);

/* … and the order of keys. */
gboolean bridge_focus_inside (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
