/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewPoint:
 *
 * At most one open point, begun softly: four short fields that make two sentences. What may be hard to hear is said beside
 * them, with the reason, and keeps nobody from anything.
 */
#define BRIDGE_TYPE_REVIEW_POINT (bridge_review_point_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewPoint, bridge_review_point, BRIDGE, REVIEW_POINT, AdwBin)

GtkWidget *bridge_review_point_new (BridgeSpace *space);
void bridge_review_point_update (BridgeReviewPoint *self, GPtrArray *words); /* of the review, all parts */
gboolean bridge_review_point_flush (BridgeReviewPoint *self);                /* notes what is typed; FALSE: it could not be */

G_END_DECLS
