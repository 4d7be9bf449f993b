/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "../support/agreed.h"
#include "scheduler-fixture.h"

/*
 * The computer's own clock, and a link of ours in the place of /etc/localtime, which is changed while reminders are due.
 * It begins a few seconds before 19:00 in the first zone, see meson.build; the second one is an hour behind.
 */

#define FIRST "Etc/GMT-3"
#define SECOND "Etc/GMT-2"
#define MOMENT "2026-11-23T19:00"

typedef struct {
  char *folder;
  char *link;
  BridgeClock *clock;
  BridgeSpace *space;
  Recorder *recorder;
  BridgeScheduler *scheduler;
} Traveller;

static void
move_to (Traveller  *traveller,
         const char *zone)
{
  g_autofree char *target = g_strconcat ("/usr/share/zoneinfo/", zone, NULL);
  g_autofree char *other = g_strconcat (traveller->link, ".new", NULL);

  g_assert_cmpint (symlink (target, other), ==, 0);
  g_assert_cmpint (g_rename (other, traveller->link), ==, 0);
}

static void
set_up (Traveller     *traveller,
        gconstpointer  zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (MOMENT), "FREQ=DAILY", NULL, zone, &error);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autofree char *data = NULL;

  g_assert_no_error (error);
  traveller->folder = g_dir_make_tmp ("footbridge-zone-XXXXXX", &error);
  g_assert_no_error (error);
  traveller->link = g_build_filename (traveller->folder, "localtime", NULL);
  data = g_build_filename (traveller->folder, "data", NULL);
  move_to (traveller, FIRST);

  traveller->clock = g_object_new (BRIDGE_TYPE_SYSTEM_CLOCK, "localtime-path", traveller->link, NULL);
  traveller->space = bridge_space_open (data, traveller->clock, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_up (traveller->space, "Ada", "Ben", &error));
  g_assert_true (bridge_space_set_reminders_on (traveller->space, TRUE, &error));
  g_object_set (ritual, "title", "Tea", "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, "minutes", 10, "remind", "0", NULL);
  stored = space_add_agreed (traveller->space, ritual);
  g_assert_no_error (error);

  traveller->recorder = recorder_new ();
  traveller->scheduler = bridge_scheduler_new (traveller->space, BRIDGE_NOTIFIER (traveller->recorder));
  bridge_scheduler_start (traveller->scheduler);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_folder (child);
    }
  g_rmdir (path);
}

static void
tear_down (Traveller     *traveller,
           gconstpointer  zone)
{
  g_assert_finalize_object (traveller->scheduler);
  g_assert_finalize_object (traveller->recorder);
  spin ();
  g_assert_finalize_object (traveller->space);
  spin ();
  g_assert_finalize_object (traveller->clock);
  remove_folder (traveller->folder);
  g_free (traveller->folder);
  g_free (traveller->link);
}

/* UTC ms of a wall clock in one of the two zones. */
static gint64
in_zone (const char *zone,
         const char *text)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);

  return bridge_local_to_utc_ms (local (text), there);
}

/* Lets the main loop run until the clock knows the zone, and the scheduler has followed. */
static void
arrive (Traveller  *traveller,
        const char *zone,
        gint64      deadline)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  move_to (traveller, zone);
  while (TRUE)
    {
      g_autofree char *known = bridge_clock_dup_zone_id (traveller->clock);

      if (g_str_equal (known, zone) && bridge_scheduler_get_next_deadline (traveller->scheduler) == deadline)
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
wait_until_shown (Traveller *traveller)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (recorder_count (traveller->recorder) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
wait_a_moment (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* There and back before it is due, and there and back after it came: it comes once, when the clock here reads 19:00. */
static void
test_floating (Traveller     *traveller,
               gconstpointer  zone)
{
  gint64 here = in_zone (FIRST, MOMENT);
  gint64 there = in_zone (SECOND, MOMENT);

  g_assert_cmpint (there - here, ==, 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_cmpint (bridge_clock_now (traveller->clock), <, here);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (traveller->scheduler), ==, here);
  arrive (traveller, SECOND, there);
  arrive (traveller, FIRST, here);
  g_assert_cmpuint (recorder_count (traveller->recorder), ==, 0);
  wait_until_shown (traveller);
  g_assert_cmpint (bridge_clock_now (traveller->clock), >=, here);
  g_assert_cmpint (bridge_clock_now (traveller->clock), <, here + BRIDGE_MS_PER_MINUTE);

  arrive (traveller, SECOND, there);
  arrive (traveller, FIRST, in_zone (FIRST, "2026-11-24T19:00"));
  wait_a_moment ();
  g_assert_cmpuint (recorder_count (traveller->recorder), ==, 1);
}

/* What is pinned to a zone does not care where its people are. */
static void
test_pinned (Traveller     *traveller,
             gconstpointer  zone)
{
  gint64 due = in_zone (FIRST, MOMENT);
  gint64 next = in_zone (FIRST, "2026-11-24T19:00");

  arrive (traveller, SECOND, due);
  arrive (traveller, FIRST, due);
  arrive (traveller, SECOND, due);
  wait_until_shown (traveller);
  g_assert_cmpint (bridge_clock_now (traveller->clock), >=, due);
  arrive (traveller, FIRST, next);
  arrive (traveller, SECOND, next);
  wait_a_moment ();
  g_assert_cmpuint (recorder_count (traveller->recorder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* Neither the environment nor the system's time service says where this is. */
  g_unsetenv ("TZ");
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/no-system-bus", TRUE);

  g_test_add ("/scheduler/zone/floating", Traveller, NULL, set_up, test_floating, tear_down);
  g_test_add ("/scheduler/zone/pinned", Traveller, FIRST, set_up, test_pinned, tear_down);

  return g_test_run ();
}
