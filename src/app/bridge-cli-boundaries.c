/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-template.h"
#include "bridge-text-diff.h"

static char *
format_day (BridgeCli *cli, gint64 utc_ms)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (cli->clock);

  return bridge_local_format_date (bridge_local_from_utc_ms (utc_ms, zone));
}

/* At the beginning of a sentence. */
static char *
dup_name (BridgeCli *cli, const char *person_id)
{
  g_autofree char *called = bridge_space_dup_called (cli->space, person_id, TRUE);

  return bridge_cli_one_line (called);
}

static const char *
get_state_words (BridgeBoundary *boundary)
{
  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_PROPOSED)
    return _("proposed");
  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED)
    return _("ended");
  return bridge_boundary_get_waiting (boundary) ? _("in force, a change is proposed") : _("in force");
}

static BridgeRevision *
get_shown (BridgeBoundary *boundary)
{
  BridgeRevision *current = bridge_boundary_get_current (boundary);

  return current ? current : bridge_boundary_get_waiting (boundary);
}

/* "Phones  Robin's  in force" */
static char *
describe (BridgeCli *cli, BridgeBoundary *boundary)
{
  const char *kind = bridge_boundary_kind_get_label (bridge_boundary_get_kind (boundary));
  const char *use = bridge_phrase_use_get_label (bridge_boundary_get_use (boundary));
  const char *holder = bridge_boundary_get_holder (boundary);
  g_autofree char *name = holder ? dup_name (cli, holder) : NULL;

  return g_strjoin ("  ", *use ? use : kind, get_state_words (boundary), name, NULL);
}

static gboolean
boundary_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean ended = FALSE;
  GOptionEntry entries[] = {
    { "ended", 0, 0, G_OPTION_ARG_NONE, &ended, _("Those that have ended, too"), NULL },
    { NULL },
  };
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *boundaries;
  guint n = 0;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  boundaries = bridge_space_get_boundaries (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);
      g_autofree char *id = bridge_cli_shorten_id (boundaries, bridge_boundary_get_id (boundary));
      g_autofree char *line = describe (cli, boundary);
      g_autofree char *text = bridge_cli_one_line (bridge_revision_get_text (get_shown (boundary)));

      if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED && !ended)
        continue;
      n++;
      if (cli->json)
        json_array_add_element (array, bridge_cli_json_boundary (cli, boundary, NULL));
      else
        bridge_cli_print (cli, "%s  %s  %s\n", id, line, text);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (n == 0)
    bridge_cli_print (cli, "%s\n", _("No boundaries yet. “footbridge boundary templates” has sentences to begin with."));
  return TRUE;
}

/* What is given for the review: a date, "none", or nothing, which leaves @review_on as it is. */
static gboolean
parse_review (BridgeCli *cli, const char *text, BridgeLocal *review_on, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "none"))
    return bridge_cli_parse_date (cli, text, review_on, error);
  *review_on = BRIDGE_LOCAL_NONE;
  return TRUE;
}

static gboolean
print_boundary (BridgeCli *cli, BridgeBoundary *boundary)
{
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_boundary (cli, boundary, NULL));
  else
    bridge_cli_print (cli, "%s\n", bridge_boundary_get_id (boundary));
  return TRUE;
}

