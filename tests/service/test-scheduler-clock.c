/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reminder-log.h"
#include "scheduler-fixture.h"

/* Clocks that are wrong for a while. What came too early comes again in its time; what came is not told of twice because
 * the clock lies behind. */

#define TOLD_MS (10 * BRIDGE_MS_PER_MINUTE)

static void
set_up (Service       *service,
        gconstpointer  user_data)
{
  service_set_up (service, NULL);
  recorder_set_clock (service->recorder, service->base.clock);
}

static void
tear_down (Service       *service,
           gconstpointer  user_data)
{
  service_tear_down (service, NULL);
}

static void
advance (Service *service,
         gint64   ms)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (service->base.clock), ms);
}

static void
set_clock (Service *service,
           gint64   utc_ms)
{
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc_ms);
  spin ();
}

/* The service is not there while the clock is set. */
static void
boot_at (Service    *service,
         const char *clock)
{
  service_end (service);
  service_jump_to (service, clock);
  fixture_reopen (&service->base);
  service_start (service);
}

static gint64
get_last_time_of (Service    *service,
                  const char *id)
{
  for (guint i = recorder_count (service->recorder); i > 0; i--)
    if (g_str_equal (recorder_get (service->recorder, i - 1)->id, id))
      return recorder_get_time (service->recorder, i - 1);
  return 0;
}

typedef struct {
  const char *path;
  const char *ahead;     /* what the clock says at first */
  const char *until;     /* and how long it goes on so, (nullable) */
  const char *corrected; /* what it says then */
  gboolean again;        /* the reminder of 19:00 comes in its time */
} Correction;

/* The reminder of 19:00 is shown by a clock that is ahead of the time. */
static const Correction corrections[] = {
  { "at-login", "2026-11-23T19:20", NULL, "2026-11-23T17:30", TRUE },
  { "at-login-by-an-hour", "2026-11-23T19:20", NULL, "2026-11-23T18:20", TRUE },
  { "on-time", "2026-11-23T18:50", "2026-11-23T19:05", "2026-11-23T18:05", TRUE },
  { "on-time-and-at-once", "2026-11-23T18:50", "2026-11-23T19:00", "2026-11-23T18:00", TRUE },
  { "by-days", "2026-11-26T19:20", NULL, "2026-11-23T12:00", TRUE },
  { "too-old-then", "2026-11-24T12:20", NULL, "2026-11-23T12:00", TRUE },
  { "by-a-little", "2026-11-23T18:50", "2026-11-23T19:00", "2026-11-23T18:52", FALSE },
  { "by-seconds", "2026-11-23T18:50", "2026-11-23T19:00", "2026-11-23T18:59:58", FALSE },
  { "after-it", "2026-11-23T18:50", "2026-11-23T20:00", "2026-11-23T19:05", FALSE },
};

static void
test_ahead (Service       *service,
            gconstpointer  data)
{
  const Correction *correction = data;
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  guint n;

  boot_at (service, correction->ahead);
  if (correction->until != NULL)
    service_go_to (service, correction->until);
  n = recorder_count (service->recorder);
  g_assert_cmpuint (n, ==, 1);
  service_jump_to (service, correction->corrected);
  advance (service, 90 * 1000);
  if (correction->again)
    {
      /* It is not time, as it said. */
      g_assert_false (recorder_is_standing (service->recorder, name));
      g_assert_false (recorder_is_standing (service->recorder, "digest"));
      g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
      g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T19:00"));
      n++;
    }
  else
    {
      g_assert_true (recorder_is_standing (service->recorder, name));
    }

  service_go_to (service, "2026-11-23T19:10");
  for (int i = 0; i < 3; i++)
    bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, n);
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
  if (correction->again)
    g_assert_cmpint (get_last_time_of (service, name), ==, utc (&service->base, "2026-11-23T19:00"));
  service_restart (service);
  service_go_to (service, "2026-11-24T10:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, n);
}

