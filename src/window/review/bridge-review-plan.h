/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewPlan:
 *
 * The week to come: what rituals there are to be made lighter or otherwise, which is proposed where it asks more of the
 * other one; fewer reminders, where things go well; and when the next review is.
 */
#define BRIDGE_TYPE_REVIEW_PLAN (bridge_review_plan_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewPlan, bridge_review_plan, BRIDGE, REVIEW_PLAN, AdwBin)

GtkWidget *bridge_review_plan_new (BridgeSpace *space);
void bridge_review_plan_update (BridgeReviewPlan *self);
BridgeLocal bridge_review_plan_get_next_on (BridgeReviewPlan *self); /* BRIDGE_LOCAL_NONE: the ritual says it, or it is open */
/* Opens the ritual editor with the weekly review, as it is in the catalogue. */
void bridge_review_make_weekly (GtkWidget *widget, BridgeSpace *space);

G_END_DECLS
