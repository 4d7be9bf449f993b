/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "../support/agreed.h"
#include "bridge-error.h"
#include "bridge-pause-state.h"
#include "bridge-undo.h"
#include "service-fixture.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* What happens between any two steps: nothing, or everything is closed and opened again. */
typedef enum {
  AS_IT_IS,
  RE_OPENED,
} Between;

static BridgePauseState
get_state (Fixture *fixture)
{
  BridgePause *pause = bridge_space_get_pause (fixture->space);

  g_assert_nonnull (pause);
  return bridge_pause_get_state (pause);
}

#define assert_state(fixture, expected) \
  G_STMT_START { \
    spin (); \
    if (user_data == GINT_TO_POINTER (RE_OPENED)) \
      fixture_reopen (fixture); \
    g_assert_cmpstr (bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, get_state (fixture)), ==, expected); \
  } G_STMT_END

#define assert_ok(call) \
  G_STMT_START { \
    g_autoptr (GError) error_ = NULL; \
    gboolean done_ = (call) (fixture->space, &error_); \
    g_assert_no_error (error_); \
    g_assert_true (done_); \
  } G_STMT_END

static char *
call (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePause) pause = bridge_space_call_pause (fixture->space, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pause);
  return g_strdup (bridge_pause_get_id (pause));
}

static void
answer (Fixture         *fixture,
        const char      *name,
        BridgeReadiness  readiness)
{
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, name);
  bridge_space_answer_pause (fixture->space, readiness, &error);
  g_assert_no_error (error);
}

static void
advance (Fixture *fixture,
         gint64   ms)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), ms);
  spin ();
}

static gint64
now (Fixture *fixture)
{
  return bridge_clock_now (fixture->clock);
}

