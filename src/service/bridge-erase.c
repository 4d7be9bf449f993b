/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-erase"

#include "config.h"

#include "bridge-erase.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-autostart.h"
#include "bridge-database.h"
#include "bridge-desk-settings.h"
#include "bridge-folder-lock.h"
#include "bridge-photo-files.h"
#include "bridge-statement.h"

/* What is ours in the folder; somebody may have chosen one in which other things are. Prefixes of file names, or what knows
 * ours. */
static const struct {
  const char *folder; /* (nullable): the space's own */
  const char *prefix;
  gboolean (*is_ours) (const char *name); /* (nullable) */
} ours[] = {
  { BRIDGE_DATABASE_BACKUPS, "space-" },
  { BRIDGE_PHOTO_FOLDER, "", bridge_photo_is_ours },
  { NULL, BRIDGE_DATABASE_FILE },
  { NULL, BRIDGE_FOLDER_LOCK_FILE },
};

/* Where a service keeps which notifications it has shown. */
#define RUNTIME "footbridge"

static void
add_files (GPtrArray  *paths,
           const char *folder,
           const char *prefix,
           gboolean (*is_ours) (const char *name))
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && (is_ours == NULL || is_ours (name)))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

static GPtrArray *
find_files (const char *folder)
{
  g_autofree char *runtime = g_build_filename (g_get_user_runtime_dir (), RUNTIME, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      g_autofree char *inner = g_build_filename (folder, ours[i].folder, NULL);

      add_files (paths, inner, ours[i].prefix, ours[i].is_ours);
    }
  add_files (paths, runtime, "notifications-", NULL);
  return paths;
}

/* Before anything is done: a name can be taken away where its folder can be written to. */
static gboolean
check_files (GPtrArray  *paths,
             GError    **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (g_ptr_array_index (paths, i));

      if (g_access (folder, W_OK) == 0)
        continue;
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   /* Translators: %1$s is a folder, %2$s what the system says. */
                   _("Nothing was erased, because nothing can be removed from %1$s: %2$s."), folder, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

static int
query (sqlite3    *db,
       const char *sql,
       GPtrArray  *texts)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  return sqlite3_finalize (statement);
}

/* Writes zeros over what was written, as far as a file system lets anybody, and has every process that has the file open
 * find nothing there. */
static int
empty (sqlite3 *db)
{
  g_autoptr (GPtrArray) work = g_ptr_array_new_with_free_func (g_free);
  int result;

  /* What protects rows from being rewritten goes before the rows. */
  result = query (db, "SELECT format ('DROP TRIGGER \"%w\"', name) FROM sqlite_schema WHERE type = 'trigger'", work);
  if (result == SQLITE_OK)
    result = query (db, "SELECT format ('INSERT INTO \"%w\" (\"%w\") VALUES (''delete-all'')', name, name) FROM sqlite_schema"
                        " WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'", work);
  if (result == SQLITE_OK)
    result = query (db, "SELECT format ('DELETE FROM \"%w\"', t.name) FROM pragma_table_list t"
                        " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'", work);
  for (guint i = 0; i < work->len && result == SQLITE_OK; i++)
    result = sqlite3_exec (db, g_ptr_array_index (work, i), NULL, NULL, NULL);
  return result == SQLITE_OK ? sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) : result;
}

/* The database of another program is not ours to erase. */
static gboolean
check_owner (sqlite3     *db,
             const char  *path,
             GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = g_strdup_printf ("%d", BRIDGE_DATABASE_APPLICATION_ID);

  if (query (db, "SELECT application_id FROM pragma_application_id", found) != SQLITE_OK || found->len == 0 ||
      g_str_equal (g_ptr_array_index (found, 0), expected))
    return TRUE;
  /* One that was made and not filled yet. */
  if (g_str_equal (g_ptr_array_index (found, 0), "0") && query (db, "SELECT name FROM sqlite_schema", found) == SQLITE_OK &&
      found->len == 1)
    return TRUE;
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FOREIGN, _("%s belongs to another program. Nothing was erased."), path);
  return FALSE;
}

/* A damaged one cannot be emptied; it goes as a whole. */
static gboolean
empty_database (const char  *folder,
                GError     **error)
{
  g_autofree char *path = g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);
  sqlite3 *db = NULL;
  int result;
  gboolean owned;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);
  owned = result != SQLITE_OK || check_owner (db, path, error);
  if (owned && result == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, 5000);
      result = sqlite3_exec (db, "PRAGMA secure_delete = ON; PRAGMA journal_mode = TRUNCATE; BEGIN EXCLUSIVE", NULL, NULL, NULL);
    }
  if (owned && result == SQLITE_OK)
    result = empty (db);
  sqlite3_close (db);
  if (!owned)
    return FALSE;

  if (result == SQLITE_BUSY)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY,
                           _("Nothing was erased, because something is being written at this moment. Try again in a moment."));
      return FALSE;
    }
  if (result != SQLITE_OK)
    g_debug ("%s could not be emptied before it is removed: %s", path, sqlite3_errstr (result));
  return TRUE;
}

static gboolean
remove_files (GPtrArray   *paths,
              const char  *folder,
              GError     **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (g_remove (path) == 0 || errno == ENOENT)
        continue;
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   /* Translators: %1$s is a file, %2$s what the system says. */
                   _("What was in the space is erased, but %1$s cannot be removed: %2$s. Remove it by hand."), path,
                   g_strerror (errno));
      return FALSE;
    }

  /* The folders where they are empty now; one that has something else in it is somebody's. */
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    if (ours[i].folder != NULL)
      {
        g_autofree char *inner = g_build_filename (folder, ours[i].folder, NULL);

        g_rmdir (inner);
      }
  g_rmdir (folder);
  return TRUE;
}

/**
 * bridge_erase_everything:
 * @folder: the folder of the space
 * @error: where to say what went wrong
 *
 * Erases the database, backups, attachments and locks, what starts Footbridge at log-in, and the settings of the window; not
 * what others have copied, and not what a file system or a system backup keeps by itself. The space need not be sound. There
 * is no Undo.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STORAGE, %BRIDGE_ERROR_BUSY or %BRIDGE_ERROR_FOREIGN; unless the message says that the
 *   space is empty, nothing was done
 */
gboolean
bridge_erase_everything (const char  *folder,
                         GError     **error)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  paths = find_files (folder);
  if (!check_files (paths, error) || !empty_database (folder, error))
    return FALSE;

  bridge_desk_settings_reset ();
  if (!remove_files (paths, folder, error))
    return FALSE;
  g_debug ("Everything is erased");
  return bridge_autostart_erase (folder, error);
}
