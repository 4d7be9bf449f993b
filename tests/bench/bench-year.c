/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A year of the reminder service: what it costs, and what is left of its memory. The clock is told to go; everything else is
 * what the service does. The cost is measured against a program that only writes down twice for each reminder that it came. */

#include "config.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#include "bridge-scheduler.h"
#include "bridge-statement.h"

#define RITUALS 4
#define DAYS 365

/* Until all that is kept for a while is there: commands that could be undone, and 30 days that are looked back on. */
#define WARM_UP 60

#define TYPE_SCREEN (screen_get_type ())
G_DECLARE_FINAL_TYPE (Screen, screen, BENCH, SCREEN, GObject)

struct _Screen
{
  GObject parent_instance;

  guint n_shown;
  GQueue names;  /* of what was shown, every second one, and is not answered */
};

static void screen_notifier_iface_init (BridgeNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Screen, screen, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_NOTIFIER, screen_notifier_iface_init))

static gboolean
screen_show (BridgeNotifier      *notifier,
             const BridgeNotice  *notice,
             GError             **error)
{
  Screen *self = BENCH_SCREEN (notifier);

  self->n_shown++;
  if (notice->occurrence != NULL && self->n_shown % 2 == 0)
    g_queue_push_tail (&self->names, g_strdup (notice->occurrence));
  return TRUE;
}

static void
screen_withdraw (BridgeNotifier *notifier,
                 const char     *id)
{
}

static void
screen_notifier_iface_init (BridgeNotifierInterface *iface)
{
  iface->show = screen_show;
  iface->withdraw = screen_withdraw;
}

static void
screen_class_init (ScreenClass *klass)
{
}

static void
screen_init (Screen *self)
{
  g_queue_init (&self->names);
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Milliseconds of processor time that this process has had. */
static double
get_cpu (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

/* KiB of the heap that are in use: what a process gets of the system comes and goes in larger pieces. */
static double
get_memory (void)
{
  struct mallinfo2 heap = mallinfo2 ();

  return (heap.uordblks + heap.hblkhd) / 1024.0;
}

/* In memory where that can be: the processor's time is measured, not the disk's. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_strdup ("/dev/shm/footbridge-year-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  folder = g_dir_make_tmp ("footbridge-year-XXXXXX", &error);
  check (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
add_ritual (BridgeSpace *space,
            int          number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autofree char *start = g_strdup_printf ("2026-11-23T%02d:%02d", 8 + number, number);
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autoptr (BridgeRitual) stored = NULL;
  BridgeLocal local = 0;

  bridge_local_parse (start, &local, &error);
  check (error);
  schedule = bridge_schedule_new (local, "FREQ=DAILY", NULL, NULL, &error);
  check (error);
  g_object_set (ritual, "title", "A ritual", "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, "remind", "0", NULL);
  stored = bridge_space_add_ritual (space, ritual, &error);
  check (error);
}

/* A day goes by, and half of what it brought is answered. */
static void
live_a_day (BridgeClock *clock,
            BridgeSpace *space,
            Screen      *screen)
{
  g_autoptr (GError) error = NULL;
  char *name;

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (clock), 24 * 60 * BRIDGE_MS_PER_MINUTE);
  while ((name = g_queue_pop_head (&screen->names)) != NULL)
    {
      bridge_space_answer (space, name, BRIDGE_OUTCOME_KEPT, &error);
      check (error);
      g_free (name);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The least: for each reminder one transaction that says it is about to come, and one that says that it came. */
static double
measure_bare (const char *folder,
              guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = bridge_database_open (folder, &error);
  sqlite3 *handle;
  double before;

  check (error);
  handle = bridge_database_get_handle (db);
  sqlite3_exec (handle, "CREATE TABLE bare (id INTEGER PRIMARY KEY, name TEXT UNIQUE, state TEXT)", NULL, NULL, NULL);
  before = get_cpu ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *claim = g_strdup_printf ("INSERT INTO bare VALUES (%u, 'a reminder of a ritual, number %u', 'pending')", i, i);
      g_autofree char *shown = g_strdup_printf ("UPDATE bare SET state = 'shown' WHERE id = %u", i);

      if (sqlite3_exec (handle, claim, NULL, NULL, NULL) != SQLITE_OK || sqlite3_exec (handle, shown, NULL, NULL, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (handle));
    }
  return get_cpu () - before;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *bare_folder = make_folder ();
  g_autoptr (BridgeClock) clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  g_autoptr (Screen) screen = g_object_new (TYPE_SCREEN, NULL);
  g_autoptr (BridgeSpace) space = NULL;
  g_autoptr (BridgeScheduler) scheduler = NULL;
  double before, cpu, bare, memory;
  guint n;

  space = bridge_space_open (folder, clock, &error);
  check (error);
  bridge_space_set_up (space, "Ada", "Ben", &error);
  check (error);
  for (int i = 0; i < RITUALS; i++)
    add_ritual (space, i);
  bridge_space_set_reminders_on (space, TRUE, &error);
  check (error);
  scheduler = bridge_scheduler_new (space, BRIDGE_NOTIFIER (screen));
  bridge_scheduler_start (scheduler);

  for (int day = 0; day < WARM_UP; day++)
    live_a_day (clock, space, screen);
  memory = get_memory ();
  n = screen->n_shown;
  before = get_cpu ();
  for (int day = 0; day < DAYS; day++)
    live_a_day (clock, space, screen);
  cpu = get_cpu () - before;
  n = screen->n_shown - n;
  if (n != RITUALS * DAYS)
    g_error ("%u reminders came instead of %d", n, RITUALS * DAYS);
  bare = measure_bare (bare_folder, n);

  printf ("year-cpu-per-1000 %.1fms %.1fms %.2f limit %d\n", cpu * 1000 / n, bare * 1000 / n, cpu / bare, 100);
  printf ("year-memory %.0fKiB %.0fKiB %.3f limit 1.05\n", get_memory (), memory, get_memory () / memory);

  bridge_scheduler_stop (scheduler);
  remove_folder (folder);
  remove_folder (bare_folder);
  return 0;
}
