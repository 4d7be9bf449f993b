/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-snooze.h"
#include "one-offs-fixture.h"

/* What is no ritual is put off: by somebody who asks for it, by a pause and the recovery window after it, by the night. */

static void
snooze (Service    *service,
        const char *name,
        const char *until)
{
  g_autoptr (GError) error = NULL;

  bridge_space_snooze_promise (service->base.space, one_offs_get_id (name), utc (&service->base, until), &error);
  g_assert_no_error (error);
}

/* Put off, it goes from the screen and comes again then, also in quiet hours and after a restart; as often as is asked for. */
static void
test_snooze (Service       *service,
             gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T21:30", "0");
  const char *until = "2026-11-24T22:30";
  g_autoptr (GError) error = NULL;

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-24T21:30");
  g_assert_true (recorder_is_standing (service->recorder, name));
  g_assert_cmpuint (recorder_get (service->recorder, 0)->snoozes & (1u << BRIDGE_SNOOZE_TOMORROW), !=, 0);
  snooze (service, name, until);
  g_assert_false (recorder_is_standing (service->recorder, name));
  one_offs_assert_row (service, name, "2026-11-24T21:30/0", "withdrawn", "snoozed");
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, until));
  service_go_to (service, until);
  one_offs_run_often (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_true (recorder_is_standing (service->recorder, name));
  one_offs_assert_row (service, name, "2026-11-24T21:30/snooze", "shown", NULL);

  snooze (service, name, "2026-11-25T09:00");
  g_assert_false (recorder_is_standing (service->recorder, name));
  bridge_space_undo (service->base.space, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T08:30");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  snooze (service, name, "2026-11-25T09:00");
  service_go_to (service, "2026-11-25T09:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

/* Neither what is kept meanwhile nor what has another date by then is reminded of because it was put off. */
static void
test_snooze_over (Service       *service,
                  gconstpointer  dated)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T12:00", "0");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-24T12:00");
  g_assert_false (bridge_space_snooze_promise (service->base.space, one_offs_get_id (name), utc (&service->base, "2026-12-24T12:00"),
                                               &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  snooze (service, name, "2026-11-24T12:30");
  if (dated != NULL)
    one_offs_re_agree (service, name, "2026-11-26T12:00");
  else
    one_offs_change (service, name, BRIDGE_PROMISE_KEEP);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-26T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, dated != NULL ? 2 : 1);
  if (dated == NULL)
    {
      g_assert_false (bridge_space_snooze_promise (service->base.space, one_offs_get_id (name),
                                                   utc (&service->base, "2026-11-26T12:30"), &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
    }
}

/* A computer that slept over it says so in the morning. */
static void
test_snooze_slept (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T12:00", "0");

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-24T12:00");
  snooze (service, name, "2026-11-24T20:00");
  service_jump_to (service, "2026-11-25T02:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-25T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* A pause that ends in the night puts nothing into it. */
static void
test_pause_ends_at_night (Service       *service,
                          gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "One", "2026-11-22T18:10", "0");
  g_autoptr (BridgePause) pause = one_offs_call_pause (service);
  g_autoptr (GError) error = NULL;

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-22T18:30");
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  service_go_to (service, "2026-11-22T23:30");
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T06:59");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 0);
}

/* In the recovery window after a pause only what was given a date since comes; all else at its end, and nothing is lost. */
static void
test_recovery (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *before = one_offs_add (service, "From before", "2026-11-23T12:00", "0");
  g_autofree char *since = NULL;
  g_autoptr (BridgePause) pause = one_offs_call_pause (service);
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-22T18:30");
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  since = one_offs_add (service, "I will come back to it", "2026-11-23T12:00", "0");
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, since), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, before), ==, 0);
  service_go_to (service, "2026-11-24T18:29");
  g_assert_cmpuint (recorder_count_of (service->recorder, before), ==, 0);
  service_go_to (service, "2026-11-24T18:31");
  g_assert_cmpuint (recorder_count_of (service->recorder, before), ==, 1);
}

/* Somebody who gave a date knows of it on days away, too. */
static void
test_away (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Ask at the workshop", "2026-11-24T19:00", "0");
  g_autofree char *absence = service_add_absence (service, NULL, "2026-11-23", "2026-11-26");

  service_go_to (service, "2026-11-24T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

#define ADD(path, test) g_test_add ("/scheduler-put-off/" path, Service, NULL, one_offs_set_up, test, one_offs_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("snooze", test_snooze);
  ADD ("snooze-kept", test_snooze_over);
  g_test_add ("/scheduler-put-off/snooze-dated", Service, "dated", one_offs_set_up, test_snooze_over, one_offs_tear_down);
  ADD ("snooze-slept", test_snooze_slept);
  ADD ("pause-ends-at-night", test_pause_ends_at_night);
  ADD ("recovery", test_recovery);
  ADD ("away", test_away);

  return g_test_run ();
}
