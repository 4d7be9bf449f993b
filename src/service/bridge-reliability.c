/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reliability"

#include "config.h"

#include "bridge-reliability.h"

#include <glib/gi18n-lib.h>

#include "bridge-one-off.h"
#include "bridge-words.h"

/* What comes within this time comes when it should. */
#define ON_TIME_MS BRIDGE_MS_PER_MINUTE

#define DAY_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/**
 * bridge_finding_free:
 * @self: (transfer full): a finding
 */
void
bridge_finding_free (BridgeFinding *self)
{
  g_free (self->title);
  g_free (self->advice);
  g_free (self);
}

/**
 * bridge_reliability_get_lateness:
 * @reminder: a reminder
 *
 * Returns: ms between the time it was to come (after a snooze or quiet hours: their end) and the time it came; -1 when it
 *   has not come
 */
gint64
bridge_reliability_get_lateness (BridgeReminder *reminder)
{
  gint64 shown = bridge_reminder_get_shown_at (reminder);
  gint64 due = bridge_reminder_get_effective (reminder);

  if (shown == 0)
    return -1;
  /* It was shown, and then put off. */
  if (shown < due)
    due = bridge_reminder_get_due_at (reminder);
  return MAX (shown - due, 0);
}

/* The time alone on the day on which it was due, which stands beside it. */
static char *
say_when (BridgeReminder *reminder,
          gint64          instant,
          BridgeLocal     now,
          GTimeZone      *here)
{
  BridgeLocal local = bridge_local_from_utc_ms (instant, here);
  BridgeLocal due = bridge_local_from_utc_ms (bridge_reminder_get_due_at (reminder), here);

  return bridge_local_get_day (local) == bridge_local_get_day (due) ? bridge_words_time (local) : bridge_words_when (local, now);
}

/* "40 minutes", "9 hours 30 minutes", "3 days": the longer the more roughly. */
static char *
say_length (gint64 ms)
{
  int days = (int) MIN ((ms + DAY_MS / 2) / DAY_MS, G_MAXINT);

  if (ms >= 2 * DAY_MS)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  return bridge_words_minutes ((int) (ms / BRIDGE_MS_PER_MINUTE));
}

/* "Shown on time.", or how long after; what it waited for comes first. */
static char *
describe_shown (BridgeReminder *reminder,
                BridgeLocal     now,
                GTimeZone      *here)
{
  gint64 late = bridge_reliability_get_lateness (reminder);
  gint64 deferred = bridge_reminder_get_deferred_until (reminder);
  gint64 snoozed = bridge_reminder_get_snoozed_until (reminder);
  g_autofree char *length = say_length (MAX (late, 0));
  g_autofree char *when = NULL;

  if (snoozed != 0 && snoozed <= bridge_reminder_get_shown_at (reminder))
    {
      when = say_when (reminder, snoozed, now, here);
      if (late < ON_TIME_MS)
        /* Translators: %s is "19:10" or "tomorrow at 8:00" */
        return g_strdup_printf (_("Snoozed until %s, and shown again on time."), when);
      /* Translators: %1$s is "19:10" or "tomorrow at 8:00", %2$s is "4 minutes" */
      return g_strdup_printf (_("Snoozed until %1$s, and shown again %2$s after that."), when, length);
    }
  if (bridge_reminder_get_held (reminder) && late >= ON_TIME_MS)
    /* Translators: %s is "4 minutes" */
    return g_strdup_printf (_("Waited while a pause, or the recovery window after it, lasted, and was shown %s after that."), length);
  if (deferred != 0 && deferred <= bridge_reminder_get_shown_at (reminder) && !bridge_reminder_get_held (reminder))
    {
      when = say_when (reminder, deferred, now, here);
      if (late < ON_TIME_MS)
        /* Translators: %s is "7:00" or "tomorrow at 7:00" */
        return g_strdup_printf (_("Waited until the quiet hours ended (%s), and was shown on time then."), when);
      /* Translators: %1$s is "7:00" or "tomorrow at 7:00", %2$s is "4 minutes" */
      return g_strdup_printf (_("Waited until the quiet hours ended (%1$s), and was shown %2$s after that."), when, length);
    }

  if (bridge_reminder_get_held (reminder) || g_strcmp0 (bridge_reminder_get_reason (reminder), "pause") == 0)
    return g_strdup (_("Waited while a pause, or the recovery window after it, lasted, and was shown then."));
  if (late < ON_TIME_MS)
    return g_strdup (_("Shown on time."));
  /* Translators: %s is "4 minutes" */
  return g_strdup_printf (_("Shown %s after it was due."), length);
}

