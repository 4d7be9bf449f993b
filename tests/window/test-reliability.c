/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reliability-window.h"
#include "bridge-space-private.h"
#include "fake-service.h"
#include "own-bus.h"
#include "rituals-fixture.h"

static GtkWidget *
show (RitualsFixture    *fixture,
      BridgeServiceLink *link)
{
  fixture->window = bridge_reliability_window_new (fixture->space, link, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  return fixture->window;
}

static const char *
get_subtitle (GtkWidget  *window,
              const char *title)
{
  GtkWidget *row = find_row (window, title);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
wait_for_subtitle (GtkWidget  *window,
                   const char *title,
                   const char *start)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!g_str_has_prefix (get_subtitle (window, title), start))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* @minutes before now. */
static void
add_row (RitualsFixture      *fixture,
         BridgeRitual        *ritual,
         int                  minutes,
         int                  lead,
         BridgeReminderState  state,
         int                  late,
         const char          *reason)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;
  gint64 now = bridge_clock_now (fixture->clock);
  gint64 due = now - minutes * BRIDGE_MS_PER_MINUTE;
  g_autoptr (BridgeReminder) row =
    bridge_reminder_new (bridge_ritual_get_id (ritual), bridge_local_from_utc_ms (due, here), lead, due);

  g_object_set (row,
                "id", id,
                "state", state,
                "reason", reason,
                "shown-at", late < 0 ? (gint64) 0 : due + late * BRIDGE_MS_PER_MINUTE,
                "created-at", now,
                "updated-at", now,
                NULL);
  g_assert_true (bridge_store_save_reminder (bridge_space_get_database (fixture->space), row, &error));
  g_assert_no_error (error);
}

/* Nobody there: it says so, and what became of reminders can be read all the same. */
static void
test_no_service (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Ten <quiet> & minutes", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  GtkWidget *window;

  add_row (fixture, ritual, 60, 0, BRIDGE_REMINDER_SHOWN, 4, NULL);
  add_row (fixture, ritual, 70, 10, BRIDGE_REMINDER_FOLDED, -1, "superseded");
  add_row (fixture, ritual, 24 * 60, 0, BRIDGE_REMINDER_PENDING, -1, "no-server");
  add_row (fixture, ritual, 31 * 24 * 60, 0, BRIDGE_REMINDER_SHOWN, 0, NULL);
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  window = show (fixture, link);

  assert_all_named (window);
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "_Send")));
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Test notification"), "The reminder service does not run"));
  g_assert_cmpstr (get_subtitle (window, "Shown by"), ==, "Only a window of Footbridge, while it is open");
  g_assert_nonnull (find_row (window, "There is no session bus here"));
  g_assert_cmpstr (get_subtitle (window, "Ten <quiet> & minutes"), ==, "Shown 4 minutes after it was due.");
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Ten <quiet> & minutes, 10 minutes before"), "Not shown, because a later"));
  g_assert_nonnull (find_label (window, "Today"));
  g_assert_nonnull (find_label (window, "Yesterday"));
  g_assert_cmpuint (count_widgets (window, ADW_TYPE_PREFERENCES_GROUP, FALSE), ==, 5);

  /* What comes is seen at once. */
  add_row (fixture, ritual, 2 * 24 * 60, 0, BRIDGE_REMINDER_ANSWERED, 0, NULL);
  bridge_space_emit_changed (fixture->space, BRIDGE_KIND_REMINDERS);
  settle ();
  g_assert_cmpuint (count_widgets (window, ADW_TYPE_PREFERENCES_GROUP, FALSE), ==, 6);
}

/* What has no row is in the log, too, and follows what changes. */
static void
test_not_shown (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) tea =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", NULL, BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) walk =
    rituals_fixture_add (fixture, "Walk", "2026-11-22T19:30", NULL, BRIDGE_RITUAL_AGREED);
  g_autofree char *name = g_strconcat (bridge_ritual_get_id (tea), "@2026-11-22T19:00", NULL);
  g_autoptr (BridgeAbsence) away = NULL;
  g_autoptr (BridgeAbsence) added = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal day = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  GtkWidget *window;

  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, &error));
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_no_error (error);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 3 * 60 * BRIDGE_MS_PER_MINUTE);
  window = show (fixture, NULL);
  g_assert_cmpstr (get_subtitle (window, "Tea"), ==, "Not shown, because the moment was answered before.");
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Walk"), "Comes as soon as the reminder service runs"));

  away = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, day, day + BRIDGE_DAY);
  added = bridge_space_add_absence (fixture->space, away, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_cmpstr (get_subtitle (window, "Walk"), ==, "Not shown, because these are days away or unwell.");
  assert_all_named (window);
}

