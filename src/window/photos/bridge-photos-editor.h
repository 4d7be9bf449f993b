/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space-photos.h"

G_BEGIN_DECLS

/**
 * BridgePhotosEditor:
 *
 * The pictures of a small win in its editor: each with what it shows, and a button that adds some. They come from the file
 * chooser, are dropped, or pasted. Nothing is stored here. Signal: changed (): another number of them, or it is done with one.
 */
#define BRIDGE_TYPE_PHOTOS_EDITOR (bridge_photos_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgePhotosEditor, bridge_photos_editor, BRIDGE, PHOTOS_EDITOR, GtkBox)

void bridge_photos_editor_set_space (BridgePhotosEditor *self, BridgeSpace *space, const char *win_id);
/* what may be dropped anywhere on @window, and pasted with Ctrl+V, is added here */
void bridge_photos_editor_take_from (BridgePhotosEditor *self, GtkWidget *window);
void bridge_photos_editor_add_file (BridgePhotosEditor *self, GFile *file);
void bridge_photos_editor_add_texture (BridgePhotosEditor *self, GdkTexture *texture);
gboolean bridge_photos_editor_is_busy (BridgePhotosEditor *self);
GPtrArray *bridge_photos_editor_get_drafts (BridgePhotosEditor *self); /* (transfer none) of BridgePhotoDraft */

G_END_DECLS
