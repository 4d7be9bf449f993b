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

/* What one of two decides alone, and what is proposed: of rituals and their moments. */

static BridgeLocal
get_now (BridgeSpace *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self));
}

/**
 * bridge_space_find_more:
 * @self: a space
 * @before: (nullable): a ritual as it is; %NULL: a new one
 * @after: as it would be
 *
 * Finds out what the listener would have to say yes to if the speaker made @after of @before. What nobody has agreed yet is
 * as if it were new, once it is to be agreed.
 *
 * Returns: what it asks of the listener; 0: it is the speaker's to decide, as everything is in solo
 */
BridgeRitualMore
bridge_space_find_more (BridgeSpace  *self,
                        BridgeRitual *before,
                        BridgeRitual *after)
{
  BridgeRitualState state;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_RITUAL_MORE_NONE);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (after), BRIDGE_RITUAL_MORE_NONE);

  if (bridge_space_get_listener (self) == NULL)
    return BRIDGE_RITUAL_MORE_NONE;
  state = before != NULL ? bridge_ritual_get_state (before) : BRIDGE_RITUAL_DRAFT;
  if (state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED)
    before = NULL;
  return bridge_ritual_find_more (before, after, bridge_space_get_speaker_id (self), get_now (self));
}

static gboolean
refuse_alone (BridgePerson  *listener,
              GError       **error)
{
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("This asks something of %s, too, so it was left as it is. You could propose it."),
               bridge_person_get_name (listener));
  return FALSE;
}

/**
 * bridge_space_check_new:
 * @self: a space
 * @ritual: one that is to be added
 * @error: where to say that it is not the speaker's alone
 *
 * Refuses to add as agreed, or as if it had been, what nobody has said yes to.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_space_check_new (BridgeSpace   *self,
                        BridgeRitual  *ritual,
                        GError       **error)
{
  BridgeRitualState state = bridge_ritual_get_state (ritual);

  if (state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED || bridge_space_find_more (self, NULL, ritual) == 0)
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("This is for %s, too, so it is agreed once they say yes. You could propose it."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

/**
 * bridge_space_check_decision:
 * @self: a space
 * @before: a ritual as it is
 * @after: as it shall be
 * @error: where to say that it is not the speaker's alone
 *
 * Refuses what needs a yes of the listener and is not proposed.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_space_check_decision (BridgeSpace   *self,
                             BridgeRitual  *before,
                             BridgeRitual  *after,
                             GError       **error)
{
  BridgePerson *listener = bridge_space_get_listener (self);
  BridgeRitualState state = bridge_ritual_get_state (before);
  BridgeInvitation *waiting =
    bridge_space_find_waiting (self, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before));

  if (listener == NULL)
    return TRUE;

  if (state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED)
    {
      /* What somebody was asked is what they answer: only whoever proposed it can word it anew, until it is answered. */
      if (waiting != NULL &&
          (bridge_ritual_get_state (after) != state ||
           g_strcmp0 (bridge_ritual_get_who (after), bridge_ritual_get_who (before)) != 0 ||
           (bridge_ritual_find_more (before, after, bridge_space_get_speaker_id (self), get_now (self)) != 0 &&
            (bridge_invitation_get_state (waiting) != BRIDGE_INVITATION_OPEN ||
             bridge_invitation_get_side (waiting, bridge_space_get_speaker_id (self)) != BRIDGE_INVITATION_FROM))))
        {
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                               _("This is proposed and waits for an answer, so it was left as it is. Another time can be the answer."));
          return FALSE;
        }
      if (bridge_ritual_get_state (after) == state)
        return TRUE;
    }

  return bridge_space_find_more (self, before, after) == 0 || refuse_alone (listener, error);
}

