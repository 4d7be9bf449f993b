/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back"

#include "config.h"

#include "bridge-look-back-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define WEEKS_OF_YEAR 53

static BridgeLocal
to_local (int day)
{
  return (BridgeLocal) day * BRIDGE_DAY;
}

/**
 * bridge_figure_get_title:
 * @figure: a picture
 * @look_back: (nullable): the figures, which tell weeks from months
 * @alone: whether there is one person only
 *
 * Returns: (transfer none): what stands above it
 */
const char *
bridge_figure_get_title (BridgeFigure          figure,
                         const BridgeLookBack *look_back,
                         gboolean              alone)
{
  gboolean by_month = look_back != NULL && look_back->by_month;

  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      if (by_month)
        return alone ? _("Moments by Month") : _("Shared Moments by Month");
      return alone ? _("Moments by Week") : _("Shared Moments by Week");
    case BRIDGE_FIGURE_MOOD:
      return _("Mood");
    case BRIDGE_FIGURE_TALKING:
      return _("How Talking Went");
    case BRIDGE_FIGURE_HOURS:
      return _("Rituals by Weekday and Hour");
    case BRIDGE_FIGURE_DAYS:
      return _("Warm Days");
    case BRIDGE_FIGURE_PAUSES:
      return _("Pauses and What Followed");
    }
  g_return_val_if_reached ("");
}

/**
 * bridge_look_back_kind_get_label:
 * @kind: what a moment is
 *
 * Returns: (transfer none): its name, of several
 */
const char *
bridge_look_back_kind_get_label (BridgeLookBackKind kind)
{
  switch (kind)
    {
    case BRIDGE_LOOK_BACK_RITUALS:
      return _("Rituals");
    case BRIDGE_LOOK_BACK_WINS:
      return _("Small wins");
    case BRIDGE_LOOK_BACK_PROMISES:
      return _("Promises kept");
    case BRIDGE_LOOK_BACK_TALKS:
      return _("Talks after a pause");
    }
  g_return_val_if_reached ("");
}

/**
 * bridge_figure_get_scale:
 * @figure: a picture
 *
 * Returns: a #BridgeLookBackScale, or -1 where it is about none
 */
int
bridge_figure_get_scale (BridgeFigure figure)
{
  return figure == BRIDGE_FIGURE_MOOD ? BRIDGE_LOOK_BACK_MOOD : figure == BRIDGE_FIGURE_TALKING ? BRIDGE_LOOK_BACK_TALKING : -1;
}

static BridgeScale
get_words_scale (BridgeFigure figure)
{
  return figure == BRIDGE_FIGURE_MOOD ? BRIDGE_SCALE_MOOD : BRIDGE_SCALE_TALKING;
}

/* The month that lies so many before (or, below 0, after) the one of @day. */
static int
get_month (int day,
           int before)
{
  int year, month, day_of_month, months;

  bridge_day_to_civil (day, &year, &month, &day_of_month);
  months = year * 12 + month - 1 - before;
  return bridge_day_from_civil (months / 12, months % 12 + 1, 1);
}

/**
 * bridge_look_back_get_years:
 * @self: figures
 *
 * Returns: how many times twelve months the calendar goes back
 */
int
bridge_look_back_get_years (const BridgeLookBack *self)
{
  int years = 1;

  while (get_month (self->range.today, 12 * years - 1) > self->first_day)
    years++;
  return years;
}

/**
 * bridge_look_back_get_year:
 * @self: figures
 * @year: 0: the twelve months up to now; 1: those before …
 * @from: (out): its first day
 * @to: (out): the first day after it
 *
 * Says which days one sheet of the calendar has.
 */
void
bridge_look_back_get_year (const BridgeLookBack *self,
                           int                   year,
                           int                  *from,
                           int                  *to)
{
  *from = get_month (self->range.today, 12 * year + 11);
  *to = get_month (self->range.today, 12 * year - 1);
}

/**
 * bridge_look_back_count_warm:
 * @self: figures
 * @from: the first day
 * @to: the first day after
 *
 * Returns: how many of these days had a shared moment
 */
guint
bridge_look_back_count_warm (const BridgeLookBack *self,
                             int                   from,
                             int                   to)
{
  guint n = 0;

  for (int day = from; day < to; day++)
    n += (bridge_look_back_get_day (self, day) & BRIDGE_LOOK_BACK_DAY_WARMTH) != 0;
  return n;
}

