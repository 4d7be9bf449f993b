/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-ritual-change.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static BridgeSchedule *
schedule (const char *start,
          const char *rule,
          const char *times,
          const char *zone)
{
  g_autoptr (GError) error = NULL;
  BridgeSchedule *made = bridge_schedule_new (at (start), rule, times, zone, &error);

  g_assert_no_error (error);
  return made;
}

static BridgeRitual *
tea (void)
{
  BridgeRitual *ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) weekly = schedule ("2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL);

  g_object_set (ritual, "title", "Tea", "schedule", weekly, "minutes", 20, "closeness", 2, "remind", "10,0", NULL);
  return ritual;
}

enum { NONE = 0, TIME = BRIDGE_RITUAL_MORE_TIME, OFTEN = BRIDGE_RITUAL_MORE_OFTEN };

/* Both schedules are looked at from Thursday, 26 November on. */
static void
test_schedules (void)
{
  static const struct {
    const char *start, *rule, *times, *zone;
    const char *new_start, *new_rule, *new_times, *new_zone;
    int more;
  } vectors[] = {
    /* The same, and the same said in another way. */
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-12-01T19:00", "FREQ=WEEKLY", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=DAILY", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", NULL, NULL, NONE },
    /* Rarer. */
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-12-01T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=1TU", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=DAILY", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,WE", NULL, NULL, NONE },
    { "2026-11-24T08:00", "FREQ=DAILY", "08:00,21:00", NULL, "2026-11-24T08:00", "FREQ=DAILY", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-12-08T19:00", NULL, NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", NULL, NULL, NONE },
    /* A later beginning, a sooner end, and nothing any more. */
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2027-06-01T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=DAILY;COUNT=30", NULL, NULL, "2026-11-24T19:00", "FREQ=DAILY;COUNT=10", NULL, NULL, NONE },
    { "2026-11-24T19:00", "FREQ=DAILY", NULL, NULL, "2026-11-20T19:00", NULL, NULL, NULL, NONE },
    /* More often, at the times that were agreed and at others. */
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU,FR", NULL, NULL, OFTEN },
    { "2026-11-24T19:00", "FREQ=WEEKLY;INTERVAL=2", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY", NULL, NULL, OFTEN },
    { "2026-11-24T08:00", "FREQ=DAILY", NULL, NULL, "2026-11-24T08:00", "FREQ=DAILY", "08:00,21:00", NULL, OFTEN },
    { "2026-11-24T19:00", "FREQ=DAILY;COUNT=10", NULL, NULL, "2026-11-24T19:00", "FREQ=DAILY;COUNT=30", NULL, NULL, OFTEN },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T20:00", "FREQ=DAILY", NULL, NULL, TIME | OFTEN },
    { "2026-11-24T19:00", NULL, NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY", NULL, NULL, OFTEN },
    /* Sooner: moments that were not agreed. */
    { "2027-01-05T19:00", "FREQ=WEEKLY", NULL, NULL, "2026-12-01T19:00", "FREQ=WEEKLY", NULL, NULL, OFTEN },
    /* Another time of the day, another weekday, another frame; rarer does not make up for it. */
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-24T18:30", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, TIME },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, "2026-11-26T19:00", "FREQ=WEEKLY;BYDAY=TH", NULL, NULL, TIME },
    { "2026-11-24T19:00", "FREQ=DAILY", NULL, NULL, "2026-11-24T20:00", "FREQ=WEEKLY;BYDAY=TU", NULL, NULL, TIME },
    { "2026-11-24T19:00", "FREQ=WEEKLY", NULL, NULL, "2026-11-24T19:00", "FREQ=WEEKLY", NULL, "Asia/Tokyo", TIME },
    { "2026-12-24T19:00", NULL, NULL, NULL, "2026-12-25T19:00", NULL, NULL, NULL, TIME },
    { "2026-12-24T19:00", NULL, NULL, NULL, "2029-12-25T19:00", NULL, NULL, NULL, TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeRitual) before = tea ();
      g_autoptr (BridgeRitual) after = tea ();
      g_autoptr (BridgeSchedule) old = schedule (vectors[i].start, vectors[i].rule, vectors[i].times, vectors[i].zone);
      g_autoptr (BridgeSchedule) new =
        schedule (vectors[i].new_start, vectors[i].new_rule, vectors[i].new_times, vectors[i].new_zone);

      g_object_set (before, "schedule", old, NULL);
      g_object_set (after, "schedule", new, NULL);
      g_test_message ("%s %s -> %s %s", vectors[i].start, vectors[i].rule, vectors[i].new_start, vectors[i].new_rule);
      g_assert_cmpint (bridge_ritual_find_more (before, after, "ada", at ("2026-11-26T18:00")), ==, vectors[i].more);
    }
}

/* What a change of one value asks of the other one. */
static void
test_values (void)
{
  static const struct {
    const char *before, *after; /* property=value */
    int more;
  } vectors[] = {
    { "", "", NONE },
    { "", "minutes=21", BRIDGE_RITUAL_MORE_LONG },
    { "", "minutes=5", NONE },
    { "", "closeness=3", BRIDGE_RITUAL_MORE_CLOSE },
    { "", "closeness=1", NONE },
    { "", "remind=0", NONE },
    { "", "remind=", NONE },
    { "", "remind=30,0", NONE },
    { "", "remind=30,10,0", BRIDGE_RITUAL_MORE_REMINDERS },
    { "", "in-recovery=1", BRIDGE_RITUAL_MORE_REMINDERS },
    { "in-recovery=1", "", NONE },
    { "in-recovery=1", "in-recovery=1", NONE },
    { "", "title=Coffee", BRIDGE_RITUAL_MORE_WORDS },
    { "who=ada", "title=Coffee", BRIDGE_RITUAL_MORE_PERSONS | BRIDGE_RITUAL_MORE_WORDS },
    { "", "smaller=One cup", NONE },
    { "", "when-then=When it is dark, we make tea.", BRIDGE_RITUAL_MORE_WORDS },
    { "when-then=When it is dark, we make tea.", "when-then=When it is light, we do.", BRIDGE_RITUAL_MORE_WORDS },
    { "when-then=When it is dark, we make tea.", "", NONE },
    { "", "steps=Sit down", BRIDGE_RITUAL_MORE_WORDS },
    { "", "lead=ada", BRIDGE_RITUAL_MORE_WORDS },
    { "", "lead=ben", BRIDGE_RITUAL_MORE_WORDS },
    { "lead=ada", "lead=ben", NONE },
    { "lead=ben", "lead=ada", NONE },
    { "lead=ben", "", NONE },
    { "steps=Sit down/Drink", "steps=Drink", NONE },
    { "steps=Sit down/Drink", "steps=Drink/Talk about money", BRIDGE_RITUAL_MORE_WORDS },
    { "steps=Sit down", "", NONE },
    { "", "who=ada", BRIDGE_RITUAL_MORE_PERSONS },
    { "", "who=ben", BRIDGE_RITUAL_MORE_PERSONS },
    { "who=ada", "", BRIDGE_RITUAL_MORE_PERSONS },
    { "who=ada", "who=ada", NONE },
    { "who=ada", "who=ben", BRIDGE_RITUAL_MORE_PERSONS },
    { "who=ben", "who=ada", NONE },
    { "who=ben", "who=ben", NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BridgeRitual *rituals[] = { tea (), tea () };
      const char *texts[] = { vectors[i].before, vectors[i].after };

      for (int k = 0; k < 2; k++)
        {
          g_auto (GStrv) parts = g_strsplit (texts[k], "=", 2);

          if (g_strv_length (parts) == 0)
            continue;
          if (g_str_equal (parts[0], "minutes") || g_str_equal (parts[0], "closeness") || g_str_equal (parts[0], "in-recovery"))
            g_object_set (rituals[k], parts[0], atoi (parts[1]), NULL);
          else if (g_str_equal (parts[0], "steps"))
            {
              g_auto (GStrv) steps = g_strsplit (parts[1], "/", -1);

              g_object_set (rituals[k], "steps", steps, NULL);
            }
          else
            g_object_set (rituals[k], parts[0], parts[1], NULL);
        }
      g_test_message ("%s -> %s", vectors[i].before, vectors[i].after);
      g_assert_cmpint (bridge_ritual_find_more (rituals[0], rituals[1], "ada", at ("2026-11-26T18:00")), ==, vectors[i].more);
      g_object_unref (rituals[0]);
      g_object_unref (rituals[1]);
    }
}

static void
test_new (void)
{
  g_autoptr (BridgeRitual) ritual = tea ();

  g_assert_cmpint (bridge_ritual_find_more (NULL, ritual, "ada", 0), ==, BRIDGE_RITUAL_MORE_NEW);
  g_object_set (ritual, "who", "ben", NULL);
  g_assert_cmpint (bridge_ritual_find_more (NULL, ritual, "ada", 0), ==, BRIDGE_RITUAL_MORE_NEW);
  g_object_set (ritual, "who", "ada", NULL);
  g_assert_cmpint (bridge_ritual_find_more (NULL, ritual, "ada", 0), ==, NONE);
}

/* What is written is what differs, and is applied to what is otherwise as it was. */
static void
test_write_and_apply (void)
{
  const char *const steps[] = { "Water", "Leaves", NULL };
  g_autoptr (BridgeRitual) before = tea ();
  g_autoptr (BridgeRitual) after = tea ();
  g_autoptr (BridgeRitual) renamed = tea ();
  g_autoptr (BridgeRitual) changed = tea ();
  g_autoptr (BridgeSchedule) twice = schedule ("2026-11-24T08:00", "FREQ=DAILY", "08:00,21:00", "Europe/Berlin");
  g_autofree char *none = bridge_ritual_change_write (before, after);
  g_autofree char *change = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (none);
  g_object_set (after, "minutes", 30, "who", "ada", "steps", steps, "remind", "0", "in-recovery", TRUE, "schedule",
                twice, NULL);
  change = bridge_ritual_change_write (before, after);
  g_assert_null (strstr (change, "title"));
  g_assert_nonnull (strstr (change, "21:00"));

  bridge_ritual_change_apply (before, change, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (before, after, NULL);
  /* Applied once more it changes nothing. */
  bridge_ritual_change_apply (before, change, &error);
  g_assert_no_error (error);

  /* Other words are kept. */
  g_object_set (renamed, "title", "Coffee", NULL);
  bridge_ritual_change_apply (renamed, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_ritual_get_title (renamed), ==, "Coffee");
  g_assert_cmpint (bridge_ritual_get_minutes (renamed), ==, 30);

  /* What was changed meanwhile stays as it is. */
  g_object_set (changed, "minutes", 10, NULL);
  g_assert_false (bridge_ritual_change_apply (changed, change, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_assert_cmpint (bridge_ritual_get_minutes (changed), ==, 10);
}

static void
test_apply_nonsense (void)
{
  const char *const texts[] = {
    "", "[]", "{}", "null", "{\"from\": 1, \"to\": {}}", "{\"from\": {}, \"to\": []}",
    "{\"from\": {\"minutes\": 20}, \"to\": {\"minutes\": \"many\"}}",
    "{\"from\": {\"schedule\": {\"start\": \"2026-11-24T19:00\", \"rule\": \"FREQ=WEEKLY;BYDAY=TU\", \"times\": null, "
    "\"zone\": null}}, \"to\": {\"schedule\": 3}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BridgeRitual) ritual = tea ();
      g_autoptr (BridgeRitual) same = tea ();
      g_autoptr (GError) error = NULL;

      g_assert_false (bridge_ritual_change_apply (ritual, texts[i], &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
      bridge_test_assert_same (ritual, same, NULL);
    }
}

static void
test_move_to (void)
{
  static const struct {
    const char *start, *rule, *times, *when;
    const char *words; /* NULL: nothing would be left */
  } vectors[] = {
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", NULL, "2026-12-03T20:00", "Every Thursday at 20:00" },
    { "2026-11-24T19:00", "FREQ=WEEKLY", NULL, "2026-12-03T20:00", "Every Thursday at 20:00" },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU,FR", NULL, "2026-12-03T20:00", "Every Tuesday and Friday at 20:00" },
    { "2026-11-24T19:00", "FREQ=DAILY", NULL, "2026-12-03T20:00", "Every day at 20:00" },
    { "2026-11-24T08:00", "FREQ=DAILY", "08:00,21:00", "2026-12-03T20:00", "Every day at 08:00 and 21:00" },
    { "2026-12-01T19:00", "FREQ=MONTHLY;BYDAY=1TU", NULL, "2026-12-10T20:00", "On the second Thursday of every month at 20:00" },
    { "2026-12-01T19:00", "FREQ=MONTHLY;BYMONTHDAY=1", NULL, "2026-12-10T20:00", "On the 10th of every month at 20:00" },
    { "2026-12-01T19:00", "FREQ=MONTHLY;BYMONTHDAY=1", NULL, "2026-12-31T20:00", "On the last day of every month at 20:00" },
    { "2026-12-01T19:00", NULL, NULL, "2026-12-03T20:00", "Once, on Thursday, 3 December 2026 at 20:00" },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261130T190000", NULL, "2026-12-03T20:00", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeRitual) ritual = tea ();
      g_autoptr (BridgeSchedule) old = schedule (vectors[i].start, vectors[i].rule, vectors[i].times, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;

      g_object_set (ritual, "schedule", old, NULL);
      if (!bridge_ritual_move_to (ritual, at (vectors[i].when), &error))
        {
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
          g_assert_null (vectors[i].words);
          continue;
        }
      words = bridge_schedule_to_words (bridge_ritual_get_schedule (ritual));
      g_assert_cmpstr (words, ==, vectors[i].words);
      g_assert_cmpint (bridge_schedule_get_start (bridge_ritual_get_schedule (ritual)), >=, bridge_local_day_start (at (vectors[i].when)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ritual-change/schedules", test_schedules);
  g_test_add_func ("/ritual-change/values", test_values);
  g_test_add_func ("/ritual-change/new", test_new);
  g_test_add_func ("/ritual-change/write-and-apply", test_write_and_apply);
  g_test_add_func ("/ritual-change/apply-nonsense", test_apply_nonsense);
  g_test_add_func ("/ritual-change/move-to", test_move_to);

  return g_test_run ();
}
