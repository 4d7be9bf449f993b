/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-preferences.h"
#include "bridge-window.h"
#include "bridge-window-notifier.h"
#include "fake-service.h"
#include "own-bus.h"
#include "rituals-fixture.h"

#define OPEN_ONLY "Reminders only arrive while this window is open."
#define OTHER_VERSION "The window and the service are of different versions."

static void
show (RitualsFixture    *fixture,
      BridgeServiceLink *link)
{
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  bridge_window_set_link (BRIDGE_WINDOW (fixture->window), link);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
wait_for_strip (RitualsFixture *fixture,
                const char     *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (find_label (fixture->window, words) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* A service of another version refuses this window: it reminds all the same, so that is what is said, until it goes. */
static void
test_other_version (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  FakeService service = { .server = "", .version = OTHER_VERSION };

  fake_service_start (&service, fixture->folder);
  show (fixture, link);
  bridge_service_link_connect (link);
  wait_for_strip (fixture, OTHER_VERSION);
  g_assert_null (find_label (fixture->window, OPEN_ONLY));

  fake_service_stop (&service);
  wait_for_strip (fixture, OPEN_ONLY);
  g_assert_null (find_label (fixture->window, OTHER_VERSION));
}

/* The service of another session reminds: said, and no longer when that has ended and the window does it. */
static void
test_other_session (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  g_autoptr (BridgeWindowNotifier) notifier = bridge_window_notifier_new ();
  g_autoptr (BridgeScheduler) scheduler = bridge_scheduler_new (fixture->space, BRIDGE_NOTIFIER (notifier));

  show (fixture, link);
  bridge_service_link_connect (link);
  wait_for_strip (fixture, OPEN_ONLY);

  bridge_service_link_set_refusal (link, BRIDGE_PART_SERVICE, "Another reminder service looks after this folder already.");
  wait_for_strip (fixture, "Another reminder service looks after this folder already.");
  bridge_service_link_set_refusal (link, BRIDGE_PART_WINDOW, "A window of Footbridge looks after it.");
  wait_for_strip (fixture, "A window of Footbridge looks after it.");
  g_assert_null (find_label (fixture->window, OPEN_ONLY));

  bridge_service_link_set_scheduler (link, scheduler);
  wait_for_strip (fixture, OPEN_ONLY);
  bridge_service_link_set_scheduler (link, NULL);
  wait_for_strip (fixture, "A window of Footbridge looks after it.");
  bridge_service_link_set_refusal (link, BRIDGE_PART_UNKNOWN, NULL);
  wait_for_strip (fixture, OPEN_ONLY);
}

/* A service that does not remind says why, and nothing is promised instead. */
static void
test_not_reminding (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  FakeService service = { .server = "dunst 1.9.0", .trouble = "Nothing reminds here, because the lock cannot be used." };
  GtkWidget *preferences;

  fake_service_start (&service, fixture->folder);
  show (fixture, link);
  bridge_service_link_connect (link);
  wait_for_strip (fixture, service.trouble);
  preferences = bridge_preferences_new (fixture->space, link, NULL);
  gtk_window_present (GTK_WINDOW (preferences));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (preferences, "Remind me"))), ==, service.trouble);
  gtk_window_destroy (GTK_WINDOW (preferences));
  fake_service_stop (&service);
  wait_for_strip (fixture, OPEN_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  GTestDBus *bus = own_bus_start ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/strip/other-version", test_other_version);
  ADD ("/window/strip/other-session", test_other_session);
  ADD ("/window/strip/not-reminding", test_not_reminding);

  status = g_test_run ();
  own_bus_stop (bus);
  return status;
}
