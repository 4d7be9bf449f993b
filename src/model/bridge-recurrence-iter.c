/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-recurrence"

#include "config.h"

#include "bridge-recurrence-private.h"

#include <string.h>

#define LAST_YEAR 2200

#define SECONDS_PER_DAY 86400

/* A month's days as bits: bit 0 is the first. */
#define EVERY_SEVENTH ((guint) 0x10204081)
#define MONTH_BITS(length) ((guint) (G_GUINT64_CONSTANT (1) << (length)) - 1)

static int
first_of_month (int month_index)
{
  return bridge_day_from_civil (month_index / 12, month_index % 12 + 1, 1);
}

/* The days of one month that BYMONTHDAY and BYDAY both allow; with neither, all of them. */
static guint
month_bits (const BridgeRecurrence *self,
            int                     first_weekday,
            int                     length)
{
  guint bits = MONTH_BITS (length);

  if (self->by_month_day->len > 0)
    {
      guint chosen = 0;

      for (guint i = 0; i < self->by_month_day->len; i++)
        {
          int day = g_array_index (self->by_month_day, int, i);

          if (ABS (day) <= length)
            chosen |= 1u << (day > 0 ? day - 1 : length + day);
        }
      bits &= chosen;
    }

  if (self->by_day->len > 0)
    {
      guint chosen = 0;

      for (guint i = 0; i < self->by_day->len; i++)
        {
          const BridgeByDay *by_day = &g_array_index (self->by_day, BridgeByDay, i);
          int first = (by_day->weekday - first_weekday + 7) % 7;
          int last = first + (length - 1 - first) / 7 * 7;
          int day;

          if (by_day->ordinal == 0)
            {
              chosen |= EVERY_SEVENTH << first;
              continue;
            }
          day = by_day->ordinal > 0 ? first + (by_day->ordinal - 1) * 7 : last + (by_day->ordinal + 1) * 7;
          if (day >= 0 && day < length)
            chosen |= 1u << day;
        }
      bits &= chosen;
    }

  return bits;
}

static void
set_bit (guint64 *days,
         int      n)
{
  days[n / 64] |= G_GUINT64_CONSTANT (1) << (n % 64);
}

static void
put_bits (guint64 *days,
          int      offset,
          guint    bits)
{
  days[offset / 64] |= (guint64) bits << (offset % 64);
  if (offset % 64 > 32)
    days[offset / 64 + 1] |= (guint64) bits >> (64 - offset % 64);
}

/* Takes the first day out of the set. */
static gboolean
pop_bit (guint64 *days,
         int     *n)
{
  for (int i = 0; i < 6; i++)
    {
      if (days[i] != 0)
        {
          *n = i * 64 + __builtin_ctzll (days[i]);
          days[i] &= days[i] - 1;
          return TRUE;
        }
    }

  return FALSE;
}

static void
apply_set_pos (const BridgeRecurrence *self,
               guint64                *days)
{
  int all[366];
  int n_all = 0;

  while (pop_bit (days, &all[n_all]))
    n_all++;

  for (guint i = 0; i < self->by_set_pos->len; i++)
    {
      int pos = g_array_index (self->by_set_pos, int, i);

      if (ABS (pos) <= n_all)
        set_bit (days, all[pos > 0 ? pos - 1 : n_all + pos]);
    }
}

/* A daily rule with limits goes by months, so that a search through years of no match stays short. */
static gboolean
goes_by_months (const BridgeRecurrence *self)
{
  return self->freq == BRIDGE_FREQ_MONTHLY ||
         (self->freq == BRIDGE_FREQ_DAILY &&
          (self->by_month->len > 0 || self->by_month_day->len > 0 || self->by_day->len > 0));
}

static void
load_days_of_month (BridgeRecurrenceIter *iter,
                    int                   month_index)
{
  const BridgeRecurrence *self = iter->rule;
  int length = bridge_days_in_month (month_index / 12, month_index % 12 + 1);
  guint bits = month_bits (self, bridge_day_get_weekday (iter->first), length);

  if (self->interval > 1)
    {
      int passed = (iter->first - iter->start_day) % self->interval;
      guint chosen = 0;

      for (int day = passed > 0 ? self->interval - passed : -passed; day < length; day += self->interval)
        chosen |= 1u << day;
      bits &= chosen;
    }

  /* The set of one day has but one position. */
  if (self->by_set_pos->len > 0)
    {
      gboolean has_one = FALSE;

      for (guint i = 0; i < self->by_set_pos->len; i++)
        has_one = has_one || ABS (g_array_index (self->by_set_pos, int, i)) == 1;
      if (!has_one)
        bits = 0;
    }

  iter->days[0] = bits;
}

