/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"
#include "bridge-store-vault.h"

#define COLUMNS "id, from_person, to_person, text, state, created_at, updated_at, deleted_at"

static gpointer
read_shared_words (sqlite3_stmt  *statement,
                   GError       **error)
{
  int state;

  if (!bridge_column_enum (statement, 4, BRIDGE_TYPE_SHARED_STATE, &state, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_SHARED_WORDS,
                       "id", bridge_column_text (statement, 0),
                       "from", bridge_column_text (statement, 1),
                       "to", bridge_column_text (statement, 2),
                       "text", bridge_column_text (statement, 3),
                       "state", state,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 7),
                       NULL);
}

/**
 * bridge_store_load_shared_words:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeSharedWords): all of both, newest first
 */
GPtrArray *
bridge_store_load_shared_words (BridgeDatabase  *db,
                                GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM shared_words WHERE deleted_at = 0"
                                                      " ORDER BY created_at DESC, seq DESC", error),
                                read_shared_words, error);
}

static const char save_sql[] =
  "INSERT INTO shared_words (id, from_person, to_person, text, state, created_at, updated_at, deleted_at, device)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET from_person = excluded.from_person,"
  " to_person = excluded.to_person, text = excluded.text, state = excluded.state, updated_at = excluded.updated_at,"
  " deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_shared_words:
 * @db: a connection
 * @words: words, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces their row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_shared_words (BridgeDatabase     *db,
                                BridgeSharedWords  *words,
                                GError            **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (words, "updated-at", &updated_at, "deleted-at", &deleted_at, NULL);
  bridge_bind_text (statement, 1, bridge_shared_words_get_id (words));
  bridge_bind_text (statement, 2, bridge_shared_words_get_from (words));
  bridge_bind_text (statement, 3, bridge_shared_words_get_to (words));
  bridge_bind_text (statement, 4, bridge_shared_words_get_text (words));
  bridge_bind_enum (statement, 5, BRIDGE_TYPE_SHARED_STATE, bridge_shared_words_get_state (words));
  bridge_bind_int (statement, 6, bridge_shared_words_get_created_at (words));
  bridge_bind_int (statement, 7, updated_at);
  bridge_bind_int (statement, 8, deleted_at);
  bridge_bind_text (statement, 9, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_delete_shared_words:
 * @db: a connection
 * @id: of words
 * @error: where to say what went wrong
 *
 * Deletes words for good: here, and in the backups beside the database.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_delete_shared_words (BridgeDatabase  *db,
                                  const char      *id,
                                  GError         **error)
{
  static const char *const sql[] = { "DELETE FROM shared_words WHERE id = ?1" };
  sqlite3_stmt *statement;

  if (!bridge_store_scrub_backups (db, sql, G_N_ELEMENTS (sql), id, error))
    return FALSE;
  statement = bridge_statement_get (db, sql[0], error);
  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}
