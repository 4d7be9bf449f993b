/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"

G_BEGIN_DECLS

/**
 * BridgeWindowNotifier:
 *
 * Shows reminders inside the window while there is no service to do it. Signal: "shown" (const char *body): a moment
 * has come.
 */
#define BRIDGE_TYPE_WINDOW_NOTIFIER (bridge_window_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWindowNotifier, bridge_window_notifier, BRIDGE, WINDOW_NOTIFIER, GObject)

BridgeWindowNotifier *bridge_window_notifier_new (void);

G_END_DECLS
