/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-date-entry.h"
#include "bridge-store-milestones.h"
#include "rituals-fixture.h"

#include "../support/milestone-helper.h"

#define TEXT 0
#define MEANT 1

static GtkWidget *
present (RitualsFixture *fixture,
         BridgeWin      *win)
{
  GtkWidget *editor;

  if (fixture->window == NULL)
    rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_win_editor_new (fixture->space, win, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();

  return editor;
}

static gboolean
match_nth_text_view (GtkWidget     *widget,
                     gconstpointer  data)
{
  int *left = (int *) data;

  return GTK_IS_TEXT_VIEW (widget) && (*left)-- == 0;
}

static void
type (GtkWidget  *editor,
      int         field,
      const char *text)
{
  GtkWidget *view = find_widget (editor, match_nth_text_view, &field);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  settle ();
}

static void
set_date (GtkWidget  *editor,
          const char *text)
{
  GtkWidget *date_entry = find_type (editor, BRIDGE_TYPE_DATE_ENTRY);
  GtkWidget *entry = bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (date_entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
}

static gboolean
can_save (GtkWidget *editor)
{
  return gtk_widget_get_sensitive (find_button (editor, "_Save"));
}

static void
finish (GtkWidget  *editor,
        const char *action)
{
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (gtk_widget_activate_action (editor, action, NULL));
  settle ();
  if (g_str_equal (action, "editor.cancel"))
    answer_question (FALSE);
  g_assert_null (editor);
}

static BridgeWin *
get_only (RitualsFixture *fixture)
{
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);

  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);

  return g_list_model_get_item (wins, 0);
}

static void
test_new (RitualsFixture *fixture,
          gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30",
                                                         "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeWin) win = NULL;
  g_autofree char *on = NULL;
  GtkWidget *editor = present (fixture, NULL);

  assert_all_named (editor);
  g_assert_false (can_save (editor));
  type (editor, TEXT, "You put the kettle on.");
  g_assert_true (can_save (editor));
  type (editor, MEANT, "I could stay in bed.\nThat was good.");
  set_date (editor, "2026-11-21");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Kind")), BRIDGE_WIN_TENDERNESS);
  /* Whoever is here, unless it is said otherwise. */
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (editor, "Noticed by"))), ==, 1);
  /* In the other one's name nobody writes. */
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (find_row (editor, "Noticed by")))), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Belongs to")), 1);
  gtk_switch_set_active (GTK_SWITCH (find_type (find_row (editor, "Star"), GTK_TYPE_SWITCH)), TRUE);
  finish (editor, "editor.save");

  win = get_only (fixture);
  on = bridge_local_format_date (bridge_win_get_on (win));
  g_assert_cmpstr (bridge_win_get_text (win), ==, "You put the kettle on.");
  g_assert_cmpstr (bridge_win_get_meant (win), ==, "I could stay in bed.\nThat was good.");
  g_assert_cmpstr (on, ==, "2026-11-21");
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_TENDERNESS);
  g_assert_cmpstr (bridge_win_get_noticed_by (win), ==,
                   bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_assert_cmpstr (bridge_win_get_ritual_id (win), ==, bridge_ritual_get_id (ritual));
  g_assert_true (bridge_win_get_starred (win));
}

/* With one person nobody is asked who noticed; without rituals nothing is linked. */
static void
test_alone (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = NULL;
  GtkWidget *editor = present (fixture, NULL);

  g_assert_false (gtk_widget_get_visible (find_row (editor, "Noticed by")));
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Belongs to")));
  type (editor, TEXT, "I called a friend.");
  finish (editor, "editor.save");

  win = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_noticed_by (win), ==,
                   bridge_person_get_id (bridge_space_get_me (fixture->space)));
}

