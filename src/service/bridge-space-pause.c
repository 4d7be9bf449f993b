/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-pause-state.h"
#include "bridge-space-pause.h"
#include "bridge-words.h"

/* The steps of a pause: each looks what the file has, asks the state machine, and writes at once. */

/* Whose alarm it is. */
static const char alarm_owner[] = "pause";

/* The list keeps it. */
static BridgePause *
peek_open (BridgeSpace *self)
{
  GListModel *pauses = bridge_space_get_pauses (self);

  for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);

      if (bridge_pause_get_state (pause) != BRIDGE_PAUSE_CLOSED)
        return pause;
    }
  return NULL;
}

/* What time has done is written by whichever process is there; of two, the second finds it done. Where it cannot be written
 * it is so nevertheless, and the next to write anything of the pause writes it, too. */
static void
advance (BridgeSpace *self)
{
  BridgePause *open = peek_open (self);
  g_autoptr (BridgePause) next = NULL;
  g_autoptr (GError) error = NULL;
  gboolean moved = FALSE;

  if (open != NULL)
    next = bridge_pause_state_advance (open, bridge_space_now (self), &moved);
  if (moved)
    {
      g_autoptr (BridgeCommand) command = bridge_command_new ("");

      g_debug ("Pause %s comes to %s", bridge_pause_get_id (open),
               bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, bridge_pause_get_state (next)));
      bridge_command_add (command, open, next);
      if (bridge_space_get_read_only (self) ||
          (!bridge_space_run_for_good (self, g_steal_pointer (&command), &error) && !bridge_space_refresh (self)))
        {
          if (error != NULL)
            g_message ("What time did to the pause could not be written yet: %s", error->message);
          g_object_set (open, "state", bridge_pause_get_state (next), NULL);
          bridge_space_emit_changed (self, BRIDGE_KIND_PAUSES);
        }
    }

  open = peek_open (self);
  bridge_space_set_alarm (self, (gpointer) alarm_owner, open != NULL ? bridge_pause_state_get_next (open) : BRIDGE_NEVER);
}

static void
woke_cb (BridgeSpace *self)
{
  advance (self);
}

static void
changed_cb (BridgeSpace *self,
            guint        kinds)
{
  if (kinds & BRIDGE_KIND_PAUSES)
    advance (self);
}

/**
 * bridge_space_follow_pause:
 * @self: a space that has just been opened
 *
 * Has time move the pause from now on, also by what was missed while no process was there.
 */
void
bridge_space_follow_pause (BridgeSpace *self)
{
  g_signal_connect_object (bridge_space_get_clock (self), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  advance (self);
}

/**
 * bridge_space_get_pauses:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgePause, the one called last first; closed ones, too
 */
GListModel *
bridge_space_get_pauses (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_PAUSES);
}

/**
 * bridge_space_get_pause:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the pause that is not closed, as it is by now; good until "changed" with
 *   %BRIDGE_KIND_PAUSES
 */
BridgePause *
bridge_space_get_pause (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_open (self);
}

/**
 * bridge_space_find_pause:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgePause *
bridge_space_find_pause (BridgeSpace  *self,
                         const char   *id_or_prefix,
                         GError      **error)
{
  g_autoptr (BridgePause) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_pauses (self), (BridgeKeyFunc) bridge_pause_get_id, id_or_prefix, error);
  return found != NULL ? bridge_pause_copy (found) : NULL;
}

static void
add_new (BridgeSpace      *self,
         BridgeCommand    *command,
         BridgePauseState  interrupted)
{
  g_autoptr (BridgePause) pause =
    bridge_pause_state_begin (bridge_space_now (self), bridge_space_get_pause_minutes (self), interrupted);

  bridge_row_take_identity (pause, NULL);
  bridge_command_add (command, NULL, pause);
}

/* The one that was closed for a pause which is taken back now, comes back. */
static void
add_reopened (BridgeSpace   *self,
              BridgeCommand *command,
              BridgePause   *taken_back)
{
  GListModel *pauses = bridge_space_get_pauses (self);
  BridgePauseState interrupted = bridge_pause_get_interrupted (taken_back);

  if (interrupted != BRIDGE_PAUSE_RECOVERY && interrupted != BRIDGE_PAUSE_REVIEW)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
      g_autoptr (BridgePause) after = NULL;

      if (bridge_pause_get_state (pause) != BRIDGE_PAUSE_CLOSED ||
          bridge_pause_get_closed_at (pause) != bridge_pause_get_called_at (taken_back))
        continue;
      after = bridge_pause_copy (pause);
      g_object_set (after, "state", interrupted, "closed-at", (gint64) 0, NULL);
      bridge_command_add (command, pause, after);
      return;
    }
}

