/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-pause.h"

/* What each of the two says to a pause, for themself. An answer is kept until both are there and forgotten then: nobody can
 * read, now or later, who was not ready. */

static gboolean
is_asked (BridgePauseEvent     event,
          BridgePauseQuestion *question)
{
  *question = event == BRIDGE_PAUSE_EVENT_ANSWER ? BRIDGE_PAUSE_ASK_READY : BRIDGE_PAUSE_ASK_OVER;
  return event == BRIDGE_PAUSE_EVENT_ANSWER || event == BRIDGE_PAUSE_EVENT_END_RECOVERY;
}

/* (transfer none) (nullable): of @answers */
static BridgePauseAnswer *
find_answer (GPtrArray           *answers,
             BridgePerson        *person,
             BridgePause         *pause,
             BridgePauseQuestion  question)
{
  for (guint i = 0; person != NULL && i < answers->len; i++)
    {
      BridgePauseAnswer *answer = g_ptr_array_index (answers, i);

      if (bridge_pause_answer_get_question (answer) == question &&
          bridge_pause_answer_get_round (answer) == bridge_pause_get_round (pause) &&
          g_strcmp0 (bridge_pause_answer_get_person_id (answer), bridge_person_get_id (person)) == 0)
        return answer;
    }
  return NULL;
}

/**
 * bridge_space_load_pause_input:
 * @self: a space
 * @pause: the pause as it is by now
 * @event: what happens
 * @input: (inout): what belongs to it
 * @error: where to say what went wrong
 *
 * Fills in what the one who is not speaking has answered already.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_load_pause_input (BridgeSpace       *self,
                               BridgePause       *pause,
                               BridgePauseEvent   event,
                               BridgePauseInput  *input,
                               GError           **error)
{
  g_autoptr (GPtrArray) answers = NULL;
  BridgePauseQuestion question;
  BridgePauseAnswer *other;

  if (!is_asked (event, &question))
    return TRUE;

  answers = bridge_store_load_pause_answers (bridge_space_get_database (self), bridge_pause_get_id (pause), error);
  if (answers == NULL)
    return FALSE;
  other = find_answer (answers, bridge_space_get_listener (self), pause, question);
  input->other = other != NULL ? bridge_pause_answer_get_answer (other) : BRIDGE_READINESS_NONE;
  return TRUE;
}

static void
add_answer (BridgeSpace             *self,
            BridgeCommand           *command,
            BridgePause             *pause,
            BridgePauseQuestion      question,
            const BridgePauseInput  *input,
            GPtrArray               *answers)
{
  BridgePerson *speaker = bridge_space_get_speaker (self);
  BridgePauseAnswer *before = find_answer (answers, speaker, pause, question);
  g_autoptr (BridgePauseAnswer) after = NULL;

  after = g_object_new (BRIDGE_TYPE_PAUSE_ANSWER,
                        "pause-id", bridge_pause_get_id (pause),
                        "person-id", bridge_person_get_id (speaker),
                        "question", question,
                        "round", bridge_pause_get_round (pause),
                        "answer", input->answer,
                        NULL);
  bridge_row_take_identity (after, before);
  bridge_command_add (command, before, after);
}

static void
add_forgotten (BridgeCommand *command,
               GPtrArray     *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      BridgePauseAnswer *before = g_ptr_array_index (answers, i);
      g_autoptr (BridgePauseAnswer) after = bridge_pause_answer_copy (before);

      g_object_set (after, "answer", BRIDGE_READINESS_NONE, NULL);
      if (bridge_pause_answer_get_answer (before) != BRIDGE_READINESS_NONE)
        bridge_command_add (command, before, after);
    }
}

static gboolean
add_follow_up (BridgeSpace          *self,
               BridgeCommand        *command,
               BridgePause          *pause,
               BridgePauseFollowUp  *words,
               GError              **error)
{
  const char *speaker = bridge_person_get_id (bridge_space_get_speaker (self));
  g_autoptr (GPtrArray) present =
    bridge_store_load_pause_follow_ups (bridge_space_get_database (self), bridge_pause_get_id (pause), error);
  g_autoptr (BridgePauseFollowUp) after = bridge_pause_follow_up_copy (words);
  BridgePauseFollowUp *before = NULL;

  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    if (g_strcmp0 (bridge_pause_follow_up_get_person_id (g_ptr_array_index (present, i)), speaker) == 0)
      before = g_ptr_array_index (present, i);

  g_object_set (after, "pause-id", bridge_pause_get_id (pause), "person-id", speaker, NULL);
  bridge_row_take_identity (after, before);
  bridge_command_add (command, before, after);
  return TRUE;
}

/**
 * bridge_space_add_pause_words:
 * @self: a space
 * @command: a command
 * @pause: the pause as it was before the step
 * @event: what happens
 * @input: what belongs to it
 * @effects: what the state machine said
 * @words: (nullable): a #BridgePauseFollowUp, for a follow-up
 * @error: where to say what went wrong
 *
 * Adds the rows of what the speaker says; of answers that have decided something, that they are forgotten.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_add_pause_words (BridgeSpace             *self,
                              BridgeCommand           *command,
                              BridgePause             *pause,
                              BridgePauseEvent         event,
                              const BridgePauseInput  *input,
                              BridgePauseEffects       effects,
                              gpointer                 words,
                              GError                 **error)
{
  g_autoptr (GPtrArray) answers = NULL;
  BridgePauseQuestion question;
  gboolean asked = is_asked (event, &question);

  if (words != NULL)
    return add_follow_up (self, command, pause, words, error);
  if (!asked && !(effects & BRIDGE_PAUSE_EFFECT_DECIDED))
    return TRUE;

  answers = bridge_store_load_pause_answers (bridge_space_get_database (self), bridge_pause_get_id (pause), error);
  if (answers == NULL)
    return FALSE;
  if (effects & BRIDGE_PAUSE_EFFECT_DECIDED)
    add_forgotten (command, answers);
  else
    add_answer (self, command, pause, question, input, answers);
  return TRUE;
}

/**
 * bridge_space_has_answered_pause:
 * @self: a space
 * @question: what was asked
 *
 * Returns: whether the speaker's own answer is in, and it is not decided yet. What the other one does is told by nothing but
 *   what comes of it
 */
