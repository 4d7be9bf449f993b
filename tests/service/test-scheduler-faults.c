/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bridge-scheduler.h"
#include "service-fixture.h"

typedef struct {
  Fixture base;
  Recorder *recorder;
  BridgeScheduler *scheduler;
  char *ritual;
  char *name; /* of the moment on 2026-11-23 at 19:00 */
} Service;

static void
start (Service *service)
{
  service->scheduler = bridge_scheduler_new (service->base.space, BRIDGE_NOTIFIER (service->recorder));
  bridge_scheduler_start (service->scheduler);
}

static void
set_up (Service       *service,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&service->base, NULL);
  service->recorder = recorder_new ();
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  service->ritual = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  service->name = fixture_name (service->ritual, "2026-11-23T19:00");
  start (service);
}

static void
tear_down (Service       *service,
           gconstpointer  user_data)
{
  g_assert_finalize_object (service->scheduler);
  g_assert_finalize_object (service->recorder);
  g_free (service->ritual);
  g_free (service->name);
  fixture_tear_down (&service->base, NULL);
}

static void
go_to (Service    *service,
       const char *to)
{
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (service->base.clock), to);
}

static BridgeReminderState
get_state (Service *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReminder) reminder =
    bridge_store_load_reminder (bridge_space_get_database (service->base.space), service->ritual, local ("2026-11-23T19:00"),
                                0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reminder);
  return bridge_reminder_get_state (reminder);
}

/* It tries again at a time of its own, which people are not told: what they are told is when the next reminder is due. */
static void
assert_wakes_at (Service    *service,
                 const char *retry,
                 const char *due)
{
  g_assert_cmpint (bridge_fake_clock_get_armed (BRIDGE_FAKE_CLOCK (service->base.clock)), ==, utc (&service->base, retry));
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, due));
}

static char *
dup_last_error (Service *service)
{
  char *message;

  g_object_get (service->scheduler, "last-error", &message, NULL);
  return message;
}

/* The service dies after the claim was written and before anything was shown. */
static void
test_crash_before_showing (Service       *service,
                           gconstpointer  user_data)
{
  recorder_refuse (service->recorder, TRUE);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_PENDING);
  g_assert_finalize_object (service->scheduler);
  fixture_reopen (&service->base);
  recorder_refuse (service->recorder, FALSE);
  start (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SHOWN);
}

static char *
get_path (Service    *service,
          const char *suffix)
{
  return g_strconcat (service->base.folder, "/space.db", suffix, NULL);
}

static void
keep_file_cb (gpointer user_data)
{
  Service *service = user_data;
  g_autofree char *path = get_path (service, "");
  g_autofree char *kept = get_path (service, ".kept");
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (kept, content, length, &error);
  g_assert_no_error (error);
}

static void
put_file_back (Service *service)
{
  g_autofree char *path = get_path (service, "");
  g_autofree char *kept = get_path (service, ".kept");

  g_assert_cmpint (g_rename (kept, path), ==, 0);
}

/* The service dies after showing and before writing so: the same notification comes once more in the place of itself. */
static void
test_crash_after_showing (Service       *service,
                          gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  recorder_crash (service->recorder, keep_file_cb, service);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_finalize_object (service->scheduler);
  g_assert_finalize_object (service->base.space);
  put_file_back (service);
  service->base.space = bridge_space_open (service->base.folder, service->base.clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_PENDING);
  start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 2);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SHOWN);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

static void
test_crash_in_digest (Service       *service,
                      gconstpointer  user_data)
{
  recorder_refuse (service->recorder, TRUE);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-11-26T12:00"));
  g_assert_finalize_object (service->scheduler);
  fixture_reopen (&service->base);
  recorder_refuse (service->recorder, FALSE);
  start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "2 moments wait for a word on Today. What lies further back is in the calendar, and nothing is lost.");
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_FOLDED);
}

