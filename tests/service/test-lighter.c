/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-lighter.h"
#include "service-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, NULL);
  bridge_space_set_reminders_on (fixture->space, TRUE, &error);
  g_assert_no_error (error);
}

/* Keeps the moments from 2026-11-23 on, one a day, but for those in @but (day numbers, 0 first, ended by -1). */
static void
keep_days (Fixture    *fixture,
           const char *id,
           int         days,
           const int  *but)
{
  for (int day = 0; day < days; day++)
    {
      g_autofree char *start = bridge_local_format (local ("2026-11-23T19:00") + day * BRIDGE_DAY);
      g_autofree char *name = fixture_name (id, start);
      g_autoptr (GError) error = NULL;
      gboolean skip = FALSE;

      for (guint i = 0; but != NULL && but[i] >= 0; i++)
        skip = skip || but[i] == day;
      if (skip)
        continue;
      bridge_space_answer_notice (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error);
      g_assert_no_error (error);
    }
}

static BridgeLighter *
find (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BridgeLighter *found = bridge_lighter_find (fixture->space, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_offer (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const int but[] = { 3, 10, 17, -1 };
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autoptr (BridgeLighter) offer = NULL;
  g_autoptr (BridgeLighter) again = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (GError) error = NULL;

  keep_days (fixture, id, 28, but);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-20T17:00");
  g_assert_null (find (fixture));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-20T20:00");
  offer = find (fixture);
  g_assert_nonnull (offer);
  g_assert_cmpstr (offer->remind, ==, "0");

  g_assert_true (bridge_lighter_accept (offer, fixture->space, &error));
  g_assert_no_error (error);
  ritual = bridge_space_find_ritual (fixture->space, id, &error);
  g_assert_cmpstr (bridge_ritual_get_remind (ritual), ==, "0");
  g_assert_null (find (fixture));
  g_assert_true (bridge_space_undo (fixture->space, &error));
  again = find (fixture);
  g_assert_nonnull (again);
}

static void
test_decline (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeLighter) offer = NULL;
  g_autoptr (BridgeLighter) later = NULL;
  g_autoptr (GError) error = NULL;

  keep_days (fixture, id, 100, NULL);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-21T20:00");
  offer = find (fixture);
  g_assert_nonnull (offer);
  g_assert_cmpstr (offer->remind, ==, "");
  g_assert_true (bridge_lighter_decline (offer, fixture->space, &error));
  g_assert_no_error (error);
  g_assert_null (find (fixture));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2027-02-14T20:00");
  g_assert_null (find (fixture));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2027-02-16T20:00");
  later = find (fixture);
  g_assert_nonnull (later);
}

/* Not while a week was empty, or much was let be, or nothing reminds anyway. */
static void
test_none (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const int week[] = { 7, 8, 9, 10, 11, 12, 13, 14, -1 };
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *silent = fixture_add_ritual (fixture, "Walk", "2026-11-23T19:00", "FREQ=DAILY", "");

  keep_days (fixture, id, 28, week);
  keep_days (fixture, silent, 28, NULL);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-21T18:00");
  g_assert_null (find (fixture));
}

/* Days away are in no figure: a week of which one day was lived and kept is a week. */
static void
test_away (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const int away[] = { 8, 9, 10, 11, 12, 13, -1 };
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeAbsence) absence =
    bridge_absence_new (BRIDGE_ABSENCE_UNWELL, NULL, local ("2026-12-01"), local ("2026-12-07"));
  g_autoptr (BridgeAbsence) added = NULL;
  g_autoptr (BridgeLighter) offer = NULL;
  g_autoptr (GError) error = NULL;

  keep_days (fixture, id, 28, away);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-21T18:00");
  g_assert_null (find (fixture));
  added = bridge_space_add_absence (fixture->space, absence, &error);
  g_assert_no_error (error);
  offer = find (fixture);
  g_assert_nonnull (offer);
}

/* Nor are the days of a pause and the quiet ones after it. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const int quiet[] = { 8, 9, 10, 11, 12, 13, -1 };
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE,
                                                "id", "a-pause",
                                                "state", BRIDGE_PAUSE_CLOSED,
                                                "called-at", utc (fixture, "2026-12-01T12:00"),
                                                "return-at", utc (fixture, "2026-12-01T12:20"),
                                                "talk-ended-at", utc (fixture, "2026-12-01T13:00"),
                                                "recovery-until", utc (fixture, "2026-12-07T13:00"),
                                                "closed-at", utc (fixture, "2026-12-08T13:00"),
                                                "round", 1,
                                                "updated-at", (gint64) 1,
                                                NULL);
  g_autoptr (BridgeLighter) offer = NULL;
  g_autoptr (GError) error = NULL;

  keep_days (fixture, id, 28, quiet);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-21T18:00");
  g_assert_null (find (fixture));
  bridge_store_save_pause (bridge_space_get_database (fixture->space), pause, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  offer = find (fixture);
  g_assert_nonnull (offer);
}

/* A week that was wholly in the quiet ones of a pause does not make the other three worth less; two of them leave too little
 * to go by, and so does a week in which anything was let be. */
static void
test_quiet_week (void)
{
  static const struct {
    const char *until;      /* of the recovery window; %NULL: there was no pause */
    int quiet;              /* days without a word, from the eighth on */
    gboolean offer;
  } cases[] = {
    { NULL, 7, FALSE },
    { "2026-12-06T13:00", 7, FALSE }, /* the last of them is not in it */
    { "2026-12-07T13:00", 7, TRUE },
    { "2026-12-14T13:00", 14, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture own = { 0 };
      g_autofree char *id = NULL;
      g_autoptr (BridgePause) pause = NULL;
      g_autoptr (BridgeLighter) offer = NULL;
      g_autoptr (GError) error = NULL;
      int but[16] = { 0 };

      set_up (&own, NULL);
      for (int day = 0; day < cases[i].quiet; day++)
        but[day] = 7 + day;
      but[cases[i].quiet] = -1;
      id = fixture_add_ritual (&own, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
      keep_days (&own, id, 28, but);
      if (cases[i].until != NULL)
        {
          pause = g_object_new (BRIDGE_TYPE_PAUSE,
                                "id", "a-pause",
                                "state", BRIDGE_PAUSE_CLOSED,
                                "called-at", utc (&own, "2026-11-30T12:00"),
                                "return-at", utc (&own, "2026-11-30T12:20"),
                                "talk-ended-at", utc (&own, "2026-11-30T13:00"),
                                "recovery-until", utc (&own, cases[i].until),
                                "closed-at", utc (&own, "2026-12-17T13:00"),
                                "round", 1,
                                "updated-at", (gint64) 1,
                                NULL);
          bridge_store_save_pause (bridge_space_get_database (own.space), pause, &error);
          g_assert_no_error (error);
          fixture_reopen (&own);
        }
      bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (own.clock), "2026-12-21T18:00");
      offer = find (&own);
      g_test_message ("case %u", i);
      g_assert_cmpint (offer != NULL, ==, cases[i].offer);
      fixture_tear_down (&own, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/lighter/" path, Fixture, NULL, set_up, test, fixture_tear_down)
  ADD ("offer", test_offer);
  ADD ("decline", test_decline);
  ADD ("none", test_none);
  ADD ("away", test_away);
  ADD ("pause", test_pause);
  g_test_add_func ("/lighter/quiet-week", test_quiet_week);

  return g_test_run ();
}
