/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-day-head.h"

#include "bridge-form.h"
#include "bridge-ritual-words.h"

struct _BridgeDayHead
{
  GtkButton parent_instance;

  int day;
  GtkLabel *weekday_label;
  GtkLabel *number_label;
};

G_DEFINE_FINAL_TYPE (BridgeDayHead, bridge_day_head, GTK_TYPE_BUTTON)

static void
bridge_day_head_clicked (GtkButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "calendar.open-day", "i", BRIDGE_DAY_HEAD (button)->day);
}

static void
bridge_day_head_class_init (BridgeDayHeadClass *klass)
{
  GTK_BUTTON_CLASS (klass)->clicked = bridge_day_head_clicked;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "day-head");
}

static void
bridge_day_head_init (BridgeDayHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->weekday_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->weekday_label), "day-weekday");
  self->number_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "day-number");
  gtk_widget_set_halign (GTK_WIDGET (self->number_label), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->weekday_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number_label));
  gtk_button_set_child (GTK_BUTTON (self), box);
}

/**
 * bridge_day_head_new:
 *
 * Returns: (transfer floating): the head of no day yet
 */
GtkWidget *
bridge_day_head_new (void)
{
  return g_object_new (BRIDGE_TYPE_DAY_HEAD, NULL);
}

/**
 * bridge_day_head_show:
 * @self: the head
 * @days: the days that it is one of
 * @day: a day number
 *
 * Shows a day.
 */
void
bridge_day_head_show (BridgeDayHead      *self,
                      BridgeCalendarDays *days,
                      int                 day)
{
  g_autofree char *weekday = bridge_weekday_to_words (bridge_day_get_weekday (day), FALSE);
  g_autofree char *label = bridge_calendar_days_dup_label (days, day);
  g_autofree char *number = NULL;
  int year, month, day_of_month;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);

  self->day = day;
  gtk_label_set_label (self->weekday_label, weekday);
  gtk_label_set_label (self->number_label, number);
  if (day == bridge_calendar_days_get_today (days))
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");
  bridge_set_name (GTK_WIDGET (self), label);
}

/**
 * bridge_day_head_get_day:
 * @self: the head
 *
 * Returns: the day number that it shows
 */
int
bridge_day_head_get_day (BridgeDayHead *self)
{
  return self->day;
}

/**
 * bridge_view_get_focus_child:
 * @view: a widget
 *
 * GTK forgets the way to the focus while another window is active; this finds it again.
 *
 * Returns: (transfer none) (nullable): the child of @view that has the focus, or holds it
 */
GtkWidget *
bridge_view_get_focus_child (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (widget != NULL && gtk_widget_get_parent (widget) != view)
    widget = gtk_widget_get_parent (widget);

  return widget;
}

/**
 * bridge_view_show_focus:
 * @view: a widget
 *
 * Shows where the focus is, which GTK does only where it moves the focus by itself.
 */
void
bridge_view_show_focus (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}
