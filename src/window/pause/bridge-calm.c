/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calm"

#include "config.h"

#include "bridge-calm.h"

#include "bridge-wrap-layout.h"

#define SPACING 24

/**
 * bridge_calm_box_new:
 *
 * Room for what stands below each other on a calm screen.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
bridge_calm_box_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
}

/**
 * bridge_calm_row_new:
 *
 * Room for buttons, in the middle.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
bridge_calm_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkLayoutManager *layout = bridge_wrap_layout_new ();

  bridge_wrap_layout_set_centred (BRIDGE_WRAP_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (row, layout);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);

  return row;
}

/**
 * bridge_calm_label_new:
 * @text: (nullable): plain text
 * @css_class: (nullable): a style class
 *
 * Words in the middle, as many lines as they need.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
bridge_calm_label_new (const char *text,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * bridge_calm_button_new:
 * @mnemonic: what stands on it
 * @css_class: (nullable): a style class besides
 * @callback: what it does, called with @data
 * @data: whose button it is
 *
 * A button of a calm screen.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
bridge_calm_button_new (const char *mnemonic,
                        const char *css_class,
                        GCallback   callback,
                        gpointer    data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, data, G_CONNECT_SWAPPED);

  return button;
}

/**
 * bridge_calm_menu_set:
 * @button: a #GtkMenuButton
 * @mnemonic: what stands on it
 * @popover: (transfer floating): what it opens
 *
 * Has it look like the other buttons of a calm screen.
 */
void
bridge_calm_menu_set (GtkWidget  *button,
                      const char *mnemonic,
                      GtkWidget  *popover)
{
  GtkMenuButton *menu = GTK_MENU_BUTTON (button);

  gtk_menu_button_set_use_underline (menu, TRUE);
  gtk_menu_button_set_label (menu, mnemonic);
  gtk_menu_button_set_popover (menu, popover);
  gtk_widget_add_css_class (button, "calm-menu");
}
