/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-lazy-menu.h"
#include "bridge-menu-names.h"
#include "rituals-fixture.h"

/* Every item below @widget is named by itself, as what labels it may have no name. */
static guint
assert_items_named (GtkWidget *widget)
{
  guint n = 0;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      GtkAccessible *item = GTK_ACCESSIBLE (widget);
      g_autofree char *text = NULL;
      g_autofree char *wrong = NULL;

      g_object_get (widget, "text", &text, NULL);
      g_assert_cmpstr (text, !=, "");
      wrong = gtk_test_accessible_check_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      g_assert_cmpstr (wrong, ==, NULL);
      g_assert_false (gtk_test_accessible_has_relation (item, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      n++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_items_named (child);

  return n;
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 360);
  gtk_window_set_child (GTK_WINDOW (window), child);
  activate (window);

  return window;
}

/* Plain, with a check, one of several, in a section, in another menu; and what is ticked or new has a name, too. */
static void
test_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *window;
  GtkWidget *popover;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) further = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open", NULL);
  g_autoptr (GSimpleAction) quiet = g_simple_action_new_stateful ("quiet", NULL, g_variant_new_boolean (FALSE));
  g_autoptr (GSimpleAction) kind = g_simple_action_new_stateful ("kind", G_VARIANT_TYPE_STRING,
                                                                 g_variant_new_string ("a"));

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (open));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (quiet));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (kind));
  g_menu_append (menu, "_Open", "test.open");
  g_menu_append (section, "Quiet", "test.quiet");
  g_menu_append (section, "One", "test.kind::a");
  g_menu_append (section, "Another", "test.kind::b");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append (further, "Further in", "test.open");
  g_menu_append_submenu (menu, "More", G_MENU_MODEL (further));
  gtk_widget_insert_action_group (button, "test", G_ACTION_GROUP (group));
  bridge_lazy_menu_set (button, G_MENU_MODEL (menu));
  window = present (button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (gtk_widget_get_mapped (popover));
  /* "More" stands over its own menu once more. */
  g_assert_cmpuint (assert_items_named (popover), ==, 7);

  g_action_activate (G_ACTION (quiet), NULL);
  g_action_activate (G_ACTION (kind), g_variant_new_string ("b"));
  settle ();
  g_assert_cmpuint (assert_items_named (popover), ==, 7);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_menu_append (section, "A third", "test.kind::c");
  settle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  g_assert_cmpuint (assert_items_named (popover), ==, 8);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* What GTK's own fields offer, too. */
static void
test_field (void)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *window = present (entry);
  GtkWidget *text = find_type (entry, GTK_TYPE_TEXT);
  GtkWidget *popover;

  gtk_widget_grab_focus (entry);
  gtk_widget_activate_action (text, "menu.popup", NULL);
  settle ();
  popover = find_type (text, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_cmpuint (assert_items_named (popover), >, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  bridge_menu_names_follow ();

  g_test_add_func ("/window/menu-names/menu", test_menu);
  g_test_add_func ("/window/menu-names/field", test_field);

  return g_test_run ();
}
