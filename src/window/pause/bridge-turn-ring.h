/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeTurnRing:
 *
 * What is left of a turn, as a ring. A picture only: the words beside it say the same.
 */
#define BRIDGE_TYPE_TURN_RING (bridge_turn_ring_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTurnRing, bridge_turn_ring, BRIDGE, TURN_RING, GtkWidget)

GtkWidget *bridge_turn_ring_new (void);
void bridge_turn_ring_set_left (BridgeTurnRing *self, double left); /* of a whole turn, 0–1 */
double bridge_turn_ring_get_left (BridgeTurnRing *self);
void bridge_turn_ring_set_small (BridgeTurnRing *self);

G_END_DECLS
