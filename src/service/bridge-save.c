/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-save"

#include "config.h"

#include "bridge-save.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-error.h"

#define DRAFT ".footbridge-save-XXXXXX"

/**
 * bridge_save_set_error:
 * @error: where to say what went wrong
 * @path: where something was to be saved
 * @reason: what the system says about it, from errno
 *
 * Says that nothing was saved, and what helps.
 */
void
bridge_save_set_error (GError     **error,
                       const char  *path,
                       int          reason)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *around = g_path_get_dirname (whole);
  g_autofree char *parent = g_filename_display_name (around);
  g_autofree char *name = g_filename_display_name (whole);

  /* As some file systems say that nothing may be made there. */
  if (reason == ENOENT && g_file_test (around, G_FILE_TEST_IS_DIR))
    reason = EACCES;

  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL,
                 /* Translators: %s is a folder */
                 _("There is no room for all of it in %s. Nothing was saved; choose another place, or make room there."), parent);
  else if (reason == ENOENT || reason == ENOTDIR)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                 /* Translators: %s is a folder */
                 _("The folder %s is not there. Nothing was saved; choose another place."), parent);
  else if (reason == EACCES || reason == EPERM || reason == EROFS)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                 /* Translators: %s is a folder */
                 _("Nothing may be written into %s. Nothing was saved; choose another place."), parent);
  else if (reason == ENOTEMPTY || reason == EEXIST)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 /* Translators: %s is a folder */
                 _("There is something in %s already, and it was left as it is. Nothing was saved; choose another name."), name);
  else if (reason == EBUSY || reason == EXDEV)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 /* Translators: %s is a folder */
                 _("%s is where a disk begins. Nothing was saved; name a new folder inside it."), name);
  else
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                 /* Translators: the path of a file or a folder, and the system's reason */
                 _("%1$s could not be written: %2$s. Nothing was saved; choose another place."), name, g_strerror (reason));
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }
  /* Some file systems have nothing to be told. */
  return fsync (fd) == 0 || errno == EINVAL || errno == ENOSYS;
}

/**
 * bridge_save_bytes:
 * @path: a file to write, or to replace
 * @data: (array length=length): what shall stand in it
 * @length: how many bytes
 * @error: where to say what went wrong
 *
 * Writes a file that only this account of the computer may read. Whatever goes wrong, what was there before is left as it was,
 * and nothing of @data is left beside it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL, %BRIDGE_ERROR_STATE or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_save_bytes (const char  *path,
                   const void  *data,
                   gsize        length,
                   GError     **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *draft = g_build_filename (parent, DRAFT, NULL);
  int fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  gboolean saved;
  int reason;

  if (fd < 0)
    {
      bridge_save_set_error (error, path, errno);
      return FALSE;
    }

  saved = write_all (fd, data, length);
  reason = errno;
  if (close (fd) != 0 && errno != EINTR && saved)
    {
      saved = FALSE;
      reason = errno;
    }
  if (saved && g_rename (draft, path) != 0)
    {
      saved = FALSE;
      reason = errno;
    }
  if (saved)
    return TRUE;
  g_unlink (draft);
  bridge_save_set_error (error, path, reason);
  return FALSE;
}
