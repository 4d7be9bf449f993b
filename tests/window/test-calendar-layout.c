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
              guint             n,
              int               gap)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (spots[i].to - spots[i].from, >=, spots[i].least);
      if (i > 0)
        g_assert_cmpint (spots[i].from, >=, spots[i - 1].to + gap);
    }
}

/* Nothing overlaps, nothing is too low to be read, and what has room stands at its time. */
static void
test_stack (void)
{
  BridgeSpot spots[] = {
    { .from = 0, .to = 90, .least = 40 },    { .from = 60, .to = 100, .least = 40 },  { .from = 200, .to = 240, .least = 40 },
    { .from = 200, .to = 240, .least = 40 }, { .from = 380, .to = 420, .least = 40 }, { .from = 390, .to = 430, .least = 40 },
  };
  GRand *chance = g_rand_new_with_seed (20261122);

  bridge_calendar_stack (spots, G_N_ELEMENTS (spots), 3, 440);
  assert_spots (spots, G_N_ELEMENTS (spots), 3);
  /* The first gives way to the second, which stays at its time; of two at one time the other stands below. */
  g_assert_cmpint (spots[0].to, ==, 57);
  g_assert_cmpint (spots[1].from, ==, 60);
  g_assert_cmpint (spots[2].from, ==, 200);
  g_assert_cmpint (spots[2].to, ==, 240);
  g_assert_cmpint (spots[3].from, ==, 243);
  /* At the bottom the ones above move up. */
  g_assert_cmpint (spots[5].to, ==, 440);
  g_assert_cmpint (spots[4].from, ==, 357);
  bridge_calendar_stack (NULL, 0, 3, 440);

  for (int round = 0; round < 200; round++)
    {
      BridgeSpot many[24] = { 0 };
      int from = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
        {
          from += g_rand_int_range (chance, 0, 40);
          many[i].from = from;
          many[i].least = g_rand_int_range (chance, 1, 60);
          many[i].to = from + g_rand_int_range (chance, 1, 120);
        }
      bridge_calendar_stack (many, G_N_ELEMENTS (many), 3, 24 * 63);
      assert_spots (many, G_N_ELEMENTS (many), 3);
      g_assert_cmpint (many[G_N_ELEMENTS (many) - 1].to, <=, 24 * 63);
    }

  g_rand_free (chance);
}

/* What the tints of a day would say, where there are none. */
static void
test_caption (void)
{
  g_autoptr (GListStore) hours = g_list_store_new (BRIDGE_TYPE_HOURS);
  g_autoptr (BridgeHours) night = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 22 * 60 + 30, 7 * 60);
  g_autoptr (BridgeHours) peak = bridge_hours_new (BRIDGE_HOURS_STRESS, 1 << 1, 17 * 60, 18 * 60);
  g_autofree char *monday = NULL;
  g_autofree char *tuesday = NULL;

  g_list_store_append (hours, night);
  g_list_store_append (hours, peak);
  monday = bridge_calendar_day_caption (NULL, G_LIST_MODEL (hours), day ("2026-11-23"));
  tuesday = bridge_calendar_day_caption ("Robin is away", G_LIST_MODEL (hours), day ("2026-11-24"));
  g_assert_cmpstr (monday, ==, "Quiet 22:30–07:00");
  g_assert_cmpstr (tuesday, ==, "Robin is away · Stress peak 17:00–18:00 · Quiet 22:30–07:00");
  g_assert_null (bridge_calendar_day_caption (NULL, NULL, day ("2026-11-24")));
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
  g_test_add_func ("/window/calendar-layout/stack", test_stack);
  g_test_add_func ("/window/calendar-layout/caption", test_caption);
  g_test_add_func ("/window/calendar-layout/span", test_span);
  g_test_add_func ("/window/calendar-layout/snap", test_snap);
  g_test_add_func ("/window/calendar-layout/hours", test_hours);

  return g_test_run ();
}