static void
test_validation (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autofree char *long_text = g_strnfill (2001, 'a');
  GtkWidget *editor = present (fixture, NULL);

  /* Nobody is told off before having typed. */
  g_assert_null (find_label (editor, "A few words are enough."));
  type (editor, TEXT, "x");
  type (editor, TEXT, "  ");
  g_assert_nonnull (find_label (editor, "A few words are enough."));
  g_assert_false (can_save (editor));

  type (editor, TEXT, long_text);
  g_assert_nonnull (find_label (editor, "There is room for 2000 characters here."));
  g_assert_false (can_save (editor));
  type (editor, TEXT, "Enough");
  g_assert_null (find_label (editor, "There is room for 2000 characters here."));
  g_assert_true (can_save (editor));

  type (editor, MEANT, long_text);
  g_assert_false (can_save (editor));
  type (editor, MEANT, "");

  set_date (editor, "2026-11-2");
  set_date (editor, "someday");
  g_assert_nonnull (find_label (editor, "A date such as 2026-11-24 is needed here."));
  g_assert_false (can_save (editor));
  set_date (editor, "2026-11-23");
  g_assert_nonnull (find_label (editor, "This day is still to come."));
  g_assert_false (can_save (editor));
  set_date (editor, "2026-11-22");
  g_assert_true (can_save (editor));
  finish (editor, "editor.cancel");
}

static void
test_edit (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30",
                                                         "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeWin) given = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) cancelled = NULL;
  g_autoptr (BridgeWin) undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;
  BridgeLocal day;

  g_assert_true (bridge_local_parse ("2026-11-02", &day, &error));
  given = bridge_win_new ("A detour", day);
  g_object_set (given,
                "kind", BRIDGE_WIN_LAUGHTER,
                "ritual-id", bridge_ritual_get_id (ritual),
                "starred", TRUE,
                NULL);
  stored = bridge_space_add_win (fixture->space, given, &error);
  g_assert_no_error (error);

  /* What was linked stays linked, even to something that is gone. */
  g_assert_true (bridge_space_remove_ritual (fixture->space, bridge_ritual_get_id (ritual), &error));
  editor = present (fixture, stored);
  g_assert_true (gtk_widget_get_visible (find_row (editor, "Belongs to")));
  type (editor, TEXT, "A long detour");
  finish (editor, "editor.save");

  win = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_text (win), ==, "A long detour");
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_LAUGHTER);
  g_assert_cmpint (bridge_win_get_on (win), ==, day);
  g_assert_cmpstr (bridge_win_get_ritual_id (win), ==, bridge_ritual_get_id (ritual));
  g_assert_true (bridge_win_get_starred (win));

  editor = present (fixture, win);
  type (editor, TEXT, "Something else");
  finish (editor, "editor.cancel");
  cancelled = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_text (cancelled), ==, "A long detour");

  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_no_error (error);
  undone = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_text (undone), ==, "A detour");
}

/* What it may belong to besides a ritual; of pauses only those that came to a talk. */
static void
test_links (RitualsFixture *fixture,
            gconstpointer   partner)
{
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  BridgeLocal tomorrow = bridge_local_day_start (bridge_clock_local_now (fixture->clock)) + BRIDGE_DAY;
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Look for the photographs", me, tomorrow, FALSE);
  g_autoptr (BridgePromise) stored = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) elsewhere = bridge_database_open (fixture->folder, &error);
  gint64 now = bridge_clock_now (fixture->clock);
  GtkWidget *editor;

  stored = bridge_space_add_promise (fixture->space, promise, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE, NULL);

      g_object_set (pause, "id", i == 0 ? "talked" : "not-talked", "state", BRIDGE_PAUSE_CLOSED, "round", 1,
                    "called-at", now - 7200000 - i,
                    "cooling-since", now - 7200000 - i, "return-at", now - 5000000, "closed-at", now - 60000,
                    "talk-ended-at", i == 0 ? now - 3600000 : (gint64) 0, "created-at", now, "updated-at", now, NULL);
      bridge_store_save_pause (elsewhere, pause, &error);
      g_assert_no_error (error);
    }
  bridge_space_refresh (fixture->space);

  editor = present (fixture, NULL);
  assert_all_named (editor);
  type (editor, TEXT, "You found them");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (find_row (editor, "After a pause")))), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "After a pause")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Promise")), 1);
  finish (editor, "editor.save");

  win = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_pause_id (win), ==, "talked");
  g_assert_cmpstr (bridge_win_get_promise_id (win), ==, bridge_promise_get_id (stored));

  editor = present (fixture, win);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (editor, "After a pause"))), ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Promise")), 0);
  finish (editor, "editor.save");
  g_clear_object (&win);
  win = get_only (fixture);
  g_assert_null (bridge_win_get_promise_id (win));
  g_assert_cmpstr (bridge_win_get_pause_id (win), ==, "talked");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  undone = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_promise_id (undone), ==, bridge_promise_get_id (stored));
}

