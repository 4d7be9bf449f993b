/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-ids.h"
#include "bridge-milestone-led.h"
#include "bridge-milestone-record.h"
#include "bridge-store-milestones.h"
#include "service-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

/* Counted from the record, and compared with what somebody would count who goes through all of it. The weeks lie over the end of
 * summer time in Berlin, on 2026-10-25. */

#define N_RITUALS 3
#define N_DAYS 120
#define TEN_MINUTES (10 * BRIDGE_MS_PER_MINUTE)

typedef struct {
  GPtrArray *occurrences;
  GPtrArray *wins;
  GPtrArray *promises;
  GPtrArray *pauses;
  GPtrArray *absences;
  char *rituals[N_RITUALS];
} Record;

static void
record_clear (Record *record)
{
  g_ptr_array_unref (record->occurrences);
  g_ptr_array_unref (record->wins);
  g_ptr_array_unref (record->promises);
  g_ptr_array_unref (record->pauses);
  g_ptr_array_unref (record->absences);
  for (guint i = 0; i < N_RITUALS; i++)
    g_free (record->rituals[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Record, record_clear)

static BridgeLocal
get_first (Fixture *fixture)
{
  return bridge_local_day_start (bridge_clock_local_now (fixture->clock)) - N_DAYS * BRIDGE_DAY;
}

static void
stamp (gpointer row)
{
  g_autofree char *id = bridge_id_new ();

  g_object_set (row, "id", id, "created-at", (gint64) 1, "updated-at", (gint64) 1, NULL);
}

static void
add_occurrences (Fixture *fixture,
                 Record  *record,
                 GRand   *rand)
{
  for (int day = 0; day < N_DAYS; day++)
    for (guint i = 0; i < N_RITUALS; i++)
      {
        BridgeRitual *ritual = NULL;
        g_autoptr (BridgeRitual) found = bridge_space_find_ritual (fixture->space, record->rituals[i], NULL);
        g_autoptr (BridgeOccurrence) occurrence = NULL;
        BridgeLocal start = get_first (fixture) + day * BRIDGE_DAY + 19 * BRIDGE_HOUR;
        BridgeOutcome outcome = g_rand_int_range (rand, BRIDGE_OUTCOME_NONE, BRIDGE_OUTCOME_NOT_TODAY + 1);
        g_autoptr (GError) error = NULL;

        if (g_rand_boolean (rand))
          continue;
        ritual = found;
        occurrence = bridge_occurrence_new (ritual, start);
        stamp (occurrence);
        g_object_set (occurrence, "outcome", outcome, NULL);
        if (g_rand_int_range (rand, 0, 5) == 0)
          g_object_set (occurrence, "moved-to", start + g_rand_int_range (rand, -3, 4) * BRIDGE_DAY, NULL);
        bridge_store_save_occurrence (bridge_space_get_database (fixture->space), occurrence, &error);
        g_assert_no_error (error);
        g_ptr_array_add (record->occurrences, g_steal_pointer (&occurrence));
      }
}

static void
add_wins (Fixture *fixture,
          Record  *record,
          GRand   *rand)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (BridgeWin) win =
        bridge_win_new ("Words", get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS + 1) * BRIDGE_DAY);
      g_autoptr (GError) error = NULL;

      stamp (win);
      g_object_set (win, "kind", g_rand_int_range (rand, BRIDGE_WIN_OTHER, BRIDGE_WIN_MILESTONE + 1), NULL);
      bridge_store_save_win (bridge_space_get_database (fixture->space), win, &error);
      g_assert_no_error (error);
      g_ptr_array_add (record->wins, g_steal_pointer (&win));
    }
}

