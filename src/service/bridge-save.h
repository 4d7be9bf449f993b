/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @path is as it was, or has all of @data, on the disk and readable by this account alone (0600). FULL, STORAGE */
gboolean bridge_save_bytes (const char *path, const void *data, gsize length, GError **error);
/* What has kept something from being saved at @path, from errno: that nothing was, and what helps. FULL, STATE, STORAGE */
void bridge_save_set_error (GError **error, const char *path, int reason);

G_END_DECLS
