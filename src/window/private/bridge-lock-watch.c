/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lock-watch"

#include "config.h"

#include "bridge-lock-watch.h"

#include <string.h>

#include "bridge-source.h"

/* How soon it looks for a system bus that went away; then half as often each time. */
#define FIRST_LOOK_MS 500
#define LAST_LOOK_MS (60 * 1000)

/* One of them, each desktop has another; a signal that nobody sends costs nothing. */
static const struct {
  GBusType bus;
  const char *sender;
  const char *interface;
  const char *member;
} sources[] = {
  { G_BUS_TYPE_SESSION, "org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.cinnamon.ScreenSaver", "org.cinnamon.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.mate.ScreenSaver", "org.mate.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.xfce.ScreenSaver", "org.xfce.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1", "org.freedesktop.login1.Session", "Lock" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep" },
};

/* A bus, and what is listened for there. */
typedef struct {
  BridgeLockWatch *watch;
  GBusType type;
  GDBusConnection *connection; /* (nullable) */
  guint subscriptions[G_N_ELEMENTS (sources)];
  GSource *look;               /* (nullable): for a bus that went away */
  guint look_ms;
} Bus;

struct _BridgeLockWatch
{
  BridgePrivate *private_space; /* (transfer none): the owner outlives it */
  GCancellable *cancellable;
  Bus session;
  Bus system;
};

static void connect_system (Bus *bus);

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

  /* Whether the screen locks, or the computer goes to sleep; that it comes back opens nothing. */
  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &flag);
  if (flag)
    bridge_private_lock (self->private_space);
}

static void
let_go (Bus *bus)
{
  if (bus->connection == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (bus->subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (bus->connection, bus->subscriptions[i]);
  memset (bus->subscriptions, 0, sizeof bus->subscriptions);
  g_signal_handlers_disconnect_by_data (bus->connection, bus);
  g_clear_object (&bus->connection);
}

static gboolean
look_cb (gpointer user_data)
{
  Bus *bus = user_data;

  bridge_source_clear (&bus->look);
  connect_system (bus);
  return G_SOURCE_REMOVE;
}

static void
look_later (Bus *bus)
{
  bus->look = bridge_source_start (g_timeout_source_new (bus->look_ms), "lock-watch", look_cb, bus);
  bus->look_ms = MIN (bus->look_ms * 2, LAST_LOOK_MS);
}

/* Whoever restarts it is not to be waited for with an open private space, so it locks, and asks again later. */
static void
closed_cb (Bus *bus)
{
  let_go (bus);
  bridge_private_lock (bus->watch->private_space);
  bus->look_ms = FIRST_LOOK_MS;
  look_later (bus);
}

static void
subscribe (Bus             *bus,
           GDBusConnection *connection)
{
  bus->connection = connection;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].bus == bus->type)
      bus->subscriptions[i] = g_dbus_connection_signal_subscribe (connection, sources[i].sender, sources[i].interface,
                                                                  sources[i].member, NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                                  signal_cb, bus->watch, NULL);
}

static void
session_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_bus_get_finish (result, &error);

  if (connection != NULL)
    subscribe (user_data, connection);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Nobody says when the screen locks: %s", error->message);
}

static void
system_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Bus *bus = user_data;
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (connection != NULL)
    {
      subscribe (bus, connection);
      g_signal_connect_swapped (connection, "closed", G_CALLBACK (closed_cb), bus);
    }
  else
    g_debug ("Nobody says when the computer sleeps: %s", error->message);
  /* One that was never there does not come, and one that was is looked for. */
  if (connection == NULL && bus->look_ms != 0)
    look_later (bus);
}

/* Not the one that GLib shares: with that, a system bus that is restarted would end the program. */
static void
connect_system (Bus *bus)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SYSTEM, NULL, &error);

  if (address == NULL)
    {
      g_debug ("There is no system bus: %s", error->message);
      return;
    }
  g_dbus_connection_new_for_address (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, bus->watch->cancellable,
                                     system_cb, bus);
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
  self->session.watch = self->system.watch = self;
  self->session.type = G_BUS_TYPE_SESSION;
  self->system.type = G_BUS_TYPE_SYSTEM;
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_cb, &self->session);
  connect_system (&self->system);
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
  bridge_source_clear (&self->system.look);
  let_go (&self->session);
  let_go (&self->system);
  g_free (self);
}
