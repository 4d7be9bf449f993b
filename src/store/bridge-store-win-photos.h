/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-win-photo.h"

G_BEGIN_DECLS

/* Pictures of small wins. Loaders leave out
 * what is removed unless said otherwise; arrays own their objects. */

/* in their order */
GPtrArray *bridge_store_load_win_photos (BridgeDatabase *db, const char *win_id, GError **error);
GPtrArray *bridge_store_load_all_win_photos (BridgeDatabase *db, GError **error); /* removed ones too */
/* removed ones too; NULL without error: none */
BridgeWinPhoto *bridge_store_load_win_photo (BridgeDatabase *db, const char *id, GError **error);
/* for good: what was removed before @before (UTC ms), or whose small win was; @n: (out) how many */
gboolean bridge_store_forget_win_photos (BridgeDatabase *db, gint64 before, guint *n, GError **error);
gboolean bridge_store_save_win_photo (BridgeDatabase *db, BridgeWinPhoto *win_photo, GError **error);

G_END_DECLS
