/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"

G_BEGIN_DECLS

#define BRIDGE_MILESTONE_MAX_TARGET 1000

/* Pure state machine: refuses impossible pairs with BRIDGE_ERROR_STATE. */
gboolean bridge_milestone_transition (BridgeMilestoneState state, BridgeMilestoneEvent event, BridgeMilestoneState *next,
                                      GError **error);
gboolean bridge_milestone_validate (BridgeMilestone *self, GError **error);
/* Does @after ask something of both that @before does not? @before: (nullable) */
gboolean bridge_milestone_asks_more (BridgeMilestone *before, BridgeMilestone *after);
/* The same but for state, mark and stamps? */
gboolean bridge_milestone_is_same_shape (BridgeMilestone *self, BridgeMilestone *other);
/* (transfer full) the ids, each once */
GStrv bridge_milestone_dup_rituals (BridgeMilestone *self);

G_END_DECLS
