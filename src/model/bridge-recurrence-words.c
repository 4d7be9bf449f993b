/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-recurrence"

#include "config.h"

#include "bridge-recurrence-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define MONDAY_TO_FRIDAY 0x3e /* bits 1–5 */
#define EVERY_WEEKDAY 0xfe    /* bits 1–7 */
#define EVERY_MONTH 0x1ffe    /* bits 1–12 */

/* The most dates that a yearly rule lists one by one. */
#define MAX_DATES 4

/* Lists */

typedef enum {
  LIST_AND,
  LIST_OR,
} ListKind;

static char *
join (GPtrArray *items,
      ListKind   kind)
{
  g_autofree char *text = g_strdup (items->len > 0 ? g_ptr_array_index (items, 0) : "");

  for (guint i = 1; i < items->len; i++)
    {
      const char *item = g_ptr_array_index (items, i);
      g_autofree char *longer = NULL;

      if (i + 1 < items->len)
        /* Translators: a list going on: "Monday, Tuesday" (and Friday) */
        longer = g_strdup_printf (_("%1$s, %2$s"), text, item);
      else if (kind == LIST_AND)
        /* Translators: the end of a list: "Monday, Tuesday" and "Friday" */
        longer = g_strdup_printf (_("%1$s and %2$s"), text, item);
      else
        /* Translators: the end of a choice: "Monday, Tuesday" or "Friday" */
        longer = g_strdup_printf (_("%1$s or %2$s"), text, item);

      g_free (text);
      text = g_steal_pointer (&longer);
    }

  return g_steal_pointer (&text);
}

static char *
weekday_list (guint    weekdays,
              ListKind kind)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (int weekday = 1; weekday <= 7; weekday++)
    if ((weekdays & (1u << weekday)) != 0)
      g_ptr_array_add (items, (gpointer) bridge_words_weekday (weekday));

  return join (items, kind);
}

static char *
month_list (guint months)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (int month = 1; month <= 12; month++)
    if ((months & (1u << month)) != 0)
      g_ptr_array_add (items, (gpointer) bridge_words_month_name (month));

  return join (items, LIST_AND);
}

static char *
time_list (BridgeLocal  start,
           const int   *times,
           guint        n_times)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (n_times == 0)
    return bridge_words_time (start);

  for (guint i = 0; i < n_times; i++)
    g_ptr_array_add (items, bridge_words_time (times[i] * BRIDGE_MINUTE));

  return join (items, LIST_AND);
}

/* Ordinals */

static const char *
numeral (int n)
{
  static const char *const numerals[] = {
    NC_("ordinal", "1st"), NC_("ordinal", "2nd"), NC_("ordinal", "3rd"), NC_("ordinal", "4th"),
    NC_("ordinal", "5th"), NC_("ordinal", "6th"), NC_("ordinal", "7th"), NC_("ordinal", "8th"),
    NC_("ordinal", "9th"), NC_("ordinal", "10th"), NC_("ordinal", "11th"), NC_("ordinal", "12th"),
    NC_("ordinal", "13th"), NC_("ordinal", "14th"), NC_("ordinal", "15th"), NC_("ordinal", "16th"),
    NC_("ordinal", "17th"), NC_("ordinal", "18th"), NC_("ordinal", "19th"), NC_("ordinal", "20th"),
    NC_("ordinal", "21st"), NC_("ordinal", "22nd"), NC_("ordinal", "23rd"), NC_("ordinal", "24th"),
    NC_("ordinal", "25th"), NC_("ordinal", "26th"), NC_("ordinal", "27th"), NC_("ordinal", "28th"),
    NC_("ordinal", "29th"), NC_("ordinal", "30th"), NC_("ordinal", "31st"),
  };

  return n >= 1 && n <= (int) G_N_ELEMENTS (numerals) ? g_dpgettext2 (GETTEXT_PACKAGE, "ordinal", numerals[n - 1]) : NULL;
}

