/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scheduler-fixture.h"

/* What time does to reminders: sleep, clocks that are set, zones, summer time, leap days and years. Each must come once. */

typedef struct {
  Service service;
  GHashTable *ledger; /* "occurrence/lead" -> what was shown and when, as text */
} Timed;

static void
set_up (Timed         *timed,
        gconstpointer  user_data)
{
  service_set_up (&timed->service, NULL);
  recorder_set_clock (timed->service.recorder, timed->service.base.clock);
  timed->ledger = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
tear_down (Timed         *timed,
           gconstpointer  user_data)
{
  g_hash_table_unref (timed->ledger);
  service_tear_down (&timed->service, NULL);
}

static void
restart (Timed *timed)
{
  service_restart (&timed->service);
}

static void
go_to (Timed      *timed,
       const char *to)
{
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (timed->service.base.clock), to);
}

static void
advance (Timed *timed,
         gint64   ms)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (timed->service.base.clock), ms);
}

static void
set_clock (Timed *timed,
           gint64   utc_ms)
{
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (timed->service.base.clock), utc_ms);
  spin ();
}

static void
set_zone (Timed      *timed,
          const char *zone)
{
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (timed->service.base.clock), zone);
  spin ();
}

static char *
add_ritual (Timed      *timed,
            const char *start_at,
            const char *rule,
            const char *remind,
            const char *zone)
{
  char *id = fixture_add_ritual (&timed->service.base, "Tea", start_at, rule, remind);

  if (zone != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start_at), rule, NULL, zone, &error);

      g_assert_no_error (error);
      fixture_change_ritual (&timed->service.base, id, "schedule", schedule, NULL);
    }
  return id;
}

static void
add_quiet_hours (Timed      *timed,
                 int         weekdays,
                 int         from,
                 int         to)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, weekdays, from, to);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeHours) stored = bridge_space_add_hours (timed->service.base.space, hours, &error);

  g_assert_no_error (error);
}

static void
add_absence (Timed      *timed,
             const char *who,
             const char *from,
             const char *until)
{
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, who, local (from), local (until));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeAbsence) stored = bridge_space_add_absence (timed->service.base.space, absence, &error);

  g_assert_no_error (error);
}

static char *
name_of (const char  *ritual_id,
         BridgeLocal  moment)
{
  g_autofree char *text = bridge_local_format (moment);

  return fixture_name (ritual_id, text);
}

static BridgeReminder *
load (Timed       *timed,
      const char  *ritual_id,
      BridgeLocal  moment,
      int          lead)
{
  g_autoptr (GError) error = NULL;
  BridgeReminder *reminder = bridge_store_load_reminder (bridge_space_get_database (timed->service.base.space), ritual_id, moment,
                                                         lead, &error);

  g_assert_no_error (error);
  return reminder;
}

static gboolean
is_superseded (BridgeReminder *reminder)
{
  return bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_FOLDED &&
         g_strcmp0 (bridge_reminder_get_reason (reminder), "superseded") == 0;
}

/* Writes down what was shown since last time; what had been before must be as it was: nothing is told of twice. */
static void
take_stock (Timed *timed)
{
  gint64 since = bridge_clock_now (timed->service.base.clock) - 40 * 24 * 60 * BRIDGE_MS_PER_MINUTE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bridge_space_list_reminders (timed->service.base.space, since, G_MAXINT, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BridgeReminder *row = g_ptr_array_index (rows, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (row);
      g_autofree char *key = g_strdup_printf ("%s/%d", name, bridge_reminder_get_lead (row));
      g_autofree char *value = NULL;
      const char *known = g_hash_table_lookup (timed->ledger, key);

      if (bridge_reminder_get_shown_at (row) == 0 || is_superseded (row))
        {
          g_assert_null (known);
          continue;
        }
      value = g_strdup_printf ("%s/%" G_GINT64_FORMAT,
                               bridge_reminder_get_state (row) == BRIDGE_REMINDER_FOLDED ? "digest" : name,
                               bridge_reminder_get_shown_at (row));
      if (known != NULL)
        g_assert_cmpstr (known, ==, value);
      else
        g_hash_table_insert (timed->ledger, g_steal_pointer (&key), g_steal_pointer (&value));
    }
}

/* What the ledger says was shown, and what the notifier was told, are the same: no notice too many, and none too few. */
static void
check_ledger (Timed *timed)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) noted = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < recorder_count (timed->service.recorder); i++)
    {
      char *text = g_strdup_printf ("%s/%" G_GINT64_FORMAT, recorder_get (timed->service.recorder, i)->id,
                                    recorder_get_time (timed->service.recorder, i));

      g_assert_true (g_hash_table_add (told, text));
    }
  g_hash_table_iter_init (&iter, timed->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      gboolean fresh = g_hash_table_add (noted, value);

      g_assert_true (g_hash_table_contains (told, value));
      g_assert_true (fresh || g_str_has_prefix (value, "digest/"));
    }
  g_assert_cmpuint (g_hash_table_size (noted), ==, g_hash_table_size (told));
}

