/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-autostart"

#include "config.h"

#include "bridge-autostart.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>

#include "bridge-error.h"

/* What the kernel adds to the name of a file that is there no more. */
#define DELETED " (deleted)"

/**
 * bridge_autostart_dup_path:
 *
 * Returns: (transfer full): the file that has the desktop start the reminder service at log-in
 */
char *
bridge_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", APP_ID ".desktop", NULL);
}

/**
 * bridge_autostart_in_sandbox:
 *
 * Returns: whether this process is in a Flatpak, where the desktop's Background portal decides what starts at log-in
 */
gboolean
bridge_autostart_in_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * bridge_autostart_applies:
 * @folder: the folder of a space
 *
 * Whether the service that log-in would start serves this space: only the usual folder's, and not from within a
 * sandbox, where the desktop's Background portal decides.
 */
gboolean
bridge_autostart_applies (const char *folder)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "footbridge", NULL);
  g_autofree char *given = g_canonicalize_filename (folder, NULL);

  return g_str_equal (usual, given) && !bridge_autostart_in_sandbox ();
}

/* Desktops that have a list of what starts at log-in note in the file that the person turned it off there: Hidden is the
 * specification's word for it, the other one GNOME's. */
static gboolean
is_turned_off (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
         && (g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL)
             || (g_key_file_has_key (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)
                 && !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)));
}

/**
 * bridge_autostart_is_on:
 * @folder: the folder of a space
 *
 * Returns: whether there is a file that has the service started at log-in for this space
 */
gboolean
bridge_autostart_is_on (const char *folder)
{
  g_autofree char *path = bridge_autostart_dup_path ();

  return bridge_autostart_applies (folder) && g_file_test (path, G_FILE_TEST_EXISTS) && !is_turned_off (path);
}

/**
 * bridge_autostart_is_turned_off:
 * @folder: the folder of a space
 *
 * Returns: whether the person has turned it off in the settings of the desktop
 */
gboolean
bridge_autostart_is_turned_off (const char *folder)
{
  g_autofree char *path = bridge_autostart_dup_path ();

  return bridge_autostart_applies (folder) && is_turned_off (path);
}

/* Quoted for an Exec key, desktop entry specification: in double quotes with ", `, $ and \ escaped, then \
 * once more as in any string value, and % doubled. */
static char *
quote_exec (const char *program)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = program; *p; p++)
    {
      if (*p == '\\')
        g_string_append (quoted, "\\\\\\");
      else if (*p == '"' || *p == '`' || *p == '$')
        g_string_append (quoted, "\\\\");
      else if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

/* Where the program is that log-in is to start. After an upgrade this process goes on in a file that has been replaced,
 * and the kernel says "/usr/bin/footbridge (deleted)"; or in one that has been put aside. (nullable) */
static char *
dup_program (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = path ? g_path_get_dirname (path) : g_strdup (BINDIR);

  if (g_str_equal (folder, BINDIR) && g_file_test (BINDIR "/footbridge", G_FILE_TEST_IS_EXECUTABLE))
    return g_strdup (BINDIR "/footbridge");
  if (path && !g_file_test (path, G_FILE_TEST_EXISTS) && g_str_has_suffix (path, DELETED))
    path[strlen (path) - strlen (DELETED)] = '\0';
  return path && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&path) : NULL;
}

static char *
dup_content (const char *program)
{
  g_autofree char *quoted = quote_exec (program);

  return g_strdup_printf ("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=" APP_NAME "\n"
                          "Exec=%s --gapplication-service\n"
                          "Icon=" APP_ID "\n"
                          "NoDisplay=true\n"
                          "X-GNOME-UsesNotifications=true\n",
                          quoted);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT || errno == ENOTDIR)
    return TRUE;
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
               _("Footbridge would still be started at log-in, because %1$s cannot be removed: %2$s."), path,
               g_strerror (errno));
  return FALSE;
}

/**
 * bridge_autostart_erase:
 * @folder: the folder of the space
 * @error: where to say what went wrong
 *
 * Removes the file in any case, also with what the person said about it in the settings of the desktop. A folder that log-in
 * would not serve has none.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_autostart_erase (const char *folder, GError **error)
{
  g_autofree char *path = bridge_autostart_dup_path ();

  return !bridge_autostart_applies (folder) || remove_file (path, error);
}

/**
 * bridge_autostart_sync:
 * @folder: the folder of the space
 * @on: whether reminders are on
 *
 * Sees to it that the reminder service starts at log-in while reminders are on, and not otherwise. A folder
 * that log-in would not serve is left alone, and so is what the person has turned off in the settings of the desktop.
 * Fails with %BRIDGE_ERROR_STORAGE.
 */
gboolean
bridge_autostart_sync (const char *folder, gboolean on, GError **error)
{
  g_autofree char *path = bridge_autostart_dup_path ();
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *program = NULL;
  g_autofree char *content = NULL;
  g_autofree char *present = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!bridge_autostart_applies (folder) || is_turned_off (path))
    return TRUE;

  if (!on)
    return remove_file (path, error);

  program = dup_program ();
  if (program == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                           _("Reminders are on, but Footbridge will not be started at log-in, because its program is not "
                             "where it was when it was started."));
      return FALSE;
    }

  content = dup_content (program);
  if (g_file_get_contents (path, &present, NULL, NULL) && g_str_equal (present, content))
    return TRUE;

  if (g_mkdir_with_parents (parent, 0700) != 0 || !g_file_set_contents (path, content, -1, &local_error))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   _("Reminders are on, but Footbridge will not be started at log-in, because %1$s cannot be written: %2$s."),
                   path, local_error ? local_error->message : g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}
