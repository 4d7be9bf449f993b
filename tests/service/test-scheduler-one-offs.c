/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-space-reviews.h"
#include "one-offs-fixture.h"

#include "../support/agreed.h"

/* Promises are reminded of as rituals are: once, whatever happens meanwhile. */

static void
test_comes_once (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T19:00", "0");

  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-24T19:00"));
  service_go_to (service, "2026-11-24T18:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T19:30");
  one_offs_run_often (service);
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, name);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->title, ==, "Footbridge");
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "Ada gave a promise, for today at 19:00.");
  g_assert_cmpint (recorder_get (service->recorder, 0)->kind, ==, BRIDGE_NOTICE_PROMISE);
  g_assert_cmpint (recorder_get_time (service->recorder, 0), ==, utc (&service->base, "2026-11-24T19:00"));
  g_assert_true (recorder_is_standing (service->recorder, name));
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "shown", NULL);

  /* A day later it has stood for long enough. */
  service_go_to (service, "2026-11-25T19:01");
  g_assert_false (recorder_is_standing (service->recorder, name));
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "withdrawn", "too-old");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* Without a time it goes by nine in the morning; a later reminder takes the place of the one before. */
static void
test_leads (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  bridge_space_set_show_titles (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  name = one_offs_add (service, "Ask at the workshop", "2026-11-24", "0,1440");
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->title, ==, "Ask at the workshop");
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "Ada gave this promise, for tomorrow.");
  g_assert_cmpint (recorder_get_time (service->recorder, 0), ==, utc (&service->base, "2026-11-23T09:00"));
  g_assert_cmpstr (recorder_get (service->recorder, 1)->body, ==, "Ada gave this promise, for today.");
  g_assert_cmpint (recorder_get_time (service->recorder, 1), ==, utc (&service->base, "2026-11-24T09:00"));
}

/* What somebody has said is not asked again, nor when that is taken back. */
static void
test_answered (Service       *service,
               gconstpointer  user_data)
{
  const BridgePromiseEvent events[] = { BRIDGE_PROMISE_KEEP, BRIDGE_PROMISE_RELEASE };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *due = g_strdup_printf ("2026-11-2%uT19:00", 4 + i);
      g_autofree char *step = g_strconcat (due, "/0", NULL);
      g_autofree char *before = one_offs_add (service, "Before it is time", due, "0");
      g_autofree char *after = one_offs_add (service, "After that", due, "0");
      g_autoptr (GError) error = NULL;

      one_offs_change (service, before, events[i]);
      service_go_to (service, due);
      g_assert_cmpuint (recorder_count_of (service->recorder, before), ==, 0);
      g_assert_cmpuint (recorder_count_of (service->recorder, after), ==, 1);
      one_offs_change (service, after, events[i]);
      g_assert_false (recorder_is_standing (service->recorder, after));
      one_offs_assert_row (service, after, step, "answered", "answered");
      bridge_space_undo (service->base.space, &error);
      g_assert_no_error (error);
      one_offs_run_often (service);
      g_assert_cmpuint (recorder_count_of (service->recorder, after), ==, 1);
    }
}

/* Another date is another reminder, and what stood for the old one goes; back to the old one, it comes then. */
static void
test_re_agreed (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T19:00", "0,1440");

  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, name));
  one_offs_re_agree (service, name, "2026-11-26T08:00");
  g_assert_false (recorder_is_standing (service->recorder, name));
  one_offs_assert_row (service, name, "2026-11-24T19:00/1440", "withdrawn", "moved");
  service_go_to (service, "2026-11-24T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-25T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  one_offs_re_agree (service, name, "2026-11-27");
  one_offs_re_agree (service, name, "2026-11-26T08:00");
  /* The day before has come, and is behind. */
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_go_to (service, "2026-11-28T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  g_assert_cmpint (recorder_get_time (service->recorder, 2), ==, utc (&service->base, "2026-11-26T08:00"));
}

static void
test_quiet_hours (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *name = NULL;

  service_add_quiet_nights (service);
  name = one_offs_add (service, "Ask at the workshop", "2026-11-24T23:00", "0");
  service_go_to (service, "2026-11-25T06:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-25T07:00"));
  service_go_to (service, "2026-11-25T07:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  g_assert_cmpint (recorder_get_time (service->recorder, 0), ==, utc (&service->base, "2026-11-25T07:00"));
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "Ada gave a promise, for yesterday at 23:00.");
}

