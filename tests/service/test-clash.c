/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "bridge-clash.h"
#include "service-fixture.h"

#define NOW "2026-11-22T18:00" /* a Sunday */

/* "quiet 127 22:00 07:00 Night" */
static GListModel *
make_hours (const char *const *lines)
{
  GListStore *hours = g_list_store_new (BRIDGE_TYPE_HOURS);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 5);
      g_autoptr (BridgeHours) item = NULL;
      int kind;
      int from;
      int to;

      g_assert_true (bridge_enum_from_nick (BRIDGE_TYPE_HOURS_KIND, words[0], &kind, NULL));
      g_assert_true (bridge_time_of_day_parse (words[2], &from, NULL));
      g_assert_true (bridge_time_of_day_parse (words[3], &to, NULL));
      item = bridge_hours_new (kind, atoi (words[1]), from, to);
      if (words[4] != NULL)
        g_object_set (item, "name", words[4], NULL);
      g_list_store_append (hours, item);
    }

  return G_LIST_MODEL (hours);
}

typedef struct {
  const char *start;
  const char *rule;
  const char *times;
  const char *zone;
  int minutes;
  const char *hours[4];
  const char *words;  /* NULL: no clash */
  const char *offers; /* "21:45 07:00" */
} Case;

static const Case cases[] = {
  /* Nothing is in the way */
  { "2026-11-23T19:00", "FREQ=DAILY", NULL, NULL, 10, { NULL }, NULL, NULL },
  { "2026-11-23T19:00", "FREQ=DAILY", NULL, NULL, 10, { "quiet 127 22:00 07:00" }, NULL, NULL },
  { "2026-11-23T21:50", "FREQ=DAILY", NULL, NULL, 10, { "quiet 127 22:00 07:00" }, NULL, NULL },
  { "2026-11-23T07:00", "FREQ=DAILY", NULL, NULL, 10, { "quiet 127 22:00 07:00" }, NULL, NULL },
  { "2026-11-24T22:30", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 1 22:00 07:00" }, NULL, NULL },

  /* On one day of the week, on all, on some */
  { "2026-11-23T22:30", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 on Mondays it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-23T22:30", "FREQ=DAILY", NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-23T22:30", "FREQ=DAILY", NULL, NULL, 10, { "quiet 8 22:00 07:00" },
    "At 22:30 on Thursdays it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-23T22:30", "FREQ=WEEKLY;BYDAY=MO,TH", NULL, NULL, 10, { "quiet 8 22:00 07:00" },
    "At 22:30 on Thursdays it would fall into the quiet hours (22:00 to 07:00).", "21:45" },

  /* After midnight the hours belong to the day before */
  { "2026-11-24T00:30", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 1 22:00 07:00" },
    "At 00:30 on Tuesdays it would fall into the quiet hours (22:00 to 07:00).", "07:00 07:15" },
  { "2026-11-23T00:30", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 1 22:00 07:00" }, NULL, NULL },
  { "2026-11-23T06:59", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 64 22:00 07:00" },
    "At 06:59 on Mondays it would fall into the quiet hours (22:00 to 07:00).", "07:00 07:15" },

  /* Begins before them and goes on into them; over midnight itself too */
  { "2026-11-23T21:55", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 21:55 on Mondays it would go on into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-23T23:55", "FREQ=WEEKLY", NULL, NULL, 10, { "quiet 2 00:00 06:00" },
    "At 23:55 on Mondays it would go on into the quiet hours (00:00 to 06:00).", "23:45" },

  /* Stress peaks; quiet hours are named first; both are kept away from */
  { "2026-11-23T18:00", "FREQ=WEEKLY", NULL, NULL, 10, { "stress 31 17:30 18:30 School run" },
    "At 18:00 on Mondays it would fall into “School run” (17:30 to 18:30).", "17:15 18:30 18:45" },
  { "2026-11-23T18:00", "FREQ=WEEKLY", NULL, NULL, 20, { "stress 31 17:30 18:30", "quiet 1 18:30 18:45" },
    "At 18:00 on Mondays it would fall into a stress peak (17:30 to 18:30).", "17:00 18:45 19:00" },
  { "2026-11-23T18:00", "FREQ=WEEKLY", NULL, NULL, 10, { "stress 31 17:30 18:30", "quiet 1 18:00 19:00 Nap" },
    "At 18:00 on Mondays it would fall into “Nap” (18:00 to 19:00).", "17:15 19:00 19:15" },

  /* Free on all the days it comes up on */
  { "2026-11-23T18:00", "FREQ=WEEKLY;BYDAY=MO,TU", NULL, NULL, 10,
    { "stress 1 17:30 18:30", "stress 2 18:30 19:00", "stress 2 17:00 17:30" },
    "At 18:00 on Mondays it would fall into a stress peak (17:30 to 18:30).", "16:45 19:00 19:15" },
  { "2026-11-23T18:00", "FREQ=WEEKLY;BYDAY=MO", NULL, NULL, 10,
    { "stress 1 17:30 18:30", "stress 2 18:30 19:00", "stress 2 17:00 17:30" },
    "At 18:00 on Mondays it would fall into a stress peak (17:30 to 18:30).", "17:15 18:30 18:45" },

  /* Several times of the day: the one that clashes is moved, and not onto another */
  { "2026-11-23T08:00", "FREQ=DAILY", "08:00,22:30", NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-23T08:00", "FREQ=DAILY", "21:45,22:30", NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 it would fall into the quiet hours (22:00 to 07:00).", "21:30" },
  { "2026-11-23T06:00", "FREQ=DAILY", "06:00,22:30", NULL, 10, { "quiet 127 22:00 07:00" },
    "At 06:00 it would fall into the quiet hours (22:00 to 07:00). Other moments of it would, too.", "07:00 07:15" },

  /* One is named, and that there are others is said */
  { "2026-11-23T18:00", "FREQ=WEEKLY;BYDAY=MO,TU,SA", NULL, NULL, 10, { "stress 31 17:30 18:30" },
    "At 18:00 on Mondays it would fall into a stress peak (17:30 to 18:30). Other moments of it would, too.",
    "17:15 18:30 18:45" },
  { "2026-11-23T17:00", "FREQ=WEEKLY;BYDAY=MO,SA", "17:00,22:00", NULL, 10, { "stress 1 17:00 18:00", "quiet 32 21:30 23:00" },
    "At 17:00 on Mondays it would fall into a stress peak (17:00 to 18:00). Other moments of it would, too.",
    "16:45 18:00 18:15" },

  /* The day and the week have no room */
  { "2026-11-23T12:00", "FREQ=DAILY", NULL, NULL, 10, { "quiet 127 00:00 00:00" },
    "At 12:00 it would fall into the quiet hours (00:00 to 00:00).", "" },
  { "2026-11-23T12:00", "FREQ=WEEKLY", NULL, NULL, 480, { "stress 127 05:00 10:00", "stress 127 12:00 15:00",
    "quiet 127 17:00 01:00" }, "At 12:00 on Mondays it would go on into the quiet hours (17:00 to 01:00).", "" },

  /* Once, soon or far ahead, and over */
  { "2026-11-23T22:30", NULL, NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 on Monday, 23 November it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2027-08-02T22:30", NULL, NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 on Monday, 2 August 2027 it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-11-21T22:30", NULL, NULL, NULL, 10, { "quiet 127 22:00 07:00" }, NULL, NULL },
  { "2026-10-01T22:30", "FREQ=DAILY;COUNT=3", NULL, NULL, 10, { "quiet 127 22:00 07:00" }, NULL, NULL },

  /* By date it is said with its date */
  { "2026-12-11T22:30", "FREQ=MONTHLY", NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-12-11T22:30", "FREQ=MONTHLY", NULL, NULL, 10, { "quiet 16 22:00 07:00" },
    "At 22:30 on Friday, 11 December it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
  { "2026-12-04T22:30", "FREQ=MONTHLY;BYDAY=1FR", NULL, NULL, 10, { "quiet 127 22:00 07:00" },
    "At 22:30 on Fridays it would fall into the quiet hours (22:00 to 07:00).", "21:45" },

  /* Pinned to a zone, it is compared with the hours here (Berlin); what is offered is said in that zone */
  { "2026-11-23T19:00", "FREQ=WEEKLY", NULL, "America/New_York", 10, { "quiet 127 22:00 07:00" },
    "At 01:00 here on Tuesdays it would fall into the quiet hours (22:00 to 07:00).", "15:45" },
  { "2026-11-23T22:30", "FREQ=WEEKLY", NULL, "America/New_York", 10, { "quiet 127 22:00 07:00" },
    "At 04:30 here on Tuesdays it would fall into the quiet hours (22:00 to 07:00).", "15:45" },
  { "2026-11-23T12:00", "FREQ=WEEKLY", NULL, "America/New_York", 10, { "quiet 127 22:00 07:00" }, NULL, NULL },
  { "2026-11-23T22:30", "FREQ=WEEKLY", NULL, "Europe/Berlin", 10, { "quiet 127 22:00 07:00" },
    "At 22:30 on Mondays it would fall into the quiet hours (22:00 to 07:00).", "21:45" },
};

static char *
offers_to_text (const BridgeClash *clash)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < clash->n_offers; i++)
    g_string_append_printf (text, "%s%02d:%02d", i > 0 ? " " : "", clash->offers[i] / 60, clash->offers[i] % 60);

  return g_strdup (text->str);
}

static BridgeClash *
find (const Case *item,
      const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hours = make_hours (item->hours);
  g_autoptr (GTimeZone) here = bridge_zone_new ("Europe/Berlin", &error);
  g_autoptr (BridgeSchedule) schedule
    = bridge_schedule_new (local (item->start), item->rule, item->times, item->zone, &error);

  g_assert_no_error (error);
  return bridge_clash_find (schedule, item->minutes, hours, local (now), here);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeClash) clash = find (&cases[i], NOW);
      g_autofree char *words = clash != NULL ? bridge_clash_to_words (clash, local (NOW)) : NULL;
      g_autofree char *offers = clash != NULL ? offers_to_text (clash) : NULL;

      g_test_message ("%u: %s %s", i, cases[i].start, cases[i].rule != NULL ? cases[i].rule : "once");
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (offers, ==, cases[i].offers);
    }
}

