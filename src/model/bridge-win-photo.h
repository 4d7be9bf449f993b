/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeWinPhoto:
 *
 * A picture beside a small win; the file is named by its id. Properties (read-write, EXPLICIT_NOTIFY): id
 * s; win-id s (of the small win); caption s (what it shows; "" none); width i (in pixels); height i (in
 * pixels); position i (its place, from 0); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_WIN_PHOTO (bridge_win_photo_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWinPhoto, bridge_win_photo, BRIDGE, WIN_PHOTO, GObject)

BridgeWinPhoto *bridge_win_photo_new (const char *win_id);
BridgeWinPhoto *bridge_win_photo_copy (BridgeWinPhoto *self); /* (transfer full) same id and stamps */
const char *bridge_win_photo_get_id (BridgeWinPhoto *self); /* (nullable) */
const char *bridge_win_photo_get_win_id (BridgeWinPhoto *self); /* (nullable) */
const char *bridge_win_photo_get_caption (BridgeWinPhoto *self);
int bridge_win_photo_get_width (BridgeWinPhoto *self);
int bridge_win_photo_get_height (BridgeWinPhoto *self);
int bridge_win_photo_get_position (BridgeWinPhoto *self);

G_END_DECLS