/* After an absence one comes by itself, several come as one; and the one of several goes once nothing of it is open. */
static void
test_late (Service       *service,
           gconstpointer  several)
{
  g_autofree char *first = one_offs_add (service, "One", "2026-11-24T19:00", "0,60");
  g_autofree char *second = several != NULL ? one_offs_add (service, "Two", "2026-11-25", "0") : NULL;

  service_jump_to (service, "2026-11-25T12:00");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  if (several == NULL)
    {
      g_assert_true (recorder_is_standing (service->recorder, first));
      g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "Ada gave a promise, for yesterday at 19:00.");
      return;
    }

  g_assert_true (recorder_is_standing (service->recorder, BRIDGE_ONE_OFFS_ID));
  one_offs_assert_row (service, first, "2026-11-24T19:00/0", "folded", "absence");
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  one_offs_change (service, first, BRIDGE_PROMISE_KEEP);
  g_assert_true (recorder_is_standing (service->recorder, BRIDGE_ONE_OFFS_ID));
  one_offs_change (service, second, BRIDGE_PROMISE_RELEASE);
  g_assert_false (recorder_is_standing (service->recorder, BRIDGE_ONE_OFFS_ID));
}

/* After weeks nobody is told of it: it stands on Today. */
static void
test_too_late (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");

  service_jump_to (service, "2026-12-02T12:00");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
}

static void
test_burst (Service       *service,
            gconstpointer  user_data)
{
  for (int i = 0; i < 4; i++)
    g_free (one_offs_add (service, "One of many", "2026-11-24", "0"));
  service_go_to (service, "2026-11-24T12:00");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_true (recorder_is_standing (service->recorder, BRIDGE_ONE_OFFS_ID));
}

/* Off is off; what was due meanwhile does not come afterwards. */
static void
test_off (Service       *service,
          gconstpointer  user_data)
{
  g_autofree char *first = one_offs_add (service, "One", "2026-11-23T19:00", "0");
  g_autofree char *second = one_offs_add (service, "Two", "2026-11-24T19:00", "0");
  g_autofree char *third = one_offs_add (service, "Three", "2026-11-25T19:00", "0");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, first));
  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_false (recorder_is_standing (service->recorder, first));
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-11-25T12:00");
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-25T20:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, second), ==, 0);
  g_assert_cmpuint (recorder_count_of (service->recorder, third), ==, 1);
}

/* It is claimed before it is shown, and kept for whoever shows it. */
static void
test_nobody_shows (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");

  recorder_refuse (service->recorder, TRUE);
  service_go_to (service, "2026-11-24T19:02");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "pending", "no-server");
  service_restart (service);
  recorder_refuse (service->recorder, FALSE);
  service_go_to (service, "2026-11-24T19:08");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "shown", NULL);
}

static void
keep_file_cb (gpointer user_data)
{
  Service *service = user_data;
  g_autofree char *path = g_build_filename (service->base.folder, "space.db", NULL);
  g_autofree char *copy = g_strconcat (path, "-as-it-was", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, content, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Killed after showing and before writing so: the same notification comes once more in the place of itself. */
static void
test_killed (Service       *service,
             gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");
  g_autofree char *path = g_build_filename (service->base.folder, "space.db", NULL);
  g_autofree char *copy = g_strconcat (path, "-as-it-was", NULL);
  g_autoptr (GError) error = NULL;

  recorder_crash (service->recorder, keep_file_cb, service);
  service_go_to (service, "2026-11-24T19:00");
  service_end (service);
  g_assert_finalize_object (service->base.space);
  g_assert_cmpint (g_rename (copy, path), ==, 0);
  service->base.space = bridge_space_open (service->base.folder, service->base.clock, &error);
  g_assert_no_error (error);
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "pending", NULL);
  service_start (service);
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "shown", NULL);
}

