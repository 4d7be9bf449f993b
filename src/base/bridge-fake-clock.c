/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-fake-clock"

#include "config.h"

#include "bridge-clock.h"
#include "bridge-source.h"

/* Whoever is woken this often without time moving is arming a past deadline each time: an endless loop. */
#define MAX_WAKES_AT_ONE_INSTANT 10000

struct _BridgeFakeClock {
  GObject parent_instance;

  gint64 now;     /* UTC ms */
  gint64 armed;   /* UTC ms, or BRIDGE_NEVER */
  char *zone_id;
  GSource *late;  /* wakes from the main loop for a deadline that had passed when it was armed */
};

static void bridge_fake_clock_clock_iface_init (BridgeClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeFakeClock, bridge_fake_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_CLOCK, bridge_fake_clock_clock_iface_init))

static void
bridge_fake_clock_fire (BridgeFakeClock *self)
{
  bridge_source_clear (&self->late);
  self->armed = BRIDGE_NEVER;
  bridge_clock_emit_woke (BRIDGE_CLOCK (self), BRIDGE_WAKE_DEADLINE);
}

static gboolean
late_cb (gpointer user_data)
{
  g_autoptr (BridgeFakeClock) self = g_object_ref (BRIDGE_FAKE_CLOCK (user_data));

  bridge_fake_clock_fire (self);

  return G_SOURCE_REMOVE;
}

static void
bridge_fake_clock_update_late (BridgeFakeClock *self)
{
  bridge_source_clear (&self->late);

  if (self->armed > self->now)
    return;

  self->late = g_idle_source_new ();
  g_source_set_priority (self->late, G_PRIORITY_DEFAULT);
  bridge_source_start (self->late, "[footbridge] late deadline", late_cb, self);
}

static gint64
bridge_fake_clock_now (BridgeClock *clock)
{
  return BRIDGE_FAKE_CLOCK (clock)->now;
}

static char *
bridge_fake_clock_dup_zone_id (BridgeClock *clock)
{
  return g_strdup (BRIDGE_FAKE_CLOCK (clock)->zone_id);
}

static GTimeZone *
bridge_fake_clock_dup_zone (BridgeClock *clock)
{
  GTimeZone *zone = g_time_zone_new_identifier (BRIDGE_FAKE_CLOCK (clock)->zone_id);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

static void
bridge_fake_clock_arm (BridgeClock *clock,
                       gint64       utc_ms)
{
  BridgeFakeClock *self = BRIDGE_FAKE_CLOCK (clock);

  self->armed = utc_ms;
  bridge_fake_clock_update_late (self);
}

static void
bridge_fake_clock_clock_iface_init (BridgeClockInterface *iface)
{
  iface->now = bridge_fake_clock_now;
  iface->dup_zone_id = bridge_fake_clock_dup_zone_id;
  iface->dup_zone = bridge_fake_clock_dup_zone;
  iface->arm = bridge_fake_clock_arm;
}

static void
bridge_fake_clock_dispose (GObject *object)
{
  bridge_source_clear (&BRIDGE_FAKE_CLOCK (object)->late);

  G_OBJECT_CLASS (bridge_fake_clock_parent_class)->dispose (object);
}

static void
bridge_fake_clock_finalize (GObject *object)
{
  g_free (BRIDGE_FAKE_CLOCK (object)->zone_id);

  G_OBJECT_CLASS (bridge_fake_clock_parent_class)->finalize (object);
}

static void
bridge_fake_clock_class_init (BridgeFakeClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_fake_clock_dispose;
  object_class->finalize = bridge_fake_clock_finalize;
}

static void
bridge_fake_clock_init (BridgeFakeClock *self)
{
  self->armed = BRIDGE_NEVER;
}

/**
 * bridge_fake_clock_new:
 * @utc_ms: the instant it shows, UTC milliseconds
 * @zone_id: an IANA name
 *
 * Makes a clock for tests that stands still until it is told to move.
 *
 * Returns: (transfer full): the clock
 */
BridgeClock *
bridge_fake_clock_new (gint64      utc_ms,
                       const char *zone_id)
{
  BridgeFakeClock *self = g_object_new (BRIDGE_TYPE_FAKE_CLOCK, NULL);

  self->now = utc_ms;
  self->zone_id = g_strdup (zone_id);

  return BRIDGE_CLOCK (self);
}

/**
 * bridge_fake_clock_new_local:
 * @local: a local time such as "2026-11-23T19:00"
 * @zone_id: the IANA name of the zone it is meant in
 *
 * Makes a clock for tests that shows @local. A text that is no time aborts the test.
 *
 * Returns: (transfer full): the clock
 */
BridgeClock *
bridge_fake_clock_new_local (const char *local,
                             const char *zone_id)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal seconds = 0;

  if (!bridge_local_parse (local, &seconds, &error))
    g_error ("%s", error->message);

  zone = bridge_zone_new (zone_id, &error);
  if (zone == NULL)
    g_error ("%s", error->message);

  return bridge_fake_clock_new (bridge_local_to_utc_ms (seconds, zone), zone_id);
}

