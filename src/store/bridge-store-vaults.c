/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-vault.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-store-private.h"
#include "bridge-private-roll.h"

/* The rows of vaults, which carry no time: when somebody made one or opened it is nobody's business. */

static gboolean
copy_blob (sqlite3_stmt *statement,
           int           column,
           guint8       *field,
           gsize         size)
{
  if (sqlite3_column_bytes (statement, column) != (int) size)
    return FALSE;
  memcpy (field, sqlite3_column_blob (statement, column), size);
  return TRUE;
}

/**
 * bridge_store_load_vault:
 * @db: a connection
 * @person_id: whose
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): their vault, locked; %NULL without an error: there is none
 */
BridgeVault *
bridge_store_load_vault (BridgeDatabase  *db,
                         const char      *person_id,
                         GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT id, person_id, ops, memory, salt, by_passphrase, by_code, tries, wait_until, lock_minutes"
                          " FROM vaults WHERE person_id = ?1", error);
  g_autoptr (BridgeVault) vault = NULL;
  gboolean sound;

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, person_id);
  if (!bridge_statement_step (db, statement, error))
    return NULL;

  vault = g_new0 (BridgeVault, 1);
  vault->id = g_strdup (bridge_column_text (statement, 0));
  vault->person_id = g_strdup (bridge_column_text (statement, 1));
  vault->ops = sqlite3_column_int64 (statement, 2);
  vault->memory = sqlite3_column_int64 (statement, 3);
  sound = copy_blob (statement, 4, vault->salt, sizeof vault->salt) &&
          copy_blob (statement, 5, vault->by_passphrase, sizeof vault->by_passphrase) &&
          copy_blob (statement, 6, vault->by_code, sizeof vault->by_code);
  vault->tries = sqlite3_column_int (statement, 7);
  vault->wait_until = sqlite3_column_int64 (statement, 8);
  vault->lock_minutes = sqlite3_column_int (statement, 9);
  sqlite3_reset (statement);

  if (!sound)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                           _("What opens your private space was changed outside of Footbridge. Your entries were left as they are; a backup may have what is needed to open them."));
      return NULL;
    }
  return g_steal_pointer (&vault);
}

static void
bind_blob (sqlite3_stmt *statement,
           int           index,
           gconstpointer data,
           gsize         size)
{
  sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT);
}

/* For a statement that has to have changed one row. */
static gboolean
run_on_vault (BridgeDatabase  *db,
              sqlite3_stmt    *statement,
              GError         **error)
{
  if (!bridge_store_run_write (db, statement, error))
    return FALSE;
  if (sqlite3_changes (bridge_database_get_handle (db)) == 1)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("This private space is not here any more."));
  return FALSE;
}

static gboolean
require_same (BridgeDatabase  *db,
              BridgeVault     *read,
              GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeVault) stored = bridge_store_load_vault (db, read->person_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (stored != NULL && bridge_vault_is_same (stored, read))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT,
                       _("The passphrase or the recovery code was changed elsewhere in the meantime. That change stands, and nothing was changed here. Unlock with what holds now, and try again."));
  return FALSE;
}

static gboolean
write_wraps (BridgeDatabase  *db,
             BridgeVault     *vault,
             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "UPDATE vaults SET ops = ?2, memory = ?3, salt = ?4, by_passphrase = ?5, by_code = ?6,"
                          " tries = ?7, wait_until = ?8 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->id);
  bridge_bind_int (statement, 2, vault->ops);
  bridge_bind_int (statement, 3, vault->memory);
  bind_blob (statement, 4, vault->salt, sizeof vault->salt);
  bind_blob (statement, 5, vault->by_passphrase, sizeof vault->by_passphrase);
  bind_blob (statement, 6, vault->by_code, sizeof vault->by_code);
  bridge_bind_int (statement, 7, vault->tries);
  bridge_bind_int (statement, 8, vault->wait_until);
  return run_on_vault (db, statement, error);
}

/**
 * bridge_store_save_vault:
 * @db: a connection
 * @vault: a vault that is stored already
 * @read: the same one as it was when it was read
 * @error: where to say what went wrong
 *
 * Writes what wraps its key, if that still is what was read: two programs that change passphrase and recovery code at once
 * would otherwise each bring back what the other has just replaced. The entries are not touched.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT or an error of the database; nothing was written then
 */
