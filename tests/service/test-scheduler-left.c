/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-one-offs.h"
#include "scheduler-fixture.h"

#include "../support/promise-helper.h"

static void
set_up (Service       *service,
        gconstpointer  restart)
{
  service_set_up (service, NULL);
}

/* @who: (nullable): of both. Gives the name that its notification has. */
static char *
promise (Service    *service,
         const char *text,
         const char *who)
{
  g_autoptr (BridgePromise) given = bridge_promise_new (text, who, local ("2026-11-24T19:00"), TRUE);
  g_autoptr (BridgePromise) stored = NULL;

  g_object_set (given, "remind", "0", NULL);
  stored = bridge_test_add_promise (service->base.space, given);
  return bridge_one_off_format_name (BRIDGE_SUBJECT_PROMISE, bridge_promise_get_id (stored));
}

/* Nothing stays on the screen that tells of somebody who has left, whoever has shown it. */
static void
test_left (Service       *service,
           gconstpointer  restart)
{
  g_autofree char *leaver = g_strdup (bridge_person_get_id (bridge_space_get_me (service->base.space)));
  g_autofree char *both = promise (service, "Ask at the workshop", NULL);
  g_autofree char *own = promise (service, "Call my sister", leaver);
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-24T19:01");
  g_assert_true (recorder_is_standing (service->recorder, own));
  g_assert_true (recorder_is_standing (service->recorder, both));
  if (restart != NULL)
    service_restart (service);

  g_assert_true (bridge_space_leave (service->base.space, leaver, FALSE, &error));
  g_assert_no_error (error);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_false (recorder_is_standing (service->recorder, own));
  g_assert_false (recorder_is_standing (service->recorder, both));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scheduler-left/running", Service, NULL, set_up, test_left, service_tear_down);
  g_test_add ("/scheduler-left/restarted", Service, "restart", set_up, test_left, service_tear_down);

  return g_test_run ();
}
