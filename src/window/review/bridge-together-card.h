/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeTogetherCard:
 *
 * On the page Reflect: the ways to what both like, and to the plan for oneself.
 */
#define BRIDGE_TYPE_TOGETHER_CARD (bridge_together_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTogetherCard, bridge_together_card, BRIDGE, TOGETHER_CARD, AdwBin)

GtkWidget *bridge_together_card_new (BridgeSpace *space);
void bridge_together_card_open_care (BridgeTogetherCard *self);

G_END_DECLS
