/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-agenda.h"
#include "scheduler-fixture.h"

/* The one notice after an absence: when it comes, and what it says. */

/* What the Today page would list as waiting, with what is in front. */
static guint
count_waiting_on_today (Service *service)
{
  g_autoptr (BridgeAgenda) agenda = bridge_agenda_new (service->base.space, BRIDGE_TODAY_BACK_DAYS, 1);
  gint64 now = bridge_clock_now (service->base.clock);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr (BridgeOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (agenda), i);

      n += bridge_occurrence_get_at (occurrence) <= now && bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE;
    }
  return n;
}

static void
test_absence (Service       *service,
              gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *walk = fixture_add_ritual (&service->base, "Walk", "2026-11-23T08:00", "FREQ=DAILY", "0");
  g_autofree char *first = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *last = fixture_name (walk, "2026-11-25T08:00");

  service_jump_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, "digest");
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "5 moments wait for a word on Today.");
  g_assert_null (recorder_get (service->recorder, 0)->occurrence);
  g_assert_false (recorder_get (service->recorder, 0)->answerable);
  service_assert_state (service, first, 10, BRIDGE_REMINDER_FOLDED, "superseded");
  service_assert_state (service, first, 0, BRIDGE_REMINDER_FOLDED, "absence");
  service_assert_state (service, last, 0, BRIDGE_REMINDER_FOLDED, "absence");
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-25T18:50");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

static void
test_absence_of_one (Service       *service,
                     gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  /* Late, but it can still be acted on. */
  service_jump_to (service, "2026-11-23T19:20");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, name);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "It is time for something the two of you planned.");
  service_assert_state (service, name, 10, BRIDGE_REMINDER_FOLDED, "superseded");

  /* Too old to act on. */
  service_jump_to (service, "2026-11-24T19:31");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpstr (recorder_get (service->recorder, 1)->id, ==, "digest");
  g_assert_cmpstr (recorder_get (service->recorder, 1)->body, ==, "1 moment waits for a word on Today.");

  /* The digest counts what still waits, and goes when nothing does. */
  {
    g_autofree char *second = fixture_name (id, "2026-11-24T19:00");

    g_assert_true (recorder_is_standing (service->recorder, "digest"));
    service_answer (service, second, BRIDGE_OUTCOME_KEPT);
    g_assert_false (recorder_is_standing (service->recorder, "digest"));
  }
}

static void
test_long_absence (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *old = fixture_name (id, "2026-12-01T19:00");

  service_jump_to (service, "2027-06-01T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "2 moments wait for a word on Today. What lies further back is in the calendar, and nothing is lost.");
  g_assert_null (service_load (service, old, 0));
  g_assert_cmpuint (count_waiting_on_today (service), ==, 2);
}

/* A week away from what happens once a week: there is nothing on Today, and the digest does not say that there is. */
static void
test_absence_long_over (Service       *service,
                        gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Walk", "2026-11-23T19:00", "FREQ=WEEKLY", "0");

  service_jump_to (service, "2026-11-28T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "What was planned some days ago is in the calendar, and nothing is lost.");
  g_assert_cmpuint (count_waiting_on_today (service), ==, 0);
}

/* To the minute with which the days begin that Today lists. */
static void
test_absence_at_the_edge (Service       *service,
                          gconstpointer  user_data)
{
  g_autofree char *before = fixture_add_ritual (&service->base, "Tea", "2026-11-23T23:59", NULL, "0");
  g_autofree char *first = fixture_add_ritual (&service->base, "Walk", "2026-11-24T00:00", NULL, "0");

  service_jump_to (service, "2026-11-26T23:58");
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "1 moment waits for a word on Today. What lies further back is in the calendar, and nothing is lost.");
  g_assert_cmpuint (count_waiting_on_today (service), ==, 1);
}

/* Many that are announced at one time wait for no word yet. */
static void
test_burst_ahead (Service       *service,
                  gconstpointer  user_data)
{
  for (guint i = 0; i < 4; i++)
    g_free (fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "10"));
  g_free (fixture_add_ritual (&service->base, "Talk", "2026-11-23T18:50", NULL, "0"));
  service_go_to (service, "2026-11-23T18:50");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "1 moment waits for a word on Today. 4 moments are still to come.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/scheduler/digest/" name, Service, NULL, service_set_up, func, service_tear_down)

  ADD ("absence", test_absence);
  ADD ("absence-of-one", test_absence_of_one);
  ADD ("long-absence", test_long_absence);
  ADD ("absence-long-over", test_absence_long_over);
  ADD ("absence-at-the-edge", test_absence_at_the_edge);
  ADD ("burst-ahead", test_burst_ahead);

  return g_test_run ();
}
