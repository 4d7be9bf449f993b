/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Everything that Footbridge keeps on this computer: STORAGE, BUSY, FOREIGN. Other processes that have the space open hear
 * "gone". */
gboolean bridge_erase_everything (const char *folder, GError **error);

G_END_DECLS
