/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "bridge-database.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/* Statements of one connection, for the store's own files. */

sqlite3 *bridge_database_get_handle (BridgeDatabase *self);
const char *bridge_database_get_device (BridgeDatabase *self);

sqlite3_stmt *bridge_statement_get (BridgeDatabase *db, const char *sql, GError **error);
gboolean bridge_statement_step (BridgeDatabase *db, sqlite3_stmt *statement, GError **error);
gboolean bridge_statement_run (BridgeDatabase *db, sqlite3_stmt *statement, GError **error);
gboolean bridge_statement_execute (BridgeDatabase *db, const char *sql, GError **error);
gboolean bridge_statement_query_int (BridgeDatabase *db, const char *sql, gint64 *value, GError **error);
void bridge_database_set_error (BridgeDatabase *db, int result, GError **error);

void bridge_bind_text (sqlite3_stmt *statement, int index, const char *text);
void bridge_bind_int (sqlite3_stmt *statement, int index, gint64 value);
void bridge_bind_local (sqlite3_stmt *statement, int index, BridgeLocal local);
void bridge_bind_enum (sqlite3_stmt *statement, int index, GType type, int value);
void bridge_bind_date (sqlite3_stmt *statement, int index, BridgeLocal date);
const char *bridge_column_text (sqlite3_stmt *statement, int index);
gboolean bridge_column_local (sqlite3_stmt *statement, int index, BridgeLocal *local, GError **error);
gboolean bridge_column_enum (sqlite3_stmt *statement, int index, GType type, int *value, GError **error);

G_END_DECLS