static gboolean
try_step (BridgeSpace       *self,
          BridgePauseEvent   event,
          BridgePauseInput   input,
          gpointer           words,
          GError           **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new ("");
  g_autoptr (BridgePause) current = NULL;
  g_autoptr (BridgePause) next = NULL;
  BridgePause *open;
  BridgePauseEffects effects;

  bridge_space_refresh (self);
  open = peek_open (self);
  if (open == NULL && event != BRIDGE_PAUSE_EVENT_CALL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There is no pause just now."));
      return FALSE;
    }
  if (open == NULL)
    {
      add_new (self, command, BRIDGE_PAUSE_COOLING);
      return bridge_space_run_for_good (self, g_steal_pointer (&command), error);
    }

  current = bridge_pause_state_advance (open, input.now, NULL);
  if (!bridge_space_load_pause_input (self, current, event, &input, error))
    return FALSE;
  next = bridge_pause_state_apply (current, event, &input, &effects, error);
  if (next == NULL)
    return FALSE;

  if (effects & BRIDGE_PAUSE_EFFECT_REMOVE)
    {
      bridge_command_add (command, open, NULL);
      add_reopened (self, command, open);
    }
  else
    {
      /* With every word of either the pause is written, too: of two at the same moment, one looks again. */
      bridge_command_add (command, open, next);
      if (!bridge_space_add_pause_words (self, command, current, event, &input, effects, words, error))
        return FALSE;
      if (effects & BRIDGE_PAUSE_EFFECT_BEGIN)
        add_new (self, command, bridge_pause_get_state (current));
      if (event == BRIDGE_PAUSE_EVENT_CALL && effects == 0)
        return TRUE;
    }
  return bridge_space_run_for_good (self, g_steal_pointer (&command), error);
}

static gboolean
take_step (BridgeSpace       *self,
           BridgePauseEvent   event,
           BridgePauseInput   input,
           gpointer           words,
           GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!bridge_space_require_set_up (self, error))
    return FALSE;

  input.now = bridge_space_now (self);
  input.minutes = bridge_space_get_pause_minutes (self);
  input.recovery_hours = bridge_space_get_recovery_hours (self);
  input.solo = bridge_space_get_partner (self) == NULL;
  if (try_step (self, event, input, words, &local_error))
    return TRUE;

  /* Another process was quicker; what it wrote may well be the same. */
  if (bridge_space_refresh (self) &&
      (g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT) || event == BRIDGE_PAUSE_EVENT_CALL))
    return try_step (self, event, input, words, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * bridge_space_call_pause:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Calls a pause. Where one runs already, nothing is changed by it; a talk, or waiting for another day, is interrupted by a
 * new time to calm down. A pause whose talk is over is closed for the new one, as something else is more pressing now: its
 * review may still be written, or left.
 *
 * Returns: (transfer full) (nullable): a copy of the pause that runs, or %NULL with %BRIDGE_ERROR_NOT_SET_UP or an error of
 *   the database
 */
BridgePause *
bridge_space_call_pause (BridgeSpace  *self,
                         GError      **error)
{
  BridgePause *open;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (!take_step (self, BRIDGE_PAUSE_EVENT_CALL, (BridgePauseInput) { 0 }, NULL, error))
    return NULL;
  open = peek_open (self);
  if (open != NULL)
    return bridge_pause_copy (open);

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED, _("The pause was called, but could not be read back."));
  return NULL;
}

