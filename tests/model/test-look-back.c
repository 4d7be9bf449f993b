/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-look-back.h"

#include "../support/bridge-test.h"

static int
day (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return bridge_local_get_day (local);
}

static void
add_moment (BridgeLookBackRecord *record,
            const char           *at,
            BridgeLookBackKind    kind,
            guint                 n)
{
  BridgeLookBackMoment moment = { .kind = kind, .n = n };

  g_assert_true (bridge_local_parse (at, &moment.at, NULL));
  g_array_append_val (record->moments, moment);
}

static void
add_mood (BridgeLookBackRecord *record,
          const char           *on,
          int                   mood)
{
  BridgeLookBackCheckIn check_in = { day (on), mood, 0 };

  g_array_append_val (record->check_ins, check_in);
}

/* 2026-11-26 is a Thursday. */
static void
test_weeks (void)
{
  static const struct {
    int first_weekday;
    const char *from;
    guint n;
  } vectors[] = {
    { 1, "2026-11-16", 3 }, /* two weeks: since Monday the week before */
    { 7, "2026-11-15", 4 },
    { 6, "2026-11-14", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
      BridgeLookBackRange range = { day ("2026-11-26"), vectors[i].first_weekday, 2 };
      g_autoptr (BridgeLookBack) figures = NULL;
      const BridgeLookBackPeriod *last;

      add_moment (record, "2026-11-13T19:00", BRIDGE_LOOK_BACK_RITUALS, 1);
      add_moment (record, "2026-11-15", BRIDGE_LOOK_BACK_WINS, 1);
      add_moment (record, "2026-11-16T00:00", BRIDGE_LOOK_BACK_RITUALS, 1);
      add_moment (record, "2026-11-26", BRIDGE_LOOK_BACK_WINS, 2);
      add_moment (record, "2026-11-27", BRIDGE_LOOK_BACK_PROMISES, 1); /* nobody knows yet */
      figures = bridge_look_back_new (record, &range);

      g_assert_cmpuint (figures->periods->len, ==, 2);
      g_assert_cmpint (bridge_look_back_get_period (figures, 0)->from, ==, day (vectors[i].from));
      g_assert_cmpuint (figures->n_moments, ==, vectors[i].n);
      g_assert_cmpuint (figures->moments[BRIDGE_LOOK_BACK_PROMISES], ==, 0);
      last = bridge_look_back_get_period (figures, 1);
      g_assert_cmpint (last->from, ==, day (vectors[i].from) + 7);
      g_assert_cmpint (last->to, ==, last->from + 7);
      g_assert_cmpuint (last->moments[BRIDGE_LOOK_BACK_WINS], ==, 2);
    }
}

/* Nothing is said of fewer than five, and the quartiles lie between the values that are nearest. */
static void
test_band (void)
{
  static const int moods[] = { 2, 5, 1, 4, 4 };
  g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
  BridgeLookBackRange range = { day ("2026-11-26"), 1, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_autoptr (BridgeLookBack) figures = NULL;
      const BridgeLookBackBand *band;

      add_mood (record, "2026-11-24", moods[i]);
      add_mood (record, "2026-11-25", 0); /* not said */
      figures = bridge_look_back_new (record, &range);
      band = &bridge_look_back_get_period (figures, 7)->bands[BRIDGE_LOOK_BACK_MOOD];
      g_assert_cmpuint (band->n, ==, i + 1);
      g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_MOOD].n, ==, i + 1);
      g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_TALKING].n, ==, 0);
      if (i < 4)
        {
          g_assert_cmpfloat (band->low, ==, 0);
          g_assert_cmpfloat (band->middle, ==, 0);
          g_assert_cmpfloat (band->high, ==, 0);
        }
      else
        {
          g_assert_cmpfloat (band->low, ==, 2);
          g_assert_cmpfloat (band->middle, ==, 4);
          g_assert_cmpfloat (band->high, ==, 4);
          g_assert_cmpuint (band->values[3], ==, 2);
        }
    }

  add_mood (record, "2026-11-26", 5);
  {
    g_autoptr (BridgeLookBack) figures = bridge_look_back_new (record, &range);

    /* 1 2 4 4 5 5 */
    g_assert_cmpfloat (figures->bands[BRIDGE_LOOK_BACK_MOOD].low, ==, 2.5);
    g_assert_cmpfloat (figures->bands[BRIDGE_LOOK_BACK_MOOD].middle, ==, 4);
    g_assert_cmpfloat (figures->bands[BRIDGE_LOOK_BACK_MOOD].high, ==, 4.75);
  }
}

