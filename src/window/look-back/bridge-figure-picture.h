/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bridge-look-back-words.h"

G_BEGIN_DECLS

/* One picture of a look back, or what its shapes mean. */
#define BRIDGE_TYPE_FIGURE_PICTURE (bridge_figure_picture_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFigurePicture, bridge_figure_picture, BRIDGE, FIGURE_PICTURE, GtkWidget)

GtkWidget *bridge_figure_picture_new (BridgeFigure figure);
GtkWidget *bridge_figure_picture_new_legend (BridgeFigure figure);
void bridge_figure_picture_show (BridgeFigurePicture *self, const BridgeLookBack *look_back, int year, gboolean alone);

G_END_DECLS