/* "the second Tuesday", "the last Friday"; @noun is a weekday, or "weekday", "day", "one". */
static char *
nth (int         ordinal,
     const char *noun)
{
  /* Translators: %s is a weekday, or "weekday", "day" or "one" */
  static const char *const from_start[] = {
    N_("the first %s"), N_("the second %s"), N_("the third %s"), N_("the fourth %s"), N_("the fifth %s"),
  };
  static const char *const from_end[] = {
    N_("the last %s"), N_("the second to last %s"), N_("the third to last %s"), N_("the fourth to last %s"),
    N_("the fifth to last %s"),
  };
  int n = ABS (ordinal);

  if (n <= (int) G_N_ELEMENTS (from_start))
    return g_strdup_printf (_(ordinal > 0 ? from_start[n - 1] : from_end[n - 1]), noun);

  if (numeral (n) != NULL)
    /* Translators: "the 20th Monday" and "the 20th Monday from the end" */
    return g_strdup_printf (ordinal > 0 ? _("the %1$s %2$s") : _("the %1$s %2$s from the end"), numeral (n), noun);

  /* Translators: "Monday number 40" and "Monday number 40 from the end" */
  return g_strdup_printf (ordinal > 0 ? _("%1$s number %2$d") : _("%1$s number %2$d from the end"), noun, n);
}

static char *
month_day_words (int day)
{
  if (day < 0)
    return nth (day, C_("after an ordinal", "day"));
  /* Translators: a day of the month: "the 15th" */
  return g_strdup_printf (_("the %s"), numeral (day));
}

/* "the 1st, the 7th to the 13th and the last day" */
static char *
month_day_list (const BridgeRecurrence *self,
                BridgeLocal             start)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  const int *days;
  guint n, last;

  days = bridge_recurrence_get_by_month_day (self, &n);
  if (n == 0)
    {
      BridgeCivil civil;

      bridge_local_to_civil (start, &civil);
      return month_day_words (civil.day);
    }

  for (guint i = 0; i < n; i = last + 1)
    {
      last = i;
      while (days[i] > 0 && last + 1 < n && days[last + 1] == days[last] + 1)
        last++;

      if (last >= i + 2)
        {
          g_autofree char *from = month_day_words (days[i]);
          g_autofree char *to = month_day_words (days[last]);

          /* Translators: days of the month: "the 7th to the 13th" */
          g_ptr_array_add (items, g_strdup_printf (_("%1$s to %2$s"), from, to));
        }
      else
        {
          last = i;
          g_ptr_array_add (items, month_day_words (days[i]));
        }
    }

  return join (items, LIST_AND);
}

static char *
counted_weekday_list (const BridgeRecurrence *self,
                      ListKind                kind)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const BridgeByDay *days = bridge_recurrence_get_by_day (self, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, nth (days[i].ordinal, bridge_words_weekday (days[i].weekday)));

  return join (items, kind);
}

static char *
set_pos_list (const BridgeRecurrence *self,
              const char             *noun)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const int *positions = bridge_recurrence_get_by_set_pos (self, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, nth (positions[i], noun));

  return join (items, LIST_AND);
}

/* "weekday", "day", "Tuesday or Friday": what BYSETPOS counts. */
static char *
choice_noun (guint weekdays)
{
  if (weekdays == EVERY_WEEKDAY)
    return g_strdup (C_("after an ordinal", "day"));
  if (weekdays == MONDAY_TO_FRIDAY)
    /* Translators: Monday to Friday, as in "the last weekday" */
    return g_strdup (C_("after an ordinal", "weekday"));
  return weekday_list (weekdays, LIST_OR);
}

/* "each Tuesday and Friday", "each weekday" */
static char *
each (guint weekdays)
{
  g_autofree char *noun = weekdays == EVERY_WEEKDAY || weekdays == MONDAY_TO_FRIDAY ? choice_noun (weekdays)
                                                                                   : weekday_list (weekdays, LIST_AND);

  /* Translators: weekdays: "each Tuesday and Friday" of every second month */
  return g_strdup_printf (_("each %s"), noun);
}

/* Sentences */

