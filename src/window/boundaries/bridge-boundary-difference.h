/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeBoundaryDifference:
 *
 * Two sentences, with the words that changed marked: side by side where there is room, one under the other where not.
 */
#define BRIDGE_TYPE_BOUNDARY_DIFFERENCE (bridge_boundary_difference_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryDifference, bridge_boundary_difference, BRIDGE, BOUNDARY_DIFFERENCE, GtkBox)

GtkWidget *bridge_boundary_difference_new (const char *before, const char *after);

G_END_DECLS
