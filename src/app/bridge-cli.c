/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli.h"
#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <unistd.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bridge-json.h"
#include "bridge-launch.h"
#include "bridge-words.h"

/* The short forms of ids that people copy: never below this many characters. */
#define SHORT_ID 8

static const BridgeCliVerb *const groups[] = {
  bridge_cli_person_verbs,
  bridge_cli_occurrence_verbs,
  bridge_cli_ritual_verbs,
  bridge_cli_invitation_verbs,
  bridge_cli_life_verbs,
  bridge_cli_boundary_verbs,
  bridge_cli_pause_verbs,
  bridge_cli_private_space_verbs,
  bridge_cli_private_entry_verbs,
  bridge_cli_check_in_verbs,
  bridge_cli_promise_verbs,
  bridge_cli_milestone_verbs,
  bridge_cli_win_verbs,
  bridge_cli_review_verbs,
  bridge_cli_meaning_verbs,
  bridge_cli_care_verbs,
  bridge_cli_look_back_verbs,
  bridge_cli_rule_verbs,
  bridge_cli_reminder_verbs,
};

/**
 * bridge_cli_dup_folder:
 *
 * The folder of the space this run is about.
 *
 * Returns: (transfer full): an absolute path
 */
char *
bridge_cli_dup_folder (BridgeCli *cli)
{
  return cli->data_dir ? g_strdup (cli->data_dir) : bridge_space_dup_default_folder ();
}

/**
 * bridge_cli_now:
 *
 * Returns: the local time here
 */
BridgeLocal
bridge_cli_now (BridgeCli *cli)
{
  return bridge_clock_local_now (cli->clock);
}

/**
 * bridge_cli_print:
 *
 * Adds to what is printed once the verb has succeeded, so that a run prints all of its answer or nothing.
 */
void
bridge_cli_print (BridgeCli *cli, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (cli->out, format, args);
  va_end (args);
}

/**
 * bridge_cli_print_json:
 * @node: (transfer full): the document
 *
 * Prints one JSON document.
 */
void
bridge_cli_print_json (BridgeCli *cli, JsonNode *node)
{
  g_autofree char *text = bridge_json_print (node, TRUE);

  g_string_append (cli->out, text);
  json_node_unref (node);
}

/**
 * bridge_cli_flush:
 *
 * Writes what was printed so far to the standard output. Fails with a #GFileError when it cannot be written.
 */
gboolean
bridge_cli_flush (BridgeCli *cli, GError **error)
{
  if (fwrite (cli->out->str, 1, cli->out->len, stdout) != cli->out->len || fflush (stdout) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("The answer could not be written out: %s."), g_strerror (errno));
      g_string_truncate (cli->out, 0);
      return FALSE;
    }

  g_string_truncate (cli->out, 0);
  return TRUE;
}

/**
 * bridge_cli_tell_note:
 * @cli: a command
 *
 * Says on standard error what is to be known besides what was done, if anything.
 */
void
bridge_cli_tell_note (BridgeCli *cli)
{
  g_autofree char *note = bridge_space_steal_note (cli->space);

  if (note)
    bridge_cli_complain (note);
}

/**
 * bridge_cli_complain:
 * @message: what is wrong
 *
 * Prints one line to the standard error, whatever @message holds.
 */
void
bridge_cli_complain (const char *message)
{
  g_autofree char *line = bridge_cli_one_line (message);

  fprintf (stderr, "footbridge: %s\n", line);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR
         || g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/**
 * bridge_cli_one_line:
 * @text: any text
 *
 * Returns: (transfer full): @text with a dot between its lines, and other control characters turned into single spaces
 */
char *
bridge_cli_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  gsize length = 0; /* of what is to be seen of it */
  gboolean broken = FALSE;

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line_break (c))
        {
          broken = length > 0;
        }
      else if (g_unichar_iscntrl (c))
        {
          if (line->len > 0 && line->str[line->len - 1] != ' ')
            g_string_append_c (line, ' ');
        }
      else
        {
          if (broken && c != ' ')
            {
              g_string_truncate (line, length);
              g_string_append (line, " · ");
              broken = FALSE;
            }
          g_string_append_unichar (line, c);
          if (c != ' ')
            length = line->len;
        }
    }

  return g_strchomp (g_string_free (line, FALSE));
}

/**
 * bridge_cli_usage_error:
 * @message: what is wrong with the words given
 *
 * Sets an error of bad usage that says where to read on.
 *
 * Returns: %FALSE
 */
