/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "../support/agreed.h"
#include "bridge-error.h"
#include "bridge-pause-state.h"
#include "service-fixture.h"

/* The words of two people about what a pause taught. */

#define assert_ok(call) \
  G_STMT_START { \
    g_autoptr (GError) error_ = NULL; \
    gboolean done_ = (call) (fixture->space, &error_); \
    g_assert_no_error (error_); \
    g_assert_true (done_); \
  } G_STMT_END

#define assert_review(fixture) \
  G_STMT_START { \
    spin (); \
    if (re_opened != NULL) \
      fixture_reopen (fixture); \
    g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (fixture->space)), ==, BRIDGE_PAUSE_REVIEW); \
  } G_STMT_END

/* (transfer full): the id of a pause whose talk is over, and that had no recovery window */
static char *
reach_review (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePause) pause = bridge_space_call_pause (fixture->space, &error);

  g_assert_no_error (error);
  g_assert_true (bridge_space_set_recovery_hours (fixture->space, 0, &error));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 20 * BRIDGE_MS_PER_MINUTE);
  spin ();
  for (int i = 0; i < 2; i++)
    {
      speak_as (fixture->space, i == 0 ? "Ada" : "Ben");
      g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
    }
  assert_ok (bridge_space_end_pause_talk);
  g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (fixture->space)), ==, BRIDGE_PAUSE_REVIEW);
  return g_strdup (bridge_pause_get_id (pause));
}

/* Whoever has written takes it back as long as nothing else came. */
static void
test_review_undone (Fixture       *fixture,
                    gconstpointer  re_opened)
{
  g_autofree char *id = reach_review (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_review_pause (fixture->space, id, &(BridgePauseReview) { "Tea", NULL, NULL, NULL }, &error));
  assert_ok (bridge_space_undo);
  g_assert_cmpstr (bridge_pause_get_helped (bridge_space_get_pause (fixture->space)), ==, "");
  assert_ok (bridge_space_redo);
  g_assert_cmpstr (bridge_pause_get_helped (bridge_space_get_pause (fixture->space)), ==, "Tea");
  assert_review (fixture);

  /* Once the other one has written too, nothing of it goes any more. */
  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = "The walk" }, &error));
  speak_as (fixture->space, "Ben");
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (bridge_pause_get_helped (bridge_space_get_pause (fixture->space)), ==, "Tea\nThe walk");
}

/* Of two, one alone replaces no words that stand there, open or closed, and empties none: nothing says whose they are. */
static void
test_review_stays (Fixture       *fixture,
                   gconstpointer  re_opened)
{
  const BridgePauseReview others[] = { { .helped = "Silence" }, { .helped = "" }, { .helped = "Tea, not" }, { .helped = "Tea\nThe walk" } };
  const BridgePauseReview same = { .helped = " Tea ", .lesson = "Sooner" };
  g_autofree char *id = reach_review (fixture);
  g_autoptr (BridgePause) closed = NULL;
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_review_pause (fixture->space, id, &(BridgePauseReview) { .helped = "Tea" }, &error));
  for (int turn = 0; turn < 3; turn++)
    {
      speak_as (fixture->space, turn == 1 ? "Ben" : "Ada");
      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        {
          g_assert_false (bridge_space_review_pause (fixture->space, id, &others[i], &error));
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
          g_clear_error (&error);
        }
      if (turn == 1)
        assert_ok (bridge_space_close_pause);
    }

  /* What is the same takes nothing away, and an empty place takes words. */
  g_assert_true (bridge_space_review_pause (fixture->space, id, &same, &error));
  closed = bridge_space_find_pause (fixture->space, id, &error);
  g_assert_cmpstr (bridge_pause_get_helped (closed), ==, "Tea");
  g_assert_cmpstr (bridge_pause_get_lesson (closed), ==, "Sooner");
}

/* The words of a review are of both: who adds some takes none of the other one's away. */
static void
test_review_two (Fixture       *fixture,
                 gconstpointer  re_opened)
{
  g_autofree char *id = reach_review (fixture);
  g_autofree char *long_words = g_strnfill (1999, 'x');
  g_autoptr (GError) error = NULL;
  BridgePause *pause;

  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = " Tea " }, &error));
  speak_as (fixture->space, "Ben");
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id,
                                                   &(BridgePauseReview) { .helped = "The walk", .lesson = "Sooner" }, &error));
  assert_review (fixture);
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_helped (pause), ==, "Tea\nThe walk");
  g_assert_cmpstr (bridge_pause_get_lesson (pause), ==, "Sooner");
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = "  " }, &error));
  g_assert_cmpstr (bridge_pause_get_helped (bridge_space_get_pause (fixture->space)), ==, "Tea\nThe walk");
  g_assert_false (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = long_words }, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  /* One of them is done with it, the other one is not. */
  speak_as (fixture->space, "Ada");
  assert_ok (bridge_space_close_pause);
  speak_as (fixture->space, "Ben");
  g_assert_true (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .hindered = "The hour" }, &error));
  g_assert_no_error (error);
}

/* Words that stand there instead, and some that come below, are one step of who wrote them. */
static void
test_review_in_one (Fixture       *fixture,
                    gconstpointer  re_opened)
{
  g_autofree char *id = reach_review (fixture);
  g_autofree char *long_words = g_strnfill (2001, 'x');
  g_autoptr (GError) error = NULL;
  BridgePause *pause;

  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_review_pause (fixture->space, id, &(BridgePauseReview) { .helped = "Tea" }, &error));
  speak_as (fixture->space, "Ben");
  g_assert_true (bridge_space_edit_pause_review (fixture->space, id, &(BridgePauseReview) { .lesson = "Sooner" },
                                                 &(BridgePauseReview) { .helped = "The walk" }, &error));
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_helped (pause), ==, "Tea\nThe walk");
  g_assert_cmpstr (bridge_pause_get_lesson (pause), ==, "Sooner");
  assert_ok (bridge_space_undo);
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_helped (pause), ==, "Tea");
  g_assert_cmpstr (bridge_pause_get_lesson (pause), ==, "");

  /* What cannot be written leaves the rest unwritten, too. */
  g_assert_false (bridge_space_edit_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = "Silence" },
                                                  &(BridgePauseReview) { .lesson = "Sooner" }, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_edit_pause_review (fixture->space, id, &(BridgePauseReview) { .lesson = "Sooner" },
                                                  &(BridgePauseReview) { .hindered = long_words }, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  assert_review (fixture);
  g_assert_cmpstr (bridge_pause_get_lesson (bridge_space_get_pause (fixture->space)), ==, "");
}

#define ADD(path, re_opened, test) \
  g_test_add ("/space/pause-review/" path, Fixture, GINT_TO_POINTER (re_opened), fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("undone", FALSE, test_review_undone);
  ADD ("stays", FALSE, test_review_stays);
  ADD ("two", FALSE, test_review_two);
  ADD ("two/re-opened", TRUE, test_review_two);
  ADD ("in-one", FALSE, test_review_in_one);
  ADD ("in-one/re-opened", TRUE, test_review_in_one);
  return g_test_run ();
}
