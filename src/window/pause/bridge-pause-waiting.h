/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePauseWaiting:
 *
 * The calm screen of a pause that was put off to another day: which one, or the choice of it.
 */
#define BRIDGE_TYPE_PAUSE_WAITING (bridge_pause_waiting_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseWaiting, bridge_pause_waiting, BRIDGE, PAUSE_WAITING, AdwBin)

GtkWidget *bridge_pause_waiting_new (BridgeSpace *space);
void bridge_pause_waiting_update (BridgePauseWaiting *self, BridgePause *pause);

G_END_DECLS
