/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-persons-group"

#include "config.h"

#include "bridge-persons-group.h"

#include <glib/gi18n-lib.h>

#include "bridge-colour-button.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-settings.h"
#include "bridge-words.h"

typedef struct {
  GtkWidget *row;
  GtkWidget *colour;
} Line;

struct _BridgePersonsGroup
{
  AdwPreferencesGroup parent_instance;

  BridgeSpace *space;
  GSettings *settings; /* (nullable): not installed */

  Line me;    /* whoever is speaking */
  Line other;
  GtkWidget *ask_row;
  GtkWidget *leave_row;
};

G_DEFINE_FINAL_TYPE (BridgePersonsGroup, bridge_persons_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_person (const Line   *line,
             BridgePerson *person,
             gboolean      writable)
{
  const char *name = person != NULL ? bridge_person_get_name (person) : "";

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (line->row)), name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (line->row), name);
  gtk_widget_set_sensitive (line->row, writable);
  gtk_widget_set_visible (line->colour, person != NULL);
  if (person != NULL)
    bridge_colour_button_set (BRIDGE_COLOUR_BUTTON (line->colour), name, bridge_person_get_colour (person));
}

static void
update (BridgePersonsGroup *self)
{
  gboolean writable = !bridge_space_get_read_only (self->space);
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  show_person (&self->me, bridge_space_get_speaker (self->space), writable);
  /* The other one is named as they join; from then on it is theirs to say how they are called. */
  show_person (&self->other, bridge_space_get_listener (self->space), writable && !two);
  gtk_widget_set_visible (self->ask_row, two && self->settings != NULL);
  gtk_widget_set_visible (self->leave_row, two);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         two ? _("Each of you chooses your own name and colour, when it is your turn here.")
                                             : _("When the other one joins you, what you planned alone stays yours. What is to be "
                                               "of both is proposed then, and either may say not now."));
}

static void
show_result (BridgePersonsGroup *self,
             gboolean            done,
             GError             *error)
{
  if (done)
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  update (self);
}

static void
apply_name (BridgePersonsGroup *self,
            GtkWidget          *row,
            BridgePerson       *person)
{
  g_autofree char *name = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), FALSE);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (person != NULL)
    {
      done = bridge_space_rename_person (self->space, bridge_person_get_id (person), name != NULL ? name : "", &error);
      show_result (self, done, error);
    }
  else if (name != NULL && !bridge_space_add_partner (self->space, name, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  else if (name != NULL)
    bridge_feedback_show (GTK_WIDGET (self), _("Now there are two of you"));
}

static void
me_applied_cb (BridgePersonsGroup *self)
{
  apply_name (self, self->me.row, bridge_space_get_speaker (self->space));
}

static void
other_applied_cb (BridgePersonsGroup *self)
{
  apply_name (self, self->other.row, bridge_space_get_listener (self->space));
}

static void
apply_colour (BridgePersonsGroup *self,
              BridgePerson       *person,
              int                 colour)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (person == NULL || bridge_person_get_colour (person) == colour)
    return;

  done = bridge_space_recolour_person (self->space, bridge_person_get_id (person), colour, &error);
  show_result (self, done, error);
}

static void
me_colour_cb (BridgePersonsGroup *self,
              int                 colour)
{
  apply_colour (self, bridge_space_get_speaker (self->space), colour);
}

static void
changed_cb (BridgePersonsGroup *self,
            BridgeKinds         kinds)
{
  if (kinds & BRIDGE_KIND_PERSONS)
    update (self);
}

static Line
add_line (BridgePersonsGroup *self,
          const char         *title,
          GCallback           applied_cb,
          GCallback           colour_cb) /* (nullable): it is only shown */
{
  Line line = { adw_entry_row_new (), bridge_colour_button_new () };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line.row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (line.row), TRUE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (line.row), line.colour);
  bridge_editable_set_name (line.row, title);
  g_signal_connect_swapped (line.row, "apply", applied_cb, self);
  if (colour_cb != NULL)
    g_signal_connect_swapped (line.colour, "chosen", colour_cb, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line.row);
  return line;
}

static GtkWidget *
add_row (BridgePersonsGroup *self,
         const char         *title,
         const char         *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
add_ask_row (BridgePersonsGroup *self)
{
  GtkWidget *ask = gtk_switch_new ();

  self->ask_row = add_row (self, _("Ask who is here"), _("When the window opens, where both of you use this computer."));
  gtk_widget_set_valign (ask, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->ask_row), ask);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->ask_row), ask);
  bridge_set_name (ask, _("Ask who is here"));
  if (self->settings != NULL)
    g_settings_bind (self->settings, "ask-who-is-here", ask, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
bridge_persons_group_dispose (GObject *object)
{
  BridgePersonsGroup *self = BRIDGE_PERSONS_GROUP (object);

  g_clear_object (&self->space);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bridge_persons_group_parent_class)->dispose (object);
}

static void
bridge_persons_group_class_init (BridgePersonsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_persons_group_dispose;
}

static void
bridge_persons_group_init (BridgePersonsGroup *self)
{
  self->settings = bridge_settings_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Names and colours"));
  self->me = add_line (self, _("Your name"), G_CALLBACK (me_applied_cb), G_CALLBACK (me_colour_cb));
  self->other = add_line (self, _("The other’s name"), G_CALLBACK (other_applied_cb), NULL);
  add_ask_row (self);
  self->leave_row =
    add_row (self, _("If one of you leaves"),
             _("Either may leave at any time, alone. What is theirs alone goes along and is erased here; what was of both stays with the "
               "other one, and rests."));
}

/**
 * bridge_persons_group_set_space:
 * @self: a group without a space
 * @space: whose persons it shows
 *
 * Shows them, and follows them.
 */
void
bridge_persons_group_set_space (BridgePersonsGroup *self,
                                BridgeSpace        *space)
{
  g_return_if_fail (self->space == NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