static char *
say_weekdays (guint       weekdays,
              int         interval,
              const char *times)
{
  g_autofree char *list = weekday_list (weekdays, LIST_AND);

  if (weekdays == EVERY_WEEKDAY)
    {
      if (interval == 1)
        return g_strdup_printf (_("Every day at %s"), times);
      if (interval == 2)
        return g_strdup_printf (_("Every day of every second week at %s"), times);
      return g_strdup_printf (ngettext ("Every day of one week in %1$d at %2$s",
                                        "Every day of one week in %1$d at %2$s", interval), interval, times);
    }

  if (weekdays == MONDAY_TO_FRIDAY)
    {
      if (interval == 1)
        /* Translators: a weekday is Monday to Friday */
        return g_strdup_printf (_("Every weekday at %s"), times);
      if (interval == 2)
        return g_strdup_printf (_("Every second week from Monday to Friday at %s"), times);
      return g_strdup_printf (ngettext ("Every %1$d week from Monday to Friday at %2$s",
                                        "Every %1$d weeks from Monday to Friday at %2$s", interval), interval, times);
    }

  if (interval == 1)
    /* Translators: weekdays, times: "Every Tuesday and Friday at 19:00" */
    return g_strdup_printf (_("Every %1$s at %2$s"), list, times);
  if (interval == 2)
    /* Translators: weekdays, times: "Every second Tuesday and Friday at 19:00" */
    return g_strdup_printf (_("Every second %1$s at %2$s"), list, times);
  /* Translators: weeks, weekdays, times: "Every 3 weeks on Tuesday and Friday at 19:00" */
  return g_strdup_printf (ngettext ("Every %1$d week on %2$s at %3$s", "Every %1$d weeks on %2$s at %3$s", interval),
                          interval, list, times);
}

static char *
say_daily (int         interval,
           const char *times)
{
  if (interval == 1)
    return g_strdup_printf (_("Every day at %s"), times);
  if (interval == 2)
    return g_strdup_printf (_("Every second day at %s"), times);
  return g_strdup_printf (ngettext ("Every %1$d day at %2$s", "Every %1$d days at %2$s", interval), interval, times);
}

/* @days: "the last Friday"; @months: (nullable): "March and April" */
static char *
say_monthly (const char *days,
             int         interval,
             const char *months,
             const char *times)
{
  if (months != NULL)
    /* Translators: days, months, times: "On the last Friday of March and April at 19:00" */
    return g_strdup_printf (_("On %1$s of %2$s at %3$s"), days, months, times);
  if (interval == 1)
    /* Translators: days, times: "On the last Friday of every month at 19:00" */
    return g_strdup_printf (_("On %1$s of every month at %2$s"), days, times);
  if (interval == 2)
    /* Translators: days, times: "On the last Friday of every second month at 19:00" */
    return g_strdup_printf (_("On %1$s of every second month at %2$s"), days, times);
  /* Translators: months, days, times: "Every 3 months on the last Friday at 19:00" */
  return g_strdup_printf (ngettext ("Every %1$d month on %2$s at %3$s", "Every %1$d months on %2$s at %3$s", interval),
                          interval, days, times);
}

/* @days: "14 February", "the second Sunday of May" */
static char *
say_yearly (const char *days,
            int         interval,
            const char *times)
{
  if (interval == 1)
    /* Translators: days, times: "Every year on 14 February at 19:00" */
    return g_strdup_printf (_("Every year on %1$s at %2$s"), days, times);
  if (interval == 2)
    /* Translators: days, times: "Every second year on 14 February at 19:00" */
    return g_strdup_printf (_("Every second year on %1$s at %2$s"), days, times);
  /* Translators: years, days, times: "Every 4 years on 29 February at 19:00" */
  return g_strdup_printf (ngettext ("Every %1$d year on %2$s at %3$s", "Every %1$d years on %2$s at %3$s", interval),
                          interval, days, times);
}

/* Clauses: each takes the sentence so far and hands it back longer. */

static char *
add_clause (char       *sentence,
            const char *format,
            const char *words)
{
  g_autofree char *before = sentence;

  return g_strdup_printf (format, before, words);
}

static char *
add_months (char  *sentence,
            guint  months)
{
  g_autofree char *list = month_list (months);

  /* Translators: a sentence, months: "Every Tuesday at 19:00, only in March and April" */
  return add_clause (sentence, _("%1$s, only in %2$s"), list);
}

