/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-check-in-words.h"
#include "bridge-space-check-ins.h"
#include "bridge-words.h"

/* Check-ins for both to see. A private one is written in a private space, of which nothing is an argument. */

#define DAYS 7
#define MAX_DAYS 3660

typedef struct {
  char *scales[BRIDGE_N_SHOWN_SCALES];
  char *words;
} Fields;

static void
fields_clear (Fields *fields)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    g_free (fields->scales[scale]);
  g_free (fields->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

#define FIELD_ENTRIES(fields) \
  { "mood", 0, 0, G_OPTION_ARG_STRING, &(fields).scales[BRIDGE_SCALE_MOOD], _("1 (heavy) to 5 (bright), or the word"), _("STEP") }, \
  { "energy", 0, 0, G_OPTION_ARG_STRING, &(fields).scales[BRIDGE_SCALE_ENERGY], _("1 (empty) to 5 (full), or the word"), _("STEP") }, \
  { "closeness", 0, 0, G_OPTION_ARG_STRING, &(fields).scales[BRIDGE_SCALE_CLOSENESS], _("1 (far) to 5 (close), or the word"), _("STEP") }, \
  { "talking", 0, 0, G_OPTION_ARG_STRING, &(fields).scales[BRIDGE_SCALE_TALKING], _("How talking went: 1 (stuck) to 5 (open), or the word"), _("STEP") }, \
  { "words", 0, 0, G_OPTION_ARG_STRING, &(fields).words, _("Own words"), _("TEXT") }

/* A number, or a word as people read it. */
static gboolean
parse_step (BridgeCli *cli, BridgeScale scale, const char *text, int *step, GError **error)
{
  g_autoptr (GString) choices = g_string_new (NULL);
  g_autofree char *message = NULL;
  gint64 number;

  if (bridge_text_to_int (text, 0, BRIDGE_SCALE_MAX, &number))
    {
      *step = (int) number;
      return TRUE;
    }
  for (int i = 1; i <= BRIDGE_SCALE_MAX; i++)
    {
      if (bridge_text_same_name (text, bridge_scale_get_word (scale, i)))
        {
          *step = i;
          return TRUE;
        }
      g_string_append_printf (choices, "%s%d %s", i > 1 ? ", " : "", i, bridge_scale_get_word (scale, i));
    }
  /* Translators: %1$s is what was typed, %2$s what can be: “1 Heavy, 2 Low, …” */
  message = g_strdup_printf (_("“%1$s” is none of: %2$s; 0 leaves it open"), text, choices->str);
  return bridge_cli_usage_error (cli, message, error);
}

static gboolean
apply_fields (BridgeCli *cli, BridgeCheckIn *check_in, const Fields *fields, GError **error)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    {
      int step = 0;

      if (fields->scales[scale] == NULL)
        continue;
      if (!parse_step (cli, scale, fields->scales[scale], &step, error))
        return FALSE;
      bridge_check_in_set_step (check_in, scale, step);
    }
  if (fields->words)
    g_object_set (check_in, "words", fields->words, NULL);
  return TRUE;
}

/* "Monday, 23 November  Ada  Mood: Light · Energy: Tired  A long day" */
static char *
check_in_to_line (BridgeCli *cli, BridgeCheckIn *check_in)
{
  g_autofree char *day = bridge_words_day (bridge_check_in_get_on (check_in), bridge_cli_now (cli));
  g_autofree char *scales = bridge_check_in_dup_scales (check_in);
  g_autofree char *words = bridge_cli_one_line (bridge_check_in_get_words (check_in));
  g_autofree char *name = bridge_cli_one_line (bridge_cli_name_of (cli, bridge_check_in_get_person_id (check_in)));
  g_autoptr (GString) line = g_string_new (day);

  if (!bridge_cli_is_solo (cli))
    g_string_append_printf (line, "  %s", name);
  if (*scales)
    g_string_append_printf (line, "  %s", scales);
  if (*words)
    g_string_append_printf (line, "  %s", words);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gboolean
check_in_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { { NULL } };
  gboolean together = FALSE;
  GOptionEntry entries[] = {
    FIELD_ENTRIES (fields),
    { "together", 0, 0, G_OPTION_ARG_NONE, &together, _("Have it wait until both are ready to open theirs"), NULL },
    { NULL },
  };
  g_autoptr (BridgeCheckIn) check_in = NULL;
  g_autoptr (BridgeCheckIn) stored = NULL;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error))
    return FALSE;
  check_in = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  if (!apply_fields (cli, check_in, &fields, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  stored = together ? bridge_space_write_together (cli->space, check_in, error)
                    : bridge_space_add_check_in (cli->space, check_in, error);
  if (stored == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_check_in (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_check_in_get_id (stored));
  return TRUE;
}

static char *
shorten (GPtrArray *check_ins, BridgeCheckIn *check_in)
{
  g_autoptr (GListStore) list = g_list_store_new (BRIDGE_TYPE_CHECK_IN);

  g_list_store_splice (list, 0, 0, check_ins->pdata, check_ins->len);
  return bridge_cli_shorten_id (G_LIST_MODEL (list), bridge_check_in_get_id (check_in));
}

static gboolean
check_in_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *days_text = NULL;
  GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days_text, _("How many days back, with today; 7 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (JsonArray) array = json_array_new ();
  BridgeLocal today = bridge_local_day_start (bridge_cli_now (cli));
  int days = DAYS;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (days_text && !bridge_cli_parse_number (cli, days_text, 1, MAX_DAYS, &days, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  check_ins = bridge_space_list_check_ins (cli->space, today - (days - 1) * BRIDGE_DAY, today + BRIDGE_DAY, error);
  if (check_ins == NULL)
    return FALSE;

  for (guint i = 0; i < check_ins->len; i++)
    {
      BridgeCheckIn *check_in = g_ptr_array_index (check_ins, i);
      g_autofree char *id = shorten (check_ins, check_in);
      g_autofree char *line = check_in_to_line (cli, check_in);

      if (cli->json)
        json_array_add_element (array, bridge_cli_json_check_in (cli, check_in));
      else
        bridge_cli_print (cli, "%s  %s\n", id, line);
    }
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (check_ins->len == 0)
    bridge_cli_print (cli, "%s\n", _("There is no check-in to show here. Write one with “footbridge check-in add --mood 4”."));
  return TRUE;
}

static gboolean
check_in_edit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { { NULL } };
  GOptionEntry entries[] = {
    FIELD_ENTRIES (fields),
    { NULL },
  };
  g_autoptr (BridgeCheckIn) check_in = NULL;
  g_autoptr (BridgeCheckIn) after = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  check_in = bridge_space_find_check_in (cli->space, argv[0], error);
  if (check_in == NULL || !apply_fields (cli, check_in, &fields, error)
      || !bridge_space_update_check_in (cli->space, check_in, error))
    return FALSE;

  after = bridge_space_find_check_in (cli->space, bridge_check_in_get_id (check_in), error);
  if (after == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_check_in (cli, after));
      return TRUE;
    }
  line = check_in_to_line (cli, after);
  bridge_cli_print (cli, "%s\n", line);
  return TRUE;
}

static gboolean
check_in_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeCheckIn) check_in = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  check_in = bridge_space_find_check_in (cli->space, argv[0], error);
  if (check_in == NULL || !bridge_space_remove_check_in (cli->space, bridge_check_in_get_id (check_in), error))
    return FALSE;

  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_check_in (cli, check_in));
      return TRUE;
    }
  line = check_in_to_line (cli, check_in);
  bridge_cli_print (cli, _("Removed: %s\n"), line);
  return TRUE;
}

