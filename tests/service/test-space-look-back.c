/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-ids.h"
#include "bridge-look-back-words.h"
#include "bridge-planner.h"
#include "bridge-space-look-back.h"
#include "bridge-store-check-ins.h"
#include "service-fixture.h"

/* Rows as they are stored: how somebody comes to them is not what is tested here. */

static BridgeDatabase *
get_db (Fixture *fixture)
{
  return bridge_space_get_database (fixture->space);
}

static const char *
get_id (Fixture *fixture,
        int      person)
{
  return bridge_person_get_id (person == 0 ? bridge_space_get_me (fixture->space)
                                           : bridge_space_get_partner (fixture->space));
}

/* @who: 0, 1, or -1: both */
static BridgeRitual *
add_ritual (Fixture    *fixture,
            int         who,
            const char *start,
            const char *rule,
            const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start), rule, NULL, zone, &error);
  g_autofree char *id = bridge_id_new ();
  BridgeRitual *ritual = bridge_ritual_new ();

  g_assert_no_error (error);
  g_object_set (ritual, "id", id, "title", "Tea", "state", BRIDGE_RITUAL_AGREED, "schedule", schedule,
                "who", who >= 0 ? get_id (fixture, who) : NULL, "created-at", (gint64) 1, "updated-at", (gint64) 1, NULL);
  bridge_store_save_ritual (get_db (fixture), ritual, &error);
  g_assert_no_error (error);
  return ritual;
}

static void
record_moment (Fixture       *fixture,
               BridgeRitual  *ritual,
               BridgeLocal    start,
               BridgeLocal    moved_to,
               BridgeOutcome  outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_occurrence_new (ritual, start);
  g_autofree char *id = bridge_id_new ();

  g_object_set (occurrence, "id", id, "moved-to", moved_to, "outcome", outcome, "answered-at", (gint64) 1, NULL);
  bridge_store_save_occurrence (get_db (fixture), occurrence, &error);
  g_assert_no_error (error);
}

static void
add_win (Fixture    *fixture,
         const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("You asked", local (on));
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

  g_assert_no_error (error);
}

static void
add_promise (Fixture            *fixture,
             const char         *due,
             const char         *said,
             BridgePromiseState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Ask", get_id (fixture, 1), local (due), FALSE);
  g_autofree char *id = bridge_id_new ();

  g_object_set (promise, "id", id, "state", state, "updated-at", utc (fixture, said), NULL);
  bridge_store_save_promise (get_db (fixture), promise, &error);
  g_assert_no_error (error);
}

static void
add_pause (Fixture    *fixture,
           const char *called,
           const char *talk_ended,
           const char *recovery_until,
           const char *closed,
           const char *lesson)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = bridge_id_new ();
  g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE, "id", id, "state", BRIDGE_PAUSE_CLOSED,
                                                "called-at", utc (fixture, called), "return-at", utc (fixture, called),
                                                "talk-ended-at", talk_ended != NULL ? utc (fixture, talk_ended) : 0,
                                                "recovery-until", recovery_until != NULL ? utc (fixture, recovery_until) : 0,
                                                "closed-at", utc (fixture, closed), "lesson", lesson, "round", 1, NULL);

  bridge_store_save_pause (get_db (fixture), pause, &error);
  g_assert_no_error (error);
}

/* @shown_to: a person, or -1: nobody */
static void
add_check_in (Fixture    *fixture,
              int         person,
              const char *on,
              int         mood,
              const char *round_id,
              int         shown_to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = bridge_id_new ();
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new (get_id (fixture, person), local (on));

  g_object_set (check_in, "id", id, "mood", mood, "mood-word", "A word", "round-id", round_id,
                "shown-to", shown_to >= 0 ? get_id (fixture, shown_to) : NULL, NULL);
  bridge_store_save_check_in (get_db (fixture), check_in, &error);
  g_assert_no_error (error);
}

static char *
add_round (Fixture          *fixture,
           BridgeRoundState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCheckInRound) round = bridge_check_in_round_new ();
  char *id = bridge_id_new ();

  g_object_set (round, "id", id, "state", state, NULL);
  bridge_store_save_check_in_round (get_db (fixture), round, &error);
  g_assert_no_error (error);
  return id;
}

static BridgeLookBack *
look_back (Fixture *fixture,
           guint    weeks)
{
  g_autoptr (GError) error = NULL;
  BridgeLookBackRange range;
  BridgeLookBack *figures;

  bridge_space_init_look_back_range (fixture->space, weeks, 1, &range);
  figures = bridge_space_look_back (fixture->space, &range, NULL, &error);
  g_assert_no_error (error);
  return figures;
}

