/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-secret.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-private-words.h"
#include "bridge-vault.h"

/* Private spaces, and words shared out of them, as far as that is safe at a terminal. */

/* @argument: (out) (nullable): there is one */
static BridgePrivate *
open_private (BridgeCli *cli, int argc, char **argv, const char **argument, GError **error)
{
  int n = argument ? 1 : 0;

  if (!bridge_cli_parse (cli, NULL, n, n, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return NULL;
  if (argument)
    *argument = argv[0];
  return bridge_private_new (cli->space);
}

static gboolean
require_private (BridgePrivate *private_space, GError **error)
{
  if (bridge_private_get_exists (private_space))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("You have no private space yet. Make one with “footbridge private setup”."));
  return FALSE;
}

static gboolean
unlock (BridgePrivate *private_space, GError **error)
{
  char *passphrase;
  gboolean unlocked;

  if (!require_private (private_space, error))
    return FALSE;
  passphrase = bridge_cli_ask_secret (_("Passphrase: "), error);
  unlocked = passphrase && bridge_private_unlock (private_space, passphrase, error);
  bridge_secret_free (passphrase);
  return unlocked;
}

/**
 * bridge_cli_unlock_private:
 * @cli: a command
 * @argc: how many arguments it has
 * @argv: them
 * @argument: (out) (nullable): there is one
 * @error: where to say what went wrong
 *
 * Asks for the passphrase; what it opens is locked again when this process ends.
 *
 * Returns: (transfer full) (nullable): the speaker's private space, open
 */
BridgePrivate *
bridge_cli_unlock_private (BridgeCli *cli, int argc, char **argv, const char **argument, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, argument, error);

  return private_space && unlock (private_space, error) ? g_steal_pointer (&private_space) : NULL;
}

/**
 * bridge_cli_unlock_private_too:
 * @cli: a command that has read its arguments, and who is speaking
 * @error: where to say what went wrong
 *
 * Does as bridge_cli_unlock_private(), for a command that is about more than the private space.
 *
 * Returns: (transfer full) (nullable): the speaker's private space, open
 */
BridgePrivate *
bridge_cli_unlock_private_too (BridgeCli *cli, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (cli->space);

  return unlock (private_space, error) ? g_steal_pointer (&private_space) : NULL;
}

/* A new passphrase, typed twice. (transfer full) (nullable) */
static char *
ask_new (GError **error)
{
  char *first = bridge_cli_ask_secret (_("New passphrase: "), error);
  char *second = NULL;

  if (first && bridge_passphrase_check (first, error))
    second = bridge_cli_ask_secret (_("Once more: "), error);
  if (second && !g_str_equal (first, second))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("The two are not the same. Nothing was changed."));
      bridge_secret_free (second);
      second = NULL;
    }
  bridge_secret_free (first);
  return second;
}

static gboolean
private_status (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  JsonNode *node;

  if (!private_space)
    return FALSE;
  if (!cli->json)
    {
      bridge_cli_print (cli, "%s\n", bridge_private_get_exists (private_space) ? _("You have a private space. It is locked.")
                                                                                : _("You have no private space yet."));
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_boolean_member (object, "exists", bridge_private_get_exists (private_space));
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, object);
  bridge_cli_print_json (cli, node);
  return TRUE;
}

static gboolean
confirm_group (const char *code, GError **error)
{
  guint group = bridge_random_below (BRIDGE_RECOVERY_GROUPS);
  g_autofree char *question = g_strdup_printf (_("Type group %u to show that you have it: "), group + 1);

  for (;;)
    {
      char *typed = bridge_cli_ask (question, error);
      gboolean matches = typed && bridge_recovery_group_matches (code, group, typed);
      gboolean ended = !typed || *typed == '\0';

      bridge_secret_free (typed);
      if (matches)
        return TRUE;
      if (ended)
        return FALSE;
    }
}

/* Shows a recovery code on the terminal, and asks whether it was written down. */
static gboolean
show_code (const char *code, GError **error)
{
  g_autofree char *shown = g_strdup_printf ("%s\n\n  %s\n\n",
                                            _("This recovery code opens your private space when you do not remember the passphrase. Write it down; it is shown only now."),
                                            code);
  gboolean told = bridge_cli_tell (shown, error);

  explicit_bzero (shown, strlen (shown));
  if (told && !confirm_group (code, NULL))
    bridge_cli_complain (_("The code was not confirmed. If you do not have it, make a new one with “footbridge private recovery-code”."));
  return told;
}