/* Every lead time comes again, and a later one that was over by then. */
static void
test_ahead_leads (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "60,10,0,-30");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  boot_at (service, "2026-11-23T19:40");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_jump_to (service, "2026-11-23T17:40");
  service_go_to (service, "2026-11-23T22:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 5);
  for (guint i = 1; i < 5; i++)
    {
      static const char *const times[] = { "2026-11-23T18:00", "2026-11-23T18:50", "2026-11-23T19:00", "2026-11-23T19:30" };

      g_assert_cmpint (recorder_get_time (service->recorder, i), ==, utc (&service->base, times[i - 1]));
    }
  service_restart (service);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 5);
}

/* Between the correction and the reminder the service starts anew, or the computer sleeps. */
static void
test_ahead_restarted (Service       *service,
                      gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  boot_at (service, "2026-11-23T19:20");
  service_jump_to (service, "2026-11-23T17:30");
  service_go_to (service, "2026-11-23T18:55");
  service_restart (service);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

typedef struct {
  const char *path;
  const char *sleeps;    /* when the computer goes to sleep */
  const char *restarted; /* when the service starts anew before, (nullable) */
  gboolean gone;         /* it is not there while the clock is corrected, but comes only then */
  const char *wakes;
  gboolean alone;        /* what comes then is still of use */
} Sleep;

static const Sleep sleeps[] = {
  { "an-evening", "2026-11-23T17:35", NULL, FALSE, "2026-11-23T19:28", TRUE },
  { "two-days", "2026-11-23T17:35", NULL, FALSE, "2026-11-25T19:28", FALSE },
  { "restarted", "2026-11-23T17:45", "2026-11-23T17:40", FALSE, "2026-11-23T19:25", TRUE },
  { "restarted-before", "2026-11-23T17:45", "2026-11-23T17:45", FALSE, "2026-11-23T19:25", TRUE },
  { "restarted-and-two-days", "2026-11-23T17:45", "2026-11-23T17:40", FALSE, "2026-11-25T19:25", FALSE },
  { "started", "2026-11-23T17:45", NULL, TRUE, "2026-11-23T19:28", TRUE },
  { "started-and-two-days", "2026-11-23T17:45", NULL, TRUE, "2026-11-25T19:28", FALSE },
};

/* What was taken down comes, however long the computer sleeps. */
static void
test_ahead_asleep (Service       *service,
                   gconstpointer  data)
{
  const Sleep *sleep = data;
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  boot_at (service, "2026-11-23T19:20");
  if (sleep->gone)
    boot_at (service, "2026-11-23T17:30");
  else
    service_jump_to (service, "2026-11-23T17:30");
  if (sleep->restarted != NULL)
    {
      service_go_to (service, sleep->restarted);
      service_restart (service);
    }
  service_go_to (service, sleep->sleeps);
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);

  service_jump_to (service, sleep->wakes);
  g_assert_true (recorder_is_standing (service->recorder, sleep->alone ? name : "digest"));
  service_assert_state (service, name, 0, sleep->alone ? BRIDGE_REMINDER_SHOWN : BRIDGE_REMINDER_FOLDED,
                        sleep->alone ? NULL : "absence");
  advance (service, 20 * BRIDGE_MS_PER_MINUTE);
  service_restart (service);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* Set back a little once more, just before it sleeps. */
static void
test_ahead_twice_and_asleep (Service       *service,
                             gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  boot_at (service, "2026-11-23T19:20");
  service_jump_to (service, "2026-11-23T17:30");
  service_go_to (service, "2026-11-23T17:35");
  bridge_scheduler_run_now (service->scheduler);
  set_clock (service, bridge_clock_now (service->base.clock) - 1000);
  service_jump_to (service, "2026-11-23T19:28");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* Answered while it stood too early: that is the answer. */
static void
test_ahead_answered (Service       *service,
                     gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  boot_at (service, "2026-11-23T19:20");
  service_answer (service, name, BRIDGE_OUTCOME_NOT_TODAY);
  service_jump_to (service, "2026-11-23T17:30");
  service_go_to (service, "2026-11-23T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* Many at one time, told of together by a clock that is ahead, and together again when it is time. */
static void
test_ahead_burst (Service       *service,
                  gconstpointer  user_data)
{
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ritual %d", i);
      g_autofree char *id = fixture_add_ritual (&service->base, title, "2026-11-23T19:00", NULL, "0");
    }
  boot_at (service, "2026-11-23T18:50");
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_jump_to (service, "2026-11-23T17:00");
  service_go_to (service, "2026-11-23T18:59");
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 2);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpstr (recorder_get (service->recorder, 1)->body, ==, "4 moments wait for a word on Today.");

  /* A second more or less is no news. */
  advance (service, 200);
  set_clock (service, bridge_clock_now (service->base.clock) - 1000);
  advance (service, 5000);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

typedef struct {
  const char *path;
  const char *corrected; /* what the clock says instead of 19:00 */
  guint times;           /* how often the digest comes */
} Little;

/* A digest is told by a clock that is ahead by a little. Once that is taken down it comes in its time. */
static const Little littles[] = {
  { "seconds", "2026-11-23T18:59:30", 1 },
  { "2-minutes", "2026-11-23T18:58", 2 },
  { "6-minutes", "2026-11-23T18:54", 2 },
  { "9-minutes", "2026-11-23T18:51", 2 },
};

static void
test_ahead_burst_by_a_little (Service       *service,
                              gconstpointer  data)
{
  const Little *little = data;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ritual %d", i);
      g_autofree char *id = fixture_add_ritual (&service->base, title, "2026-11-23T19:00", NULL, "0");
    }
  boot_at (service, "2026-11-23T18:40");
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_jump_to (service, little->corrected);
  service_go_to (service, "2026-11-23T18:59:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_true (recorder_is_standing (service->recorder, "digest") == (little->times == 1));
  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  g_assert_cmpstr (recorder_get (service->recorder, little->times - 1)->body, ==, "4 moments wait for a word on Today.");
  service_go_to (service, "2026-11-23T19:30");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  g_assert_cmpuint (recorder_count (service->recorder), ==, little->times);
}

/* What waits for the end of quiet hours that lie ahead again waits for its own time first. */
static void
test_ahead_in_quiet_hours (Service       *service,
                           gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T21:55", NULL, "0");
  g_autofree char *late = fixture_add_ritual (&service->base, "Book", "2026-11-23T22:30", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T21:55");
  g_autofree char *late_name = fixture_name (late, "2026-11-23T22:30");

  service_add_quiet_nights (service);
  boot_at (service, "2026-11-24T02:00");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_PENDING, "quiet-hours");
  service_jump_to (service, "2026-11-23T17:05");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T21:55"));
  service_restart (service);
  service_go_to (service, "2026-11-23T21:55");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_go_to (service, "2026-11-24T06:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_assert_state (service, late_name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
}

typedef struct {
  const char *path;
  int ahead;   /* seconds by which a broken clock jumps, and back again */
  int minutes; /* for how long, every two seconds, from 18:40 on */
  guint most;  /* how often one reminder is shown: too early, and in its time */
} Flips;

static const Flips flips[] = {
  { "5-minutes", 300, 30, 1 },
  { "20-minutes", 1200, 30, 2 },
  { "4-hours", 4 * 3600 + 900, 30, 2 },
  { "5-minutes-back", -300, 30, 1 },
  { "1-hour-back", -3600, 30, 1 },
  { "1-day-back", -86400, 30, 1 },
};

/* No burst, and nothing twice within minutes, whichever of the two times is right; what stands goes on standing. */
static void
test_flips (Service       *service,
            gconstpointer  data)
{
  const Flips *flip = data;
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "10,0");
  g_autofree char *walk = fixture_add_ritual (&service->base, "Walk", "2026-11-23T18:57", NULL, "0");
  g_autofree char *late = fixture_add_ritual (&service->base, "Book", "2026-11-23T23:00", NULL, "0");
  g_autofree char *tea_name = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *walk_name = fixture_name (walk, "2026-11-23T18:57");
  g_autofree char *late_name = fixture_name (late, "2026-11-23T23:00");
  GArray *real = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint noted = 0;
  gint64 now;

  service_go_to (service, "2026-11-23T18:40");
  now = bridge_clock_now (service->base.clock);
  for (int i = 0; i < flip->minutes * 30; i++)
    {
      gint64 right = now + (i + 1) * (gint64) 2000;

      advance (service, 1000);
      set_clock (service, right - 1000 + flip->ahead * (gint64) 1000);
      advance (service, 1000);
      set_clock (service, right);
      for (; noted < recorder_count (service->recorder); noted++)
        g_array_append_val (real, right);
    }

  for (guint i = 0; i < noted; i++)
    for (guint k = i + 1; k < noted; k++)
      if (g_str_equal (recorder_get (service->recorder, i)->id, recorder_get (service->recorder, k)->id) &&
          g_str_equal (recorder_get (service->recorder, i)->body, recorder_get (service->recorder, k)->body))
        g_assert_cmpint (g_array_index (real, gint64, k) - g_array_index (real, gint64, i), >, TOLD_MS);
  g_array_unref (real);
  g_assert_cmpuint (recorder_count_of (service->recorder, walk_name), <=, flip->most);
  g_assert_cmpuint (recorder_count_of (service->recorder, walk_name), >=, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, tea_name), <=, 2 * flip->most);
  g_assert_cmpuint (recorder_count_of (service->recorder, tea_name), >=, 2);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), <=, 1);
  g_assert_true (recorder_is_standing (service->recorder, tea_name));
  g_assert_true (recorder_is_standing (service->recorder, walk_name));

  service_go_to (service, "2026-11-23T23:05");
  g_assert_cmpint (get_last_time_of (service, late_name), ==, utc (&service->base, "2026-11-23T23:00"));
  g_assert_cmpuint (recorder_count_of (service->recorder, late_name), <=, flip->most);
}