/* Shown all the same, once, and written when there is room. */
static void
test_disk_full (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");
  g_autofree char *problem = NULL;

  set_disk_full (TRUE);
  service_go_to (service, "2026-11-24T19:20");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  g_object_get (service->scheduler, "last-error", &problem, NULL);
  g_assert_nonnull (problem);
  set_disk_full (FALSE);
  service_go_to (service, "2026-11-24T19:30");
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "shown", NULL);
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* In a file that is only read, what is due comes, and no more than once as long as the service runs. */
static void
test_read_only (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *old = one_offs_add (service, "One", "2026-11-23T19:00", "0");
  g_autofree char *name = one_offs_add (service, "Two", "2026-11-24T19:00", "0");
  g_autofree char *path = g_build_filename (service->base.folder, "space.db", NULL);
  g_autoptr (GError) error = NULL;

  /* Written by a newer Footbridge. */
  service_end (service);
  g_assert_finalize_object (service->base.space);
  {
    g_autofree char *content = NULL;
    gsize length;

    /* user_version, big-endian, at byte 60 */
    g_file_get_contents (path, &content, &length, &error);
    g_assert_no_error (error);
    content[63] = 99;
    g_file_set_contents (path, content, (gssize) length, &error);
    g_assert_no_error (error);
  }
  service_jump_to (service, "2026-11-24T12:00");
  service->base.space = bridge_space_open (service->base.folder, service->base.clock, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_get_read_only (service->base.space));
  service_start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T19:20");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* What another process writes counts here. */
static void
test_two_processes (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *first = one_offs_add (service, "One", "2026-11-24T19:00", "0");
  g_autofree char *second = one_offs_add (service, "Two", "2026-11-24T20:00", "0");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeClock) clock = bridge_fake_clock_new_local ("2026-11-24T19:00", "Europe/Berlin");
  g_autoptr (BridgeSpace) other = bridge_space_open (service->base.folder, clock, &error);

  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T19:00");
  g_assert_true (recorder_is_standing (service->recorder, first));
  g_assert_true (bridge_space_change_promise (other, one_offs_get_id (first), BRIDGE_PROMISE_KEEP, &error));
  g_assert_true (bridge_space_change_promise (other, one_offs_get_id (second), BRIDGE_PROMISE_KEEP, &error));
  g_assert_true (bridge_space_refresh (service->base.space));
  g_assert_false (recorder_is_standing (service->recorder, first));
  service_go_to (service, "2026-11-24T20:30");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* The buttons of what stands speak to who has shown it. */
static void
test_take_over (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");

  service_go_to (service, "2026-11-24T19:00");
  recorder_become_another (service->recorder);
  service_restart (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  recorder_close (service->recorder, name);
  service_restart (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);

  /* Answered while nobody was there to take it down. */
  service_end (service);
  one_offs_change (service, name, BRIDGE_PROMISE_KEEP);
  service_start (service);
  one_offs_assert_row (service, name, "2026-11-24T19:00/0", "answered", "answered");
}

/* The day on which to look at a boundary again: in its morning, and gone once another day is set. */
static void
test_boundary (Service       *service,
               gconstpointer  user_data)
{
  BridgePerson *me = bridge_space_get_me (service->base.space);
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, bridge_person_get_id (me));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) stored = NULL;
  g_autofree char *name = NULL;

  stored = bridge_space_add_boundary (service->base.space, boundary, "No talks after ten", local ("2026-11-24"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_boundary_get_state (stored), ==, BRIDGE_BOUNDARY_AGREED);
  name = bridge_one_off_format_name (BRIDGE_SUBJECT_BOUNDARY, bridge_boundary_get_id (stored));
  service_go_to (service, "2026-11-24T09:30");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpint (recorder_get_time (service->recorder, 0), ==, utc (&service->base, "2026-11-24T09:00"));
  g_assert_true (recorder_is_standing (service->recorder, name));
  bridge_space_set_boundary_review (service->base.space, bridge_boundary_get_id (stored), local ("2026-11-26"), &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-26T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* Somebody proposes other words while the day for a look at the present ones waits for the quiet hours to end. */
static void
test_boundary_proposed (Service       *service,
                        gconstpointer  user_data)
{
  BridgeSpace *space = service->base.space;
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 22 * 60, 10 * 60);
  g_autoptr (BridgeHours) noted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) stored = NULL;
  g_autofree char *name = NULL;

  noted = bridge_space_add_hours (space, hours, &error);
  g_assert_no_error (error);
  stored = bridge_space_add_boundary (space, boundary, "Quiet is rest", local ("2026-11-24"), &error);
  g_assert_no_error (error);
  bridge_space_set_speaker (space, bridge_person_get_id (bridge_space_get_partner (space)), &error);
  g_assert_true (bridge_space_agree_boundary (space, bridge_boundary_get_id (stored), &error));
  name = bridge_one_off_format_name (BRIDGE_SUBJECT_BOUNDARY, bridge_boundary_get_id (stored));

  service_go_to (service, "2026-11-24T09:30");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  g_assert_true (bridge_space_revise_boundary (space, bridge_boundary_get_id (stored), "Quiet is thinking", local ("2027-01-24"),
                                               &error));
  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T10:30");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  g_assert_true (recorder_is_standing (service->recorder, name));

  /* One that stands goes on standing. */
  bridge_space_set_speaker (space, bridge_person_get_id (bridge_space_get_partner (space)), &error);
  g_assert_true (bridge_space_withdraw_boundary (space, bridge_boundary_get_id (stored), &error));
  g_assert_no_error (error);
  one_offs_run_often (service);
  g_assert_true (recorder_is_standing (service->recorder, name));
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* The end of a pause comes in its time, in quiet hours and even when reminders are off, once, and goes with the answers. */
static void
test_pause_return (Service       *service,
                   gconstpointer  off)
{
  g_autoptr (BridgePause) pause = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  service_add_quiet_nights (service);
  if (off != NULL)
    bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-22T22:30");
  pause = one_offs_call_pause (service);
  name = bridge_one_off_format_name (BRIDGE_SUBJECT_PAUSE, bridge_pause_get_id (pause));
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-22T22:50"));
  service_go_to (service, "2026-11-22T22:49");
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-22T22:50");
  one_offs_run_often (service);
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, name);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "It is the time you chose.");
  g_assert_cmpint (recorder_get (service->recorder, 0)->kind, ==, BRIDGE_NOTICE_OPEN);
  g_assert_true (recorder_is_standing (service->recorder, name));

  one_offs_answer_pause (service, bridge_space_get_me (service->base.space), BRIDGE_READINESS_READY);
  g_assert_true (recorder_is_standing (service->recorder, name));
  one_offs_answer_pause (service, bridge_space_get_partner (service->base.space), BRIDGE_READINESS_READY);
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* Put off: what stood goes, and comes at the other time. */
static void
test_pause_extended (Service       *service,
                     gconstpointer  user_data)
{
  g_autoptr (BridgePause) pause = one_offs_call_pause (service);
  g_autofree char *name = bridge_one_off_format_name (BRIDGE_SUBJECT_PAUSE, bridge_pause_get_id (pause));
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-22T18:20");
  g_assert_true (recorder_is_standing (service->recorder, name));
  one_offs_answer_both (service, BRIDGE_READINESS_LONGER);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-22T18:39");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-22T18:40");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  one_offs_answer_both (service, BRIDGE_READINESS_ANOTHER_DAY);
  bridge_space_put_off_pause (service->base.space, utc (&service->base, "2026-11-23T18:00"), &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-23T18:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 3);
  g_assert_cmpint (recorder_get_time (service->recorder, 2), ==, utc (&service->base, "2026-11-23T18:00"));
}

