/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitation"

#include "config.h"

#include "bridge-invitation-state.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-words.h"

static BridgeInvitationSide
get_other (BridgeInvitationSide side)
{
  return side == BRIDGE_INVITATION_FROM ? BRIDGE_INVITATION_TO : BRIDGE_INVITATION_FROM;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, sentence);
  return FALSE;
}

/* Only the one whose answer is awaited can give it. */
static gboolean
check_answerer (const BridgeInvitationStatus  *status,
                const BridgeInvitationAct     *act,
                GError                       **error)
{
  if (status->waits_for == BRIDGE_INVITATION_NOBODY)
    return refuse (error, _("This no longer waits for an answer."));
  if (status->waits_for != act->actor)
    return refuse (error, _("This waits for the other one’s answer."));
  return TRUE;
}

/* The rest keeps the same from coming up again by whoever was told "not now". After a date that was named instead, that may
 * have been either, and nothing says who: then it keeps both. */
static gboolean
check_rest (const BridgeInvitationStatus  *status,
            const BridgeInvitationAct     *act,
            BridgeLocal                    now,
            GError                       **error)
{
  g_autofree char *date = NULL;

  if (status->rest_until == BRIDGE_LOCAL_NONE || now >= status->rest_until)
    return TRUE;
  if (act->actor == BRIDGE_INVITATION_TO && status->other_time == BRIDGE_LOCAL_NONE)
    return TRUE;

  date = bridge_words_date (status->rest_until, now);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a date, "Thursday, 3 December" */
               _("This can be proposed again from %s on."), date);
  return FALSE;
}

/**
 * bridge_invitation_step:
 * @status: where the invitation stands
 * @act: what happens, and who does it
 * @now: the present, local
 * @next: (out): where it stands after it
 * @effect: (out) (optional): what is to be done besides
 * @error: where to say that this cannot be
 *
 * The invitation's state machine. Whoever is asked may say yes, name another time, or say not now; another time asks the
 * other one in turn. Whoever waits for an answer may take the proposal back. COME_UP_AGAIN only asks whether the same may
 * be proposed once more: by a new invitation, so nothing of this one changes.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE (another time that is over) or
 *   %BRIDGE_ERROR_INVALID_VALUE (a rest out of range)
 */
gboolean
bridge_invitation_step (const BridgeInvitationStatus  *status,
                        const BridgeInvitationAct     *act,
                        BridgeLocal                    now,
                        BridgeInvitationStatus        *next,
                        BridgeInvitationEffect        *effect,
                        GError                       **error)
{
  BridgeInvitationStatus after = *status;
  BridgeInvitationEffect does = BRIDGE_INVITATION_EFFECT_NONE;

  if (act->actor == BRIDGE_INVITATION_NOBODY)
    return refuse (error, _("This is between the two it goes from and to."));

  switch (act->event)
    {
    case BRIDGE_INVITATION_SAY_YES:
      if (!check_answerer (status, act, error))
        return FALSE;
      after.state = BRIDGE_INVITATION_AGREED;
      after.waits_for = BRIDGE_INVITATION_NOBODY;
      does = BRIDGE_INVITATION_EFFECT_AGREE;
      break;

    case BRIDGE_INVITATION_SAY_ANOTHER_TIME:
      if (!check_answerer (status, act, error))
        return FALSE;
      if (act->other_time == BRIDGE_LOCAL_NONE || act->other_time <= now)
        {
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a time that is still to come."));
          return FALSE;
        }
      after.state = BRIDGE_INVITATION_ANOTHER_TIME;
      after.waits_for = act->answer_stays ? act->actor : get_other (act->actor);
      after.other_time = act->other_time;
      break;

    case BRIDGE_INVITATION_SAY_NOT_NOW:
      {
        int days = act->rest_days == BRIDGE_INVITATION_REST_DEFAULT ? BRIDGE_INVITATION_REST_DAYS : act->rest_days;

        if (!check_answerer (status, act, error))
          return FALSE;
        if (days < 0 || days > BRIDGE_INVITATION_REST_DAYS_MAX)
          {
            g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                         ngettext ("Let it rest for at most %d day.", "Let it rest for at most %d days.",
                                   BRIDGE_INVITATION_REST_DAYS_MAX),
                         BRIDGE_INVITATION_REST_DAYS_MAX);
            return FALSE;
          }
        after.state = BRIDGE_INVITATION_NOT_NOW;
        after.waits_for = BRIDGE_INVITATION_NOBODY;
        after.rest_until = days > 0 ? bridge_local_day_start (now) + days * BRIDGE_DAY : BRIDGE_LOCAL_NONE;
        does = BRIDGE_INVITATION_EFFECT_SET_ASIDE;
        break;
      }

    case BRIDGE_INVITATION_WITHDRAW:
      if (status->waits_for == BRIDGE_INVITATION_NOBODY)
        return refuse (error, _("This no longer waits for an answer."));
      if (status->waits_for == act->actor)
        return refuse (error, _("This was proposed by the other one. You could answer it, or let it be."));
      after.state = BRIDGE_INVITATION_WITHDRAWN;
      after.waits_for = BRIDGE_INVITATION_NOBODY;
      does = BRIDGE_INVITATION_EFFECT_SET_ASIDE;
      break;

    case BRIDGE_INVITATION_COME_UP_AGAIN:
      if (status->waits_for != BRIDGE_INVITATION_NOBODY)
        return refuse (error, _("This has been proposed already, and there is no answer yet."));
      if (status->state == BRIDGE_INVITATION_NOT_NOW && !check_rest (status, act, now, error))
        return FALSE;
      break;
    }

  *next = after;
  if (effect != NULL)
    *effect = does;
  return TRUE;
}
