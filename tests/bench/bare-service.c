/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The least that a resident service with a database can be: an application on the session bus that has opened an
 * SQLite file and waits. What the memory of Footbridge's service is measured against. */

#include "config.h"

#include <gio/gio.h>
#include <sqlite3.h>

static void
open_cb (GApplication *application,
         gpointer      user_data)
{
  static sqlite3 *database;

  if (sqlite3_open (user_data, &database) != SQLITE_OK ||
      sqlite3_exec (database, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));

  g_application_hold (application);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GApplication) application = g_application_new (APP_ID ".BareService", G_APPLICATION_DEFAULT_FLAGS);

  if (argc != 2)
    return 2;

  g_signal_connect (application, "startup", G_CALLBACK (open_cb), argv[1]);
  g_signal_connect (application, "activate", G_CALLBACK (g_application_hold), NULL);

  return g_application_run (application, 0, NULL);
}
