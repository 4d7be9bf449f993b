/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/* How far one of the two is. */
typedef enum {
  BRIDGE_ROUND_SIDE_NOTHING,
  BRIDGE_ROUND_SIDE_WRITTEN,
  BRIDGE_ROUND_SIDE_READY,
} BridgeRoundSide;

#define BRIDGE_N_ROUND_SIDES (BRIDGE_ROUND_SIDE_READY + 1)

typedef enum {
  BRIDGE_ROUND_EVENT_WRITE,     /* theirs, or other words of it */
  BRIDGE_ROUND_EVENT_READY,
  BRIDGE_ROUND_EVENT_NOT_YET,
  BRIDGE_ROUND_EVENT_TAKE_BACK,
} BridgeRoundEvent;

#define BRIDGE_N_ROUND_EVENTS (BRIDGE_ROUND_EVENT_TAKE_BACK + 1)

/**
 * BridgeCheckInRound:
 *
 * Two check-ins that are opened at the same time. Who began is kept nowhere: nobody goes first. Properties (read-write,
 * EXPLICIT_NOTIFY): id s; state BridgeRoundState (waiting, or opened); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_CHECK_IN_ROUND (bridge_check_in_round_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckInRound, bridge_check_in_round, BRIDGE, CHECK_IN_ROUND, GObject)

BridgeCheckInRound *bridge_check_in_round_new (void);
BridgeCheckInRound *bridge_check_in_round_copy (BridgeCheckInRound *self); /* (transfer full) same id and stamps */
const char *bridge_check_in_round_get_id (BridgeCheckInRound *self); /* (nullable) */
BridgeRoundState bridge_check_in_round_get_state (BridgeCheckInRound *self);

/* STATE; @other says only whether a "ready" opens both */
gboolean bridge_round_step (BridgeRoundState state, BridgeRoundSide own, BridgeRoundSide other, BridgeRoundEvent event,
                            BridgeRoundSide *next_own, BridgeRoundState *next_state, GError **error);

G_END_DECLS
