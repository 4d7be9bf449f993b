/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePauseReady:
 *
 * "Ready?", asked of each for themself. What the first one answered is not shown, neither before nor after.
 */
#define BRIDGE_TYPE_PAUSE_READY (bridge_pause_ready_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseReady, bridge_pause_ready, BRIDGE, PAUSE_READY, AdwBin)

GtkWidget *bridge_pause_ready_new (BridgeSpace *space);
void bridge_pause_ready_update (BridgePauseReady *self, BridgePause *pause);

G_END_DECLS
