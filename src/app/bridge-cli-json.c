/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include "bridge-invitation-words.h"
#include "bridge-one-off-log.h"
#include "bridge-space-check-ins.h"
#include "bridge-reliability.h"
#include "bridge-text-diff.h"
#include "bridge-win-json.h"

/* The model as JSON. The keys are the names of the model's properties in snake_case and stay stable:
 * people's scripts read them. Local times have no zone; instants carry their offset. When somebody entered,
 * changed or answered something is nobody's business, and is in none of it; of what both agreed to, only the day is. */

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_bool (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_local (JsonBuilder *builder, const char *key, BridgeLocal local)
{
  g_autofree char *text = local == BRIDGE_LOCAL_NONE ? NULL : bridge_local_format (local);

  add_string (builder, key, text);
}

static void
add_date (JsonBuilder *builder, const char *key, BridgeLocal date)
{
  g_autofree char *text = date == BRIDGE_LOCAL_NONE ? NULL : bridge_local_format_date (date);

  add_string (builder, key, text);
}

static void
add_instant (JsonBuilder *builder, const char *key, gint64 utc_ms, GTimeZone *zone)
{
  g_autofree char *text = utc_ms == 0 ? NULL : bridge_utc_ms_format_iso (utc_ms, zone);

  add_string (builder, key, text);
}

static void
add_minutes (JsonBuilder *builder, const char *key, const int *minutes, guint n)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_int_value (builder, minutes[i]);
  json_builder_end_array (builder);
}

static JsonNode *
finish (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonBuilder *
begin (void)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  return builder;
}

/**
 * bridge_cli_json_list:
 * @array: (transfer full): the elements
 *
 * Returns: (transfer full): a node that holds them
 */
JsonNode *
bridge_cli_json_list (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

/**
 * bridge_cli_json_person:
 *
 * Returns: (transfer full): the person as a JSON object
 */
JsonNode *
bridge_cli_json_person (BridgePerson *person)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_string (builder, "id", bridge_person_get_id (person));
  add_string (builder, "name", bridge_person_get_name (person));
  add_int (builder, "position", bridge_person_get_position (person));
  add_int (builder, "colour", bridge_person_get_colour (person));
  return finish (builder);
}

static void
add_schedule (JsonBuilder *builder, BridgeSchedule *schedule)
{
  g_autofree char *rule = schedule ? bridge_schedule_dup_rule (schedule) : NULL;
  g_autofree char *words = schedule ? bridge_schedule_to_words (schedule) : NULL;
  guint n_times = 0;
  const int *times = schedule ? bridge_schedule_get_times (schedule, &n_times) : NULL;

  add_local (builder, "start", schedule ? bridge_schedule_get_start (schedule) : BRIDGE_LOCAL_NONE);
  add_string (builder, "rule", rule);
  json_builder_set_member_name (builder, "times");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *time = g_strdup_printf ("%02d:%02d", times[i] / 60, times[i] % 60);

      json_builder_add_string_value (builder, time);
    }
  json_builder_end_array (builder);
  add_string (builder, "zone", schedule ? bridge_schedule_get_zone (schedule) : NULL);
  add_string (builder, "words", words);
}

/**
 * bridge_cli_json_ritual:
 *
 * Returns: (transfer full): the ritual as a JSON object; "state" is the effective one, "next" the name of its next occurrence
 */
