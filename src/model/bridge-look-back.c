/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back"

#include "config.h"

#include "bridge-look-back.h"

#include <string.h>

/* All there is has so many weeks at least, and stands by the month when there are more than two years of it. */
#define MIN_WEEKS 8
#define MAX_WEEKS_BY_WEEK 106

/**
 * bridge_look_back_record_new:
 *
 * Returns: (transfer full): a record with nothing in it
 */
BridgeLookBackRecord *
bridge_look_back_record_new (void)
{
  BridgeLookBackRecord *self = g_new0 (BridgeLookBackRecord, 1);

  self->moments = g_array_new (FALSE, FALSE, sizeof (BridgeLookBackMoment));
  self->check_ins = g_array_new (FALSE, FALSE, sizeof (BridgeLookBackCheckIn));
  self->away = g_array_new (FALSE, FALSE, sizeof (BridgeLookBackSpan));
  self->recovery = g_array_new (FALSE, FALSE, sizeof (BridgeLookBackSpan));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (BridgeLookBackPause));
  return self;
}

/* Some of it may be what somebody keeps for themself. */
static void
wipe (GArray *array)
{
  if (array->len > 0)
    explicit_bzero (array->data, array->len * g_array_get_element_size (array));
}

/**
 * bridge_look_back_record_free:
 * @self: (transfer full): a record
 *
 * Frees it, with zeros over what was said in check-ins.
 */
void
bridge_look_back_record_free (BridgeLookBackRecord *self)
{
  wipe (self->check_ins);
  g_array_unref (self->moments);
  g_array_unref (self->check_ins);
  g_array_unref (self->away);
  g_array_unref (self->recovery);
  g_array_unref (self->pauses);
  g_free (self);
}

/**
 * bridge_look_back_record_count_moments:
 * @self: a record
 * @from: a day number
 * @to: a day number, not included
 *
 * Returns: how many moments of all kinds there were on these days
 */
guint
bridge_look_back_record_count_moments (const BridgeLookBackRecord *self,
                                       int                         from,
                                       int                         to)
{
  guint n = 0;

  for (guint i = 0; i < self->moments->len; i++)
    {
      const BridgeLookBackMoment *moment = &g_array_index (self->moments, BridgeLookBackMoment, i);
      int day = bridge_local_get_day (moment->at);

      if (day >= from && day < to)
        n += moment->n;
    }
  return n;
}

/**
 * bridge_look_back_week_start:
 * @day: a day number
 * @first_weekday: 1 Monday – 7 Sunday
 *
 * Returns: the first day of its week
 */
int
bridge_look_back_week_start (int day,
                             int first_weekday)
{
  return day - (bridge_day_get_weekday (day) - first_weekday + 7) % 7;
}

/* The first of the month that lies so many months before the one of @day. */
static int
get_month_start (int day,
                 int months_before)
{
  int year, month, day_of_month, months;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  months = year * 12 + month - 1 - months_before;
  return bridge_day_from_civil (months / 12, months % 12 + 1, 1);
}

/**
 * bridge_look_back_range_get_first_day:
 * @range: a range
 *
 * The calendar has whole months, and a year of them at least, so this is earlier than the first week.
 *
 * Returns: the first day that anything is said of
 */
int
bridge_look_back_range_get_first_day (const BridgeLookBackRange *range)
{
  guint weeks = range->weeks != BRIDGE_LOOK_BACK_ALL ? MIN (range->weeks, BRIDGE_LOOK_BACK_MAX_WEEKS)
                                                     : BRIDGE_LOOK_BACK_MAX_WEEKS;
  int week = bridge_look_back_week_start (range->today, range->first_weekday);

  return MIN (get_month_start (week - 7 * ((int) weeks - 1), 0), get_month_start (range->today, 11));
}

/* The day of the earliest entry, or today. */
static int
find_first_entry (const BridgeLookBackRecord *record,
                  const BridgeLookBackRange  *range)
{
  int limit = bridge_look_back_range_get_first_day (range);
  int first = range->today;

  for (guint i = 0; i < record->moments->len; i++)
    {
      int day = bridge_local_get_day (g_array_index (record->moments, BridgeLookBackMoment, i).at);

      if (day >= limit)
        first = MIN (first, day);
    }
  for (guint i = 0; i < record->check_ins->len; i++)
    {
      int day = g_array_index (record->check_ins, BridgeLookBackCheckIn, i).day;

      if (day >= limit)
        first = MIN (first, day);
    }
  return first;
}