static void
load_month (BridgeRecurrenceIter *iter)
{
  const BridgeRecurrence *self = iter->rule;
  gboolean daily = self->freq == BRIDGE_FREQ_DAILY;
  int month_index = iter->anchor + iter->period * (daily ? 1 : self->interval);
  int month = month_index % 12 + 1;
  int length;
  guint bits;

  iter->first = first_of_month (month_index);
  if (self->months != 0 && (self->months & (1u << month)) == 0)
    return;

  if (daily)
    {
      load_days_of_month (iter, month_index);
      return;
    }

  length = bridge_days_in_month (month_index / 12, month);
  if (self->by_month_day->len > 0 || self->by_day->len > 0)
    bits = month_bits (self, bridge_day_get_weekday (iter->first), length);
  else
    bits = iter->start_month_day <= length ? 1u << (iter->start_month_day - 1) : 0;
  iter->days[0] = bits;

  if (self->by_set_pos->len > 0)
    apply_set_pos (self, iter->days);
}

static void
load_week (BridgeRecurrenceIter *iter)
{
  const BridgeRecurrence *self = iter->rule;
  guint weekdays = self->weekdays;
  guint bits = 0;

  iter->first = iter->anchor + iter->period * self->interval * 7;

  if (weekdays == 0)
    weekdays = 1u << bridge_day_get_weekday (iter->start_day);
  for (int i = 0; i < 7; i++)
    if ((weekdays & (1u << ((self->week_start - 1 + i) % 7 + 1))) != 0)
      bits |= 1u << i;

  if (self->months != 0)
    {
      int year, month, day, left;
      guint this_month = 0;

      bridge_day_to_civil (iter->first, &year, &month, &day);
      left = MIN (bridge_days_in_month (year, month) - day + 1, 7);
      if ((self->months & (1u << month)) != 0)
        this_month |= MONTH_BITS (left);
      if ((self->months & (1u << (month % 12 + 1))) != 0)
        this_month |= MONTH_BITS (7) & ~MONTH_BITS (left);
      bits &= this_month;
    }

  iter->days[0] = bits;
}

static void
load_weekdays_of_year (BridgeRecurrenceIter *iter,
                       int                   length)
{
  const BridgeRecurrence *self = iter->rule;
  int first_weekday = bridge_day_get_weekday (iter->first);

  for (guint i = 0; i < self->by_day->len; i++)
    {
      const BridgeByDay *by_day = &g_array_index (self->by_day, BridgeByDay, i);
      int first = (by_day->weekday - first_weekday + 7) % 7;
      int last = first + (length - 1 - first) / 7 * 7;
      int day;

      if (by_day->ordinal == 0)
        {
          for (day = first; day < length; day += 7)
            set_bit (iter->days, day);
          continue;
        }
      day = by_day->ordinal > 0 ? first + (by_day->ordinal - 1) * 7 : last + (by_day->ordinal + 1) * 7;
      if (day >= 0 && day < length)
        set_bit (iter->days, day);
    }
}

static void
load_year (BridgeRecurrenceIter *iter)
{
  const BridgeRecurrence *self = iter->rule;
  int year = iter->anchor + iter->period * self->interval;
  guint months = self->months;

  iter->first = bridge_day_from_civil (year, 1, 1);

  if (months == 0 && self->by_day->len > 0)
    {
      load_weekdays_of_year (iter, bridge_day_from_civil (year + 1, 1, 1) - iter->first);
    }
  else
    {
      int offset = 0;

      if (months == 0)
        months = 1u << iter->start_month;
      for (int month = 1; month <= 12; month++)
        {
          int length = bridge_days_in_month (year, month);

          if ((months & (1u << month)) != 0)
            {
              if (self->by_month_day->len > 0 || self->by_day->len > 0)
                put_bits (iter->days, offset, month_bits (self, bridge_day_get_weekday (iter->first + offset), length));
              else if (iter->start_month_day <= length)
                set_bit (iter->days, offset + iter->start_month_day - 1);
            }
          offset += length;
        }
    }

  if (self->by_set_pos->len > 0)
    apply_set_pos (self, iter->days);
}