/* Each lead of a moment is on record, and has been seen as often as the record says: alone, in a digest, or not at all
 * because a newer one of the same moment counted. */
static void
assert_once (Timed       *timed,
             const char  *ritual_id,
             BridgeLocal  moment,
             const char  *remind)
{
  g_autofree char *name = name_of (ritual_id, moment);
  g_auto (GStrv) leads = g_strsplit (remind, ",", -1);
  gboolean newest_counts = FALSE;
  guint n_alone = 0;

  for (guint i = 0; leads[i] != NULL; i++)
    {
      g_autoptr (BridgeReminder) row = load (timed, ritual_id, moment, atoi (leads[i]));

      if (row == NULL)
        g_error ("%s: no reminder %s minutes before", name, leads[i]);
      if (bridge_reminder_get_state (row) != BRIDGE_REMINDER_FOLDED)
        {
          g_assert_cmpint (bridge_reminder_get_state (row), !=, BRIDGE_REMINDER_PENDING);
          g_assert_cmpint (bridge_reminder_get_shown_at (row), !=, 0);
          n_alone++;
        }
      newest_counts = !is_superseded (row);
    }
  g_assert_true (newest_counts);
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, name), ==, n_alone);
}

/* The computer sleeps every night for two months, over reminders and not. */
static void
test_sleeps_every_night (Timed         *timed,
                         gconstpointer  user_data)
{
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0,-30", NULL);
  g_autofree char *night = add_ritual (timed, "2026-11-24T02:30", "FREQ=DAILY", "0", NULL);
  g_autofree char *morning = add_ritual (timed, "2026-11-24T07:00", "FREQ=DAILY", "10,0", NULL);
  BridgeLocal day = local ("2026-11-23");

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *evening = bridge_local_format (day + i * BRIDGE_DAY + 22 * BRIDGE_HOUR);

      go_to (timed, evening);
      take_stock (timed);
      set_clock (timed, bridge_clock_now (timed->service.base.clock) + (9 * 60 + 30) * BRIDGE_MS_PER_MINUTE);
      take_stock (timed);
    }

  check_ledger (timed);
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, "digest"), ==, 60);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 60 * 4);
  for (int i = 0; i < 60; i++)
    {
      BridgeLocal next = day + (i + 1) * BRIDGE_DAY;

      assert_once (timed, tea, day + i * BRIDGE_DAY + 19 * BRIDGE_HOUR, "10,0,-30");
      assert_once (timed, night, next + 2 * BRIDGE_HOUR + 30 * BRIDGE_MINUTE, "0");
      assert_once (timed, morning, next + 7 * BRIDGE_HOUR, "10,0");
    }
}

/* A nap over one reminder: it comes at the wake, and only then. */
static void
test_nap (Timed         *timed,
          gconstpointer  user_data)
{
  g_autofree char *id = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0", NULL);
  BridgeLocal moment = local ("2026-11-23T19:00");

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *before = bridge_local_format (moment + i * BRIDGE_DAY - 5 * BRIDGE_MINUTE);

      go_to (timed, before);
      set_clock (timed, bridge_clock_now (timed->service.base.clock) + (6 + i % 28) * BRIDGE_MS_PER_MINUTE);
      take_stock (timed);
      set_clock (timed, bridge_clock_now (timed->service.base.clock) + BRIDGE_MS_PER_MINUTE);
    }
  check_ledger (timed);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 60);
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, "digest"), ==, 0);
  for (int i = 0; i < 30; i++)
    assert_once (timed, id, moment + i * BRIDGE_DAY, "10,0");
}