static char *
add_weekday_limit (char                   *sentence,
                   const BridgeRecurrence *self)
{
  g_autofree char *list = self->has_ordinals ? counted_weekday_list (self, LIST_OR)
                                             : weekday_list (self->weekdays, LIST_OR);

  /* Translators: a sentence, weekdays: "On the 13th of every month at 19:00, only when it is Friday" */
  return add_clause (sentence, _("%1$s, only when it is %2$s"), list);
}

static char *
add_month_day_limit (char                   *sentence,
                     const BridgeRecurrence *self,
                     BridgeLocal             start)
{
  g_autofree char *list = month_day_list (self, start);

  /* Translators: a sentence, days: "Every second day at 19:00, only on the 1st of the month" */
  return add_clause (sentence, _("%1$s, only on %2$s of the month"), list);
}

static char *
add_set_pos (char                   *sentence,
             const BridgeRecurrence *self)
{
  g_autofree char *list = set_pos_list (self, C_("after an ordinal", "one"));

  switch (self->freq)
    {
    case BRIDGE_FREQ_MONTHLY:
      /* Translators: a sentence, ordinals: "On the 1st and the 15th of every month at 19:00, of these only the last one in each month" */
      return add_clause (sentence, _("%1$s, of these only %2$s in each month"), list);
    case BRIDGE_FREQ_YEARLY:
      return add_clause (sentence, _("%1$s, of these only %2$s in each year"), list);
    case BRIDGE_FREQ_DAILY:
    case BRIDGE_FREQ_WEEKLY:
    default:
      return add_clause (sentence, _("%1$s, of these only %2$s on each day"), list);
    }
}

static int
shortest_month (guint months)
{
  int shortest = 31;

  for (int month = 1; month <= 12; month++)
    if (months == 0 || (months & (1u << month)) != 0)
      shortest = MIN (shortest, bridge_days_in_month (2001, month));

  return shortest;
}

/* Whether some months or years the sentence speaks of have no such day. */
static gboolean
may_lack (const BridgeRecurrence *self,
          BridgeLocal             start)
{
  BridgeCivil civil;
  guint n;
  const int *days = bridge_recurrence_get_by_month_day (self, &n);
  guint months = self->months;

  for (guint i = 0; i < n; i++)
    if (ABS (days[i]) > shortest_month (months))
      return TRUE;
  if (n > 0)
    return FALSE;

  if (self->has_ordinals)
    {
      const BridgeByDay *by_day = bridge_recurrence_get_by_day (self, &n);
      int surely = self->freq == BRIDGE_FREQ_YEARLY && months == 0 ? 52 : 4;

      for (guint i = 0; i < n; i++)
        if (ABS (by_day[i].ordinal) > surely)
          return TRUE;
      return FALSE;
    }

  if (self->weekdays != 0 || (self->freq != BRIDGE_FREQ_MONTHLY && self->freq != BRIDGE_FREQ_YEARLY))
    return FALSE;

  bridge_local_to_civil (start, &civil);
  if (self->freq == BRIDGE_FREQ_YEARLY && months == 0)
    months = 1u << civil.month;
  return civil.day > shortest_month (months);
}

static char *
add_where_there_is (char                   *sentence,
                    const BridgeRecurrence *self,
                    BridgeLocal             start)
{
  g_autofree char *before = sentence;

  if (!may_lack (self, start))
    return g_steal_pointer (&before);
  /* Translators: "On the 31st of every month at 19:00, where there is one" */
  return g_strdup_printf (_("%s, where there is one"), before);
}

