/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-vault.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-private-roll.h"
#include "bridge-store-private.h"

/**
 * bridge_private_row_free:
 * @row: (transfer full): a row
 *
 * Frees it.
 */
void
bridge_private_row_free (BridgePrivateRow *row)
{
  g_clear_pointer (&row->words, g_bytes_unref);
  g_free (row);
}

static BridgePrivateRow *
row_new (const char         *id,
         gint64              version,
         BridgePrivateState  state,
         GBytes             *words)
{
  BridgePrivateRow *row = g_new0 (BridgePrivateRow, 1);

  g_strlcpy (row->id, id, sizeof row->id);
  row->version = version;
  row->state = state;
  row->words = words;
  return row;
}

/* What a row is, and what the roll says it should be. @roll: (nullable): it cannot be told. (nullable): a filler */
static BridgePrivateRow *
judge (const char           *id,
       gint64                version,
       gboolean              opens,
       GBytes               *words,
       const BridgeRollItem *item,
       gboolean              has_roll)
{
  /* A row that was never ours, and a filler that was meddled with, hold nothing. */
  if (!opens)
    return !has_roll || (item != NULL && item->filled) ? row_new (id, version, BRIDGE_PRIVATE_DAMAGED, NULL) : NULL;

  if (has_roll && item == NULL)
    return words != NULL ? row_new (id, version, BRIDGE_PRIVATE_OLD, NULL) : NULL;
  if (item != NULL && item->version != version)
    return item->filled || words != NULL ? row_new (id, version, BRIDGE_PRIVATE_OLD, NULL) : NULL;
  return words != NULL ? row_new (id, version, BRIDGE_PRIVATE_FINE, g_bytes_ref (words)) : NULL;
}

static gboolean
load_rows (BridgeDatabase     *db,
           BridgeVault        *vault,
           BridgePrivateRoll  *roll,
           GHashTable         *seen,
           GPtrArray          *rows,
           GError            **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT id, version, sealed FROM private_entries WHERE person_id = ?1",
                                                  error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->person_id);
  while (bridge_statement_step (db, statement, &local_error))
    {
      const char *id = bridge_column_text (statement, 0);
      gint64 version = sqlite3_column_int64 (statement, 1);
      BridgeRollItem *item = roll != NULL ? bridge_private_roll_find (roll, id) : NULL;
      g_autoptr (GBytes) words = NULL;
      gboolean opens = bridge_private_open_row (vault, id, version, sqlite3_column_blob (statement, 2),
                                                (gsize) sqlite3_column_bytes (statement, 2), &words);
      BridgePrivateRow *row = judge (id, version, opens, words, item, roll != NULL);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      if (item != NULL)
        g_hash_table_add (seen, item);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * bridge_store_load_private:
 * @db: a connection
 * @vault: an unlocked vault
 * @checked: (out): whether the roll could be read, so that nothing can be missing or older than it was
 * @error: where to say what went wrong
 *
 * Reads every entry. What cannot be opened is told of row by row and keeps nothing else from being read; nothing is
 * deleted.
 *
 * Returns: (transfer full) (nullable) (element-type BridgePrivateRow): the entries, in no order; or %NULL with
 *   %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
GPtrArray *
bridge_store_load_private (BridgeDatabase  *db,
                           BridgeVault     *vault,
                           gboolean        *checked,
                           GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_private_row_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (BridgePrivateRoll) roll = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean loaded;

  /* One state of both: another process may be writing. */
  if (!bridge_database_in_transaction (db) && !bridge_statement_execute (db, "BEGIN", error))
    return NULL;
  roll = bridge_private_roll_load (db, vault, &local_error);
  loaded = (roll != NULL || g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED)) &&
           load_rows (db, vault, roll, seen, rows, error);
  if (!bridge_database_in_transaction (db))
    bridge_database_rollback (db);
  if (!loaded)
    {
      if (local_error != NULL && error != NULL && *error == NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  for (guint i = 0; roll != NULL && i < roll->items->len; i++)
    {
      BridgeRollItem *item = &g_array_index (roll->items, BridgeRollItem, i);
      char id[BRIDGE_ID_LENGTH + 1];

      if (!item->filled || g_hash_table_contains (seen, item))
        continue;
      bridge_private_roll_get_id (item, id);
      g_ptr_array_add (rows, row_new (id, item->version, BRIDGE_PRIVATE_GONE, NULL));
    }
  *checked = roll != NULL;
  return g_steal_pointer (&rows);
}

/**
 * bridge_store_load_private_stamp:
 * @db: a connection
 * @person_id: whose
 * @error: where to say what went wrong
 *
 * A cheap look at whether entries have changed, without the key.
 *
 * Returns: (transfer full) (nullable): a text that is another one after each change; %NULL without an error: there is no
 *   private space
 */
char *
bridge_store_load_private_stamp (BridgeDatabase  *db,
                                 const char      *person_id,
                                 GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT hex (substr (roll, 1, 24)) FROM vaults WHERE person_id = ?1",
                                                  error);
  char *stamp;

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, person_id);
  if (!bridge_statement_step (db, statement, error))
    return NULL;
  stamp = g_strdup (bridge_column_text (statement, 0));
  sqlite3_reset (statement);
  return stamp;
}

