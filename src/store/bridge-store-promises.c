/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS \
  "id, text, who, about, pause_id, due, timed, remind, state, earlier, reminding_since, created_at, updated_at, deleted_at"

static gpointer
read_promise (sqlite3_stmt  *statement,
              GError       **error)
{
  BridgeLocal due;
  int about, state;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_PROMISE_ABOUT, &about, error) ||
      !bridge_column_local (statement, 5, &due, error) ||
      !bridge_column_enum (statement, 8, BRIDGE_TYPE_PROMISE_STATE, &state, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_PROMISE,
                       "id", bridge_column_text (statement, 0),
                       "text", bridge_column_text (statement, 1),
                       "who", bridge_column_text (statement, 2),
                       "about", about,
                       "pause-id", bridge_column_text (statement, 4),
                       "due", due,
                       "timed", sqlite3_column_int (statement, 6) != 0,
                       "remind", bridge_column_text (statement, 7),
                       "state", state,
                       "earlier", bridge_column_text (statement, 9),
                       "reminding-since", (gint64) sqlite3_column_int64 (statement, 10),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 11),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 12),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 13),
                       NULL);
}

/**
 * bridge_store_load_promises:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgePromise): all of them, by their date
 */
GPtrArray *
bridge_store_load_promises (BridgeDatabase  *db,
                            GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM promises WHERE deleted_at = 0"
                                                      " ORDER BY due, seq", error),
                                read_promise, error);
}

static const char save_sql[] =
  "INSERT INTO promises (id, text, who, about, pause_id, due, timed, remind, state, earlier, reminding_since,"
  " created_at, updated_at, deleted_at, device)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
  " ON CONFLICT (id) DO UPDATE SET text = excluded.text, who = excluded.who, about = excluded.about,"
  " pause_id = excluded.pause_id, due = excluded.due, timed = excluded.timed, remind = excluded.remind,"
  " state = excluded.state, earlier = excluded.earlier, reminding_since = excluded.reminding_since,"
  " updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_promise:
 * @db: a connection
 * @promise: a promise, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_promise (BridgeDatabase  *db,
                           BridgePromise   *promise,
                           GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (promise,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_promise_get_id (promise));
  bridge_bind_text (statement, 2, bridge_promise_get_text (promise));
  bridge_bind_text (statement, 3, bridge_promise_get_who (promise));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_PROMISE_ABOUT, bridge_promise_get_about (promise));
  bridge_bind_text (statement, 5, bridge_promise_get_pause_id (promise));
  bridge_bind_local (statement, 6, bridge_promise_get_due (promise));
  bridge_bind_int (statement, 7, bridge_promise_get_timed (promise));
  bridge_bind_text (statement, 8, bridge_promise_get_remind (promise));
  bridge_bind_enum (statement, 9, BRIDGE_TYPE_PROMISE_STATE, bridge_promise_get_state (promise));
  bridge_bind_text (statement, 10, bridge_promise_get_earlier (promise));
  bridge_bind_int (statement, 11, bridge_promise_get_reminding_since (promise));
  bridge_bind_int (statement, 12, created_at);
  bridge_bind_int (statement, 13, updated_at);
  bridge_bind_int (statement, 14, deleted_at);
  bridge_bind_text (statement, 15, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
