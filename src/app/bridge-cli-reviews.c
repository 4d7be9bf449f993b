/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-soft-start.h"
#include "bridge-space-reviews.h"
#include "bridge-words.h"

static void
add_local (JsonBuilder *builder, const char *name, BridgeLocal local)
{
  g_autofree char *text = local != BRIDGE_LOCAL_NONE ? bridge_local_format (local) : NULL;

  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_words (JsonBuilder *builder, BridgeReviewWords *words)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", bridge_review_words_get_id (words));
  add_string (builder, "part", bridge_enum_to_nick (BRIDGE_TYPE_REVIEW_PART, bridge_review_words_get_part (words)));
  add_string (builder, "person_id", bridge_review_words_get_person_id (words));
  add_string (builder, "text", bridge_review_words_get_text (words));
  add_string (builder, "win_id", bridge_review_words_get_win_id (words));
  json_builder_end_object (builder);
}

static gboolean
add_review (BridgeCli *cli, JsonBuilder *builder, BridgeReview *review, GError **error)
{
  g_autoptr (GPtrArray) words = bridge_space_load_review_words (cli->space, bridge_review_get_id (review), error);
  gint64 left = bridge_review_state_get_left (review, bridge_clock_now (cli->clock));

  if (words == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  add_string (builder, "id", bridge_review_get_id (review));
  add_string (builder, "ritual_id", bridge_review_get_ritual_id (review));
  add_local (builder, "start", bridge_review_get_start (review));
  add_local (builder, "begun_on", bridge_space_get_review_day (cli->space, review));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_REVIEW_STATE, bridge_review_get_state (review)));
  add_string (builder, "lead_id", bridge_review_get_lead_id (review));
  json_builder_set_member_name (builder, "interrupted");
  json_builder_add_boolean_value (builder, bridge_review_get_interrupted (review));
  json_builder_set_member_name (builder, "minutes_left");
  json_builder_add_int_value (builder, (left + BRIDGE_MS_PER_MINUTE - 1) / BRIDGE_MS_PER_MINUTE);
  add_local (builder, "next_on", bridge_review_get_next_on (review));
  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; i < words->len; i++)
    add_words (builder, g_ptr_array_index (words, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return TRUE;
}

static char *
name_words (BridgeCli *cli, BridgeReviewWords *words)
{
  const char *person = bridge_review_words_get_person_id (words);
  const char *name = person && bridge_space_get_partner (cli->space) ? bridge_cli_name_of (cli, person) : NULL;
  g_autofree char *clean = name ? bridge_cli_one_line (name) : NULL;
  g_autofree char *text = bridge_cli_one_line (bridge_review_words_get_text (words));
  const char *part = bridge_review_part_get_label (bridge_review_words_get_part (words));

  return clean ? g_strdup_printf ("%s  %s  %s", part, clean, text) : g_strdup_printf ("%s  %s", part, text);
}

/* What was said, in the order of the steps. */
static void
print_words (BridgeCli *cli, GPtrArray *words, gboolean ids)
{
  for (BridgeReviewPart part = BRIDGE_PART_APPRECIATION; part <= BRIDGE_PART_PLAN; part++)
    for (guint i = 0; i < words->len; i++)
      {
        BridgeReviewWords *one = g_ptr_array_index (words, i);
        g_autofree char *line = bridge_review_words_get_part (one) == part ? name_words (cli, one) : NULL;

        if (line && ids)
          bridge_cli_print (cli, "%.8s  %s\n", bridge_review_words_get_id (one), line);
        else if (line)
          bridge_cli_print (cli, "  %s\n", line);
      }
}

static void
print_open (BridgeCli *cli, BridgeReview *review)
{
  BridgeReviewInput input = bridge_space_get_review_input (cli->space);
  guint n_steps;
  guint position = bridge_review_state_get_position (bridge_review_get_state (review), &input, &n_steps);
  gint64 left = bridge_review_state_get_left (review, input.now);
  g_autofree char *minutes = bridge_words_minutes (MAX (1, (int) ((left + BRIDGE_MS_PER_MINUTE - 1) / BRIDGE_MS_PER_MINUTE)));
  const char *label = bridge_review_state_get_label (bridge_review_get_state (review));

  /* Translators: %1$u of %2$u steps; %3$s is what the step is called */
  bridge_cli_print (cli, _("Step %1$u of %2$u: %3$s\n"), position, n_steps, label);
  if (bridge_space_is_review_held (cli->space))
    bridge_cli_print (cli, "%s\n", _("It waits, as there is a pause just now."));
  else if (bridge_review_get_interrupted (review))
    bridge_cli_print (cli, "%s\n", _("It was left for now; “footbridge review resume” goes on with it."));
  else if (left > 0)
    /* Translators: %s is a time such as "5 minutes" */
    bridge_cli_print (cli, _("About %s are suggested for the rest of this step.\n"), minutes);
  if (bridge_review_get_lead_id (review) && bridge_space_get_partner (cli->space))
    /* Translators: %s is a name */
    bridge_cli_print (cli, _("%s leads.\n"), bridge_cli_name_of (cli, bridge_review_get_lead_id (review)));
}

static void
print_next (BridgeCli *cli, BridgeLocal next)
{
  g_autofree char *when = NULL;

  if (next == BRIDGE_LOCAL_NONE)
    return;
  when = bridge_local_get_second_of_day (next) == 0 ? bridge_words_day (next, bridge_cli_now (cli))
                                                    : bridge_words_when (next, bridge_cli_now (cli));
  /* Translators: %s is a day, perhaps with a time: "Sunday at 18:30" */
  bridge_cli_print (cli, _("The next review: %s\n"), when);
}

/* @none: what to say where none is open */
static gboolean
print_status_or (BridgeCli *cli, const char *none, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (cli->space, &local_error);
  BridgeLocal next = bridge_space_get_next_review (cli->space);

  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "open");
      if (open == NULL)
        json_builder_add_null_value (builder);
      else if (!add_review (cli, builder, open, error))
        return FALSE;
      json_builder_set_member_name (builder, "held");
      json_builder_add_boolean_value (builder, bridge_space_is_review_held (cli->space));
      add_local (builder, "next", next);
      json_builder_end_object (builder);
      bridge_cli_print_json (cli, json_builder_get_root (builder));
      return TRUE;
    }

  if (open == NULL)
    {
      bridge_cli_print (cli, "%s\n", none);
      print_next (cli, next);
    }
  else
    {
      g_autoptr (GPtrArray) words = bridge_space_load_review_words (cli->space, bridge_review_get_id (open), error);

      if (words == NULL)
        return FALSE;
      print_open (cli, open);
      print_words (cli, words, TRUE);
    }
  return TRUE;
}