JsonNode *
bridge_cli_json_ritual (BridgeCli *cli, BridgeRitual *ritual)
{
  g_autoptr (JsonBuilder) builder = begin ();
  BridgeRitualState state = bridge_ritual_get_effective_state (ritual, bridge_cli_now (cli));
  const char *const *steps = bridge_ritual_get_steps (ritual);
  g_autofree int *remind = NULL;
  guint n_remind = 0;

  add_string (builder, "id", bridge_ritual_get_id (ritual));
  add_string (builder, "title", bridge_ritual_get_title (ritual));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_RITUAL_STATE, state));
  add_schedule (builder, bridge_ritual_get_schedule (ritual));
  add_int (builder, "minutes", bridge_ritual_get_minutes (ritual));
  add_string (builder, "who", bridge_ritual_get_who (ritual));
  add_int (builder, "closeness", bridge_ritual_get_closeness (ritual));
  add_bool (builder, "in_recovery", bridge_ritual_get_in_recovery (ritual));
  add_string (builder, "when_then", bridge_ritual_get_when_then (ritual));
  add_string (builder, "smaller", bridge_ritual_get_smaller (ritual));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; steps && steps[i]; i++)
    json_builder_add_string_value (builder, steps[i]);
  json_builder_end_array (builder);
  add_string (builder, "lead", bridge_ritual_get_lead (ritual));
  remind = bridge_ritual_dup_remind_minutes (ritual, &n_remind);
  add_minutes (builder, "remind", remind, n_remind);
  add_date (builder, "resting_until", bridge_ritual_get_resting_until (ritual));
  add_string (builder, "template", bridge_ritual_get_template (ritual));
  if (cli->space)
    {
      BridgeInvitation *waiting =
        bridge_space_find_waiting (cli->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual));
      g_autoptr (BridgeOccurrence) next = bridge_space_get_next (cli->space, bridge_ritual_get_id (ritual), NULL);

      add_string (builder, "invitation", waiting ? bridge_invitation_get_id (waiting) : NULL);
      add_string (builder, "next", next ? bridge_occurrence_get_name (next) : NULL);
    }
  return finish (builder);
}

/**
 * bridge_cli_json_template:
 *
 * Returns: (transfer full): a template of the catalogue as a JSON object
 */
JsonNode *
bridge_cli_json_template (BridgeTemplate *template)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *rule = NULL;
  g_autofree char *times = NULL;
  const char *const *steps = bridge_template_get_steps (template);
  const struct {
    const char *key;
    const char *value;
  } texts[] = {
    { "id", bridge_template_get_id (template) },
    { "title", bridge_template_get_title (template) },
    { "summary", bridge_template_get_summary (template) },
    { "when_then", bridge_template_get_when_then (template) },
    { "smaller", bridge_template_get_smaller (template) },
    { "group", bridge_template_get_group (template) },
  };

  g_object_get (template, "rule", &rule, "times", &times, NULL);
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].key);
      json_builder_add_string_value (builder, texts[i].value ? texts[i].value : "");
    }
  json_builder_set_member_name (builder, "rule");
  rule ? json_builder_add_string_value (builder, rule) : json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "times");
  times ? json_builder_add_string_value (builder, times) : json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "minutes");
  json_builder_add_int_value (builder, bridge_template_get_minutes (template));
  json_builder_set_member_name (builder, "closeness");
  json_builder_add_int_value (builder, bridge_template_get_closeness (template));
  json_builder_set_member_name (builder, "both");
  json_builder_add_boolean_value (builder, bridge_template_get_both (template));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; steps && steps[i]; i++)
    json_builder_add_string_value (builder, steps[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * bridge_cli_json_invitation:
 *
 * Returns: (transfer full): the invitation as a JSON object; "lines" is what a yes would come to, in words
 */
JsonNode *
bridge_cli_json_invitation (BridgeCli *cli, BridgeInvitation *invitation)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autofree char *title = bridge_space_dup_invitation_title (cli->space, invitation);
  g_auto (GStrv) lines = NULL;

  if (bridge_invitation_is_waiting (invitation))
    lines = bridge_invitation_to_lines (cli->space, invitation, NULL);
  add_string (builder, "id", bridge_invitation_get_id (invitation));
  add_string (builder, "from_id", bridge_invitation_get_from_id (invitation));
  add_string (builder, "to_id", bridge_invitation_get_to_id (invitation));
  add_string (builder, "subject",
              bridge_enum_to_nick (BRIDGE_TYPE_INVITATION_SUBJECT, bridge_invitation_get_subject (invitation)));
  add_string (builder, "subject_id", bridge_invitation_get_subject_id (invitation));
  add_string (builder, "title", title);
  add_string (builder, "words", bridge_invitation_get_words (invitation));
  add_local (builder, "at", bridge_invitation_get_at (invitation));
  add_local (builder, "other_time", bridge_invitation_get_other_time (invitation));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_INVITATION_STATE, bridge_invitation_get_state (invitation)));
  add_string (builder, "waits_for", bridge_invitation_get_waits_for (invitation));
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; lines && lines[i]; i++)
    json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
  return finish (builder);
}

