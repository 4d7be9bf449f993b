/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-entry.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePrivate:
 *
 * The private space of whoever is speaking in this process. It follows the speaker: handing over locks it. It locks after
 * some idle minutes, when the clock jumps or the computer was asleep, and whenever it is asked to; then key, entries and
 * search index are wiped from memory.
 *
 * Properties: space (construct-only); exists b (the speaker has one); unlocked b; busy b (a passphrase is being worked on);
 * lock-minutes i (1–60); trouble s (nullable: what could not be opened, whole sentences).
 *
 * Signal "locking": it is about to lock, and a draft can still be saved.
 */
#define BRIDGE_TYPE_PRIVATE (bridge_private_get_type ())
G_DECLARE_FINAL_TYPE (BridgePrivate, bridge_private, BRIDGE, PRIVATE, GObject)

BridgePrivate *bridge_private_new (BridgeSpace *space);
BridgeSpace *bridge_private_get_space (BridgePrivate *self); /* (transfer none) */
gboolean bridge_private_get_exists (BridgePrivate *self);
gboolean bridge_private_get_unlocked (BridgePrivate *self);
gboolean bridge_private_get_busy (BridgePrivate *self);
const char *bridge_private_get_trouble (BridgePrivate *self); /* (nullable) */
int bridge_private_get_lock_minutes (BridgePrivate *self);
gboolean bridge_private_set_lock_minutes (BridgePrivate *self, int minutes, GError **error); /* 1–60 */
/* For tests: Argon2id of new vaults and passphrases; @memory in bytes. */
void bridge_private_set_cost (BridgePrivate *self, gint64 ops, gint64 memory);

/* What takes about a second and 256 MiB, in a thread, or at once where nobody waits at a window.
 * INVALID_VALUE, MEMORY, STATE (there is one already). (transfer full): the recovery code, for bridge_secret_free () */
void bridge_private_set_up_async (BridgePrivate *self, const char *passphrase, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
char *bridge_private_set_up_finish (BridgePrivate *self, GAsyncResult *result, GError **error);
char *bridge_private_set_up (BridgePrivate *self, const char *passphrase, GError **error);
/* PASSPHRASE, WAIT, MEMORY, DAMAGED, STATE */
void bridge_private_unlock_async (BridgePrivate *self, const char *passphrase, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean bridge_private_unlock_finish (BridgePrivate *self, GAsyncResult *result, GError **error);
gboolean bridge_private_unlock (BridgePrivate *self, const char *passphrase, GError **error);
/* @passphrase: the present one; (nullable) right after the recovery code was used */
void bridge_private_change_passphrase_async (BridgePrivate *self, const char *passphrase, const char *new_passphrase,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean bridge_private_change_passphrase_finish (BridgePrivate *self, GAsyncResult *result, GError **error);
gboolean bridge_private_change_passphrase (BridgePrivate *self, const char *passphrase, const char *new_passphrase,
                                           GError **error);
/* (transfer full): the new code */
void bridge_private_renew_code_async (BridgePrivate *self, const char *passphrase, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
char *bridge_private_renew_code_finish (BridgePrivate *self, GAsyncResult *result, GError **error);
char *bridge_private_renew_code (BridgePrivate *self, const char *passphrase, GError **error);

/* INVALID_VALUE (a slip of typing), PASSPHRASE. Quick, and never kept waiting. */
gboolean bridge_private_unlock_with_code (BridgePrivate *self, const char *code, GError **error);
gboolean bridge_private_get_needs_passphrase (BridgePrivate *self); /* unlocked with the code: choose a new one */
void bridge_private_lock (BridgePrivate *self);
void bridge_private_touch (BridgePrivate *self); /* somebody is here */

/* Entries; all of it LOCKED while locked. */
GListModel *bridge_private_get_entries (BridgePrivate *self); /* (transfer none) BridgePrivateEntry; drafts, newest day */
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgePrivateEntry *bridge_private_find (BridgePrivate *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored. A draft saved as no draft becomes, or changes, the entry it was for. CONFLICT */
BridgePrivateEntry *bridge_private_save (BridgePrivate *self, BridgePrivateEntry *entry, GError **error);
gboolean bridge_private_remove (BridgePrivate *self, const char *id, GError **error);
gboolean bridge_private_can_undo_remove (BridgePrivate *self);
gboolean bridge_private_undo_remove (BridgePrivate *self, GError **error); /* STATE; until it is locked */
/* (transfer full) in the order of the entries; all of them where nothing was typed */
GListModel *bridge_private_search (BridgePrivate *self, const char *typed, GError **error);
/* Everything, as plain text that anybody can read who gets the file (0600). */
gboolean bridge_private_export (BridgePrivate *self, const char *path, GError **error);

G_END_DECLS
