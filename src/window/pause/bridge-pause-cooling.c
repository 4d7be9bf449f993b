/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-cooling"

#include "config.h"

#include "bridge-pause-cooling.h"

#include <glib/gi18n-lib.h>

#include "bridge-breath.h"
#include "bridge-calm.h"
#include "bridge-calm-head.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-pause-state.h"
#include "bridge-pause-words.h"
#include "bridge-return-popover.h"
#include "bridge-soothing-view.h"

struct _BridgePauseCooling
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *head;
  GtkWidget *soothing;
  GtkWidget *longer_button;
  GtkWidget *time_popover;
  GtkWidget *day_popover;
  GtkWidget *take_back_button;
};

G_DEFINE_FINAL_TYPE (BridgePauseCooling, bridge_pause_cooling, ADW_TYPE_BIN)

static void
show_error (BridgePauseCooling *self,
            gboolean            done,
            GError             *error)
{
  if (!done)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
longer_cb (BridgePauseCooling *self)
{
  g_autoptr (GError) error = NULL;

  show_error (self, bridge_space_extend_pause (self->space, &error), error);
}

static void
time_chosen_cb (BridgePauseCooling *self,
                gint64              at)
{
  g_autoptr (GError) error = NULL;

  show_error (self, bridge_space_set_pause_return (self->space, at, &error), error);
}

static void
day_chosen_cb (BridgePauseCooling *self,
               gint64              at)
{
  g_autoptr (GError) error = NULL;

  show_error (self, bridge_space_put_off_pause (self->space, at, &error), error);
}

static void
take_back_cb (BridgePauseCooling *self)
{
  g_autoptr (GError) error = NULL;

  show_error (self, bridge_space_take_back_pause (self->space, &error), error);
}

static gboolean
bridge_pause_cooling_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_PAUSE_COOLING_VIEW (widget)->head);
}

static void
bridge_pause_cooling_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_PAUSE_COOLING_VIEW (object)->space);

  G_OBJECT_CLASS (bridge_pause_cooling_parent_class)->dispose (object);
}

static void
bridge_pause_cooling_class_init (BridgePauseCoolingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_cooling_dispose;
  widget_class->grab_focus = bridge_pause_cooling_grab_focus;
  widget_class->focus = bridge_focus_inside;
}

static void
bridge_pause_cooling_init (BridgePauseCooling *self)
{
}

static void
build (BridgePauseCooling *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  GtkWidget *box = bridge_calm_box_new ();
  GtkWidget *buttons = bridge_calm_row_new ();
  GtkWidget *breath = bridge_breath_new ();
  GtkWidget *day_button = gtk_menu_button_new ();
  GtkWidget *time_button = gtk_menu_button_new ();

  gtk_widget_set_halign (breath, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), breath);

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);

  self->soothing = bridge_soothing_view_new (self->space);
  gtk_box_append (GTK_BOX (box), self->soothing);

  self->longer_button = bridge_calm_button_new (_("I Need _Longer"), NULL, G_CALLBACK (longer_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->longer_button);
  self->day_popover = bridge_return_popover_new (clock, BRIDGE_RETURN_DAY);
  g_signal_connect_object (self->day_popover, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  bridge_calm_menu_set (day_button, _("_Another Day"), self->day_popover);
  gtk_box_append (GTK_BOX (buttons), day_button);
  self->time_popover = bridge_return_popover_new (clock, BRIDGE_RETURN_TIME);
  g_signal_connect_object (self->time_popover, "chosen", G_CALLBACK (time_chosen_cb), self, G_CONNECT_SWAPPED);
  bridge_calm_menu_set (time_button, _("_Change the Time"), self->time_popover);
  gtk_box_append (GTK_BOX (buttons), time_button);
  gtk_box_append (GTK_BOX (box), buttons);

  gtk_box_append (GTK_BOX (box),
                  bridge_calm_label_new (_("Twenty minutes is what a laboratory measured for a body to calm down.\n"
                                           "Longer is fine, up to 24 hours."),
                                         "caption"));

  self->take_back_button = bridge_calm_button_new (_("_Take Back"), "calm-quiet", G_CALLBACK (take_back_cb), self);
  gtk_box_append (GTK_BOX (box), self->take_back_button);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_pause_cooling_new:
 * @space: the space
 *
 * A calm screen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_pause_cooling_new (BridgeSpace *space)
{
  BridgePauseCooling *self = g_object_new (BRIDGE_TYPE_PAUSE_COOLING_VIEW, NULL);

  self->space = g_object_ref (space);
  build (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_pause_cooling_update:
 * @self: the screen
 * @pause: a pause that lasts
 * @known: whether somebody has said who is here
 *
 * Shows @pause as it is now.
 */
void
bridge_pause_cooling_update (BridgePauseCooling *self,
                             BridgePause        *pause,
                             gboolean            known)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  gint64 now = bridge_clock_now (clock);
  gint64 at = bridge_pause_get_return_at (pause);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  gboolean solo = bridge_space_get_partner (self->space) == NULL;
  g_autofree char *back = bridge_pause_back_words (at, now, !solo, zone);
  gboolean can_take_back = bridge_pause_state_can_take_back (pause, now);
  gint64 earliest, latest;

  bridge_pause_state_get_return_range (pause, now, solo, &earliest, &latest);
  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Paused."), back);
  bridge_return_popover_set_at (BRIDGE_RETURN_POPOVER (self->time_popover), at);
  bridge_return_popover_set_range (BRIDGE_RETURN_POPOVER (self->time_popover), earliest, latest);
  bridge_return_popover_set_at (BRIDGE_RETURN_POPOVER (self->day_popover), at);
  bridge_return_popover_set_range (BRIDGE_RETURN_POPOVER (self->day_popover),
                                   bridge_pause_state_get_earliest_day (pause, now, solo), 0);
  gtk_widget_set_visible (self->longer_button, !bridge_pause_get_extended (pause));
  if (!can_take_back && gtk_widget_has_focus (self->take_back_button))
    gtk_widget_grab_focus (self->head);
  gtk_widget_set_visible (self->take_back_button, can_take_back);
  bridge_soothing_view_update (BRIDGE_SOOTHING_VIEW (self->soothing), known);
}
