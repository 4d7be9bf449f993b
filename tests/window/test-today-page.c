/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-memory.h"
#include "bridge-occurrence-card.h"
#include "bridge-today-row.h"
#include "bridge-win-entry.h"
#include "bridge-word-panel.h"
#include "rituals-fixture.h"

static GtkWidget *
show (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_today_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();

  return page;
}

static void
add (RitualsFixture *fixture,
     const char     *title,
     const char     *start)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, title, start, "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
}

/* The fake clock says so when it is set, as a real one does. */
static void
set_time (RitualsFixture *fixture,
          const char     *local)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (fixture->clock);
  BridgeLocal parsed = 0;

  g_assert_true (bridge_local_parse (local, &parsed, NULL));
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), bridge_local_to_utc_ms (parsed, zone));
  settle ();
}

static BridgeOutcome
get_outcome (RitualsFixture *fixture,
             const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (fixture->space, name, &error);

  g_assert_no_error (error);

  return bridge_occurrence_get_outcome (occurrence);
}

static void
test_empty (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  g_assert_nonnull (find_label (page, "Nothing planned. That is fine."));
  g_assert_nonnull (find_label (page, "Sunday, 22 November"));
  g_assert_true (gtk_widget_has_css_class (find_button (page, "Choose a _Ritual"), "suggested-action"));
  g_assert_false (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_OCCURRENCE_CARD)));
  assert_all_named (fixture->window);

  /* Where something waits for an answer, that comes first. */
  if (partner != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeInvitation) invitation =
        bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_MOMENT, "Cinema", local ("2026-11-27T20:00"), 120, NULL, &error);
      g_autofree char *robin = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));

      g_assert_no_error (error);
      settle ();
      g_assert_true (gtk_widget_has_css_class (find_button (page, "Choose a _Ritual"), "suggested-action"));
      g_assert_true (bridge_space_set_speaker (fixture->space, robin, &error));
      settle ();
      g_assert_false (gtk_widget_has_css_class (find_button (page, "Choose a _Ritual"), "suggested-action"));
    }
}

static void
test_card (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *page = NULL;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:40");
  add (fixture, "A last word", "2026-11-22T22:00");
  page = show (fixture);

  g_assert_nonnull (find_label (page, "In 40 minutes"));
  g_assert_nonnull (find_label (page, "Ten quiet minutes"));
  g_assert_nonnull (find_label (page, "18:40 · 10 minutes"));
  g_assert_nonnull (find_label (page, "When the plates are away, we sit down together."));
  g_assert_nonnull (find_button (page, partner != NULL ? "We Did It" : "Done"));
  g_assert_nonnull (find_button (page, "Smaller Version"));
  g_assert_nonnull (find_label (page, "Later today"));
  g_assert_nonnull (find_row (page, "A last word"));
  g_assert_null (find_label (page, "Waiting"));
  assert_all_named (fixture->window);
}

static void
test_time (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *page = NULL;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:40");
  page = show (fixture);

  set_time (fixture, "2026-11-22T18:39");
  g_assert_nonnull (find_label (page, "In 1 minute"));
  set_time (fixture, "2026-11-22T18:45");
  g_assert_nonnull (find_label (page, "Now"));
  set_time (fixture, "2026-11-22T19:30");
  g_assert_nonnull (find_label (page, "Tomorrow at 18:40"));
  g_assert_nonnull (find_label (page, "Waiting"));
  g_assert_false (gtk_widget_get_mapped (find_button (page, "Not Today")));
  set_time (fixture, "2026-11-23T00:01");
  g_assert_nonnull (find_label (page, "Monday, 23 November"));
  g_assert_true (gtk_widget_get_mapped (find_button (page, "Not Today")));
  assert_all_named (fixture->window);
}

/* "We did it": the next one comes, a word may be added, and all of it can be taken back. */
static void
test_kept (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autofree char *name = NULL;
  GtkWidget *page = NULL;
  GtkWidget *panel = NULL;
  GtkWidget *entry = NULL;
  guint n = 0;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:05");
  page = show (fixture);
  name = g_strdup (bridge_occurrence_card_get_name (BRIDGE_OCCURRENCE_CARD (find_type (page, BRIDGE_TYPE_OCCURRENCE_CARD))));

  click (find_button (page, "We Did It"));
  g_assert_cmpint (get_outcome (fixture, name), ==, BRIDGE_OUTCOME_KEPT);
  g_assert_nonnull (find_label (page, "That is all for today"));
  panel = find_type (page, BRIDGE_TYPE_WORD_PANEL);
  g_assert_cmpstr (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)), ==, name);
  assert_all_named (fixture->window);

  entry = find_type (panel, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "We laughed.");
  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_null (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)));
  g_assert_true (bridge_space_count_wins (fixture->space, 0, 40000 * BRIDGE_DAY, &n, NULL));
  g_assert_cmpuint (n, ==, 1);

  g_assert_true (bridge_space_undo (fixture->space, NULL));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_cmpint (get_outcome (fixture, name), ==, BRIDGE_OUTCOME_NONE);
  g_assert_nonnull (find_label (page, "Ten quiet minutes"));
}