static void
test_most (void)
{
  g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
  BridgeLookBackRange range = { day ("2026-11-26"), 1, 8 };
  int weekday = 0;
  int hour = 0;

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (BridgeLookBack) figures = bridge_look_back_new (record, &range);

      g_assert_cmpint (bridge_look_back_find_weekday (figures), ==, 0);
      g_assert_false (bridge_look_back_find_hour (figures, &weekday, &hour));
      add_moment (record, i < 3 ? "2026-11-22T19:30" : "2026-11-20T08:00", BRIDGE_LOOK_BACK_RITUALS, 1);
    }
  {
    g_autoptr (BridgeLookBack) figures = bridge_look_back_new (record, &range);

    g_assert_cmpint (bridge_look_back_find_weekday (figures), ==, 7);
    g_assert_true (bridge_look_back_find_hour (figures, &weekday, &hour));
    g_assert_cmpint (weekday, ==, 7);
    g_assert_cmpint (hour, ==, 19);
  }
  add_moment (record, "2026-11-20T08:59", BRIDGE_LOOK_BACK_RITUALS, 1);
  {
    g_autoptr (BridgeLookBack) figures = bridge_look_back_new (record, &range);

    /* As many on both. */
    g_assert_cmpint (bridge_look_back_find_weekday (figures), ==, 0);
    g_assert_false (bridge_look_back_find_hour (figures, &weekday, &hour));
  }
}

static void
test_all (void)
{
  static const struct {
    const char *first;
    guint periods;
    gboolean by_month;
  } vectors[] = {
    { "2026-11-26", 8, FALSE },
    { "2026-09-01", 13, FALSE },
    { "2024-11-18", 106, FALSE },
    { "2024-11-17", 25, TRUE },
    { "2016-02-29", 130, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
      BridgeLookBackRange range = { day ("2026-11-26"), 1, BRIDGE_LOOK_BACK_ALL };
      g_autoptr (BridgeLookBack) figures = NULL;
      const BridgeLookBackPeriod *last;

      add_moment (record, vectors[i].first, BRIDGE_LOOK_BACK_WINS, 1);
      figures = bridge_look_back_new (record, &range);
      g_assert_cmpint (figures->by_month, ==, vectors[i].by_month);
      g_assert_cmpuint (figures->periods->len, ==, vectors[i].periods);
      g_assert_cmpuint (figures->n_moments, ==, 1);
      last = bridge_look_back_get_period (figures, figures->periods->len - 1);
      g_assert_cmpint (last->from, <=, range.today);
      g_assert_cmpint (last->to, >, range.today);
      if (vectors[i].by_month)
        g_assert_cmpuint (bridge_look_back_get_period (figures, 0)->n, ==, 1);
    }
}

/* ---- Against a slow and obvious computation ---- */

#define DAYS 900

static BridgeLookBackRecord *
make_random_record (GRand *chance,
                    int    today)
{
  BridgeLookBackRecord *record = bridge_look_back_record_new ();
  int n = g_rand_int_range (chance, 0, 600);

  for (int i = 0; i < n; i++)
    {
      BridgeLookBackMoment moment = {
        (BridgeLocal) (today - g_rand_int_range (chance, -2, DAYS)) * BRIDGE_DAY,
        (BridgeLookBackKind) g_rand_int_range (chance, 0, BRIDGE_N_LOOK_BACK_KINDS),
        (guint) g_rand_int_range (chance, 1, 4),
      };
      BridgeLookBackCheckIn check_in = { today - g_rand_int_range (chance, -2, DAYS / 4), g_rand_int_range (chance, 0, 6),
                                         g_rand_int_range (chance, 0, 6) };

      if (moment.kind == BRIDGE_LOOK_BACK_RITUALS)
        moment.at += g_rand_int_range (chance, 0, 86400);
      g_array_append_val (record->moments, moment);
      g_array_append_val (record->check_ins, check_in);
    }
  for (int i = 0; i < 6; i++)
    {
      int from = today - g_rand_int_range (chance, -3, DAYS);
      BridgeLookBackSpan span = { from, from + g_rand_int_range (chance, 0, 20) };
      BridgeLookBackPause pause = { from, g_rand_boolean (chance) ? from + 1 : -1, g_rand_boolean (chance),
                                    g_rand_boolean (chance) };

      g_array_append_val (g_rand_boolean (chance) ? record->away : record->recovery, span);
      g_array_append_val (record->pauses, pause);
    }
  return record;
}

static gboolean
is_in (GArray *spans,
       int     on)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BridgeLookBackSpan *span = &g_array_index (spans, BridgeLookBackSpan, i);

      if (on >= span->from && on < span->to)
        return TRUE;
    }
  return FALSE;
}

