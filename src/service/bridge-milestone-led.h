/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What led to a milestone: some of each kind, and how many more there are. */
typedef struct {
  BridgeMilestoneSource kind; /* rituals, wins, promises, talks or weeks */
  GPtrArray *words;           /* (element-type utf8): what each of them is, as people say it */
  guint more;                 /* so many are not among these */
} BridgeMilestoneLed;

/* (transfer full) (nullable) of BridgeMilestoneLed: none of them is empty, and what it was counted from comes first */
/* @maybe: also what there was meanwhile, for a person to choose from */
GPtrArray *bridge_milestone_list_led (BridgeSpace *space, BridgeMilestone *milestone, gboolean maybe, GError **error);
char *bridge_milestone_led_dup_more (BridgeMilestoneLed *self); /* (transfer full) (nullable) “And 3 more small wins” */

G_END_DECLS
