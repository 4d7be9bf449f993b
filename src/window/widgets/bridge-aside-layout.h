/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeAsideLayout:
 *
 * Lays children out in one line: those that expand share what the others leave, which are as wide as they like to be. Nothing
 * is asked how narrow it could be for a height. A horizontal GtkBox asks just that of each child that has words which wrap,
 * at some fifteen widths one after the other, and all of them are laid out anew for each.
 */
#define BRIDGE_TYPE_ASIDE_LAYOUT (bridge_aside_layout_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAsideLayout, bridge_aside_layout, BRIDGE, ASIDE_LAYOUT, GtkLayoutManager)

#define BRIDGE_ASIDE_SPACING 6 /* logical pixels */

GtkLayoutManager *bridge_aside_layout_new (void);

G_END_DECLS
