/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewCard:
 *
 * The weekly review on the page Reflect: when the next one is, a button to begin or go on, whose turn it is this week, and
 * the last summary.
 *
 * Signals: "open": the open review is to be shown; "summary" (const char *review_id).
 */
#define BRIDGE_TYPE_REVIEW_CARD (bridge_review_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewCard, bridge_review_card, BRIDGE, REVIEW_CARD, AdwBin)

GtkWidget *bridge_review_card_new (BridgeSpace *space);
gboolean bridge_review_card_begin (BridgeReviewCard *self); /* FALSE: not now */

G_END_DECLS
