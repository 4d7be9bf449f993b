/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-pause-state.h"

#include "bridge-error.h"
#include "bridge-pause-answer.h"
#include "bridge-pause-follow-up.h"
#include "bridge-soothing.h"
#include "../support/bridge-test.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

enum { N_STATES = BRIDGE_PAUSE_CLOSED + 1 };

static const gint64 called = G_GINT64_CONSTANT (1795600000000);

static BridgePause *
apply (BridgePause      *pause,
       BridgePauseEvent  event,
       BridgePauseInput  input)
{
  g_autoptr (GError) error = NULL;
  BridgePauseEffects effects;
  BridgePause *next;

  if (input.minutes == 0)
    input.minutes = 20;
  if (input.recovery_hours == 0)
    input.recovery_hours = 48;
  next = bridge_pause_state_apply (pause, event, &input, &effects, &error);
  g_assert_no_error (error);
  return next;
}

/* One that stands at @state, with the present ten minutes later than what brought it there. */
static BridgePause *
make (BridgePauseState  state,
      gint64           *now)
{
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);

  g_object_set (pause, "id", "a-pause", "state", state, NULL);
  *now = called + 10 * MINUTE;
  if (state == BRIDGE_PAUSE_ANOTHER_DAY)
    g_object_set (pause, "return-at", called + 2 * DAY, "other-day", TRUE, NULL);
  if (state >= BRIDGE_PAUSE_RETURN && state != BRIDGE_PAUSE_ANOTHER_DAY)
    *now = called + 30 * MINUTE;
  if (state == BRIDGE_PAUSE_RECOVERY)
    g_object_set (pause, "talk-ended-at", *now - MINUTE, "recovery-until", *now + 2 * DAY, "follow-up-at", *now + DAY, NULL);
  if (state == BRIDGE_PAUSE_REVIEW || state == BRIDGE_PAUSE_CLOSED)
    g_object_set (pause, "talk-ended-at", *now - 2 * HOUR, "recovery-until", *now - HOUR, NULL);
  if (state == BRIDGE_PAUSE_CLOSED)
    g_object_set (pause, "closed-at", *now, NULL);
  return g_steal_pointer (&pause);
}

