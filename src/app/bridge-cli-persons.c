/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-erase.h"

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

static gboolean
person_leave (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean yes = FALSE;
  gboolean take_name = FALSE;
  GOptionEntry entries[] = {
    { "take-name", 0, 0, G_OPTION_ARG_NONE, &take_name, _("Take the name out of what stays, too"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, _("Do it; there is no way to take it back"), NULL },
    { NULL },
  };
  BridgePerson *person;
  g_autofree char *id = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  person = bridge_cli_find_person (cli, argv[0], error);
  if (person == NULL)
    return FALSE;
  if (person != bridge_space_get_speaker (cli->space))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   /* Translators: %s is a name. */
                   _("Each leaves for themself, so nothing was changed. If you are %s, say so with --as."),
                   bridge_person_get_name (person));
      return FALSE;
    }
  if (!yes)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   /* Translators: %s is a name. */
                   _("What is %s’s alone would be erased, from the backups here too, and cannot be brought back; what is of both stays, "
                     "and rests. With --yes it is done."), bridge_person_get_name (person));
      return FALSE;
    }

  id = g_strdup (bridge_person_get_id (person));
  if (!bridge_space_leave (cli->space, id, take_name, error))
    return FALSE;
  print_persons (cli);
  return TRUE;
}

static gboolean
erase (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean yes = FALSE;
  GOptionEntry entries[] = {
    { "yes-erase-everything", 0, 0, G_OPTION_ARG_NONE, &yes, _("Do it; there is no way to take it back"), NULL },
    { NULL },
  };
  g_autofree char *folder = NULL;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;

  folder = bridge_cli_dup_folder (cli);
  if (!yes)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   /* Translators: %s is a folder. */
                   _("All that Footbridge keeps in %s would be erased, with the backups there, and cannot be brought back. "
                     "With --yes-erase-everything it is done."), folder);
      return FALSE;
    }
  if (!bridge_erase_everything (folder, error))
    return FALSE;

  if (cli->json)
    {
      JsonNode *node = json_node_init_object (json_node_alloc (), json_object_new ());

      json_object_set_boolean_member (json_node_get_object (node), "erased", TRUE);
      bridge_cli_print_json (cli, node);
    }
  else
    bridge_cli_print (cli, "%s\n", _("Everything is erased here. Copies that were put elsewhere, and what system backups or "
                                     "snapshots have kept, are not."));
  return TRUE;
}

const BridgeCliVerb bridge_cli_person_verbs[] = {
  { "setup", "--me NAME [--partner NAME]", N_("Begin: say who is here, and turn reminders on."), setup },
  { "person list", "", N_("Show who is here."), person_list },
  { "person add", "NAME", N_("Add the other person to a space that one began alone."), person_add },
  { "person rename", "PERSON NAME", N_("Give a person (me, partner, a name or an id) another name."), person_rename },
  { "person leave", "PERSON [--take-name] --yes", N_("Have one of two leave, with all that is theirs alone."), person_leave },
  { "erase", "--yes-erase-everything", N_("Erase everything that Footbridge keeps here."), erase },
  { NULL },
};