/* One that the other one has alone is no choice, is not told of, and stays. */
static void
test_to_milestone (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Ten walks", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) worded = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  milestone = bridge_test_add_milestone (fixture->space, given);
  editor = present (fixture, NULL);
  assert_all_named (editor);
  type (editor, TEXT, "I put my shoes on");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Noticed by")), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Milestone")), 1);
  finish (editor, "editor.save");
  win = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_milestone_id (win), ==, bridge_milestone_get_id (milestone));
  editor = present (fixture, win);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (editor, "Milestone"))), ==, 1);
  finish (editor, "editor.save");

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  editor = present (fixture, win);
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Milestone")));
  type (editor, MEANT, "That was a beginning.");
  finish (editor, "editor.save");
  worded = get_only (fixture);
  g_assert_cmpstr (bridge_win_get_meant (worded), ==, "That was a beginning.");
  g_assert_cmpstr (bridge_win_get_milestone_id (worded), ==, bridge_milestone_get_id (milestone));
}

/* A reached milestone can be worded, but stays one. */
static void
test_milestone (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("A calm talk about money",
                                                                    BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeWin) given = bridge_win_new ("A calm talk about money", 0);
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  GtkWidget *editor;

  g_object_set (milestone, "id", "money", "since", today, "state", BRIDGE_MILESTONE_REACHED, "reached-on", today, NULL);
  bridge_store_save_milestone (db, milestone, &error);
  g_assert_no_error (error);
  g_object_set (given, "id", "reached", "on", today, "kind", BRIDGE_WIN_MILESTONE, "milestone-id", "money", NULL);
  bridge_store_save_win (db, given, &error);
  g_assert_no_error (error);

  editor = present (fixture, given);
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Kind")));
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Milestone")));
  type (editor, MEANT, "We both stayed seated.");
  finish (editor, "editor.save");
  win = get_only (fixture);
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_MILESTONE);
  g_assert_cmpstr (bridge_win_get_milestone_id (win), ==, "money");
  g_assert_cmpstr (bridge_win_get_meant (win), ==, "We both stayed seated.");

  /* Nor can what is no milestone become one. */
  g_object_set (win, "kind", BRIDGE_WIN_LAUGHTER, "milestone-id", NULL, NULL);
  g_assert_true (bridge_space_update_win (fixture->space, win, &error));
  g_clear_object (&win);
  win = get_only (fixture);
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_MILESTONE);
  g_assert_null (bridge_space_add_win (fixture->space, given, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/celebrate/win-editor/new", "Robin", test_new);
  ADD ("/celebrate/win-editor/alone", NULL, test_alone);
  ADD ("/celebrate/win-editor/validation", "Robin", test_validation);
  ADD ("/celebrate/win-editor/edit", "Robin", test_edit);
  ADD ("/celebrate/win-editor/links", "Robin", test_links);
  ADD ("/celebrate/win-editor/to-milestone", "Robin", test_to_milestone);
  ADD ("/celebrate/win-editor/milestone", "Robin", test_milestone);
#undef ADD

  return g_test_run ();
}
