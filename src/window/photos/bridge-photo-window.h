/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space-photos.h"

G_BEGIN_DECLS

/**
 * BridgePhotoWindow:
 *
 * The pictures of one small win, one at a time and as large as there is room. Escape closes it, the arrows lead from one to
 * the next.
 */
#define BRIDGE_TYPE_PHOTO_WINDOW (bridge_photo_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgePhotoWindow, bridge_photo_window, BRIDGE, PHOTO_WINDOW, AdwWindow)

/* @photos: (element-type BridgeWinPhoto); @first: the one to begin with */
GtkWidget *bridge_photo_window_new (BridgeSpace *space, GPtrArray *photos, guint first, GtkWindow *parent);

/* "A picture", "Picture 2 of 3" or what it shows; @caption: (nullable) (transfer full) */
char *bridge_photo_format_name (const char *caption, guint number, guint n);

G_END_DECLS
