/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-menu-names"

#include "config.h"

#include "bridge-menu-names.h"

/* GTK says of the item of a menu that it is labelled by the words on it, and of these that they are there for the eyes
 * alone. With 4.18, what is for the eyes alone has no name to give: a screen reader hears "menu item" and no more, in our
 * menus and in those of GTK's own fields. A name that is the item's own counts once nothing labels it. */

/* What has an item labelled again, when it changes. */
static const char *const relabelling[] = { "notify::text", "notify::role", "notify::active", "notify::menu-name",
                                           "notify::popover", "notify::accel" };

static void
name_item_cb (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
name_items (GtkWidget *widget)
{
  /* It is one of GTK's own types, without a name in its headers. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      name_item_cb (widget);
      if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, name_item_cb, NULL) == 0)
        {
          for (gsize k = 0; k < G_N_ELEMENTS (relabelling); k++)
            g_signal_connect (widget, relabelling[k], G_CALLBACK (name_item_cb), NULL);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static gboolean
shown_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER_MENU (widget))
    name_items (GTK_WIDGET (widget));

  return G_SOURCE_CONTINUE;
}

/**
 * bridge_menu_names_follow:
 *
 * Gives every item of every menu that opens from now on the words that stand on it as its name for screen readers.
 * For as long as the program runs; calling it again does nothing.
 */
void
bridge_menu_names_follow (void)
{
  static gulong hook = 0;

  if (hook != 0)
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* has the signal be there */
  hook = g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, shown_cb, NULL, NULL);
}
