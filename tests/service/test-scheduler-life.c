/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "scheduler-fixture.h"

/* Reminders around a life: quiet hours, days away, a word afterwards, and not too many at one time. */

enum { EVERY_DAY = 127 };

static char *
add_hours (Service         *service,
           BridgeHoursKind  kind,
           int              from,
           int              to)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (kind, EVERY_DAY, from * 60, to * 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeHours) added = bridge_space_add_hours (service->base.space, hours, &error);

  g_assert_no_error (error);
  return g_strdup (bridge_hours_get_id (added));
}

static char *
add_absence (Service    *service,
             const char *who,
             const char *from,
             const char *until)
{
  g_autoptr (BridgeAbsence) absence =
    bridge_absence_new (BRIDGE_ABSENCE_AWAY, who, local (from), until != NULL ? local (until) : BRIDGE_LOCAL_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeAbsence) added = bridge_space_add_absence (service->base.space, absence, &error);

  g_assert_no_error (error);
  return g_strdup (bridge_absence_get_id (added));
}

static char *
add_at_once (Service *service,
             guint    n)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ritual %u", i);
      g_autofree char *id = fixture_add_ritual (&service->base, title, "2026-11-23T19:00", NULL, "0");

      if (first == NULL)
        first = fixture_name (id, "2026-11-23T19:00");
    }
  service_go_to (service, "2026-11-23T19:00");
  return g_steal_pointer (&first);
}

/* At their end, and the log says that it waited. */
static void
test_quiet (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Walk", "2026-11-24T06:50", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-24T06:50");
  g_autoptr (BridgeReminder) reminder = NULL;

  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-24T07:00"));
  service_go_to (service, "2026-11-24T06:59:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
  reminder = service_load (service, name, 0);
  g_assert_cmpint (bridge_reminder_get_due_at (reminder), ==, utc (&service->base, "2026-11-24T06:50"));
  g_assert_cmpint (bridge_reminder_get_deferred_until (reminder), ==, utc (&service->base, "2026-11-24T07:00"));
  g_assert_cmpint (bridge_reminder_get_snoozed_until (reminder), ==, 0);

  service_restart (service);
  service_go_to (service, "2026-11-24T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* What is over when they end is in the digest, not lost. */
static void
test_quiet_over (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Late tea", "2026-11-23T22:30", NULL, "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T22:30");

  service_go_to (service, "2026-11-24T06:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
  service_assert_state (service, name, 10, BRIDGE_REMINDER_FOLDED, "superseded");
}

/* Several that waited and are still of use come each by itself, with their buttons. */
static void
test_quiet_several (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *one = fixture_add_ritual (&service->base, "Walk", "2026-11-24T06:50", NULL, "0");
  g_autofree char *two = fixture_add_ritual (&service->base, "Tea", "2026-11-24T06:55", NULL, "0");

  service_go_to (service, "2026-11-24T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = fixture_name (i == 0 ? one : two, i == 0 ? "2026-11-24T06:50" : "2026-11-24T06:55");

      g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
      service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
      g_assert_true (recorder_get (service->recorder, i)->answerable);
    }
}

/* What is over by then is in the digest, and takes nothing there that is still of use. */
static void
test_quiet_over_and_not (Service       *service,
                         gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *over = fixture_add_ritual (&service->base, "Late tea", "2026-11-23T22:30", NULL, "0");
  g_autofree char *over_too = fixture_add_ritual (&service->base, "Talk", "2026-11-24T06:29", NULL, "0");
  g_autofree char *of_use = fixture_add_ritual (&service->base, "Walk", "2026-11-24T06:30", NULL, "0");
  g_autofree char *to_come = fixture_add_ritual (&service->base, "Goodbye", "2026-11-24T07:20", NULL, "30");
  g_autofree char *over_name = fixture_name (over, "2026-11-23T22:30");
  g_autofree char *over_too_name = fixture_name (over_too, "2026-11-24T06:29");
  g_autofree char *of_use_name = fixture_name (of_use, "2026-11-24T06:30");
  g_autofree char *to_come_name = fixture_name (to_come, "2026-11-24T07:20");

  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, of_use_name), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, to_come_name), ==, 1);
  service_assert_state (service, over_name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
  service_assert_state (service, over_too_name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
  service_assert_state (service, of_use_name, 0, BRIDGE_REMINDER_SHOWN, NULL);
  service_assert_state (service, to_come_name, 30, BRIDGE_REMINDER_SHOWN, NULL);
}

/* More than three that waited are too many at one time, as at any other. */
static void
test_quiet_many (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = fixture_add_ritual (&service->base, "Walk", "2026-11-24T06:50", NULL, "0");

      g_free (name);
      name = fixture_name (id, "2026-11-24T06:50");
    }
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "burst");
}

/* Asleep over it, awake in the night: the morning is soon enough. */
static void
test_quiet_resume (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T21:55", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T21:55");

  service_jump_to (service, "2026-11-24T02:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_PENDING, "quiet-hours");
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-24T07:00"));

  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
}

