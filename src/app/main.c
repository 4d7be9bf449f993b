/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/stat.h>

#include "bridge-cli.h"

int
main (int argc, char **argv)
{
  g_autoptr (BridgeClock) clock = NULL;

  /* What the two keep is for nobody else on this computer. */
  umask (077);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("footbridge");
  g_set_application_name (APP_NAME);

  clock = bridge_system_clock_new ();
  return bridge_cli_main (argc, argv, clock);
}