gboolean
bridge_cli_usage_error (BridgeCli *cli, const char *message, GError **error)
{
  g_autofree char *command = g_strjoin (" ", "footbridge", cli->verb ? cli->verb : "--help",
                                        cli->verb ? "--help" : NULL, NULL);

  /* Translators: %1$s says what is wrong, %2$s is a command to type. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("%1$s (see “%2$s”)"), message, command);
  return FALSE;
}

static char *
to_utf8 (const char *text, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  return g_locale_to_utf8 (text, -1, NULL, NULL, error);
}

static gboolean
convert_in_place (char **text, GError **error)
{
  char *converted;

  if (*text == NULL)
    return TRUE;

  converted = to_utf8 (*text, error);
  if (converted == NULL)
    return FALSE;

  g_free (*text);
  *text = converted;
  return TRUE;
}

/* Options are read as bytes and converted here: what is valid UTF-8 is taken as it is in every locale. */
static gboolean
convert_options (const GOptionEntry *entries, GError **error)
{
  for (; entries->long_name; entries++)
    {
      if (entries->arg == G_OPTION_ARG_FILENAME && !convert_in_place (entries->arg_data, error))
        return FALSE;

      if (entries->arg == G_OPTION_ARG_FILENAME_ARRAY)
        for (char **item = *(char ***) entries->arg_data; item && *item; item++)
          if (!convert_in_place (item, error))
            return FALSE;
    }

  return TRUE;
}

static void
take_data_dir (BridgeCli *cli, const char *data_dir)
{
  if (data_dir == NULL)
    return;

  g_free (cli->data_dir);
  cli->data_dir = g_canonicalize_filename (data_dir, NULL);
}

/**
 * bridge_cli_parse:
 * @entries: (nullable): the verb's own options
 * @min: how many words must follow the options
 * @max: how many may
 * @argc: (inout): number of words, the verb's name first
 * @argv: (inout): the words; left with the positional ones, converted to UTF-8, in the place of the verb's name and on
 *
 * Reads the options of a verb, and the global ones among them. Fails with %G_OPTION_ERROR. When it fails
 * without an error, help was asked for and printed.
 */
gboolean
bridge_cli_parse (BridgeCli *cli,
                  GOptionEntry *entries,
                  int min,
                  int max,
                  int *argc,
                  char ***argv,
                  GError **error)
{
  g_autofree char *data_dir = NULL;
  g_autofree char *as = NULL;
  gboolean help = FALSE;
  GOptionEntry global[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, _("The folder of the space"), _("DIR") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &as, _("Who is speaking"), _("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, _("Print JSON"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, _("Show this help"), NULL },
    { NULL },
  };
  g_autofree char *synopsis = g_strdup (cli->synopsis ? cli->synopsis : "");
  g_autoptr (GOptionContext) context = g_option_context_new (synopsis);
  g_autoptr (GError) local_error = NULL;

  for (GOptionEntry *entry = entries; entry && entry->long_name; entry++)
    {
      if (entry->arg == G_OPTION_ARG_STRING)
        entry->arg = G_OPTION_ARG_FILENAME;
      else if (entry->arg == G_OPTION_ARG_STRING_ARRAY)
        entry->arg = G_OPTION_ARG_FILENAME_ARRAY;
    }

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, cli->summary);
  if (entries)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, global, NULL);

  if (!g_option_context_parse (context, argc, argv, &local_error)
      || (entries && !convert_options (entries, &local_error))
      || !convert_options (global, &local_error))
    return bridge_cli_usage_error (cli, local_error->message, error);

  if (help)
    {
      g_autofree char *name = g_strdup_printf ("footbridge %s", cli->verb);
      g_autofree char *text = NULL;

      g_set_prgname (name);
      text = g_option_context_get_help (context, TRUE, NULL);
      bridge_cli_print (cli, "%s", text);
      cli->helped = TRUE;
      return FALSE;
    }

  take_data_dir (cli, data_dir);
  if (as)
    {
      g_free (cli->as);
      cli->as = g_steal_pointer (&as);
    }

  /* "--" ends the options and stays in the list. */
  if (*argc > 1 && g_strcmp0 ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  (*argv)++;
  (*argc)--;

  for (int i = 0; i < *argc; i++)
    if (!g_utf8_validate ((*argv)[i], -1, NULL))
      return bridge_cli_usage_error (cli, _("A word is not readable text in this locale"), error);

  if (*argc < min)
    {
      /* Translators: %1$s is a verb that is typed, %2$s what is written after it. */
      g_autofree char *message = g_strdup_printf (_("Something is missing; write “footbridge %1$s %2$s”"), cli->verb, synopsis);

      return bridge_cli_usage_error (cli, message, error);
    }
  if (*argc > max)
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is one word too many"), (*argv)[max]);

      return bridge_cli_usage_error (cli, message, error);
    }

  return TRUE;
}

