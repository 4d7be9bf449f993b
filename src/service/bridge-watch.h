/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Notices that something may have been written to the database of a folder, by whomever, as long as a main loop runs. */
typedef struct _BridgeWatch BridgeWatch;
typedef void (*BridgeWatchFunc) (gpointer user_data);

BridgeWatch *bridge_watch_new (const char *folder, BridgeWatchFunc func, gpointer user_data);
void bridge_watch_free (BridgeWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeWatch, bridge_watch_free)

G_END_DECLS
