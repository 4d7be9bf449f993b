/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* The celebration log as a new folder: small-wins.json, small-wins.csv and pictures/, for whoever wants to have it outside
 * Footbridge. It has what the log shows, and nothing of what stands elsewhere; footbridge(1) describes the files. */

#define BRIDGE_LOG_EXPORT_FORMAT "footbridge-celebration-log"
#define BRIDGE_LOG_EXPORT_VERSION 1

typedef struct {
  char *folder;     /* absolute */
  guint n_wins;
  guint n_pictures;
  guint n_unread;   /* pictures whose files could not be read */
} BridgeLogExport;

void bridge_log_export_free (BridgeLogExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeLogExport, bridge_log_export_free)

/* In a thread with a connection of its own. @query: (nullable) all; @limit: at most so many, 0 all; @folder: not there yet, or
 * empty. What is given up leaves nothing behind, and has left nothing once @callback is called. */
void bridge_space_export_log_async (BridgeSpace *self, const BridgeWinQuery *query, guint limit, const char *folder,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full); CANCELLED, STATE, FULL, STORAGE */
BridgeLogExport *bridge_space_export_log_finish (GAsyncResult *result, GError **error);

G_END_DECLS
