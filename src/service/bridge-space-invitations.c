/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-invitation-effects.h"
#include "bridge-ritual-change.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* What one proposes and the other answers. */

static BridgeLocal
get_now (BridgeSpace *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self));
}

/**
 * bridge_space_get_invitations:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeInvitation in the order they were made; answered ones too
 */
GListModel *
bridge_space_get_invitations (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_INVITATIONS);
}

/**
 * bridge_space_find_invitation:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeInvitation *
bridge_space_find_invitation (BridgeSpace  *self,
                              const char   *id_or_prefix,
                              GError      **error)
{
  g_autoptr (BridgeInvitation) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_invitations (self), (BridgeKeyFunc) bridge_invitation_get_id, id_or_prefix,
                               error);
  return found != NULL ? bridge_invitation_copy (found) : NULL;
}

/**
 * bridge_space_find_waiting:
 * @self: a space
 * @subject: what it is about
 * @subject_id: (nullable): which one
 *
 * Returns: (transfer none) (nullable): the invitation about it that waits for an answer, good until the list changes
 */
BridgeInvitation *
bridge_space_find_waiting (BridgeSpace             *self,
                           BridgeInvitationSubject  subject,
                           const char              *subject_id)
{
  GListModel *list;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  list = bridge_space_get_invitations (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      /* The list keeps it. */
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);

      if (bridge_invitation_is_waiting (invitation) && bridge_invitation_get_subject (invitation) == subject &&
          g_strcmp0 (bridge_invitation_get_subject_id (invitation), subject_id) == 0)
        return invitation;
    }
  return NULL;
}

/**
 * bridge_space_find_waiting_move:
 * @self: a space
 * @ritual_id: a ritual
 * @start: the original start of one of its moments
 *
 * Returns: (transfer none) (nullable): the invitation to another time of that moment that waits for an answer, good until the
 *   list changes
 */
BridgeInvitation *
bridge_space_find_waiting_move (BridgeSpace *self,
                                const char  *ritual_id,
                                BridgeLocal  start)
{
  GListModel *list;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  list = bridge_space_get_invitations (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      /* The list keeps it. */
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      BridgeLocal moved;

      if (bridge_invitation_is_waiting (invitation) && bridge_invitation_read_move (invitation, &moved) && moved == start &&
          g_strcmp0 (bridge_invitation_get_subject_id (invitation), ritual_id) == 0)
        return invitation;
    }
  return NULL;
}

/**
 * bridge_space_dup_invitation_title:
 * @self: a space
 * @invitation: one of its invitations
 *
 * Returns: (transfer full): what it is about, as a title
 */
char *
bridge_space_dup_invitation_title (BridgeSpace      *self,
                                   BridgeInvitation *invitation)
{
  const BridgeInvitationEffects *effects;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_INVITATION (invitation), NULL);

  effects = bridge_invitation_effects_get (bridge_invitation_get_subject (invitation));
  return effects != NULL ? effects->dup_title (self, invitation) : g_strdup ("");
}

/**
 * bridge_space_preview_invitation:
 * @self: a space
 * @invitation: one of its invitations
 * @error: where to say why there is nothing to agree on any more
 *
 * Gives the ritual, or moment, that a yes would come to, at the time that was named last.
 *
 * Returns: (transfer full) (nullable): the ritual; %NULL with an error, or without one where it is about no ritual
 */
BridgeRitual *
bridge_space_preview_invitation (BridgeSpace       *self,
                                 BridgeInvitation  *invitation,
                                 GError           **error)
{
  const BridgeInvitationEffects *effects;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_INVITATION (invitation), NULL);

  effects = bridge_invitation_effects_get (bridge_invitation_get_subject (invitation));
  return effects != NULL && effects->preview != NULL ? effects->preview (self, invitation, error) : NULL;
}

/* The letters and digits alone: a full stop more makes nothing new of what was put off. All of it where there are none.
 * (transfer full) */
static char *
fold (const char *title)
{
  g_autofree char *composed = g_utf8_normalize (title, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : title, -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (plain, letter);
    }
  return plain->len > 0 ? g_strdup (plain->str) : g_steal_pointer (&folded);
}

