/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reliability.h"

#define MINUTE BRIDGE_MS_PER_MINUTE
#define DUE G_GINT64_CONSTANT (1795543200000) /* 2026-11-24 19:00 in Berlin */
#define NOW (DUE + 60 * MINUTE)

typedef struct {
  BridgeReminderState state;
  const char *reason;
  int shown;    /* minutes after it was due; -1: not shown */
  int snoozed;  /* minutes after it was due; 0: not */
  int deferred; /* minutes after it was due; 0: not */
  int lateness; /* minutes, or -1 */
  const char *words;
} Case;

static const Case cases[] = {
  { BRIDGE_REMINDER_SHOWN, NULL, 0, 0, 0, 0, "Shown on time." },
  { BRIDGE_REMINDER_SHOWN, NULL, 4, 0, 0, 4, "Shown 4 minutes after it was due." },
  { BRIDGE_REMINDER_SHOWN, NULL, 90, 0, 0, 90, "Shown 1 hour 30 minutes after it was due." },
  { BRIDGE_REMINDER_SHOWN, NULL, 3 * 1440, 0, 0, 3 * 1440, "Shown 3 days after it was due." },
  { BRIDGE_REMINDER_SHOWN, NULL, 10, 10, 0, 0, "Snoozed until 19:10, and shown again on time." },
  { BRIDGE_REMINDER_SHOWN, NULL, 12, 10, 0, 2, "Snoozed until 19:10, and shown again 2 minutes after that." },
  { BRIDGE_REMINDER_SHOWN, NULL, 30, 0, 30, 0, "Waited until the quiet hours ended (19:30), and was shown on time then." },
  { BRIDGE_REMINDER_SHOWN, NULL, 33, 0, 30, 3,
    "Waited until the quiet hours ended (19:30), and was shown 3 minutes after that." },
  { BRIDGE_REMINDER_PENDING, "no-server", -1, 0, 0, -1,
    "Not shown yet, because no notification service took it. It is shown as soon as one does." },
  { BRIDGE_REMINDER_PENDING, "quiet-hours", -1, 0, 120, -1, "Waits until the quiet hours end (21:00)." },
  { BRIDGE_REMINDER_PENDING, NULL, -1, 0, 0, -1, "On its way, or shown without that having been written down yet." },
  { BRIDGE_REMINDER_PENDING, "no-service", -1, 0, 0, -1,
    "Comes as soon as the reminder service runs, or came without that having been written down yet." },
  { BRIDGE_REMINDER_SNOOZED, NULL, 0, 70, 0, 0, "Snoozed until 20:10." },
  { BRIDGE_REMINDER_SNOOZED, NULL, 0, 780, 0, 0, "Snoozed until tomorrow at 08:00." },
  { BRIDGE_REMINDER_ANSWERED, NULL, 2, 0, 0, 2, "Shown 2 minutes after it was due. Answered." },
  { BRIDGE_REMINDER_ANSWERED, NULL, -1, 0, 0, -1, "Not shown, because the moment was answered before." },
  { BRIDGE_REMINDER_FOLDED, "absence", 60, 0, 0, 60,
    "Came together with others in one notification, because it could not be shown when it was due. "
    "It came 1 hour after it was due (20:00)." },
  { BRIDGE_REMINDER_FOLDED, "absence", 780, 0, 0, 780,
    "Came together with others in one notification, because it could not be shown when it was due. "
    "It came 13 hours after it was due (tomorrow at 08:00)." },
  { BRIDGE_REMINDER_FOLDED, "absence", 3 * 1440 + 800, 0, 0, 3 * 1440 + 800,
    "Came together with others in one notification, because it could not be shown when it was due. "
    "It came 4 days after it was due (Saturday at 08:20)." },
  { BRIDGE_REMINDER_FOLDED, "burst", 0, 0, 0, 0,
    "Came together with others in one notification, because many were due at once. It came on time." },
  { BRIDGE_REMINDER_FOLDED, "quiet-hours", 45, 0, 45, 0,
    "Waited until the quiet hours ended, was over by then, and came in the notification of what waits. "
    "It came 45 minutes after it was due (19:45)." },
  { BRIDGE_REMINDER_FOLDED, "too-old", 60, 0, 0, 60,
    "Came only in the notification of what waits, because its moment had long passed. "
    "It came 1 hour after it was due (20:00)." },
  { BRIDGE_REMINDER_FOLDED, "superseded", -1, 0, 0, -1,
    "Not shown, because a later reminder of the same moment was due as well." },
  { BRIDGE_REMINDER_WITHDRAWN, "answered", 0, 0, 0, 0, "Shown on time. Taken back, because the moment was answered." },
  { BRIDGE_REMINDER_WITHDRAWN, "resting", 0, 0, 0, 0, "Shown on time. Taken back, because the ritual rests." },
  { BRIDGE_REMINDER_WITHDRAWN, "resting", -1, 0, 0, -1, "Not shown, because the ritual rests." },
  { BRIDGE_REMINDER_WITHDRAWN, "away", -1, 0, 0, -1, "Not shown, because these are days away or unwell." },
  { BRIDGE_REMINDER_WITHDRAWN, "left-out", -1, 0, 0, -1, "Not shown, because the moment is left out." },
  { BRIDGE_REMINDER_WITHDRAWN, "moved", 3, 0, 0, 3,
    "Shown 3 minutes after it was due. Taken back, because the moment was moved." },
  { BRIDGE_REMINDER_WITHDRAWN, "reminders-off", -1, 0, 0, -1, "Not shown, because reminders were off." },
  { BRIDGE_REMINDER_WITHDRAWN, "ended", 0, 0, 0, 0, "Shown on time. Taken back, because the ritual has ended." },
  { BRIDGE_REMINDER_WITHDRAWN, "ritual-changed", -1, 0, 0, -1,
    "Not shown, because the ritual rested then, or was not yet as it is now." },
  { BRIDGE_REMINDER_WITHDRAWN, "brought-back", -1, 0, 0, -1,
    "Not shown, because the moment was brought back only after that." },
  { BRIDGE_REMINDER_WITHDRAWN, "removed", -1, 0, 0, -1, "Not shown, because the ritual was changed or removed." },
  { BRIDGE_REMINDER_WITHDRAWN, "too-old", -1, 0, 0, -1, "Not shown, because its moment had long passed." },
  { BRIDGE_REMINDER_WITHDRAWN, NULL, 0, 0, 0, 0, "Shown on time. Taken back." },
};

