/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeTurnTimer:
 *
 * Two minutes to speak while the other listens, then the other way round. It shows what is left roughly and never
 * second by second, says softly when it is time, and cuts nobody off: the turn is passed by hand.
 *
 * Signal: "next": the first turn shall begin, or the next one.
 */
#define BRIDGE_TYPE_TURN_TIMER (bridge_turn_timer_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTurnTimer, bridge_turn_timer, BRIDGE, TURN_TIMER, AdwBin)

#define BRIDGE_TURN_MS (2 * BRIDGE_MS_PER_MINUTE)

GtkWidget *bridge_turn_timer_new (BridgeSpace *space);
/* @turn: from 1 on, 0 not begun; @began: UTC ms; @first_id: (nullable) whose the odd turns are */
void bridge_turn_timer_set_turn (BridgeTurnTimer *self, int turn, gint64 began, const char *first_id);

G_END_DECLS
