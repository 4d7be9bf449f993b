/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"
#include "bridge-milestone-change.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* Milestones. Given objects are copies that the command takes over. What is one's own is shown to and changed by its holder
 * only. One of both either may make smaller, look at again, rest and reach; more of it is proposed. */

/* Is it to be shown to whoever is speaking, and theirs to change? */
gboolean bridge_space_is_own_milestone (BridgeSpace *self, BridgeMilestone *milestone);
/* (transfer full) of what is shown to them; NOT_FOUND, AMBIGUOUS */
BridgeMilestone *bridge_space_find_milestone (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* What a small win belongs to, or what was reached with it: (transfer none) (nullable) only where it is shown to them */
BridgeMilestone *bridge_space_find_milestone_of_win (BridgeSpace *self, BridgeWin *win);
/* (transfer full) of BridgeMilestoneChange, the first one first */
GPtrArray *bridge_space_list_milestone_changes (BridgeSpace *self, const char *id, GError **error);
/* (transfer full) of BridgeMilestone: open ones that have their number by now */
GPtrArray *bridge_space_list_reached_milestones (BridgeSpace *self, GError **error);
/* Does it ask something of the listener, too? @before: (nullable). Solo: never */
gboolean bridge_space_milestone_needs_yes (BridgeSpace *self, BridgeMilestone *before, BridgeMilestone *after);

/* (transfer full) as stored; STATE: it is of both, and to be proposed */
BridgeMilestone *bridge_space_add_milestone (BridgeSpace *self, BridgeMilestone *milestone, GError **error);
/* (transfer full) of both: a new one, what one that is there would be, or (state open) that one goes on. @words: (nullable) */
BridgeInvitation *bridge_space_propose_milestone (BridgeSpace *self, BridgeMilestone *milestone, const char *words,
                                                  GError **error);
/* other values, by its id; @why: (nullable) */
gboolean bridge_space_reshape_milestone (BridgeSpace *self, BridgeMilestone *edited, const char *why, GError **error);
/* looked at; @on: the next day for it, local midnight, or BRIDGE_LOCAL_NONE */
gboolean bridge_space_revisit_milestone (BridgeSpace *self, const char *id, BridgeLocal on, const char *why, GError **error);
/* rest, resume or reopen */
gboolean bridge_space_change_milestone (BridgeSpace *self, const char *id, BridgeMilestoneEvent event, const char *why,
                                        GError **error);
/* @possible: (nullable) what made it possible; @mark: (nullable) how it is marked; @in_log: one's own, too, comes into the log,
 * which both read; what is of both always does */
gboolean bridge_space_reach_milestone (BridgeSpace *self, const char *id, const char *possible, const char *mark,
                                       gboolean in_log, GError **error);
/* its celebration was shown by itself; it will not be again. Nothing that Undo knows of */
gboolean bridge_space_celebrated_milestone (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_may_remove_milestone (BridgeSpace *self, BridgeMilestone *milestone); /* not where two have agreed on it */
gboolean bridge_space_remove_milestone (BridgeSpace *self, const char *id, GError **error);             /* soft; STATE */

/* For the other files of this folder. */

/* (transfer none) (nullable): by its whole id, whosever it is */
BridgeMilestone *bridge_space_peek_milestone (BridgeSpace *self, const char *id);
/* (transfer full): what a person entered, clean and checked; @before: (nullable) */
BridgeMilestone *bridge_space_take_over_milestone (BridgeSpace *self, BridgeMilestone *given, BridgeMilestone *before,
                                                   GError **error);
/* (transfer full): a row for its log */
BridgeMilestoneChange *bridge_space_make_milestone_change (BridgeSpace *self, BridgeMilestone *before, BridgeMilestoneEvent event,
                                                           const char *words, GError **error);
/* (transfer full): its values as JSON, and back */
char *bridge_milestone_write_values (BridgeMilestone *milestone);
BridgeMilestone *bridge_milestone_read_values (const char *json, GError **error);

G_END_DECLS
