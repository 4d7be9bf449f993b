/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-portal-notifications.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Notification"

static const BridgeNoticeServer server = { .name = NAME, .path = PATH, .interface = INTERFACE };
static const BridgeNoticeServer properties = {
  .name = NAME,
  .path = PATH,
  .interface = "org.freedesktop.DBus.Properties",
};

/* The portal refuses a notification with a hint that it does not know, and names the hint. Its program has the first
 * name, its documentation had the second; none at all is better than no reminder. */
static const char *const discreet_hints[] = { "hide-content-on-lock-screen", "hide-content-on-lockscreen", NULL };

/* Without it what has the id of an older one changes that one, and nothing pops up. */
#define ANEW_HINT "show-as-new"

struct _BridgePortalNotifications
{
  BridgeNoticeBackend parent_instance;

  GDBusConnection *connection;
  guint watch;
  guint version; /* of the portal that runs; 0: not asked yet */
  gsize discreet; /* index of the hint it takes */
  gboolean no_anew; /* it does not take that hint */
};

G_DEFINE_FINAL_TYPE (BridgePortalNotifications, bridge_portal_notifications, BRIDGE_TYPE_NOTICE_BACKEND)

static void
name_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  BridgePortalNotifications *self = user_data;

  self->version = 0;
  self->discreet = 0;
  self->no_anew = FALSE;
}

static gboolean
ask_version (BridgePortalNotifications *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDBusMessage) reply = NULL;
  g_autoptr (GVariant) value = NULL;
  GVariant *body;

  if (self->version > 0)
    return TRUE;

  reply = bridge_notice_backend_ask (BRIDGE_NOTICE_BACKEND (self), self->connection, &properties, "Get",
                                     g_variant_new ("(ss)", INTERFACE, "version"), &cause);
  if (reply == NULL && !g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS)
      && !g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_PROPERTY))
    {
      bridge_notice_backend_explain (error, cause);
      return FALSE;
    }

  body = reply ? g_dbus_message_get_body (reply) : NULL;
  if (body && g_variant_is_of_type (body, G_VARIANT_TYPE ("(v)")))
    g_variant_get (body, "(v)", &value);
  self->version = 1;
  if (value && g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    self->version = MAX (g_variant_get_uint32 (value), 1);
  g_debug ("the notification portal has version %u", self->version);
  return TRUE;
}

/* Says whether it is worth another try: there was a hint that the portal does not know. */
static gboolean
drop_hint (BridgePortalNotifications *self, const char *const *hints, const GError *error)
{
  if (!g_dbus_error_is_remote_error (error))
    return FALSE;

  for (; *hints; hints++)
    if (strstr (error->message, *hints))
      {
        if (g_str_equal (*hints, ANEW_HINT))
          self->no_anew = TRUE;
        else
          self->discreet++;
        return TRUE;
      }
  return FALSE;
}

static gboolean
bridge_portal_notifications_show (BridgeNoticeBackend *backend, const BridgeNotice *notice, gboolean anew, GError **error)
{
  BridgePortalNotifications *self = BRIDGE_PORTAL_NOTIFICATIONS (backend);

  if (!ask_version (self, error))
    return FALSE;

  while (TRUE)
    {
      const char *hints[3] = { NULL };
      gsize n = 0;
      g_autoptr (GError) cause = NULL;

      if (self->version >= 2 && discreet_hints[self->discreet])
        hints[n++] = discreet_hints[self->discreet];
      if (self->version >= 2 && anew && !self->no_anew)
        hints[n++] = ANEW_HINT;
      if (bridge_notice_backend_hand_over (backend, self->connection, &server, "AddNotification",
                                           g_variant_new ("(s@a{sv})", notice->id,
                                                          bridge_notice_backend_serialize (notice, hints)),
                                           notice, &cause))
        return TRUE;

      if (!drop_hint (self, hints, cause))
        {
          bridge_notice_backend_explain (error, cause);
          return FALSE;
        }
    }
}

static void
bridge_portal_notifications_withdraw (BridgeNoticeBackend *backend, const char *id)
{
  bridge_notice_backend_tell (BRIDGE_PORTAL_NOTIFICATIONS (backend)->connection, &server, "RemoveNotification",
                              g_variant_new ("(s)", id));
}

static void
bridge_portal_notifications_dispose (GObject *object)
{
  BridgePortalNotifications *self = BRIDGE_PORTAL_NOTIFICATIONS (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (bridge_portal_notifications_parent_class)->dispose (object);
}

static void
bridge_portal_notifications_class_init (BridgePortalNotificationsClass *klass)
{
  BridgeNoticeBackendClass *backend_class = BRIDGE_NOTICE_BACKEND_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_portal_notifications_dispose;

  backend_class->show = bridge_portal_notifications_show;
  backend_class->withdraw = bridge_portal_notifications_withdraw;
}

static void
bridge_portal_notifications_init (BridgePortalNotifications *self)
{
}

/**
 * bridge_portal_notifications_new:
 * @connection: (transfer none): the session bus
 *
 * Returns: (transfer full): the way through the portal
 */
BridgeNoticeBackend *
bridge_portal_notifications_new (GDBusConnection *connection)
{
  BridgePortalNotifications *self = g_object_new (BRIDGE_TYPE_PORTAL_NOTIFICATIONS, NULL);

  self->connection = g_object_ref (connection);
  self->watch = g_bus_watch_name_on_connection (connection, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, name_vanished_cb,
                                                self, NULL);
  return BRIDGE_NOTICE_BACKEND (self);
}
