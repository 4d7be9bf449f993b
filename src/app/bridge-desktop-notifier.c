/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-desktop-notifier.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-freedesktop-notifications.h"
#include "bridge-portal-notifications.h"
#include "bridge-shell-notifications.h"

/* A server that does not answer within this time is as good as none. */
#define PATIENCE_MS 3000

typedef enum {
  BACKEND_NONE,
  BACKEND_FREEDESKTOP,
  BACKEND_GTK,
  BACKEND_PORTAL,
} Backend;

static const struct {
  const char *name;
  const char *bus_name;
  const char *path;
  const char *label;
} backends[] = {
  [BACKEND_NONE] = { "", NULL, NULL, "" },
  [BACKEND_FREEDESKTOP] = { "freedesktop", "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "" },
  [BACKEND_GTK] = { "gtk", "org.gtk.Notifications", "/org/gtk/Notifications", "GNOME Shell" },
  [BACKEND_PORTAL] = { "portal", "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "portal" },
};

struct _BridgeDesktopNotifier
{
  GObject parent_instance;

  GApplication *application; /* unowned: it owns this */
  char *folder;
  GCancellable *cancellable;
  Backend kind;
  BridgeNoticeBackend *backend; /* (nullable) without a session bus */
  gboolean refused; /* the person does not want notifications from here, as was said last */
  gboolean settled; /* something was shown, and is to be taken back where it was */
  guint watch;
  char *server;
  gboolean sought;    /* who shows notifications is still being found out */
  gboolean on_demand; /* nobody shows notifications now, but the bus would start somebody for one */
};

typedef enum {
  PROP_BACKEND = 1,
  PROP_SERVER,
  PROP_SOUGHT,
  PROP_ON_DEMAND,
  PROP_REFUSED,
} BridgeDesktopNotifierProperty;

static GParamSpec *properties[PROP_REFUSED + 1];

enum {
  ANSWERED,
  RECOVERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void bridge_desktop_notifier_iface_init (BridgeNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeDesktopNotifier, bridge_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_NOTIFIER, bridge_desktop_notifier_iface_init))

/* (transfer none) (nullable) */
static GDBusConnection *
get_connection (BridgeDesktopNotifier *self)
{
  return g_application_get_is_registered (self->application) ? g_application_get_dbus_connection (self->application) : NULL;
}

static void
set_server (BridgeDesktopNotifier *self, const char *server)
{
  if (g_strcmp0 (self->server, server) == 0)
    return;

  g_free (self->server);
  self->server = g_strdup (server);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVER]);
}

static void
set_refused (BridgeDesktopNotifier *self, gboolean refused)
{
  if (self->refused == refused)
    return;

  self->refused = refused;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSED]);
}

static void
set_on_demand (BridgeDesktopNotifier *self, gboolean on_demand)
{
  if (self->on_demand == on_demand)
    return;

  self->on_demand = on_demand;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON_DEMAND]);
}

/* Last, after what was found out is set: whoever hears of it reads the rest. */
static void
set_sought (BridgeDesktopNotifier *self, gboolean sought)
{
  if (self->sought == sought)
    return;

  self->sought = sought;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOUGHT]);
}

static gboolean
has_owner (GDBusConnection *connection, const char *name)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean owned = FALSE;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", name), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE,
                                       PATIENCE_MS, NULL, NULL);
  if (reply)
    g_variant_get (reply, "(b)", &owned);
  return owned;
}

static gboolean
can_use (Backend backend, GDBusConnection *connection)
{
  const char *use_portal = g_getenv ("GTK_USE_PORTAL");

  switch (backend)
    {
    case BACKEND_PORTAL:
      return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || (use_portal && use_portal[0] == '1');
    case BACKEND_GTK:
      return has_owner (connection, backends[BACKEND_GTK].bus_name);
    case BACKEND_FREEDESKTOP:
      return TRUE;
    case BACKEND_NONE:
      break;
    }

  return FALSE;
}

/* The same choice as GIO makes for a GNotification: what the environment names, if it can be, else the portal in a
 * sandbox, gtk where its server runs, freedesktop everywhere else. */
static Backend
detect (GDBusConnection *connection)
{
  const char *named = g_getenv ("GNOTIFICATION_BACKEND");

  for (Backend backend = BACKEND_PORTAL; named && backend > BACKEND_NONE; backend--)
    if (g_str_equal (named, backends[backend].name) && can_use (backend, connection))
      return backend;

  for (Backend backend = BACKEND_PORTAL; backend > BACKEND_FREEDESKTOP; backend--)
    if (can_use (backend, connection))
      return backend;

  return BACKEND_FREEDESKTOP;
}

