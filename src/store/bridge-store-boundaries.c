/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-ids.h"
#include "bridge-store-private.h"

#define BOUNDARY_COLUMNS \
  "id, kind, phrase_use, holder, state, current_number, waiting_number, review_on, template, ended_at, ended_by, " \
  "created_at, updated_at, deleted_at"

/* With who agreed, in order: "PERSON-ID UTC-MS,PERSON-ID UTC-MS". */
#define REVISION_COLUMNS \
  "r.id, r.boundary_id, r.number, r.text, r.review_on, r.written_by, r.written_at, r.created_at, r.updated_at, " \
  "r.deleted_at, (SELECT group_concat (agreement) FROM (SELECT person_id || ' ' || agreed_at AS agreement " \
  "FROM boundary_agreements WHERE revision_id = r.id ORDER BY agreed_at, seq))"

static gpointer
read_boundary (sqlite3_stmt  *statement,
               GError       **error)
{
  BridgeLocal review_on = BRIDGE_LOCAL_NONE;
  int kind, use, state;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_BOUNDARY_KIND, &kind, error) ||
      !bridge_column_enum (statement, 2, BRIDGE_TYPE_PHRASE_USE, &use, error) ||
      !bridge_column_enum (statement, 4, BRIDGE_TYPE_BOUNDARY_STATE, &state, error) ||
      !bridge_column_local (statement, 7, &review_on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_BOUNDARY,
                       "id", bridge_column_text (statement, 0),
                       "kind", kind,
                       "use", use,
                       "holder", bridge_column_text (statement, 3),
                       "state", state,
                       "current-number", sqlite3_column_int (statement, 5),
                       "waiting-number", sqlite3_column_int (statement, 6),
                       "review-on", review_on,
                       "template", bridge_column_text (statement, 8),
                       "ended-at", (gint64) sqlite3_column_int64 (statement, 9),
                       "ended-by", bridge_column_text (statement, 10),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 11),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 12),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 13),
                       NULL);
}

static GArray *
read_agreements (const char *text)
{
  GArray *agreements = bridge_agreements_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *at = strchr (parts[i], ' ');

      if (at == NULL)
        continue;
      *at = '\0';
      bridge_agreements_add (agreements, parts[i], g_ascii_strtoll (at + 1, NULL, 10));
    }
  return agreements;
}

static gpointer
read_revision (sqlite3_stmt  *statement,
               GError       **error)
{
  g_autoptr (GArray) agreements = NULL;
  BridgeLocal review_on = BRIDGE_LOCAL_NONE;

  if (!bridge_column_local (statement, 4, &review_on, error))
    return NULL;

  agreements = read_agreements (bridge_column_text (statement, 10));
  return g_object_new (BRIDGE_TYPE_REVISION,
                       "id", bridge_column_text (statement, 0),
                       "boundary-id", bridge_column_text (statement, 1),
                       "number", sqlite3_column_int (statement, 2),
                       "text", bridge_column_text (statement, 3),
                       "review-on", review_on,
                       "written-by", bridge_column_text (statement, 5),
                       "written-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 8),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 9),
                       "agreements", agreements,
                       NULL);
}

static int
compare_boundaries (gconstpointer a,
                    gconstpointer b)
{
  BridgeBoundary *first = *(BridgeBoundary *const *) a;
  BridgeBoundary *second = *(BridgeBoundary *const *) b;

  if (bridge_boundary_get_kind (first) != bridge_boundary_get_kind (second))
    return (int) bridge_boundary_get_kind (first) - (int) bridge_boundary_get_kind (second);
  return (int) bridge_boundary_get_use (first) - (int) bridge_boundary_get_use (second);
}

/**
 * bridge_store_load_boundaries:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeBoundary): all of them with the revisions that are in force and
 *   proposed, by kind and the oldest first
 */