static gint64
after (int minutes)
{
  return minutes == 0 ? 0 : DUE + minutes * MINUTE;
}

static void
test_rows (void)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeReminder) reminder = bridge_reminder_new ("6f1c7a52-0c7e-4f4e-9d0e-0123456789ab",
                                                                 bridge_local_from_utc_ms (DUE, here), 0, DUE);
      g_autofree char *words = NULL;
      gint64 shown = cases[i].shown < 0 ? 0 : DUE + cases[i].shown * MINUTE;
      gint64 lateness = cases[i].lateness < 0 ? -1 : cases[i].lateness * MINUTE;

      g_object_set (reminder,
                    "state", cases[i].state,
                    "reason", cases[i].reason,
                    "shown-at", shown,
                    "snoozed-until", after (cases[i].snoozed),
                    "deferred-until", after (cases[i].deferred),
                    NULL);
      words = bridge_reliability_describe (reminder, NOW, here);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (bridge_reliability_get_lateness (reminder), ==, lateness);
    }
}

static void
test_lead (void)
{
  g_autofree char *at = bridge_reliability_describe_lead (0);
  g_autofree char *before = bridge_reliability_describe_lead (10);
  g_autofree char *later = bridge_reliability_describe_lead (-30);

  g_assert_cmpstr (at, ==, "at its time");
  g_assert_cmpstr (before, ==, "10 minutes before");
  g_assert_cmpstr (later, ==, "30 minutes after");
}

/* Everything as it should be on a desktop with dunst. */
static const BridgeHealth well = {
  .reminders_on = TRUE,
  .has_bus = TRUE,
  .service_running = TRUE,
  .reminding = TRUE,
  .autostart_applies = TRUE,
  .autostart = TRUE,
  .backend = "freedesktop",
  .server = "dunst 1.9.0",
  .desktop = "XFCE",
  .zone = "Europe/Berlin",
  .zone_source = "timedate1",
  .last_error = "",
  .next_deadline = DUE,
};

