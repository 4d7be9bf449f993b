/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-error.h"

G_BEGIN_DECLS

/**
 * BridgeDatabase:
 *
 * One connection to a space's database, `space.db` in its folder (0700; the file 0600 before SQLite opens it).
 * Opening is all or nothing: every pragma is checked, migrations have run, or there is a GError.
 * A database written by a newer version, and one that cannot be written to, open read-only with a reason.
 */
#define BRIDGE_TYPE_DATABASE (bridge_database_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDatabase, bridge_database, BRIDGE, DATABASE, GObject)

#define BRIDGE_DATABASE_FILE "space.db"
#define BRIDGE_DATABASE_BACKUPS "backups" /* a folder beside it */
#define BRIDGE_DATABASE_APPLICATION_ID 0x46746272 /* "Ftbr" */

/* Creates folder and file where missing. STORAGE, FULL, BUSY, DAMAGED, FOREIGN, NEWER (when not even readable). */
BridgeDatabase *bridge_database_open (const char *folder, GError **error);
/* One more connection to what is there already, for a thread of its own: it makes, migrates and writes nothing. */
BridgeDatabase *bridge_database_open_to_read (const char *folder, GError **error);
const char *bridge_database_get_path (BridgeDatabase *self);
gboolean bridge_database_get_read_only (BridgeDatabase *self);
const char *bridge_database_get_read_only_reason (BridgeDatabase *self); /* whole sentence, (nullable) */
/* changes when another connection has committed */
gint64 bridge_database_get_data_version (BridgeDatabase *self);

/* FALSE: its file is gone, or is another one */
gboolean bridge_database_is_there (BridgeDatabase *self);

void bridge_database_release_memory (BridgeDatabase *self); /* before a long wait */

/* BEGIN IMMEDIATE … COMMIT. Not nested. READ_ONLY when read-only, FULL, BUSY. A failed commit has rolled back. */
gboolean bridge_database_begin (BridgeDatabase *self, GError **error);
gboolean bridge_database_commit (BridgeDatabase *self, GError **error);
void bridge_database_rollback (BridgeDatabase *self);
gboolean bridge_database_in_transaction (BridgeDatabase *self);

/* quick_check, foreign_key_check and FTS integrity; @problems: one sentence each, empty when sound. */
gboolean bridge_database_check (BridgeDatabase *self, GStrv *problems, GError **error);
/* A verified copy beside the database (VACUUM INTO a 0600 file or the backup API). (transfer full): its path */
char *bridge_database_dup_backup_folder (BridgeDatabase *self);
char *bridge_database_backup (BridgeDatabase *self, const char *label, GError **error);

G_END_DECLS