/* From one showing on, each lead of a moment is shown alone, when it is due, and nothing else is. */
static void
assert_on_time (Timed       *timed,
                guint        from,
                const char  *ritual_id,
                BridgeLocal  moment,
                const char  *remind)
{
  g_autofree char *name = name_of (ritual_id, moment);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (timed->service.base.clock);
  g_auto (GStrv) leads = g_strsplit (remind, ",", -1);
  guint n = 0;

  for (guint i = from; i < recorder_count (timed->service.recorder); i++)
    {
      if (!g_str_equal (recorder_get (timed->service.recorder, i)->id, name))
        continue;
      g_assert_cmpuint (n, <, g_strv_length (leads));
      g_assert_cmpint (recorder_get_time (timed->service.recorder, i), ==,
                       bridge_local_to_utc_ms (moment, here) - atoi (leads[n]) * BRIDGE_MS_PER_MINUTE);
      n++;
    }
  g_assert_cmpuint (n, ==, g_strv_length (leads));
}

/* However wrong the clock was, it was told of. */
static void
assert_told_of (Timed       *timed,
                const char  *ritual_id,
                BridgeLocal  moment)
{
  g_autofree char *name = name_of (ritual_id, moment);
  g_autoptr (BridgeReminder) row = load (timed, ritual_id, moment, 0);

  g_assert_nonnull (row);
  g_assert_cmpint (bridge_reminder_get_shown_at (row), !=, 0);
  g_assert_cmpint (bridge_reminder_get_state (row), !=, BRIDGE_REMINDER_PENDING);
  if (bridge_reminder_get_state (row) != BRIDGE_REMINDER_FOLDED)
    g_assert_cmpuint (recorder_count_of (timed->service.recorder, name), >=, 1);
}

/* @data: minutes by which the clock is set wrong at noon, before it is set right again; at once, and after having gone on wrong.
 * Whatever it showed meanwhile, what is due from then on comes when it is due. */
static void
test_set_and_back (Timed         *timed,
                   gconstpointer  data)
{
  gint64 wrong = GPOINTER_TO_INT (data) * BRIDGE_MS_PER_MINUTE;
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0", NULL);
  g_autofree char *walk = add_ritual (timed, "2026-11-23T12:30", "FREQ=DAILY", "0", NULL);
  BridgeLocal day = local ("2026-11-23");
  guint n;

  go_to (timed, "2026-11-23T12:00");
  set_clock (timed, bridge_clock_now (timed->service.base.clock) + wrong);
  set_clock (timed, bridge_clock_now (timed->service.base.clock) - wrong);
  g_assert_cmpint (bridge_clock_now (timed->service.base.clock), ==, utc (&timed->service.base, "2026-11-23T12:00"));
  n = recorder_count (timed->service.recorder);
  go_to (timed, "2026-11-25T12:00");
  for (int i = 0; i < 2; i++)
    {
      assert_on_time (timed, n, tea, day + i * BRIDGE_DAY + 19 * BRIDGE_HOUR, "10,0");
      assert_on_time (timed, n, walk, day + i * BRIDGE_DAY + 12 * BRIDGE_HOUR + 30 * BRIDGE_MINUTE, "0");
    }
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, n + 6);

  set_clock (timed, bridge_clock_now (timed->service.base.clock) + wrong);
  advance (timed, 26 * 60 * BRIDGE_MS_PER_MINUTE);
  set_clock (timed, bridge_clock_now (timed->service.base.clock) - wrong);
  g_assert_cmpint (bridge_clock_now (timed->service.base.clock), ==, utc (&timed->service.base, "2026-11-26T14:00"));
  n = recorder_count (timed->service.recorder);
  go_to (timed, "2026-11-28T12:00");
  assert_on_time (timed, n, tea, day + 3 * BRIDGE_DAY + 19 * BRIDGE_HOUR, "10,0");
  assert_on_time (timed, n, walk, day + 4 * BRIDGE_DAY + 12 * BRIDGE_HOUR + 30 * BRIDGE_MINUTE, "0");
  assert_on_time (timed, n, tea, day + 4 * BRIDGE_DAY + 19 * BRIDGE_HOUR, "10,0");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, n + 5);
  for (int i = 0; i < 5; i++)
    {
      assert_told_of (timed, tea, day + i * BRIDGE_DAY + 19 * BRIDGE_HOUR);
      assert_told_of (timed, walk, day + i * BRIDGE_DAY + 12 * BRIDGE_HOUR + 30 * BRIDGE_MINUTE);
    }
  restart (timed);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, n + 5);
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, "digest"), <=, 3);
}