/* From the call to the log, with everything on the way. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  g_autofree char *same = call (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (BridgePause) closed = NULL;
  BridgePause *pause;

  g_assert_cmpstr (id, ==, same);
  assert_state (fixture, "cooling");
  g_assert_cmpint (bridge_pause_get_return_at (bridge_space_get_pause (fixture->space)), ==, now (fixture) + 20 * MINUTE);
  advance (fixture, 20 * MINUTE - 1);
  assert_state (fixture, "cooling");
  advance (fixture, 1);
  assert_state (fixture, "return");

  /* Each for themself, and nothing of it is told before both are there. */
  answer (fixture, "Ada", BRIDGE_READINESS_LONGER);
  g_assert_true (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_READY));
  assert_state (fixture, "return");
  speak_as (fixture->space, "Ben");
  g_assert_false (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_READY));
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  assert_state (fixture, "return");
  answer (fixture, "Ben", BRIDGE_READINESS_LONGER);
  assert_state (fixture, "cooling");
  g_assert_true (bridge_pause_get_extended (bridge_space_get_pause (fixture->space)));
  advance (fixture, 20 * MINUTE);
  assert_state (fixture, "return");
  g_assert_false (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_READY));

  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_state (fixture, "return");
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  assert_state (fixture, "re-entry");

  g_assert_true (bridge_space_set_pause_topic (fixture->space, " The holidays ", &error));
  assert_state (fixture, "re-entry");
  g_assert_cmpstr (bridge_pause_get_topic (bridge_space_get_pause (fixture->space)), ==, "The holidays");
  g_assert_null (bridge_space_get_pause_turn (fixture->space));
  speak_as (fixture->space, "Ben");
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 1, NULL, &error));
  assert_state (fixture, "re-entry");
  g_assert_true (bridge_space_get_pause_turn (fixture->space) == bridge_space_get_partner (fixture->space));
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 2, NULL, &error));
  assert_state (fixture, "re-entry");
  g_assert_true (bridge_space_get_pause_turn (fixture->space) == bridge_space_get_me (fixture->space));

  /* Too much again: a new time to calm down, which can be made longer again. */
  g_clear_pointer (&same, g_free);
  same = call (fixture);
  g_assert_cmpstr (id, ==, same);
  assert_state (fixture, "cooling");
  assert_ok (bridge_space_extend_pause);
  assert_state (fixture, "cooling");
  advance (fixture, 40 * MINUTE);
  assert_state (fixture, "return");
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_state (fixture, "re-entry");
  assert_ok (bridge_space_end_pause_talk);
  assert_state (fixture, "recovery");

  /* Undo is not about this. */
  g_assert_null (bridge_space_get_undo_label (fixture->space));

  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpint (bridge_pause_get_recovery_until (pause), ==, now (fixture) + 2 * DAY);
  g_assert_cmpint (bridge_pause_get_follow_up_at (pause), ==, now (fixture) + DAY);
  g_assert_true (bridge_space_set_pause_follow_up_time (fixture->space, now (fixture) + 30 * HOUR, &error));
  g_assert_false (bridge_space_set_pause_follow_up_time (fixture->space, now (fixture) + 3 * DAY, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);

  advance (fixture, DAY);
  assert_state (fixture, "recovery");
  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_write_pause_follow_up (fixture->space, "Lighter", "A quiet evening", NULL, &error));
  assert_state (fixture, "recovery");
  speak_as (fixture->space, "Ben");
  words = bridge_space_list_pause_follow_ups (fixture->space, id, &error);
  g_assert_cmpuint (words->len, ==, 0);
  g_assert_true (bridge_space_write_pause_follow_up (fixture->space, NULL, NULL, "Call the school", &error));
  g_clear_pointer (&words, g_ptr_array_unref);
  words = bridge_space_list_pause_follow_ups (fixture->space, id, &error);
  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (bridge_pause_follow_up_get_needs (g_ptr_array_index (words, 0)), ==, "A quiet evening");

  advance (fixture, DAY);
  assert_state (fixture, "review");
  g_assert_true (bridge_space_review_pause (fixture->space, id, &(BridgePauseReview) { "The walk", NULL, "Call it sooner", NULL }, &error));
  g_assert_true (bridge_space_review_pause (fixture->space, id, &(BridgePauseReview) { NULL, NULL, NULL, "Not after ten" }, &error));
  assert_state (fixture, "review");
  g_assert_cmpstr (bridge_pause_get_helped (bridge_space_get_pause (fixture->space)), ==, "The walk");
  g_assert_cmpstr (bridge_pause_get_changed_plan (bridge_space_get_pause (fixture->space)), ==, "Not after ten");
  assert_ok (bridge_space_close_pause);
  fixture_reopen (fixture);
  g_assert_null (bridge_space_get_pause (fixture->space));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_pauses (fixture->space)), ==, 1);

  /* Something more was learnt. */
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { NULL, NULL, "And kindly", NULL }, &error));
  closed = bridge_space_find_pause (fixture->space, id, &error);
  g_assert_cmpstr (bridge_pause_get_lesson (closed), ==, "Call it sooner\nAnd kindly");
  g_assert_cmpint (bridge_pause_get_state (closed), ==, BRIDGE_PAUSE_CLOSED);
}

/* One person: their own answer is enough, and no step waits for anybody. */
static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL;

  advance (fixture, 20 * MINUTE);
  assert_state (fixture, "return");
  bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_LONGER, &error);
  g_assert_no_error (error);
  assert_state (fixture, "cooling");
  advance (fixture, 20 * MINUTE);
  assert_state (fixture, "return");
  bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_ANOTHER_DAY, &error);
  g_assert_no_error (error);
  assert_state (fixture, "another-day");
  g_assert_cmpint (bridge_pause_get_return_at (bridge_space_get_pause (fixture->space)), ==, 0);
  advance (fixture, 10 * DAY);
  assert_state (fixture, "another-day");
  g_assert_true (bridge_space_put_off_pause (fixture->space, now (fixture) + 2 * DAY, &error));
  g_assert_true (bridge_space_put_off_pause (fixture->space, now (fixture) + DAY, &error));
  assert_state (fixture, "another-day");
  advance (fixture, DAY);
  assert_state (fixture, "return");
  bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error);
  g_assert_no_error (error);
  assert_state (fixture, "re-entry");
  g_assert_false (bridge_space_begin_pause_turn (fixture->space, 1, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_get_pause_turn (fixture->space));
  g_assert_true (bridge_space_set_pause_topic (fixture->space, "The holidays", &error));
  assert_ok (bridge_space_end_pause_talk);
  assert_state (fixture, "recovery");
  g_assert_true (bridge_space_write_pause_follow_up (fixture->space, "Calm", NULL, NULL, &error));
  words = bridge_space_list_pause_follow_ups (fixture->space, id, &error);
  g_assert_cmpuint (words->len, ==, 1);
  assert_ok (bridge_space_end_pause_recovery);
  assert_state (fixture, "review");
  assert_ok (bridge_space_close_pause);
  g_assert_null (bridge_space_get_pause (fixture->space));
}

