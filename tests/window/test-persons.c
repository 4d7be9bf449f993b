/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-calm-head.h"
#include "bridge-erase-window.h"
#include "bridge-leave.h"
#include "bridge-page.h"
#include "bridge-pause-page.h"
#include "bridge-persons-group.h"
#include "bridge-preferences.h"
#include "bridge-private.h"
#include "bridge-reflect-page.h"
#include "bridge-safety.h"
#include "bridge-settings.h"
#include "bridge-vault.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

static void
present (RitualsFixture *fixture,
         GtkWidget      *window)
{
  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
}

static void
type (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  settle ();
}

/* The last toplevel that is not @window. */
static GtkWidget *
find_other (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != window)
        return toplevel;
    }
  return NULL;
}

static void
test_leave (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (GSettings) settings = bridge_settings_new ();
  g_autoptr (BridgeRitual) after = NULL;
  g_autofree char *robin = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  GtkWidget *leave, *button, *row;

  g_assert_true (bridge_space_set_speaker (fixture->space, robin, NULL));
  g_settings_set_boolean (settings, "ask-who-is-here", TRUE);
  present (fixture, bridge_window_new (NULL));
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  settle ();
  gtk_widget_activate_action (fixture->window, "win.leave", NULL);
  settle ();
  leave = find_other (fixture->window);
  g_assert_true (BRIDGE_IS_LEAVE (leave));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (leave)));
  assert_all_named (leave);
  g_assert_nonnull (find_row (leave, "Stays with Ada"));
  g_assert_false (gtk_widget_get_visible (find_row (leave, "Your private space")));

  /* Only the own name, typed, lets anybody leave. */
  button = find_button (leave, "_Leave");
  row = find_row (leave, "Type “Robin” to leave");
  g_assert_false (gtk_widget_get_sensitive (button));
  type (row, "Ada");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_nonnull (bridge_space_get_partner (fixture->space));
  type (row, "  robin ");
  g_assert_true (gtk_widget_get_sensitive (button));
  click (button);
  settle ();

  g_assert_null (bridge_space_get_partner (fixture->space));
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Ada");
  after = rituals_fixture_find (fixture, bridge_ritual_get_id (ritual));
  g_assert_cmpint (bridge_ritual_get_state (after), ==, BRIDGE_RITUAL_RESTING);
  g_assert_false (g_settings_get_boolean (settings, "ask-who-is-here"));
  g_assert_true (gtk_widget_get_mapped (find_label (leave, "You have left.")));
  assert_all_named (leave);
  gtk_window_close (GTK_WINDOW (leave));
  settle ();
}

