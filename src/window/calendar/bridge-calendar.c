/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-calendar.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar-days.h"
#include "bridge-calendar-words.h"
#include "bridge-day-head.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-month-view.h"
#include "bridge-move-popover.h"
#include "bridge-settings.h"
#include "bridge-week-view.h"
#include "bridge-wrap-layout.h"

struct _BridgeCalendar
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeCalendarDays *days;
  GSettings *settings; /* (nullable) */
  BridgeCalendarKind kind;
  int day;             /* the one that is looked at */
  char *opened;        /* (nullable) the moment that gets the focus back from its ritual */
  char *asked;         /* (nullable) … and from its menu */
  GtkWidget *menu;     /* (nullable) of a moment; belongs to the calendar */
  GtkWidget *mover;    /* (nullable) the same */

  GtkLabel *title_label;
  GtkWidget *empty_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *stack;
  BridgeWeekView *week;
  BridgeMonthView *month;
};

enum {
  OPEN_RITUAL,
  MONTH_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeCalendar, bridge_calendar, ADW_TYPE_BIN)

static GtkWidget *
get_view (BridgeCalendar *self)
{
  return self->kind == BRIDGE_CALENDAR_WEEK ? GTK_WIDGET (self->week) : GTK_WIDGET (self->month);
}

static gboolean
has_focus (BridgeCalendar *self)
{
  return get_view (self) != NULL && bridge_view_get_focus_child (get_view (self)) != NULL;
}

static void
update_title (BridgeCalendar *self)
{
  g_autofree char *title = NULL;
  gboolean week = self->kind == BRIDGE_CALENDAR_WEEK;

  title = week ? bridge_calendar_week_title (bridge_calendar_days_get_first (self->days),
                                             bridge_calendar_days_get_today (self->days))
               : bridge_words_month (self->day * BRIDGE_DAY);
  gtk_label_set_label (self->title_label, title);
  bridge_set_name (get_view (self), title);
  gtk_widget_set_tooltip_text (self->previous_button, week ? _("Previous Week") : _("Previous Month"));
  bridge_set_name (self->previous_button, week ? _("Previous week") : _("Previous month"));
  gtk_widget_set_tooltip_text (self->next_button, week ? _("Next Week") : _("Next Month"));
  bridge_set_name (self->next_button, week ? _("Next week") : _("Next month"));
}

/* Shows the week or the month of the day that is looked at. */
static void
update (BridgeCalendar *self)
{
  int weekday = bridge_settings_get_first_weekday (self->settings);
  int first = bridge_calendar_week_start (self->day, weekday);
  int n_weeks = 1;

  if (self->kind == BRIDGE_CALENDAR_MONTH)
    {
      bridge_calendar_month_weeks (self->day, weekday, &first, &n_weeks);
      bridge_month_view_set_day (self->month, self->day);
    }
  if (first != bridge_calendar_days_get_first (self->days) || n_weeks * 7 != bridge_calendar_days_get_n (self->days))
    bridge_calendar_days_set_range (self->days, first, n_weeks * 7);
  update_title (self);
}

static void
focus_day (BridgeCalendar *self)
{
  if (self->kind == BRIDGE_CALENDAR_WEEK)
    bridge_week_view_focus_day (self->week, self->day);
  else
    bridge_month_view_focus_day (self->month);
}

static gboolean
focus_moment (BridgeCalendar *self,
              const char     *name)
{
  return self->kind == BRIDGE_CALENDAR_WEEK ? bridge_week_view_focus_moment (self->week, name)
                                            : bridge_month_view_focus_moment (self->month, name);
}

static BridgeOccurrence *
find_moment (BridgeCalendar *self,
             const char     *name)
{
  int first = bridge_calendar_days_get_first (self->days);

  for (int day = first; day < first + bridge_calendar_days_get_n (self->days); day++)
    {
      GPtrArray *moments = bridge_calendar_days_get (self->days, day)->moments;

      for (guint i = 0; i < moments->len; i++)
        if (g_strcmp0 (bridge_occurrence_get_name (g_ptr_array_index (moments, i)), name) == 0)
          return g_ptr_array_index (moments, i);
    }

  return NULL;
}