static void
add_period (BridgeLookBack *self,
            int             from,
            int             to)
{
  BridgeLookBackPeriod period = { .from = from, .to = to };

  g_array_append_val (self->periods, period);
}

static void
lay_out_periods (BridgeLookBack *self,
                 int             first_entry)
{
  int week = bridge_look_back_week_start (self->range.today, self->range.first_weekday);
  int from = week - 7 * (MIN_WEEKS - 1);

  if (self->range.weeks != BRIDGE_LOOK_BACK_ALL)
    from = week - 7 * ((int) MIN (self->range.weeks, BRIDGE_LOOK_BACK_MAX_WEEKS) - 1);
  else
    from = MIN (from, bridge_look_back_week_start (first_entry, self->range.first_weekday));

  self->by_month = self->range.weeks == BRIDGE_LOOK_BACK_ALL && (week - from) / 7 >= MAX_WEEKS_BY_WEEK;
  if (self->by_month)
    {
      for (int start = get_month_start (first_entry, 0); start <= self->range.today; start = get_month_start (start, -1))
        add_period (self, start, get_month_start (start, -1));
      return;
    }
  for (int start = from; start <= week; start += 7)
    add_period (self, start, start + 7);
}

static void
lay_out_days (BridgeLookBack *self)
{
  int from = bridge_look_back_get_period (self, 0)->from;

  self->first_day = MIN (get_month_start (self->range.today, 11), get_month_start (from, 0));
  g_array_set_size (self->days, (guint) (self->range.today - self->first_day + 1));
  g_array_set_size (self->counts, self->days->len);
}

/* (nullable) the period that a day lies in. Weeks are all of one length; of months the place is nearly so. */
static BridgeLookBackPeriod *
find_period (BridgeLookBack *self,
             int             day)
{
  BridgeLookBackPeriod *periods = (BridgeLookBackPeriod *) (void *) self->periods->data;
  int n = (int) self->periods->len;
  int index;

  if (day < periods[0].from || day > self->range.today)
    return NULL;

  index = self->by_month ? (day - periods[0].from) / 31 : (day - periods[0].from) / 7;
  while (index < n - 1 && day >= periods[index].to)
    index++;
  return &periods[index];
}

static void
add_moment (BridgeLookBack             *self,
            const BridgeLookBackMoment *moment)
{
  int day = bridge_local_get_day (moment->at);
  int weekday = bridge_day_get_weekday (day) - 1;
  BridgeLookBackPeriod *period = find_period (self, day);

  if (day >= self->first_day && day <= self->range.today)
    g_array_index (self->counts, guint, day - self->first_day) += moment->n;
  if (period == NULL)
    return;

  period->n += moment->n;
  period->moments[moment->kind] += moment->n;
  self->n_moments += moment->n;
  self->moments[moment->kind] += moment->n;
  self->weekdays[weekday] += moment->n;
  if (moment->kind == BRIDGE_LOOK_BACK_RITUALS)
    self->hours[weekday][bridge_local_get_second_of_day (moment->at) / BRIDGE_HOUR] += moment->n;
}

static void
add_value (BridgeLookBackBand *band,
           int                 value,
           gboolean            own)
{
  if (value < 1 || value > BRIDGE_SCALE_MAX)
    return;

  band->n++;
  band->own += own;
  band->values[value - 1]++;
}

static void
add_check_in (BridgeLookBack              *self,
              const BridgeLookBackCheckIn *check_in)
{
  const int values[BRIDGE_N_LOOK_BACK_SCALES] = { check_in->mood, check_in->talking };
  BridgeLookBackPeriod *period = find_period (self, check_in->day);

  if (period == NULL)
    return;
  for (int scale = 0; scale < BRIDGE_N_LOOK_BACK_SCALES; scale++)
    {
      add_value (&period->bands[scale], values[scale], check_in->own);
      add_value (&self->bands[scale], values[scale], check_in->own);
    }
}

