/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-review-state.h"

#include "bridge-duty-swap.h"
#include "bridge-duty.h"
#include "bridge-error.h"
#include "bridge-soft-start.h"
#include "../support/bridge-test.h"

#define MINUTE G_GINT64_CONSTANT (60000)

#define N_STATES (BRIDGE_REVIEW_DONE + 1)

static const gint64 began = G_GINT64_CONSTANT (1795600000000);

static BridgeReview *
make (BridgeReviewState state,
      gboolean          interrupted)
{
  BridgeReview *review = bridge_review_new ("a-ritual", 0);

  g_object_set (review,
                "id", "a-review",
                "state", state,
                "interrupted", interrupted,
                "step-ends-at", interrupted || state == BRIDGE_REVIEW_DONE ? (gint64) 0 : began + 5 * MINUTE,
                NULL);
  return review;
}

/* Where each event leads from each step, of two and with everything in its place; -1: refused. */
static const int table[N_STATES][BRIDGE_REVIEW_EVENT_N] = {
  /* next, skip, back, interrupt, resume, time over, finish */
  [BRIDGE_REVIEW_APPRECIATIONS] = { BRIDGE_REVIEW_WENT_RIGHT, BRIDGE_REVIEW_WENT_RIGHT, -1, BRIDGE_REVIEW_APPRECIATIONS, -1,
                                    -1, BRIDGE_REVIEW_DONE },
  [BRIDGE_REVIEW_WENT_RIGHT] = { BRIDGE_REVIEW_ISSUE, BRIDGE_REVIEW_ISSUE, BRIDGE_REVIEW_APPRECIATIONS,
                                 BRIDGE_REVIEW_WENT_RIGHT, -1, -1, BRIDGE_REVIEW_DONE },
  [BRIDGE_REVIEW_ISSUE] = { BRIDGE_REVIEW_NEXT_WEEK, BRIDGE_REVIEW_NEXT_WEEK, BRIDGE_REVIEW_WENT_RIGHT, BRIDGE_REVIEW_ISSUE,
                            -1, -1, BRIDGE_REVIEW_DONE },
  [BRIDGE_REVIEW_NEXT_WEEK] = { BRIDGE_REVIEW_DONE, BRIDGE_REVIEW_DONE, BRIDGE_REVIEW_ISSUE, BRIDGE_REVIEW_NEXT_WEEK, -1, -1,
                                BRIDGE_REVIEW_DONE },
  [BRIDGE_REVIEW_DONE] = { -1, -1, -1, -1, -1, -1, -1 },
};

