/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-milestones.h"

#include "bridge-store-private.h"

#define MILESTONE_COLUMNS \
  "id, title, note, who, source, ritual_ids, win_kind, target, since, revisit_on, state, reached_on, " \
  "mark, celebrated, reminding_since, created_at, updated_at, deleted_at"

static gpointer
read_milestone (sqlite3_stmt  *statement,
                GError       **error)
{
  BridgeLocal since, revisit_on, reached_on;
  int source, state;

  if (!bridge_column_enum (statement, 4, BRIDGE_TYPE_MILESTONE_SOURCE, &source, error) ||
      !bridge_column_local (statement, 8, &since, error) ||
      !bridge_column_local (statement, 9, &revisit_on, error) ||
      !bridge_column_enum (statement, 10, BRIDGE_TYPE_MILESTONE_STATE, &state, error) ||
      !bridge_column_local (statement, 11, &reached_on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_MILESTONE,
                       "id", bridge_column_text (statement, 0),
                       "title", bridge_column_text (statement, 1),
                       "note", bridge_column_text (statement, 2),
                       "who", bridge_column_text (statement, 3),
                       "source", source,
                       "ritual-ids", bridge_column_text (statement, 5),
                       "win-kind", bridge_column_text (statement, 6),
                       "target", sqlite3_column_int (statement, 7),
                       "since", since,
                       "revisit-on", revisit_on,
                       "state", state,
                       "reached-on", reached_on,
                       "mark", bridge_column_text (statement, 12),
                       "celebrated", sqlite3_column_int (statement, 13) != 0,
                       "reminding-since", (gint64) sqlite3_column_int64 (statement, 14),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 15),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 16),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 17),
                       NULL);
}

/**
 * bridge_store_load_milestones:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMilestone): open and resting ones first, by the
 *   day to come back to them
 */
GPtrArray *
bridge_store_load_milestones (BridgeDatabase  *db,
                              GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " MILESTONE_COLUMNS " FROM milestones"
                                                      " WHERE deleted_at = 0"
                                                      " ORDER BY state = 'reached', revisit_on IS NULL, revisit_on, seq", error),
                                read_milestone, error);
}

