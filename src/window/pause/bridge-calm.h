/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts of the calm screens. (transfer floating) */
GtkWidget *bridge_calm_box_new (void);                                         /* what stands below each other */
GtkWidget *bridge_calm_row_new (void);                                         /* buttons, side by side where there is room */
GtkWidget *bridge_calm_label_new (const char *text, const char *css_class);    /* @css_class: (nullable) */
/* @css_class: (nullable); @callback: "clicked", swapped */
GtkWidget *bridge_calm_button_new (const char *mnemonic, const char *css_class, GCallback callback, gpointer data);
/* a menu button that looks like these */
void bridge_calm_menu_set (GtkWidget *button, const char *mnemonic, GtkWidget *popover);

G_END_DECLS
