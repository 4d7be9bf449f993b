/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-agenda.h"
#include "bridge-scheduler.h"
#include "service-fixture.h"


static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *splices)
{
  g_string_append_printf (splices, "%s%u-%u+%u", splices->len > 0 ? " " : "", position, removed, added);
}

static char *
describe (BridgeAgenda *agenda)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr (BridgeOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (agenda), i);
      g_autofree char *at = bridge_local_format (bridge_occurrence_get_local (occurrence));

      g_string_append_printf (words, "%s%s %s%s", i > 0 ? ", " : "", at + 8,
                              bridge_ritual_get_title (bridge_occurrence_get_ritual (occurrence)),
                              bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE ? "+" : "");
    }
  return g_string_free (words, FALSE);
}

#define assert_agenda(agenda, expected) G_STMT_START { \
  g_autofree char *described = describe (agenda); \
  g_assert_cmpstr (described, ==, expected); \
} G_STMT_END

#define assert_splices(splices, expected) G_STMT_START { \
  g_assert_cmpstr ((splices)->str, ==, expected); \
  g_string_truncate (splices, 0); \
} G_STMT_END

static void
test_changes (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) splices = g_string_new (NULL);
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-20T19:00", "FREQ=DAILY", "0");
  g_autofree char *walk = fixture_add_ritual (fixture, "Walk", "2026-11-21T08:00", "FREQ=DAILY", "0");
  g_autofree char *yesterday = fixture_name (tea, "2026-11-21T19:00");
  g_autofree char *today = fixture_name (tea, "2026-11-22T19:00");
  g_autofree char *tomorrow = fixture_name (walk, "2026-11-23T08:00");
  BridgeAgenda *agenda = bridge_agenda_new (fixture->space, 1, 2);
  g_autoptr (BridgeOccurrence) kept = g_list_model_get_item (G_LIST_MODEL (agenda), 2);

  g_signal_connect (agenda, "items-changed", G_CALLBACK (items_changed_cb), splices);
  assert_agenda (agenda, "21T08:00 Walk, 21T19:00 Tea, 22T08:00 Walk, 22T19:00 Tea, 23T08:00 Walk, 23T19:00 Tea");

  g_assert_true (bridge_space_answer (fixture->space, yesterday, BRIDGE_OUTCOME_KEPT, &error));
  assert_splices (splices, "1-1+1");
  g_assert_true (bridge_space_leave_out (fixture->space, today, &error));
  assert_splices (splices, "3-1+0");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_splices (splices, "3-0+1");
  space_move_agreed (fixture->space, tomorrow, local ("2026-11-22T20:00"));
  assert_splices (splices, "4-1+1");
  assert_agenda (agenda, "21T08:00 Walk, 21T19:00 Tea+, 22T08:00 Walk, 22T19:00 Tea, 22T20:00 Walk, 23T19:00 Tea");

  /* Rows nothing happened to are the objects they were. */
  {
    g_autoptr (BridgeOccurrence) still = g_list_model_get_item (G_LIST_MODEL (agenda), 2);

    g_assert_true (still == kept);
  }
  bridge_agenda_refresh (agenda);
  assert_splices (splices, "");

  /* What rests is out, what was answered stays. */
  g_assert_true (bridge_space_change_ritual_state (fixture->space, tea, BRIDGE_RITUAL_REST, local ("2026-11-23"), &error));
  assert_agenda (agenda, "21T08:00 Walk, 21T19:00 Tea+, 22T08:00 Walk, 22T20:00 Walk, 23T19:00 Tea");
  /* What both have a record of cannot be removed. */
  g_assert_true (bridge_space_answer (fixture->space, yesterday, BRIDGE_OUTCOME_NONE, &error));
  g_assert_true (bridge_space_remove_ritual (fixture->space, tea, &error));
  assert_agenda (agenda, "21T08:00 Walk, 22T08:00 Walk, 22T20:00 Walk");
  g_assert_no_error (error);
  g_clear_object (&kept);
  g_assert_finalize_object (agenda);
}

