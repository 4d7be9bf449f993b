/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-schedule.h"

#include <glib/gstdio.h>

static BridgeLocal
local (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal value;

  bridge_local_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static BridgeSchedule *
schedule (const char *start,
          const char *rule,
          const char *times,
          const char *zone)
{
  g_autoptr (GError) error = NULL;
  BridgeSchedule *self = bridge_schedule_new (local (start), rule, times, zone, &error);

  g_assert_no_error (error);
  return self;
}

/* The first starts from @from on, as text; ends with a full stop where there are no more. */
static char *
starts_from (const BridgeSchedule *self,
             const char           *from,
             guint                 most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BridgeScheduleIter iter;
  BridgeLocal start;

  bridge_schedule_iter_init (&iter, self, from != NULL ? local (from) : BRIDGE_LOCAL_NONE);
  for (guint i = 0; i < most; i++)
    {
      g_autofree char *iso = NULL;

      if (!bridge_schedule_iter_next (&iter, &start))
        {
          g_assert_false (bridge_schedule_iter_next (&iter, &start));
          g_string_append_c (text, '.');
          break;
        }
      iso = bridge_local_format (start);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", iso + strlen ("2026-"));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_starts (const BridgeSchedule *self,
               const char           *from,
               guint                 most,
               const char           *expected)
{
  g_autofree char *given = starts_from (self, from, most);

  g_assert_cmpstr (given, ==, expected);
}

static void
test_starts (void)
{
  static const struct {
    const char *start;
    const char *rule;
    const char *times;
    const char *from;
    guint most;
    const char *starts;
  } cases[] = {
    { "2026-11-24T19:00", NULL, NULL, NULL, 3, "11-24T19:00." },
    { "2026-11-24T19:00", "", "", NULL, 3, "11-24T19:00." },
    { "2026-11-24T19:00", NULL, NULL, "2026-11-24T19:01", 3, "." },
    { "2026-11-24T10:00", NULL, "08:00,21:00,12:00", NULL, 5, "11-24T12:00 11-24T21:00." },
    { "2026-11-24T19:00:30", "FREQ=DAILY;COUNT=2", NULL, NULL, 5, "11-24T19:00 11-25T19:00." },
    { "2026-11-23T19:00", "FREQ=DAILY", "21:00,8:00,08:00", NULL, 4, "11-23T21:00 11-24T08:00 11-24T21:00 11-25T08:00" },
    { "2026-11-23T22:00", "FREQ=DAILY", "08:00,21:00", NULL, 2, "11-24T08:00 11-24T21:00" },
    { "2026-11-23T22:00", "FREQ=DAILY;INTERVAL=2", "08:00", NULL, 2, "11-25T08:00 11-27T08:00" },
    /* COUNT counts days, from the first that has a moment. */
    { "2026-11-23T00:00", "FREQ=DAILY;COUNT=2", "08:00,21:00", NULL, 9, "11-23T08:00 11-23T21:00 11-24T08:00 11-24T21:00." },
    { "2026-11-23T12:00", "FREQ=DAILY;COUNT=2", "08:00,21:00", NULL, 9, "11-23T21:00 11-24T08:00 11-24T21:00." },
    { "2026-11-23T22:00", "FREQ=DAILY;COUNT=2", "08:00,21:00", NULL, 9, "11-24T08:00 11-24T21:00 11-25T08:00 11-25T21:00." },
    { "2026-11-23T00:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", NULL, NULL, 9, "11-24T00:00 12-01T00:00." },
    /* UNTIL looks at each moment. */
    { "2026-11-23T00:00", "FREQ=DAILY;UNTIL=20261124T120000", "08:00,21:00", NULL, 9, "11-23T08:00 11-23T21:00 11-24T08:00." },
    { "2026-11-23T00:00", "FREQ=DAILY;UNTIL=20261124", "08:00,21:00", NULL, 9, "11-23T08:00 11-23T21:00 11-24T08:00 11-24T21:00." },
    { "2026-11-23T19:00", "FREQ=WEEKLY;BYDAY=TU,FR", NULL, "2026-11-27T19:00", 2, "11-27T19:00 12-01T19:00" },
    { "2026-11-23T19:00", "FREQ=WEEKLY;BYDAY=TU,FR", NULL, "2026-11-27T19:01", 1, "12-01T19:00" },
    { "2026-11-01T08:00", "FREQ=DAILY;COUNT=30", "08:00,21:00", "2026-11-30T09:00", 9, "11-30T21:00." },
    { "2026-11-26T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", NULL, NULL, 2, "12-08T19:00 12-22T19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeSchedule) self = schedule (cases[i].start, cases[i].rule, cases[i].times, NULL);

      assert_starts (self, cases[i].from, cases[i].most, cases[i].starts);
    }
}

static void
test_refused (void)
{
  static const struct {
    const char *rule;
    const char *times;
    const char *zone;
    BridgeError code;
  } cases[] = {
    { "every day", NULL, NULL, BRIDGE_ERROR_INVALID_RULE },
    { "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1", NULL, NULL, BRIDGE_ERROR_UNSUPPORTED_RULE },
    { "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", NULL, NULL, BRIDGE_ERROR_NEVER },
    { "FREQ=DAILY;UNTIL=20200101", NULL, NULL, BRIDGE_ERROR_NEVER },
    { NULL, "08:00", NULL, BRIDGE_ERROR_NEVER },
    { "FREQ=DAILY", "08:00,", NULL, BRIDGE_ERROR_INVALID_DATE },
    { "FREQ=DAILY", "25:00", NULL, BRIDGE_ERROR_INVALID_DATE },
    { "FREQ=DAILY", NULL, "Mars/Phobos", BRIDGE_ERROR_UNKNOWN_ZONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeSchedule) self =
        bridge_schedule_new (local ("2026-11-24T19:00"), cases[i].rule, cases[i].times, cases[i].zone, &error);

      g_assert_null (self);
      g_assert_error (error, BRIDGE_ERROR, (int) cases[i].code);
    }

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeSchedule) self =
        bridge_schedule_new (i == 0 ? BRIDGE_LOCAL_NONE : 10000000 * BRIDGE_DAY, NULL, NULL, NULL, &error);

      g_assert_null (self);
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
    }
}

static void
test_fields (void)
{
  g_autoptr (BridgeSchedule) self = schedule ("2026-11-24T19:00", "rrule:freq=daily", "21:00,08:00", "Europe/Berlin");
  g_autoptr (BridgeSchedule) same = schedule ("2026-11-24T21:00", "FREQ=DAILY;INTERVAL=1", "08:00,21:00", "Europe/Berlin");
  g_autoptr (BridgeSchedule) floating = schedule ("2026-11-24T21:00", "FREQ=DAILY", "08:00,21:00", "floating");
  g_autoptr (BridgeSchedule) once = schedule ("2026-11-24T21:00", NULL, NULL, "");
  g_autofree char *rule = bridge_schedule_dup_rule (self);
  g_autofree char *times = bridge_schedule_dup_times (self);
  const int *minutes;
  guint n;

  g_assert_cmpint (bridge_schedule_get_start (self), ==, local ("2026-11-24T21:00"));
  g_assert_cmpstr (rule, ==, "FREQ=DAILY");
  g_assert_cmpstr (times, ==, "08:00,21:00");
  g_assert_cmpstr (bridge_schedule_get_zone (self), ==, "Europe/Berlin");
  minutes = bridge_schedule_get_times (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (minutes[0], ==, 480);
  g_assert_cmpint (minutes[1], ==, 1260);

  g_assert_true (bridge_schedule_equal (self, same));
  g_assert_false (bridge_schedule_equal (self, floating));
  g_assert_false (bridge_schedule_equal (floating, once));
  g_assert_null (bridge_schedule_get_zone (floating));
  g_assert_null (bridge_schedule_get_zone (once));
  g_assert_null (bridge_schedule_get_recurrence (once));
  g_assert_null (bridge_schedule_dup_rule (once));
  g_assert_null (bridge_schedule_dup_times (once));

  /* What is stored makes the same schedule again. */
  {
    g_autoptr (BridgeSchedule) again =
      bridge_schedule_new (bridge_schedule_get_start (self), rule, times, bridge_schedule_get_zone (self), NULL);

    g_assert_true (bridge_schedule_equal (self, again));
  }
}

static void
test_contains (void)
{
  g_autoptr (BridgeSchedule) self = schedule ("2026-11-23T19:00", "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261231", "08:00,19:00", NULL);

  g_assert_true (bridge_schedule_contains (self, local ("2026-11-24T08:00")));
  g_assert_true (bridge_schedule_contains (self, local ("2026-12-25T19:00")));
  g_assert_false (bridge_schedule_contains (self, local ("2026-11-23T19:00")));
  g_assert_false (bridge_schedule_contains (self, local ("2026-11-24T09:00")));
  g_assert_false (bridge_schedule_contains (self, local ("2026-11-20T08:00")));
  g_assert_false (bridge_schedule_contains (self, local ("2027-01-01T08:00")));
}

static void
test_zones (void)
{
  g_autoptr (GTimeZone) berlin = bridge_zone_new ("Europe/Berlin", NULL);
  g_autoptr (GTimeZone) tokyo = bridge_zone_new ("Asia/Tokyo", NULL);
  g_autoptr (BridgeSchedule) floating = schedule ("2026-11-24T19:00", "FREQ=DAILY", NULL, NULL);
  g_autoptr (BridgeSchedule) pinned = schedule ("2026-11-24T19:00", "FREQ=DAILY", NULL, "Europe/Berlin");
  g_autoptr (BridgeSchedule) until = schedule ("2026-11-24T19:00", "FREQ=DAILY;UNTIL=20261126T180000Z", NULL, "Europe/Berlin");
  g_autoptr (BridgeSchedule) until_floating = schedule ("2026-11-24T19:00", "FREQ=DAILY;UNTIL=20261126T180000Z", NULL, NULL);
  g_autofree char *rule = bridge_schedule_dup_rule (until);
  BridgeLocal start = local ("2026-11-24T19:00");
  BridgeLocal from, to;

  g_assert_cmpint (bridge_schedule_localise (floating, start, berlin), ==, bridge_local_to_utc_ms (start, berlin));
  g_assert_cmpint (bridge_schedule_localise (floating, start, tokyo), ==, bridge_local_to_utc_ms (start, tokyo));
  g_assert_cmpint (bridge_schedule_localise (pinned, start, tokyo), ==, bridge_local_to_utc_ms (start, berlin));

  bridge_schedule_window (floating, start, start + BRIDGE_DAY, tokyo, &from, &to);
  g_assert_cmpint (from, ==, start);
  g_assert_cmpint (to, ==, start + BRIDGE_DAY);
  bridge_schedule_window (pinned, start, start + BRIDGE_DAY, tokyo, &from, &to);
  g_assert_cmpint (from, ==, start - 8 * BRIDGE_HOUR);
  g_assert_cmpint (to, ==, start + 16 * BRIDGE_HOUR);

  /* 18:00 UTC is 19:00 in Berlin; a floating schedule takes it as written. */
  g_assert_cmpstr (rule, ==, "FREQ=DAILY;UNTIL=20261126T190000");
  assert_starts (until, NULL, 9, "11-24T19:00 11-25T19:00 11-26T19:00.");
  assert_starts (until_floating, NULL, 9, "11-24T19:00 11-25T19:00.");
}

static void
put_zone (const char *path,
          const char *rules)
{
  g_autofree char *from = g_build_filename ("/usr/share/zoneinfo", rules, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* The tz database is updated while the schedules live on: GLib keeps a zone for all as long as one of them does. */
static void
test_new_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("footbridge-zones-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Changing", NULL);
  g_autoptr (GTimeZone) tokyo = bridge_zone_new ("Asia/Tokyo", NULL);
  g_autoptr (GTimeZone) kolkata = bridge_zone_new ("Asia/Kolkata", NULL);
  g_autoptr (BridgeSchedule) one = NULL;
  g_autoptr (BridgeSchedule) other = NULL;
  BridgeLocal start = local ("2026-11-24T19:00");
  BridgeLocal from, to;

  g_assert_no_error (error);
  g_setenv ("TZDIR", folder, TRUE);
  put_zone (path, "Asia/Tokyo");
  one = schedule ("2026-11-24T19:00", "FREQ=DAILY", NULL, "Changing");
  other = bridge_schedule_dup_less (one);
  g_assert_cmpint (bridge_schedule_localise (one, start, kolkata), ==, bridge_local_to_utc_ms (start, tokyo));

  put_zone (path, "Asia/Kolkata");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (bridge_schedule_localise (one, start, tokyo), ==, bridge_local_to_utc_ms (start, kolkata));
  g_assert_cmpint (bridge_schedule_localise (other, start, tokyo), ==, bridge_local_to_utc_ms (start, kolkata));
  bridge_schedule_window (one, start, start + BRIDGE_DAY, kolkata, &from, &to);
  g_assert_cmpint (from, ==, start);

  /* A name that is not known any more counts as no zone. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (bridge_schedule_localise (one, start, tokyo), ==, bridge_local_to_utc_ms (start, tokyo));
  g_unsetenv ("TZDIR");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Over a change of the clocks, every start whose instant lies in the window is looked at. */
static void
test_window_over_changes (void)
{
  g_autoptr (GTimeZone) here = bridge_zone_new ("Asia/Tokyo", NULL);
  static const char *const nights[] = { "2027-03-27T12:00", "2027-10-30T12:00" };

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      for (int minute = 0; minute < 1440; minute += 10)
        {
          g_autofree char *times = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
          g_autoptr (BridgeSchedule) self = schedule ("2027-01-01T00:00", "FREQ=DAILY", times, "Europe/Berlin");

          for (int step = 0; step < 48; step++)
            {
              BridgeLocal here_from = local (nights[i]) + step * 30 * BRIDGE_MINUTE;
              BridgeLocal here_to = here_from + 30 * BRIDGE_MINUTE;
              gint64 utc_from = bridge_local_to_utc_ms (here_from, here);
              gint64 utc_to = bridge_local_to_utc_ms (here_to, here);
              BridgeScheduleIter iter;
              BridgeLocal from, to, start;

              bridge_schedule_window (self, here_from, here_to, here, &from, &to);
              g_assert_cmpint (to - from, <=, 2 * BRIDGE_HOUR);
              bridge_schedule_iter_init (&iter, self, local (nights[i]) - 3 * BRIDGE_DAY);
              while (bridge_schedule_iter_next (&iter, &start) && start < local (nights[i]) + 4 * BRIDGE_DAY)
                {
                  gint64 utc = bridge_schedule_localise (self, start, here);

                  if (utc >= utc_from && utc < utc_to)
                    {
                      g_assert_cmpint (start, >=, from);
                      g_assert_cmpint (start, <, to);
                    }
                }
            }
        }
    }
}

static void
test_less (void)
{
  static const struct {
    const char *rule;
    const char *times;
    const char *less;  /* NULL: cannot be less */
    const char *less_times;
  } cases[] = {
    { NULL, NULL, NULL, NULL },
    { "FREQ=DAILY", NULL, "FREQ=DAILY;INTERVAL=2", NULL },
    { "FREQ=DAILY", "19:00,21:00", "FREQ=DAILY", NULL },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", NULL, "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU,FR", NULL },
    { "FREQ=MONTHLY;BYDAY=-1TU;COUNT=5", NULL, "FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=-1TU", NULL },
    { "FREQ=YEARLY", NULL, "FREQ=YEARLY;INTERVAL=2", NULL },
    /* Every second month is no less when only November counts. */
    { "FREQ=MONTHLY;BYMONTH=11", NULL, "FREQ=MONTHLY;INTERVAL=8;BYMONTH=11", NULL },
    { "FREQ=DAILY;COUNT=1", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeSchedule) self = schedule ("2026-11-24T19:00", cases[i].rule, cases[i].times, NULL);
      g_autoptr (BridgeSchedule) less = bridge_schedule_dup_less (self);
      g_autofree char *rule = less != NULL ? bridge_schedule_dup_rule (less) : NULL;
      g_autofree char *times = less != NULL ? bridge_schedule_dup_times (less) : NULL;

      g_assert_cmpstr (rule, ==, cases[i].less);
      g_assert_cmpstr (times, ==, cases[i].less_times);
      if (less != NULL)
        g_assert_cmpint (bridge_schedule_get_start (less), ==, bridge_schedule_get_start (self));
    }
}

static void
test_from (void)
{
  static const struct {
    const char *rule;
    const char *times;
    const char *from;
    const char *rest; /* NULL: nothing is left */
  } cases[] = {
    { NULL, NULL, "2026-11-24T19:00", "11-24T19:00." },
    { NULL, NULL, "2026-11-24T19:01", NULL },
    { "FREQ=DAILY;COUNT=4", NULL, "2026-11-26T00:00", "11-26T19:00 11-27T19:00." },
    { "FREQ=DAILY;COUNT=4", NULL, "2026-11-01T00:00", "11-24T19:00 11-25T19:00 11-26T19:00 11-27T19:00." },
    { "FREQ=DAILY;COUNT=2", "19:00,21:00", "2026-11-24T20:00", "11-24T21:00 11-25T19:00 11-25T21:00." },
    { "FREQ=DAILY;COUNT=2", "19:00,21:00", "2026-11-25T20:00", "11-25T21:00." },
    { "FREQ=DAILY;COUNT=4", NULL, "2026-11-28T00:00", NULL },
    { "FREQ=DAILY;UNTIL=20261126", NULL, "2026-11-26T00:00", "11-26T19:00." },
    { "FREQ=WEEKLY;INTERVAL=2", NULL, "2026-11-25T00:00", "12-08T19:00 12-22T19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeSchedule) self = schedule ("2026-11-24T19:00", cases[i].rule, cases[i].times, NULL);
      g_autoptr (BridgeSchedule) rest = bridge_schedule_dup_from (self, local (cases[i].from));

      g_assert_cmpint (rest == NULL, ==, cases[i].rest == NULL);
      if (rest != NULL)
        assert_starts (rest, NULL, g_str_has_suffix (cases[i].rest, ".") ? 9 : 2, cases[i].rest);
    }
}

static void
test_words (void)
{
  g_autoptr (BridgeSchedule) twice = schedule ("2026-11-24T08:00", "FREQ=DAILY", "08:00,21:00", NULL);
  g_autoptr (BridgeSchedule) once = schedule ("2026-11-24T19:00", NULL, NULL, NULL);
  g_autoptr (BridgeSchedule) pinned = schedule ("2026-11-24T19:00", "FREQ=WEEKLY", NULL, "Europe/Berlin");
  g_autofree char *twice_words = bridge_schedule_to_words (twice);
  g_autofree char *once_words = bridge_schedule_to_words (once);
  g_autofree char *pinned_words = bridge_schedule_to_words (pinned);

  g_assert_cmpstr (twice_words, ==, "Every day at 08:00 and 21:00");
  g_assert_cmpstr (once_words, ==, "Once, on Tuesday, 24 November 2026 at 19:00");
  g_assert_cmpstr (pinned_words, ==, "Every Tuesday at 19:00 (Europe/Berlin)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/starts", test_starts);
  g_test_add_func ("/schedule/refused", test_refused);
  g_test_add_func ("/schedule/fields", test_fields);
  g_test_add_func ("/schedule/contains", test_contains);
  g_test_add_func ("/schedule/zones", test_zones);
  g_test_add_func ("/schedule/new-rules", test_new_rules);
  g_test_add_func ("/schedule/window-over-changes", test_window_over_changes);
  g_test_add_func ("/schedule/less", test_less);
  g_test_add_func ("/schedule/from", test_from);
  g_test_add_func ("/schedule/words", test_words);

  return g_test_run ();
}