/* What is offered is free: planned there, nothing clashes. */
static void
test_offers_are_free (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeClash) clash = find (&cases[i], NOW);

      for (guint j = 0; clash != NULL && j < clash->n_offers; j++)
        {
          Case moved = cases[i];
          g_autofree char *start = g_strdup_printf ("%.10sT%02d:%02d", cases[i].start, clash->offers[j] / 60,
                                                    clash->offers[j] % 60);
          g_autoptr (BridgeClash) next = NULL;

          /* With several times of the day another one may clash as well. */
          if (cases[i].times != NULL)
            continue;
          moved.start = start;
          next = find (&moved, NOW);
          g_assert_null (next);
        }
    }
}

/* In another zone the clocks change on another day: the two weeks between count as well. */
static void
test_clocks_change (void)
{
  const Case item = { "2026-03-02T16:30", "FREQ=WEEKLY", NULL, "America/New_York", 10, { "quiet 127 22:15 07:00" },
                      NULL, NULL };
  g_autoptr (BridgeClash) clash = NULL;
  g_autofree char *offers = NULL;

  /* 22:30 in Berlin in winter and in summer, 21:30 from 8 to 29 March. */
  clash = find (&item, "2026-03-10T12:00");
  g_assert_nonnull (clash);
  g_assert_cmpint (clash->local, ==, local ("2026-03-30T22:30"));
  offers = offers_to_text (clash);
  g_assert_cmpstr (offers, ==, "16:00");
}

