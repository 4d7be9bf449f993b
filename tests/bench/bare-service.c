/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The least that a resident service with a database can be: an application on the session bus that has opened an
 * SQLite file and waits. What the memory of Footbridge's service is measured against.
 *
 * With a number it shows that many notifications, each written down before and after, every second one answered, and
 * says how many milliseconds of processor time that took: the least that reminders can cost. */

#include "config.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

static sqlite3 *database;

static void
run (const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
}

static void
open_database (const char *path)
{
  if (sqlite3_open (path, &database) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  run ("SELECT count(*) FROM sqlite_schema");
}

static void
open_cb (GApplication *application,
         gpointer      user_data)
{
  open_database (user_data);
  g_application_hold (application);
}

/* Milliseconds of processor time that this process has had. */
static double
get_cpu (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

static void
show (GDBusConnection *bus,
      int              number)
{
  const char *actions[] = { "default", "", "kept", "We did it", "smaller", "Smaller version", "snooze", "Later", NULL };
  g_autofree char *claim = g_strdup_printf ("INSERT INTO bare VALUES (%d, 'a reminder of a ritual', 'pending')", number);
  g_autofree char *shown = g_strdup_printf ("UPDATE bare SET state = 'shown' WHERE id = %d", number);
  g_autofree char *kept = g_strdup_printf ("UPDATE bare SET state = 'kept' WHERE id = %d", number);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  run (claim);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                                        "org.freedesktop.Notifications", "Notify",
                                        g_variant_new ("(susss^asa{sv}i)", "Bare", 0, "", "A moment for the two of you",
                                                       "19:00", actions, NULL, -1),
                                        NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  if (answer == NULL)
    g_error ("%s", error->message);
  run (shown);
  if (number % 2 == 0)
    run (kept);
}

static int
show_all (const char *path,
          int         n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  double before;

  if (bus == NULL)
    g_error ("%s", error->message);
  open_database (path);
  run ("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
       "CREATE TABLE bare (id INTEGER PRIMARY KEY, name TEXT, state TEXT)");
  before = get_cpu ();
  for (int i = 0; i < n; i++)
    show (bus, i);
  printf ("%.1f\n", get_cpu () - before);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GApplication) application = NULL;

  if (argc == 3)
    return show_all (argv[1], (int) g_ascii_strtoll (argv[2], NULL, 10));
  if (argc != 2)
    return 2;

  application = g_application_new (APP_ID ".BareService", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "startup", G_CALLBACK (open_cb), argv[1]);
  g_signal_connect (application, "activate", G_CALLBACK (g_application_hold), NULL);

  return g_application_run (application, 0, NULL);
}
