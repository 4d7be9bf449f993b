/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-review.h"
#include "bridge-review-words.h"

G_BEGIN_DECLS

/* Weekly reviews. Loaders leave out what is removed unless said otherwise; arrays own their objects. */

GPtrArray *bridge_store_load_reviews (BridgeDatabase *db, GError **error); /* the newest first */
/* removed ones too; NULL without error: none */
BridgeReview *bridge_store_load_review (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_review (BridgeDatabase *db, BridgeReview *review, GError **error);
/* in the order they were said */
GPtrArray *bridge_store_load_words_of_review (BridgeDatabase *db, const char *review_id, GError **error);
/* removed ones too; NULL without error: none */
BridgeReviewWords *bridge_store_load_review_words (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_review_words (BridgeDatabase *db, BridgeReviewWords *review_words, GError **error);

G_END_DECLS