static void
assert_moments (const BridgeLookBack *figures,
                guint                 rituals,
                guint                 wins,
                guint                 promises,
                guint                 talks)
{
  g_assert_cmpuint (figures->moments[BRIDGE_LOOK_BACK_RITUALS], ==, rituals);
  g_assert_cmpuint (figures->moments[BRIDGE_LOOK_BACK_WINS], ==, wins);
  g_assert_cmpuint (figures->moments[BRIDGE_LOOK_BACK_PROMISES], ==, promises);
  g_assert_cmpuint (figures->moments[BRIDGE_LOOK_BACK_TALKS], ==, talks);
  g_assert_cmpuint (figures->n_moments, ==, rituals + wins + promises + talks);
}

static void
assert_count (Fixture    *fixture,
              const char *from,
              const char *to,
              guint       n)
{
  g_autoptr (GError) error = NULL;
  guint counted = 0;

  g_assert_true (bridge_space_count_moments (fixture->space, local (from), local (to), &counted, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counted, ==, n);
}

/* What is shared, and nothing that is one's own. It is Sunday, 22 November 2026. */
static void
test_moments (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) both = add_ritual (fixture, -1, "2026-11-01T19:00", "FREQ=DAILY", NULL);
  g_autoptr (BridgeRitual) own = add_ritual (fixture, 0, "2026-11-01T08:00", "FREQ=DAILY", NULL);
  g_autoptr (BridgeRitual) others = add_ritual (fixture, 1, "2026-11-01T09:00", "FREQ=DAILY", NULL);
  g_autoptr (BridgeLookBack) figures = NULL;

  record_moment (fixture, both, local ("2026-11-02T19:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  record_moment (fixture, both, local ("2026-11-03T19:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_SMALLER);
  record_moment (fixture, both, local ("2026-11-04T19:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_NOT_TODAY);
  record_moment (fixture, both, local ("2026-11-05T19:00"), local ("2026-11-14T10:30"), BRIDGE_OUTCOME_KEPT);
  record_moment (fixture, own, local ("2026-11-02T08:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  record_moment (fixture, others, local ("2026-11-02T09:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  add_win (fixture, "2026-11-20");
  add_win (fixture, "2026-11-20");
  add_promise (fixture, "2026-11-12", "2026-11-18T10:00", BRIDGE_PROMISE_KEPT);
  add_promise (fixture, "2026-12-24", "2026-11-19T10:00", BRIDGE_PROMISE_KEPT);
  add_promise (fixture, "2026-11-12", "2026-11-12T10:00", BRIDGE_PROMISE_OPEN);
  add_promise (fixture, "2026-11-12", "2026-11-12T10:00", BRIDGE_PROMISE_LET_GO);
  add_pause (fixture, "2026-11-06T21:00", "2026-11-06T23:30", "2026-11-08T23:30", "2026-11-09T10:00", "Call it sooner");
  add_pause (fixture, "2026-11-10T21:00", NULL, NULL, "2026-11-11T10:00", "");

  figures = look_back (fixture, 8);
  assert_moments (figures, 3, 2, 2, 1);
  g_assert_cmpuint (figures->hours[0][19], ==, 1);
  g_assert_cmpuint (figures->hours[1][19], ==, 1);
  g_assert_cmpuint (figures->hours[5][10], ==, 1); /* where it was moved to */
  g_assert_cmpuint (figures->hours[3][19], ==, 0);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-12"))), ==,
                   BRIDGE_LOOK_BACK_DAY_WARM);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-19"))), ==,
                   BRIDGE_LOOK_BACK_DAY_WARM);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-20"))), ==,
                   BRIDGE_LOOK_BACK_DAY_WARMER);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-06"))), ==,
                   BRIDGE_LOOK_BACK_DAY_WARM | BRIDGE_LOOK_BACK_DAY_RECOVERY);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-08"))), ==,
                   BRIDGE_LOOK_BACK_DAY_RECOVERY);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-09"))), ==,
                   BRIDGE_LOOK_BACK_DAY_PLAIN);

  /* The same, without figures, and up to today. */
  assert_count (fixture, "2026-10-01", "2027-01-01", 8);
  assert_count (fixture, "2026-11-03", "2026-11-07", 2);
  assert_count (fixture, "2026-11-10", "2026-11-15", 2); /* moved there from before */
  assert_count (fixture, "2026-11-20", "2026-11-21", 2);

  /* Of the pause that led nowhere there is nothing. */
  g_assert_cmpuint (figures->pauses->len, ==, 1);
  g_assert_cmpuint (figures->n_talks, ==, 1);
  g_assert_cmpuint (figures->n_lessons, ==, 1);
  g_assert_cmpint (bridge_look_back_get_day (figures, bridge_local_get_day (local ("2026-11-10"))), ==,
                   BRIDGE_LOOK_BACK_DAY_PLAIN);
}

