/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *bridge_autostart_dup_path (void);
gboolean bridge_autostart_in_sandbox (void);
gboolean bridge_autostart_applies (const char *folder);
gboolean bridge_autostart_is_on (const char *folder);
gboolean bridge_autostart_is_turned_off (const char *folder);
gboolean bridge_autostart_erase (const char *folder, GError **error);
gboolean bridge_autostart_sync (const char *folder, gboolean on, GError **error);

G_END_DECLS
