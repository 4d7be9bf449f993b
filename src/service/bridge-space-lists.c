/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-private.h"

/* What is kept in memory whole, by name. */

/**
 * bridge_space_get_persons:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgePerson, "me" first
 */
GListModel *
bridge_space_get_persons (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_PERSONS);
}

/**
 * bridge_space_get_rituals:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeRitual, by title
 */
GListModel *
bridge_space_get_rituals (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_RITUALS);
}

/**
 * bridge_space_peek_ritual:
 * @self: a space
 * @id: a ritual's whole id
 *
 * Returns: (transfer none) (nullable): the one in the list, good until the list changes
 */
BridgeRitual *
bridge_space_peek_ritual (BridgeSpace *self,
                          const char  *id)
{
  GListModel *rituals = bridge_space_get_list (self, BRIDGE_KIND_RITUALS);

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      /* The list keeps it. */
      if (g_strcmp0 (bridge_ritual_get_id (ritual), id) == 0)
        return ritual;
    }
  return NULL;
}

/**
 * bridge_space_get_hours:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeHours, quiet ones first, then by time of the day
 */
GListModel *
bridge_space_get_hours (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_HOURS);
}

/**
 * bridge_space_get_absences:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeAbsence, by first day
 */
GListModel *
bridge_space_get_absences (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_ABSENCES);
}

/**
 * bridge_space_get_promises:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgePromise, by date; kept ones and those let go, too
 */
GListModel *
bridge_space_get_promises (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_PROMISES);
}

/**
 * bridge_space_get_milestones:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeMilestone, reached ones last; those of the other one alone, too
 */
GListModel *
bridge_space_get_milestones (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_MILESTONES);
}

/**
 * bridge_space_get_meanings:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeMeaning, by kind
 */
GListModel *
bridge_space_get_meanings (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_MEANINGS);
}

/**
 * bridge_space_get_cares:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeCare, by person; whoever shows them shows each its holder’s
 */
GListModel *
bridge_space_get_cares (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_CARES);
}
