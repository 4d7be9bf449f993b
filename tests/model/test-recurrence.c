/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-recurrence.h"

/* The bound that a search without a match keeps: the months from 1970 to 2200, and a few. */
#define MOST_STEPS 2800

static BridgeLocal
local (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal value;

  bridge_local_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static BridgeRecurrence *
rule (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeRecurrence *self = bridge_recurrence_parse (text, &error);

  g_assert_no_error (error);
  return self;
}

typedef struct {
  const char *start;
  const char *rule;
  const char *starts; /* dates */
  gboolean ends;
} Example;

/* The worked examples of RFC 5545 3.8.5.3 that fall in the subset. */
static const Example examples[] = {
  { "1997-09-02", "FREQ=DAILY;COUNT=10",
    "1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11", TRUE },
  { "1997-09-02", "FREQ=DAILY;INTERVAL=2", "1997-09-02 1997-09-04 1997-09-06 1997-09-08", FALSE },
  { "1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12", TRUE },
  { "1997-09-02", "FREQ=WEEKLY;COUNT=10",
    "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04", TRUE },
  { "1997-09-02", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11 1997-11-25 1997-12-09 1997-12-23", FALSE },
  { "1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02", TRUE },
  { "1997-09-02", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02", TRUE },
  { "1997-09-01", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03 1997-10-13 "
    "1997-10-15 1997-10-17 1997-10-27 1997-10-29 1997-10-31 1997-11-10 1997-11-12 1997-11-14 1997-11-24 1997-11-26 "
    "1997-11-28 1997-12-08 1997-12-10 1997-12-12 1997-12-22", TRUE },
  { "1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16", TRUE },
  { "1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05", TRUE },
  { "1997-09-05", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05", TRUE },
  { "1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31", TRUE },
  { "1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16", TRUE },
  { "1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26", FALSE },
  { "1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15 1997-12-02 1997-12-15 1998-01-02 1998-01-15", TRUE },
  { "1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01 1997-12-31 1998-01-01 1998-01-31 1998-02-01", TRUE },
  { "1997-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10 1999-03-11 1999-03-12 1999-03-13", TRUE },
  { "1997-09-02", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 1997-11-11 1997-11-18 1997-11-25 "
    "1998-01-06 1998-01-13 1998-01-20 1998-01-27 1998-03-03", FALSE },
  { "1997-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 2000-07-10 2001-06-10 2001-07-10", TRUE },
  { "1997-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 2003-01-10 2003-02-10 2003-03-10", TRUE },
  { "1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997-05-19 1998-05-18 1999-05-17", FALSE },
  { "1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26 1999-03-04 1999-03-11 1999-03-18 1999-03-25",
    FALSE },
  { "1997-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10 1997-07-17 1997-07-24 1997-07-31 1997-08-07 "
    "1997-08-14 1997-08-21 1997-08-28 1998-06-04", FALSE },
  { "1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13", FALSE },
  { "1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 1998-05-09 1998-06-13", FALSE },
  { "1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05 2000-11-07 2004-11-02", FALSE },
  { "1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 1997-10-07 1997-11-06", TRUE },
  { "1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30", FALSE },
  { "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24", TRUE },
  { "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31", TRUE },
  { "2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30", TRUE },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (BridgeRecurrence) self = rule (examples[i].rule);
      g_auto (GStrv) dates = g_strsplit (examples[i].starts, " ", -1);
      BridgeLocal start = local (examples[i].start) + 9 * BRIDGE_HOUR;
      BridgeRecurrenceIter iter;
      BridgeLocal next;

      bridge_recurrence_iter_init (&iter, self, start, start);
      for (guint j = 0; dates[j] != NULL; j++)
        {
          g_autofree char *expected = g_strconcat (dates[j], "T09:00", NULL);
          g_autofree char *given = NULL;

          g_assert_true (bridge_recurrence_iter_next (&iter, &next));
          given = bridge_local_format (next);
          if (!g_str_equal (given, expected))
            g_error ("%s: expected %s, got %s", examples[i].rule, expected, given);
        }
      if (bridge_recurrence_iter_next (&iter, &next) == examples[i].ends)
        g_error ("%s does not end where it should", examples[i].rule);
    }
}

static guint
count_starts (const char *text,
              const char *start,
              const char *last)
{
  g_autoptr (BridgeRecurrence) self = rule (text);
  BridgeRecurrenceIter iter;
  BridgeLocal next, before = BRIDGE_LOCAL_NONE;
  guint n = 0;

  bridge_recurrence_iter_init (&iter, self, local (start), BRIDGE_LOCAL_NONE);
  while (bridge_recurrence_iter_next (&iter, &next) && next <= local (last))
    {
      g_assert_cmpint (next, >, before);
      before = next;
      n++;
    }
  return n;
}

static void
test_long_examples (void)
{
  /* Examples whose list the RFC cuts short. */
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=19971224T000000Z", "1997-09-02T09:00", "2200-01-01"), ==, 113);
  g_assert_cmpuint (count_starts ("FREQ=WEEKLY;UNTIL=19971224T000000Z", "1997-09-02T09:00", "2200-01-01"), ==, 17);
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01T09:00", "2200-01-01"), ==, 93);
  g_assert_cmpuint (count_starts ("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
                                  "1998-01-01T09:00", "2200-01-01"), ==, 93);
}

static void
test_long_range (void)
{
  guint fifth_fridays = 0, tuesdays = 0;

  for (int day = bridge_day_from_civil (1970, 1, 1); day <= bridge_day_from_civil (2100, 12, 31); day++)
    {
      int month_day;

      bridge_day_to_civil (day, NULL, NULL, &month_day);
      tuesdays += bridge_day_get_weekday (day) == 2;
      fifth_fridays += bridge_day_get_weekday (day) == 5 && month_day > 28;
    }

  g_assert_cmpuint (count_starts ("FREQ=DAILY", "1970-01-01T23:59", "2100-12-31T23:59"), ==, 47847);
  g_assert_cmpuint (count_starts ("FREQ=WEEKLY;BYDAY=TU", "1970-01-01T00:00", "2100-12-31T23:59"), ==, tuesdays);
  g_assert_cmpuint (count_starts ("FREQ=DAILY;BYDAY=TU", "1970-01-01T00:00", "2100-12-31T23:59"), ==, tuesdays);
  g_assert_cmpuint (count_starts ("FREQ=YEARLY;BYDAY=TU", "1970-01-01T00:00", "2100-12-31T23:59"), ==, tuesdays);
  g_assert_cmpuint (count_starts ("FREQ=MONTHLY;BYDAY=5FR", "1970-01-01T00:00", "2100-12-31T23:59"), ==, fifth_fridays);
  g_assert_cmpuint (count_starts ("FREQ=MONTHLY;BYMONTHDAY=-1", "1970-01-01T00:00", "2100-12-31T23:59"), ==, 131 * 12);
  g_assert_cmpuint (count_starts ("FREQ=YEARLY", "1972-02-29T00:00", "2100-12-31T23:59"), ==, 32);
  g_assert_cmpuint (count_starts ("FREQ=YEARLY", "1970-01-01T00:00", "2200-12-31"), ==, 231);
}

static const char *const mixed_rules[] = {
  "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=10;BYMONTH=3,11", "FREQ=DAILY;BYMONTHDAY=-1,13",
  "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TH", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,SU;WKST=SU",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "FREQ=WEEKLY;INTERVAL=3;BYMONTH=1,7", "FREQ=MONTHLY",
  "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,4TU",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYMONTH=2,9;BYDAY=SA",
  "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;INTERVAL=3;BYDAY=-20MO,7SU", "FREQ=YEARLY;BYDAY=WE",
  "FREQ=YEARLY;INTERVAL=2;BYMONTH=5,6;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=1,4,12;BYMONTHDAY=1,-1;BYSETPOS=2,-2",
  "FREQ=DAILY;COUNT=500", "FREQ=WEEKLY;COUNT=60;BYDAY=MO,FR", "FREQ=MONTHLY;COUNT=40;BYMONTHDAY=30,31",
  "FREQ=DAILY;UNTIL=20050101T190000", "FREQ=WEEKLY;UNTIL=20050101",
};

static void
test_from_anywhere (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);
  BridgeLocal start = local ("2000-03-31T19:00");
  BridgeLocal last = local ("2030-01-01");

  for (guint i = 0; i < G_N_ELEMENTS (mixed_rules); i++)
    {
      g_autoptr (BridgeRecurrence) self = rule (mixed_rules[i]);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BridgeLocal));
      BridgeRecurrenceIter iter;
      BridgeLocal next;

      bridge_recurrence_iter_init (&iter, self, start, start);
      while (bridge_recurrence_iter_next (&iter, &next) && next < last)
        g_array_append_val (all, next);
      g_assert_cmpuint (all->len, >, 2);

      for (int j = 0; j < 400; j++)
        {
          BridgeLocal from = start - 400 * BRIDGE_DAY + (BridgeLocal) g_rand_int_range (rand, 0, 9000) * BRIDGE_DAY +
                             g_rand_int_range (rand, -1, 2);
          guint k = 0;

          while (k < all->len && g_array_index (all, BridgeLocal, k) < from)
            k++;
          bridge_recurrence_iter_init (&iter, self, start, from);
          for (guint n = 0; n < 5 && k < all->len; n++, k++)
            {
              g_assert_true (bridge_recurrence_iter_next (&iter, &next));
              g_assert_cmpint (next, ==, g_array_index (all, BridgeLocal, k));
            }
        }
    }
}

