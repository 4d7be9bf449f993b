/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeLikesCard:
 *
 * On the page Reflect: the ways to what both like, and to the plan for oneself.
 */
#define BRIDGE_TYPE_LIKES_CARD (bridge_likes_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLikesCard, bridge_likes_card, BRIDGE, LIKES_CARD, AdwBin)

GtkWidget *bridge_likes_card_new (BridgeSpace *space);
void bridge_likes_card_open_care (BridgeLikesCard *self);

G_END_DECLS
