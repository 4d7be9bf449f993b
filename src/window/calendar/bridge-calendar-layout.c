/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-calendar-layout.h"

#include <math.h>

#include "bridge-desk-settings.h"
#include "bridge-today.h"

#define SPAN_MIN (8 * 60)
#define SPAN_EMPTY_FROM (9 * 60)

/**
 * bridge_mark_is_shown:
 * @occurrence: a moment
 *
 * What was left out, or is for another day, is not in the calendars.
 *
 * Returns: whether it is shown
 */
gboolean
bridge_mark_is_shown (BridgeOccurrence *occurrence)
{
  return !bridge_occurrence_get_left_out (occurrence) &&
         bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NOT_TODAY;
}

/**
 * bridge_mark_get:
 * @occurrence: a moment that has its ritual
 * @now: UTC ms
 *
 * Says what a moment looks like. One that has begun is planned as long as it can be acted on.
 *
 * Returns: its mark
 */
BridgeMark
bridge_mark_get (BridgeOccurrence *occurrence,
                 gint64            now)
{
  if (bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE)
    return BRIDGE_MARK_KEPT;
  return bridge_today_get_actable_until (occurrence) > now ? BRIDGE_MARK_PLANNED : BRIDGE_MARK_UNRECORDED;
}

/**
 * bridge_calendar_get_first_weekday:
 * @setting: (nullable): "monday", "saturday", "sunday"; anything else: as the locale has it
 *
 * On which day a week starts.
 *
 * Returns: 1 Monday – 7 Sunday
 */
int
bridge_calendar_get_first_weekday (const char *setting)
{
  return bridge_desk_first_weekday (setting);
}

/**
 * bridge_calendar_week_start:
 * @day: a day number
 * @first_weekday: 1 Monday – 7 Sunday
 *
 * Returns: the first day of the week that @day is in
 */
int
bridge_calendar_week_start (int day,
                            int first_weekday)
{
  return day - (bridge_day_get_weekday (day) - first_weekday + 7) % 7;
}

/**
 * bridge_calendar_month_weeks:
 * @day: any day of the month
 * @first_weekday: 1 Monday – 7 Sunday
 * @first_day: (out): the first day of the week that the month begins in
 * @n_weeks: (out): how many weeks it touches, 4–6
 *
 * Which whole weeks show a month.
 */
void
bridge_calendar_month_weeks (int  day,
                             int  first_weekday,
                             int *first_day,
                             int *n_weeks)
{
  int year, month, day_of_month, last;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  last = bridge_day_from_civil (year, month, bridge_days_in_month (year, month));
  *first_day = bridge_calendar_week_start (day - day_of_month + 1, first_weekday);
  *n_weeks = (last - *first_day) / 7 + 1;
}

/**
 * bridge_calendar_add_months:
 * @day: a day number
 * @months: how many to go, either way
 *
 * The same day of another month, or its last where it is shorter.
 *
 * Returns: the day number
 */
int
bridge_calendar_add_months (int day,
                            int months)
{
  int year, month, day_of_month, since;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  since = year * 12 + month - 1 + months;
  year = since / 12;
  month = since % 12 + 1;

  return bridge_day_from_civil (year, month, MIN (day_of_month, bridge_days_in_month (year, month)));
}

/**
 * bridge_calendar_same_month:
 * @one_day: a day number
 * @other_day: another
 *
 * Returns: whether both are in one month
 */
gboolean
bridge_calendar_same_month (int one_day,
                            int other_day)
{
  int one_year, one_month, other_year, other_month, ignored;

  bridge_day_to_civil (one_day, &one_year, &one_month, &ignored);
  bridge_day_to_civil (other_day, &other_year, &other_month, &ignored);

  return one_year == other_year && one_month == other_month;
}

/**
 * bridge_calendar_stack:
 * @spots: (array length=n): sorted by their beginning
 * @n: how many
 * @gap: between them
 * @bottom: where the room ends
 *
 * Puts what overlaps below each other, each as wide as the day: the one before becomes shorter, but no shorter than can be
 * read, and what has no room there begins lower.
 */
void
bridge_calendar_stack (BridgeSpot *spots,
                       guint       n,
                       int         gap,
                       int         bottom)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        spots[i].from = MAX (spots[i].from, spots[i - 1].from + spots[i - 1].least + gap);
      spots[i].to = MAX (spots[i].to, spots[i].from + spots[i].least);
    }

  for (guint i = n; i > 0; i--)
    {
      BridgeSpot *spot = &spots[i - 1];

      spot->to = MIN (spot->to, bottom);
      spot->from = MIN (spot->from, spot->to - spot->least);
      bottom = spot->from - gap;
    }
}