/**
 * bridge_cli_json_occurrence:
 *
 * Returns: (transfer full): the occurrence as a JSON object: "start" is its original local start (its identity),
 *   "local" when it happens here, "starts" the same instant with its offset, "who" the one it is only for, or null
 */
JsonNode *
bridge_cli_json_occurrence (BridgeCli *cli, BridgeOccurrence *occurrence)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeOutcome outcome = bridge_occurrence_get_outcome (occurrence);

  add_string (builder, "name", bridge_occurrence_get_name (occurrence));
  add_string (builder, "ritual_id", bridge_occurrence_get_ritual_id (occurrence));
  add_string (builder, "title", ritual ? bridge_ritual_get_title (ritual) : NULL);
  add_local (builder, "start", bridge_occurrence_get_start (occurrence));
  add_instant (builder, "starts", bridge_occurrence_get_at (occurrence), here);
  add_local (builder, "local", bridge_occurrence_get_local (occurrence));
  add_local (builder, "moved_to", bridge_occurrence_get_moved_to (occurrence));
  if (ritual)
    {
      add_int (builder, "minutes", bridge_ritual_get_minutes (ritual));
      add_string (builder, "who", bridge_ritual_get_who (ritual));
    }
  add_string (builder, "outcome", bridge_enum_to_nick (BRIDGE_TYPE_OUTCOME, outcome));
  add_bool (builder, "left_out", bridge_occurrence_get_left_out (occurrence));
  if (cli->space)
    {
      BridgeInvitation *waiting =
        bridge_space_find_waiting_move (cli->space, bridge_occurrence_get_ritual_id (occurrence),
                                        bridge_occurrence_get_start (occurrence));

      add_string (builder, "invitation", waiting ? bridge_invitation_get_id (waiting) : NULL);
    }
  return finish (builder);
}

/* What it is a reminder of. */
static void
add_reminded (JsonBuilder *builder, BridgeReminder *reminder)
{
  BridgeSubject subject;
  const char *subject_id = NULL;
  gboolean one_off = bridge_one_off_parse_name (bridge_reminder_get_ritual_id (reminder), &subject, &subject_id);
  g_autofree char *id = one_off ? g_strndup (subject_id, strcspn (subject_id, "/")) : NULL;

  add_string (builder, "subject", one_off ? bridge_enum_to_nick (BRIDGE_TYPE_SUBJECT, subject) : "ritual");
  add_string (builder, "subject_id", one_off ? id : bridge_reminder_get_ritual_id (reminder));
  add_string (builder, "ritual_id", one_off ? NULL : bridge_reminder_get_ritual_id (reminder));
}

/**
 * bridge_cli_json_reminder:
 *
 * Returns: (transfer full): the reminder as a JSON object
 */
JsonNode *
bridge_cli_json_reminder (BridgeCli *cli, BridgeReminder *reminder)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *occurrence = bridge_one_off_log_is_line (reminder) ? NULL : bridge_reminder_dup_occurrence_name (reminder);
  g_autofree char *why = bridge_reliability_describe (reminder, bridge_clock_now (cli->clock), here);
  gint64 lateness = bridge_reliability_get_lateness (reminder);
  BridgeReminderState state = bridge_reminder_get_state (reminder);

  add_string (builder, "id", bridge_reminder_get_id (reminder));
  add_reminded (builder, reminder);
  add_string (builder, "occurrence", occurrence);
  add_local (builder, "start", bridge_reminder_get_start (reminder));
  add_int (builder, "lead", bridge_reminder_get_lead (reminder));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, state));
  add_string (builder, "reason", bridge_reminder_get_reason (reminder));
  add_instant (builder, "due_at", bridge_reminder_get_due_at (reminder), here);
  add_instant (builder, "shown_at", bridge_reminder_get_shown_at (reminder), here);
  add_instant (builder, "snoozed_until", bridge_reminder_get_snoozed_until (reminder), here);
  add_instant (builder, "deferred_until", bridge_reminder_get_deferred_until (reminder), here);
  json_builder_set_member_name (builder, "lateness_seconds");
  if (lateness >= 0)
    json_builder_add_int_value (builder, lateness / 1000);
  else
    json_builder_add_null_value (builder);
  add_string (builder, "why", why);
  return finish (builder);
}

