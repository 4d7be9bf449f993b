/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeReviewWords:
 *
 * What was said in a weekly review. Properties (read-write, EXPLICIT_NOTIFY): id s; review-id s (of the
 * review); person-id s (whose words; %NULL: of both); part BridgeReviewPart (what they are); text s (the
 * words); win-id s (the small win beside them); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_REVIEW_WORDS (bridge_review_words_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewWords, bridge_review_words, BRIDGE, REVIEW_WORDS, GObject)

BridgeReviewWords *bridge_review_words_new (const char *review_id, BridgeReviewPart part, const char *text);
BridgeReviewWords *bridge_review_words_copy (BridgeReviewWords *self); /* (transfer full) same id and stamps */
const char *bridge_review_words_get_id (BridgeReviewWords *self); /* (nullable) */
const char *bridge_review_words_get_review_id (BridgeReviewWords *self); /* (nullable) */
const char *bridge_review_words_get_person_id (BridgeReviewWords *self); /* (nullable) */
BridgeReviewPart bridge_review_words_get_part (BridgeReviewWords *self);
const char *bridge_review_words_get_text (BridgeReviewWords *self);
const char *bridge_review_words_get_win_id (BridgeReviewWords *self); /* (nullable) */

G_END_DECLS
