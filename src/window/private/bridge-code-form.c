/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-code-form"

#include "config.h"

#include "bridge-code-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-code-print.h"
#include "bridge-feedback.h"
#include "bridge-save-file.h"
#include "bridge-save.h"
#include "bridge-vault.h"
#include "bridge-wrap-layout.h"

struct _BridgeCodeForm
{
  BridgePrivateForm parent_instance;

  char *code;
  guint group; /* that is asked for, from 0 */
  GtkLabel *code_label;
  GtkWidget *row;
  GtkLabel *note;
  GtkPrintOperation *printing; /* (transfer none) (nullable): while its dialog is open */
};

G_DEFINE_FINAL_TYPE (BridgeCodeForm, bridge_code_form, BRIDGE_TYPE_PRIVATE_FORM)

/* It returns once the dialog is answered, and this window may have gone by then. */
static void
print_cb (BridgeCodeForm *self)
{
  g_autoptr (BridgeCodeForm) keep = g_object_ref (self);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  if (self->printing != NULL)
    return;
  operation = self->printing = bridge_code_print_new (self->code);
  /* A dialog of another program, as in a Flatpak, outlives this window and keeps it: locking is what is to be heard of. */
  g_signal_connect_object (self, "unrealize", G_CALLBACK (bridge_code_print_forget), operation, G_CONNECT_SWAPPED);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error);
  self->printing = NULL;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->code != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
saved_cb (const char *path,
          gpointer    user_data)
{
  BridgeCodeForm *self = user_data;
  g_autoptr (GError) error = NULL;
  char *text;

  if (self->code == NULL) /* it was closed while a name was chosen */
    return;
  text = bridge_code_print_dup_text (self->code);
  if (bridge_save_bytes (path, text, strlen (text), &error))
    bridge_feedback_show (GTK_WIDGET (self), _("Saved. Move it to where only you look."));
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  bridge_secret_free (text);
}

static void
save_cb (BridgeCodeForm *self)
{
  bridge_save_file (GTK_WINDOW (self), _("Save Recovery Code"), _("Footbridge recovery code.txt"), saved_cb, self);
}

static void
bridge_code_form_apply (BridgePrivateForm *form)
{
  BridgeCodeForm *self = BRIDGE_CODE_FORM (form);

  if (!bridge_recovery_group_matches (self->code, self->group, gtk_editable_get_text (GTK_EDITABLE (self->row))))
    {
      gtk_label_set_label (self->note, _("That is another group. Look at what you wrote down."));
      gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
      gtk_widget_grab_focus (self->row);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Whoever looks for a pen comes back to a closed door, and is told that there was a code. */
static void
bridge_code_form_locking (BridgePrivateForm *form)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));

  if (parent != NULL)
    bridge_feedback_show_lasting (GTK_WIDGET (parent), _("It was locked before you typed a group of your recovery code. If you do not have the code, unlock and choose More, New Recovery Code."));
}

static void
entered_cb (BridgeCodeForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.save", NULL);
}

static GtkWidget *
make_button (BridgeCodeForm *self,
             const char     *label,
             GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill (BridgeCodeForm *self)
{
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  /* Translators: of a recovery code, counted from 1 */
  g_autofree char *ask = g_strdup_printf (_("Type group %u to show that you have it"), self->group + 1);
  /* Translators: of a recovery code, counted from 1 */
  g_autofree char *name = g_strdup_printf (_("Group %u"), self->group + 1);
  char *shown = g_strdup (self->code);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLayoutManager *layout = bridge_wrap_layout_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkListBox *list;

  /* Spaces, where a line may end: no group is to be torn apart, and each is read out by itself. */
  g_strdelimit (shown, "-", ' ');
  self->code_label = GTK_LABEL (gtk_label_new (shown));
  bridge_secret_free (shown);
  bridge_private_form_set_title (form, _("Recovery Code"), _("_Done"));
  bridge_private_form_set_cancel (form, NULL);
  bridge_private_form_add_text (form, _("Write this down or print it, and keep it where only you look. It opens your private space when you do not remember your passphrase. It is shown only now."), NULL);
  gtk_label_set_wrap (self->code_label, TRUE);
  gtk_label_set_wrap_mode (self->code_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->code_label, TRUE);
  gtk_label_set_justify (self->code_label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (card, "bridge-code");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->code_label));
  gtk_box_append (bridge_private_form_get_box (form), card);

  gtk_widget_set_layout_manager (buttons, layout);
  bridge_wrap_layout_set_centred (BRIDGE_WRAP_LAYOUT (layout), TRUE);
  gtk_box_append (GTK_BOX (buttons), make_button (self, _("_Print…"), G_CALLBACK (print_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _("_Save as Text…"), G_CALLBACK (save_cb)));
  gtk_box_append (bridge_private_form_get_box (form), buttons);

  bridge_private_form_add_text (form, ask, NULL);
  list = bridge_private_form_add_list (form);
  self->row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), name);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, self->row);
  self->note = bridge_private_form_add_text (form, "", "bridge-note");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_window_set_focus (GTK_WINDOW (self), self->row);
}

/* A dialog of another program may keep the form for long: what is behind a closed door is not in it any more. */
static void
bridge_code_form_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&BRIDGE_CODE_FORM (widget)->code, bridge_secret_free);

  GTK_WIDGET_CLASS (bridge_code_form_parent_class)->unrealize (widget);
}

static void
bridge_code_form_dispose (GObject *object)
{
  BridgeCodeForm *self = BRIDGE_CODE_FORM (object);

  g_clear_pointer (&self->code, bridge_secret_free);

  G_OBJECT_CLASS (bridge_code_form_parent_class)->dispose (object);
}

static void
bridge_code_form_class_init (BridgeCodeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_code_form_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = bridge_code_form_unrealize;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_code_form_apply;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->locking = bridge_code_form_locking;
}

static void
bridge_code_form_init (BridgeCodeForm *self)
{
}

/**
 * bridge_code_form_new:
 * @private_space: a private space
 * @code: its new recovery code
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_code_form_new (BridgePrivate *private_space,
                      const char    *code,
                      GtkWindow     *parent)
{
  BridgeCodeForm *self = g_object_new (BRIDGE_TYPE_CODE_FORM, "private-space", private_space, "transient-for", parent, NULL);

  self->code = g_strdup (code);
  self->group = bridge_random_below (BRIDGE_RECOVERY_GROUPS);
  fill (self);
  return GTK_WIDGET (self);
}
