/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-one-off-log.h"
#include "bridge-reliability.h"
#include "bridge-reminder-log.h"
#include "scheduler-fixture.h"

/* Nothing cheerful comes while a pause lasts, nor right after it all that would have come. */

static void
set_up (Service       *service,
        gconstpointer  user_data)
{
  service_set_up (service, NULL);
  recorder_set_clock (service->recorder, service->base.clock);
}

static void
tear_down (Service       *service,
           gconstpointer  user_data)
{
  service_tear_down (service, NULL);
}

static char *
add (Service    *service,
     const char *start,
     int         minutes,
     gboolean    in_recovery)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", start, NULL, "0");

  fixture_change_ritual (&service->base, id, "minutes", minutes, "in-recovery", in_recovery, NULL);
  return fixture_name (id, start);
}

static void
call_pause (Service *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePause) pause = bridge_space_call_pause (service->base.space, &error);

  g_assert_no_error (error);
}

static void
answer (Service         *service,
        BridgeReadiness  answer)
{
  GListModel *persons = bridge_space_get_persons (service->base.space);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);
      g_autoptr (GError) error = NULL;

      bridge_space_set_speaker (service->base.space, bridge_person_get_id (person), &error);
      g_assert_no_error (error);
      bridge_space_answer_pause (service->base.space, answer, &error);
      g_assert_no_error (error);
    }
}

static void
end_talk (Service *service)
{
  g_autoptr (GError) error = NULL;

  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
}

static guint
count_of (Service    *service,
          const char *name)
{
  return recorder_count_of (service->recorder, name);
}

/* What became of it, in words. */
static void
assert_log (Service    *service,
            const char *name,
            const char *words)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (service->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = bridge_reminder_log_load (service->base.space, 100, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      BridgeReminder *line = g_ptr_array_index (log, i);
      g_autofree char *other = bridge_one_off_log_is_line (line) ? NULL : bridge_reminder_dup_occurrence_name (line);
      g_autofree char *said = NULL;

      if (g_strcmp0 (other, name) != 0)
        continue;
      said = bridge_reliability_describe (line, bridge_clock_now (service->base.clock), here);
      g_assert_cmpstr (said, ==, words);
      return;
    }
  g_assert_not_reached ();
}

/* A pause from 18:00 on, and a talk until 19:00: what is of use then comes then, what is over comes never, by itself or in a
 * digest; and the recovery window after it is for what was chosen for them. */