/**
 * bridge_cli_json_promise:
 *
 * Returns: (transfer full): the promise as a JSON object; "due" is a date, with a time where it has one, and "earlier" is
 *   empty where it is the other one's own
 */
JsonNode *
bridge_cli_json_promise (BridgeCli *cli, BridgePromise *promise)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autofree char *due = bridge_promise_format_due (promise);
  g_auto (GStrv) earlier = g_strsplit (bridge_promise_get_earlier (promise), ",", -1);
  guint n_minutes;
  g_autofree int *minutes = bridge_remind_dup_minutes (bridge_promise_get_remind (promise), &n_minutes);

  add_string (builder, "id", bridge_promise_get_id (promise));
  add_string (builder, "text", bridge_promise_get_text (promise));
  add_string (builder, "who", bridge_promise_get_who (promise));
  add_string (builder, "about", bridge_enum_to_nick (BRIDGE_TYPE_PROMISE_ABOUT, bridge_promise_get_about (promise)));
  add_string (builder, "pause_id", bridge_promise_get_pause_id (promise));
  add_string (builder, "due", due);
  add_bool (builder, "timed", bridge_promise_get_timed (promise));
  add_minutes (builder, "remind", minutes, n_minutes);
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_PROMISE_STATE, bridge_promise_get_state (promise)));
  json_builder_set_member_name (builder, "earlier");
  json_builder_begin_array (builder);
  for (guint i = 0; earlier[i] && bridge_space_is_own_promise (cli->space, promise); i++)
    json_builder_add_string_value (builder, earlier[i]);
  json_builder_end_array (builder);
  return finish (builder);
}

/**
 * bridge_cli_json_win:
 *
 * Returns: (transfer full): the win as a JSON object
 */
JsonNode *
bridge_cli_json_win (BridgeWin *win)
{
  g_autoptr (JsonBuilder) builder = begin ();

  bridge_win_add_json_members (win, builder);
  return finish (builder);
}

/**
 * bridge_cli_json_photos:
 *
 * Returns: (transfer full): pictures as a JSON array, each with where its file is
 */
JsonNode *
bridge_cli_json_photos (BridgeCli *cli, GPtrArray *photos)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < photos->len; i++)
    {
      BridgeWinPhoto *photo = g_ptr_array_index (photos, i);
      g_autoptr (JsonBuilder) builder = begin ();
      g_autofree char *path = bridge_space_dup_photo_path (cli->space, bridge_win_photo_get_id (photo), FALSE);

      add_string (builder, "id", bridge_win_photo_get_id (photo));
      add_string (builder, "win_id", bridge_win_photo_get_win_id (photo));
      add_string (builder, "caption", bridge_win_photo_get_caption (photo));
      add_int (builder, "width", bridge_win_photo_get_width (photo));
      add_int (builder, "height", bridge_win_photo_get_height (photo));
      add_string (builder, "path", path);
      json_array_add_element (array, finish (builder));
    }
  return bridge_cli_json_list (array);
}

/**
 * bridge_cli_json_pause:
 *
 * Returns: (transfer full): the pause as a JSON object: "answered" is whether the speaker's own answer to what is asked now
 *   is in, "turn_of" whose turn it is; what the other one has answered is in none of it
 */
