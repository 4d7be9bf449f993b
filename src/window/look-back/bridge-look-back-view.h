/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgeLookBackView:
 *
 * All pictures, one on a card. Signal "back": one wants to go back to where it was opened.
 */
#define BRIDGE_TYPE_LOOK_BACK_VIEW (bridge_look_back_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLookBackView, bridge_look_back_view, BRIDGE, LOOK_BACK_VIEW, AdwBin)

GtkWidget *bridge_look_back_view_new (BridgeSpace *space, BridgePrivate *private_space);

/* What of it is on the page: the last eight weeks. Signal "open": all pictures are wanted. */
#define BRIDGE_TYPE_LOOK_BACK_CARD (bridge_look_back_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLookBackCard, bridge_look_back_card, BRIDGE, LOOK_BACK_CARD, GtkBox)

void bridge_look_back_card_set_space (BridgeLookBackCard *self, BridgeSpace *space, BridgePrivate *private_space); /* once */

G_END_DECLS