GPtrArray *
bridge_store_load_boundaries (BridgeDatabase  *db,
                              GError         **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) boundaries = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  boundaries =
    bridge_store_read_all (db,
                           bridge_statement_get (db, "SELECT " BOUNDARY_COLUMNS " FROM boundaries WHERE deleted_at = 0"
                                                 " ORDER BY seq", error),
                           read_boundary, error);
  if (boundaries == NULL)
    return NULL;
  revisions =
    bridge_store_read_all (db,
                           bridge_statement_get (db, "SELECT " REVISION_COLUMNS " FROM boundary_revisions r"
                                                 " JOIN boundaries b ON b.id = r.boundary_id"
                                                 " WHERE r.number IN (b.current_number, b.waiting_number)"
                                                 " AND r.deleted_at = 0 AND b.deleted_at = 0", error),
                           read_revision, error);
  if (revisions == NULL)
    return NULL;

  for (guint i = 0; i < boundaries->len; i++)
    g_hash_table_insert (by_id, (gpointer) bridge_boundary_get_id (g_ptr_array_index (boundaries, i)),
                         g_ptr_array_index (boundaries, i));
  for (guint i = 0; i < revisions->len; i++)
    {
      BridgeRevision *revision = g_ptr_array_index (revisions, i);
      BridgeBoundary *boundary = g_hash_table_lookup (by_id, bridge_revision_get_boundary_id (revision));

      g_object_set (boundary,
                    bridge_revision_get_number (revision) == bridge_boundary_get_current_number (boundary)
                        ? "current"
                        : "waiting",
                    revision, NULL);
    }
  g_ptr_array_sort (boundaries, compare_boundaries);
  return g_steal_pointer (&boundaries);
}

static const char save_boundary_sql[] =
  "INSERT INTO boundaries (id, kind, phrase_use, holder, state, current_number, waiting_number, review_on, template, "
  "ended_at, ended_by, created_at, updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
  "?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, phrase_use = excluded.phrase_use, "
  "holder = excluded.holder, state = excluded.state, current_number = excluded.current_number, waiting_number = "
  "excluded.waiting_number, review_on = excluded.review_on, template = excluded.template, ended_at = "
  "excluded.ended_at, ended_by = excluded.ended_by, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_boundary:
 * @db: a connection
 * @boundary: a boundary, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row. What it is about and whose it is cannot become something else.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_boundary (BridgeDatabase  *db,
                            BridgeBoundary  *boundary,
                            GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_boundary_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (boundary,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_boundary_get_id (boundary));
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_BOUNDARY_KIND, bridge_boundary_get_kind (boundary));
  bridge_bind_enum (statement, 3, BRIDGE_TYPE_PHRASE_USE, bridge_boundary_get_use (boundary));
  bridge_bind_text (statement, 4, bridge_boundary_get_holder (boundary));
  bridge_bind_enum (statement, 5, BRIDGE_TYPE_BOUNDARY_STATE, bridge_boundary_get_state (boundary));
  bridge_bind_int (statement, 6, bridge_boundary_get_current_number (boundary));
  bridge_bind_int (statement, 7, bridge_boundary_get_waiting_number (boundary));
  bridge_bind_local (statement, 8, bridge_boundary_get_review_on (boundary));
  bridge_bind_text (statement, 9, bridge_boundary_get_template (boundary));
  bridge_bind_int (statement, 10, bridge_boundary_get_ended_at (boundary));
  bridge_bind_text (statement, 11, bridge_boundary_get_ended_by (boundary));
  bridge_bind_int (statement, 12, created_at);
  bridge_bind_int (statement, 13, updated_at);
  bridge_bind_int (statement, 14, deleted_at);
  bridge_bind_text (statement, 15, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_load_revisions:
 * @db: a connection
 * @boundary_id: of which boundary
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeRevision): all of them, the first one first
 */
GPtrArray *
bridge_store_load_revisions (BridgeDatabase  *db,
                             const char      *boundary_id,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " REVISION_COLUMNS " FROM boundary_revisions r"
                          " WHERE r.boundary_id = ? AND r.deleted_at = 0 ORDER BY r.number", error);

  if (statement != NULL)
    bridge_bind_text (statement, 1, boundary_id);
  return bridge_store_read_all (db, statement, read_revision, error);
}