/**
 * bridge_fake_clock_advance:
 * @self: a fake clock
 * @ms: by how much, milliseconds, not negative
 *
 * Lets time pass. Stops at each armed deadline on the way, shows exactly that instant and emits
 * #BridgeClock::woke, so a handler that arms the next deadline is woken for that one too. A deadline that had
 * passed before the call is served first.
 */
void
bridge_fake_clock_advance (BridgeFakeClock *self,
                           gint64           ms)
{
  gint64 target;
  guint wakes = 0;

  g_return_if_fail (BRIDGE_IS_FAKE_CLOCK (self));
  g_return_if_fail (ms >= 0);

  g_object_ref (self);
  target = self->now + ms;

  while (self->armed <= target)
    {
      if (self->armed > self->now)
        {
          self->now = self->armed;
          wakes = 0;
        }
      else if (++wakes > MAX_WAKES_AT_ONE_INSTANT)
        {
          g_error ("A deadline that has passed is armed again and again");
        }

      bridge_fake_clock_fire (self);
    }

  self->now = MAX (self->now, target);
  g_object_unref (self);
}

/**
 * bridge_fake_clock_advance_to:
 * @self: a fake clock
 * @local: a local time in its zone, not before now
 *
 * Like bridge_fake_clock_advance(), to a local time. A text that is no time, or is in the past, aborts the test.
 */
void
bridge_fake_clock_advance_to (BridgeFakeClock *self,
                              const char      *local)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal seconds = 0;
  gint64 target;

  g_return_if_fail (BRIDGE_IS_FAKE_CLOCK (self));

  if (!bridge_local_parse (local, &seconds, &error))
    g_error ("%s", error->message);

  zone = bridge_fake_clock_dup_zone (BRIDGE_CLOCK (self));
  target = bridge_local_to_utc_ms (seconds, zone);
  if (target < self->now)
    g_error ("%s is before the time this clock shows", local);

  bridge_fake_clock_advance (self, target - self->now);
}

/**
 * bridge_fake_clock_set:
 * @self: a fake clock
 * @utc_ms: what it shows from now on
 *
 * Sets the clock, forwards or back, as a person or a resume from suspend does: no deadline on the way is stopped
 * at, #BridgeClock::woke says %BRIDGE_WAKE_CLOCK_SET once, and what was armed stays armed. If it has passed now, it
 * wakes from the main loop.
 */
void
bridge_fake_clock_set (BridgeFakeClock *self,
                       gint64           utc_ms)
{
  g_return_if_fail (BRIDGE_IS_FAKE_CLOCK (self));

  g_object_ref (self);
  self->now = utc_ms;
  bridge_fake_clock_update_late (self);
  bridge_clock_emit_woke (BRIDGE_CLOCK (self), BRIDGE_WAKE_CLOCK_SET);
  g_object_unref (self);
}

/**
 * bridge_fake_clock_set_zone:
 * @self: a fake clock
 * @zone_id: an IANA name
 *
 * Moves the clock into another zone; emits #BridgeClock::woke with %BRIDGE_WAKE_ZONE if it is another one.
 */
void
bridge_fake_clock_set_zone (BridgeFakeClock *self,
                            const char      *zone_id)
{
  g_return_if_fail (BRIDGE_IS_FAKE_CLOCK (self));

  if (g_strcmp0 (self->zone_id, zone_id) == 0)
    return;

  g_object_ref (self);
  g_free (self->zone_id);
  self->zone_id = g_strdup (zone_id);
  bridge_clock_emit_woke (BRIDGE_CLOCK (self), BRIDGE_WAKE_ZONE);
  g_object_unref (self);
}

/**
 * bridge_fake_clock_get_armed:
 * @self: a fake clock
 *
 * Returns: the armed deadline in UTC milliseconds, or %BRIDGE_NEVER
 */
gint64
bridge_fake_clock_get_armed (BridgeFakeClock *self)
{
  g_return_val_if_fail (BRIDGE_IS_FAKE_CLOCK (self), BRIDGE_NEVER);

  return self->armed;
}
