/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "bridge-calendar-words.h"

static int
day (const char *text)
{
  BridgeLocal value;

  g_assert_true (bridge_local_parse (text, &value, NULL));

  return bridge_local_get_day (value);
}

static void
test_weeks (void)
{
  int first, n;

  g_assert_cmpint (bridge_calendar_get_first_weekday ("monday"), ==, 1);
  g_assert_cmpint (bridge_calendar_get_first_weekday ("saturday"), ==, 6);
  g_assert_cmpint (bridge_calendar_get_first_weekday ("sunday"), ==, 7);
  g_assert_cmpint (bridge_calendar_get_first_weekday ("locale"), >=, 1);
  g_assert_cmpint (bridge_calendar_get_first_weekday (NULL), <=, 7);

  /* Every start of a week is on its day, and no more than six days back. */
  for (int weekday = 1; weekday <= 7; weekday++)
    for (int i = day ("2026-12-20"); i < day ("2027-01-20"); i++)
      {
        int start = bridge_calendar_week_start (i, weekday);

        g_assert_cmpint (bridge_day_get_weekday (start), ==, weekday);
        g_assert_cmpint (i - start, >=, 0);
        g_assert_cmpint (i - start, <=, 6);
      }

  bridge_calendar_month_weeks (day ("2026-11-22"), 1, &first, &n);
  g_assert_cmpint (first, ==, day ("2026-10-26"));
  g_assert_cmpint (n, ==, 6);
  bridge_calendar_month_weeks (day ("2026-11-22"), 7, &first, &n);
  g_assert_cmpint (first, ==, day ("2026-11-01"));
  g_assert_cmpint (n, ==, 5);
  bridge_calendar_month_weeks (day ("2027-02-10"), 1, &first, &n);
  g_assert_cmpint (first, ==, day ("2027-02-01"));
  g_assert_cmpint (n, ==, 4);
}

static void
test_months (void)
{
  g_assert_cmpint (bridge_calendar_add_months (day ("2026-11-22"), 1), ==, day ("2026-12-22"));
  g_assert_cmpint (bridge_calendar_add_months (day ("2026-12-31"), 2), ==, day ("2027-02-28"));
  g_assert_cmpint (bridge_calendar_add_months (day ("2027-12-31"), 2), ==, day ("2028-02-29"));
  g_assert_cmpint (bridge_calendar_add_months (day ("2027-01-31"), -1), ==, day ("2026-12-31"));
  g_assert_cmpint (bridge_calendar_add_months (day ("2027-01-15"), -13), ==, day ("2025-12-15"));
  g_assert_true (bridge_calendar_same_month (day ("2026-11-01"), day ("2026-11-30")));
  g_assert_false (bridge_calendar_same_month (day ("2026-11-30"), day ("2026-12-01")));
  g_assert_false (bridge_calendar_same_month (day ("2026-11-30"), day ("2025-11-30")));
}