/* It takes both to end the recovery window early; either may let it be. */
static void
test_recovery (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL;

  g_assert_true (bridge_space_set_pause_minutes (fixture->space, 45, &error));
  g_assert_true (bridge_space_set_recovery_hours (fixture->space, 12, &error));
  g_assert_false (bridge_space_set_pause_minutes (fixture->space, 19, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_space_set_recovery_hours (fixture->space, 169, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  id = call (fixture);
  assert_state (fixture, "cooling");
  advance (fixture, 45 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_ok (bridge_space_end_pause_talk);
  assert_state (fixture, "recovery");
  g_assert_cmpint (bridge_pause_get_recovery_until (bridge_space_get_pause (fixture->space)), ==, now (fixture) + 12 * HOUR);
  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_write_pause_follow_up (fixture->space, "Sore", NULL, NULL, &error));
  assert_ok (bridge_space_end_pause_recovery);
  assert_state (fixture, "recovery");
  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_OVER));
  assert_ok (bridge_space_end_pause_recovery);
  assert_state (fixture, "recovery");
  speak_as (fixture->space, "Ben");
  g_assert_false (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_OVER));
  assert_ok (bridge_space_end_pause_recovery);
  assert_state (fixture, "review");

  /* The window is over: what is written may be read by both. */
  speak_as (fixture->space, "Ben");
  words = bridge_space_list_pause_follow_ups (fixture->space, id, &error);
  g_assert_cmpuint (words->len, ==, 1);
}

static void
assert_readable (Fixture    *fixture,
                 const char *name,
                 const char *id,
                 guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL;

  speak_as (fixture->space, name);
  words = bridge_space_list_pause_follow_ups (fixture->space, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, n);
}

/* Closing a pause, or calling the next one, is no way to the other's words for who wrote none: one can do it alone. */
static void
check_words_of_a_closed_one (Fixture  *fixture,
                             gboolean  by_a_call)
{
  g_autofree char *id = call (fixture);
  g_autoptr (GError) error = NULL;

  advance (fixture, 20 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_ok (bridge_space_end_pause_talk);
  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_write_pause_follow_up (fixture->space, "Sore", NULL, NULL, &error));
  assert_readable (fixture, "Ada", id, 1);
  assert_readable (fixture, "Ben", id, 0);

  if (by_a_call)
    g_free (call (fixture));
  else
    assert_ok (bridge_space_close_pause);
  assert_readable (fixture, "Ben", id, 0);
  assert_readable (fixture, "Ada", id, 1);
  fixture_reopen (fixture);
  assert_readable (fixture, "Ben", id, 0);
  advance (fixture, 47 * HOUR);
  assert_readable (fixture, "Ben", id, 0);
  advance (fixture, HOUR);
  assert_readable (fixture, "Ben", id, 1);
}

static void
test_words_closed (Fixture       *fixture,
                   gconstpointer  user_data)
{
  check_words_of_a_closed_one (fixture, FALSE);
}

static void
test_words_called (Fixture       *fixture,
                   gconstpointer  user_data)
{
  check_words_of_a_closed_one (fixture, TRUE);
}