static void
check_pair (BridgeReview      *review,
            BridgeReviewEvent  event,
            int                expected)
{
  const BridgeReviewInput input = { .now = began + MINUTE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) before = bridge_review_copy (review);
  g_autoptr (BridgeReview) next = bridge_review_state_apply (review, event, &input, &error);

  bridge_test_assert_same (before, review, NULL);
  if (expected < 0)
    {
      g_assert_null (next);
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (bridge_review_get_state (next), ==, expected);
  g_assert_cmpstr (bridge_review_get_id (next), ==, "a-review");
  g_assert_cmpint (bridge_review_get_interrupted (next), ==, event == BRIDGE_REVIEW_EVENT_INTERRUPT);
  /* Each step has its own time, from when it is reached; left for now, or done, there is none. */
  g_assert_cmpint (bridge_review_get_step_ends_at (next), ==,
                   event == BRIDGE_REVIEW_EVENT_INTERRUPT || expected == BRIDGE_REVIEW_DONE
                     ? 0
                     : input.now + bridge_review_state_get_minutes (expected) * MINUTE);
}

static void
test_pairs (void)
{
  for (BridgeReviewState state = 0; state < N_STATES; state++)
    for (BridgeReviewEvent event = 0; event < BRIDGE_REVIEW_EVENT_N; event++)
      {
        g_autoptr (BridgeReview) review = make (state, FALSE);

        check_pair (review, event, table[state][event]);
      }
}

/* What was left for now is gone on with where it stood, or ended; nothing else. */
static void
test_left (void)
{
  for (BridgeReviewState state = 0; state < BRIDGE_REVIEW_DONE; state++)
    for (BridgeReviewEvent event = 0; event < BRIDGE_REVIEW_EVENT_N; event++)
      {
        g_autoptr (BridgeReview) review = make (state, TRUE);
        int expected = event == BRIDGE_REVIEW_EVENT_RESUME   ? (int) state
                       : event == BRIDGE_REVIEW_EVENT_FINISH ? BRIDGE_REVIEW_DONE
                                                             : -1;

        check_pair (review, event, expected);
      }
}

/* Time takes no step: when it is over, only that it is. */
static void
test_time (void)
{
  g_autoptr (BridgeReview) review = make (BRIDGE_REVIEW_WENT_RIGHT, FALSE);
  BridgeReviewInput input = { .now = began + 5 * MINUTE - 1 };
  g_autoptr (BridgeReview) over = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bridge_review_state_get_left (review, began), ==, 5 * MINUTE);
  g_assert_cmpint (bridge_review_state_get_left (review, began + 4 * MINUTE), ==, MINUTE);
  g_assert_cmpint (bridge_review_state_get_left (review, began + 500 * MINUTE), ==, 0);
  /* A clock that was set back a day gives no day. */
  g_assert_cmpint (bridge_review_state_get_left (review, began - 24 * 60 * MINUTE), ==, 5 * MINUTE);

  over = bridge_review_state_apply (review, BRIDGE_REVIEW_EVENT_TIME_OVER, &input, &error);
  g_assert_null (over);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  input.now++;
  over = bridge_review_state_apply (review, BRIDGE_REVIEW_EVENT_TIME_OVER, &input, NULL);
  g_assert_cmpint (bridge_review_get_state (over), ==, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_false (bridge_review_get_interrupted (over));
  g_assert_cmpint (bridge_review_get_step_ends_at (over), ==, 0);
  /* Said once. */
  g_assert_null (bridge_review_state_apply (over, BRIDGE_REVIEW_EVENT_TIME_OVER, &input, NULL));
}

/* After a pause there is no open point, neither forwards nor backwards, nor when it had been reached before. */
static void
test_without_issue (void)
{
  const BridgeReviewInput input = { .now = began, .no_issue = TRUE };
  g_autoptr (BridgeReview) before = make (BRIDGE_REVIEW_WENT_RIGHT, FALSE);
  g_autoptr (BridgeReview) after = make (BRIDGE_REVIEW_NEXT_WEEK, FALSE);
  g_autoptr (BridgeReview) at = make (BRIDGE_REVIEW_ISSUE, TRUE);
  g_autoptr (BridgeReview) next = bridge_review_state_apply (before, BRIDGE_REVIEW_EVENT_NEXT, &input, NULL);
  g_autoptr (BridgeReview) back = bridge_review_state_apply (after, BRIDGE_REVIEW_EVENT_BACK, &input, NULL);
  g_autoptr (BridgeReview) resumed = bridge_review_state_apply (at, BRIDGE_REVIEW_EVENT_RESUME, &input, NULL);
  guint n;

  g_assert_cmpint (bridge_review_get_state (next), ==, BRIDGE_REVIEW_NEXT_WEEK);
  g_assert_cmpint (bridge_review_get_state (back), ==, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_cmpint (bridge_review_get_state (resumed), ==, BRIDGE_REVIEW_NEXT_WEEK);
  g_assert_cmpuint (bridge_review_state_get_position (BRIDGE_REVIEW_NEXT_WEEK, &input, &n), ==, 3);
  g_assert_cmpuint (n, ==, 3);
  /* A pause came while one was at it. */
  g_assert_cmpuint (bridge_review_state_get_position (BRIDGE_REVIEW_ISSUE, &input, &n), ==, 3);
  g_assert_cmpuint (n, ==, 4);
}

/* Alone: a look back and a plan. */
static void
test_solo (void)
{
  const BridgeReviewInput input = { .now = began, .solo = TRUE };
  g_autoptr (BridgeReview) review = bridge_review_state_begin (NULL, 0, NULL, &input);
  g_autoptr (BridgeReview) next = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_cmpint (bridge_review_get_state (review), ==, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_cmpuint (bridge_review_state_get_position (BRIDGE_REVIEW_WENT_RIGHT, &input, &n), ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (bridge_review_state_apply (review, BRIDGE_REVIEW_EVENT_BACK, &input, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  next = bridge_review_state_apply (review, BRIDGE_REVIEW_EVENT_SKIP, &input, NULL);
  g_assert_cmpint (bridge_review_get_state (next), ==, BRIDGE_REVIEW_NEXT_WEEK);
  g_assert_cmpuint (bridge_review_state_get_position (BRIDGE_REVIEW_DONE, &input, NULL), ==, 0);
}

static void
test_begin (void)
{
  const BridgeReviewInput input = { .now = began };
  g_autoptr (BridgeReview) review = bridge_review_state_begin ("ritual", 86400, "ada", &input);

  g_assert_cmpint (bridge_review_get_state (review), ==, BRIDGE_REVIEW_APPRECIATIONS);
  g_assert_cmpstr (bridge_review_get_ritual_id (review), ==, "ritual");
  g_assert_cmpstr (bridge_review_get_lead_id (review), ==, "ada");
  g_assert_cmpint (bridge_review_get_start (review), ==, 86400);
  g_assert_cmpint (bridge_review_get_step_ends_at (review), ==, began + 5 * MINUTE);
}

/* ---- A soft start */

static void
test_join (void)
{
  const struct {
    const char *observation, *feeling, *need, *request, *expected;
  } vectors[] = {
    { "the evening went by without a word", "lonely", "a little closeness", "sit with me for ten minutes?",
      "When the evening went by without a word, I feel lonely. I need a little closeness. Would you be willing to sit with me"
      " for ten minutes?" },
    { " the door was locked. ", NULL, NULL, "", "I notice that the door was locked." },
    { "", "sad", "", "leave me a note", "I feel sad. Would you be willing to leave me a note?" },
    { NULL, NULL, "quiet!", NULL, "I need quiet." },
    { " ", "...", NULL, "?", NULL },
    { NULL, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *joined =
        bridge_soft_start_join (vectors[i].observation, vectors[i].feeling, vectors[i].need, vectors[i].request);

      g_assert_cmpstr (joined, ==, vectors[i].expected);
    }
}

static void
test_hints (void)
{
  const struct {
    const char *text;
    int kinds[4]; /* ended by -1 */
    const char *first;
  } vectors[] = {
    { "You always forget, you never ask", { BRIDGE_SOFT_ALWAYS, BRIDGE_SOFT_ALWAYS, -1 }, "always" },
    { "NEVER mind", { BRIDGE_SOFT_ALWAYS, -1 }, "NEVER" },
    { "Nevertheless we had a sidewalks chat in the hallways", { -1 }, NULL },
    { "You don’t care, and you did it on purpose", { BRIDGE_SOFT_MOTIVE, BRIDGE_SOFT_MOTIVE, -1 }, "You don’t care" },
    { "That was selfish and childish of you", { BRIDGE_SOFT_LABEL, BRIDGE_SOFT_LABEL, -1 }, "selfish" },
    { "It is scolding coldness", { -1 }, NULL },
    { "Ünever always", { BRIDGE_SOFT_ALWAYS, -1 }, "always" },
    { "When the evening went by without a word, I feel lonely.", { -1 }, NULL },
    { "", { -1 }, NULL },
    { NULL, { -1 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GPtrArray) hints = bridge_soft_start_find_hints (vectors[i].text);
      guint n = 0;

      for (; vectors[i].kinds[n] >= 0; n++)
        {
          BridgeSoftHint *hint = n < hints->len ? g_ptr_array_index (hints, n) : NULL;

          g_assert_nonnull (hint);
          g_assert_cmpint (hint->kind, ==, vectors[i].kinds[n]);
        }
      g_assert_cmpuint (hints->len, ==, n);
      if (n > 0)
        g_assert_cmpstr (((BridgeSoftHint *) g_ptr_array_index (hints, 0))->words, ==, vectors[i].first);
    }
}

/* It says why, in a whole sentence that has the words in it. */
static void
test_hint_sentence (void)
{
  g_autoptr (GPtrArray) hints = bridge_soft_start_find_hints ("You are so lazy");
  g_autofree char *sentence = bridge_soft_hint_dup_sentence (g_ptr_array_index (hints, 0));

  g_assert_nonnull (strstr (sentence, "lazy"));
  g_assert_nonnull (strstr (sentence, bridge_soft_hint_get_reason (BRIDGE_SOFT_LABEL)));
  g_assert_cmpstr (bridge_soft_hint_get_reason (BRIDGE_SOFT_ALWAYS), !=, bridge_soft_hint_get_reason (BRIDGE_SOFT_MOTIVE));
}

/* ---- Whose turn it is */

static BridgeLocal
day (const char *text)
{
  BridgeLocal local;
  g_autoptr (GError) error = NULL;

  bridge_local_parse (text, &local, &error);
  g_assert_no_error (error);
  return local;
}

/* A hundred years, with every day a week may begin with: each week is seven days of one turn, and the next is the other’s. */
static void
test_turns_for_years (void)
{
  for (int first = 1; first <= 7; first++)
    for (BridgeLocal at = day ("1970-01-01") - 40 * 365 * BRIDGE_DAY; at < day ("2060-01-01"); at += BRIDGE_DAY)
      {
        BridgeLocal week = bridge_duty_get_week (at + 13 * BRIDGE_HOUR, first);

        g_assert_cmpint (bridge_day_get_weekday (bridge_local_get_day (week)), ==, first);
        g_assert_cmpint (week, <=, at);
        g_assert_cmpint (at - week, <, 7 * BRIDGE_DAY);
        for (BridgeDuty duty = 0; duty < BRIDGE_N_DUTIES; duty++)
          {
            int turn = bridge_duty_get_turn (duty, week, FALSE);

            g_assert_true (turn == 0 || turn == 1);
            g_assert_cmpint (bridge_duty_get_turn (duty, week + 7 * BRIDGE_DAY, FALSE), ==, 1 - turn);
            g_assert_cmpint (bridge_duty_get_turn (duty, week, TRUE), ==, 1 - turn);
          }
        /* Who leads does not plan as well. */
        g_assert_cmpint (bridge_duty_get_turn (BRIDGE_DUTY_LEAD, week, FALSE), !=,
                         bridge_duty_get_turn (BRIDGE_DUTY_PLAN, week, FALSE));
      }
}

/* Weeks with a change of the clock, and the turn of years, are weeks like the others: local days have no zone. */
static void
test_turns_known (void)
{
  g_assert_cmpint (bridge_duty_get_week (day ("2026-11-22T23:59"), BRIDGE_DUTY_FIRST_WEEKDAY), ==, day ("2026-11-16"));
  g_assert_cmpint (bridge_duty_get_week (day ("2026-11-23"), BRIDGE_DUTY_FIRST_WEEKDAY), ==, day ("2026-11-23"));
  g_assert_cmpint (bridge_duty_get_week (day ("2026-03-29T03:00"), BRIDGE_DUTY_FIRST_WEEKDAY), ==, day ("2026-03-23"));
  g_assert_cmpint (bridge_duty_get_week (day ("2027-01-01"), 7), ==, day ("2026-12-27"));
  g_assert_cmpint (bridge_duty_get_turn (BRIDGE_DUTY_LEAD, day ("2026-11-16"), FALSE), !=,
                   bridge_duty_get_turn (BRIDGE_DUTY_LEAD, day ("2026-11-23"), FALSE));
}

static void
test_swap_object (void)
{
  g_autoptr (BridgeDutySwap) swap = bridge_duty_swap_new (BRIDGE_DUTY_PLAN, day ("2026-11-23"));
  g_autoptr (BridgeDutySwap) copy = NULL;
  g_autoptr (GTypeClass) class = g_type_class_ref (BRIDGE_TYPE_DUTY_SWAP);
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_CLASS (class), &n);

  bridge_test_assert_notifies (swap, "week", (gint64) 5, (gint64) 0);
  bridge_test_assert_notifies (swap, "duty", BRIDGE_DUTY_TOPIC, BRIDGE_DUTY_LEAD);
  g_object_set (swap, "id", "a", "created-at", (gint64) 9, NULL);
  copy = bridge_duty_swap_copy (swap);
  bridge_test_assert_same (swap, copy, NULL);

  /* Nothing says who has swapped. */
  for (guint i = 0; i < n; i++)
    g_assert_false (strstr (specs[i]->name, "by") != NULL || strstr (specs[i]->name, "person") != NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/pairs", test_pairs);
  g_test_add_func ("/review/left", test_left);
  g_test_add_func ("/review/time", test_time);
  g_test_add_func ("/review/without-issue", test_without_issue);
  g_test_add_func ("/review/solo", test_solo);
  g_test_add_func ("/review/begin", test_begin);
  g_test_add_func ("/soft-start/join", test_join);
  g_test_add_func ("/soft-start/hints", test_hints);
  g_test_add_func ("/soft-start/sentence", test_hint_sentence);
  g_test_add_func ("/duty/years", test_turns_for_years);
  g_test_add_func ("/duty/known", test_turns_known);
  g_test_add_func ("/duty/swap", test_swap_object);

  return g_test_run ();
}
