/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-store-vault.h"

G_BEGIN_DECLS

/* Which rows there are, in which version, and which of them hold an entry: sealed beside the vault, so that an entry that
 * is taken away, or replaced by an older state of itself, is noticed. For the store's own files. */

#define BRIDGE_ROLL_ID 16 /* bytes: a UUID */

typedef struct {
  guint8 id[BRIDGE_ROLL_ID];
  gint64 version;
  gboolean filled;
} BridgeRollItem;

typedef struct {
  GArray *items; /* of BridgeRollItem, by id */
} BridgePrivateRoll;

BridgePrivateRoll *bridge_private_roll_new (void);
void bridge_private_roll_free (BridgePrivateRoll *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgePrivateRoll, bridge_private_roll_free)

/* (transfer full); DAMAGED: it was changed, LOCKED, NOT_FOUND */
BridgePrivateRoll *bridge_private_roll_load (BridgeDatabase *db, BridgeVault *vault, GError **error);
gboolean bridge_private_roll_save (BridgePrivateRoll *self, BridgeDatabase *db, BridgeVault *vault, GError **error);

BridgeRollItem *bridge_private_roll_find (BridgePrivateRoll *self, const char *id); /* (nullable) */
void bridge_private_roll_put (BridgePrivateRoll *self, const char *id, gint64 version, gboolean filled);
void bridge_private_roll_get_id (const BridgeRollItem *item, char *id); /* 37 bytes */
/* (nullable): one filler of all of them, each as likely */
BridgeRollItem *bridge_private_roll_pick_filler (BridgePrivateRoll *self);
/* As many rows again, all fillers; the first time BRIDGE_PRIVATE_FIRST_ROWS. */
gboolean bridge_private_roll_grow (BridgePrivateRoll *self, BridgeDatabase *db, BridgeVault *vault, GError **error);

/* @words: (nullable): a filler */
GBytes *bridge_private_seal_row (BridgeVault *vault, const char *id, gint64 version, GBytes *words, GError **error);
/* FALSE: does not open. @words: (out) (nullable) */
gboolean bridge_private_open_row (BridgeVault *vault, const char *id, gint64 version, gconstpointer sealed, gsize length,
                                  GBytes **words);

G_END_DECLS
