/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-pause.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bridge-launch.h"
#include "bridge-pause-state.h"
#include "bridge-words.h"

#define LOG_LIMIT 20
#define LOG_MAX 10000

/* "20:45" (the next one), "2026-11-24T20:45", or a date alone: at this time of the day. */
static gboolean
read_moment (BridgeCli *cli, const char *text, gint64 *at)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  BridgeLocal now = bridge_cli_now (cli);
  BridgeLocal when;
  int minute_of_day;

  if (bridge_time_of_day_parse (text, &minute_of_day, NULL))
    {
      when = bridge_local_day_start (now) + minute_of_day * BRIDGE_MINUTE;
      if (when <= now)
        when += BRIDGE_DAY;
    }
  else
    {
      if (!bridge_local_parse (text, &when, NULL))
        return FALSE;
      if (strchr (text, ':') == NULL)
        when = bridge_local_day_start (when) + bridge_local_get_second_of_day (now);
    }

  *at = bridge_local_to_utc_ms (when, here);
  return TRUE;
}

static gboolean
parse_moment (BridgeCli *cli, const char *text, gint64 *at, GError **error)
{
  g_autofree char *message = NULL;

  if (read_moment (cli, text, at))
    return TRUE;
  message = g_strdup_printf (_("“%s” is no time. Write one such as 20:45, or a day with its time, such as 2026-11-24T19:00"), text);
  return bridge_cli_usage_error (cli, message, error);
}

/* The return is within a day, so that a time is all it needs. */
static gboolean
parse_return (BridgeCli *cli, const char *text, gint64 *at, GError **error)
{
  g_autofree char *message = NULL;

  if (read_moment (cli, text, at))
    return TRUE;
  message = g_strdup_printf (_("“%s” is no time to come back at. Write one within 24 hours, such as 20:45"), text);
  return bridge_cli_usage_error (cli, message, error);
}

/* How things stand after a step. */
static gboolean
print_state (BridgeCli *cli)
{
  BridgePause *pause = bridge_space_get_pause (cli->space);

  if (cli->json)
    bridge_cli_print_json (cli, pause ? bridge_cli_json_pause (cli, pause) : json_node_new (JSON_NODE_NULL));
  else
    bridge_cli_print_pause (cli, pause);
  return TRUE;
}

/* A step that has no words of its own. */
static gboolean
step (BridgeCli *cli, int argc, char **argv, gboolean (*take) (BridgeSpace *, GError **), GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && take (cli->space, error)
         && print_state (cli);
}

static gboolean
start (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePause) pause = NULL;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  pause = bridge_space_call_pause (cli->space, error);
  if (pause == NULL)
    return FALSE;

  /* It counts from here on, whatever becomes of the window. */
  print_state (cli);
  if (!bridge_cli_flush (cli, error))
    return FALSE;
  bridge_launch_present (cli->data_dir, "pause");
  return TRUE;
}

static gboolean
take_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, bridge_space_take_back_pause, error);
}

static gboolean
status (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && print_state (cli);
}

static gboolean
answer (BridgeCli *cli, BridgeReadiness readiness, GError **error)
{
  return bridge_space_answer_pause (cli->space, readiness, error) && print_state (cli);
}

static gboolean
ready (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && answer (cli, BRIDGE_READINESS_READY, error);
}

static gboolean
is_asked (BridgeCli *cli)
{
  BridgePause *pause = bridge_space_get_pause (cli->space);

  return pause && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RETURN;
}

/* While cooling it makes the pause longer; when both are asked it is an answer. */
static gboolean
extend (BridgeCli *cli, int argc, char **argv, GError **error)
{
  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  if (is_asked (cli))
    return answer (cli, BRIDGE_READINESS_LONGER, error);
  return bridge_space_extend_pause (cli->space, error) && print_state (cli);
}

