/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-recurrence.h"

/* The start is Tuesday, 24 November 2026 at 19:00. */
static const char *const sentences[][2] = {
  { "FREQ=DAILY", "Every day at 19:00" },
  { "FREQ=DAILY;INTERVAL=2", "Every second day at 19:00" },
  { "FREQ=DAILY;INTERVAL=3;COUNT=1", "Every 3 days at 19:00, once" },
  { "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "Every weekday at 19:00" },
  { "FREQ=DAILY;BYDAY=TU", "Every Tuesday at 19:00" },
  { "FREQ=DAILY;BYMONTHDAY=1", "On the 1st of every month at 19:00" },
  { "FREQ=DAILY;BYMONTH=12", "Every day at 19:00, only in December" },
  { "FREQ=DAILY;INTERVAL=2;BYDAY=TU,FR;BYMONTHDAY=1,2,3,-1;BYMONTH=3",
    "Every second day at 19:00, only when it is Tuesday or Friday, only on the 1st to the 3rd and the last day of the month, only in March" },
  { "FREQ=DAILY;BYDAY=TU;BYSETPOS=1", "Every Tuesday at 19:00" },
  { "FREQ=DAILY;BYDAY=FR;BYMONTHDAY=13", "On the 13th of every month at 19:00, only when it is Friday" },
  { "FREQ=WEEKLY", "Every Tuesday at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "Every second Tuesday and Friday at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR", "Every 3 weeks on Tuesday and Friday at 19:00" },
  { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "Every second week from Monday to Friday at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,TU,WE,TH,FR", "Every 4 weeks from Monday to Friday at 19:00" },
  { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day of every second week at 19:00" },
  { "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day of one week in 3 at 19:00" },
  { "FREQ=WEEKLY;BYDAY=SA,SU;BYMONTH=3,4", "Every Saturday and Sunday at 19:00, only in March and April" },
  { "FREQ=WEEKLY;COUNT=10", "Every Tuesday at 19:00, 10 times" },
  { "FREQ=WEEKLY;UNTIL=20261224", "Every Tuesday at 19:00, until 24 December 2026" },
  { "FREQ=MONTHLY", "On the 24th of every month at 19:00" },
  { "FREQ=MONTHLY;BYMONTHDAY=31", "On the 31st of every month at 19:00, where there is one" },
  { "FREQ=MONTHLY;BYMONTHDAY=-1", "On the last day of every month at 19:00" },
  { "FREQ=MONTHLY;BYMONTHDAY=1,15", "On the 1st and the 15th of every month at 19:00" },
  { "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1", "On the last day of every second month at 19:00" },
  { "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2,-10,-20",
    "Every 3 months on the 20th day from the end, the 10th day from the end and the second to last day at 19:00" },
  { "FREQ=MONTHLY;BYDAY=-1FR", "On the last Friday of every month at 19:00" },
  { "FREQ=MONTHLY;BYDAY=2TU,4TU", "On the second Tuesday and the fourth Tuesday of every month at 19:00" },
  { "FREQ=MONTHLY;BYDAY=5FR", "On the fifth Friday of every month at 19:00, where there is one" },
  { "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "Every 3 months on the first Monday at 19:00" },
  { "FREQ=MONTHLY;BYDAY=TU", "Every Tuesday at 19:00" },
  { "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU,FR", "On each Tuesday and Friday of every second month at 19:00" },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "On the last weekday of every month at 19:00" },
  { "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1",
    "On the first Saturday or Sunday and the last Saturday or Sunday of every month at 19:00" },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=10", "On the 10th day of every month at 19:00" },
  { "FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=-1",
    "On the 1st and the 15th of every month at 19:00, of these only the last one in each month" },
  { "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "On the 13th of every month at 19:00, only when it is Friday" },
  { "FREQ=MONTHLY;BYMONTHDAY=7,8,9,10,11,12,13;BYDAY=SA",
    "On the 7th to the 13th of every month at 19:00, only when it is Saturday" },
  { "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO",
    "On the 1st of every month at 19:00, only when it is the first Monday" },
  { "FREQ=MONTHLY;BYMONTH=3,4;BYDAY=-1FR", "On the last Friday of March and April at 19:00" },
  { "FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,5;BYDAY=-1FR",
    "On the last Friday of every second month at 19:00, only in March and May" },
  { "FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=31", "On the 31st of December at 19:00" },
  { "FREQ=MONTHLY;BYDAY=2TU,-1FR;BYSETPOS=1",
    "On the second Tuesday and the last Friday of every month at 19:00, of these only the first one in each month" },
  { "FREQ=MONTHLY;BYMONTH=3;BYSETPOS=1",
    "On the 24th of March at 19:00, of these only the first one in each month" },
  { "FREQ=YEARLY", "Every year on 24 November at 19:00" },
  { "FREQ=YEARLY;INTERVAL=2", "Every second year on 24 November at 19:00" },
  { "FREQ=YEARLY;INTERVAL=4", "Every 4 years on 24 November at 19:00" },
  { "FREQ=YEARLY;BYMONTH=3,4", "Every year on 24 March and 24 April at 19:00" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "Every year on 29 February at 19:00, where there is one" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=14", "Every year on 14 February at 19:00" },
  { "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1", "Every year on the last day of February and March at 19:00" },
  { "FREQ=YEARLY;BYMONTH=1,2,3,4;BYMONTHDAY=1,15",
    "Every year on the 1st and the 15th of January, February, March and April at 19:00" },
  { "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "Every year on the second Sunday of May at 19:00" },
  { "FREQ=YEARLY;BYDAY=20MO", "Every year on the 20th Monday of the year at 19:00" },
  { "FREQ=YEARLY;BYDAY=-1FR", "Every year on the last Friday of the year at 19:00" },
  { "FREQ=YEARLY;BYDAY=53MO", "Every year on Monday number 53 of the year at 19:00, where there is one" },
  { "FREQ=YEARLY;BYDAY=-40MO", "Every year on Monday number 40 from the end of the year at 19:00" },
  { "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "Every Thursday at 19:00, only in March" },
  { "FREQ=YEARLY;BYDAY=TH", "Every Thursday at 19:00" },
  { "FREQ=YEARLY;INTERVAL=2;BYDAY=TH", "Every second year on each Thursday at 19:00" },
  { "FREQ=YEARLY;INTERVAL=3;BYDAY=TH;BYMONTH=6,7",
    "Every 3 years on each Thursday of June and July at 19:00" },
  { "FREQ=YEARLY;BYMONTH=11;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "Every year on the last weekday of November at 19:00" },
  { "FREQ=YEARLY;BYMONTH=3,11;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "Every year on each weekday of March and November at 19:00, of these only the last one in each year" },
  { "FREQ=YEARLY;BYDAY=TU;BYSETPOS=1,100",
    "Every year on the first Tuesday and Tuesday number 100 of the year at 19:00" },
  { "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "Every 4 years on the 2nd to the 8th of November at 19:00, only when it is Tuesday" },
  { "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=1", "On the 1st of every month at 19:00" },
  { "FREQ=YEARLY;BYMONTH=1,12;BYSETPOS=-1",
    "Every year on 24 January and 24 December at 19:00, of these only the last one in each year" },
  { "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=TU", "Every Tuesday at 19:00" },
  { "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1TU",
    "On the first Tuesday of every month at 19:00" },
  { "FREQ=YEARLY;BYMONTH=1,2;BYDAY=1TU,2TU;BYSETPOS=1",
    "Every year on the first Tuesday and the second Tuesday of January and February at 19:00, of these only the first one in each year" },
};

static BridgeLocal
local (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal value;

  bridge_local_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_words (const char *rule,
              const char *start,
              const int  *times,
              guint       n_times,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRecurrence) self = rule != NULL ? bridge_recurrence_parse (rule, &error) : NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = bridge_recurrence_to_words (self, local (start), times, n_times);
  if (!g_str_equal (words, expected))
    g_error ("%s: “%s” instead of “%s”", rule, words, expected);
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    assert_words (sentences[i][0], "2026-11-24T19:00", NULL, 0, sentences[i][1]);
}

static void
test_times (void)
{
  const int times[] = { 480, 750, 1260 };

  assert_words ("FREQ=DAILY", "2026-11-24T19:00", times, 1, "Every day at 08:00");
  assert_words ("FREQ=DAILY", "2026-11-24T19:00", times, 2, "Every day at 08:00 and 12:30");
  assert_words ("FREQ=DAILY", "2026-11-24T19:00", times, 3, "Every day at 08:00, 12:30 and 21:00");
  assert_words ("FREQ=DAILY;COUNT=10", "2026-11-24T19:00", times, 2, "Every day at 08:00 and 12:30, on 10 days");
  assert_words ("FREQ=DAILY;COUNT=1", "2026-11-24T19:00", times, 2, "Every day at 08:00 and 12:30, on 1 day");
  assert_words (NULL, "2026-11-24T19:00", NULL, 0, "Once, on Tuesday, 24 November 2026 at 19:00");
  assert_words (NULL, "2026-11-24T19:00", times, 2, "Once, on Tuesday, 24 November 2026 at 08:00 and 12:30");
}

/* What the rule leaves open comes from the start. */
static void
test_start (void)
{
  assert_words ("FREQ=WEEKLY", "2026-11-29T09:05", NULL, 0, "Every Sunday at 09:05");
  assert_words ("FREQ=MONTHLY", "2026-01-31T19:00", NULL, 0, "On the 31st of every month at 19:00, where there is one");
  assert_words ("FREQ=MONTHLY;BYMONTH=1,3", "2026-01-31T19:00", NULL, 0, "On the 31st of January and March at 19:00");
  assert_words ("FREQ=YEARLY", "2028-02-29T19:00", NULL, 0, "Every year on 29 February at 19:00, where there is one");
  assert_words ("FREQ=YEARLY;INTERVAL=4;UNTIL=20600101T000000", "2028-02-29T19:00", NULL, 0,
                "Every 4 years on 29 February at 19:00, where there is one, until 1 January 2060");
}

/* Every shape gets a sentence, without holes. */
static void
test_every_shape (void)
{
  static const char *const freqs[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  static const char *const intervals[] = { "", ";INTERVAL=2", ";INTERVAL=5" };
  static const char *const months[] = { "", ";BYMONTH=2", ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12" };
  static const char *const month_days[] = { "", ";BYMONTHDAY=1", ";BYMONTHDAY=1,2,3,30,-1,-31" };
  static const char *const days[] = { "", ";BYDAY=TU", ";BYDAY=MO,TU,WE,TH,FR", ";BYDAY=MO,TU,WE,TH,FR,SA,SU", ";BYDAY=1TU,-53SU" };
  static const char *const positions[] = { "", ";BYSETPOS=1", ";BYSETPOS=2,-366" };
  static const char *const ends[] = { "", ";COUNT=3", ";UNTIL=20270101" };
  guint n = 0;

  for (guint all = 0; all < 4 * 3 * 3 * 3 * 5 * 3 * 3; all++)
    {
      guint i = all;
      g_autofree char *rule =
        g_strconcat ("FREQ=", freqs[i % 4], intervals[i / 4 % 3], months[i / 12 % 3], month_days[i / 36 % 3], days[i / 108 % 5],
                     positions[i / 540 % 3], ends[i / 1620 % 3], NULL);
      g_autoptr (BridgeRecurrence) self = bridge_recurrence_parse (rule, NULL);
      g_autofree char *words = NULL;

      if (self == NULL)
        continue;
      n++;
      words = bridge_recurrence_to_words (self, local ("2026-11-24T19:00"), NULL, 0);
      g_assert_true (g_str_has_prefix (words, "Every ") || g_str_has_prefix (words, "On "));
      g_assert_nonnull (strstr (words, " at 19:00"));
      g_assert_null (strstr (words, "null"));
      g_assert_null (strstr (words, "  "));
      g_assert_false (g_str_has_suffix (words, "."));
    }

  g_assert_cmpuint (n, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence-words/sentences", test_sentences);
  g_test_add_func ("/recurrence-words/times", test_times);
  g_test_add_func ("/recurrence-words/start", test_start);
  g_test_add_func ("/recurrence-words/every-shape", test_every_shape);

  return g_test_run ();
}
