/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-vault.h"

G_BEGIN_DECLS

/* Private spaces as they are kept: a vault a person, and rows that say nothing to anybody without its key. There are 64,
 * 128, 256 … of them; those that hold no entry are fillers, sealed like the rest. */

#define BRIDGE_PRIVATE_FIRST_ROWS 64
#define BRIDGE_ID_LENGTH 36

typedef enum {
  BRIDGE_PRIVATE_FINE,
  BRIDGE_PRIVATE_DAMAGED, /* does not open: changed, shortened, or another one's */
  BRIDGE_PRIVATE_OLD,     /* opens, but is not what was written last */
  BRIDGE_PRIVATE_GONE,    /* an entry whose row is not there */
} BridgePrivateState;

typedef struct {
  char id[BRIDGE_ID_LENGTH + 1];
  gint64 version;  /* random; another one each time it is written */
  BridgePrivateState state;
  GBytes *words;   /* (nullable): NULL: a filler, or one that cannot be opened */
} BridgePrivateRow;

/* One thing to write. @id "": a new entry, which gets the place of a filler; @id and @version are those of the row
 * afterwards. @words NULL: it becomes a filler. */
typedef struct {
  char id[BRIDGE_ID_LENGTH + 1];
  gint64 version;
  GBytes *words;
} BridgePrivateWrite;

void bridge_private_row_free (BridgePrivateRow *row);

/* NULL without error: there is none */
BridgeVault *bridge_store_load_vault (BridgeDatabase *db, const char *person_id, GError **error);
/* STATE: there is one already; @vault unlocked */
gboolean bridge_store_add_vault (BridgeDatabase *db, BridgeVault *vault, GError **error);
/* what wraps the key; CONFLICT: it is not what was @read any more */
gboolean bridge_store_save_vault (BridgeDatabase *db, BridgeVault *vault, BridgeVault *read, GError **error);
gboolean bridge_store_note_try (BridgeDatabase *db, const char *person_id, gboolean fits, gint64 now, GError **error);
gboolean bridge_store_save_vault_wait (BridgeDatabase *db, BridgeVault *vault, GError **error);
gboolean bridge_store_save_vault_lock_minutes (BridgeDatabase *db, BridgeVault *vault, GError **error);

/* (element-type BridgePrivateRow) entries, and what should be one and cannot be opened; no fillers. @checked: whether it
 * could be told that none is an old one. LOCKED. */
GPtrArray *bridge_store_load_private (BridgeDatabase *db, BridgeVault *vault, gboolean *checked, GError **error);
/* Another text after each change of the entries. (transfer full) (nullable) */
char *bridge_store_load_private_stamp (BridgeDatabase *db, const char *person_id, GError **error);
/* All or nothing. LOCKED, CONFLICT (a row is another than @version says), NOT_FOUND (erased meanwhile) */
gboolean bridge_store_write_private (BridgeDatabase *db, BridgeVault *vault, BridgePrivateWrite *writes, guint n,
                                     GError **error);
/* The vault, its rows, and words that wait for the other one, here and in the backups beside it. */
gboolean bridge_store_erase_private (BridgeDatabase *db, const char *person_id, GError **error);

/* Runs statements with @id as ?1 in every backup beside the database, too; what they delete is overwritten. Statements
 * about tables that a backup does not have yet are left out. A damaged backup is deleted. */
gboolean bridge_store_scrub_backups (BridgeDatabase *db, const char *const *statements, guint n, const char *id,
                                     GError **error);

/* Which damaged backups were deleted since this was asked last. (transfer full) (nullable) */
GStrv bridge_store_steal_lost_backups (BridgeDatabase *db);

G_END_DECLS
