/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-moment-row"

#include "config.h"

#include "bridge-moment-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-time-entry.h"
#include "bridge-zone-chooser.h"

struct _BridgeMomentRow
{
  AdwActionRow parent_instance;

  BridgeSpace *space;
  BridgeOccurrence *occurrence;
  GtkWidget *button;
  GtkWidget *again_button;
  GtkWidget *date_entry;
  GtkWidget *time_entry;
  GtkWidget *zone_label;
  GtkWidget *move_button;
};

G_DEFINE_FINAL_TYPE (BridgeMomentRow, bridge_moment_row, ADW_TYPE_ACTION_ROW)

/* (BridgeLocal) where the popover would move it to, or BRIDGE_LOCAL_NONE. */
static BridgeLocal
get_target (BridgeMomentRow *self)
{
  BridgeLocal date = bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->date_entry));
  int minute = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->time_entry));

  if (date == BRIDGE_LOCAL_NONE || minute < 0)
    return BRIDGE_LOCAL_NONE;

  return date + minute * BRIDGE_MINUTE;
}

static void
target_changed_cb (BridgeMomentRow *self)
{
  BridgeLocal target = get_target (self);

  gtk_widget_set_sensitive (self->move_button, self->occurrence != NULL && target != BRIDGE_LOCAL_NONE &&
                                                 target != bridge_occurrence_get_planned (self->occurrence));
}

static void
popover_show_cb (BridgeMomentRow *self)
{
  BridgeLocal planned = bridge_occurrence_get_planned (self->occurrence);

  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->date_entry), bridge_local_day_start (planned));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (self->time_entry),
                                bridge_local_get_second_of_day (planned) / 60);
  target_changed_cb (self);
}

static void
finish (BridgeMomentRow *self,
        GtkWidget       *page,
        gboolean         done,
        GError          *error)
{
  if (done)
    bridge_feedback_show_undo (page, self->space);
  else
    bridge_feedback_show_error (page, error);
}

/* The row may go with the change: what is said afterwards is said on what is around it. */
static void
move_clicked_cb (BridgeMomentRow *self)
{
  g_autoptr (BridgeMomentRow) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  BridgeLocal target = get_target (self);
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!gtk_widget_get_sensitive (self->move_button))
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  finish (self, page, bridge_space_move (self->space, name, target, &error), error);
}

static void
leave_out_clicked_cb (BridgeMomentRow *self)
{
  g_autoptr (BridgeMomentRow) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  finish (self, page, bridge_space_leave_out (self->space, name, &error), error);
}

static void
again_clicked_cb (BridgeMomentRow *self)
{
  g_autoptr (BridgeMomentRow) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self));

  finish (self, page, bridge_space_answer (self->space, name, BRIDGE_OUTCOME_NONE, &error), error);
}

static GtkWidget *
make_popover (BridgeMomentRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *leave = gtk_button_new_with_mnemonic (_("_Leave This One Out"));

  self->date_entry = bridge_date_entry_new ();
  bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->date_entry), _("New date"));
  self->time_entry = bridge_time_entry_new (0);
  bridge_editable_set_name (self->time_entry, _("New time"));
  self->zone_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->zone_label), 0);
  gtk_widget_add_css_class (self->zone_label, "caption");
  self->move_button = gtk_button_new_with_mnemonic (_("_Move"));
  gtk_widget_add_css_class (self->move_button, "suggested-action");
  gtk_widget_add_css_class (leave, "flat");

  g_signal_connect_object (self->date_entry, "changed", G_CALLBACK (target_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_entry, "changed", G_CALLBACK (target_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_entry, "activate", G_CALLBACK (move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->move_button, "clicked", G_CALLBACK (move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (leave, "clicked", G_CALLBACK (leave_out_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_show_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->date_entry);
  gtk_box_append (GTK_BOX (line), self->time_entry);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->zone_label);
  gtk_box_append (GTK_BOX (box), self->move_button);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
bridge_moment_row_dispose (GObject *object)
{
  BridgeMomentRow *self = BRIDGE_MOMENT_ROW (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_moment_row_parent_class)->dispose (object);
}

static void
bridge_moment_row_class_init (BridgeMomentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_moment_row_dispose;
}

static void
bridge_moment_row_init (BridgeMomentRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Move…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);

  self->again_button = gtk_button_new_with_mnemonic (_("_Plan Again"));
  gtk_widget_add_css_class (self->again_button, "flat");
  gtk_widget_set_valign (self->again_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->again_button, "clicked", G_CALLBACK (again_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->again_button);
}

/**
 * bridge_moment_row_new:
 * @space: the space
 *
 * An empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
bridge_moment_row_new (BridgeSpace *space)
{
  BridgeMomentRow *self = g_object_new (BRIDGE_TYPE_MOMENT_ROW, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/**
 * bridge_moment_row_show:
 * @self: the row
 * @occurrence: the moment, planned ("local" set)
 * @can_change: whether it can be moved, left out or planned again now
 *
 * Shows @occurrence.
 */
void
bridge_moment_row_show (BridgeMomentRow  *self,
                        BridgeOccurrence *occurrence,
                        gboolean          can_change)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeSchedule *schedule = ritual != NULL ? bridge_ritual_get_schedule (ritual) : NULL;
  const char *zone = schedule != NULL ? bridge_schedule_get_zone (schedule) : NULL;
  g_autofree char *title = bridge_next_to_words (bridge_occurrence_get_local (occurrence), now);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  g_autofree char *again_name = NULL;
  gboolean left_out = bridge_occurrence_get_left_out (occurrence);

  g_set_object (&self->occurrence, occurrence);

  if (left_out)
    {
      subtitle = g_strdup (_("Left out"));
    }
  else if (bridge_occurrence_get_moved_to (occurrence) != BRIDGE_LOCAL_NONE)
    {
      g_autofree char *from = bridge_words_when (bridge_occurrence_get_start (occurrence), now);

      /* Translators: %s is when a moment was planned before, as in "Moved from Tuesday at 19:00". */
      subtitle = g_strdup_printf (_("Moved from %s"), from);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->button, can_change && !left_out);
  gtk_widget_set_visible (self->again_button, can_change && left_out);

  /* Translators: %s is when a moment is planned, as in "Tomorrow at 19:00: move or leave out". */
  name = g_strdup_printf (_("%s: move or leave out"), title);
  bridge_set_name (self->button, name);
  /* Translators: %s is when a moment was planned, as in "Tomorrow at 19:00: plan again". */
  again_name = g_strdup_printf (_("%s: plan again"), title);
  bridge_set_name (self->again_button, again_name);

  gtk_widget_set_visible (self->zone_label, zone != NULL);
  if (zone != NULL)
    {
      g_autofree char *words = bridge_zone_to_words (zone);
      g_autofree char *sentence = g_strdup_printf (_("Time in %s"), words);

      gtk_label_set_label (GTK_LABEL (self->zone_label), sentence);
    }
}