/**
 * bridge_store_load_milestone:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeMilestone *
bridge_store_load_milestone (BridgeDatabase  *db,
                             const char      *id,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " MILESTONE_COLUMNS " FROM milestones WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_milestone, error);
}

static const char save_milestone_sql[] =
  "INSERT INTO milestones (id, title, note, who, source, ritual_ids, win_kind, target, since, revisit_on, "
  "state, reached_on, mark, celebrated, reminding_since, created_at, updated_at, deleted_at, device) VALUES "
  "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) ON CONFLICT (id) "
  "DO UPDATE SET title = excluded.title, note = excluded.note, who = excluded.who, source = "
  "excluded.source, ritual_ids = excluded.ritual_ids, win_kind = excluded.win_kind, target = "
  "excluded.target, since = excluded.since, revisit_on = excluded.revisit_on, state = excluded.state, "
  "reached_on = excluded.reached_on, mark = excluded.mark, celebrated = excluded.celebrated, "
  "reminding_since = excluded.reminding_since, updated_at = excluded.updated_at, deleted_at = "
  "excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_milestone:
 * @db: a connection
 * @milestone: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_milestone (BridgeDatabase   *db,
                             BridgeMilestone  *milestone,
                             GError          **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_milestone_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (milestone,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_milestone_get_id (milestone));
  bridge_bind_text (statement, 2, bridge_milestone_get_title (milestone));
  bridge_bind_text (statement, 3, bridge_milestone_get_note (milestone));
  bridge_bind_text (statement, 4, bridge_milestone_get_who (milestone));
  bridge_bind_enum (statement, 5, BRIDGE_TYPE_MILESTONE_SOURCE, bridge_milestone_get_source (milestone));
  bridge_bind_text (statement, 6, bridge_milestone_get_ritual_ids (milestone));
  bridge_bind_text (statement, 7, bridge_milestone_get_win_kind (milestone));
  bridge_bind_int (statement, 8, bridge_milestone_get_target (milestone));
  bridge_bind_local (statement, 9, bridge_milestone_get_since (milestone));
  bridge_bind_local (statement, 10, bridge_milestone_get_revisit_on (milestone));
  bridge_bind_enum (statement, 11, BRIDGE_TYPE_MILESTONE_STATE, bridge_milestone_get_state (milestone));
  bridge_bind_local (statement, 12, bridge_milestone_get_reached_on (milestone));
  bridge_bind_text (statement, 13, bridge_milestone_get_mark (milestone));
  bridge_bind_int (statement, 14, bridge_milestone_get_celebrated (milestone));
  bridge_bind_int (statement, 15, bridge_milestone_get_reminding_since (milestone));
  bridge_bind_int (statement, 16, created_at);
  bridge_bind_int (statement, 17, updated_at);
  bridge_bind_int (statement, 18, deleted_at);
  bridge_bind_text (statement, 19, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_note_celebrated:
 * @db: a connection
 * @id: of a milestone
 * @error: where to say what went wrong
 *
 * Notes that its celebration was shown. Whatever else somebody has written into its row meanwhile stays, and so does the stamp.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_note_celebrated (BridgeDatabase  *db,
                              const char      *id,
                              GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "UPDATE milestones SET celebrated = 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}

#define MILESTONE_CHANGE_COLUMNS \
  "id, milestone_id, event, on_date, words, was, created_at, updated_at, deleted_at"

static gpointer
read_milestone_change (sqlite3_stmt  *statement,
                       GError       **error)
{
  BridgeLocal on;
  int event;

  if (!bridge_column_enum (statement, 2, BRIDGE_TYPE_MILESTONE_EVENT, &event, error) ||
      !bridge_column_local (statement, 3, &on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_MILESTONE_CHANGE,
                       "id", bridge_column_text (statement, 0),
                       "milestone-id", bridge_column_text (statement, 1),
                       "event", event,
                       "on", on,
                       "words", bridge_column_text (statement, 4),
                       "was", bridge_column_text (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_milestone_changes:
 * @db: a connection
 * @milestone_id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMilestoneChange): the oldest first
 */
GPtrArray *
bridge_store_load_milestone_changes (BridgeDatabase  *db,
                                     const char      *milestone_id,
                                     GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "SELECT " MILESTONE_CHANGE_COLUMNS " FROM milestone_changes"
                          " WHERE milestone_id = ? AND deleted_at = 0 ORDER BY seq", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, milestone_id);
  return bridge_store_read_all (db, statement, read_milestone_change, error);
}

/**
 * bridge_store_load_milestone_change:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeMilestoneChange *
bridge_store_load_milestone_change (BridgeDatabase  *db,
                                    const char      *id,
                                    GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " MILESTONE_CHANGE_COLUMNS " FROM milestone_changes WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_milestone_change, error);
}

static const char save_milestone_change_sql[] =
  "INSERT INTO milestone_changes (id, milestone_id, event, on_date, words, was, created_at, updated_at, "
  "deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET "
  "milestone_id = excluded.milestone_id, event = excluded.event, on_date = excluded.on_date, words = "
  "excluded.words, was = excluded.was, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, "
  "device = excluded.device";

/**
 * bridge_store_save_milestone_change:
 * @db: a connection
 * @milestone_change: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_milestone_change (BridgeDatabase         *db,
                                    BridgeMilestoneChange  *milestone_change,
                                    GError                **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_milestone_change_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (milestone_change,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_milestone_change_get_id (milestone_change));
  bridge_bind_text (statement, 2, bridge_milestone_change_get_milestone_id (milestone_change));
  bridge_bind_enum (statement, 3, BRIDGE_TYPE_MILESTONE_EVENT,
                    bridge_milestone_change_get_event (milestone_change));
  bridge_bind_local (statement, 4, bridge_milestone_change_get_on (milestone_change));
  bridge_bind_text (statement, 5, bridge_milestone_change_get_words (milestone_change));
  bridge_bind_text (statement, 6, bridge_milestone_change_get_was (milestone_change));
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

#define COUNTED \
  "on_date >= ?1 AND on_date < ?2 AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR noticed_by IS NULL OR noticed_by = ?4)"
#define WINS_COUNTED " FROM wins WHERE deleted_at = 0 AND kind <> 'milestone' AND " COUNTED
/* Of its own, as an index on the day is of no use to it. */
#define WINS_WITH_LINKED " FROM wins WHERE deleted_at = 0 AND kind <> 'milestone' AND (milestone_id = ?5 OR " COUNTED ")"