static void
assert_findings (const BridgeHealth *health,
                 const char         *ids)
{
  g_autoptr (GPtrArray) findings = bridge_reliability_list_findings (health);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      BridgeFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (found, "%s%s%s", i > 0 ? " " : "", finding->id, finding->hint ? "?" : "");
      g_assert_cmpint (strlen (finding->title), >, 0);
      g_assert_cmpint (strlen (finding->advice), >, 0);
      g_assert_false (g_str_has_suffix (finding->title, "."));
      g_assert_true (g_str_has_suffix (finding->advice, "."));
    }
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_findings (void)
{
  BridgeHealth health = well;

  assert_findings (&health, "do-not-disturb?");
  health.desktop = "ubuntu:GNOME";
  assert_findings (&health, "do-not-disturb?");

  health.reminders_on = FALSE;
  health.service_running = FALSE;
  assert_findings (&health, "reminders-off");

  health = well;
  health.service_running = FALSE;
  assert_findings (&health, "no-service");
  health.service_problem = "Another reminder service looks after it.";
  assert_findings (&health, "no-service");
  health.has_bus = FALSE;
  assert_findings (&health, "no-bus");
  health.bus_problem = "Could not connect: Permission denied";
  assert_findings (&health, "bus-refused");

  health = well;
  health.server = "";
  health.last_error = "No notification service answers.";
  assert_findings (&health, "no-server trouble");
  health.server_on_demand = TRUE;
  assert_findings (&health, "trouble");

  health = well;
  health.refused = TRUE;
  health.last_error = "Notifications of Footbridge are turned off.";
  assert_findings (&health, "notifications-refused");
  health.server = "";
  assert_findings (&health, "notifications-refused");
  health.service_running = FALSE;
  health.last_error = "";
  assert_findings (&health, "no-service");

  health = well;
  health.reminding = FALSE;
  health.last_error = health.not_reminding = "Another reminder service, process 1, looks after this folder already.";
  assert_findings (&health, "not-reminding");

  /* Nothing is promised of a window that does not remind. */
  health.service_running = FALSE;
  health.last_error = "";
  health.has_bus = FALSE;
  assert_findings (&health, "not-reminding");
  health.service_problem = health.not_reminding = "The window and the reminder service are of different versions.";
  health.has_bus = TRUE;
  assert_findings (&health, "no-service");

  health = well;
  health.read_only = "This folder can only be read.";
  assert_findings (&health, "read-only");

  health = well;
  health.autostart = FALSE;
  health.zone_source = "unknown";
  assert_findings (&health, "no-autostart zone-unknown");
  health.autostart_turned_off = TRUE;
  assert_findings (&health, "autostart-turned-off zone-unknown");
  health.autostart_turned_off = FALSE;
  health.autostart_applies = FALSE;
  assert_findings (&health, "zone-unknown");

  health = well;
  health.sandboxed = TRUE;
  health.autostart_applies = FALSE;
  assert_findings (&health, "background-unknown");
  health.background = BRIDGE_BACKGROUND_REFUSED;
  for (guint i = 0; i < 3; i++)
    {
      health.desktop = (const char *[]) { "GNOME", "KDE", "sway" }[i];
      assert_findings (&health, "background-refused");
    }
  health.background = BRIDGE_BACKGROUND_ONCE_OPENED;
  assert_findings (&health, "background-once-opened");
  health.background = BRIDGE_BACKGROUND_ALLOWED;
  assert_findings (&health, "do-not-disturb?");
}

