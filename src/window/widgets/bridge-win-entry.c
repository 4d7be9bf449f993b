/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win-entry"

#include "config.h"

#include "bridge-win-entry.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-words.h"

#define TEXT_MAX 2000

struct _BridgeWinEntry
{
  GtkBox parent_instance;

  BridgeSpace *space;
  char *ritual_id;

  GtkWidget *text_entry;
  GtkWidget *meant_entry;
  GtkWidget *meant_revealer;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (BridgeWinEntry, bridge_win_entry, GTK_TYPE_BOX)

static char *
dup_text (GtkWidget *entry)
{
  return bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)), FALSE);
}

static void
update (BridgeWinEntry *self)
{
  g_autofree char *text = dup_text (self->text_entry);
  g_autofree char *meant = dup_text (self->meant_entry);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->meant_revealer), text != NULL || meant != NULL);
  /* Until there is something to note, its room is for what is asked. */
  gtk_widget_set_visible (self->add_button, text != NULL || meant != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-entry.add",
                                 text != NULL && self->space != NULL
                                 && !bridge_space_get_read_only (self->space));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BridgeWinEntry *self = BRIDGE_WIN_ENTRY (widget);
  g_autofree char *text = dup_text (self->text_entry);
  g_autofree char *meant = dup_text (self->meant_entry);
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal now;

  if (text == NULL || self->space == NULL)
    return;

  now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  win = bridge_win_new (text, bridge_local_day_start (now));
  g_object_set (win, "meant", meant != NULL ? meant : "", "ritual-id", self->ritual_id, NULL);

  if (bridge_space_get_speaker (self->space) != NULL)
    g_object_set (win, "noticed-by", bridge_person_get_id (bridge_space_get_speaker (self->space)), NULL);

  stored = bridge_space_add_win (self->space, win, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }

  bridge_win_entry_set_ritual (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->meant_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), "");
  gtk_widget_grab_focus (self->text_entry);
  bridge_feedback_show_undo (widget, self->space);
}

static void
activate_cb (GtkEntry       *entry,
             BridgeWinEntry *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win-entry.add", NULL);
}

static void
changed_cb (GtkEditable    *editable,
            BridgeWinEntry *self)
{
  update (self);
}

static gboolean
bridge_win_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_WIN_ENTRY (widget)->text_entry);
}

static void
bridge_win_entry_dispose (GObject *object)
{
  BridgeWinEntry *self = BRIDGE_WIN_ENTRY (object);

  g_clear_object (&self->space);
  g_clear_pointer (&self->ritual_id, g_free);

  G_OBJECT_CLASS (bridge_win_entry_parent_class)->dispose (object);
}

static void
bridge_win_entry_class_init (BridgeWinEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_win_entry_dispose;
  widget_class->grab_focus = bridge_win_entry_grab_focus;

  gtk_widget_class_install_action (widget_class, "win-entry.add", NULL, add_action);
}

static GtkWidget *
make_entry (BridgeWinEntry *self,
            const char     *words)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
  gtk_entry_set_max_length (GTK_ENTRY (entry), TEXT_MAX);
  gtk_widget_set_hexpand (entry, TRUE);
  bridge_editable_set_name (entry, words);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);

  return entry;
}

static void
bridge_win_entry_init (BridgeWinEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "win-entry");

  self->text_entry = make_entry (self, _("Something small that went well?"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->text_entry),
                                     GTK_ENTRY_ICON_PRIMARY, "bridge-spark-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->text_entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_box_append (GTK_BOX (line), self->text_entry);

  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "win-entry.add");
  gtk_widget_set_tooltip_text (self->add_button, _("Note it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note it"), -1);
  gtk_box_append (GTK_BOX (line), self->add_button);
  gtk_box_append (GTK_BOX (self), line);

  self->meant_entry = make_entry (self, _("What did it mean to you? (optional)"));
  gtk_widget_set_margin_top (self->meant_entry, 6);
  self->meant_revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->meant_revealer), self->meant_entry);
  gtk_box_append (GTK_BOX (self), self->meant_revealer);

  update (self);
}

/**
 * bridge_win_entry_new:
 * @space: the space
 *
 * Two empty fields.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_win_entry_new (BridgeSpace *space)
{
  BridgeWinEntry *self = g_object_new (BRIDGE_TYPE_WIN_ENTRY, NULL);

  bridge_win_entry_set_space (self, space);

  return GTK_WIDGET (self);
}

/**
 * bridge_win_entry_set_space:
 * @self: the entry
 * @space: where wins are noted
 *
 * For an entry that comes out of a template.
 */
void
bridge_win_entry_set_space (BridgeWinEntry *self,
                            BridgeSpace    *space)
{
  g_set_object (&self->space, space);
  gtk_widget_set_sensitive (GTK_WIDGET (self), space == NULL || !bridge_space_get_read_only (space));
  update (self);
}

/**
 * bridge_win_entry_set_ritual:
 * @self: the entry
 * @ritual_id: (nullable): a ritual's id
 *
 * Says which ritual the next win belongs to, once.
 */
void
bridge_win_entry_set_ritual (BridgeWinEntry *self,
                             const char     *ritual_id)
{
  char *copy = g_strdup (ritual_id);

  g_free (self->ritual_id);
  self->ritual_id = copy;
}
