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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hold/states", test_states);

  return g_test_run ();
}