static void
test_nobody_shows (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  recorder_refuse (service->recorder, TRUE);
  go_to (service, "2026-11-23T19:05");
  before = dup_last_error (service);
  g_assert_cmpstr (before, ==, "Nobody shows notifications.");
  assert_wakes_at (service, "2026-11-23T19:10", "2026-11-24T19:00");
  recorder_refuse (service->recorder, FALSE);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  after = dup_last_error (service);
  g_assert_null (after);
}

/* A full disk takes no claim. It is shown all the same, once, and written when there is room again. */
static void
test_disk_full (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;

  set_disk_full (TRUE);
  go_to (service, "2026-11-23T19:00");
  during = dup_last_error (service);
  g_assert_nonnull (during);
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  bridge_scheduler_run_now (service->scheduler);
  go_to (service, "2026-11-23T19:10");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  go_to (service, "2026-11-24T19:10");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  set_disk_full (FALSE);

  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SHOWN);
  after = dup_last_error (service);
  g_assert_null (after);
  g_assert_finalize_object (service->scheduler);
  fixture_reopen (&service->base);
  start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* It was shown while the disk was full, and snoozed before the service had written so: the snooze counts. */
static void
test_snoozed_after_disk_full (Service       *service,
                              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *during = NULL;

  set_disk_full (TRUE);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  bridge_scheduler_run_now (service->scheduler);
  during = dup_last_error (service);
  g_assert_nonnull (during);
  assert_wakes_at (service, "2026-11-23T19:01", "2026-11-24T19:00");
  set_disk_full (FALSE);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (service->base.clock), 30 * 1000);
  bridge_space_snooze (service->base.space, service->name, utc (&service->base, "2026-11-23T19:10"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SNOOZED);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T19:10"));
  go_to (service, "2026-11-23T19:10");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 2);
}

typedef struct {
  const char *path;
  const char *from;  /* the disk is full, by the clock that is ahead or once it is right */
  const char *until;
  const char *wakes; /* the computer sleeps until then from 17:35 on */
} Full;

static const Full fulls[] = {
  { "shown", "2026-11-23T18:59", NULL, "2026-11-23T18:59" },
  { "taken-down", NULL, "2026-11-23T17:35", "2026-11-23T19:20" },
  { "taken-down-for-days", NULL, "2026-11-23T17:35", "2026-11-25T18:00" },
};

/* Shown too early, and taken down, while nothing can be written: it comes in its time, once. */
static void
test_ahead_disk_full (Service       *service,
                      gconstpointer  data)
{
  const Full *full = data;
  guint n;

  if (full->from != NULL)
    {
      go_to (service, full->from);
      set_disk_full (TRUE);
    }
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  if (full->from == NULL)
    set_disk_full (TRUE);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-11-23T17:30"));
  go_to (service, "2026-11-23T17:35");
  g_assert_false (recorder_is_standing (service->recorder, service->name));
  if (full->until != NULL)
    set_disk_full (FALSE);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, full->wakes));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (service->base.clock), 10 * BRIDGE_MS_PER_MINUTE);
  for (int i = 0; i < 3; i++)
    bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  set_disk_full (FALSE);
  bridge_scheduler_run_now (service->scheduler);
  n = get_state (service);
  g_assert_true (n == BRIDGE_REMINDER_SHOWN || n == BRIDGE_REMINDER_FOLDED);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* Another process holds the file while something is due: the retry is a minute later, and only then. */
static void
test_unreadable (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *path = get_path (service, "");
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "ALTER TABLE reminders RENAME TO elsewhere", NULL, NULL, NULL), ==, SQLITE_OK);
  go_to (service, "2026-11-23T19:00");
  during = dup_last_error (service);
  g_assert_nonnull (during);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  assert_wakes_at (service, "2026-11-23T19:01", "2026-11-23T19:00");
  g_assert_cmpint (sqlite3_exec (db, "ALTER TABLE elsewhere RENAME TO reminders", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  go_to (service, "2026-11-23T19:01");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  after = dup_last_error (service);
  g_assert_null (after);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-24T19:00"));
}

/* The answer came while the service was away. */
static void
test_answered_while_away (Service       *service,
                          gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, service->name));
  g_assert_finalize_object (service->scheduler);
  bridge_space_answer_notice (service->base.space, service->name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
  start (service);
  g_assert_false (recorder_is_standing (service->recorder, service->name));
}

