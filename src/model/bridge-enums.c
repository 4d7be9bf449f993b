/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-enums"

#include "config.h"

#include "bridge-enums.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

#define DEFINE_ENUM(TypeName, type_name, ...)                                   \
  GType                                                                         \
  type_name##_get_type (void)                                                   \
  {                                                                             \
    static gsize type = 0;                                                      \
                                                                                \
    if (g_once_init_enter (&type))                                              \
      {                                                                         \
        static const GEnumValue values[] = { __VA_ARGS__, { 0, NULL, NULL } };  \
        g_once_init_leave (&type, g_enum_register_static (#TypeName, values));  \
      }                                                                         \
    return type;                                                                \
  }

#define VALUE(name, nick) { name, #name, nick }

DEFINE_ENUM (BridgeRitualState, bridge_ritual_state,
             VALUE (BRIDGE_RITUAL_DRAFT, "draft"),
             VALUE (BRIDGE_RITUAL_PROPOSED, "proposed"),
             VALUE (BRIDGE_RITUAL_AGREED, "agreed"),
             VALUE (BRIDGE_RITUAL_RESTING, "resting"),
             VALUE (BRIDGE_RITUAL_ENDED, "ended"))

DEFINE_ENUM (BridgeOutcome, bridge_outcome,
             VALUE (BRIDGE_OUTCOME_NONE, "none"),
             VALUE (BRIDGE_OUTCOME_KEPT, "kept"),
             VALUE (BRIDGE_OUTCOME_SMALLER, "smaller"),
             VALUE (BRIDGE_OUTCOME_NOT_TODAY, "not-today"))

DEFINE_ENUM (BridgeReminderState, bridge_reminder_state,
             VALUE (BRIDGE_REMINDER_PENDING, "pending"),
             VALUE (BRIDGE_REMINDER_SHOWN, "shown"),
             VALUE (BRIDGE_REMINDER_SNOOZED, "snoozed"),
             VALUE (BRIDGE_REMINDER_ANSWERED, "answered"),
             VALUE (BRIDGE_REMINDER_FOLDED, "folded"),
             VALUE (BRIDGE_REMINDER_WITHDRAWN, "withdrawn"))

DEFINE_ENUM (BridgeHoursKind, bridge_hours_kind,
             VALUE (BRIDGE_HOURS_QUIET, "quiet"),
             VALUE (BRIDGE_HOURS_STRESS, "stress"))

DEFINE_ENUM (BridgeAbsenceKind, bridge_absence_kind,
             VALUE (BRIDGE_ABSENCE_AWAY, "away"),
             VALUE (BRIDGE_ABSENCE_UNWELL, "unwell"))

DEFINE_ENUM (BridgePromiseState, bridge_promise_state,
             VALUE (BRIDGE_PROMISE_OPEN, "open"),
             VALUE (BRIDGE_PROMISE_KEPT, "kept"),
             VALUE (BRIDGE_PROMISE_LET_GO, "let-go"))

DEFINE_ENUM (BridgePromiseAbout, bridge_promise_about,
             VALUE (BRIDGE_PROMISE_FREE, "free"),
             VALUE (BRIDGE_PROMISE_TOPIC, "topic"))

DEFINE_ENUM (BridgePauseState, bridge_pause_state,
             VALUE (BRIDGE_PAUSE_COOLING, "cooling"),
             VALUE (BRIDGE_PAUSE_RETURN, "return"),
             VALUE (BRIDGE_PAUSE_ANOTHER_DAY, "another-day"),
             VALUE (BRIDGE_PAUSE_RE_ENTRY, "re-entry"),
             VALUE (BRIDGE_PAUSE_RECOVERY, "recovery"),
             VALUE (BRIDGE_PAUSE_REVIEW, "review"),
             VALUE (BRIDGE_PAUSE_CLOSED, "closed"))

DEFINE_ENUM (BridgeReadiness, bridge_readiness,
             VALUE (BRIDGE_READINESS_NONE, "none"),
             VALUE (BRIDGE_READINESS_READY, "ready"),
             VALUE (BRIDGE_READINESS_LONGER, "longer"),
             VALUE (BRIDGE_READINESS_ANOTHER_DAY, "another-day"))

DEFINE_ENUM (BridgePauseQuestion, bridge_pause_question,
             VALUE (BRIDGE_PAUSE_ASK_READY, "ready"),
             VALUE (BRIDGE_PAUSE_ASK_OVER, "over"))

DEFINE_ENUM (BridgeBoundaryKind, bridge_boundary_kind,
             VALUE (BRIDGE_BOUNDARY_PAUSE_RULE, "pause-rule"),
             VALUE (BRIDGE_BOUNDARY_QUIET, "quiet"),
             VALUE (BRIDGE_BOUNDARY_NO_TALK_HOURS, "no-talk-hours"),
             VALUE (BRIDGE_BOUNDARY_LATER_TOPIC, "later-topic"),
             VALUE (BRIDGE_BOUNDARY_PHONES, "phones"),
             VALUE (BRIDGE_BOUNDARY_FAMILY, "family"),
             VALUE (BRIDGE_BOUNDARY_PRIVACY, "privacy"),
             VALUE (BRIDGE_BOUNDARY_TIME_ALONE, "time-alone"),
             VALUE (BRIDGE_BOUNDARY_PERSONAL_LIMIT, "personal-limit"),
             VALUE (BRIDGE_BOUNDARY_PHRASE, "phrase"),
             VALUE (BRIDGE_BOUNDARY_OTHER, "other"))

DEFINE_ENUM (BridgeBoundaryState, bridge_boundary_state,
             VALUE (BRIDGE_BOUNDARY_PROPOSED, "proposed"),
             VALUE (BRIDGE_BOUNDARY_AGREED, "agreed"),
             VALUE (BRIDGE_BOUNDARY_ENDED, "ended"))

DEFINE_ENUM (BridgePhraseUse, bridge_phrase_use,
             VALUE (BRIDGE_PHRASE_NONE, "none"),
             VALUE (BRIDGE_PHRASE_STEPPING_OUT, "stepping-out"),
             VALUE (BRIDGE_PHRASE_COMING_BACK, "coming-back"),
             VALUE (BRIDGE_PHRASE_REPAIRING, "repairing"),
             VALUE (BRIDGE_PHRASE_INVITING, "inviting"))

DEFINE_ENUM (BridgeSubject, bridge_subject,
             VALUE (BRIDGE_SUBJECT_PROMISE, "promise"),
             VALUE (BRIDGE_SUBJECT_BOUNDARY, "boundary"),
             VALUE (BRIDGE_SUBJECT_PAUSE, "pause"),
             VALUE (BRIDGE_SUBJECT_MILESTONE, "milestone"),
             VALUE (BRIDGE_SUBJECT_CARE, "care"),
             VALUE (BRIDGE_SUBJECT_REVIEW, "review"))

DEFINE_ENUM (BridgeBackground, bridge_background,
             VALUE (BRIDGE_BACKGROUND_UNKNOWN, "unknown"),
             VALUE (BRIDGE_BACKGROUND_ALLOWED, "allowed"),
             VALUE (BRIDGE_BACKGROUND_ONCE_OPENED, "once-opened"),
             VALUE (BRIDGE_BACKGROUND_REFUSED, "refused"))

DEFINE_ENUM (BridgeInvitationSubject, bridge_invitation_subject,
             VALUE (BRIDGE_INVITATION_RITUAL, "ritual"),
             VALUE (BRIDGE_INVITATION_MOMENT, "moment"),
             VALUE (BRIDGE_INVITATION_BOUNDARY, "boundary"),
             VALUE (BRIDGE_INVITATION_CONVERSATION, "conversation"),
             VALUE (BRIDGE_INVITATION_CHECK_IN, "check-in"),
             VALUE (BRIDGE_INVITATION_PROMISE, "promise"),
             VALUE (BRIDGE_INVITATION_MILESTONE, "milestone"))

DEFINE_ENUM (BridgeInvitationState, bridge_invitation_state,
             VALUE (BRIDGE_INVITATION_OPEN, "open"),
             VALUE (BRIDGE_INVITATION_ANOTHER_TIME, "another-time"),
             VALUE (BRIDGE_INVITATION_AGREED, "agreed"),
             VALUE (BRIDGE_INVITATION_NOT_NOW, "not-now"),
             VALUE (BRIDGE_INVITATION_WITHDRAWN, "withdrawn"))

DEFINE_ENUM (BridgeInvitationEvent, bridge_invitation_event,
             VALUE (BRIDGE_INVITATION_SAY_YES, "yes"),
             VALUE (BRIDGE_INVITATION_SAY_ANOTHER_TIME, "another-time"),
             VALUE (BRIDGE_INVITATION_SAY_NOT_NOW, "not-now"),
             VALUE (BRIDGE_INVITATION_WITHDRAW, "withdraw"),
             VALUE (BRIDGE_INVITATION_COME_UP_AGAIN, "come-up-again"))

DEFINE_ENUM (BridgeWinKind, bridge_win_kind,
             VALUE (BRIDGE_WIN_OTHER, "other"),
             VALUE (BRIDGE_WIN_SHOWING_UP, "showing-up"),
             VALUE (BRIDGE_WIN_LISTENING, "listening"),
             VALUE (BRIDGE_WIN_REPAIR, "repair"),
             VALUE (BRIDGE_WIN_LAUGHTER, "laughter"),
             VALUE (BRIDGE_WIN_CALM_TALK, "calm-talk"),
             VALUE (BRIDGE_WIN_TENDERNESS, "tenderness"),
             VALUE (BRIDGE_WIN_SHARED_ACTIVITY, "shared-activity"),
             VALUE (BRIDGE_WIN_BOUNDARY_KEPT, "boundary-kept"),
             VALUE (BRIDGE_WIN_MILESTONE, "milestone"))

DEFINE_ENUM (BridgeMilestoneSource, bridge_milestone_source,
             VALUE (BRIDGE_MILESTONE_FROM_NOTHING, "open"),
             VALUE (BRIDGE_MILESTONE_FROM_RITUALS, "rituals"),
             VALUE (BRIDGE_MILESTONE_FROM_WINS, "wins"),
             VALUE (BRIDGE_MILESTONE_FROM_PROMISES, "promises"),
             VALUE (BRIDGE_MILESTONE_FROM_TALKS, "talks"),
             VALUE (BRIDGE_MILESTONE_FROM_WEEKS, "weeks"))

DEFINE_ENUM (BridgeMilestoneState, bridge_milestone_state,
             VALUE (BRIDGE_MILESTONE_OPEN, "open"),
             VALUE (BRIDGE_MILESTONE_RESTING, "resting"),
             VALUE (BRIDGE_MILESTONE_REACHED, "reached"))

DEFINE_ENUM (BridgeMilestoneEvent, bridge_milestone_event,
             VALUE (BRIDGE_MILESTONE_RESHAPE, "reshape"),
             VALUE (BRIDGE_MILESTONE_REVISIT, "revisit"),
             VALUE (BRIDGE_MILESTONE_REST, "rest"),
             VALUE (BRIDGE_MILESTONE_RESUME, "resume"),
             VALUE (BRIDGE_MILESTONE_REACH, "reach"),
             VALUE (BRIDGE_MILESTONE_REOPEN, "reopen"))

DEFINE_ENUM (BridgeScale, bridge_scale,
             VALUE (BRIDGE_SCALE_MOOD, "mood"),
             VALUE (BRIDGE_SCALE_ENERGY, "energy"),
             VALUE (BRIDGE_SCALE_CLOSENESS, "closeness"),
             VALUE (BRIDGE_SCALE_TALKING, "talking"),
             VALUE (BRIDGE_SCALE_SAFETY, "safety"))

DEFINE_ENUM (BridgeRoundState, bridge_round_state,
             VALUE (BRIDGE_ROUND_WAITING, "waiting"),
             VALUE (BRIDGE_ROUND_OPENED, "opened"))

DEFINE_ENUM (BridgeReviewState, bridge_review_state,
             VALUE (BRIDGE_REVIEW_APPRECIATIONS, "appreciations"),
             VALUE (BRIDGE_REVIEW_WENT_RIGHT, "went-right"),
             VALUE (BRIDGE_REVIEW_ISSUE, "issue"),
             VALUE (BRIDGE_REVIEW_NEXT_WEEK, "next-week"),
             VALUE (BRIDGE_REVIEW_DONE, "done"))

DEFINE_ENUM (BridgeReviewPart, bridge_review_part,
             VALUE (BRIDGE_PART_APPRECIATION, "appreciation"),
             VALUE (BRIDGE_PART_WENT_RIGHT, "went-right"),
             VALUE (BRIDGE_PART_ISSUE, "issue"),
             VALUE (BRIDGE_PART_WISH, "wish"),
             VALUE (BRIDGE_PART_PLAN, "plan"))

DEFINE_ENUM (BridgeDuty, bridge_duty,
             VALUE (BRIDGE_DUTY_LEAD, "lead"),
             VALUE (BRIDGE_DUTY_PLAN, "plan"),
             VALUE (BRIDGE_DUTY_TOPIC, "topic"))

DEFINE_ENUM (BridgeMeaningKind, bridge_meaning_kind,
             VALUE (BRIDGE_MEANING_HOBBY, "hobby"),
             VALUE (BRIDGE_MEANING_VALUE, "value"),
             VALUE (BRIDGE_MEANING_HOPE, "hope"))

DEFINE_ENUM (BridgeMeaningTense, bridge_meaning_tense,
             VALUE (BRIDGE_MEANING_ONCE, "once"),
             VALUE (BRIDGE_MEANING_TO_TRY, "to-try"))

DEFINE_ENUM (BridgeCareArea, bridge_care_area,
             VALUE (BRIDGE_CARE_SLEEP, "sleep"),
             VALUE (BRIDGE_CARE_FOOD, "food"),
             VALUE (BRIDGE_CARE_MOVEMENT, "movement"),
             VALUE (BRIDGE_CARE_STRESS, "stress"),
             VALUE (BRIDGE_CARE_FRIENDS, "friends"),
             VALUE (BRIDGE_CARE_INTERESTS, "interests"))

/**
 * bridge_enum_to_nick:
 * @type: one of the enumerations of this file
 * @value: a value of it
 *
 * Gives the stable word that the database, the command line and JSON use.
 *
 * Returns: (transfer none): the nick
 */
const char *
bridge_enum_to_nick (GType type,
                     int   value)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (G_ENUM_CLASS (class), value);

  g_return_val_if_fail (found != NULL, "");

  return found->value_nick;
}

/**
 * bridge_enum_from_nick:
 * @type: one of the enumerations of this file
 * @nick: a word
 * @value: (out): the value it stands for
 * @error: where to list the choices
 *
 * Reads what bridge_enum_to_nick() wrote.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_enum_from_nick (GType        type,
                       const char  *nick,
                       int         *value,
                       GError     **error)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (G_ENUM_CLASS (class), nick);
  g_autoptr (GString) choices = NULL;

  if (found != NULL)
    {
      *value = found->value;
      return TRUE;
    }

  choices = g_string_new (NULL);
  for (guint i = 0; i < G_ENUM_CLASS (class)->n_values; i++)
    g_string_append_printf (choices, i == 0 ? "%s" : ", %s", G_ENUM_CLASS (class)->values[i].value_nick);

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
               /* Translators: the choices are words that are typed, and stay as they are. */
               _("“%s” is not one of these: %s."), nick, choices->str);
  return FALSE;
}

