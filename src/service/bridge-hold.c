/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-hold"

#include "config.h"

#include "bridge-hold.h"

#include "bridge-local.h"

/* Where nobody comes back to a pause, it does not hold back what the two have planned for ever. */
#define AFTER_RETURN_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/**
 * bridge_hold_get:
 * @pause: (nullable): the one that runs, as it is by now
 * @now: UTC ms
 * @until: (out): when that ends by itself at the latest, UTC ms; 0 where nothing is held back
 *
 * Nothing cheerful comes right into a fight; in the days after it, what was chosen for them does. A pure function.
 *
 * Returns: what is held back now
 */
BridgeHold
bridge_hold_get (BridgePause *pause,
                 gint64       now,
                 gint64      *until)
{
  BridgeHold hold = BRIDGE_HOLD_NONE;

  *until = 0;
  if (pause == NULL)
    return BRIDGE_HOLD_NONE;

  switch (bridge_pause_get_state (pause))
    {
    case BRIDGE_PAUSE_COOLING:
    case BRIDGE_PAUSE_RETURN:
    case BRIDGE_PAUSE_RE_ENTRY:
      hold = BRIDGE_HOLD_ALL;
      *until = MAX (bridge_pause_get_return_at (pause), bridge_pause_get_turn_started_at (pause)) + AFTER_RETURN_MS;
      break;
    case BRIDGE_PAUSE_ANOTHER_DAY:
      hold = BRIDGE_HOLD_SOME;
      *until = bridge_pause_get_return_at (pause) + AFTER_RETURN_MS;
      break;
    case BRIDGE_PAUSE_RECOVERY:
      hold = BRIDGE_HOLD_SOME;
      *until = bridge_pause_get_recovery_until (pause);
      break;
    case BRIDGE_PAUSE_REVIEW:
    case BRIDGE_PAUSE_CLOSED:
      break;
    }

  if (*until <= now)
    {
      *until = 0;
      return BRIDGE_HOLD_NONE;
    }
  return hold;
}