static char *
describe_pending (BridgeReminder *reminder,
                  gint64          now_ms,
                  BridgeLocal     now,
                  GTimeZone      *here)
{
  gint64 deferred = bridge_reminder_get_deferred_until (reminder);

  if (g_strcmp0 (bridge_reminder_get_reason (reminder), "no-server") == 0)
    return g_strdup (_("Not shown yet, because no notification service took it. It is shown as soon as one does."));
  if (bridge_reminder_get_held (reminder) || g_strcmp0 (bridge_reminder_get_reason (reminder), "pause") == 0)
    return g_strdup (_("Waits while a pause, or the recovery window after it, lasts."));
  if (deferred > now_ms)
    {
      g_autofree char *when = say_when (reminder, deferred, now, here);

      /* Translators: %s is "7:00" or "tomorrow at 7:00" */
      return g_strdup_printf (_("Waits until the quiet hours end (%s)."), when);
    }
  if (g_strcmp0 (bridge_reminder_get_reason (reminder), "no-service") == 0)
    return g_strdup (_("Comes as soon as the reminder service runs, or came without that having been written down yet."));
  return g_strdup (_("On its way, or shown without that having been written down yet."));
}

static const struct {
  const char *reason;
  const char *before; /* when it was not shown yet */
  const char *after;
} withdrawals[] = {
  { "answered", N_("Not shown, because the moment was answered before."), N_("Taken back, because the moment was answered.") },
  { "reminders-off", N_("Not shown, because reminders were off."), N_("Taken back, because reminders were turned off.") },
  { "resting", N_("Not shown, because the ritual rests."), N_("Taken back, because the ritual rests.") },
  { "ended", N_("Not shown, because the ritual has ended."), N_("Taken back, because the ritual has ended.") },
  { "ritual-changed", N_("Not shown, because the ritual rested then, or was not yet as it is now."),
    N_("Taken back, because the ritual was changed.") },
  { "away", N_("Not shown, because these are days away or unwell."), N_("Taken back, because these are days away or unwell.") },
  { "pause", N_("Not shown, because it was over when a pause, or the recovery window after it, ended."),
    N_("Taken back, because it was over when a pause, or the recovery window after it, ended.") },
  { "left-out", N_("Not shown, because the moment is left out."), N_("Taken back, because the moment is left out.") },
  { "moved", N_("Not shown, because the moment was moved."), N_("Taken back, because the moment was moved.") },
  { "brought-back", N_("Not shown, because the moment was brought back only after that."),
    N_("Taken back, because the moment was changed.") },
  { "removed", N_("Not shown, because the ritual was changed or removed."),
    N_("Taken back, because the ritual was changed or removed.") },
  { "superseded", N_("Not shown, because a later reminder of the same moment was due as well."),
    N_("Taken back, because a later reminder of the same moment came.") },
  { "too-old", N_("Not shown, because its moment had long passed."), N_("Taken back, because its moment had long passed.") },
};

/* Of what is no ritual; what is not here is said as above. */
static const struct {
  const char *reason;
  const char *before;
  const char *after;
} one_off_withdrawals[] = {
  { "answered", N_("Not shown, because it was answered before."), N_("Taken back, because it was answered.") },
  { "moved", N_("Not shown, because it has another date."), N_("Taken back, because it has another date.") },
  { "snoozed", N_("Not shown, because it was put off before."), N_("Put off.") },
  { "superseded", N_("Not shown, because a later reminder of the same was due as well."),
    N_("Taken back, because a later reminder of the same came.") },
  { "too-old", N_("Not shown, because its day had long passed."), N_("Taken back, because it had stood for a day.") },
};

