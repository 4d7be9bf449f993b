/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* All promises: open, kept, let go. Nothing is counted. */
#define BRIDGE_TYPE_PROMISES_WINDOW (bridge_promises_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgePromisesWindow, bridge_promises_window, BRIDGE, PROMISES_WINDOW, AdwWindow)

GtkWidget *bridge_promises_window_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