JsonNode *
bridge_cli_json_pause (BridgeCli *cli, BridgePause *pause)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  BridgePauseState state = bridge_pause_get_state (pause);
  BridgePause *open = bridge_space_get_pause (cli->space);
  gboolean is_open = open && g_strcmp0 (bridge_pause_get_id (open), bridge_pause_get_id (pause)) == 0;
  BridgePerson *turn_of = is_open && state == BRIDGE_PAUSE_RE_ENTRY ? bridge_space_get_pause_turn (cli->space) : NULL;
  BridgePauseQuestion question = state == BRIDGE_PAUSE_RECOVERY ? BRIDGE_PAUSE_ASK_OVER : BRIDGE_PAUSE_ASK_READY;

  add_string (builder, "id", bridge_pause_get_id (pause));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, state));
  add_instant (builder, "called_at", bridge_pause_get_called_at (pause), here);
  add_instant (builder, "return_at", bridge_pause_get_return_at (pause), here);
  add_bool (builder, "extended", bridge_pause_get_extended (pause));
  add_bool (builder, "answered", is_open && bridge_space_has_answered_pause (cli->space, question));
  add_string (builder, "topic", bridge_pause_get_topic (pause));
  add_int (builder, "turn", bridge_pause_get_turn (pause));
  add_string (builder, "turn_of", turn_of ? bridge_person_get_id (turn_of) : NULL);
  add_instant (builder, "talk_ended_at", bridge_pause_get_talk_ended_at (pause), here);
  add_instant (builder, "recovery_until", bridge_pause_get_recovery_until (pause), here);
  add_instant (builder, "follow_up_at", bridge_pause_get_follow_up_at (pause), here);
  add_string (builder, "helped", bridge_pause_get_helped (pause));
  add_string (builder, "hindered", bridge_pause_get_hindered (pause));
  add_string (builder, "lesson", bridge_pause_get_lesson (pause));
  add_string (builder, "changed_plan", bridge_pause_get_changed_plan (pause));
  add_instant (builder, "closed_at", bridge_pause_get_closed_at (pause), here);
  return finish (builder);
}

/**
 * bridge_cli_json_follow_up:
 *
 * Returns: (transfer full): one person's words as a JSON object
 */
JsonNode *
bridge_cli_json_follow_up (BridgePauseFollowUp *follow_up)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_string (builder, "pause_id", bridge_pause_follow_up_get_pause_id (follow_up));
  add_string (builder, "person_id", bridge_pause_follow_up_get_person_id (follow_up));
  add_string (builder, "feelings", bridge_pause_follow_up_get_feelings (follow_up));
  add_string (builder, "needs", bridge_pause_follow_up_get_needs (follow_up));
  add_string (builder, "next_step", bridge_pause_follow_up_get_next_step (follow_up));
  return finish (builder);
}

/**
 * bridge_cli_json_check_in:
 *
 * Returns: (transfer full): the check-in as a JSON object; "opened" is "at-once" or "together", and "waiting" or "ready" where
 *   it still is its author's alone
 */
JsonNode *
bridge_cli_json_check_in (BridgeCli *cli, BridgeCheckIn *check_in)
{
  g_autoptr (JsonBuilder) builder = begin ();
  g_autoptr (BridgeCheckIn) waiting = bridge_space_get_waiting_check_in (cli->space, NULL);
  const char *opened = bridge_check_in_get_round_id (check_in) ? "together" : "at-once";

  if (waiting && g_strcmp0 (bridge_check_in_get_id (waiting), bridge_check_in_get_id (check_in)) == 0)
    opened = bridge_space_is_ready_to_open (cli->space, waiting) ? "ready" : "waiting";
  add_string (builder, "id", bridge_check_in_get_id (check_in));
  add_string (builder, "person_id", bridge_check_in_get_person_id (check_in));
  add_string (builder, "shown_to", bridge_check_in_get_shown_to (check_in));
  add_date (builder, "on", bridge_check_in_get_on (check_in));
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    {
      const char *nick = bridge_enum_to_nick (BRIDGE_TYPE_SCALE, scale);
      g_autofree char *word = g_strconcat (nick, "_word", NULL);

      add_int (builder, nick, bridge_check_in_get_step (check_in, scale));
      add_string (builder, word, bridge_check_in_get_word (check_in, scale));
    }
  add_string (builder, "words", bridge_check_in_get_words (check_in));
  add_string (builder, "opened", opened);
  return finish (builder);
}

/**
 * bridge_cli_json_soothing:
 *
 * Returns: (transfer full): something on a soothing list as a JSON object
 */
JsonNode *
bridge_cli_json_soothing (BridgeSoothing *soothing)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_string (builder, "id", bridge_soothing_get_id (soothing));
  add_string (builder, "person_id", bridge_soothing_get_person_id (soothing));
  add_string (builder, "text", bridge_soothing_get_text (soothing));
  add_int (builder, "position", bridge_soothing_get_position (soothing));
  return finish (builder);
}

