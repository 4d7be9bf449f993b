/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeLighterCard:
 *
 * Offers fewer reminders for what goes well. It is not there while there is nothing to offer.
 */
#define BRIDGE_TYPE_LIGHTER_CARD (bridge_lighter_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLighterCard, bridge_lighter_card, BRIDGE, LIGHTER_CARD, AdwBin)

GtkWidget *bridge_lighter_card_new (void);
void bridge_lighter_card_set_space (BridgeLighterCard *self, BridgeSpace *space);
void bridge_lighter_card_update (BridgeLighterCard *self);

G_END_DECLS