static void
add_promises (Fixture *fixture,
              Record  *record,
              GRand   *rand)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);

  for (guint i = 0; i < 40; i++)
    {
      BridgeLocal due = get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS + 10) * BRIDGE_DAY;
      BridgeLocal agreed = get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS) * BRIDGE_DAY + 12 * BRIDGE_HOUR;
      g_autoptr (BridgePromise) promise =
        bridge_promise_new ("Words", g_rand_int_range (rand, 0, 4) == 0 ? bridge_person_get_id (bridge_space_get_me (fixture->space)) : NULL,
                            due, FALSE);
      g_autoptr (GError) error = NULL;

      stamp (promise);
      g_object_set (promise,
                    "state", g_rand_int_range (rand, BRIDGE_PROMISE_OPEN, BRIDGE_PROMISE_LET_GO + 1),
                    "earlier", g_rand_boolean (rand) ? "2026-01-01" : "",
                    "reminding-since", bridge_local_to_utc_ms (agreed, here),
                    NULL);
      bridge_store_save_promise (bridge_space_get_database (fixture->space), promise, &error);
      g_assert_no_error (error);
      g_ptr_array_add (record->promises, g_steal_pointer (&promise));
    }
}

/* All times at full ten minutes, for whoever looks at each of them. */
static void
add_pauses (Fixture *fixture,
            Record  *record,
            GRand   *rand)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);

  for (guint i = 0; i < 8; i++)
    {
      gint64 called_at = bridge_local_to_utc_ms (get_first (fixture), here)
                         + g_rand_int_range (rand, 0, (N_DAYS - 5) * 144) * TEN_MINUTES;
      gint64 return_at = called_at + g_rand_int_range (rand, 2, 200) * TEN_MINUTES;
      gint64 talk_ended_at = g_rand_boolean (rand) ? return_at + g_rand_int_range (rand, 1, 300) * TEN_MINUTES : 0;
      gint64 recovery_until = talk_ended_at != 0 ? talk_ended_at + g_rand_int_range (rand, 0, 400) * TEN_MINUTES : 0;
      gint64 closed_at = MAX (return_at, talk_ended_at) + g_rand_int_range (rand, 1, 600) * TEN_MINUTES;
      g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE, NULL);
      g_autoptr (GError) error = NULL;

      stamp (pause);
      g_object_set (pause,
                    "state", BRIDGE_PAUSE_CLOSED,
                    "called-at", called_at,
                    "return-at", return_at,
                    "talk-ended-at", talk_ended_at,
                    "recovery-until", recovery_until,
                    "closed-at", closed_at,
                    "round", 1,
                    NULL);
      bridge_store_save_pause (bridge_space_get_database (fixture->space), pause, &error);
      g_assert_no_error (error);
      g_ptr_array_add (record->pauses, g_steal_pointer (&pause));
    }
}

static void
add_absences (Fixture *fixture,
              Record  *record,
              GRand   *rand)
{
  const char *who[] = { NULL, bridge_person_get_id (bridge_space_get_me (fixture->space)),
                        bridge_person_get_id (bridge_space_get_partner (fixture->space)) };

  for (guint i = 0; i < 5; i++)
    {
      BridgeLocal from = get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS) * BRIDGE_DAY;
      g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, who[g_rand_int_range (rand, 0, 3)], from,
                                                              from + g_rand_int_range (rand, 1, 9) * BRIDGE_DAY);
      g_autoptr (GError) error = NULL;

      stamp (absence);
      bridge_store_save_absence (bridge_space_get_database (fixture->space), absence, &error);
      g_assert_no_error (error);
      g_ptr_array_add (record->absences, g_steal_pointer (&absence));
    }
}

static void
record_fill (Fixture *fixture,
             Record  *record,
             GRand   *rand)
{
  record->occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  record->wins = g_ptr_array_new_with_free_func (g_object_unref);
  record->promises = g_ptr_array_new_with_free_func (g_object_unref);
  record->pauses = g_ptr_array_new_with_free_func (g_object_unref);
  record->absences = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_RITUALS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ritual %u", i);

      record->rituals[i] = fixture_add_ritual (fixture, title, "2026-07-01T19:00", "FREQ=DAILY", "");
    }
  add_occurrences (fixture, record, rand);
  add_wins (fixture, record, rand);
  add_promises (fixture, record, rand);
  add_pauses (fixture, record, rand);
  add_absences (fixture, record, rand);
  fixture_reopen (fixture);
}

