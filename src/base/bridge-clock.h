/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeClock:
 *
 * What time it is, where, and "wake me at": the only source of time below main.c.
 * A clock has one armed deadline. Signals:
 *
 * - "woke" (BridgeWake reason): the deadline has come, the clock was set (also: resumed from suspend),
 *   or the time zone changed. After BRIDGE_WAKE_DEADLINE nothing is armed; after the others what was armed still is.
 */
#define BRIDGE_TYPE_CLOCK (bridge_clock_get_type ())
G_DECLARE_INTERFACE (BridgeClock, bridge_clock, BRIDGE, CLOCK, GObject)

typedef enum {
  BRIDGE_WAKE_DEADLINE,
  BRIDGE_WAKE_CLOCK_SET,
  BRIDGE_WAKE_ZONE,
} BridgeWake;

#define BRIDGE_NEVER G_MAXINT64

struct _BridgeClockInterface {
  GTypeInterface parent_iface;

  gint64 (*now) (BridgeClock *self);
  char *(*dup_zone_id) (BridgeClock *self);
  GTimeZone *(*dup_zone) (BridgeClock *self);
  void (*arm) (BridgeClock *self, gint64 utc_ms);
  const char *(*get_zone_source) (BridgeClock *self); /* (nullable) */
};

gint64 bridge_clock_now (BridgeClock *self);              /* UTC ms */
char *bridge_clock_dup_zone_id (BridgeClock *self);       /* "Europe/Berlin", or "UTC" where unknown */
GTimeZone *bridge_clock_dup_zone (BridgeClock *self);     /* the zone as it is now; do not keep it over a change */
/* "environment", "timedate1", "localtime", "nameless", "unknown"; "" a test */
const char *bridge_clock_get_zone_source (BridgeClock *self);
BridgeLocal bridge_clock_local_now (BridgeClock *self);   /* now in the zone, whole seconds */
/* replaces what was armed; BRIDGE_NEVER disarms; past: wakes at once (from the main loop) */
void bridge_clock_arm (BridgeClock *self, gint64 utc_ms);

void bridge_clock_emit_woke (BridgeClock *self, BridgeWake reason); /* for implementations */

/* The real one: timerfd(CLOCK_REALTIME, ABSTIME|CANCEL_ON_SET); zone from timedate1 where a system bus
 * answers (asynchronously) and /etc/localtime with a file monitor. TZ in the environment wins.
 * Property: zone-source s, read-only. */
#define BRIDGE_TYPE_SYSTEM_CLOCK (bridge_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSystemClock, bridge_system_clock, BRIDGE, SYSTEM_CLOCK, GObject)
BridgeClock *bridge_system_clock_new (void);

/* One for tests: stands still until told. */
#define BRIDGE_TYPE_FAKE_CLOCK (bridge_fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFakeClock, bridge_fake_clock, BRIDGE, FAKE_CLOCK, GObject)
BridgeClock *bridge_fake_clock_new (gint64 utc_ms, const char *zone_id);
BridgeClock *bridge_fake_clock_new_local (const char *local, const char *zone_id); /* "2026-11-23T19:00" */
/* stops at each armed deadline on the way and emits "woke" */
void bridge_fake_clock_advance (BridgeFakeClock *self, gint64 ms);
/* the same, to a local time in its zone */
void bridge_fake_clock_advance_to (BridgeFakeClock *self, const char *local);
/* clock set / resumed: jumps, emits CLOCK_SET once */
void bridge_fake_clock_set (BridgeFakeClock *self, gint64 utc_ms);
void bridge_fake_clock_set_zone (BridgeFakeClock *self, const char *zone_id);
gint64 bridge_fake_clock_get_armed (BridgeFakeClock *self);

G_END_DECLS