static gboolean
private_setup (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  char *passphrase;
  char *code = NULL;
  gboolean told = FALSE;

  if (!private_space)
    return FALSE;
  if (bridge_private_get_exists (private_space))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("You have a private space already."));
      return FALSE;
    }
  passphrase = ask_new (error);
  if (passphrase)
    code = bridge_private_set_up (private_space, passphrase, error);
  bridge_secret_free (passphrase);
  told = code && show_code (code, error);
  bridge_secret_free (code);
  if (told)
    bridge_cli_print (cli, "%s\n", _("Your private space is there."));
  return told;
}

static gboolean
private_change_passphrase (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  char *present;
  char *fresh = NULL;
  gboolean changed;

  if (!private_space)
    return FALSE;
  present = bridge_cli_ask_secret (_("Present passphrase: "), error);
  changed = present && bridge_private_unlock (private_space, present, error) && (fresh = ask_new (error)) &&
            bridge_private_change_passphrase (private_space, present, fresh, error);
  bridge_secret_free (present);
  bridge_secret_free (fresh);
  if (changed)
    bridge_cli_print (cli, "%s\n", _("Passphrase changed"));
  return changed;
}

/* Whoever sits before it has to know the passphrase; the code there was opens nothing any more. */
static gboolean
private_recovery_code (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  char *present;
  char *code = NULL;
  gboolean told;

  if (!private_space || !require_private (private_space, error))
    return FALSE;
  present = bridge_cli_ask_secret (_("Passphrase: "), error);
  if (present && bridge_private_unlock (private_space, present, error))
    code = bridge_private_renew_code (private_space, present, error);
  bridge_secret_free (present);
  told = code && show_code (code, error);
  bridge_secret_free (code);
  if (told)
    bridge_cli_print (cli, "%s\n", _("The code you had before opens nothing any more."));
  return told;
}

/* With the recovery code, and a new passphrase. */
static gboolean
private_recover (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  char *code;
  char *fresh = NULL;
  gboolean changed;

  if (!private_space || !require_private (private_space, error))
    return FALSE;
  code = bridge_cli_ask_secret (_("Recovery code: "), error);
  changed = code && bridge_private_unlock_with_code (private_space, code, error) && (fresh = ask_new (error)) &&
            bridge_private_change_passphrase (private_space, NULL, fresh, error);
  bridge_secret_free (code);
  bridge_secret_free (fresh);
  if (changed)
    bridge_cli_print (cli, "%s\n", _("Passphrase changed"));
  return changed;
}

static void
add_member (JsonObject *object, const char *key, const char *value)
{
  if (value && *value)
    json_object_set_string_member (object, key, value);
}

/**
 * bridge_cli_json_private_entry:
 * @entry: an entry
 *
 * Returns: (transfer full): it as JSON
 */
JsonNode *
bridge_cli_json_private_entry (BridgePrivateEntry *entry)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *date = bridge_local_format_date (bridge_private_entry_get_date (entry));
  BridgePrivateKind kind = bridge_private_entry_get_kind (entry);

  json_node_take_object (node, object);
  add_member (object, "id", bridge_private_entry_get_id (entry));
  add_member (object, "kind", bridge_enum_to_nick (BRIDGE_TYPE_PRIVATE_KIND, kind));
  add_member (object, "date", date);
  json_object_set_boolean_member (object, "draft", bridge_private_entry_get_draft (entry));
  add_member (object, "title", bridge_private_entry_get_title (entry));
  add_member (object, "text", bridge_private_entry_get_text (entry));
  add_member (object, "behaviour", bridge_private_entry_get_behaviour (entry));
  add_member (object, "circumstance", bridge_private_entry_get_circumstance (entry));
  add_member (object, "topic", bridge_private_entry_get_topic (entry));
  add_member (object, "reaction", bridge_private_entry_get_reaction (entry));
  if (kind == BRIDGE_PRIVATE_OBSERVATION)
    {
      json_object_set_int_member (object, "temperature", bridge_private_entry_get_temperature (entry));
      add_member (object, "course", bridge_enum_to_nick (BRIDGE_TYPE_COURSE, bridge_private_entry_get_course (entry)));
    }
  if (kind == BRIDGE_PRIVATE_SAFETY)
    json_object_set_int_member (object, "safety", bridge_private_entry_get_safety (entry));
  for (BridgeScale scale = 0; kind == BRIDGE_PRIVATE_CHECK_IN && scale < BRIDGE_N_SCALES; scale++)
    {
      const char *nick = bridge_enum_to_nick (BRIDGE_TYPE_SCALE, scale);
      g_autofree char *key = g_strconcat (nick, "_word", NULL);
      g_autofree char *word = bridge_private_entry_dup_word (entry, scale);

      json_object_set_int_member (object, nick, bridge_private_entry_get_step (entry, scale));
      add_member (object, key, word);
      explicit_bzero (word, strlen (word));
    }
  return node;
}