/* Moments of a kind (or -1: all) on the days of [from, to). */
static guint
count (const BridgeLookBackRecord *record,
       int                         kind,
       int                         from,
       int                         to)
{
  guint n = 0;

  for (guint i = 0; i < record->moments->len; i++)
    {
      const BridgeLookBackMoment *moment = &g_array_index (record->moments, BridgeLookBackMoment, i);
      int on = (int) (moment->at / BRIDGE_DAY);

      if (on >= from && on < to && (kind < 0 || (int) moment->kind == kind))
        n += moment->n;
    }
  return n;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static double
quantile_of (GArray *sorted,
             double  share)
{
  double position = share * (sorted->len - 1);
  guint below = (guint) position;
  guint above = MIN (below + 1, sorted->len - 1);
  double low = g_array_index (sorted, int, below);

  return low + (position - below) * (g_array_index (sorted, int, above) - low);
}

static void
check_band (const BridgeLookBackRecord *record,
            const BridgeLookBackBand   *band,
            int                         scale,
            int                         from,
            int                         to)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < record->check_ins->len; i++)
    {
      const BridgeLookBackCheckIn *check_in = &g_array_index (record->check_ins, BridgeLookBackCheckIn, i);
      int value = scale == BRIDGE_LOOK_BACK_MOOD ? check_in->mood : check_in->talking;

      if (check_in->day >= from && check_in->day < to && value > 0)
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);
  g_assert_cmpuint (band->n, ==, values->len);
  g_assert_cmpfloat_with_epsilon (band->low, values->len < 5 ? 0 : quantile_of (values, 0.25), 1e-9);
  g_assert_cmpfloat_with_epsilon (band->middle, values->len < 5 ? 0 : quantile_of (values, 0.5), 1e-9);
  g_assert_cmpfloat_with_epsilon (band->high, values->len < 5 ? 0 : quantile_of (values, 0.75), 1e-9);
}

static void
check_periods (const BridgeLookBackRecord *record,
               const BridgeLookBack       *figures)
{
  int today = figures->range.today;
  int first = bridge_look_back_get_period (figures, 0)->from;
  guint pauses = 0;

  for (guint i = 0; i < figures->periods->len; i++)
    {
      const BridgeLookBackPeriod *period = bridge_look_back_get_period (figures, i);
      int to = MIN (period->to, today + 1);
      guint away = 0;
      guint recovery = 0;

      if (figures->by_month)
        {
          int year, month, of_month;

          bridge_day_to_civil (period->from, &year, &month, &of_month);
          g_assert_cmpint (of_month, ==, 1);
          g_assert_cmpint (period->to - period->from, ==, bridge_days_in_month (year, month));
        }
      else
        {
          g_assert_cmpint (bridge_day_get_weekday (period->from), ==, figures->range.first_weekday);
          g_assert_cmpint (period->to - period->from, ==, 7);
        }
      if (i > 0)
        g_assert_cmpint (bridge_look_back_get_period (figures, i - 1)->to, ==, period->from);

      g_assert_cmpuint (period->n, ==, count (record, -1, period->from, to));
      for (int kind = 0; kind < BRIDGE_N_LOOK_BACK_KINDS; kind++)
        g_assert_cmpuint (period->moments[kind], ==, count (record, kind, period->from, to));
      for (int scale = 0; scale < BRIDGE_N_LOOK_BACK_SCALES; scale++)
        check_band (record, &period->bands[scale], scale, period->from, to);
      for (int on = period->from; on < to; on++)
        {
          away += is_in (record->away, on);
          recovery += is_in (record->recovery, on);
        }
      g_assert_cmpuint (period->away, ==, away);
      g_assert_cmpuint (period->recovery, ==, recovery);
    }

  g_assert_cmpuint (figures->n_moments, ==, count (record, -1, first, today + 1));
  for (int scale = 0; scale < BRIDGE_N_LOOK_BACK_SCALES; scale++)
    check_band (record, &figures->bands[scale], scale, first, today + 1);
  for (guint i = 0; i < record->pauses->len; i++)
    {
      int on = g_array_index (record->pauses, BridgeLookBackPause, i).day;

      pauses += on >= first && on <= today;
    }
  g_assert_cmpuint (figures->pauses->len, ==, pauses);
  for (guint i = 1; i < figures->pauses->len; i++)
    g_assert_cmpint (g_array_index (figures->pauses, BridgeLookBackPause, i - 1).day, >=,
                     g_array_index (figures->pauses, BridgeLookBackPause, i).day);
}

