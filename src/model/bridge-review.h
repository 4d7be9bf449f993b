/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeReview:
 *
 * A look back and forward by both. Properties (read-write, EXPLICIT_NOTIFY): id s; ritual-id s (of the
 * ritual it is a moment of); who s (whose it is: it was over before somebody else came; %NULL: of all who
 * are here); start x (of that moment, local); state BridgeReviewState (how far it is);
 * lead-id s (who leads; %NULL: nobody by turns); step-ends-at x (UTC ms: when the time for this step is
 * over; 0: it stands still); interrupted b (whether it was left to be gone on with); next-on x (the next
 * one, local, or none); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_REVIEW (bridge_review_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReview, bridge_review, BRIDGE, REVIEW, GObject)

BridgeReview *bridge_review_new (const char *ritual_id, BridgeLocal start);
BridgeReview *bridge_review_copy (BridgeReview *self); /* (transfer full) same id and stamps */
const char *bridge_review_get_id (BridgeReview *self); /* (nullable) */
const char *bridge_review_get_ritual_id (BridgeReview *self); /* (nullable) */
const char *bridge_review_get_who (BridgeReview *self); /* (nullable) */
BridgeLocal bridge_review_get_start (BridgeReview *self);
BridgeReviewState bridge_review_get_state (BridgeReview *self);
const char *bridge_review_get_lead_id (BridgeReview *self); /* (nullable) */
gint64 bridge_review_get_step_ends_at (BridgeReview *self);
gboolean bridge_review_get_interrupted (BridgeReview *self);
BridgeLocal bridge_review_get_next_on (BridgeReview *self);
gint64 bridge_review_get_created_at (BridgeReview *self);

G_END_DECLS