/* What an earlier proposal is called, removed since or not. (transfer full) */
static char *
fold_title (BridgeSpace      *self,
            BridgeInvitation *invitation)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autofree char *title = NULL;

  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_RITUAL)
    ritual = bridge_store_load_ritual (bridge_space_get_database (self), bridge_invitation_get_subject_id (invitation), NULL);
  if (ritual == NULL)
    title = bridge_space_dup_invitation_title (self, invitation);
  return fold (ritual != NULL ? bridge_ritual_get_title (ritual) : title);
}

/* A moment and a conversation are two names for time together, at the will of whoever proposes it. */
static gboolean
is_alike (BridgeInvitationSubject a,
          BridgeInvitationSubject b)
{
  return a == b || ((a == BRIDGE_INVITATION_MOMENT || a == BRIDGE_INVITATION_CONVERSATION) &&
                    (b == BRIDGE_INVITATION_MOMENT || b == BRIDGE_INVITATION_CONVERSATION));
}

/* Whether a new proposal is about the same as an earlier one. What is not there yet goes by its folded title; of the moments
 * of a ritual each is another. */
static gboolean
is_same (BridgeSpace      *self,
         BridgeInvitation *earlier,
         BridgeInvitation *proposal,
         const char       *title)
{
  g_autofree char *earlier_title = NULL;

  if (!is_alike (bridge_invitation_get_subject (earlier), bridge_invitation_get_subject (proposal)) ||
      g_strcmp0 (bridge_invitation_get_subject_id (earlier), bridge_invitation_get_subject_id (proposal)) != 0)
    return FALSE;
  if (bridge_invitation_get_subject (earlier) == BRIDGE_INVITATION_MOMENT && bridge_invitation_get_subject_id (earlier) != NULL)
    return g_strcmp0 (bridge_invitation_get_change (earlier), bridge_invitation_get_change (proposal)) == 0;
  if (bridge_invitation_get_subject_id (earlier) != NULL)
    return TRUE;

  earlier_title = fold_title (self, earlier);
  return g_str_equal (earlier_title, title);
}

/* Time together that is proposed as a whole, however often it would come: no change to what is agreed, and no moment of it. */
static gboolean
is_time_together (BridgeInvitation *invitation)
{
  switch (bridge_invitation_get_subject (invitation))
    {
    case BRIDGE_INVITATION_RITUAL:
      return bridge_invitation_get_change (invitation) == NULL;
    case BRIDGE_INVITATION_MOMENT:
    case BRIDGE_INVITATION_CONVERSATION:
      return bridge_invitation_get_subject_id (invitation) == NULL;
    case BRIDGE_INVITATION_CHECK_IN:
    case BRIDGE_INVITATION_BOUNDARY:
    case BRIDGE_INVITATION_PROMISE:
    case BRIDGE_INVITATION_MILESTONE:
      break;
    }
  return FALSE;
}

/* What was put off rests in another form, too: as a ritual and once, or as another ritual. */
static gboolean
is_in_other_form (BridgeSpace      *self,
                  BridgeInvitation *earlier,
                  BridgeInvitation *proposal,
                  const char       *title)
{
  g_autofree char *earlier_title = NULL;

  if (bridge_invitation_get_state (earlier) != BRIDGE_INVITATION_NOT_NOW || !is_time_together (earlier) ||
      !is_time_together (proposal))
    return FALSE;
  earlier_title = fold_title (self, earlier);
  return g_str_equal (earlier_title, title);
}

/* Whether nothing could come of a yes any more: its time, or all of its moments, are behind us. */
static gboolean
has_gone_by (BridgeSpace      *self,
             BridgeInvitation *invitation)
{
  BridgeLocal now = get_now (self);
  BridgeLocal time = bridge_invitation_get_time (invitation);
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgePromise) promise = NULL;
  BridgeScheduleIter iter;

  switch (bridge_invitation_get_subject (invitation))
    {
    case BRIDGE_INVITATION_RITUAL:
      ritual = bridge_space_preview_invitation (self, invitation, NULL);
      if (ritual == NULL)
        return FALSE;
      bridge_schedule_iter_init (&iter, bridge_ritual_get_schedule (ritual), now);
      return !bridge_schedule_iter_next (&iter, &time);
    /* Its day is the one on which whoever is asked comes back to it; a yes is as good after that. */
    case BRIDGE_INVITATION_BOUNDARY:
    case BRIDGE_INVITATION_MILESTONE:
      return FALSE;
    case BRIDGE_INVITATION_PROMISE:
      promise = bridge_promise_preview_invitation (self, invitation, NULL, NULL);
      return promise != NULL && !bridge_promise_check_due (bridge_promise_get_due (promise), now, NULL);
    case BRIDGE_INVITATION_MOMENT:
    case BRIDGE_INVITATION_CONVERSATION:
    case BRIDGE_INVITATION_CHECK_IN:
      break;
    }
  return time != BRIDGE_LOCAL_NONE && time <= now;
}

