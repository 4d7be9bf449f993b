/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeShortcuts:
 *
 * The keys that the window knows, in one column, so that it fits a narrow screen.
 */
#define BRIDGE_TYPE_SHORTCUTS (bridge_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (BridgeShortcuts, bridge_shortcuts, BRIDGE, SHORTCUTS, AdwWindow)

GtkWidget *bridge_shortcuts_new (GtkWindow *parent);

G_END_DECLS
