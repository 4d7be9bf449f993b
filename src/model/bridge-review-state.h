/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-review.h"

G_BEGIN_DECLS

/* How a weekly review goes, as pure functions: no clock, no file. Only events move it; that the time for a step is over never
 * does. */

typedef enum {
  BRIDGE_REVIEW_EVENT_NEXT,      /* to the next step; after the last one it is done */
  BRIDGE_REVIEW_EVENT_SKIP,      /* the same, and this step stays as it is */
  BRIDGE_REVIEW_EVENT_BACK,
  BRIDGE_REVIEW_EVENT_INTERRUPT, /* leave it for now */
  BRIDGE_REVIEW_EVENT_RESUME,
  BRIDGE_REVIEW_EVENT_TIME_OVER, /* the suggested time was; nothing else changes */
  BRIDGE_REVIEW_EVENT_FINISH,    /* from anywhere: less is always possible */
} BridgeReviewEvent;

#define BRIDGE_REVIEW_EVENT_N (BRIDGE_REVIEW_EVENT_FINISH + 1)

typedef struct {
  gint64 now;         /* UTC ms */
  gboolean solo;      /* a look back and a plan, for one */
  gboolean no_issue;  /* a pause is not long ago: hard topics have no place */
} BridgeReviewInput;

/* (transfer full) one that begins now; without id */
BridgeReview *bridge_review_state_begin (const char *ritual_id, BridgeLocal start, const char *lead_id,
                                         const BridgeReviewInput *input);
/* (transfer full) (nullable) the review after @event; STATE: not possible now */
BridgeReview *bridge_review_state_apply (BridgeReview *self, BridgeReviewEvent event, const BridgeReviewInput *input,
                                         GError **error);
gboolean bridge_review_state_has_step (BridgeReviewState state, const BridgeReviewInput *input);
/* Of the steps that there are: 1 for the first; 0: done */
guint bridge_review_state_get_position (BridgeReviewState state, const BridgeReviewInput *input, guint *n_steps);
int bridge_review_state_get_minutes (BridgeReviewState state);               /* suggested; 0: none */
gint64 bridge_review_state_get_left (BridgeReview *self, gint64 now);        /* ms of the suggested time; 0: over */
const char *bridge_review_state_get_label (BridgeReviewState state);         /* translated, static */

G_END_DECLS