/* A roll that was meddled with is written anew from what the rows say; what does not open counts as an entry. */
static BridgePrivateRoll *
load_or_remake_roll (BridgeDatabase  *db,
                     BridgeVault     *vault,
                     GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  BridgePrivateRoll *roll = bridge_private_roll_load (db, vault, &local_error);
  sqlite3_stmt *statement;

  if (roll != NULL || !g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return roll;
    }

  statement = bridge_statement_get (db, "SELECT id, version, sealed FROM private_entries WHERE person_id = ?1", error);
  if (statement == NULL)
    return NULL;
  g_clear_error (&local_error);
  roll = bridge_private_roll_new ();
  bridge_bind_text (statement, 1, vault->person_id);
  while (bridge_statement_step (db, statement, &local_error))
    {
      g_autoptr (GBytes) words = NULL;
      gboolean opens = bridge_private_open_row (vault, bridge_column_text (statement, 0), sqlite3_column_int64 (statement, 1),
                                                sqlite3_column_blob (statement, 2),
                                                (gsize) sqlite3_column_bytes (statement, 2), &words);

      bridge_private_roll_put (roll, bridge_column_text (statement, 0), sqlite3_column_int64 (statement, 1),
                               !opens || words != NULL);
    }
  if (local_error == NULL)
    return roll;
  g_propagate_error (error, g_steal_pointer (&local_error));
  bridge_private_roll_free (roll);
  return NULL;
}

static gboolean
write_one (BridgeDatabase      *db,
           BridgeVault         *vault,
           BridgePrivateRoll   *roll,
           BridgePrivateWrite  *write,
           GError             **error)
{
  gint64 version = bridge_random_version ();
  g_autoptr (GBytes) sealed = NULL;
  sqlite3_stmt *statement;

  if (write->id[0] == '\0')
    {
      BridgeRollItem *item = bridge_private_roll_pick_filler (roll);

      if (item == NULL)
        {
          if (!bridge_private_roll_grow (roll, db, vault, error))
            return FALSE;
          item = bridge_private_roll_pick_filler (roll);
        }
      bridge_private_roll_get_id (item, write->id);
      write->version = item->version;
    }

  sealed = bridge_private_seal_row (vault, write->id, version, write->words, error);
  if (sealed == NULL)
    return FALSE;
  statement = bridge_statement_get (db, "UPDATE private_entries SET version = ?4, sealed = ?5"
                                    " WHERE id = ?1 AND person_id = ?2 AND version = ?3", error);
  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, write->id);
  bridge_bind_text (statement, 2, vault->person_id);
  bridge_bind_int (statement, 3, write->version);
  bridge_bind_int (statement, 4, version);
  sqlite3_bind_blob64 (statement, 5, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
  if (!bridge_store_run_write (db, statement, error))
    return FALSE;
  if (sqlite3_changes (bridge_database_get_handle (db)) != 1)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT,
                           _("This entry was changed elsewhere in the meantime. Nothing was overwritten; look at it once more."));
      return FALSE;
    }
  write->version = version;
  bridge_private_roll_put (roll, write->id, version, write->words != NULL);
  return TRUE;
}

/**
 * bridge_store_write_private:
 * @db: a connection
 * @vault: an unlocked vault
 * @writes: (inout) (array length=n): what to write; afterwards with the ids and versions it has
 * @n: how many
 * @error: where to say what went wrong
 *
 * Writes entries, and makes fillers of what is removed, in one transaction.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_CONFLICT, %BRIDGE_ERROR_NOT_FOUND or an error of the database;
 *   nothing was written then
 */
gboolean
bridge_store_write_private (BridgeDatabase      *db,
                            BridgeVault         *vault,
                            BridgePrivateWrite  *writes,
                            guint                n,
                            GError             **error)
{
  g_autofree BridgePrivateWrite *done = g_memdup2 (writes, n * sizeof (BridgePrivateWrite));
  g_autoptr (BridgePrivateRoll) roll = NULL;
  gboolean written;

  if (!bridge_database_begin (db, error))
    return FALSE;
  roll = load_or_remake_roll (db, vault, error);
  written = roll != NULL;
  for (guint i = 0; written && i < n; i++)
    written = write_one (db, vault, roll, &done[i], error);
  if (!written || !bridge_private_roll_save (roll, db, vault, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  if (!bridge_database_commit (db, error))
    return FALSE;
  memcpy (writes, done, n * sizeof (BridgePrivateWrite));
  return TRUE;
}
