/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-duty-swaps.h"

#include "bridge-store-private.h"

static gpointer
read_duty_swap (sqlite3_stmt  *statement,
                GError       **error)
{
  BridgeLocal week;
  int duty;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_DUTY, &duty, error) ||
      !bridge_column_local (statement, 2, &week, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_DUTY_SWAP,
                       "id", bridge_column_text (statement, 0),
                       "duty", duty,
                       "week", week,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 3),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 4),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 5),
                       NULL);
}

/**
 * bridge_store_load_duty_swap:
 * @db: a connection
 * @duty: what is shared by turns
 * @week: local midnight of the first day of a week
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the row of that week, a removed one too; %NULL without an error: there is none
 */
BridgeDutySwap *
bridge_store_load_duty_swap (BridgeDatabase  *db,
                             BridgeDuty       duty,
                             BridgeLocal      week,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT id, duty, week, created_at, updated_at, deleted_at FROM duty_swaps"
                              " WHERE duty = ? AND week = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_enum (statement, 1, BRIDGE_TYPE_DUTY, duty);
  bridge_bind_local (statement, 2, week);
  return bridge_store_read_one (db, statement, read_duty_swap, error);
}

/**
 * bridge_store_reload_duty_swap:
 * @db: a connection
 * @swap: one as it was
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): as it is now
 */
BridgeDutySwap *
bridge_store_reload_duty_swap (BridgeDatabase  *db,
                               BridgeDutySwap  *swap,
                               GError         **error)
{
  return bridge_store_load_duty_swap (db, bridge_duty_swap_get_duty (swap), bridge_duty_swap_get_week (swap), error);
}

/**
 * bridge_store_save_duty_swap:
 * @db: a connection
 * @swap: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_duty_swap (BridgeDatabase  *db,
                             BridgeDutySwap  *swap,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "INSERT INTO duty_swaps (id, duty, week, created_at, updated_at, deleted_at, device)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
                              " updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device",
                          error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (swap, "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at, NULL);
  bridge_bind_text (statement, 1, bridge_duty_swap_get_id (swap));
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_DUTY, bridge_duty_swap_get_duty (swap));
  bridge_bind_local (statement, 3, bridge_duty_swap_get_week (swap));
  bridge_bind_int (statement, 4, created_at);
  bridge_bind_int (statement, 5, updated_at);
  bridge_bind_int (statement, 6, deleted_at);
  bridge_bind_text (statement, 7, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_forget_duty_swaps:
 * @db: a connection
 * @week: local midnight of the first day of a week
 * @error: where to say what went wrong
 *
 * Deletes what was swapped in the weeks before.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_forget_duty_swaps (BridgeDatabase  *db,
                                BridgeLocal      week,
                                GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "DELETE FROM duty_swaps WHERE week < ?", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_local (statement, 1, week);
  return bridge_store_run_write (db, statement, error);
}