static gboolean
print_status (BridgeCli *cli, GError **error)
{
  return print_status_or (cli, _("No review is open. Begin one with “footbridge review begin”."), error);
}

/* One was open before: where none is now, it is done. */
static gboolean
print_step (BridgeCli *cli, GError **error)
{
  return print_status_or (cli, _("The review is done, and what was noted stays."), error);
}

static gboolean
review_begin (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeReview) review = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  review = bridge_space_begin_review (cli->space, error);
  return review && print_status (cli, error);
}

static gboolean
review_status (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) && bridge_cli_require_speaker (cli, error)
         && print_status (cli, error);
}

static gboolean
step (BridgeCli *cli, int argc, char **argv, BridgeReviewEvent event, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) && bridge_cli_require_speaker (cli, error)
         && bridge_space_step_review (cli->space, event, error) && print_step (cli, error);
}

static gboolean
review_next (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, BRIDGE_REVIEW_EVENT_NEXT, error);
}

static gboolean
review_skip (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, BRIDGE_REVIEW_EVENT_SKIP, error);
}

static gboolean
review_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, BRIDGE_REVIEW_EVENT_BACK, error);
}

static gboolean
review_leave (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, BRIDGE_REVIEW_EVENT_INTERRUPT, error);
}

static gboolean
review_resume (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, BRIDGE_REVIEW_EVENT_RESUME, error);
}

static gboolean
review_finish (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *next = NULL;
  GOptionEntry entries[] = {
    { "next", 0, 0, G_OPTION_ARG_STRING, &next, _("The day of the next one, where no ritual says it"), _("DATE") },
    { NULL },
  };
  BridgeLocal next_on = BRIDGE_LOCAL_NONE;

  return bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
         && (next == NULL || bridge_cli_parse_date (cli, next, &next_on, error)) && bridge_cli_require_speaker (cli, error)
         && bridge_space_finish_review (cli->space, next_on, error) && print_step (cli, error);
}

/* What may be hard to hear is said, and nothing else happens. */
static void
print_hints (BridgeCli *cli, const char *text)
{
  g_autoptr (GPtrArray) hints = bridge_soft_start_find_hints (text);

  for (guint i = 0; i < hints->len; i++)
    {
      g_autofree char *sentence = bridge_soft_hint_dup_sentence (g_ptr_array_index (hints, i));

      bridge_cli_print (cli, "%s\n", sentence);
    }
}

static gboolean
review_say (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *win = NULL;
  GOptionEntry entries[] = {
    { "win", 0, 0, G_OPTION_ARG_STRING, &win, _("The small win that it is about"), _("WIN") },
    { NULL },
  };
  g_autoptr (BridgeReviewWords) words = NULL;
  int part;

  if (!bridge_cli_parse (cli, entries, 2, 2, &argc, &argv, error)
      || !bridge_cli_parse_nick (cli, BRIDGE_TYPE_REVIEW_PART, argv[0], &part, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  words = bridge_space_say_in_review (cli->space, part, NULL, argv[1], win, error);
  if (words == NULL)
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      add_words (builder, words);
      bridge_cli_print_json (cli, json_builder_get_root (builder));
      return TRUE;
    }
  bridge_cli_print (cli, "%s\n", bridge_review_words_get_id (words));
  if (part == BRIDGE_PART_ISSUE)
    print_hints (cli, bridge_review_words_get_text (words));
  return TRUE;
}

static gboolean
review_unsay (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) && bridge_cli_require_speaker (cli, error)
         && bridge_space_unsay_in_review (cli->space, argv[0], error) && print_status (cli, error);
}

