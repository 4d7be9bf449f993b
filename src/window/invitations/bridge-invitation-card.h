/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeInvitationCard:
 *
 * What the other one proposes, with the answers in place: yes, another time, not now. For the one who is asked.
 */
#define BRIDGE_TYPE_INVITATION_CARD (bridge_invitation_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeInvitationCard, bridge_invitation_card, BRIDGE, INVITATION_CARD, AdwBin)

GtkWidget *bridge_invitation_card_new (BridgeSpace *space);
void bridge_invitation_card_show (BridgeInvitationCard *self, BridgeInvitation *invitation);

G_END_DECLS
