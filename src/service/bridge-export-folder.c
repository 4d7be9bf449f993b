/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-export"

#include "config.h"

#include "bridge-export-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-save.h"

#define BUFFER (64 * 1024)

struct _BridgeExportFolder
{
  char *path;       /* where it shall be */
  char *parent;
  char *draft;      /* (nullable): where it is made; NULL: done */
  GPtrArray *made;  /* of paths in there, in their order */
};

struct _BridgeExportFile
{
  BridgeExportFolder *folder;
  int fd;           /* -1: ended */
  GString *pending; /* what is still to be written */
};

static gboolean
fail (BridgeExportFolder  *self,
      int                  reason,
      GError             **error)
{
  bridge_save_set_error (error, self->path, reason);
  return FALSE;
}

/* Where nothing is there yet, or a folder with nothing in it. */
static gboolean
check_place (BridgeExportFolder  *self,
             GError             **error)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf info, around;

  if (g_lstat (self->path, &info) != 0)
    return errno == ENOENT || fail (self, errno, error);
  if (!S_ISDIR (info.st_mode))
    {
      g_autofree char *path = g_filename_display_name (self->path);

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   /* Translators: %s is the path of a file */
                   _("%s is there already, and was left as it is. Nothing was saved; choose another name."), path);
      return FALSE;
    }

  errno = 0;
  dir = g_dir_open (self->path, 0, NULL);
  if (dir == NULL)
    return fail (self, errno != 0 ? errno : EACCES, error);
  if (g_dir_read_name (dir) != NULL)
    return fail (self, ENOTEMPTY, error);
  /* It gives way to ours in the end, which what a disk is mounted on does not. */
  if (g_stat (self->parent, &around) == 0 && around.st_dev != info.st_dev)
    return fail (self, EXDEV, error);
  return TRUE;
}

/**
 * bridge_export_folder_begin:
 * @path: where the folder shall be: nothing is there yet, or an empty folder
 * @error: where to say what went wrong
 *
 * Makes a folder beside that place.
 *
 * Returns: (transfer full) (nullable): an empty folder, or %NULL with %BRIDGE_ERROR_STATE (something is there),
 *   %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
BridgeExportFolder *
bridge_export_folder_begin (const char  *path,
                            GError     **error)
{
  g_autoptr (BridgeExportFolder) self = g_new0 (BridgeExportFolder, 1);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *real = realpath (whole, NULL); /* through a link to an empty folder, which would not give way */
  g_autofree char *draft = NULL;

  self->path = g_strdup (real != NULL ? real : whole);
  free (real);
  self->parent = g_path_get_dirname (self->path);
  self->made = g_ptr_array_new_with_free_func (g_free);
  if (!check_place (self, error))
    return NULL;

  draft = g_build_filename (self->parent, BRIDGE_EXPORT_PREFIX "XXXXXX", NULL);
  if (g_mkdtemp_full (draft, 0700) == NULL)
    {
      bridge_save_set_error (error, self->path, errno);
      return NULL;
    }
  self->draft = g_steal_pointer (&draft);
  return g_steal_pointer (&self);
}

/**
 * bridge_export_folder_get_path:
 * @self: a folder
 *
 * Returns: (transfer none): where it shall be, or is; an absolute path
 */
const char *
bridge_export_folder_get_path (BridgeExportFolder *self)
{
  return self->path;
}

/**
 * bridge_export_folder_add_folder:
 * @self: a folder
 * @name: of one inside it
 * @error: where to say what went wrong
 *
 * Makes a folder inside it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_export_folder_add_folder (BridgeExportFolder  *self,
                                 const char          *name,
                                 GError             **error)
{
  g_autofree char *path = g_build_filename (self->draft, name, NULL);

  if (g_mkdir (path, 0700) != 0)
    return fail (self, errno, error);
  g_ptr_array_add (self->made, g_steal_pointer (&path));
  return TRUE;
}

/**
 * bridge_export_file_begin:
 * @folder: a folder that is not finished
 * @name: of a file in it, which may be in a folder inside it
 * @error: where to say what went wrong
 *
 * Begins a file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
BridgeExportFile *
bridge_export_file_begin (BridgeExportFolder  *folder,
                          const char          *name,
                          GError             **error)
{
  g_autofree char *path = g_build_filename (folder->draft, name, NULL);
  BridgeExportFile *self;
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      bridge_save_set_error (error, folder->path, errno);
      return NULL;
    }

  g_ptr_array_add (folder->made, g_steal_pointer (&path));
  self = g_new0 (BridgeExportFile, 1);
  self->folder = folder;
  self->fd = fd;
  self->pending = g_string_sized_new (BUFFER);
  return self;
}

static gboolean
flush (BridgeExportFile  *self,
       GError           **error)
{
  gsize done = 0;

  while (done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);

      if (n < 0 && errno != EINTR)
        return fail (self->folder, errno, error);
      if (n > 0)
        done += (gsize) n;
    }
  g_string_truncate (self->pending, 0);
  return TRUE;
}

/**
 * bridge_export_file_append:
 * @self: a file that has not ended
 * @data: (array length=length): what to add
 * @length: how many bytes
 * @error: where to say what went wrong
 *
 * Adds to the file.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_export_file_append (BridgeExportFile  *self,
                           const void        *data,
                           gsize              length,
                           GError           **error)
{
  g_return_val_if_fail (self->fd >= 0, FALSE);

  g_string_append_len (self->pending, data, (gssize) length);
  return self->pending->len < BUFFER || flush (self, error);
}

/**
 * bridge_export_file_end:
 * @self: a file that has not ended
 * @error: where to say what went wrong
 *
 * Ends the file, with all of it on the disk.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_export_file_end (BridgeExportFile  *self,
                        GError           **error)
{
  int fd = self->fd;

  g_return_val_if_fail (self->fd >= 0, FALSE);

  if (!flush (self, error))
    return FALSE;
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS)
    return fail (self->folder, errno, error);
  self->fd = -1;
  return close (fd) == 0 || errno == EINTR || fail (self->folder, errno, error);
}

/**
 * bridge_export_file_free:
 * @self: (transfer full): a file, ended or not
 *
 * Lets go of it. What stands in it stays until the folder goes.
 */