typedef struct {
  const char *path;
  const char *behind; /* what the clock says when the computer starts */
} Behind;

static const Behind behinds[] = {
  { "hours", "2026-12-04T07:00" },
  { "days", "2026-11-28T12:00" },
  { "a-month", "2026-11-04T12:00" },
  { "a-year", "2025-01-01T00:00:10" },
  { "1970", "1970-01-02T00:00" },
};

static guint
count_rows (Service *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    bridge_store_load_reminders_since (bridge_space_get_database (service->base.space), 0, G_MAXINT64, G_MAXINT, &error);

  g_assert_no_error (error);
  return rows->len;
}

/* An empty battery, or a hardware clock in local time west of Greenwich: until it is corrected, the clock lies behind. */
static void
test_behind (Service       *service,
             gconstpointer  data)
{
  const Behind *behind = data;
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *walk = fixture_add_ritual (&service->base, "Walk", "2026-11-23T08:00", "FREQ=DAILY", "0");
  guint n_rows, n_shown;

  /* Two days as they come, a week away that goes into a digest, and two days more. */
  service_go_to (service, "2026-11-24T22:00");
  service_jump_to (service, "2026-12-02T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_go_to (service, "2026-12-04T12:00");
  n_rows = count_rows (service);
  n_shown = recorder_count (service->recorder);

  boot_at (service, behind->behind);
  advance (service, 30 * 1000);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (count_rows (service), ==, n_rows);
  advance (service, 5 * BRIDGE_MS_PER_MINUTE);
  service_jump_to (service, "2026-12-04T12:06");
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown);
  service_restart (service);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown);
  g_assert_cmpuint (count_rows (service), ==, n_rows);

  service_go_to (service, "2026-12-04T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown + 2);
}

