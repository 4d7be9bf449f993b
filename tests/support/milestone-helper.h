/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone-record.h"
#include "bridge-space-milestones.h"

/* Adds a milestone of the speaker's; one of both as the two agree on it. (transfer full): as stored */
static inline BridgeMilestone *
bridge_test_add_milestone (BridgeSpace     *space,
                           BridgeMilestone *milestone)
{
  g_autofree char *speaker = g_strdup (bridge_person_get_id (bridge_space_get_speaker (space)));
  g_autoptr (BridgeInvitation) proposed = NULL;
  g_autoptr (BridgeInvitation) agreed = NULL;
  g_autoptr (GError) error = NULL;
  BridgeMilestone *stored;

  if (!bridge_space_milestone_needs_yes (space, NULL, milestone))
    {
      stored = bridge_space_add_milestone (space, milestone, &error);
      g_assert_no_error (error);
      return stored;
    }

  proposed = bridge_space_propose_milestone (space, milestone, NULL, &error);
  g_assert_no_error (error);
  bridge_space_set_speaker (space, bridge_invitation_get_to_id (proposed), &error);
  g_assert_no_error (error);
  bridge_space_answer_invitation (space, bridge_invitation_get_id (proposed), BRIDGE_INVITATION_SAY_YES, BRIDGE_LOCAL_NONE, 0, &error);
  g_assert_no_error (error);
  bridge_space_set_speaker (space, speaker, &error);
  g_assert_no_error (error);
  agreed = bridge_space_find_invitation (space, bridge_invitation_get_id (proposed), &error);
  g_assert_no_error (error);
  stored = bridge_space_find_milestone (space, bridge_invitation_get_subject_id (agreed), &error);
  g_assert_no_error (error);
  return stored;
}

/* (transfer full): as it is now, or NULL where there is none of its id */
static inline BridgeMilestone *
bridge_test_find_milestone (BridgeSpace     *space,
                            BridgeMilestone *milestone)
{
  g_autoptr (GError) error = NULL;
  BridgeMilestone *found = bridge_space_find_milestone (space, bridge_milestone_get_id (milestone), &error);

  g_assert_no_error (error);
  return found;
}

/* How far it has come. */
static inline guint
bridge_test_count_milestone (BridgeSpace     *space,
                             BridgeMilestone *milestone)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (bridge_milestone_record_count (space, milestone, &n, &error));
  g_assert_no_error (error);
  return n;
}
