/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-date-entry"

#include "config.h"

#include "bridge-date-entry.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"

struct _BridgeDateEntry
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *calendar;
  char *problem;   /* (nullable): what its form says about the day */
  gboolean unused; /* what is typed does not matter just now */
};

G_DEFINE_FINAL_TYPE (BridgeDateEntry, bridge_date_entry, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An example, in which day and month cannot be taken for each other, as a day is shown here. (transfer full) */
static char *
dup_example (void)
{
  BridgeLocal day;

  return bridge_local_parse ("2027-01-31", &day, NULL) ? bridge_local_format_date (day) : g_strdup ("");
}

/* What cannot be read at all it knows by itself. */
static void
show_problem (BridgeDateEntry *self)
{
  const char *problem = self->problem;

  if (self->unused)
    problem = NULL;
  else if (bridge_date_entry_get_date (self) == BRIDGE_LOCAL_NONE)
    problem = _("A date such as 2026-11-24 is needed here.");
  bridge_field_set_problem (self->entry, problem);
}

static void
entry_changed_cb (GtkEditable     *editable,
                  BridgeDateEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  show_problem (self);
}

/* What was typed is put into its usual form once the person is done with it. */
static void
focus_left_cb (GtkEventControllerFocus *controller,
               BridgeDateEntry         *self)
{
  BridgeLocal date = bridge_date_entry_get_date (self);

  if (date != BRIDGE_LOCAL_NONE)
    bridge_date_entry_set_date (self, date);
}

static void
day_selected_cb (GtkCalendar     *calendar,
                 BridgeDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* Shows a day in the calendar without it being chosen yet. */
static void
look_at_day (BridgeDateEntry *self,
             GDateTime       *day)
{
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

/* The calendar of GTK would begin at its first square, a day of the month before, wherever the day is that is typed. */
static gboolean
calendar_key_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 BridgeDateEntry       *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean mirrored = gtk_widget_get_direction (self->calendar) == GTK_TEXT_DIR_RTL;
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autoptr (GDateTime) next = NULL;
  int days = 0, months = 0;

  if (!gtk_widget_is_focus (self->calendar))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      days = (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right) != mirrored ? 1 : -1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      days = -7;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      days = 7;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      months = -1;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      months = 1;
      break;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      day_selected_cb (GTK_CALENDAR (self->calendar), self);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  if (control && days != 0)
    {
      months = ABS (days) == 1 ? days : days / 7 * 12; /* as in the calendar of GTK: months and years */
      days = 0;
    }
  next = g_date_time_add_full (day, 0, months, days, 0, 0, 0);
  if (next != NULL)
    look_at_day (self, next);
  return GDK_EVENT_STOP;
}

/* The calendar opens on the day that is typed. */
static void
popover_show_cb (GtkWidget       *popover,
                 BridgeDateEntry *self)
{
  BridgeLocal date = bridge_date_entry_get_date (self);
  BridgeCivil civil;
  g_autoptr (GDateTime) day = NULL;

  gtk_widget_grab_focus (self->calendar);
  if (date == BRIDGE_LOCAL_NONE)
    return;

  bridge_local_to_civil (date, &civil);
  day = g_date_time_new_utc (civil.year, civil.month, civil.day, 0, 0, 0);
  look_at_day (self, day);
}

static gboolean
bridge_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_DATE_ENTRY (widget)->entry);
}

static void
bridge_date_entry_finalize (GObject *object)
{
  g_free (BRIDGE_DATE_ENTRY (object)->problem);

  G_OBJECT_CLASS (bridge_date_entry_parent_class)->finalize (object);
}

static void
bridge_date_entry_class_init (BridgeDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bridge_date_entry_finalize;

  widget_class->grab_focus = bridge_date_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bridge_date_entry_init (BridgeDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *example = dup_example ();

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_NO_SPELLCHECK);
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), example);
  gtk_widget_set_tooltip_text (self->entry, _("A date such as 2026-11-24"));
  g_signal_connect (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self), self->entry);

  self->calendar = gtk_calendar_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (calendar_key_cb), self);
  gtk_widget_add_controller (self->calendar, keys);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  g_signal_connect (popover, "show", G_CALLBACK (popover_show_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Choose from a calendar"));
  gtk_box_append (GTK_BOX (self), self->button);

  bridge_date_entry_set_name (self, _("Date"));
}

/**
 * bridge_date_entry_new:
 *
 * An empty one.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_date_entry_new (void)
{
  return g_object_new (BRIDGE_TYPE_DATE_ENTRY, NULL);
}

/**
 * bridge_date_entry_set_name:
 * @self: the entry
 * @name: what date it is
 *
 * Says what date it is to screen readers.
 */
void
bridge_date_entry_set_name (BridgeDateEntry *self,
                            const char      *name)
{
  /* Translators: %s is what date it is, as in "Starts on: choose from a calendar". */
  g_autofree char *button = g_strdup_printf (_("%s: choose from a calendar"), name);

  bridge_editable_set_name (self->entry, name);
  bridge_set_name (self->button, button);
  bridge_set_name (self->calendar, name);
}

/**
 * bridge_date_entry_set_date:
 * @self: the entry
 * @date: a day
 *
 * Shows @date.
 */
void
bridge_date_entry_set_date (BridgeDateEntry *self,
                            BridgeLocal      date)
{
  g_autofree char *text = bridge_local_format_date (date);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * bridge_date_entry_get_date:
 * @self: the entry
 *
 * Reads what is typed.
 *
 * Returns: midnight of the day, or %BRIDGE_LOCAL_NONE if it is no date
 */
BridgeLocal
bridge_date_entry_get_date (BridgeDateEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  BridgeLocal date;

  if (!bridge_local_parse (text, &date, NULL))
    return BRIDGE_LOCAL_NONE;

  return bridge_local_day_start (date);
}

/**
 * bridge_date_entry_get_entry:
 * @self: the entry
 *
 * The part that is typed into, for marking it.
 *
 * Returns: (transfer none): the text entry
 */
GtkWidget *
bridge_date_entry_get_entry (BridgeDateEntry *self)
{
  return self->entry;
}

/**
 * bridge_date_entry_set_problem:
 * @self: the entry
 * @sentence: (nullable): what is the matter with the day, or %NULL when all is well
 *
 * Says it under the entry. That what is typed is no date the entry says by itself.
 */
void
bridge_date_entry_set_problem (BridgeDateEntry *self,
                               const char      *sentence)
{
  g_free (self->problem);
  self->problem = g_strdup (sentence);
  show_problem (self);
}

/**
 * bridge_date_entry_set_needed:
 * @self: the entry
 * @needed: whether it has to be a date
 *
 * One that is not needed just now has no problem. It is needed until something else is said.
 */
void
bridge_date_entry_set_needed (BridgeDateEntry *self,
                              gboolean         needed)
{
  self->unused = !needed;
  show_problem (self);
}
