/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-planner.h"
#include "service-fixture.h"

static BridgeRitual *
make_ritual (const char *start,
             const char *rule,
             const char *times,
             const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start), rule, times, zone, &error);

  g_assert_no_error (error);
  return g_object_new (BRIDGE_TYPE_RITUAL, "id", "r", "title", "Tea", "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, NULL);
}

static BridgeOccurrence *
make_row (const char    *ritual_id,
          const char    *start,
          const char    *moved_to,
          gboolean       left_out,
          BridgeOutcome  outcome)
{
  return g_object_new (BRIDGE_TYPE_OCCURRENCE,
                       "id", start,
                       "ritual-id", ritual_id,
                       "start", local (start),
                       "moved-to", moved_to != NULL ? local (moved_to) : BRIDGE_LOCAL_NONE,
                       "left-out", left_out,
                       "outcome", outcome,
                       NULL);
}

static char *
plan (BridgeRitual *ritual,
      GPtrArray    *rows,
      const char   *zone_id,
      const char   *from,
      const char   *to)
{
  g_autoptr (GTimeZone) zone = bridge_zone_new (zone_id, NULL);
  g_autoptr (GPtrArray) found = bridge_plan_occurrences (ritual, rows, bridge_local_to_utc_ms (local (from), zone),
                                                         bridge_local_to_utc_ms (local (to), zone), zone);
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (found, i);
      g_autofree char *at = bridge_local_format (bridge_occurrence_get_local (occurrence));

      g_assert_true (bridge_occurrence_get_ritual (occurrence) == ritual);
      g_assert_cmpint (bridge_occurrence_get_at (occurrence), >=, last);
      last = bridge_occurrence_get_at (occurrence);
      g_string_append_printf (words, "%s%s%s%s", i > 0 ? " " : "", at + 5,
                              bridge_occurrence_get_left_out (occurrence) ? "-" : "",
                              bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE ? "+" : "");
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_plan(ritual, rows, zone, from, to, expected) G_STMT_START { \
  g_autofree char *planned = plan (ritual, rows, zone, from, to); \
  g_assert_cmpstr (planned, ==, expected); \
} G_STMT_END

static void
test_merge (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("2026-11-23T19:00", "FREQ=DAILY", NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  assert_plan (ritual, NULL, "Europe/Berlin", "2026-11-20", "2026-11-26", "11-23T19:00 11-24T19:00 11-25T19:00");
  g_ptr_array_add (rows, make_row ("r", "2026-11-24T19:00", NULL, FALSE, BRIDGE_OUTCOME_KEPT));
  g_ptr_array_add (rows, make_row ("r", "2026-11-25T19:00", NULL, TRUE, BRIDGE_OUTCOME_NONE));
  g_ptr_array_add (rows, make_row ("other", "2026-11-23T19:00", NULL, TRUE, BRIDGE_OUTCOME_NONE));
  assert_plan (ritual, rows, "Europe/Berlin", "2026-11-20", "2026-11-26", "11-23T19:00 11-24T19:00+ 11-25T19:00-");

  /* In and out of what is looked at. */
  g_ptr_array_add (rows, make_row ("r", "2026-11-23T19:00", "2026-12-24T12:00", FALSE, BRIDGE_OUTCOME_NONE));
  assert_plan (ritual, rows, "Europe/Berlin", "2026-11-20", "2026-11-26", "11-24T19:00+ 11-25T19:00-");
  assert_plan (ritual, rows, "Europe/Berlin", "2026-12-24", "2026-12-25", "12-24T12:00 12-24T19:00");
  assert_plan (ritual, rows, "Europe/Berlin", "2026-12-24T12:00", "2026-12-24T19:00", "12-24T12:00");
  assert_plan (ritual, rows, "Europe/Berlin", "2026-12-24T12:00:01", "2026-12-24T19:00", "");
}

static void
test_changed_schedule (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("2026-11-25T20:00", "FREQ=DAILY", NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  /* What was recorded under the old one stays; what was not is nothing. */
  g_ptr_array_add (rows, make_row ("r", "2026-11-23T19:00", NULL, FALSE, BRIDGE_OUTCOME_KEPT));
  g_ptr_array_add (rows, make_row ("r", "2026-11-24T19:00", NULL, FALSE, BRIDGE_OUTCOME_NONE));
  g_ptr_array_add (rows, make_row ("r", "2026-11-25T19:00", NULL, TRUE, BRIDGE_OUTCOME_NONE));
  g_ptr_array_add (rows, make_row ("r", "2026-11-26T19:00", "2026-11-26T12:00", FALSE, BRIDGE_OUTCOME_NONE));
  assert_plan (ritual, rows, "Europe/Berlin", "2026-11-20", "2026-11-27",
               "11-23T19:00+ 11-25T20:00 11-26T12:00 11-26T20:00");
}

static void
test_zones (void)
{
  g_autoptr (BridgeRitual) floating = make_ritual ("2026-11-23T19:00", "FREQ=DAILY", "08:00,19:00", NULL);
  g_autoptr (BridgeRitual) pinned = make_ritual ("2026-11-23T19:00", "FREQ=DAILY", NULL, "Europe/Berlin");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  assert_plan (floating, NULL, "Asia/Tokyo", "2026-11-24", "2026-11-25", "11-24T08:00 11-24T19:00");
  assert_plan (pinned, NULL, "Asia/Tokyo", "2026-11-25", "2026-11-26", "11-25T03:00");
  assert_plan (pinned, NULL, "Pacific/Kiritimati", "2026-11-25", "2026-11-26", "11-25T08:00");
  assert_plan (pinned, NULL, "America/New_York", "2026-11-24", "2026-11-25", "11-24T13:00");
  g_ptr_array_add (rows, make_row ("r", "2026-11-24T19:00", "2026-11-24T23:00", FALSE, BRIDGE_OUTCOME_NONE));
  assert_plan (pinned, rows, "America/New_York", "2026-11-24", "2026-11-25", "11-24T17:00");
}

static void
test_clock_changes (void)
{
  g_autoptr (BridgeRitual) gap = make_ritual ("2027-03-20T02:30", "FREQ=DAILY", NULL, NULL);
  g_autoptr (BridgeRitual) several = make_ritual ("2027-03-20T01:30", "FREQ=DAILY", "01:30,02:30,03:00,03:30", NULL);
  g_autoptr (BridgeRitual) pinned = make_ritual ("2027-03-20T19:00", "FREQ=DAILY", NULL, "America/New_York");

  /* 02:30 is not there on 28 March 2027: read with the offset before the gap it is 03:30. */
  assert_plan (gap, NULL, "Europe/Berlin", "2027-03-27", "2027-03-30", "03-27T02:30 03-28T03:30 03-29T02:30");
  assert_plan (several, NULL, "Europe/Berlin", "2027-03-28", "2027-03-29",
               "03-28T01:30 03-28T03:00 03-28T03:30 03-28T03:30");
  /* On 31 October 2027 it is there twice: the first counts. */
  assert_plan (gap, NULL, "Europe/Berlin", "2027-10-31", "2027-11-01", "10-31T02:30");
  assert_plan (several, NULL, "Europe/Berlin", "2027-10-31", "2027-11-01",
               "10-31T01:30 10-31T02:30 10-31T03:00 10-31T03:30");
  /* Between the changes of two countries. */
  assert_plan (pinned, NULL, "Europe/Berlin", "2027-03-27", "2027-03-30", "03-27T00:00 03-28T00:00 03-29T01:00");
}

static void
assert_next (BridgeRitual *ritual,
             GPtrArray    *rows,
             const char   *from,
             const char   *expected)
{
  g_autoptr (GTimeZone) zone = bridge_zone_new ("Europe/Berlin", NULL);
  BridgeMoment moment;
  gboolean found = bridge_plan_next (ritual, rows, bridge_local_to_utc_ms (local (from), zone), zone, &moment);

  g_assert_cmpint (found, ==, expected != NULL);
  if (expected != NULL)
    {
      g_autofree char *text = bridge_local_format (bridge_local_from_utc_ms (moment.at, zone));

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_next (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("2026-11-23T19:00", "FREQ=DAILY;COUNT=5", NULL, NULL);
  g_autoptr (BridgeRitual) once = make_ritual ("2026-11-23T19:00", NULL, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  assert_next (ritual, NULL, "2020-01-01", "2026-11-23T19:00");
  assert_next (ritual, NULL, "2026-11-23T19:00", "2026-11-23T19:00");
  assert_next (ritual, NULL, "2026-11-23T19:00:01", "2026-11-24T19:00");
  assert_next (ritual, NULL, "2026-11-27T19:00:01", NULL);
  assert_next (once, NULL, "2026-11-23T19:00:01", NULL);

  g_ptr_array_add (rows, make_row ("r", "2026-11-23T19:00", NULL, FALSE, BRIDGE_OUTCOME_NOT_TODAY));
  g_ptr_array_add (rows, make_row ("r", "2026-11-24T19:00", "2026-11-26T12:00", FALSE, BRIDGE_OUTCOME_NONE));
  g_ptr_array_add (rows, make_row ("r", "2026-11-25T19:00", NULL, TRUE, BRIDGE_OUTCOME_NONE));
  assert_next (ritual, rows, "2026-11-23T12:00", "2026-11-26T12:00");
  assert_next (ritual, rows, "2026-11-26T12:01", "2026-11-26T19:00");

  g_object_set (ritual, "state", BRIDGE_RITUAL_RESTING, "resting-until", local ("2026-11-27"), NULL);
  assert_next (ritual, rows, "2026-11-23T12:00", "2026-11-27T19:00");
  g_object_set (ritual, "resting-until", BRIDGE_LOCAL_NONE, NULL);
  assert_next (ritual, rows, "2026-11-23T12:00", NULL);
}

static void
test_guard (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("1970-01-01T00:00", "FREQ=DAILY", "00:00,06:00,12:00,18:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GArray) moments = bridge_plan_moments (ritual, NULL, 0, G_GINT64_CONSTANT (4102444800000), zone);

  g_assert_cmpuint (moments->len, ==, BRIDGE_PLAN_MAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planner/merge", test_merge);
  g_test_add_func ("/planner/changed-schedule", test_changed_schedule);
  g_test_add_func ("/planner/zones", test_zones);
  g_test_add_func ("/planner/clock-changes", test_clock_changes);
  g_test_add_func ("/planner/next", test_next);
  g_test_add_func ("/planner/guard", test_guard);

  return g_test_run ();
}