/* What is called by mistake is taken back within a minute, and all is as before. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  g_autofree char *again = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GError) error = NULL;

  advance (fixture, MINUTE);
  if (user_data == GINT_TO_POINTER (RE_OPENED))
    fixture_reopen (fixture);
  assert_ok (bridge_space_take_back_pause);
  g_assert_null (bridge_space_get_pause (fixture->space));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_pauses (fixture->space)), ==, 0);

  again = call (fixture);
  g_assert_cmpstr (id, !=, again);
  advance (fixture, MINUTE + 1);
  g_assert_false (bridge_space_take_back_pause (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  assert_state (fixture, "cooling");

  /* One whose talk is over is closed for another one, and comes back when that was a mistake. */
  advance (fixture, 20 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_ok (bridge_space_end_pause_talk);
  assert_state (fixture, "recovery");
  third = call (fixture);
  g_assert_cmpstr (third, !=, again);
  assert_state (fixture, "cooling");
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_pauses (fixture->space)), ==, 2);
  assert_ok (bridge_space_take_back_pause);
  assert_state (fixture, "recovery");
  g_assert_cmpstr (bridge_pause_get_id (bridge_space_get_pause (fixture->space)), ==, again);

  g_clear_pointer (&third, g_free);
  third = call (fixture);
  advance (fixture, 5 * MINUTE);
  assert_state (fixture, "cooling");
  g_assert_true (bridge_space_review_pause (fixture->space, again, &(BridgePauseReview) { NULL, "The hour", NULL, NULL }, &error));
  g_assert_no_error (error);
  g_assert_false (bridge_space_review_pause (fixture->space, third, &(BridgePauseReview) { NULL, "The hour", NULL, NULL }, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* Suspended for days, at every point: the question waits. */
static void
test_suspend (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  gint64 before = now (fixture);

  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + 400 * DAY);
  assert_state (fixture, "return");
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  assert_state (fixture, "return");

  /* The clock was wrong, and is put right: the pause goes on, the answer stays. */
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + 5 * MINUTE);
  assert_state (fixture, "cooling");
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (fixture->clock), "Asia/Tokyo");
  assert_state (fixture, "cooling");
  advance (fixture, 15 * MINUTE);
  assert_state (fixture, "return");
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_state (fixture, "re-entry");

  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before - 30 * DAY);
  assert_state (fixture, "re-entry");
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + HOUR);
  assert_ok (bridge_space_end_pause_talk);
  assert_state (fixture, "recovery");
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + 300 * DAY);
  assert_state (fixture, "review");
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + 2 * HOUR);
  assert_state (fixture, "recovery");
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before - 300 * DAY);
  assert_state (fixture, "recovery");
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), before + 3 * DAY);
  assert_state (fixture, "review");
  g_assert_cmpstr (bridge_pause_get_id (bridge_space_get_pause (fixture->space)), ==, id);
}

