/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "scheduler-fixture.h"

static void
test_lead_times (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "60,10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T18:00"));
  g_assert_cmpint (bridge_fake_clock_get_armed (BRIDGE_FAKE_CLOCK (service->base.clock)), ==,
                   utc (&service->base, "2026-11-23T18:00"));
  service_go_to (service, "2026-11-23T17:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-23T18:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, name);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->occurrence, ==, name);
  g_assert_true (recorder_get (service->recorder, 0)->answerable);
  service_assert_state (service, name, 60, BRIDGE_REMINDER_SHOWN, NULL);
  service_go_to (service, "2026-11-23T18:50");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 3);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-24T18:00"));
}

static void
test_words (Service       *service,
            gconstpointer  solo)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea for two", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autoptr (GError) error = NULL;
  const BridgeNotice *notice;

  fixture_change_ritual (&service->base, id, "when-then", "When the plates are away, we sit down.",
                         "smaller", "One cup", NULL);
  service_go_to (service, "2026-11-23T18:50");
  notice = recorder_get (service->recorder, 0);
  g_assert_cmpstr (notice->title, ==, "Footbridge");
  g_assert_cmpstr (notice->body, ==,
                   solo != NULL ? "In 10 minutes: something you planned." : "In 10 minutes: something the two of you planned.");
  g_assert_true (notice->has_smaller);
  g_assert_cmpint (notice->alone, ==, solo != NULL);
  service_go_to (service, "2026-11-23T19:00");
  notice = recorder_get (service->recorder, 1);
  g_assert_cmpstr (notice->body, ==,
                   solo != NULL ? "It is time for something you planned." : "It is time for something the two of you planned.");

  bridge_space_set_show_titles (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  fixture_change_ritual (&service->base, id, "smaller", "", NULL);
  service_go_to (service, "2026-11-24T18:50");
  notice = recorder_get (service->recorder, 2);
  g_assert_cmpstr (notice->title, ==, "Tea for two");
  g_assert_cmpstr (notice->body, ==, "In 10 minutes: When the plates are away, we sit down.");
  g_assert_false (notice->has_smaller);
  service_go_to (service, "2026-11-24T19:00");
  g_assert_cmpstr (recorder_get (service->recorder, 3)->body, ==, "When the plates are away, we sit down.");
}

static void
test_snooze (Service       *service,
             gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:02");
  g_assert_true (recorder_is_standing (service->recorder, name));
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T19:12"), &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-23T19:12"));
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-23T19:12");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);

  /* For so long that it could not be acted on by then: the person wanted it so. */
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T22:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T22:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 3);

  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T22:00"), &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
}

