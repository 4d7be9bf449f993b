/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lock-watch"

#include "config.h"

#include "bridge-lock-watch.h"

/* One of them, each desktop has another; a signal that nobody sends costs nothing. */
static const struct {
  GBusType bus;
  const char *sender; /* (nullable): whoever stands for the object */
  const char *interface;
  const char *member;
  gboolean has_flag;  /* only when its first argument is true */
} sources[] = {
  { G_BUS_TYPE_SESSION, "org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", TRUE },
  { G_BUS_TYPE_SESSION, "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", TRUE },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1", "org.freedesktop.login1.Session", "Lock", FALSE },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep", TRUE },
};

struct _BridgeLockWatch
{
  BridgePrivate *private_space; /* (transfer none): the owner outlives it */
  GCancellable *cancellable;
  GDBusConnection *buses[2];    /* (nullable) session, system */
  guint subscriptions[G_N_ELEMENTS (sources)];
};

static guint
get_place (GBusType bus)
{
  return bus == G_BUS_TYPE_SESSION ? 0 : 1;
}

static void
signal_cb (GDBusConnection *connection,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *member,
           GVariant        *parameters,
           gpointer         user_data)
{
  BridgeLockWatch *self = user_data;
  gboolean flag = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &flag);
  if (flag)
    bridge_private_lock (self->private_space);
}

static void
subscribe (BridgeLockWatch *self,
           GDBusConnection *connection,
           GBusType         bus)
{
  self->buses[get_place (bus)] = connection;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].bus == bus)
      self->subscriptions[i] = g_dbus_connection_signal_subscribe (connection, sources[i].sender, sources[i].interface,
                                                                   sources[i].member, NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                                   signal_cb, self, NULL);
}

static void
got_bus (GAsyncResult *result,
         gpointer      user_data,
         GBusType      bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_bus_get_finish (result, &error);

  if (connection != NULL)
    subscribe (user_data, connection, bus);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Nobody says when the screen locks: %s", error->message);
}

static void
session_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  got_bus (result, user_data, G_BUS_TYPE_SESSION);
}

static void
system_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  got_bus (result, user_data, G_BUS_TYPE_SYSTEM);
}

/**
 * bridge_lock_watch_new:
 * @private_space: (transfer none): what to lock; it has to outlive the watch
 *
 * Returns: (transfer full): a watch
 */
BridgeLockWatch *
bridge_lock_watch_new (BridgePrivate *private_space)
{
  BridgeLockWatch *self = g_new0 (BridgeLockWatch, 1);

  self->private_space = private_space;
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_cb, self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_cb, self);
  return self;
}

/**
 * bridge_lock_watch_free:
 * @self: (transfer full): a watch
 *
 * Stops it.
 */
void
bridge_lock_watch_free (BridgeLockWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (self->subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->buses[get_place (sources[i].bus)], self->subscriptions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->buses); i++)
    g_clear_object (&self->buses[i]);
  g_free (self);
}