static guint
steps_for (const BridgeRecurrence *self,
           BridgeLocal             start,
           BridgeLocal             from)
{
  BridgeRecurrenceIter iter;
  BridgeLocal next;

  bridge_recurrence_iter_init (&iter, self, start, from);
  for (int i = 0; i < 10; i++)
    bridge_recurrence_iter_next (&iter, &next);
  return iter.steps;
}

static void
test_age_is_free (void)
{
  BridgeLocal now = local ("2026-11-22T12:00");

  for (guint i = 0; i < G_N_ELEMENTS (mixed_rules); i++)
    {
      g_autoptr (BridgeRecurrence) self = rule (mixed_rules[i]);
      BridgeRecurrenceIter iter;
      BridgeLocal old = local ("1996-03-31T19:00");
      BridgeLocal young;

      if (bridge_recurrence_get_count (self) > 0 || bridge_recurrence_get_until (self) != BRIDGE_LOCAL_NONE)
        continue;

      /* The same rule in the same phase, begun just now. */
      bridge_recurrence_iter_init (&iter, self, old, now - 365 * BRIDGE_DAY);
      g_assert_true (bridge_recurrence_iter_next (&iter, &young));
      young = MIN (young, now);
      if (bridge_recurrence_get_freq (self) == BRIDGE_FREQ_YEARLY && young == now)
        continue;
      g_assert_cmpuint (steps_for (self, old, now), ==, steps_for (self, young, now));
      g_assert_cmpuint (steps_for (self, old, now), <, 400);
    }
}

