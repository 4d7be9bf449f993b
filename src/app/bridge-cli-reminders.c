/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-autostart.h"
#include "bridge-launch.h"
#include "bridge-one-off-log.h"
#include "bridge-reliability.h"
#include "bridge-reminder-log.h"
#include "bridge-words.h"

#define WAIT_MAX 600

/* A service that was started just now still finds out who shows notifications; a server that answers does so within that time. */
#define SOUGHT_TRIES 80
#define SOUGHT_PAUSE_US 50000

/**
 * bridge_cli_arrange_reminders:
 * @on: whether reminders were switched on or off
 *
 * Sees to the service: started now and at log-in while reminders are on. What cannot be arranged is said, but is no failure of
 * the verb, whose own work is done.
 */
void
bridge_cli_arrange_reminders (BridgeCli *cli, gboolean on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) lock_error = NULL;

  if (!bridge_autostart_sync (bridge_space_get_folder (cli->space), on, &error))
    bridge_cli_complain (error->message);
  else if (on && bridge_autostart_is_turned_off (bridge_space_get_folder (cli->space)))
    bridge_cli_complain (_("The settings of the desktop keep Footbridge from starting at log-in; there it can be turned on."));
  if (on && !bridge_folder_lock_check (bridge_space_get_folder (cli->space), &lock_error))
    bridge_cli_complain (lock_error->message);
  if (on)
    bridge_launch_wake_service (cli->data_dir);
}

/* What `reminders status` knows; texts are borrowed from @properties. */
typedef struct {
  BridgeHealth health;
  gboolean show_titles;
  GVariant *properties;
  char *zone;
  char *bus_problem;
  GError *lock_error;
} Status;

static void
status_clear (Status *status)
{
  g_clear_pointer (&status->properties, g_variant_unref);
  g_free (status->zone);
  g_free (status->bus_problem);
  g_clear_error (&status->lock_error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Status, status_clear)

static gboolean
is_sought (Status *status)
{
  gboolean sought = FALSE;

  if (status->properties != NULL)
    g_variant_lookup (status->properties, "NotificationServerSought", "b", &sought);
  return sought;
}

/* What the service says about itself, once it knows who shows what it has to show. */
static void
read_properties (Status *status)
{
  status->properties = bridge_launch_dup_properties ();
  for (int i = 0; i < SOUGHT_TRIES && is_sought (status); i++)
    {
      g_usleep (SOUGHT_PAUSE_US);
      g_clear_pointer (&status->properties, g_variant_unref);
      status->properties = bridge_launch_dup_properties ();
    }
}

static void
read_service (Status *status, const char *folder)
{
  BridgeHealth *health = &status->health;
  const char *their_folder = "";

  if (status->properties == NULL)
    return;

  /* A service for another folder is none for this one. */
  g_variant_lookup (status->properties, "DataFolder", "&s", &their_folder);
  if (g_strcmp0 (their_folder, folder) != 0)
    {
      health->service_problem = _("The reminder service is looking after another folder.");
      return;
    }

  health->service_running = TRUE;
  g_variant_lookup (status->properties, "Backend", "&s", &health->backend);
  g_variant_lookup (status->properties, "NotificationServer", "&s", &health->server);
  g_variant_lookup (status->properties, "NotificationsRefused", "b", &health->refused);
  g_variant_lookup (status->properties, "NotificationServerSought", "b", &health->server_sought);
  g_variant_lookup (status->properties, "NotificationServerOnDemand", "b", &health->server_on_demand);
  g_variant_lookup (status->properties, "LastError", "&s", &health->last_error);
  g_variant_lookup (status->properties, "NextDeadline", "x", &health->next_deadline);
  g_variant_lookup (status->properties, "Zone", "&s", &health->zone);
  g_variant_lookup (status->properties, "ZoneSource", "&s", &health->zone_source);
  g_variant_lookup (status->properties, "Reminding", "b", &health->reminding);
  /* Who reminds already has the lock, whatever lies in its place since. */
  if (health->reminding)
    health->not_reminding = NULL;
  else if (health->last_error != NULL && *health->last_error != '\0')
    health->not_reminding = health->last_error;
}

static void
read_status (BridgeCli *cli, Status *status)
{
  const char *folder = bridge_space_get_folder (cli->space);
  BridgeHealth *health = &status->health;

  read_properties (status);
  status->zone = bridge_clock_dup_zone_id (cli->clock);
  status->show_titles = bridge_space_get_show_titles (cli->space);
  health->reminders_on = bridge_space_get_reminders_on (cli->space);
  health->background = bridge_space_get_background (cli->space);
  health->has_bus = bridge_launch_has_bus (&status->bus_problem);
  health->bus_problem = status->bus_problem;
  health->sandboxed = bridge_autostart_in_sandbox ();
  health->autostart_applies = bridge_autostart_applies (folder);
  health->autostart = bridge_autostart_is_on (folder);
  health->autostart_turned_off = bridge_autostart_is_turned_off (folder);
  health->desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  health->zone = status->zone;
  health->zone_source = bridge_clock_get_zone_source (cli->clock);
  health->read_only = bridge_space_get_read_only_reason (cli->space);
  if (!bridge_folder_lock_check (folder, &status->lock_error))
    health->not_reminding = status->lock_error->message;
  read_service (status, folder);
}

static void
add_texts (JsonBuilder *builder, const BridgeHealth *health, const char *next)
{
  const struct {
    const char *key;
    const char *value;
  } texts[] = {
    { "backend", health->backend },
    { "notification_server", health->server },
    { "last_error", health->last_error },
    { "next_deadline", next },
    { "background", bridge_enum_to_nick (BRIDGE_TYPE_BACKGROUND, health->background) },
    { "zone", health->zone },
    { "zone_source", health->zone_source },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].key);
      if (texts[i].value && *texts[i].value)
        json_builder_add_string_value (builder, texts[i].value);
      else
        json_builder_add_null_value (builder);
    }
}

