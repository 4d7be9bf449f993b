/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-review.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewTimer:
 *
 * What is left of the minutes that are suggested for a step: a ring, and words that change by the minute. When they are
 * over it says so, and nothing else happens.
 */
#define BRIDGE_TYPE_REVIEW_TIMER (bridge_review_timer_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewTimer, bridge_review_timer, BRIDGE, REVIEW_TIMER, AdwBin)

GtkWidget *bridge_review_timer_new (BridgeSpace *space);
void bridge_review_timer_set_review (BridgeReviewTimer *self, BridgeReview *review);
/* (transfer full) what it says with so much left, ms */
char *bridge_review_timer_words (gint64 left);

G_END_DECLS
