/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-check-in.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

#define TODAY (20000 * BRIDGE_DAY)

static void
test_copy (void)
{
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new ("ada", TODAY);
  g_autoptr (BridgeCheckInRound) round = bridge_check_in_round_new ();
  g_autoptr (BridgeCheckIn) copy = NULL;
  g_autoptr (BridgeCheckInRound) round_copy = NULL;

  bridge_test_assert_notifies (check_in, "mood", 4, 0);
  bridge_test_assert_notifies (check_in, "words", "A long day", "");
  bridge_test_assert_notifies (check_in, "ready", TRUE, FALSE);
  bridge_test_assert_notifies (round, "state", BRIDGE_ROUND_OPENED, BRIDGE_ROUND_WAITING);
  g_object_set (check_in, "id", "an-id", "shown-to", "ben", "round-id", "a-round", "updated-at", (gint64) 3, NULL);
  bridge_check_in_set_step (check_in, BRIDGE_SCALE_TALKING, 5);
  copy = bridge_check_in_copy (check_in);
  bridge_test_assert_same (check_in, copy, NULL);
  g_object_set (round, "id", "a-round", "created-at", (gint64) 2, NULL);
  round_copy = bridge_check_in_round_copy (round);
  bridge_test_assert_same (round, round_copy, NULL);
}

/* Number and word of each scale go where they belong, and a word stays as it was chosen. */
static void
test_steps (void)
{
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new ("ada", TODAY);

  g_assert_true (bridge_check_in_is_empty (check_in));
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    {
      g_assert_cmpint (bridge_check_in_get_step (check_in, scale), ==, 0);
      g_assert_cmpstr (bridge_check_in_get_word (check_in, scale), ==, "");
      bridge_check_in_set_step (check_in, scale, (int) scale + 1);
    }
  g_assert_cmpint (bridge_check_in_get_mood (check_in), ==, 1);
  g_assert_cmpstr (bridge_check_in_get_mood_word (check_in), ==, "Heavy");
  g_assert_cmpint (bridge_check_in_get_energy (check_in), ==, 2);
  g_assert_cmpstr (bridge_check_in_get_energy_word (check_in), ==, "Tired");
  g_assert_cmpint (bridge_check_in_get_closeness (check_in), ==, 3);
  g_assert_cmpstr (bridge_check_in_get_closeness_word (check_in), ==, "Beside");
  g_assert_cmpint (bridge_check_in_get_talking (check_in), ==, 4);
  g_assert_cmpstr (bridge_check_in_get_talking_word (check_in), ==, "Easier");

  g_object_set (check_in, "mood-word", "Schwer", NULL);
  bridge_check_in_set_step (check_in, BRIDGE_SCALE_MOOD, 1);
  g_assert_cmpstr (bridge_check_in_get_word (check_in, BRIDGE_SCALE_MOOD), ==, "Schwer");
  bridge_check_in_set_step (check_in, BRIDGE_SCALE_MOOD, 0);
  g_assert_cmpstr (bridge_check_in_get_word (check_in, BRIDGE_SCALE_MOOD), ==, "");
  g_assert_false (bridge_check_in_is_empty (check_in));
}