static const char *
get_withdrawal (BridgeReminder *reminder,
                const char     *reason,
                gboolean        shown)
{
  BridgeSubject subject;
  const char *id;

  if (bridge_one_off_parse_name (bridge_reminder_get_ritual_id (reminder), &subject, &id))
    for (guint i = 0; i < G_N_ELEMENTS (one_off_withdrawals); i++)
      if (g_strcmp0 (reason, one_off_withdrawals[i].reason) == 0)
        return shown ? _(one_off_withdrawals[i].after) : _(one_off_withdrawals[i].before);

  for (guint i = 0; i < G_N_ELEMENTS (withdrawals); i++)
    if (g_strcmp0 (reason, withdrawals[i].reason) == 0)
      return shown ? _(withdrawals[i].after) : _(withdrawals[i].before);

  return shown ? _("Taken back.") : _("Not shown, because it was taken back before.");
}

static const char *
get_folding (const char *reason)
{
  if (g_strcmp0 (reason, "absence") == 0)
    return _("Came together with others in one notification, because it could not be shown when it was due.");
  if (g_strcmp0 (reason, "burst") == 0)
    return _("Came together with others in one notification, because many were due at once.");
  if (g_strcmp0 (reason, "quiet-hours") == 0)
    return _("Waited until the quiet hours ended, was over by then, and came in the notification of what waits.");
  if (g_strcmp0 (reason, "too-old") == 0)
    return _("Came only in the notification of what waits, because its moment had long passed.");
  if (g_strcmp0 (reason, "superseded") == 0)
    return _("Not shown, because a later reminder of the same moment was due as well.");
  return _("Came together with others in one notification.");
}

/* Two sentences, each of which stands alone. */
static char *
join (char       *first,
      const char *second)
{
  g_autofree char *owned = first;

  /* Translators: two sentences, one after the other */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), owned, second);
}

/* Why it came with others, and when, as that is what somebody may look for. */
static char *
describe_folded (BridgeReminder *reminder,
                 BridgeLocal     now,
                 GTimeZone      *here)
{
  gint64 shown = bridge_reminder_get_shown_at (reminder);
  gint64 late = shown - bridge_reminder_get_due_at (reminder);
  g_autofree char *why = g_strdup (get_folding (bridge_reminder_get_reason (reminder)));
  g_autofree char *length = NULL;
  g_autofree char *when = NULL;
  g_autofree char *came = NULL;

  if (shown == 0)
    return g_steal_pointer (&why);
  if (late < ON_TIME_MS)
    return join (g_steal_pointer (&why), _("It came on time."));

  length = say_length (late);
  when = say_when (reminder, shown, now, here);
  /* Translators: %1$s is "9 hours" or "3 days", %2$s is "7:00" or "yesterday at 7:00" */
  came = g_strdup_printf (_("It came %1$s after it was due (%2$s)."), length, when);
  return join (g_steal_pointer (&why), came);
}

/**
 * bridge_reliability_describe:
 * @reminder: a reminder
 * @now: UTC ms
 * @here: the zone to say times in
 *
 * What became of a reminder, and why. When it was due is not said; nor is when it was answered, which is nobody's business.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
bridge_reliability_describe (BridgeReminder *reminder,
                             gint64          now,
                             GTimeZone      *here)
{
  BridgeLocal local_now = bridge_local_from_utc_ms (now, here);
  gboolean shown = bridge_reminder_get_shown_at (reminder) != 0;
  const char *reason = bridge_reminder_get_reason (reminder);
  g_autofree char *until = NULL;

  switch (bridge_reminder_get_state (reminder))
    {
    case BRIDGE_REMINDER_PENDING:
      return describe_pending (reminder, now, local_now, here);
    case BRIDGE_REMINDER_SHOWN:
      return describe_shown (reminder, local_now, here);
    case BRIDGE_REMINDER_SNOOZED:
      until = say_when (reminder, bridge_reminder_get_snoozed_until (reminder), local_now, here);
      /* Translators: %s is "19:10" or "tomorrow at 8:00" */
      return g_strdup_printf (_("Snoozed until %s."), until);
    case BRIDGE_REMINDER_ANSWERED:
      if (shown)
        return join (describe_shown (reminder, local_now, here), _("Answered."));
      return g_strdup (get_withdrawal (reminder, "answered", FALSE));
    case BRIDGE_REMINDER_FOLDED:
      return describe_folded (reminder, local_now, here);
    case BRIDGE_REMINDER_WITHDRAWN:
      if (shown)
        return join (describe_shown (reminder, local_now, here), get_withdrawal (reminder, reason, TRUE));
      return g_strdup (get_withdrawal (reminder, reason, FALSE));
    }

  return g_strdup (reason != NULL ? reason : "");
}