/* Whoever speaks, it is the same. */
static void
test_speaker (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) own = add_ritual (fixture, 0, "2026-11-01T08:00", "FREQ=DAILY", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLookBack) mine = NULL;
  g_autoptr (BridgeLookBack) theirs = NULL;

  record_moment (fixture, own, local ("2026-11-02T08:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  add_win (fixture, "2026-11-20");
  mine = look_back (fixture, 8);
  bridge_space_set_speaker (fixture->space, get_id (fixture, 1), &error);
  g_assert_no_error (error);
  theirs = look_back (fixture, 8);
  assert_moments (mine, 0, 1, 0, 0);
  assert_moments (theirs, 0, 1, 0, 0);
}

/* Alone, what is one's own is all there is. */
static void
test_alone (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) own = add_ritual (fixture, 0, "2026-11-01T08:00", "FREQ=DAILY", NULL);
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autofree char *words = NULL;

  record_moment (fixture, own, local ("2026-11-02T08:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  add_check_in (fixture, 0, "2026-11-17", 2, NULL, -1);
  figures = look_back (fixture, 8);
  assert_moments (figures, 1, 0, 0, 0);
  g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_MOOD].n, ==, 1);
  words = bridge_look_back_to_words (figures, BRIDGE_FIGURE_MOMENTS, 0, TRUE);
  g_assert_cmpstr (words, ==, "1 moment in the last 8 weeks.");
}

/* Only what both see. */
static void
test_check_ins (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *waiting = add_round (fixture, BRIDGE_ROUND_WAITING);
  g_autofree char *opened = add_round (fixture, BRIDGE_ROUND_OPENED);
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autoptr (BridgeLookBack) more = NULL;
  g_autofree char *few = NULL;
  g_autofree char *words = NULL;

  add_check_in (fixture, 0, "2026-11-17", 2, NULL, 1);
  add_check_in (fixture, 1, "2026-11-18", 4, NULL, 0);
  add_check_in (fixture, 0, "2026-11-19", 1, waiting, 1);
  add_check_in (fixture, 0, "2026-11-19", 1, NULL, -1);
  add_check_in (fixture, 0, "2026-11-20", 3, opened, 1);
  add_check_in (fixture, 1, "2026-11-20", 4, opened, 0);
  figures = look_back (fixture, 8);
  g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_MOOD].n, ==, 4);
  g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_MOOD].values[0], ==, 0);
  few = bridge_look_back_to_words (figures, BRIDGE_FIGURE_MOOD, 0, FALSE);
  g_assert_cmpstr (few, ==, "A few check-ins so far, each a dot.");

  add_check_in (fixture, 0, "2026-11-22", 4, NULL, 1);
  more = look_back (fixture, 8);
  words = bridge_look_back_to_words (more, BRIDGE_FIGURE_MOOD, 0, FALSE);
  g_assert_cmpstr (words, ==, "Most check-ins were between “Even” and “Light”.");
}

static void
test_away (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeAbsence) past
      = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, get_id (fixture, 1), local ("2026-11-09"), local ("2026-11-11"));
  g_autoptr (BridgeAbsence) open = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-21"), BRIDGE_LOCAL_NONE);
  g_autofree char *past_id = bridge_id_new ();
  g_autofree char *open_id = bridge_id_new ();
  g_autoptr (BridgeLookBack) figures = NULL;

  g_object_set (past, "id", past_id, NULL);
  g_object_set (open, "id", open_id, NULL);
  bridge_store_save_absence (get_db (fixture), past, &error);
  g_assert_no_error (error);
  bridge_store_save_absence (get_db (fixture), open, &error);
  g_assert_no_error (error);
  figures = look_back (fixture, 2);
  g_assert_cmpuint (bridge_look_back_get_period (figures, 0)->away, ==, 2);
  g_assert_cmpuint (bridge_look_back_get_period (figures, 1)->away, ==, 2);
}

