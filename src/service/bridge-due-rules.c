/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-due"

#include "config.h"

#include "bridge-due-rules.h"
#include "bridge-space-private.h"

/* A moment can be acted on for its length, and for that long at least. */
#define ACT_MINUTES 30

/**
 * bridge_due_get_actable_until:
 * @ritual: a ritual
 * @at: one of its moments, UTC ms
 * @lead: minutes before it; negative: after it
 *
 * One that comes after its moment asks for a word, for which there is time.
 *
 * Returns: until when a reminder of it is of use, UTC ms
 */
gint64
bridge_due_get_actable_until (BridgeRitual *ritual,
                              gint64        at,
                              int           lead)
{
  gint64 after = MAX (-lead, 0) * BRIDGE_MS_PER_MINUTE;

  return at + MAX (bridge_ritual_get_minutes (ritual) * BRIDGE_MS_PER_MINUTE, after + ACT_MINUTES * BRIDGE_MS_PER_MINUTE);
}

/**
 * bridge_due_can_be_acted_on:
 * @ritual: a ritual
 * @at: one of its moments, UTC ms
 * @lead: minutes before it; negative: after it
 * @now: UTC ms
 *
 * Returns: whether a reminder of it is of use now
 */
gboolean
bridge_due_can_be_acted_on (BridgeRitual *ritual,
                            gint64        at,
                            int           lead,
                            gint64        now)
{
  return now <= bridge_due_get_actable_until (ritual, at, lead);
}

/**
 * bridge_due_defer:
 * @hours: (element-type BridgeHours): quiet ones and others
 * @due: UTC ms
 * @here: the zone in which the hours are
 *
 * Returns: when something due then may be shown, UTC ms: at the end of the quiet hours it falls into
 */
gint64
bridge_due_defer (GListModel *hours,
                  gint64      due,
                  GTimeZone  *here)
{
  BridgeLocal local, end;
  gint64 until;

  /* What a pause without an end holds back falls into no hours. */
  if (due == BRIDGE_NEVER)
    return due;

  local = bridge_local_from_utc_ms (due, here);
  end = bridge_hours_find_end (hours, BRIDGE_HOURS_QUIET, local);
  if (end == local || end == BRIDGE_LOCAL_NONE)
    return due;

  /* In the hour that comes twice in autumn, the first one of that name may lie behind. */
  until = bridge_local_to_utc_ms (end, here);
  return until > due ? until : due + (end - local) * 1000;
}

/**
 * bridge_due_get_past_stamp:
 * @stamp: when something was noted, UTC ms
 * @now: UTC ms
 *
 * What was noted while the clock was ahead cannot hold back what is due now, only what would be late.
 *
 * Returns: the stamp, or just before now
 */
gint64
bridge_due_get_past_stamp (gint64 stamp,
                           gint64 now)
{
  return stamp <= now ? stamp : now - BRIDGE_DUE_LATE_MS;
}

/**
 * bridge_due_get_standing_until:
 * @ritual: a ritual
 * @at: one of its moments, UTC ms
 * @shown_at: when it was reminded of, UTC ms
 * @now: UTC ms
 *
 * A notification that nobody answered is taken down a day after its moment, or after it came, where that was later.
 *
 * Returns: the last millisecond in which it stands, UTC ms
 */
gint64
bridge_due_get_standing_until (BridgeRitual *ritual,
                               gint64        at,
                               gint64        shown_at,
                               gint64        now)
{
  return MAX (at + bridge_ritual_get_minutes (ritual) * BRIDGE_MS_PER_MINUTE, MIN (shown_at, now)) + BRIDGE_DUE_STANDING_MS;
}

/**
 * bridge_due_get_back_early:
 * @absences: (element-type BridgeAbsence): days away and unwell
 * @who: (nullable): whom a ritual needs; %NULL: both
 * @now: UTC ms
 * @here: the zone in which the days are
 *
 * Back earlier than was said: what lay before that does not come after all.
 *
 * Returns: the last time somebody came back like that, UTC ms, or %G_MININT64
 */
gint64
bridge_due_get_back_early (GListModel *absences,
                           const char *who,
                           gint64      now,
                           GTimeZone  *here)
{
  gint64 back = G_MININT64;

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);
      gint64 noted = bridge_row_get_updated_at (absence);
      BridgeLocal noted_day = bridge_local_day_start (bridge_local_from_utc_ms (noted, here));
      gint64 created_at;

      /* One that is noted only then was never to last longer. */
      g_object_get (absence, "created-at", &created_at, NULL);
      if (noted > created_at && bridge_absence_get_until (absence) == noted_day && bridge_absence_concerns (absence, who))
        back = MAX (back, bridge_due_get_past_stamp (noted, now));
    }
  return back;
}
