/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-compat"

#include "config.h"

#include "bridge-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * bridge_about_present:
 * @parent: the window it stands over
 *
 * Says what this program is. AdwAboutWindow is deprecated from libadwaita 1.6 on; AdwAboutDialog came with 1.5.
 */
void
bridge_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  g_object_set (about,
                "application-name", APP_NAME,
                "application-icon", APP_ID,
                "version", VERSION,
                "developer-name", _("The Footbridge developers"),
                "copyright", "© 2026 The Footbridge developers",
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Small, predictable contact for two people who have drifted apart. It stays on this computer. "
                              "It is no therapy and no substitute for help."),
                /* Translators: your names, one a line. */
                "translator-credits", _("translator-credits"),
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}
