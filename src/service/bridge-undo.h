/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* What one command wrote: each row before and after. A row that was not there before, or is not there after,
 * is NULL. */
typedef struct _BridgeCommand BridgeCommand;

BridgeCommand *bridge_command_new (const char *label);
void bridge_command_free (BridgeCommand *self);
const char *bridge_command_get_label (BridgeCommand *self);
BridgeKinds bridge_command_get_kinds (BridgeCommand *self);
gboolean bridge_command_is_empty (BridgeCommand *self);
void bridge_command_set_final (BridgeCommand *self);
void bridge_command_add (BridgeCommand *self, gpointer before, gpointer after);
gpointer bridge_command_peek_after (BridgeCommand *self, GType type);
gboolean bridge_command_apply (BridgeCommand *self, BridgeDatabase *db, gboolean forward, gint64 now, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeCommand, bridge_command_free)

gint64 bridge_row_get_updated_at (gpointer row); /* UTC ms; 0 without a row */

/* What was done, in order, and what was taken back. */
typedef struct _BridgeUndo BridgeUndo;

BridgeUndo *bridge_undo_new (void);
void bridge_undo_free (BridgeUndo *self);
void bridge_undo_done (BridgeUndo *self, BridgeCommand *command);
BridgeCommand *bridge_undo_peek (BridgeUndo *self, gboolean redo);
void bridge_undo_pass_over (BridgeUndo *self, gboolean redo);
void bridge_undo_drop (BridgeUndo *self, gboolean redo);
/* Forgets what wrote a row of which @concerns says so. */
typedef gboolean (*BridgeRowFunc) (gpointer row, gpointer data);
void bridge_undo_forget (BridgeUndo *self, BridgeRowFunc concerns, gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeUndo, bridge_undo_free)

G_END_DECLS
