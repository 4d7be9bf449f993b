/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-reviews.h"

#include <glib/gi18n-lib.h>

#include "bridge-hold.h"
#include "bridge-space-private.h"
#include "bridge-space-reviews-private.h"
#include "bridge-store-reviews.h"
#include "bridge-words.h"

/* Both sit at a review together: what one of them does in it is done by both. */

static BridgeLocal
get_local_now (BridgeSpace *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self));
}

static BridgeHold
get_hold (BridgeSpace *self)
{
  gint64 until;

  return bridge_hold_get (bridge_space_get_pause (self), bridge_space_now (self), &until);
}

/**
 * bridge_space_is_review_held:
 * @self: a space
 *
 * Returns: whether a pause lasts, so that a review waits
 */
gboolean
bridge_space_is_review_held (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return get_hold (self) == BRIDGE_HOLD_ALL;
}

/**
 * bridge_space_get_review_input:
 * @self: a space
 *
 * Returns: how things are now; an open point has no place while the talk after a pause is ahead, and in the days after it
 */
BridgeReviewInput
bridge_space_get_review_input (BridgeSpace *self)
{
  return (BridgeReviewInput) {
    .now = bridge_space_now (self),
    .solo = bridge_space_get_partner (self) == NULL,
    .no_issue = get_hold (self) != BRIDGE_HOLD_NONE,
  };
}

/* What was over before the other one came is its holder's. */
static gboolean
is_seen (BridgeSpace  *self,
         BridgeReview *review)
{
  const char *who = bridge_review_get_who (review);

  return who == NULL || g_strcmp0 (who, bridge_space_get_speaker_id (self)) == 0;
}

/* (transfer full) (nullable): those that are for whoever is speaking */
static GPtrArray *
load_all (BridgeSpace  *self,
          GError      **error)
{
  g_autoptr (GPtrArray) all = bridge_store_load_reviews (bridge_space_get_database (self), error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (!is_seen (self, g_ptr_array_index (all, i - 1)))
      g_ptr_array_remove_index (all, i - 1);
  return g_steal_pointer (&all);
}

/* (transfer full) (nullable): those that are open, or done */
static GPtrArray *
load_some (BridgeSpace  *self,
           gboolean      done,
           GError      **error)
{
  g_autoptr (GPtrArray) all = load_all (self, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if ((bridge_review_get_state (g_ptr_array_index (all, i - 1)) == BRIDGE_REVIEW_DONE) != done)
      g_ptr_array_remove_index (all, i - 1);
  return g_steal_pointer (&all);
}

/**
 * bridge_space_load_open_review:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the review that is not done; %NULL without an error: there is none
 */
BridgeReview *
bridge_space_load_open_review (BridgeSpace  *self,
                               GError      **error)
{
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  open = load_some (self, FALSE, error);
  return open != NULL && open->len > 0 ? g_object_ref (g_ptr_array_index (open, 0)) : NULL;
}

/**
 * bridge_space_load_reviews:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReview): those that are done, the newest first
 */
GPtrArray *
bridge_space_load_reviews (BridgeSpace  *self,
                           GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return load_some (self, TRUE, error);
}

/**
 * bridge_space_find_review:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, open or done, or %NULL with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_AMBIGUOUS
 *   or an error of the database
 */
BridgeReview *
bridge_space_find_review (BridgeSpace  *self,
                          const char   *id_or_prefix,
                          GError      **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GListStore) store = g_list_store_new (BRIDGE_TYPE_REVIEW);

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  all = load_all (self, error);
  if (all == NULL)
    return NULL;
  g_list_store_splice (store, 0, 0, all->pdata, all->len);
  return bridge_list_require (G_LIST_MODEL (store), (BridgeKeyFunc) bridge_review_get_id, id_or_prefix, error);
}

/**
 * bridge_space_get_review_day:
 * @self: a space
 * @review: a review, as it is stored
 *
 * Says of which day it is to whoever was there. Its start is the moment of the ritual that it is, which may be of days before.
 *
 * Returns: local midnight of the day on which it was begun
 */
BridgeLocal
bridge_space_get_review_day (BridgeSpace  *self,
                             BridgeReview *review)
{
  g_autoptr (GTimeZone) here = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_LOCAL_NONE);

  here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  return bridge_local_day_start (bridge_local_from_utc_ms (bridge_review_get_created_at (review), here));
}

/**
 * bridge_space_load_review_words:
 * @self: a space
 * @review_id: of a review
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReviewWords): what was said in it, in that order
 */