/**
 * bridge_store_load_revision:
 * @db: a connection
 * @id: a revision's whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the revision, even a removed one; %NULL without an error: there is none
 */
BridgeRevision *
bridge_store_load_revision (BridgeDatabase  *db,
                            const char      *id,
                            GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " REVISION_COLUMNS " FROM boundary_revisions r WHERE r.id = ?", error);

  if (statement != NULL)
    bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_revision, error);
}

/* All of a row is given, not only what may change: where it differs from what is there, the database refuses it. */
static const char save_revision_sql[] =
  "INSERT INTO boundary_revisions (id, boundary_id, number, text, review_on, written_by, written_at, created_at, "
  "updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO UPDATE "
  "SET updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

static gboolean
save_revision_row (BridgeDatabase  *db,
                   BridgeRevision  *revision,
                   GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_revision_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (revision,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_revision_get_id (revision));
  bridge_bind_text (statement, 2, bridge_revision_get_boundary_id (revision));
  bridge_bind_int (statement, 3, bridge_revision_get_number (revision));
  bridge_bind_text (statement, 4, bridge_revision_get_text (revision));
  bridge_bind_local (statement, 5, bridge_revision_get_review_on (revision));
  bridge_bind_text (statement, 6, bridge_revision_get_written_by (revision));
  bridge_bind_int (statement, 7, bridge_revision_get_written_at (revision));
  bridge_bind_int (statement, 8, created_at);
  bridge_bind_int (statement, 9, updated_at);
  bridge_bind_int (statement, 10, deleted_at);
  bridge_bind_text (statement, 11, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

static gboolean
save_agreement (BridgeDatabase         *db,
                BridgeRevision         *revision,
                const BridgeAgreement  *agreement,
                GError                **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "INSERT INTO boundary_agreements (id, revision_id, person_id, agreed_at, created_at, updated_at,"
                          " deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?4, ?4, 0, ?5)"
                          " ON CONFLICT (revision_id, person_id) DO NOTHING", error);
  g_autofree char *id = bridge_id_new ();

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, id);
  bridge_bind_text (statement, 2, bridge_revision_get_id (revision));
  bridge_bind_text (statement, 3, agreement->person_id);
  bridge_bind_int (statement, 4, agreement->at);
  bridge_bind_text (statement, 5, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_save_revision:
 * @db: a connection
 * @revision: a revision, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts its row and those of the agreements that are not there yet, in the open transaction or in one of its own. One that
 * is there already stays as it is, but for its stamps; an agreement is never taken back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE where it would be rewritten, or with an error of the database
 */
gboolean
bridge_store_save_revision (BridgeDatabase  *db,
                            BridgeRevision  *revision,
                            GError         **error)
{
  gboolean own = !bridge_database_in_transaction (db);
  gboolean saved;

  if (own && !bridge_database_begin (db, error))
    return FALSE;

  saved = save_revision_row (db, revision, error);
  for (guint i = 0; saved && i < bridge_revision_get_n_agreements (revision); i++)
    saved = save_agreement (db, revision, bridge_revision_get_agreement (revision, i), error);
  if (saved)
    return !own || bridge_database_commit (db, error);

  if (own)
    bridge_database_rollback (db);
  return FALSE;
}

/**
 * bridge_store_forget_boundaries:
 * @db: a connection
 * @before: what was taken back later stays, so that Undo can bring it back: UTC ms
 * @error: where to say what went wrong
 *
 * Deletes, for good, words that were proposed and came to nothing. What both agreed to cannot be among them.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_forget_boundaries (BridgeDatabase  *db,
                                gint64           before,
                                GError         **error)
{
  static const char *const sql[] = {
    "DELETE FROM boundaries WHERE deleted_at != 0 AND updated_at < ?1",
    "DELETE FROM boundary_revisions WHERE deleted_at != 0 AND updated_at < ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *statement = bridge_statement_get (db, sql[i], error);

      if (statement == NULL)
        return FALSE;
      bridge_bind_int (statement, 1, before);
      if (!bridge_store_run_write (db, statement, error))
        return FALSE;
    }
  return TRUE;
}
