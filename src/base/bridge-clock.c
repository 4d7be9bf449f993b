/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-clock"

#include "config.h"

#include "bridge-clock.h"

enum {
  WOKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BridgeClock, bridge_clock, G_TYPE_OBJECT)

static void
bridge_clock_default_init (BridgeClockInterface *iface)
{
  /**
   * BridgeClock::woke:
   * @self: the clock
   * @reason: a #BridgeWake
   *
   * The deadline has come, the clock was set, or the zone is another one.
   */
  signals[WOKE] =
    g_signal_new ("woke", BRIDGE_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

/**
 * bridge_clock_now:
 * @self: a clock
 *
 * Returns: the instant it is, in UTC milliseconds since 1970
 */
gint64
bridge_clock_now (BridgeClock *self)
{
  g_return_val_if_fail (BRIDGE_IS_CLOCK (self), 0);

  return BRIDGE_CLOCK_GET_IFACE (self)->now (self);
}

/**
 * bridge_clock_dup_zone_id:
 * @self: a clock
 *
 * Returns: (transfer full): the zone's IANA name ("Europe/Berlin"), "UTC" where it is unknown
 */
char *
bridge_clock_dup_zone_id (BridgeClock *self)
{
  g_return_val_if_fail (BRIDGE_IS_CLOCK (self), NULL);

  return BRIDGE_CLOCK_GET_IFACE (self)->dup_zone_id (self);
}

/**
 * bridge_clock_dup_zone:
 * @self: a clock
 *
 * The zone as it is now. Ask again after each wake: a kept one goes stale when the person travels or the
 * rules on the disk are updated.
 *
 * Returns: (transfer full): the zone
 */
GTimeZone *
bridge_clock_dup_zone (BridgeClock *self)
{
  g_return_val_if_fail (BRIDGE_IS_CLOCK (self), NULL);

  return BRIDGE_CLOCK_GET_IFACE (self)->dup_zone (self);
}

/**
 * bridge_clock_get_zone_source:
 * @self: a clock
 *
 * Returns: who has told the zone: "environment" (TZ), "timedate1" (the system's time service), "localtime"
 *   (/etc/localtime), "nameless" (the same, a file that does not say what it is called), "unknown"
 *   (nobody, it is UTC), or "" for a clock of a test
 */
const char *
bridge_clock_get_zone_source (BridgeClock *self)
{
  g_return_val_if_fail (BRIDGE_IS_CLOCK (self), "");

  if (BRIDGE_CLOCK_GET_IFACE (self)->get_zone_source == NULL)
    return "";
  return BRIDGE_CLOCK_GET_IFACE (self)->get_zone_source (self);
}

/**
 * bridge_clock_local_now:
 * @self: a clock
 *
 * Returns: the local time it is in the clock's zone, in whole seconds
 */
BridgeLocal
bridge_clock_local_now (BridgeClock *self)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (BRIDGE_IS_CLOCK (self), BRIDGE_LOCAL_NONE);

  zone = bridge_clock_dup_zone (self);

  return bridge_local_from_utc_ms (bridge_clock_now (self), zone);
}

/**
 * bridge_clock_arm:
 * @self: a clock
 * @utc_ms: the deadline in UTC milliseconds, or %BRIDGE_NEVER
 *
 * Asks to be woken at a deadline, instead of at the one armed before. One that has passed already wakes from
 * the main loop, never from inside this call. With %BRIDGE_NEVER only a clock that was set and a changed zone wake.
 */
void
bridge_clock_arm (BridgeClock *self,
                  gint64       utc_ms)
{
  g_return_if_fail (BRIDGE_IS_CLOCK (self));

  BRIDGE_CLOCK_GET_IFACE (self)->arm (self, utc_ms);
}

/**
 * bridge_clock_emit_woke:
 * @self: a clock
 * @reason: why
 *
 * Emits #BridgeClock::woke; for implementations of clocks.
 */
void
bridge_clock_emit_woke (BridgeClock *self,
                        BridgeWake   reason)
{
  g_return_if_fail (BRIDGE_IS_CLOCK (self));

  g_signal_emit (self, signals[WOKE], 0, (int) reason);
}