/* Another process answers, and the one with the notification hears of it. */
static void
test_answered_outside (Service       *service,
                       gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  BridgeSpace *other;

  spin ();
  go_to (service, "2026-11-23T19:00");
  other = bridge_space_open (service->base.folder, service->base.clock, &error);
  g_assert_no_error (error);
  bridge_space_answer_notice (other, service->name, BRIDGE_OUTCOME_NOT_TODAY, &error);
  g_assert_no_error (error);
  while (recorder_is_standing (service->recorder, service->name))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (other);
}

static void
answer_outside_cb (gpointer user_data)
{
  Service *service = user_data;
  g_autoptr (GError) error = NULL;
  BridgeSpace *other = bridge_space_open (service->base.folder, service->base.clock, &error);

  g_assert_no_error (error);
  bridge_space_answer_notice (other, service->name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (other);
}

static void
snooze_outside_cb (gpointer user_data)
{
  Service *service = user_data;
  g_autoptr (GError) error = NULL;
  BridgeSpace *other = bridge_space_open (service->base.folder, service->base.clock, &error);

  g_assert_no_error (error);
  bridge_space_snooze (other, service->name, utc (&service->base, "2026-11-23T19:10"), &error);
  g_assert_no_error (error);
  g_assert_finalize_object (other);
}

static void
wait_until_down (Service *service)
{
  while (recorder_is_standing (service->recorder, service->name))
    g_main_context_iteration (NULL, TRUE);
}

/* Another process snoozes it while the desktop takes its time to show it: that is not written over. */
static void
test_snoozed_while_showing (Service       *service,
                            gconstpointer  user_data)
{
  spin ();
  recorder_crash (service->recorder, snooze_outside_cb, service);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SNOOZED);
  wait_until_down (service);
  go_to (service, "2026-11-23T19:09");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  go_to (service, "2026-11-23T19:10");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 2);
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_SHOWN);
}

static void
test_answered_while_showing (Service       *service,
                             gconstpointer  user_data)
{
  spin ();
  recorder_crash (service->recorder, answer_outside_cb, service);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_ANSWERED);
  wait_until_down (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* The same in a digest, of which the rest is noted. */
static void
test_answered_in_digest (Service       *service,
                         gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReminder) other = NULL;

  spin ();
  recorder_crash (service->recorder, answer_outside_cb, service);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-11-25T12:00"));
  g_assert_cmpint (get_state (service), ==, BRIDGE_REMINDER_ANSWERED);
  other = bridge_store_load_reminder (bridge_space_get_database (service->base.space), service->ritual, local ("2026-11-24T19:00"),
                                      0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_reminder_get_state (other), ==, BRIDGE_REMINDER_FOLDED);
  spin ();
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
}

/* Two services at once: each claims for itself, and one of them shows. */
static void
test_two_services (Service       *service,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  BridgeSpace *space = bridge_space_open (service->base.folder, service->base.clock, &error);
  BridgeScheduler *second;

  g_assert_no_error (error);
  second = bridge_scheduler_new (space, BRIDGE_NOTIFIER (service->recorder));
  bridge_scheduler_start (second);
  for (int day = 23; day < 30; day++)
    {
      g_autofree char *to = g_strdup_printf ("2026-11-%dT19:00", day);

      go_to (service, to);
      bridge_scheduler_run_now (service->scheduler);
      bridge_scheduler_run_now (second);
    }
  g_assert_cmpuint (recorder_count (service->recorder), ==, 7);
  g_assert_finalize_object (second);
  g_assert_finalize_object (space);
}

