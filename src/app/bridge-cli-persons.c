/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

static void
print_persons (BridgeCli *cli)
{
  GListModel *persons = bridge_space_get_persons (cli->space);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      if (cli->json)
        json_array_add_element (array, bridge_cli_json_person (person));
      else
        bridge_cli_print (cli, "%s  %s\n", bridge_person_get_id (person), bridge_person_get_name (person));
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
}

static gboolean
setup (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *me = NULL;
  g_autofree char *partner = NULL;
  g_autofree char *reminders = NULL;
  gboolean on = TRUE;
  GOptionEntry entries[] = {
    { "me", 0, 0, G_OPTION_ARG_STRING, &me, _("Your name"), _("NAME") },
    { "partner", 0, 0, G_OPTION_ARG_STRING, &partner, _("The other’s name; without it you begin alone"), _("NAME") },
    { "reminders", 0, 0, G_OPTION_ARG_STRING, &reminders, _("“on” (as usual) or “off”"), _("on|off") },
    { NULL },
  };

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;
  if (me == NULL)
    return bridge_cli_usage_error (cli, _("A name is missing: --me NAME"), error);
  if (reminders && !bridge_cli_parse_on_off (cli, reminders, &on, error))
    return FALSE;

  if (!bridge_cli_open_space (cli, error) || !bridge_space_set_up (cli->space, me, partner, error))
    return FALSE;
  if (!bridge_space_set_reminders_on (cli->space, on, error))
    return FALSE;

  print_persons (cli);
  bridge_cli_arrange_reminders (cli, on);
  return TRUE;
}

static gboolean
person_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  print_persons (cli);
  return TRUE;
}

static gboolean
print_person (BridgeCli *cli, const char *id)
{
  BridgePerson *person = bridge_space_find_person (cli->space, id);

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_person (person));
  else
    bridge_cli_print (cli, "%s\n", id);
  return TRUE;
}

static gboolean
person_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;
  if (!bridge_space_add_partner (cli->space, argv[0], error))
    return FALSE;

  return print_person (cli, bridge_person_get_id (bridge_space_get_partner (cli->space)));
}

static gboolean
person_rename (BridgeCli *cli, int argc, char **argv, GError **error)
{
  BridgePerson *person;
  g_autofree char *id = NULL;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  person = bridge_cli_find_person (cli, argv[0], error);
  if (person == NULL)
    return FALSE;

  id = g_strdup (bridge_person_get_id (person));
  if (!bridge_space_rename_person (cli->space, id, argv[1], error))
    return FALSE;

  return print_person (cli, id);
}

const BridgeCliVerb bridge_cli_person_verbs[] = {
  { "setup", "--me NAME [--partner NAME]", N_("Begin: say who is here, and turn reminders on."), setup },
  { "person list", "", N_("Show who is here."), person_list },
  { "person add", "NAME", N_("Add the other person to a space that one began alone."), person_add },
  { "person rename", "PERSON NAME", N_("Give a person (me, partner, a name or an id) another name."), person_rename },
  { NULL },
};
