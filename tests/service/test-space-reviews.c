/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-catalogue.h"
#include "bridge-error.h"
#include "bridge-pause-state.h"
#include "bridge-space-reviews.h"
#include "service-fixture.h"

#include "../support/agreed.h"

static const char *
get_partner (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_partner (fixture->space));
}

static BridgeReview *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BridgeReview *review = bridge_space_begin_review (fixture->space, &error);

  g_assert_no_error (error);
  g_assert_nonnull (review);
  return review;
}

static void
step (Fixture           *fixture,
      BridgeReviewEvent  event)
{
  g_autoptr (GError) error = NULL;

  bridge_space_step_review (fixture->space, event, &error);
  g_assert_no_error (error);
}

static void
finish (Fixture    *fixture,
        const char *next)
{
  g_autoptr (GError) error = NULL;

  bridge_space_finish_review (fixture->space, next != NULL ? local (next) : BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
}

static BridgeReview *
get_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BridgeReview *open = bridge_space_load_open_review (fixture->space, &error);

  g_assert_no_error (error);
  return open;
}

static void
assert_open (Fixture           *fixture,
             BridgeReviewState  state,
             gboolean           interrupted)
{
  g_autoptr (BridgeReview) open = get_open (fixture);

  g_assert_nonnull (open);
  g_assert_cmpint (bridge_review_get_state (open), ==, state);
  g_assert_cmpint (bridge_review_get_interrupted (open), ==, interrupted);
}

static BridgeReviewWords *
say (Fixture          *fixture,
     BridgeReviewPart  part,
     const char       *person_id,
     const char       *text)
{
  g_autoptr (GError) error = NULL;
  BridgeReviewWords *words = bridge_space_say_in_review (fixture->space, part, person_id, text, NULL, &error);

  g_assert_no_error (error);
  return words;
}

static void
refuse_to_say (Fixture          *fixture,
               BridgeReviewPart  part,
               const char       *person_id,
               const char       *text,
               int               code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_say_in_review (fixture->space, part, person_id, text, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, code);
}

static guint
count_words (Fixture      *fixture,
             BridgeReview *review)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = bridge_space_load_review_words (fixture->space, bridge_review_get_id (review), &error);

  g_assert_no_error (error);
  return words->len;
}

/* Agreed by both, as it is in the catalogue, from the week before on: Sundays at 18:30. */
static char *
add_ritual (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (bridge_space_get_partner (fixture->space) == NULL, &error);
  g_autoptr (BridgeTemplate) template = bridge_catalogue_find (catalogue, BRIDGE_REVIEW_TEMPLATE, &error);
  g_autoptr (BridgeRitual) ritual = bridge_template_to_ritual (template, local ("2026-11-14T00:00"), &error);
  g_autoptr (BridgeRitual) stored = NULL;

  g_assert_no_error (error);
  if (bridge_space_get_partner (fixture->space) == NULL)
    g_object_set (ritual, "who", fixture_get_me (fixture), NULL);
  g_object_set (ritual, "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (fixture->space, ritual);
  return g_strdup (bridge_ritual_get_id (stored));
}

/* All of it, with the moment that it was, and what stays. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *ritual_id = add_ritual (fixture);
  g_autofree char *name = fixture_name (ritual_id, "2026-11-22T18:30");
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReview) after = NULL;
  g_autoptr (BridgeReviewWords) thanks = NULL;
  g_autoptr (BridgeReviewWords) issue = NULL;
  g_autoptr (BridgeOccurrence) moment = NULL;
  g_autoptr (GPtrArray) done = NULL;

  g_assert_cmpstr (bridge_review_get_ritual_id (review), ==, ritual_id);
  g_assert_cmpint (bridge_review_get_start (review), ==, local ("2026-11-22T18:30"));
  g_assert_nonnull (bridge_review_get_lead_id (review));
  /* Today’s is the one that is open. */
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, local ("2026-11-29T18:30"));
  thanks = say (fixture, BRIDGE_PART_APPRECIATION, get_partner (fixture), "  You made tea  ");
  g_assert_cmpstr (bridge_review_words_get_text (thanks), ==, "You made tea");
  g_assert_cmpstr (bridge_review_words_get_person_id (thanks), ==, get_partner (fixture));
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  assert_open (fixture, BRIDGE_REVIEW_ISSUE, FALSE);
  issue = say (fixture, BRIDGE_PART_ISSUE, fixture_get_me (fixture), "The bins");
  g_assert_null (bridge_review_words_get_person_id (issue));
  step (fixture, BRIDGE_REVIEW_EVENT_BACK);
  step (fixture, BRIDGE_REVIEW_EVENT_SKIP);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);

  g_assert_null (get_open (fixture));
  done = bridge_space_load_reviews (fixture->space, NULL);
  g_assert_cmpuint (done->len, ==, 1);
  after = bridge_space_find_review (fixture->space, bridge_review_get_id (review), NULL);
  g_assert_cmpint (bridge_review_get_state (after), ==, BRIDGE_REVIEW_DONE);
  g_assert_cmpint (bridge_review_get_next_on (after), ==, local ("2026-11-29T18:30"));
  g_assert_cmpuint (count_words (fixture, after), ==, 2);
  moment = bridge_space_find_occurrence (fixture->space, name, NULL);
  g_assert_cmpint (bridge_occurrence_get_outcome (moment), ==, BRIDGE_OUTCOME_KEPT);
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, local ("2026-11-29T18:30"));
}