/**
 * bridge_ritual_state_get_label:
 * @state: a state
 *
 * Gives the word people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_ritual_state_get_label (BridgeRitualState state)
{
  switch (state)
    {
    case BRIDGE_RITUAL_DRAFT:
      return C_("ritual", "Draft");
    case BRIDGE_RITUAL_PROPOSED:
      return C_("ritual", "Proposed");
    case BRIDGE_RITUAL_AGREED:
      return C_("ritual", "Agreed");
    case BRIDGE_RITUAL_RESTING:
      return C_("ritual", "Resting");
    case BRIDGE_RITUAL_ENDED:
      return C_("ritual", "Ended");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_outcome_get_label:
 * @outcome: an outcome
 *
 * Gives the words people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_outcome_get_label (BridgeOutcome outcome)
{
  switch (outcome)
    {
    case BRIDGE_OUTCOME_NONE:
      return C_("outcome", "Not recorded");
    case BRIDGE_OUTCOME_KEPT:
      return C_("outcome", "Kept");
    case BRIDGE_OUTCOME_SMALLER:
      return C_("outcome", "Kept, in its smaller version");
    case BRIDGE_OUTCOME_NOT_TODAY:
      return C_("outcome", "Not today");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_outcome_is_kept:
 * @outcome: an outcome
 *
 * Returns: whether a moment with it was kept, be it in its smaller version
 */