/* ---- Counted slowly ---- */

static guint
slow_rituals (Record      *record,
              const char  *ids,
              BridgeLocal  since)
{
  guint n = 0;

  for (guint i = 0; i < record->occurrences->len; i++)
    {
      BridgeOccurrence *one = g_ptr_array_index (record->occurrences, i);
      BridgeOutcome outcome = bridge_occurrence_get_outcome (one);

      if ((outcome == BRIDGE_OUTCOME_KEPT || outcome == BRIDGE_OUTCOME_SMALLER) &&
          strstr (ids, bridge_occurrence_get_ritual_id (one)) != NULL && bridge_occurrence_get_planned (one) >= since &&
          bridge_occurrence_get_planned (one) < local ("2026-11-23"))
        n++;
    }
  return n;
}

static guint
slow_wins (Record      *record,
           const char  *kind,
           BridgeLocal  since)
{
  guint n = 0;

  for (guint i = 0; i < record->wins->len; i++)
    {
      BridgeWin *win = g_ptr_array_index (record->wins, i);
      const char *nick = bridge_enum_to_nick (BRIDGE_TYPE_WIN_KIND, bridge_win_get_kind (win));

      if (bridge_win_get_on (win) >= since && !g_str_equal (nick, "milestone") && (kind == NULL || g_str_equal (nick, kind)))
        n++;
    }
  return n;
}

static guint
slow_promises (Fixture     *fixture,
               Record      *record,
               BridgeLocal  since)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  guint n = 0;

  for (guint i = 0; i < record->promises->len; i++)
    {
      BridgePromise *promise = g_ptr_array_index (record->promises, i);
      gboolean kept = bridge_promise_get_state (promise) == BRIDGE_PROMISE_KEPT && bridge_promise_get_due (promise) >= since;
      gboolean re_agreed = *bridge_promise_get_earlier (promise) != '\0' &&
                           bridge_promise_get_reminding_since (promise) >= bridge_local_to_utc_ms (since, here);

      if (bridge_promise_get_who (promise) == NULL && bridge_promise_get_state (promise) != BRIDGE_PROMISE_LET_GO &&
          (kept || re_agreed))
        n++;
    }
  return n;
}

static guint
slow_talks (Fixture     *fixture,
            Record      *record,
            BridgeLocal  since)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  guint n = 0;

  for (guint i = 0; i < record->pauses->len; i++)
    n += bridge_pause_get_talk_ended_at (g_ptr_array_index (record->pauses, i)) >= MAX (bridge_local_to_utc_ms (since, here), 1);
  return n;
}

static gboolean
is_held (BridgePause *pause,
         gint64       at)
{
  gint64 talk_ended_at = bridge_pause_get_talk_ended_at (pause);

  if (at < bridge_pause_get_called_at (pause) || at >= bridge_pause_get_closed_at (pause))
    return FALSE;
  if (at < bridge_pause_get_return_at (pause) + 24 * 60 * BRIDGE_MS_PER_MINUTE && (talk_ended_at == 0 || at < talk_ended_at))
    return TRUE;
  return talk_ended_at != 0 && at >= talk_ended_at && at < bridge_pause_get_recovery_until (pause);
}

/* Looks at every ten minutes of the day, of which there may be 23 or 25 hours. */
static gboolean
slow_is_quiet (Record      *record,
               BridgeLocal  day,
               const char  *who,
               GTimeZone   *here)
{
  for (guint i = 0; i < record->absences->len; i++)
    {
      BridgeAbsence *absence = g_ptr_array_index (record->absences, i);
      const char *absent = bridge_absence_get_who (absence);

      if (day >= bridge_absence_get_from (absence) && day < bridge_absence_get_until (absence) &&
          (absent == NULL || who == NULL || g_str_equal (absent, who)))
        return TRUE;
    }
  for (gint64 at = bridge_local_to_utc_ms (day, here); at < bridge_local_to_utc_ms (day + BRIDGE_DAY, here); at += TEN_MINUTES)
    for (guint i = 0; i < record->pauses->len; i++)
      if (is_held (g_ptr_array_index (record->pauses, i), at))
        return TRUE;
  return FALSE;
}

