/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"
#include "bridge-milestone.h"

G_BEGIN_DECLS

/**
 * BridgeCelebrationWindow:
 *
 * A milestone is reached: what made it possible, with what led there to choose from, and how to mark it. Its verb writes that
 * into the log; to leave it changes nothing.
 */
#define BRIDGE_TYPE_CELEBRATION_WINDOW (bridge_celebration_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCelebrationWindow, bridge_celebration_window, BRIDGE, CELEBRATION_WINDOW, BridgeEditor)

GtkWidget *bridge_celebration_window_new (BridgeSpace *space, BridgeMilestone *milestone, GtkWindow *parent);

G_END_DECLS
