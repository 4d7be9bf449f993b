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

#define CALLBACK_KEY "bridge-callback"
#define QUESTION_WIDTH 372

/* What it stood over may go now; GTK 4.8 would look for that once more when the dialog itself goes, a moment later. */
static void
go_cb (AdwMessageDialog *dialog,
       const char       *response,
       GObject          *object)
{
  void (*callback) (gpointer object) = g_object_get_data (G_OBJECT (dialog), CALLBACK_KEY);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  callback (object);
}

/**
 * bridge_question_new:
 * @parent: the window it stands over
 * @heading: what is asked
 * @body: more about it
 * @stay: the answer that leaves everything as it is, with an underline; it is the one that is proposed
 * @go: the other one
 * @callback: what @go does
 * @object: (transfer none): what is given to @callback; nothing is called once it has gone
 *
 * AdwMessageDialog is deprecated from libadwaita 1.6 on; AdwAlertDialog came with 1.5.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWindow *
bridge_question_new (GtkWindow   *parent,
                     const char  *heading,
                     const char  *body,
                     const char  *stay,
                     const char  *go,
                     void       (*callback) (gpointer object),
                     GObject     *object)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  /* Left to itself it measures its heading for less than its longest word with GTK 4.18, which GTK warns of. */
  gtk_window_set_default_size (GTK_WINDOW (dialog), QUESTION_WIDTH, -1);
  adw_message_dialog_add_response (dialog, "go", go);
  adw_message_dialog_add_response (dialog, "stay", stay);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_object_set_data (G_OBJECT (dialog), CALLBACK_KEY, callback);
  g_signal_connect_object (dialog, "response::go", G_CALLBACK (go_cb), object, 0);
  return GTK_WINDOW (dialog);
}
