/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space-reviews.h"

G_BEGIN_DECLS

/* How far back a moment, and what went well, still belong to the week. */
#define BRIDGE_REVIEW_DAYS_BACK 7

/* (transfer full) (nullable) the moment that a review which begins now is */
BridgeOccurrence *bridge_space_find_review_moment (BridgeSpace *self, BridgeRitual *ritual, GError **error);
/* local, or none; not the one that the open review is */
BridgeLocal bridge_space_get_next_of_review_ritual (BridgeSpace *self, BridgeRitual *ritual);
/* before it is done */
gboolean bridge_space_keep_review_moment (BridgeSpace *self, BridgeReview *review, GError **error);

G_END_DECLS