/* A month says it of each day. */
static void
days_changed_cb (BridgeCalendar *self)
{
  int first = bridge_calendar_days_get_first (self->days);
  gboolean empty = self->kind == BRIDGE_CALENDAR_WEEK;

  for (int day = first; empty && day < first + bridge_calendar_days_get_n (self->days); day++)
    empty = bridge_calendar_days_get (self->days, day)->moments->len == 0;
  gtk_widget_set_visible (self->empty_label, empty);
  update_title (self);
}

static void
first_weekday_cb (BridgeCalendar *self)
{
  update (self);
}

/* ---- What can be done with a moment */

static void
popover_closed_cb (BridgeCalendar *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->asked != NULL && !focus_moment (self, self->asked))
    focus_day (self);
}

/* Opens at the moment, whose block may go meanwhile. */
static void
popup (BridgeCalendar  *self,
       GtkWidget      **place,
       GtkWidget       *popover,
       const char      *name)
{
  GtkWidget *block = self->kind == BRIDGE_CALENDAR_WEEK ? bridge_week_view_get_block (self->week, name)
                                                        : bridge_month_view_get_row (self->month, name);
  graphene_rect_t bounds;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = popover;
  g_free (self->asked);
  self->asked = g_strdup (name);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (block != NULL && gtk_widget_compute_bounds (block, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                   (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* ---- Moving */

/* Where both are in it the time is filled in, and proposed there. */
static void
ask_for_move (BridgeCalendar   *self,
              BridgeOccurrence *occurrence,
              BridgeLocal       target)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  GtkWidget *popover = bridge_move_popover_new (self->space);

  bridge_move_popover_set_occurrence (BRIDGE_MOVE_POPOVER (popover), occurrence);
  bridge_move_popover_set_wanted (BRIDGE_MOVE_POPOVER (popover), bridge_calendar_to_frame (occurrence, target, here));
  popup (self, &self->mover, popover, bridge_occurrence_get_name (occurrence));
}

static void
move (BridgeCalendar *self,
      const char     *name,
      BridgeLocal     target,
      gboolean        follow)
{
  g_autoptr (BridgeOccurrence) occurrence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean moved = FALSE;

  if (!g_set_object (&occurrence, find_moment (self, name)))
    return;
  /* Nobody is asked by a key too many. */
  if (bridge_space_move_needs_yes (self->space, bridge_occurrence_get_ritual (occurrence)))
    {
      ask_for_move (self, occurrence, target);
      return;
    }

  if (!bridge_calendar_days_move (self->days, occurrence, target, &moved, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (!moved)
    return;

  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  if (!follow)
    return;
  self->day = bridge_local_get_day (target);
  update (self);
  if (!focus_moment (self, bridge_occurrence_get_name (occurrence)))
    focus_day (self);
  bridge_view_show_focus (GTK_WIDGET (self));
}

static void
move_to_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autofree char *name = NULL;
  gint64 target;

  g_variant_get (parameter, "(sx)", &name, &target);
  move (BRIDGE_CALENDAR (widget), name, target, FALSE);
}

static void
move_by_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  g_autofree char *name = NULL;
  BridgeOccurrence *occurrence;
  int days, minutes;

  g_variant_get (parameter, "(sii)", &name, &days, &minutes);
  occurrence = find_moment (self, name);
  if (occurrence != NULL)
    move (self, name, bridge_occurrence_get_local (occurrence) + days * BRIDGE_DAY + minutes * BRIDGE_MINUTE, TRUE);
}

/* ---- Its menu */

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (BridgeCalendar   *self,
           BridgeOccurrence *occurrence)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) answers = g_menu_new ();
  const char *name = bridge_occurrence_get_name (occurrence);
  gboolean writable = !bridge_space_get_read_only (self->space) &&
                      !bridge_space_is_others_own (self->space, bridge_occurrence_get_ritual (occurrence));
  gboolean open = bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE;
  gboolean alone = bridge_space_get_partner (self->space) == NULL ||
                   bridge_ritual_get_who (bridge_occurrence_get_ritual (occurrence)) != NULL;

  append_item (menu, _("_Open the Ritual"), "calendar.open", name);
  if (writable && open)
    append_item (menu, _("_Move…"), "calendar.move", name);

  if (open && bridge_space_may_answer (self->space, occurrence))
    {
      append_item (answers, alone ? _("_Done") : _("_We Did It"), "calendar.kept", name);
      if (*bridge_ritual_get_smaller (bridge_occurrence_get_ritual (occurrence)) != '\0')
        append_item (answers, _("_Smaller Version"), "calendar.smaller", name);
      append_item (answers, _("_Not Today"), "calendar.not-today", name);
    }
  else if (writable && !open)
    {
      append_item (answers, _("_Take the Answer Back"), "calendar.unanswer", name);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (answers));

  return G_MENU_MODEL (menu);
}

static void
menu_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  BridgeOccurrence *occurrence = find_moment (self, name);
  g_autoptr (GMenuModel) menu = NULL;

  if (occurrence == NULL)
    return;

  menu = make_menu (self, occurrence);
  popup (self, &self->menu, gtk_popover_menu_new_from_model (menu), name);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  g_autofree char *name = g_variant_dup_string (parameter, NULL); /* the menu that it belongs to goes */
  BridgeOccurrence *occurrence = find_moment (self, name);
  GtkWidget *popover;

  if (occurrence == NULL)
    return;

  popover = bridge_move_popover_new (self->space);
  bridge_move_popover_set_occurrence (BRIDGE_MOVE_POPOVER (popover), occurrence);
  popup (self, &self->mover, popover, name);
}

