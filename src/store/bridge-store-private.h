/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-statement.h"
#include "bridge-store.h"

G_BEGIN_DECLS

/* Makes an object of the row that a statement stands on; NULL with an error where the row is damaged. */
typedef gpointer (*BridgeRowReader) (sqlite3_stmt *statement, GError **error);

GPtrArray *bridge_store_read_all (BridgeDatabase *db, sqlite3_stmt *statement, BridgeRowReader reader, GError **error);
gpointer bridge_store_read_one (BridgeDatabase *db, sqlite3_stmt *statement, BridgeRowReader reader, GError **error);
GPtrArray *bridge_store_read_by_seq (BridgeDatabase *db, const char *sql, const gint64 *seqs, guint n,
                                     BridgeRowReader reader, GError **error);
GArray *bridge_store_read_keys (BridgeDatabase *db, sqlite3_stmt *statement, GError **error);
gboolean bridge_store_run_write (BridgeDatabase *db, sqlite3_stmt *statement, GError **error);
char *bridge_store_make_match (const char *typed); /* (transfer full) (nullable) */

G_END_DECLS