/* A promise waits while a pause and the recovery window after it last, and comes by itself when they are over. */
static void
test_pause_holds (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-22T18:10", "0");
  g_autoptr (BridgePause) pause = one_offs_call_pause (service);
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-22T18:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 0);
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  service_go_to (service, "2026-11-22T18:40");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 0);
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 0);
  service_go_to (service, "2026-11-24T18:40");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  g_assert_cmpint (recorder_get_time (service->recorder, recorder_count (service->recorder) - 1), >=,
                   utc (&service->base, "2026-11-24T18:40"));
}

/* The days after it: a word in between, unless both have written theirs, and a look back at the end; neither in the night. */
static void
test_pause_after (Service       *service,
                  gconstpointer  written)
{
  g_autoptr (BridgePause) pause = one_offs_call_pause (service);
  g_autofree char *name = bridge_one_off_format_name (BRIDGE_SUBJECT_PAUSE, bridge_pause_get_id (pause));
  g_autoptr (GError) error = NULL;
  GListModel *persons = bridge_space_get_persons (service->base.space);

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-22T18:20");
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  service_go_to (service, "2026-11-22T23:00");
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  bridge_space_set_pause_follow_up_time (service->base.space, utc (&service->base, "2026-11-23T12:00"), &error);
  g_assert_no_error (error);
  recorder_clear (service->recorder);
  for (guint i = 0; written != NULL && i < 2; i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      bridge_space_set_speaker (service->base.space, bridge_person_get_id (person), NULL);
      bridge_space_write_pause_follow_up (service->base.space, "Calmer", "", "", &error);
      g_assert_no_error (error);
    }
  service_go_to (service, "2026-11-24T22:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, written != NULL ? 0 : 1);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, written != NULL ? 1 : 2);
  g_assert_cmpint (recorder_get_time (service->recorder, recorder_count (service->recorder) - 1), ==,
                   utc (&service->base, "2026-11-25T07:00"));
}

typedef struct {
  const char *path;
  const char *ahead;     /* what the clock says at first */
  const char *corrected; /* what it says then, and time goes on from there */
  const char *again;     /* (nullable) it is set forward again */
  guint n;               /* how often it comes in all */
} Clock;

static const Clock clocks[] = {
  { "ahead-by-hours", "2026-11-24T19:05", "2026-11-24T12:00", NULL, 2 },
  { "ahead-by-days", "2026-11-25T12:00", "2026-11-23T12:00", NULL, 2 },
  { "ahead-by-a-little", "2026-11-24T19:00", "2026-11-24T18:55", NULL, 1 },
  { "shortly-before", "2026-11-24T19:05", "2026-11-24T18:45", NULL, 2 },
  { "there-and-back", "2026-11-24T19:05", "2026-11-24T12:00", "2026-11-24T19:06", 1 },
  { "back-after-it", "2026-11-24T23:00", "2026-11-24T19:30", NULL, 1 },
};

/* The clock was ahead and is put right: what came too early comes in its time, and nothing is lost or comes for nothing. */
static void
test_clock (Service       *service,
            gconstpointer  data)
{
  const Clock *clock = data;
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");

  service_jump_to (service, clock->ahead);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_jump_to (service, clock->corrected);
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  if (clock->again != NULL)
    service_jump_to (service, clock->again);
  service_go_to (service, "2026-11-25T12:00");
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, clock->n);
  if (clock->n > 1)
    g_assert_cmpint (recorder_get_time (service->recorder, 1), ==, utc (&service->base, "2026-11-24T19:00"));
}

