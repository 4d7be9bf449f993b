/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"
#include "bridge-win-photo.h"

G_BEGIN_DECLS

/* Pictures beside small wins. What is given is JPEG already, and says nothing about where and when it was taken: whoever can
 * decode pictures (window/photos) has made it so. */

#define BRIDGE_SPACE_MAX_PHOTOS 8 /* beside one small win */
#define BRIDGE_SPACE_MAX_CAPTION 240

/* A picture as it shall be: one that is there (an id), with its words; or a new one (no id), with its bytes. */
typedef struct {
  char *id;      /* (nullable) */
  char *caption;
  GBytes *large; /* (nullable) */
  GBytes *small; /* (nullable) */
  int width;     /* of the large one, in pixels */
  int height;
} BridgePhotoDraft;

BridgePhotoDraft *bridge_photo_draft_new (GBytes *large, GBytes *small, int width, int height);
BridgePhotoDraft *bridge_photo_draft_new_for (BridgeWinPhoto *photo);
void bridge_photo_draft_free (BridgePhotoDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgePhotoDraft, bridge_photo_draft_free)

/* (transfer full) BridgeWinPhoto, in their order */
GPtrArray *bridge_space_list_win_photos (BridgeSpace *self, const char *win_id, GError **error);
/* (transfer full) NOT_FOUND */
BridgeWinPhoto *bridge_space_find_photo (BridgeSpace *self, const char *id, GError **error);
/* (transfer full) of the file, whether it is there or not */
char *bridge_space_dup_photo_path (BridgeSpace *self, const char *id, gboolean small);
/* A new win (no id) or a changed one, with its pictures (of BridgePhotoDraft, in their order): what is there and not among them
 * is removed. All of it is one step of Undo. (transfer full) as stored */
BridgeWin *bridge_space_save_win (BridgeSpace *self, BridgeWin *win, GPtrArray *drafts, GError **error);
gboolean bridge_space_caption_photo (BridgeSpace *self, const char *id, const char *caption, GError **error);
gboolean bridge_space_remove_photo (BridgeSpace *self, const char *id, GError **error);

/* For bridge_space_open () only: what was removed a day ago goes for good. */
void bridge_space_tidy_photos (BridgeSpace *self);

/* For bridge-space-wins.c and bridge-space-photos.c */
BridgeWin *bridge_space_take_over_win (BridgeSpace *self, BridgeWin *given, BridgeWin *before, GError **error);
gboolean bridge_space_require_own_win (BridgeSpace *self, BridgeWin *win, GError **error); /* STATE */

G_END_DECLS