gboolean
bridge_outcome_is_kept (BridgeOutcome outcome)
{
  return outcome == BRIDGE_OUTCOME_KEPT || outcome == BRIDGE_OUTCOME_SMALLER;
}

/**
 * bridge_promise_state_get_label:
 * @state: a state
 *
 * Gives the word people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_promise_state_get_label (BridgePromiseState state)
{
  switch (state)
    {
    case BRIDGE_PROMISE_OPEN:
      return C_("promise", "Open");
    case BRIDGE_PROMISE_KEPT:
      return C_("promise", "Kept");
    case BRIDGE_PROMISE_LET_GO:
      return C_("promise", "Let go");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_win_kind_get_label:
 * @kind: a kind of small win
 *
 * Gives the words people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_win_kind_get_label (BridgeWinKind kind)
{
  switch (kind)
    {
    case BRIDGE_WIN_OTHER:
      return C_("win", "Something else");
    case BRIDGE_WIN_SHOWING_UP:
      return C_("win", "Showing up");
    case BRIDGE_WIN_LISTENING:
      return C_("win", "Listening");
    case BRIDGE_WIN_REPAIR:
      return C_("win", "Apology and repair");
    case BRIDGE_WIN_LAUGHTER:
      return C_("win", "Laughter");
    case BRIDGE_WIN_CALM_TALK:
      return C_("win", "A calm talk");
    case BRIDGE_WIN_TENDERNESS:
      return C_("win", "Tenderness");
    case BRIDGE_WIN_SHARED_ACTIVITY:
      return C_("win", "A shared activity");
    case BRIDGE_WIN_BOUNDARY_KEPT:
      return C_("win", "A boundary kept");
    case BRIDGE_WIN_MILESTONE:
      return C_("win", "A milestone reached");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_pause_state_get_label:
 * @state: a state of a pause
 *
 * Gives the words people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_pause_state_get_label (BridgePauseState state)
{
  switch (state)
    {
    case BRIDGE_PAUSE_COOLING:
      return C_("pause", "Paused");
    case BRIDGE_PAUSE_RETURN:
      return C_("pause", "Coming back together");
    case BRIDGE_PAUSE_ANOTHER_DAY:
      return C_("pause", "Another day");
    case BRIDGE_PAUSE_RE_ENTRY:
      return C_("pause", "A gentle talk");
    case BRIDGE_PAUSE_RECOVERY:
      return C_("pause", "Recovery");
    case BRIDGE_PAUSE_REVIEW:
      return C_("pause", "Looking back");
    case BRIDGE_PAUSE_CLOSED:
      return C_("pause", "Closed");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_scale_get_label:
 * @scale: a scale of a check-in
 *
 * Returns: what it asks about, for people
 */