/* The same with a service that starts while the clock is wrong, or after it was put right. */
static void
test_clock_restart (Service       *service,
                    gconstpointer  data)
{
  const Clock *clock = data;
  g_autofree char *name = one_offs_add (service, "One", "2026-11-24T19:00", "0");

  service_end (service);
  service_jump_to (service, clock->ahead);
  fixture_reopen (&service->base);
  service_start (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_end (service);
  service_jump_to (service, clock->corrected);
  fixture_reopen (&service->base);
  service_start (service);
  if (clock->again != NULL)
    service_jump_to (service, clock->again);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, clock->n);
}

static char *
end_review (Service    *service,
            const char *next_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) review = bridge_space_begin_review (service->base.space, &error);

  g_assert_no_error (error);
  bridge_space_finish_review (service->base.space, local (next_on), &error);
  g_assert_no_error (error);
  return bridge_one_off_format_name (BRIDGE_SUBJECT_REVIEW, bridge_review_get_id (review));
}

/* Without a ritual the day that was set is reminded of in its morning, until a review is begun. */
static void
test_review_day (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *first = end_review (service, "2026-11-29");
  g_autofree char *second = NULL;
  g_autoptr (BridgeReview) begun = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-29T08:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-29T09:00");
  g_assert_true (recorder_is_standing (service->recorder, first));
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==, "If you like: something that was planned for this day.");
  begun = bridge_space_begin_review (service->base.space, &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, first));
  bridge_space_finish_review (service->base.space, local ("2026-12-06"), &error);
  g_assert_no_error (error);

  /* One that comes sooner takes the day of the one before along. */
  service_go_to (service, "2026-12-04T12:00");
  second = end_review (service, "2026-12-13");
  service_go_to (service, "2026-12-07T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-12-13T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_true (recorder_is_standing (service->recorder, second));
}