static void
add_findings (JsonBuilder *builder, const BridgeHealth *health)
{
  g_autoptr (GPtrArray) findings = bridge_reliability_list_findings (health);

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      BridgeFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, finding->id);
      json_builder_set_member_name (builder, "hint");
      json_builder_add_boolean_value (builder, finding->hint);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, finding->title);
      json_builder_set_member_name (builder, "advice");
      json_builder_add_string_value (builder, finding->advice);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonNode *
status_to_json (BridgeCli *cli, const Status *status)
{
  const BridgeHealth *health = &status->health;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *next = health->next_deadline ? bridge_utc_ms_format_iso (health->next_deadline, here) : NULL;
  const struct {
    const char *key;
    gboolean value;
  } switches[] = {
    { "reminders_on", health->reminders_on },
    { "show_titles", status->show_titles },
    { "service_running", health->service_running },
    { "reminding", health->reminding },
    { "notification_server_on_demand", health->server_on_demand },
    { "starts_at_login", health->autostart },
    { "sandboxed", health->sandboxed },
  };

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      json_builder_set_member_name (builder, switches[i].key);
      json_builder_add_boolean_value (builder, switches[i].value);
    }
  add_texts (builder, health, next);
  add_findings (builder, health);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_status (BridgeCli *cli, const Status *status)
{
  const BridgeHealth *health = &status->health;
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autoptr (GPtrArray) findings = bridge_reliability_list_findings (health);
  g_autofree char *zone = bridge_reliability_describe_zone (health);

  bridge_cli_print (cli, "%s\n", health->reminders_on ? _("Reminders are on.") : _("Reminders are off."));
  bridge_cli_print (cli, "%s\n", status->show_titles ? _("They show the titles of rituals.")
                                                     : _("They are discreet: no titles are shown."));
  if (health->service_running)
    {
      bridge_cli_print (cli, "%s\n", _("The reminder service is running."));
      if (health->server && *health->server)
        bridge_cli_print (cli, _("Notifications are shown by %s.\n"), health->server);
      else if (health->server_sought)
        bridge_cli_print (cli, "%s\n", _("Who shows notifications is still being found out."));
      else if (health->server_on_demand)
        bridge_cli_print (cli, "%s\n", _("Who shows notifications is started on demand."));
    }
  else if (!health->reminders_on)
    {
      bridge_cli_print (cli, "%s\n", _("The reminder service is not running; “footbridge reminders on” starts it."));
    }
  if (health->next_deadline)
    {
      g_autofree char *when = bridge_reliability_describe_next (health, bridge_clock_now (cli->clock), here);

      bridge_cli_print (cli, _("The next one is due %s.\n"), when);
    }
  if (!health->sandboxed)
    bridge_cli_print (cli, "%s\n", health->autostart ? _("The service starts at log-in.")
                                                     : _("The service does not start at log-in."));
  /* Translators: %s is "Europe/Berlin, from /etc/localtime" */
  bridge_cli_print (cli, _("The time zone is %s.\n"), zone);
  for (guint i = 0; health->reminders_on && i < findings->len; i++)
    {
      BridgeFinding *finding = g_ptr_array_index (findings, i);

      if (finding->hint)
        continue;
      /* Translators: what is so, and what can be done about it */
      bridge_cli_print (cli, _("%1$s. %2$s\n"), finding->title, finding->advice);
    }
}

