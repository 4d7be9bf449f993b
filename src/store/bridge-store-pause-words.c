/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

/* What each of the two says to a pause, for themself: answers and follow-ups. */

#define ANSWER_COLUMNS \
  "id, pause_id, person_id, question, round, answer, created_at, updated_at, deleted_at"

static gpointer
read_pause_answer (sqlite3_stmt  *statement,
                   GError       **error)
{
  int question, answer;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_PAUSE_QUESTION, &question, error) ||
      !bridge_column_enum (statement, 5, BRIDGE_TYPE_READINESS, &answer, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_PAUSE_ANSWER,
                       "id", bridge_column_text (statement, 0),
                       "pause-id", bridge_column_text (statement, 1),
                       "person-id", bridge_column_text (statement, 2),
                       "question", question,
                       "round", sqlite3_column_int (statement, 4),
                       "answer", answer,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_pause_answers:
 * @db: a connection
 * @pause_id: the id of a pause
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgePauseAnswer): all that is kept of it
 */
GPtrArray *
bridge_store_load_pause_answers (BridgeDatabase  *db,
                                 const char      *pause_id,
                                 GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT " ANSWER_COLUMNS " FROM pause_answers"
                                                  " WHERE pause_id = ?1 AND deleted_at = 0 ORDER BY seq", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, pause_id);
  return bridge_store_read_all (db, statement, read_pause_answer, error);
}

static const char save_pause_answer_sql[] =
  "INSERT INTO pause_answers (id, pause_id, person_id, question, round, answer, created_at, "
  "updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT "
  "(pause_id, person_id, question, round) DO UPDATE SET answer = excluded.answer, updated_at = "
  "excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/* The key is all that both statements have in common. */
static const char forget_pause_answer_sql[] =
  "DELETE FROM pause_answers WHERE pause_id = ?2 AND person_id = ?3 AND question = ?4 AND round = ?5";

/**
 * bridge_store_save_pause_answer:
 * @db: a connection
 * @row: an answer, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row. One that is taken back or forgotten is deleted: a row that is left would say who had answered,
 * and when.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_pause_answer (BridgeDatabase     *db,
                                BridgePauseAnswer  *row,
                                GError            **error)
{
  sqlite3_stmt *statement;
  g_autofree char *id = NULL;
  g_autofree char *pause_id = NULL;
  g_autofree char *person_id = NULL;
  gint64 created_at, updated_at, deleted_at;
  int round;
  int question, answer;

  g_object_get (row,
                "id", &id,
                "pause-id", &pause_id,
                "person-id", &person_id,
                "question", &question,
                "round", &round,
                "answer", &answer,
                "created-at", &created_at,
                "updated-at", &updated_at,
                "deleted-at", &deleted_at,
                NULL);
  statement = bridge_statement_get (db, answer == BRIDGE_READINESS_NONE ? forget_pause_answer_sql : save_pause_answer_sql, error);
  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 2, pause_id);
  bridge_bind_text (statement, 3, person_id);
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_PAUSE_QUESTION, question);
  bridge_bind_int (statement, 5, round);
  if (answer == BRIDGE_READINESS_NONE)
    return bridge_store_run_write (db, statement, error);

  bridge_bind_text (statement, 1, id);
  bridge_bind_enum (statement, 6, BRIDGE_TYPE_READINESS, answer);
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

#define FOLLOW_UP_COLUMNS \
  "id, pause_id, person_id, feelings, needs, next_step, created_at, updated_at, deleted_at"

static gpointer
read_pause_follow_up (sqlite3_stmt  *statement,
                      GError       **error)
{
  return g_object_new (BRIDGE_TYPE_PAUSE_FOLLOW_UP,
                       "id", bridge_column_text (statement, 0),
                       "pause-id", bridge_column_text (statement, 1),
                       "person-id", bridge_column_text (statement, 2),
                       "feelings", bridge_column_text (statement, 3),
                       "needs", bridge_column_text (statement, 4),
                       "next-step", bridge_column_text (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_pause_follow_ups:
 * @db: a connection
 * @pause_id: the id of a pause
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgePauseFollowUp): one for each who wrote, in the order they came
 */
GPtrArray *
bridge_store_load_pause_follow_ups (BridgeDatabase  *db,
                                    const char      *pause_id,
                                    GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT " FOLLOW_UP_COLUMNS " FROM pause_follow_ups"
                                                  " WHERE pause_id = ?1 AND deleted_at = 0 ORDER BY seq", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, pause_id);
  return bridge_store_read_all (db, statement, read_pause_follow_up, error);
}

static const char save_pause_follow_up_sql[] =
  "INSERT INTO pause_follow_ups (id, pause_id, person_id, feelings, needs, next_step, created_at, "
  "updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT "
  "(pause_id, person_id) DO UPDATE SET feelings = excluded.feelings, needs = excluded.needs, "
  "next_step = excluded.next_step, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_pause_follow_up:
 * @db: a connection
 * @follow_up: a follow-up, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_pause_follow_up (BridgeDatabase       *db,
                                   BridgePauseFollowUp  *follow_up,
                                   GError              **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_pause_follow_up_sql, error);
  g_autofree char *id = NULL;
  g_autofree char *pause_id = NULL;
  g_autofree char *person_id = NULL;
  g_autofree char *feelings = NULL;
  g_autofree char *needs = NULL;
  g_autofree char *next_step = NULL;
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (follow_up,
                "id", &id,
                "pause-id", &pause_id,
                "person-id", &person_id,
                "feelings", &feelings,
                "needs", &needs,
                "next-step", &next_step,
                "created-at", &created_at,
                "updated-at", &updated_at,
                "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, id);
  bridge_bind_text (statement, 2, pause_id);
  bridge_bind_text (statement, 3, person_id);
  bridge_bind_text (statement, 4, feelings);
  bridge_bind_text (statement, 5, needs);
  bridge_bind_text (statement, 6, next_step);
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