static void
print_entries (BridgeCli *cli, GListModel *all, GListModel *entries)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *date = bridge_local_format_date (bridge_private_entry_get_date (entry));
      g_autofree char *heading = bridge_private_entry_dup_heading (entry);
      g_autofree char *id = bridge_cli_shorten_id (all, bridge_private_entry_get_id (entry));

      if (cli->json)
        json_array_add_element (array, bridge_cli_json_private_entry (entry));
      else
        bridge_cli_print (cli, "%s  %s  %s  %s\n", id, date,
                          bridge_private_kind_get_label (bridge_private_entry_get_kind (entry)), heading);
    }
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (g_list_model_get_n_items (entries) == 0)
    bridge_cli_print (cli, "%s\n", _("Nothing is written there."));
}

static gboolean
private_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);

  if (!private_space)
    return FALSE;
  if (bridge_private_get_trouble (private_space))
    bridge_cli_complain (bridge_private_get_trouble (private_space));
  print_entries (cli, bridge_private_get_entries (private_space), bridge_private_get_entries (private_space));
  return TRUE;
}

/* What is searched for would stay in the shell's history, too. */
static gboolean
private_search (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (GListModel) found = NULL;
  char *typed;

  if (!private_space)
    return FALSE;
  typed = bridge_cli_ask (_("Search for: "), error);
  if (typed)
    found = bridge_private_search (private_space, typed, error);
  bridge_secret_free (typed);
  if (found)
    print_entries (cli, bridge_private_get_entries (private_space), found);
  return found != NULL;
}

/* A file that is there may be all that is left of something; the window asks before it takes the place of one. */
static gboolean
require_no_file (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a file's path */
               _("There is a file %s already, and it was left as it is. Choose another name."), path);
  return FALSE;
}

static gboolean
private_export (BridgeCli *cli, int argc, char **argv, GError **error)
{
  const char *file = NULL;
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, &file, error);
  g_autofree char *path = file ? g_canonicalize_filename (file, NULL) : NULL;

  if (!private_space || !require_no_file (path, error) || !bridge_private_export (private_space, path, error))
    return FALSE;
  bridge_cli_print (cli, "%s\n", _("Written. The file is plain text: whoever gets it can read all of it."));
  return TRUE;
}

static gboolean
private_erase (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = open_private (cli, argc, argv, NULL, error);
  const char *name;
  g_autofree char *question = NULL;
  g_autofree char *typed = NULL;

  if (!private_space)
    return FALSE;
  if (!bridge_private_get_exists (private_space))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("You have no private space yet."));
      return FALSE;
    }
  name = bridge_person_get_name (bridge_space_get_speaker (cli->space));
  question = g_strdup_printf (_("Everything in your private space is deleted, and nobody can bring it back. Type “%s” to confirm: "), name);
  typed = bridge_cli_ask (question, error);
  if (!typed)
    return FALSE;
  if (!g_str_equal (typed, name))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That is another name. Nothing was erased."));
      return FALSE;
    }
  if (!bridge_space_erase_private (cli->space, bridge_person_get_id (bridge_space_get_speaker (cli->space)), error))
    return FALSE;
  bridge_cli_tell_note (cli);
  bridge_cli_print (cli, "%s\n", _("Your private space was erased"));
  return TRUE;
}

/* ---- Shared words */

static gboolean
is_mine (BridgeCli *cli, BridgeSharedWords *words)
{
  return g_strcmp0 (bridge_shared_words_get_from (words), bridge_person_get_id (bridge_space_get_speaker (cli->space))) == 0;
}

