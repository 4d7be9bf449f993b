/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-milestone.h"
#include "bridge-milestone-change.h"
#include "bridge-win.h"

G_BEGIN_DECLS

/* Milestones and what became of them. Loaders leave out
 * what is removed unless said otherwise; arrays own their objects. */

/* open and resting ones first, by the day to come back to them */
GPtrArray *bridge_store_load_milestones (BridgeDatabase *db, GError **error);
/* removed ones too; NULL without error: none */
BridgeMilestone *bridge_store_load_milestone (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_milestone (BridgeDatabase *db, BridgeMilestone *milestone, GError **error);
gboolean bridge_store_note_celebrated (BridgeDatabase *db, const char *id, GError **error);
/* the oldest first */
GPtrArray *bridge_store_load_milestone_changes (BridgeDatabase *db, const char *milestone_id, GError **error);
/* removed ones too; NULL without error: none */
BridgeMilestoneChange *bridge_store_load_milestone_change (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_milestone_change (BridgeDatabase *db, BridgeMilestoneChange *milestone_change, GError **error);

/* Small wins that a milestone can be counted from, by their day in [from, to): other milestones are none of them. @kind: a nick,
 * (nullable) any; @noticed_by: (nullable) anybody; @linked_to: a milestone whose own are among them in any case */
gboolean bridge_store_count_wins_of (BridgeDatabase *db, const char *kind, const char *noticed_by, BridgeLocal from,
                                     BridgeLocal to, const char *linked_to /* (nullable) */, guint *n, GError **error);
/* those of @linked_to, then the starred ones, then the newest; @limit at most */
GPtrArray *bridge_store_load_wins_of (BridgeDatabase *db, const char *kind, const char *noticed_by, BridgeLocal from,
                                      BridgeLocal to, const char *linked_to, guint limit, GError **error);
/* what says in the log that it was reached, the newest; NULL without error: none */
BridgeWin *bridge_store_load_milestone_win (BridgeDatabase *db, const char *milestone_id, GError **error);

G_END_DECLS
