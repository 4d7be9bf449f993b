/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A new folder that is there as a whole or not at all: it is made beside the place where it shall be, under a name that begins
 * with BRIDGE_EXPORT_PREFIX, and goes there in one step once everything is on the disk. Whatever is let go of before that is
 * taken away again. All of it is for a thread that may wait; files are readable by this account alone (0600, 0700). */

#define BRIDGE_EXPORT_PREFIX ".footbridge-export-"

typedef struct _BridgeExportFolder BridgeExportFolder;
typedef struct _BridgeExportFile BridgeExportFile;

/* @path: not there yet, or an empty folder. STATE: it is neither; FULL, STORAGE */
BridgeExportFolder *bridge_export_folder_begin (const char *path, GError **error);
const char *bridge_export_folder_get_path (BridgeExportFolder *self); /* (transfer none) absolute: where it shall be */
gboolean bridge_export_folder_add_folder (BridgeExportFolder *self, const char *name, GError **error);
/* A file in it, which goes before the folder does: begun, added to, and ended. FULL, STORAGE */
BridgeExportFile *bridge_export_file_begin (BridgeExportFolder *folder, const char *name, GError **error);
gboolean bridge_export_file_append (BridgeExportFile *self, const void *data, gsize length, GError **error);
gboolean bridge_export_file_end (BridgeExportFile *self, GError **error);
void bridge_export_file_free (BridgeExportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeExportFile, bridge_export_file_free)
/* @copied: (out) FALSE: the file could not be read, and there is none of that name. CANCELLED, FULL, STORAGE */
gboolean bridge_export_folder_add_copy (BridgeExportFolder *self, const char *from, const char *name, gboolean *copied,
                                        GCancellable *cancellable, GError **error);
gboolean bridge_export_folder_finish (BridgeExportFolder *self, GError **error);
void bridge_export_folder_free (BridgeExportFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeExportFolder, bridge_export_folder_free)

G_END_DECLS
