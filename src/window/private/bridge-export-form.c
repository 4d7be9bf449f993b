/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-export-form"

#include "config.h"

#include "bridge-export-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-save-file.h"

struct _BridgeExportForm
{
  BridgePrivateForm parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeExportForm, bridge_export_form, BRIDGE_TYPE_PRIVATE_FORM)

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  BridgePrivateForm *form = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  g_autoptr (GError) error = NULL;

  if (bridge_private_form_get_private (form) == NULL)
    return;
  if (!bridge_private_export (bridge_private_form_get_private (form), path, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (form), error);
      return;
    }
  if (parent != NULL)
    bridge_feedback_show (GTK_WIDGET (parent), _("Written into the file"));
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
bridge_export_form_apply (BridgePrivateForm *form)
{
  bridge_save_file (GTK_WINDOW (form), _("Export Private Space"), _("Private.txt"), chosen_cb, form);
}

static void
bridge_export_form_class_init (BridgeExportFormClass *klass)
{
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_export_form_apply;
}

static void
bridge_export_form_init (BridgeExportForm *self)
{
  bridge_private_form_set_title (BRIDGE_PRIVATE_FORM (self), _("Export"), _("_Choose a File…"));
  bridge_private_form_add_text (BRIDGE_PRIVATE_FORM (self), _("The file is plain text: whoever gets it can read all of it. Keep it where only you look, and delete it when you no longer need it."), NULL);
}

/**
 * bridge_export_form_new:
 * @private_space: an unlocked private space
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_export_form_new (BridgePrivate *private_space,
                        GtkWindow     *parent)
{
  return g_object_new (BRIDGE_TYPE_EXPORT_FORM, "private-space", private_space, "transient-for", parent, NULL);
}