static void
test_validate (void)
{
  g_autofree char *long_words = g_strnfill (BRIDGE_CHECK_IN_WORDS_MAX, 'a');
  g_autofree char *too_long = g_strnfill (BRIDGE_CHECK_IN_WORDS_MAX + 1, 'a');
  const struct {
    int mood;
    const char *word;
    const char *words;
    BridgeLocal on;
    int code; /* 0: fine */
  } vectors[] = {
    { 1, "Heavy", "", TODAY, 0 },
    { 5, "Bright", "A long day", TODAY, 0 },
    { 0, "", "Only words", TODAY, 0 },
    { 0, "", long_words, TODAY, 0 },
    { 0, "", too_long, TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { 0, "", "", TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { 6, "Brighter", "", TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { -1, "Heavier", "", TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { 3, "", "", TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { 0, "Heavy", "Words", TODAY, BRIDGE_ERROR_INVALID_VALUE },
    { 1, "Heavy", "", TODAY + BRIDGE_HOUR, BRIDGE_ERROR_INVALID_DATE },
    { 1, "Heavy", "", BRIDGE_LOCAL_NONE, BRIDGE_ERROR_INVALID_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new ("ada", vectors[i].on);
      g_autoptr (GError) error = NULL;

      g_object_set (check_in, "mood", vectors[i].mood, "mood-word", vectors[i].word, "words", vectors[i].words, NULL);
      g_assert_cmpint (bridge_check_in_validate (check_in, &error), ==, vectors[i].code == 0);
      if (vectors[i].code != 0)
        g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }
}

/* Every pair of sides with every event. */
static void
test_round (void)
{
  enum { NOTHING = BRIDGE_ROUND_SIDE_NOTHING, WRITTEN = BRIDGE_ROUND_SIDE_WRITTEN, READY = BRIDGE_ROUND_SIDE_READY, NO = -1 };
  static const int next[BRIDGE_N_ROUND_SIDES][BRIDGE_N_ROUND_EVENTS] = {
    /* write, ready, not yet, take back */
    [NOTHING] = { WRITTEN, NO, NO, NO },
    [WRITTEN] = { WRITTEN, READY, WRITTEN, NOTHING },
    [READY] = { WRITTEN, READY, WRITTEN, NOTHING },
  };

  for (int own = 0; own < BRIDGE_N_ROUND_SIDES; own++)
    for (int other = 0; other < BRIDGE_N_ROUND_SIDES; other++)
      for (int event = 0; event < BRIDGE_N_ROUND_EVENTS; event++)
        {
          BridgeRoundSide side = 99;
          BridgeRoundState state = 99;
          g_autoptr (GError) error = NULL;
          gboolean done = bridge_round_step (BRIDGE_ROUND_WAITING, own, other, event, &side, &state, &error);

          if (next[own][event] == NO)
            {
              g_assert_false (done);
              g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
              g_assert_cmpint (side, ==, 99);
              g_assert_cmpint (state, ==, 99);
              continue;
            }
          g_assert_no_error (error);
          g_assert_true (done);
          g_assert_cmpint (side, ==, next[own][event]);
          g_assert_cmpint (state, ==,
                           event == BRIDGE_ROUND_EVENT_READY && other == READY ? BRIDGE_ROUND_OPENED : BRIDGE_ROUND_WAITING);
          /* What was opened is not written, nor closed, again. */
          g_assert_false (bridge_round_step (BRIDGE_ROUND_OPENED, own, other, event, &side, &state, &error));
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
        }
}

/* What is refused, and why, is the same whatever the other one has done. */
static void
test_round_tells_nothing (void)
{
  for (int own = 0; own < BRIDGE_N_ROUND_SIDES; own++)
    for (int event = 0; event < BRIDGE_N_ROUND_EVENTS; event++)
      {
        g_autofree char *said = NULL;

        for (int other = 0; other < BRIDGE_N_ROUND_SIDES; other++)
          {
            BridgeRoundSide side;
            BridgeRoundState state;
            g_autoptr (GError) error = NULL;
            gboolean done = bridge_round_step (BRIDGE_ROUND_WAITING, own, other, event, &side, &state, &error);
            g_autofree char *answer = g_strdup_printf ("%d %d %s", done, done ? (int) side : -1, error != NULL ? error->message : "");

            if (said == NULL)
              said = g_steal_pointer (&answer);
            else
              g_assert_cmpstr (answer, ==, said);
          }
      }
}

static void
test_side (void)
{
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new ("ada", TODAY);

  g_assert_cmpint (bridge_check_in_get_side (NULL, TODAY), ==, BRIDGE_ROUND_SIDE_NOTHING);
  g_assert_cmpint (bridge_check_in_get_side (check_in, TODAY), ==, BRIDGE_ROUND_SIDE_WRITTEN);
  g_object_set (check_in, "ready", TRUE, NULL);
  g_assert_cmpint (bridge_check_in_get_side (check_in, TODAY), ==, BRIDGE_ROUND_SIDE_READY);
  g_assert_cmpint (bridge_check_in_get_side (check_in, TODAY + BRIDGE_DAY), ==, BRIDGE_ROUND_SIDE_WRITTEN);
  g_assert_cmpint (bridge_check_in_get_side (check_in, TODAY - BRIDGE_DAY), ==, BRIDGE_ROUND_SIDE_WRITTEN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check-in/copy", test_copy);
  g_test_add_func ("/check-in/steps", test_steps);
  g_test_add_func ("/check-in/validate", test_validate);
  g_test_add_func ("/check-in/round", test_round);
  g_test_add_func ("/check-in/round-tells-nothing", test_round_tells_nothing);
  g_test_add_func ("/check-in/side", test_side);

  return g_test_run ();
}
