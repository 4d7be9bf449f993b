/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS "id, subject, subject_id, step, state, due_at, shown_at, reason, created_at, updated_at, deleted_at"

static gpointer
read_one_off (sqlite3_stmt  *statement,
              GError       **error)
{
  int subject, state;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_SUBJECT, &subject, error) ||
      !bridge_column_enum (statement, 4, BRIDGE_TYPE_REMINDER_STATE, &state, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_ONE_OFF,
                       "id", bridge_column_text (statement, 0),
                       "subject", subject,
                       "subject-id", bridge_column_text (statement, 2),
                       "step", bridge_column_text (statement, 3),
                       "state", state,
                       "due-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "shown-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "reason", bridge_column_text (statement, 7),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 8),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 9),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 10),
                       NULL);
}

/**
 * bridge_store_load_one_offs:
 * @db: a connection
 * @due_from: UTC ms
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeOneOff): those due since then, and older ones that are pending or
 *   shown, by when they were due
 */
GPtrArray *
bridge_store_load_one_offs (BridgeDatabase  *db,
                            gint64           due_from,
                            GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM one_offs"
                          " WHERE (due_at >= ? OR state IN ('pending', 'shown')) AND deleted_at = 0 ORDER BY due_at, seq", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_int (statement, 1, due_from);
  return bridge_store_read_all (db, statement, read_one_off, error);
}

/**
 * bridge_store_load_one_off:
 * @db: a connection
 * @subject: what kind of thing it is about
 * @subject_id: which one
 * @step: which of its reminders
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): its row; %NULL without an error: there is none
 */
BridgeOneOff *
bridge_store_load_one_off (BridgeDatabase  *db,
                           BridgeSubject    subject,
                           const char      *subject_id,
                           const char      *step,
                           GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM one_offs"
                          " WHERE subject = ? AND subject_id = ? AND step = ? AND deleted_at = 0", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_enum (statement, 1, BRIDGE_TYPE_SUBJECT, subject);
  bridge_bind_text (statement, 2, subject_id);
  bridge_bind_text (statement, 3, step);
  return bridge_store_read_one (db, statement, read_one_off, error);
}

static const char save_sql[] =
  "INSERT INTO one_offs (id, subject, subject_id, step, state, due_at, shown_at, reason, created_at, updated_at,"
  " deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
  " ON CONFLICT (subject, subject_id, step) DO UPDATE SET id = excluded.id, state = excluded.state,"
  " due_at = excluded.due_at, shown_at = excluded.shown_at, reason = excluded.reason, created_at = excluded.created_at,"
  " updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_one_off:
 * @db: a connection
 * @one_off: a reminder, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row (by subject, subject id and step).
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_one_off (BridgeDatabase  *db,
                           BridgeOneOff    *one_off,
                           GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (one_off,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_one_off_get_id (one_off));
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_SUBJECT, bridge_one_off_get_subject (one_off));
  bridge_bind_text (statement, 3, bridge_one_off_get_subject_id (one_off));
  bridge_bind_text (statement, 4, bridge_one_off_get_step (one_off));
  bridge_bind_enum (statement, 5, BRIDGE_TYPE_REMINDER_STATE, bridge_one_off_get_state (one_off));
  bridge_bind_int (statement, 6, bridge_one_off_get_due_at (one_off));
  bridge_bind_int (statement, 7, bridge_one_off_get_shown_at (one_off));
  bridge_bind_text (statement, 8, bridge_one_off_get_reason (one_off));
  bridge_bind_int (statement, 9, created_at);
  bridge_bind_int (statement, 10, updated_at);
  bridge_bind_int (statement, 11, deleted_at);
  bridge_bind_text (statement, 12, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_delete_one_off:
 * @db: a connection
 * @id: of the row
 * @error: where to say what went wrong
 *
 * Forgets a reminder: a clock that was ahead showed it too early, and it comes anew.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_delete_one_off (BridgeDatabase  *db,
                             const char      *id,
                             GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "DELETE FROM one_offs WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}
