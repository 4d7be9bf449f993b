/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define EVERY_DAY 127

static const char *const day_nicks[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static JsonNode *
json_from (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
add_member (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static JsonNode *
hours_to_json (BridgeHours *hours)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *from = g_strdup_printf ("%02d:%02d", bridge_hours_get_from (hours) / 60, bridge_hours_get_from (hours) % 60);
  g_autofree char *to = g_strdup_printf ("%02d:%02d", bridge_hours_get_to (hours) / 60, bridge_hours_get_to (hours) % 60);
  g_autofree char *words = bridge_hours_to_words (hours);

  json_builder_begin_object (builder);
  add_member (builder, "id", bridge_hours_get_id (hours));
  add_member (builder, "kind", bridge_enum_to_nick (BRIDGE_TYPE_HOURS_KIND, bridge_hours_get_kind (hours)));
  add_member (builder, "name", bridge_hours_get_name (hours));
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (day_nicks); i++)
    if (bridge_hours_get_weekdays (hours) & (1 << i))
      json_builder_add_string_value (builder, day_nicks[i]);
  json_builder_end_array (builder);
  add_member (builder, "from", from);
  add_member (builder, "to", to);
  add_member (builder, "words", words);
  return json_from (builder);
}

static JsonNode *
absence_to_json (BridgeCli *cli, BridgeAbsence *absence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  BridgeLocal today = bridge_local_day_start (bridge_cli_now (cli));
  BridgeLocal until = bridge_absence_get_until (absence);
  g_autofree char *from_text = bridge_local_format_date (bridge_absence_get_from (absence));
  g_autofree char *until_text = until != BRIDGE_LOCAL_NONE ? bridge_local_format_date (until) : NULL;

  json_builder_begin_object (builder);
  add_member (builder, "id", bridge_absence_get_id (absence));
  add_member (builder, "kind", bridge_enum_to_nick (BRIDGE_TYPE_ABSENCE_KIND, bridge_absence_get_kind (absence)));
  add_member (builder, "who", bridge_absence_get_who (absence));
  add_member (builder, "from", from_text);
  add_member (builder, "until", until_text);
  json_builder_set_member_name (builder, "now");
  json_builder_add_boolean_value (builder, bridge_absence_get_from (absence) <= today
                                           && (until == BRIDGE_LOCAL_NONE || until > today));
  return json_from (builder);
}

static const char *
get_hours_kind_words (BridgeHours *hours)
{
  return bridge_hours_get_kind (hours) == BRIDGE_HOURS_QUIET ? _("quiet") : _("stress peak");
}

static gboolean
hours_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *hours;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  hours = bridge_space_get_hours (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);
      g_autofree char *id = bridge_cli_shorten_id (hours, bridge_hours_get_id (item));
      g_autofree char *words = bridge_hours_to_words (item);
      g_autofree char *name = bridge_cli_one_line (bridge_hours_get_name (item));

      if (cli->json)
        json_array_add_element (array, hours_to_json (item));
      else
        bridge_cli_print (cli, "%s  %s  %s%s%s\n", id, get_hours_kind_words (item), words, *name ? "  " : "", name);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (g_list_model_get_n_items (hours) == 0)
    bridge_cli_print (cli, "%s\n", _("No quiet hours or stress peaks yet. Add some with “footbridge hours add quiet "
                                     "--from 22:00 --to 07:00”."));
  return TRUE;
}