const char *
bridge_scale_get_label (BridgeScale scale)
{
  switch (scale)
    {
    case BRIDGE_SCALE_MOOD:
      return _("Mood");
    case BRIDGE_SCALE_ENERGY:
      return _("Energy");
    case BRIDGE_SCALE_CLOSENESS:
      return _("Closeness");
    case BRIDGE_SCALE_TALKING:
      return _("How talking went");
    case BRIDGE_SCALE_SAFETY:
      return _("How safe it felt");
    }
  g_return_val_if_reached ("");
}

/**
 * bridge_scale_get_word:
 * @scale: a scale of a check-in
 * @step: 1 (least) to %BRIDGE_SCALE_MAX
 *
 * Returns: the word for that step, for people
 */
const char *
bridge_scale_get_word (BridgeScale scale,
                       int         step)
{
  static const char *const words[BRIDGE_N_SCALES][BRIDGE_SCALE_MAX] = {
    [BRIDGE_SCALE_MOOD] = { N_("Heavy"), N_("Low"), N_("Even"), N_("Light"), N_("Bright") },
    [BRIDGE_SCALE_ENERGY] = { N_("Empty"), N_("Tired"), N_("Enough"), N_("Rested"), N_("Full") },
    [BRIDGE_SCALE_CLOSENESS] = { N_("Far"), N_("Apart"), N_("Beside"), N_("Near"), N_("Close") },
    [BRIDGE_SCALE_TALKING] = { N_("Stuck"), N_("Hard"), N_("Polite"), N_("Easier"), N_("Open") },
    [BRIDGE_SCALE_SAFETY] = { N_("Not safe"), N_("Uneasy"), N_("In between"), N_("Mostly safe"), N_("Safe") },
  };

  g_return_val_if_fail (step >= 1 && step <= BRIDGE_SCALE_MAX, "");

  return _(words[scale][step - 1]);
}

/**
 * bridge_meaning_kind_get_label:
 * @kind: what something means to the two
 *
 * Returns: its name, for people
 */
const char *
bridge_meaning_kind_get_label (BridgeMeaningKind kind)
{
  switch (kind)
    {
    case BRIDGE_MEANING_HOBBY:
      return _("Something to do");
    case BRIDGE_MEANING_VALUE:
      return _("Something that matters");
    case BRIDGE_MEANING_HOPE:
      return _("A hope");
    }
  g_return_val_if_reached ("");
}

/**
 * bridge_care_area_get_label:
 * @area: a part of a care plan
 *
 * Returns: its name, for people
 */
const char *
bridge_care_area_get_label (BridgeCareArea area)
{
  switch (area)
    {
    case BRIDGE_CARE_SLEEP:
      return _("Sleep");
    case BRIDGE_CARE_FOOD:
      return _("Food");
    case BRIDGE_CARE_MOVEMENT:
      return _("Movement");
    case BRIDGE_CARE_STRESS:
      return _("Stress");
    case BRIDGE_CARE_FRIENDS:
      return _("Own friends");
    case BRIDGE_CARE_INTERESTS:
      return _("Own interests");
    }
  g_return_val_if_reached ("");
}