static void
test_objects (void)
{
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
  g_autoptr (BridgePause) copy = NULL;
  g_autoptr (BridgePauseAnswer) answer = g_object_new (BRIDGE_TYPE_PAUSE_ANSWER, NULL);
  g_autoptr (BridgePauseAnswer) answer_copy = NULL;
  g_autoptr (BridgePauseFollowUp) words = g_object_new (BRIDGE_TYPE_PAUSE_FOLLOW_UP, NULL);
  g_autoptr (BridgePauseFollowUp) words_copy = NULL;
  g_autoptr (BridgeSoothing) soothing = g_object_new (BRIDGE_TYPE_SOOTHING, "person-id", "ada", "text", "Tea", NULL);
  g_autoptr (BridgeSoothing) soothing_copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (121, 'a');

  bridge_test_assert_notifies (pause, "topic", "The holidays", "");
  bridge_test_assert_notifies (pause, "return-at", (gint64) 5, (gint64) 0);
  bridge_test_assert_notifies (pause, "extended", TRUE, FALSE);
  bridge_test_assert_notifies (pause, "state", BRIDGE_PAUSE_REVIEW, BRIDGE_PAUSE_COOLING);
  g_object_set (pause, "id", "a", "first-id", "ada", "turn", 3, "lesson", "Sooner", "closed-at", (gint64) 9, NULL);
  copy = bridge_pause_copy (pause);
  bridge_test_assert_same (pause, copy, NULL);

  bridge_test_assert_notifies (answer, "answer", BRIDGE_READINESS_LONGER, BRIDGE_READINESS_READY);
  g_object_set (answer, "id", "b", "person-id", "ada", "round", 2, NULL);
  answer_copy = bridge_pause_answer_copy (answer);
  bridge_test_assert_same (answer, answer_copy, NULL);

  g_assert_false (bridge_pause_follow_up_validate (words, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  bridge_test_assert_notifies (words, "needs", "Sleep", "Quiet");
  g_assert_true (bridge_pause_follow_up_validate (words, &error));
  words_copy = bridge_pause_follow_up_copy (words);
  bridge_test_assert_same (words, words_copy, NULL);

  g_assert_true (bridge_soothing_validate (soothing, &error));
  soothing_copy = bridge_soothing_copy (soothing);
  bridge_test_assert_same (soothing, soothing_copy, NULL);
  g_object_set (soothing, "text", long_text, NULL);
  g_assert_false (bridge_soothing_validate (soothing, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
}

/* Nothing of a pause says who called it. */
static void
test_nobody (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (BRIDGE_TYPE_PAUSE);
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_CLASS (class), &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_null (strstr (specs[i]->name, "by"));
      g_assert_null (strstr (specs[i]->name, "person"));
      g_assert_null (strstr (specs[i]->name, "caller"));
    }
}

/* Every state and every event: where it leads, or that it is refused ("-"); first as it is with two persons of whom one
 * answers first, then as the second, or solo. */
static void
test_table (void)
{
  static const struct {
    BridgePauseState state;
    const char *first[BRIDGE_PAUSE_EVENT_N];
    const char *second[BRIDGE_PAUSE_EVENT_N];
  } table[] = {
    /* call, take back, set return, extend, another day, answer ready, topic, turn, end talk, set follow-up, follow-up,
     * end recovery, review, close. "!": removed, "+": a new one begins beside it */
    { BRIDGE_PAUSE_COOLING,
      { "cooling", "-", "cooling", "cooling", "another-day", "-", "-", "-", "-", "-", "-", "-", "-", "-" },
      { "cooling", "-", "cooling", "cooling", "another-day", "-", "-", "-", "-", "-", "-", "-", "-", "-" } },
    { BRIDGE_PAUSE_RETURN,
      { "return", "-", "-", "-", "another-day", "return", "-", "-", "-", "-", "-", "-", "-", "closed" },
      { "return", "-", "-", "-", "another-day", "re-entry", "-", "-", "-", "-", "-", "-", "-", "closed" } },
    { BRIDGE_PAUSE_ANOTHER_DAY,
      { "cooling", "-", "-", "-", "another-day", "-", "-", "-", "-", "-", "-", "-", "-", "closed" },
      { "cooling", "-", "-", "-", "another-day", "-", "-", "-", "-", "-", "-", "-", "-", "closed" } },
    { BRIDGE_PAUSE_RE_ENTRY,
      { "cooling", "-", "-", "-", "another-day", "-", "re-entry", "re-entry", "recovery", "-", "-", "-", "-", "closed" },
      { "cooling", "-", "-", "-", "another-day", "-", "re-entry", "re-entry", "recovery", "-", "-", "-", "-", "closed" } },
    { BRIDGE_PAUSE_RECOVERY,
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "recovery", "recovery", "recovery", "-", "closed" },
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "recovery", "recovery", "review", "-", "closed" } },
    { BRIDGE_PAUSE_REVIEW,
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "-", "review", "-", "review", "closed" },
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "-", "review", "-", "review", "closed" } },
    { BRIDGE_PAUSE_CLOSED,
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "closed", "closed" },
      { "closed+", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "closed", "closed" } },
  };

  g_assert_cmpuint (G_N_ELEMENTS (table), ==, N_STATES);
  for (guint s = 0; s < N_STATES; s++)
    for (guint event = 0; event < BRIDGE_PAUSE_EVENT_N; event++)
      for (guint way = 0; way < 3; way++)
        {
          /* Nobody takes turns alone. */
          const char *expected = way == 2 && event == BRIDGE_PAUSE_EVENT_NEXT_TURN ? "-"
                                 : way == 0                                        ? table[s].first[event]
                                                                                   : table[s].second[event];
          gint64 now;
          g_autoptr (BridgePause) pause = make (table[s].state, &now);
          g_autoptr (BridgePause) before = bridge_pause_copy (pause);
          g_autoptr (BridgePause) next = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *result = NULL;
          BridgePauseEffects effects = 0;
          const BridgePauseInput input = {
            .now = now,
            .at = event == BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY ? now + 3 * DAY : now + 12 * HOUR,
            .minutes = 20,
            .recovery_hours = 48,
            .solo = way == 2,
            .answer = BRIDGE_READINESS_READY,
            .other = way == 1 ? BRIDGE_READINESS_READY : BRIDGE_READINESS_NONE,
            .turn = 1,
            .text = "ada",
          };

          next = bridge_pause_state_apply (pause, event, &input, &effects, &error);
          if (next == NULL)
            {
              g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
              result = g_strdup ("-");
            }
          else
            result = g_strconcat (bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, bridge_pause_get_state (next)),
                                  effects & BRIDGE_PAUSE_EFFECT_BEGIN ? "+" : "", NULL);
          g_test_message ("%s, event %u, way %u", bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, table[s].state), event, way);
          g_assert_cmpstr (result, ==, expected);
          bridge_test_assert_same (pause, before, NULL);
        }
}