static gboolean
boundary_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *template_id = NULL;
  g_autofree char *kind_nick = NULL;
  g_autofree char *use_nick = NULL;
  g_autofree char *review = NULL;
  gboolean mine = FALSE;
  GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_id, _("Begin with this sentence of “footbridge boundary templates”"), _("ID") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_nick, _("What it is about: pause-rule, quiet, phones …"), _("KIND") },
    { "use", 0, 0, G_OPTION_ARG_STRING, &use_nick, _("What a phrase is for: stepping-out, coming-back, repairing or inviting"), _("USE") },
    { "mine", 0, 0, G_OPTION_ARG_NONE, &mine, _("A limit of your own"), NULL },
    { "review", 0, 0, G_OPTION_ARG_STRING, &review, _("The day on which to look at it again, or “none”"), _("DATE") },
    { NULL },
  };
  g_autoptr (GListModel) templates = NULL;
  g_autoptr (BridgeBoundaryTemplate) template = NULL;
  g_autoptr (BridgeBoundary) boundary = NULL;
  g_autoptr (BridgeBoundary) stored = NULL;
  BridgeLocal review_on = BRIDGE_LOCAL_NONE;
  const char *text;
  const char *speaker;
  int kind = BRIDGE_BOUNDARY_OTHER;
  int use = BRIDGE_PHRASE_NONE;

  if (!bridge_cli_parse (cli, entries, 0, 1, &argc, &argv, error))
    return FALSE;
  if (argc == 0 && template_id == NULL)
    return bridge_cli_usage_error (cli, _("Say it in a sentence, or choose one with --template ID"), error);
  if ((kind_nick && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_BOUNDARY_KIND, kind_nick, &kind, error))
      || (use_nick && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_PHRASE_USE, use_nick, &use, error)))
    return FALSE;
  if (template_id)
    {
      templates = bridge_boundary_templates_load (bridge_cli_is_solo (cli), error);
      template = templates ? bridge_boundary_templates_find (templates, template_id, error) : NULL;
      if (template == NULL)
        return FALSE;
      review_on = bridge_boundary_template_get_review_on (template, bridge_cli_now (cli));
    }
  if (!parse_review (cli, review, &review_on, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  speaker = bridge_person_get_id (bridge_space_get_speaker (cli->space));
  boundary = template ? bridge_boundary_template_to_boundary (template, speaker) : bridge_boundary_new (kind, NULL);
  text = argc > 0 ? argv[0] : bridge_boundary_template_get_text (template);
  if (kind_nick)
    g_object_set (boundary, "kind", kind, NULL);
  if (use_nick)
    g_object_set (boundary, "use", use, NULL);
  if (mine || bridge_boundary_get_kind (boundary) == BRIDGE_BOUNDARY_PERSONAL_LIMIT)
    g_object_set (boundary, "holder", speaker, NULL);

  stored = bridge_space_add_boundary (cli->space, boundary, text, review_on, error);
  return stored && print_boundary (cli, stored);
}

static void
print_difference (BridgeCli *cli, BridgeRevision *before, BridgeRevision *after)
{
  static const char *const marks[][2] = { { "", "" }, { "[-", "-]" }, { "{+", "+}" } };
  g_autoptr (GPtrArray) runs = bridge_text_diff (bridge_revision_get_text (before), bridge_revision_get_text (after));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;

  if (!bridge_text_diff_has_changes (runs))
    return;
  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (text, "%s%s%s", marks[run->kind][0], run->text, marks[run->kind][1]);
    }
  line = bridge_cli_one_line (text->str);
  /* Translators: %s is a sentence in which the words that went and came are marked. */
  bridge_cli_print (cli, _("   What changed: %s\n"), line);
}

static void
print_revision (BridgeCli *cli, BridgeBoundary *boundary, BridgeRevision *revision, BridgeRevision *before)
{
  g_autofree char *author = dup_name (cli, bridge_revision_get_written_by (revision));
  g_autofree char *day = format_day (cli, bridge_revision_get_written_at (revision));
  g_autofree char *text = bridge_cli_one_line (bridge_revision_get_text (revision));
  int number = bridge_revision_get_number (revision);

  bridge_cli_print (cli, "\n");
  if (number == bridge_boundary_get_waiting_number (boundary))
    /* Translators: a number, a name and a date */
    bridge_cli_print (cli, _("%1$d. %2$s proposed this on %3$s:\n"), number, author, day);
  else
    /* Translators: a number, a name and a date */
    bridge_cli_print (cli, _("%1$d. %2$s wrote this on %3$s:\n"), number, author, day);
  bridge_cli_print (cli, "   %s\n", text);
  if (before)
    print_difference (cli, before, revision);
  for (guint i = 0; i < bridge_revision_get_n_agreements (revision); i++)
    {
      const BridgeAgreement *agreement = bridge_revision_get_agreement (revision, i);
      g_autofree char *name = dup_name (cli, agreement->person_id);
      g_autofree char *on = format_day (cli, agreement->at);

      if (bridge_space_shows_agreements (cli->space, boundary, revision))
        /* Translators: a name and a date */
        bridge_cli_print (cli, _("   %1$s agreed on %2$s.\n"), name, on);
    }
}

/* When it ended, or until when it need not be looked at. */
static void
print_dates (BridgeCli *cli, BridgeBoundary *boundary)
{
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (bridge_boundary_get_state (boundary) != BRIDGE_BOUNDARY_ENDED)
    {
      if (bridge_boundary_get_review_on (boundary) == BRIDGE_LOCAL_NONE)
        return;
      day = bridge_local_format_date (bridge_boundary_get_review_on (boundary));
      bridge_cli_print (cli, _("To be looked at again on %s.\n"), day);
      return;
    }

  day = format_day (cli, bridge_boundary_get_ended_at (boundary));
  /* With somebody's leaving it ended by itself. */
  if (bridge_boundary_get_ended_by (boundary) == NULL)
    {
      bridge_cli_print (cli, _("Ended on %s.\n"), day);
      return;
    }
  name = dup_name (cli, bridge_boundary_get_ended_by (boundary));
  /* Translators: a name and a date */
  bridge_cli_print (cli, _("%1$s ended it on %2$s.\n"), name, day);
}