static char *
add_end (char                   *sentence,
         const BridgeRecurrence *self,
         guint                   n_times)
{
  g_autofree char *before = sentence;

  if (self->until != BRIDGE_LOCAL_NONE)
    {
      BridgeCivil civil;

      bridge_local_to_civil (self->until, &civil);
      /* Translators: a sentence, day, month, year: "Every Tuesday at 19:00, until 24 December 2026" */
      return g_strdup_printf (_("%1$s, until %2$d %3$s %4$d"), before, civil.day,
                              bridge_words_month_name (civil.month), civil.year);
    }

  if (self->count == 0)
    return g_steal_pointer (&before);

  if (n_times > 1)
    /* Translators: a sentence, days: "Every day at 08:00 and 21:00, on 10 days" */
    return g_strdup_printf (ngettext ("%1$s, on %2$d day", "%1$s, on %2$d days", self->count), before, self->count);
  if (self->count == 1)
    return g_strdup_printf (_("%s, once"), before);
  /* Translators: a sentence, times: "Every Tuesday at 19:00, 10 times" */
  return g_strdup_printf (ngettext ("%1$s, %2$d time", "%1$s, %2$d times", self->count), before, self->count);
}

/* Rules */

static char *
words_of_days (const BridgeRecurrence *self,
               BridgeLocal             start,
               const char             *times)
{
  guint months = self->months == EVERY_MONTH ? 0 : self->months;
  char *sentence = say_daily (self->interval, times);

  if (self->weekdays != 0)
    sentence = add_weekday_limit (sentence, self);
  if (self->by_month_day->len > 0)
    sentence = add_month_day_limit (sentence, self, start);
  if (months != 0)
    sentence = add_months (sentence, months);
  return sentence;
}

static char *
words_of_weeks (const BridgeRecurrence *self,
                BridgeLocal             start,
                const char             *times)
{
  guint weekdays = self->weekdays;
  char *sentence;

  if (weekdays == 0)
    weekdays = 1u << bridge_day_get_weekday (bridge_local_get_day (start));

  sentence = say_weekdays (weekdays, self->interval, times);
  return self->months != 0 && self->months != EVERY_MONTH ? add_months (sentence, self->months) : sentence;
}

static char *
words_of_months (const BridgeRecurrence *self,
                 BridgeLocal             start,
                 const char             *times)
{
  guint months = self->months == EVERY_MONTH ? 0 : self->months;
  gboolean plain = self->weekdays != 0 && self->by_month_day->len == 0;
  gboolean limited = self->by_day->len > 0 && self->by_month_day->len > 0;
  gboolean positions = self->by_set_pos->len > 0 && self->freq == BRIDGE_FREQ_MONTHLY;
  g_autofree char *month_words = months != 0 && self->interval == 1 ? month_list (months) : NULL;
  g_autofree char *days = NULL;
  char *sentence;

  if (plain && !positions && self->interval == 1)
    {
      sentence = say_weekdays (self->weekdays, 1, times);
      return months != 0 ? add_months (sentence, months) : sentence;
    }

  if (plain)
    {
      g_autofree char *noun = choice_noun (self->weekdays);

      days = positions ? set_pos_list (self, noun) : each (self->weekdays);
      positions = FALSE;
    }
  else if (self->has_ordinals && !limited)
    {
      days = counted_weekday_list (self, LIST_AND);
    }
  else
    {
      days = month_day_list (self, start);
    }

  sentence = say_monthly (days, self->interval, month_words, times);
  if (limited)
    sentence = add_weekday_limit (sentence, self);
  if (months != 0 && month_words == NULL)
    sentence = add_months (sentence, months);
  if (positions)
    sentence = add_set_pos (sentence, self);
  return add_where_there_is (sentence, self, start);
}

/* "14 February", "15 March and 15 April", or NULL where there are too many, or not only dates. */
static char *
date_list (const BridgeRecurrence *self,
           BridgeLocal             start)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  BridgeCivil civil;
  guint n;
  const int *days = bridge_recurrence_get_by_month_day (self, &n);
  guint months = self->months;

  bridge_local_to_civil (start, &civil);
  if (months == 0)
    months = 1u << civil.month;
  if (n == 0)
    {
      days = &civil.day;
      n = 1;
    }

  for (int month = 1; month <= 12; month++)
    {
      for (guint i = 0; (months & (1u << month)) != 0 && i < n; i++)
        {
          if (days[i] < 0 || items->len == MAX_DATES)
            return NULL;
          /* Translators: day and month: "14 February" */
          g_ptr_array_add (items, g_strdup_printf (_("%1$d %2$s"), days[i], bridge_words_month_name (month)));
        }
    }

  return join (items, LIST_AND);
}