/* Where a ritual says when, it reminds, and the day does not. */
static void
test_review_ritual (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *name = end_review (service, "2026-11-29");
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-29T18:30"), "FREQ=WEEKLY", NULL, NULL, NULL);

  g_object_set (ritual, "title", "Weekly review", "schedule", schedule, "template", BRIDGE_REVIEW_TEMPLATE,
                "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (service->base.space, ritual);
  g_assert_nonnull (bridge_space_peek_review_ritual (service->base.space));
  service_go_to (service, "2026-11-29T12:00");
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
}

#define ADD(path, test) g_test_add ("/scheduler-one-offs/" path, Service, NULL, one_offs_set_up, test, one_offs_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("comes-once", test_comes_once);
  ADD ("leads", test_leads);
  ADD ("answered", test_answered);
  ADD ("re-agreed", test_re_agreed);
  ADD ("quiet-hours", test_quiet_hours);
  ADD ("late", test_late);
  g_test_add ("/scheduler-one-offs/late-several", Service, "several", one_offs_set_up, test_late, one_offs_tear_down);
  ADD ("too-late", test_too_late);
  ADD ("burst", test_burst);
  ADD ("off", test_off);
  ADD ("nobody-shows", test_nobody_shows);
  ADD ("killed", test_killed);
  ADD ("disk-full", test_disk_full);
  ADD ("read-only", test_read_only);
  ADD ("two-processes", test_two_processes);
  ADD ("take-over", test_take_over);
  ADD ("boundary", test_boundary);
  ADD ("boundary-proposed", test_boundary_proposed);
  ADD ("review-day", test_review_day);
  ADD ("review-ritual", test_review_ritual);
  ADD ("pause-return", test_pause_return);
  g_test_add ("/scheduler-one-offs/pause-return-off", Service, "off", one_offs_set_up, test_pause_return, one_offs_tear_down);
  ADD ("pause-extended", test_pause_extended);
  ADD ("pause-holds", test_pause_holds);
  ADD ("pause-after", test_pause_after);
  g_test_add ("/scheduler-one-offs/pause-after-written", Service, "written", one_offs_set_up, test_pause_after, one_offs_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *path = g_strconcat ("/scheduler-one-offs/clock/", clocks[i].path, NULL);
      g_autofree char *restart = g_strconcat ("/scheduler-one-offs/clock-restart/", clocks[i].path, NULL);

      g_test_add (path, Service, &clocks[i], one_offs_set_up, test_clock, one_offs_tear_down);
      g_test_add (restart, Service, &clocks[i], one_offs_set_up, test_clock_restart, one_offs_tear_down);
    }

  return g_test_run ();
}