static gboolean
review_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  reviews = bridge_space_load_reviews (cli->space, error);
  if (reviews == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < reviews->len; i++)
    {
      BridgeReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *when = bridge_words_date (bridge_space_get_review_day (cli->space, review), bridge_cli_now (cli));

      if (!cli->json)
        bridge_cli_print (cli, "%.8s  %s\n", bridge_review_get_id (review), when);
      else if (!add_review (cli, builder, review, error))
        return FALSE;
    }
  json_builder_end_array (builder);
  if (cli->json)
    bridge_cli_print_json (cli, json_builder_get_root (builder));
  else if (reviews->len == 0)
    bridge_cli_print (cli, "%s\n", _("No review has been finished yet."));
  return TRUE;
}

static gboolean
review_show (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeReview) review = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *when = NULL;
  BridgeLocal next;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  review = bridge_space_find_review (cli->space, argv[0], error);
  words = review ? bridge_space_load_review_words (cli->space, bridge_review_get_id (review), error) : NULL;
  if (words == NULL)
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      if (!add_review (cli, builder, review, error))
        return FALSE;
      bridge_cli_print_json (cli, json_builder_get_root (builder));
      return TRUE;
    }
  when = bridge_words_date (bridge_space_get_review_day (cli->space, review), bridge_cli_now (cli));
  next = bridge_review_get_next_on (review);
  bridge_cli_print (cli, "%s\n", when);
  print_words (cli, words, FALSE);
  if (words->len == 0)
    bridge_cli_print (cli, "%s\n", _("Nothing was written down. That is fine."));
  if (next >= bridge_local_day_start (bridge_cli_now (cli)))
    print_next (cli, next);
  return TRUE;
}

static gboolean
print_turns (BridgeCli *cli)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (BridgeDuty duty = BRIDGE_DUTY_LEAD; duty < BRIDGE_N_DUTIES; duty++)
    {
      BridgePerson *person = bridge_space_get_turn (cli->space, duty, bridge_cli_now (cli));

      if (person == NULL)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "duty", bridge_enum_to_nick (BRIDGE_TYPE_DUTY, duty));
      add_string (builder, "person_id", bridge_person_get_id (person));
      json_builder_end_object (builder);
      if (!cli->json)
        bridge_cli_print (cli, "%s: %s\n", bridge_duty_get_label (duty), bridge_person_get_name (person));
    }
  json_builder_end_array (builder);
  if (cli->json)
    bridge_cli_print_json (cli, json_builder_get_root (builder));
  else if (bridge_space_get_partner (cli->space) == NULL)
    bridge_cli_print (cli, "%s\n", _("Alone there are no turns."));
  return TRUE;
}

static gboolean
review_turns (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) && bridge_cli_require_speaker (cli, error)
         && print_turns (cli);
}

static gboolean
review_swap (BridgeCli *cli, int argc, char **argv, GError **error)
{
  int duty;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
      || !bridge_cli_parse_nick (cli, BRIDGE_TYPE_DUTY, argv[0], &duty, error)
      || !bridge_cli_require_speaker (cli, error)
      || !bridge_space_swap_turn (cli->space, duty, bridge_cli_now (cli), error))
    return FALSE;

  return print_turns (cli);
}

const BridgeCliVerb bridge_cli_review_verbs[] = {
  { "review begin", "", N_("Begin a weekly review."), review_begin },
  { "review status", "", N_("Say how far the review is, and when the next one is."), review_status },
  { "review say", "PART TEXT [--win WIN]",
    N_("Note an appreciation, what went-right, the one issue, a wish or a plan."), review_say },
  { "review unsay", "WORDS", N_("Take away what was noted in the open review."), review_unsay },
  { "review next", "", N_("Go on to the next step; after the last one the review is done."), review_next },
  { "review skip", "", N_("Leave a step out."), review_skip },
  { "review back", "", N_("Go back a step."), review_back },
  { "review leave", "", N_("Leave the review for now."), review_leave },
  { "review resume", "", N_("Go on with a review that was left."), review_resume },
  { "review finish", "[--next DATE]", N_("End the review; its summary stays."), review_finish },
  { "review list", "", N_("List the reviews that are done."), review_list },
  { "review show", "REVIEW", N_("Show what was said in a review."), review_show },
  { "review turns", "", N_("Say whose turn it is this week to lead, to plan and to bring a topic."), review_turns },
  { "review swap", "DUTY", N_("Swap whose turn it is this week: lead, plan or topic."), review_swap },
  { NULL },
};