static void
test_never (void)
{
  static const char *const never[] = {
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=4,6,9,11;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYMONTH=2;BYDAY=-6SU",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=DAILY;INTERVAL=14;BYDAY=MO,WE", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4,6", "FREQ=DAILY;BYDAY=MO;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;BYDAY=MO;BYSETPOS=2",
    "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2;COUNT=5", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=-1", "FREQ=DAILY;INTERVAL=99999;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_autoptr (BridgeRecurrence) self = rule (never[i]);
      BridgeRecurrenceIter iter;
      BridgeLocal next;
      BridgeLocal start = local ("1970-01-01T19:00"); /* a Thursday in January */

      bridge_recurrence_iter_init (&iter, self, start, start);
      if (bridge_recurrence_iter_next (&iter, &next))
        g_error ("%s comes to a day", never[i]);
      g_assert_cmpuint (iter.steps, <=, MOST_STEPS);
      g_assert_false (bridge_recurrence_iter_next (&iter, &next));
    }
}

static void
test_ends (void)
{
  g_autoptr (BridgeRecurrence) self = rule ("FREQ=DAILY");
  BridgeRecurrenceIter iter;
  BridgeLocal next;

  bridge_recurrence_iter_init (&iter, self, local ("1970-01-01T19:00"), local ("2200-12-31T18:00"));
  g_assert_true (bridge_recurrence_iter_next (&iter, &next));
  g_assert_cmpint (next, ==, local ("2200-12-31T19:00"));
  g_assert_false (bridge_recurrence_iter_next (&iter, &next));

  bridge_recurrence_iter_init (&iter, self, local ("1970-01-01T19:00"), G_MAXINT64);
  g_assert_false (bridge_recurrence_iter_next (&iter, &next));
}

