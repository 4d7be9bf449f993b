/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-celebration-window"

#include "config.h"

#include "bridge-celebration-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-celebration.h"
#include "bridge-form.h"
#include "bridge-led-row.h"
#include "bridge-milestone-record.h"
#include "bridge-milestone-words.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define POSSIBLE_MAX 500
#define MARK_MAX 500

struct _BridgeCelebrationWindow
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeMilestone *milestone;
  GPtrArray *checks;  /* (element-type GtkCheckButton) (unowned): what led there, in order */
  GPtrArray *words;   /* (element-type utf8): what each of them says */

  AdwBin *picture_bin;
  GtkLabel *title_label;
  GtkLabel *progress_label;
  GtkTextView *possible_view;
  GtkWidget *led_label;
  GtkListBox *led_list;
  AdwEntryRow *mark_row;
  GtkWidget *ideas;
  GtkWidget *log_group;
  GtkSwitch *log_switch;
};

G_DEFINE_FINAL_TYPE (BridgeCelebrationWindow, bridge_celebration_window, BRIDGE_TYPE_EDITOR)

/* What was typed, and what was chosen below it, a line each. (transfer full) */
static char *
dup_possible (BridgeCelebrationWindow *self)
{
  g_autofree char *typed = bridge_text_view_dup_words (self->possible_view);
  g_autoptr (GString) text = g_string_new (typed);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (const char *) g_ptr_array_index (self->words, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update (BridgeCelebrationWindow *self)
{
  g_autofree char *possible = NULL;
  g_autofree char *problem = NULL;
  gboolean fits;

  if (self->milestone == NULL)
    return;
  possible = dup_possible (self);
  problem = bridge_room_words (g_utf8_strlen (possible, -1), POSSIBLE_MAX);
  bridge_field_set_problem (GTK_WIDGET (self->possible_view), problem);
  fits = bridge_editable_check_length (GTK_WIDGET (self->mark_row), MARK_MAX);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), problem == NULL && fits);
}

static void
fields_changed_cb (BridgeCelebrationWindow *self)
{
  update (self);
}

static void
idea_clicked_cb (GtkButton               *button,
                 BridgeCelebrationWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->mark_row), gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (self->mark_row));
}

static gboolean
bridge_celebration_window_store (BridgeEditor  *editor,
                                 GError       **error)
{
  BridgeCelebrationWindow *self = BRIDGE_CELEBRATION_WINDOW (editor);
  g_autofree char *possible = dup_possible (self);

  return bridge_space_reach_milestone (self->space, bridge_milestone_get_id (self->milestone), possible,
                                       gtk_editable_get_text (GTK_EDITABLE (self->mark_row)),
                                       gtk_switch_get_active (self->log_switch), error);
}

/* ---- What led there ---- */

static void
add_led (BridgeCelebrationWindow *self,
         const char              *words,
         BridgeMilestoneSource    kind)
{
  GtkWidget *check = gtk_check_button_new ();
  char *shown = bridge_led_shorten (words);

  g_signal_connect_object (check, "toggled", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->led_list, bridge_led_row_new (shown, kind, check));
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->words, shown);
}

static void
fill_led (BridgeCelebrationWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) led = bridge_milestone_list_led (self->space, self->milestone, TRUE, &error);

  /* It can be celebrated all the same. */
  if (led == NULL)
    g_message ("What led to a milestone could not be read: %s", error->message);
  for (guint i = 0; led != NULL && i < led->len; i++)
    {
      BridgeMilestoneLed *kind = g_ptr_array_index (led, i);
      g_autofree char *more = bridge_milestone_led_dup_more (kind);

      for (guint k = 0; k < kind->words->len; k++)
        add_led (self, g_ptr_array_index (kind->words, k), kind->kind);
      if (more != NULL)
        gtk_list_box_append (self->led_list, bridge_led_row_new_more (more));
    }
  gtk_widget_set_visible (self->led_label, self->checks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->led_list), self->checks->len > 0);
}

static void
add_ideas (BridgeCelebrationWindow *self)
{
  gboolean alone = bridge_space_get_partner (self->space) == NULL || bridge_milestone_get_who (self->milestone) != NULL;
  const char *const together[] = { _("Something good to eat"), _("An evening without plans"), _("A photo of the two of us") };
  const char *const alone_ones[] = { together[0], together[1], _("A walk to a favourite place") };

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (alone ? alone_ones[i] : together[i]);

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_widget_add_css_class (button, "bridge-idea");
      g_signal_connect_object (button, "clicked", G_CALLBACK (idea_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->ideas), button);
    }
}

static void
fill (BridgeCelebrationWindow *self)
{
  gboolean own = bridge_space_get_partner (self->space) != NULL && bridge_milestone_get_who (self->milestone) != NULL;
  g_autofree char *progress = NULL;
  guint count = 0;

  gtk_label_set_label (self->title_label, bridge_milestone_get_title (self->milestone));
  if (bridge_milestone_get_target (self->milestone) > 0 &&
      bridge_milestone_record_count (self->space, self->milestone, &count, NULL))
    progress = bridge_milestone_progress_to_words (self->space, self->milestone, count);
  gtk_label_set_label (self->progress_label, progress != NULL ? progress : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), progress != NULL);
  gtk_widget_set_visible (self->log_group, own);
  fill_led (self);
  add_ideas (self);
  update (self);
}

static void
bridge_celebration_window_dispose (GObject *object)
{
  BridgeCelebrationWindow *self = BRIDGE_CELEBRATION_WINDOW (object);

  g_clear_object (&self->milestone);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_CELEBRATION_WINDOW);

  G_OBJECT_CLASS (bridge_celebration_window_parent_class)->dispose (object);
}

static void
bridge_celebration_window_class_init (BridgeCelebrationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_celebration_window_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_celebration_window_store;

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/celebration.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, possible_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, led_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, led_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, mark_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, ideas);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, log_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebrationWindow, log_switch);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
}

static void
bridge_celebration_window_init (BridgeCelebrationWindow *self)
{
  self->checks = g_ptr_array_new ();
  self->words = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), _("Milestone Reached"));
  bridge_editor_set_verb (BRIDGE_EDITOR (self), _("_Celebrate"));
  bridge_editor_set_cancel (BRIDGE_EDITOR (self), _("_Not Yet"));
  adw_bin_set_child (self->picture_bin, bridge_celebration_new ());
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->possible_view));
}

/**
 * bridge_celebration_window_new:
 * @space: the space
 * @milestone: one that is open, or rests
 * @parent: (nullable): the window it stands above
 *
 * A modal window that celebrates a milestone. It saves by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_celebration_window_new (BridgeSpace     *space,
                               BridgeMilestone *milestone,
                               GtkWindow       *parent)
{
  BridgeCelebrationWindow *self = g_object_new (BRIDGE_TYPE_CELEBRATION_WINDOW, "transient-for", parent, NULL);

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->milestone = bridge_milestone_copy (milestone);
  fill (self);

  return GTK_WIDGET (self);
}