static void
test_time (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GString) splices = g_string_new (NULL);
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-20T19:00", "FREQ=DAILY", "0");
  BridgeAgenda *agenda = bridge_agenda_new (fixture->space, 1, 1);

  g_signal_connect (agenda, "items-changed", G_CALLBACK (items_changed_cb), splices);
  assert_agenda (agenda, "21T19:00 Tea, 22T19:00 Tea");
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-22T23:59:59");
  assert_splices (splices, "");
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-23T00:00");
  assert_agenda (agenda, "22T19:00 Tea, 23T19:00 Tea");
  assert_splices (splices, "0-1+0 1-0+1");
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (fixture->clock), "America/New_York");
  assert_agenda (agenda, "21T19:00 Tea, 22T19:00 Tea");
  g_assert_finalize_object (agenda);
  g_assert_nonnull (tea);
}

static void
answer (Fixture *fixture)
{
  GListModel *persons = bridge_space_get_persons (fixture->space);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);
      g_autoptr (GError) error = NULL;

      bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), &error);
      bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error);
      g_assert_no_error (error);
    }
}

/* What a pause and its recovery window have held back until it was over waits for no word and leaves no gap, then and later;
 * what goes on in them, was kept all the same, or is still to come stays. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->clock);
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-20T18:10", "FREQ=DAILY", "0");
  g_autofree char *walk = fixture_add_ritual (fixture, "Walk", "2026-11-21T08:00", "FREQ=DAILY", "0");
  g_autofree char *long_one = fixture_add_ritual (fixture, "Cooking", "2026-11-22T18:05", NULL, "0");
  g_autofree char *kept = fixture_name (walk, "2026-11-24T08:00");
  g_autofree char *held = fixture_name (tea, "2026-11-22T18:10");
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GError) error = NULL;
  BridgeAgenda *agenda;
  guint n_kept;
  guint n_smaller;

  fixture_change_ritual (fixture, tea, "minutes", 10, "in-recovery", TRUE, NULL);
  fixture_change_ritual (fixture, walk, "minutes", 10, "in-recovery", FALSE, NULL);
  fixture_change_ritual (fixture, long_one, "minutes", 120, "in-recovery", TRUE, NULL);
  agenda = bridge_agenda_new (fixture->space, 2, 2);
  assert_agenda (agenda, "20T18:10 Tea, 21T08:00 Walk, 21T18:10 Tea, 22T08:00 Walk, 22T18:05 Cooking, 22T18:10 Tea, "
                         "23T08:00 Walk, 23T18:10 Tea");

  /* It is as good as over at 18:40, and goes by itself, with nothing changed. */
  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  bridge_fake_clock_advance_to (clock, "2026-11-22T18:39");
  assert_agenda (agenda, "20T18:10 Tea, 21T08:00 Walk, 21T18:10 Tea, 22T08:00 Walk, 22T18:05 Cooking, 22T18:10 Tea, "
                         "23T08:00 Walk, 23T18:10 Tea");
  bridge_fake_clock_advance_to (clock, "2026-11-22T18:40");
  assert_agenda (agenda, "20T18:10 Tea, 21T08:00 Walk, 21T18:10 Tea, 22T08:00 Walk, 22T18:05 Cooking, 23T08:00 Walk, "
                         "23T18:10 Tea");

  bridge_fake_clock_advance_to (clock, "2026-11-22T18:45");
  /* The talk ends while the long one is still of use: its reminder comes, and a word about it has its place. */
  answer (fixture);
  g_assert_true (bridge_space_end_pause_talk (fixture->space, &error));
  bridge_fake_clock_advance_to (clock, "2026-11-24T12:00");
  g_assert_true (bridge_space_answer (fixture->space, kept, BRIDGE_OUTCOME_KEPT, &error));
  assert_agenda (agenda, "22T08:00 Walk, 22T18:05 Cooking, 23T18:10 Tea, 24T08:00 Walk+, 24T18:10 Tea, 25T08:00 Walk, 25T18:10 Tea");
  g_assert_finalize_object (agenda);
  fixture_reopen (fixture);
  agenda = bridge_agenda_new (fixture->space, 2, 1);
  assert_agenda (agenda, "22T08:00 Walk, 22T18:05 Cooking, 23T18:10 Tea, 24T08:00 Walk+, 24T18:10 Tea");

  /* It can be recorded all the same, by whoever had it. */
  all = bridge_space_list_occurrences (fixture->space, tea, local ("2026-11-22"), local ("2026-11-23"), &error);
  g_assert_cmpuint (all->len, ==, 1);
  history = bridge_space_list_history (fixture->space, tea);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 0);
  g_assert_true (bridge_space_answer (fixture->space, held, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
  g_assert_true (bridge_space_count_kept (fixture->space, tea, local ("2026-11-20"), local ("2026-12-01"), &n_kept, &n_smaller, &error));
  g_assert_cmpuint (n_kept + n_smaller, ==, 1);
  assert_agenda (agenda, "22T08:00 Walk, 22T18:05 Cooking, 22T18:10 Tea+, 23T18:10 Tea, 24T08:00 Walk+, 24T18:10 Tea");

  /* After the recovery window all is as it was before. */
  bridge_fake_clock_advance_to (clock, "2026-11-25T12:00");
  assert_agenda (agenda, "23T18:10 Tea, 24T08:00 Walk+, 24T18:10 Tea, 25T08:00 Walk, 25T18:10 Tea");
  g_assert_finalize_object (agenda);
}

/* One clock serves an agenda and a scheduler. */
static void
test_alarms (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-22T23:30", "FREQ=DAILY", "0");
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->clock);
  BridgeAgenda *agenda = bridge_agenda_new (fixture->space, 0, 1);
  Recorder *recorder = recorder_new ();
  BridgeScheduler *scheduler = bridge_scheduler_new (fixture->space, BRIDGE_NOTIFIER (recorder));

  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, &error));
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, utc (fixture, "2026-11-23T00:00"));
  bridge_scheduler_start (scheduler);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, utc (fixture, "2026-11-22T23:30"));
  bridge_fake_clock_advance_to (clock, "2026-11-22T23:45");
  g_assert_cmpuint (recorder_count (recorder), ==, 1);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, utc (fixture, "2026-11-23T00:00"));
  bridge_fake_clock_advance_to (clock, "2026-11-23T12:00");
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, utc (fixture, "2026-11-23T23:30"));
  g_assert_finalize_object (scheduler);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, utc (fixture, "2026-11-24T00:00"));
  g_assert_finalize_object (agenda);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, BRIDGE_NEVER);
  g_assert_finalize_object (recorder);
  g_assert_nonnull (tea);
}

