/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-clash"

#include "config.h"

#include "bridge-clash.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define LOOK_AHEAD (60 * BRIDGE_DAY)
#define N_MOMENTS 200
#define QUARTER 15
#define MINUTES_PER_DAY 1440
#define WEEK (7 * BRIDGE_DAY)

typedef struct {
  BridgeLocal start; /* in the schedule's frame */
  BridgeLocal local; /* here */
} Moment;

static int
get_weekday (BridgeLocal local)
{
  return bridge_day_get_weekday (bridge_local_get_day (local));
}

static int
get_minute (BridgeLocal local)
{
  return bridge_local_get_second_of_day (local) / 60;
}

static BridgeLocal
to_here (const BridgeSchedule *schedule,
         BridgeLocal           start,
         GTimeZone            *here)
{
  if (bridge_schedule_get_zone (schedule) == NULL)
    return start;

  return bridge_local_from_utc_ms (bridge_schedule_localise (schedule, start, here), here);
}

/* What comes up next: (transfer full) (element-type Moment) */
static GArray *
list_moments (const BridgeSchedule *schedule,
              BridgeLocal           now,
              GTimeZone            *here)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  BridgeScheduleIter iter;
  BridgeLocal from;
  BridgeLocal to;
  Moment moment;

  bridge_schedule_window (schedule, now, now + LOOK_AHEAD, here, &from, &to);
  bridge_schedule_iter_init (&iter, schedule, from);
  while (moments->len < N_MOMENTS && bridge_schedule_iter_next (&iter, &moment.start) && moment.start < to)
    {
      moment.local = to_here (schedule, moment.start, here);
      if (moment.local >= now)
        g_array_append_val (moments, moment);
    }

  /* What is planned for later than that still clashes: one week of it is enough to look at. */
  if (moments->len == 0)
    {
      BridgeLocal first = BRIDGE_LOCAL_NONE;

      bridge_schedule_iter_init (&iter, schedule, to);
      while (moments->len < N_MOMENTS && bridge_schedule_iter_next (&iter, &moment.start))
        {
          if (first == BRIDGE_LOCAL_NONE)
            first = moment.start;
          if (moment.start >= first + WEEK)
            break;
          moment.local = to_here (schedule, moment.start, here);
          g_array_append_val (moments, moment);
        }
    }

  return moments;
}

/* Quiet hours before a stress peak. (transfer none) (nullable) */
static BridgeHours *
find_hours (GListModel  *hours,
            BridgeLocal  local,
            int          minutes)
{
  BridgeLocal to = local + minutes * BRIDGE_MINUTE;
  BridgeHours *found = bridge_hours_find_overlap (hours, BRIDGE_HOURS_QUIET, local, to);

  if (found == NULL)
    found = bridge_hours_find_overlap (hours, BRIDGE_HOURS_STRESS, local, to);

  return found;
}

/* Those at one time of the day, one for each day of the week. In another zone a day of the week may be there twice,
 * before and after the clocks change. (transfer full) (element-type Moment) */
static GArray *
pick_week (GArray *moments,
           int     minute)
{
  GArray *week = g_array_new (FALSE, FALSE, sizeof (Moment));

  for (guint i = 0; i < moments->len; i++)
    {
      Moment moment = g_array_index (moments, Moment, i);
      gboolean known = FALSE;

      if (get_minute (moment.start) != minute)
        continue;
      for (guint j = 0; j < week->len && !known; j++)
        known = (moment.local - g_array_index (week, Moment, j).local) % WEEK == 0;
      if (!known)
        g_array_append_val (week, moment);
    }

  return week;
}

/* Whether there is another one at the same time of the same day of the week. */
static gboolean
comes_again (GArray      *moments,
             int          minute,
             BridgeLocal  local)
{
  for (guint i = 0; i < moments->len; i++)
    {
      Moment moment = g_array_index (moments, Moment, i);

      if (moment.local != local && get_minute (moment.start) == minute &&
          (bridge_local_get_day (moment.local) - bridge_local_get_day (local)) % 7 == 0)
        return TRUE;
    }

  return FALSE;
}

