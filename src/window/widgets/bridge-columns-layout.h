/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeColumnsLayout:
 *
 * Lays children out in two columns of the same width where there is room for two, else in one. How many there are depends on
 * the width alone, and on the size of text, whatever stands in the children. Those beside each other have the same height.
 */
#define BRIDGE_TYPE_COLUMNS_LAYOUT (bridge_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (BridgeColumnsLayout, bridge_columns_layout, BRIDGE, COLUMNS_LAYOUT, GtkLayoutManager)

#define BRIDGE_COLUMNS_SPACING 12

/* @chars: how many characters a line has room for where there are two columns */
GtkLayoutManager *bridge_columns_layout_new (int chars);

G_END_DECLS