static void
server_information_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BridgeDesktopNotifier) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  const char *name;
  const char *version;
  g_autofree char *server = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reply)
    {
      g_variant_get (reply, "(&s&s&s&s)", &name, NULL, &version, NULL);
      server = g_strdup_printf ("%s %s", name, version);
    }
  set_server (self, server ? server : backends[BACKEND_FREEDESKTOP].bus_name);
  set_sought (self, FALSE);
}

static void
name_appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  BridgeDesktopNotifier *self = user_data;

  set_on_demand (self, FALSE);
  if (self->kind == BACKEND_FREEDESKTOP)
    g_dbus_connection_call (connection, name, backends[self->kind].path, name, "GetServerInformation", NULL,
                            G_VARIANT_TYPE ("(ssss)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, self->cancellable,
                            server_information_cb, g_object_ref (self));
  else
    {
      set_server (self, backends[self->kind].label);
      set_sought (self, FALSE);
    }
}

static void
activatable_names_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BridgeDesktopNotifier) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_autofree const char **names = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reply)
    g_variant_get (reply, "(^a&s)", &names);
  else
    g_debug ("the bus does not say whom it can start: %s", error->message);
  set_on_demand (self, names && *self->server == '\0' && g_strv_contains (names, backends[self->kind].bus_name));
  set_sought (self, FALSE);
}

/* Some desktops start theirs only when there is something to show. */
static void
name_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  BridgeDesktopNotifier *self = user_data;

  /* The next one has to say it again. */
  set_refused (self, FALSE);
  set_server (self, "");
  if (connection)
    g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "ListActivatableNames", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS,
                            self->cancellable, activatable_names_cb, g_object_ref (self));
  else
    set_sought (self, FALSE);
}

static void
answered_cb (BridgeDesktopNotifier *self, const char *id, const char *what)
{
  g_debug ("%s: %s", id, what);
  g_signal_emit (self, signals[ANSWERED], 0, id, what);
}

static void
recovered_cb (BridgeDesktopNotifier *self)
{
  g_signal_emit (self, signals[RECOVERED], 0);
}

static void
set_backend (BridgeDesktopNotifier *self, GDBusConnection *connection, Backend kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  set_sought (self, TRUE);
  g_clear_object (&self->backend);
  if (kind == BACKEND_PORTAL)
    self->backend = bridge_portal_notifications_new (connection);
  else if (kind == BACKEND_GTK)
    self->backend = bridge_shell_notifications_new (connection);
  else
    self->backend = bridge_freedesktop_notifications_new (self->application, connection, self->folder);
  g_signal_connect_object (self->backend, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backend, "recovered", G_CALLBACK (recovered_cb), self, G_CONNECT_SWAPPED);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  self->watch = g_bus_watch_name_on_connection (connection, backends[kind].bus_name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                name_appeared_cb, name_vanished_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKEND]);
}

static void
registered_cb (BridgeDesktopNotifier *self, GParamSpec *pspec, GApplication *application)
{
  GDBusConnection *connection = get_connection (self);

  if (connection)
    set_backend (self, connection, detect (connection));
}

static gboolean
bridge_desktop_notifier_show (BridgeNotifier *notifier, const BridgeNotice *notice, GError **error)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (notifier);
  GDBusConnection *connection = get_connection (self);
  GError *local_error = NULL;

  if (connection == NULL || g_dbus_connection_is_closed (connection))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                           _("There is no session bus here, so nothing can be shown. "
                             "Today in the window has what waits."));
      return FALSE;
    }

  if (!self->settled)
    set_backend (self, connection, detect (connection));
  /* Another desktop may have come by the next time when this one did not take it. */
  self->settled = bridge_notice_backend_show (self->backend, notice, &local_error);
  if (self->settled)
    set_refused (self, FALSE);
  else if (g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_REFUSED))
    set_refused (self, TRUE);
  if (local_error)
    g_propagate_error (error, local_error);
  return self->settled;
}

static void
bridge_desktop_notifier_withdraw (BridgeNotifier *notifier, const char *id)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (notifier);
  GDBusConnection *connection = get_connection (self);

  if (self->backend && connection && !g_dbus_connection_is_closed (connection))
    bridge_notice_backend_withdraw (self->backend, id);
}

static gboolean
bridge_desktop_notifier_stands (BridgeNotifier *notifier, const char *id)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (notifier);

  return self->backend && bridge_notice_backend_stands (self->backend, id);
}

static void
bridge_desktop_notifier_iface_init (BridgeNotifierInterface *iface)
{
  iface->show = bridge_desktop_notifier_show;
  iface->withdraw = bridge_desktop_notifier_withdraw;
  iface->stands = bridge_desktop_notifier_stands;
}