static guint
count_moments (const BridgeLookBack *self,
               int                   from,
               int                   to)
{
  guint n = 0;

  for (int day = MAX (from, self->first_day); day < to && day - self->first_day < (int) self->counts->len; day++)
    n += g_array_index (self->counts, guint, day - self->first_day);
  return n;
}

/**
 * bridge_look_back_count:
 * @self: figures
 * @figure: a picture of them
 * @year: of the calendar, which sheet
 *
 * Returns: how many entries it rests on
 */
guint
bridge_look_back_count (const BridgeLookBack *self,
                        BridgeFigure          figure,
                        int                   year)
{
  int from, to;

  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      return self->n_moments;
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      return self->bands[bridge_figure_get_scale (figure)].n;
    case BRIDGE_FIGURE_HOURS:
      return self->moments[BRIDGE_LOOK_BACK_RITUALS];
    case BRIDGE_FIGURE_DAYS:
      bridge_look_back_get_year (self, year, &from, &to);
      return count_moments (self, from, to);
    case BRIDGE_FIGURE_PAUSES:
      return self->pauses->len;
    }
  g_return_val_if_reached (0);
}

/**
 * bridge_look_back_dup_basis:
 * @entries: how many
 *
 * Returns: (transfer full): on what a figure rests
 */
char *
bridge_look_back_dup_basis (guint entries)
{
  return g_strdup_printf (ngettext ("from %u entry", "from %u entries", entries), entries);
}

/**
 * bridge_look_back_count_own:
 * @self: figures
 * @figure: a picture of them
 *
 * Returns: how many of the entries it rests on are private ones of whoever looks
 */
guint
bridge_look_back_count_own (const BridgeLookBack *self,
                            BridgeFigure          figure)
{
  int scale = bridge_figure_get_scale (figure);

  return scale >= 0 ? self->bands[scale].own : 0;
}

/**
 * bridge_look_back_dup_own:
 * @self: figures
 * @figure: a picture of them
 * @paper: whether it is to be saved or printed, where others may see it
 *
 * Returns: (transfer full) (nullable): a sentence that says that there are private entries among those it rests on
 */
char *
bridge_look_back_dup_own (const BridgeLookBack *self,
                          BridgeFigure          figure,
                          gboolean              paper)
{
  guint n = bridge_look_back_count_own (self, figure);

  if (n == 0)
    return NULL;
  if (paper)
    return g_strdup_printf (ngettext ("With %u private check-in of one’s own.", "With %u private check-ins of one’s own.", n), n);
  return g_strdup_printf (ngettext ("With %u private check-in of your own, seen only by you while your private space is open.",
                                    "With %u private check-ins of your own, seen only by you while your private space is open.", n),
                          n);
}

/* "in the last 8 weeks": (transfer full) */
static char *
dup_span (const BridgeLookBack *self)
{
  if (self->range.weeks == BRIDGE_LOOK_BACK_ALL)
    {
      g_autofree char *month = bridge_words_month (to_local (bridge_look_back_get_period (self, 0)->from));

      /* Translators: %s is a month: "14 shared moments since March 2024" */
      return g_strdup_printf (_("since %s"), month);
    }
  /* Translators: "14 shared moments this week" */
  if (self->range.weeks == 1)
    return g_strdup (_("this week"));
  /* Translators: "14 shared moments in the last year" */
  if (self->range.weeks == WEEKS_OF_YEAR)
    return g_strdup (_("in the last year"));
  /* Translators: "14 shared moments in the last 8 weeks" */
  return g_strdup_printf (ngettext ("in the last %u week", "in the last %u weeks", self->range.weeks), self->range.weeks);
}

static const char *
get_most_on (int weekday)
{
  static const char *const words[] = {
    /* Translators: the end of a sentence: "14 shared moments in the last 8 weeks, most on Sundays." */
    N_("most on Mondays"), N_("most on Tuesdays"), N_("most on Wednesdays"), N_("most on Thursdays"), N_("most on Fridays"),
    N_("most on Saturdays"), N_("most on Sundays"),
  };

  return _(words[weekday - 1]);
}

