/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-check-in.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeTogetherCard:
 *
 * What one has written to be opened together, and whether they are ready. It looks the same whatever the other one has done, and
 * is not there while one has written nothing. Signals: "change" (BridgeCheckIn *): it is to be filled in
 * again; "take-back": it is to come back into the form; "opened" (const char *, gboolean): that check-in, and the other’s,
 * are open, and whether that came of a button here.
 */
#define BRIDGE_TYPE_TOGETHER_CARD (bridge_together_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTogetherCard, bridge_together_card, BRIDGE, TOGETHER_CARD, AdwBin)

GtkWidget *bridge_together_card_new (BridgeSpace *space);

G_END_DECLS