static gboolean
another_day (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gint64 at = 0;

  if (!bridge_cli_parse (cli, NULL, 0, 1, &argc, &argv, error)
      || (argc > 0 && !parse_moment (cli, argv[0], &at, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  if (argc > 0)
    return bridge_space_put_off_pause (cli->space, at, error) && print_state (cli);
  if (is_asked (cli))
    return answer (cli, BRIDGE_READINESS_ANOTHER_DAY, error);
  return bridge_cli_usage_error (cli, _("Say when, such as “footbridge pause another-day 2026-11-24T19:00”"), error);
}

static gboolean
set_return (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gint64 at;

  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
         && parse_return (cli, argv[0], &at, error)
         && bridge_cli_require_speaker (cli, error)
         && bridge_space_set_pause_return (cli->space, at, error)
         && print_state (cli);
}

static gboolean
topic (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && bridge_space_set_pause_topic (cli->space, argv[0], error)
         && print_state (cli);
}

static gboolean
next_turn (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *first = NULL;
  GOptionEntry entries[] = {
    { "first", 0, 0, G_OPTION_ARG_STRING, &first, _("Who begins; you if not given"), _("WHO") },
    { NULL },
  };
  BridgePerson *person = NULL;
  BridgePause *pause;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  if (first && (person = bridge_cli_find_person (cli, first, error)) == NULL)
    return FALSE;

  pause = bridge_space_get_pause (cli->space);
  return bridge_space_begin_pause_turn (cli->space, pause ? bridge_pause_get_turn (pause) + 1 : 1,
                                        person ? bridge_person_get_id (person) : NULL, error)
         && print_state (cli);
}

/* The talk, or for whoever is speaking the recovery window. */
static gboolean
end (BridgeCli *cli, int argc, char **argv, GError **error)
{
  BridgePause *pause;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  pause = bridge_space_get_pause (cli->space);
  if (pause && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY)
    return bridge_space_end_pause_recovery (cli->space, error) && print_state (cli);
  return bridge_space_end_pause_talk (cli->space, error) && print_state (cli);
}

/* The pause that was named; the present one, or else the one that was closed last. (transfer full) */
static BridgePause *
find_pause (BridgeCli *cli, const char *id, GError **error)
{
  GListModel *pauses = bridge_space_get_pauses (cli->space);
  BridgePause *open = bridge_space_get_pause (cli->space);

  if (id)
    return bridge_space_find_pause (cli->space, id, error);
  if (open)
    return bridge_pause_copy (open);
  if (g_list_model_get_n_items (pauses) > 0)
    return g_list_model_get_item (pauses, 0);

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There has been no pause yet."));
  return NULL;
}

static gboolean
print_follow_ups (BridgeCli *cli, BridgePause *pause, GError **error)
{
  g_autoptr (GPtrArray) words = bridge_space_list_pause_follow_ups (cli->space, bridge_pause_get_id (pause), error);
  JsonArray *array;

  if (words == NULL)
    return FALSE;
  if (!cli->json)
    {
      bridge_cli_print_follow_ups (cli, pause, words);
      return TRUE;
    }

  array = json_array_new ();
  for (guint i = 0; i < words->len; i++)
    json_array_add_element (array, bridge_cli_json_follow_up (g_ptr_array_index (words, i)));
  bridge_cli_print_json (cli, bridge_cli_json_list (array));
  return TRUE;
}

static gboolean
follow_up (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *feelings = NULL;
  g_autofree char *needs = NULL;
  g_autofree char *next_step = NULL;
  g_autofree char *at_text = NULL;
  GOptionEntry entries[] = {
    { "feelings", 0, 0, G_OPTION_ARG_STRING, &feelings, _("How it feels now"), _("TEXT") },
    { "needs", 0, 0, G_OPTION_ARG_STRING, &needs, _("What you need"), _("TEXT") },
    { "next-step", 0, 0, G_OPTION_ARG_STRING, &next_step, _("One small next step"), _("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at_text, _("Move the follow-up to another time"), _("WHEN") },
    { NULL },
  };
  g_autoptr (BridgePause) pause = NULL;
  gint64 at = 0;

  if (!bridge_cli_parse (cli, entries, 0, 1, &argc, &argv, error)
      || (at_text && !parse_moment (cli, at_text, &at, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  if (argc > 0 && (feelings || needs || next_step || at_text))
    return bridge_cli_usage_error (cli, _("Words and a time are for the present pause; leave its id out"), error);

  if ((at_text && !bridge_space_set_pause_follow_up_time (cli->space, at, error))
      || ((feelings || needs || next_step)
          && !bridge_space_write_pause_follow_up (cli->space, feelings, needs, next_step, error)))
    return FALSE;
  if (at_text && !feelings && !needs && !next_step)
    return print_state (cli);

  pause = find_pause (cli, argc > 0 ? argv[0] : NULL, error);
  return pause && print_follow_ups (cli, pause, error);
}

static gboolean
review (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *helped = NULL;
  g_autofree char *hindered = NULL;
  g_autofree char *lesson = NULL;
  g_autofree char *changed_plan = NULL;
  GOptionEntry entries[] = {
    { "helped", 0, 0, G_OPTION_ARG_STRING, &helped, _("What helped"), _("TEXT") },
    { "hindered", 0, 0, G_OPTION_ARG_STRING, &hindered, _("What did not help"), _("TEXT") },
    { "lesson", 0, 0, G_OPTION_ARG_STRING, &lesson, _("What it taught"), _("TEXT") },
    { "changed-plan", 0, 0, G_OPTION_ARG_STRING, &changed_plan, _("What you plan to do differently"), _("TEXT") },
    { NULL },
  };
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (BridgePause) stored = NULL;
  gboolean any;

  if (!bridge_cli_parse (cli, entries, 0, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  any = helped || hindered || lesson || changed_plan;
  /* The words are of both, and nothing says whose are whose: nobody puts theirs in the place of the other one's. */
  pause = find_pause (cli, argc > 0 ? argv[0] : NULL, error);
  if (pause == NULL
      || (any && !bridge_space_add_to_pause_review (cli->space, bridge_pause_get_id (pause),
                                                    &(BridgePauseReview) { helped, hindered, lesson, changed_plan }, error)))
    return FALSE;

  stored = bridge_space_find_pause (cli->space, bridge_pause_get_id (pause), error);
  if (stored == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_pause (cli, stored));
  else
    bridge_cli_print_review (cli, stored);
  return TRUE;
}

static gboolean
close_pause (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return step (cli, argc, argv, bridge_space_close_pause, error);
}

/* So that words can still be found a place. Without its day: what has no words is not there to be counted. */
static void
print_last (BridgeCli *cli)
{
  GListModel *pauses = bridge_space_get_pauses (cli->space);

  for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
      g_autofree char *id = bridge_cli_shorten_id (pauses, bridge_pause_get_id (pause));

      if (bridge_pause_get_state (pause) != BRIDGE_PAUSE_CLOSED)
        continue;
      if (!bridge_pause_has_words (pause))
        bridge_cli_print (cli, "%s  %s\n", id, _("The last pause has no words yet."));
      return;
    }
}

static gboolean
pause_log (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *limit_text = NULL;
  GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit_text, _("How many at the most; 20 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *pauses;
  int limit = LOG_LIMIT;
  int n = 0;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (limit_text && !bridge_cli_parse_number (cli, limit_text, 1, LOG_MAX, &limit, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  pauses = bridge_space_get_pauses (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (pauses) && n < limit; i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);

      if (!bridge_pause_has_words (pause))
        continue;
      n++;
      if (cli->json)
        json_array_add_element (array, bridge_cli_json_pause (cli, pause));
      else
        bridge_cli_print_review (cli, pause);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (n == 0)
    bridge_cli_print (cli, "%s\n", _("What pauses teach will stand here, once something was written about one."));
  if (!cli->json)
    print_last (cli);
  return TRUE;
}

static gboolean
settings (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *minutes_text = NULL;
  g_autofree char *hours_text = NULL;
  GOptionEntry entries[] = {
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &minutes_text, _("How long a pause lasts: 20 to 1440 minutes"), _("N") },
    { "recovery-hours", 0, 0, G_OPTION_ARG_STRING, &hours_text, _("How long the recovery window is: 0 to 168 hours"), _("N") },
    { NULL },
  };
  int minutes = 0;
  int hours = 0;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (minutes_text && !bridge_cli_parse_number (cli, minutes_text, BRIDGE_PAUSE_MINUTES_MIN, BRIDGE_PAUSE_MINUTES_MAX,
                                                    &minutes, error))
      || (hours_text && !bridge_cli_parse_number (cli, hours_text, 0, BRIDGE_PAUSE_RECOVERY_HOURS_MAX, &hours, error))
      || !bridge_cli_require_space (cli, error)
      || (minutes_text && !bridge_space_set_pause_minutes (cli->space, minutes, error))
      || (hours_text && !bridge_space_set_recovery_hours (cli->space, hours, error)))
    return FALSE;

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "pause_minutes");
      json_builder_add_int_value (builder, bridge_space_get_pause_minutes (cli->space));
      json_builder_set_member_name (builder, "recovery_hours");
      json_builder_add_int_value (builder, bridge_space_get_recovery_hours (cli->space));
      json_builder_end_object (builder);
      bridge_cli_print_json (cli, json_builder_get_root (builder));
    }
  else
    {
      g_autofree char *pause = bridge_words_minutes (bridge_space_get_pause_minutes (cli->space));
      g_autofree char *recovery = bridge_words_minutes (bridge_space_get_recovery_hours (cli->space) * 60);

      bridge_cli_print (cli,
                        /* Translators: %s is a duration, such as "20 minutes". */
                        bridge_space_get_partner (cli->space) ? _("A pause lasts %s before both are asked.\n")
                                                              : _("A pause lasts %s before you are asked.\n"),
                        pause);
      bridge_cli_print (cli, "%s\n", bridge_pause_state_get_reason ());
      if (bridge_space_get_recovery_hours (cli->space) > 0)
        /* Translators: %s is a duration, such as "48 hours". */
        bridge_cli_print (cli, _("The recovery window after a talk is %s.\n"), recovery);
      else
        bridge_cli_print (cli, "%s\n", _("There is no recovery window after a talk."));
    }
  return TRUE;
}

static gboolean
soothing_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  const char *speaker;
  GListModel *list;
  gboolean any = FALSE;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  speaker = bridge_person_get_id (bridge_space_get_speaker (cli->space));
  list = bridge_space_get_soothing (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeSoothing) item = g_list_model_get_item (list, i);
      g_autofree char *id = bridge_cli_shorten_id (list, bridge_soothing_get_id (item));
      g_autofree char *text = bridge_cli_one_line (bridge_soothing_get_text (item));

      if (g_strcmp0 (bridge_soothing_get_person_id (item), speaker) != 0)
        continue;
      any = TRUE;
      if (cli->json)
        json_array_add_element (array, bridge_cli_json_soothing (item));
      else
        bridge_cli_print (cli, "%s  %s\n", id, text);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (!any)
    bridge_cli_print (cli, "%s\n", _("Nothing is on your list yet. “footbridge soothing ideas” has some to begin with."));
  return TRUE;
}

static gboolean
soothing_ideas (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) ideas = NULL;
  JsonArray *array;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ideas = bridge_space_suggest_soothing (cli->space);
  array = json_array_new ();
  for (guint i = 0; ideas[i]; i++)
    if (cli->json)
      json_array_add_string_element (array, ideas[i]);
    else
      bridge_cli_print (cli, "%s\n", ideas[i]);

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
  return TRUE;
}

static gboolean
soothing_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeSoothing) stored = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  stored = bridge_space_add_soothing (cli->space, argv[0], error);
  if (stored == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_soothing (stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_soothing_get_id (stored));
  return TRUE;
}

static gboolean
soothing_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && bridge_space_remove_soothing (cli->space, argv[0], error);
}

const BridgeCliVerb bridge_cli_pause_verbs[] = {
  { "pause start", "", N_("Pause a hard talk now, and open the window on it where there is one."), start },
  { "pause take-back", "", N_("Take back a pause called by mistake, within its first minute."), take_back },
  { "pause status", "", N_("Say how things stand with the pause."), status },
  { "pause return", "WHEN", N_("Set the time of the return, while the pause lasts."), set_return },
  { "pause extend", "", N_("Need longer: once while the pause lasts, or as your answer when both are asked."), extend },
  { "pause another-day", "[WHEN]", N_("Come back to it on another day."), another_day },
  { "pause ready", "", N_("Answer that you are ready to talk."), ready },
  { "pause topic", "TEXT", N_("Choose the one topic of the talk."), topic },
  { "pause next-turn", "[--first WHO]", N_("Begin the next turn of the talk, two minutes each."), next_turn },
  { "pause end", "", N_("End the talk; in the recovery window, say that for you it may end."), end },
  { "pause follow-up", "[PAUSE] [--feelings TEXT] [--needs TEXT] [--next-step TEXT] [--at WHEN]",
    N_("Write your words for the short follow-up, or show what you may read."), follow_up },
  { "pause review", "[PAUSE] [--helped TEXT] [--hindered TEXT] [--lesson TEXT] [--changed-plan TEXT]",
    N_("Add to what a pause has taught both of you, or show it."), review },
  { "pause close", "", N_("Let the pause be."), close_pause },
  { "pause log", "[--limit N]", N_("List what pauses have taught."), pause_log },
  { "pause settings", "[--minutes N] [--recovery-hours N]", N_("Show or set how long pauses and recovery windows are."), settings },
  { "soothing list", "", N_("List what calms you."), soothing_list },
  { "soothing ideas", "", N_("List ideas that are not on your list yet."), soothing_ideas },
  { "soothing add", "TEXT", N_("Put something on your list and print its id."), soothing_add },
  { "soothing remove", "ID", N_("Take something off your list."), soothing_remove },
  { NULL },
};
