/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewPage:
 *
 * The open weekly review, one step at a time. It keeps nothing: what is pressed is a command of the space, and what is shown
 * is what the space has, so a window that was killed, or another process, finds it where it was.
 *
 * Signals: "leave": it was left for now, or a pause came; "done" (const char *review_id): it is done.
 */
#define BRIDGE_TYPE_REVIEW_PAGE (bridge_review_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewPage, bridge_review_page, BRIDGE, REVIEW_PAGE, AdwBin)

GtkWidget *bridge_review_page_new (BridgeSpace *space);
void bridge_review_page_leave (BridgeReviewPage *self); /* for now */
void bridge_review_page_hold (BridgeReviewPage *self); /* it is about to be covered */

G_END_DECLS