/**
 * bridge_space_take_back_pause:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Takes back a pause that was called by mistake, within its first minute. What it had interrupted goes on.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_take_back_pause (BridgeSpace  *self,
                              GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_TAKE_BACK, (BridgePauseInput) { 0 }, NULL, error);
}

/**
 * bridge_space_set_pause_return:
 * @self: a space
 * @at: when to come back together, UTC ms
 * @error: where to say what went wrong
 *
 * Sets the time of the return while cooling. Of two, each alone makes it only later.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_set_pause_return (BridgeSpace  *self,
                               gint64        at,
                               GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_SET_RETURN, (BridgePauseInput) { .at = at }, NULL, error);
}

/**
 * bridge_space_extend_pause:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Makes the pause longer while cooling, once.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_extend_pause (BridgeSpace  *self,
                           GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_EXTEND, (BridgePauseInput) { 0 }, NULL, error);
}

/**
 * bridge_space_put_off_pause:
 * @self: a space
 * @at: when to come back together, UTC ms, within 31 days
 * @error: where to say what went wrong
 *
 * Puts the return, or the rest of the talk, off to another day; of two, each alone makes one that stands only later.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_put_off_pause (BridgeSpace  *self,
                            gint64        at,
                            GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, (BridgePauseInput) { .at = at }, NULL, error);
}

/**
 * bridge_space_answer_pause:
 * @self: a space
 * @answer: how ready the speaker is; none: the answer is taken back
 * @error: where to say what went wrong
 *
 * Answers "ready?" for the speaker. With the second answer, or solo with the own, it is decided, and what each had answered
 * is not kept.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_answer_pause (BridgeSpace      *self,
                           BridgeReadiness   answer,
                           GError          **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_ANSWER, (BridgePauseInput) { .answer = answer }, NULL, error);
}

/**
 * bridge_space_set_pause_topic:
 * @self: a space
 * @topic: the one topic of the talk, up to 200 characters, or ""
 * @error: where to say what went wrong
 *
 * Chooses what the talk is about, until the first turn begins.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_set_pause_topic (BridgeSpace  *self,
                              const char   *topic,
                              GError      **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);

  clean = bridge_text_clean (topic, FALSE);
  return take_step (self, BRIDGE_PAUSE_EVENT_SET_TOPIC, (BridgePauseInput) { .text = clean }, NULL, error);
}

/**
 * bridge_space_begin_pause_turn:
 * @self: a space
 * @turn: the one that begins; of several that say so, one is heard
 * @first_id: (nullable): the person who has the odd ones, for the first; %NULL: the speaker
 * @error: where to say what went wrong
 *
 * Begins the next turn of the talk.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_begin_pause_turn (BridgeSpace  *self,
                               int           turn,
                               const char   *first_id,
                               GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (!bridge_space_require_set_up (self, error))
    return FALSE;
  if (first_id != NULL && bridge_space_find_person (self, first_id) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no such person here."));
      return FALSE;
    }
  if (first_id == NULL)
    first_id = bridge_person_get_id (bridge_space_get_speaker (self));
  return take_step (self, BRIDGE_PAUSE_EVENT_NEXT_TURN, (BridgePauseInput) { .turn = turn, .text = first_id }, NULL, error);
}

/**
 * bridge_space_get_pause_turn:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): whose turn it is; nobody's before the first, as alone there are none
 */
BridgePerson *
bridge_space_get_pause_turn (BridgeSpace *self)
{
  BridgePause *open;
  BridgePerson *first;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  open = peek_open (self);
  if (open == NULL || bridge_pause_get_turn (open) == 0 || bridge_pause_get_first_id (open) == NULL)
    return NULL;
  first = bridge_space_find_person (self, bridge_pause_get_first_id (open));
  if (bridge_pause_get_turn (open) % 2 == 1)
    return first;
  return first == bridge_space_get_me (self) ? bridge_space_get_partner (self) : bridge_space_get_me (self);
}

