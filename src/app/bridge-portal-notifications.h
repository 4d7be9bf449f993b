/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notice-backend.h"

G_BEGIN_DECLS

/**
 * BridgePortalNotifications:
 *
 * Notices through org.freedesktop.portal.Notification, out of a sandbox. They have names there and outlive this
 * process; clicks come as actions of the application. From version 2 on the lock screen is asked to keep their
 * words to itself.
 */
#define BRIDGE_TYPE_PORTAL_NOTIFICATIONS (bridge_portal_notifications_get_type ())
G_DECLARE_FINAL_TYPE (BridgePortalNotifications, bridge_portal_notifications, BRIDGE, PORTAL_NOTIFICATIONS,
                      BridgeNoticeBackend)

BridgeNoticeBackend *bridge_portal_notifications_new (GDBusConnection *connection);

G_END_DECLS
