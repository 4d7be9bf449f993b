/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bridge-look-back-words.h"

G_BEGIN_DECLS

typedef enum {
  BRIDGE_PICTURE_PNG,
  BRIDGE_PICTURE_SVG,
} BridgePictureFormat;

/* A picture as a file, on white paper, with its title, what it says and on how much it rests. @mirrored: one reads from the
 * right. (transfer full); STORAGE */
GBytes *bridge_figure_to_bytes (const BridgeLookBack *look_back, BridgeFigure figure, int year, gboolean alone,
                                gboolean mirrored, BridgePictureFormat format, GError **error);
/* 0600 */
gboolean bridge_figure_save (const BridgeLookBack *look_back, BridgeFigure figure, int year, gboolean alone, gboolean mirrored,
                             BridgePictureFormat format, const char *path, GError **error);

G_END_DECLS
