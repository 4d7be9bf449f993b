/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeCheckInRound:
 *
 * Two check-ins that are opened at the same time. Properties (read-write, EXPLICIT_NOTIFY): id s; begun-by
 * s (who asked); state BridgeRoundState (waiting, or opened); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_CHECK_IN_ROUND (bridge_check_in_round_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckInRound, bridge_check_in_round, BRIDGE, CHECK_IN_ROUND, GObject)

BridgeCheckInRound *bridge_check_in_round_new (const char *begun_by);
BridgeCheckInRound *bridge_check_in_round_copy (BridgeCheckInRound *self); /* (transfer full) same id and stamps */
const char *bridge_check_in_round_get_id (BridgeCheckInRound *self); /* (nullable) */
const char *bridge_check_in_round_get_begun_by (BridgeCheckInRound *self); /* (nullable) */
BridgeRoundState bridge_check_in_round_get_state (BridgeCheckInRound *self);

G_END_DECLS
