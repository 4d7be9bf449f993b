/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define SOOTHING_COLUMNS \
  "id, person_id, text, position, created_at, updated_at, deleted_at"

static gpointer
read_soothing (sqlite3_stmt  *statement,
               GError       **error)
{
  return g_object_new (BRIDGE_TYPE_SOOTHING,
                       "id", bridge_column_text (statement, 0),
                       "person-id", bridge_column_text (statement, 1),
                       "text", bridge_column_text (statement, 2),
                       "position", sqlite3_column_int (statement, 3),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 4),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 6),
                       NULL);
}

/**
 * bridge_store_load_soothing:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeSoothing): of both, by person and place on the list
 */
GPtrArray *
bridge_store_load_soothing (BridgeDatabase  *db,
                            GError         **error)
{
  return bridge_store_read_all (db, bridge_statement_get (db, "SELECT " SOOTHING_COLUMNS " FROM soothing WHERE deleted_at = 0"
                                                          " ORDER BY person_id, position, seq", error), read_soothing, error);
}

static const char save_soothing_sql[] =
  "INSERT INTO soothing (id, person_id, text, position, created_at, updated_at, deleted_at, device) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET person_id = "
  "excluded.person_id, text = excluded.text, position = excluded.position, updated_at = "
  "excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_soothing:
 * @db: a connection
 * @soothing: a soothing thing, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_soothing (BridgeDatabase  *db,
                            BridgeSoothing  *soothing,
                            GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_soothing_sql, error);
  g_autofree char *id = NULL;
  g_autofree char *person_id = NULL;
  g_autofree char *text = NULL;
  gint64 created_at, updated_at, deleted_at;
  int position;

  if (statement == NULL)
    return FALSE;

  g_object_get (soothing,
                "id", &id,
                "person-id", &person_id,
                "text", &text,
                "position", &position,
                "created-at", &created_at,
                "updated-at", &updated_at,
                "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, id);
  bridge_bind_text (statement, 2, person_id);
  bridge_bind_text (statement, 3, text);
  bridge_bind_int (statement, 4, position);
  bridge_bind_int (statement, 5, created_at);
  bridge_bind_int (statement, 6, updated_at);
  bridge_bind_int (statement, 7, deleted_at);
  bridge_bind_text (statement, 8, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
