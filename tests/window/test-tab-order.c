/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-window.h"
#include "rituals-fixture.h"

#define MOST 200

static GtkWidget *
show (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  activate (fixture->window);
  settle ();

  return fixture->window;
}

/* All that Tab, or Shift+Tab, comes to, from the first or last of it once around. */
static GPtrArray *
walk (GtkWidget        *window,
      GtkDirectionType  direction)
{
  GPtrArray *found = g_ptr_array_new ();
  GtkWidget *focus = NULL;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (window, direction))
    {
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (focus);
      if (found->len > 0 && focus == g_ptr_array_index (found, 0))
        break;
      g_ptr_array_add (found, focus);
      g_assert_cmpuint (found->len, <, MOST);
    }
  settle ();

  return found;
}

static const char *
get_type_name (GtkWidget *widget)
{
  return widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "nothing";
}

/* Nothing is passed over: there and back are the same way. */
static void
assert_same_way (GtkWidget *window)
{
  g_autoptr (GPtrArray) there = walk (window, GTK_DIR_TAB_FORWARD);
  g_autoptr (GPtrArray) back = walk (window, GTK_DIR_TAB_BACKWARD);

  for (guint i = 0; i < MAX (there->len, back->len); i++)
    {
      GtkWidget *one = i < there->len ? g_ptr_array_index (there, i) : NULL;
      GtkWidget *other = i < back->len ? g_ptr_array_index (back, back->len - 1 - i) : NULL;

      if (one != other)
        g_error ("The stop %u of %u is a %s there, and of %u a %s back", i, there->len, get_type_name (one), back->len,
                 get_type_name (other));
    }
}

static void
test_pages (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  GtkWidget *window = show (fixture);

  assert_same_way (window);
  bridge_window_show_page (BRIDGE_WINDOW (window), "rituals");
  settle ();
  assert_same_way (window);

  for (const char *const *view = (const char *const[]) { "_Week", "_Month", NULL }; *view != NULL; view++)
    {
      g_object_set (find_button (window, *view), "active", TRUE, NULL);
      settle ();
      assert_same_way (window);
    }

  bridge_window_open_target (BRIDGE_WINDOW (window), bridge_ritual_get_id (ritual));
  settle ();
  assert_same_way (window);
  gtk_widget_activate_action (window, "win.open-catalogue", NULL);
  settle ();
  assert_same_way (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* While pages slide, two of them are there. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/window/tab-order/pages", RitualsFixture, "Robin", rituals_fixture_set_up, test_pages,
              rituals_fixture_tear_down);

  return g_test_run ();
}