static guint
count_days (GArray *week)
{
  guint days = 0;
  guint n = 0;

  for (guint i = 0; i < week->len; i++)
    days |= 1u << bridge_day_get_weekday (bridge_local_get_day (g_array_index (week, Moment, i).local));
  for (; days != 0; days >>= 1)
    n += days & 1;

  return n;
}

/* Whether there is room for it at a time of the day, beside its own other times too. */
static gboolean
is_free (const BridgeSchedule *schedule,
         int                   minutes,
         GListModel           *hours,
         GTimeZone            *here,
         GArray               *week,
         int                   minute,
         int                   candidate)
{
  guint n_times = 0;
  const int *times = bridge_schedule_get_times (schedule, &n_times);

  for (guint i = 0; i < n_times; i++)
    {
      if (times[i] != minute && ABS (times[i] - candidate) < minutes)
        return FALSE;
    }

  for (guint i = 0; i < week->len; i++)
    {
      BridgeLocal day = bridge_local_day_start (g_array_index (week, Moment, i).start);

      if (find_hours (hours, to_here (schedule, day + candidate * BRIDGE_MINUTE, here), minutes) != NULL)
        return FALSE;
    }

  return TRUE;
}

static void
find_offers (BridgeClash          *self,
             const BridgeSchedule *schedule,
             int                   minutes,
             GListModel           *hours,
             GTimeZone            *here,
             GArray               *week)
{
  int before = (self->minute + QUARTER - 1) / QUARTER * QUARTER - QUARTER;
  int after = self->minute / QUARTER * QUARTER + QUARTER;

  for (; before >= 0 && self->n_offers == 0; before -= QUARTER)
    {
      if (is_free (schedule, minutes, hours, here, week, self->minute, before))
        self->offers[self->n_offers++] = before;
    }

  for (guint later = 0; after < MINUTES_PER_DAY && later < 2; after += QUARTER)
    {
      if (is_free (schedule, minutes, hours, here, week, self->minute, after))
        {
          self->offers[self->n_offers++] = after;
          later++;
        }
    }
}

/**
 * bridge_clash_find:
 * @schedule: when something is planned
 * @minutes: how long it takes
 * @hours: (nullable): BridgeHours, quiet ones and stress peaks
 * @now: what time it is, here
 * @here: the zone here, in which @hours are
 *
 * Looks through what @schedule brings in the next 60 days, at most 200 moments, for the first that falls into @hours; and
 * for the nearest times of its day, in quarters of an hour, that are free on all days of the week it comes up on.
 *
 * Returns: (transfer full) (nullable): the clash, or %NULL when there is none
 */
BridgeClash *
bridge_clash_find (const BridgeSchedule *schedule,
                   int                   minutes,
                   GListModel           *hours,
                   BridgeLocal           now,
                   GTimeZone            *here)
{
  g_autoptr (GArray) moments = NULL;
  g_autoptr (GArray) week = NULL;
  BridgeClash *self = NULL;

  if (hours == NULL || g_list_model_get_n_items (hours) == 0)
    return NULL;

  moments = list_moments (schedule, now, here);
  for (guint i = 0; i < moments->len && self == NULL; i++)
    {
      Moment moment = g_array_index (moments, Moment, i);
      BridgeHours *found = find_hours (hours, moment.local, minutes);

      if (found == NULL)
        continue;

      self = g_new0 (BridgeClash, 1);
      self->hours = g_object_ref (found);
      self->local = moment.local;
      self->minute = get_minute (moment.start);
      self->reaches = !bridge_hours_contain (found, moment.local);
    }
  if (self == NULL)
    return NULL;

  week = pick_week (moments, self->minute);
  self->once = !comes_again (moments, self->minute, self->local);
  self->always = count_days (week) > 1;
  for (guint i = 0; i < week->len; i++)
    {
      BridgeLocal local = g_array_index (week, Moment, i).local;

      if (!bridge_hours_overlap (self->hours, local, local + minutes * BRIDGE_MINUTE))
        self->always = FALSE;
    }
  for (guint i = 0; i < moments->len && !self->more; i++)
    {
      Moment moment = g_array_index (moments, Moment, i);

      self->more = (get_minute (moment.start) != self->minute ||
                    (!self->always && get_weekday (moment.local) != get_weekday (self->local))) &&
                   find_hours (hours, moment.local, minutes) != NULL;
    }
  find_offers (self, schedule, minutes, hours, here, week);

  return self;
}

