/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePausePage:
 *
 * The pause, wherever it stands: while it lasts, "ready?", the talk, or another day. It follows the space and the clock
 * while it is seen. The window shows it, and takes the colour of the water.
 *
 * Signal: "leave": back to the planner.
 */
#define BRIDGE_TYPE_PAUSE_PAGE (bridge_pause_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgePausePage, bridge_pause_page, BRIDGE, PAUSE_PAGE, AdwBin)

GtkWidget *bridge_pause_page_new (BridgeSpace *space);
void bridge_pause_page_set_known (BridgePausePage *self, gboolean known); /* else nobody has said yet who is here */

G_END_DECLS
