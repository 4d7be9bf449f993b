/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS "id, kind, name, weekdays, from_minute, to_minute, created_at, updated_at, deleted_at"

static gpointer
read_hours (sqlite3_stmt  *statement,
            GError       **error)
{
  int kind;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_HOURS_KIND, &kind, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_HOURS,
                       "id", bridge_column_text (statement, 0),
                       "kind", kind,
                       "name", bridge_column_text (statement, 2),
                       "weekdays", sqlite3_column_int (statement, 3),
                       "from", sqlite3_column_int (statement, 4),
                       "to", sqlite3_column_int (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_hours:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeHours): all of them, quiet ones first, then by time of the day
 */
GPtrArray *
bridge_store_load_hours (BridgeDatabase  *db,
                         GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM hours WHERE deleted_at = 0"
                                                      " ORDER BY kind, from_minute, weekdays, seq", error),
                                read_hours, error);
}

static const char save_sql[] =
  "INSERT INTO hours (id, kind, name, weekdays, from_minute, to_minute, created_at, updated_at, "
  "deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET "
  "kind = excluded.kind, name = excluded.name, weekdays = excluded.weekdays, from_minute = "
  "excluded.from_minute, to_minute = excluded.to_minute, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_hours:
 * @db: a connection
 * @hours: hours, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_hours (BridgeDatabase  *db,
                         BridgeHours    *hours,
                         GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (hours, "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at, NULL);
  bridge_bind_text (statement, 1, bridge_hours_get_id (hours));
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_HOURS_KIND, bridge_hours_get_kind (hours));
  bridge_bind_text (statement, 3, bridge_hours_get_name (hours));
  bridge_bind_int (statement, 4, bridge_hours_get_weekdays (hours));
  bridge_bind_int (statement, 5, bridge_hours_get_from (hours));
  bridge_bind_int (statement, 6, bridge_hours_get_to (hours));
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
