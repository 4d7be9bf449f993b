/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-vault.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-store-private.h"

#define WAIT_MS 5000
#define LOST_KEY "bridge-lost-backups"

static int
run_on_copy (sqlite3    *copy,
             const char *sql,
             const char *id)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (copy, sql, -1, &statement, NULL);

  /* From a time when there was no such table. */
  if ((result & 0xff) == SQLITE_ERROR)
    return SQLITE_OK;
  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
      result = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
scrub (const char        *path,
       const char *const *statements,
       guint              n,
       const char        *id)
{
  sqlite3 *copy = NULL;
  int result = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_busy_timeout (copy, WAIT_MS);
      /* What is deleted is overwritten, and so is the journal that could bring it back. */
      result = sqlite3_exec (copy, "PRAGMA secure_delete = ON; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
                             " BEGIN IMMEDIATE", NULL, NULL, NULL);
    }
  for (guint i = 0; result == SQLITE_OK && i < n; i++)
    result = run_on_copy (copy, statements[i], id);
  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, "COMMIT; PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (copy);
  return result;
}

static void
note_lost (BridgeDatabase *db,
           const char     *path)
{
  GPtrArray *lost = g_object_get_data (G_OBJECT (db), LOST_KEY);

  if (lost == NULL)
    {
      lost = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_object_set_data_full (G_OBJECT (db), LOST_KEY, lost, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (lost, g_strdup (path));
}

/**
 * bridge_store_steal_lost_backups:
 * @db: a connection
 *
 * Returns: (transfer full) (nullable): the paths of damaged backups that were deleted since this was asked last
 */
GStrv
bridge_store_steal_lost_backups (BridgeDatabase *db)
{
  GPtrArray *lost = g_object_steal_data (G_OBJECT (db), LOST_KEY);

  return lost != NULL ? (GStrv) g_ptr_array_free (lost, FALSE) : NULL;
}

/**
 * bridge_store_scrub_backups:
 * @db: a connection
 * @statements: (array length=n): each deletes what belongs to ?1
 * @n: how many
 * @id: what is to go
 * @error: where to say what went wrong
 *
 * Deletes something from the backups beside the database, too, where it would come back from. A backup that is damaged
 * is deleted itself; bridge_store_steal_lost_backups() says which.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STORAGE, which names the backup that could not be changed
 */
gboolean
bridge_store_scrub_backups (BridgeDatabase     *db,
                            const char *const  *statements,
                            guint               n,
                            const char         *id,
                            GError            **error)
{
  g_autofree char *backups = bridge_database_dup_backup_folder (db);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      int result;

      if (!g_str_has_suffix (name, ".db"))
        continue;
      result = scrub (path, statements, n, id);
      if (result == SQLITE_OK)
        continue;
      /* Nothing can be brought back from a damaged one, but whoever looks at its bytes would read in it what was to go
       * everywhere. It goes, and whoever asked for this is told. */
      if ((result == SQLITE_NOTADB || (result & 0xff) == SQLITE_CORRUPT) && g_unlink (path) == 0)
        {
          g_message ("A damaged backup was deleted");
          note_lost (db, path);
          continue;
        }
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   /* Translators: a file's path, and a technical message in English */
                   _("The backup %1$s could not be changed (%2$s), so nothing was deleted anywhere. Make it writable, or delete it yourself, and try again."),
                   path, sqlite3_errstr (result));
      return FALSE;
    }
  return TRUE;
}
