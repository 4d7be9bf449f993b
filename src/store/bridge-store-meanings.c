/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-meanings.h"

#include "bridge-store-private.h"

#define MEANING_COLUMNS \
  "id, text, kind, tense, added_by, ritual_id, created_at, updated_at, deleted_at"

static gpointer
read_meaning (sqlite3_stmt  *statement,
              GError       **error)
{
  int kind, tense;

  if (!bridge_column_enum (statement, 2, BRIDGE_TYPE_MEANING_KIND, &kind, error) ||
      !bridge_column_enum (statement, 3, BRIDGE_TYPE_MEANING_TENSE, &tense, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_MEANING,
                       "id", bridge_column_text (statement, 0),
                       "text", bridge_column_text (statement, 1),
                       "kind", kind,
                       "tense", tense,
                       "added-by", bridge_column_text (statement, 4),
                       "ritual-id", bridge_column_text (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_meanings:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMeaning): by kind, the oldest first
 */
GPtrArray *
bridge_store_load_meanings (BridgeDatabase  *db,
                            GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " MEANING_COLUMNS " FROM meanings"
                                                      " WHERE deleted_at = 0 ORDER BY kind, seq", error),
                                read_meaning, error);
}

/**
 * bridge_store_load_meaning:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeMeaning *
bridge_store_load_meaning (BridgeDatabase  *db,
                           const char      *id,
                           GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " MEANING_COLUMNS " FROM meanings WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_meaning, error);
}

static const char save_meaning_sql[] =
  "INSERT INTO meanings (id, text, kind, tense, added_by, ritual_id, created_at, updated_at, deleted_at, "
  "device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET text = "
  "excluded.text, kind = excluded.kind, tense = excluded.tense, added_by = excluded.added_by, ritual_id = "
  "excluded.ritual_id, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = "
  "excluded.device";

/**
 * bridge_store_save_meaning:
 * @db: a connection
 * @meaning: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_meaning (BridgeDatabase  *db,
                           BridgeMeaning   *meaning,
                           GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_meaning_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (meaning,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_meaning_get_id (meaning));
  bridge_bind_text (statement, 2, bridge_meaning_get_text (meaning));
  bridge_bind_enum (statement, 3, BRIDGE_TYPE_MEANING_KIND, bridge_meaning_get_kind (meaning));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_MEANING_TENSE, bridge_meaning_get_tense (meaning));
  bridge_bind_text (statement, 5, bridge_meaning_get_added_by (meaning));
  bridge_bind_text (statement, 6, bridge_meaning_get_ritual_id (meaning));
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