static void
test_titles (void)
{
  static const struct {
    const char *first;
    const char *title;
  } titles[] = {
    { "2026-11-16", "16–22 November" },
    { "2026-11-30", "30 November – 6 December" },
    { "2026-12-28", "28 December 2026 – 3 January 2027" },
    { "2027-01-04", "4–10 January 2027" },
    { "2027-03-29", "29 March – 4 April 2027" },
    { "2025-12-29", "29 December 2025 – 4 January 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = bridge_calendar_week_title (day (titles[i].first), day ("2026-11-22"));

      g_assert_cmpstr (title, ==, titles[i].title);
    }
}

static void
test_labels (void)
{
  static const struct {
    guint n;
    guint kept;
    const char *away;
    gboolean today;
    const char *label;
  } labels[] = {
    { 0, 0, NULL, FALSE, "Tuesday, 24 November 2026: nothing planned" },
    { 1, 0, NULL, FALSE, "Tuesday, 24 November 2026: 1 moment" },
    { 2, 1, NULL, FALSE, "Tuesday, 24 November 2026: 2 moments, one kept" },
    { 3, 3, NULL, TRUE, "Today, Tuesday, 24 November 2026: 3 moments, 3 kept" },
    { 0, 0, "Robin is away", FALSE, "Tuesday, 24 November 2026: nothing planned. Robin is away" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = bridge_calendar_day_label (day ("2026-11-24"), labels[i].n, labels[i].kept, labels[i].away,
                                                          labels[i].today);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

static void
assert_spots (const BridgeSpot *spots,
              guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (spots[i].column, >=, 0);
      g_assert_cmpint (spots[i].column, <, spots[i].n_columns);
      for (guint k = 0; k < i; k++)
        if (spots[k].to > spots[i].from)
          {
            g_assert_cmpint (spots[k].column, !=, spots[i].column);
            g_assert_cmpint (spots[k].n_columns, ==, spots[i].n_columns);
          }
    }
}

static void
test_arrange (void)
{
  BridgeSpot spots[] = {
    { .from = 0, .to = 60 },  { .from = 30, .to = 90 }, { .from = 60, .to = 100 },
    { .from = 100, .to = 120 }, { .from = 200, .to = 260 },
  };
  GRand *chance = g_rand_new_with_seed (20261122);

  bridge_calendar_arrange (spots, G_N_ELEMENTS (spots));
  assert_spots (spots, G_N_ELEMENTS (spots));
  /* The third takes the place that the first has left; what touches does not overlap. */
  g_assert_cmpint (spots[2].column, ==, 0);
  g_assert_cmpint (spots[2].n_columns, ==, 2);
  g_assert_cmpint (spots[3].n_columns, ==, 1);
  g_assert_cmpint (spots[4].n_columns, ==, 1);
  bridge_calendar_arrange (NULL, 0);

  for (int round = 0; round < 200; round++)
    {
      BridgeSpot many[24] = { 0 };
      int from = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
        {
          from += g_rand_int_range (chance, 0, 40);
          many[i].from = from;
          many[i].to = from + g_rand_int_range (chance, 1, 120);
        }
      bridge_calendar_arrange (many, G_N_ELEMENTS (many));
      assert_spots (many, G_N_ELEMENTS (many));
    }
  g_rand_free (chance);
}

static void
test_span (void)
{
  BridgeStretch span = bridge_calendar_span (NULL, 0);

  g_assert_cmpint (span.to - span.from, ==, 8 * 60);
  span = bridge_calendar_span ((BridgeStretch[]) { { 15 * 60 + 30, 16 * 60 }, { 7 * 60, 7 * 60 + 10 } }, 2);
  g_assert_cmpint (span.from, ==, 6 * 60);
  g_assert_cmpint (span.to, ==, 17 * 60);
  /* At the edges of the day. */
  span = bridge_calendar_span ((BridgeStretch[]) { { 23 * 60 + 50, 24 * 60 + 20 } }, 1);
  g_assert_cmpint (span.from, ==, 16 * 60);
  g_assert_cmpint (span.to, ==, 24 * 60);
  span = bridge_calendar_span ((BridgeStretch[]) { { 0, 5 } }, 1);
  g_assert_cmpint (span.from, ==, 0);
  g_assert_cmpint (span.to, ==, 8 * 60);
}

static void
test_snap (void)
{
  g_assert_cmpint (bridge_calendar_snap (19 * 60 + 7), ==, 19 * 60);
  g_assert_cmpint (bridge_calendar_snap (19 * 60 + 8), ==, 19 * 60 + 15);
  g_assert_cmpint (bridge_calendar_snap (-40), ==, 0);
  g_assert_cmpint (bridge_calendar_snap (24 * 60), ==, 23 * 60 + 45);
}

static void
test_hours (void)
{
  g_autoptr (GListStore) hours = g_list_store_new (BRIDGE_TYPE_HOURS);
  g_autoptr (BridgeHours) night = bridge_hours_new (BRIDGE_HOURS_QUIET, 31, 22 * 60, 7 * 60); /* Monday to Friday */
  g_autoptr (BridgeHours) more = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 21 * 60, 22 * 60);
  g_autoptr (BridgeHours) peak = bridge_hours_new (BRIDGE_HOURS_STRESS, 1, 7 * 60, 8 * 60);
  g_autoptr (GArray) monday = NULL;
  g_autoptr (GArray) saturday = NULL;
  g_autoptr (GArray) sunday = NULL;
  g_autoptr (GArray) stress = NULL;
  g_autofree char *words = NULL;

  g_list_store_append (hours, night);
  g_list_store_append (hours, more);
  g_list_store_append (hours, peak);

  /* Sunday's night is not quiet; what touches is one. */
  monday = bridge_calendar_hours_of_day (G_LIST_MODEL (hours), BRIDGE_HOURS_QUIET, day ("2026-11-23"));
  g_assert_cmpuint (monday->len, ==, 1);
  g_assert_cmpint (g_array_index (monday, BridgeStretch, 0).from, ==, 21 * 60);
  g_assert_cmpint (g_array_index (monday, BridgeStretch, 0).to, ==, 24 * 60);
  saturday = bridge_calendar_hours_of_day (G_LIST_MODEL (hours), BRIDGE_HOURS_QUIET, day ("2026-11-28"));
  g_assert_cmpuint (saturday->len, ==, 2);
  g_assert_cmpint (g_array_index (saturday, BridgeStretch, 0).from, ==, 0);
  g_assert_cmpint (g_array_index (saturday, BridgeStretch, 0).to, ==, 7 * 60);
  sunday = bridge_calendar_hours_of_day (G_LIST_MODEL (hours), BRIDGE_HOURS_STRESS, day ("2026-11-29"));
  g_assert_cmpuint (sunday->len, ==, 0);
  stress = bridge_calendar_hours_of_day (G_LIST_MODEL (hours), BRIDGE_HOURS_STRESS, day ("2026-11-23"));
  g_assert_cmpuint (stress->len, ==, 1);
  words = bridge_calendar_hours_to_words (monday, stress);
  g_assert_cmpstr (words, ==, "Stress peak from 07:00 to 08:00. Quiet from 21:00 to 00:00.");
  g_assert_null (bridge_calendar_hours_to_words (sunday, sunday));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/window/calendar-layout/weeks", test_weeks);
  g_test_add_func ("/window/calendar-layout/months", test_months);
  g_test_add_func ("/window/calendar-layout/titles", test_titles);
  g_test_add_func ("/window/calendar-layout/labels", test_labels);
  g_test_add_func ("/window/calendar-layout/arrange", test_arrange);
  g_test_add_func ("/window/calendar-layout/span", test_span);
  g_test_add_func ("/window/calendar-layout/snap", test_snap);
  g_test_add_func ("/window/calendar-layout/hours", test_hours);

  return g_test_run ();
}
