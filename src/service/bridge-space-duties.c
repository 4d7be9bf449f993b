/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-space-reviews.h"
#include "bridge-store-duty-swaps.h"

/* Whose turn it is follows from the week. What is kept is that a week was swapped, until it is over. */

/* Where both have agreed that the lead of the ritual goes round, that is the one turn there is. */
static BridgeRitual *
peek_led (BridgeSpace *self,
          BridgeDuty   duty)
{
  BridgeRitual *ritual = duty == BRIDGE_DUTY_LEAD ? bridge_space_peek_review_ritual (self) : NULL;

  return ritual != NULL && bridge_ritual_get_lead (ritual) != NULL ? ritual : NULL;
}

/**
 * bridge_space_get_turn:
 * @self: a space
 * @duty: what is shared by turns
 * @day: a day of the week that is asked about, local
 *
 * Returns: (transfer none) (nullable): whose turn it is; %NULL: there is only one
 */
BridgePerson *
bridge_space_get_turn (BridgeSpace *self,
                       BridgeDuty   duty,
                       BridgeLocal  day)
{
  BridgePerson *me, *partner;
  BridgeRitual *led;
  BridgeLocal week;
  g_autoptr (BridgeDutySwap) swap = NULL;
  g_autoptr (GError) error = NULL;
  gint64 deleted_at = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  me = bridge_space_get_me (self);
  partner = bridge_space_get_partner (self);
  if (me == NULL || partner == NULL)
    return NULL;

  led = peek_led (self, duty);
  if (led != NULL)
    return bridge_space_find_person (self, bridge_ritual_get_lead (led));

  week = bridge_duty_get_week (day, BRIDGE_DUTY_FIRST_WEEKDAY);
  swap = bridge_store_load_duty_swap (bridge_space_get_database (self), duty, week, &error);
  if (error != NULL)
    g_message ("Whether a turn was swapped could not be read: %s", error->message);
  if (swap != NULL)
    g_object_get (swap, "deleted-at", &deleted_at, NULL);
  return bridge_duty_get_turn (duty, week, swap != NULL && deleted_at == 0) == 0 ? me : partner;
}

/**
 * bridge_space_swap_turn:
 * @self: a space
 * @duty: what is shared by turns
 * @day: a day of the week that is meant, local
 * @error: where to say what went wrong
 *
 * Gives the turn to the other one for that week, or back. Either may; nothing says who did.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (alone there are no turns) or an error of the database
 */
gboolean
bridge_space_swap_turn (BridgeSpace  *self,
                        BridgeDuty    duty,
                        BridgeLocal   day,
                        GError      **error)
{
  g_autoptr (BridgeDutySwap) before = NULL;
  g_autoptr (BridgeDutySwap) after = NULL;
  g_autoptr (GError) local_error = NULL;
  BridgeRitual *led;
  BridgeLocal week, now;
  gint64 deleted_at = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (!bridge_space_require_set_up (self, error))
    return FALSE;
  if (bridge_space_get_partner (self) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("Alone there are no turns to swap."));
      return FALSE;
    }

  led = peek_led (self, duty);
  if (led != NULL)
    return bridge_space_swap_lead (self, bridge_ritual_get_id (led), error);

  now = bridge_clock_local_now (bridge_space_get_clock (self));
  week = bridge_duty_get_week (day, BRIDGE_DUTY_FIRST_WEEKDAY);
  before = bridge_store_load_duty_swap (bridge_space_get_database (self), duty, week, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (before != NULL)
    g_object_get (before, "deleted-at", &deleted_at, NULL);
  if (before != NULL && deleted_at == 0)
    return bridge_space_run_change (self, _("Turn swapped"), before, NULL, error);

  after = before != NULL ? bridge_duty_swap_copy (before) : bridge_duty_swap_new (duty, week);
  bridge_row_take_identity (after, before);
  g_object_set (after, "deleted-at", (gint64) 0, NULL);
  if (!bridge_space_run_change (self, _("Turn swapped"), NULL, after, error))
    return FALSE;

  /* A week that is over has no turns. That it could not be forgotten now is no reason to refuse. */
  if (!bridge_store_forget_duty_swaps (bridge_space_get_database (self),
                                       bridge_duty_get_week (now, BRIDGE_DUTY_FIRST_WEEKDAY), &local_error))
    g_debug ("What was swapped in earlier weeks stays a little longer: %s", local_error->message);
  return TRUE;
}
