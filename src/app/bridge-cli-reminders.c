/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-autostart.h"
#include "bridge-launch.h"
#include "bridge-words.h"

#define LOG_LIMIT 50
#define LOG_DAYS 30

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

  if (!bridge_autostart_sync (bridge_space_get_folder (cli->space), on, &error))
    bridge_cli_complain (error->message);
  if (on)
    bridge_launch_wake_service (cli->data_dir);
}

/* What `reminders status` knows; strings are borrowed from @properties. */
typedef struct {
  gboolean on;
  gboolean show_titles;
  gboolean running;
  gboolean at_login;
  const char *backend;
  const char *server;
  const char *last_error;
  gint64 next_deadline;
} Status;

static void
read_service (Status *status, GVariant *properties, const char *folder)
{
  const char *their_folder = "";

  if (properties == NULL)
    return;

  /* A service for another folder is none for this one. */
  g_variant_lookup (properties, "DataFolder", "&s", &their_folder);
  if (g_strcmp0 (their_folder, folder) != 0)
    return;

  status->running = TRUE;
  g_variant_lookup (properties, "Backend", "&s", &status->backend);
  g_variant_lookup (properties, "NotificationServer", "&s", &status->server);
  g_variant_lookup (properties, "LastError", "&s", &status->last_error);
  g_variant_lookup (properties, "NextDeadline", "x", &status->next_deadline);
}

static JsonNode *
status_to_json (BridgeCli *cli, const Status *status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *next = status->next_deadline ? bridge_utc_ms_format_iso (status->next_deadline, here) : NULL;
  const struct {
    const char *key;
    gboolean value;
  } switches[] = {
    { "reminders_on", status->on },
    { "show_titles", status->show_titles },
    { "service_running", status->running },
    { "starts_at_login", status->at_login },
  };
  const struct {
    const char *key;
    const char *value;
  } texts[] = {
    { "backend", status->backend },
    { "notification_server", status->server },
    { "last_error", status->last_error },
    { "next_deadline", next },
  };

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      json_builder_set_member_name (builder, switches[i].key);
      json_builder_add_boolean_value (builder, switches[i].value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].key);
      if (texts[i].value && *texts[i].value)
        json_builder_add_string_value (builder, texts[i].value);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_status (BridgeCli *cli, const Status *status)
{
  bridge_cli_print (cli, "%s\n", status->on ? _("Reminders are on.") : _("Reminders are off."));
  bridge_cli_print (cli, "%s\n", status->show_titles ? _("They show the titles of rituals.")
                                                     : _("They are discreet: no titles are shown."));
  if (!status->running)
    {
      bridge_cli_print (cli, "%s\n", _("The reminder service is not running; “footbridge run” starts it here."));
    }
  else
    {
      bridge_cli_print (cli, "%s\n", _("The reminder service is running."));
      if (status->server && *status->server)
        bridge_cli_print (cli, _("Notifications are shown by %s.\n"), status->server);
      else
        bridge_cli_print (cli, "%s\n", _("Nobody shows notifications on this desktop at the moment."));
    }
  if (status->next_deadline)
    {
      g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
      g_autofree char *when = bridge_words_when (bridge_local_from_utc_ms (status->next_deadline, here), bridge_cli_now (cli));

      bridge_cli_print (cli, _("The next one is due %s.\n"), when);
    }
  bridge_cli_print (cli, "%s\n", status->at_login ? _("The service starts at log-in.")
                                                  : _("The service does not start at log-in."));
  if (status->last_error && *status->last_error)
    bridge_cli_print (cli, "%s\n", status->last_error);
}

static gboolean
reminders_status (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GVariant) properties = NULL;
  g_autofree char *autostart = bridge_autostart_dup_path ();
  Status status = { 0 };

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  properties = bridge_launch_dup_properties ();
  status.on = bridge_space_get_reminders_on (cli->space);
  status.show_titles = bridge_space_get_show_titles (cli->space);
  status.at_login = bridge_autostart_applies (bridge_space_get_folder (cli->space))
                    && g_file_test (autostart, G_FILE_TEST_EXISTS);
  read_service (&status, properties, bridge_space_get_folder (cli->space));

  if (cli->json)
    bridge_cli_print_json (cli, status_to_json (cli, &status));
  else
    print_status (cli, &status);
  return TRUE;
}

static gboolean
reminders_test (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_launch_test_reminder (cli->data_dir, error))
    return FALSE;

  bridge_cli_print (cli, "%s\n", _("A test reminder was handed to the desktop."));
  return TRUE;
}

static void
print_reminder_line (BridgeCli *cli, BridgeReminder *reminder)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (cli->space, bridge_reminder_get_ritual_id (reminder), NULL);
  BridgeLocal due = bridge_local_from_utc_ms (bridge_reminder_get_due_at (reminder), here);
  g_autofree char *date = bridge_local_format_date (due);
  g_autofree char *time = bridge_words_time (due);
  const char *reason = bridge_reminder_get_reason (reminder);

  bridge_cli_print (cli, "%s %5s  %-9s  %s", date, time,
                    bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (reminder)),
                    ritual ? bridge_ritual_get_title (ritual) : bridge_reminder_get_ritual_id (reminder));
  if (reason)
    bridge_cli_print (cli, " (%s)", reason);
  bridge_cli_print (cli, "\n");
}

static gboolean
reminders_log (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *limit_text = NULL;
  int limit = LOG_LIMIT;
  GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit_text, _("At most so many; 50 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (GPtrArray) reminders = NULL;
  gint64 from;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;
  if (limit_text && !bridge_cli_parse_number (cli, limit_text, 1, G_MAXINT, &limit, error))
    return FALSE;
  if (!bridge_cli_require_space (cli, error))
    return FALSE;

  from = bridge_clock_now (cli->clock) - LOG_DAYS * 24 * 60 * BRIDGE_MS_PER_MINUTE;
  reminders = bridge_space_list_reminders (cli->space, from, limit, error);
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
      bridge_cli_print_json (cli, status_to_json (cli, &(Status) {
        .on = on,
        .show_titles = bridge_space_get_show_titles (cli->space),
      }));
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
  { "reminders status", "", N_("Say how reminders do."), reminders_status },
  { "reminders on", "[--titles on|off]", N_("Turn reminders on."), reminders_on },
  { "reminders off", "", N_("Turn reminders off."), reminders_off },
  { "reminders titles", "on|off", N_("Let reminders show the titles of rituals, or be discreet."), reminders_titles },
  { "reminders test", "", N_("Show a test reminder now."), reminders_test },
  { "reminders log", "[--limit N]", N_("List what was due in the last 30 days, and what became of it."), reminders_log },
  { "run", "", N_("Be the reminder service in the foreground."), run },
  { NULL },
};