/* Where and when moments were, against what the calendars say, in zones that change their clocks at other times. */
static void
test_zones (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC" };
  static const char *const rules[] = { "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH,SU", "FREQ=DAILY;INTERVAL=3" };
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);

  for (guint i = 0; i < 9; i++)
    {
      const char *zone = i % 3 == 0 ? NULL : zones[g_rand_int_range (chance, 0, G_N_ELEMENTS (zones))];
      g_autofree char *start = g_strdup_printf ("2026-01-01T%02d:30", g_rand_int_range (chance, 0, 24));
      g_autoptr (BridgeRitual) ritual = add_ritual (fixture, -1, start, rules[i % G_N_ELEMENTS (rules)], zone);
      BridgeScheduleIter iter;
      BridgeLocal at;

      bridge_schedule_iter_init (&iter, bridge_ritual_get_schedule (ritual), local (start));
      while (bridge_schedule_iter_next (&iter, &at) && at < local ("2026-11-22T00:00"))
        {
          if (g_rand_int_range (chance, 0, 3) > 0)
            record_moment (fixture, ritual, at, BRIDGE_LOCAL_NONE,
                           g_rand_boolean (chance) ? BRIDGE_OUTCOME_KEPT : BRIDGE_OUTCOME_SMALLER);
        }
    }
  fixture_reopen (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GPtrArray) moments = NULL;
      g_autoptr (BridgeLookBack) figures = NULL;
      g_autoptr (GError) error = NULL;
      BridgeLookBackRange range;
      guint hours[7][24] = { { 0 } };
      guint weeks[53] = { 0 };
      int first_weekday = (int) i + 1;
      int first;

      bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (fixture->clock), zones[i]);
      bridge_space_init_look_back_range (fixture->space, 53, first_weekday, &range);
      figures = bridge_space_look_back (fixture->space, &range, NULL, &error);
      g_assert_no_error (error);
      first = bridge_look_back_get_period (figures, 0)->from;
      moments = bridge_space_list_occurrences (fixture->space, NULL, (BridgeLocal) first * BRIDGE_DAY,
                                               (BridgeLocal) (range.today + 1) * BRIDGE_DAY, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < moments->len; j++)
        {
          BridgeOccurrence *moment = g_ptr_array_index (moments, j);
          BridgeCivil civil;

          if (bridge_occurrence_get_outcome (moment) == BRIDGE_OUTCOME_NONE)
            continue;
          bridge_local_to_civil (bridge_occurrence_get_local (moment), &civil);
          hours[civil.weekday - 1][civil.hour]++;
          weeks[(bridge_local_get_day (bridge_occurrence_get_local (moment)) - first) / 7]++;
        }
      g_assert_cmpmem (figures->hours, sizeof figures->hours, hours, sizeof hours);
      for (guint week = 0; week < 53; week++)
        g_assert_cmpuint (bridge_look_back_get_period (figures, week)->n, ==, weeks[week]);
      g_assert_cmpuint (figures->n_moments, >, 500);
    }
}

