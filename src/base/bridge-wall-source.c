/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-wall-source"

#include "config.h"

#include "bridge-clock.h"
#include "bridge-wall-source.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* 2200-01-01T00:00:00Z. Only an armed timer is cancelled when the clock is set, so "never" is far, not off. */
#define FAR_FUTURE_MS (G_GINT64_CONSTANT (7258118400) * 1000)

typedef struct {
  GSource source;

  int fd;
  gpointer tag;
  gint64 deadline;        /* UTC ms, or BRIDGE_NEVER */
  gboolean clock_was_set; /* noticed while arming, still to be told */
} BridgeWallSource;

static void
bridge_wall_source_settime (BridgeWallSource *self)
{
  /* One that has passed is as good as now, and now is a value that every kernel and libfaketime take. */
  gint64 utc_ms = CLAMP (self->deadline, g_get_real_time () / 1000, FAR_FUTURE_MS);
  struct itimerspec spec = { 0 };

  spec.it_value.tv_sec = utc_ms / 1000;
  spec.it_value.tv_nsec = (utc_ms % 1000) * 1000000;

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return;

  if (errno == ECANCELED)
    {
      /* The timer is armed all the same, but the clock was set since the last time we looked. */
      self->clock_was_set = TRUE;
      g_source_set_ready_time (&self->source, 0);
    }
  else
    {
      g_critical ("The timer cannot be armed: %s", g_strerror (errno));
    }
}

/* Whether the timer ran out; a cancelled one is noted, and armed again by the caller. */
static gboolean
bridge_wall_source_read (BridgeWallSource *self)
{
  guint64 expirations = 0;
  ssize_t n_read;

  do
    n_read = read (self->fd, &expirations, sizeof expirations);
  while (n_read < 0 && errno == EINTR);

  if (n_read == sizeof expirations)
    return TRUE;

  if (n_read < 0 && errno == ECANCELED)
    self->clock_was_set = TRUE;

  return FALSE;
}

static gboolean
bridge_wall_source_dispatch (GSource     *source,
                             GSourceFunc  callback,
                             gpointer     user_data)
{
  BridgeWallSource *self = (BridgeWallSource *) source;
  gboolean ran_out, was_set;

  g_source_set_ready_time (source, -1);

  ran_out = bridge_wall_source_read (self);
  was_set = self->clock_was_set;
  self->clock_was_set = FALSE;

  if (was_set)
    {
      /* A cancelled timer has forgotten that it ran out: armed again, it says so after this. */
      bridge_wall_source_settime (self);
    }
  else if (ran_out && self->deadline != BRIDGE_NEVER && g_get_real_time () / 1000 >= self->deadline)
    {
      self->deadline = BRIDGE_NEVER;
      bridge_wall_source_settime (self);
    }
  else
    {
      /* Too early (the timer was replaced after it had run out, or something bends our time): wait on. */
      if (ran_out)
        bridge_wall_source_settime (self);

      return G_SOURCE_CONTINUE;
    }

  if (callback == NULL)
    return G_SOURCE_CONTINUE;

  return ((BridgeWallFunc) (void (*) (void)) callback) (was_set, user_data);
}

static void
bridge_wall_source_finalize (GSource *source)
{
  BridgeWallSource *self = (BridgeWallSource *) source;

  if (self->fd >= 0)
    close (self->fd);
}

static GSourceFuncs bridge_wall_source_funcs = {
  .dispatch = bridge_wall_source_dispatch,
  .finalize = bridge_wall_source_finalize,
};

/**
 * bridge_wall_source_new:
 * @error: return location
 *
 * Makes a source for one deadline on the wall clock. It costs nothing while it waits, keeps its deadline over
 * suspend, and wakes as well when the clock is set (timerfd_create(2), %TFD_TIMER_CANCEL_ON_SET). Its callback is a
 * #BridgeWallFunc. Nothing is armed at first, but a clock that is set wakes it already.
 *
 * Returns: (transfer full) (nullable): the source, or %NULL with a #GIOErrorEnum where no timer can be had
 */
GSource *
bridge_wall_source_new (GError **error)
{
  GSource *source;
  BridgeWallSource *self;
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   _("This computer gives Footbridge no timer, so reminders may come up to half a minute after their time: %s."),
                   g_strerror (saved_errno));
      return NULL;
    }

  source = g_source_new (&bridge_wall_source_funcs, sizeof (BridgeWallSource));
  g_source_set_static_name (source, "[footbridge] wall clock");

  self = (BridgeWallSource *) source;
  self->fd = fd;
  self->deadline = BRIDGE_NEVER;
  self->tag = g_source_add_unix_fd (source, fd, G_IO_IN);
  bridge_wall_source_settime (self);

  return source;
}

/**
 * bridge_wall_source_arm:
 * @source: from bridge_wall_source_new()
 * @utc_ms: the deadline, UTC milliseconds, or %BRIDGE_NEVER
 *
 * Replaces the deadline. One that has passed is due at once, from the main loop.
 */
void
bridge_wall_source_arm (GSource *source,
                        gint64   utc_ms)
{
  BridgeWallSource *self = (BridgeWallSource *) source;

  g_return_if_fail (source != NULL);

  self->deadline = utc_ms;
  bridge_wall_source_settime (self);
}
