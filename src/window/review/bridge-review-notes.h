/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-review-words.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReviewNotes:
 *
 * A question of the weekly review, a field for an answer, and what was noted already. Of two, thanks and wishes are
 * somebody’s: two buttons say who is speaking just now.
 */
#define BRIDGE_TYPE_REVIEW_NOTES (bridge_review_notes_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReviewNotes, bridge_review_notes, BRIDGE, REVIEW_NOTES, AdwBin)

GtkWidget *bridge_review_notes_new (BridgeSpace *space, BridgeReviewPart part, const char *question, const char *placeholder);
void bridge_review_notes_update (BridgeReviewNotes *self, GPtrArray *words); /* of the review, all parts */
gboolean bridge_review_notes_flush (BridgeReviewNotes *self);                /* notes what is typed; FALSE: it could not be */
const char *bridge_review_notes_get_person_id (BridgeReviewNotes *self);     /* (nullable) who says it; "who-changed" */
void bridge_review_notes_take_win (BridgeReviewNotes *self, BridgeWin *win); /* thanks for it */
GtkWidget *bridge_review_words_row_new (BridgeSpace *space);                 /* without a button */
void bridge_review_words_row_show (GtkWidget *row, BridgeSpace *space, BridgeReviewWords *words);

G_END_DECLS