/* There is one at a time; nothing goes on where there is none. */
static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_NEXT, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  refuse_to_say (fixture, BRIDGE_PART_WISH, NULL, "Rain", BRIDGE_ERROR_STATE);

  review = begin (fixture);
  g_assert_null (bridge_review_get_ritual_id (review));
  g_assert_null (bridge_space_begin_review (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* Killed at any moment, it is where it was, with every word. */
static void
test_survives (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) words = say (fixture, BRIDGE_PART_APPRECIATION, NULL, "You made tea");
  g_autoptr (BridgeReview) open = NULL;
  gint64 ends_at;

  g_assert_cmpstr (bridge_review_words_get_person_id (words), ==, fixture_get_me (fixture));
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  open = get_open (fixture);
  ends_at = bridge_review_get_step_ends_at (open);
  g_assert_cmpint (ends_at, ==, bridge_clock_now (fixture->clock) + 5 * BRIDGE_MS_PER_MINUTE);

  fixture_reopen (fixture);
  g_clear_object (&open);
  open = get_open (fixture);
  g_assert_cmpint (bridge_review_get_state (open), ==, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_cmpint (bridge_review_get_step_ends_at (open), ==, ends_at);
  g_assert_cmpuint (count_words (fixture, review), ==, 1);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 600 * BRIDGE_MS_PER_MINUTE);
  spin ();
  assert_open (fixture, BRIDGE_REVIEW_WENT_RIGHT, FALSE);
}

/* A pause comes first; afterwards it goes on, without an open point for as long as the days of recovery last. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) point = NULL;
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;

  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  assert_open (fixture, BRIDGE_REVIEW_ISSUE, TRUE);
  point = say (fixture, BRIDGE_PART_ISSUE, NULL, "The stairs");
  g_assert_cmpuint (count_words (fixture, review), ==, 1);
  g_assert_true (bridge_space_is_review_held (fixture->space));
  g_assert_false (bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_RESUME, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_finish_review (fixture->space, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 30 * BRIDGE_MS_PER_MINUTE);
  spin ();
  bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Ben");
  bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error);
  g_assert_no_error (error);
  bridge_space_end_pause_talk (fixture->space, &error);
  g_assert_no_error (error);

  g_assert_false (bridge_space_is_review_held (fixture->space));
  step (fixture, BRIDGE_REVIEW_EVENT_RESUME);
  assert_open (fixture, BRIDGE_REVIEW_NEXT_WEEK, FALSE);
  refuse_to_say (fixture, BRIDGE_PART_ISSUE, NULL, "The bins", BRIDGE_ERROR_STATE);
  step (fixture, BRIDGE_REVIEW_EVENT_BACK);
  assert_open (fixture, BRIDGE_REVIEW_WENT_RIGHT, FALSE);
  finish (fixture, NULL);

  /* The days of recovery are over, and there is an open point again. */
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 3 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  spin ();
  g_clear_object (&review);
  review = begin (fixture);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  assert_open (fixture, BRIDGE_REVIEW_ISSUE, FALSE);
}