typedef struct {
  int ahead;   /* seconds by which a broken clock jumps, and back again */
  int minutes; /* for how long, each second, around 19:00 */
} Jumps;

static void
test_back_and_forth (Timed         *timed,
                     gconstpointer  data)
{
  const Jumps *jumps = data;
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0", NULL);
  g_autofree char *walk = add_ritual (timed, "2026-11-23T18:58", "FREQ=DAILY", "0", NULL);
  g_autofree char *late = add_ritual (timed, "2026-11-23T23:00", "FREQ=DAILY", "0", NULL);
  BridgeLocal moment = local ("2026-11-23T19:00");
  gint64 now;

  go_to (timed, "2026-11-23T18:55");
  now = bridge_clock_now (timed->service.base.clock);
  for (int i = 0; i < jumps->minutes * 30; i++)
    {
      advance (timed, 1000);
      set_clock (timed, now + (2 * i + 1 + jumps->ahead) * (gint64) 1000);
      advance (timed, 1000);
      set_clock (timed, now + (2 * i + 2) * (gint64) 1000);
    }
  g_assert_cmpint (bridge_clock_now (timed->service.base.clock), ==, now + jumps->minutes * BRIDGE_MS_PER_MINUTE);
  /* What lay behind once was told of once. */
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, "digest"), <=, 1);

  go_to (timed, "2026-11-24T12:00");
  assert_once (timed, tea, moment, "10,0");
  assert_once (timed, walk, moment - 2 * BRIDGE_MINUTE, "0");
  assert_once (timed, late, moment + 4 * BRIDGE_HOUR, "0");
}

/* Around the world in two weeks, a zone every seven hours: what floats comes once a day of the calendar, what is pinned stays. */
static void
test_around_the_world (Timed         *timed,
                       gconstpointer  user_data)
{
  static const char *const zones[] = {
    "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Anchorage",
    "America/New_York", "America/St_Johns", "Atlantic/Azores", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu",
  };
  g_autofree char *floating = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0", NULL);
  g_autofree char *pinned = add_ritual (timed, "2026-11-23T21:00", "FREQ=DAILY", "0", "Europe/Berlin");
  BridgeLocal day = local ("2026-11-23");
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  go_to (timed, "2026-11-23T00:00");
  for (int i = 0; i < 48; i++)
    {
      advance (timed, 7 * 60 * BRIDGE_MS_PER_MINUTE);
      take_stock (timed);
      set_zone (timed, zones[(i + 1) % G_N_ELEMENTS (zones)]);
      take_stock (timed);
    }
  set_zone (timed, "Europe/Berlin");
  go_to (timed, "2026-12-09T12:00");
  take_stock (timed);
  check_ledger (timed);
  for (int i = 0; i < 15; i++)
    {
      BridgeLocal call = day + i * BRIDGE_DAY + 21 * BRIDGE_HOUR;
      g_autoptr (BridgeReminder) row = load (timed, pinned, call, 0);

      assert_once (timed, floating, day + i * BRIDGE_DAY + 19 * BRIDGE_HOUR, "10,0");
      assert_once (timed, pinned, call, "0");
      g_assert_cmpint (bridge_reminder_get_shown_at (row), ==, bridge_local_to_utc_ms (call, berlin));
    }
}