static void
answer_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  g_autofree char *name = g_variant_dup_string (parameter, NULL);
  BridgeOutcome outcome = BRIDGE_OUTCOME_NONE;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (action, "calendar.kept"))
    outcome = BRIDGE_OUTCOME_KEPT;
  else if (g_str_equal (action, "calendar.smaller"))
    outcome = BRIDGE_OUTCOME_SMALLER;
  else if (g_str_equal (action, "calendar.not-today"))
    outcome = BRIDGE_OUTCOME_NOT_TODAY;

  if (outcome == BRIDGE_OUTCOME_NONE ? bridge_space_take_back (self->space, name, &error)
                                     : bridge_space_answer (self->space, name, outcome, &error))
    bridge_feedback_show_undo (widget, self->space);
  else
    bridge_feedback_show_error (widget, error);

  /* The views follow, and in newer libraries the menu has closed before. */
  if (g_strcmp0 (self->asked, name) == 0 && gtk_widget_get_mapped (widget) && !focus_moment (self, name))
    focus_day (self);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  BridgeOccurrence *occurrence = find_moment (self, g_variant_get_string (parameter, NULL));

  if (occurrence == NULL)
    return;

  g_free (self->opened);
  self->opened = g_strdup (bridge_occurrence_get_name (occurrence));
  g_signal_emit (self, signals[OPEN_RITUAL], 0, bridge_occurrence_get_ritual_id (occurrence));
}

/* ---- Going through time */

static void
show_day_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);

  self->day = g_variant_get_int32 (parameter);
  update (self);
  focus_day (self);
}

/* A day of the month that is pressed is looked at; pressed again it gives the focus to its moments. */
static void
pick_day_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  int day = g_variant_get_int32 (parameter);

  if (day != self->day)
    show_day_action (widget, action, parameter);
  else
    bridge_month_view_focus_moment (self->month, NULL);
}

static void
open_day_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);

  self->day = g_variant_get_int32 (parameter);
  g_signal_emit (self, signals[MONTH_WANTED], 0);
  focus_day (self);
}

static void
today_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  gboolean had_focus = has_focus (self);

  bridge_calendar_show_day (self, bridge_calendar_days_get_today (self->days));
  if (had_focus)
    focus_day (self);
}

static void
turn_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);
  int step = g_variant_get_int32 (parameter);

  bridge_calendar_show_day (self, self->kind == BRIDGE_CALENDAR_WEEK ? self->day + 7 * step
                                                                     : bridge_calendar_add_months (self->day, step));
}

static void
bridge_calendar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_calendar_parent_class)->map (widget);

  bridge_calendar_days_set_live (BRIDGE_CALENDAR (widget)->days, TRUE);
}

static void
bridge_calendar_unmap (GtkWidget *widget)
{
  bridge_calendar_days_set_live (BRIDGE_CALENDAR (widget)->days, FALSE);

  GTK_WIDGET_CLASS (bridge_calendar_parent_class)->unmap (widget);
}

