/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-erase-form"

#include "config.h"

#include "bridge-erase-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"

struct _BridgeEraseForm
{
  BridgePrivateForm parent_instance;

  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (BridgeEraseForm, bridge_erase_form, BRIDGE_TYPE_PRIVATE_FORM)

static BridgePerson *
get_speaker (BridgeEraseForm *self)
{
  return bridge_space_get_speaker (bridge_private_get_space (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self))));
}

static void
changed_cb (BridgeEraseForm *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->row));

  bridge_editor_set_ready (BRIDGE_EDITOR (self), g_strcmp0 (typed, bridge_person_get_name (get_speaker (self))) == 0);
}

static void
bridge_erase_form_apply (BridgePrivateForm *form)
{
  g_autoptr (BridgePrivateForm) kept = g_object_ref (form); /* erasing locks, and locking closes it */
  g_autoptr (BridgePrivate) private_space = g_object_ref (bridge_private_form_get_private (form));
  BridgeSpace *space = bridge_private_get_space (private_space);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  g_autoptr (GError) error = NULL;

  if (!bridge_space_erase_private (space, bridge_person_get_id (bridge_space_get_speaker (space)), &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (form), error);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (form));
  if (parent != NULL)
    bridge_feedback_show_done (GTK_WIDGET (parent), space, _("Your private space was erased"));
}

static void
bridge_erase_form_class_init (BridgeEraseFormClass *klass)
{
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_erase_form_apply;
}

static void
bridge_erase_form_init (BridgeEraseForm *self)
{
}

/**
 * bridge_erase_form_new:
 * @private_space: a private space
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_erase_form_new (BridgePrivate *private_space,
                       GtkWindow     *parent)
{
  BridgeEraseForm *self = g_object_new (BRIDGE_TYPE_ERASE_FORM, "private-space", private_space, "transient-for", parent, NULL);
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  /* Translators: %s is the name of the person who is asked */
  g_autofree char *ask = g_strdup_printf (_("Type “%s” to confirm"), bridge_person_get_name (get_speaker (self)));

  bridge_private_form_set_title (form, _("Erase Private Space"), _("_Erase"));
  bridge_private_form_set_destructive (form);
  bridge_private_form_add_text (form, _("Everything in your private space is deleted, here and in the backups in Footbridge’s folder. Nobody can bring it back, with or without your passphrase."), NULL);
  bridge_private_form_add_text (form, _("Words you shared that were not opened yet go with it. Words that were opened stay with both of you. Copies of the folder that were made elsewhere are not touched."), "dim-label");
  self->row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), ask);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (bridge_private_form_add_list (form), self->row);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->row);
  return GTK_WIDGET (self);
}
