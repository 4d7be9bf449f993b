/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review"

#include "config.h"

#include "bridge-review-state.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, message);
  return FALSE;
}

/**
 * bridge_review_state_has_step:
 * @state: how far a review is
 * @input: how things are
 *
 * Returns: whether there is that step: alone there are no thanks to each other and nothing open between two
 */
gboolean
bridge_review_state_has_step (BridgeReviewState        state,
                              const BridgeReviewInput *input)
{
  switch (state)
    {
    case BRIDGE_REVIEW_APPRECIATIONS:
      return !input->solo;
    case BRIDGE_REVIEW_ISSUE:
      return !input->solo && !input->no_issue;
    case BRIDGE_REVIEW_WENT_RIGHT:
    case BRIDGE_REVIEW_NEXT_WEEK:
    case BRIDGE_REVIEW_DONE:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * bridge_review_state_get_position:
 * @state: how far a review is
 * @input: how things are
 * @n_steps: (out) (optional): how many steps there are
 *
 * Returns: which of them it is, from 1 on; 0 when it is done
 */
guint
bridge_review_state_get_position (BridgeReviewState        state,
                                  const BridgeReviewInput *input,
                                  guint                   *n_steps)
{
  guint position = 0;
  guint n = 0;

  for (BridgeReviewState step = BRIDGE_REVIEW_APPRECIATIONS; step < BRIDGE_REVIEW_DONE; step++)
    {
      /* One that is at a step has it, also while a pause says that there is none like it to begin. */
      if (step != state && !bridge_review_state_has_step (step, input))
        continue;
      n++;
      if (step <= state)
        position = n;
    }
  if (n_steps != NULL)
    *n_steps = n;
  return state == BRIDGE_REVIEW_DONE ? 0 : MAX (position, 1);
}

/**
 * bridge_review_state_get_minutes:
 * @state: how far a review is
 *
 * Returns: how many minutes are suggested for that step; 0: none
 */
int
bridge_review_state_get_minutes (BridgeReviewState state)
{
  switch (state)
    {
    case BRIDGE_REVIEW_APPRECIATIONS:
    case BRIDGE_REVIEW_WENT_RIGHT:
      return 5;
    case BRIDGE_REVIEW_ISSUE:
    case BRIDGE_REVIEW_NEXT_WEEK:
      return 10;
    case BRIDGE_REVIEW_DONE:
      return 0;
    }
  g_return_val_if_reached (0);
}

/**
 * bridge_review_state_get_left:
 * @self: a review
 * @now: UTC ms
 *
 * What is left of the time that is suggested for its step. A clock that was set back makes no step longer than it is.
 *
 * Returns: ms; 0: it is over, or the review stands still
 */
gint64
bridge_review_state_get_left (BridgeReview *self,
                              gint64        now)
{
  gint64 ends_at;

  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), 0);

  ends_at = bridge_review_get_step_ends_at (self);
  if (ends_at == 0 || bridge_review_get_interrupted (self))
    return 0;
  return CLAMP (ends_at - now, 0, bridge_review_state_get_minutes (bridge_review_get_state (self)) * BRIDGE_MS_PER_MINUTE);
}

/**
 * bridge_review_state_get_label:
 * @state: how far a review is
 *
 * Returns: what the step is called, translated
 */
const char *
bridge_review_state_get_label (BridgeReviewState state)
{
  switch (state)
    {
    case BRIDGE_REVIEW_APPRECIATIONS:
      return _("Appreciations");
    case BRIDGE_REVIEW_WENT_RIGHT:
      return _("What went right");
    case BRIDGE_REVIEW_ISSUE:
      return _("One open point, or none");
    case BRIDGE_REVIEW_NEXT_WEEK:
      return _("The week to come");
    case BRIDGE_REVIEW_DONE:
      return C_("review", "Done");
    }
  g_return_val_if_reached ("");
}

/* The time for a step begins anew with it. */
static void
enter (BridgeReview      *self,
       BridgeReviewState  state,
       gint64             now)
{
  int minutes = bridge_review_state_get_minutes (state);

  g_object_set (self,
                "state", state,
                "step-ends-at", minutes > 0 ? now + minutes * BRIDGE_MS_PER_MINUTE : (gint64) 0,
                "interrupted", FALSE,
                NULL);
}