static void
test_refused (void)
{
  static const struct {
    const char *rule;
    BridgeError code;
  } refused[] = {
    { "", BRIDGE_ERROR_INVALID_RULE },
    { "every Tuesday", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=FORTNIGHTLY", BRIDGE_ERROR_INVALID_RULE },
    { "INTERVAL=2", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;FREQ=DAILY", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;INTERVAL=0", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;INTERVAL=-1", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;INTERVAL=1.5", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;INTERVAL=99999999999999999999", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;COUNT=0", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;COUNT=3;UNTIL=20270101", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;UNTIL=20270230", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;UNTIL=2027-01-01", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;UNTIL=soon", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYDAY=", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYDAY=TU,", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYDAY=XX", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYDAY=1TU", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=DAILY;BYDAY=1TU", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYDAY=0TU", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYDAY=54TU", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYMONTHDAY=3", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYMONTHDAY=0", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYMONTHDAY=32", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=YEARLY;BYMONTH=13", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=YEARLY;BYMONTH=-1", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYSETPOS=1", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;WKST=1", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;X-FOO=1", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WÖCHENTLICH", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=\xff", BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=HOURLY", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=MINUTELY", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=SECONDLY", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=DAILY;BYHOUR=9", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=DAILY;BYMINUTE=9", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=DAILY;BYSECOND=9", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=YEARLY;BYWEEKNO=20", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=YEARLY;BYYEARDAY=100", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "RSCALE=CHINESE;FREQ=YEARLY", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=YEARLY;BYMONTHDAY=15", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=MONTHLY;BYDAY=TU,1FR", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=YEARLY;BYDAY=TU,1FR", BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=WEEKLY;BYDAY=TU,FR;BYSETPOS=1", BRIDGE_ERROR_UNSUPPORTED_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeRecurrence) self = bridge_recurrence_parse (refused[i].rule, &error);

      if (self != NULL)
        g_error ("%s is taken", refused[i].rule);
      g_assert_error (error, BRIDGE_ERROR, (int) refused[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_text (void)
{
  static const char *const texts[][2] = {
    { "FREQ=DAILY", "FREQ=DAILY" },
    { "rrule:freq=weekly;byday=fr,tu,fr", "FREQ=WEEKLY;BYDAY=TU,FR" },
    { " RRULE:FREQ=DAILY;INTERVAL=1;WKST=MO ", "FREQ=DAILY" },
    { "WKST=SU;BYDAY=TU;INTERVAL=2;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1,15,1,+2;COUNT=4", "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,2,15,-1" },
    { "FREQ=MONTHLY;BYDAY=-1FR,+2MO,1TU", "FREQ=MONTHLY;BYDAY=1TU,2MO,-1FR" },
    { "FREQ=DAILY;UNTIL=20261224", "FREQ=DAILY;UNTIL=20261224" },
    { "FREQ=DAILY;UNTIL=20261224T190000", "FREQ=DAILY;UNTIL=20261224T190000" },
    { "FREQ=DAILY;UNTIL=20261224T190000Z", "FREQ=DAILY;UNTIL=20261224T190000Z" },
    { "FREQ=YEARLY;BYSETPOS=-1,1;BYMONTH=12,1;BYDAY=SU", "FREQ=YEARLY;BYMONTH=1,12;BYDAY=SU;BYSETPOS=1,-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BridgeRecurrence) self = rule (texts[i][0]);
      g_autoptr (BridgeRecurrence) again = NULL;
      g_autofree char *text = bridge_recurrence_to_string (self);

      g_assert_cmpstr (text, ==, texts[i][1]);
      again = rule (text);
      g_assert_true (bridge_recurrence_equal (self, again));
    }
}

static void
test_fields (void)
{
  g_autoptr (BridgeRecurrence) self =
    rule ("FREQ=MONTHLY;INTERVAL=3;COUNT=7;BYMONTH=2,4;BYMONTHDAY=1,-1;BYDAY=2TU,-1FR;BYSETPOS=-1;WKST=SU");
  const BridgeByDay *by_day;
  const int *numbers;
  guint n;

  g_assert_cmpint (bridge_recurrence_get_freq (self), ==, BRIDGE_FREQ_MONTHLY);
  g_assert_cmpint (bridge_recurrence_get_interval (self), ==, 3);
  g_assert_cmpint (bridge_recurrence_get_count (self), ==, 7);
  g_assert_cmpint (bridge_recurrence_get_week_start (self), ==, 7);
  g_assert_cmpint (bridge_recurrence_get_until (self), ==, BRIDGE_LOCAL_NONE);
  by_day = bridge_recurrence_get_by_day (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (by_day[0].ordinal, ==, 2);
  g_assert_cmpint (by_day[0].weekday, ==, 2);
  g_assert_cmpint (by_day[1].ordinal, ==, -1);
  g_assert_cmpint (by_day[1].weekday, ==, 5);
  numbers = bridge_recurrence_get_by_month (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (numbers[1], ==, 4);
  numbers = bridge_recurrence_get_by_month_day (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (numbers[1], ==, -1);
  numbers = bridge_recurrence_get_by_set_pos (self, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (numbers[0], ==, -1);
}

static void
test_until (void)
{
  g_autoptr (BridgeRecurrence) date = rule ("FREQ=DAILY;UNTIL=20261224");
  g_autoptr (BridgeRecurrence) utc = rule ("FREQ=DAILY;UNTIL=20261224T180000Z");
  g_autoptr (BridgeRecurrence) here = NULL;
  g_autoptr (GTimeZone) berlin = bridge_zone_new ("Europe/Berlin", NULL);

  /* A date alone includes the whole day. */
  g_assert_cmpint (bridge_recurrence_get_until (date), ==, local ("2026-12-24T23:59:59"));
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=20261224", "2026-12-20T19:00", "2200-01-01"), ==, 5);
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=20261224T190000", "2026-12-20T19:00", "2200-01-01"), ==, 5);
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=20261224T185959", "2026-12-20T19:00", "2200-01-01"), ==, 4);
  g_assert_cmpuint (count_starts ("FREQ=DAILY;UNTIL=20261219", "2026-12-20T19:00", "2200-01-01"), ==, 0);

  g_assert_true (bridge_recurrence_until_is_utc (utc));
  here = bridge_recurrence_localise (utc, berlin);
  g_assert_false (bridge_recurrence_until_is_utc (here));
  g_assert_cmpint (bridge_recurrence_get_until (here), ==, local ("2026-12-24T19:00"));
  g_assert_true (bridge_recurrence_until_is_utc (utc));
}

static void
test_vectors (void)
{
  static const char *const vectors[][2] = {
    { "2026-11-24T19:00|FREQ=WEEKLY;BYDAY=TU,FR|3", "2026-11-24T19:00 2026-11-27T19:00 2026-12-01T19:00" },
    { "2026-11-23T19:00|RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2|5", "2026-11-24T19:00 2026-12-01T19:00" },
    { "20261124T190030|FREQ=DAILY| 2 ", "2026-11-24T19:00:30 2026-11-25T19:00:30" },
    { "2026-11-24|FREQ=DAILY|1", "2026-11-24T00:00" },
    { "2026-11-24T19:00|FREQ=DAILY|0", "" },
    { "2026-11-24T19:00|FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30|3", "" },
  };
  static const char *const wrong[] = {
    "", "|", "2026-11-24T19:00|FREQ=DAILY", "2026-11-24T19:00|FREQ=DAILY|x", "2026-11-24T19:00|FREQ=DAILY|-1",
    "2026-11-24T19:00|FREQ=DAILY|1|2", "2026-02-30|FREQ=DAILY|1", "soon|FREQ=DAILY|1", "2026-11-24|FREQ=WEEKLY;BYSETPOS=1;BYDAY=TU|1",
    "\xff|\xff|1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *answer = bridge_recurrence_vectors_line (vectors[i][0]);

      g_assert_cmpstr (answer, ==, vectors[i][1]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *answer = bridge_recurrence_vectors_line (wrong[i]);

      g_assert_true (g_str_has_prefix (answer, "error: "));
      g_assert_true (g_utf8_validate (answer, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/examples", test_examples);
  g_test_add_func ("/recurrence/long-examples", test_long_examples);
  g_test_add_func ("/recurrence/long-range", test_long_range);
  g_test_add_func ("/recurrence/from-anywhere", test_from_anywhere);
  g_test_add_func ("/recurrence/age-is-free", test_age_is_free);
  g_test_add_func ("/recurrence/never", test_never);
  g_test_add_func ("/recurrence/ends", test_ends);
  g_test_add_func ("/recurrence/refused", test_refused);
  g_test_add_func ("/recurrence/text", test_text);
  g_test_add_func ("/recurrence/fields", test_fields);
  g_test_add_func ("/recurrence/until", test_until);
  g_test_add_func ("/recurrence/vectors", test_vectors);

  return g_test_run ();
}
