/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

/**
 * bridge_store_load_setting:
 * @db: a connection
 * @name: of the setting
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): its value; %NULL without an error: not set
 */
char *
bridge_store_load_setting (BridgeDatabase  *db,
                           const char      *name,
                           GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT value FROM settings WHERE name = ? AND deleted_at = 0",
                                                  error);
  char *value = NULL;

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, name);
  if (bridge_statement_step (db, statement, error))
    {
      value = g_strdup (bridge_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  return value;
}

/**
 * bridge_store_load_setting_time:
 * @db: a connection
 * @name: of the setting
 * @error: where to say what went wrong
 *
 * Returns: when it was set last, UTC ms; 0 without an error: not set
 */
gint64
bridge_store_load_setting_time (BridgeDatabase  *db,
                                const char      *name,
                                GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT updated_at FROM settings WHERE name = ? AND deleted_at = 0",
                                                  error);
  gint64 time = 0;

  if (statement == NULL)
    return 0;

  bridge_bind_text (statement, 1, name);
  if (bridge_statement_step (db, statement, error))
    {
      time = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return time;
}

/**
 * bridge_store_save_setting:
 * @db: a connection
 * @name: of the setting
 * @value: what it is now
 * @now: UTC ms
 * @error: where to say what went wrong
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_setting (BridgeDatabase  *db,
                           const char      *name,
                           const char      *value,
                           gint64           now,
                           GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "INSERT INTO settings (name, value, created_at, updated_at, device) VALUES (?1, ?2, ?3, ?3, ?4)"
                          " ON CONFLICT (name) DO UPDATE SET value = ?2, updated_at = ?3, device = ?4", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, name);
  bridge_bind_text (statement, 2, value);
  bridge_bind_int (statement, 3, now);
  bridge_bind_text (statement, 4, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