static void
test_snooze_ahead (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  /* Asked for in the morning, it does not stand for the evening's. */
  service_go_to (service, "2026-11-23T08:00");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T08:10"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T08:10");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_go_to (service, "2026-11-23T18:50");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 3);
  service_restart (service);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 3);
  service_go_to (service, "2026-11-24T08:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

static void
test_snooze_over_lead (Service       *service,
                       gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T18:55");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T19:05"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T19:01");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_FOLDED, "superseded");
  service_go_to (service, "2026-11-23T19:05");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

static void
test_answered (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *tomorrow = fixture_name (id, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T18:50");
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_answer (service, name, BRIDGE_OUTCOME_KEPT);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_assert_state (service, name, 10, BRIDGE_REMINDER_ANSWERED, "answered");
  service_answer (service, tomorrow, BRIDGE_OUTCOME_NOT_TODAY);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);

  bridge_space_leave_out (service->base.space, "nobody@2026-11-25T19:00", &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

static void
test_left_out (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T18:50");
  bridge_space_leave_out (service->base.space, name, &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-24T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

/* What was left out by mistake is planned again, and reminds of what is due after that. */
static void
test_brought_back (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *first = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *second = fixture_name (id, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;

  bridge_space_leave_out (service->base.space, first, &error);
  g_assert_no_error (error);
  bridge_space_leave_out (service->base.space, second, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T18:55");
  space_move_agreed (service->base.space, first, local ("2026-11-23T19:00"));
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_true (recorder_is_standing (service->recorder, first));

  service_go_to (service, "2026-11-24T22:00");
  service_answer (service, second, BRIDGE_OUTCOME_NONE);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

static void
test_inactive (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *first = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *second = fixture_name (id, "2026-11-28T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, first));
  bridge_space_change_ritual_state (service->base.space, id, BRIDGE_RITUAL_REST, local ("2026-11-26"), &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, first));
  service_assert_state (service, first, 0, BRIDGE_REMINDER_WITHDRAWN, "resting");
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-26T19:00"));
  service_go_to (service, "2026-11-26T18:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-26T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);

  bridge_space_change_ritual_state (service->base.space, id, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-11-28T12:00");
  fixture_resume (&service->base, id);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_go_to (service, "2026-11-28T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  g_assert_true (recorder_is_standing (service->recorder, second));

  bridge_space_remove_ritual (service->base.space, id, &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, second));
  service_assert_state (service, second, 0, BRIDGE_REMINDER_WITHDRAWN, "removed");
  service_go_to (service, "2026-12-24T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

static void
test_not_agreed (Service       *service,
                 gconstpointer  user_data)
{
  BridgeRitualState states[] = { BRIDGE_RITUAL_DRAFT, BRIDGE_RITUAL_PROPOSED, BRIDGE_RITUAL_ENDED };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
      g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-23T19:00"), "FREQ=DAILY", NULL, NULL, &error);
      g_autoptr (BridgeRitual) stored = NULL;

      g_object_set (ritual, "title", "Tea", "schedule", schedule, "state", states[i], NULL);
      stored = space_add_agreed (service->base.space, ritual);
      g_assert_no_error (error);
    }
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-12-24T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
}

static void
test_moved (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=WEEKLY", "10,0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T18:55");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  space_move_agreed (service->base.space, name, local ("2026-11-23T20:00"));
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_null (service_load (service, name, 10));
  service_go_to (service, "2026-11-23T19:45");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-23T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);

  /* Moved to so soon that a lead time lies behind already. */
  invitation = bridge_space_propose_move (service->base.space, name, local ("2026-11-23T20:05"), NULL, &error);
  g_assert_no_error (error);
  set_speaker (service->base.space, bridge_invitation_get_waits_for (invitation));
  bridge_space_answer_invitation (service->base.space, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES,
                                  BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  service_go_to (service, "2026-11-23T20:05");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 4);

  /* The yes is taken back by whoever said it, who still sits here. */
  bridge_space_undo (service->base.space, &error);
  g_assert_no_error (error);
  service_assert_state (service, name, 0, BRIDGE_REMINDER_SHOWN, NULL);
  service_go_to (service, "2026-11-23T22:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 4);
}

static void
test_moved_far (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=MONTHLY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  space_move_agreed (service->base.space, name, local ("2027-02-10T12:00"));
  g_assert_no_error (error);
  service_go_to (service, "2027-02-10T11:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  service_go_to (service, "2027-02-10T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_restart (service);
  service_jump_to (service, "2027-02-10T12:20");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

static void
test_restarts (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");

  for (int minute = 0; minute < 40; minute++)
    {
      service_restart (service);
      bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (service->base.clock),
                                 minute == 0 ? utc (&service->base, "2026-11-23T18:40") - bridge_clock_now (service->base.clock)
                                             : BRIDGE_MS_PER_MINUTE);
      bridge_scheduler_run_now (service->scheduler);
      service_restart (service);
    }
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* The clock is set back, and time runs over the same hour again: it was an hour too early. A few minutes are not. */
static void
test_clock_back (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T19:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_jump_to (service, "2026-11-23T18:30");
  service_go_to (service, "2026-11-23T20:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
  service_jump_to (service, "2026-11-23T18:55");
  service_go_to (service, "2026-11-23T20:30");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* It was set to another year by mistake: what was folded then comes in its time. */
static void
test_clock_back_from_far (Service       *service,
                          gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_jump_to (service, "2026-11-30T12:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
  service_jump_to (service, "2026-11-23T12:00");
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
}

static void
test_clock_back_while_away (Service       *service,
                            gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_jump_to (service, "2026-11-30T12:00");
  service_end (service);
  service_jump_to (service, "2026-11-23T12:00");
  service_start (service);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

static void
test_zones (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *floating = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *pinned = fixture_add_ritual (&service->base, "Call", "2026-11-23T21:00", "FREQ=DAILY", "0");
  g_autofree char *tea = fixture_name (floating, "2026-11-23T19:00");
  g_autofree char *call = fixture_name (pinned, "2026-11-23T21:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-23T21:00"), "FREQ=DAILY", NULL, "Europe/Berlin", &error);

  fixture_change_ritual (&service->base, pinned, "schedule", schedule, NULL);
  service_go_to (service, "2026-11-23T12:00");
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (service->base.clock), "America/New_York");
  service_go_to (service, "2026-11-23T14:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-23T15:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, call), ==, 1);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, tea), ==, 1);

  /* Back east the same evening: once is enough. */
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (service->base.clock), "Europe/Berlin");
  spin ();
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

/* The computer slept for days and woke with the deadline, not with word of a set clock. */
static void
test_long_sleep (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  service_go_to (service, "2026-11-23T19:00");
  service_go_to (service, "2026-11-24T19:00");
  recorder_clear (service->recorder);
  g_signal_handlers_block_matched (service->base.clock, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, service->scheduler);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2026-12-01T12:00"));
  g_signal_handlers_unblock_matched (service->base.clock, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  spin ();
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpstr (recorder_get (service->recorder, 0)->body, ==,
                   "2 moments wait for a word on Today. What lies further back is in the calendar, and nothing is lost.");
}

/* A ritual that was agreed while the clock was a day ahead reminds all the same, and of nothing behind it. */
static void
test_agreed_while_ahead (Service       *service,
                         gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-18T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-21T19:00");

  service_jump_to (service, "2026-11-21T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-21T19:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* Nobody would take it down any more once it is answered. */
static void
test_switched_off_while_standing (Service       *service,
                                  gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, name));
  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (recorder_is_standing (service->recorder, name));
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
}

static void
test_switched_off (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-26T19:00");
  g_autoptr (GError) error = NULL;

  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-11-26T12:00");
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);

  /* What came due meanwhile is not caught up with, but what is going on can still be acted on. */
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  service_go_to (service, "2026-11-26T19:05");
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

static void
test_changed_lead_times (Service       *service,
                         gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *quiet = fixture_add_ritual (&service->base, "Quiet", "2026-11-23T09:00", "FREQ=DAILY", "");

  service_go_to (service, "2026-11-26T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  fixture_change_ritual (&service->base, id, "remind", "60,0", NULL);
  fixture_change_ritual (&service->base, quiet, "remind", "0", NULL);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 3);
  service_go_to (service, "2026-11-26T18:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 4);
  service_go_to (service, "2026-11-27T09:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 6);
}

static void
test_changed_schedule (Service       *service,
                       gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-01T20:00"), "FREQ=DAILY", NULL, NULL, &error);

  service_go_to (service, "2026-11-23T19:10");
  fixture_change_ritual (&service->base, id, "schedule", schedule, NULL);
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_assert_state (service, name, 0, BRIDGE_REMINDER_WITHDRAWN, "moved");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  service_go_to (service, "2026-11-23T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
}

static void
test_standing_too_long (Service       *service,
                        gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *first = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-24T19:00");
  g_assert_true (recorder_is_standing (service->recorder, first));
  service_go_to (service, "2026-11-25T19:00");
  g_assert_false (recorder_is_standing (service->recorder, first));
  service_assert_state (service, first, 0, BRIDGE_REMINDER_WITHDRAWN, "too-old");
}

/* A single one that nobody answered: it goes by itself, though nothing else is ever due, and is called no reminder. */
static void
test_standing_alone (Service       *service,
                     gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, BRIDGE_NEVER);
  service_go_to (service, "2026-11-24T19:10");
  g_assert_true (recorder_is_standing (service->recorder, name));
  service_go_to (service, "2026-11-24T19:11");
  g_assert_false (recorder_is_standing (service->recorder, name));
  service_assert_state (service, name, 0, BRIDGE_REMINDER_WITHDRAWN, "too-old");
  g_assert_cmpint (bridge_fake_clock_get_armed (BRIDGE_FAKE_CLOCK (service->base.clock)), ==, BRIDGE_NEVER);
}

/* The same for a service that did not show it. */
static void
test_standing_taken_over (Service       *service,
                          gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T19:05");
  service_restart (service);
  service_go_to (service, "2026-11-24T19:11");
  g_assert_false (recorder_is_standing (service->recorder, name));
}

/* Two years with a summer time each: every reminder once, at its time. */
static void
test_two_years (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *daily = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0");
  g_autofree char *night = fixture_add_ritual (&service->base, "Night", "2026-11-23T02:30", "FREQ=DAILY", "0");
  g_autofree char *weekly = fixture_add_ritual (&service->base, "Walk", "2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=TU,FR", "0");
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer count;
  gint64 before = g_get_monotonic_time ();

  service_go_to (service, "2028-11-22T23:59");
  for (guint i = 0; i < recorder_count (service->recorder); i++)
    {
      const char *id = recorder_get (service->recorder, i)->id;

      g_assert_cmpstr (id, !=, "digest");
      g_hash_table_insert (counts, (gpointer) id, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, id)) + 1));
    }
  /* 731 days, 2028 is a leap year; 105 Tuesdays (24 November 2026 to 21 November 2028) and 104 Fridays. */
  g_assert_cmpuint (recorder_count (service->recorder), ==, 731 * 3 + 105 + 104);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_assert_cmpint (GPOINTER_TO_INT (count), <=, 2);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 731 * 2 + 105 + 104);
  g_test_message ("two years in %.1f s", (g_get_monotonic_time () - before) / 1e6);
}

/* Fifty rituals are looked at in a few milliseconds. */
static void
test_cheap (Service       *service,
            gconstpointer  user_data)
{
  gint64 before, spent;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-%02d-23T%02d:%02d", 1 + i % 10, 6 + i % 16, i);
      g_autofree char *title = g_strdup_printf ("Ritual %d", i);
      g_autofree char *id = fixture_add_ritual (&service->base, title, start,
                                                i % 2 ? "FREQ=DAILY" : "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "60,10,0");

      g_assert_nonnull (id);
    }
  service_go_to (service, "2026-12-24T12:00");
  before = g_get_monotonic_time ();
  for (int i = 0; i < 20; i++)
    bridge_scheduler_run_now (service->scheduler);
  spent = (g_get_monotonic_time () - before) / 20;
  g_test_message ("%" G_GINT64_FORMAT " µs for a look at 50 rituals over 30 days", spent);
  g_assert_cmpint (spent, <, 150000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scheduler/" path, Service, NULL, service_set_up, test, service_tear_down)
  ADD ("lead-times", test_lead_times);
  ADD ("words", test_words);
  g_test_add ("/scheduler/words-solo", Service, "solo", service_set_up, test_words, service_tear_down);
  ADD ("snooze", test_snooze);
  ADD ("snooze-ahead", test_snooze_ahead);
  ADD ("snooze-over-lead", test_snooze_over_lead);
  ADD ("answered", test_answered);
  ADD ("left-out", test_left_out);
  ADD ("brought-back", test_brought_back);
  ADD ("inactive", test_inactive);
  ADD ("not-agreed", test_not_agreed);
  ADD ("moved", test_moved);
  ADD ("moved-far", test_moved_far);
  ADD ("restarts", test_restarts);
  ADD ("clock-back", test_clock_back);
  ADD ("clock-back-from-far", test_clock_back_from_far);
  ADD ("clock-back-while-away", test_clock_back_while_away);
  ADD ("zones", test_zones);
  ADD ("long-sleep", test_long_sleep);
  ADD ("agreed-while-ahead", test_agreed_while_ahead);
  ADD ("switched-off", test_switched_off);
  ADD ("switched-off-while-standing", test_switched_off_while_standing);
  ADD ("changed-lead-times", test_changed_lead_times);
  ADD ("changed-schedule", test_changed_schedule);
  ADD ("standing-too-long", test_standing_too_long);
  ADD ("standing-alone", test_standing_alone);
  ADD ("standing-taken-over", test_standing_taken_over);
  ADD ("two-years", test_two_years);
  ADD ("cheap", test_cheap);
#undef ADD

  return g_test_run ();
}
