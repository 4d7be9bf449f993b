/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-feedback.h"
#include "bridge-hand-over.h"
#include "bridge-person-button.h"
#include "bridge-settings.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

static void
forget_asking (void)
{
  g_autoptr (GSettings) settings = bridge_settings_new ();

  g_settings_reset (settings, "ask-who-is-here");
}

static GtkWidget *
show (RitualsFixture *fixture,
      int             width)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  bridge_window_ask_who (BRIDGE_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();

  return fixture->window;
}

static const char *
get_speaker (RitualsFixture *fixture)
{
  return bridge_person_get_name (bridge_space_get_speaker (fixture->space));
}

static gboolean
match_shown (GtkWidget     *widget,
             gconstpointer  words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
is_shown (RitualsFixture *fixture,
          const char     *words)
{
  return find_widget (fixture->window, match_shown, words) != NULL;
}

static gboolean
match_button (GtkWidget     *widget,
              gconstpointer  words)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  return GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), words);
}

static void
press (RitualsFixture *fixture,
       const char     *words)
{
  GtkWidget *button = find_widget (fixture->window, match_button, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static GtkWidget *
get_menu_button (RitualsFixture *fixture)
{
  return find_type (find_type (fixture->window, BRIDGE_TYPE_PERSON_BUTTON), GTK_TYPE_MENU_BUTTON);
}

static void
test_button (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  show (fixture, 800);
  button = find_type (fixture->window, BRIDGE_TYPE_PERSON_BUTTON);
  if (partner == NULL)
    {
      g_assert_false (gtk_widget_get_visible (button));
      gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
      settle ();
      g_assert_null (find_type (fixture->window, BRIDGE_TYPE_HAND_OVER));
      g_assert_true (bridge_space_add_partner (fixture->space, "Robin", &error));
      g_assert_no_error (error);
      settle ();
    }

  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_menu_button (fixture)), ==, "Ada is here");
  assert_all_named (fixture->window);

  g_assert_true (bridge_space_rename_person (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)), "Alex",
                                             &error));
  settle ();
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_menu_button (fixture)), ==, "Alex is here");
  g_assert_true (gtk_widget_get_visible (button));
}

/* As narrow as it gets: the sentences wrap. */
static void
test_pass (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  GtkWidget *header, *overlay;

  show (fixture, 360);
  header = find_type (fixture->window, ADW_TYPE_HEADER_BAR);
  overlay = find_type (fixture->window, ADW_TYPE_TOAST_OVERLAY);
  gtk_widget_activate_action (fixture->window, "win.show-page", "s", "rituals");
  bridge_feedback_show_lasting (fixture->window, "Ada wrote this.");
  settle ();
  g_assert_true (is_shown (fixture, "Ten quiet minutes"));
  g_assert_true (is_shown (fixture, "Ada wrote this."));

  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  g_assert_true (is_shown (fixture, "Pass the computer to Robin."));
  g_assert_false (is_shown (fixture, "Ten quiet minutes"));
  g_assert_false (is_shown (fixture, "Ada wrote this."));
  /* Not there at all for a screen reader, which goes by what is visible and not by what is on top. */
  for (GtkWidget *widget = header; ; widget = gtk_widget_get_parent (widget))
    {
      g_assert_nonnull (widget);
      if (!gtk_widget_get_visible (widget))
        {
          g_assert_true (gtk_widget_is_ancestor (overlay, widget));
          break;
        }
    }
  assert_all_named (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);

  /* Nothing that shows or writes something can be reached by a key. */
  for (const char *const *action = (const char *const[]) { "win.new-win", "win.new-ritual", "win.preferences", "win.reliability",
                                                           "win.around-life", "win.undo", "win.find", "win.hand-over", NULL };
       *action != NULL; action++)
    gtk_widget_activate_action (fixture->window, *action, NULL);
  gtk_widget_activate_action (fixture->window, "win.show-page", "s", "celebrate");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_true (is_shown (fixture, "Pass the computer to Robin."));

  press (fixture, "Stay with Ada");
  g_assert_cmpstr (get_speaker (fixture), ==, "Ada");
  g_assert_true (is_shown (fixture, "Ten quiet minutes")); /* as it was left */
  g_assert_false (is_shown (fixture, "Ada wrote this."));

  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  press (fixture, "I Am Robin");
  g_assert_cmpstr (get_speaker (fixture), ==, "Robin");
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_HAND_OVER));
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_RITUALS_PAGE)); /* begun afresh, with Today */
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_menu_button (fixture)), ==, "Robin is here");
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_TODAY_PAGE)));

  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  g_assert_true (is_shown (fixture, "Pass the computer to Ada."));
  forget_asking ();
}

static guint
count_wins (RitualsFixture *fixture)
{
  guint n = 0;

  g_assert_true (bridge_space_count_wins (fixture->space, local ("2026-11-01"), local ("2026-12-01"), &n, NULL));
  return n;
}

