/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-passphrase-form"

#include "config.h"

#include "bridge-passphrase-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-code-form.h"
#include "bridge-erase-form.h"
#include "bridge-error.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-limits-form.h"
#include "bridge-vault.h"

struct _BridgePassphraseForm
{
  BridgePrivateForm parent_instance;

  BridgePassphraseMode mode;
  GtkWidget *present;  /* (nullable): the passphrase that there is, or the recovery code */
  GtkWidget *new_row;  /* (nullable) */
  GtkWidget *again;    /* (nullable): the new one once more */
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (BridgePassphraseForm, bridge_passphrase_form, BRIDGE_TYPE_PRIVATE_FORM)

static const char *
get_text (GtkWidget *row)
{
  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL;
}

static void
set_note (BridgePassphraseForm *self,
          const char           *sentence)
{
  gtk_label_set_label (self->note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), sentence != NULL);
}

static void
clear (BridgePassphraseForm *self)
{
  GtkWidget *rows[] = { self->present, self->new_row, self->again };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (rows[i]), "");
}

/* Closed, or still to be typed once more. */
static void
finish (BridgePassphraseForm *self,
        GError               *error,
        char                 *code)
{
  BridgePrivate *private_space = bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  BridgePassphraseMode mode = self->mode;

  if (private_space == NULL)
    return;
  bridge_private_form_set_busy (BRIDGE_PRIVATE_FORM (self), FALSE);
  if (error != NULL)
    {
      set_note (self, error->message);
      gtk_widget_grab_focus (self->present != NULL ? self->present : self->new_row);
      return;
    }

  clear (self);
  if (code != NULL)
    gtk_window_present (GTK_WINDOW (bridge_code_form_new (private_space, code, parent)));
  else if (mode == BRIDGE_PASSPHRASE_CODE)
    gtk_window_present (GTK_WINDOW (bridge_passphrase_form_new (private_space, BRIDGE_PASSPHRASE_CHANGE, parent)));
  else if (mode == BRIDGE_PASSPHRASE_CHANGE && parent != NULL)
    bridge_feedback_show (GTK_WIDGET (parent), _("Passphrase changed"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BridgePassphraseForm) self = user_data;
  BridgePrivate *private_space = BRIDGE_PRIVATE (object);
  g_autoptr (GError) error = NULL;
  char *code = NULL;

  switch (self->mode)
    {
    case BRIDGE_PASSPHRASE_SET_UP:
      code = bridge_private_set_up_finish (private_space, result, &error);
      break;
    case BRIDGE_PASSPHRASE_RENEW:
      code = bridge_private_renew_code_finish (private_space, result, &error);
      break;
    case BRIDGE_PASSPHRASE_CHANGE:
      bridge_private_change_passphrase_finish (private_space, result, &error);
      break;
    case BRIDGE_PASSPHRASE_UNLOCK:
    case BRIDGE_PASSPHRASE_CODE:
      bridge_private_unlock_finish (private_space, result, &error);
      break;
    }
  finish (self, error, code);
  bridge_secret_free (code);
}

static void
bridge_passphrase_form_apply (BridgePrivateForm *form)
{
  BridgePassphraseForm *self = BRIDGE_PASSPHRASE_FORM (form);
  BridgePrivate *private_space = bridge_private_form_get_private (form);
  const char *present = get_text (self->present);
  const char *fresh = get_text (self->new_row);
  g_autoptr (GError) error = NULL;

  set_note (self, NULL);
  if (self->new_row != NULL && !bridge_passphrase_check (fresh, &error))
    {
      set_note (self, error->message);
      gtk_widget_grab_focus (self->new_row);
      return;
    }
  if (self->new_row != NULL && g_strcmp0 (fresh, get_text (self->again)) != 0)
    {
      set_note (self, _("The two are not the same. Write the passphrase a second time."));
      gtk_widget_grab_focus (self->again);
      return;
    }
  if (self->mode == BRIDGE_PASSPHRASE_CODE)
    {
      bridge_private_unlock_with_code (private_space, present, &error);
      finish (self, error, NULL);
      return;
    }

  bridge_private_form_set_busy (form, TRUE);
  switch (self->mode)
    {
    case BRIDGE_PASSPHRASE_SET_UP:
      bridge_private_set_up_async (private_space, fresh, NULL, done_cb, g_object_ref (self));
      break;
    case BRIDGE_PASSPHRASE_RENEW:
      bridge_private_renew_code_async (private_space, present, NULL, done_cb, g_object_ref (self));
      break;
    case BRIDGE_PASSPHRASE_CHANGE:
      bridge_private_change_passphrase_async (private_space, present, fresh, NULL, done_cb, g_object_ref (self));
      break;
    case BRIDGE_PASSPHRASE_UNLOCK:
    case BRIDGE_PASSPHRASE_CODE:
      bridge_private_unlock_async (private_space, present, NULL, done_cb, g_object_ref (self));
      break;
    }
}

static void
entered_cb (BridgePassphraseForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.save", NULL);
}

static GtkWidget *
add_row (BridgePassphraseForm *self,
         GtkListBox           *list,
         const char           *title,
         gboolean              secret)
{
  GtkWidget *row = secret ? adw_password_entry_row_new () : adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  bridge_name_icon_buttons (row);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  return row;
}

static void
code_clicked_cb (BridgePassphraseForm *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_present (GTK_WINDOW (bridge_passphrase_form_new (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)),
                                                              BRIDGE_PASSPHRASE_CODE, parent)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
erase_clicked_cb (BridgePassphraseForm *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_present (GTK_WINDOW (bridge_erase_form_new (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)), parent)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
limits_clicked_cb (BridgePassphraseForm *self)
{
  gtk_window_present (GTK_WINDOW (bridge_limits_form_new (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)),
                                                          GTK_WINDOW (self))));
}

static void
add_button (BridgePassphraseForm *self,
            const char           *label,
            GCallback             callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self)), button);
}