static gboolean
hours_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *days = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *name = NULL;
  GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days, _("The days on which they begin: “every”, or such as mon,tue"), _("DAYS") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, _("When they begin, such as 22:00"), _("TIME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, _("When they end; at or before the beginning: on the next day"), _("TIME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, _("What they are called"), _("NAME") },
    { NULL },
  };
  g_autoptr (BridgeHours) hours = NULL;
  g_autoptr (BridgeHours) stored = NULL;
  int kind;
  int weekdays = EVERY_DAY;
  int from_minute;
  int to_minute;

  if (!bridge_cli_parse (cli, entries, 0, 1, &argc, &argv, error))
    return FALSE;
  if (argc == 0)
    return bridge_cli_usage_error (cli, _("Say which hours and when, such as “footbridge hours add quiet --from 22:00 --to 07:00”"),
                                   error);
  if (!bridge_cli_parse_nick (cli, BRIDGE_TYPE_HOURS_KIND, argv[0], &kind, error))
    return FALSE;
  if (from == NULL || to == NULL)
    {
      g_autofree char *message =
        g_strdup_printf (_("Say when, such as “footbridge hours add %s --from 22:00 --to 07:00”"), argv[0]);

      return bridge_cli_usage_error (cli, message, error);
    }
  if ((days && !bridge_cli_parse_days (cli, days, &weekdays, error))
      || !bridge_cli_parse_time (cli, from, &from_minute, error)
      || !bridge_cli_parse_time (cli, to, &to_minute, error)
      || !bridge_cli_require_space (cli, error))
    return FALSE;

  hours = bridge_hours_new ((BridgeHoursKind) kind, weekdays, from_minute, to_minute);
  if (name)
    g_object_set (hours, "name", name, NULL);
  stored = bridge_space_add_hours (cli->space, hours, error);
  if (stored == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, hours_to_json (stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_hours_get_id (stored));
  return TRUE;
}

static gboolean
hours_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeHours) hours = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  hours = bridge_space_find_hours (cli->space, argv[0], error);
  if (hours == NULL || !bridge_space_remove_hours (cli->space, bridge_hours_get_id (hours), error))
    return FALSE;

  if (cli->json)
    {
      bridge_cli_print_json (cli, hours_to_json (hours));
    }
  else
    {
      g_autofree char *words = bridge_hours_to_words (hours);

      bridge_cli_print (cli, _("Removed: %s\n"), words);
    }
  return TRUE;
}

/**
 * bridge_cli_absence_to_line:
 * @absence: days away or unwell
 *
 * Returns: (transfer full): "away  Kim  from 2026-11-23, back on 2026-11-27"
 */
char *
bridge_cli_absence_to_line (BridgeCli *cli, BridgeAbsence *absence)
{
  const char *kind = bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL ? _("unwell") : _("away");
  const char *who = bridge_absence_get_who (absence);
  const char *name = who ? bridge_cli_name_of (cli, who) : NULL;
  BridgeLocal until = bridge_absence_get_until (absence);
  g_autofree char *clean = name ? bridge_cli_one_line (name) : NULL;
  g_autofree char *from_text = bridge_local_format_date (bridge_absence_get_from (absence));
  g_autofree char *until_text = until != BRIDGE_LOCAL_NONE ? bridge_local_format_date (until) : NULL;
  g_autofree char *days = NULL;

  if (clean == NULL)
    clean = g_strdup (bridge_space_get_partner (cli->space) ? _("both") : "");
  if (until_text)
    /* Translators: two dates, the second one is the first day back. */
    days = g_strdup_printf (_("from %1$s, back on %2$s"), from_text, until_text);
  else
    days = g_strdup_printf (_("from %s, open"), from_text);

  return g_strdup_printf ("%s%s%s  %s", kind, *clean ? "  " : "", clean, days);
}

static gboolean
away_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *absences;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  absences = bridge_space_get_absences (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);
      g_autofree char *id = bridge_cli_shorten_id (absences, bridge_absence_get_id (absence));
      g_autofree char *line = bridge_cli_absence_to_line (cli, absence);

      if (cli->json)
        json_array_add_element (array, absence_to_json (cli, absence));
      else
        bridge_cli_print (cli, "%s  %s\n", id, line);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (g_list_model_get_n_items (absences) == 0)
    bridge_cli_print (cli, "%s\n", _("No days away or unwell. Note some with “footbridge away add --until DATE”, the first day "
                                     "back."));
  return TRUE;
}

