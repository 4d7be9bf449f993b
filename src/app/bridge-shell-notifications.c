/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-shell-notifications.h"

static const BridgeNoticeServer server = {
  .name = "org.gtk.Notifications",
  .path = "/org/gtk/Notifications",
  .interface = "org.gtk.Notifications",
};

struct _BridgeShellNotifications
{
  BridgeNoticeBackend parent_instance;

  GDBusConnection *connection;
};

G_DEFINE_FINAL_TYPE (BridgeShellNotifications, bridge_shell_notifications, BRIDGE_TYPE_NOTICE_BACKEND)

static gboolean
bridge_shell_notifications_show (BridgeNoticeBackend *backend, const BridgeNotice *notice, gboolean anew, GError **error)
{
  BridgeShellNotifications *self = BRIDGE_SHELL_NOTIFICATIONS (backend);
  g_autoptr (GError) cause = NULL;

  if (bridge_notice_backend_hand_over (backend, self->connection, &server, "AddNotification",
                                       g_variant_new ("(ss@a{sv})", APP_ID, notice->id,
                                                      bridge_notice_backend_serialize (notice, NULL)),
                                       notice, &cause))
    return TRUE;

  bridge_notice_backend_explain (error, cause);
  return FALSE;
}

static void
bridge_shell_notifications_withdraw (BridgeNoticeBackend *backend, const char *id)
{
  bridge_notice_backend_tell (BRIDGE_SHELL_NOTIFICATIONS (backend)->connection, &server, "RemoveNotification",
                              g_variant_new ("(ss)", APP_ID, id));
}

static void
bridge_shell_notifications_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_SHELL_NOTIFICATIONS (object)->connection);

  G_OBJECT_CLASS (bridge_shell_notifications_parent_class)->dispose (object);
}

static void
bridge_shell_notifications_class_init (BridgeShellNotificationsClass *klass)
{
  BridgeNoticeBackendClass *backend_class = BRIDGE_NOTICE_BACKEND_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_shell_notifications_dispose;

  backend_class->show = bridge_shell_notifications_show;
  backend_class->withdraw = bridge_shell_notifications_withdraw;
}

static void
bridge_shell_notifications_init (BridgeShellNotifications *self)
{
}

/**
 * bridge_shell_notifications_new:
 * @connection: (transfer none): the session bus
 *
 * Returns: (transfer full): the way to GNOME Shell
 */
BridgeNoticeBackend *
bridge_shell_notifications_new (GDBusConnection *connection)
{
  BridgeShellNotifications *self = g_object_new (BRIDGE_TYPE_SHELL_NOTIFICATIONS, NULL);

  self->connection = g_object_ref (connection);
  return BRIDGE_NOTICE_BACKEND (self);
}