static guint
slow_days (Fixture     *fixture,
           Record      *record,
           BridgeLocal  since,
           const char  *who,
           BridgeLocal  rest_on,
           BridgeLocal  resume_on)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  guint n = 0;

  for (BridgeLocal day = since; day < local ("2026-11-22"); day += BRIDGE_DAY)
    if (!(day >= rest_on && day < resume_on) && !slow_is_quiet (record, day, who, here))
      n++;
  return n;
}

static void
test_random (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (user_data));
  g_auto (Record) record = { NULL };
  g_autofree char *all = NULL;

  record_fill (fixture, &record, rand);
  all = g_strjoin (",", record.rituals[0], record.rituals[1], record.rituals[2], NULL);
  for (guint i = 0; i < 20; i++)
    {
      BridgeLocal since = get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS) * BRIDGE_DAY;
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_RITUALS, 10);
      const char *ids = g_rand_boolean (rand) ? record.rituals[g_rand_int_range (rand, 0, N_RITUALS)] : all;
      const char *kind = g_rand_boolean (rand) ? "listening" : NULL;

      g_object_set (milestone, "since", since, "ritual-ids", ids, NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, slow_rituals (&record, ids, since));
      g_object_set (milestone, "source", BRIDGE_MILESTONE_FROM_WINS, "ritual-ids", "", "win-kind", kind, NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, slow_wins (&record, kind, since));
      g_object_set (milestone, "source", BRIDGE_MILESTONE_FROM_PROMISES, "win-kind", NULL, NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, slow_promises (fixture, &record, since));
      g_object_set (milestone, "source", BRIDGE_MILESTONE_FROM_TALKS, NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, slow_talks (fixture, &record, since));
      g_object_set (milestone, "source", BRIDGE_MILESTONE_FROM_NOTHING, NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 0);
    }
}

/* Weeks, of one and of both, some with a rest in between; whatever a week begins with. */
static void
test_random_weeks (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (user_data));
  g_auto (Record) record = { NULL };
  guint differing = 0;

  record_fill (fixture, &record, rand);
  for (guint i = 0; i < 20; i++)
    {
      BridgeLocal since = get_first (fixture) + g_rand_int_range (rand, 0, N_DAYS) * BRIDGE_DAY;
      BridgeLocal rest_on = since + g_rand_int_range (rand, 0, 30) * BRIDGE_DAY;
      BridgeLocal resume_on = rest_on + g_rand_int_range (rand, 0, 20) * BRIDGE_DAY;
      const char *who = g_rand_boolean (rand) ? bridge_person_get_id (bridge_space_get_me (fixture->space)) : NULL;
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_WEEKS, 10);
      g_autoptr (BridgeMilestoneChange) rest = NULL;
      g_autoptr (BridgeMilestoneChange) resume = NULL;
      BridgeDatabase *db = bridge_space_get_database (fixture->space);
      guint days = slow_days (fixture, &record, since, who, rest_on, resume_on);

      stamp (milestone);
      g_object_set (milestone, "since", since, "who", who, NULL);
      g_assert_true (bridge_store_save_milestone (db, milestone, NULL));
      rest = bridge_milestone_change_new (bridge_milestone_get_id (milestone), BRIDGE_MILESTONE_REST, rest_on);
      resume = bridge_milestone_change_new (bridge_milestone_get_id (milestone), BRIDGE_MILESTONE_RESUME, resume_on);
      stamp (rest);
      stamp (resume);
      g_assert_true (bridge_store_save_milestone_change (db, rest, NULL));
      g_assert_true (bridge_store_save_milestone_change (db, resume, NULL));
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, days / 7);
      differing += days != slow_days (fixture, &record, since, who, 0, 0);
    }
  g_assert_cmpuint (differing, >, 3);
}

