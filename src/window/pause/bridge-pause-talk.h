/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePauseTalk:
 *
 * The gentle talk: one topic, turns of two minutes, and sentences that may help; pausing again is always possible.
 */
#define BRIDGE_TYPE_PAUSE_TALK (bridge_pause_talk_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseTalk, bridge_pause_talk, BRIDGE, PAUSE_TALK, AdwBin)

GtkWidget *bridge_pause_talk_new (BridgeSpace *space);
void bridge_pause_talk_update (BridgePauseTalk *self, BridgePause *pause);

G_END_DECLS
