/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"

G_BEGIN_DECLS

/**
 * BridgeDesktopNotifier:
 *
 * The #BridgeNotifier of the real program: finds out who shows notifications here and has the #BridgeNoticeBackend
 * for it. GNotification would not do: it shows a notice twice when it is changed before the server has answered,
 * forgets with the process what it has shown, and does not tell whether it was. Properties, read-only: backend s
 * ("portal", "gtk", "freedesktop"; "" without a session bus), server s (who shows notifications, "dunst 1.9.0"; ""
 * when nobody does), on-demand b (then the bus would start somebody), refused b (the person has turned off what
 * Footbridge shows, as the desktop said last).
 *
 * Signal "answered" (notice id s, what s): what became of a notice, where the server tells, which is the freedesktop
 * one: "clicked" (itself or a button; its action comes next), "dismissed" by the person, "expired", "withdrawn" by
 * this program, or "closed" for a reason that the server does not give. Elsewhere a click is only the application's
 * action.
 *
 * Signal "recovered" (): a server that had taken too long has answered, or its time is over. What is shown again now
 * under its old id, and was taken after all, is not shown twice; a reminder that is not shown again is withdrawn.
 */
#define BRIDGE_TYPE_DESKTOP_NOTIFIER (bridge_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDesktopNotifier, bridge_desktop_notifier, BRIDGE, DESKTOP_NOTIFIER, GObject)

BridgeDesktopNotifier *bridge_desktop_notifier_new (GApplication *application, const char *folder);
const char *bridge_desktop_notifier_get_backend (BridgeDesktopNotifier *self);
const char *bridge_desktop_notifier_get_server (BridgeDesktopNotifier *self);
gboolean bridge_desktop_notifier_get_sought (BridgeDesktopNotifier *self);
gboolean bridge_desktop_notifier_get_on_demand (BridgeDesktopNotifier *self);
gboolean bridge_desktop_notifier_show_again (BridgeDesktopNotifier *self, const char *id, GError **error);
gboolean bridge_desktop_notifier_get_refused (BridgeDesktopNotifier *self);

G_END_DECLS
