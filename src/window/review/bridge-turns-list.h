/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeTurnsList:
 *
 * Whose turn it is this week to lead, to plan and to bring a topic. One press swaps it; nothing counts that. Not there
 * where there is only one.
 */
#define BRIDGE_TYPE_TURNS_LIST (bridge_turns_list_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTurnsList, bridge_turns_list, BRIDGE, TURNS_LIST, AdwBin)

GtkWidget *bridge_turns_list_new (void);
void bridge_turns_list_set_space (BridgeTurnsList *self, BridgeSpace *space);
void bridge_turns_list_update (BridgeTurnsList *self);

G_END_DECLS