static char *
moments_to_words (const BridgeLookBack *self,
                  gboolean              alone)
{
  g_autofree char *span = dup_span (self);
  g_autofree char *moments = NULL;
  int weekday = bridge_look_back_find_weekday (self);

  if (alone)
    /* Translators: %2$s is a time: "in the last 8 weeks" */
    moments = g_strdup_printf (ngettext ("%1$u moment %2$s", "%1$u moments %2$s", self->n_moments), self->n_moments, span);
  else
    /* Translators: %2$s is a time: "in the last 8 weeks" */
    moments = g_strdup_printf (ngettext ("%1$u shared moment %2$s", "%1$u shared moments %2$s", self->n_moments),
                               self->n_moments, span);
  if (weekday == 0)
    /* Translators: a sentence without its full stop: "14 shared moments in the last 8 weeks" */
    return g_strdup_printf (_("%s."), moments);
  /* Translators: "14 shared moments in the last 8 weeks", and "most on Sundays" */
  return g_strdup_printf (_("%1$s, %2$s."), moments, get_most_on (weekday));
}

static char *
band_to_words (const BridgeLookBack *self,
               BridgeFigure          figure)
{
  const BridgeLookBackBand *band = &self->bands[bridge_figure_get_scale (figure)];
  BridgeScale scale = get_words_scale (figure);
  int low = (int) (band->low + 0.5);
  int high = (int) (band->high + 0.5);

  if (band->n < BRIDGE_LOOK_BACK_MIN)
    return g_strdup (_("A few check-ins so far, each a dot."));
  if (low == high)
    /* Translators: a word of a scale */
    return g_strdup_printf (_("Most check-ins were around “%s”."), bridge_scale_get_word (scale, low));
  /* Translators: two words of a scale */
  return g_strdup_printf (_("Most check-ins were between “%1$s” and “%2$s”."), bridge_scale_get_word (scale, low),
                          bridge_scale_get_word (scale, high));
}

static char *
hours_to_words (const BridgeLookBack *self)
{
  guint n = self->moments[BRIDGE_LOOK_BACK_RITUALS];
  int weekday, hour;

  if (bridge_look_back_find_hour (self, &weekday, &hour))
    {
      g_autofree char *time = bridge_words_time (hour * BRIDGE_HOUR);

      /* Translators: a weekday and a time */
      return g_strdup_printf (_("Most of all on %1$s, from %2$s on."), bridge_words_weekday (weekday), time);
    }
  return g_strdup_printf (ngettext ("%u moment of a ritual, when it was planned.", "%u moments of rituals, when they were planned.",
                                    n), n);
}

static char *
days_to_words (const BridgeLookBack *self,
               int                   year)
{
  g_autofree char *month = NULL;
  int from, to;
  guint n;

  bridge_look_back_get_year (self, year, &from, &to);
  n = bridge_look_back_count_warm (self, from, to);
  if (year == 0)
    return g_strdup_printf (ngettext ("%u warm day in the last twelve months.", "%u warm days in the last twelve months.", n), n);

  month = bridge_words_month (to_local (to - 1));
  /* Translators: the first is a number, the second a month: "March 2025" */
  return g_strdup_printf (ngettext ("%1$u warm day in the twelve months up to %2$s.",
                                    "%1$u warm days in the twelve months up to %2$s.", n), n, month);
}

static char *
pauses_to_words (const BridgeLookBack *self)
{
  g_autofree char *talks
      = g_strdup_printf (ngettext ("%u talk followed a pause.", "%u talks followed a pause.", self->n_talks), self->n_talks);

  if (self->n_lessons == 0)
    return g_steal_pointer (&talks);
  if (self->n_talks == 0)
    return g_strdup (_("What a pause taught is written down."));
  return g_strdup_printf ("%s %s", talks, _("What a pause taught is written down."));
}

/**
 * bridge_look_back_to_words:
 * @self: figures
 * @figure: a picture of them, with at least one entry
 * @year: of the calendar, which sheet
 * @alone: whether there is one person only
 *
 * Says what the picture shows, measured against nothing.
 *
 * Returns: (transfer full): a sentence or two
 */
