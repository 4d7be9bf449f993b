/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"

G_BEGIN_DECLS

/* The files of pictures, in a folder of their own beside the database: one large and one small for each row of win_photos,
 * named by its id. They are written once and never changed, so every backup of the database may refer to them; they go when
 * neither the database nor a backup does any more. */

#define BRIDGE_PHOTO_FOLDER "photos"

/* @folder: of the space. (transfer full) */
char *bridge_photo_dup_path (const char *folder, const char *id, gboolean small);
/* has a file got its name from us, also one that was not finished? */
gboolean bridge_photo_is_ours (const char *name);
gboolean bridge_photo_write (const char *folder, const char *id, GBytes *large, GBytes *small, GError **error);
void bridge_photo_remove (const char *folder, const char *id);
/* @before: UTC ms; what was written later stays */
guint bridge_photo_tidy (BridgeDatabase *db, const char *folder, gint64 before);

G_END_DECLS