gboolean
bridge_space_has_answered_pause (BridgeSpace         *self,
                                 BridgePauseQuestion  question)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  BridgePauseAnswer *own;
  BridgePause *pause;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  pause = bridge_space_get_pause (self);
  if (pause == NULL)
    return FALSE;
  answers = bridge_store_load_pause_answers (bridge_space_get_database (self), bridge_pause_get_id (pause), &error);
  if (answers == NULL)
    {
      g_message ("Whether there is an answer could not be read: %s", error->message);
      return FALSE;
    }
  own = find_answer (answers, bridge_space_get_speaker (self), pause, question);
  return own != NULL && bridge_pause_answer_get_answer (own) != BRIDGE_READINESS_NONE;
}

/**
 * bridge_space_list_pause_follow_ups:
 * @self: a space
 * @id: the whole id of a pause
 * @error: where to say what went wrong
 *
 * Gives the follow-ups that the speaker may read: their own, and the other's once their own is there or the time of the
 * recovery window is over. Where the pause was closed before that, it is still a time in which nobody reads without writing:
 * one of the two closes it alone.
 *
 * Returns: (transfer full) (nullable) (element-type BridgePauseFollowUp): none, one or two; %NULL with
 *   %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
GPtrArray *
bridge_space_list_pause_follow_ups (BridgeSpace  *self,
                                    const char   *id,
                                    GError      **error)
{
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GPtrArray) all = NULL;
  BridgePerson *speaker;
  guint own = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  pause = bridge_space_find_pause (self, id, error);
  if (pause == NULL)
    return NULL;
  all = bridge_store_load_pause_follow_ups (bridge_space_get_database (self), bridge_pause_get_id (pause), error);
  if (all == NULL || bridge_space_now (self) >= bridge_pause_get_recovery_until (pause))
    return g_steal_pointer (&all);

  speaker = bridge_space_get_speaker (self);
  while (own < all->len &&
         (speaker == NULL || g_strcmp0 (bridge_pause_follow_up_get_person_id (g_ptr_array_index (all, own)),
                                        bridge_person_get_id (speaker)) != 0))
    own++;
  if (own == all->len)
    g_ptr_array_set_size (all, 0);
  return g_steal_pointer (&all);
}
