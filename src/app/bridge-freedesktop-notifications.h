/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notice-backend.h"

G_BEGIN_DECLS

/**
 * BridgeFreedesktopNotifications:
 *
 * Notices through org.freedesktop.Notifications. The server gives them numbers and tells by signals what became
 * of them: a press is the application's action, and "answered" says the rest.
 */
#define BRIDGE_TYPE_FREEDESKTOP_NOTIFICATIONS (bridge_freedesktop_notifications_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFreedesktopNotifications, bridge_freedesktop_notifications, BRIDGE,
                      FREEDESKTOP_NOTIFICATIONS, BridgeNoticeBackend)

BridgeNoticeBackend *bridge_freedesktop_notifications_new (GApplication *application, GDBusConnection *connection,
                                                           const char *folder);

G_END_DECLS