/* ---- Opened together */

/* What one has in the round, or that there is nothing. It says nothing about the other one. */
static gboolean
check_in_waiting (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeCheckIn) waiting = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  waiting = bridge_space_get_waiting_check_in (cli->space, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (cli->json)
    {
      bridge_cli_print_json (cli, waiting ? bridge_cli_json_check_in (cli, waiting) : json_node_new (JSON_NODE_NULL));
      return TRUE;
    }
  if (waiting == NULL)
    {
      bridge_cli_print (cli, "%s\n", _("Nothing of yours waits to be opened together."));
      return TRUE;
    }
  line = check_in_to_line (cli, waiting);
  if (bridge_space_is_ready_to_open (cli->space, waiting))
    /* Translators: %s is a check-in */
    bridge_cli_print (cli, _("Ready to be opened together: %s\n"), line);
  else
    /* Translators: %s is a check-in */
    bridge_cli_print (cli, _("Written to be opened together: %s\n"), line);
  return TRUE;
}

static gboolean
print_step (BridgeCli *cli, gboolean opened, const char *otherwise)
{
  if (cli->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_object_set_boolean_member (object, "opened", opened);
      json_node_set_object (node, object);
      bridge_cli_print_json (cli, node);
    }
  else
    bridge_cli_print (cli, "%s\n", opened ? _("Both were ready. You can read both with “footbridge check-in list”.") : otherwise);
  return TRUE;
}

static gboolean
check_in_ready (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean opened;

  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && bridge_space_say_ready (cli->space, &opened, error)
         && print_step (cli, opened, _("You are ready. Both open when both of you are, today."));
}

static gboolean
check_in_not_yet (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && bridge_space_say_not_yet (cli->space, error)
         && print_step (cli, FALSE, _("Yours stays closed until you say that you are ready."));
}

static gboolean
check_in_take_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeCheckIn) taken = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  taken = bridge_space_take_back_check_in (cli->space, error);
  if (taken == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_check_in (cli, taken));
      return TRUE;
    }
  line = check_in_to_line (cli, taken);
  /* Translators: %s is a check-in */
  bridge_cli_print (cli, _("Taken back; it is kept nowhere any more: %s\n"), line);
  return TRUE;
}

const BridgeCliVerb bridge_cli_check_in_verbs[] = {
  { "check-in add", "[--mood STEP] [--energy STEP] [--closeness STEP] [--talking STEP] [--words TEXT] [--together]",
    N_("Write down how you are today, for both to see or to be opened together, and print its id."), check_in_add },
  { "check-in list", "[--days N]", N_("List the check-ins of the last days that you can read."), check_in_list },
  { "check-in edit", "CHECK-IN [--mood STEP] [--energy STEP] [--closeness STEP] [--talking STEP] [--words TEXT]",
    N_("Change one of yours of today."), check_in_edit },
  { "check-in remove", "CHECK-IN", N_("Remove one of yours."), check_in_remove },
  { "check-in waiting", "", N_("Show what you wrote to be opened together."), check_in_waiting },
  { "check-in ready", "", N_("Say that you are ready to open both today."), check_in_ready },
  { "check-in not-yet", "", N_("Take back that you are ready."), check_in_not_yet },
  { "check-in take-back", "", N_("Take back what you wrote to be opened together, and print it."), check_in_take_back },
  { NULL },
};
