/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgePhotoThumb:
 *
 * A small square of a picture, always of the same size, so that nothing moves when it comes. It is read in a thread.
 */
#define BRIDGE_TYPE_PHOTO_THUMB (bridge_photo_thumb_get_type ())
G_DECLARE_FINAL_TYPE (BridgePhotoThumb, bridge_photo_thumb, BRIDGE, PHOTO_THUMB, GtkWidget)

#define BRIDGE_PHOTO_THUMB_SIZE 72

GtkWidget *bridge_photo_thumb_new_for_path (const char *path);
GtkWidget *bridge_photo_thumb_new_for_bytes (GBytes *bytes);
gboolean bridge_photo_thumb_is_loaded (BridgePhotoThumb *self);

/* Reads a picture in a thread; @callback gets what bridge_photo_load_finish () takes. @source: a widget that wants it. */
void bridge_photo_load_async (gpointer source, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GdkTexture *bridge_photo_load_finish (GAsyncResult *result, GError **error); /* (transfer full) */

G_END_DECLS
