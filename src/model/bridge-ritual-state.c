/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual"

#include "config.h"

#include "bridge-ritual.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/**
 * bridge_ritual_get_effective_state:
 * @self: a ritual
 * @now: the present, local
 *
 * Gives the state as it is now: resting until a day that has come is agreed again, without a write.
 *
 * Returns: a state
 */
BridgeRitualState
bridge_ritual_get_effective_state (BridgeRitual *self,
                                   BridgeLocal   now)
{
  BridgeRitualState state;
  BridgeLocal until;

  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), BRIDGE_RITUAL_DRAFT);

  state = bridge_ritual_get_state (self);
  until = bridge_ritual_get_resting_until (self);
  if (state == BRIDGE_RITUAL_RESTING && until != BRIDGE_LOCAL_NONE && now >= until)
    return BRIDGE_RITUAL_AGREED;
  return state;
}

/**
 * bridge_ritual_is_active:
 * @self: a ritual
 * @now: the present, local
 *
 * Returns: whether it happens now: agreed, and not resting
 */
gboolean
bridge_ritual_is_active (BridgeRitual *self,
                         BridgeLocal   now)
{
  return bridge_ritual_get_effective_state (self, now) == BRIDGE_RITUAL_AGREED;
}

/**
 * bridge_ritual_transition:
 * @state: the present state
 * @event: what happens
 * @next: (out): the state after it
 * @error: where to say that this cannot be
 *
 * The ritual's state machine. Less is always possible; what was ended may be taken up again.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_ritual_transition (BridgeRitualState    state,
                          BridgeRitualEvent    event,
                          BridgeRitualState   *next,
                          GError             **error)
{
  switch (event)
    {
    case BRIDGE_RITUAL_PROPOSE:
      if (state == BRIDGE_RITUAL_DRAFT)
        {
          *next = BRIDGE_RITUAL_PROPOSED;
          return TRUE;
        }
      break;
    case BRIDGE_RITUAL_AGREE:
      if (state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED)
        {
          *next = BRIDGE_RITUAL_AGREED;
          return TRUE;
        }
      break;
    case BRIDGE_RITUAL_REST:
      if (state == BRIDGE_RITUAL_AGREED || state == BRIDGE_RITUAL_RESTING)
        {
          *next = BRIDGE_RITUAL_RESTING;
          return TRUE;
        }
      break;
    case BRIDGE_RITUAL_RESUME:
      if (state == BRIDGE_RITUAL_RESTING || state == BRIDGE_RITUAL_ENDED)
        {
          *next = BRIDGE_RITUAL_AGREED;
          return TRUE;
        }
      break;
    case BRIDGE_RITUAL_END:
      if (state != BRIDGE_RITUAL_ENDED)
        {
          *next = BRIDGE_RITUAL_ENDED;
          return TRUE;
        }
      break;
    case BRIDGE_RITUAL_SET_ASIDE:
      if (state == BRIDGE_RITUAL_PROPOSED)
        {
          *next = BRIDGE_RITUAL_DRAFT;
          return TRUE;
        }
      break;
    }

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a state, "Draft" or "Ended" */
               _("That is not possible while the ritual is in the state “%s”."), bridge_ritual_state_get_label (state));
  return FALSE;
}