static void
fill (BridgePassphraseForm *self)
{
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  gboolean by_code = bridge_private_get_needs_passphrase (bridge_private_form_get_private (form));
  GtkListBox *list;

  switch (self->mode)
    {
    case BRIDGE_PASSPHRASE_SET_UP:
      bridge_private_form_set_title (form, _("Your Private Space"), _("_Make It"));
      bridge_private_form_add_text (form, _("What you write there is encrypted with a passphrase that only you know. Four or five words that have nothing to do with each other are strong, and easy to keep in mind."), NULL);
      bridge_private_form_add_text (form, _("Choose one that you use nowhere else, and that nobody who knows you well would guess."), "dim-label");
      break;
    case BRIDGE_PASSPHRASE_UNLOCK:
      bridge_private_form_set_title (form, _("Unlock"), _("_Unlock"));
      break;
    case BRIDGE_PASSPHRASE_CODE:
      bridge_private_form_set_title (form, _("Recovery Code"), _("_Unlock"));
      bridge_private_form_add_text (form, _("Type the code that you wrote down or printed. Capitals, spaces and dashes do not matter. Afterwards you choose a new passphrase."), NULL);
      break;
    case BRIDGE_PASSPHRASE_CHANGE:
      bridge_private_form_set_title (form, _("Change Passphrase"), _("_Change"));
      bridge_private_form_add_text (form, by_code ? _("Choose a new passphrase. What you wrote stays as it is.")
                                                  : _("What you wrote stays as it is, and so does your recovery code."), NULL);
      break;
    case BRIDGE_PASSPHRASE_RENEW:
      bridge_private_form_set_title (form, _("New Recovery Code"), _("_Make It"));
      bridge_private_form_add_text (form, _("The code you have now will open nothing any more."), NULL);
      break;
    }

  list = bridge_private_form_add_list (form);
  if (self->mode == BRIDGE_PASSPHRASE_CODE)
    self->present = add_row (self, list, _("Recovery code"), FALSE);
  else if (self->mode != BRIDGE_PASSPHRASE_SET_UP && !(self->mode == BRIDGE_PASSPHRASE_CHANGE && by_code))
    self->present = add_row (self, list,
                             self->mode == BRIDGE_PASSPHRASE_CHANGE ? _("Present passphrase") : _("Passphrase"), TRUE);
  if (self->mode == BRIDGE_PASSPHRASE_SET_UP || self->mode == BRIDGE_PASSPHRASE_CHANGE)
    {
      self->new_row = add_row (self, list, self->mode == BRIDGE_PASSPHRASE_CHANGE ? _("New passphrase") : _("Passphrase"), TRUE);
      self->again = add_row (self, list, _("Once more"), TRUE);
    }
  self->note = bridge_private_form_add_text (form, "", "bridge-note");
  set_note (self, NULL);
  if (self->mode == BRIDGE_PASSPHRASE_SET_UP)
    bridge_private_form_add_text (form, _("Nobody can look it up for you. You get a recovery code for the day you do not remember it."), "dim-label");
  if (self->mode == BRIDGE_PASSPHRASE_SET_UP)
    add_button (self, _("What This _Protects"), G_CALLBACK (limits_clicked_cb));
  if (self->mode == BRIDGE_PASSPHRASE_UNLOCK)
    add_button (self, _("_Use the Recovery Code"), G_CALLBACK (code_clicked_cb));
  if (self->mode == BRIDGE_PASSPHRASE_CODE)
    add_button (self, _("_Neither Is Left…"), G_CALLBACK (erase_clicked_cb));
  gtk_window_set_focus (GTK_WINDOW (self), self->present != NULL ? self->present : self->new_row);
}

static void
bridge_passphrase_form_dispose (GObject *object)
{
  BridgePassphraseForm *self = BRIDGE_PASSPHRASE_FORM (object);

  if (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)) != NULL)
    clear (self);
  self->present = self->new_row = self->again = NULL;

  G_OBJECT_CLASS (bridge_passphrase_form_parent_class)->dispose (object);
}

static void
bridge_passphrase_form_class_init (BridgePassphraseFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_passphrase_form_dispose;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_passphrase_form_apply;
}

static void
bridge_passphrase_form_init (BridgePassphraseForm *self)
{
}

/**
 * bridge_passphrase_form_new:
 * @private_space: a private space
 * @mode: what for
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_passphrase_form_new (BridgePrivate        *private_space,
                            BridgePassphraseMode  mode,
                            GtkWindow            *parent)
{
  BridgePassphraseForm *self = g_object_new (BRIDGE_TYPE_PASSPHRASE_FORM,
                                             "private-space", private_space, "transient-for", parent, NULL);

  self->mode = mode;
  fill (self);
  return GTK_WIDGET (self);
}