/* Goes on to the next period; %FALSE when there is none before the end. */
static gboolean
load_period (BridgeRecurrenceIter *iter)
{
  iter->steps++;

  if (goes_by_months (iter->rule))
    {
      load_month (iter);
    }
  else
    {
      switch (iter->rule->freq)
        {
        case BRIDGE_FREQ_WEEKLY:
          load_week (iter);
          break;
        case BRIDGE_FREQ_YEARLY:
          load_year (iter);
          break;
        case BRIDGE_FREQ_DAILY:
        case BRIDGE_FREQ_MONTHLY:
          iter->first = iter->start_day + iter->period * iter->rule->interval;
          iter->days[0] = 1;
          break;
        }
    }

  iter->period++;
  return iter->first <= iter->last_day;
}

/* Which period @day lies in, rounded down to one the rule looks at. */
static int
period_of (const BridgeRecurrenceIter *iter,
           int                         day)
{
  const BridgeRecurrence *self = iter->rule;
  int year, month;

  bridge_day_to_civil (day, &year, &month, NULL);
  if (goes_by_months (self))
    return (year * 12 + month - 1 - iter->anchor) / (self->freq == BRIDGE_FREQ_DAILY ? 1 : self->interval);

  switch (self->freq)
    {
    case BRIDGE_FREQ_WEEKLY:
      return (day - iter->anchor) / 7 / self->interval;
    case BRIDGE_FREQ_YEARLY:
      return (year - iter->anchor) / self->interval;
    case BRIDGE_FREQ_DAILY:
    case BRIDGE_FREQ_MONTHLY:
    default:
      return (day - iter->start_day) / self->interval;
    }
}

/* Public API */

static int
ceil_day (BridgeLocal local)
{
  return bridge_local_get_day (local + SECONDS_PER_DAY - 1);
}

/**
 * bridge_recurrence_iter_init:
 * @iter: an iterator on the stack
 * @rule: (transfer none): the rule; must outlive @iter
 * @start: DTSTART; gives the time of the day, the phase of INTERVAL, and the day where the rule leaves it open
 * @from: the earliest start to yield
 *
 * Gets ready to yield the starts of @rule from @from on. Without COUNT it begins at the period of @from, so the
 * age of @start costs nothing; with COUNT the starts before have to be counted.
 */
void
bridge_recurrence_iter_init (BridgeRecurrenceIter   *iter,
                             const BridgeRecurrence *rule,
                             BridgeLocal             start,
                             BridgeLocal             from)
{
  int year;
  int last_day = bridge_day_from_civil (LAST_YEAR, 12, 31);

  memset (iter, 0, sizeof *iter);
  iter->rule = rule;
  iter->start_day = bridge_local_get_day (start);
  iter->start_second = bridge_local_get_second_of_day (start);
  iter->left = rule->count > 0 ? rule->count : -1;
  bridge_day_to_civil (iter->start_day, &year, &iter->start_month, &iter->start_month_day);

  iter->last_day = last_day;
  if (rule->until != BRIDGE_LOCAL_NONE)
    iter->last_day = MIN (last_day, bridge_local_get_day (rule->until - iter->start_second));

  if (from > (last_day + 1) * BRIDGE_DAY)
    {
      iter->done = TRUE;
      return;
    }
  iter->from_day = from > start ? ceil_day (from - iter->start_second) : iter->start_day;

  if (goes_by_months (rule))
    iter->anchor = year * 12 + iter->start_month - 1;
  else if (rule->freq == BRIDGE_FREQ_WEEKLY)
    iter->anchor = iter->start_day - (bridge_day_get_weekday (iter->start_day) - rule->week_start + 7) % 7;
  else
    iter->anchor = year;

  if (iter->left < 0)
    iter->period = period_of (iter, iter->from_day);
}

/**
 * bridge_recurrence_iter_next:
 * @iter: an iterator
 * @local: (out): the next start
 *
 * Yields the next start. A rule that matches nothing more says so after at most 2800 cheap steps.
 *
 * Returns: %FALSE when there are no more
 */
gboolean
bridge_recurrence_iter_next (BridgeRecurrenceIter *iter,
                             BridgeLocal          *local)
{
  while (!iter->done)
    {
      int n;

      while (pop_bit (iter->days, &n))
        {
          int day = iter->first + n;

          if (day < iter->start_day)
            continue;
          if (day > iter->last_day || iter->left == 0)
            {
              iter->done = TRUE;
              return FALSE;
            }
          if (iter->left > 0)
            iter->left--;
          if (day < iter->from_day)
            continue;

          *local = day * BRIDGE_DAY + iter->start_second;
          return TRUE;
        }

      if (iter->left == 0 || !load_period (iter))
        iter->done = TRUE;
    }

  return FALSE;
}