/* ---- In a thread ---- */

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
look_back_in_thread (Fixture      *fixture,
                     GCancellable *cancellable)
{
  GAsyncResult *result = NULL;
  BridgeLookBackRange range;

  bridge_space_init_look_back_range (fixture->space, 8, 1, &range);
  bridge_space_look_back_async (fixture->space, &range, NULL, cancellable, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_thread (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) both = add_ritual (fixture, -1, "2026-11-01T19:00", "FREQ=DAILY", "Asia/Tokyo");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autoptr (BridgeLookBack) expected = NULL;
  gint64 version = bridge_database_get_data_version (get_db (fixture));

  record_moment (fixture, both, local ("2026-11-02T19:00"), BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  add_win (fixture, "2026-11-20");
  result = look_back_in_thread (fixture, NULL);
  figures = bridge_space_look_back_finish (result, NULL, &error);
  g_assert_no_error (error);
  expected = look_back (fixture, 8);
  assert_moments (figures, 1, 1, 0, 0);
  g_assert_cmpmem (figures->hours, sizeof figures->hours, expected->hours, sizeof expected->hours);
  g_assert_cmpuint (figures->hours[0][11], ==, 1);

  /* Nobody else has written. */
  g_assert_cmpint (bridge_database_get_data_version (get_db (fixture)), ==, version);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = look_back_in_thread (fixture, cancellable);
  g_assert_null (bridge_space_look_back_finish (result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A connection of a thread writes nothing, and makes nothing where nothing is. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = bridge_database_open_to_read (fixture->folder, &error);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "nowhere", NULL);

  g_assert_no_error (error);
  g_assert_true (bridge_database_get_read_only (db));
  g_assert_false (bridge_database_begin (db, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_null (bridge_database_open_to_read (elsewhere, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
}

/* ---- In words ---- */

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) both = add_ritual (fixture, -1, "2026-11-01T19:00", "FREQ=WEEKLY;BYDAY=SU", NULL);
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autoptr (BridgeLookBackTable) table = NULL;
  g_autofree char *words = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *days = NULL;
  g_autofree char *pauses = NULL;
  g_autofree char *basis = NULL;
  GStrv row;

  for (int week = 1; week <= 5; week++)
    record_moment (fixture, both, local ("2026-11-22T19:00") - week * 7 * BRIDGE_DAY, BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
  add_win (fixture, "2026-11-17");
  add_pause (fixture, "2026-11-18T21:00", "2026-11-19T23:30", "2026-11-19T23:50", "2026-11-20T10:00", "");
  figures = look_back (fixture, 8);

  words = bridge_look_back_to_words (figures, BRIDGE_FIGURE_MOMENTS, 0, FALSE);
  g_assert_cmpstr (words, ==, "7 shared moments in the last 8 weeks, most on Sundays.");
  hours = bridge_look_back_to_words (figures, BRIDGE_FIGURE_HOURS, 0, FALSE);
  g_assert_cmpstr (hours, ==, "Most of all on Sunday, from 19:00 on.");
  days = bridge_look_back_to_words (figures, BRIDGE_FIGURE_DAYS, 0, FALSE);
  g_assert_cmpstr (days, ==, "7 warm days in the last twelve months.");
  pauses = bridge_look_back_to_words (figures, BRIDGE_FIGURE_PAUSES, 0, FALSE);
  g_assert_cmpstr (pauses, ==, "1 talk followed a pause.");
  basis = bridge_look_back_dup_basis (bridge_look_back_count (figures, BRIDGE_FIGURE_DAYS, 0));
  g_assert_cmpstr (basis, ==, "from 7 entries");

  table = bridge_look_back_make_table (figures, BRIDGE_FIGURE_MOMENTS, 0);
  g_assert_cmpuint (g_strv_length (table->head), ==, 6);
  g_assert_cmpuint (table->rows->len, ==, 6);
  row = g_ptr_array_index (table->rows, 0);
  g_assert_cmpstr (row[0], ==, "16 November 2026");
  g_assert_cmpstr (row[1], ==, ""); /* nothing is no nought */
  g_assert_cmpstr (row[2], ==, "1");
  g_assert_cmpstr (row[4], ==, "1");
  g_assert_cmpstr (row[5], ==, "Quiet days");
}

/* Every table says the same as its picture: the entries of its rows are those that it rests on. */
static void
test_tables (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const int first_column[] = { 1, 2, 2, 2, 2, 0 };
  static const int last_column[] = { 4, 2, 2, 2, 2, -1 };
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);
  g_autoptr (BridgeRitual) both = add_ritual (fixture, -1, "2023-01-01T19:00", "FREQ=DAILY", NULL);

  for (int i = 0; i < 80; i++)
    {
      g_autofree char *day = bridge_local_format_date (local ("2026-11-21") - g_rand_int_range (chance, 0, 1200) * BRIDGE_DAY);

      add_win (fixture, day);
      add_check_in (fixture, i % 2, day, g_rand_int_range (chance, 1, 6), NULL, 1 - i % 2);
      record_moment (fixture, both, local (day) + 19 * BRIDGE_HOUR, BRIDGE_LOCAL_NONE, BRIDGE_OUTCOME_KEPT);
    }

  for (guint weeks = 0; weeks < 60; weeks += 20)
    {
      g_autoptr (BridgeLookBack) figures = look_back (fixture, weeks);

      for (int year = 0; year < bridge_look_back_get_years (figures); year++)
        for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
          {
            g_autoptr (BridgeLookBackTable) table = bridge_look_back_make_table (figures, figure, year);
            guint n = 0;

            for (guint i = 0; i < table->rows->len; i++)
              {
                GStrv row = g_ptr_array_index (table->rows, i);

                g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (table->head));
                g_assert_cmpstr (row[0], !=, "");
                for (int column = first_column[figure]; column <= last_column[figure]; column++)
                  n += (guint) g_ascii_strtoull (row[column], NULL, 10);
              }
            if (figure == BRIDGE_FIGURE_PAUSES)
              n = table->rows->len;
            g_assert_cmpuint (n, ==, bridge_look_back_count (figures, figure, year));
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/space-look-back/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("moments", test_moments);
  ADD ("speaker", test_speaker);
  g_test_add ("/space-look-back/alone", Fixture, NULL, fixture_set_up_solo, test_alone, fixture_tear_down);
  ADD ("check-ins", test_check_ins);
  ADD ("away", test_away);
  ADD ("zones", test_zones);
  ADD ("thread", test_thread);
  ADD ("cancel", test_cancel);
  ADD ("read-only", test_read_only);
  ADD ("words", test_words);
  ADD ("tables", test_tables);
#undef ADD

  return g_test_run ();
}
