/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-reviews-private.h"

#include "bridge-space-private.h"
#include "bridge-store-reviews.h"

/* When a review is: the moments of its ritual, or the day that was set. */

/* How far ahead the next one is looked for, once the nearest is the present one. */
#define DAYS_AHEAD 70

static BridgeLocal
get_local_now (BridgeSpace *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self));
}

/**
 * bridge_space_peek_review_ritual:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the agreed ritual that was made from the template; of two it is for both
 */
BridgeRitual *
bridge_space_peek_review_ritual (BridgeSpace *self)
{
  gboolean solo = bridge_space_get_partner (self) == NULL;
  GListModel *rituals = bridge_space_get_rituals (self);
  BridgeLocal now = get_local_now (self);

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      /* The list keeps it. */
      if (g_strcmp0 (bridge_ritual_get_template (ritual), BRIDGE_REVIEW_TEMPLATE) == 0 &&
          bridge_ritual_is_active (ritual, now) && (solo || bridge_ritual_get_who (ritual) == NULL))
        return ritual;
    }
  return NULL;
}

/**
 * bridge_space_find_review_moment:
 * @self: a space
 * @ritual: the ritual of the review
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the moment that a review which begins now is: the last one up to today, if nothing was
 *   said of it; %NULL without an error: none
 */
BridgeOccurrence *
bridge_space_find_review_moment (BridgeSpace   *self,
                                 BridgeRitual  *ritual,
                                 GError       **error)
{
  BridgeLocal tomorrow = bridge_local_day_start (get_local_now (self)) + BRIDGE_DAY;
  g_autoptr (GPtrArray) moments =
    bridge_space_list_occurrences (self, bridge_ritual_get_id (ritual), tomorrow - BRIDGE_REVIEW_DAYS_BACK * BRIDGE_DAY,
                                   tomorrow, error);
  BridgeOccurrence *last = NULL;

  for (guint i = 0; moments != NULL && i < moments->len; i++)
    {
      BridgeOccurrence *moment = g_ptr_array_index (moments, i);

      if (bridge_occurrence_get_local (moment) < tomorrow && bridge_space_is_visible (self, moment))
        last = moment;
    }
  return last != NULL && bridge_occurrence_get_outcome (last) == BRIDGE_OUTCOME_NONE && !bridge_occurrence_get_left_out (last)
           ? g_object_ref (last)
           : NULL;
}

/**
 * bridge_space_get_next_of_review_ritual:
 * @self: a space
 * @ritual: the ritual of the review
 *
 * Returns: its next moment, local, or %BRIDGE_LOCAL_NONE; one that the open review is itself is not the next one
 */
BridgeLocal
bridge_space_get_next_of_review_ritual (BridgeSpace  *self,
                                        BridgeRitual *ritual)
{
  g_autoptr (BridgeOccurrence) next = bridge_space_get_next (self, bridge_ritual_get_id (ritual), NULL);
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (self, NULL);
  g_autoptr (GPtrArray) later = NULL;
  BridgeLocal from;

  if (next == NULL)
    return BRIDGE_LOCAL_NONE;
  if (open == NULL || g_strcmp0 (bridge_review_get_ritual_id (open), bridge_ritual_get_id (ritual)) != 0 ||
      bridge_review_get_start (open) != bridge_occurrence_get_start (next))
    return bridge_occurrence_get_local (next);

  from = bridge_occurrence_get_local (next);
  later = bridge_space_list_occurrences (self, bridge_ritual_get_id (ritual), from, from + DAYS_AHEAD * BRIDGE_DAY, NULL);
  for (guint i = 0; later != NULL && i < later->len; i++)
    {
      BridgeOccurrence *moment = g_ptr_array_index (later, i);

      if (bridge_occurrence_get_local (moment) > from && bridge_occurrence_get_outcome (moment) == BRIDGE_OUTCOME_NONE &&
          !bridge_occurrence_get_left_out (moment) && bridge_space_is_visible (self, moment))
        return bridge_occurrence_get_local (moment);
    }
  return BRIDGE_LOCAL_NONE;
}

/* The day that was set by hand. What a ritual said then has a time, and is not so any more without the ritual. */
static BridgeLocal
get_day (BridgeReview *review)
{
  BridgeLocal next = bridge_review_get_next_on (review);

  return next != BRIDGE_LOCAL_NONE && bridge_local_get_second_of_day (next) == 0 ? next : BRIDGE_LOCAL_NONE;
}

/**
 * bridge_space_get_next_review:
 * @self: a space
 *
 * Returns: when the next review is, local: of the ritual, or a day that was set; %BRIDGE_LOCAL_NONE: nothing is planned
 */
