/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-ids.h"
#include "bridge-statement.h"
#include "bridge-store.h"
#include "../support/bridge-test.h"

G_BEGIN_DECLS

#define NOW G_GINT64_CONSTANT (1764000000000)
#define DAY (20000 * BRIDGE_DAY)
#define START (DAY + 19 * BRIDGE_HOUR)

static inline BridgeDatabase *
open_database (const char *folder)
{
  g_autoptr (GError) error = NULL;
  BridgeDatabase *db = bridge_database_open (folder, &error);

  g_assert_no_error (error);
  return db;
}

static inline char *
database_file (const char *folder)
{
  return g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);
}

static inline void
begin (BridgeDatabase *db)
{
  g_autoptr (GError) error = NULL;

  bridge_database_begin (db, &error);
  g_assert_no_error (error);
}

static inline void
commit (BridgeDatabase *db)
{
  g_autoptr (GError) error = NULL;

  bridge_database_commit (db, &error);
  g_assert_no_error (error);
}

static inline void
stamp (gpointer object)
{
  g_autofree char *id = bridge_id_new ();

  g_object_set (object, "id", id, "created-at", NOW, "updated-at", NOW, NULL);
}

static inline BridgePerson *
add_person (BridgeDatabase *db,
            const char     *name,
            int             position)
{
  g_autoptr (GError) error = NULL;
  BridgePerson *person = bridge_person_new (name);

  stamp (person);
  g_object_set (person, "position", position, NULL);
  bridge_store_save_person (db, person, &error);
  g_assert_no_error (error);
  return person;
}

static inline BridgeRitual *
add_ritual (BridgeDatabase *db,
            const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (START, "FREQ=DAILY", NULL, NULL, &error);
  BridgeRitual *ritual = bridge_ritual_new ();

  g_assert_no_error (error);
  stamp (ritual);
  g_object_set (ritual, "title", title, "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, NULL);
  bridge_store_save_ritual (db, ritual, &error);
  g_assert_no_error (error);
  return ritual;
}

static inline BridgeWin *
add_win (BridgeDatabase *db,
         const char     *text,
         BridgeLocal     on)
{
  g_autoptr (GError) error = NULL;
  BridgeWin *win = bridge_win_new (text, on);

  stamp (win);
  bridge_store_save_win (db, win, &error);
  g_assert_no_error (error);
  return win;
}

static inline guint
count_rows (BridgeDatabase *db,
            const char     *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  bridge_statement_query_int (db, sql, &n, &error);
  g_assert_no_error (error);
  return (guint) n;
}

static inline GArray *
list_wins (BridgeDatabase *db,
           const char     *search)
{
  const BridgeWinQuery query = { .search = search, .kind = -1 };
  g_autoptr (GError) error = NULL;
  GArray *keys = bridge_store_list_win_keys (db, &query, &error);

  g_assert_no_error (error);
  return keys;
}

static inline void
assert_sound (BridgeDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  bridge_database_check (db, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problems[0], ==, NULL);
}

G_END_DECLS