char *
bridge_look_back_to_words (const BridgeLookBack *self,
                           BridgeFigure          figure,
                           int                   year,
                           gboolean              alone)
{
  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      return moments_to_words (self, alone);
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      return band_to_words (self, figure);
    case BRIDGE_FIGURE_HOURS:
      return hours_to_words (self);
    case BRIDGE_FIGURE_DAYS:
      return days_to_words (self, year);
    case BRIDGE_FIGURE_PAUSES:
      return pauses_to_words (self);
    }
  g_return_val_if_reached (NULL);
}

/**
 * bridge_look_back_period_to_words:
 * @self: figures
 * @period: one of their periods
 *
 * Returns: (transfer full): which week or month it is
 */
char *
bridge_look_back_period_to_words (const BridgeLookBack       *self,
                                  const BridgeLookBackPeriod *period)
{
  BridgeCivil civil;

  if (self->by_month)
    return bridge_words_month (to_local (period->from));

  bridge_local_to_civil (to_local (period->from), &civil);
  /* Translators: the first day of a week: day, month, year, "16 November 2026" */
  return g_strdup_printf (_("%1$d %2$s %3$d"), civil.day, bridge_words_month_name (civil.month), civil.year);
}

/* ---- Tables ---- */

static BridgeLookBackTable *
table_new (const char *first,
           ...)
{
  BridgeLookBackTable *self = g_new0 (BridgeLookBackTable, 1);
  g_autoptr (GStrvBuilder) head = g_strv_builder_new ();
  va_list args;

  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_strv_builder_add (head, word);
  va_end (args);
  self->head = g_strv_builder_end (head);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * bridge_look_back_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
bridge_look_back_table_free (BridgeLookBackTable *self)
{
  g_strfreev (self->head);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Nothing is an empty cell, not a nought. */
static void
add_number (GStrvBuilder *row,
            guint         n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  g_strv_builder_add (row, text);
}

static char *
dup_rest (const BridgeLookBackPeriod *period)
{
  if (period->away > 0 && period->recovery > 0)
    return g_strdup (_("Away, quiet days"));
  if (period->away > 0)
    return g_strdup (_("Away"));
  return g_strdup (period->recovery > 0 ? _("Quiet days") : "");
}

static const char *
get_period_head (const BridgeLookBack *self)
{
  return self->by_month ? _("Month") : _("Week from");
}

static BridgeLookBackTable *
make_moments_table (const BridgeLookBack *self)
{
  BridgeLookBackTable *table
      = table_new (get_period_head (self), bridge_look_back_kind_get_label (BRIDGE_LOOK_BACK_RITUALS),
                   bridge_look_back_kind_get_label (BRIDGE_LOOK_BACK_WINS),
                   bridge_look_back_kind_get_label (BRIDGE_LOOK_BACK_PROMISES),
                   /* Translators: the head of a column: a time away, or the quiet days after a pause */
                   bridge_look_back_kind_get_label (BRIDGE_LOOK_BACK_TALKS), _("Rest"), NULL);

  for (guint i = self->periods->len; i > 0; i--)
    {
      const BridgeLookBackPeriod *period = bridge_look_back_get_period (self, i - 1);
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      g_autofree char *when = bridge_look_back_period_to_words (self, period);
      g_autofree char *rest = dup_rest (period);

      if (period->n == 0 && *rest == '\0')
        continue;
      g_strv_builder_add (row, when);
      for (int kind = 0; kind < BRIDGE_N_LOOK_BACK_KINDS; kind++)
        add_number (row, period->moments[kind]);
      g_strv_builder_add (row, rest);
      g_ptr_array_add (table->rows, g_strv_builder_end (row));
    }
  return table;
}

/* "Low to Light", or, where they are few, each word that was chosen. */
static char *
band_to_cell (const BridgeLookBackBand *band,
              BridgeScale               scale)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int low = (int) (band->low + 0.5);
  int high = (int) (band->high + 0.5);

  if (band->n >= BRIDGE_LOOK_BACK_MIN && low == high)
    return g_strdup (bridge_scale_get_word (scale, low));
  if (band->n >= BRIDGE_LOOK_BACK_MIN)
    /* Translators: two words of a scale */
    return g_strdup_printf (_("%1$s to %2$s"), bridge_scale_get_word (scale, low), bridge_scale_get_word (scale, high));

  for (int value = 1; value <= BRIDGE_SCALE_MAX; value++)
    {
      if (band->values[value - 1] == 0)
        continue;
      if (words->len > 0)
        /* Translators: between the words of a list */
        g_string_append (words, _(", "));
      g_string_append (words, bridge_scale_get_word (scale, value));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static BridgeLookBackTable *
make_band_table (const BridgeLookBack *self,
                 BridgeFigure          figure)
{
  BridgeLookBackTable *table = table_new (get_period_head (self), _("Most check-ins"), _("Entries"), NULL);
  int scale = bridge_figure_get_scale (figure);

  for (guint i = self->periods->len; i > 0; i--)
    {
      const BridgeLookBackPeriod *period = bridge_look_back_get_period (self, i - 1);
      const BridgeLookBackBand *band = &period->bands[scale];
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      g_autofree char *when = bridge_look_back_period_to_words (self, period);
      g_autofree char *words = band_to_cell (band, get_words_scale (figure));

      if (band->n == 0)
        continue;
      g_strv_builder_add_many (row, when, words, NULL);
      add_number (row, band->n);
      g_ptr_array_add (table->rows, g_strv_builder_end (row));
    }
  return table;
}

static BridgeLookBackTable *
make_hours_table (const BridgeLookBack *self)
{
  BridgeLookBackTable *table = table_new (_("Weekday"), _("From"), _("Rituals"), NULL);

  for (int i = 0; i < 7; i++)
    {
      int weekday = (self->range.first_weekday - 1 + i) % 7;

      for (int hour = 0; hour < 24; hour++)
        {
          g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
          g_autofree char *time = bridge_words_time (hour * BRIDGE_HOUR);

          if (self->hours[weekday][hour] == 0)
            continue;
          g_strv_builder_add_many (row, bridge_words_weekday (weekday + 1), time, NULL);
          add_number (row, self->hours[weekday][hour]);
          g_ptr_array_add (table->rows, g_strv_builder_end (row));
        }
    }
  return table;
}

static BridgeLookBackTable *
make_days_table (const BridgeLookBack *self,
                 int                   year)
{
  BridgeLookBackTable *table = table_new (_("Month"), _("Warm days"), _("Moments"), NULL);
  int from, to;

  bridge_look_back_get_year (self, year, &from, &to);
  for (int month = get_month (to, 1); month >= from; month = get_month (month, 1))
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      g_autofree char *when = bridge_words_month (to_local (month));
      int next = get_month (month, -1);

      g_strv_builder_add (row, when);
      add_number (row, bridge_look_back_count_warm (self, month, next));
      add_number (row, count_moments (self, month, next));
      g_ptr_array_add (table->rows, g_strv_builder_end (row));
    }
  return table;
}

static BridgeLookBackTable *
make_pauses_table (const BridgeLookBack *self)
{
  BridgeLookBackTable *table = table_new (_("Pause"), _("Talk"), _("Afterwards"), NULL);

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const BridgeLookBackPause *pause = &g_array_index (self->pauses, BridgeLookBackPause, i);
      g_autofree char *day = bridge_words_date (to_local (pause->day), to_local (self->range.today));
      g_autofree char *talk_day = bridge_words_date (to_local (MAX (pause->talk_day, 0)), to_local (self->range.today));
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      g_strv_builder_add (row, day);
      if (pause->talk_day < 0)
        g_strv_builder_add (row, "");
      else
        g_strv_builder_add (row, pause->talk_day == pause->day ? _("The same day") : talk_day);
      g_strv_builder_add (row, pause->lesson ? _("What it taught is written down") : "");
      g_ptr_array_add (table->rows, g_strv_builder_end (row));
    }
  return table;
}

/**
 * bridge_look_back_make_table:
 * @self: figures
 * @figure: a picture of them
 * @year: of the calendar, which sheet
 *
 * Puts into words and numbers what the picture shows, the newest first.
 *
 * Returns: (transfer full): the table
 */
BridgeLookBackTable *
bridge_look_back_make_table (const BridgeLookBack *self,
                             BridgeFigure          figure,
                             int                   year)
{
  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      return make_moments_table (self);
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      return make_band_table (self, figure);
    case BRIDGE_FIGURE_HOURS:
      return make_hours_table (self);
    case BRIDGE_FIGURE_DAYS:
      return make_days_table (self, year);
    case BRIDGE_FIGURE_PAUSES:
      return make_pauses_table (self);
    }
  g_return_val_if_reached (NULL);
}
