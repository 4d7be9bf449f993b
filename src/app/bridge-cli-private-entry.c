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

/* Entries of a private space, written at a terminal. Nothing of them is an argument, not even which one is meant: a shell
 * keeps its history, and rows that hold an entry are not to be told from those that hold none. */

#define NOTHING "-" /* typed to empty a field */

/* ---- Asking */

/* What is typed, what there is where nothing is typed, or nothing at all. (transfer full) (nullable) */
static char *
ask_line (const char *question, const char *present, GError **error)
{
  gboolean has_present = present && *present;
  /* Translators: %1$s is a question, and %2$s what stands there now */
  char *asked = has_present ? g_strdup_printf (_("%1$s [%2$s]: "), question, present)
                            /* Translators: %s is a question */
                            : g_strdup_printf (_("%s: "), question);
  char *typed = bridge_cli_ask (asked, error);

  bridge_secret_free (asked);
  if (typed && *typed == '\0' && has_present)
    {
      g_free (typed);
      return g_strdup (present);
    }
  if (typed && g_str_equal (typed, NOTHING))
    *typed = '\0';
  return typed;
}

static gboolean
take_line (BridgePrivateEntry *entry, const char *property, const char *question, GError **error)
{
  g_autofree char *present = NULL;
  char *typed;

  g_object_get (entry, property, &present, NULL);
  typed = ask_line (question, present, error);
  if (present)
    explicit_bzero (present, strlen (present));
  if (!typed)
    return FALSE;
  g_object_set (entry, property, typed, NULL);
  bridge_secret_free (typed);
  return TRUE;
}

typedef const char *(*LabelFunc) (int value, gconstpointer data);

/* A number of some words; @first: that of the first one, below which is "not said". @chosen: (inout). A slip of typing is asked
 * about again: what was typed before it is not to be lost. */
static gboolean
ask_choice (const char *question, LabelFunc get_label, gconstpointer data, int first, int last, int *chosen, GError **error)
{
  g_autoptr (GString) asked = g_string_new (question);
  char *typed;
  gboolean valid = FALSE;

  for (int i = first; i <= last; i++)
    g_string_append_printf (asked, "\n  %d  %s", i, get_label (i, data));
  if (*chosen >= first)
    /* Translators: what was chosen before, a number; it is kept where nothing is typed */
    g_string_append_printf (asked, _("\nNumber [%d]: "), *chosen);
  else
    g_string_append (asked, _("\nNumber, or nothing: "));
  while (!valid)
    {
      gint64 number;

      typed = bridge_cli_ask (asked->str, error);
      if (!typed)
        return FALSE;
      valid = *typed == '\0';
      if (!valid && g_ascii_string_to_signed (typed, 10, first, last, &number, NULL))
        {
          *chosen = (int) number;
          valid = TRUE;
        }
      bridge_secret_free (typed);
      if (!valid)
        {
          g_autofree char *again = g_strdup_printf (_("Choose a number from %d to %d. What you typed before is kept.\n"), first, last);

          if (!bridge_cli_tell (again, error))
            return FALSE;
        }
    }
  return TRUE;
}

static const char *
get_plain_label (int value, gconstpointer data)
{
  const char *(*const *get_label) (int) = data;

  return (*get_label) (value);
}

static gboolean
take_choice (BridgePrivateEntry *entry, const char *property, const char *question, const char *(*get_label) (int), int first,
             int last, GError **error)
{
  int chosen;

  g_object_get (entry, property, &chosen, NULL);
  if (!ask_choice (question, get_plain_label, &get_label, first, last, &chosen, error))
    return FALSE;
  g_object_set (entry, property, chosen, NULL);
  return TRUE;
}

static const char *
get_scale_label (int step, gconstpointer data)
{
  const BridgeScale *scale = data;

  return bridge_scale_get_word (*scale, step);
}

static const char *
get_course_label (int course)
{
  return bridge_course_get_label ((BridgeCourse) course);
}

