/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewSummary:
 *
 * What was said in a review that is done, and the list of those before. Signal: "back".
 */
#define BRIDGE_TYPE_REVIEW_SUMMARY (bridge_review_summary_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewSummary, bridge_review_summary, BRIDGE, REVIEW_SUMMARY, AdwBin)

/* @fresh: it was just finished */
GtkWidget *bridge_review_summary_new (BridgeSpace *space, const char *review_id, gboolean fresh);

G_END_DECLS