/* It stays wrong for so long that it is taken at its word. One digest too many is better than a reminder that never comes. */
static void
test_behind_for_long (Service       *service,
                      gconstpointer  data)
{
  const Behind *behind = data;
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  guint n_rows, n_shown;

  service_go_to (service, "2026-12-04T20:00");
  n_rows = count_rows (service);
  n_shown = recorder_count (service->recorder);

  boot_at (service, behind->behind);
  advance (service, 15 * BRIDGE_MS_PER_MINUTE);
  service_jump_to (service, "2026-12-04T20:16");
  for (int i = 0; i < 3; i++)
    {
      bridge_scheduler_run_now (service->scheduler);
      g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
      g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown + 1);
      g_assert_cmpuint (count_rows (service), ==, n_rows);
      service_restart (service);
    }
  service_go_to (service, "2026-12-05T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown + 3);
}

/* Set back by mistake while the service runs, for an hour, and right again. What was taken down then is told of once more. */
static void
test_behind_running (Service       *service,
                     gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  guint n_shown;

  service_jump_to (service, "2026-11-26T12:00");
  service_go_to (service, "2026-11-28T20:00");
  n_shown = recorder_count (service->recorder);
  service_jump_to (service, "2026-10-28T20:00");
  service_go_to (service, "2026-10-28T21:00");
  service_jump_to (service, "2026-11-28T21:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  bridge_scheduler_run_now (service->scheduler);
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown + 1);
  service_go_to (service, "2026-11-29T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, n_shown + 3);
}

static guint
count_log (Service *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bridge_space_list_reminders (service->base.space, 0, G_MAXINT, &error);
  g_autoptr (GPtrArray) lines = bridge_reminder_log_load (service->base.space, G_MAXINT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, lines->len);
  return rows->len;
}

/* What a clock that is far ahead has told of is not what happened. What was shown an hour ago stands there whatever the clock
 * says, also for somebody whose clock is behind the service's. */
static void
test_log (Service       *service,
          gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_jump_to (service, "2027-11-23T12:00");
  service_jump_to (service, "2026-11-23T12:00");
  g_assert_cmpuint (count_log (service), ==, 0);
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T12:30"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_log (service), ==, 1);
  service_go_to (service, "2026-11-23T19:05");
  g_assert_cmpuint (count_log (service), ==, 2);
  service_jump_to (service, "2026-11-23T18:05");
  g_assert_cmpuint (count_log (service), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scheduler-clock/" path, Service, NULL, set_up, test, tear_down)
#define ADD_ALL(name, table, test) \
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strconcat ("/scheduler-clock/" name "/", table[i].path, NULL); \
\
      g_test_add (path, Service, &table[i], set_up, test, tear_down); \
    }

  ADD_ALL ("ahead", corrections, test_ahead)
  ADD ("ahead-leads", test_ahead_leads);
  ADD ("ahead-restarted", test_ahead_restarted);
  ADD_ALL ("ahead-asleep", sleeps, test_ahead_asleep)
  ADD ("ahead-twice-and-asleep", test_ahead_twice_and_asleep);
  ADD ("ahead-answered", test_ahead_answered);
  ADD ("ahead-burst", test_ahead_burst);
  ADD_ALL ("ahead-burst-by", littles, test_ahead_burst_by_a_little)
  ADD ("ahead-in-quiet-hours", test_ahead_in_quiet_hours);
  ADD_ALL ("flips", flips, test_flips)
  ADD_ALL ("behind", behinds, test_behind)
  ADD_ALL ("behind-for-long", behinds, test_behind_for_long)
  ADD ("behind-running", test_behind_running);
  ADD ("log", test_log);
#undef ADD_ALL
#undef ADD

  return g_test_run ();
}
