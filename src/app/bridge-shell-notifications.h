/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notice-backend.h"

G_BEGIN_DECLS

/**
 * BridgeShellNotifications:
 *
 * Notices through org.gtk.Notifications, which is GNOME Shell. They have names there and outlive this process;
 * clicks come as actions of the application.
 */
#define BRIDGE_TYPE_SHELL_NOTIFICATIONS (bridge_shell_notifications_get_type ())
G_DECLARE_FINAL_TYPE (BridgeShellNotifications, bridge_shell_notifications, BRIDGE, SHELL_NOTIFICATIONS,
                      BridgeNoticeBackend)

BridgeNoticeBackend *bridge_shell_notifications_new (GDBusConnection *connection);

G_END_DECLS
