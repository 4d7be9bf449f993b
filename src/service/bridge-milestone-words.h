/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"
#include "bridge-milestone-change.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What a milestone says, in words for the window and the command line. All are (transfer full). */

/* "6 of 10 moments of “Weekly walk”"; of an open one what reaches it */
char *bridge_milestone_progress_to_words (BridgeSpace *space, BridgeMilestone *milestone, guint count);
/* "10 moments of “Weekly walk”" */
char *bridge_milestone_aim_to_words (BridgeSpace *space, BridgeMilestone *milestone);
/* What @after is, and what it has otherwise than @before, a line each */
void bridge_milestone_add_whole (GStrvBuilder *lines, BridgeSpace *space, BridgeMilestone *after);
void bridge_milestone_add_difference (GStrvBuilder *lines, BridgeSpace *space, BridgeMilestone *before, BridgeMilestone *after);
/* What it is counted from, since when, and how it is marked */
void bridge_milestone_add_facts (GStrvBuilder *lines, BridgeSpace *space, BridgeMilestone *milestone);
/* Of @log, what became of @milestone (BridgeMilestoneChange, the first one first): its shape after @n of them, (nullable) */
BridgeMilestone *bridge_milestone_log_dup_shape (BridgeMilestone *milestone, GPtrArray *log, guint n);
/* the day on which it became one */
BridgeLocal bridge_milestone_get_begun_on (BridgeSpace *space, BridgeMilestone *milestone);
/* "Begun as “Ten walks” · 10 moments of “Weekly walk” · Another look on Sunday, 20 December" */
char *bridge_milestone_log_begin_to_words (BridgeSpace *space, BridgeMilestone *milestone, GPtrArray *log);
/* "Another look on Tuesday, 24 November" */
char *bridge_milestone_look_to_words (BridgeSpace *space, BridgeLocal on);
/* "Reshaped: 6 moments instead of 10"; of entry @index */
char *bridge_milestone_log_entry_to_words (BridgeSpace *space, BridgeMilestone *milestone, GPtrArray *log, guint index);

G_END_DECLS