static gboolean
boundary_show (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;

  boundary = bridge_space_find_boundary (cli->space, argv[0], error);
  revisions = boundary ? bridge_space_list_revisions (cli->space, bridge_boundary_get_id (boundary), error) : NULL;
  if (revisions == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_boundary (cli, boundary, revisions));
      return TRUE;
    }

  line = describe (cli, boundary);
  bridge_cli_print (cli, "%s\n%s\n", bridge_boundary_get_id (boundary), line);
  print_dates (cli, boundary);
  for (guint i = 0; i < revisions->len; i++)
    print_revision (cli, boundary, g_ptr_array_index (revisions, i), i > 0 ? g_ptr_array_index (revisions, i - 1) : NULL);
  return TRUE;
}

/* How it stands after a step; what is gone as if it had never been is said so. */
static gboolean
print_standing (BridgeCli *cli, const char *id)
{
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (cli->space, id, NULL);
  g_autofree char *line = boundary ? describe (cli, boundary) : NULL;

  if (cli->json)
    bridge_cli_print_json (cli, boundary ? bridge_cli_json_boundary (cli, boundary, NULL) : json_node_new (JSON_NODE_NULL));
  else if (boundary)
    bridge_cli_print (cli, "%s\n", line);
  else
    bridge_cli_print (cli, "%s\n", _("Taken back."));
  return TRUE;
}

static BridgeBoundary *
find_boundary (BridgeCli *cli, const char *id, GError **error)
{
  return bridge_cli_require_speaker (cli, error) ? bridge_space_find_boundary (cli->space, id, error) : NULL;
}

/* What somebody decided alone, put to the other one as it is: what theirs is stays theirs. */
static gboolean
boundary_propose (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeBoundary) own = NULL;
  g_autoptr (BridgeBoundary) shared = NULL;
  g_autoptr (BridgeBoundary) stored = NULL;
  BridgeLocal review_on;
  const char *problem = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  own = find_boundary (cli, argv[0], error);
  if (own == NULL)
    return FALSE;
  if (bridge_space_get_partner (cli->space) == NULL)
    problem = _("You are alone here, so there is nobody to ask. Nothing was changed.");
  else if (bridge_boundary_get_holder (own) == NULL)
    problem = _("This is for both of you already. Other words are proposed with “footbridge boundary revise”.");
  else if (bridge_space_get_boundary_role (cli->space, own) != BRIDGE_BOUNDARY_ALONE)
    problem = _("This is the other one’s own. Only they propose it.");
  else if (bridge_boundary_get_kind (own) == BRIDGE_BOUNDARY_PERSONAL_LIMIT)
    problem = _("A personal limit is its holder’s alone and holds without a yes. Nothing was changed.");
  else if (!bridge_boundary_is_in_force (own))
    problem = _("This has ended. Bring it back first.");
  if (problem != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, problem);
      return FALSE;
    }

  shared = bridge_boundary_new (bridge_boundary_get_kind (own), NULL);
  g_object_set (shared, "use", bridge_boundary_get_use (own), "template", bridge_boundary_get_template (own), NULL);
  /* A day that has come is looked at just now. */
  review_on = bridge_boundary_get_review_on (own);
  if (review_on != BRIDGE_LOCAL_NONE && review_on < bridge_local_day_start (bridge_cli_now (cli)))
    review_on = BRIDGE_LOCAL_NONE;
  stored = bridge_space_add_boundary (cli->space, shared, bridge_revision_get_text (get_shown (own)), review_on, error);
  return stored && print_boundary (cli, stored);
}