/* What the other one may know of them: not the words before they are opened, and not whether they were. */
static JsonNode *
shared_to_json (BridgeCli *cli, BridgeSharedWords *words)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  gboolean opened = bridge_shared_words_get_state (words) == BRIDGE_SHARED_OPENED;

  json_node_take_object (node, object);
  add_member (object, "id", bridge_shared_words_get_id (words));
  add_member (object, "from", bridge_shared_words_get_from (words));
  add_member (object, "to", bridge_shared_words_get_to (words));
  if (is_mine (cli, words) || opened)
    add_member (object, "text", bridge_shared_words_get_text (words));
  if (!is_mine (cli, words))
    add_member (object, "state", bridge_enum_to_nick (BRIDGE_TYPE_SHARED_STATE, bridge_shared_words_get_state (words)));
  return node;
}

static gboolean
shared_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *list;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  list = bridge_space_get_shared_words (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeSharedWords) words = g_list_model_get_item (list, i);
      g_autofree char *id = bridge_cli_shorten_id (list, bridge_shared_words_get_id (words));
      g_autofree char *line = bridge_cli_one_line (bridge_shared_words_get_text (words));
      gboolean opened = bridge_shared_words_get_state (words) == BRIDGE_SHARED_OPENED;
      g_autofree char *name =
        bridge_space_dup_called (cli->space,
                                 is_mine (cli, words) ? bridge_shared_words_get_to (words) : bridge_shared_words_get_from (words),
                                 !is_mine (cli, words) && !opened);

      if (cli->json)
        json_array_add_element (array, shared_to_json (cli, words));
      else if (is_mine (cli, words))
        bridge_cli_print (cli, _("%1$s  For %2$s: %3$s\n"), id, name, line);
      else if (opened)
        bridge_cli_print (cli, _("%1$s  From %2$s: %3$s\n"), id, name, line);
      else
        bridge_cli_print (cli, _("%1$s  %2$s shares some words with you.\n"), id, name);
    }
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (g_list_model_get_n_items (list) == 0)
    bridge_cli_print (cli, "%s\n", _("Nothing is shared."));
  return TRUE;
}

static gboolean
shared_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeSharedWords) stored = NULL;
  g_autofree char *words = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  words = bridge_cli_read_words (error);
  if (words)
    stored = bridge_space_share_words (cli->space, words, error);
  if (!stored)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, shared_to_json (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_shared_words_get_id (stored));
  return TRUE;
}

static BridgeSharedWords *
find_shared (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return NULL;
  return bridge_space_find_shared_words (cli->space, argv[0], error);
}

static gboolean
shared_open (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeSharedWords) words = find_shared (cli, argc, argv, error);
  g_autoptr (BridgeSharedWords) opened = NULL;

  if (!words || !bridge_space_open_words (cli->space, bridge_shared_words_get_id (words), error))
    return FALSE;
  opened = bridge_space_find_shared_words (cli->space, bridge_shared_words_get_id (words), error);
  if (!opened)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, shared_to_json (cli, opened));
  else
    bridge_cli_print (cli, "%s\n", bridge_shared_words_get_text (opened));
  return TRUE;
}

static gboolean
shared_take_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeSharedWords) words = find_shared (cli, argc, argv, error);

  if (!words || !bridge_space_take_back_words (cli->space, bridge_shared_words_get_id (words), error))
    return FALSE;
  bridge_cli_tell_note (cli);
  bridge_cli_print (cli, "%s\n", _("Taken back"));
  return TRUE;
}

const BridgeCliVerb bridge_cli_private_space_verbs[] = {
  { "private status", "", N_("Say whether you have a private space."), private_status },
  { "private setup", "", N_("Make your private space; the passphrase is asked for at the terminal."), private_setup },
  { "private change-passphrase", "", N_("Change the passphrase; what you wrote is not touched."), private_change_passphrase },
  { "private recovery-code", "", N_("Make a new recovery code; the one before opens nothing any more."), private_recovery_code },
  { "private recover", "", N_("Choose a new passphrase with the recovery code."), private_recover },
  { "private list", "", N_("List what you wrote, after the passphrase."), private_list },
  { "private search", "", N_("Ask for words and list what has them."), private_search },
  { "private export", "FILE", N_("Write everything into a plain text file."), private_export },
  { "private erase", "", N_("Erase your private space, after a confirmation."), private_erase },
  { "shared list", "", N_("List words you have shared, and those shared with you."), shared_list },
  { "shared add", "", N_("Share what comes on standard input, and print its id."), shared_add },
  { "shared open", "WORDS", N_("Open words that are shared with you; from then on both keep them."), shared_open },
  { "shared take-back", "WORDS", N_("Take back words that were not opened yet."), shared_take_back },
  { NULL },
};
