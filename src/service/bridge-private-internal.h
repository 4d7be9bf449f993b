/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-search.h"
#include "bridge-private.h"
#include "bridge-store-vault.h"

G_BEGIN_DECLS

/* For the files of BridgePrivate. */

/* What there is only while it is unlocked. */
typedef struct {
  GListStore *entries;           /* of BridgePrivateEntry; stays, empty, when locked */
  BridgePrivateSearch *search;   /* (nullable): not built yet */
  GHashTable *numbers;           /* BridgePrivateEntry -> its number in the index */
  GPtrArray *indexed;            /* number - 1 -> BridgePrivateEntry, or NULL */
  GSource *indexing;
  guint next;                    /* of the entries to index */
  BridgePrivateEntry *removed;   /* (nullable): what Undo brings back */
  char *stamp;                   /* (nullable): of the state that was read */
} BridgePrivateEntries;

struct _BridgePrivate
{
  GObject parent_instance;

  BridgeSpace *space;
  char *person_id;      /* (nullable): whose it is */
  BridgeVault *vault;   /* (nullable): locked, or unlocked */
  BridgePrivateEntries entries;
  char *trouble;        /* (nullable) */
  gboolean exists;
  gboolean busy;
  gboolean by_code;     /* unlocked with the recovery code: the passphrase is not known */
  guint turn;           /* another one whenever somebody else speaks or it is locked: what was begun before is void */
  gint64 touched;       /* UTC ms */
  gint64 ops;
  gint64 memory;
};

void bridge_private_entries_init (BridgePrivateEntries *self);
void bridge_private_entries_wipe (BridgePrivateEntries *self);
void bridge_private_entries_destroy (BridgePrivateEntries *self);
/* Reads what is new; @trouble: (out) (nullable). */
gboolean bridge_private_entries_load (BridgePrivateEntries *self, BridgeDatabase *db, BridgeVault *vault, char **trouble,
                                      GError **error);

gboolean bridge_private_require_unlocked (BridgePrivate *self, GError **error);
void bridge_private_set_busy (BridgePrivate *self, gboolean busy);
/* @vault: (transfer full), unlocked */
gboolean bridge_private_open_up (BridgePrivate *self, BridgeVault *vault, gboolean by_code, GError **error);

G_END_DECLS