static void
test_resumed (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-20T19:00", "FREQ=DAILY", "0");
  BridgeAgenda *agenda;

  g_assert_true (bridge_space_change_ritual_state (fixture->space, tea, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-28T12:00");
  fixture_resume (fixture, tea);

  /* The days it rested do not wait for an answer. */
  agenda = bridge_agenda_new (fixture->space, 3, 1);
  assert_agenda (agenda, "28T19:00 Tea");
  g_assert_finalize_object (agenda);

  /* Other lead times do not take away what waits today. */
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-28T20:00");
  fixture_change_ritual (fixture, tea, "remind", "30,0", NULL);
  agenda = bridge_agenda_new (fixture->space, 3, 1);
  assert_agenda (agenda, "28T19:00 Tea");
  g_assert_finalize_object (agenda);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/agenda/changes", Fixture, NULL, fixture_set_up, test_changes, fixture_tear_down);
  g_test_add ("/agenda/time", Fixture, NULL, fixture_set_up, test_time, fixture_tear_down);
  g_test_add ("/agenda/alarms", Fixture, NULL, fixture_set_up, test_alarms, fixture_tear_down);
  g_test_add ("/agenda/pause", Fixture, NULL, fixture_set_up, test_pause, fixture_tear_down);
  g_test_add ("/agenda/resumed", Fixture, NULL, fixture_set_up, test_resumed, fixture_tear_down);

  return g_test_run ();
}
