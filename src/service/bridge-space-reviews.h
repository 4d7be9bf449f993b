/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-duty.h"
#include "bridge-review-state.h"
#include "bridge-review-words.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* The weekly review: one is open at a time, and both sit at it, so each step and each word is stored at once and is of both.
 * Steps are not on the Undo stack, there is a way back for them; words are, until the other one is here. */

#define BRIDGE_REVIEW_TEMPLATE "weekly-review"
#define BRIDGE_REVIEW_WORDS_MAX 2000

/* Whether one is open: (transfer full) (nullable); NULL without an error: none is */
BridgeReview *bridge_space_load_open_review (BridgeSpace *self, GError **error);
/* (transfer full) BridgeReview that are done, the newest first */
GPtrArray *bridge_space_load_reviews (BridgeSpace *self, GError **error);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeReview *bridge_space_find_review (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) BridgeReviewWords, in the order they were said */
GPtrArray *bridge_space_load_review_words (BridgeSpace *self, const char *review_id, GError **error);
/* local midnight of the day on which it was begun; its start may be a moment of days before */
BridgeLocal bridge_space_get_review_day (BridgeSpace *self, BridgeReview *review);
/* (transfer full) BridgeWin of the week up to that day, the newest first */
GPtrArray *bridge_space_load_review_wins (BridgeSpace *self, BridgeLocal day, GError **error);

/* (transfer none) (nullable) the agreed ritual that it is a moment of */
BridgeRitual *bridge_space_peek_review_ritual (BridgeSpace *self);
/* local, or none: of the ritual, or the day that was set at the end of the last one, if that is not over */
BridgeLocal bridge_space_get_next_review (BridgeSpace *self);
/* Is that occurrence what a review that begins now, or the open one, is? */
gboolean bridge_space_is_review_moment (BridgeSpace *self, const char *name);
/* (transfer full) (nullable) the last one, if a day was set in it for the next one that is still to be reminded of */
BridgeReview *bridge_space_load_review_with_day (BridgeSpace *self, GError **error);
/* How things are: for the pure functions of bridge-review-state.h */
BridgeReviewInput bridge_space_get_review_input (BridgeSpace *self);
gboolean bridge_space_is_review_held (BridgeSpace *self); /* a pause lasts: it waits */

/* (transfer full) (nullable); STATE: one is open, or a pause lasts */
BridgeReview *bridge_space_begin_review (BridgeSpace *self, GError **error);
/* all but FINISH; STATE */
gboolean bridge_space_step_review (BridgeSpace *self, BridgeReviewEvent event, GError **error);
/* @next_on: local day of the next one, where no ritual says it; BRIDGE_LOCAL_NONE: open. The moment it belongs to was kept.
 * STATE, INVALID_DATE */
gboolean bridge_space_finish_review (BridgeSpace *self, BridgeLocal next_on, GError **error);
/* (transfer full) (nullable) @person_id: whose words, NULL: the speaker’s; of both but for appreciations and wishes. @win_id:
 * (nullable) the small win beside them. Of open points there is one, so another takes its place. STATE, INVALID_VALUE */
BridgeReviewWords *bridge_space_say_in_review (BridgeSpace *self, BridgeReviewPart part, const char *person_id,
                                               const char *text, const char *win_id, GError **error);
gboolean bridge_space_unsay_in_review (BridgeSpace *self, const char *id, GError **error); /* while it is open; STATE */
gboolean bridge_review_part_has_person (BridgeReviewPart part);
const char *bridge_review_part_get_label (BridgeReviewPart part); /* translated, static */

/* Whose turn it is; only where there are two. (transfer none) (nullable) */
BridgePerson *bridge_space_get_turn (BridgeSpace *self, BridgeDuty duty, BridgeLocal day);
/* gives it to the other one for that week; either may, and nothing counts it; STATE: alone */
gboolean bridge_space_swap_turn (BridgeSpace *self, BridgeDuty duty, BridgeLocal day, GError **error);

/* For bridge_space_open () only: a pause interrupts what is open. */
void bridge_space_follow_reviews (BridgeSpace *self);

G_END_DECLS