/* Back at the moment that was opened, if it is still there. */
static gboolean
bridge_calendar_grab_focus (GtkWidget *widget)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (widget);

  if (self->opened == NULL || !focus_moment (self, self->opened))
    focus_day (self);

  return TRUE;
}

static void
bridge_calendar_dispose (GObject *object)
{
  BridgeCalendar *self = BRIDGE_CALENDAR (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->mover, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_CALENDAR);
  g_clear_object (&self->settings);
  g_clear_object (&self->days);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_calendar_parent_class)->dispose (object);
}

static void
bridge_calendar_finalize (GObject *object)
{
  g_free (BRIDGE_CALENDAR (object)->opened);
  g_free (BRIDGE_CALENDAR (object)->asked);

  G_OBJECT_CLASS (bridge_calendar_parent_class)->finalize (object);
}

static void
bridge_calendar_class_init (BridgeCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_calendar_dispose;
  object_class->finalize = bridge_calendar_finalize;
  widget_class->map = bridge_calendar_map;
  widget_class->unmap = bridge_calendar_unmap;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_calendar_grab_focus;

  signals[OPEN_RITUAL] = g_signal_new ("open-ritual", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MONTH_WANTED] = g_signal_new ("month-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "calendar.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "calendar.menu", "s", menu_action);
  gtk_widget_class_install_action (widget_class, "calendar.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "calendar.move-to", "(sx)", move_to_action);
  gtk_widget_class_install_action (widget_class, "calendar.move-by", "(sii)", move_by_action);
  gtk_widget_class_install_action (widget_class, "calendar.kept", "s", answer_action);
  gtk_widget_class_install_action (widget_class, "calendar.smaller", "s", answer_action);
  gtk_widget_class_install_action (widget_class, "calendar.not-today", "s", answer_action);
  gtk_widget_class_install_action (widget_class, "calendar.unanswer", "s", answer_action);
  gtk_widget_class_install_action (widget_class, "calendar.show-day", "i", show_day_action);
  gtk_widget_class_install_action (widget_class, "calendar.pick-day", "i", pick_day_action);
  gtk_widget_class_install_action (widget_class, "calendar.open-day", "i", open_day_action);
  gtk_widget_class_install_action (widget_class, "calendar.turn", "i", turn_action);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_action);

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeCalendar, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeCalendar, empty_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeCalendar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeCalendar, next_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeCalendar, stack);
}

static void
bridge_calendar_init (BridgeCalendar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_calendar_new:
 * @space: the space
 *
 * A calendar that looks at today.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_calendar_new (BridgeSpace *space)
{
  BridgeCalendar *self = g_object_new (BRIDGE_TYPE_CALENDAR, NULL);

  self->space = g_object_ref (space);
  self->days = bridge_calendar_days_new (space);
  self->day = bridge_calendar_days_get_today (self->days);
  self->settings = bridge_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::first-weekday", G_CALLBACK (first_weekday_cb), self, G_CONNECT_SWAPPED);

  self->week = BRIDGE_WEEK_VIEW (bridge_week_view_new (self->days));
  self->month = BRIDGE_MONTH_VIEW (bridge_month_view_new (self->days));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->week), "week");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->month), "month");
  g_signal_connect_object (self->days, "changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_calendar_set_kind:
 * @self: the calendar
 * @kind: week or month
 *
 * Shows the week or the month of the day that is looked at.
 */
void
bridge_calendar_set_kind (BridgeCalendar     *self,
                          BridgeCalendarKind  kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  update (self);
  gtk_stack_set_visible_child (self->stack, get_view (self));
}

/**
 * bridge_calendar_show_day:
 * @self: the calendar
 * @day: a day number
 *
 * Looks at a day.
 */
void
bridge_calendar_show_day (BridgeCalendar *self,
                          int             day)
{
  self->day = day;
  update (self);
}

/**
 * bridge_calendar_get_day:
 * @self: the calendar
 *
 * Returns: the day number that is looked at
 */
int
bridge_calendar_get_day (BridgeCalendar *self)
{
  return self->day;
}

/**
 * bridge_calendar_get_title:
 * @self: the calendar
 *
 * Returns: which week or month is shown
 */
const char *
bridge_calendar_get_title (BridgeCalendar *self)
{
  return gtk_label_get_label (self->title_label);
}