/* Whoever has a private space is told to take it along first, and how. */
static void
test_leave_private (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (BridgePrivate) own = bridge_private_new (fixture->space);
  g_autoptr (GError) error = NULL;
  char *code;
  GtkWidget *leave;

  bridge_private_set_cost (own, 1, 8 * 1024);
  code = bridge_private_set_up (own, "seven small stones", &error);
  g_assert_no_error (error);
  bridge_secret_free (code);

  present (fixture, bridge_window_new (NULL));
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  settle ();
  gtk_widget_activate_action (fixture->window, "win.leave", NULL);
  settle ();
  leave = find_other (fixture->window);
  g_assert_true (gtk_widget_get_mapped (find_row (leave, "Your private space")));
  assert_all_named (leave);
  click (find_button (leave, "_Open It"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
}

/* What is behind what is shown is not in the tree that screen readers read: neither the pages, of which one may be a private
 * space that is open, nor the pause once it was left. */
static void
test_behind (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = bridge_window_new (NULL);
  GtkWidget *today, *focus;

  present (fixture, window);
  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  settle ();
  today = find_type (window, BRIDGE_TYPE_TODAY_PAGE);
  g_assert_true (gtk_widget_child_focus (today, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_is_visible (today));
      gtk_widget_activate_action (window, "win.pause", NULL);
      bridge_window_open_target (BRIDGE_WINDOW (window), "pause");
      settle ();
      g_assert_true (gtk_widget_has_css_class (window, "bridge-calm"));
      g_assert_false (gtk_widget_is_visible (today));
      g_assert_true (BRIDGE_IS_CALM_HEAD (gtk_root_get_focus (GTK_ROOT (window))));

      gtk_widget_activate_action (window, "win.back", NULL);
      settle ();
      g_assert_false (gtk_widget_has_css_class (window, "bridge-calm"));
      g_assert_true (gtk_widget_is_visible (today));
      g_assert_false (gtk_widget_is_visible (find_type (window, BRIDGE_TYPE_PAUSE_PAGE)));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
    }
}

/* A pause keeps nobody here: either may leave out of it, too, and take their private space along first. What is underneath is
 * made anew for the one who stays. */
static void
test_leave_pause (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgePrivate) own = bridge_private_new (fixture->space);
  g_autoptr (GError) error = NULL;
  char *code;
  GtkWidget *leave, *page;

  bridge_private_set_cost (own, 1, 8 * 1024);
  code = bridge_private_set_up (own, "seven small stones", &error);
  g_assert_no_error (error);
  bridge_secret_free (code);

  present (fixture, bridge_window_new (NULL));
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_widget_activate_action (fixture->window, "win.show-page", "s", "celebrate");
  gtk_widget_activate_action (fixture->window, "win.pause", NULL);
  settle ();
  g_assert_true (gtk_widget_has_css_class (fixture->window, "bridge-calm"));
  gtk_widget_activate_action (fixture->window, "win.leave", NULL);
  settle ();
  leave = find_other (fixture->window);
  g_assert_true (BRIDGE_IS_LEAVE (leave));
  click (find_button (leave, "_Open It"));
  settle ();
  page = find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));

  gtk_widget_activate_action (fixture->window, "win.show-page", "s", "today");
  g_assert_true (bridge_space_take_back_pause (fixture->space, &error));
  gtk_widget_activate_action (fixture->window, "win.pause", NULL);
  settle ();
  g_assert_true (gtk_widget_has_css_class (fixture->window, "bridge-calm"));
  gtk_widget_activate_action (fixture->window, "win.leave", NULL);
  settle ();
  leave = find_other (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  type (find_row (leave, "Type “Ada” to leave"), "Ada");
  click (find_button (leave, "_Leave"));
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_label (leave, "You have left.")));
  g_assert_null (bridge_space_get_pause (fixture->space));
  g_assert_false (gtk_widget_has_css_class (fixture->window, "bridge-calm"));
  g_assert_null (page);
  gtk_window_destroy (GTK_WINDOW (leave));
}

/* Closing by its own button closes all of Footbridge: what is underneath is the other one's. */
static void
test_leave_close (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *window = g_object_ref_sink (bridge_window_new (NULL));
  GtkWidget *leave;

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  leave = bridge_leave_new (fixture->space, GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (leave));
  settle ();
  type (find_row (leave, "Type “Ada” to leave"), "Ada");
  click (find_button (leave, "_Leave"));
  settle ();
  click (find_button (leave, "_Close Footbridge"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  g_assert_finalize_object (window);
}

static void
test_erase (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autofree char *file = g_build_filename (fixture->folder, "space.db", NULL);
  GtkWidget *button, *row;

  present (fixture, bridge_erase_window_new (fixture->space, NULL));
  assert_all_named (fixture->window);
  button = find_button (fixture->window, "_Erase Everything");
  row = find_row (fixture->window, "Type “erase” to go on");
  g_assert_true (gtk_widget_has_css_class (button, "destructive-action"));
  g_assert_false (gtk_widget_get_sensitive (button));
  type (row, "erased");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));

  type (row, "Erase");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  click (button);
  settle ();
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_null (fixture->window);
}

static gboolean
match_description (GtkWidget     *widget,
                   gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "When the other one joins you");
}

