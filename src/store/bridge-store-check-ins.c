/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-check-ins.h"

#include "bridge-store-private.h"

#define CHECK_IN_COLUMNS \
  "id, person_id, round_id, ready, on_date, mood, mood_word, energy, energy_word, closeness, " \
  "closeness_word, talking, talking_word, words, created_at, updated_at, deleted_at, shown_to"

static gpointer
read_check_in (sqlite3_stmt  *statement,
               GError       **error)
{
  BridgeLocal on;

  if (!bridge_column_local (statement, 4, &on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_CHECK_IN,
                       "id", bridge_column_text (statement, 0),
                       "person-id", bridge_column_text (statement, 1),
                       "round-id", bridge_column_text (statement, 2),
                       "ready", sqlite3_column_int (statement, 3) != 0,
                       "on", on,
                       "mood", sqlite3_column_int (statement, 5),
                       "mood-word", bridge_column_text (statement, 6),
                       "energy", sqlite3_column_int (statement, 7),
                       "energy-word", bridge_column_text (statement, 8),
                       "closeness", sqlite3_column_int (statement, 9),
                       "closeness-word", bridge_column_text (statement, 10),
                       "talking", sqlite3_column_int (statement, 11),
                       "talking-word", bridge_column_text (statement, 12),
                       "words", bridge_column_text (statement, 13),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 14),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 15),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 16),
                       "shown-to", bridge_column_text (statement, 17),
                       NULL);
}

/* It waits to be opened together, and until then is its author's alone. */
#define WAITS "EXISTS (SELECT 1 FROM check_in_rounds r WHERE r.id = check_ins.round_id AND r.state = 'waiting')"

/**
 * bridge_store_load_check_ins:
 * @db: a connection
 * @from: local midnight of the first day
 * @until: local midnight after the last one
 * @error: where to say what went wrong
 *
 * Loads what is there for both to see; what waits to be opened together is not.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeCheckIn): the newest first
 */
GPtrArray *
bridge_store_load_check_ins (BridgeDatabase  *db,
                             BridgeLocal      from,
                             BridgeLocal      until,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " CHECK_IN_COLUMNS " FROM check_ins"
                          " WHERE on_date >= ?1 AND on_date < ?2 AND deleted_at = 0 AND NOT " WAITS
                          " ORDER BY on_date DESC, created_at DESC", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_local (statement, 1, from);
  bridge_bind_local (statement, 2, until);
  return bridge_store_read_all (db, statement, read_check_in, error);
}

/**
 * bridge_store_load_waiting_check_ins:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Loads what waits to be opened together, of both: not to be shown as it is.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeCheckIn): two at most
 */
GPtrArray *
bridge_store_load_waiting_check_ins (BridgeDatabase  *db,
                                     GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " CHECK_IN_COLUMNS " FROM check_ins"
                                                      " WHERE deleted_at = 0 AND " WAITS, error),
                                read_check_in, error);
}