static gboolean
reminders_status (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Status) status = { 0 };

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  read_status (cli, &status);
  if (cli->json)
    bridge_cli_print_json (cli, status_to_json (cli, &status));
  else
    print_status (cli, &status);
  return TRUE;
}

static JsonNode *
test_to_json (const char *server, const char *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "shown");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "notification_server");
  json_builder_add_string_value (builder, server);
  json_builder_set_member_name (builder, "answer");
  if (answer)
    json_builder_add_string_value (builder, answer);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
reminders_test (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *wait_text = NULL;
  int wait = 0;
  GOptionEntry entries[] = {
    { "wait", 0, 0, G_OPTION_ARG_STRING, &wait_text, _("How long to wait for a click; not at all if not given"), _("SECONDS") },
    { NULL },
  };
  g_autoptr (BridgeTestWatch) watch = NULL;
  g_autofree char *server = NULL;
  g_autofree char *words = NULL;
  g_autofree char *answer = NULL;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (wait_text && !bridge_cli_parse_number (cli, wait_text, 0, WAIT_MAX, &wait, error)))
    return FALSE;

  if (wait > 0)
    watch = bridge_test_watch_new ();
  if (!bridge_launch_test_reminder (cli->data_dir, &server, error))
    return FALSE;

  words = bridge_reliability_describe_test (server);
  if (!cli->json)
    bridge_cli_print (cli, "%s\n", words);
  if (watch)
    {
      if (!cli->json && !bridge_cli_flush (cli, error))
        return FALSE;
      answer = bridge_test_watch_wait (watch, wait);
    }

  if (cli->json)
    bridge_cli_print_json (cli, test_to_json (server, answer));
  else if (watch)
    bridge_cli_print (cli, "%s\n", bridge_reliability_describe_answer (answer));
  return TRUE;
}

static void
print_reminder_line (BridgeCli *cli, BridgeReminder *reminder)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *title = bridge_reminder_log_dup_title (reminder, cli->space);
  BridgeLocal due = bridge_local_from_utc_ms (bridge_reminder_get_due_at (reminder), here);
  g_autofree char *date = bridge_local_format_date (due);
  g_autofree char *time = bridge_words_time (due);
  g_autofree char *why = bridge_reliability_describe (reminder, bridge_clock_now (cli->clock), here);

  bridge_cli_print (cli, "%s %5s  %-9s  %s\n                  %s\n", date, time,
                    bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (reminder)),
                    title, why);
}

