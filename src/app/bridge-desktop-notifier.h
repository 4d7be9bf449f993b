/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"

G_BEGIN_DECLS

/**
 * BridgeDesktopNotifier:
 *
 * The #BridgeNotifier of the real program, over #GNotification. Properties, read-only: backend s ("portal", "gtk",
 * "freedesktop"; "" without a session bus), server s (who shows notifications, "dunst 1.9.0"; "" when nobody does).
 */
#define BRIDGE_TYPE_DESKTOP_NOTIFIER (bridge_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDesktopNotifier, bridge_desktop_notifier, BRIDGE, DESKTOP_NOTIFIER, GObject)

BridgeDesktopNotifier *bridge_desktop_notifier_new (GApplication *application);
const char *bridge_desktop_notifier_get_backend (BridgeDesktopNotifier *self);
const char *bridge_desktop_notifier_get_server (BridgeDesktopNotifier *self);

G_END_DECLS
