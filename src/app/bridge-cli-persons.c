/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-erase.h"
#include "bridge-private.h"
#include "bridge-words.h"

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

/* A name that is given is one: nothing between the quotation marks is a slip of typing. */
static gboolean
check_name (BridgeCli *cli, const char *name, const char *problem, GError **error)
{
  g_autofree char *clean = bridge_text_clean (name, FALSE);

  return clean != NULL || bridge_cli_usage_error (cli, problem, error);
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
  if (!check_name (cli, me, _("The name after --me is empty. Say how you would like to be called"), error)
      || (partner && !check_name (cli, partner, _("The name after --partner is empty. To begin alone, leave --partner out"), error)))
    return FALSE;
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
  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
      || !check_name (cli, argv[0], _("The name is empty. Say how the other one would like to be called"), error)
      || !bridge_cli_require_space (cli, error))
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

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error)
      || !check_name (cli, argv[1], _("The new name is empty"), error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  person = bridge_cli_find_person (cli, argv[0], error);
  if (person == NULL)
    return FALSE;

  id = g_strdup (bridge_person_get_id (person));
  if (!bridge_space_rename_person (cli->space, id, argv[1], error))
    return FALSE;

  return print_person (cli, id);
}

/* What would come of it, for whoever has not said --yes: the steps to take before first, as nothing brings it back. */
static gboolean
explain_leaving (BridgeCli *cli, GError **error)
{
  BridgePerson *other = bridge_space_get_listener (cli->space);
  g_autoptr (BridgePrivate) own = bridge_private_new (cli->space);
  const char *name;

  if (other == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("You are alone here, so there is nobody to leave. To take everything away, use “footbridge erase”."));
      return FALSE;
    }
  name = bridge_person_get_name (other);
  if (bridge_private_get_exists (own))
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 /* Translators: %s is the name of the one who stays. */
                 _("Nothing has changed yet. If you leave, what is yours alone is erased here and from the backups in the folder, and "
                   "cannot be brought back. Your private space goes, too: to keep it, use “footbridge private export” first. What was of "
                   "both stays with %1$s, and rests. %1$s is not told. To leave, say it again with --yes."), name);
  else
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 /* Translators: %s is the name of the one who stays. */
                 _("Nothing has changed yet. If you leave, what is yours alone is erased here and from the backups in the folder, and "
                   "cannot be brought back. What was of both stays with %1$s, and rests. %1$s is not told. To leave, say it again with "
                   "--yes."), name);
  return FALSE;
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
  if (!yes || bridge_space_get_partner (cli->space) == NULL)
    return explain_leaving (cli, error);

  id = g_strdup (bridge_person_get_id (person));
  if (!bridge_space_leave (cli->space, id, take_name, error))
    return FALSE;
  bridge_cli_tell_note (cli);
  if (cli->json)
    print_persons (cli);
  else
    bridge_cli_print (cli, "%s\n", _("You have left. What was yours alone is erased here; copies that you took along are yours to "
                                     "keep. Nobody was told."));
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
                   _("Nothing has changed yet. All that Footbridge keeps in %s would be erased, whoever wrote it, with the backups "
                     "there, and cannot be brought back. To erase it, say it again with --yes-erase-everything."), folder);
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
  { "person rename", "PERSON NAME", N_("Give yourself (me, your name or your id) another name."), person_rename },
  { "person leave", "PERSON [--take-name] --yes", N_("Leave, alone and at once, with all that is yours alone."), person_leave },
  { "erase", "--yes-erase-everything", N_("Erase everything that Footbridge keeps here."), erase },
  { NULL },
};