/* Many questions at once press, too. Only what the speaker began counts, lest the other one keep them from asking, by silence
 * about what is over or by proposals of their own. A boundary is safety: it neither counts nor is it ever kept back. */
static gboolean
check_number (BridgeSpace       *self,
              BridgeInvitation  *proposal,
              GError           **error)
{
  GListModel *list = bridge_space_get_invitations (self);
  BridgePerson *listener = bridge_space_get_listener (self);
  int waiting = 0;

  if (bridge_invitation_get_subject (proposal) == BRIDGE_INVITATION_BOUNDARY)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);

      if (bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_BOUNDARY &&
          g_strcmp0 (bridge_invitation_get_from_id (invitation), bridge_invitation_get_from_id (proposal)) == 0 &&
          g_strcmp0 (bridge_invitation_get_waits_for (invitation), bridge_person_get_id (listener)) == 0 &&
          !has_gone_by (self, invitation))
        waiting++;
    }
  if (waiting < BRIDGE_SPACE_MAX_WAITING)
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("There is plenty for %s to think about already, so nothing more was proposed. You could take something back, or "
                 "leave this for later."),
               bridge_person_get_name (listener));
  return FALSE;
}

static gboolean
may_come_up (BridgeSpace       *self,
             BridgeInvitation  *proposal,
             BridgeRitual      *ritual,
             GError           **error)
{
  GListModel *list = bridge_space_get_invitations (self);
  g_autofree char *title = ritual != NULL ? fold (bridge_ritual_get_title (ritual)) : fold_title (self, proposal);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) earlier = g_list_model_get_item (list, i);
      BridgeInvitationStatus status, next;
      BridgeInvitationAct act = { BRIDGE_INVITATION_COME_UP_AGAIN, BRIDGE_INVITATION_NOBODY, BRIDGE_LOCAL_NONE, 0 };

      if (!is_same (self, earlier, proposal, title) && !is_in_other_form (self, earlier, proposal, title))
        continue;
      bridge_invitation_get_status (earlier, &status);
      act.actor = bridge_invitation_get_side (earlier, bridge_invitation_get_from_id (proposal));
      /* Of somebody who has left nothing rests. */
      if (act.actor != BRIDGE_INVITATION_NOBODY && !bridge_invitation_step (&status, &act, get_now (self), &next, NULL, error))
        return FALSE;
    }
  return check_number (self, proposal, error);
}

static BridgeInvitation *
make_proposal (BridgeSpace              *self,
               BridgeInvitationSubject   subject,
               const char               *subject_id,
               const char               *change_json,
               const char               *words,
               BridgeLocal               at,
               GError                  **error)
{
  g_autoptr (BridgeInvitation) invitation = NULL;
  BridgePerson *listener = bridge_space_get_listener (self);
  g_autofree char *clean = words != NULL ? bridge_text_clean (words, TRUE) : NULL;
  g_autofree char *id = bridge_id_new ();

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  if (listener == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("Only you are here, so there is nobody to ask. You can decide it yourself."));
      return NULL;
    }
  if (bridge_invitation_effects_get (subject) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That cannot be proposed here."));
      return NULL;
    }

  invitation = bridge_invitation_new (subject, bridge_space_get_speaker_id (self), bridge_person_get_id (listener));
  g_object_set (invitation,
                "id", id,
                "subject-id", subject_id,
                "change", change_json,
                "words", clean,
                "at", at,
                NULL);
  return bridge_invitation_validate (invitation, error) ? g_steal_pointer (&invitation) : NULL;
}

