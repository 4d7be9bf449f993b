/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-lines-window.h"

G_BEGIN_DECLS

/**
 * BridgeCareWindow:
 *
 * The plan of whoever is speaking for sleep, food, movement, stress, own friends and own interests, and the day for looking
 * at it. It closes when somebody else speaks.
 */
#define BRIDGE_TYPE_CARE_WINDOW (bridge_care_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCareWindow, bridge_care_window, BRIDGE, CARE_WINDOW, BridgeLinesWindow)

GtkWidget *bridge_care_window_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