/* Seven days of the calendar, one of which has 25 hours; today is not over. */
static void
test_weeks (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_WEEKS, 4);
  const struct {
    const char *since;
    guint weeks;
  } vectors[] = {
    { "2026-11-22", 0 }, { "2026-11-16", 0 }, { "2026-11-15", 1 }, { "2026-11-09", 1 }, { "2026-11-08", 2 },
    { "2026-10-26", 3 }, { "2026-10-25", 4 }, { "2026-10-19", 4 }, { "2026-10-18", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_object_set (milestone, "since", local (vectors[i].since), NULL);
      g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, vectors[i].weeks);
    }
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), utc (fixture, "2026-11-23T00:00"));
  g_object_set (milestone, "since", local ("2026-11-16"), NULL);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 1);
}

/* What was reached stays at what it was then. */
static void
test_reached (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_WEEKS, 2);

  g_object_set (milestone, "since", local ("2026-10-18"), "state", BRIDGE_MILESTONE_REACHED, "reached-on", local ("2026-11-02"), NULL);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 2);
}

/* What only the other one does is not counted, for a milestone of both neither: what becomes one's own falls out. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  user_data)
{
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  const char *partner = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autofree char *shared = fixture_add_ritual (fixture, "Walk", "2026-11-01T17:00", "FREQ=DAILY", "");
  g_autoptr (BridgeRitual) own = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-01T17:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_RITUALS, 5);
  g_autofree char *ids = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (own, "title", "Breathe", "who", me, "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (fixture->space, own);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = fixture_name (i == 0 ? shared : bridge_ritual_get_id (stored), "2026-11-20T17:00");

      g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error));
      g_assert_no_error (error);
    }
  ids = g_strjoin (",", shared, bridge_ritual_get_id (stored), NULL);
  g_object_set (milestone, "ritual-ids", ids, "since", local ("2026-11-01"), "who", me, NULL);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 2);
  g_object_set (milestone, "who", NULL, NULL);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 1);
  g_object_set (milestone, "who", partner, NULL);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 1);
}

static void
look (Fixture              *fixture,
      BridgeMilestone      *milestone,
      BridgeMilestoneAhead *ahead)
{
  g_autoptr (GError) error = NULL;

  bridge_milestone_ahead_clear (ahead);
  g_assert_true (bridge_milestone_look_ahead (fixture->space, milestone, ahead, &error));
  g_assert_no_error (error);
}

static void
keep (Fixture    *fixture,
      const char *id,
      const char *start)
{
  g_autofree char *name = fixture_name (id, start);
  g_autoptr (GError) error = NULL;

  bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
}

/* Below five entries nothing is concluded; above, a little less than what was, over the days that count. */
static void
test_look_ahead (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (fixture, "Weekly walk", "2026-08-01T10:00", "FREQ=DAILY", "");
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Walks", BRIDGE_MILESTONE_FROM_RITUALS, 0);
  g_autoptr (BridgeAbsence) away =
    bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-10-05"), local ("2026-11-02"));
  g_autoptr (BridgeAbsence) stored = NULL;
  g_auto (BridgeMilestoneAhead) ahead = { 0 };
  g_autoptr (GError) error = NULL;

  g_object_set (milestone, "ritual-ids", id, "since", local ("2026-11-22"), NULL);
  look (fixture, milestone, &ahead);
  g_assert_cmpuint (ahead.found, ==, 0);
  g_assert_cmpint (ahead.target, ==, 3);
  g_assert_cmpint (ahead.revisit_on, ==, local ("2026-12-20"));
  g_assert_cmpstr (ahead.why, ==, "There is little to go by yet, so it begins small: 3 by Sunday, 20 December.");

  /* Before the eight weeks it does not count. */
  keep (fixture, id, "2026-09-26T10:00");
  for (int day = 1; day <= 4; day++)
    {
      g_autofree char *start = g_strdup_printf ("2026-11-%02dT10:00", 2 + 3 * day);

      keep (fixture, id, start);
    }
  look (fixture, milestone, &ahead);
  g_assert_cmpuint (ahead.found, ==, 4);
  g_assert_cmpint (ahead.target, ==, 3);
  for (int day = 1; day <= 5; day++)
    {
      g_autofree char *start = g_strdup_printf ("2026-10-%02dT10:00", 10 + day);

      keep (fixture, id, start);
    }
  look (fixture, milestone, &ahead);
  g_assert_cmpuint (ahead.found, ==, 9);
  g_assert_cmpint (ahead.target, ==, 6);
  g_assert_cmpint (ahead.revisit_on, ==, local ("2027-01-03"));
  g_assert_cmpstr (ahead.why, ==,
                   "You had 9 moments of “Weekly walk” in the last 8 weeks, so 6 by Sunday, 3 January 2027 is within reach.");

  /* Days away are in no denominator: what was in half of the time is twice as much. */
  stored = bridge_space_add_absence (fixture->space, away, &error);
  g_assert_no_error (error);
  look (fixture, milestone, &ahead);
  g_assert_cmpint (ahead.target, ==, 12);
  g_assert_true (g_str_has_suffix (ahead.why, "is within reach. Days away and pauses are left out."));
}