/**
 * bridge_space_add_proposal:
 * @self: a space
 * @command: what to add to
 * @subject: what it is about
 * @subject_id: (nullable): which one; %NULL: it is not there yet
 * @change_json: (nullable): the proposed values
 * @words: (nullable): the speaker's own words
 * @at: the local time it is for, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Adds an invitation from the speaker to the listener to a command that also writes what it is about.
 *
 * Returns: (transfer none) (nullable): the id, which is the command's; %NULL as bridge_space_propose()
 */
const char *
bridge_space_add_proposal (BridgeSpace              *self,
                           BridgeCommand            *command,
                           BridgeInvitationSubject   subject,
                           const char               *subject_id,
                           const char               *change_json,
                           const char               *words,
                           BridgeLocal               at,
                           GError                  **error)
{
  g_autoptr (BridgeInvitation) invitation = make_proposal (self, subject, subject_id, change_json, words, at, error);

  /* A new ritual is not there yet, but in the command. */
  if (invitation == NULL ||
      !may_come_up (self, invitation,
                    subject == BRIDGE_INVITATION_RITUAL ? bridge_command_peek_after (command, BRIDGE_TYPE_RITUAL) : NULL, error))
    return NULL;
  bridge_space_forget (self);
  bridge_command_add (command, NULL, invitation);
  /* The command keeps it. */
  return bridge_invitation_get_id (invitation);
}

/**
 * bridge_space_propose:
 * @self: a space
 * @subject: what it is about
 * @subject_id: (nullable): which one; %NULL: it is not there yet
 * @change_json: (nullable): the proposed values
 * @words: (nullable): the speaker's own words
 * @at: the local time it is for, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Proposes something to the listener, from the speaker.
 *
 * Returns: (transfer full) (nullable): the invitation as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP,
 *   %BRIDGE_ERROR_STATE (solo; it rests; it, or too much else, waits for an answer already), %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
BridgeInvitation *
bridge_space_propose (BridgeSpace              *self,
                      BridgeInvitationSubject   subject,
                      const char               *subject_id,
                      const char               *change_json,
                      const char               *words,
                      BridgeLocal               at,
                      GError                  **error)
{
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  const BridgeInvitationEffects *effects;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  invitation = make_proposal (self, subject, subject_id, change_json, words, at, error);
  if (invitation == NULL)
    return NULL;
  effects = bridge_invitation_effects_get (subject);
  /* What could not be proposed at all is said before what it would have to wait for. */
  if ((effects->check != NULL && !effects->check (self, invitation, error)) || !may_come_up (self, invitation, NULL, error))
    return NULL;

  bridge_space_forget (self);
  command = bridge_command_new (_("Proposed"));
  bridge_command_add (command, NULL, invitation);
  if (!bridge_space_run (self, g_steal_pointer (&command), error))
    return NULL;
  return bridge_space_find_invitation (self, bridge_invitation_get_id (invitation), error);
}