static void
bind_wins_of (sqlite3_stmt *statement,
              const char   *kind,
              const char   *noticed_by,
              BridgeLocal   from,
              BridgeLocal   to)
{
  bridge_bind_date (statement, 1, from);
  bridge_bind_date (statement, 2, to);
  bridge_bind_text (statement, 3, kind);
  bridge_bind_text (statement, 4, noticed_by);
}

/**
 * bridge_store_count_wins_of:
 * @db: a connection
 * @kind: (nullable): the nick of a kind; %NULL: any
 * @noticed_by: (nullable): only what that one noticed, or nobody says who did; %NULL: whoever noticed it
 * @from: local
 * @to: local, not included
 * @linked_to: (nullable): a milestone: what belongs to it counts too, whatever its day and kind, whoever noticed it
 * @n: (out): how many
 * @error: where to say what went wrong
 *
 * Counts small wins by their day; reached milestones are none of them.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_count_wins_of (BridgeDatabase  *db,
                            const char      *kind,
                            const char      *noticed_by,
                            BridgeLocal      from,
                            BridgeLocal      to,
                            const char      *linked_to,
                            guint           *n,
                            GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, linked_to != NULL ? "SELECT count (*)" WINS_WITH_LINKED
                                                                        : "SELECT count (*)" WINS_COUNTED, error);

  *n = 0;
  if (statement == NULL)
    return FALSE;

  bind_wins_of (statement, kind, noticed_by, from, to);
  if (linked_to != NULL)
    bridge_bind_text (statement, 5, linked_to);
  if (!bridge_statement_step (db, statement, error))
    return FALSE;

  *n = (guint) sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * bridge_store_load_wins_of:
 * @db: a connection
 * @kind: (nullable): the nick of a kind; %NULL: any
 * @noticed_by: (nullable): only what that one noticed, or nobody says who did; %NULL: whoever noticed it
 * @from: local
 * @to: local, not included
 * @linked_to: (nullable): a milestone: what belongs to it is there too, whatever its day and kind, whoever noticed it, and comes
 *   first
 * @limit: how many at most
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWin): those, then the starred ones, then the newest
 */
GPtrArray *
bridge_store_load_wins_of (BridgeDatabase  *db,
                           const char      *kind,
                           const char      *noticed_by,
                           BridgeLocal      from,
                           BridgeLocal      to,
                           const char      *linked_to,
                           guint            limit,
                           GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT seq" WINS_WITH_LINKED " ORDER BY ifnull (milestone_id = ?5, 0) DESC, starred DESC,"
                              " on_date DESC, created_at DESC LIMIT ?6", error);
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  bind_wins_of (statement, kind, noticed_by, from, to);
  bridge_bind_text (statement, 5, linked_to);
  bridge_bind_int (statement, 6, limit);
  while (bridge_statement_step (db, statement, &local_error))
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);

      g_array_append_val (seqs, seq);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return bridge_store_load_wins_by_seq (db, (const gint64 *) seqs->data, seqs->len, error);
}

/**
 * bridge_store_load_milestone_win:
 * @db: a connection
 * @milestone_id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what says in the log that it was reached, the newest if there are several; %NULL without
 *   an error: there is nothing
 */
BridgeWin *
bridge_store_load_milestone_win (BridgeDatabase  *db,
                                 const char      *milestone_id,
                                 GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "SELECT id FROM wins WHERE milestone_id = ? AND kind = 'milestone' AND deleted_at = 0"
                          " ORDER BY seq DESC LIMIT 1", error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, milestone_id);
  if (bridge_statement_step (db, statement, &local_error))
    id = g_strdup (bridge_column_text (statement, 0));
  sqlite3_reset (statement);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return id != NULL ? bridge_store_load_win (db, id, error) : NULL;
}