/* Of open points there is one, words are taken away and brought back, and a summary stands. */
static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) first = say (fixture, BRIDGE_PART_ISSUE, NULL, "The bins");
  g_autoptr (BridgeReviewWords) second = say (fixture, BRIDGE_PART_ISSUE, NULL, "The holidays");
  g_autoptr (BridgeReviewWords) wish = say (fixture, BRIDGE_PART_WISH, get_partner (fixture), "A walk");
  g_autofree char *long_text = g_strnfill (BRIDGE_REVIEW_WORDS_MAX + 1, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_review_words_get_id (first), ==, bridge_review_words_get_id (second));
  g_assert_cmpuint (count_words (fixture, review), ==, 2);
  refuse_to_say (fixture, BRIDGE_PART_WISH, NULL, "  ", BRIDGE_ERROR_INVALID_VALUE);
  refuse_to_say (fixture, BRIDGE_PART_WISH, NULL, long_text, BRIDGE_ERROR_INVALID_VALUE);
  refuse_to_say (fixture, BRIDGE_PART_WISH, "nobody", "Rain", BRIDGE_ERROR_INVALID_VALUE);
  g_assert_null (bridge_space_say_in_review (fixture->space, BRIDGE_PART_APPRECIATION, NULL, "Tea", "no-win", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  bridge_space_unsay_in_review (fixture->space, bridge_review_words_get_id (wish), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (fixture, review), ==, 1);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (fixture, review), ==, 2);

  /* The other one has found it so. */
  speak_as (fixture->space, "Ben");
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  finish (fixture, NULL);
  g_assert_false (bridge_space_unsay_in_review (fixture->space, bridge_review_words_get_id (wish), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_cmpuint (count_words (fixture, review), ==, 2);
}

/* What was noted in a review that is done is not taken back, nor brought back. */
static void
test_no_undo_when_done (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) first = say (fixture, BRIDGE_PART_WISH, NULL, "A walk");
  g_autoptr (BridgeReviewWords) second = say (fixture, BRIDGE_PART_WISH, NULL, "Soup");
  g_autoptr (GError) error = NULL;

  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_can_redo (fixture->space));
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));
  finish (fixture, NULL);
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, NULL);
  g_assert_false (bridge_space_can_redo (fixture->space));
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_cmpuint (count_words (fixture, review), ==, 1);
}

static char *
add_win (Fixture    *fixture,
         const char *text,
         const char *on)
{
  g_autoptr (BridgeWin) win = g_object_new (BRIDGE_TYPE_WIN, "text", text, "on", local (on), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

  g_assert_no_error (error);
  return g_strdup (bridge_win_get_id (stored));
}

/* The week beside it: neither what was before nor what is older; thanks can be for one of it. */
static void
test_wins (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *old = add_win (fixture, "Long ago", "2026-11-14");
  g_autofree char *first = add_win (fixture, "First day", "2026-11-15");
  g_autofree char *today = add_win (fixture, "Today", "2026-11-22");
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) words = NULL;
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GError) error = NULL;

  wins = bridge_space_load_review_wins (fixture->space, bridge_review_get_start (review), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wins->len, ==, 2);
  g_assert_cmpstr (bridge_win_get_id (g_ptr_array_index (wins, 0)), ==, today);
  g_assert_cmpstr (bridge_win_get_id (g_ptr_array_index (wins, 1)), ==, first);
  words = bridge_space_say_in_review (fixture->space, BRIDGE_PART_APPRECIATION, NULL, "Today", today, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_review_words_get_win_id (words), ==, today);
}