/* What a person asked for by name comes when it was asked for. */
static void
test_quiet_snooze (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T21:55", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T21:55");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T21:55");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T22:05"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T22:05");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* Taken out in the night: what waited is told of now, and others come in their time. */
static void
test_quiet_removed (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T22:30", NULL, "0");
  g_autofree char *other = fixture_add_ritual (&service->base, "Walk", "2026-11-23T22:50", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T22:30");
  g_autofree char *other_name = fixture_name (other, "2026-11-23T22:50");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T22:40");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  bridge_space_remove_hours (service->base.space, hours, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_go_to (service, "2026-11-23T22:50");
  g_assert_cmpuint (recorder_count_of (service->recorder, other_name), ==, 1);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* Stress peaks are for planning; they hold nothing back. */
static void
test_stress (Service       *service,
             gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_STRESS, 17, 20);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* Nobody is asked about days on which they were away, then or later. */
static void
test_away (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-22T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *shown = fixture_name (id, "2026-11-22T19:00");
  g_autofree char *absence = NULL;

  service_go_to (service, "2026-11-22T19:00");
  g_assert_true (recorder_is_standing (service->recorder, shown));
  recorder_clear (service->recorder);

  absence = add_absence (service, NULL, "2026-11-22", "2026-11-26");
  g_assert_false (recorder_is_standing (service->recorder, shown));
  service_assert_state (service, shown, 0, BRIDGE_REMINDER_WITHDRAWN, "away");
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-26T18:50"));
  service_restart (service);
  service_go_to (service, "2026-11-26T18:49");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-26T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* Back before it was said: what is to come comes, what lay in between does not. */
static void
test_back_early (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T08:00", "FREQ=DAILY", "0");
  g_autofree char *absence = add_absence (service, NULL, "2026-11-22", NULL);
  g_autofree char *name = fixture_name (id, "2026-11-26T08:00");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-11-25T12:00");
  bridge_space_end_absence (service->base.space, absence, &error);
  g_assert_no_error (error);
  g_assert_null (bridge_space_get_absence_now (service->base.space));
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-26T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* Back on the very day: the same. */
static void
test_back_today (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T09:00", NULL, "0");
  g_autofree char *other = fixture_add_ritual (&service->base, "Walk", "2026-11-23T12:00", NULL, "0");
  g_autofree char *later = fixture_add_ritual (&service->base, "Talk", "2026-11-23T17:00", NULL, "0");
  g_autofree char *name = fixture_name (later, "2026-11-23T17:00");
  g_autofree char *absence = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T08:00");
  absence = add_absence (service, NULL, "2026-11-23", "2026-11-24");
  service_go_to (service, "2026-11-23T15:00");
  bridge_space_end_absence (service->base.space, absence, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T17:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* Pressed by mistake and taken back: what was snoozed comes. */
static void
test_away_undone (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *absence = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T19:30"), &error);
  g_assert_no_error (error);
  absence = add_absence (service, NULL, "2026-11-23", "2026-11-24");
  bridge_space_undo (service->base.space, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T19:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* Days away that are noted when they are long over hold nothing back that waits now. */
static void
test_away_afterwards (Service       *service,
                      gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-26T22:15", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-26T22:15");
  g_autofree char *absence = NULL;

  service_go_to (service, "2026-11-26T23:00");
  absence = add_absence (service, NULL, "2026-11-23", "2026-11-25");
  service_go_to (service, "2026-11-27T07:00");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
}

/* A whole quiet weekend, in which somebody looked in. */
static void
test_quiet_weekend (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *night = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autoptr (BridgeHours) weekend = bridge_hours_new (BRIDGE_HOURS_QUIET, 3 << 5, 0, 0);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-27T22:30", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-27T22:30");
  g_autoptr (BridgeHours) added = NULL;
  g_autoptr (GError) error = NULL;

  added = bridge_space_add_hours (service->base.space, weekend, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-29T23:00");
  {
    g_autofree char *other = fixture_add_ritual (&service->base, "Walk", "2026-12-24T19:00", NULL, "0");
  }
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-30T07:00"));
  service_go_to (service, "2026-11-30T07:00");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "quiet-hours");
}

/* The snooze is shown in the night, and the reminder that waits for the morning is done with. */
static void
test_quiet_snooze_first (Service       *service,
                         gconstpointer  user_data)
{
  g_autofree char *hours = add_hours (service, BRIDGE_HOURS_QUIET, 22, 7);
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T21:40", NULL, "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T21:40");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T21:30");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T23:39:30"), &error);
  g_assert_no_error (error);
  service_jump_to (service, "2026-11-23T23:40");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  service_go_to (service, "2026-11-24T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* Put off until tomorrow, twice: it stands when it comes, for a day. */
static void
test_put_off (Service       *service,
              gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-24T09:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T09:00");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-25T09:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T09:05");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-26T09:30");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_false (recorder_is_standing (service->recorder, name));
}

/* A snooze before the moment that came with too many others does not stand for the moment's own. */
static void
test_early_burst (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T21:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T21:00");
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;

  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T19:00"), &error);
  g_assert_no_error (error);
  first = add_at_once (service, 4);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "burst");
  service_go_to (service, "2026-11-23T21:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* The other one's own rituals go on. */
static void
test_one_away (Service       *service,
               gconstpointer  user_data)
{
  const char *me = bridge_person_get_id (bridge_space_get_me (service->base.space));
  const char *partner = bridge_person_get_id (bridge_space_get_partner (service->base.space));
  g_autofree char *both = fixture_add_ritual (&service->base, "Tea", "2026-11-23T08:00", NULL, "0");
  g_autofree char *mine = fixture_add_ritual (&service->base, "Swim", "2026-11-23T09:00", NULL, "0");
  g_autofree char *theirs = fixture_add_ritual (&service->base, "Run", "2026-11-23T10:00", NULL, "0");
  g_autofree char *name = fixture_name (theirs, "2026-11-23T10:00");
  g_autofree char *absence = add_absence (service, me, "2026-11-23", "2026-11-24");

  fixture_change_ritual (&service->base, mine, "who", me, NULL);
  set_speaker (service->base.space, partner);
  fixture_change_ritual (&service->base, theirs, "who", partner, NULL);
  set_speaker (service->base.space, me);
  service_go_to (service, "2026-11-23T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* Once, gently, and only while nothing was recorded. */
static void
test_after (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0,-30");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *next = fixture_name (id, "2026-11-24T19:00");

  service_go_to (service, "2026-11-23T19:29:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T19:30"));
  service_go_to (service, "2026-11-23T19:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  g_assert_nonnull (strstr (recorder_get (service->recorder, 1)->body, "If you like"));
  service_assert_state (service, name, -30, BRIDGE_REMINDER_SHOWN, NULL);
  service_restart (service);
  service_go_to (service, "2026-11-24T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  service_answer (service, next, BRIDGE_OUTCOME_KEPT);
  service_go_to (service, "2026-11-24T23:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

static void
test_three_at_once (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *first = add_at_once (service, 3);

  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  service_assert_state (service, first, 0, BRIDGE_REMINDER_SHOWN, NULL);
}

/* Nobody gets a thousand bubbles. */
static void
test_four_at_once (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *first = add_at_once (service, 4);

  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_assert_state (service, first, 0, BRIDGE_REMINDER_FOLDED, "burst");
}

/* The digest goes when nothing of it waits any more, also for a service that did not show it itself. */
static void
test_digest_taken_over (Service       *service,
                        gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY;COUNT=2", "0");
  g_autofree char *one = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *two = fixture_name (id, "2026-11-24T19:00");

  service_jump_to (service, "2026-11-24T22:00");
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_restart (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_answer (service, one, BRIDGE_OUTCOME_KEPT);
  g_assert_true (recorder_is_standing (service->recorder, "digest"));
  service_answer (service, two, BRIDGE_OUTCOME_NOT_TODAY);
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
}

/* It stays to be shown, and the log says why it was not. */
static void
test_nobody_shows (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  recorder_refuse (service->recorder, TRUE);
  service_go_to (service, "2026-11-23T19:00");
  service_assert_state (service, name, 0, BRIDGE_REMINDER_PENDING, "no-server");
  bridge_scheduler_run_now (service->scheduler);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_PENDING, "no-server");

  recorder_refuse (service->recorder, FALSE);
  service_go_to (service, "2026-11-23T19:10");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
}

/* What stood before the service went is shown in place by the next one, whose its buttons are then; what was closed
 * meanwhile is not brought back. */
static void
test_taken_over (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *other = fixture_add_ritual (&service->base, "Walk", "2026-11-23T19:05", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *other_name = fixture_name (other, "2026-11-23T19:05");

  service_go_to (service, "2026-11-23T19:05");
  recorder_clear (service->recorder);
  recorder_close (service->recorder, other_name);
  recorder_become_another (service->recorder);
  service_restart (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, other_name), ==, 0);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scheduler-life/" path, Service, NULL, service_set_up, test, service_tear_down)
  ADD ("quiet", test_quiet);
  ADD ("quiet-over", test_quiet_over);
  ADD ("quiet-several", test_quiet_several);
  ADD ("quiet-over-and-not", test_quiet_over_and_not);
  ADD ("quiet-many", test_quiet_many);
  ADD ("quiet-resume", test_quiet_resume);
  ADD ("quiet-snooze", test_quiet_snooze);
  ADD ("quiet-removed", test_quiet_removed);
  ADD ("stress", test_stress);
  ADD ("away", test_away);
  ADD ("back-early", test_back_early);
  ADD ("back-today", test_back_today);
  ADD ("away-undone", test_away_undone);
  ADD ("away-afterwards", test_away_afterwards);
  ADD ("quiet-weekend", test_quiet_weekend);
  ADD ("quiet-snooze-first", test_quiet_snooze_first);
  ADD ("put-off", test_put_off);
  ADD ("early-burst", test_early_burst);
  ADD ("one-away", test_one_away);
  ADD ("after", test_after);
  ADD ("nobody-shows", test_nobody_shows);
  ADD ("taken-over", test_taken_over);
  ADD ("three-at-once", test_three_at_once);
  ADD ("four-at-once", test_four_at_once);
  ADD ("digest-taken-over", test_digest_taken_over);

  return g_test_run ();
}