/* Each desktop has advice of its own, and none of them none. */
static void
test_desktops (void)
{
  static const struct {
    const char *desktop;
    const char *word;
  } desktops[] = {
    { "GNOME", "GNOME" },       { "ubuntu:GNOME", "GNOME" },      { "KDE", "Plasma" },
    { "XFCE", "xfce4-notifyd" }, { "MATE", "mate-notification" },  { "X-Cinnamon", "Cinnamon" },
    { "LXQt", "lxqt-notificationd" }, { "sway", "mako" },          { "Hyprland", "Hyprland" },
    { "i3", "dunst" },          { NULL, "dunst" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      BridgeHealth health = well;
      g_autoptr (GPtrArray) findings = NULL;

      health.server = "";
      health.desktop = desktops[i].desktop;
      findings = bridge_reliability_list_findings (&health);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (strstr (((BridgeFinding *) g_ptr_array_index (findings, 0))->advice, desktops[i].word));
    }
}

/* Where a person turns on again what Footbridge shows. */
static void
test_refused (void)
{
  static const struct {
    const char *desktop;
    const char *words;
  } desktops[] = {
    { "ubuntu:GNOME", "Settings, Notifications, Footbridge" },
    { "KDE", "System Settings, Application Permissions" },
    { "XFCE", "“flatpak permission-set notifications notification " APP_ID " yes”" },
    { NULL, "“flatpak permission-set notifications notification " APP_ID " yes”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      BridgeHealth health = well;
      g_autoptr (GPtrArray) findings = NULL;

      health.refused = TRUE;
      health.desktop = desktops[i].desktop;
      findings = bridge_reliability_list_findings (&health);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (strstr (((BridgeFinding *) g_ptr_array_index (findings, 0))->advice, desktops[i].words));
    }
}

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_status (void)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");
  BridgeHealth health = well;

  assert_words (bridge_reliability_describe_next (&health, DUE - MINUTE, here), "today at 19:00");
  assert_words (bridge_reliability_describe_server (&health), "dunst 1.9.0, the notification service of this desktop");
  assert_words (bridge_reliability_describe_start (&health), "Started at log-in");
  assert_words (bridge_reliability_describe_zone (&health), "Europe/Berlin, as the system’s time service says");

  health.next_deadline = 0;
  assert_words (bridge_reliability_describe_next (&health, NOW, here), "Nothing is planned that reminds");
  health.reminding = FALSE;
  health.not_reminding = "Another reminder service looks after this folder already.";
  assert_words (bridge_reliability_describe_next (&health, NOW, here), "Not known, as reminders do not come from here");
  assert_words (bridge_reliability_describe_server (&health), "Nobody from here");
  health.other = BRIDGE_PART_SERVICE;
  assert_words (bridge_reliability_describe_server (&health), "Footbridge in another session of this computer");
  health.other = BRIDGE_PART_WINDOW;
  assert_words (bridge_reliability_describe_server (&health), "Another window of Footbridge, while that one is open");
  health = well;
  health.server = "";
  assert_words (bridge_reliability_describe_server (&health), "Nobody at the moment");
  health.server_on_demand = TRUE;
  assert_words (bridge_reliability_describe_server (&health), "Started on demand");
  health.autostart = FALSE;
  assert_words (bridge_reliability_describe_start (&health), "Not started at log-in");
  health.autostart_turned_off = TRUE;
  assert_words (bridge_reliability_describe_start (&health), "Not started at log-in, as the settings of the desktop say");
  health.zone_source = "localtime";
  assert_words (bridge_reliability_describe_zone (&health), "Europe/Berlin, from /etc/localtime");
  health.zone_source = "unknown";
  assert_words (bridge_reliability_describe_zone (&health), "Not known; UTC is used");

  health = well;
  health.sandboxed = TRUE;
  health.backend = "portal";
  health.background = BRIDGE_BACKGROUND_ALLOWED;
  assert_words (bridge_reliability_describe_server (&health), "The desktop, through its portal");
  assert_words (bridge_reliability_describe_start (&health), "Allowed by the desktop, and started at log-in");
  health.background = BRIDGE_BACKGROUND_ONCE_OPENED;
  assert_words (bridge_reliability_describe_start (&health),
                "Allowed by the desktop once Footbridge was opened, but not started at log-in");
  health.service_running = FALSE;
  assert_words (bridge_reliability_describe_server (&health), "Only this window, while it is open");
  health.next_deadline = 0;
  assert_words (bridge_reliability_describe_next (&health, NOW, here), "Nothing is planned that reminds");
  health.reminding = FALSE;
  assert_words (bridge_reliability_describe_next (&health, NOW, here), "Not known while the service does not run");
  assert_words (bridge_reliability_describe_server (&health), "Only a window of Footbridge, while it is open");
  health.reminders_on = FALSE;
  assert_words (bridge_reliability_describe_next (&health, NOW, here), "None, as reminders are off");
}

static void
test_test (void)
{
  assert_words (bridge_reliability_describe_test ("dunst 1.9.0"),
                "Handed to dunst 1.9.0. Click it to see whether clicks come back.");
  assert_words (bridge_reliability_describe_test (""), "The desktop took it. Click it to see whether clicks come back.");
  g_assert_true (g_str_has_prefix (bridge_reliability_describe_answer ("clicked"), "It was clicked"));
  g_assert_true (g_str_has_prefix (bridge_reliability_describe_answer ("dismissed"), "It was closed"));
  g_assert_true (g_str_has_prefix (bridge_reliability_describe_answer ("expired"), "It was shown"));
  g_assert_true (g_str_has_prefix (bridge_reliability_describe_answer ("withdrawn"), "It was taken"));
  g_assert_true (g_str_has_prefix (bridge_reliability_describe_answer (NULL), "Nothing came back"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reliability/rows", test_rows);
  g_test_add_func ("/reliability/lead", test_lead);
  g_test_add_func ("/reliability/findings", test_findings);
  g_test_add_func ("/reliability/desktops", test_desktops);
  g_test_add_func ("/reliability/refused", test_refused);
  g_test_add_func ("/reliability/status", test_status);
  g_test_add_func ("/reliability/test", test_test);

  return g_test_run ();
}
