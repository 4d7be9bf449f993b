/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space-photos.h"

G_BEGIN_DECLS

/**
 * BridgePhotoStrip:
 *
 * The pictures of one small win as small squares; each opens large. It is not there where there are none.
 */
#define BRIDGE_TYPE_PHOTO_STRIP (bridge_photo_strip_get_type ())
G_DECLARE_FINAL_TYPE (BridgePhotoStrip, bridge_photo_strip, BRIDGE, PHOTO_STRIP, GtkWidget)

void bridge_photo_strip_show (BridgePhotoStrip *self, BridgeSpace *space, const char *win_id);
guint bridge_photo_strip_get_n (BridgePhotoStrip *self);

G_END_DECLS
