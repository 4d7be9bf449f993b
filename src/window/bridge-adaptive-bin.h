/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeAdaptiveBin:
 *
 * Holds one child and lets its window get as narrow as the window likes. Properties (read-only): width i, of the window;
 * narrow b: it has no room for what is side by side on a wide one.
 */
#define BRIDGE_TYPE_ADAPTIVE_BIN (bridge_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAdaptiveBin, bridge_adaptive_bin, BRIDGE, ADAPTIVE_BIN, GtkWidget)

#define BRIDGE_ADAPTIVE_WIDTH 600 /* logical pixels; narrow below */

GtkWidget *bridge_adaptive_bin_new (void);
void bridge_adaptive_bin_set_child (BridgeAdaptiveBin *self, GtkWidget *child);
gboolean bridge_adaptive_bin_get_narrow (BridgeAdaptiveBin *self);
int bridge_adaptive_bin_get_width (BridgeAdaptiveBin *self); /* 0: not known yet */

G_END_DECLS
