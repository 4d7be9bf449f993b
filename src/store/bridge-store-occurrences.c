/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS \
  "id, ritual_id, start, moved_to, left_out, outcome, answered_at, created_at, updated_at, deleted_at"

static gpointer
read_occurrence (sqlite3_stmt  *statement,
                 GError       **error)
{
  BridgeLocal start, moved_to;
  int outcome;

  if (!bridge_column_local (statement, 2, &start, error) ||
      !bridge_column_local (statement, 3, &moved_to, error) ||
      !bridge_column_enum (statement, 5, BRIDGE_TYPE_OUTCOME, &outcome, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_OCCURRENCE,
                       "id", bridge_column_text (statement, 0),
                       "ritual-id", bridge_column_text (statement, 1),
                       "start", start,
                       "moved-to", moved_to,
                       "left-out", sqlite3_column_int (statement, 4) != 0,
                       "outcome", outcome,
                       "answered-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 8),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 9),
                       NULL);
}

/**
 * bridge_store_load_occurrences:
 * @db: a connection
 * @ritual_id: (nullable): only this ritual's
 * @from: local
 * @to: local, not included
 * @error: where to say what went wrong
 *
 * Loads the rows whose start, or where they were moved to, lies between two times.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeOccurrence): by start
 */
GPtrArray *
bridge_store_load_occurrences (BridgeDatabase  *db,
                               const char      *ritual_id,
                               BridgeLocal      from,
                               BridgeLocal      to,
                               GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          ritual_id != NULL
                          ? "SELECT " COLUMNS " FROM occurrences WHERE ritual_id = ?3 AND deleted_at = 0"
                            " AND ((start >= ?1 AND start < ?2) OR (moved_to >= ?1 AND moved_to < ?2)) ORDER BY start"
                          : "SELECT " COLUMNS " FROM occurrences WHERE deleted_at = 0"
                            " AND ((start >= ?1 AND start < ?2) OR (moved_to >= ?1 AND moved_to < ?2)) ORDER BY start",
                          error);

  if (statement == NULL)
    return NULL;

  bridge_bind_local (statement, 1, from);
  bridge_bind_local (statement, 2, to);
  if (ritual_id != NULL)
    bridge_bind_text (statement, 3, ritual_id);
  return bridge_store_read_all (db, statement, read_occurrence, error);
}

/**
 * bridge_store_load_occurrence:
 * @db: a connection
 * @ritual_id: a ritual
 * @start: the original local start
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): its row; %NULL without an error: nothing is recorded
 */
BridgeOccurrence *
bridge_store_load_occurrence (BridgeDatabase  *db,
                              const char      *ritual_id,
                              BridgeLocal      start,
                              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM occurrences WHERE ritual_id = ? AND start = ? AND deleted_at = 0",
                          error);

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, ritual_id);
  bridge_bind_local (statement, 2, start);
  return bridge_store_read_one (db, statement, read_occurrence, error);
}

static const char save_sql[] =
  "INSERT INTO occurrences (id, ritual_id, start, moved_to, left_out, outcome, answered_at,"
  " created_at, updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
  " ON CONFLICT (ritual_id, start) DO UPDATE SET id = excluded.id, moved_to = excluded.moved_to,"
  " left_out = excluded.left_out, outcome = excluded.outcome, answered_at = excluded.answered_at,"
  " created_at = excluded.created_at, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at,"
  " device = excluded.device";

/**
 * bridge_store_save_occurrence:
 * @db: a connection
 * @occurrence: an occurrence, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row (by ritual and start).
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_occurrence (BridgeDatabase    *db,
                              BridgeOccurrence  *occurrence,
                              GError           **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (occurrence,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_occurrence_get_id (occurrence));
  bridge_bind_text (statement, 2, bridge_occurrence_get_ritual_id (occurrence));
  bridge_bind_local (statement, 3, bridge_occurrence_get_start (occurrence));
  bridge_bind_local (statement, 4, bridge_occurrence_get_moved_to (occurrence));
  bridge_bind_int (statement, 5, bridge_occurrence_get_left_out (occurrence));
  bridge_bind_enum (statement, 6, BRIDGE_TYPE_OUTCOME, bridge_occurrence_get_outcome (occurrence));
  bridge_bind_int (statement, 7, bridge_occurrence_get_answered_at (occurrence));
  bridge_bind_int (statement, 8, created_at);
  bridge_bind_int (statement, 9, updated_at);
  bridge_bind_int (statement, 10, deleted_at);
  bridge_bind_text (statement, 11, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_count_kept:
 * @db: a connection
 * @ritual_id: (nullable): only this ritual's
 * @from: local
 * @to: local, not included
 * @kept: (out): how many were kept
 * @smaller: (out): how many were kept in their smaller version
 * @error: where to say what went wrong
 *
 * Counts by when they were planned.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_count_kept (BridgeDatabase  *db,
                         const char      *ritual_id,
                         BridgeLocal      from,
                         BridgeLocal      to,
                         guint           *kept,
                         guint           *smaller,
                         GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "SELECT total (outcome = 'kept'), total (outcome = 'smaller') FROM occurrences"
                          " WHERE (?3 IS NULL OR ritual_id = ?3) AND deleted_at = 0"
                          " AND coalesce (moved_to, start) >= ?1 AND coalesce (moved_to, start) < ?2", error);

  *kept = *smaller = 0;
  if (statement == NULL)
    return FALSE;

  bridge_bind_local (statement, 1, from);
  bridge_bind_local (statement, 2, to);
  bridge_bind_text (statement, 3, ritual_id);
  if (!bridge_statement_step (db, statement, error))
    return FALSE;

  *kept = (guint) sqlite3_column_int (statement, 0);
  *smaller = (guint) sqlite3_column_int (statement, 1);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * bridge_store_list_history_keys:
 * @db: a connection
 * @ritual_id: a ritual
 * @error: where to say what went wrong
 *
 * Lists what was recorded of a ritual, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeListKey): a key a row
 */
GArray *
bridge_store_list_history_keys (BridgeDatabase  *db,
                                const char      *ritual_id,
                                GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT seq, updated_at, start FROM occurrences"
                          " WHERE ritual_id = ? AND outcome <> 'none' AND deleted_at = 0 ORDER BY start DESC", error);

  if (statement != NULL)
    bridge_bind_text (statement, 1, ritual_id);
  return bridge_store_read_keys (db, statement, error);
}

/**
 * bridge_store_load_occurrences_by_seq:
 * @db: a connection
 * @seqs: (array length=n): which rows
 * @n: how many
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeOccurrence): in the order of @seqs, %NULL where a row has gone
 */
GPtrArray *
bridge_store_load_occurrences_by_seq (BridgeDatabase  *db,
                                      const gint64    *seqs,
                                      guint            n,
                                      GError         **error)
{
  return bridge_store_read_by_seq (db, "SELECT " COLUMNS " FROM occurrences WHERE seq = ?", seqs, n, read_occurrence, error);
}
