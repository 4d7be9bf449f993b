/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-check-in.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What somebody had begun in the form when it had to go out of sight, and nothing could seal it: in memory, for that person only,
 * and wiped when the space is closed. */
typedef struct {
  int steps[BRIDGE_N_SCALES];
  char *words;            /* (nullable) */
  int choice;             /* BridgeCheckInChoice */
  gboolean sealed;        /* there was a private space, which was locked: it goes with that */
  BridgeCheckIn *editing; /* (nullable): one that is there already, to be worded differently */
  BridgeCheckIn *waiting; /* (nullable): one that waits to be opened together */
} BridgeCheckInHeld;

void bridge_check_in_held_free (BridgeCheckInHeld *self);
void bridge_check_in_hold (BridgeSpace *space, const char *person_id, BridgeCheckInHeld *held); /* (transfer full) @held */
gboolean bridge_check_in_is_held (BridgeSpace *space, const char *person_id);
/* (transfer full) (nullable) the newest, which is not kept any more */
BridgeCheckInHeld *bridge_check_in_take_held (BridgeSpace *space, const char *person_id);
void bridge_check_in_forget_gone (BridgeSpace *space); /* of whoever has left */
void bridge_check_in_forget_erased (BridgeSpace *space);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeCheckInHeld, bridge_check_in_held_free)

G_END_DECLS