typedef struct {
  const char *path;
  const char *zone;
  const char *here;    /* (nullable): the ritual is pinned to the zone, and it is somewhere else */
  const char *time;    /* daily at that time */
  const char *from;    /* UTC date and time of the first one that is looked at */
  const char *due[5];  /* UTC, one after the other */
} Change;

/* Nights in which the clocks change: what lies in the gap is read with the offset before it, what comes twice is its first. */
static const Change changes[] = {
  { "berlin-gap", "Europe/Berlin", NULL, "T02:30", "2027-03-26",
    { "2027-03-26T01:30", "2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30", "2027-03-30T00:30" } },
  { "berlin-overlap", "Europe/Berlin", NULL, "T02:30", "2027-10-29",
    { "2027-10-29T00:30", "2027-10-30T00:30", "2027-10-31T00:30", "2027-11-01T01:30", "2027-11-02T01:30" } },
  { "berlin-gap-from-afar", "Europe/Berlin", "America/New_York", "T02:30", "2027-03-26",
    { "2027-03-26T01:30", "2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30", "2027-03-30T00:30" } },
  { "sydney-gap", "Australia/Sydney", NULL, "T02:30", "2027-10-01",
    { "2027-09-30T16:30", "2027-10-01T16:30", "2027-10-02T16:30", "2027-10-03T15:30", "2027-10-04T15:30" } },
  { "sydney-overlap", "Australia/Sydney", NULL, "T02:30", "2027-04-02",
    { "2027-04-01T15:30", "2027-04-02T15:30", "2027-04-03T15:30", "2027-04-04T16:30", "2027-04-05T16:30" } },
  { "lord-howe-gap", "Australia/Lord_Howe", NULL, "T02:15", "2027-10-01",
    { "2027-09-30T15:45", "2027-10-01T15:45", "2027-10-02T15:45", "2027-10-03T15:15", "2027-10-04T15:15" } },
  { "lord-howe-overlap", "Australia/Lord_Howe", NULL, "T01:45", "2027-04-02",
    { "2027-04-01T14:45", "2027-04-02T14:45", "2027-04-03T14:45", "2027-04-04T15:15", "2027-04-05T15:15" } },
  { "santiago-midnight", "America/Santiago", NULL, "T00:30", "2027-09-03",
    { "2027-09-03T04:30", "2027-09-04T04:30", "2027-09-05T04:30", "2027-09-06T03:30", "2027-09-07T03:30" } },
};

static void
test_change (Timed         *timed,
             gconstpointer  data)
{
  const Change *change = data;
  g_autofree char *begin = g_strconcat (change->from, change->time, NULL);
  g_autoptr (GTimeZone) utc_zone = g_time_zone_new_utc ();
  g_autofree char *id = NULL;

  set_zone (timed, change->here != NULL ? change->here : change->zone);
  set_clock (timed, bridge_local_to_utc_ms (local (change->due[0]), utc_zone) - 60 * BRIDGE_MS_PER_MINUTE);
  id = add_ritual (timed, begin, "FREQ=DAILY;COUNT=5", "10,0", change->here != NULL ? change->zone : NULL);
  advance (timed, 7 * 24 * 60 * BRIDGE_MS_PER_MINUTE);

  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 10);
  for (guint i = 0; i < 5; i++)
    {
      gint64 due = bridge_local_to_utc_ms (local (change->due[i]), utc_zone);

      g_assert_cmpint (recorder_get_time (timed->service.recorder, 2 * i), ==, due - 10 * BRIDGE_MS_PER_MINUTE);
      g_assert_cmpint (recorder_get_time (timed->service.recorder, 2 * i + 1), ==, due);
      assert_once (timed, id, local (begin) + i * BRIDGE_DAY, "10,0");
    }
  set_clock (timed, bridge_clock_now (timed->service.base.clock) - 2 * 60 * BRIDGE_MS_PER_MINUTE);
  restart (timed);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 10);
}