static void
test_taken_back (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *page = NULL;
  GtkWidget *panel = NULL;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:05");
  page = show (fixture);
  panel = find_type (page, BRIDGE_TYPE_WORD_PANEL);

  click (find_button (page, "Smaller Version"));
  g_assert_nonnull (find_label (page, "Small counts. One more plank."));
  click (find_button (fixture->window, "_Undo"));
  g_assert_null (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)));
  g_assert_nonnull (find_button (page, "Smaller Version"));

  click (find_button (page, "We Did It"));
  click (find_button (panel, "Skip"));
  g_assert_null (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)));
}

static void
test_not_today (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *page = NULL;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:05");
  page = show (fixture);

  click (find_button (page, "Not Today"));
  g_assert_null (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (find_type (page, BRIDGE_TYPE_WORD_PANEL))));
  g_assert_nonnull (find_label (page, "Tomorrow at 18:05"));
}

static void
test_snooze (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *page = NULL;
  GtkWidget *menu_button = NULL;
  const char *name;

  add (fixture, "Ten quiet minutes", "2026-11-22T18:05");
  page = show (fixture);
  menu_button = find_type (page, GTK_TYPE_MENU_BUTTON);
  g_assert_false (gtk_widget_get_mapped (menu_button));

  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  settle ();
  g_assert_true (gtk_widget_get_mapped (menu_button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  settle ();
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu_button))), ==, 1);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu_button));

  name = bridge_occurrence_card_get_name (BRIDGE_OCCURRENCE_CARD (find_type (page, BRIDGE_TYPE_OCCURRENCE_CARD)));
  gtk_widget_activate_action (page, "today.snooze", "(si)", name, 0);
  settle ();
  g_assert_nonnull (find_label (fixture->window, "The reminder comes again today at 18:10."));
}

static void
test_waiting (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *page = NULL;
  GtkWidget *row = NULL;

  set_time (fixture, "2026-11-20T10:00");
  add (fixture, "A walk", "2026-11-20T15:00");
  set_time (fixture, "2026-11-22T12:00");
  page = show (fixture);

  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TODAY_ROW, TRUE), ==, 2);
  row = find_type (page, BRIDGE_TYPE_TODAY_ROW);
  g_assert_nonnull (find_label (row, "Yesterday at 15:00"));
  click (find_button (row, "We Did It"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TODAY_ROW, TRUE), ==, 1);
  assert_all_named (fixture->window);
}

/* What a pause held back until it was over waits for no word, from the moment on at which it is over. */
static void
test_waiting_paused (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  g_autoptr (BridgePause) pause = NULL;
  GtkWidget *page;

  add (fixture, "A walk", "2026-11-22T18:10");
  page = show (fixture);
  g_assert_nonnull (find_label (page, "In 10 minutes"));
  pause = bridge_space_call_pause (fixture->space, NULL);
  g_assert_nonnull (pause);
  settle ();
  g_assert_nonnull (find_label (page, "In 10 minutes"));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-22T18:45");
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TODAY_ROW, TRUE), ==, 0);

  /* Nor on the next day. */
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-23T19:00");
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TODAY_ROW, TRUE), ==, 0);
}

static void
test_memory (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("Robin put the kettle on.", 0);
  g_autoptr (BridgeWin) stored = NULL;
  GtkWidget *page = show (fixture);
  GtkWidget *memory = find_type (page, BRIDGE_TYPE_MEMORY);

  g_assert_false (gtk_widget_get_mapped (memory));
  stored = bridge_space_add_win (fixture->space, win, NULL);
  g_assert_nonnull (stored);
  settle ();
  g_assert_true (gtk_widget_get_mapped (memory));
  click (find_button (memory, "A Warm Memory"));
  g_assert_nonnull (find_label (memory, "Robin put the kettle on."));

  g_assert_true (bridge_space_remove_win (fixture->space, bridge_win_get_id (stored), NULL));
  settle ();
  g_assert_null (find_label (memory, "Robin put the kettle on."));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/today-page/empty", "Robin", test_empty);
  ADD ("/window/today-page/empty-solo", NULL, test_empty);
  ADD ("/window/today-page/card", "Robin", test_card);
  ADD ("/window/today-page/card-solo", NULL, test_card);
  ADD ("/window/today-page/time", "Robin", test_time);
  ADD ("/window/today-page/kept", "Robin", test_kept);
  ADD ("/window/today-page/taken-back", "Robin", test_taken_back);
  ADD ("/window/today-page/not-today", "Robin", test_not_today);
  ADD ("/window/today-page/snooze", "Robin", test_snooze);
  ADD ("/window/today-page/waiting", "Robin", test_waiting);
  ADD ("/window/today-page/waiting-paused", NULL, test_waiting_paused);
  ADD ("/window/today-page/memory", "Robin", test_memory);

  return g_test_run ();
}
