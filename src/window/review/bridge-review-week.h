/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewWeek:
 *
 * What went well in the week, to stand beside the thanks. Not there where nothing was noted.
 *
 * Signal: "thank" (BridgeWin *win): somebody says thank you for it.
 */
#define BRIDGE_TYPE_REVIEW_WEEK (bridge_review_week_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewWeek, bridge_review_week, BRIDGE, REVIEW_WEEK, AdwBin)

GtkWidget *bridge_review_week_new (BridgeSpace *space, gboolean thanks); /* @thanks: a button beside each */
void bridge_review_week_set_person (BridgeReviewWeek *self, const char *person_id); /* (nullable) who thanks */
void bridge_review_week_update (BridgeReviewWeek *self, BridgeLocal day, GPtrArray *words);

G_END_DECLS
