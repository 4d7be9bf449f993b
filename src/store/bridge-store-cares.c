/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-cares.h"

#include "bridge-store-private.h"

#define CARE_COLUMNS \
  "id, person_id, area, text, ritual_id, review_on, reminding_since, created_at, updated_at, deleted_at"

static gpointer
read_care (sqlite3_stmt  *statement,
           GError       **error)
{
  BridgeLocal review_on;
  int area;

  if (!bridge_column_enum (statement, 2, BRIDGE_TYPE_CARE_AREA, &area, error) ||
      !bridge_column_local (statement, 5, &review_on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_CARE,
                       "id", bridge_column_text (statement, 0),
                       "person-id", bridge_column_text (statement, 1),
                       "area", area,
                       "text", bridge_column_text (statement, 3),
                       "ritual-id", bridge_column_text (statement, 4),
                       "review-on", review_on,
                       "reminding-since", (gint64) sqlite3_column_int64 (statement, 6),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 8),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 9),
                       NULL);
}

/**
 * bridge_store_load_cares:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeCare): by person, then by area
 */
GPtrArray *
bridge_store_load_cares (BridgeDatabase  *db,
                         GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " CARE_COLUMNS " FROM cares"
                                                      " WHERE deleted_at = 0"
                                                      " ORDER BY person_id, area, seq", error),
                                read_care, error);
}

/**
 * bridge_store_load_care:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeCare *
bridge_store_load_care (BridgeDatabase  *db,
                        const char      *id,
                        GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " CARE_COLUMNS " FROM cares WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_care, error);
}

static const char save_care_sql[] =
  "INSERT INTO cares (id, person_id, area, text, ritual_id, review_on, reminding_since, created_at, "
  "updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) "
  "DO UPDATE SET person_id = excluded.person_id, area = excluded.area, text = excluded.text, ritual_id = "
  "excluded.ritual_id, review_on = excluded.review_on, reminding_since = excluded.reminding_since, "
  "updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_care:
 * @db: a connection
 * @care: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_care (BridgeDatabase  *db,
                        BridgeCare      *care,
                        GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_care_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (care, "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at, NULL);
  bridge_bind_text (statement, 1, bridge_care_get_id (care));
  bridge_bind_text (statement, 2, bridge_care_get_person_id (care));
  bridge_bind_enum (statement, 3, BRIDGE_TYPE_CARE_AREA, bridge_care_get_area (care));
  bridge_bind_text (statement, 4, bridge_care_get_text (care));
  bridge_bind_text (statement, 5, bridge_care_get_ritual_id (care));
  bridge_bind_local (statement, 6, bridge_care_get_review_on (care));
  bridge_bind_int (statement, 7, bridge_care_get_reminding_since (care));
  bridge_bind_int (statement, 8, created_at);
  bridge_bind_int (statement, 9, updated_at);
  bridge_bind_int (statement, 10, deleted_at);
  bridge_bind_text (statement, 11, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
