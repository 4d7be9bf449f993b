/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window-main"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

#include "bridge-space.h"
#include "bridge-window-application.h"

typedef struct {
  char *folder;
  char *target;
  char *page;
  gboolean version;
} Options;

static gboolean
read_options (int       *argc,
              char    ***argv,
              Options   *options,
              GError   **error)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->folder, N_("Keep everything in this folder"), N_("FOLDER") },
    { "open", 0, 0, G_OPTION_ARG_STRING, &options->target, N_("Open a ritual or one of its moments"), N_("ID") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options->page, N_("Open a page: today, rituals, boundaries or celebrate"), N_("PAGE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("The window of Footbridge. The program “footbridge” opens it."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (*argc > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is more than is understood here."), (*argv)[1]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_at_root (void)
{
  g_autofree char *folder = g_get_current_dir ();

  return g_str_equal (folder, "/");
}

int
main (int   argc,
      char *argv[])
{
  Options options = { NULL };
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  g_autofree char *page = NULL;
  g_autoptr (BridgeClock) clock = NULL;
  g_autoptr (BridgeWindowApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read;

  umask (077);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  read = read_options (&argc, &argv, &options, &error);
  folder = options.folder;
  target = options.target;
  page = options.page;
  if (!read)
    {
      g_printerr ("footbridge-window: %s\n", error->message);
      return 2;
    }
  if (options.version)
    {
      g_print ("footbridge-window %s\n", VERSION);
      return 0;
    }

  /* Whoever was started by a bus stands at the root of everything, where dialogs would begin, and nobody can save there. */
  if ((folder == NULL || g_path_is_absolute (folder)) && is_at_root () && g_chdir (g_get_home_dir ()) != 0)
    g_debug ("There is no home folder to begin in: %s", g_strerror (errno));

  /* X11's WM_CLASS has to be what the desktop file is called. */
  g_set_prgname (APP_ID);
  g_set_application_name (APP_NAME);
  if (!gtk_init_check ())
    {
      g_printerr ("footbridge-window: %s\n",
                  _("There is no display to open a window on. “footbridge agenda” works without one."));
      return 1;
    }
  gtk_window_set_default_icon_name (APP_ID);

  if (folder == NULL)
    folder = bridge_space_dup_default_folder ();
  clock = bridge_system_clock_new ();
  application = bridge_window_application_new (folder, clock, target != NULL ? target : page);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}