static gboolean
away_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *until_text = NULL;
  g_autofree char *who = NULL;
  gboolean unwell = FALSE;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, _("The first day; today if not given"), _("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until_text,
      _("The first day back; open if not given, tomorrow for “--unwell”"), _("DATE") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &who, _("both (the usual), or a person"), _("WHO") },
    { "unwell", 0, 0, G_OPTION_ARG_NONE, &unwell, _("Unwell instead of away"), NULL },
    { NULL },
  };
  g_autoptr (BridgeAbsence) absence = NULL;
  g_autoptr (BridgeAbsence) stored = NULL;
  const char *who_id = NULL;
  BridgeLocal from;
  BridgeLocal until = BRIDGE_LOCAL_NONE;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;

  from = bridge_local_day_start (bridge_cli_now (cli));
  if ((from_text && !bridge_cli_parse_date (cli, from_text, &from, error))
      || (until_text && !bridge_cli_parse_date (cli, until_text, &until, error))
      || !bridge_cli_require_space (cli, error))
    return FALSE;
  if (until_text == NULL && unwell)
    until = from + BRIDGE_DAY;
  if (who && !g_str_equal (who, "both"))
    {
      BridgePerson *person = bridge_cli_find_person (cli, who, error);

      if (person == NULL)
        return FALSE;
      /* Whoever is here alone is everybody. */
      if (bridge_space_get_partner (cli->space))
        who_id = bridge_person_get_id (person);
    }

  absence = bridge_absence_new (unwell ? BRIDGE_ABSENCE_UNWELL : BRIDGE_ABSENCE_AWAY, who_id, from, until);
  stored = bridge_space_add_absence (cli->space, absence, error);
  if (stored == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, absence_to_json (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_absence_get_id (stored));
  return TRUE;
}

/* The absence that was named. (transfer full) */
static BridgeAbsence *
find_absence (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return NULL;

  return bridge_space_find_absence (cli->space, argv[0], error);
}

static gboolean
away_end (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeAbsence) absence = find_absence (cli, argc, argv, error);
  g_autoptr (BridgeAbsence) ended = NULL;

  if (absence == NULL || !bridge_space_end_absence (cli->space, bridge_absence_get_id (absence), error))
    return FALSE;

  /* What had not begun is taken out. */
  ended = bridge_space_find_absence (cli->space, bridge_absence_get_id (absence), NULL);
  if (cli->json)
    {
      bridge_cli_print_json (cli, absence_to_json (cli, ended ? ended : absence));
    }
  else if (ended)
    {
      g_autofree char *line = bridge_cli_absence_to_line (cli, ended);

      bridge_cli_print (cli, _("Back: %s\n"), line);
    }
  else
    {
      g_autofree char *from = bridge_local_format_date (bridge_absence_get_from (absence));

      bridge_cli_print (cli, bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL
                               ? _("The unwell days from %s had not begun. They were taken out.\n")
                               : _("The days away from %s had not begun. They were taken out.\n"), from);
    }
  return TRUE;
}

static gboolean
away_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeAbsence) absence = find_absence (cli, argc, argv, error);

  if (absence == NULL || !bridge_space_remove_absence (cli->space, bridge_absence_get_id (absence), error))
    return FALSE;

  if (cli->json)
    {
      bridge_cli_print_json (cli, absence_to_json (cli, absence));
    }
  else
    {
      g_autofree char *line = bridge_cli_absence_to_line (cli, absence);

      bridge_cli_print (cli, _("Removed: %s\n"), line);
    }
  return TRUE;
}

const BridgeCliVerb bridge_cli_life_verbs[] = {
  { "hours list", "", N_("List the quiet hours and the stress peaks."), hours_list },
  { "hours add", "quiet|stress --from TIME --to TIME [--days DAYS] [--name NAME]",
    N_("Add quiet hours or a stress peak and print its id."), hours_add },
  { "hours remove", "HOURS", N_("Remove quiet hours or a stress peak."), hours_remove },
  { "away list", "", N_("List the days away or unwell."), away_list },
  { "away add", "[--from DATE] [--until DATE] [--who WHO] [--unwell]",
    N_("Let everything rest while somebody is away or unwell, and print its id."), away_add },
  { "away end", "AWAY", N_("Be back today; days that have not begun are taken out."), away_end },
  { "away remove", "AWAY", N_("Remove days away, as if they had not been."), away_remove },
  { NULL },
};