static gboolean
boundary_revise (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *review = NULL;
  GOptionEntry entries[] = {
    { "review", 0, 0, G_OPTION_ARG_STRING, &review, _("The day on which to look at it again, or “none”"), _("DATE") },
    { NULL },
  };
  g_autoptr (BridgeBoundary) boundary = NULL;
  BridgeLocal review_on;
  const char *text;

  if (!bridge_cli_parse (cli, entries, 1, 2, &argc, &argv, error))
    return FALSE;

  boundary = find_boundary (cli, argv[0], error);
  if (boundary == NULL)
    return FALSE;
  review_on = bridge_boundary_get_review_on (boundary);
  if (!parse_review (cli, review, &review_on, error))
    return FALSE;
  text = argc > 1 ? argv[1] : bridge_revision_get_text (get_shown (boundary));
  return bridge_space_revise_boundary (cli->space, bridge_boundary_get_id (boundary), text, review_on, error)
         && print_standing (cli, bridge_boundary_get_id (boundary));
}

static gboolean
boundary_review (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;
  BridgeLocal review_on = BRIDGE_LOCAL_NONE;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error) || !parse_review (cli, argv[1], &review_on, error))
    return FALSE;

  boundary = find_boundary (cli, argv[0], error);
  return boundary && bridge_space_set_boundary_review (cli->space, bridge_boundary_get_id (boundary), review_on, error)
         && print_standing (cli, bridge_boundary_get_id (boundary));
}

typedef gboolean (*Step) (BridgeSpace *space, const char *id, GError **error);

static gboolean
take_step (BridgeCli *cli, int argc, char **argv, Step step, GError **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  boundary = find_boundary (cli, argv[0], error);
  return boundary && step (cli->space, bridge_boundary_get_id (boundary), error)
         && print_standing (cli, bridge_boundary_get_id (boundary));
}

static gboolean
boundary_agree (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return take_step (cli, argc, argv, bridge_space_agree_boundary, error);
}

static gboolean
boundary_withdraw (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return take_step (cli, argc, argv, bridge_space_withdraw_boundary, error);
}

static gboolean
boundary_end (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return take_step (cli, argc, argv, bridge_space_end_boundary, error);
}

static JsonNode *
template_to_json (BridgeBoundaryTemplate *template)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", bridge_boundary_template_get_id (template));
  json_object_set_string_member (object, "kind",
                                 bridge_enum_to_nick (BRIDGE_TYPE_BOUNDARY_KIND, bridge_boundary_template_get_kind (template)));
  json_object_set_string_member (object, "use",
                                 bridge_enum_to_nick (BRIDGE_TYPE_PHRASE_USE, bridge_boundary_template_get_use (template)));
  json_object_set_boolean_member (object, "own", bridge_boundary_template_get_own (template));
  json_object_set_string_member (object, "text", bridge_boundary_template_get_text (template));
  json_object_set_string_member (object, "why", bridge_boundary_template_get_why (template));
  json_object_set_int_member (object, "review_weeks", bridge_boundary_template_get_review_weeks (template));
  json_node_take_object (node, object);
  return node;
}

static gboolean
boundary_templates (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GListModel) templates = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error))
    return FALSE;
  templates = bridge_boundary_templates_load (bridge_cli_is_solo (cli), error);
  if (templates == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (BridgeBoundaryTemplate) template = g_list_model_get_item (templates, i);

      if (cli->json)
        json_array_add_element (array, template_to_json (template));
      else
        bridge_cli_print (cli, "%-24s  %s\n", bridge_boundary_template_get_id (template),
                          bridge_boundary_template_get_text (template));
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  return TRUE;
}

const BridgeCliVerb bridge_cli_boundary_verbs[] = {
  { "boundary templates", "", N_("List sentences for boundaries to begin with."), boundary_templates },
  { "boundary list", "[--ended]", N_("List what is in force, and what is proposed."), boundary_list },
  { "boundary add", "[TEXT] [--template ID] [--kind KIND] [--use USE] [--mine] [--review DATE]",
    N_("Write a boundary and print its id: a limit of your own, or one that is proposed to the other one."), boundary_add },
  { "boundary propose", "BOUNDARY", N_("Ask the other one whether what you decided alone may be of both, and print the id."),
    boundary_propose },
  { "boundary show", "BOUNDARY", N_("Show all its revisions, and what changed from one to the next."), boundary_show },
  { "boundary revise", "BOUNDARY [TEXT] [--review DATE]", N_("Write other words, or bring an ended one back."), boundary_revise },
  { "boundary agree", "BOUNDARY", N_("Agree to what the other one proposed."), boundary_agree },
  { "boundary withdraw", "BOUNDARY", N_("Take back what you proposed."), boundary_withdraw },
  { "boundary review", "BOUNDARY DATE", N_("Look at it again on an earlier day."), boundary_review },
  { "boundary end", "BOUNDARY", N_("End it at once."), boundary_end },
  { NULL },
};
