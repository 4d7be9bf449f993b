/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-photo-files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-ids.h"
#include "bridge-statement.h"

#define LARGE ".jpg"
#define SMALL "-small.jpg"
#define ID_LENGTH 36

/**
 * bridge_photo_dup_path:
 * @folder: the folder of the space
 * @id: of the picture
 * @small: the small one, for lists
 *
 * Returns: (transfer full): where the file is, or would be
 */
char *
bridge_photo_dup_path (const char *folder,
                       const char *id,
                       gboolean    small)
{
  g_autofree char *name = g_strconcat (id, small ? SMALL : LARGE, NULL);

  return g_build_filename (folder, BRIDGE_PHOTO_FOLDER, name, NULL);
}

/* What comes after the id in the name of a file of ours; (nullable). */
static const char *
get_ending (const char *name)
{
  g_autofree char *begin = g_strndup (name, ID_LENGTH);

  if (!bridge_id_is_valid (begin)
      || (!g_str_has_prefix (name + ID_LENGTH, LARGE) && !g_str_has_prefix (name + ID_LENGTH, SMALL)))
    return NULL;
  return name + ID_LENGTH;
}

/**
 * bridge_photo_is_ours:
 * @name: of a file in the folder of pictures
 *
 * Returns: whether we have given a file that name, also one that was not written to its end
 */
gboolean
bridge_photo_is_ours (const char *name)
{
  return get_ending (name) != NULL;
}

static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error))
    return TRUE;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL,
                         _("There is no space left on the disk for the picture, so nothing was saved."));
  else
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                 /* Translators: a path, and what the system says about it. */
                 _("The picture could not be written to %1$s, so nothing was saved: %2$s"), path, local_error->message);
  return FALSE;
}

/**
 * bridge_photo_write:
 * @folder: the folder of the space
 * @id: of the picture
 * @large: a JPEG file
 * @small: the same, small
 * @error: where to say what went wrong
 *
 * Writes both files, readable by their owner alone; or neither.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_photo_write (const char  *folder,
                    const char  *id,
                    GBytes      *large,
                    GBytes      *small,
                    GError     **error)
{
  g_autofree char *photos = g_build_filename (folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autofree char *large_path = bridge_photo_dup_path (folder, id, FALSE);
  g_autofree char *small_path = bridge_photo_dup_path (folder, id, TRUE);

  if (g_mkdir_with_parents (photos, 0700) != 0)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   /* Translators: a path, and what the system says about it. */
                   _("The picture could not be written to %1$s, so nothing was saved: %2$s"), photos, g_strerror (errno));
      return FALSE;
    }
  if (write_file (large_path, large, error) && write_file (small_path, small, error))
    return TRUE;
  bridge_photo_remove (folder, id);
  return FALSE;
}

/**
 * bridge_photo_remove:
 * @folder: the folder of the space
 * @id: of the picture
 *
 * Deletes both files, if they are there.
 */
void
bridge_photo_remove (const char *folder,
                     const char *id)
{
  for (int small = 0; small < 2; small++)
    {
      g_autofree char *path = bridge_photo_dup_path (folder, id, small != 0);

      if (g_unlink (path) != 0 && errno != ENOENT)
        g_debug ("A picture stays a little longer: %s", g_strerror (errno));
    }
}

/* Takes away the ids that a database has, one that is opened only for that. Whatever cannot be read might have all. */
static void
keep_needed (sqlite3    *handle,
             const char *sql,
             GHashTable *ids)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  /* From a time before there were pictures. */
  if ((result & 0xff) == SQLITE_ERROR)
    return;
  while (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const unsigned char *id = sqlite3_column_text (statement, 0);

      if (id == NULL)
        break;
      g_hash_table_remove (ids, id);
      result = SQLITE_OK;
    }
  sqlite3_finalize (statement);
  if (result != SQLITE_DONE)
    g_hash_table_remove_all (ids);
}

static void
keep_needed_by_backups (BridgeDatabase *db,
                        GHashTable     *ids)
{
  g_autofree char *backups = bridge_database_dup_backup_folder (db);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && g_hash_table_size (ids) > 0 && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      sqlite3 *copy = NULL;

      if (!g_str_has_suffix (name, ".db"))
        continue;
      if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
        keep_needed (copy, "SELECT id FROM win_photos WHERE deleted_at = 0", ids);
      else
        g_hash_table_remove_all (ids);
      sqlite3_close (copy);
    }
}

/**
 * bridge_photo_tidy:
 * @db: a connection
 * @folder: the folder of the space
 * @before: UTC ms: what was written later stays, for its row may not be there yet
 *
 * Deletes the files that neither the database nor a backup refers to.
 *
 * Returns: of how many pictures
 */
guint
bridge_photo_tidy (BridgeDatabase *db,
                   const char     *folder,
                   gint64          before)
{
  g_autofree char *photos = g_build_filename (folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (photos, 0, NULL);
  GHashTableIter iter;
  const char *name;
  gpointer id;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (photos, name, NULL);
      const char *ending = get_ending (name);
      GStatBuf info;

      if (ending == NULL || g_lstat (path, &info) != 0 || (gint64) info.st_mtime * 1000 >= before)
        continue;
      if (g_str_equal (ending, LARGE) || g_str_equal (ending, SMALL))
        g_hash_table_add (ids, g_strndup (name, ID_LENGTH));
      else
        g_unlink (path);
    }
  if (g_hash_table_size (ids) > 0)
    keep_needed (bridge_database_get_handle (db), "SELECT id FROM win_photos", ids);
  if (g_hash_table_size (ids) > 0)
    keep_needed_by_backups (db, ids);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      bridge_photo_remove (folder, id);
      n++;
    }
  return n;
}
