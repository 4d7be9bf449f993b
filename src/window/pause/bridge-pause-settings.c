/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-settings"

#include "config.h"

#include "bridge-pause-settings.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-pause-state.h"
#include "bridge-steps-editor.h"
#include "bridge-wrap-layout.h"

/* Ideas that are offered at a time: a tired person reads no more. */
#define N_IDEAS 5

struct _BridgePauseSettings
{
  BridgeEditor parent_instance;

  BridgeSpace *space;

  BridgeStepsEditor *list;
  GtkWidget *ideas;
  GtkSpinButton *minutes_spin;
  GtkSpinButton *hours_spin;
};

static const BridgeStepsWords list_words = {
  N_("What helps you"),
  N_("Add a Line"),
  /* Translators: %u is the number of a line, from 1 on. */
  N_("Line %u"),
  N_("Line %u: move or remove"),
};

G_DEFINE_FINAL_TYPE (BridgePauseSettings, bridge_pause_settings, BRIDGE_TYPE_EDITOR)

/* Those of whoever speaks, in their order: (transfer full) of BridgeSoothing. */
static GPtrArray *
list_own (BridgePauseSettings *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  GListModel *all = bridge_space_get_soothing (self->space);
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeSoothing) item = g_list_model_get_item (all, i);

      if (speaker != NULL && g_strcmp0 (bridge_soothing_get_person_id (item), bridge_person_get_id (speaker)) == 0)
        g_ptr_array_add (own, g_steal_pointer (&item));
    }

  return own;
}

static BridgeSoothing *
find_text (GPtrArray  *items,
           const char *text)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (g_str_equal (bridge_soothing_get_text (g_ptr_array_index (items, i)), text))
        return g_ptr_array_index (items, i);
    }

  return NULL;
}

/* Line by line, so that what stays keeps its identity. */
static gboolean
save_list (BridgePauseSettings  *self,
           GError              **error)
{
  g_auto (GStrv) lines = bridge_steps_editor_dup_steps (self->list);
  g_autoptr (GPtrArray) before = list_own (self);

  for (guint i = 0; i < before->len; i++)
    {
      BridgeSoothing *item = g_ptr_array_index (before, i);

      if (!g_strv_contains ((const char *const *) lines, bridge_soothing_get_text (item)) &&
          !bridge_space_remove_soothing (self->space, bridge_soothing_get_id (item), error))
        return FALSE;
    }

  for (int i = 0, position = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) now = list_own (self);
      g_autoptr (BridgeSoothing) added = NULL;
      BridgeSoothing *item = find_text (now, lines[i]);
      gboolean again = FALSE;

      for (int j = 0; j < i && !again; j++)
        again = g_str_equal (lines[j], lines[i]);
      if (again)
        continue;
      if (item == NULL)
        item = added = bridge_space_add_soothing (self->space, lines[i], error);
      if (item == NULL || !bridge_space_move_soothing (self->space, bridge_soothing_get_id (item), position, error))
        return FALSE;
      position++;
    }

  return TRUE;
}

static void
bridge_pause_settings_apply (BridgeEditor *editor)
{
  BridgePauseSettings *self = BRIDGE_PAUSE_SETTINGS (editor);
  int minutes;
  int hours;
  g_autoptr (GError) error = NULL;

  gtk_spin_button_update (self->minutes_spin);
  gtk_spin_button_update (self->hours_spin);
  minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);
  hours = gtk_spin_button_get_value_as_int (self->hours_spin);
  if (save_list (self, &error)
      && (minutes == bridge_space_get_pause_minutes (self->space)
          || bridge_space_set_pause_minutes (self->space, minutes, &error))
      && (hours == bridge_space_get_recovery_hours (self->space)
          || bridge_space_set_recovery_hours (self->space, hours, &error)))
    bridge_editor_close (editor);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
idea_cb (GtkButton           *button,
         BridgePauseSettings *self)
{
  g_auto (GStrv) lines = bridge_steps_editor_dup_steps (self->list);
  g_autoptr (GStrvBuilder) more = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (button));

  g_strv_builder_addv (more, (const char **) lines);
  g_strv_builder_add (more, gtk_button_get_label (button));
  all = g_strv_builder_end (more);
  bridge_steps_editor_set_steps (self->list, (const char *const *) all);

  gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->list));
  gtk_box_remove (GTK_BOX (self->ideas), GTK_WIDGET (button));
}

static void
fill (BridgePauseSettings *self)
{
  g_autoptr (GPtrArray) own = list_own (self);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) ideas = bridge_space_suggest_soothing (self->space);

  for (guint i = 0; i < own->len; i++)
    g_strv_builder_add (lines, bridge_soothing_get_text (g_ptr_array_index (own, i)));
  all = g_strv_builder_end (lines);
  bridge_steps_editor_set_words (self->list, &list_words);
  bridge_steps_editor_set_steps (self->list, (const char *const *) all);

  for (int i = 0; ideas[i] != NULL && i < N_IDEAS; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (ideas[i]);

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_widget_add_css_class (button, "bridge-chip");
      g_signal_connect_object (button, "clicked", G_CALLBACK (idea_cb), self, 0);
      gtk_box_append (GTK_BOX (self->ideas), button);
    }

  gtk_spin_button_set_value (self->minutes_spin, bridge_space_get_pause_minutes (self->space));
  gtk_spin_button_set_value (self->hours_spin, bridge_space_get_recovery_hours (self->space));
}

static void
bridge_pause_settings_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_PAUSE_SETTINGS (object)->space);

  G_OBJECT_CLASS (bridge_pause_settings_parent_class)->dispose (object);
}

static void
bridge_pause_settings_class_init (BridgePauseSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_settings_dispose;
  BRIDGE_EDITOR_CLASS (klass)->apply = bridge_pause_settings_apply;

  g_type_ensure (BRIDGE_TYPE_STEPS_EDITOR);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/pause-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePauseSettings, list);
  gtk_widget_class_bind_template_child (widget_class, BridgePauseSettings, ideas);
  gtk_widget_class_bind_template_child (widget_class, BridgePauseSettings, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgePauseSettings, hours_spin);
}

static void
bridge_pause_settings_init (BridgePauseSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->minutes_spin, BRIDGE_PAUSE_MINUTES_MIN, BRIDGE_PAUSE_MINUTES_MAX);
  gtk_spin_button_set_range (self->hours_spin, 0, BRIDGE_PAUSE_RECOVERY_HOURS_MAX);
}

/**
 * bridge_pause_settings_new:
 * @space: the space
 * @parent: (nullable): the window it stands above
 *
 * The list of whoever speaks, and what holds for every pause.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_pause_settings_new (BridgeSpace *space,
                           GtkWindow   *parent)
{
  BridgePauseSettings *self = g_object_new (BRIDGE_TYPE_PAUSE_SETTINGS, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  fill (self);

  return GTK_WIDGET (self);
}
