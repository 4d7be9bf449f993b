/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-cares.h"
#include "bridge-space-meanings.h"
#include "bridge-words.h"

/* What the two like, and what each does for themself. */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static JsonNode *
json_meaning (BridgeCli *cli, BridgeMeaning *meaning)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BridgeRitual *ritual = bridge_space_peek_ritual_of_meaning (cli->space, meaning);

  json_builder_begin_object (builder);
  add_string (builder, "id", bridge_meaning_get_id (meaning));
  add_string (builder, "text", bridge_meaning_get_text (meaning));
  add_string (builder, "kind", bridge_enum_to_nick (BRIDGE_TYPE_MEANING_KIND, bridge_meaning_get_kind (meaning)));
  add_string (builder, "tense", bridge_enum_to_nick (BRIDGE_TYPE_MEANING_TENSE, bridge_meaning_get_tense (meaning)));
  add_string (builder, "added_by", bridge_meaning_get_added_by (meaning));
  add_string (builder, "ritual_id", ritual ? bridge_ritual_get_id (ritual) : NULL);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
json_care (BridgeCli *cli, BridgeCare *care)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BridgeRitual *ritual = bridge_space_peek_ritual_of_care (cli->space, care);
  BridgeLocal review = bridge_care_get_review_on (care);
  g_autofree char *date = review != BRIDGE_LOCAL_NONE ? bridge_local_format_date (review) : NULL;

  json_builder_begin_object (builder);
  add_string (builder, "id", bridge_care_get_id (care));
  add_string (builder, "area", bridge_enum_to_nick (BRIDGE_TYPE_CARE_AREA, bridge_care_get_area (care)));
  add_string (builder, "text", bridge_care_get_text (care));
  add_string (builder, "ritual_id", ritual ? bridge_ritual_get_id (ritual) : NULL);
  add_string (builder, "review_on", date);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
meaning_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *kind_text = NULL;
  gboolean once = FALSE;
  GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_text, _("hobby (the usual), value or hope"), _("KIND") },
    { "once", 0, 0, G_OPTION_ARG_NONE, &once, _("You enjoyed it once, rather than want to try it"), NULL },
    { NULL },
  };
  g_autoptr (BridgeMeaning) meaning = NULL;
  g_autoptr (BridgeMeaning) stored = NULL;
  int kind = BRIDGE_MEANING_HOBBY;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error)
      || (kind_text && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_MEANING_KIND, kind_text, &kind, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  meaning = bridge_meaning_new (argv[0], kind, once ? BRIDGE_MEANING_ONCE : BRIDGE_MEANING_TO_TRY);
  stored = bridge_space_add_meaning (cli->space, meaning, error);
  if (stored == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, json_meaning (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_meaning_get_id (stored));
  return TRUE;
}

static gboolean
meaning_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *meanings;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  meanings = bridge_space_get_meanings (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (meanings); i++)
    {
      g_autoptr (BridgeMeaning) meaning = g_list_model_get_item (meanings, i);
      g_autofree char *id = bridge_cli_shorten_id (meanings, bridge_meaning_get_id (meaning));
      g_autofree char *text = bridge_cli_one_line (bridge_meaning_get_text (meaning));
      const char *tense = bridge_meaning_get_tense (meaning) == BRIDGE_MEANING_ONCE ? _("Enjoyed once") : _("To try");

      if (cli->json)
        json_array_add_element (array, json_meaning (cli, meaning));
      else
        bridge_cli_print (cli, "%s  %s  %s  %s\n", id, bridge_meaning_kind_get_label (bridge_meaning_get_kind (meaning)), tense,
                          text);
    }
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (g_list_model_get_n_items (meanings) == 0)
    bridge_cli_print (cli, "%s\n", _("There is nothing on the list yet. Add something with “footbridge meaning add TEXT”."));
  return TRUE;
}

static gboolean
meaning_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeMeaning) meaning = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  meaning = bridge_space_find_meaning (cli->space, argv[0], error);
  if (meaning == NULL || !bridge_space_remove_meaning (cli->space, bridge_meaning_get_id (meaning), error))
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, json_meaning (cli, meaning));
    }
  else
    {
      g_autofree char *text = bridge_cli_one_line (bridge_meaning_get_text (meaning));

      bridge_cli_print (cli, _("Removed: %s\n"), text);
    }
  return TRUE;
}

const BridgeCliVerb bridge_cli_meaning_verbs[] = {
  { "meaning add", "TEXT [--kind KIND] [--once]", N_("Add to what you both once enjoyed or want to try, and print its id."),
    meaning_add },
  { "meaning list", "", N_("List what you both once enjoyed or want to try."), meaning_list },
  { "meaning remove", "MEANING", N_("Take off the list what one has added oneself."), meaning_remove },
  { NULL },
};

static gboolean
care_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeCare) stored = NULL;
  int area;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error)
      || !bridge_cli_parse_nick (cli, BRIDGE_TYPE_CARE_AREA, argv[0], &area, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  stored = bridge_space_add_care (cli->space, area, argv[1], error);
  if (stored == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, json_care (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_care_get_id (stored));
  return TRUE;
}

static gboolean
print_plan (BridgeCli *cli)
{
  g_autoptr (GPtrArray) own = bridge_space_list_own_cares (cli->space);
  g_autoptr (JsonArray) array = json_array_new ();
  BridgeLocal review = bridge_space_get_care_review (cli->space);
  g_autofree char *day = review != BRIDGE_LOCAL_NONE ? bridge_words_day (review, bridge_cli_now (cli)) : NULL;

  for (guint i = 0; i < own->len; i++)
    {
      BridgeCare *care = g_ptr_array_index (own, i);
      g_autofree char *text = bridge_cli_one_line (bridge_care_get_text (care));

      if (cli->json)
        json_array_add_element (array, json_care (cli, care));
      else
        bridge_cli_print (cli, "%.8s  %s  %s\n", bridge_care_get_id (care),
                          bridge_care_area_get_label (bridge_care_get_area (care)), text);
    }
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (own->len == 0)
    bridge_cli_print (cli, "%s\n", _("There is nothing in your plan yet. Add something with “footbridge care add AREA TEXT”."));
  else if (day)
    /* Translators: %s is a day */
    bridge_cli_print (cli, _("To be looked at: %s\n"), day);
  return TRUE;
}

static gboolean
care_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) && bridge_cli_require_speaker (cli, error) && print_plan (cli);
}

static gboolean
care_review (BridgeCli *cli, int argc, char **argv, GError **error)
{
  BridgeLocal day = BRIDGE_LOCAL_NONE;

  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
         && (g_str_equal (argv[0], "none") || bridge_cli_parse_date (cli, argv[0], &day, error))
         && bridge_cli_require_speaker (cli, error) && bridge_space_set_care_review (cli->space, day, error) && print_plan (cli);
}

static gboolean
care_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeCare) care = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  care = bridge_space_find_care (cli->space, argv[0], error);
  return care && bridge_space_remove_care (cli->space, bridge_care_get_id (care), error) && print_plan (cli);
}

const BridgeCliVerb bridge_cli_care_verbs[] = {
  { "care add", "AREA TEXT", N_("Add to one’s own plan for sleep, food, movement, stress, friends or interests."), care_add },
  { "care list", "", N_("List one’s own plan; nobody sees the other one’s."), care_list },
  { "care review", "DATE|none", N_("Set the day for looking at one’s own plan; a reminder comes then."), care_review },
  { "care remove", "CARE", N_("Take something out of one’s own plan."), care_remove },
  { NULL },
};