/* Without a ritual the day of the next one is set by hand. */
static void
test_next (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, BRIDGE_LOCAL_NONE);
  g_assert_false (bridge_space_finish_review (fixture->space, local ("2026-11-21"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  finish (fixture, "2026-11-29");
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, local ("2026-11-29"));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 10 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, BRIDGE_LOCAL_NONE);
}

/* What was let be, or answered, is not kept by a review that begins all the same. */
static void
test_let_be (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *ritual_id = add_ritual (fixture);
  g_autofree char *name = fixture_name (ritual_id, "2026-11-22T18:30");
  g_autoptr (BridgeReview) review = NULL;
  g_autoptr (BridgeOccurrence) moment = NULL;
  g_autoptr (GError) error = NULL;

  bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_NOT_TODAY, &error);
  g_assert_no_error (error);
  review = begin (fixture);
  g_assert_null (bridge_review_get_ritual_id (review));
  finish (fixture, NULL);
  moment = bridge_space_find_occurrence (fixture->space, name, NULL);
  g_assert_cmpint (bridge_occurrence_get_outcome (moment), ==, BRIDGE_OUTCOME_NOT_TODAY);
}

static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *ritual_id = add_ritual (fixture);
  g_autoptr (BridgeReview) review = begin (fixture);
  g_autoptr (BridgeReviewWords) words = NULL;

  g_assert_cmpstr (bridge_review_get_ritual_id (review), ==, ritual_id);
  g_assert_null (bridge_review_get_lead_id (review));
  assert_open (fixture, BRIDGE_REVIEW_WENT_RIGHT, FALSE);
  refuse_to_say (fixture, BRIDGE_PART_APPRECIATION, NULL, "You", BRIDGE_ERROR_STATE);
  refuse_to_say (fixture, BRIDGE_PART_ISSUE, NULL, "You", BRIDGE_ERROR_STATE);
  words = say (fixture, BRIDGE_PART_WENT_RIGHT, NULL, "I slept");
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  assert_open (fixture, BRIDGE_REVIEW_NEXT_WEEK, FALSE);
  step (fixture, BRIDGE_REVIEW_EVENT_NEXT);
  g_assert_null (get_open (fixture));
}