/* The nearest step that there is; @state itself may be it. */
static BridgeReviewState
find_step (BridgeReviewState        state,
           const BridgeReviewInput *input)
{
  while (!bridge_review_state_has_step (state, input))
    state++;
  return state;
}

static gboolean
go_back (BridgeReview             *self,
         const BridgeReviewInput  *input,
         GError                  **error)
{
  for (int state = (int) bridge_review_get_state (self) - 1; state >= (int) BRIDGE_REVIEW_APPRECIATIONS; state--)
    {
      if (bridge_review_state_has_step (state, input))
        {
          enter (self, state, input->now);
          return TRUE;
        }
    }
  return refuse (error, _("This is the first step, so there is none to go back to."));
}

static gboolean
move (BridgeReview             *self,
      BridgeReviewEvent         event,
      const BridgeReviewInput  *input,
      GError                  **error)
{
  BridgeReviewState state = bridge_review_get_state (self);
  gboolean interrupted = bridge_review_get_interrupted (self);

  if (state == BRIDGE_REVIEW_DONE)
    return refuse (error, _("This review is done. Nothing was changed."));
  if (interrupted && event != BRIDGE_REVIEW_EVENT_RESUME && event != BRIDGE_REVIEW_EVENT_FINISH)
    return refuse (error, _("The review was left for now. Go on with it first."));

  switch (event)
    {
    case BRIDGE_REVIEW_EVENT_NEXT:
    case BRIDGE_REVIEW_EVENT_SKIP:
      enter (self, find_step (state + 1, input), input->now);
      return TRUE;
    case BRIDGE_REVIEW_EVENT_BACK:
      return go_back (self, input, error);
    case BRIDGE_REVIEW_EVENT_INTERRUPT:
      g_object_set (self, "interrupted", TRUE, "step-ends-at", (gint64) 0, NULL);
      return TRUE;
    case BRIDGE_REVIEW_EVENT_RESUME:
      if (!interrupted)
        return refuse (error, _("The review is going on already."));
      /* What has no place any more is passed over. */
      enter (self, find_step (state, input), input->now);
      return TRUE;
    case BRIDGE_REVIEW_EVENT_TIME_OVER:
      if (bridge_review_get_step_ends_at (self) == 0 || bridge_review_state_get_left (self, input->now) > 0)
        return refuse (error, _("The time for this step is not over."));
      g_object_set (self, "step-ends-at", (gint64) 0, NULL);
      return TRUE;
    case BRIDGE_REVIEW_EVENT_FINISH:
      enter (self, BRIDGE_REVIEW_DONE, input->now);
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * bridge_review_state_begin:
 * @ritual_id: (nullable): of the ritual it is a moment of
 * @start: of that moment, local
 * @lead_id: (nullable): whose turn it is to lead
 * @input: how things are
 *
 * Returns: (transfer full): a review at its first step, without an id yet
 */
BridgeReview *
bridge_review_state_begin (const char              *ritual_id,
                           BridgeLocal              start,
                           const char              *lead_id,
                           const BridgeReviewInput *input)
{
  BridgeReview *self = bridge_review_new (ritual_id, start);

  g_object_set (self, "lead-id", lead_id, NULL);
  enter (self, find_step (BRIDGE_REVIEW_APPRECIATIONS, input), input->now);
  return self;
}

/**
 * bridge_review_state_apply:
 * @self: a review
 * @event: what happens
 * @input: how things are
 * @error: where to say that it cannot
 *
 * Returns: (transfer full) (nullable): the review afterwards, or %NULL with %BRIDGE_ERROR_STATE
 */
BridgeReview *
bridge_review_state_apply (BridgeReview             *self,
                           BridgeReviewEvent         event,
                           const BridgeReviewInput  *input,
                           GError                  **error)
{
  g_autoptr (BridgeReview) next = NULL;

  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), NULL);

  next = bridge_review_copy (self);
  return move (next, event, input, error) ? g_steal_pointer (&next) : NULL;
}
