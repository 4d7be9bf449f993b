/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-move-popover"

#include "config.h"

#include "bridge-move-popover.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-time-entry.h"
#include "bridge-zone-chooser.h"

struct _BridgeMovePopover
{
  GtkPopover parent_instance;

  BridgeSpace *space;
  BridgeOccurrence *occurrence; /* (nullable) */
  BridgeLocal wanted;           /* filled in when it opens, in the ritual's frame, or BRIDGE_LOCAL_NONE: where it is */
  GtkWidget *date_entry;
  GtkWidget *time_entry;
  GtkWidget *zone_label;
  GtkWidget *asked_label;
  GtkWidget *move_button;
};

G_DEFINE_FINAL_TYPE (BridgeMovePopover, bridge_move_popover, GTK_TYPE_POPOVER)

/* (BridgeLocal) where it would be moved to, or BRIDGE_LOCAL_NONE. */
static BridgeLocal
get_target (BridgeMovePopover *self)
{
  BridgeLocal date = bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->date_entry));
  int minute = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->time_entry));

  if (date == BRIDGE_LOCAL_NONE || minute < 0)
    return BRIDGE_LOCAL_NONE;

  return date + minute * BRIDGE_MINUTE;
}

static void
target_changed_cb (BridgeMovePopover *self)
{
  BridgeLocal target = get_target (self);

  gtk_widget_set_sensitive (self->move_button, self->occurrence != NULL && target != BRIDGE_LOCAL_NONE &&
                                                 target != bridge_occurrence_get_planned (self->occurrence));
}

/* Where both are in it another time is proposed. */
static gboolean
asks (BridgeMovePopover *self)
{
  BridgeRitual *ritual = self->occurrence != NULL ? bridge_occurrence_get_ritual (self->occurrence) : NULL;

  return ritual != NULL && bridge_space_move_needs_yes (self->space, ritual);
}

static void
show_asking (BridgeMovePopover *self)
{
  gboolean asking = asks (self);
  g_autofree char *sentence = NULL;

  gtk_button_set_label (GTK_BUTTON (self->move_button), asking ? _("_Propose") : _("_Move"));
  gtk_widget_set_visible (self->asked_label, asking);
  if (!asking)
    return;
  /* Translators: %s is a name */
  sentence = g_strdup_printf (_("%s is asked. Until there is a yes, this moment stays at its time."),
                              bridge_person_get_name (bridge_space_get_listener (self->space)));
  gtk_label_set_label (GTK_LABEL (self->asked_label), sentence);
}

static void
show_cb (BridgeMovePopover *self)
{
  BridgeLocal planned;

  if (self->occurrence == NULL)
    return;

  show_asking (self);
  planned = self->wanted != BRIDGE_LOCAL_NONE ? self->wanted : bridge_occurrence_get_planned (self->occurrence);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->date_entry), bridge_local_day_start (planned));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (self->time_entry),
                                bridge_local_get_second_of_day (planned) / 60);
  target_changed_cb (self);
}

static void
finish (BridgeMovePopover *self,
        GtkWidget         *window,
        gboolean           done,
        GError            *error)
{
  if (done)
    bridge_feedback_show_undo (window, self->space);
  else
    bridge_feedback_show_error (window, error);
}

/* What it belongs to may go with the change: what is said afterwards is said on the window. */
static void
move_clicked_cb (BridgeMovePopover *self)
{
  g_autoptr (BridgeMovePopover) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  BridgeLocal target = get_target (self);
  gboolean asking;

  if (!gtk_widget_get_sensitive (self->move_button))
    return;

  name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  asking = asks (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (asking)
    invitation = bridge_space_propose_move (self->space, name, target, NULL, &error);
  finish (self, window, asking ? invitation != NULL : bridge_space_move (self->space, name, target, &error), error);
}

static void
leave_out_clicked_cb (BridgeMovePopover *self)
{
  g_autoptr (BridgeMovePopover) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  finish (self, window, bridge_space_leave_out (self->space, name, &error), error);
}

static void
bridge_move_popover_dispose (GObject *object)
{
  BridgeMovePopover *self = BRIDGE_MOVE_POPOVER (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_move_popover_parent_class)->dispose (object);
}

static void
bridge_move_popover_class_init (BridgeMovePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_move_popover_dispose;
}

static void
bridge_move_popover_init (BridgeMovePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *leave = gtk_button_new_with_mnemonic (_("_Leave This One Out"));

  self->date_entry = bridge_date_entry_new ();
  bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->date_entry), _("New date"));
  self->time_entry = bridge_time_entry_new (0);
  bridge_editable_set_name (self->time_entry, _("New time"));
  self->zone_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->zone_label), 0);
  gtk_widget_set_visible (self->zone_label, FALSE);
  gtk_widget_add_css_class (self->zone_label, "caption");
  self->wanted = BRIDGE_LOCAL_NONE;
  self->asked_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->asked_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->asked_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->asked_label), 30);
  gtk_widget_set_visible (self->asked_label, FALSE);
  self->move_button = gtk_button_new_with_mnemonic (_("_Move"));
  gtk_widget_add_css_class (self->move_button, "suggested-action");
  gtk_widget_add_css_class (leave, "flat");

  g_signal_connect_object (self->date_entry, "changed", G_CALLBACK (target_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_entry, "changed", G_CALLBACK (target_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (self->date_entry)), "activate",
                           G_CALLBACK (move_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_entry, "activate", G_CALLBACK (move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->move_button, "clicked", G_CALLBACK (move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (leave, "clicked", G_CALLBACK (leave_out_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);

  gtk_box_append (GTK_BOX (line), self->date_entry);
  gtk_box_append (GTK_BOX (line), self->time_entry);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->zone_label);
  gtk_box_append (GTK_BOX (box), self->asked_label);
  gtk_box_append (GTK_BOX (box), self->move_button);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * bridge_move_popover_new:
 * @space: the space
 *
 * A popover about no moment yet.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
bridge_move_popover_new (BridgeSpace *space)
{
  BridgeMovePopover *self = g_object_new (BRIDGE_TYPE_MOVE_POPOVER, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/**
 * bridge_move_popover_set_occurrence:
 * @self: the popover
 * @occurrence: the moment that it is about from now on
 *
 * Says what is to be moved. Date and time are those of the ritual's own zone, and are filled in when it opens.
 */
void
bridge_move_popover_set_occurrence (BridgeMovePopover *self,
                                    BridgeOccurrence  *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeSchedule *schedule = ritual != NULL ? bridge_ritual_get_schedule (ritual) : NULL;
  const char *zone = schedule != NULL ? bridge_schedule_get_zone (schedule) : NULL;

  g_set_object (&self->occurrence, occurrence);
  show_asking (self);
  gtk_widget_set_visible (self->zone_label, zone != NULL);
  if (zone != NULL)
    {
      g_autofree char *words = bridge_zone_to_words (zone);
      g_autofree char *sentence = g_strdup_printf (_("Time in %s"), words);

      gtk_label_set_label (GTK_LABEL (self->zone_label), sentence);
    }
}

/**
 * bridge_move_popover_set_wanted:
 * @self: the popover
 * @wanted: where the moment is wanted, in the ritual's frame
 *
 * Says what is filled in when it opens, instead of where the moment is.
 */
void
bridge_move_popover_set_wanted (BridgeMovePopover *self,
                                BridgeLocal        wanted)
{
  self->wanted = wanted;
}
