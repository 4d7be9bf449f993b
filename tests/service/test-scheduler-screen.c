/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>

#include "../support/agreed.h"
#include "scheduler-fixture.h"

/* What stands on the screen goes when nothing of it waits any more, and not before. */

static void
set_up (Service       *service,
        gconstpointer  user_data)
{
  service_set_up (service, NULL);
}

static void
tear_down (Service       *service,
           gconstpointer  user_data)
{
  service_tear_down (service, NULL);
}

static void
snooze (Service    *service,
        const char *name,
        const char *until)
{
  g_autoptr (GError) error = NULL;

  bridge_space_snooze (service->base.space, name, utc (&service->base, until), &error);
  g_assert_no_error (error);
}

static void
switch_reminders (Service  *service,
                  gboolean  on)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_reminders_on (service->base.space, on, &error);
  g_assert_no_error (error);
}

static void
run_sql (Service    *service,
         const char *sql)
{
  g_autofree char *path = g_build_filename (service->base.folder, "space.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static char *
dup_last_error (Service *service)
{
  char *message;

  g_object_get (service->scheduler, "last-error", &message, NULL);
  return message;
}

static void
change_state (Service           *service,
              const char        *id,
              BridgeRitualEvent  event,
              const char        *until)
{
  g_autoptr (GError) error = NULL;

  bridge_space_change_ritual_state (service->base.space, id, event, until != NULL ? local (until) : BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
}

typedef enum { ANSWER, LEAVE_OUT, REST, REST_UNTIL, END, REMOVE, MOVE, N_ENDINGS } Ending;

static const char *const endings[N_ENDINGS] = { "answer", "leave-out", "rest", "rest-until", "end", "remove", "move" };

static void
let_end (Service    *service,
         const char *id,
         const char *name,
         Ending      ending)
{
  g_autoptr (GError) error = NULL;

  switch (ending)
    {
    case ANSWER:
      service_answer (service, name, BRIDGE_OUTCOME_KEPT);
      break;
    case LEAVE_OUT:
      bridge_space_leave_out (service->base.space, name, &error);
      break;
    case REST:
      change_state (service, id, BRIDGE_RITUAL_REST, NULL);
      break;
    case REST_UNTIL:
      change_state (service, id, BRIDGE_RITUAL_REST, "2026-11-26");
      break;
    case END:
      change_state (service, id, BRIDGE_RITUAL_END, NULL);
      break;
    case REMOVE:
      bridge_space_remove_ritual (service->base.space, id, &error);
      break;
    case MOVE:
      space_move_agreed (service->base.space, name, local ("2026-11-23T21:00"));
      break;
    case N_ENDINGS:
    default:
      g_assert_not_reached ();
    }
  g_assert_no_error (error);
}

/* Snoozed past the next lead time: that one was never shown, and says nothing about what stands. */
static void
test_snoozed_past_lead (Service       *service,
                        gconstpointer  ending)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T18:50");
  snooze (service, name, "2026-11-23T19:20");
  service_go_to (service, "2026-11-23T19:10");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "superseded");
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-23T19:25");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_true (recorder_is_standing (service->recorder, name));

  let_end (service, id, name, GPOINTER_TO_INT (ending));
  g_assert_false (recorder_is_standing (service->recorder, name));
}

/* The same for a service that takes over what stands. */
static void
test_snoozed_past_lead_taken_over (Service       *service,
                                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T18:50");
  snooze (service, name, "2026-11-23T19:20");
  service_go_to (service, "2026-11-23T19:25");
  service_restart (service);
  g_assert_true (recorder_is_standing (service->recorder, name));
  snooze (service, name, "2026-11-23T19:40");
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-23T19:40");
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_answer (service, name, BRIDGE_OUTCOME_NOT_TODAY);
  g_assert_false (recorder_is_standing (service->recorder, name));
}

/* The earlier lead's day is over; the later one was put off and has only just come. */
static void
test_older_lead_goes (Service       *service,
                      gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T19:00");
  snooze (service, name, "2026-11-24T09:00");
  service_go_to (service, "2026-11-24T20:00");
  bridge_scheduler_run_now (service->scheduler);
  service_assert_state (service, name, 10, BRIDGE_REMINDER_WITHDRAWN, "too-old");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-25T09:30");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_false (recorder_is_standing (service->recorder, name));
}

/* A digest of moments that lie days behind, told an hour ago: the next service knows of it. */
static void
test_digest_of_old_moments (Service       *service,
                            gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY;COUNT=2", "0");
  g_autofree char *one = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *two = fixture_name (id, "2026-11-24T19:00");

  service_jump_to (service, "2026-12-04T12:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_go_to (service, "2026-12-08T12:00");
  service_restart (service);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_answer (service, one, BRIDGE_OUTCOME_KEPT);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_answer (service, two, BRIDGE_OUTCOME_NOT_TODAY);
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
}

/* Told of a week ago, and nothing else has happened since but time; nobody is told that a reminder is due then. */
static void
test_digest_goes_after_a_week (Service       *service,
                               gconstpointer  restarts)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY;COUNT=2", "0");

  service_jump_to (service, "2026-11-25T12:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  if (restarts != NULL)
    service_restart (service);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-12-02T11:59");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_go_to (service, "2026-12-02T12:01");
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
  g_assert_cmpint (bridge_fake_clock_get_armed (BRIDGE_FAKE_CLOCK (service->base.clock)), ==, BRIDGE_NEVER);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_restart (service);
  service_go_to (service, "2026-12-20T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* Nobody would take it down once it is answered. */
static void
test_switched_off_while_away (Service       *service,
                              gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-25T19:00");

  service_jump_to (service, "2026-11-25T12:00");
  service_go_to (service, "2026-11-25T19:05");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_end (service);
  switch_reminders (service, FALSE);
  service_start (service);
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
  g_assert_false (recorder_is_standing (service->recorder, name));

  switch_reminders (service, TRUE);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-26T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

static void
hide_occurrences_cb (gpointer user_data)
{
  run_sql (user_data, "ALTER TABLE occurrences RENAME TO elsewhere");
}

static void
hide_reminders_cb (gpointer user_data)
{
  run_sql (user_data, "ALTER TABLE reminders RENAME TO elsewhere");
}

/* Whether something still waits could not be read: it is kept, said, and looked at again. */
static void
test_digest_unreadable (Service       *service,
                        gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;

  service_jump_to (service, "2026-11-25T12:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  recorder_crash (service->recorder, hide_occurrences_cb, service);
  service_jump_to (service, "2026-11-25T19:00:20");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  during = dup_last_error (service);
  g_assert_nonnull (during);

  run_sql (service, "ALTER TABLE elsewhere RENAME TO occurrences");
  service_go_to (service, "2026-11-25T19:01:20");
  after = dup_last_error (service);
  g_assert_null (after);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
}

/* What a service before left could not be read at the start: it is found out a minute later. */
static void
test_left_unreadable (Service       *service,
                      gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;

  service_go_to (service, "2026-11-23T19:05");
  service_end (service);
  service_answer (service, name, BRIDGE_OUTCOME_KEPT);
  service_jump_to (service, "2026-11-24T19:00:20");
  recorder_crash (service->recorder, hide_reminders_cb, service);
  service_start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  during = dup_last_error (service);
  g_assert_nonnull (during);

  run_sql (service, "ALTER TABLE elsewhere RENAME TO reminders");
  service_go_to (service, "2026-11-24T19:01:20");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_false (recorder_is_standing (service->recorder, name));
  after = dup_last_error (service);
  g_assert_null (after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add ("/scheduler-screen/" path, Service, data, set_up, test, tear_down)
  for (int i = 0; i < N_ENDINGS; i++)
    {
      g_autofree char *path = g_strconcat ("/scheduler-screen/snoozed-past-lead/", endings[i], NULL);

      g_test_add (path, Service, GINT_TO_POINTER (i), set_up, test_snoozed_past_lead, tear_down);
    }
  ADD ("snoozed-past-lead/taken-over", NULL, test_snoozed_past_lead_taken_over);
  ADD ("older-lead-goes", NULL, test_older_lead_goes);
  ADD ("digest-of-old-moments", NULL, test_digest_of_old_moments);
  ADD ("digest-goes-after-a-week", NULL, test_digest_goes_after_a_week);
  ADD ("digest-goes-after-a-week/restarted", "restarted", test_digest_goes_after_a_week);
  ADD ("switched-off-while-away", NULL, test_switched_off_while_away);
  ADD ("digest-unreadable", NULL, test_digest_unreadable);
  ADD ("left-unreadable", NULL, test_left_unreadable);
#undef ADD

  return g_test_run ();
}
