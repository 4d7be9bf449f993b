/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS "id, name, colour, position, created_at, updated_at, deleted_at"

static gpointer
read_person (sqlite3_stmt  *statement,
             GError       **error)
{
  return g_object_new (BRIDGE_TYPE_PERSON,
                       "id", bridge_column_text (statement, 0),
                       "name", bridge_column_text (statement, 1),
                       "colour", sqlite3_column_int (statement, 2),
                       "position", sqlite3_column_int (statement, 3),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 4),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 6),
                       NULL);
}

/**
 * bridge_store_load_persons:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgePerson): who is in the space, by position
 */
GPtrArray *
bridge_store_load_persons (BridgeDatabase  *db,
                           GError         **error)
{
  return bridge_store_read_all (
      db,
      bridge_statement_get (db, "SELECT " COLUMNS " FROM persons WHERE deleted_at = 0 ORDER BY position",
                            error),
      read_person, error);
}

/**
 * bridge_store_load_person:
 * @db: a connection
 * @id: a person's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the person, also one who has left; %NULL without an error: nobody
 */
BridgePerson *
bridge_store_load_person (BridgeDatabase  *db,
                          const char      *id,
                          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT " COLUMNS " FROM persons WHERE id = ?1", error);

  if (statement != NULL)
    bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_person, error);
}

static const char save_sql[] =
  "INSERT INTO persons (id, name, colour, position, created_at, updated_at, deleted_at, device) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
  "colour = excluded.colour, position = excluded.position, updated_at = excluded.updated_at, "
  "deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_person:
 * @db: a connection
 * @person: a person, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_person (BridgeDatabase  *db,
                          BridgePerson    *person,
                          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (person,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_person_get_id (person));
  bridge_bind_text (statement, 2, bridge_person_get_name (person));
  bridge_bind_int (statement, 3, bridge_person_get_colour (person));
  bridge_bind_int (statement, 4, bridge_person_get_position (person));
  bridge_bind_int (statement, 5, created_at);
  bridge_bind_int (statement, 6, updated_at);
  bridge_bind_int (statement, 7, deleted_at);
  bridge_bind_text (statement, 8, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