/**
 * bridge_cli_open_space:
 *
 * Opens the space, and makes its folder and database where there are none yet.
 */
gboolean
bridge_cli_open_space (BridgeCli *cli, GError **error)
{
  g_autofree char *folder = NULL;

  if (cli->space)
    return TRUE;

  folder = bridge_cli_dup_folder (cli);
  cli->space = bridge_space_open (folder, cli->clock, error);
  return cli->space != NULL;
}

/**
 * bridge_cli_require_space:
 *
 * Opens the space for a verb that needs somebody in it. Fails with %BRIDGE_ERROR_NOT_SET_UP, and makes no file then.
 */
gboolean
bridge_cli_require_space (BridgeCli *cli, GError **error)
{
  g_autofree char *folder = bridge_cli_dup_folder (cli);
  g_autofree char *path = g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);

  /* Only where there is plainly nothing: a folder that is no folder or may not be looked into has a reason of its own. */
  if (cli->space == NULL && access (path, F_OK) != 0 && errno == ENOENT)
    goto not_set_up;
  if (!bridge_cli_open_space (cli, error))
    return FALSE;
  if (bridge_space_get_me (cli->space) == NULL)
    goto not_set_up;
  if (cli->as && bridge_cli_find_person (cli, "me", error) == NULL)
    return FALSE;

  return TRUE;

not_set_up:
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP,
                       _("Nobody is set up here yet. Begin with “footbridge setup --me NAME”, or open the window."));
  return FALSE;
}

/**
 * bridge_cli_require_speaker:
 *
 * Opens the space for a verb where it matters who is speaking: whoever --as names. Fails as bridge_cli_require_space().
 */
gboolean
bridge_cli_require_speaker (BridgeCli *cli, GError **error)
{
  BridgePerson *speaker;

  if (!bridge_cli_require_space (cli, error))
    return FALSE;

  speaker = bridge_cli_find_person (cli, "me", error);
  return speaker && bridge_space_set_speaker (cli->space, bridge_person_get_id (speaker), error);
}

/**
 * bridge_cli_is_solo:
 *
 * Returns: whether somebody is set up here, and alone; for verbs that need no space, which is opened only where there is one
 */
gboolean
bridge_cli_is_solo (BridgeCli *cli)
{
  return bridge_cli_require_space (cli, NULL) && bridge_space_get_partner (cli->space) == NULL;
}

static BridgePerson *
find_by_name_or_id (BridgeCli *cli, const char *text)
{
  GListModel *persons = bridge_space_get_persons (cli->space);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      /* The space keeps the person alive. */
      if (bridge_text_same_name (bridge_person_get_name (person), text)
          || (strlen (text) >= 4 && g_str_has_prefix (bridge_person_get_id (person), text)))
        return person;
    }

  return NULL;
}

/**
 * bridge_cli_find_person:
 * @text: "me" (whoever --as names), "partner" (the other one), a name or an id
 *
 * Returns: (transfer none) (nullable): the person, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgePerson *
bridge_cli_find_person (BridgeCli *cli, const char *text, GError **error)
{
  BridgePerson *me = bridge_space_get_me (cli->space);
  BridgePerson *partner = bridge_space_get_partner (cli->space);
  BridgePerson *found = NULL;

  if (cli->as && !bridge_text_same_name (cli->as, "me"))
    {
      BridgePerson *speaker = bridge_text_same_name (cli->as, "partner") ? partner : find_by_name_or_id (cli, cli->as);

      if (speaker == NULL)
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("Nobody here is called “%s”."), cli->as);
          return NULL;
        }
      if (speaker == partner)
        {
          partner = me;
          me = speaker;
        }
    }

  if (g_strcmp0 (text, "me") == 0)
    found = me;
  else if (g_strcmp0 (text, "partner") == 0)
    found = partner;
  else
    found = find_by_name_or_id (cli, text);

  if (found == NULL)
    {
      if (g_strcmp0 (text, "partner") == 0)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is only one person here."));
      else
        g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("Nobody here is called “%s”."), text);
    }

  return found;
}

/**
 * bridge_cli_name_of:
 * @person_id: (nullable): an id
 *
 * Returns: (nullable): the person's name, or %NULL where nobody has that id
 */
