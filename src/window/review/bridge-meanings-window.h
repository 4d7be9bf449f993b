/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-lines-window.h"

G_BEGIN_DECLS

/**
 * BridgeMeaningsWindow:
 *
 * What the two once enjoyed or want to try. Either adds to it, and each takes away their own.
 */
#define BRIDGE_TYPE_MEANINGS_WINDOW (bridge_meanings_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMeaningsWindow, bridge_meanings_window, BRIDGE, MEANINGS_WINDOW, BridgeLinesWindow)

GtkWidget *bridge_meanings_window_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