GPtrArray *
bridge_space_load_review_words (BridgeSpace  *self,
                                const char   *review_id,
                                GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeReview) review = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  review = bridge_store_load_review (bridge_space_get_database (self), review_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (review != NULL && !is_seen (self, review))
    return g_ptr_array_new_with_free_func (g_object_unref);
  return bridge_store_load_words_of_review (bridge_space_get_database (self), review_id, error);
}

/**
 * bridge_space_load_review_wins:
 * @self: a space
 * @day: the day of a review, local
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWin): what went well in the week up to that day, the newest first
 */
GPtrArray *
bridge_space_load_review_wins (BridgeSpace  *self,
                               BridgeLocal   day,
                               GError      **error)
{
  g_autoptr (GPtrArray) wins = g_ptr_array_new_with_free_func (g_object_unref);
  BridgeLocal to = bridge_local_day_start (day);
  BridgeLocal from = to - BRIDGE_REVIEW_DAYS_BACK * BRIDGE_DAY;
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListModel) all = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  all = bridge_space_list_wins (self, &query);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeWin) win = g_list_model_get_item (all, i);

      if (win == NULL || bridge_win_get_on (win) < from)
        break;
      if (bridge_win_get_on (win) <= to)
        g_ptr_array_add (wins, g_steal_pointer (&win));
    }
  return g_steal_pointer (&wins);
}

static gboolean
require_no_pause (BridgeSpace  *self,
                  GError      **error)
{
  if (!bridge_space_is_review_held (self))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There is a pause just now. The review can wait for it."));
  return FALSE;
}