static void
check_days (const BridgeLookBackRecord *record,
            const BridgeLookBack       *figures)
{
  int year, month, of_month;

  bridge_day_to_civil (figures->first_day, &year, &month, &of_month);
  g_assert_cmpint (of_month, ==, 1);
  g_assert_cmpint (figures->range.today - figures->first_day, >=, 333);
  g_assert_cmpuint (figures->days->len, ==, figures->range.today - figures->first_day + 1);
  for (int on = figures->first_day - 3; on <= figures->range.today + 3; on++)
    {
      gboolean known = on >= figures->first_day && on <= figures->range.today;
      guint n = known ? count (record, -1, on, on + 1) : 0;
      int expected = (n == 0 ? 0 : n == 1 ? 1 : 2) + (known && is_in (record->away, on) ? 4 : 0)
                     + (known && is_in (record->recovery, on) ? 8 : 0);

      g_assert_cmpint (bridge_look_back_get_day (figures, on), ==, expected);
    }
}

static void
check_hours (const BridgeLookBackRecord *record,
             const BridgeLookBack       *figures)
{
  guint hours[7][24] = { { 0 } };
  guint weekdays[7] = { 0 };
  int first = bridge_look_back_get_period (figures, 0)->from;

  for (guint i = 0; i < record->moments->len; i++)
    {
      const BridgeLookBackMoment *moment = &g_array_index (record->moments, BridgeLookBackMoment, i);
      BridgeCivil civil;

      bridge_local_to_civil (moment->at, &civil);
      if (bridge_local_get_day (moment->at) < first || bridge_local_get_day (moment->at) > figures->range.today)
        continue;
      weekdays[civil.weekday - 1] += moment->n;
      if (moment->kind == BRIDGE_LOOK_BACK_RITUALS)
        hours[civil.weekday - 1][civil.hour] += moment->n;
    }
  g_assert_cmpmem (figures->hours, sizeof figures->hours, hours, sizeof hours);
  g_assert_cmpmem (figures->weekdays, sizeof figures->weekdays, weekdays, sizeof weekdays);
}

static void
test_random (void)
{
  static const guint weeks[] = { 1, 8, 53, 120, BRIDGE_LOOK_BACK_ALL };

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      int today = day ("2026-01-01") + g_rand_int_range (chance, 0, 800);
      g_autoptr (BridgeLookBackRecord) record = make_random_record (chance, today);

      for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
        {
          BridgeLookBackRange range = { today, g_rand_int_range (chance, 1, 8), weeks[i] };
          g_autoptr (BridgeLookBack) figures = bridge_look_back_new (record, &range);
          g_autoptr (BridgeLookBack) copy = bridge_look_back_copy (figures);

          if (weeks[i] != BRIDGE_LOOK_BACK_ALL)
            g_assert_cmpuint (figures->periods->len, ==, weeks[i]);
          g_assert_cmpint (bridge_look_back_range_get_first_day (&range), <=, figures->first_day);
          check_periods (record, figures);
          check_days (record, copy);
          check_hours (record, copy);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/look-back/weeks", test_weeks);
  g_test_add_func ("/look-back/band", test_band);
  g_test_add_func ("/look-back/most", test_most);
  g_test_add_func ("/look-back/all", test_all);
  g_test_add_func ("/look-back/random", test_random);

  return g_test_run ();
}