static void
test_off_and_empty (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *window = show (fixture, NULL);

  assert_all_named (window);
  g_assert_nonnull (find_row (window, "Reminders are off"));
  g_assert_cmpstr (get_subtitle (window, "Next reminder"), ==, "None, as reminders are off");
  g_assert_cmpstr (get_subtitle (window, "Reminders"), ==, "Off");
  g_assert_nonnull (find_label (window, "Nothing was due. What comes is listed here."));
}

/* A busy month is shown in parts. */
static void
test_many (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  GtkWidget *window;
  guint first;

  for (int i = 0; i < 100; i++)
    add_row (fixture, ritual, 60 + i * 360, 0, BRIDGE_REMINDER_SHOWN, 0, NULL);
  window = show (fixture, NULL);
  first = count_widgets (window, ADW_TYPE_ACTION_ROW, FALSE);
  g_assert_nonnull (find_button (window, "Show _More"));
  click (find_button (window, "Show _More"));
  settle ();
  g_assert_cmpuint (count_widgets (window, ADW_TYPE_ACTION_ROW, FALSE), ==, first + 40);
  g_assert_null (find_button (window, "Show _More"));
}

static void
test_service (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  FakeService service = { .server = "counter 1", .next = bridge_clock_now (fixture->clock) + 60 * BRIDGE_MS_PER_MINUTE };
  GtkWidget *window;
  GtkWidget *send;

  fake_service_start (&service, fixture->folder);
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  bridge_service_link_connect (link);
  window = show (fixture, link);
  send = find_button (window, "_Send");
  wait_for_subtitle (window, "Shown by", "counter 1, the notification service");
  wait_for_subtitle (window, "With the window closed", "Started at log-in");
  wait_for_subtitle (window, "Time zone", "Europe/Berlin, as the system");
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Next reminder"), "Today at "));
  g_assert_null (find_row (window, "Nobody shows notifications on this desktop"));

  click (send);
  wait_for_subtitle (window, "Test notification", "Handed to counter 1. Click it");
  fake_service_tell_answer (&service, "clicked");
  wait_for_subtitle (window, "Test notification", "It was clicked");

  click (send);
  wait_for_subtitle (window, "Test notification", "Handed to counter 1.");
  fake_service_tell_answer (&service, "dismissed");
  wait_for_subtitle (window, "Test notification", "It was closed");

  click (send);
  wait_for_subtitle (window, "Test notification", "Handed to counter 1.");
  fake_service_tell_answer (&service, "expired");
  wait_for_subtitle (window, "Test notification", "It was shown, and went by itself");

  /* Nothing comes back: that is said, with what to look at, and what comes later is not of this test any more. */
  bridge_reliability_window_set_test_seconds (BRIDGE_RELIABILITY_WINDOW (window), 1);
  click (send);
  wait_for_subtitle (window, "Test notification", "Handed to counter 1.");
  wait_for_subtitle (window, "Test notification", "Nothing came back. If you saw it, that is fine; if not, see whether");
  fake_service_tell_answer (&service, "clicked");
  settle ();
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Test notification"), "Nothing came back."));

  service.refusal = "No notification service answers.";
  click (send);
  wait_for_subtitle (window, "Test notification", "No notification service answers.");

  /* When the server goes there is advice. */
  g_dbus_connection_emit_signal (service.bus, NULL, APP_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new_parsed ("(%s, {'NotificationServer': <''>}, @as [])", BUS_INTERFACE), NULL);
  wait_for_subtitle (window, "Shown by", "Nobody at the moment");
  g_assert_nonnull (find_row (window, "Nobody shows notifications on this desktop"));

  fake_service_stop (&service);
  wait_for_subtitle (window, "Shown by", "Only a window of Footbridge");
}

/* A service of another version refuses; the window says what it said. */
static void
test_other_version (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  FakeService service = { .server = "", .version = "The window and the service are of different versions." };
  GtkWidget *window;

  fake_service_start (&service, fixture->folder);
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  bridge_service_link_connect (link);
  window = show (fixture, link);
  while (bridge_service_link_get_problem (link) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_cmpstr (get_subtitle (window, "The reminder service cannot be reached from here"), ==,
                   "The window and the service are of different versions.");
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "_Send")));

  /* When it goes that is no longer why. */
  fake_service_stop (&service);
  while (bridge_service_link_get_problem (link) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_null (find_row (window, "The reminder service cannot be reached from here"));
  g_assert_nonnull (find_row (window, "The reminder service does not run"));
}

int
main (int   argc,
      char *argv[])
{
  GTestDBus *bus = own_bus_start ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/reliability/no-service", "Robin", test_no_service);
  ADD ("/window/reliability/not-shown", "Robin", test_not_shown);
  ADD ("/window/reliability/off-and-empty", NULL, test_off_and_empty);
  ADD ("/window/reliability/many", "Robin", test_many);
  ADD ("/window/reliability/service", "Robin", test_service);
  ADD ("/window/reliability/other-version", "Robin", test_other_version);

  status = g_test_run ();
  own_bus_stop (bus);
  return status;
}
