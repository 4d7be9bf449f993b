/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-moment-block.h"

#include "bridge-calendar-words.h"
#include "bridge-form.h"
#include "bridge-moment-drag.h"

struct _BridgeMomentBlock
{
  GtkButton parent_instance;

  BridgeOccurrence *occurrence; /* (nullable) */
  BridgeMark mark;
  GtkDragSource *drag;

  GtkLabel *time_label;
  GtkLabel *title_label;
};

G_DEFINE_FINAL_TYPE (BridgeMomentBlock, bridge_moment_block, GTK_TYPE_BUTTON)

static void
popup (BridgeMomentBlock *self)
{
  if (self->occurrence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.menu", "s", bridge_occurrence_get_name (self->occurrence));
}

static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            BridgeMomentBlock *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self);
}

static void
long_pressed_cb (GtkGesture        *gesture,
                 double             x,
                 double             y,
                 BridgeMomentBlock *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  popup (BRIDGE_MOMENT_BLOCK (widget));

  return GDK_EVENT_STOP;
}

static void
bridge_moment_block_clicked (GtkButton *button)
{
  BridgeMomentBlock *self = BRIDGE_MOMENT_BLOCK (button);

  if (self->occurrence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open", "s", bridge_occurrence_get_name (self->occurrence));
}

static void
bridge_moment_block_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MOMENT_BLOCK (object)->occurrence);

  G_OBJECT_CLASS (bridge_moment_block_parent_class)->dispose (object);
}

static void
bridge_moment_block_class_init (BridgeMomentBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_moment_block_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = bridge_moment_block_clicked;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "moment");
}

static void
bridge_moment_block_init (BridgeMomentBlock *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->time_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->time_label, 0);
  gtk_label_set_ellipsize (self->time_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "moment-time");
  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title_label, 0);
  gtk_label_set_wrap (self->title_label, TRUE);
  gtk_label_set_wrap_mode (self->title_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (self->title_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (self->title_label, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "moment-title");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  self->drag = bridge_moment_drag_new (GTK_WIDGET (self));
}

/**
 * bridge_moment_block_new:
 *
 * An empty block.
 *
 * Returns: (transfer floating): the block
 */
GtkWidget *
bridge_moment_block_new (void)
{
  return g_object_new (BRIDGE_TYPE_MOMENT_BLOCK, NULL);
}

/**
 * bridge_moment_block_show:
 * @self: the block
 * @days: the days that it is one of
 * @occurrence: the moment
 *
 * Shows @occurrence.
 */
void
bridge_moment_block_show (BridgeMomentBlock  *self,
                          BridgeCalendarDays *days,
                          BridgeOccurrence   *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeMark mark = bridge_calendar_days_get_mark (days, occurrence);
  gboolean can_move = bridge_calendar_days_can_move (days, occurrence);
  g_autofree char *time = bridge_words_time (bridge_occurrence_get_local (occurrence));
  g_autofree char *label = bridge_calendar_moment_label (occurrence, mark);

  g_set_object (&self->occurrence, occurrence);
  gtk_widget_remove_css_class (GTK_WIDGET (self), bridge_mark_get_style (self->mark));
  self->mark = mark;
  gtk_widget_add_css_class (GTK_WIDGET (self), bridge_mark_get_style (mark));
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->title_label, bridge_ritual_get_title (ritual));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  bridge_set_name (GTK_WIDGET (self), label);
  bridge_moment_drag_set_occurrence (self->drag, can_move ? occurrence : NULL);
}

/**
 * bridge_moment_block_get_occurrence:
 * @self: the block
 *
 * Returns: (transfer none) (nullable): the moment that it shows
 */
BridgeOccurrence *
bridge_moment_block_get_occurrence (BridgeMomentBlock *self)
{
  return self->occurrence;
}

/**
 * bridge_moment_block_get_mark:
 * @self: the block
 *
 * Returns: what it looks like
 */
BridgeMark
bridge_moment_block_get_mark (BridgeMomentBlock *self)
{
  return self->mark;
}

/**
 * bridge_moment_block_get_grab_y:
 * @self: the block
 *
 * Returns: how far below its upper edge it was last grabbed, in pixels
 */
int
bridge_moment_block_get_grab_y (BridgeMomentBlock *self)
{
  return bridge_moment_drag_get_grab_y (self->drag);
}