/* Quiet hours in the hour that comes twice: quiet both times. */
static void
test_quiet_twice (Timed         *timed,
                  gconstpointer  user_data)
{
  g_autofree char *id = NULL;

  set_clock (timed, utc (&timed->service.base, "2027-10-30T12:00"));
  /* 02:10 in Berlin the second time: pinned to a zone that knows it once. */
  id = add_ritual (timed, "2027-10-31T01:10", "FREQ=DAILY;COUNT=1", "0", "UTC");
  add_quiet_hours (timed, 127, 22 * 60, 2 * 60 + 30);
  advance (timed, 24 * 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  g_assert_cmpint (recorder_get_time (timed->service.recorder, 0), ==,
                   utc (&timed->service.base, "2027-10-31T03:00") - 30 * BRIDGE_MS_PER_MINUTE);
  assert_once (timed, id, local ("2027-10-31T01:10"), "0");
}

static void
test_leap_day (Timed         *timed,
               gconstpointer  user_data)
{
  g_autofree char *yearly = add_ritual (timed, "2028-02-29T19:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "0", NULL);
  g_autofree char *last = add_ritual (timed, "2026-11-30T20:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "1440,0", NULL);
  g_autofree char *thirtieth = add_ritual (timed, "2026-11-30T21:00", "FREQ=MONTHLY;BYMONTHDAY=30", "0", NULL);
  guint n_thirtieth = 0;

  go_to (timed, "2036-03-10T12:00");
  for (int year = 2028; year <= 2036; year += 4)
    {
      g_autofree char *text = g_strdup_printf ("%d-02-29T19:00", year);

      assert_once (timed, yearly, local (text), "0");
    }
  for (int month = 10; month < 10 + 112; month++)
    {
      int year = 2026 + month / 12;
      BridgeLocal day;

      g_assert_true (bridge_local_from_civil (year, month % 12 + 1, bridge_days_in_month (year, month % 12 + 1), 20, 0, 0, &day));
      assert_once (timed, last, day, "1440,0");
      if (bridge_local_from_civil (year, month % 12 + 1, 30, 21, 0, 0, &day))
        {
          assert_once (timed, thirtieth, day, "0");
          n_thirtieth++;
        }
    }
  g_assert_cmpuint (n_thirtieth, ==, 112 - 10);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 3 + 2 * 112 + n_thirtieth);
}

/* The computer is off for months: one digest at the start, none at the next. */
static void
test_months_off (Timed         *timed,
                 gconstpointer  user_data)
{
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0,-30", NULL);
  g_autofree char *walk = add_ritual (timed, "2026-11-23T08:00", "FREQ=WEEKLY;BYDAY=SA,SU", "60,0", NULL);
  g_autofree char *monthly = add_ritual (timed, "2026-11-23T09:00", "FREQ=MONTHLY", "0", NULL);

  add_quiet_hours (timed, 127, 22 * 60, 7 * 60);
  go_to (timed, "2026-11-25T12:00");
  recorder_clear (timed->service.recorder);
  service_end (&timed->service);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (timed->service.base.clock), utc (&timed->service.base, "2027-05-12T12:00"));
  fixture_reopen (&timed->service.base);
  service_start (&timed->service);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (timed->service.recorder, "digest"), ==, 1);
  for (int i = 0; i < 3; i++)
    restart (timed);
  set_clock (timed, bridge_clock_now (timed->service.base.clock) + 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  for (int i = 1; i < 30; i++)
    assert_once (timed, tea, local ("2027-05-12T19:00") - i * BRIDGE_DAY, "10,0,-30");
  go_to (timed, "2027-05-12T23:00");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 4);
}

/* Off for months, and on again in the middle of quiet hours: nothing before they end, then one digest. */
static void
test_months_off_until_night (Timed         *timed,
                             gconstpointer  user_data)
{
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0", NULL);

  add_quiet_hours (timed, 127, 22 * 60, 7 * 60);
  service_end (&timed->service);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (timed->service.base.clock), utc (&timed->service.base, "2027-05-12T23:30"));
  service_start (&timed->service);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 0);
  restart (timed);
  go_to (timed, "2027-05-13T06:59");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 0);
  go_to (timed, "2027-05-13T07:00");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  g_assert_cmpstr (recorder_get (timed->service.recorder, 0)->id, ==, "digest");
  go_to (timed, "2027-05-13T12:00");
  restart (timed);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  assert_once (timed, tea, local ("2027-05-12T19:00"), "10,0");
  assert_once (timed, tea, local ("2027-05-01T19:00"), "10,0");
}