/* What two answers come to. Whoever answers first: it is the same. */
static void
test_answers (void)
{
  static const struct {
    BridgeReadiness one, other;
    gboolean extended;
    BridgePauseState state;
    gint64 return_after; /* minutes from now; 0: to be chosen; -1: as it was */
  } vectors[] = {
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_READY, FALSE, BRIDGE_PAUSE_RE_ENTRY, -1 },
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_READY, TRUE, BRIDGE_PAUSE_RE_ENTRY, -1 },
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_LONGER, FALSE, BRIDGE_PAUSE_COOLING, 20 },
    { BRIDGE_READINESS_LONGER, BRIDGE_READINESS_LONGER, FALSE, BRIDGE_PAUSE_COOLING, 20 },
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_ANOTHER_DAY, FALSE, BRIDGE_PAUSE_ANOTHER_DAY, 0 },
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_ANOTHER_DAY, TRUE, BRIDGE_PAUSE_ANOTHER_DAY, 0 },
    { BRIDGE_READINESS_LONGER, BRIDGE_READINESS_ANOTHER_DAY, FALSE, BRIDGE_PAUSE_ANOTHER_DAY, 0 },
    { BRIDGE_READINESS_ANOTHER_DAY, BRIDGE_READINESS_ANOTHER_DAY, FALSE, BRIDGE_PAUSE_ANOTHER_DAY, 0 },
    { BRIDGE_READINESS_READY, BRIDGE_READINESS_NONE, FALSE, BRIDGE_PAUSE_RETURN, -1 },
    { BRIDGE_READINESS_LONGER, BRIDGE_READINESS_NONE, FALSE, BRIDGE_PAUSE_RETURN, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (guint swapped = 0; swapped < 2; swapped++)
      {
        gint64 now;
        g_autoptr (BridgePause) pause = make (BRIDGE_PAUSE_RETURN, &now);
        g_autoptr (BridgePause) next = NULL;

        if (swapped && vectors[i].other == BRIDGE_READINESS_NONE)
          continue;
        g_object_set (pause, "extended", vectors[i].extended, NULL);
        next = apply (pause, BRIDGE_PAUSE_EVENT_ANSWER,
                      (BridgePauseInput) { .now = now,
                                           .answer = swapped ? vectors[i].other : vectors[i].one,
                                           .other = swapped ? vectors[i].one : vectors[i].other });
        g_assert_cmpint (bridge_pause_get_state (next), ==, vectors[i].state);
        if (vectors[i].return_after >= 0)
          {
            g_assert_cmpint (bridge_pause_get_return_at (next), ==,
                             vectors[i].return_after > 0 ? now + vectors[i].return_after * MINUTE : 0);
            g_assert_cmpint (bridge_pause_get_round (next), ==, bridge_pause_get_round (pause) + 1);
          }
      }
}