/* What comes on standard input; nothing: what there is stays. */
static gboolean
take_words (BridgePrivateEntry *entry, const char *property, const char *question, GError **error)
{
  g_autofree char *present = NULL;
  char *said;
  char *words;
  gboolean told;

  g_object_get (entry, property, &present, NULL);
  if (present && *present)
    said = g_strdup_printf ("%s\n\n%s\n\n%s\n", question, present, _("Write it anew, or nothing to leave it."));
  else
    said = g_strdup_printf ("%s\n", question);
  told = bridge_cli_tell (said, error);
  bridge_secret_free (said);
  if (present)
    explicit_bzero (present, strlen (present));
  words = told ? bridge_cli_read_words (error) : NULL;
  if (!words)
    return FALSE;
  if (strspn (words, " \t\r\n") < strlen (words))
    g_object_set (entry, property, words, NULL);
  bridge_secret_free (words);
  return TRUE;
}

static gboolean
take_observation (BridgePrivateEntry *entry, GError **error)
{
  return take_line (entry, "circumstance", _("What was going on"), error) &&
         take_line (entry, "topic", _("Topic"), error) &&
         take_choice (entry, "temperature", _("How heated it was before"), bridge_temperature_get_label, 1, 5, error) &&
         take_choice (entry, "course", _("Does it seem to pass?"), get_course_label, 0, BRIDGE_COURSE_LASTING, error) &&
         take_line (entry, "reaction", _("Your own reaction"), error) &&
         take_words (entry, "behaviour", _("What you saw or heard, without the why"), error);
}

static gboolean
take_safety (BridgePrivateEntry *entry, GError **error)
{
  return take_choice (entry, "safety", _("How safe did it feel?"), bridge_safety_get_label, 1, 5, error) &&
         take_line (entry, "text", _("A note, if you like"), error);
}

static gboolean
take_check_in (BridgePrivateEntry *entry, GError **error)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    {
      int step = bridge_private_entry_get_step (entry, scale);

      if (!ask_choice (bridge_scale_get_label (scale), get_scale_label, &scale, 1, BRIDGE_SCALE_MAX, &step, error))
        return FALSE;
      bridge_private_entry_set_step (entry, scale, step);
    }
  return take_line (entry, "text", _("Words, if you like"), error);
}

static gboolean
take_date (BridgeCli *cli, BridgePrivateEntry *entry, GError **error)
{
  g_autofree char *present = bridge_local_format_date (bridge_private_entry_get_date (entry));

  for (;;)
    {
      g_autofree char *typed = ask_line (_("Day"), present, error);
      g_autofree char *again = NULL;
      g_autoptr (GError) problem = NULL;
      BridgeLocal date;

      if (!typed)
        return FALSE;
      if (bridge_cli_parse_date (cli, typed, &date, &problem))
        {
          g_object_set (entry, "date", date, NULL);
          return TRUE;
        }
      cli->misread = FALSE; /* it is asked again */
      again = g_strdup_printf ("%s\n", problem->message);
      if (!bridge_cli_tell (again, error))
        return FALSE;
    }
}

/* ---- Verbs */

static gboolean
save (BridgeCli *cli, BridgePrivate *private_space, BridgePrivateEntry *entry, GError **error)
{
  g_autoptr (BridgePrivateEntry) stored = bridge_private_save (private_space, entry, error);

  if (!stored)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_private_entry (stored));
  else
    bridge_cli_print (cli, "%s\n", _("Written down"));
  return TRUE;
}

static BridgePrivateEntry *
new_entry (BridgeCli *cli, BridgePrivateKind kind)
{
  return bridge_private_entry_new (kind, bridge_local_day_start (bridge_cli_now (cli)));
}

static gboolean
private_write (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) entry = NULL;
  char *words;

  if (!private_space)
    return FALSE;
  words = bridge_cli_read_words (error);
  if (!words)
    return FALSE;

  entry = new_entry (cli, BRIDGE_PRIVATE_JOURNAL);
  g_object_set (entry, "text", words, NULL);
  bridge_secret_free (words);
  return save (cli, private_space, entry, error);
}