BridgeLocal
bridge_space_get_next_review (BridgeSpace *self)
{
  BridgeRitual *ritual;
  g_autoptr (GPtrArray) done = NULL;
  BridgeLocal next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_LOCAL_NONE);

  ritual = bridge_space_peek_review_ritual (self);
  if (ritual != NULL)
    return bridge_space_get_next_of_review_ritual (self, ritual);

  done = bridge_space_load_reviews (self, NULL);
  next = done != NULL && done->len > 0 ? get_day (g_ptr_array_index (done, 0)) : BRIDGE_LOCAL_NONE;
  return next != BRIDGE_LOCAL_NONE && next >= bridge_local_day_start (get_local_now (self)) ? next : BRIDGE_LOCAL_NONE;
}

/**
 * bridge_space_load_review_with_day:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Finds what the next review is reminded of by: the last one that is done and of all who are here, if it has a day for the next
 * one, no ritual says that, and none was begun on that day or since.
 *
 * Returns: (transfer full) (nullable): that one; %NULL without an error: there is none
 */
BridgeReview *
bridge_space_load_review_with_day (BridgeSpace  *self,
                                   GError      **error)
{
  g_autoptr (GPtrArray) all = NULL;
  BridgeReview *last = NULL;
  BridgeLocal begun = BRIDGE_LOCAL_NONE;
  BridgeLocal day;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (bridge_space_peek_review_ritual (self) != NULL)
    return NULL;
  all = bridge_store_load_reviews (bridge_space_get_database (self), error);
  for (guint i = 0; all != NULL && i < all->len && last == NULL; i++)
    {
      BridgeReview *review = g_ptr_array_index (all, i);

      if (bridge_review_get_state (review) == BRIDGE_REVIEW_DONE)
        last = review;
      else
        begun = bridge_space_get_review_day (self, review);
    }
  if (last == NULL || bridge_review_get_who (last) != NULL)
    return NULL;
  day = get_day (last);
  return day != BRIDGE_LOCAL_NONE && (begun == BRIDGE_LOCAL_NONE || begun < day) ? g_object_ref (last) : NULL;
}

/* (transfer full) (nullable): its own moment; of one that was begun by itself the one that there is now */
static char *
dup_moment_name (BridgeSpace   *self,
                 BridgeReview  *review,
                 GError       **error)
{
  BridgeRitual *ritual;
  g_autoptr (BridgeOccurrence) moment = NULL;

  if (bridge_review_get_ritual_id (review) != NULL)
    return bridge_occurrence_format_name (bridge_review_get_ritual_id (review), bridge_review_get_start (review));
  ritual = bridge_space_peek_review_ritual (self);
  moment = ritual != NULL ? bridge_space_find_review_moment (self, ritual, error) : NULL;
  return moment != NULL && bridge_occurrence_get_local (moment) >= bridge_local_day_start (bridge_review_get_start (review))
           ? g_strdup (bridge_occurrence_get_name (moment))
           : NULL;
}

/**
 * bridge_space_is_review_moment:
 * @self: a space
 * @name: an occurrence
 *
 * Returns: whether it is one of the weekly review that has come, so that a review which begins now, or the open one once it is
 *   done, is that moment
 */
gboolean
bridge_space_is_review_moment (BridgeSpace *self,
                               const char  *name)
{
  BridgeRitual *ritual;
  g_autoptr (BridgeOccurrence) moment = NULL;
  g_autoptr (BridgeReview) open = NULL;
  g_autofree char *open_name = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  ritual = bridge_space_peek_review_ritual (self);
  if (ritual == NULL)
    return FALSE;
  open = bridge_space_load_open_review (self, NULL);
  if (open != NULL)
    {
      open_name = dup_moment_name (self, open, NULL);
      return g_strcmp0 (open_name, name) == 0;
    }
  moment = bridge_space_find_review_moment (self, ritual, NULL);
  return moment != NULL && g_str_equal (bridge_occurrence_get_name (moment), name);
}

/**
 * bridge_space_keep_review_moment:
 * @self: a space
 * @review: the review that is about to be done
 * @error: where to say what went wrong
 *
 * Notes that its moment was kept, unless there is nothing to say of it any more. To be called before the review is done: whoever
 * is interrupted in between ends it again.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_keep_review_moment (BridgeSpace   *self,
                                 BridgeReview  *review,
                                 GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (BridgeOccurrence) moment = NULL;
  g_autoptr (GError) local_error = NULL;

  name = dup_moment_name (self, review, &local_error);
  if (name == NULL)
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  moment = bridge_space_find_occurrence (self, name, NULL);
  if (moment == NULL || bridge_occurrence_get_outcome (moment) != BRIDGE_OUTCOME_NONE ||
      bridge_occurrence_get_left_out (moment) || !bridge_space_may_answer (self, moment) ||
      bridge_space_answer (self, name, BRIDGE_OUTCOME_KEPT, &local_error) ||
      g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_STATE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