/**
 * bridge_clash_free:
 * @self: a clash
 *
 * Frees it.
 */
void
bridge_clash_free (BridgeClash *self)
{
  g_object_unref (self->hours);
  g_free (self);
}

/* "At 22:30 on Mondays": (transfer full) */
static char *
when_to_words (const BridgeClash *self,
               BridgeLocal        now)
{
  /* Translators: the beginning of a sentence; %s is a time of the day. */
  static const char *const on_weekdays[7] = {
    N_("At %s on Mondays"), N_("At %s on Tuesdays"), N_("At %s on Wednesdays"), N_("At %s on Thursdays"),
    N_("At %s on Fridays"), N_("At %s on Saturdays"), N_("At %s on Sundays"),
  };
  int weekday = get_weekday (self->local);
  g_autofree char *time = bridge_words_time (self->local);

  if (get_minute (self->local) != self->minute)
    {
      g_autofree char *elsewhere = g_steal_pointer (&time);

      /* Translators: %s is a time of the day; something else is said in the time of another place. */
      time = g_strdup_printf (_("%s here"), elsewhere);
    }

  if (self->always)
    {
      /* Translators: the beginning of a sentence; %s is a time of the day. */
      return g_strdup_printf (_("At %s"), time);
    }
  if (self->once)
    {
      g_autofree char *date = bridge_words_date (self->local, now);

      /* Translators: the beginning of a sentence; a time of the day and a date. */
      return g_strdup_printf (_("At %1$s on %2$s"), time, date);
    }

  return g_strdup_printf (_(on_weekdays[weekday - 1]), time);
}

static char *
hours_to_words (BridgeHours *hours)
{
  const char *name = bridge_hours_get_name (hours);
  g_autofree char *from = bridge_words_time (bridge_hours_get_from (hours) * BRIDGE_MINUTE);
  g_autofree char *to = bridge_words_time (bridge_hours_get_to (hours) * BRIDGE_MINUTE);

  if (*name != '\0')
    /* Translators: the name of quiet hours or of a stress peak, and two times of the day. */
    return g_strdup_printf (_("“%1$s” (%2$s to %3$s)"), name, from, to);
  if (bridge_hours_get_kind (hours) == BRIDGE_HOURS_QUIET)
    return g_strdup_printf (_("the quiet hours (%1$s to %2$s)"), from, to);

  return g_strdup_printf (_("a stress peak (%1$s to %2$s)"), from, to);
}

/**
 * bridge_clash_to_words:
 * @self: a clash
 * @now: what time it is, here
 *
 * Says it in one sentence, and in a second one where that is not all.
 *
 * Returns: (transfer full): "At 22:30 on Mondays it would fall into the quiet hours (22:00 to 07:00)."
 */
char *
bridge_clash_to_words (const BridgeClash *self,
                       BridgeLocal        now)
{
  g_autofree char *when = when_to_words (self, now);
  g_autofree char *hours = hours_to_words (self->hours);
  g_autofree char *first = NULL;

  if (self->reaches)
    /* Translators: %1$s is "At 21:55 on Mondays", %2$s is "the quiet hours (22:00 to 07:00)". */
    first = g_strdup_printf (_("%1$s it would go on into %2$s."), when, hours);
  else
    /* Translators: %1$s is "At 22:30 on Mondays", %2$s is "the quiet hours (22:00 to 07:00)". */
    first = g_strdup_printf (_("%1$s it would fall into %2$s."), when, hours);

  /* Translators: %s is a sentence: "At 22:30 on Mondays it would fall into the quiet hours (22:00 to 07:00)." */
  return self->more ? g_strdup_printf (_("%s Other moments of it would, too."), first) : g_steal_pointer (&first);
}