const char *
bridge_cli_name_of (BridgeCli *cli, const char *person_id)
{
  BridgePerson *person = person_id ? bridge_space_find_person (cli->space, person_id) : NULL;

  return person ? bridge_person_get_name (person) : NULL;
}

/**
 * bridge_cli_dup_whose:
 * @ritual: a ritual
 *
 * Returns: (transfer full): whose it is, as a part of a line that begins with a separator; "" where it is for both, or
 *   there is only one here
 */
char *
bridge_cli_dup_whose (BridgeCli *cli, BridgeRitual *ritual)
{
  const char *name = bridge_cli_name_of (cli, bridge_ritual_get_who (ritual));
  g_autofree char *clean = name && bridge_space_get_partner (cli->space) ? bridge_cli_one_line (name) : NULL;
  /* Translators: whose ritual it is, in a list; %s is a name */
  g_autofree char *words = clean ? g_strdup_printf (_("only %s"), clean) : NULL;

  return words ? g_strconcat (" · ", words, NULL) : g_strdup ("");
}

/**
 * bridge_cli_shorten_id:
 * @list: objects with ids
 * @id: the id of one of them
 *
 * Returns: (transfer full): the beginning of @id that names this one only
 */
char *
bridge_cli_shorten_id (GListModel *list, const char *id)
{
  gsize length = MIN (SHORT_ID, strlen (id));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      g_autofree char *other = NULL;

      g_object_get (item, "id", &other, NULL);
      while (g_strcmp0 (other, id) != 0 && id[length] && strncmp (other, id, length) == 0)
        length++;
    }

  return g_strndup (id, length);
}

/**
 * bridge_cli_shorten_ritual_id:
 * @id: a ritual's id
 *
 * Returns: (transfer full): the beginning of @id that names this ritual only
 */
char *
bridge_cli_shorten_ritual_id (BridgeCli *cli, const char *id)
{
  return bridge_cli_shorten_id (bridge_space_get_rituals (cli->space), id);
}

/**
 * bridge_cli_shorten_occurrence:
 *
 * Returns: (transfer full): the occurrence's name with its ritual's id shortened
 */
char *
bridge_cli_shorten_occurrence (BridgeCli *cli, BridgeOccurrence *occurrence)
{
  g_autofree char *id = bridge_cli_shorten_ritual_id (cli, bridge_occurrence_get_ritual_id (occurrence));

  return bridge_occurrence_format_name (id, bridge_occurrence_get_start (occurrence));
}

static const BridgeCliVerb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BridgeCliVerb *verb = groups[i]; verb->name; verb++)
      if (g_strcmp0 (verb->name, name) == 0)
        return verb;

  return NULL;
}

static gboolean
is_verb_group (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BridgeCliVerb *verb = groups[i]; verb->name; verb++)
      if (g_str_has_prefix (verb->name, prefix))
        return TRUE;

  return FALSE;
}

static void
print_verbs (BridgeCli *cli, const char *group)
{
  g_autofree char *prefix = group ? g_strconcat (group, " ", NULL) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BridgeCliVerb *verb = groups[i]; verb->name; verb++)
      {
        if (prefix && !g_str_has_prefix (verb->name, prefix))
          continue;
        bridge_cli_print (cli, "  %s%s%s\n", verb->name, *verb->synopsis ? " " : "", verb->synopsis);
        bridge_cli_print (cli, "      %s\n", _(verb->summary));
      }
}

static void
print_help (BridgeCli *cli)
{
  bridge_cli_print (cli, "%s\n  footbridge [--data-dir DIR] [--json] [--as NAME] [VERB …]\n\n", _("Usage:"));
  bridge_cli_print (cli, "%s\n\n", _("Without a verb, the window opens. Every verb explains itself with --help."));
  bridge_cli_print (cli, "%s\n", _("Verbs:"));
  print_verbs (cli, NULL);
  bridge_cli_print (cli, "\n%s\n", _("Options:"));
  bridge_cli_print (cli, "  --data-dir DIR  %s\n", _("the folder of the space, instead of the usual one"));
  bridge_cli_print (cli, "  --json          %s\n", _("print JSON"));
  bridge_cli_print (cli, "  --as NAME       %s\n", _("who is speaking, where it matters"));
  bridge_cli_print (cli, "  --version       %s\n", _("show the version"));
  bridge_cli_print (cli, "  -h, --help      %s\n", _("show this help"));
}

