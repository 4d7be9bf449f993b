/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* What was kept of one ritual: planks, how many in words, and the recorded moments, read as they are asked
 * for. */
#define BRIDGE_TYPE_RITUAL_HISTORY (bridge_ritual_history_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualHistory, bridge_ritual_history, BRIDGE, RITUAL_HISTORY, AdwBin)

GtkWidget *bridge_ritual_history_new (void);
void bridge_ritual_history_set_ritual (BridgeRitualHistory *self, BridgeSpace *space, BridgeRitual *ritual);

G_END_DECLS