/* (transfer full) (nullable): with STATE where there is none */
static BridgeReview *
require_open (BridgeSpace  *self,
              GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  BridgeReview *open = NULL;

  if (!bridge_space_require_set_up (self, error))
    return NULL;

  bridge_space_refresh (self);
  open = bridge_space_load_open_review (self, &local_error);
  if (open != NULL)
    return open;
  if (local_error == NULL)
    g_set_error_literal (&local_error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("No review is open just now."));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
write_for_good (BridgeSpace   *self,
                BridgeReview  *before,
                BridgeReview  *after,
                GError       **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new ("");

  bridge_command_add (command, before, after);
  return bridge_space_run_for_good (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_begin_review:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Begins a review: the moment of the ritual that is today, or was in the last days, or one by itself.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_STATE (one is
 *   open, or there is a pause) or an error of the database
 */
BridgeReview *
bridge_space_begin_review (BridgeSpace  *self,
                           GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (BridgeReview) fresh = NULL;
  g_autoptr (BridgeOccurrence) moment = NULL;
  BridgeReviewInput input;
  BridgePerson *lead;
  BridgeRitual *ritual;
  BridgeLocal now;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (!bridge_space_require_set_up (self, error) || !require_no_pause (self, error))
    return NULL;
  bridge_space_refresh (self);
  open = bridge_space_load_open_review (self, &local_error);
  if (open != NULL)
    g_set_error_literal (&local_error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                         _("A review is open already. You could go on with it, or end it."));
  ritual = bridge_space_peek_review_ritual (self);
  if (local_error == NULL && ritual != NULL)
    moment = bridge_space_find_review_moment (self, ritual, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  now = get_local_now (self);
  input = bridge_space_get_review_input (self);
  lead = bridge_space_get_turn (self, BRIDGE_DUTY_LEAD, now);
  fresh = bridge_review_state_begin (moment != NULL ? bridge_occurrence_get_ritual_id (moment) : NULL,
                                     moment != NULL ? bridge_occurrence_get_start (moment) : now - now % BRIDGE_MINUTE,
                                     lead != NULL ? bridge_person_get_id (lead) : NULL, &input);
  bridge_row_take_identity (fresh, NULL);
  return write_for_good (self, NULL, fresh, error) ? bridge_space_find_review (self, bridge_review_get_id (fresh), error) : NULL;
}

/**
 * bridge_space_step_review:
 * @self: a space
 * @event: next, skip, back, interrupt, resume or time over
 * @error: where to say what went wrong
 *
 * Takes a step in the open review. The last one ends it, as bridge_space_finish_review() does.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_space_step_review (BridgeSpace        *self,
                          BridgeReviewEvent   event,
                          GError            **error)
{
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (BridgeReview) next = NULL;
  BridgeReviewInput input;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  open = require_open (self, error);
  if (open == NULL || (event != BRIDGE_REVIEW_EVENT_INTERRUPT && !require_no_pause (self, error)))
    return FALSE;
  input = bridge_space_get_review_input (self);
  next = bridge_review_state_apply (open, event, &input, error);
  if (next == NULL)
    return FALSE;
  return bridge_review_get_state (next) == BRIDGE_REVIEW_DONE ? bridge_space_finish_review (self, BRIDGE_LOCAL_NONE, error)
                                                              : write_for_good (self, open, next, error);
}

/**
 * bridge_space_finish_review:
 * @self: a space
 * @next_on: the day of the next one, local, where no ritual says it; %BRIDGE_LOCAL_NONE: it stays open
 * @error: where to say what went wrong
 *
 * Ends the open review, wherever it is; its summary stays. The moment that it belongs to was kept.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_space_finish_review (BridgeSpace  *self,
                            BridgeLocal   next_on,
                            GError      **error)
{
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (BridgeReview) next = NULL;
  BridgeReviewInput input;
  BridgeRitual *ritual;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  open = require_open (self, error);
  if (open == NULL || !require_no_pause (self, error))
    return FALSE;
  if (next_on != BRIDGE_LOCAL_NONE && next_on < bridge_local_day_start (get_local_now (self)))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose today or a day to come for the next review."));
      return FALSE;
    }
  input = bridge_space_get_review_input (self);
  next = bridge_review_state_apply (open, BRIDGE_REVIEW_EVENT_FINISH, &input, error);
  if (next == NULL || !bridge_space_keep_review_moment (self, open, error))
    return FALSE;

  ritual = bridge_space_peek_review_ritual (self);
  g_object_set (next, "next-on", ritual != NULL ? bridge_space_get_next_of_review_ritual (self, ritual) : next_on, NULL);
  return write_for_good (self, open, next, error);
}

/**
 * bridge_review_part_has_person:
 * @part: what words are
 *
 * Returns: whether they are one person’s: thanks and wishes; all else is of both
 */
gboolean
bridge_review_part_has_person (BridgeReviewPart part)
{
  return part == BRIDGE_PART_APPRECIATION || part == BRIDGE_PART_WISH;
}

/**
 * bridge_review_part_get_label:
 * @part: what words are
 *
 * Returns: what such words are called, translated
 */
const char *
bridge_review_part_get_label (BridgeReviewPart part)
{
  switch (part)
    {
    case BRIDGE_PART_APPRECIATION:
      return _("Appreciation");
    case BRIDGE_PART_WENT_RIGHT:
      return _("Went right");
    case BRIDGE_PART_ISSUE:
      return _("Open point");
    case BRIDGE_PART_WISH:
      return _("Wish");
    case BRIDGE_PART_PLAN:
      return _("Plan");
    }
  g_return_val_if_reached ("");
}

/* What was being said of an open point when a pause came is kept; it is only gone on with later. */
static gboolean
check_part (BridgeSpace       *self,
            BridgeReview      *open,
            BridgeReviewPart   part,
            const char        *person_id,
            GError           **error)
{
  BridgeReviewInput input = bridge_space_get_review_input (self);

  if (person_id != NULL && bridge_space_find_person (self, person_id) == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That person is not here."));
  else if (part == BRIDGE_PART_APPRECIATION && !bridge_review_state_has_step (BRIDGE_REVIEW_APPRECIATIONS, &input))
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There is nobody here to thank. You could note what went right."));
  else if (part == BRIDGE_PART_ISSUE && input.solo)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("A review alone has no open point between two."));
  else if (part == BRIDGE_PART_ISSUE && input.no_issue && bridge_review_get_state (open) != BRIDGE_REVIEW_ISSUE)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                         _("A pause is not long ago, so open points rest. They can wait for the next review."));
  else
    return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): the open point that is there */
static BridgeReviewWords *
find_issue (BridgeSpace   *self,
            BridgeReview  *review,
            GError       **error)
{
  g_autoptr (GPtrArray) words = bridge_space_load_review_words (self, bridge_review_get_id (review), error);

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (bridge_review_words_get_part (g_ptr_array_index (words, i)) == BRIDGE_PART_ISSUE)
      return g_object_ref (g_ptr_array_index (words, i));
  return NULL;
}

/**
 * bridge_space_say_in_review:
 * @self: a space
 * @part: what the words are
 * @person_id: (nullable): whose they are, of the two who sit at it; %NULL: the speaker’s. What is of both is nobody’s
 * @text: the words
 * @win_id: (nullable): the small win that they are about
 * @error: where to say what went wrong
 *
 * Notes something in the open review, also while it is left for now. Of open points there is one at most: another takes its
 * place.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_NOT_FOUND (the win) or an error of the database
 */
BridgeReviewWords *
bridge_space_say_in_review (BridgeSpace       *self,
                            BridgeReviewPart   part,
                            const char        *person_id,
                            const char        *text,
                            const char        *win_id,
                            GError           **error)
{
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (BridgeReviewWords) before = NULL;
  g_autoptr (BridgeReviewWords) words = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  open = require_open (self, error);
  clean = bridge_text_clean (text, TRUE);
  if (open == NULL || !check_part (self, open, part, person_id, error) ||
      !bridge_text_check (bridge_review_part_get_label (part), clean, 1, BRIDGE_REVIEW_WORDS_MAX, error))
    return NULL;
  if (win_id != NULL)
    win = bridge_space_find_win (self, win_id, &local_error);
  if (local_error == NULL && part == BRIDGE_PART_ISSUE)
    before = find_issue (self, open, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  words = before != NULL ? bridge_review_words_copy (before) : bridge_review_words_new (bridge_review_get_id (open), part, clean);
  bridge_row_take_identity (words, before);
  if (bridge_review_part_has_person (part) && person_id == NULL)
    person_id = bridge_space_get_speaker_id (self);
  g_object_set (words,
                "text", clean,
                "person-id", bridge_review_part_has_person (part) ? person_id : NULL,
                "win-id", win != NULL ? bridge_win_get_id (win) : NULL,
                NULL);
  if (!bridge_space_run_change (self, _("Noted"), before, words, error))
    return NULL;
  return bridge_store_load_review_words (bridge_space_get_database (self), bridge_review_words_get_id (words), error);
}

/**
 * bridge_space_unsay_in_review:
 * @self: a space
 * @id: of something that was noted in the open review, or how that begins
 * @error: where to say what went wrong
 *
 * Takes it away again; Undo brings it back. Once the review is done its summary stands.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_AMBIGUOUS or an error of the database
 */
gboolean
bridge_space_unsay_in_review (BridgeSpace  *self,
                              const char   *id,
                              GError      **error)
{
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GListStore) store = g_list_store_new (BRIDGE_TYPE_REVIEW_WORDS);
  g_autoptr (BridgeReviewWords) words = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  open = require_open (self, error);
  all = open != NULL ? bridge_space_load_review_words (self, bridge_review_get_id (open), error) : NULL;
  if (all == NULL)
    return FALSE;
  g_list_store_splice (store, 0, 0, all->pdata, all->len);
  words = bridge_list_require (G_LIST_MODEL (store), (BridgeKeyFunc) bridge_review_words_get_id, id, error);
  return words != NULL && bridge_space_run_change (self, _("Taken away"), words, NULL, error);
}

/* Whoever was quicker, here or in another process, has done it. */
static void
interrupt (BridgeSpace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) open = NULL;

  if (bridge_space_get_read_only (self) || !bridge_space_is_review_held (self))
    return;
  open = bridge_space_load_open_review (self, NULL);
  if (open != NULL && !bridge_review_get_interrupted (open) &&
      !bridge_space_step_review (self, BRIDGE_REVIEW_EVENT_INTERRUPT, &error))
    g_debug ("The review was not interrupted for the pause: %s", error->message);
}

static gboolean
is_said_before (gpointer row,
                gpointer open_id)
{
  return BRIDGE_IS_REVIEW_WORDS (row) && g_strcmp0 (bridge_review_words_get_review_id (row), open_id) != 0;
}

/* The summary of what is done stands, whoever ended it: Undo would rewrite it. */
static void
settle_words (BridgeSpace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (self, &error);

  if (error == NULL)
    bridge_space_forget_undo (self, is_said_before, open != NULL ? (gpointer) bridge_review_get_id (open) : NULL);
}

static void
changed_cb (BridgeSpace *self,
            guint        kinds)
{
  if (kinds & BRIDGE_KIND_REVIEWS)
    settle_words (self);
  if (kinds & BRIDGE_KIND_PAUSES)
    interrupt (self);
}

/**
 * bridge_space_follow_reviews:
 * @self: a space that has just been opened
 *
 * Has a pause interrupt the review that is open, whoever calls it; it can be gone on with afterwards. Once a review is done,
 * Undo has nothing of it any more.
 */
void
bridge_space_follow_reviews (BridgeSpace *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}
