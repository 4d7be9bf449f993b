/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-asking-list"

#include "config.h"

#include "bridge-asking-list.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-words.h"
#include "bridge-form.h"
#include "bridge-invitation-note.h"
#include "bridge-invitation-words.h"
#include "bridge-rows.h"

#define BUTTON_KEY "bridge-withdraw-button"

struct _BridgeAskingList
{
  AdwBin parent_instance;

  BridgeSpace *space; /* (nullable) */

  GtkLabel *label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeAskingList, bridge_asking_list, ADW_TYPE_BIN)

static void
withdraw_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  bridge_invitation_withdraw (widget, BRIDGE_ASKING_LIST (widget)->space, g_variant_get_string (parameter, NULL));
}

static void
bridge_asking_list_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_ASKING_LIST (object)->space);

  G_OBJECT_CLASS (bridge_asking_list_parent_class)->dispose (object);
}

static void
bridge_asking_list_class_init (BridgeAskingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_asking_list_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "asking.withdraw", "s", withdraw_action);
}

static void
bridge_asking_list_init (BridgeAskingList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  bridge_set_name (list, _("What you have proposed"));
  gtk_box_append (GTK_BOX (box), list);

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_asking_list_set_space:
 * @self: the list
 * @space: the space
 *
 * Says once where what is asked is found; bridge_asking_list_update() shows it.
 */
void
bridge_asking_list_set_space (BridgeAskingList *self,
                              BridgeSpace      *space)
{
  g_set_object (&self->space, space);
}

/* (transfer full) */
static GPtrArray *
list_asking (BridgeAskingList *self)
{
  GListModel *invitations = bridge_space_get_invitations (self->space);
  BridgePerson *listener = bridge_space_get_listener (self->space);
  GPtrArray *asking = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; listener != NULL && i < g_list_model_get_n_items (invitations); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (invitations, i);

      if (g_strcmp0 (bridge_invitation_get_waits_for (invitation), bridge_person_get_id (listener)) == 0)
        g_ptr_array_add (asking, g_steal_pointer (&invitation));
    }
  return asking;
}

/* Of a boundary the words that are asked about, as far as one line goes. (transfer full) */
static char *
dup_title (BridgeAskingList *self,
           BridgeInvitation *invitation)
{
  g_autofree char *title = bridge_space_dup_invitation_title (self->space, invitation);

  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_BOUNDARY)
    return bridge_boundary_shorten (title);
  return g_steal_pointer (&title);
}

/* What a yes would come to, as far as one line goes: the time, of whatever has one. Of a boundary the rest stands on its
 * page. (transfer full) */
static char *
dup_subtitle (BridgeAskingList *self,
              BridgeInvitation *invitation)
{
  g_auto (GStrv) lines = NULL;

  if (bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_BOUNDARY)
    lines = bridge_invitation_to_lines (self->space, invitation, NULL);
  return g_strdup (lines != NULL && lines[0] != NULL ? lines[0] : "");
}

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_invitation_get_id (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Withdraw"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bridge_invitation_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "asking.withdraw");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), BUTTON_KEY, button);
  return row;
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeAskingList *self = user_data;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), BUTTON_KEY);
  g_autofree char *title = dup_title (self, item);
  g_autofree char *subtitle = dup_subtitle (self, item);
  g_autofree char *name = g_strdup_printf (_("Withdraw “%s”"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  bridge_set_name (button, name);
  gtk_widget_set_visible (button, !bridge_space_get_read_only (self->space));
}

/**
 * bridge_asking_list_update:
 * @self: the list
 *
 * Shows what the other one is asked by whoever is here. Whoever has asked something knows that it is not lost, and what
 * happens next; not when, how often or whether anybody looked.
 *
 * Returns: whether the focus was in it and has to go elsewhere, as nothing is left there
 */
gboolean
bridge_asking_list_update (BridgeAskingList *self)
{
  g_autoptr (GPtrArray) asking = list_asking (self);
  BridgePerson *listener = bridge_space_get_listener (self->space);
  g_autofree char *sentence = NULL;
  int position = 0;
  gboolean had_focus = bridge_rows_has_focus (self->list, &position);

  if (asking->len > 0)
    {
      /* Translators: %s is a name */
      sentence = g_strdup_printf (_("What you have proposed, %s can answer when it is their turn here."),
                                  bridge_person_get_name (listener));
      gtk_label_set_label (self->label, sentence);
    }
  bridge_rows_sync (self->list, asking, get_key, create_row, update_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self), asking->len > 0);
  if (had_focus && asking->len > 0 && !bridge_rows_has_focus (self->list, &(int) { 0 }))
    bridge_rows_focus (self->list, position);
  return had_focus && asking->len == 0;
}
