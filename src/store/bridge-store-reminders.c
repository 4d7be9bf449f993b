/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS \
  "id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, deferred_until, reason," \
  " created_at, updated_at, deleted_at"

static gpointer
read_reminder (sqlite3_stmt  *statement,
               GError       **error)
{
  BridgeLocal start;
  int state;

  if (!bridge_column_local (statement, 2, &start, error) ||
      !bridge_column_enum (statement, 4, BRIDGE_TYPE_REMINDER_STATE, &state, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_REMINDER,
                       "id", bridge_column_text (statement, 0),
                       "ritual-id", bridge_column_text (statement, 1),
                       "start", start,
                       "lead", sqlite3_column_int (statement, 3),
                       "state", state,
                       "due-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "shown-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "snoozed-until", (gint64) sqlite3_column_int64 (statement, 7),
                       "deferred-until", (gint64) sqlite3_column_int64 (statement, 8),
                       "reason", bridge_column_text (statement, 9),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 10),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 11),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 12),
                       NULL);
}

/**
 * bridge_store_load_reminder:
 * @db: a connection
 * @ritual_id: a ritual
 * @start: the original local start
 * @lead: minutes before it
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): its row; %NULL without an error: there is none
 */
BridgeReminder *
bridge_store_load_reminder (BridgeDatabase  *db,
                            const char      *ritual_id,
                            BridgeLocal      start,
                            int              lead,
                            GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE ritual_id = ? AND start = ? AND lead = ? AND deleted_at = 0", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, ritual_id);
  bridge_bind_local (statement, 2, start);
  bridge_bind_int (statement, 3, lead);
  return bridge_store_read_one (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_of:
 * @db: a connection
 * @ritual_id: a ritual
 * @start: the original local start
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those of one occurrence
 */
GPtrArray *
bridge_store_load_reminders_of (BridgeDatabase  *db,
                                const char      *ritual_id,
                                BridgeLocal      start,
                                GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE ritual_id = ? AND start = ? AND deleted_at = 0 ORDER BY due_at", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, ritual_id);
  bridge_bind_local (statement, 2, start);
  return bridge_store_read_all (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_starting:
 * @db: a connection
 * @from: local
 * @to: local, not included
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those whose occurrence starts in between
 */
GPtrArray *
bridge_store_load_reminders_starting (BridgeDatabase  *db,
                                      BridgeLocal      from,
                                      BridgeLocal      to,
                                      GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE start >= ? AND start < ? AND deleted_at = 0", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_local (statement, 1, from);
  bridge_bind_local (statement, 2, to);
  return bridge_store_read_all (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_open:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those that are pending, shown or snoozed
 */
GPtrArray *
bridge_store_load_reminders_open (BridgeDatabase  *db,
                                  GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE state IN ('pending', 'shown', 'snoozed') AND deleted_at = 0 ORDER BY due_at", error);

  if (statement == NULL)
    return NULL;

  return bridge_store_read_all (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_since:
 * @db: a connection
 * @due_from: UTC ms
 * @told_until: UTC ms: what was told of later than that, by a clock that was ahead, is left out
 * @limit: how many at the most
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those due since then, newest first
 */
GPtrArray *
bridge_store_load_reminders_since (BridgeDatabase  *db,
                                   gint64           due_from,
                                   gint64           told_until,
                                   guint            limit,
                                   GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE due_at >= ?1 AND deleted_at = 0"
                          " AND (due_at <= ?2 OR state NOT IN ('shown', 'folded') OR shown_at BETWEEN 1 AND ?2)"
                          " ORDER BY due_at DESC LIMIT ?3", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_int (statement, 1, due_from);
  bridge_bind_int (statement, 2, told_until);
  bridge_bind_int (statement, 3, limit);
  return bridge_store_read_all (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_shown_since:
 * @db: a connection
 * @shown_from: UTC ms
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those shown since then, by themselves or in a digest, newest
 *   first
 */
GPtrArray *
bridge_store_load_reminders_shown_since (BridgeDatabase  *db,
                                         gint64           shown_from,
                                         GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE shown_at >= ? AND deleted_at = 0 ORDER BY shown_at DESC", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_int (statement, 1, MAX (shown_from, 1));
  return bridge_store_read_all (db, statement, read_reminder, error);
}

/**
 * bridge_store_load_reminders_told_of:
 * @db: a connection
 * @due_from: UTC ms
 * @limit: how many at the most
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): those due from then on that are shown or folded, or were
 *   shown for as long as anything is, the next ones first
 */
GPtrArray *
bridge_store_load_reminders_told_of (BridgeDatabase  *db,
                                     gint64           due_from,
                                     guint            limit,
                                     GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " COLUMNS " FROM reminders"
                          " WHERE due_at >= ? AND (state IN ('shown', 'folded') OR (state = 'withdrawn' AND reason = 'too-old'))"
                          " AND deleted_at = 0 ORDER BY due_at LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  bridge_bind_int (statement, 1, due_from);
  bridge_bind_int (statement, 2, limit);
  return bridge_store_read_all (db, statement, read_reminder, error);
}

static const char save_sql[] =
  "INSERT INTO reminders (id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, deferred_until,"
  " reason, created_at, updated_at, deleted_at, device)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
  " ON CONFLICT (ritual_id, start, lead) DO UPDATE SET id = excluded.id, state = excluded.state,"
  " due_at = excluded.due_at, shown_at = excluded.shown_at, snoozed_until = excluded.snoozed_until,"
  " deferred_until = excluded.deferred_until, reason = excluded.reason, created_at = excluded.created_at, updated_at = excluded.updated_at,"
  " deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_reminder:
 * @db: a connection
 * @reminder: a reminder, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row (by ritual, start and lead).
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_reminder (BridgeDatabase  *db,
                            BridgeReminder  *reminder,
                            GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (reminder,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_reminder_get_id (reminder));
  bridge_bind_text (statement, 2, bridge_reminder_get_ritual_id (reminder));
  bridge_bind_local (statement, 3, bridge_reminder_get_start (reminder));
  bridge_bind_int (statement, 4, bridge_reminder_get_lead (reminder));
  bridge_bind_enum (statement, 5, BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (reminder));
  bridge_bind_int (statement, 6, bridge_reminder_get_due_at (reminder));
  bridge_bind_int (statement, 7, bridge_reminder_get_shown_at (reminder));
  bridge_bind_int (statement, 8, bridge_reminder_get_snoozed_until (reminder));
  bridge_bind_int (statement, 9, bridge_reminder_get_deferred_until (reminder));
  bridge_bind_text (statement, 10, bridge_reminder_get_reason (reminder));
  bridge_bind_int (statement, 11, created_at);
  bridge_bind_int (statement, 12, updated_at);
  bridge_bind_int (statement, 13, deleted_at);
  bridge_bind_text (statement, 14, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_delete_reminder:
 * @db: a connection
 * @id: of the row
 * @error: where to say what went wrong
 *
 * Forgets a reminder: its occurrence was moved, so it will come anew.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_delete_reminder (BridgeDatabase  *db,
                              const char      *id,
                              GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "DELETE FROM reminders WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}
