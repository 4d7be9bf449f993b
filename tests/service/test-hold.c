/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-hold.h"
#include "bridge-local.h"

#define HOUR (60 * BRIDGE_MS_PER_MINUTE)
#define NOW G_GINT64_CONSTANT (1764000000000)

/* What each state holds back, and until when at the latest. */
static void
test_states (void)
{
  static const struct {
    BridgePauseState state;
    gint64 return_at, turn_started_at, recovery_until;
    BridgeHold hold;
    gint64 until;
  } vectors[] = {
    { BRIDGE_PAUSE_COOLING, NOW + HOUR, 0, 0, BRIDGE_HOLD_ALL, NOW + 25 * HOUR },
    { BRIDGE_PAUSE_RETURN, NOW - HOUR, 0, 0, BRIDGE_HOLD_ALL, NOW + 23 * HOUR },
    { BRIDGE_PAUSE_RETURN, NOW - 24 * HOUR, 0, 0, BRIDGE_HOLD_NONE, 0 },
    { BRIDGE_PAUSE_RE_ENTRY, NOW - HOUR, 0, 0, BRIDGE_HOLD_ALL, NOW + 23 * HOUR },
    { BRIDGE_PAUSE_RE_ENTRY, NOW - 48 * HOUR, NOW - HOUR, 0, BRIDGE_HOLD_ALL, NOW + 23 * HOUR },
    { BRIDGE_PAUSE_ANOTHER_DAY, NOW + 48 * HOUR, 0, 0, BRIDGE_HOLD_SOME, NOW + 72 * HOUR },
    { BRIDGE_PAUSE_ANOTHER_DAY, NOW - 48 * HOUR, 0, 0, BRIDGE_HOLD_NONE, 0 },
    { BRIDGE_PAUSE_RECOVERY, NOW - HOUR, 0, NOW + HOUR, BRIDGE_HOLD_SOME, NOW + HOUR },
    { BRIDGE_PAUSE_RECOVERY, NOW - HOUR, 0, NOW, BRIDGE_HOLD_NONE, 0 },
    { BRIDGE_PAUSE_REVIEW, NOW - HOUR, 0, NOW + HOUR, BRIDGE_HOLD_NONE, 0 },
    { BRIDGE_PAUSE_CLOSED, NOW + HOUR, 0, NOW + HOUR, BRIDGE_HOLD_NONE, 0 },
  };
  gint64 until = 1;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE,
                                                    "state", vectors[i].state,
                                                    "return-at", vectors[i].return_at,
                                                    "turn-started-at", vectors[i].turn_started_at,
                                                    "recovery-until", vectors[i].recovery_until,
                                                    NULL);

      g_assert_cmpint (bridge_hold_get (pause, NOW, &until), ==, vectors[i].hold);
      g_assert_cmpint (until, ==, vectors[i].until);
    }
  g_assert_cmpint (bridge_hold_get (NULL, NOW, &until), ==, BRIDGE_HOLD_NONE);
  g_assert_cmpint (until, ==, 0);
}

/* What was held back, and until when, as the rows of two pauses say long afterwards. */
static void
test_find_end (void)
{
  static const struct {
    gint64 at; /* hours from the first call */
    gint64 end, end_in_recovery;
  } vectors[] = {
    { -1, -1, -1 },
    { 0, 50, 2 },    /* the talk ended after two hours, the recovery window 48 later */
    { 1, 50, 2 },
    { 2, 50, 2 },
    { 49, 50, 49 },
    { 50, 50, 50 },
    { 99, 99, 99 },
    { 100, 101, 101 }, /* closed after an hour without a talk */
    { 101, 101, 101 },
    { 200, 224, 200 }, /* put off to another day, which nobody came back to */
    { 223, 224, 223 },
    { 224, 224, 224 },
  };
  g_autoptr (GListStore) pauses = g_list_store_new (BRIDGE_TYPE_PAUSE);
  g_autoptr (BridgePause) first = g_object_new (BRIDGE_TYPE_PAUSE, "state", BRIDGE_PAUSE_CLOSED, "called-at", NOW,
                                                "return-at", NOW + HOUR, "talk-ended-at", NOW + 2 * HOUR,
                                                "recovery-until", NOW + 50 * HOUR, "closed-at", NOW + 60 * HOUR, NULL);
  g_autoptr (BridgePause) second = g_object_new (BRIDGE_TYPE_PAUSE, "state", BRIDGE_PAUSE_CLOSED, "called-at", NOW + 100 * HOUR,
                                                 "return-at", NOW + 102 * HOUR, "closed-at", NOW + 101 * HOUR, NULL);
  g_autoptr (BridgePause) third = g_object_new (BRIDGE_TYPE_PAUSE, "state", BRIDGE_PAUSE_ANOTHER_DAY,
                                                "called-at", NOW + 200 * HOUR, "return-at", NOW + 200 * HOUR, "other-day", TRUE,
                                                NULL);

  g_list_store_append (pauses, third);
  g_list_store_append (pauses, second);
  g_list_store_append (pauses, first);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      gint64 at = NOW + vectors[i].at * HOUR;

      g_assert_cmpint (bridge_hold_find_end (G_LIST_MODEL (pauses), FALSE, at), ==, NOW + vectors[i].end * HOUR);
      g_assert_cmpint (bridge_hold_find_end (G_LIST_MODEL (pauses), TRUE, at), ==, NOW + vectors[i].end_in_recovery * HOUR);
      g_assert_cmpint (bridge_hold_find_end (NULL, FALSE, at), ==, at);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hold/states", test_states);
  g_test_add_func ("/hold/find-end", test_find_end);

  return g_test_run ();
}
