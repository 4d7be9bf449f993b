/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define PAUSE_COLUMNS \
  "id, state, called_at, cooling_since, return_at, other_day, extended, round, interrupted, " \
  "interrupted_return_at, topic, turn, turn_started_at, first_id, talk_ended_at, recovery_until, " \
  "follow_up_at, helped, hindered, lesson, changed_plan, closed_at, created_at, updated_at, deleted_at"

static gpointer
read_pause (sqlite3_stmt  *statement,
            GError       **error)
{
  int state, interrupted;

  if (!bridge_column_enum (statement, 1, BRIDGE_TYPE_PAUSE_STATE, &state, error) ||
      !bridge_column_enum (statement, 8, BRIDGE_TYPE_PAUSE_STATE, &interrupted, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_PAUSE,
                       "id", bridge_column_text (statement, 0),
                       "state", state,
                       "called-at", (gint64) sqlite3_column_int64 (statement, 2),
                       "cooling-since", (gint64) sqlite3_column_int64 (statement, 3),
                       "return-at", (gint64) sqlite3_column_int64 (statement, 4),
                       "other-day", sqlite3_column_int (statement, 5) != 0,
                       "extended", sqlite3_column_int (statement, 6) != 0,
                       "round", sqlite3_column_int (statement, 7),
                       "interrupted", interrupted,
                       "interrupted-return-at", (gint64) sqlite3_column_int64 (statement, 9),
                       "topic", bridge_column_text (statement, 10),
                       "turn", sqlite3_column_int (statement, 11),
                       "turn-started-at", (gint64) sqlite3_column_int64 (statement, 12),
                       "first-id", bridge_column_text (statement, 13),
                       "talk-ended-at", (gint64) sqlite3_column_int64 (statement, 14),
                       "recovery-until", (gint64) sqlite3_column_int64 (statement, 15),
                       "follow-up-at", (gint64) sqlite3_column_int64 (statement, 16),
                       "helped", bridge_column_text (statement, 17),
                       "hindered", bridge_column_text (statement, 18),
                       "lesson", bridge_column_text (statement, 19),
                       "changed-plan", bridge_column_text (statement, 20),
                       "closed-at", (gint64) sqlite3_column_int64 (statement, 21),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 22),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 23),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 24),
                       NULL);
}

/**
 * bridge_store_load_pauses:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgePause): all of them, the one called last first
 */
GPtrArray *
bridge_store_load_pauses (BridgeDatabase  *db,
                          GError         **error)
{
  return bridge_store_read_all (db, bridge_statement_get (db, "SELECT " PAUSE_COLUMNS " FROM pauses WHERE deleted_at = 0"
                                                          " ORDER BY called_at DESC, seq DESC", error), read_pause, error);
}

static const char save_pause_sql[] =
  "INSERT INTO pauses (id, state, called_at, cooling_since, return_at, other_day, extended, round, "
  "interrupted, interrupted_return_at, topic, turn, turn_started_at, first_id, talk_ended_at, "
  "recovery_until, follow_up_at, helped, hindered, lesson, changed_plan, closed_at, created_at, "
  "updated_at, deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
  "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26) ON CONFLICT (id) DO UPDATE SET "
  "state = excluded.state, called_at = excluded.called_at, cooling_since = excluded.cooling_since, "
  "return_at = excluded.return_at, other_day = excluded.other_day, extended = excluded.extended, "
  "round = excluded.round, interrupted = excluded.interrupted, interrupted_return_at = "
  "excluded.interrupted_return_at, topic = excluded.topic, turn = excluded.turn, turn_started_at = "
  "excluded.turn_started_at, first_id = excluded.first_id, talk_ended_at = excluded.talk_ended_at, "
  "recovery_until = excluded.recovery_until, follow_up_at = excluded.follow_up_at, helped = "
  "excluded.helped, hindered = excluded.hindered, lesson = excluded.lesson, changed_plan = "
  "excluded.changed_plan, closed_at = excluded.closed_at, updated_at = excluded.updated_at, "
  "deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_pause:
 * @db: a connection
 * @pause: a pause, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_pause (BridgeDatabase  *db,
                         BridgePause     *pause,
                         GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_pause_sql, error);
  g_autofree char *id = NULL;
  g_autofree char *topic = NULL;
  g_autofree char *first_id = NULL;
  g_autofree char *helped = NULL;
  g_autofree char *hindered = NULL;
  g_autofree char *lesson = NULL;
  g_autofree char *changed_plan = NULL;
  gint64 called_at, cooling_since, return_at, interrupted_return_at, turn_started_at, talk_ended_at,
      recovery_until, follow_up_at, closed_at, created_at, updated_at, deleted_at;
  int round, turn;
  gboolean other_day, extended;
  int state, interrupted;

  if (statement == NULL)
    return FALSE;

  g_object_get (pause,
                "id", &id,
                "state", &state,
                "called-at", &called_at,
                "cooling-since", &cooling_since,
                "return-at", &return_at,
                "other-day", &other_day,
                "extended", &extended,
                "round", &round,
                "interrupted", &interrupted,
                "interrupted-return-at", &interrupted_return_at,
                "topic", &topic,
                "turn", &turn,
                "turn-started-at", &turn_started_at,
                "first-id", &first_id,
                "talk-ended-at", &talk_ended_at,
                "recovery-until", &recovery_until,
                "follow-up-at", &follow_up_at,
                "helped", &helped,
                "hindered", &hindered,
                "lesson", &lesson,
                "changed-plan", &changed_plan,
                "closed-at", &closed_at,
                "created-at", &created_at,
                "updated-at", &updated_at,
                "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, id);
  bridge_bind_enum (statement, 2, BRIDGE_TYPE_PAUSE_STATE, state);
  bridge_bind_int (statement, 3, called_at);
  bridge_bind_int (statement, 4, cooling_since);
  bridge_bind_int (statement, 5, return_at);
  bridge_bind_int (statement, 6, other_day);
  bridge_bind_int (statement, 7, extended);
  bridge_bind_int (statement, 8, round);
  bridge_bind_enum (statement, 9, BRIDGE_TYPE_PAUSE_STATE, interrupted);
  bridge_bind_int (statement, 10, interrupted_return_at);
  bridge_bind_text (statement, 11, topic);
  bridge_bind_int (statement, 12, turn);
  bridge_bind_int (statement, 13, turn_started_at);
  bridge_bind_text (statement, 14, first_id);
  bridge_bind_int (statement, 15, talk_ended_at);
  bridge_bind_int (statement, 16, recovery_until);
  bridge_bind_int (statement, 17, follow_up_at);
  bridge_bind_text (statement, 18, helped);
  bridge_bind_text (statement, 19, hindered);
  bridge_bind_text (statement, 20, lesson);
  bridge_bind_text (statement, 21, changed_plan);
  bridge_bind_int (statement, 22, closed_at);
  bridge_bind_int (statement, 23, created_at);
  bridge_bind_int (statement, 24, updated_at);
  bridge_bind_int (statement, 25, deleted_at);
  bridge_bind_text (statement, 26, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}