/* A rule typed by hand may come up very often, or never again; the search ends. */
static void
test_bounded (void)
{
  const Case often = { "2026-11-23T19:00", "FREQ=DAILY",
                       "00:00,02:00,04:00,06:00,08:00,10:00,12:00,14:00,16:00,18:00,20:00,22:00", NULL, 10,
                       { "stress 1 21:00 21:30" }, NULL, NULL };
  const Case rare = { "2028-02-29T19:00", "FREQ=YEARLY;INTERVAL=4", NULL, NULL, 10, { "quiet 127 18:00 20:00" },
                      NULL, NULL };
  g_autoptr (BridgeClash) none = find (&often, NOW);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (BridgeClash) late = find (&rare, NOW);

  g_assert_null (none);
  g_assert_nonnull (late);
  g_assert_cmpint (late->local, ==, local ("2028-02-29T19:00"));
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
}

static void
test_no_hours (void)
{
  g_autoptr (GTimeZone) here = bridge_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (NOW), "FREQ=DAILY", NULL, NULL, NULL);

  g_assert_null (bridge_clash_find (schedule, 10, NULL, local (NOW), here));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/clash/table", test_table);
  g_test_add_func ("/service/clash/offers-are-free", test_offers_are_free);
  g_test_add_func ("/service/clash/clocks-change", test_clocks_change);
  g_test_add_func ("/service/clash/bounded", test_bounded);
  g_test_add_func ("/service/clash/no-hours", test_no_hours);

  return g_test_run ();
}
