/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

/* What two people have agreed on, for tests whose affair it is not how they came to it. */

static inline void
set_speaker (BridgeSpace *space,
             const char  *id)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_speaker (space, id, &error);
  g_assert_no_error (error);
}

/* @name: of one of the two */
static inline void
speak_as (BridgeSpace *space,
          const char  *name)
{
  BridgePerson *me = bridge_space_get_me (space);
  BridgePerson *who = g_str_equal (bridge_person_get_name (me), name) ? me : bridge_space_get_partner (space);

  g_assert_cmpstr (bridge_person_get_name (who), ==, name);
  set_speaker (space, bridge_person_get_id (who));
}

/* Whoever is asked about a ritual says yes. */
static inline void
space_say_yes (BridgeSpace *space,
               const char  *ritual_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (space, BRIDGE_INVITATION_RITUAL, ritual_id);
  g_autofree char *speaker = g_strdup (bridge_person_get_id (bridge_space_get_speaker (space)));
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (waiting);
  set_speaker (space, bridge_invitation_get_waits_for (waiting));
  bridge_space_answer_invitation (space, bridge_invitation_get_id (waiting), BRIDGE_INVITATION_SAY_YES, BRIDGE_LOCAL_NONE,
                                  BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
  set_speaker (space, speaker);
}

/* Adds a ritual in the state it is given with. One for both is one's own first, and for both with the other one's yes: so
 * what lies behind is planned, too, as if they had agreed on it then. (transfer full) */
static inline BridgeRitual *
space_add_agreed (BridgeSpace  *space,
                  BridgeRitual *given)
{
  const char *who = bridge_ritual_get_who (given);
  BridgeRitualState state = bridge_ritual_get_state (given);
  gboolean both = who == NULL && bridge_space_get_partner (space) != NULL && state != BRIDGE_RITUAL_DRAFT &&
                  state != BRIDGE_RITUAL_PROPOSED;
  g_autofree char *speaker = g_strdup (bridge_person_get_id (bridge_space_get_speaker (space)));
  g_autoptr (BridgeRitual) ritual = bridge_ritual_copy (given);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (GError) error = NULL;

  if (who != NULL)
    set_speaker (space, who);
  if (both)
    g_object_set (ritual, "who", speaker, "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = bridge_space_add_ritual (space, ritual, &error);
  g_assert_no_error (error);
  if (who != NULL)
    set_speaker (space, speaker);
  if (!both)
    return g_steal_pointer (&stored);

  g_object_set (stored, "who", NULL, NULL);
  g_set_object (&ritual, stored);
  g_clear_object (&stored);
  stored = bridge_space_propose_ritual (space, ritual, NULL, &error);
  g_assert_no_error (error);
  space_say_yes (space, bridge_ritual_get_id (stored));
  if (state != BRIDGE_RITUAL_AGREED)
    {
      bridge_space_change_ritual_state (space, bridge_ritual_get_id (stored),
                                        state == BRIDGE_RITUAL_ENDED ? BRIDGE_RITUAL_END : BRIDGE_RITUAL_REST,
                                        bridge_ritual_get_resting_until (given), &error);
      g_assert_no_error (error);
    }
  return bridge_space_find_ritual (space, bridge_ritual_get_id (stored), NULL);
}

/* Both want one moment at another time. */
static inline void
space_move_agreed (BridgeSpace *space,
                   const char  *name,
                   BridgeLocal  to)
{
  g_autofree char *speaker = g_strdup (bridge_person_get_id (bridge_space_get_speaker (space)));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_move (space, name, to, NULL, &error);

  g_assert_no_error (error);
  set_speaker (space, bridge_invitation_get_waits_for (invitation));
  bridge_space_answer_invitation (space, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES, BRIDGE_LOCAL_NONE,
                                  BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
  set_speaker (space, speaker);
}