/**
 * bridge_space_end_pause_talk:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Ends the talk; the recovery window begins, with the follow-up on the next day at the same time.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_end_pause_talk (BridgeSpace  *self,
                             GError      **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  BridgeLocal tomorrow;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  zone = bridge_clock_dup_zone (bridge_space_get_clock (self));
  tomorrow = bridge_clock_local_now (bridge_space_get_clock (self)) + BRIDGE_DAY;
  return take_step (self, BRIDGE_PAUSE_EVENT_END_TALK,
                    (BridgePauseInput) { .at = bridge_local_to_utc_ms (tomorrow, zone) }, NULL, error);
}

/**
 * bridge_space_set_pause_follow_up_time:
 * @self: a space
 * @at: when, UTC ms, within the recovery window
 * @error: where to say what went wrong
 *
 * Sets another time for the short follow-up.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_set_pause_follow_up_time (BridgeSpace  *self,
                                       gint64        at,
                                       GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_SET_FOLLOW_UP, (BridgePauseInput) { .at = at }, NULL, error);
}

static void
set_clean (gpointer    row,
           const char *property,
           const char *text)
{
  g_autofree char *clean = text != NULL ? bridge_text_clean (text, TRUE) : NULL;

  g_object_set (row, property, clean != NULL ? clean : "", NULL);
}

/**
 * bridge_space_write_pause_follow_up:
 * @self: a space
 * @feelings: (nullable): how it feels now
 * @needs: (nullable): what is needed
 * @next_step: (nullable): the next small step
 * @error: where to say what went wrong
 *
 * Writes the speaker's words for the short follow-up, instead of those they had written.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE (nothing written, or too long) or an error of the
 *   database
 */
gboolean
bridge_space_write_pause_follow_up (BridgeSpace  *self,
                                    const char   *feelings,
                                    const char   *needs,
                                    const char   *next_step,
                                    GError      **error)
{
  g_autoptr (BridgePauseFollowUp) words = g_object_new (BRIDGE_TYPE_PAUSE_FOLLOW_UP, NULL);

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  set_clean (words, "feelings", feelings);
  set_clean (words, "needs", needs);
  set_clean (words, "next-step", next_step);
  return bridge_pause_follow_up_validate (words, error) &&
         take_step (self, BRIDGE_PAUSE_EVENT_FOLLOW_UP, (BridgePauseInput) { 0 }, words, error);
}

/**
 * bridge_space_end_pause_recovery:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Says for the speaker that the recovery window may end. When both have, it does.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_end_pause_recovery (BridgeSpace  *self,
                                 GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_END_RECOVERY, (BridgePauseInput) { .answer = BRIDGE_READINESS_READY },
                    NULL, error);
}

/* Below what is there. (transfer full) */
static char *
join_words (const char *present,
            const char *more)
{
  g_autofree char *clean = bridge_text_clean (more, TRUE);

  if (clean == NULL || *clean == '\0')
    return g_strdup (present);
  return *present != '\0' ? g_strconcat (present, "\n", clean, NULL) : g_steal_pointer (&clean);
}

/* Whose words are whose is not known, so of two nobody can replace some: a "no" in them may be the other one's. */
static gboolean
check_stays (BridgeSpace  *self,
             const char   *present,
             const char   *text,
             GError      **error)
{
  g_autofree char *clean = bridge_text_clean (text, TRUE);

  if (bridge_space_get_listener (self) == NULL || *present == '\0' || g_strcmp0 (present, clean) == 0)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("These words are of both of you, so they were left as they are. You could add some below them."));
  return FALSE;
}

