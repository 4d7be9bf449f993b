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

/* The end of what @pause holds back at @at, or @at. */
static gint64
find_end_of (BridgePause *pause,
             gboolean     in_recovery,
             gint64       at)
{
  gint64 called_at = bridge_pause_get_called_at (pause);
  gint64 closed_at = bridge_pause_get_closed_at (pause);
  gint64 talk_ended_at = bridge_pause_get_talk_ended_at (pause);
  gint64 end = MAX (bridge_pause_get_return_at (pause), bridge_pause_get_turn_started_at (pause)) + AFTER_RETURN_MS;

  if (talk_ended_at != 0)
    end = MIN (end, talk_ended_at);
  if (closed_at != 0)
    end = MIN (end, closed_at);
  /* A return on another day leaves days in between that are like those after the talk. */
  if (at >= called_at && at < end && !(in_recovery && bridge_pause_get_other_day (pause)))
    return end;

  if (in_recovery || talk_ended_at == 0)
    return at;
  end = bridge_pause_get_recovery_until (pause);
  if (closed_at != 0)
    end = MIN (end, closed_at);
  return at >= talk_ended_at && at < end ? end : at;
}

/**
 * bridge_hold_find_end:
 * @pauses: (nullable) (element-type BridgePause): all of them
 * @in_recovery: whether it goes on in the recovery window after a pause
 * @at: when it would come, UTC ms
 *
 * Works out, also long afterwards, what a pause has held back. A pure function.
 *
 * Returns: when it may come, UTC ms: at the end of what holds it back, or at @at
 */
gint64
bridge_hold_find_end (GListModel *pauses,
                      gboolean    in_recovery,
                      gint64      at)
{
  gboolean moved = pauses != NULL;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
        {
          g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
          gint64 end = find_end_of (pause, in_recovery, at);

          moved = moved || end != at;
          at = end;
        }
    }
  return at;
}
