/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "one-offs-fixture.h"

#include "../support/promise-helper.h"

void
one_offs_set_up (Service       *service,
                 gconstpointer  user_data)
{
  service_set_up (service, NULL);
  recorder_set_clock (service->recorder, service->base.clock);
}

void
one_offs_tear_down (Service       *service,
                    gconstpointer  user_data)
{
  service_tear_down (service, NULL);
}

/* Gives the name that its notification has. */
char *
one_offs_add (Service    *service,
              const char *text,
              const char *due,
              const char *remind)
{
  const char *who = bridge_person_get_id (bridge_space_get_speaker (service->base.space));
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, who, local (due), strchr (due, 'T') != NULL);
  g_autoptr (BridgePromise) stored = NULL;

  g_object_set (promise, "remind", remind, NULL);
  stored = bridge_test_add_promise (service->base.space, promise);
  return bridge_one_off_format_name (BRIDGE_SUBJECT_PROMISE, bridge_promise_get_id (stored));
}

const char *
one_offs_get_id (const char *name)
{
  return strchr (name, ':') + 1;
}

void
one_offs_change (Service            *service,
                 const char         *name,
                 BridgePromiseEvent  event)
{
  g_autoptr (GError) error = NULL;

  bridge_space_change_promise (service->base.space, one_offs_get_id (name), event, &error);
  g_assert_no_error (error);
}

void
one_offs_re_agree (Service    *service,
                   const char *name,
                   const char *due)
{
  g_autoptr (GError) error = NULL;

  bridge_space_re_agree_promise (service->base.space, one_offs_get_id (name), local (due), strchr (due, 'T') != NULL, &error);
  g_assert_no_error (error);
}

void
one_offs_assert_row (Service    *service,
                     const char *name,
                     const char *step,
                     const char *state,
                     const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOneOff) row = bridge_store_load_one_off (bridge_space_get_database (service->base.space),
                                                            BRIDGE_SUBJECT_PROMISE, one_offs_get_id (name), step, &error);

  g_assert_no_error (error);
  g_assert_nonnull (row);
  g_assert_cmpstr (bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_one_off_get_state (row)), ==, state);
  g_assert_cmpstr (bridge_one_off_get_reason (row), ==, reason);
}

void
one_offs_run_often (Service *service)
{
  for (int i = 0; i < 3; i++)
    bridge_scheduler_run_now (service->scheduler);
}

BridgePause *
one_offs_call_pause (Service *service)
{
  g_autoptr (GError) error = NULL;
  BridgePause *pause = bridge_space_call_pause (service->base.space, &error);

  g_assert_no_error (error);
  return pause;
}

void
one_offs_answer_pause (Service         *service,
                       BridgePerson    *person,
                       BridgeReadiness  answer)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_speaker (service->base.space, bridge_person_get_id (person), &error);
  g_assert_no_error (error);
  bridge_space_answer_pause (service->base.space, answer, &error);
  g_assert_no_error (error);
}

void
one_offs_answer_both (Service         *service,
                      BridgeReadiness  answer)
{
  one_offs_answer_pause (service, bridge_space_get_me (service->base.space), answer);
  one_offs_answer_pause (service, bridge_space_get_partner (service->base.space), answer);
}