/**
 * bridge_calendar_span:
 * @moments: (array length=n): when they are, each in its own day
 * @n: how many
 *
 * Which whole hours of the day to show: from the first to the last that something is planned in, with an hour of air
 * around them, and eight hours at least.
 *
 * Returns: minutes of the day
 */
BridgeStretch
bridge_calendar_span (const BridgeStretch *moments,
                      guint                n)
{
  BridgeStretch span = { G_MAXINT, 0 };

  if (n == 0)
    return (BridgeStretch) { SPAN_EMPTY_FROM, SPAN_EMPTY_FROM + SPAN_MIN };

  for (guint i = 0; i < n; i++)
    {
      span.from = MIN (span.from, moments[i].from);
      span.to = MAX (span.to, MIN (moments[i].to, BRIDGE_MINUTES_PER_DAY));
    }
  span.from = MAX (span.from / 60 * 60 - 60, 0);
  span.to = MIN ((span.to + 59) / 60 * 60 + 60, BRIDGE_MINUTES_PER_DAY);

  if (span.to - span.from < SPAN_MIN)
    {
      int more = (SPAN_MIN - (span.to - span.from)) / 60;

      span.from = CLAMP (span.from - more / 2 * 60, 0, BRIDGE_MINUTES_PER_DAY - SPAN_MIN);
      span.to = span.from + SPAN_MIN;
    }

  return span;
}

/**
 * bridge_calendar_snap:
 * @minute: a minute of the day, where something was dropped
 *
 * Returns: the nearest quarter of an hour of the same day
 */
int
bridge_calendar_snap (double minute)
{
  int quarters = (int) lround (minute / BRIDGE_SNAP_MINUTES);

  return CLAMP (quarters * BRIDGE_SNAP_MINUTES, 0, BRIDGE_MINUTES_PER_DAY - BRIDGE_SNAP_MINUTES);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  return ((const BridgeStretch *) a)->from - ((const BridgeStretch *) b)->from;
}

static void
add_stretch (GArray *stretches,
             int     from,
             int     to)
{
  BridgeStretch stretch = { MAX (from, 0), MIN (to, BRIDGE_MINUTES_PER_DAY) };

  if (stretch.from < stretch.to)
    g_array_append_val (stretches, stretch);
}

/**
 * bridge_calendar_hours_of_day:
 * @hours: (nullable): list of #BridgeHours
 * @kind: which of them
 * @day: a day number
 *
 * When it is quiet, or a stress peak, on one day; what began the day before and goes over midnight too.
 *
 * Returns: (transfer full) (element-type BridgeStretch): minutes of the day, in order; none touches another
 */
GArray *
bridge_calendar_hours_of_day (GListModel      *hours,
                              BridgeHoursKind  kind,
                              int              day)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BridgeStretch));
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (BridgeStretch));
  int today = 1 << (bridge_day_get_weekday (day) - 1);
  int yesterday = 1 << (bridge_day_get_weekday (day - 1) - 1);

  for (guint i = 0; hours != NULL && i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);
      int from = bridge_hours_get_from (item);
      int to = from + bridge_hours_get_length (item);

      if (bridge_hours_get_kind (item) != kind)
        continue;
      if (bridge_hours_get_weekdays (item) & today)
        add_stretch (all, from, to);
      if (bridge_hours_get_weekdays (item) & yesterday)
        add_stretch (all, from - BRIDGE_MINUTES_PER_DAY, to - BRIDGE_MINUTES_PER_DAY);
    }
  g_array_sort (all, compare_stretches);

  for (guint i = 0; i < all->len; i++)
    {
      BridgeStretch next = g_array_index (all, BridgeStretch, i);
      BridgeStretch *last = merged->len > 0 ? &g_array_index (merged, BridgeStretch, merged->len - 1) : NULL;

      if (last != NULL && next.from <= last->to)
        last->to = MAX (last->to, next.to);
      else
        g_array_append_val (merged, next);
    }

  return merged;
}

/**
 * bridge_calendar_to_frame:
 * @occurrence: a moment that has its ritual
 * @here_local: a local time here
 * @here: the zone here
 *
 * Says a time here as the ritual's own schedule says it: the same where it floats, else as it is in its zone.
 *
 * Returns: local in the ritual's frame
 */
BridgeLocal
bridge_calendar_to_frame (BridgeOccurrence *occurrence,
                          BridgeLocal       here_local,
                          GTimeZone        *here)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (bridge_occurrence_get_ritual (occurrence));
  const char *id = schedule != NULL ? bridge_schedule_get_zone (schedule) : NULL;
  g_autoptr (GTimeZone) zone = id != NULL ? bridge_zone_new (id, NULL) : NULL;

  if (zone == NULL)
    return here_local;

  return bridge_local_from_utc_ms (bridge_local_to_utc_ms (here_local, here), zone);
}
