/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-reviews.h"

#include "bridge-store-private.h"

#define REVIEW_COLUMNS \
  "id, ritual_id, start, state, lead_id, step_ends_at, interrupted, next_on, created_at, updated_at, " \
  "deleted_at, who"

static gpointer
read_review (sqlite3_stmt  *statement,
             GError       **error)
{
  BridgeLocal start, next_on;
  int state;

  if (!bridge_column_local (statement, 2, &start, error) ||
      !bridge_column_enum (statement, 3, BRIDGE_TYPE_REVIEW_STATE, &state, error) ||
      !bridge_column_local (statement, 7, &next_on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_REVIEW,
                       "id", bridge_column_text (statement, 0),
                       "ritual-id", bridge_column_text (statement, 1),
                       "start", start,
                       "state", state,
                       "lead-id", bridge_column_text (statement, 4),
                       "step-ends-at", (gint64) sqlite3_column_int64 (statement, 5),
                       "interrupted", sqlite3_column_int (statement, 6) != 0,
                       "next-on", next_on,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 8),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 9),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 10),
                       "who", bridge_column_text (statement, 11),
                       NULL);
}

/**
 * bridge_store_load_reviews:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReview): the newest first
 */
GPtrArray *
bridge_store_load_reviews (BridgeDatabase  *db,
                           GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " REVIEW_COLUMNS " FROM reviews"
                                                      " WHERE deleted_at = 0 ORDER BY created_at DESC, seq DESC", error),
                                read_review, error);
}

/**
 * bridge_store_load_review:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeReview *
bridge_store_load_review (BridgeDatabase  *db,
                          const char      *id,
                          GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " REVIEW_COLUMNS " FROM reviews WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_review, error);
}

static const char save_review_sql[] =
  "INSERT INTO reviews (id, ritual_id, start, state, lead_id, step_ends_at, interrupted, next_on, "
  "created_at, updated_at, deleted_at, device, who) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
  "ON CONFLICT (id) DO UPDATE SET ritual_id = excluded.ritual_id, who = excluded.who, start = excluded.start, state = "
  "excluded.state, lead_id = excluded.lead_id, step_ends_at = excluded.step_ends_at, interrupted = "
  "excluded.interrupted, next_on = excluded.next_on, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_review:
 * @db: a connection
 * @review: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_review (BridgeDatabase  *db,
                          BridgeReview    *review,
                          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_review_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (review,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_review_get_id (review));
  bridge_bind_text (statement, 2, bridge_review_get_ritual_id (review));
  bridge_bind_local (statement, 3, bridge_review_get_start (review));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_REVIEW_STATE, bridge_review_get_state (review));
  bridge_bind_text (statement, 5, bridge_review_get_lead_id (review));
  bridge_bind_int (statement, 6, bridge_review_get_step_ends_at (review));
  bridge_bind_int (statement, 7, bridge_review_get_interrupted (review));
  bridge_bind_local (statement, 8, bridge_review_get_next_on (review));
  bridge_bind_int (statement, 9, created_at);
  bridge_bind_int (statement, 10, updated_at);
  bridge_bind_int (statement, 11, deleted_at);
  bridge_bind_text (statement, 12, bridge_database_get_device (db));
  bridge_bind_text (statement, 13, bridge_review_get_who (review));
  return bridge_store_run_write (db, statement, error);
}

#define REVIEW_WORDS_COLUMNS \
  "id, review_id, person_id, part, text, win_id, created_at, updated_at, deleted_at"

static gpointer
read_review_words (sqlite3_stmt  *statement,
                   GError       **error)
{
  int part;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_REVIEW_PART, &part, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_REVIEW_WORDS,
                       "id", bridge_column_text (statement, 0),
                       "review-id", bridge_column_text (statement, 1),
                       "person-id", bridge_column_text (statement, 2),
                       "part", part,
                       "text", bridge_column_text (statement, 4),
                       "win-id", bridge_column_text (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_words_of_review:
 * @db: a connection
 * @review_id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReviewWords): in the order they were said
 */
GPtrArray *
bridge_store_load_words_of_review (BridgeDatabase  *db,
                                   const char      *review_id,
                                   GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "SELECT " REVIEW_WORDS_COLUMNS " FROM review_words"
                          " WHERE review_id = ? AND deleted_at = 0 ORDER BY seq", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, review_id);
  return bridge_store_read_all (db, statement, read_review_words, error);
}

/**
 * bridge_store_load_review_words:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeReviewWords *
bridge_store_load_review_words (BridgeDatabase  *db,
                                const char      *id,
                                GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " REVIEW_WORDS_COLUMNS " FROM review_words WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_review_words, error);
}

static const char save_review_words_sql[] =
  "INSERT INTO review_words (id, review_id, person_id, part, text, win_id, created_at, updated_at, "
  "deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET "
  "review_id = excluded.review_id, person_id = excluded.person_id, part = excluded.part, text = "
  "excluded.text, win_id = excluded.win_id, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_review_words:
 * @db: a connection
 * @review_words: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_review_words (BridgeDatabase     *db,
                                BridgeReviewWords  *review_words,
                                GError            **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_review_words_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (review_words,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_review_words_get_id (review_words));
  bridge_bind_text (statement, 2, bridge_review_words_get_review_id (review_words));
  bridge_bind_text (statement, 3, bridge_review_words_get_person_id (review_words));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_REVIEW_PART, bridge_review_words_get_part (review_words));
  bridge_bind_text (statement, 5, bridge_review_words_get_text (review_words));
  bridge_bind_text (statement, 6, bridge_review_words_get_win_id (review_words));
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