static void
test_look_ahead_sources (Fixture       *fixture,
                         gconstpointer  user_data)
{
  const struct {
    BridgeMilestoneSource source;
    int target;
    const char *why;
  } vectors[] = {
    { BRIDGE_MILESTONE_FROM_NOTHING, 0, "An open one has no number. A look at it on Sunday, 20 December is enough to begin with." },
    { BRIDGE_MILESTONE_FROM_WINS, 3, "There is little to go by yet, so it begins small: 3 by Sunday, 20 December." },
    { BRIDGE_MILESTONE_FROM_PROMISES, 2, "There is little to go by yet, so it begins small: 2 by Sunday, 20 December." },
    { BRIDGE_MILESTONE_FROM_TALKS, 1, "There is little to go by yet, so it begins small: 1 by Sunday, 20 December." },
    { BRIDGE_MILESTONE_FROM_WEEKS, 4, "Four weeks are a good first stretch. Days away, pauses and rest are left out." },
  };
  g_auto (BridgeMilestoneAhead) ahead = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", vectors[i].source, 0);

      look (fixture, milestone, &ahead);
      g_assert_cmpint (ahead.target, ==, vectors[i].target);
      g_assert_cmpstr (ahead.why, ==, vectors[i].why);
    }

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("Words", local ("2026-11-20"));
      g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, NULL);
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_WINS, 0);

      look (fixture, milestone, &ahead);
      g_assert_cmpuint (ahead.found, ==, i + 1);
    }
  g_assert_cmpint (ahead.target, ==, 5);
  g_assert_cmpstr (ahead.why, ==,
                   "You noted 8 small wins in the last 8 weeks, so 5 by Sunday, 3 January 2027 is within reach.");
}