static void
test_held (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *over = add (service, "2026-11-22T18:05", 10, TRUE);
  g_autofree char *also_over = add (service, "2026-11-22T18:10", 10, TRUE);
  g_autofree char *of_use = add (service, "2026-11-22T18:50", 30, TRUE);
  g_autofree char *rests = add (service, "2026-11-23T19:00", 10, FALSE);
  g_autofree char *goes_on = add (service, "2026-11-23T20:00", 10, TRUE);
  g_autofree char *later = add (service, "2026-11-25T20:00", 10, FALSE);

  call_pause (service);
  service_go_to (service, "2026-11-22T18:12");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  assert_log (service, over, "Waits while a pause, or the recovery window after it, lasts.");
  service_go_to (service, "2026-11-22T18:20");
  answer (service, BRIDGE_READINESS_READY);
  service_restart (service);
  service_go_to (service, "2026-11-22T19:00");
  recorder_clear (service->recorder);
  end_talk (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (count_of (service, of_use), ==, 1);
  assert_log (service, of_use, "Waited while a pause, or the recovery window after it, lasted, and was shown then.");
  assert_log (service, over, "Not shown, because it was over when a pause, or the recovery window after it, ended.");

  service_go_to (service, "2026-11-23T20:00");
  service_restart (service);
  g_assert_cmpuint (count_of (service, rests), ==, 0);
  g_assert_cmpuint (count_of (service, goes_on), ==, 1);
  service_go_to (service, "2026-11-25T21:00");
  service_restart (service);
  g_assert_cmpuint (count_of (service, later), ==, 1);
  g_assert_cmpuint (count_of (service, also_over), ==, 0);
  g_assert_cmpuint (count_of (service, rests), ==, 0);
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
}

/* What the recovery window has held back did not wait for quiet hours, whatever became of it then; what came into those did. */
static void
test_reasons (Service       *service,
              gconstpointer  user_data)
{
  const char *held = "Waited while a pause, or the recovery window after it, lasted, and was shown then. Answered.";
  g_autofree char *name = NULL;
  g_autofree char *late = NULL;
  g_autofree char *nightly = NULL;
  g_autoptr (GError) error = NULL;

  name = add (service, "2026-11-24T18:00", 120, FALSE);
  late = add (service, "2026-11-24T18:10", 480, FALSE);
  nightly = add (service, "2026-11-25T23:30", 480, FALSE);
  call_pause (service);
  service_go_to (service, "2026-11-22T18:20");
  answer (service, BRIDGE_READINESS_READY);
  end_talk (service);
  service_go_to (service, "2026-11-24T18:15");
  assert_log (service, name, "Waits while a pause, or the recovery window after it, lasts.");
  service_go_to (service, "2026-11-24T18:20");
  g_assert_cmpuint (count_of (service, name), ==, 1);
  bridge_space_answer (service->base.space, name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
  assert_log (service, name, held);
  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-26T08:00");
  assert_log (service, name, held);
  assert_log (service, late, "Waited while a pause, or the recovery window after it, lasted, and was shown then. "
                             "Taken back, because its moment had long passed.");
  assert_log (service, nightly, "Waited until the quiet hours ended (today at 07:00), and was shown on time then.");
}

/* Put off to another day: the days in between are quiet ones. */
static void
test_another_day (Service       *service,
                  gconstpointer  user_data)
{
  g_autofree char *rests = add (service, "2026-11-23T19:00", 10, FALSE);
  g_autofree char *goes_on = add (service, "2026-11-23T20:00", 10, TRUE);
  g_autoptr (GError) error = NULL;

  call_pause (service);
  bridge_space_put_off_pause (service->base.space, utc (&service->base, "2026-11-24T18:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T21:00");
  g_assert_cmpuint (count_of (service, rests), ==, 0);
  g_assert_cmpuint (count_of (service, goes_on), ==, 1);
}

/* A snooze that ends in a pause waits with the rest, and is done with where it is over then. */
static void
test_snoozed (Service       *service,
              gconstpointer  of_use)
{
  g_autofree char *name = add (service, "2026-11-22T18:05", of_use != NULL ? 90 : 10, FALSE);
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-22T18:05");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-22T18:15"), &error);
  g_assert_no_error (error);
  call_pause (service);
  service_go_to (service, "2026-11-22T18:45");
  g_assert_cmpuint (count_of (service, name), ==, 1);
  bridge_space_close_pause (service->base.space, &error);
  if (error != NULL)
    {
      g_clear_error (&error);
      answer (service, BRIDGE_READINESS_READY);
      bridge_space_close_pause (service->base.space, &error);
    }
  g_assert_no_error (error);
  service_go_to (service, "2026-11-22T19:00");
  g_assert_cmpuint (count_of (service, name), ==, of_use != NULL ? 2 : 1);
  g_assert_false (recorder_is_standing (service->recorder, "digest"));
  if (of_use == NULL)
    service_assert_state (service, name, 0, BRIDGE_REMINDER_WITHDRAWN, "pause");
}

/* Nobody comes back: after a day all goes on as before. */
static void
test_nobody_comes_back (Service       *service,
                        gconstpointer  user_data)
{
  g_autofree char *name = add (service, "2026-11-23T17:00", 10, FALSE);
  g_autofree char *later = add (service, "2026-11-23T19:00", 10, FALSE);

  call_pause (service);
  service_go_to (service, "2026-11-23T18:30");
  g_assert_cmpuint (count_of (service, name), ==, 0);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T19:00"));
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (count_of (service, later), ==, 1);
}

#define ADD(path, test) g_test_add ("/scheduler-pause/" path, Service, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("held", test_held);
  ADD ("reasons", test_reasons);
  ADD ("another-day", test_another_day);
  ADD ("snoozed", test_snoozed);
  g_test_add ("/scheduler-pause/snoozed-of-use", Service, "of use", set_up, test_snoozed, tear_down);
  ADD ("nobody-comes-back", test_nobody_comes_back);

  return g_test_run ();
}
