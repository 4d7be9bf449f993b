/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-day-cell.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar-words.h"
#include "bridge-form.h"
#include "bridge-moment-drag.h"

struct _BridgeDayCell
{
  GtkButton parent_instance;

  BridgeCalendarDays *days; /* (nullable) */
  int day;
  char *label;
  guint n_marks[BRIDGE_MARK_UNRECORDED + 1];

  GtkLabel *number_label;
  GtkWidget *marks_box;
  GtkWidget *marks[BRIDGE_DAY_CELL_MARKS];
  GtkLabel *more_label;
};

G_DEFINE_FINAL_TYPE (BridgeDayCell, bridge_day_cell, GTK_TYPE_BUTTON)

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
bridge_day_cell_clicked (GtkButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "calendar.pick-day", "i", BRIDGE_DAY_CELL (button)->day);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int days, weeks;

  g_variant_get (args, "(ii)", &days, &weeks);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  gtk_widget_activate_action (widget, "calendar.show-day", "i", BRIDGE_DAY_CELL (widget)->day + days + 7 * weeks);

  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  gtk_widget_activate_action (widget, "calendar.show-day", "i",
                              bridge_calendar_add_months (BRIDGE_DAY_CELL (widget)->day, g_variant_get_int32 (args)));

  return GDK_EVENT_STOP;
}

/* Another day, and the time that it has. */
static BridgeLocal
get_target (BridgeDayCell    *self,
            BridgeOccurrence *occurrence)
{
  return self->day * BRIDGE_DAY + bridge_local_get_second_of_day (bridge_occurrence_get_local (occurrence));
}

static BridgeLocal
get_now (BridgeDayCell *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (bridge_calendar_days_get_space (self->days)));
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double         x,
          double         y,
          BridgeDayCell *self)
{
  BridgeOccurrence *occurrence = bridge_moment_drop_get_occurrence (target);

  gtk_widget_add_css_class (GTK_WIDGET (self), "drop");
  if (occurrence != NULL)
    bridge_moment_drop_say (target, get_target (self, occurrence), get_now (self));

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          BridgeDayCell *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop");
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         BridgeDayCell *self)
{
  BridgeOccurrence *occurrence = g_value_get_object (value);

  leave_cb (target, self);
  if (occurrence == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move-to", "(sx)", bridge_occurrence_get_name (occurrence),
                              get_target (self, occurrence));

  return TRUE;
}

static void
bridge_day_cell_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_DAY_CELL (object)->days);

  G_OBJECT_CLASS (bridge_day_cell_parent_class)->dispose (object);
}

static void
bridge_day_cell_finalize (GObject *object)
{
  g_free (BRIDGE_DAY_CELL (object)->label);

  G_OBJECT_CLASS (bridge_day_cell_parent_class)->finalize (object);
}

static void
bridge_day_cell_class_init (BridgeDayCellClass *klass)
{
  static const struct {
    guint key;
    int days;
    int weeks;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_day_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_day_cell_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = bridge_day_cell_clicked;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk_cb, "(ii)", keys[i].days, keys[i].weeks);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);

  gtk_widget_class_set_css_name (widget_class, "day-cell");
}

static void
bridge_day_cell_init (BridgeDayCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDropTarget *target = gtk_drop_target_new (BRIDGE_TYPE_OCCURRENCE, GDK_ACTION_MOVE);

  self->number_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "day-number");
  gtk_widget_set_halign (GTK_WIDGET (self->number_label), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number_label));

  self->marks_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_halign (self->marks_box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < BRIDGE_DAY_CELL_MARKS; i++)
    {
      self->marks[i] = bridge_mark_widget_new ();
      gtk_box_append (GTK_BOX (self->marks_box), self->marks[i]);
    }
  gtk_box_append (GTK_BOX (box), self->marks_box);

  self->more_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->more_label), "day-more");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more_label));
  gtk_button_set_child (GTK_BUTTON (self), box);

  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * bridge_day_cell_new:
 *
 * Returns: (transfer floating): a cell of no day yet
 */
GtkWidget *
bridge_day_cell_new (void)
{
  return g_object_new (BRIDGE_TYPE_DAY_CELL, NULL);
}

/**
 * bridge_day_cell_show:
 * @self: the cell
 * @days: the days that it is one of
 * @day: a day number
 * @in_month: whether it belongs to the month that is shown
 * @selected: whether it is the one that is looked at
 *
 * Shows a day.
 */
void
bridge_day_cell_show (BridgeDayCell      *self,
                      BridgeCalendarDays *days,
                      int                 day,
                      gboolean            in_month,
                      gboolean            selected)
{
  const BridgeCalendarDay *content = bridge_calendar_days_get (days, day);
  guint n = content != NULL ? content->moments->len : 0;
  guint n_shown = MIN (n, BRIDGE_DAY_CELL_MARKS);
  g_autofree char *number = NULL;
  g_autofree char *more = NULL;
  int year, month, day_of_month;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  g_set_object (&self->days, days);
  self->day = day;
  g_free (self->label);
  self->label = bridge_calendar_days_dup_label (days, day);
  gtk_label_set_label (self->number_label, number);

  memset (self->n_marks, 0, sizeof self->n_marks);
  for (guint i = 0; i < n; i++)
    {
      BridgeMark mark = bridge_calendar_days_get_mark (days, g_ptr_array_index (content->moments, i));

      self->n_marks[mark]++;
      if (i < n_shown)
        bridge_mark_widget_set (self->marks[i], mark);
    }
  for (guint i = 0; i < BRIDGE_DAY_CELL_MARKS; i++)
    gtk_widget_set_visible (self->marks[i], i < n_shown);
  /* Translators: so many moments more, in a day of the month. */
  more = n > n_shown ? g_strdup_printf (_("+%u"), n - n_shown) : g_strdup ("");
  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n > n_shown);

  set_style (GTK_WIDGET (self), "today", day == bridge_calendar_days_get_today (days));
  set_style (GTK_WIDGET (self), "away", content != NULL && content->away != NULL);
  set_style (GTK_WIDGET (self), "other", !in_month);
  set_style (GTK_WIDGET (self), "selected", selected);
  bridge_set_name (GTK_WIDGET (self), self->label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * bridge_day_cell_get_day:
 * @self: the cell
 *
 * Returns: the day number that it shows
 */
int
bridge_day_cell_get_day (BridgeDayCell *self)
{
  return self->day;
}

/**
 * bridge_day_cell_get_n_marks:
 * @self: the cell
 * @mark: what they look like
 *
 * Returns: how many moments of its day look so
 */
guint
bridge_day_cell_get_n_marks (BridgeDayCell *self,
                             BridgeMark     mark)
{
  return self->n_marks[mark];
}

/**
 * bridge_day_cell_get_label:
 * @self: the cell
 *
 * Returns: its day in full, as screen readers say it
 */
const char *
bridge_day_cell_get_label (BridgeDayCell *self)
{
  return self->label;
}

/**
 * bridge_mark_widget_new:
 *
 * Returns: (transfer floating): a dot
 */
GtkWidget *
bridge_mark_widget_new (void)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (widget, "moment-dot");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);

  return widget;
}

/**
 * bridge_mark_widget_set:
 * @widget: a dot
 * @mark: what it is to look like
 *
 * Fills, outlines or dots it.
 */
void
bridge_mark_widget_set (GtkWidget  *widget,
                        BridgeMark  mark)
{
  for (BridgeMark other = BRIDGE_MARK_KEPT; other <= BRIDGE_MARK_UNRECORDED; other++)
    set_style (widget, bridge_mark_get_style (other), other == mark);
}