/* The value that would stand at @position, from 0, if all were in one row by their size. */
static int
get_value_at (const BridgeLookBackBand *band,
              guint                     position)
{
  guint before = 0;

  for (int value = 1; value < BRIDGE_SCALE_MAX; value++)
    {
      before += band->values[value - 1];
      if (position < before)
        return value;
    }
  return BRIDGE_SCALE_MAX;
}

/* Between the two values that are nearest, in proportion. */
static double
get_quantile (const BridgeLookBackBand *band,
              double                    share)
{
  double position = share * (band->n - 1);
  guint below = (guint) position;
  double rest = position - below;
  int low = get_value_at (band, below);

  return rest > 0 ? low + rest * (get_value_at (band, below + 1) - low) : low;
}

static void
settle_band (BridgeLookBackBand *band)
{
  if (band->n < BRIDGE_LOOK_BACK_MIN)
    return;

  band->low = get_quantile (band, 0.25);
  band->middle = get_quantile (band, 0.5);
  band->high = get_quantile (band, 0.75);
}

static void
mark_spans (BridgeLookBack    *self,
            GArray            *spans,
            BridgeLookBackDay  mark)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BridgeLookBackSpan *span = &g_array_index (spans, BridgeLookBackSpan, i);
      int to = MIN (span->to, self->range.today + 1);

      for (int day = MAX (span->from, self->first_day); day < to; day++)
        g_array_index (self->days, guint8, day - self->first_day) |= mark;
    }
}

static void
settle_days (BridgeLookBack *self)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      guint8 *day = &g_array_index (self->days, guint8, i);
      guint n = g_array_index (self->counts, guint, i);
      BridgeLookBackPeriod *period = find_period (self, self->first_day + (int) i);

      *day |= n > 1 ? BRIDGE_LOOK_BACK_DAY_WARMER : n == 1 ? BRIDGE_LOOK_BACK_DAY_WARM : BRIDGE_LOOK_BACK_DAY_PLAIN;
      if (period == NULL)
        continue;
      period->away += (*day & BRIDGE_LOOK_BACK_DAY_AWAY) != 0;
      period->recovery += (*day & BRIDGE_LOOK_BACK_DAY_RECOVERY) != 0;
    }
}

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  return ((const BridgeLookBackPause *) b)->day - ((const BridgeLookBackPause *) a)->day;
}

static void
add_pauses (BridgeLookBack *self,
            GArray         *pauses)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      const BridgeLookBackPause *pause = &g_array_index (pauses, BridgeLookBackPause, i);

      if (find_period (self, pause->day) == NULL)
        continue;
      g_array_append_val (self->pauses, *pause);
      self->n_talks += pause->talk_day >= 0;
      self->n_lessons += pause->lesson;
    }
  g_array_sort (self->pauses, compare_pauses);
}

/**
 * bridge_look_back_new:
 * @record: what there is, from bridge_look_back_range_get_first_day() on at least
 * @range: over which weeks
 *
 * Works out all figures. A week has the local days that a calendar shows for it, however long they were. Nothing is put into
 * relation to what was planned, and nobody is told apart. A pure function.
 *
 * Returns: (transfer full): the figures
 */
BridgeLookBack *
bridge_look_back_new (const BridgeLookBackRecord *record,
                      const BridgeLookBackRange  *range)
{
  BridgeLookBack *self = g_new0 (BridgeLookBack, 1);

  self->range = *range;
  self->periods = g_array_new (FALSE, TRUE, sizeof (BridgeLookBackPeriod));
  self->days = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->pauses = g_array_new (FALSE, TRUE, sizeof (BridgeLookBackPause));
  lay_out_periods (self, find_first_entry (record, range));
  lay_out_days (self);

  for (guint i = 0; i < record->moments->len; i++)
    add_moment (self, &g_array_index (record->moments, BridgeLookBackMoment, i));
  for (guint i = 0; i < record->check_ins->len; i++)
    add_check_in (self, &g_array_index (record->check_ins, BridgeLookBackCheckIn, i));
  mark_spans (self, record->away, BRIDGE_LOOK_BACK_DAY_AWAY);
  mark_spans (self, record->recovery, BRIDGE_LOOK_BACK_DAY_RECOVERY);
  settle_days (self);
  add_pauses (self, record->pauses);

  for (int scale = 0; scale < BRIDGE_N_LOOK_BACK_SCALES; scale++)
    {
      settle_band (&self->bands[scale]);
      for (guint i = 0; i < self->periods->len; i++)
        settle_band (&g_array_index (self->periods, BridgeLookBackPeriod, i).bands[scale]);
    }
  return self;
}