/* A return set by one, which the other only makes later; another day, the same; let be. */
static void
test_return (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  g_autoptr (GError) error = NULL;
  gint64 start = now (fixture);

  g_assert_true (bridge_space_set_pause_return (fixture->space, start + HOUR, &error));
  speak_as (fixture->space, "Ben");
  g_assert_false (bridge_space_set_pause_return (fixture->space, start + 30 * MINUTE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_set_pause_return (fixture->space, start + 2 * HOUR, &error));
  g_assert_false (bridge_space_set_pause_return (fixture->space, start + 10 * MINUTE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_close_pause (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  advance (fixture, 119 * MINUTE);
  assert_state (fixture, "cooling");
  advance (fixture, MINUTE);
  assert_state (fixture, "return");
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_ANOTHER_DAY);
  assert_state (fixture, "another-day");
  g_assert_true (bridge_space_put_off_pause (fixture->space, now (fixture) + 2 * DAY, &error));
  speak_as (fixture->space, "Ada");
  g_assert_false (bridge_space_put_off_pause (fixture->space, now (fixture) + DAY, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_put_off_pause (fixture->space, now (fixture) + 3 * DAY, &error));
  assert_state (fixture, "another-day");
  advance (fixture, 3 * DAY);
  assert_state (fixture, "return");
  g_assert_false (bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_READY));
  assert_ok (bridge_space_close_pause);
  g_assert_null (bridge_space_get_pause (fixture->space));
  g_assert_false (bridge_space_close_pause (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* Which answers stand in the file. */
static guint
count_answers (Fixture    *fixture,
               const char *pause_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers =
    bridge_store_load_pause_answers (bridge_space_get_database (fixture->space), pause_id, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < answers->len; i++)
    n += bridge_pause_answer_get_answer (g_ptr_array_index (answers, i)) != BRIDGE_READINESS_NONE;
  return n;
}

/* What each had answered is forgotten as soon as it has decided something. */
static void
test_forgotten (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);
  g_autoptr (GError) error = NULL;

  advance (fixture, 20 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_LONGER);
  g_assert_cmpuint (count_answers (fixture, id), ==, 1);
  answer (fixture, "Ada", BRIDGE_READINESS_NONE);
  g_assert_cmpuint (count_answers (fixture, id), ==, 0);
  answer (fixture, "Ada", BRIDGE_READINESS_LONGER);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  g_assert_cmpuint (count_answers (fixture, id), ==, 0);

  advance (fixture, 20 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  g_assert_cmpuint (count_answers (fixture, id), ==, 1);
  g_assert_true (bridge_space_put_off_pause (fixture->space, now (fixture) + DAY, &error));
  g_assert_cmpuint (count_answers (fixture, id), ==, 0);

  /* Also what was said of the recovery window, when another pause comes first. */
  advance (fixture, DAY);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  assert_ok (bridge_space_end_pause_talk);
  assert_ok (bridge_space_end_pause_recovery);
  g_assert_cmpuint (count_answers (fixture, id), ==, 1);
  g_free (call (fixture));
  g_assert_cmpuint (count_answers (fixture, id), ==, 0);
}

/* Two processes at the same file: none needs the other to tell. */
static void
test_two_processes (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) other = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_autoptr (BridgePause) theirs = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (bridge_space_set_speaker (other, bridge_person_get_id (bridge_space_get_partner (other)), &error));

  id = call (fixture);
  theirs = bridge_space_call_pause (other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_pause_get_id (theirs), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_pauses (other)), ==, 1);

  /* Both are woken; it is written once. */
  advance (fixture, 20 * MINUTE);
  bridge_space_refresh (other);
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RETURN);
  g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (other)), ==, BRIDGE_PAUSE_RETURN);
  bridge_space_refresh (fixture->space);
  g_assert_cmpint (bridge_row_get_updated_at (bridge_space_get_pause (fixture->space)), ==,
                   bridge_row_get_updated_at (bridge_space_get_pause (other)));

  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  bridge_space_answer_pause (other, BRIDGE_READINESS_READY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (other)), ==, BRIDGE_PAUSE_RE_ENTRY);
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 1, NULL, &error));
  g_assert_true (bridge_space_begin_pause_turn (other, 1, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bridge_pause_get_turn (bridge_space_get_pause (other)), ==, 1);
  g_assert_cmpstr (bridge_pause_get_first_id (bridge_space_get_pause (other)), ==,
                   bridge_person_get_id (bridge_space_get_me (other)));
  assert_ok (bridge_space_end_pause_talk);
  g_assert_false (bridge_space_end_pause_talk (other, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  spin ();
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* The disk is full when the time has come: the question is asked nevertheless, and a later answer brings it into the file. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *id = call (fixture);

  set_disk_full (TRUE);
  advance (fixture, 20 * MINUTE);
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RETURN);
  set_disk_full (FALSE);
  answer (fixture, "Ada", BRIDGE_READINESS_READY);
  answer (fixture, "Ben", BRIDGE_READINESS_READY);
  fixture_reopen (fixture);
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RE_ENTRY);
}