/* Takes what answering, or withdrawing, leads to into one command. */
static gboolean
step (BridgeSpace                *self,
      BridgeInvitation           *before,
      const BridgeInvitationAct  *act,
      const char                 *label,
      GError                    **error)
{
  const BridgeInvitationEffects *effects = bridge_invitation_effects_get (bridge_invitation_get_subject (before));
  g_autoptr (BridgeInvitation) after = bridge_invitation_copy (before);
  g_autoptr (BridgeCommand) command = bridge_command_new (label);
  g_autoptr (BridgeRitual) preview = NULL;
  g_autoptr (GError) local_error = NULL;
  BridgeInvitationAct taken = *act;
  BridgeInvitationStatus status, next;
  BridgeInvitationEffect effect;

  taken.answer_stays = effects != NULL && effects->answer_stays;
  bridge_invitation_get_status (before, &status);
  if (!bridge_invitation_step (&status, &taken, get_now (self), &next, &effect, error))
    return FALSE;
  bridge_invitation_set_status (after, &next);

  if (effects == NULL && effect == BRIDGE_INVITATION_EFFECT_AGREE)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("That cannot be agreed here."));
      return FALSE;
    }
  if (effect == BRIDGE_INVITATION_EFFECT_AGREE && !effects->agree (self, after, command, error))
    return FALSE;
  if (effect == BRIDGE_INVITATION_EFFECT_SET_ASIDE && effects != NULL && effects->set_aside != NULL)
    effects->set_aside (self, after, command);
  /* A time that nothing could come of is not passed on. */
  if (act->event == BRIDGE_INVITATION_SAY_ANOTHER_TIME && effects != NULL && effects->preview != NULL)
    {
      preview = effects->preview (self, after, &local_error);
      if (preview == NULL && local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  bridge_space_forget (self);
  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_answer_invitation:
 * @self: a space
 * @id: an id, or how one begins
 * @answer: yes, another time or not now
 * @other_time: with another time: when, local
 * @rest_days: with not now: how long it rests, or %BRIDGE_INVITATION_REST_DEFAULT; 0: it may come up at any time
 * @error: where to say what went wrong
 *
 * Answers an invitation for the speaker. A yes also writes what is agreed by it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (answered already, the other one's turn, or nothing left to
 *   agree on), %BRIDGE_ERROR_CONFLICT (the subject was changed), %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_answer_invitation (BridgeSpace            *self,
                                const char             *id,
                                BridgeInvitationEvent   answer,
                                BridgeLocal             other_time,
                                int                     rest_days,
                                GError                **error)
{
  g_autoptr (BridgeInvitation) before = NULL;
  BridgeInvitationAct act = { answer, BRIDGE_INVITATION_NOBODY, other_time, rest_days };
  const char *label;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (answer == BRIDGE_INVITATION_SAY_YES || answer == BRIDGE_INVITATION_SAY_ANOTHER_TIME ||
                          answer == BRIDGE_INVITATION_SAY_NOT_NOW,
                        FALSE);

  before = bridge_space_find_invitation (self, id, error);
  if (before == NULL)
    return FALSE;
  act.actor = bridge_invitation_get_side (before, bridge_space_get_speaker_id (self));
  if (answer == BRIDGE_INVITATION_SAY_YES)
    label = _("Agreed");
  else if (answer == BRIDGE_INVITATION_SAY_ANOTHER_TIME)
    label = _("Another time proposed");
  else
    label = _("Not now");
  return step (self, before, &act, label, error);
}

/**
 * bridge_space_withdraw_invitation:
 * @self: a space
 * @id: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Takes back what the speaker has proposed and nobody has answered yet. It can be proposed again.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_withdraw_invitation (BridgeSpace  *self,
                                  const char   *id,
                                  GError      **error)
{
  g_autoptr (BridgeInvitation) before = NULL;
  BridgeInvitationAct act = { BRIDGE_INVITATION_WITHDRAW, BRIDGE_INVITATION_NOBODY, BRIDGE_LOCAL_NONE, 0 };

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_invitation (self, id, error);
  if (before == NULL)
    return FALSE;
  act.actor = bridge_invitation_get_side (before, bridge_space_get_speaker_id (self));
  return step (self, before, &act, _("Proposal withdrawn"), error);
}

static void
withdraw (BridgeInvitation *invitation,
          BridgeCommand    *command)
{
  BridgeInvitationStatus status;
  g_autoptr (BridgeInvitation) before = bridge_invitation_copy (invitation);
  g_autoptr (BridgeInvitation) after = bridge_invitation_copy (invitation);

  bridge_invitation_get_status (before, &status);
  status.state = BRIDGE_INVITATION_WITHDRAWN;
  status.waits_for = BRIDGE_INVITATION_NOBODY;
  bridge_invitation_set_status (after, &status);
  bridge_command_add (command, before, after);
}

/**
 * bridge_space_close_invitations:
 * @self: a space
 * @command: what to add to
 * @subject: what they are about
 * @subject_id: which one
 *
 * Adds to a command that no answer is awaited any more about something that goes away with it.
 */
void
bridge_space_close_invitations (BridgeSpace             *self,
                                BridgeCommand           *command,
                                BridgeInvitationSubject  subject,
                                const char              *subject_id)
{
  GListModel *list = bridge_space_get_invitations (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      BridgeInvitationSubject found = bridge_invitation_get_subject (invitation);

      /* Other times of its moments go with a ritual. */
      if (bridge_invitation_is_waiting (invitation) &&
          (found == subject || (subject == BRIDGE_INVITATION_RITUAL && found == BRIDGE_INVITATION_MOMENT)) &&
          g_strcmp0 (bridge_invitation_get_subject_id (invitation), subject_id) == 0)
        withdraw (invitation, command);
    }
}

/* Whether nothing is left to say yes to once a ritual is @after. */
static gboolean
is_overtaken (BridgeSpace      *self,
              BridgeInvitation *invitation,
              BridgeRitual     *after)
{
  const char *change = bridge_invitation_get_change (invitation);
  BridgeLocal start;

  if (bridge_invitation_read_move (invitation, &start))
    {
      g_autoptr (BridgeOccurrence) recorded =
        bridge_store_load_occurrence (bridge_space_get_database (self), bridge_ritual_get_id (after), start, NULL);

      return recorded == NULL && !bridge_schedule_contains (bridge_ritual_get_schedule (after), start);
    }
  /* That it is agreed, or goes on. */
  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_RITUAL && change == NULL)
    return bridge_ritual_get_effective_state (after, get_now (self)) == BRIDGE_RITUAL_AGREED;
  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_RITUAL)
    {
      g_autoptr (BridgeRitual) agreed = bridge_ritual_copy (after);
      g_autofree char *left = NULL;

      if (!bridge_ritual_change_apply (agreed, change, NULL) || !bridge_ritual_validate (agreed, NULL))
        return TRUE;
      left = bridge_ritual_change_write (after, agreed);
      return left == NULL && bridge_invitation_get_other_time (invitation) == BRIDGE_LOCAL_NONE;
    }
  return FALSE;
}