gboolean
bridge_store_save_vault (BridgeDatabase  *db,
                         BridgeVault     *vault,
                         BridgeVault     *read,
                         GError         **error)
{
  if (!bridge_database_begin (db, error))
    return FALSE;
  if (!require_same (db, read, error) || !write_wraps (db, vault, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  return bridge_database_commit (db, error);
}

static gboolean
write_tries (BridgeDatabase  *db,
             BridgeVault     *vault,
             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "UPDATE vaults SET tries = ?2, wait_until = ?3 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->id);
  bridge_bind_int (statement, 2, vault->tries);
  bridge_bind_int (statement, 3, vault->wait_until);
  return run_on_vault (db, statement, error);
}

/**
 * bridge_store_note_try:
 * @db: a connection
 * @person_id: whose vault
 * @fits: whether the passphrase fitted
 * @now: UTC ms
 * @error: where to say what went wrong
 *
 * Counts by what the file says now, so that the wait outlives the program, and nobody else's counting is lost.
 *
 * Returns: %FALSE with an error of the database; where there is no vault any more there is nothing to count
 */
gboolean
bridge_store_note_try (BridgeDatabase  *db,
                       const char      *person_id,
                       gboolean         fits,
                       gint64           now,
                       GError         **error)
{
  g_autoptr (BridgeVault) stored = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!bridge_database_begin (db, error))
    return FALSE;
  stored = bridge_store_load_vault (db, person_id, &local_error);
  if (stored != NULL)
    bridge_vault_note_try (stored, fits, now);
  if (local_error != NULL || (stored != NULL && !write_tries (db, stored, &local_error)))
    {
      bridge_database_rollback (db);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return bridge_database_commit (db, error);
}

/**
 * bridge_store_save_vault_wait:
 * @db: a connection
 * @vault: a vault that is stored already
 * @error: where to say what went wrong
 *
 * Writes until when nothing is tried, unless another try was counted meanwhile.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_store_save_vault_wait (BridgeDatabase  *db,
                              BridgeVault     *vault,
                              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "UPDATE vaults SET wait_until = ?3 WHERE id = ?1 AND tries = ?2", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->id);
  bridge_bind_int (statement, 2, vault->tries);
  bridge_bind_int (statement, 3, vault->wait_until);
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_save_vault_lock_minutes:
 * @db: a connection
 * @vault: a vault that is stored already
 * @error: where to say what went wrong
 *
 * Writes after how many idle minutes it locks.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_store_save_vault_lock_minutes (BridgeDatabase  *db,
                                      BridgeVault     *vault,
                                      GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "UPDATE vaults SET lock_minutes = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->id);
  bridge_bind_int (statement, 2, vault->lock_minutes);
  return run_on_vault (db, statement, error);
}

static gboolean
insert_vault (BridgeDatabase  *db,
              BridgeVault     *vault,
              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "INSERT INTO vaults (seq, id, person_id, ops, memory, salt, by_passphrase, by_code, roll, tries,"
                          " wait_until, lock_minutes, created_at, updated_at, deleted_at, device)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, x'', 0, 0, ?9, 0, 0, 0, ?10)", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_int (statement, 1, bridge_random_version ());
  bridge_bind_text (statement, 2, vault->id);
  bridge_bind_text (statement, 3, vault->person_id);
  bridge_bind_int (statement, 4, vault->ops);
  bridge_bind_int (statement, 5, vault->memory);
  bind_blob (statement, 6, vault->salt, sizeof vault->salt);
  bind_blob (statement, 7, vault->by_passphrase, sizeof vault->by_passphrase);
  bind_blob (statement, 8, vault->by_code, sizeof vault->by_code);
  bridge_bind_int (statement, 9, vault->lock_minutes);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_statement_run (db, statement, error);
}

static gboolean
require_none (BridgeDatabase  *db,
              const char      *person_id,
              GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT 1 FROM vaults WHERE person_id = ?1", error);
  g_autoptr (GError) local_error = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, person_id);
  found = bridge_statement_step (db, statement, &local_error);
  sqlite3_reset (statement);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (found)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("You have a private space already."));
  return !found;
}

/**
 * bridge_store_add_vault:
 * @db: a connection
 * @vault: a new vault, unlocked
 * @error: where to say what went wrong
 *
 * Writes a vault and its first rows, all of them fillers.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (there is one), %BRIDGE_ERROR_LOCKED or an error of the database
 */
gboolean
bridge_store_add_vault (BridgeDatabase  *db,
                        BridgeVault     *vault,
                        GError         **error)
{
  g_autoptr (BridgePrivateRoll) roll = bridge_private_roll_new ();

  if (!bridge_database_begin (db, error))
    return FALSE;
  if (!require_none (db, vault->person_id, error) ||
      !insert_vault (db, vault, error) ||
      !bridge_private_roll_grow (roll, db, vault, error) ||
      !bridge_private_roll_save (roll, db, vault, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  return bridge_database_commit (db, error);
}

static const char *const erase_sql[] = {
  "DELETE FROM shared_words WHERE from_person = ?1 AND state = 'waiting'",
  "DELETE FROM private_entries WHERE person_id = ?1",
  "DELETE FROM vaults WHERE person_id = ?1",
};

/**
 * bridge_store_erase_private:
 * @db: a connection
 * @person_id: whose
 * @error: where to say what went wrong
 *
 * Deletes a private space for good: here, and in the backups beside it.
 *
 * Returns: %FALSE with an error; what is in the database itself is as before then
 */
gboolean
bridge_store_erase_private (BridgeDatabase  *db,
                            const char      *person_id,
                            GError         **error)
{
  if (!bridge_database_begin (db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (erase_sql); i++)
    {
      sqlite3_stmt *statement = bridge_statement_get (db, erase_sql[i], error);

      if (statement != NULL)
        bridge_bind_text (statement, 1, person_id);
      if (statement == NULL || !bridge_statement_run (db, statement, error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
    }
  if (!bridge_store_scrub_backups (db, erase_sql, G_N_ELEMENTS (erase_sql), person_id, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  return bridge_database_commit (db, error);
}