/* Whoever comes later finds nothing that was said before, and no review that was begun alone. */
static void
test_joined (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeReview) done = begin (fixture);
  g_autoptr (BridgeReviewWords) said = say (fixture, BRIDGE_PART_WENT_RIGHT, NULL, "I slept");
  g_autoptr (BridgeReview) open = NULL;
  g_autoptr (BridgeReviewWords) plan = NULL;
  g_autoptr (BridgeReview) next = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  finish (fixture, "2026-11-29");
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 60 * BRIDGE_MS_PER_MINUTE);
  open = begin (fixture);
  plan = say (fixture, BRIDGE_PART_PLAN, NULL, "Soup");
  bridge_space_add_partner (fixture->space, "Ben", &error);
  g_assert_no_error (error);

  g_assert_null (get_open (fixture));
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, NULL);
  own = bridge_space_load_reviews (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpuint (count_words (fixture, open), ==, 1);

  speak_as (fixture->space, "Ben");
  before = bridge_space_load_reviews (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (count_words (fixture, done), ==, 0);
  g_assert_cmpuint (count_words (fixture, open), ==, 0);
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==, BRIDGE_LOCAL_NONE);
  g_assert_null (bridge_space_find_review (fixture->space, bridge_review_get_id (done), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  next = begin (fixture);
  g_assert_cmpstr (bridge_review_get_who (next), ==, NULL);
  assert_open (fixture, BRIDGE_REVIEW_APPRECIATIONS, FALSE);
}

static BridgeOutcome
get_outcome (Fixture    *fixture,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) moment = bridge_space_find_occurrence (fixture->space, name, &error);

  g_assert_no_error (error);
  return bridge_occurrence_get_outcome (moment);
}

/* One that was begun by itself and is ended on the day of a moment is that moment; before, it is none. */
static void
test_begun_by_itself (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autofree char *ritual_id = add_ritual (fixture);
  g_autofree char *past = g_strdup_printf ("%s@2026-11-15T18:30", ritual_id);
  g_autofree char *today = g_strdup_printf ("%s@2026-11-22T18:30", ritual_id);
  g_autofree char *next = g_strdup_printf ("%s@2026-11-29T18:30", ritual_id);
  g_autoptr (BridgeReview) review = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_is_review_moment (fixture->space, today));
  g_assert_false (bridge_space_is_review_moment (fixture->space, past));
  g_assert_true (bridge_space_answer (fixture->space, today, BRIDGE_OUTCOME_NOT_TODAY, &error));
  g_assert_false (bridge_space_is_review_moment (fixture->space, today));
  review = begin (fixture);
  g_assert_cmpstr (bridge_review_get_ritual_id (review), ==, NULL);
  g_assert_false (bridge_space_is_review_moment (fixture->space, next));
  step (fixture, BRIDGE_REVIEW_EVENT_INTERRUPT);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 7 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_true (bridge_space_is_review_moment (fixture->space, next));
  step (fixture, BRIDGE_REVIEW_EVENT_RESUME);
  finish (fixture, NULL);
  g_assert_cmpint (get_outcome (fixture, next), ==, BRIDGE_OUTCOME_KEPT);
  g_assert_cmpint (get_outcome (fixture, today), ==, BRIDGE_OUTCOME_NOT_TODAY);
  g_assert_cmpint (get_outcome (fixture, past), ==, BRIDGE_OUTCOME_NONE);
}

static void
assert_day (Fixture    *fixture,
            GPtrArray  *done,
            guint       index,
            const char *day,
            const char *start)
{
  BridgeReview *review = g_ptr_array_index (done, index);

  g_assert_cmpint (bridge_space_get_review_day (fixture->space, review), ==, local (day));
  g_assert_cmpint (bridge_review_get_start (review), ==, local (start));
}

/* One that is held late is of the day on which it was, and comes after what was held before, whichever moment it keeps. */
static void
test_days (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *ritual_id = NULL;
  g_autoptr (GPtrArray) done = NULL;

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-25T20:00");
  g_object_unref (begin (fixture));
  finish (fixture, NULL);
  ritual_id = add_ritual (fixture);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T20:00");
  g_object_unref (begin (fixture));
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-28T00:30");
  finish (fixture, NULL);
  g_object_unref (begin (fixture));
  finish (fixture, NULL);

  done = bridge_space_load_reviews (fixture->space, NULL);
  g_assert_cmpuint (done->len, ==, 3);
  assert_day (fixture, done, 0, "2026-11-28", "2026-11-28T00:30");
  assert_day (fixture, done, 1, "2026-11-27", "2026-11-22T18:30");
  assert_day (fixture, done, 2, "2026-11-25", "2026-11-25T20:00");
}