/**
 * bridge_reliability_describe_lead:
 * @lead: minutes before the moment; negative: after it
 *
 * Returns: (transfer full): "at its time", "10 minutes before", "30 minutes after"
 */
char *
bridge_reliability_describe_lead (int lead)
{
  g_autofree char *minutes = bridge_words_minutes (ABS (lead));

  if (lead == 0)
    return g_strdup (_("at its time"));
  /* Translators: %s is "10 minutes" */
  return lead > 0 ? g_strdup_printf (_("%s before"), minutes) : g_strdup_printf (_("%s after"), minutes);
}

static gboolean
is_desktop (const BridgeHealth *health,
            const char         *name)
{
  g_auto (GStrv) names = g_strsplit (health->desktop != NULL ? health->desktop : "", ":", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* What shows notifications where, and how to have it. */
static const char *
get_server_advice (const BridgeHealth *health)
{
  static const struct {
    const char *desktop;
    const char *advice;
  } known[] = {
    { "GNOME", N_("GNOME shows notifications by itself. Log out and in again; if that changes nothing, see that no extension "
                  "replaces its notifications.") },
    { "KDE", N_("In Plasma the panel shows notifications. Log out and in again, or add “Notifications” to the system tray of "
                "a panel.") },
    { "XFCE", N_("Install the package xfce4-notifyd, and log out and in again.") },
    { "MATE", N_("Install the package mate-notification-daemon, and log out and in again.") },
    { "X-Cinnamon", N_("Cinnamon shows notifications by itself: turn them on in System Settings, Notifications, and log out "
                       "and in again.") },
    { "Cinnamon", N_("Cinnamon shows notifications by itself: turn them on in System Settings, Notifications, and log out "
                     "and in again.") },
    { "LXQt", N_("Install the package lxqt-notificationd, and log out and in again.") },
    { "Budgie", N_("Budgie shows notifications by itself. Log out and in again.") },
    { "Unity", N_("Install the package notify-osd, and log out and in again.") },
    { "sway", N_("Install a notification daemon such as mako or dunst, and start it from the configuration of sway.") },
    { "Hyprland", N_("Install a notification daemon such as mako or dunst, and start it from the configuration of Hyprland.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_desktop (health, known[i].desktop))
      return _(known[i].advice);

  return _("Install a notification daemon such as dunst or mako, and have it started at log-in.");
}

static char *
dup_background_advice (const BridgeHealth *health)
{
  if (is_desktop (health, "GNOME"))
    return g_strdup (_("You could allow it in Settings, Apps, Footbridge, “Run in Background”, and then turn reminders off and on "
                       "again."));
  if (is_desktop (health, "KDE"))
    return g_strdup (_("You could allow it in System Settings, Application Permissions, and then turn reminders off and on again."));
  /* Translators: %s is the application's id; what is quoted is typed in a terminal */
  return g_strdup_printf (_("You could allow it with “flatpak permission-set background background %s yes” in a terminal, and then "
                            "turn reminders off and on again."), APP_ID);
}

static char *
dup_refused_advice (const BridgeHealth *health)
{
  if (is_desktop (health, "GNOME"))
    return g_strdup (_("You could turn them on in Settings, Notifications, Footbridge, and then send a test notification: what "
                       "waits comes along."));
  if (is_desktop (health, "KDE"))
    return g_strdup (_("You could turn them on in System Settings, Application Permissions, and then send a test notification: "
                       "what waits comes along."));
  /* Translators: %s is the application's id; what is quoted is typed in a terminal */
  return g_strdup_printf (_("You could turn them on with “flatpak permission-set notifications notification %s yes” in a terminal, "
                            "and then send a test notification: what waits comes along."), APP_ID);
}

static void
add (GPtrArray  *findings,
     const char *id,
     gboolean    hint,
     const char *title,
     const char *advice)
{
  BridgeFinding *finding = g_new0 (BridgeFinding, 1);

  finding->id = id;
  finding->hint = hint;
  finding->title = g_strdup (title);
  finding->advice = g_strdup (advice);
  g_ptr_array_add (findings, finding);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_service_findings (GPtrArray          *findings,
                      const BridgeHealth *health)
{
  if (!health->has_bus && has_text (health->bus_problem))
    {
      /* Translators: %s says why the session bus cannot be reached, without a full stop */
      g_autofree char *advice = g_strdup_printf (_("Notifications go over it, so none can be shown: %s. Reminders come inside the "
                                                   "window while it is open. Log out and in again if that is not meant to be so."),
                                                 health->bus_problem);

      add (findings, "bus-refused", FALSE, _("The session bus cannot be reached from here"), advice);
    }
  else if (!health->has_bus)
    add (findings, "no-bus", FALSE, _("There is no session bus here"),
         _("Notifications cannot be shown without one; reminders come inside the window while it is open. Log in to a desktop, "
           "or start one with “dbus-run-session”."));
  else if (!health->service_running && has_text (health->service_problem))
    add (findings, "no-service", FALSE, _("The reminder service cannot be reached from here"), health->service_problem);
  else if (!health->service_running)
    add (findings, "no-service", FALSE, _("The reminder service does not run"),
         _("Reminders come inside the window while it is open. Log out and in again, or start the service with “footbridge run”."));
}

static void
add_notification_findings (GPtrArray          *findings,
                           const BridgeHealth *health)
{
  if (!health->service_running)
    return;

  if (health->refused)
    {
      g_autofree char *advice = dup_refused_advice (health);

      add (findings, "notifications-refused", FALSE, _("Notifications of Footbridge are turned off on this desktop"), advice);
    }
  else if (!has_text (health->server) && !health->server_on_demand && !health->server_sought)
    {
      add (findings, "no-server", FALSE, _("Nobody shows notifications on this desktop"), get_server_advice (health));
    }
}

static void
add_start_findings (GPtrArray          *findings,
                    const BridgeHealth *health)
{
  if (health->sandboxed && health->background == BRIDGE_BACKGROUND_REFUSED)
    {
      g_autofree char *advice = dup_background_advice (health);

      add (findings, "background-refused", FALSE, _("The desktop does not let Footbridge run in the background"), advice);
    }
  else if (health->sandboxed && health->background == BRIDGE_BACKGROUND_ONCE_OPENED)
    add (findings, "background-once-opened", FALSE, _("The desktop does not start Footbridge at log-in"),
         _("After each log-in, reminders come once you have opened Footbridge. You could add it to the programs that this "
           "desktop starts, if it has a list of them, or turn reminders off and on to have it asked again."));
  else if (health->sandboxed && health->background == BRIDGE_BACKGROUND_UNKNOWN)
    add (findings, "background-unknown", FALSE, _("The desktop was not asked whether Footbridge may run in the background"),
         _("It is asked when reminders are turned on in the window. You could turn them off and on again."));
  else if (!health->sandboxed && health->autostart_turned_off)
    add (findings, "autostart-turned-off", FALSE, _("The settings of the desktop keep Footbridge from starting at log-in"),
         _("It was turned off there, and Footbridge leaves that as it is. If reminders are to come after log-in, turn it on among "
           "the programs that start with the desktop. Until then reminders come after Footbridge was opened once."));
  else if (!health->sandboxed && health->autostart_applies && !health->autostart)
    add (findings, "no-autostart", FALSE, _("Nothing starts the reminder service at log-in"),
         _("Turn reminders off and on again: Footbridge then asks the desktop to start it. Until then reminders come after "
           "Footbridge was opened once."));
}

/**
 * bridge_reliability_list_findings:
 * @health: what is known
 *
 * What may keep reminders from arriving, the weightiest first, with what can be done about it on this desktop.
 *
 * Returns: (transfer full) (element-type BridgeFinding): none when nothing is off
 */
GPtrArray *
bridge_reliability_list_findings (const BridgeHealth *health)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_finding_free);

  if (!health->reminders_on)
    {
      add (findings, "reminders-off", FALSE, _("Reminders are off"), _("Turn them on in Preferences, or with “footbridge reminders on”."));
      return findings;
    }

  /* What keeps from reminding at all goes before what would keep from showing it. */
  if (has_text (health->not_reminding) && !has_text (health->service_problem))
    add (findings, "not-reminding", FALSE, _("Reminders do not come from here"), health->not_reminding);
  else
    add_service_findings (findings, health);
  add_notification_findings (findings, health);
  if (has_text (health->read_only))
    add (findings, "read-only", FALSE, _("What is shown and answered cannot be written down"), health->read_only);
  if (has_text (health->last_error) && !health->refused && !has_text (health->not_reminding))
    add (findings, "trouble", FALSE, health->service_running ? _("The reminder service had trouble") : _("Reminders had trouble"),
         health->last_error);
  add_start_findings (findings, health);
  if (g_strcmp0 (health->zone_source, "unknown") == 0)
    add (findings, "zone-unknown", FALSE, _("The time zone of this computer is not known"),
         _("Reminders keep to UTC until it is. Set the time zone in the settings of the desktop, or with “timedatectl set-timezone”."));
  if (findings->len == 0 && is_desktop (health, "GNOME"))
    add (findings, "do-not-disturb", TRUE, _("“Do Not Disturb” cannot be seen from here"),
         _("If notifications do not pop up, see whether it is on below the calendar of GNOME; they are in the list there."));
  else if (findings->len == 0 && health->service_running)
    add (findings, "do-not-disturb", TRUE, _("A “do not disturb” of the desktop cannot be seen from here"),
         _("If notifications do not pop up, see whether it is on."));

  return findings;
}

/**
 * bridge_reliability_describe_next:
 * @health: what is known
 * @now: UTC ms
 * @here: the zone to say times in
 *
 * Returns: (transfer full): when the next reminder comes, as a row says it
 */
char *
bridge_reliability_describe_next (const BridgeHealth *health,
                                  gint64              now,
                                  GTimeZone          *here)
{
  if (!health->reminders_on)
    return g_strdup (_("None, as reminders are off"));
  if (health->next_deadline == 0 && has_text (health->not_reminding))
    return g_strdup (_("Not known, as reminders do not come from here"));
  if (health->next_deadline == 0)
    return g_strdup (health->reminding ? _("Nothing is planned that reminds") : _("Not known while the service does not run"));

  return bridge_words_when (bridge_local_from_utc_ms (health->next_deadline, here), bridge_local_from_utc_ms (now, here));
}

/**
 * bridge_reliability_describe_server:
 * @health: what is known
 *
 * Returns: (transfer full): who shows notifications and by which way they get there
 */
char *
bridge_reliability_describe_server (const BridgeHealth *health)
{
  if (!health->reminding && health->other == BRIDGE_PART_SERVICE)
    return g_strdup (_("Footbridge in another session of this computer"));
  if (!health->reminding && health->other == BRIDGE_PART_WINDOW)
    return g_strdup (_("Another window of Footbridge, while that one is open"));
  if (has_text (health->not_reminding))
    return g_strdup (_("Nobody from here"));
  if (!health->service_running)
    return g_strdup (health->reminding ? _("Only this window, while it is open")
                                       : _("Only a window of Footbridge, while it is open"));
  if (!has_text (health->server) && health->server_sought)
    return g_strdup (_("Still being found out"));
  if (!has_text (health->server))
    return g_strdup (health->server_on_demand ? _("Started on demand") : _("Nobody at the moment"));
  if (g_strcmp0 (health->backend, "portal") == 0)
    return g_strdup (_("The desktop, through its portal"));
  if (g_strcmp0 (health->backend, "gtk") == 0)
    return g_strdup (health->server);
  /* Translators: %s is the name of a program that shows notifications, with its version */
  return g_strdup_printf (_("%s, the notification service of this desktop"), health->server);
}

/**
 * bridge_reliability_describe_start:
 * @health: what is known
 *
 * Returns: (transfer full): whether reminders come with the window closed and after log-in
 */
char *
bridge_reliability_describe_start (const BridgeHealth *health)
{
  if (health->sandboxed)
    switch (health->background)
      {
      case BRIDGE_BACKGROUND_ALLOWED:
        return g_strdup (_("Allowed by the desktop, and started at log-in"));
      case BRIDGE_BACKGROUND_ONCE_OPENED:
        return g_strdup (_("Allowed by the desktop once Footbridge was opened, but not started at log-in"));
      case BRIDGE_BACKGROUND_REFUSED:
        return g_strdup (_("Refused by the desktop"));
      case BRIDGE_BACKGROUND_UNKNOWN:
        return g_strdup (_("Not asked yet"));
      }
  if (!health->autostart_applies)
    return g_strdup (_("Only as long as it was started by hand, as this is not the usual folder"));
  if (health->autostart_turned_off)
    return g_strdup (_("Not started at log-in, as the settings of the desktop say"));
  return g_strdup (health->autostart ? _("Started at log-in") : _("Not started at log-in"));
}

/**
 * bridge_reliability_describe_zone:
 * @health: what is known
 *
 * Returns: (transfer full): the time zone, and where that is read
 */
char *
bridge_reliability_describe_zone (const BridgeHealth *health)
{
  const char *zone = has_text (health->zone) ? health->zone : "UTC";

  if (g_strcmp0 (health->zone_source, "timedate1") == 0)
    /* Translators: %s is "Europe/Berlin" */
    return g_strdup_printf (_("%s, as the system’s time service says"), zone);
  if (g_strcmp0 (health->zone_source, "localtime") == 0)
    /* Translators: %s is "Europe/Berlin" */
    return g_strdup_printf (_("%s, from /etc/localtime"), zone);
  if (g_strcmp0 (health->zone_source, "nameless") == 0)
    return g_strdup (_("The one of /etc/localtime, which does not say its name"));
  if (g_strcmp0 (health->zone_source, "environment") == 0)
    /* Translators: %s is "Europe/Berlin"; TZ is a name in the environment */
    return g_strdup_printf (_("%s, from TZ in the environment"), zone);
  if (g_strcmp0 (health->zone_source, "unknown") == 0)
    return g_strdup (_("Not known; UTC is used"));
  return g_strdup (zone);
}

/**
 * bridge_reliability_describe_test:
 * @server: (nullable): who shows notifications
 *
 * Returns: (transfer full): what to say once a test notification was taken
 */
char *
bridge_reliability_describe_test (const char *server)
{
  if (!has_text (server))
    return g_strdup (_("The desktop took it. Click it to see whether clicks come back."));
  /* Translators: %s is "dunst 1.9.0" or "GNOME Shell" */
  return g_strdup_printf (_("Handed to %s. Click it to see whether clicks come back."), server);
}

/**
 * bridge_reliability_describe_answer:
 * @what: (nullable): what became of a test notification, as the notifier says; %NULL: nothing came back for a minute
 *
 * Returns: a sentence
 */
const char *
bridge_reliability_describe_answer (const char *what)
{
  if (what == NULL)
    return _("Nothing came back. If you saw it, that is fine; if not, see whether the desktop is set not to disturb.");
  if (g_str_equal (what, "clicked"))
    return _("It was clicked: reminders arrive, and their buttons work.");
  if (g_str_equal (what, "dismissed"))
    return _("It was closed: reminders arrive.");
  if (g_str_equal (what, "expired"))
    return _("It was shown, and went by itself after a while.");
  return _("It was taken from the screen.");
}