/* A backup is kept for weeks: it has nothing of what one has said to "ready?" before the other one has. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  user_data)
{
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  g_autofree char *id = call (fixture);
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  const char *own;
  gsize length;

  advance (fixture, 20 * MINUTE);
  answer (fixture, "Ada", BRIDGE_READINESS_ANOTHER_DAY);
  answers = bridge_store_load_pause_answers (db, id, &error);
  g_assert_cmpuint (answers->len, ==, 1);
  path = bridge_database_backup (db, "test", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  own = bridge_pause_answer_get_id (g_ptr_array_index (answers, 0));
  g_assert_null (memmem (bytes, length, own, strlen (own)));
  g_assert_nonnull (memmem (bytes, length, id, strlen (id)));
  g_clear_pointer (&answers, g_ptr_array_unref);
  answers = bridge_store_load_pause_answers (db, id, &error);
  g_assert_cmpuint (answers->len, ==, 1);
}

static void
test_not_set_up (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_call_pause (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
  g_clear_error (&error);
  g_assert_false (bridge_space_begin_pause_turn (fixture->space, 1, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
}

static void
test_soothing (Fixture       *fixture,
               gconstpointer  user_data)
{
  GListModel *list = bridge_space_get_soothing (fixture->space);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSoothing) walk = NULL;
  g_autoptr (BridgeSoothing) tea = NULL;
  g_autoptr (BridgeSoothing) music = NULL;
  g_autoptr (BridgeSoothing) theirs = NULL;
  g_autoptr (BridgeSoothing) first = NULL;
  g_auto (GStrv) ideas = bridge_space_suggest_soothing (fixture->space);
  g_auto (GStrv) fewer = NULL;

  g_assert_cmpuint (g_strv_length (ideas), >=, 8);
  walk = bridge_space_add_soothing (fixture->space, ideas[0], &error);
  g_assert_no_error (error);
  fewer = bridge_space_suggest_soothing (fixture->space);
  g_assert_cmpuint (g_strv_length (fewer), ==, g_strv_length (ideas) - 1);
  tea = bridge_space_add_soothing (fixture->space, "  Tea ", &error);
  music = bridge_space_add_soothing (fixture->space, "Music", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_soothing_get_text (tea), ==, "Tea");
  g_assert_cmpint (bridge_soothing_get_position (music), ==, 2);
  g_assert_null (bridge_space_add_soothing (fixture->space, "tea", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_add_soothing (fixture->space, "  ", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  g_assert_true (bridge_space_move_soothing (fixture->space, bridge_soothing_get_id (music), 0, &error));
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (bridge_soothing_get_text (first), ==, "Music");
  assert_ok (bridge_space_undo);
  g_clear_object (&first);
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (bridge_soothing_get_text (first), ==, ideas[0]);
  g_assert_true (bridge_space_change_soothing (fixture->space, bridge_soothing_get_id (tea), "Green tea", &error));
  g_assert_false (bridge_space_change_soothing (fixture->space, bridge_soothing_get_id (tea), "music", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  /* The other one's list is theirs. */
  speak_as (fixture->space, "Ben");
  theirs = bridge_space_add_soothing (fixture->space, "Music", &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_soothing_get_position (theirs), ==, 0);
  g_assert_false (bridge_space_remove_soothing (fixture->space, bridge_soothing_get_id (tea), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_remove_soothing (fixture->space, bridge_soothing_get_id (theirs), &error));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_soothing (fixture->space)), ==, 3);
}

#define ADD(path, between, set_up, test) \
  g_test_add ("/space/pause/" path, Fixture, GINT_TO_POINTER (between), set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("whole", AS_IT_IS, fixture_set_up, test_whole);
  ADD ("whole/re-opened", RE_OPENED, fixture_set_up, test_whole);
  ADD ("solo", AS_IT_IS, fixture_set_up_solo, test_solo);
  ADD ("solo/re-opened", RE_OPENED, fixture_set_up_solo, test_solo);
  ADD ("recovery", AS_IT_IS, fixture_set_up, test_recovery);
  ADD ("recovery/re-opened", RE_OPENED, fixture_set_up, test_recovery);
  ADD ("words/closed", AS_IT_IS, fixture_set_up, test_words_closed);
  ADD ("words/called", AS_IT_IS, fixture_set_up, test_words_called);
  ADD ("take-back", AS_IT_IS, fixture_set_up, test_take_back);
  ADD ("take-back/re-opened", RE_OPENED, fixture_set_up, test_take_back);
  ADD ("suspend", AS_IT_IS, fixture_set_up, test_suspend);
  ADD ("suspend/re-opened", RE_OPENED, fixture_set_up, test_suspend);
  ADD ("return", AS_IT_IS, fixture_set_up, test_return);
  ADD ("return/re-opened", RE_OPENED, fixture_set_up, test_return);
  ADD ("forgotten", AS_IT_IS, fixture_set_up, test_forgotten);
  ADD ("two-processes", AS_IT_IS, fixture_set_up, test_two_processes);
  ADD ("full-disk", AS_IT_IS, fixture_set_up, test_full_disk);
  ADD ("backup", AS_IT_IS, fixture_set_up, test_backup);
  ADD ("not-set-up", AS_IT_IS, fixture_set_up_empty, test_not_set_up);
  ADD ("soothing", AS_IT_IS, fixture_set_up, test_soothing);
  return g_test_run ();
}
