/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scheduler-fixture.h"

void
service_start (Service *service)
{
  service->scheduler = bridge_scheduler_new (service->base.space, BRIDGE_NOTIFIER (service->recorder));
  bridge_scheduler_start (service->scheduler);
}

void
service_end (Service *service)
{
  g_assert_finalize_object (service->scheduler);
}

/* The service is gone, comes back, and finds what the file says. */
void
service_restart (Service *service)
{
  service_end (service);
  fixture_reopen (&service->base);
  service_start (service);
}

void
service_set_up (Service       *service,
                gconstpointer  solo)
{
  g_autoptr (GError) error = NULL;

  if (solo != NULL)
    fixture_set_up_solo (&service->base, NULL);
  else
    fixture_set_up (&service->base, NULL);
  service->recorder = recorder_new ();
  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  service_start (service);
}

void
service_tear_down (Service       *service,
                   gconstpointer  solo)
{
  service_end (service);
  g_assert_finalize_object (service->recorder);
  fixture_tear_down (&service->base, NULL);
}

void
service_go_to (Service    *service,
               const char *to)
{
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (service->base.clock), to);
}

void
service_jump_to (Service    *service,
                 const char *to)
{
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, to));
  spin ();
}

void
service_add_quiet_nights (Service *service)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 22 * 60, 7 * 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeHours) added = bridge_space_add_hours (service->base.space, hours, &error);

  g_assert_no_error (error);
}

char *
service_add_absence (Service    *service,
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

void
service_answer (Service       *service,
                const char    *name,
                BridgeOutcome  outcome)
{
  g_autoptr (GError) error = NULL;

  bridge_space_answer_notice (service->base.space, name, outcome, &error);
  g_assert_no_error (error);
}

BridgeReminder *
service_load (Service    *service,
              const char *name,
              int         lead)
{
  g_autofree char *id = NULL;
  BridgeLocal at = 0;
  g_autoptr (GError) error = NULL;
  BridgeReminder *reminder;

  bridge_occurrence_parse_name (name, &id, &at, &error);
  g_assert_no_error (error);
  reminder = bridge_store_load_reminder (bridge_space_get_database (service->base.space), id, at, lead, &error);
  g_assert_no_error (error);
  return reminder;
}

void
service_assert_state (Service             *service,
                      const char          *name,
                      int                  lead,
                      BridgeReminderState  state,
                      const char          *reason)
{
  g_autoptr (BridgeReminder) reminder = service_load (service, name, lead);

  g_assert_nonnull (reminder);
  g_assert_cmpstr (bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (reminder)), ==,
                   bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, state));
  g_assert_cmpstr (bridge_reminder_get_reason (reminder), ==, reason);
}
