/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeOpenedCard:
 *
 * What the two have just opened together, side by side, until somebody says that it was read or the page is left. Afterwards it
 * stands in the list of the last days, as all that both may read. Signal: "done".
 */
#define BRIDGE_TYPE_OPENED_CARD (bridge_opened_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeOpenedCard, bridge_opened_card, BRIDGE, OPENED_CARD, AdwBin)

GtkWidget *bridge_opened_card_new (BridgeSpace *space);                          /* invisible */
void bridge_opened_card_show (BridgeOpenedCard *self, const char *check_in_id); /* one of the two */
void bridge_opened_card_put_away (BridgeOpenedCard *self);

G_END_DECLS
