/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeHandOver:
 *
 * What covers the window between two people, with nothing on it of what either of them keeps: "Pass the computer to
 * Robin" until Robin says so, or, when the window opens where the two use one computer, "Who is here?". Whoever answers
 * is the speaker of the space then. It keeps nobody out: the two share a login, and it says no more than "the other one
 * is here now".
 *
 * Signal "done": somebody has answered, or there is nobody to pass to any more.
 */
#define BRIDGE_TYPE_HAND_OVER (bridge_hand_over_get_type ())
G_DECLARE_FINAL_TYPE (BridgeHandOver, bridge_hand_over, BRIDGE, HAND_OVER, AdwBin)

GtkWidget *bridge_hand_over_new (BridgeSpace *space, gboolean passing);

G_END_DECLS
