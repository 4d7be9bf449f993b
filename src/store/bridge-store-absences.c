/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS "id, who, kind, from_date, until_date, created_at, updated_at, deleted_at"

static gpointer
read_absence (sqlite3_stmt  *statement,
              GError       **error)
{
  BridgeLocal from;
  BridgeLocal until = BRIDGE_LOCAL_NONE;
  int kind;

  if (!bridge_column_enum (statement, 2, BRIDGE_TYPE_ABSENCE_KIND, &kind, error) ||
      !bridge_column_local (statement, 3, &from, error) ||
      !bridge_column_local (statement, 4, &until, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_ABSENCE,
                       "id", bridge_column_text (statement, 0),
                       "who", bridge_column_text (statement, 1),
                       "kind", kind,
                       "from", from,
                       "until", until,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 7),
                       NULL);
}

/**
 * bridge_store_load_absences:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeAbsence): all of them, by their first day
 */
GPtrArray *
bridge_store_load_absences (BridgeDatabase  *db,
                            GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM absences WHERE deleted_at = 0"
                                                      " ORDER BY from_date, seq", error),
                                read_absence, error);
}

static const char save_sql[] =
  "INSERT INTO absences (id, who, kind, from_date, until_date, created_at, updated_at, deleted_at, "
  "device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET who = "
  "excluded.who, kind = excluded.kind, from_date = excluded.from_date, until_date = "
  "excluded.until_date, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = "
  "excluded.device";

/**
 * bridge_store_save_absence:
 * @db: a connection
 * @absence: an absence, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_absence (BridgeDatabase  *db,
                           BridgeAbsence  *absence,
                           GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (absence,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_absence_get_id (absence));
  bridge_bind_text (statement, 2, bridge_absence_get_who (absence));
  bridge_bind_enum (statement, 3, BRIDGE_TYPE_ABSENCE_KIND, bridge_absence_get_kind (absence));
  bridge_bind_local (statement, 4, bridge_absence_get_from (absence));
  bridge_bind_local (statement, 5, bridge_absence_get_until (absence));
  bridge_bind_int (statement, 6, created_at);
  bridge_bind_int (statement, 7, updated_at);
  bridge_bind_int (statement, 8, deleted_at);
  bridge_bind_text (statement, 9, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
