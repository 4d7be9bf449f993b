/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-snooze"

#include "config.h"

#include "bridge-snooze.h"

#include <glib/gi18n-lib.h>

#include "bridge-local.h"

#define EVENING_HOUR 20
#define MORNING_HOUR 9

/**
 * bridge_snooze_get_label:
 * @snooze: a choice
 *
 * Returns: a static translated label for a menu
 */
const char *
bridge_snooze_get_label (BridgeSnooze snooze)
{
  static const char *const labels[BRIDGE_N_SNOOZES] = {
    N_("In 10 Minutes"), N_("In 30 Minutes"), N_("This Evening"), N_("Tomorrow"),
  };

  return _(labels[snooze]);
}

/**
 * bridge_snooze_get_button:
 * @snooze: a choice
 *
 * Returns: a static translated label for a button of a notification
 */
const char *
bridge_snooze_get_button (BridgeSnooze snooze)
{
  static const char *const labels[BRIDGE_N_SNOOZES] = {
    N_("In 10 minutes"), N_("In 30 minutes"), N_("This evening"), N_("Tomorrow"),
  };

  return _(labels[snooze]);
}

static const char *const nicks[BRIDGE_N_SNOOZES] = { "10", "30", "evening", "tomorrow" };

/**
 * bridge_snooze_get_nick:
 * @snooze: a choice
 *
 * Returns: its static name in actions
 */
const char *
bridge_snooze_get_nick (BridgeSnooze snooze)
{
  return nicks[snooze];
}

/**
 * bridge_snooze_from_nick:
 * @nick: a name
 * @snooze: (out): the choice
 *
 * Returns: whether there is one of that name
 */
gboolean
bridge_snooze_from_nick (const char   *nick,
                         BridgeSnooze *snooze)
{
  for (*snooze = 0; *snooze < BRIDGE_N_SNOOZES; (*snooze)++)
    if (g_str_equal (nick, nicks[*snooze]))
      return TRUE;
  return FALSE;
}

/**
 * bridge_snooze_round:
 * @until: UTC ms, in the future
 * @now: UTC ms
 *
 * Snoozes end at full minutes, so that nothing says at what second somebody pressed a button.
 *
 * Returns: the minute nearest to @until that is still to come, UTC ms
 */
gint64
bridge_snooze_round (gint64 until,
                     gint64 now)
{
  gint64 minute = (until + BRIDGE_MS_PER_MINUTE / 2) / BRIDGE_MS_PER_MINUTE * BRIDGE_MS_PER_MINUTE;

  return minute > now ? minute : minute + BRIDGE_MS_PER_MINUTE;
}

/**
 * bridge_snooze_get_until:
 * @snooze: a choice
 * @now: UTC ms
 * @zone: the zone here
 *
 * When the reminder comes again. This evening is at 20:00 and not offered when that is near or past; tomorrow is at 9:00.
 *
 * Returns: UTC ms, or 0
 */
gint64
bridge_snooze_get_until (BridgeSnooze  snooze,
                         gint64        now,
                         GTimeZone    *zone)
{
  BridgeLocal today = bridge_local_day_start (bridge_local_from_utc_ms (now, zone));
  gint64 evening;

  switch (snooze)
    {
    case BRIDGE_SNOOZE_10:
      return bridge_snooze_round (now + 10 * BRIDGE_MS_PER_MINUTE, now);
    case BRIDGE_SNOOZE_30:
      return bridge_snooze_round (now + 30 * BRIDGE_MS_PER_MINUTE, now);
    case BRIDGE_SNOOZE_EVENING:
      evening = bridge_local_to_utc_ms (today + EVENING_HOUR * BRIDGE_HOUR, zone);
      return evening > now + 45 * BRIDGE_MS_PER_MINUTE ? evening : 0;
    case BRIDGE_SNOOZE_TOMORROW:
      return bridge_local_to_utc_ms (today + BRIDGE_DAY + MORNING_HOUR * BRIDGE_HOUR, zone);
    case BRIDGE_N_SNOOZES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * bridge_snooze_get_offered:
 * @now: UTC ms
 * @zone: the zone here
 *
 * Returns: those that can be chosen now: 1 << snooze of each
 */
guint
bridge_snooze_get_offered (gint64     now,
                           GTimeZone *zone)
{
  guint offered = 0;

  for (BridgeSnooze snooze = 0; snooze < BRIDGE_N_SNOOZES; snooze++)
    if (bridge_snooze_get_until (snooze, now, zone) != 0)
      offered |= 1u << snooze;
  return offered;
}
