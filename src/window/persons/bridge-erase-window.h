/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeEraseWindow:
 *
 * Erasing everything: what goes, what cannot be reached from here, and a word to type before it is done. Whoever has the
 * space open begins anew then.
 */
#define BRIDGE_TYPE_ERASE_WINDOW (bridge_erase_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeEraseWindow, bridge_erase_window, BRIDGE, ERASE_WINDOW, AdwWindow)

GtkWidget *bridge_erase_window_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