static gboolean
reminders_log (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *limit_text = NULL;
  int limit = BRIDGE_REMINDER_LOG_MAX;
  GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit_text, _("At most so many; all if not given"), _("N") },
    { NULL },
  };
  g_autoptr (GPtrArray) reminders = NULL;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;
  if (limit_text && !bridge_cli_parse_number (cli, limit_text, 1, G_MAXINT, &limit, error))
    return FALSE;
  if (!bridge_cli_require_speaker (cli, error))
    return FALSE;

  reminders = bridge_reminder_log_load (cli->space, limit, error);
  if (reminders == NULL)
    return FALSE;

  if (cli->json)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < reminders->len; i++)
        json_array_add_element (array, bridge_cli_json_reminder (cli, g_ptr_array_index (reminders, i)));
      bridge_cli_print_json (cli, bridge_cli_json_list (array));
      return TRUE;
    }

  for (guint i = 0; i < reminders->len; i++)
    print_reminder_line (cli, g_ptr_array_index (reminders, i));
  if (reminders->len == 0)
    bridge_cli_print (cli, "%s\n", _("No reminder was due in the last 30 days."));
  return TRUE;
}

static gboolean
switch_reminders (BridgeCli *cli, int argc, char **argv, gboolean on, GError **error)
{
  g_autofree char *titles = NULL;
  gboolean show = FALSE;
  GOptionEntry entries[] = {
    { "titles", 0, 0, G_OPTION_ARG_STRING, &titles, _("Whether they show the titles of rituals"), _("on|off") },
    { NULL },
  };

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;
  if (titles && !bridge_cli_parse_on_off (cli, titles, &show, error))
    return FALSE;
  if (!bridge_cli_require_space (cli, error)
      || !bridge_space_set_reminders_on (cli->space, on, error)
      || (titles && !bridge_space_set_show_titles (cli->space, show, error)))
    return FALSE;

  bridge_cli_arrange_reminders (cli, on);
  if (cli->json)
    {
      g_auto (Status) status = { 0 };

      read_status (cli, &status);
      bridge_cli_print_json (cli, status_to_json (cli, &status));
      return TRUE;
    }
  bridge_cli_print (cli, "%s\n", on ? _("Reminders are on.") : _("Reminders are off."));
  return TRUE;
}

static gboolean
reminders_on (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return switch_reminders (cli, argc, argv, TRUE, error);
}

static gboolean
reminders_off (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return switch_reminders (cli, argc, argv, FALSE, error);
}

static gboolean
reminders_titles (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean show;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
      || !bridge_cli_parse_on_off (cli, argv[0], &show, error)
      || !bridge_cli_require_space (cli, error)
      || !bridge_space_set_show_titles (cli->space, show, error))
    return FALSE;

  bridge_cli_print (cli, "%s\n", show ? _("Reminders show the titles of rituals.") : _("Reminders are discreet."));
  return TRUE;
}

static gboolean
run (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error))
    return FALSE;

  return bridge_launch_run (cli->data_dir, cli->clock, &cli->exit_status, error);
}

const BridgeCliVerb bridge_cli_reminder_verbs[] = {
  { "reminders status", "", N_("Say whether reminders work, and what comes next."), reminders_status },
  { "reminders on", "[--titles on|off]", N_("Turn reminders on."), reminders_on },
  { "reminders off", "", N_("Turn reminders off."), reminders_off },
  { "reminders titles", "on|off", N_("Let reminders show the titles of rituals, or be discreet."), reminders_titles },
  { "reminders test", "[--wait SECONDS]", N_("Show a test reminder now, and say what comes back."), reminders_test },
  { "reminders log", "[--limit N]", N_("List what was due in the last 30 days, what became of it, and why."), reminders_log },
  { "run", "", N_("Be the reminder service in the foreground."), run },
  { NULL },
};
