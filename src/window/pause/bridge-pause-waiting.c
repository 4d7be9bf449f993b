/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-waiting"

#include "config.h"

#include "bridge-pause-waiting.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm.h"
#include "bridge-calm-head.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-pause-state.h"
#include "bridge-pause-words.h"
#include "bridge-return-popover.h"

struct _BridgePauseWaiting
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *head;
  GtkWidget *day_button;
  GtkWidget *day_popover;
};

G_DEFINE_FINAL_TYPE (BridgePauseWaiting, bridge_pause_waiting, ADW_TYPE_BIN)

static void
day_chosen_cb (BridgePauseWaiting *self,
               gint64              at)
{
  g_autoptr (GError) error = NULL;

  if (!bridge_space_put_off_pause (self->space, at, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
close_cb (BridgePauseWaiting *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  if (bridge_space_close_pause (self->space, &error))
    bridge_feedback_show (root, _("The pause rests now."));
  else
    bridge_feedback_show_error (root, error);
}

static gboolean
bridge_pause_waiting_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_PAUSE_WAITING (widget)->head);
}

static void
bridge_pause_waiting_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_PAUSE_WAITING (object)->space);

  G_OBJECT_CLASS (bridge_pause_waiting_parent_class)->dispose (object);
}

static void
bridge_pause_waiting_class_init (BridgePauseWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_waiting_dispose;
  widget_class->grab_focus = bridge_pause_waiting_grab_focus;
  widget_class->focus = bridge_focus_inside;
}

static void
bridge_pause_waiting_init (BridgePauseWaiting *self)
{
}

static void
build (BridgePauseWaiting *self)
{
  GtkWidget *box = bridge_calm_box_new ();
  GtkWidget *buttons = bridge_calm_row_new ();

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);

  self->day_button = gtk_menu_button_new ();
  self->day_popover = bridge_return_popover_new (bridge_space_get_clock (self->space), BRIDGE_RETURN_DAY);
  g_signal_connect_object (self->day_popover, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  bridge_calm_menu_set (self->day_button, _("_Choose a Day"), self->day_popover);
  gtk_box_append (GTK_BOX (buttons), self->day_button);
  gtk_box_append (GTK_BOX (buttons), bridge_calm_button_new (_("_Let It Rest for Good"), NULL, G_CALLBACK (close_cb), self));
  gtk_box_append (GTK_BOX (box), buttons);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_pause_waiting_new:
 * @space: the space
 *
 * A calm screen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_pause_waiting_new (BridgeSpace *space)
{
  BridgePauseWaiting *self = g_object_new (BRIDGE_TYPE_PAUSE_WAITING, NULL);

  self->space = g_object_ref (space);
  build (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_pause_waiting_update:
 * @self: the screen
 * @pause: a pause that waits for another day
 *
 * Shows @pause as it is now.
 */
void
bridge_pause_waiting_update (BridgePauseWaiting *self,
                             BridgePause        *pause)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  gint64 now = bridge_clock_now (clock);
  gint64 at = bridge_pause_get_return_at (pause);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  g_autofree char *back = NULL;
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  if (at > 0)
    back = bridge_pause_back_words (at, now, two, zone);
  else if (two)
    back = g_strdup (_("Which day suits you both? It can be moved later."));
  else
    back = g_strdup (_("Which day suits you? It can be moved later."));

  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Another day."), back);
  bridge_return_popover_set_at (BRIDGE_RETURN_POPOVER (self->day_popover), at);
  bridge_return_popover_set_range (BRIDGE_RETURN_POPOVER (self->day_popover),
                                   bridge_pause_state_get_earliest_day (pause, now, !two), 0);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->day_button), at > 0 ? _("_Choose Another Day") : _("_Choose a Day"));
}
