/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-lazy-menu.h"

static void
popup_cb (GtkMenuButton *button,
          gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * bridge_lazy_menu_set:
 * @button: a #GtkMenuButton
 * @menu: (transfer none): what it opens from now on
 *
 * The same as gtk_menu_button_set_menu_model(), which makes all the widgets of the menu at once.
 */
void
bridge_lazy_menu_set (GtkWidget  *button,
                      GMenuModel *menu)
{
  GtkMenuButton *self = GTK_MENU_BUTTON (button);

  gtk_menu_button_set_create_popup_func (self, popup_cb, g_object_ref (menu), g_object_unref);
  /* It was opened before, and may be open now. */
  if (gtk_menu_button_get_menu_model (self) != NULL)
    gtk_menu_button_set_menu_model (self, menu);
}
