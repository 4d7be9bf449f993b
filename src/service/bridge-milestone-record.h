/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What the record says of a milestone: how far it has got, and what a realistic one would be. Nothing is divided by anything
 * that was declined, paused or away. */

/* How many there are by now, of what it is counted from; of a reached one, until then. 0: an open one. */
gboolean bridge_milestone_record_count (BridgeSpace *space, BridgeMilestone *milestone, guint *count, GError **error);

/* Days of [from, to) that count for weeks: nobody it needs was away, no pause or recovery window touched them, and it did not
 * rest. @who: (nullable) both; @changes: (nullable) BridgeMilestoneChange, the first one first. Pure. */
guint bridge_milestone_count_days (BridgeLocal from, BridgeLocal to, const char *who, GListModel *absences, GListModel *pauses,
                                   GTimeZone *here, GPtrArray *changes);

/* What the record of the last eight weeks suggests. */
typedef struct {
  int target;             /* 0: an open one */
  BridgeLocal revisit_on; /* local midnight */
  guint found;            /* so many entries it rests on */
  char *why;              /* a sentence or two, translated */
} BridgeMilestoneAhead;

/* @milestone: what it would be counted from, and whose it would be */
gboolean bridge_milestone_look_ahead (BridgeSpace *space, BridgeMilestone *milestone, BridgeMilestoneAhead *ahead,
                                      GError **error);
void bridge_milestone_ahead_clear (BridgeMilestoneAhead *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BridgeMilestoneAhead, bridge_milestone_ahead_clear)

/* What led there: (transfer full) BridgeWin, and BridgeRitual of which something was kept meanwhile. @linked_only: only what
 * somebody said belongs to it */
GPtrArray *bridge_milestone_list_wins (BridgeSpace *space, BridgeMilestone *milestone, gboolean linked_only, guint limit,
                                       GError **error);
gboolean bridge_milestone_count_wins (BridgeSpace *space, BridgeMilestone *milestone, gboolean linked_only, guint *n,
                                      GError **error);
GPtrArray *bridge_milestone_list_rituals (BridgeSpace *space, BridgeMilestone *milestone, guint limit, GError **error);
/* The same of promises of both, and when talks after a pause ended: local. */
GPtrArray *bridge_milestone_list_promises (BridgeSpace *space, BridgeMilestone *milestone);
GArray *bridge_milestone_list_talks (BridgeSpace *space, BridgeMilestone *milestone);

/* Whether the moments of @ritual count for a milestone of @who: both see it, or it is their own. */
gboolean bridge_milestone_may_count (BridgeSpace *space, const char *who, BridgeRitual *ritual);

G_END_DECLS
