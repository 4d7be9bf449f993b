/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>
#include "bridge-space-photos.h"

G_BEGIN_DECLS

/* Makes a picture that somebody gives into one that is kept: upright, at most 2048 pixels long, JPEG, and without a word about
 * where, when and with what it was taken. It is decoded in a thread, and only by what was made for its kind. */

#define BRIDGE_PHOTO_LONG 2048
#define BRIDGE_PHOTO_SHORT 320
#define BRIDGE_PHOTO_MAX_BYTES (64 * 1024 * 1024)
#define BRIDGE_PHOTO_MAX_PIXELS (80 * 1000 * 1000)

/* In this thread: (transfer full) (nullable), or NULL with BRIDGE_ERROR_INVALID_VALUE, a sentence */
BridgePhotoDraft *bridge_photo_decode (GBytes *bytes, GError **error);
BridgePhotoDraft *bridge_photo_decode_file (GFile *file, GCancellable *cancellable, GError **error);

/* In a thread of its own; @source: a GFile, a GBytes or a GdkTexture. */
void bridge_photo_decode_async (GObject *owner, const GValue *source, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
BridgePhotoDraft *bridge_photo_decode_finish (GAsyncResult *result, GError **error); /* (transfer full) */

G_END_DECLS