static gboolean
lies_in (BridgeLocal  moment,
         const char  *from,
         const char  *until)
{
  return moment >= local (from) && moment < local (until);
}

/* Two years of days with quiet hours every night, three weeks away together and some days of one of the two: all that shall
 * come comes once, alone or in one digest; nothing at night, nothing of the days away. */
static void
test_two_lived_years (Timed         *timed,
                      gconstpointer  user_data)
{
  g_autofree char *tea = add_ritual (timed, "2026-11-23T19:00", "FREQ=DAILY", "10,0,-45", NULL);
  g_autofree char *late = add_ritual (timed, "2026-11-23T22:30", "FREQ=DAILY", "30,0", NULL);
  g_autofree char *early = add_ritual (timed, "2026-11-23T06:45", "FREQ=DAILY", "0", NULL);
  g_autofree char *own = add_ritual (timed, "2026-11-23T12:00", "FREQ=DAILY", "0", NULL);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (timed->service.base.clock);
  const char *ada = bridge_person_get_id (bridge_space_get_me (timed->service.base.space));
  const char *ben = bridge_person_get_id (bridge_space_get_partner (timed->service.base.space));
  BridgeLocal day = local ("2026-11-23");
  guint n_alone = 0;

  fixture_change_ritual (&timed->service.base, own, "who", ada, NULL);
  add_quiet_hours (timed, 127, 22 * 60 + 15, 7 * 60);
  add_absence (timed, NULL, "2027-07-01", "2027-07-22");
  add_absence (timed, ben, "2028-02-10", "2028-02-15");

  for (int i = 0; i < 731; i++)
    {
      g_autofree char *morning = bridge_local_format (day + (i + 1) * BRIDGE_DAY + 8 * BRIDGE_HOUR);

      go_to (timed, morning);
      take_stock (timed);
      if (i % 100 == 50)
        restart (timed);
    }
  check_ledger (timed);

  for (guint i = 0; i < recorder_count (timed->service.recorder); i++)
    {
      BridgeLocal at = bridge_local_from_utc_ms (recorder_get_time (timed->service.recorder, i), here);
      int second = bridge_local_get_second_of_day (at);

      g_assert_cmpint (second, >=, 7 * 3600);
      g_assert_cmpint (second, <, 22 * 3600 + 15 * 60);
      n_alone += !g_str_equal (recorder_get (timed->service.recorder, i)->id, "digest");
    }

  for (int i = 0; i < 731; i++)
    {
      BridgeLocal date = day + i * BRIDGE_DAY;
      gboolean both_away = lies_in (date, "2027-07-01", "2027-07-22");
      gboolean away = both_away || lies_in (date, "2028-02-10", "2028-02-15");
      struct { const char *id; BridgeLocal at; const char *remind; gboolean away; } plans[] = {
        { tea, date + 19 * BRIDGE_HOUR, "10,0,-45", away },
        { late, date + 22 * BRIDGE_HOUR + 30 * BRIDGE_MINUTE, "30,0", away },
        { early, date + 6 * BRIDGE_HOUR + 45 * BRIDGE_MINUTE, "0", away },
        { own, date + 12 * BRIDGE_HOUR, "0", both_away },
      };

      for (guint k = 0; k < G_N_ELEMENTS (plans); k++)
        {
          if (!plans[k].away)
            {
              assert_once (timed, plans[k].id, plans[k].at, plans[k].remind);
            }
          else
            {
              g_autofree char *name = name_of (plans[k].id, plans[k].at);
              g_autoptr (BridgeReminder) row = load (timed, plans[k].id, plans[k].at, 0);

              g_assert_null (row);
              g_assert_cmpuint (recorder_count_of (timed->service.recorder, name), ==, 0);
            }
        }
    }

  /* 26 days without tea, late and early ones, 21 without Ada's own. A day has tea three times and the late one at 22:00.
   * At 07:00 comes what has waited: the early one by itself, and the late one of the day before, which is over, in a digest. The
   * last morning belongs to day 732. */
  g_assert_cmpuint (n_alone + recorder_count_of (timed->service.recorder, "digest"), ==, recorder_count (timed->service.recorder));
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, (731 - 26) * (3 + 1 + 1 + 1) + 1 + 731 - 21);
}