static gboolean
private_observe (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) entry = new_entry (cli, BRIDGE_PRIVATE_OBSERVATION);

  return private_space && take_observation (entry, error) && save (cli, private_space, entry, error);
}

static gboolean
private_safety (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) entry = new_entry (cli, BRIDGE_PRIVATE_SAFETY);

  return private_space && take_safety (entry, error) && save (cli, private_space, entry, error);
}

static gboolean
private_check_in (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) entry = new_entry (cli, BRIDGE_PRIVATE_CHECK_IN);

  return private_space && take_check_in (entry, error) && save (cli, private_space, entry, error);
}

/* (transfer full) (nullable) */
static BridgePrivateEntry *
ask_which (BridgePrivate *private_space, GError **error)
{
  g_autofree char *id = bridge_cli_ask (_("Id of the entry, or how it begins: "), error);

  return id ? bridge_private_find (private_space, id, error) : NULL;
}

static gboolean
private_edit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) found = private_space ? ask_which (private_space, error) : NULL;
  g_autoptr (BridgePrivateEntry) entry = found ? bridge_private_entry_copy (found) : NULL;
  gboolean taken = FALSE;

  if (!entry || !take_date (cli, entry, error))
    return FALSE;
  switch (bridge_private_entry_get_kind (entry))
    {
    case BRIDGE_PRIVATE_JOURNAL:
      taken = take_line (entry, "title", _("Title, if you like"), error) && take_words (entry, "text", _("Your words"), error);
      break;
    case BRIDGE_PRIVATE_OBSERVATION:
      taken = take_observation (entry, error);
      break;
    case BRIDGE_PRIVATE_SAFETY:
      taken = take_safety (entry, error);
      break;
    case BRIDGE_PRIVATE_CHECK_IN:
      taken = take_check_in (entry, error);
      break;
    }
  if (!taken)
    return FALSE;
  g_object_set (entry, "draft", FALSE, NULL);
  return save (cli, private_space, entry, error);
}

static gboolean
private_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePrivate) private_space = bridge_cli_unlock_private (cli, argc, argv, NULL, error);
  g_autoptr (BridgePrivateEntry) entry = private_space ? ask_which (private_space, error) : NULL;
  /* Translators: what is typed to confirm a removal on the command line */
  const char *word = C_("private", "remove");
  g_autofree char *heading = NULL;
  g_autofree char *question = NULL;
  g_autofree char *typed = NULL;

  if (!entry)
    return FALSE;
  heading = bridge_private_entry_dup_heading (entry);
  /* Translators: %1$s is how an entry begins, and %2$s the word "remove" */
  question = g_strdup_printf (_("“%1$s” cannot be brought back here. Type “%2$s” to confirm: "), heading, word);
  typed = bridge_cli_ask (question, error);
  explicit_bzero (heading, strlen (heading));
  explicit_bzero (question, strlen (question));
  if (!typed)
    return FALSE;
  if (!g_str_equal (typed, word))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That is another word. Nothing was removed."));
      return FALSE;
    }
  if (!bridge_private_remove (private_space, bridge_private_entry_get_id (entry), error))
    return FALSE;
  bridge_cli_print (cli, "%s\n", _("Removed"));
  return TRUE;
}

const BridgeCliVerb bridge_cli_private_entry_verbs[] = {
  { "private write", "", N_("Write a journal entry of what comes on standard input."), private_write },
  { "private observe", "", N_("Write an observation; what is not on standard input is asked for."), private_observe },
  { "private safety", "", N_("Write down how safe it felt, for you alone."), private_safety },
  { "private check-in", "", N_("Write down how you are, for you alone; each word is asked for."), private_check_in },
  { "private edit", "", N_("Ask which entry, and change it."), private_edit },
  { "private remove", "", N_("Ask which entry, and remove it after a confirmation."), private_remove },
  { NULL },
};