/* Longer once, then another day; a new time to calm down has its own. */
static void
test_longer (void)
{
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 30, BRIDGE_PAUSE_COOLING);
  g_autoptr (BridgePause) longer = NULL;
  g_autoptr (BridgePause) asked = NULL;
  g_autoptr (BridgePause) talk = NULL;
  g_autoptr (BridgePause) again = NULL;
  g_autoptr (GError) error = NULL;
  BridgePauseInput input = { .now = called + 5 * MINUTE, .minutes = 30 };
  BridgePauseEffects effects;

  longer = apply (pause, BRIDGE_PAUSE_EVENT_EXTEND, input);
  g_assert_cmpint (bridge_pause_get_return_at (longer), ==, called + 60 * MINUTE);
  g_assert_null (bridge_pause_state_apply (longer, BRIDGE_PAUSE_EVENT_EXTEND, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  /* Nobody cuts short what somebody needed. */
  input.at = called + 45 * MINUTE;
  g_assert_null (bridge_pause_state_apply (longer, BRIDGE_PAUSE_EVENT_SET_RETURN, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);

  asked = bridge_pause_state_advance (longer, called + 60 * MINUTE, NULL);
  g_assert_cmpint (bridge_pause_get_state (asked), ==, BRIDGE_PAUSE_RETURN);
  input = (BridgePauseInput) { .now = called + 61 * MINUTE, .minutes = 30, .answer = BRIDGE_READINESS_LONGER };
  g_assert_null (bridge_pause_state_apply (asked, BRIDGE_PAUSE_EVENT_ANSWER, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  talk = apply (asked, BRIDGE_PAUSE_EVENT_ANSWER,
                (BridgePauseInput) { .now = called + 61 * MINUTE, .answer = BRIDGE_READINESS_READY,
                                     .other = BRIDGE_READINESS_READY });
  again = apply (talk, BRIDGE_PAUSE_EVENT_CALL, (BridgePauseInput) { .now = called + 70 * MINUTE, .minutes = 30 });
  g_assert_cmpint (bridge_pause_get_state (again), ==, BRIDGE_PAUSE_COOLING);
  g_assert_false (bridge_pause_get_extended (again));
  g_assert_cmpint (bridge_pause_get_return_at (again), ==, called + 100 * MINUTE);
  g_assert_cmpint (bridge_pause_get_called_at (again), ==, called);
}

static void
test_return_range (void)
{
  static const struct {
    gint64 now, at; /* minutes after the call */
    gboolean fine;
  } vectors[] = {
    { 5, 20, TRUE },
    { 5, 19, FALSE },
    { 5, 24 * 60, TRUE },
    { 5, 24 * 60 + 1, FALSE },
    { 15, 14, FALSE },
    { -60, -41, FALSE }, /* the clock was put back by an hour */
    { -60, -40, TRUE },
    { -60, 24 * 60 - 60, TRUE },
    { -60, 24 * 60 - 59, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
      const BridgePauseInput input = { .now = called + vectors[i].now * MINUTE, .at = called + vectors[i].at * MINUTE };
      BridgePauseEffects effects;
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgePause) next =
        bridge_pause_state_apply (pause, BRIDGE_PAUSE_EVENT_SET_RETURN, &input, &effects, &error);

      g_test_message ("%u", i);
      g_assert_cmpint (next != NULL, ==, vectors[i].fine);
      if (next == NULL)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
      else
        g_assert_cmpint (bridge_pause_get_return_at (next), ==, input.at);
    }
}

/* Of two, one alone makes what stands later, never sooner: the slower one sets the pace. Who is alone is free. */
static void
test_pace (void)
{
  static const struct {
    BridgePauseState state;
    BridgePauseEvent event;
    gint64 stands;   /* minutes after the call; 0: nothing does */
    gint64 day;      /* minutes after the call, which the pause interrupted; 0: none */
    gint64 now, at;  /* minutes after the call */
    gboolean two, solo;
  } vectors[] = {
    /* What was not chosen yet, later and sooner. */
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 91, TRUE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 90, TRUE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 89, FALSE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 0, 20, FALSE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 24 * 60, TRUE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 24 * 60 + 1, FALSE, FALSE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, 5, 19, FALSE, FALSE },
    /* The clock was put right by some seconds, which is no way to set the other one's pace. */
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, -1, 89, FALSE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, -1, 90, TRUE, TRUE },
    /* The clock was put back by an hour. */
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_RETURN, 90, 0, -60, -40, TRUE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 0, 5, 2880, TRUE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 0, 5, 89, FALSE, FALSE },
    /* A pause that was called while another day stood is no way around it. */
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 4320, 5, 2880, FALSE, TRUE },
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 4320, 5, 4320, TRUE, TRUE },
    { BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 4320, 91, 2880, FALSE, TRUE },
    { BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 4320, 91, 5000, TRUE, TRUE },
    { BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 0, 91, 2880, TRUE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 0, 0, 91, 2880, TRUE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 4320, 0, 91, 4319, FALSE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 4320, 0, 91, 4320, TRUE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 4320, 0, 91, 5000, TRUE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 4320, 0, 91, 91 + 31 * 1440, TRUE, TRUE },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 4320, 0, 91, 92 + 31 * 1440, FALSE, FALSE },
    /* The clock was a year ahead when the day was chosen. */
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 365 * 1440, 0, 91, 2880, TRUE, TRUE },
    { BRIDGE_PAUSE_RE_ENTRY, BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY, 90, 0, 120, 1440, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (guint solo = 0; solo < 2; solo++)
      {
        gint64 unused;
        g_autoptr (BridgePause) pause = make (vectors[i].state, &unused);
        g_autoptr (BridgePause) next = NULL;
        g_autoptr (GError) error = NULL;
        const BridgePauseInput input = {
          .now = called + vectors[i].now * MINUTE,
          .at = called + vectors[i].at * MINUTE,
          .solo = solo,
        };
        BridgePauseEffects effects;

        g_object_set (pause, "return-at", vectors[i].stands > 0 ? called + vectors[i].stands * MINUTE : 0, NULL);
        if (vectors[i].day > 0)
          g_object_set (pause,
                        "interrupted", BRIDGE_PAUSE_ANOTHER_DAY,
                        "interrupted-return-at", called + vectors[i].day * MINUTE,
                        NULL);
        next = bridge_pause_state_apply (pause, vectors[i].event, &input, &effects, &error);
        g_test_message ("%u, solo %u", i, solo);
        g_assert_cmpint (next != NULL, ==, solo ? vectors[i].solo : vectors[i].two);
        if (next == NULL)
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
        else
          g_assert_cmpint (bridge_pause_get_return_at (next), ==, input.at);
      }
}

