/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BridgeFolderLock:
 *
 * Who looks after the reminders of a data folder: one process, whatever buses and sandboxes there are. The lock is the
 * kernel's, on the file footbridge.lock in the folder, and goes with the process that has it; what a dead one has left
 * in the file means nothing. The process id and the part in there only tell a person who it is.
 *
 * Signal "freed": whoever had it has let go; try again. Comes only after bridge_folder_lock_try() found another.
 */
#define BRIDGE_TYPE_FOLDER_LOCK (bridge_folder_lock_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFolderLock, bridge_folder_lock, BRIDGE, FOLDER_LOCK, GObject)

#define BRIDGE_FOLDER_LOCK_FILE "footbridge.lock"

/* The part a process plays. */
typedef enum {
  BRIDGE_PART_UNKNOWN,
  BRIDGE_PART_SERVICE,
  BRIDGE_PART_WINDOW,
} BridgePart;

BridgeFolderLock *bridge_folder_lock_new (const char *folder, BridgePart part);
gboolean bridge_folder_lock_check (const char *folder, GError **error);
gboolean bridge_folder_lock_try (BridgeFolderLock *self, GError **error);
void bridge_folder_lock_let_go (BridgeFolderLock *self);
gboolean bridge_folder_lock_is_held (BridgeFolderLock *self);
BridgePart bridge_folder_lock_get_other (BridgeFolderLock *self);

G_END_DECLS