static void
add_day_of (BridgeCli *cli, JsonBuilder *builder, const char *key, gint64 utc_ms)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (cli->clock);

  add_date (builder, key, utc_ms != 0 ? bridge_local_from_utc_ms (utc_ms, zone) : BRIDGE_LOCAL_NONE);
}

static void
add_difference (JsonBuilder *builder, const char *before, const char *after)
{
  static const char *const kinds[] = { "same", "before", "after" };
  g_autoptr (GPtrArray) runs = bridge_text_diff (before, after);

  json_builder_set_member_name (builder, "difference");
  json_builder_begin_array (builder);
  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", kinds[run->kind]);
      add_string (builder, "text", run->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * bridge_cli_json_revision:
 * @before: (nullable): the revision before it, to say what changed
 *
 * Returns: (transfer full): the revision as a JSON object
 */
JsonNode *
bridge_cli_json_revision (BridgeCli *cli, BridgeRevision *revision, BridgeRevision *before)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_string (builder, "id", bridge_revision_get_id (revision));
  add_int (builder, "number", bridge_revision_get_number (revision));
  add_string (builder, "text", bridge_revision_get_text (revision));
  add_date (builder, "review_on", bridge_revision_get_review_on (revision));
  add_string (builder, "written_by", bridge_revision_get_written_by (revision));
  add_day_of (cli, builder, "written_at", bridge_revision_get_written_at (revision));
  json_builder_set_member_name (builder, "agreements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bridge_revision_get_n_agreements (revision); i++)
    {
      const BridgeAgreement *agreement = bridge_revision_get_agreement (revision, i);

      json_builder_begin_object (builder);
      add_string (builder, "person_id", agreement->person_id);
      add_day_of (cli, builder, "at", agreement->at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (before)
    add_difference (builder, bridge_revision_get_text (before), bridge_revision_get_text (revision));
  return finish (builder);
}

static void
add_revision (BridgeCli *cli, JsonBuilder *builder, const char *key, BridgeRevision *revision)
{
  json_builder_set_member_name (builder, key);
  if (revision)
    json_builder_add_value (builder, bridge_cli_json_revision (cli, revision, NULL));
  else
    json_builder_add_null_value (builder);
}

/**
 * bridge_cli_json_boundary:
 * @revisions: (nullable) (element-type BridgeRevision): all it has said, to be in it
 *
 * Returns: (transfer full): the boundary as a JSON object
 */
JsonNode *
bridge_cli_json_boundary (BridgeCli *cli, BridgeBoundary *boundary, GPtrArray *revisions)
{
  g_autoptr (JsonBuilder) builder = begin ();

  add_string (builder, "id", bridge_boundary_get_id (boundary));
  add_string (builder, "kind", bridge_enum_to_nick (BRIDGE_TYPE_BOUNDARY_KIND, bridge_boundary_get_kind (boundary)));
  add_string (builder, "use", bridge_enum_to_nick (BRIDGE_TYPE_PHRASE_USE, bridge_boundary_get_use (boundary)));
  add_string (builder, "holder", bridge_boundary_get_holder (boundary));
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_BOUNDARY_STATE, bridge_boundary_get_state (boundary)));
  add_date (builder, "review_on", bridge_boundary_get_review_on (boundary));
  add_string (builder, "template", bridge_boundary_get_template (boundary));
  add_day_of (cli, builder, "ended_at", bridge_boundary_get_ended_at (boundary));
  add_string (builder, "ended_by", bridge_boundary_get_ended_by (boundary));
  add_revision (cli, builder, "current", bridge_boundary_get_current (boundary));
  add_revision (cli, builder, "waiting", bridge_boundary_get_waiting (boundary));
  if (revisions)
    {
      json_builder_set_member_name (builder, "revisions");
      json_builder_begin_array (builder);
      for (guint i = 0; i < revisions->len; i++)
        json_builder_add_value (builder,
                                bridge_cli_json_revision (cli, g_ptr_array_index (revisions, i),
                                                          i > 0 ? g_ptr_array_index (revisions, i - 1) : NULL));
      json_builder_end_array (builder);
    }
  return finish (builder);
}