static void
bridge_desktop_notifier_dispose (GObject *object)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->backend);

  G_OBJECT_CLASS (bridge_desktop_notifier_parent_class)->dispose (object);
}

static void
bridge_desktop_notifier_finalize (GObject *object)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (object);

  g_object_unref (self->cancellable);
  g_free (self->folder);
  g_free (self->server);

  G_OBJECT_CLASS (bridge_desktop_notifier_parent_class)->finalize (object);
}

static void
bridge_desktop_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BridgeDesktopNotifier *self = BRIDGE_DESKTOP_NOTIFIER (object);

  switch ((BridgeDesktopNotifierProperty) id)
    {
    case PROP_BACKEND:
      g_value_set_static_string (value, backends[self->kind].name);
      return;
    case PROP_SERVER:
      g_value_set_string (value, self->server);
      return;
    case PROP_REFUSED:
      g_value_set_boolean (value, self->refused);
      return;
    case PROP_SOUGHT:
      g_value_set_boolean (value, self->sought);
      return;
    case PROP_ON_DEMAND:
      g_value_set_boolean (value, self->on_demand);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bridge_desktop_notifier_class_init (BridgeDesktopNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_desktop_notifier_dispose;
  object_class->finalize = bridge_desktop_notifier_finalize;
  object_class->get_property = bridge_desktop_notifier_get_property;

  properties[PROP_BACKEND] = g_param_spec_string ("backend", NULL, NULL, "",
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, "",
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_REFUSED] = g_param_spec_boolean ("refused", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SOUGHT] = g_param_spec_boolean ("sought", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ON_DEMAND] = g_param_spec_boolean ("on-demand", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[RECOVERED] = g_signal_new ("recovered", BRIDGE_TYPE_DESKTOP_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", BRIDGE_TYPE_DESKTOP_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bridge_desktop_notifier_init (BridgeDesktopNotifier *self)
{
  self->cancellable = g_cancellable_new ();
  self->server = g_strdup ("");
}

/**
 * bridge_desktop_notifier_new:
 * @application: (transfer none): whose notifications they are, and whose actions their buttons are; must outlive this
 * @folder: the folder of the space, for which what is on the screen is remembered
 *
 * Returns: (transfer full): a notifier for the desktop this process runs on
 */
BridgeDesktopNotifier *
bridge_desktop_notifier_new (GApplication *application, const char *folder)
{
  BridgeDesktopNotifier *self = g_object_new (BRIDGE_TYPE_DESKTOP_NOTIFIER, NULL);

  self->application = application;
  self->folder = g_strdup (folder);
  g_signal_connect_object (application, "notify::is-registered", G_CALLBACK (registered_cb), self, G_CONNECT_SWAPPED);
  if (g_application_get_is_registered (application))
    registered_cb (self, NULL, application);

  return self;
}

/**
 * bridge_desktop_notifier_get_backend:
 *
 * Returns: "portal", "gtk" or "freedesktop", as GIO would choose; "" without a session bus
 */
const char *
bridge_desktop_notifier_get_backend (BridgeDesktopNotifier *self)
{
  return backends[self->kind].name;
}

/**
 * bridge_desktop_notifier_get_server:
 *
 * Returns: who shows notifications; "" when nobody does (one may still be started on demand)
 */
const char *
bridge_desktop_notifier_get_server (BridgeDesktopNotifier *self)
{
  return self->server;
}

/**
 * bridge_desktop_notifier_get_sought:
 *
 * Returns: whether it is still being found out who shows notifications
 */
gboolean
bridge_desktop_notifier_get_sought (BridgeDesktopNotifier *self)
{
  return self->sought;
}

/**
 * bridge_desktop_notifier_get_on_demand:
 *
 * Returns: whether nobody shows notifications now, but the bus would start somebody for one
 */
gboolean
bridge_desktop_notifier_get_on_demand (BridgeDesktopNotifier *self)
{
  return self->on_demand;
}

/**
 * bridge_desktop_notifier_show_again:
 * @id: a notice's id
 * @error: where to say what went wrong
 *
 * Shows in its place what this process has shown and has not withdrawn; a desktop may have closed it with its button.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOTIFIER; %TRUE also when there is nothing to show
 */
gboolean
bridge_desktop_notifier_show_again (BridgeDesktopNotifier *self, const char *id, GError **error)
{
  return self->backend == NULL || bridge_notice_backend_show_again (self->backend, id, error);
}

/**
 * bridge_desktop_notifier_get_refused:
 *
 * Returns: whether the desktop said last that the person does not want notifications from here
 */
gboolean
bridge_desktop_notifier_get_refused (BridgeDesktopNotifier *self)
{
  return self->refused;
}