void
bridge_export_file_free (BridgeExportFile *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_string_free (self->pending, TRUE);
  g_free (self);
}

/* Some file systems have nothing to be told about a folder. */
static gboolean
sync_folder (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS);
  int reason = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  errno = reason;
  return synced;
}

static gboolean
copy_bytes (int                from,
            BridgeExportFile  *to,
            gboolean          *read_all,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autofree char *buffer = g_malloc (BUFFER);

  for (;;)
    {
      gssize n = read (from, buffer, BUFFER);

      if (n < 0 && errno == EINTR)
        continue;
      *read_all = n == 0;
      if (n <= 0)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !bridge_export_file_append (to, buffer, (gsize) n, error))
        return FALSE;
    }
}

/* Takes back the file that was begun last. */
static void
drop_last (BridgeExportFolder *self)
{
  g_autofree char *path = g_ptr_array_steal_index (self->made, self->made->len - 1);

  g_unlink (path);
}

/**
 * bridge_export_folder_add_copy:
 * @self: a folder that is not finished
 * @from: the path of a plain file
 * @name: how its copy is called
 * @copied: (out): %FALSE where it is not there, or cannot be read: then there is no copy
 * @cancellable: (nullable): to give up
 * @error: where to say what went wrong
 *
 * Adds a copy of a file.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_export_folder_add_copy (BridgeExportFolder  *self,
                               const char          *from,
                               const char          *name,
                               gboolean            *copied,
                               GCancellable        *cancellable,
                               GError             **error)
{
  /* Neither a link to something of the person's, nor anything that it would be waited for. */
  int fd = g_open (from, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  g_autoptr (BridgeExportFile) to = NULL;
  gboolean written;
  struct stat info;

  *copied = FALSE;
  if (fd < 0)
    return TRUE;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_close (fd, NULL);
      return TRUE;
    }

  to = bridge_export_file_begin (self, name, error);
  written = to != NULL && copy_bytes (fd, to, copied, cancellable, error);
  if (written && *copied)
    written = bridge_export_file_end (to, error);
  else if (written)
    drop_last (self);
  g_close (fd, NULL);
  return written;
}

/**
 * bridge_export_folder_finish:
 * @self: a folder that is not finished
 * @error: where to say what went wrong
 *
 * Puts it where it shall be, as a whole, once its files have ended. Nothing can be added any more.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (something is there now), %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_export_folder_finish (BridgeExportFolder  *self,
                             GError             **error)
{
  g_return_val_if_fail (self->draft != NULL, FALSE);

  for (guint i = 0; i < self->made->len; i++)
    {
      const char *path = g_ptr_array_index (self->made, i);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !sync_folder (path))
        return fail (self, errno, error);
    }
  /* What is there now stays, if it is anything but an empty folder. */
  if (!sync_folder (self->draft) || g_rename (self->draft, self->path) != 0)
    {
      int reason = errno;

      return fail (self, reason == ENOTDIR ? EEXIST : reason, error);
    }
  g_clear_pointer (&self->draft, g_free);
  if (!sync_folder (self->parent))
    g_debug ("The folder around it was not synced: %s", g_strerror (errno));
  return TRUE;
}

/**
 * bridge_export_folder_free:
 * @self: (transfer full): a folder
 *
 * Lets go of it. One that is not finished goes with all that was written.
 */
void
bridge_export_folder_free (BridgeExportFolder *self)
{
  if (self->draft != NULL)
    {
      for (guint i = self->made->len; i > 0; i--)
        g_remove (g_ptr_array_index (self->made, i - 1));
      if (g_rmdir (self->draft) != 0)
        g_debug ("A folder that was not finished stays: %s", g_strerror (errno));
    }
  g_free (self->draft);
  g_free (self->path);
  g_free (self->parent);
  if (self->made != NULL)
    g_ptr_array_unref (self->made);
  g_free (self);
}