static void
test_not_set_up (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_begin_review (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
}

static const char *
get_turn (Fixture    *fixture,
          BridgeDuty  duty,
          const char *day)
{
  BridgePerson *person = bridge_space_get_turn (fixture->space, duty, local (day));

  return person != NULL ? bridge_person_get_id (person) : NULL;
}

static void
swap (Fixture    *fixture,
      BridgeDuty  duty,
      const char *day)
{
  g_autoptr (GError) error = NULL;

  bridge_space_swap_turn (fixture->space, duty, local (day), &error);
  g_assert_no_error (error);
}

/* A swap is for one week and one duty, by either, as often as they like; two swaps are none. */
static void
test_turns (Fixture       *fixture,
            gconstpointer  user_data)
{
  const char *now = "2026-11-22";
  const char *before = get_turn (fixture, BRIDGE_DUTY_PLAN, now);
  const char *next = get_turn (fixture, BRIDGE_DUTY_PLAN, "2026-11-23");
  const char *lead = get_turn (fixture, BRIDGE_DUTY_LEAD, now);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, next);
  for (int i = 0; i < 3; i++)
    {
      swap (fixture, BRIDGE_DUTY_PLAN, now);
      g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, now), !=, before);
      g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, "2026-11-16"), !=, before);
      g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, "2026-11-23"), ==, next);
      g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_LEAD, now), ==, lead);
      swap (fixture, BRIDGE_DUTY_PLAN, now);
      g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, now), ==, before);
    }
  swap (fixture, BRIDGE_DUTY_PLAN, now);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, now), ==, before);
  swap (fixture, BRIDGE_DUTY_PLAN, now);
  fixture_reopen (fixture);
  g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, now), ==, get_turn (fixture, BRIDGE_DUTY_PLAN, "2026-11-15"));

  /* The week is over, and nothing is left to be counted of it. */
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 8 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  swap (fixture, BRIDGE_DUTY_TOPIC, "2026-11-30");
  g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_PLAN, now), ==, get_turn (fixture, BRIDGE_DUTY_PLAN, "2026-12-06"));
}

/* Where the lead of the ritual goes round, that is the turn. */
static void
test_turn_of_ritual (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_autofree char *ritual_id = add_ritual (fixture);
  g_autoptr (BridgeRitual) ritual = NULL;

  fixture_change_ritual (fixture, ritual_id, "lead", get_partner (fixture), NULL);
  g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_LEAD, "2026-11-22"), ==, get_partner (fixture));
  swap (fixture, BRIDGE_DUTY_LEAD, "2026-11-22");
  g_assert_cmpstr (get_turn (fixture, BRIDGE_DUTY_LEAD, "2026-11-22"), ==, fixture_get_me (fixture));
  ritual = bridge_space_find_ritual (fixture->space, ritual_id, NULL);
  g_assert_cmpstr (bridge_ritual_get_lead (ritual), ==, fixture_get_me (fixture));
}

static void
test_turns_alone (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get_turn (fixture, BRIDGE_DUTY_LEAD, "2026-11-22"));
  g_assert_false (bridge_space_swap_turn (fixture->space, BRIDGE_DUTY_LEAD, local ("2026-11-22"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

#define ADD(path, set_up, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/space/reviews/whole", fixture_set_up, test_whole);
  ADD ("/space/reviews/one-at-a-time", fixture_set_up, test_one_at_a_time);
  ADD ("/space/reviews/survives", fixture_set_up, test_survives);
  ADD ("/space/reviews/pause", fixture_set_up, test_pause);
  ADD ("/space/reviews/words", fixture_set_up, test_words);
  ADD ("/space/reviews/no-undo-when-done", fixture_set_up, test_no_undo_when_done);
  ADD ("/space/reviews/wins", fixture_set_up, test_wins);
  ADD ("/space/reviews/next", fixture_set_up, test_next);
  ADD ("/space/reviews/let-be", fixture_set_up, test_let_be);
  ADD ("/space/reviews/solo", fixture_set_up_solo, test_solo);
  ADD ("/space/reviews/joined", fixture_set_up_solo, test_joined);
  ADD ("/space/reviews/begun-by-itself", fixture_set_up, test_begun_by_itself);
  ADD ("/space/reviews/days", fixture_set_up, test_days);
  ADD ("/space/reviews/not-set-up", fixture_set_up_empty, test_not_set_up);
  ADD ("/space/turns/swapped", fixture_set_up, test_turns);
  ADD ("/space/turns/of-ritual", fixture_set_up, test_turn_of_ritual);
  ADD ("/space/turns/alone", fixture_set_up_solo, test_turns_alone);

  return g_test_run ();
}