/**
 * bridge_look_back_copy:
 * @self: figures
 *
 * Returns: (transfer full): the same
 */
BridgeLookBack *
bridge_look_back_copy (const BridgeLookBack *self)
{
  BridgeLookBack *copy = g_memdup2 (self, sizeof *self);

  copy->periods = g_array_copy (self->periods);
  copy->days = g_array_copy (self->days);
  copy->counts = g_array_copy (self->counts);
  copy->pauses = g_array_copy (self->pauses);
  return copy;
}

/**
 * bridge_look_back_free:
 * @self: (transfer full): figures
 *
 * Frees them, with zeros over what was said in check-ins.
 */
void
bridge_look_back_free (BridgeLookBack *self)
{
  wipe (self->periods);
  g_array_unref (self->periods);
  g_array_unref (self->days);
  g_array_unref (self->counts);
  g_array_unref (self->pauses);
  explicit_bzero (self, sizeof *self);
  g_free (self);
}

/**
 * bridge_look_back_is_empty:
 * @self: figures
 *
 * Returns: whether there is nothing to look back on, in the periods and in the calendar
 */
gboolean
bridge_look_back_is_empty (const BridgeLookBack *self)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      if (g_array_index (self->counts, guint, i) > 0)
        return FALSE;
    }
  return self->bands[BRIDGE_LOOK_BACK_MOOD].n == 0 && self->bands[BRIDGE_LOOK_BACK_TALKING].n == 0 && self->pauses->len == 0;
}

/**
 * bridge_look_back_get_period:
 * @self: figures
 * @index: which one, from 0
 *
 * Returns: (transfer none): a week, or a month
 */
const BridgeLookBackPeriod *
bridge_look_back_get_period (const BridgeLookBack *self,
                             guint                 index)
{
  g_return_val_if_fail (index < self->periods->len, NULL);

  return &g_array_index (self->periods, BridgeLookBackPeriod, index);
}

/**
 * bridge_look_back_get_day:
 * @self: figures
 * @day: a day number
 *
 * Returns: what that day was; a plain one where nothing is said of it
 */
BridgeLookBackDay
bridge_look_back_get_day (const BridgeLookBack *self,
                          int                   day)
{
  if (day < self->first_day || day - self->first_day >= (int) self->days->len)
    return BRIDGE_LOOK_BACK_DAY_PLAIN;

  return g_array_index (self->days, guint8, day - self->first_day);
}

/**
 * bridge_look_back_find_weekday:
 * @self: figures
 *
 * Returns: the day of the week on which there were most moments, 1 Monday – 7 Sunday; 0 where they are too few to say, or
 *   several days have as many
 */
int
bridge_look_back_find_weekday (const BridgeLookBack *self)
{
  int most = 0;
  gboolean alone = TRUE;

  if (self->n_moments < BRIDGE_LOOK_BACK_MIN)
    return 0;
  for (int i = 1; i < 7; i++)
    {
      if (self->weekdays[i] == self->weekdays[most])
        alone = FALSE;
      else if (self->weekdays[i] > self->weekdays[most])
        {
          most = i;
          alone = TRUE;
        }
    }
  return alone ? most + 1 : 0;
}

/**
 * bridge_look_back_find_hour:
 * @self: figures
 * @weekday: (out): 1 Monday – 7 Sunday
 * @hour: (out): 0–23
 *
 * Finds when most rituals were kept.
 *
 * Returns: %FALSE where they are too few to say, or several hours have as many
 */
gboolean
bridge_look_back_find_hour (const BridgeLookBack *self,
                            int                  *weekday,
                            int                  *hour)
{
  guint most = 0;
  gboolean alone = FALSE;

  if (self->moments[BRIDGE_LOOK_BACK_RITUALS] < BRIDGE_LOOK_BACK_MIN)
    return FALSE;
  for (int i = 0; i < 7 * 24; i++)
    {
      guint n = self->hours[i / 24][i % 24];

      if (n == most)
        alone = FALSE;
      else if (n > most)
        {
          most = n;
          alone = TRUE;
          *weekday = i / 24 + 1;
          *hour = i % 24;
        }
    }
  return alone;
}
