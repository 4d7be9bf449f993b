/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bridge-words.h"

#define RULE_DATES 5
#define RULE_MAX_DATES 10000

/* Lines in, lines out, each answered before the next is read. A line that cannot be answered says so in its place. */
static gboolean
answer_vectors (BridgeCli *cli, GError **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autofree char *line = NULL;
  gsize end;
  GIOStatus status;

  g_io_channel_set_encoding (input, NULL, NULL);
  while ((status = g_io_channel_read_line (input, &line, NULL, &end, error)) == G_IO_STATUS_NORMAL)
    {
      g_autofree char *answer = NULL;

      line[end] = '\0';
      g_strchomp (line);
      if (*line)
        {
          answer = bridge_recurrence_vectors_line (line);
          if (g_str_has_prefix (answer, "error: "))
            cli->exit_status = 1;
          bridge_cli_print (cli, "%s\n", answer);
          if (!bridge_cli_flush (cli, error))
            return FALSE;
        }
      g_clear_pointer (&line, g_free);
    }

  return status == G_IO_STATUS_EOF;
}

static void
print_rule (BridgeCli *cli, BridgeSchedule *schedule, int n)
{
  g_autofree char *words = bridge_schedule_to_words (schedule);
  BridgeLocal now = bridge_cli_now (cli);
  BridgeScheduleIter iter;
  BridgeLocal start;

  bridge_cli_print (cli, "%s\n", words);
  bridge_schedule_iter_init (&iter, schedule, bridge_schedule_get_start (schedule));
  for (int i = 0; i < n && bridge_schedule_iter_next (&iter, &start); i++)
    {
      g_autofree char *local = bridge_local_format (start);
      g_autofree char *date = bridge_words_date (start, now);

      bridge_cli_print (cli, "  %s  %s\n", local, date);
    }
}

static JsonNode *
rule_to_json (BridgeSchedule *schedule, int n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *rule = bridge_schedule_dup_rule (schedule);
  g_autofree char *words = bridge_schedule_to_words (schedule);
  BridgeScheduleIter iter;
  BridgeLocal start;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rule");
  rule ? json_builder_add_string_value (builder, rule) : json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "words");
  json_builder_add_string_value (builder, words);
  json_builder_set_member_name (builder, "starts");
  json_builder_begin_array (builder);
  bridge_schedule_iter_init (&iter, schedule, bridge_schedule_get_start (schedule));
  for (int i = 0; i < n && bridge_schedule_iter_next (&iter, &start); i++)
    {
      g_autofree char *local = bridge_local_format (start);

      json_builder_add_string_value (builder, local);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
rule (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean vectors = FALSE;
  g_autofree char *start_text = NULL;
  g_autofree char *times = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *count = NULL;
  GOptionEntry entries[] = {
    { "vectors", 0, 0, G_OPTION_ARG_NONE, &vectors, _("Read lines DTSTART|RRULE|N and answer each with the first N starts"),
      NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start_text, _("First date and time; now if not given"), _("WHEN") },
    { "times", 0, 0, G_OPTION_ARG_STRING, &times, _("Several times a day, such as 08:00,21:00"), _("LIST") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, _("A time zone"), _("ZONE") },
    { "count", 0, 0, G_OPTION_ARG_STRING, &count, _("How many dates; 5 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (BridgeSchedule) schedule = NULL;
  BridgeLocal start;
  int n = RULE_DATES;

  if (!bridge_cli_parse (cli, entries, 0, 1, &argc, &argv, error))
    return FALSE;
  if (vectors)
    return argc == 0 ? answer_vectors (cli, error)
                     : bridge_cli_usage_error (cli, _("With --vectors the rules come from the standard input"), error);
  if (argc == 0)
    return bridge_cli_usage_error (cli, _("A rule is missing"), error);
  if (count && !bridge_cli_parse_number (cli, count, 1, RULE_MAX_DATES, &n, error))
    return FALSE;

  start = bridge_cli_now (cli);
  start -= bridge_local_get_second_of_day (start) % BRIDGE_MINUTE;
  if (start_text && !bridge_cli_parse_when (cli, start_text, &start, error))
    return FALSE;

  schedule = bridge_cli_build_schedule (cli, start, argv[0], times, zone, error);
  if (schedule == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, rule_to_json (schedule, n));
  else
    print_rule (cli, schedule, n);
  return TRUE;
}

static gboolean
check (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) problems = NULL;
  guint n;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;
  if (!bridge_space_check (cli->space, &problems, error))
    return FALSE;

  n = problems ? g_strv_length (problems) : 0;
  cli->exit_status = n > 0 ? 1 : 0;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "sound");
      json_builder_add_boolean_value (builder, n == 0);
      json_builder_set_member_name (builder, "folder");
      json_builder_add_string_value (builder, bridge_space_get_folder (cli->space));
      json_builder_set_member_name (builder, "read_only");
      json_builder_add_boolean_value (builder, bridge_space_get_read_only (cli->space));
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < n; i++)
        json_builder_add_string_value (builder, problems[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bridge_cli_print_json (cli, json_builder_get_root (builder));
    }
  else
    {
      for (guint i = 0; i < n; i++)
        bridge_cli_print (cli, "%s\n", problems[i]);
      if (n == 0)
        bridge_cli_print (cli, _("All is well in %s.\n"), bridge_space_get_folder (cli->space));
      if (bridge_space_get_read_only (cli->space))
        bridge_cli_print (cli, "%s\n", bridge_space_get_read_only_reason (cli->space));
    }

  if (n > 0)
    {
      g_autofree char *message = g_strdup_printf (
        ngettext ("%u thing is not as it should be; nothing was changed.", "%u things are not as they should be; nothing was changed.", n), n);

      bridge_cli_complain (message);
    }
  return TRUE;
}

const BridgeCliVerb bridge_cli_rule_verbs[] = {
  { "rule", "RRULE [--start WHEN] [--count N] | --vectors", N_("Say a rule in words, and its next dates."), rule },
  { "check", "", N_("Check that everything is sound."), check },
  { NULL },
};