/* What led there: the wins that it was counted from, starred ones first, and rituals of which something was kept. */
static void
test_led_there (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *walk = fixture_add_ritual (fixture, "Walk", "2026-11-01T10:00", "FREQ=DAILY", "");
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-01T17:00", "FREQ=DAILY", "");
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  const char *const texts[] = { "First", "Second", "Third" };
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GPtrArray) rituals = NULL;
  g_autoptr (GPtrArray) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new (texts[i], local ("2026-11-18") + i * BRIDGE_DAY);
      g_autoptr (BridgeWin) stored = NULL;

      g_object_set (win, "starred", i == 1, NULL);
      stored = bridge_space_add_win (fixture->space, win, NULL);
    }
  keep (fixture, walk, "2026-11-20T10:00");
  keep (fixture, tea, "2026-11-02T17:00");
  g_object_set (milestone, "since", local ("2026-11-18"), NULL);

  wins = bridge_milestone_list_wins (fixture->space, milestone, FALSE, 2, NULL);
  g_assert_cmpuint (wins->len, ==, 2);
  g_assert_cmpstr (bridge_win_get_text (g_ptr_array_index (wins, 0)), ==, "Second");
  g_assert_cmpstr (bridge_win_get_text (g_ptr_array_index (wins, 1)), ==, "Third");
  rituals = bridge_milestone_list_rituals (fixture->space, milestone, 4, NULL);
  g_assert_cmpuint (rituals->len, ==, 1);
  g_assert_cmpstr (bridge_ritual_get_title (g_ptr_array_index (rituals, 0)), ==, "Walk");
  g_object_set (milestone, "source", BRIDGE_MILESTONE_FROM_RITUALS, "ritual-ids", tea, NULL);
  none = bridge_milestone_list_rituals (fixture->space, milestone, 4, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static BridgeMilestoneLed *
find_led (GPtrArray             *all,
          BridgeMilestoneSource  kind)
{
  for (guint i = 0; i < all->len; i++)
    if (((BridgeMilestoneLed *) g_ptr_array_index (all, i))->kind == kind)
      return g_ptr_array_index (all, i);
  return NULL;
}

/* As many are listed, or told of as more, as are counted; what a milestone was counted from comes first. */
static void
test_led (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (user_data));
  g_auto (Record) record = { NULL };
  const char *const mores[] = { NULL, "ritual", "small win", "promise", "talk", NULL };

  record_fill (fixture, &record, rand);
  for (int weeks = 1; weeks < 14; weeks += 4)
    for (BridgeMilestoneSource source = BRIDGE_MILESTONE_FROM_WINS; source <= BRIDGE_MILESTONE_FROM_WEEKS; source++)
      {
        BridgeLocal since = bridge_local_day_start (bridge_clock_local_now (fixture->clock)) - weeks * 7 * BRIDGE_DAY;
        g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", source, 10);
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) all = NULL;
        g_autoptr (GPtrArray) certain = NULL;
        g_autofree char *more = NULL;
        BridgeMilestoneLed *led;
        guint n;

        g_object_set (milestone, "since", since, NULL);
        all = bridge_milestone_list_led (fixture->space, milestone, TRUE, &error);
        g_assert_no_error (error);
        certain = bridge_milestone_list_led (fixture->space, milestone, FALSE, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (certain->len, ==, find_led (all, source) != NULL ? 1 : 0);
        g_assert_true (certain->len == 0 || find_led (certain, source) != NULL);
        n = bridge_test_count_milestone (fixture->space, milestone);
        led = find_led (all, source);
        if (n == 0)
          {
            g_assert_null (led);
            continue;
          }
        g_assert_true (led == g_ptr_array_index (all, 0));
        g_assert_cmpuint (source == BRIDGE_MILESTONE_FROM_WEEKS ? 1 : n, ==, led->words->len + led->more);
        g_assert_cmpuint (led->words->len, <=, 5);
        g_assert_true (source == BRIDGE_MILESTONE_FROM_WEEKS || find_led (all, BRIDGE_MILESTONE_FROM_WEEKS) == NULL);
        more = bridge_milestone_led_dup_more (led);
        g_assert_true ((more != NULL) == (led->more > 0));
        if (more != NULL)
          g_assert_nonnull (strstr (more, mores[source]));
      }
}

#define ADD(path, data, test) \
  g_test_add ("/milestone-record/" path, Fixture, GUINT_TO_POINTER (data), fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("random/1", 1, test_random);
  ADD ("random/2", 2, test_random);
  ADD ("random/3", 3, test_random);
  ADD ("random-weeks/1", 11, test_random_weeks);
  ADD ("random-weeks/2", 12, test_random_weeks);
  ADD ("random-weeks/3", 13, test_random_weeks);
  ADD ("weeks", 0, test_weeks);
  ADD ("reached", 0, test_reached);
  ADD ("whose", 0, test_whose);
  ADD ("look-ahead", 0, test_look_ahead);
  ADD ("look-ahead-sources", 0, test_look_ahead_sources);
  ADD ("led-there", 0, test_led_there);
  ADD ("led/1", 21, test_led);
  ADD ("led/2", 22, test_led);

  return g_test_run ();
}
