/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeWrapLayout:
 *
 * Lays children out in lines like words, each as wide as it likes to be; what has no room goes to the next line.
 */
#define BRIDGE_TYPE_WRAP_LAYOUT (bridge_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWrapLayout, bridge_wrap_layout, BRIDGE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *bridge_wrap_layout_new (void);
void bridge_wrap_layout_set_centred (BridgeWrapLayout *self, gboolean centred);
void bridge_wrap_layout_set_yields (BridgeWrapLayout *self, gboolean yields); /* narrower, if that makes a single line */
void bridge_wrap_layout_set_most_gain (BridgeWrapLayout *self, int most_gain); /* of each child in a single line */

#define BRIDGE_WRAP_SPACING 6 /* between children and between lines, logical pixels */

G_END_DECLS