static gboolean
run_verb (BridgeCli *cli, int argc, char **argv, GError **error)
{
  const BridgeCliVerb *verb;
  int words = 1;

  /* The same without the hyphen. */
  if (g_str_equal (argv[0], "checkin"))
    argv[0] = (char *) "check-in";
  cli->verb = g_strdup (argv[0]);
  if (is_verb_group (argv[0]))
    {
      g_autofree char *name = argc > 1 ? g_strjoin (" ", argv[0], argv[1], NULL) : NULL;

      if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
        {
          bridge_cli_print (cli, "%s\n", _("Verbs:"));
          print_verbs (cli, argv[0]);
          cli->helped = TRUE;
          return FALSE;
        }
      if (name == NULL || find_verb (name) == NULL)
        {
          g_autofree char *message = name ? g_strdup_printf (_("There is no verb “%s”"), name)
                                          : g_strdup_printf (_("“%s” needs to know what to do"), argv[0]);

          return bridge_cli_usage_error (cli, message, error);
        }

      g_free (cli->verb);
      cli->verb = g_steal_pointer (&name);
      words = 2;
    }

  verb = find_verb (cli->verb);
  if (verb == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("There is no verb “%s”"), cli->verb);

      g_clear_pointer (&cli->verb, g_free);
      return bridge_cli_usage_error (cli, message, error);
    }

  cli->synopsis = verb->synopsis;
  cli->summary = _(verb->summary);
  return verb->run (cli, argc - words + 1, argv + words - 1, error);
}

static gboolean
run (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *data_dir = NULL;
  g_autofree char *reminders = NULL;
  gboolean version = FALSE;
  gboolean service = FALSE;
  gboolean help = FALSE;
  GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, NULL, NULL },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { "reminders", 0, 0, G_OPTION_ARG_FILENAME, &reminders, NULL, NULL },
    { "gapplication-service", 0, 0, G_OPTION_ARG_NONE, &service, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local_error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &local_error) || !convert_options (entries, &local_error))
    return bridge_cli_usage_error (cli, local_error->message, error);

  take_data_dir (cli, data_dir);
  if (help)
    {
      print_help (cli);
      return TRUE;
    }
  if (version)
    {
      bridge_cli_print (cli, "footbridge %s\n", VERSION);
      return TRUE;
    }
  if (reminders)
    {
      char *words[] = { (char *) "reminders", reminders, NULL };

      return run_verb (cli, 2, words, error);
    }
  if (service)
    {
      cli->exit_status = bridge_launch_service (cli->data_dir, cli->clock, BRIDGE_LAUNCH_ACTIVATED);
      return TRUE;
    }
  if (argc > 1)
    return run_verb (cli, argc - 1, argv + 1, error);

  return bridge_launch_window (cli->data_dir, cli->clock, &cli->exit_status, error);
}

/**
 * bridge_cli_main:
 * @argc: number of words
 * @argv: what was typed, the program first
 * @clock: (transfer none): the time
 *
 * Does what the command line says, prints the answer or one line about why not.
 *
 * Returns: the exit status: 0, 1 where what was asked for could not be done, 2 where it was not understood: an unknown verb or
 *   option, a word too few or too many, a value that cannot be read
 */
int
bridge_cli_main (int argc, char **argv, BridgeClock *clock)
{
  BridgeCli cli = { .clock = clock, .out = g_string_new (NULL) };
  g_autofree char **words = g_memdup2 (argv, sizeof (char *) * (argc + 1));
  g_autoptr (GError) error = NULL;
  gboolean done;

  done = run (&cli, argc, words, &error);
  if ((done || cli.helped) && bridge_cli_flush (&cli, &error))
    {
      /* What the verb wants to say with its exit status stands. */
    }
  else
    {
      bridge_cli_complain (error ? error->message : _("Something went wrong."));
      if (cli.misread || (error && (error->domain == G_OPTION_ERROR || error->domain == G_CONVERT_ERROR)))
        cli.exit_status = 2;
      else
        cli.exit_status = 1;
    }

  g_clear_object (&cli.space);
  g_string_free (cli.out, TRUE);
  g_free (cli.data_dir);
  g_free (cli.as);
  g_free (cli.verb);
  return cli.exit_status;
}