/* The days of a year: "the second Sunday of May", "14 February", "each Tuesday of March". */
static char *
days_of_year (const BridgeRecurrence *self,
              BridgeLocal             start,
              gboolean               *positions)
{
  guint months = self->months;
  g_autofree char *month_words = months != 0 ? month_list (months) : NULL;
  g_autofree char *days = NULL;

  if (self->by_day->len == 0 || self->by_month_day->len > 0)
    {
      days = date_list (self, start);
      if (days != NULL)
        return g_steal_pointer (&days);
      days = month_day_list (self, start);
    }
  else if (self->has_ordinals)
    {
      days = counted_weekday_list (self, LIST_AND);
    }
  else
    {
      g_autofree char *noun = choice_noun (self->weekdays);
      gboolean one_month = months != 0 && (months & (months - 1)) == 0;

      if (*positions && (months == 0 || one_month))
        {
          days = set_pos_list (self, noun);
          *positions = FALSE;
        }
      else
        {
          days = each (self->weekdays);
          if (months == 0)
            return g_steal_pointer (&days);
        }
    }

  if (month_words == NULL)
    /* Translators: days: "the 20th Monday of the year" */
    return g_strdup_printf (_("%s of the year"), days);
  /* Translators: days, months: "the second Sunday of May" */
  return g_strdup_printf (_("%1$s of %2$s"), days, month_words);
}

static char *
words_of_years (const BridgeRecurrence *self,
                BridgeLocal             start,
                const char             *times)
{
  gboolean plain = self->weekdays != 0 && self->by_month_day->len == 0;
  gboolean positions = self->by_set_pos->len > 0;
  g_autofree char *days = NULL;
  char *sentence;

  /* Days of every month of every year are a monthly rule, and plain weekdays are a weekly one. */
  if (self->interval == 1 && !positions && (plain || self->months == EVERY_MONTH))
    return words_of_months (self, start, times);

  days = days_of_year (self, start, &positions);
  sentence = say_yearly (days, self->interval, times);
  if (self->by_day->len > 0 && self->by_month_day->len > 0)
    sentence = add_weekday_limit (sentence, self);
  if (positions)
    sentence = add_set_pos (sentence, self);
  return add_where_there_is (sentence, self, start);
}

/* Public API */

/**
 * bridge_recurrence_to_words:
 * @self: (nullable): a rule, or %NULL for once
 * @start: the first start; gives weekday and day of the month where the rule leaves them open
 * @times: (array length=n_times): minutes since midnight, sorted
 * @n_times: how many; with 0 the time of @start is said
 *
 * Says a rule in one translated sentence without a full stop. Pure: depends on the arguments and the language only.
 *
 * Returns: (transfer full): "Every second Tuesday and Friday at 19:00"
 */
char *
bridge_recurrence_to_words (const BridgeRecurrence *self,
                            BridgeLocal             start,
                            const int              *times,
                            guint                   n_times)
{
  g_autofree char *time_words = time_list (start, times, n_times);
  char *sentence = NULL;

  if (self == NULL)
    {
      g_autofree char *date = bridge_words_date_full (start);

      /* Translators: date, times: "Once, on Tuesday, 24 November 2026 at 19:00" */
      return g_strdup_printf (_("Once, on %1$s at %2$s"), date, time_words);
    }

  switch (self->freq)
    {
    case BRIDGE_FREQ_DAILY:
      /* Limits on every single day are the same as days of every month. */
      if (self->interval == 1 && (self->weekdays != 0 || self->by_month_day->len > 0))
        sentence = words_of_months (self, start, time_words);
      else
        sentence = words_of_days (self, start, time_words);
      break;
    case BRIDGE_FREQ_WEEKLY:
      sentence = words_of_weeks (self, start, time_words);
      break;
    case BRIDGE_FREQ_MONTHLY:
      sentence = words_of_months (self, start, time_words);
      break;
    case BRIDGE_FREQ_YEARLY:
      sentence = words_of_years (self, start, time_words);
      break;
    }

  return add_end (sentence, self, n_times);
}