static void
test_group (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *group;
  int colour;

  present (fixture, bridge_preferences_new (fixture->space, NULL, NULL));
  group = find_type (fixture->window, BRIDGE_TYPE_PERSONS_GROUP);
  assert_all_named (fixture->window);
  g_assert_nonnull (find_widget (group, match_description, NULL));
  g_assert_false (gtk_widget_get_visible (find_row (group, "Ask who is here")));
  g_assert_false (gtk_widget_get_visible (find_row (group, "If one of you leaves")));

  type (find_row (group, "The other’s name"), "Robin");
  g_signal_emit_by_name (find_row (group, "The other’s name"), "apply");
  settle ();
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Robin");
  g_assert_null (find_widget (group, match_description, NULL));
  g_assert_true (gtk_widget_get_visible (find_row (group, "Ask who is here")));

  /* "Your" is whoever is speaking. */
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), NULL));
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (group, "Your name"))), ==, "Robin");

  colour = bridge_person_get_colour (bridge_space_get_partner (fixture->space));
  g_assert_cmpint (colour, ==, 1);
  g_signal_emit_by_name (find_type (find_row (group, "Your name"), g_type_from_name ("BridgeColourButton")), "chosen", 3);
  settle ();
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_partner (fixture->space)), ==, 3);
  assert_all_named (fixture->window);

  /* The other one's name and colour are theirs. */
  g_assert_true (gtk_widget_get_sensitive (find_row (group, "Your name")));
  g_assert_false (gtk_widget_get_sensitive (find_row (group, "The other’s name")));
  g_signal_emit_by_name (find_type (find_row (group, "The other’s name"), g_type_from_name ("BridgeColourButton")), "chosen", 5);
  settle ();
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_me (fixture->space)), !=, 5);
}

static gboolean
match_of_two (GtkWidget     *widget,
              gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_regex_match_simple ("other one|your initial|either of you|each of you|between you",
                               gtk_label_get_label (GTK_LABEL (widget)), G_REGEX_CASELESS, 0);
}

static void
test_safety (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const char *const pages[] = {
    "Whom It Is Not For", "Leaving Quickly", "What Stays on This Computer", "What the Other One Can See", "This Is No Therapy",
  };

  present (fixture, bridge_safety_new (NULL, FALSE));
  assert_all_named (fixture->window);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_signal_emit_by_name (find_row (fixture->window, pages[i]), "activated");
      settle ();
      g_assert_true (gtk_widget_get_mapped (find_label (fixture->window, pages[i])));
      assert_all_named (fixture->window);
      gtk_widget_activate_action (fixture->window, "safety.back", NULL);
      settle ();
      g_assert_true (gtk_widget_get_mapped (find_row (fixture->window, pages[i])));
    }
  g_assert_null (bridge_space_get_undo_label (fixture->space));
}

/* To one who is alone nothing is said of the other one here. */
static void
test_safety_solo (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  present (fixture, bridge_safety_new (NULL, TRUE));
  g_assert_null (find_row (fixture->window, "What the Other One Can See"));
  g_signal_emit_by_name (find_row (fixture->window, "What Others Can See"), "activated");
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_label (fixture->window, "What Others Can See")));
  g_assert_null (find_widget (fixture->window, match_of_two, NULL));
  gtk_widget_activate_action (fixture->window, "safety.back", NULL);
  settle ();
  g_signal_emit_by_name (find_row (fixture->window, "Leaving Quickly"), "activated");
  settle ();
  g_assert_null (find_widget (fixture->window, match_of_two, NULL));
  assert_all_named (fixture->window);
}

/* One press, and nothing of Footbridge is on the screen. */
static void
test_close_now (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = g_object_ref_sink (bridge_window_new (NULL));
  GtkWidget *safety;

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_widget_activate_action (window, "win.safety", NULL);
  settle ();
  safety = find_other (window);
  g_assert_true (BRIDGE_IS_SAFETY (safety));
  click (find_button (safety, "_Close Now"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  g_assert_finalize_object (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/persons/leave", "Robin", test_leave);
  ADD ("/window/persons/leave-private", "Robin", test_leave_private);
  ADD ("/window/persons/behind-pause", "Robin", test_behind);
  ADD ("/window/persons/leave-pause", "Robin", test_leave_pause);
  ADD ("/window/persons/leave-close", "Robin", test_leave_close);
  ADD ("/window/persons/erase", "Robin", test_erase);
  ADD ("/window/persons/group", NULL, test_group);
  ADD ("/window/persons/safety", "Robin", test_safety);
  ADD ("/window/persons/safety/solo", NULL, test_safety_solo);
  ADD ("/window/persons/close-now", "Robin", test_close_now);

  return g_test_run ();
}