static gboolean
write_review (BridgeSpace              *self,
              const char               *id,
              const BridgePauseReview  *instead,
              const BridgePauseReview  *below,
              GError                  **error)
{
  const struct {
    const char *property;
    const char *field;
    const char *instead;
    const char *below;
  } words[] = {
    { "helped", _("What helped"), instead->helped, below->helped },
    { "hindered", _("What did not help"), instead->hindered, below->hindered },
    { "lesson", _("The lesson"), instead->lesson, below->lesson },
    { "changed-plan", _("The changed plan"), instead->changed_plan, below->changed_plan },
  };
  g_autoptr (BridgePause) before = NULL;
  g_autoptr (BridgePause) now = NULL;
  g_autoptr (BridgePause) after = NULL;
  BridgePauseEffects effects;

  bridge_space_refresh (self);
  before = bridge_space_find_pause (self, id, error);
  if (before == NULL)
    return FALSE;
  now = bridge_pause_state_advance (before, bridge_space_now (self), NULL);
  after = bridge_pause_state_apply (now, BRIDGE_PAUSE_EVENT_WRITE_REVIEW, &(BridgePauseInput) { 0 }, &effects, error);
  if (after == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *present = NULL;
      g_autofree char *text = NULL;

      if (words[i].instead == NULL && words[i].below == NULL)
        continue;
      g_object_get (before, words[i].property, &present, NULL);
      if (words[i].instead != NULL && !check_stays (self, present, words[i].instead, error))
        return FALSE;
      text = words[i].instead != NULL ? g_strdup (words[i].instead) : join_words (present, words[i].below);
      if (!bridge_text_check (words[i].field, text, 0, BRIDGE_PAUSE_WORDS_MAX, error))
        return FALSE;
      set_clean (after, words[i].property, text);
    }
  return bridge_space_run_change (self, _("Look back written down"), before, after, error);
}

/**
 * bridge_space_review_pause:
 * @self: a space
 * @id: of the pause that is in review, or of a closed one
 * @review: the words that shall stand there, up to 2000 characters each; what is %NULL stays as it is
 * @error: where to say what went wrong
 *
 * Writes what a pause has taught: words of both, which either may write, alone or together with the other. It may be done
 * before the pause is closed and afterwards, and can be undone until something else was written or it was closed. Where two
 * are here, words that stand there already are not replaced: bridge_space_add_to_pause_review() puts some below them.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (also: of two, for words that would go),
 *   %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_review_pause (BridgeSpace              *self,
                           const char               *id,
                           const BridgePauseReview  *review,
                           GError                  **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (review != NULL, FALSE);

  return write_review (self, id, review, &(BridgePauseReview) { NULL }, error);
}

/**
 * bridge_space_add_to_pause_review:
 * @self: a space
 * @id: of the pause that is in review, or of a closed one
 * @review: words that are put below those which are there; %NULL or "": none
 * @error: where to say what went wrong
 *
 * Adds to what a pause has taught, for who has not the words of the other one before their eyes.
 *
 * Returns: %FALSE with the errors of bridge_space_review_pause()
 */
gboolean
bridge_space_add_to_pause_review (BridgeSpace              *self,
                                  const char               *id,
                                  const BridgePauseReview  *review,
                                  GError                  **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (review != NULL, FALSE);

  return write_review (self, id, &(BridgePauseReview) { NULL }, review, error);
}

/**
 * bridge_space_edit_pause_review:
 * @self: a space
 * @id: of the pause that is in review, or of a closed one
 * @instead: the words that shall stand there; what is %NULL stays as it is
 * @below: words that are put below those which are there, where none shall stand there instead; %NULL or "": none
 * @error: where to say what went wrong
 *
 * Does as bridge_space_review_pause() and bridge_space_add_to_pause_review() in one, so that one Undo takes back both.
 *
 * Returns: %FALSE with the errors of bridge_space_review_pause(); then nothing was written
 */
gboolean
bridge_space_edit_pause_review (BridgeSpace              *self,
                                const char               *id,
                                const BridgePauseReview  *instead,
                                const BridgePauseReview  *below,
                                GError                  **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (instead != NULL && below != NULL, FALSE);

  return write_review (self, id, instead, below, error);
}

/**
 * bridge_space_close_pause:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Lets the pause be, whatever of it is still open. While cooling it cannot be closed: that time belongs to both.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_close_pause (BridgeSpace  *self,
                          GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return take_step (self, BRIDGE_PAUSE_EVENT_CLOSE, (BridgePauseInput) { 0 }, NULL, error);
}