/**
 * bridge_space_close_overtaken:
 * @self: a space
 * @command: what to add to: it changes a ritual
 * @after: the ritual as it will be
 * @answered: (nullable): the invitation by which it becomes so
 *
 * Adds to a command that no answer is awaited any more about what was proposed for the ritual and no longer fits it.
 */
void
bridge_space_close_overtaken (BridgeSpace      *self,
                              BridgeCommand    *command,
                              BridgeRitual     *after,
                              BridgeInvitation *answered)
{
  GListModel *list = bridge_space_get_invitations (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);

      if (bridge_invitation_is_waiting (invitation) &&
          g_strcmp0 (bridge_invitation_get_subject_id (invitation), bridge_ritual_get_id (after)) == 0 &&
          (answered == NULL ||
           !g_str_equal (bridge_invitation_get_id (invitation), bridge_invitation_get_id (answered))) &&
          is_overtaken (self, invitation, after))
        withdraw (invitation, command);
    }
}

/**
 * bridge_space_close_move:
 * @self: a space
 * @command: what to add to
 * @ritual_id: a ritual
 * @start: the original start of one of its moments
 *
 * Adds to a command that no answer is awaited any more about another time of a moment that needs none.
 */
void
bridge_space_close_move (BridgeSpace   *self,
                         BridgeCommand *command,
                         const char    *ritual_id,
                         BridgeLocal    start)
{
  BridgeInvitation *waiting = bridge_space_find_waiting_move (self, ritual_id, start);

  if (waiting != NULL)
    withdraw (waiting, command);
}

/**
 * bridge_space_add_withdrawals:
 * @self: a space
 * @command: what to add to
 * @person_id: one of the two
 *
 * Adds to a command that nothing this person has proposed, or was asked, waits for an answer any more.
 */
void
bridge_space_add_withdrawals (BridgeSpace   *self,
                              BridgeCommand *command,
                              const char    *person_id)
{
  GListModel *list = bridge_space_get_invitations (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      const BridgeInvitationEffects *effects =
        bridge_invitation_effects_get (bridge_invitation_get_subject (invitation));

      if (!bridge_invitation_is_waiting (invitation) ||
          bridge_invitation_get_side (invitation, person_id) == BRIDGE_INVITATION_NOBODY)
        continue;
      withdraw (invitation, command);
      if (effects != NULL && effects->set_aside != NULL)
        effects->set_aside (self, invitation, command);
    }
}

/**
 * bridge_space_withdraw_all_invitations:
 * @self: a space
 * @person_id: one of the two, who leaves
 * @error: where to say what went wrong
 *
 * Closes everything this person has proposed, or was asked, and that waits for an answer.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_withdraw_all_invitations (BridgeSpace  *self,
                                       const char   *person_id,
                                       GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Proposals withdrawn"));

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (person_id != NULL, FALSE);

  bridge_space_add_withdrawals (self, command, person_id);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}