/**
 * bridge_space_check_event:
 * @self: a space
 * @ritual: a ritual as it is
 * @event: what shall happen to it: anything but rest and end, which are anybody's at any time
 * @error: where to say that it is not the speaker's alone
 *
 * Refuses to take up again, without asking, what the other one may have put down, and to agree alone on what is for both.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_space_check_event (BridgeSpace        *self,
                          BridgeRitual       *ritual,
                          BridgeRitualEvent   event,
                          GError            **error)
{
  BridgePerson *listener = bridge_space_get_listener (self);

  if (listener == NULL)
    return TRUE;
  if (bridge_space_find_waiting (self, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual)) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("This is proposed and waits for an answer, so it was left as it is."));
      return FALSE;
    }
  if ((event != BRIDGE_RITUAL_RESUME && event != BRIDGE_RITUAL_AGREE) ||
      bridge_ritual_find_more (NULL, ritual, bridge_space_get_speaker_id (self), get_now (self)) == 0)
    return TRUE;
  if (event == BRIDGE_RITUAL_AGREE)
    return refuse_alone (listener, error);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("Going on asks something of %s, too, so it was left as it is. You could propose it."),
               bridge_person_get_name (listener));
  return FALSE;
}

static gboolean
propose_change (BridgeSpace   *self,
                BridgeRitual  *before,
                BridgeRitual  *after,
                const char    *words,
                GError       **error)
{
  g_autofree char *change = bridge_ritual_change_write (before, after);
  g_autoptr (BridgeInvitation) invitation = NULL;

  if (change == NULL && bridge_ritual_get_state (before) == BRIDGE_RITUAL_AGREED)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("That is how it is already, so there is nothing to ask."));
      return FALSE;
    }
  invitation = bridge_space_propose (self, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before), change, words,
                                     BRIDGE_LOCAL_NONE, error);
  return invitation != NULL;
}

/**
 * bridge_space_propose_ritual:
 * @self: a space
 * @ritual: its values; with the id of one that is there, or without one
 * @words: (nullable): the speaker's own words
 * @error: where to say what went wrong
 *
 * Proposes a ritual for both, or a change to one. A new one, or a draft, is written as proposed together with its invitation.
 * Of one that is agreed nothing changes before the yes.
 *
 * Returns: (transfer full) (nullable): the ritual as it is stored now, or %NULL as bridge_space_propose(), and with
 *   %BRIDGE_ERROR_STATE where it is the other one's own, or would be
 */
BridgeRitual *
bridge_space_propose_ritual (BridgeSpace   *self,
                             BridgeRitual  *ritual,
                             const char    *words,
                             GError       **error)
{
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autofree char *id = NULL;
  gint64 created_at = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), NULL);

  id = g_strdup (bridge_ritual_get_id (ritual));
  if (id != NULL)
    {
      before = bridge_space_find_ritual (self, id, error);
      if (before == NULL || !bridge_space_check_own (self, before, error))
        return NULL;
    }
  else
    {
      id = bridge_id_new ();
    }

  after = bridge_space_take_over_ritual (self, ritual, error);
  if (after == NULL)
    return NULL;
  if (before != NULL && bridge_ritual_get_state (before) != BRIDGE_RITUAL_DRAFT &&
      bridge_ritual_get_state (before) != BRIDGE_RITUAL_PROPOSED)
    return propose_change (self, before, after, words, error) ? bridge_space_find_ritual (self, id, error) : NULL;

  if (before != NULL)
    g_object_get (before, "created-at", &created_at, NULL);
  g_object_set (after,
                "id", id,
                "created-at", created_at,
                "deleted-at", (gint64) 0,
                "state", BRIDGE_RITUAL_PROPOSED,
                "resting-until", BRIDGE_LOCAL_NONE,
                "reminding-since", bridge_space_now (self),
                NULL);
  if (!bridge_space_count_from_now (self, after, error))
    return NULL;
  command = bridge_command_new (_("Ritual is proposed"));
  bridge_command_add (command, before, after);
  if (bridge_space_add_proposal (self, command, BRIDGE_INVITATION_RITUAL, id, NULL, words, BRIDGE_LOCAL_NONE, error) == NULL)
    return NULL;
  if (!bridge_space_run (self, g_steal_pointer (&command), error))
    return NULL;
  return bridge_space_find_ritual (self, id, error);
}

/**
 * bridge_space_propose_moment:
 * @self: a space
 * @subject: a moment, a conversation or a check-in
 * @title: (nullable): what it is; needed for a moment
 * @at: when, local
 * @minutes: how long
 * @words: (nullable): the speaker's own words
 * @error: where to say what went wrong
 *
 * Proposes something that is done once.
 *
 * Returns: (transfer full) (nullable): the invitation as it is stored, or %NULL as bridge_space_propose()
 */
BridgeInvitation *
bridge_space_propose_moment (BridgeSpace              *self,
                             BridgeInvitationSubject   subject,
                             const char               *title,
                             BridgeLocal               at,
                             int                       minutes,
                             const char               *words,
                             GError                  **error)
{
  g_autofree char *clean = title != NULL ? bridge_text_clean (title, FALSE) : NULL;
  g_autofree char *change = bridge_invitation_write_moment (clean, minutes);

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_propose (self, subject, NULL, change, words, at, error);
}
