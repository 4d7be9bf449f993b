/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-day-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar-words.h"
#include "bridge-day-cell.h"
#include "bridge-form.h"
#include "bridge-moment-drag.h"
#include "bridge-move-popover.h"

struct _BridgeDayRow
{
  AdwActionRow parent_instance;

  BridgeOccurrence *occurrence; /* (nullable) */
  GtkDragSource *drag;
  GtkWidget *dot;
  GtkWidget *popover;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (BridgeDayRow, bridge_day_row, ADW_TYPE_ACTION_ROW)

static void
bridge_day_row_activate (AdwActionRow *row)
{
  BridgeDayRow *self = BRIDGE_DAY_ROW (row);

  if (self->occurrence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open", "s", bridge_occurrence_get_name (self->occurrence));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  BridgeDayRow *self = BRIDGE_DAY_ROW (widget);
  int days, weeks;

  if (self->occurrence == NULL)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &days, &weeks);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  gtk_widget_activate_action (widget, "calendar.move-by", "(sii)", bridge_occurrence_get_name (self->occurrence),
                              days + 7 * weeks, 0);

  return GDK_EVENT_STOP;
}

static void
bridge_day_row_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_DAY_ROW (object)->occurrence);

  G_OBJECT_CLASS (bridge_day_row_parent_class)->dispose (object);
}

static void
bridge_day_row_class_init (BridgeDayRowClass *klass)
{
  static const struct {
    guint key;
    int days;
    int weeks;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
  };

  G_OBJECT_CLASS (klass)->dispose = bridge_day_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = bridge_day_row_activate;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, move_cb, "(ii)",
                                  keys[i].days, keys[i].weeks);
}

static void
bridge_day_row_init (BridgeDayRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);

  self->dot = bridge_mark_widget_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->dot);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Move…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);

  self->drag = bridge_moment_drag_new (GTK_WIDGET (self));
}

/**
 * bridge_day_row_new:
 * @space: the space
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
bridge_day_row_new (BridgeSpace *space)
{
  BridgeDayRow *self = g_object_new (BRIDGE_TYPE_DAY_ROW, NULL);

  self->popover = bridge_move_popover_new (space);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);

  return GTK_WIDGET (self);
}

/**
 * bridge_day_row_show:
 * @self: the row
 * @days: the days that it belongs to
 * @occurrence: the moment
 *
 * Shows @occurrence.
 */
void
bridge_day_row_show (BridgeDayRow       *self,
                     BridgeCalendarDays *days,
                     BridgeOccurrence   *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeMark mark = bridge_calendar_days_get_mark (days, occurrence);
  gboolean can_move = bridge_calendar_days_can_move (days, occurrence);
  g_autofree char *time = bridge_words_time (bridge_occurrence_get_local (occurrence));
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *label = bridge_calendar_moment_label (occurrence, mark);
  g_autofree char *subtitle = NULL;
  g_autofree char *move_name = NULL;

  subtitle = mark == BRIDGE_MARK_PLANNED
                 ? g_strdup_printf ("%s · %s", time, minutes)
                 : g_strdup_printf ("%s · %s · %s", time, minutes, bridge_mark_to_words (occurrence, mark));
  g_set_object (&self->occurrence, occurrence);
  bridge_mark_widget_set (self->dot, mark);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), bridge_ritual_get_title (ritual));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  bridge_set_name (GTK_WIDGET (self), label);

  /* Translators: %s is a moment, as in "Five quiet minutes, Tuesday, 24 November 2026 at 19:00: move or leave out". */
  move_name = g_strdup_printf (_("%s: move or leave out"), label);
  bridge_set_name (self->button, move_name);
  bridge_move_popover_set_occurrence (BRIDGE_MOVE_POPOVER (self->popover), occurrence);
  gtk_widget_set_visible (self->button, can_move);
  bridge_moment_drag_set_occurrence (self->drag, can_move ? occurrence : NULL);
}

/**
 * bridge_day_row_get_occurrence:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the moment that it shows
 */
BridgeOccurrence *
bridge_day_row_get_occurrence (BridgeDayRow *self)
{
  return self->occurrence;
}
