/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Notices that something may have been done to files of a folder, by whomever, as long as a main loop runs. */
typedef struct _BridgeFolderWatch BridgeFolderWatch;
typedef void (*BridgeFolderWatchFunc) (gpointer user_data);

BridgeFolderWatch *bridge_folder_watch_new (const char *folder, const char *prefix, BridgeFolderWatchFunc func,
                                            gpointer user_data);
void bridge_folder_watch_free (BridgeFolderWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeFolderWatch, bridge_folder_watch_free)

G_END_DECLS
