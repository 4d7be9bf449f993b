/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeMilestoneChange:
 *
 * What became of a milestone, and why. Never rewritten. Properties (read-write, EXPLICIT_NOTIFY): id s;
 * milestone-id s (of the milestone); event BridgeMilestoneEvent (what happened); on x (when: local
 * midnight); words s (why; "" none); was s (JSON of the values before; "" none changed); created-at,
 * updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_MILESTONE_CHANGE (bridge_milestone_change_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestoneChange, bridge_milestone_change, BRIDGE, MILESTONE_CHANGE, GObject)

BridgeMilestoneChange *bridge_milestone_change_new (const char *milestone_id, BridgeMilestoneEvent event, BridgeLocal on);
BridgeMilestoneChange *bridge_milestone_change_copy (BridgeMilestoneChange *self); /* (transfer full) same id and stamps */
const char *bridge_milestone_change_get_id (BridgeMilestoneChange *self); /* (nullable) */
const char *bridge_milestone_change_get_milestone_id (BridgeMilestoneChange *self); /* (nullable) */
BridgeMilestoneEvent bridge_milestone_change_get_event (BridgeMilestoneChange *self);
BridgeLocal bridge_milestone_change_get_on (BridgeMilestoneChange *self);
const char *bridge_milestone_change_get_words (BridgeMilestoneChange *self);
const char *bridge_milestone_change_get_was (BridgeMilestoneChange *self);

G_END_DECLS