/**
 * bridge_store_load_check_in:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeCheckIn *
bridge_store_load_check_in (BridgeDatabase  *db,
                            const char      *id,
                            GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " CHECK_IN_COLUMNS " FROM check_ins WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_check_in, error);
}

static const char save_check_in_sql[] =
  "INSERT INTO check_ins (id, person_id, round_id, ready, on_date, mood, mood_word, energy, energy_word, "
  "closeness, closeness_word, talking, talking_word, words, created_at, updated_at, deleted_at, device, "
  "shown_to) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) ON CONFLICT "
  "(id) DO UPDATE SET person_id = excluded.person_id, shown_to = excluded.shown_to, round_id = excluded.round_id, ready = excluded.ready, "
  "on_date = excluded.on_date, mood = excluded.mood, mood_word = excluded.mood_word, energy = "
  "excluded.energy, energy_word = excluded.energy_word, closeness = excluded.closeness, closeness_word = "
  "excluded.closeness_word, talking = excluded.talking, talking_word = excluded.talking_word, words = "
  "excluded.words, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = "
  "excluded.device";

static gboolean
delete_row (BridgeDatabase  *db,
            const char      *sql,
            const char      *id,
            GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_save_check_in:
 * @db: a connection
 * @check_in: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row. A removed one is deleted: how somebody was, and took back, is not to lie around.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_check_in (BridgeDatabase  *db,
                            BridgeCheckIn   *check_in,
                            GError         **error)
{
  sqlite3_stmt *statement;
  gint64 created_at, updated_at, deleted_at;

  g_object_get (check_in,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  if (deleted_at != 0)
    return delete_row (db, "DELETE FROM check_ins WHERE id = ?1", bridge_check_in_get_id (check_in), error);
  statement = bridge_statement_get (db, save_check_in_sql, error);
  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, bridge_check_in_get_id (check_in));
  bridge_bind_text (statement, 2, bridge_check_in_get_person_id (check_in));
  bridge_bind_text (statement, 3, bridge_check_in_get_round_id (check_in));
  bridge_bind_int (statement, 4, bridge_check_in_get_ready (check_in));
  bridge_bind_local (statement, 5, bridge_check_in_get_on (check_in));
  bridge_bind_int (statement, 6, bridge_check_in_get_mood (check_in));
  bridge_bind_text (statement, 7, bridge_check_in_get_mood_word (check_in));
  bridge_bind_int (statement, 8, bridge_check_in_get_energy (check_in));
  bridge_bind_text (statement, 9, bridge_check_in_get_energy_word (check_in));
  bridge_bind_int (statement, 10, bridge_check_in_get_closeness (check_in));
  bridge_bind_text (statement, 11, bridge_check_in_get_closeness_word (check_in));
  bridge_bind_int (statement, 12, bridge_check_in_get_talking (check_in));
  bridge_bind_text (statement, 13, bridge_check_in_get_talking_word (check_in));
  bridge_bind_text (statement, 14, bridge_check_in_get_words (check_in));
  bridge_bind_int (statement, 15, created_at);
  bridge_bind_int (statement, 16, updated_at);
  bridge_bind_int (statement, 17, deleted_at);
  bridge_bind_text (statement, 18, bridge_database_get_device (db));
  bridge_bind_text (statement, 19, bridge_check_in_get_shown_to (check_in));
  return bridge_store_run_write (db, statement, error);
}

#define CHECK_IN_ROUND_COLUMNS \
  "id, state, created_at, updated_at, deleted_at"

static gpointer
read_check_in_round (sqlite3_stmt  *statement,
                     GError       **error)
{
  int state;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_ROUND_STATE, &state, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_CHECK_IN_ROUND,
                       "id", bridge_column_text (statement, 0),
                       "state", state,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 2),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 3),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 4),
                       NULL);
}

/**
 * bridge_store_load_check_in_rounds:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeCheckInRound): the newest first
 */
GPtrArray *
bridge_store_load_check_in_rounds (BridgeDatabase  *db,
                                   GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " CHECK_IN_ROUND_COLUMNS " FROM check_in_rounds"
                                                      " WHERE deleted_at = 0"
                                                      " ORDER BY created_at DESC", error),
                                read_check_in_round, error);
}

/**
 * bridge_store_load_check_in_round:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeCheckInRound *
bridge_store_load_check_in_round (BridgeDatabase  *db,
                                  const char      *id,
                                  GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " CHECK_IN_ROUND_COLUMNS " FROM check_in_rounds WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_check_in_round, error);
}

static const char save_check_in_round_sql[] =
  "INSERT INTO check_in_rounds (id, state, created_at, updated_at, deleted_at, device) VALUES "
  "(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET state = excluded.state, updated_at = "
  "excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_check_in_round:
 * @db: a connection
 * @check_in_round: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row. A removed one, in which there is nothing left, is deleted.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_check_in_round (BridgeDatabase      *db,
                                  BridgeCheckInRound  *check_in_round,
                                  GError             **error)
{
  sqlite3_stmt *statement;
  gint64 created_at, updated_at, deleted_at;

  g_object_get (check_in_round,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  if (deleted_at != 0)
    return delete_row (db, "DELETE FROM check_in_rounds WHERE id = ?1", bridge_check_in_round_get_id (check_in_round), error);
  statement = bridge_statement_get (db, save_check_in_round_sql, error);
  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, bridge_check_in_round_get_id (check_in_round));
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_ROUND_STATE, bridge_check_in_round_get_state (check_in_round));
  bridge_bind_int (statement, 3, created_at);
  bridge_bind_int (statement, 4, updated_at);
  bridge_bind_int (statement, 5, deleted_at);
  bridge_bind_text (statement, 6, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