#define CROWD 1000

/* A thousand at the same second: one digest, and each on record. */
static void
test_crowd (Timed         *timed,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  BridgeDatabase *db;

  /* Written as one, as an import would: that each of them is planned is not what is looked at. */
  service_end (&timed->service);
  db = bridge_space_get_database (timed->service.base.space);
  g_assert_true (bridge_database_begin (db, &error));
  for (int i = 0; i < CROWD; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %d", i);
      g_autofree char *id = g_uuid_string_random ();
      g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
      g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-23T19:00"), "FREQ=DAILY", NULL, NULL, &error);

      g_object_set (ritual, "id", id, "title", title, "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, "remind", "0",
                    "created-at", bridge_clock_now (timed->service.base.clock),
                    "updated-at", bridge_clock_now (timed->service.base.clock), NULL);
      bridge_store_save_ritual (db, ritual, &error);
      g_assert_no_error (error);
    }
  g_assert_true (bridge_database_commit (db, &error));
  fixture_reopen (&timed->service.base);
  service_start (&timed->service);

  go_to (timed, "2026-11-23T18:59");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 0);
  go_to (timed, "2026-11-23T19:10");
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
  g_assert_cmpstr (recorder_get (timed->service.recorder, 0)->id, ==, "digest");
  g_assert_cmpint (recorder_get_time (timed->service.recorder, 0), ==, utc (&timed->service.base, "2026-11-23T19:00"));
  g_assert_cmpstr (recorder_get (timed->service.recorder, 0)->body, ==, "1000 moments wait for a word on Today.");

  rows = bridge_space_list_reminders (timed->service.base.space, 0, G_MAXINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, CROWD);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (bridge_reminder_get_state (g_ptr_array_index (rows, i)), ==, BRIDGE_REMINDER_FOLDED);
      g_assert_cmpstr (bridge_reminder_get_reason (g_ptr_array_index (rows, i)), ==, "burst");
    }
  restart (timed);
  g_assert_cmpuint (recorder_count (timed->service.recorder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const int minutes[] = { 1, 5, 59, 60, 180, 410, 425, 720, 1440, 2 * 1440, 31 * 1440, 200 * 1440, 365 * 1440, 5 * 365 * 1440 };
  static const Jumps jumps[] = { { 1, 6 }, { 90, 6 }, { -90, 6 }, { 5 * 3600, 20 }, { -86400, 6 }, { 400 * 86400, 6 } };

  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/time/" path, Timed, NULL, set_up, test, tear_down)
  ADD ("sleeps-every-night", test_sleeps_every_night);
  ADD ("nap", test_nap);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (minutes); i++)
    {
      int wrong = i % 2 == 0 ? minutes[i / 2] : -minutes[i / 2];
      g_autofree char *path = g_strdup_printf ("/time/set-and-back/%d-minutes", wrong);

      g_test_add (path, Timed, GINT_TO_POINTER (wrong), set_up, test_set_and_back, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time/back-and-forth/%d-seconds", jumps[i].ahead);

      g_test_add (path, Timed, &jumps[i], set_up, test_back_and_forth, tear_down);
    }
  ADD ("around-the-world", test_around_the_world);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/time/change/", changes[i].path, NULL);

      g_test_add (path, Timed, &changes[i], set_up, test_change, tear_down);
    }
  ADD ("quiet-twice", test_quiet_twice);
  ADD ("leap-day", test_leap_day);
  ADD ("months-off", test_months_off);
  ADD ("months-off-until-night", test_months_off_until_night);
  ADD ("two-lived-years", test_two_lived_years);
  ADD ("crowd", test_crowd);
#undef ADD

  return g_test_run ();
}