/* Nobody takes back what the other one did; who comes back still can. */
static void
test_undo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("You laughed", local ("2026-11-22"));
  g_autoptr (BridgeWin) added = bridge_space_add_win (fixture->space, win, NULL);

  g_assert_nonnull (added);
  show (fixture, 800);
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));
  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  press (fixture, "I Am Robin");
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  settle ();
  g_assert_cmpuint (count_wins (fixture), ==, 1);

  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  press (fixture, "I Am Ada");
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  settle ();
  g_assert_cmpuint (count_wins (fixture), ==, 0);
  forget_asking ();
}

static void
test_ask (RitualsFixture *fixture,
          gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  GtkWidget *window;

  /* Nobody has passed it on here yet, so nobody is asked. */
  show (fixture, 800);
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_HAND_OVER));
  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  press (fixture, "Stay with Ada");
  window = g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);

  show (fixture, 360);
  g_assert_true (is_shown (fixture, "Who is here?"));
  g_assert_false (is_shown (fixture, "Ten quiet minutes"));
  assert_all_named (fixture->window);

  /* What a notification asks for waits until somebody has answered. */
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), bridge_ritual_get_id (ritual));
  settle ();
  g_assert_false (is_shown (fixture, "Ten quiet minutes"));
  press (fixture, "I Am Robin");
  g_assert_cmpstr (get_speaker (fixture), ==, "Robin");
  g_assert_nonnull (find_type (fixture->window, BRIDGE_TYPE_RITUALS_PAGE));
  g_assert_true (is_shown (fixture, "Ten quiet minutes"));
  forget_asking ();
}

/* Nobody has to say who they are before they may calm down; what lies underneath stays covered all the same. */
static void
test_pause (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeSoothing) tea = bridge_space_add_soothing (fixture->space, "Tea", NULL);
  GtkWidget *window;

  show (fixture, 800);
  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  g_assert_true (is_shown (fixture, "Pass the computer to Robin."));
  gtk_widget_activate_action (fixture->window, "win.pause", NULL);
  settle ();
  g_assert_nonnull (bridge_space_get_pause (fixture->space));
  g_assert_true (is_shown (fixture, "Paused."));
  g_assert_false (is_shown (fixture, "Pass the computer to Robin."));
  g_assert_false (is_shown (fixture, "Ten quiet minutes"));

  press (fixture, "_Back to the Planner");
  g_assert_true (is_shown (fixture, "Who is here?"));
  g_assert_false (is_shown (fixture, "Ten quiet minutes"));
  press (fixture, "I Am Robin");
  g_assert_cmpstr (get_speaker (fixture), ==, "Robin");
  g_assert_true (is_shown (fixture, "Ten quiet minutes"));

  /* Opened during a pause, the window shows it first. */
  window = g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
  show (fixture, 360);
  g_assert_true (is_shown (fixture, "Paused."));
  /* Nobody has said yet who is here, and nothing does. */
  g_assert_false (gtk_widget_get_mapped (get_menu_button (fixture)));
  g_assert_false (is_shown (fixture, "Ada"));
  g_assert_false (is_shown (fixture, "Robin"));
  g_assert_true (is_shown (fixture, "Tea"));
  press (fixture, "_Back to the Planner");
  g_assert_true (is_shown (fixture, "Who is here?"));
  assert_all_named (fixture->window);
  press (fixture, "I Am Ada");
  g_assert_true (gtk_widget_get_mapped (get_menu_button (fixture)));

  /* "Ready?" is a question to one of the two, and is not asked of nobody. */
  window = g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
  show (fixture, 360);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 20 * BRIDGE_MS_PER_MINUTE);
  settle ();
  g_assert_true (is_shown (fixture, "Who is here?"));
  g_assert_false (is_shown (fixture, "Ada, would you"));
  press (fixture, "I Am Robin");
  g_assert_true (is_shown (fixture, "Robin, would you like to come back to it now?"));
  g_assert_true (gtk_widget_get_mapped (get_menu_button (fixture)));
  forget_asking ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/window/hand-over/button", RitualsFixture, "Robin", rituals_fixture_set_up, test_button, rituals_fixture_tear_down);
  g_test_add ("/window/hand-over/button-alone", RitualsFixture, NULL, rituals_fixture_set_up, test_button,
              rituals_fixture_tear_down);
  g_test_add ("/window/hand-over/pass", RitualsFixture, "Robin", rituals_fixture_set_up, test_pass, rituals_fixture_tear_down);
  g_test_add ("/window/hand-over/undo", RitualsFixture, "Robin", rituals_fixture_set_up, test_undo, rituals_fixture_tear_down);
  g_test_add ("/window/hand-over/pause", RitualsFixture, "Robin", rituals_fixture_set_up, test_pause, rituals_fixture_tear_down);
  g_test_add ("/window/hand-over/ask", RitualsFixture, "Robin", rituals_fixture_set_up, test_ask, rituals_fixture_tear_down);

  return g_test_run ();
}
