/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeMilestone:
 *
 * A realistic goal with a day to come back to it. Properties (read-write, EXPLICIT_NOTIFY): id s; title s
 * (what it is about); note s (what it would look like; "" none); who s (whose it is; %NULL: of both, or of
 * the only one); source BridgeMilestoneSource (what it is counted from); ritual-ids s (of the rituals whose
 * kept moments count, with commas between; "" none); win-kind s (the nick of the kind of small wins that
 * count; %NULL: any); target i (how many; 0 for an open one); since x (from when on is counted: local
 * midnight); revisit-on x (the day to come back to it: local midnight, or none); state BridgeMilestoneState
 * (open, resting or reached); reached-on x (when it was reached: local midnight, or none); mark s (how it
 * is marked; "" none); celebrated b (whether the celebration was shown); reminding-since x (UTC ms: nothing
 * that was due before is reminded of); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_MILESTONE (bridge_milestone_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestone, bridge_milestone, BRIDGE, MILESTONE, GObject)

BridgeMilestone *bridge_milestone_new (const char *title, BridgeMilestoneSource source, int target);
BridgeMilestone *bridge_milestone_copy (BridgeMilestone *self); /* (transfer full) same id and stamps */
const char *bridge_milestone_get_id (BridgeMilestone *self); /* (nullable) */
const char *bridge_milestone_get_title (BridgeMilestone *self);
const char *bridge_milestone_get_note (BridgeMilestone *self);
const char *bridge_milestone_get_who (BridgeMilestone *self); /* (nullable) */
BridgeMilestoneSource bridge_milestone_get_source (BridgeMilestone *self);
const char *bridge_milestone_get_ritual_ids (BridgeMilestone *self);
const char *bridge_milestone_get_win_kind (BridgeMilestone *self); /* (nullable) */
int bridge_milestone_get_target (BridgeMilestone *self);
BridgeLocal bridge_milestone_get_since (BridgeMilestone *self);
BridgeLocal bridge_milestone_get_revisit_on (BridgeMilestone *self);
BridgeMilestoneState bridge_milestone_get_state (BridgeMilestone *self);
BridgeLocal bridge_milestone_get_reached_on (BridgeMilestone *self);
const char *bridge_milestone_get_mark (BridgeMilestone *self);
gboolean bridge_milestone_get_celebrated (BridgeMilestone *self);
gint64 bridge_milestone_get_reminding_since (BridgeMilestone *self);

G_END_DECLS