/* Written by a newer version: it can be read, not changed. */
static void
become_read_only (Service *service)
{
  g_autofree char *path = get_path (service, "");
  sqlite3 *db;

  g_assert_finalize_object (service->scheduler);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  fixture_reopen (&service->base);
}

/* What was shown cannot be noted, so a start does not tell of all that lies behind: of what can still be acted on, and of what
 * comes due. */
static void
test_read_only_restart (Service       *service,
                        gconstpointer  user_data)
{
  become_read_only (service);
  start (service);
  for (int day = 24; day < 27; day++)
    {
      g_autofree char *noon = g_strdup_printf ("2026-11-%dT12:00", day);
      g_autofree char *name = g_strdup_printf ("%s@2026-11-%dT19:00", service->ritual, day);
      g_autofree char *evening = g_strdup_printf ("2026-11-%dT19:00", day);

      g_assert_finalize_object (service->scheduler);
      bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, noon));
      fixture_reopen (&service->base);
      start (service);
      bridge_scheduler_run_now (service->scheduler);
      g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 0);
      go_to (service, evening);
      g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
    }

  /* While it runs it knows what it has shown, and what the computer slept over. */
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-11-28T12:00"));
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 4);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  g_assert_finalize_object (service->scheduler);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-11-29T19:20"));
  fixture_reopen (&service->base);
  start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 5);
}

/* With an empty battery the computer starts years behind: the time that is skipped then did not go by. */
static void
test_read_only_behind (Service       *service,
                       gconstpointer  user_data)
{
  become_read_only (service);
  for (int i = 0; i < 3; i++)
    {
      bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "1970-01-02T00:00"));
      start (service);
      bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (service->base.clock), 20 * 1000);
      bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-12-10T18:58"));
      bridge_scheduler_run_now (service->scheduler);
      g_assert_cmpuint (recorder_count (service->recorder), ==, i);
      go_to (service, "2026-12-10T19:01");
      g_assert_cmpuint (recorder_count (service->recorder), ==, i + 1);
      g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 0);
      g_assert_finalize_object (service->scheduler);
      fixture_reopen (&service->base);
    }

  /* From then on it knows again what the computer sleeps over. */
  start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 4);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-12-13T12:00"));
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
}

static void
test_read_only (Service       *service,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  become_read_only (service);
  g_assert_true (bridge_space_get_read_only (service->base.space));
  g_assert_nonnull (bridge_space_get_read_only_reason (service->base.space));
  bridge_space_answer_notice (service->base.space, service->name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  start (service);
  go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, service->name), ==, 1);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scheduler-faults/" path, Service, NULL, set_up, test, tear_down)
  ADD ("crash-before-showing", test_crash_before_showing);
  ADD ("crash-after-showing", test_crash_after_showing);
  ADD ("crash-in-digest", test_crash_in_digest);
  ADD ("nobody-shows", test_nobody_shows);
  ADD ("disk-full", test_disk_full);
  ADD ("snoozed-after-disk-full", test_snoozed_after_disk_full);
  for (gsize i = 0; i < G_N_ELEMENTS (fulls); i++)
    {
      g_autofree char *path = g_strconcat ("/scheduler-faults/ahead-disk-full/", fulls[i].path, NULL);

      g_test_add (path, Service, &fulls[i], set_up, test_ahead_disk_full, tear_down);
    }
  ADD ("unreadable", test_unreadable);
  ADD ("answered-while-away", test_answered_while_away);
  ADD ("answered-outside", test_answered_outside);
  ADD ("snoozed-while-showing", test_snoozed_while_showing);
  ADD ("answered-while-showing", test_answered_while_showing);
  ADD ("answered-in-digest", test_answered_in_digest);
  ADD ("two-services", test_two_services);
  ADD ("read-only", test_read_only);
  ADD ("read-only-restart", test_read_only_restart);
  ADD ("read-only-behind", test_read_only_behind);
#undef ADD

  return g_test_run ();
}
