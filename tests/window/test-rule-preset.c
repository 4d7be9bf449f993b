/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "bridge-ritual-words.h"
#include "bridge-rule-preset.h"

static BridgeLocal
local (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal value;

  g_assert_true (bridge_local_parse (text, &value, &error));
  g_assert_no_error (error);

  return value;
}

typedef struct {
  const char *start;
  const char *rule;
  BridgeRuleKind kind;
} Row;

static const Row rows[] = {
  { "2026-11-24T19:00", "FREQ=DAILY", BRIDGE_RULE_DAILY },
  { "2026-11-24T19:00", "FREQ=DAILY;INTERVAL=3", BRIDGE_RULE_DAILY },
  { "2026-11-24T19:00", "FREQ=DAILY;COUNT=12", BRIDGE_RULE_DAILY },
  { "2026-11-24T19:00", "FREQ=DAILY;UNTIL=20270101T120000", BRIDGE_RULE_DAILY },
  { "2026-11-24T19:00", "FREQ=DAILY;UNTIL=20270101", BRIDGE_RULE_DAILY },
  { "2026-11-24T19:00", "FREQ=DAILY;INTERVAL=120", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=DAILY;COUNT=5000", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=DAILY;BYDAY=MO,TU", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=DAILY;BYMONTH=6,7", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU,FR;INTERVAL=2", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=FR,TU;INTERVAL=2;WKST=SU", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", BRIDGE_RULE_WEEKDAYS },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=20", BRIDGE_RULE_WEEKDAYS },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;INTERVAL=2", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=SA,SU", BRIDGE_RULE_WEEKLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYMONTH=5;BYDAY=TU", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY", BRIDGE_RULE_MONTHLY_DAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=24", BRIDGE_RULE_MONTHLY_DAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=2", BRIDGE_RULE_MONTHLY_DAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=-1", BRIDGE_RULE_MONTHLY_LAST_DAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231T235959", BRIDGE_RULE_MONTHLY_LAST_DAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=-2", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=1,15", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=2TU", BRIDGE_RULE_MONTHLY_WEEKDAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=-1SU;INTERVAL=3;COUNT=4", BRIDGE_RULE_MONTHLY_WEEKDAY },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=-2SU", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=TU", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=1TU,3TU", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=YEARLY", BRIDGE_RULE_YEARLY },
  { "2026-11-24T19:00", "FREQ=YEARLY;INTERVAL=4", BRIDGE_RULE_YEARLY },
  { "2026-11-24T19:00", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24", BRIDGE_RULE_YEARLY },
  { "2026-11-24T19:00", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24", BRIDGE_RULE_CUSTOM },
  { "2026-11-24T19:00", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TU", BRIDGE_RULE_CUSTOM },
  { "2028-02-29T08:00", "FREQ=YEARLY", BRIDGE_RULE_YEARLY },
  { "2026-11-24T19:00", "FREQ=WEEKLY;UNTIL=20270101T120000Z", BRIDGE_RULE_CUSTOM },
};

/* Rule → fields → rule is an equal rule, and what the fields can say they do say. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeRecurrence) rule = bridge_recurrence_parse (rows[i].rule, &error);
      g_autoptr (BridgeRecurrence) again = NULL;
      g_autoptr (BridgeRulePreset) preset = NULL;
      g_autoptr (BridgeRulePreset) copy = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].rule);
      g_assert_no_error (error);
      preset = bridge_rule_preset_new_from_rule (rule, local (rows[i].start));
      g_assert_cmpint (preset->kind, ==, rows[i].kind);

      copy = bridge_rule_preset_copy (preset);
      text = bridge_rule_preset_to_rule (copy, local (rows[i].start));
      again = bridge_recurrence_parse (text, &error);
      g_assert_no_error (error);
      g_assert_true (bridge_recurrence_equal (rule, again));
    }
}

/* Random rules within the subset: whatever it is, it comes back equal. */
static void
test_round_trip_random (void)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  static const char *const freqs[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  BridgeLocal start = local ("2026-11-24T19:00");
  guint n_parsed = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new ("FREQ=");
      g_autoptr (BridgeRecurrence) rule = NULL;
      g_autoptr (BridgeRecurrence) again = NULL;
      g_autoptr (BridgeRulePreset) preset = NULL;
      g_autofree char *written = NULL;

      g_string_append (text, freqs[g_rand_int_range (random, 0, 4)]);
      if (g_rand_boolean (random))
        g_string_append_printf (text, ";INTERVAL=%d", g_rand_int_range (random, 1, 130));
      if (g_rand_int_range (random, 0, 3) == 0)
        g_string_append_printf (text, ";BYDAY=%s%s", g_rand_boolean (random) ? "" : "2",
                                days[g_rand_int_range (random, 0, 7)]);
      if (g_rand_int_range (random, 0, 4) == 0)
        g_string_append_printf (text, ";BYMONTHDAY=%d",
                                g_rand_boolean (random) ? -1 : g_rand_int_range (random, 1, 32));
      if (g_rand_int_range (random, 0, 5) == 0)
        g_string_append_printf (text, ";BYMONTH=%d", g_rand_int_range (random, 1, 13));
      if (g_rand_int_range (random, 0, 4) == 0)
        g_string_append (text, g_rand_boolean (random) ? ";COUNT=7" : ";UNTIL=20290301T080000");

      rule = bridge_recurrence_parse (text->str, NULL);
      if (rule == NULL)
        continue;

      n_parsed++;
      preset = bridge_rule_preset_new_from_rule (rule, start);
      written = bridge_rule_preset_to_rule (preset, start);
      again = bridge_recurrence_parse (written, NULL);
      g_assert_nonnull (again);
      g_assert_true (bridge_recurrence_equal (rule, again));
    }

  g_assert_cmpuint (n_parsed, >, 1000);
}

static void
test_once (void)
{
  g_autoptr (BridgeRulePreset) preset = bridge_rule_preset_new_from_rule (NULL, local ("2026-11-29T19:00"));

  g_assert_cmpint (preset->kind, ==, BRIDGE_RULE_ONCE);
  g_assert_null (bridge_rule_preset_to_rule (preset, local ("2026-11-29T19:00")));

  /* What lies behind the other kinds fits the day: a Sunday, the last of its month. */
  g_assert_cmpint (preset->weekday, ==, 7);
  g_assert_cmpuint (preset->weekdays, ==, 1u << 6);
  g_assert_cmpint (preset->ordinal, ==, -1);
  g_assert_cmpint (preset->month_day, ==, 29);
}

static void
test_time_from_text (void)
{
  static const struct {
    const char *text;
    int minute;
  } times[] = {
    { "19:00", 1140 }, { "7:30", 450 },    { " 07:05 ", 425 }, { "19.30", 1170 }, { "19 30", 1170 },
    { "1930", 1170 },  { "730", 450 },     { "7", 420 },       { "0:00", 0 },     { "23:59", 1439 },
    { "19h30", 1170 }, { "8:", 480 },      { "", -1 },         { "24:00", -1 },   { "12:60", -1 },
    { "noon", -1 },    { "12:30:10", -1 }, { "-1:00", -1 },    { "123456", -1 },  { "123:4", -1 },
    { ":30", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minute = -1;

      g_test_message ("“%s”", times[i].text);
      g_assert_true (bridge_time_from_text (times[i].text, &minute) == (times[i].minute >= 0));
      g_assert_cmpint (minute, ==, times[i].minute);
    }
}

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_words (void)
{
  BridgeLocal now = local ("2026-11-22T18:00");

  assert_words (bridge_lead_to_words (0), "At its time");
  assert_words (bridge_lead_to_words (10), "10 minutes before");
  assert_words (bridge_lead_to_words (1440), "1 day before");
  assert_words (bridge_lead_to_words (2880), "2 days before");
  assert_words (bridge_moments_to_words (7, local ("2026-09-03"), now, TRUE),
                "7 shared moments since September");
  assert_words (bridge_moments_to_words (1, local ("2026-11-03"), now, FALSE), "1 moment since November");
  assert_words (bridge_moments_to_words (20, local ("2024-09-03"), now, TRUE),
                "20 shared moments since September 2024");
  assert_words (bridge_moments_to_words (0, BRIDGE_LOCAL_NONE, now, TRUE),
                "The first moment you record here lays the first plank.");
  assert_words (bridge_weekday_to_words (1, TRUE), "Monday");
  assert_words (bridge_weekday_to_words (7, FALSE), "Sun");
  assert_words (bridge_capitalise ("élan"), "Élan");
  assert_words (bridge_capitalise (""), "");
  assert_words (bridge_next_to_words (local ("2026-11-23T19:00"), now), "Tomorrow at 19:00");
  g_assert_cmpstr (bridge_closeness_to_words (1), ==, "Gentle");
  g_assert_cmpstr (bridge_closeness_to_words (5), ==, "Close");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/window/rule-preset/round-trip", test_round_trip);
  g_test_add_func ("/window/rule-preset/round-trip-random", test_round_trip_random);
  g_test_add_func ("/window/rule-preset/once", test_once);
  g_test_add_func ("/window/ritual-words/time-from-text", test_time_from_text);
  g_test_add_func ("/window/ritual-words/words", test_words);

  return g_test_run ();
}