/* A mistake in the first minute is mended by taking the pause back and calling it again. */
static void
test_first_minute (void)
{
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
  g_autoptr (BridgePause) wrong =
    apply (pause, BRIDGE_PAUSE_EVENT_SET_RETURN, (BridgePauseInput) { .now = called + 30000, .at = called + 20 * HOUR });

  g_assert_cmpint (bridge_pause_get_return_at (wrong), ==, called + 20 * HOUR);
  g_assert_true (bridge_pause_state_can_take_back (wrong, called + 50000));
}

/* What one of the two is speaking about is not exchanged for something else. */
static void
test_topic (void)
{
  static const struct {
    const char *present, *text;
    int turn;
    gboolean fine;
  } vectors[] = {
    { "", "Money", 0, TRUE },      { "Money", "The dog", 0, TRUE },  { "", "Money", 2, TRUE },
    { "Money", "The dog", 1, FALSE }, { "Money", "", 3, FALSE },     { "Money", "Money", 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      gint64 now;
      g_autoptr (BridgePause) pause = make (BRIDGE_PAUSE_RE_ENTRY, &now);
      g_autoptr (BridgePause) next = NULL;
      g_autoptr (GError) error = NULL;
      const BridgePauseInput input = { .now = now, .text = vectors[i].text };
      BridgePauseEffects effects;

      g_object_set (pause, "topic", vectors[i].present, "turn", vectors[i].turn, NULL);
      next = bridge_pause_state_apply (pause, BRIDGE_PAUSE_EVENT_SET_TOPIC, &input, &effects, &error);
      g_test_message ("%u", i);
      g_assert_cmpint (next != NULL, ==, vectors[i].fine);
      if (next == NULL)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      else
        g_assert_cmpstr (bridge_pause_get_topic (next), ==, vectors[i].text);
    }
}

static void
test_take_back (void)
{
  static const BridgePauseState interrupted[] = { BRIDGE_PAUSE_RE_ENTRY, BRIDGE_PAUSE_ANOTHER_DAY };
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
  g_autoptr (BridgePause) gone = NULL;
  g_autoptr (GError) error = NULL;
  BridgePauseInput input = { .now = called + MINUTE };
  BridgePauseEffects effects;

  gone = bridge_pause_state_apply (pause, BRIDGE_PAUSE_EVENT_TAKE_BACK, &input, &effects, &error);
  g_assert_no_error (error);
  g_assert_cmpint (effects, ==, BRIDGE_PAUSE_EFFECT_REMOVE);
  input.now++;
  g_assert_null (bridge_pause_state_apply (pause, BRIDGE_PAUSE_EVENT_TAKE_BACK, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);

  for (guint i = 0; i < G_N_ELEMENTS (interrupted); i++)
    {
      gint64 now;
      g_autoptr (BridgePause) before = make (interrupted[i], &now);
      g_autoptr (BridgePause) again = NULL;
      g_autoptr (BridgePause) back = NULL;

      g_object_set (before, "turn", 3, "turn-started-at", now, "topic", "Money", NULL);
      again = apply (before, BRIDGE_PAUSE_EVENT_CALL, (BridgePauseInput) { .now = now });
      back = apply (again, BRIDGE_PAUSE_EVENT_TAKE_BACK, (BridgePauseInput) { .now = now + 1000 });
      g_assert_cmpint (bridge_pause_get_state (back), ==, interrupted[i]);
      g_assert_cmpint (bridge_pause_get_return_at (back), ==, bridge_pause_get_return_at (before));
      g_assert_cmpint (bridge_pause_get_other_day (back), ==, bridge_pause_get_other_day (before));
      g_assert_cmpint (bridge_pause_get_turn (back), ==, 3);
      g_assert_cmpstr (bridge_pause_get_topic (back), ==, "Money");
    }
}

/* Time moves it to "ready?" and to the review, never further, and back when the clock was ahead. */
static void
test_advance (void)
{
  static const struct {
    BridgePauseState state, later, put_right;
  } vectors[] = {
    { BRIDGE_PAUSE_COOLING, BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_COOLING },
    { BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_RETURN },
    { BRIDGE_PAUSE_ANOTHER_DAY, BRIDGE_PAUSE_RETURN, BRIDGE_PAUSE_ANOTHER_DAY },
    { BRIDGE_PAUSE_RE_ENTRY, BRIDGE_PAUSE_RE_ENTRY, BRIDGE_PAUSE_RE_ENTRY },
    { BRIDGE_PAUSE_RECOVERY, BRIDGE_PAUSE_REVIEW, BRIDGE_PAUSE_RECOVERY },
    { BRIDGE_PAUSE_REVIEW, BRIDGE_PAUSE_REVIEW, BRIDGE_PAUSE_REVIEW },
    { BRIDGE_PAUSE_CLOSED, BRIDGE_PAUSE_CLOSED, BRIDGE_PAUSE_CLOSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      gint64 now;
      g_autoptr (BridgePause) pause = make (vectors[i].state, &now);
      g_autoptr (BridgePause) same = bridge_pause_state_advance (pause, now, NULL);
      g_autoptr (BridgePause) later = NULL;
      g_autoptr (BridgePause) back = NULL;
      gboolean moved;

      bridge_test_assert_same (pause, same, NULL);
      later = bridge_pause_state_advance (pause, now + 3650 * DAY, &moved);
      g_assert_cmpint (bridge_pause_get_state (later), ==, vectors[i].later);
      g_assert_cmpint (moved, ==, vectors[i].later != vectors[i].state);
      bridge_test_assert_same (pause, later, "state");
      back = bridge_pause_state_advance (later, now, NULL);
      g_assert_cmpint (bridge_pause_get_state (back), ==, vectors[i].put_right);
    }
}

/* A clock that is put right by some seconds does not take a question back. */
static void
test_slack (void)
{
  g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
  g_autoptr (BridgePause) asked = bridge_pause_state_advance (pause, called + 20 * MINUTE, NULL);
  gboolean moved;
  g_autoptr (BridgePause) same = bridge_pause_state_advance (asked, called + 20 * MINUTE - 30000, &moved);

  g_assert_cmpint (bridge_pause_get_state (asked), ==, BRIDGE_PAUSE_RETURN);
  g_assert_false (moved);
  g_assert_cmpint (bridge_pause_get_state (same), ==, BRIDGE_PAUSE_RETURN);
  g_assert_cmpint (bridge_pause_state_get_next (pause), ==, called + 20 * MINUTE);
  g_assert_cmpint (bridge_pause_state_get_next (asked), ==, BRIDGE_PAUSE_NEVER);
}

static void
test_turns (void)
{
  gint64 now;
  g_autoptr (BridgePause) pause = make (BRIDGE_PAUSE_RE_ENTRY, &now);
  g_autoptr (BridgePause) first = NULL;
  g_autoptr (BridgePause) twice = NULL;
  g_autoptr (BridgePause) second = NULL;
  g_autoptr (GError) error = NULL;
  BridgePauseInput input = { .now = now, .turn = 3 };
  BridgePauseEffects effects;

  g_assert_cmpint (bridge_pause_state_get_turn_left (pause, now), ==, 0);
  first = apply (pause, BRIDGE_PAUSE_EVENT_NEXT_TURN, (BridgePauseInput) { .now = now, .turn = 1, .text = "ben" });
  g_assert_cmpint (bridge_pause_state_get_turn_left (first, now + 30000), ==, 90000);
  g_assert_cmpint (bridge_pause_state_get_turn_left (first, now - HOUR), ==, 120000);
  g_assert_cmpint (bridge_pause_state_get_turn_left (first, now + HOUR), ==, 0);

  /* Two windows press at once. */
  twice = apply (first, BRIDGE_PAUSE_EVENT_NEXT_TURN, (BridgePauseInput) { .now = now + 500, .turn = 1, .text = "ada" });
  bridge_test_assert_same (first, twice, NULL);
  second = apply (first, BRIDGE_PAUSE_EVENT_NEXT_TURN, (BridgePauseInput) { .now = now + 500, .turn = 2, .text = "ada" });
  g_assert_cmpstr (bridge_pause_get_first_id (second), ==, "ben");
  g_assert_cmpint (bridge_pause_get_turn (second), ==, 2);
  g_assert_null (bridge_pause_state_apply (pause, BRIDGE_PAUSE_EVENT_NEXT_TURN, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
}

static void
test_recovery (void)
{
  gint64 now;
  g_autoptr (BridgePause) talk = make (BRIDGE_PAUSE_RE_ENTRY, &now);
  BridgePauseInput input = { .now = now, .at = now + DAY, .recovery_hours = 0 };
  BridgePauseEffects effects;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePause) none = bridge_pause_state_apply (talk, BRIDGE_PAUSE_EVENT_END_TALK, &input, &effects, &error);
  g_autoptr (BridgePause) stays = NULL;
  g_autoptr (BridgePause) half_a_day = NULL;
  g_autoptr (BridgePause) window = NULL;
  g_autoptr (BridgePause) over = NULL;
  g_autoptr (BridgePause) still_over = NULL;

  /* Without a window. */
  g_assert_cmpint (bridge_pause_get_state (none), ==, BRIDGE_PAUSE_REVIEW);
  g_assert_cmpint (bridge_pause_get_follow_up_at (none), ==, 0);
  stays = bridge_pause_state_advance (none, now - HOUR, NULL);
  g_assert_cmpint (bridge_pause_get_state (stays), ==, BRIDGE_PAUSE_REVIEW);

  /* The follow-up lies within it. */
  half_a_day = apply (talk, BRIDGE_PAUSE_EVENT_END_TALK,
                      (BridgePauseInput) { .now = now, .at = now + DAY, .recovery_hours = 12 });
  g_assert_cmpint (bridge_pause_get_follow_up_at (half_a_day), ==, now + 12 * HOUR);
  window = apply (talk, BRIDGE_PAUSE_EVENT_END_TALK,
                  (BridgePauseInput) { .now = now, .at = now + DAY, .recovery_hours = 48 });
  g_assert_cmpint (bridge_pause_get_follow_up_at (window), ==, now + DAY);
  g_assert_cmpint (bridge_pause_get_recovery_until (window), ==, now + 2 * DAY);
  input.at = now + 3 * DAY;
  g_assert_null (bridge_pause_state_apply (window, BRIDGE_PAUSE_EVENT_SET_FOLLOW_UP, &input, &effects, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);

  /* What both ended stays so, also when the clock is put back. */
  over = apply (window, BRIDGE_PAUSE_EVENT_END_RECOVERY,
                (BridgePauseInput) { .now = now + HOUR, .other = BRIDGE_READINESS_READY });
  still_over = bridge_pause_state_advance (over, now - DAY, NULL);
  g_assert_cmpint (bridge_pause_get_state (still_over), ==, BRIDGE_PAUSE_REVIEW);
}

static void
assert_invariants (BridgePause *pause,
                   gint64       now)
{
  BridgePauseState state = bridge_pause_get_state (pause);
  gint64 return_at = bridge_pause_get_return_at (pause);
  gint64 since = bridge_pause_get_cooling_since (pause);

  g_assert_cmpint (bridge_pause_get_round (pause), >=, 1);
  g_assert_cmpstr (bridge_pause_get_id (pause), ==, "a-pause");
  if (state == BRIDGE_PAUSE_COOLING)
    {
      g_assert_cmpint (return_at, >=, since + 20 * MINUTE);
      g_assert_cmpint (return_at, <=, since + 2 * DAY);
      g_assert_false (bridge_pause_get_other_day (pause));
    }
  if (state == BRIDGE_PAUSE_ANOTHER_DAY)
    {
      g_assert_true (bridge_pause_get_other_day (pause));
      g_assert_false (bridge_pause_get_extended (pause));
    }
  if (state == BRIDGE_PAUSE_RE_ENTRY)
    g_assert_cmpint (bridge_pause_get_turn (pause), >=, 0);
  if (state == BRIDGE_PAUSE_RECOVERY)
    {
      /* By a clock that was put back since, it may lie before the end of the talk. */
      g_assert_cmpint (bridge_pause_get_follow_up_at (pause), >, 0);
      g_assert_cmpint (bridge_pause_get_follow_up_at (pause), <=, bridge_pause_get_recovery_until (pause));
    }
  g_assert_cmpint (state == BRIDGE_PAUSE_CLOSED, ==, bridge_pause_get_closed_at (pause) != 0);
}

/* From wherever it stands, it can be closed: at once, or when the time to calm down is over. */
static void
assert_not_stuck (BridgePause *pause,
                  gint64       now)
{
  g_autoptr (BridgePause) waited = bridge_pause_copy (pause);
  g_autoptr (BridgePause) closed = NULL;

  if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_COOLING)
    {
      g_clear_object (&waited);
      waited = bridge_pause_state_advance (pause, bridge_pause_state_get_next (pause), NULL);
    }
  closed = apply (waited, BRIDGE_PAUSE_EVENT_CLOSE, (BridgePauseInput) { .now = now });
  g_assert_cmpint (bridge_pause_get_state (closed), ==, BRIDGE_PAUSE_CLOSED);
}

/* Anything may happen, at any time, under a clock that jumps. */
static void
test_walk (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261126);

  for (guint walk = 0; walk < 400; walk++)
    {
      g_autoptr (BridgePause) pause = bridge_pause_state_begin (called, 20, BRIDGE_PAUSE_COOLING);
      gint64 now = called;

      g_object_set (pause, "id", "a-pause", NULL);
      for (guint step = 0; step < 120; step++)
        {
          g_autoptr (BridgePause) current = NULL;
          g_autoptr (BridgePause) next = NULL;
          g_autoptr (GError) error = NULL;
          BridgePauseEffects effects;
          BridgePauseInput input;
          BridgePauseEvent event = g_rand_int_range (chance, 0, BRIDGE_PAUSE_EVENT_N);
          BridgePauseState was;

          /* Closing is what ends a walk, so it is rarer than the rest. */
          if (event == BRIDGE_PAUSE_EVENT_CLOSE && g_rand_int_range (chance, 0, 8) != 0)
            event = BRIDGE_PAUSE_EVENT_ANSWER;
          now += g_rand_int_range (chance, 0, 10) == 0 ? g_rand_int_range (chance, -3 * 1440, 4 * 1440) * MINUTE
                                                    : g_rand_int_range (chance, 0, 15) * MINUTE;
          current = bridge_pause_state_advance (pause, now, NULL);
          assert_invariants (current, now);
          was = bridge_pause_get_state (current);
          input = (BridgePauseInput) {
            .now = now,
            .at = now + g_rand_int_range (chance, -60, 40 * 1440) * MINUTE,
            .minutes = 20 + g_rand_int_range (chance, 0, 1421),
            .recovery_hours = g_rand_int_range (chance, 0, 169),
            .solo = g_rand_boolean (chance),
            .answer = g_rand_int_range (chance, 0, 4),
            .other = g_rand_int_range (chance, 0, 4),
            .turn = bridge_pause_get_turn (current) + g_rand_int_range (chance, 0, 3),
            .text = "ada",
          };
          next = bridge_pause_state_apply (current, event, &input, &effects, &error);
          if (next == NULL)
            {
              g_assert_nonnull (error);
              assert_not_stuck (current, now);
              g_set_object (&pause, current);
              continue;
            }
          assert_invariants (next, now);
          assert_not_stuck (next, now);
          /* Nothing but answers, or taking a new pause back, leads to the talk. */
          if (bridge_pause_get_state (next) == BRIDGE_PAUSE_RE_ENTRY && was != BRIDGE_PAUSE_RE_ENTRY)
            g_assert_true ((was == BRIDGE_PAUSE_RETURN && event == BRIDGE_PAUSE_EVENT_ANSWER) ||
                           (was == BRIDGE_PAUSE_COOLING && event == BRIDGE_PAUSE_EVENT_TAKE_BACK));
          if (bridge_pause_get_state (next) == BRIDGE_PAUSE_CLOSED || (effects & BRIDGE_PAUSE_EFFECT_REMOVE))
            break;
          g_set_object (&pause, next);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pause/objects", test_objects);
  g_test_add_func ("/pause/nobody", test_nobody);
  g_test_add_func ("/pause/table", test_table);
  g_test_add_func ("/pause/answers", test_answers);
  g_test_add_func ("/pause/longer", test_longer);
  g_test_add_func ("/pause/return-range", test_return_range);
  g_test_add_func ("/pause/pace", test_pace);
  g_test_add_func ("/pause/first-minute", test_first_minute);
  g_test_add_func ("/pause/topic", test_topic);
  g_test_add_func ("/pause/take-back", test_take_back);
  g_test_add_func ("/pause/advance", test_advance);
  g_test_add_func ("/pause/slack", test_slack);
  g_test_add_func ("/pause/turns", test_turns);
  g_test_add_func ("/pause/recovery", test_recovery);
  g_test_add_func ("/pause/walk", test_walk);
  return g_test_run ();
}
