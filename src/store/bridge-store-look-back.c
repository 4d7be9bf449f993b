/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-look-back.h"

#include "bridge-store-private.h"

/* A pinned ritual may be on another day here than in its zone. */
#define ZONES_APART (2 * BRIDGE_DAY)

/* So often a load that nobody wants any more is noticed. */
#define ROWS_PER_LOOK 256

typedef struct {
  BridgeDatabase *db;
  BridgeLookBackRecord *record;
  BridgeLocal from;
  gint64 now;
  GTimeZone *here;
  GCancellable *cancellable;
  gboolean alone;

  char *zone_id; /* of the row before */
  GTimeZone *zone;
} Load;

typedef gboolean (*RowFunc) (Load *load, sqlite3_stmt *statement, GError **error);

static int
get_day_of (Load   *load,
            gint64  utc_ms)
{
  return bridge_local_get_day (bridge_local_from_utc_ms (utc_ms, load->here));
}

static void
add_moment (Load               *load,
            BridgeLocal         at,
            BridgeLookBackKind  kind,
            guint               n)
{
  BridgeLookBackMoment moment = { at, kind, n };

  g_array_append_val (load->record->moments, moment);
}

/* A pinned time as it is here. Rows of one ritual stand together, so its zone is looked up once. */
static gboolean
move_here (Load         *load,
           const char   *zone_id,
           BridgeLocal  *local,
           GError      **error)
{
  if (zone_id == NULL)
    return TRUE;

  if (g_strcmp0 (zone_id, load->zone_id) != 0)
    {
      g_clear_pointer (&load->zone, g_time_zone_unref);
      g_free (load->zone_id);
      load->zone_id = g_strdup (zone_id);
      load->zone = bridge_zone_new (zone_id, error);
    }
  if (load->zone == NULL)
    return FALSE;
  *local = bridge_local_from_utc_ms (bridge_local_to_utc_ms (*local, load->zone), load->here);
  return TRUE;
}

static gboolean
read_occurrence (Load          *load,
                 sqlite3_stmt  *statement,
                 GError       **error)
{
  BridgeLocal at;

  if (!bridge_column_local (statement, 0, &at, error) ||
      !move_here (load, bridge_column_text (statement, 1), &at, error))
    return FALSE;
  add_moment (load, at, BRIDGE_LOOK_BACK_RITUALS, 1);
  return TRUE;
}

static gboolean
read_wins (Load          *load,
           sqlite3_stmt  *statement,
           GError       **error)
{
  BridgeLocal on;

  if (!bridge_column_local (statement, 0, &on, error))
    return FALSE;
  add_moment (load, on, BRIDGE_LOOK_BACK_WINS, (guint) sqlite3_column_int (statement, 1));
  return TRUE;
}

/* It counts on its day, or on the one on which it was kept before that. */
static gboolean
read_promise (Load          *load,
              sqlite3_stmt  *statement,
              GError       **error)
{
  BridgeLocal said = bridge_local_from_utc_ms (MIN (sqlite3_column_int64 (statement, 1), load->now), load->here);
  BridgeLocal due;

  if (!bridge_column_local (statement, 0, &due, error))
    return FALSE;
  add_moment (load, bridge_local_day_start (MIN (due, said)), BRIDGE_LOOK_BACK_PROMISES, 1);
  return TRUE;
}

/* Of a pause that led to nothing there is nothing to be seen. */
static gboolean
read_pause (Load          *load,
            sqlite3_stmt  *statement,
            GError       **error)
{
  gint64 talk_ended_at = sqlite3_column_int64 (statement, 1);
  gint64 closed_at = sqlite3_column_int64 (statement, 3);
  gint64 until = sqlite3_column_int64 (statement, 2);
  BridgeLookBackPause pause = {
    .day = get_day_of (load, sqlite3_column_int64 (statement, 0)),
    .talk_day = talk_ended_at != 0 ? get_day_of (load, talk_ended_at) : -1,
    .other_day = sqlite3_column_int (statement, 4) != 0,
    .lesson = sqlite3_column_int (statement, 5) != 0,
  };

  g_array_append_val (load->record->pauses, pause);
  if (talk_ended_at == 0)
    return TRUE;

  add_moment (load, (BridgeLocal) pause.talk_day * BRIDGE_DAY, BRIDGE_LOOK_BACK_TALKS, 1);
  if (closed_at != 0)
    until = MIN (until, closed_at);
  if (until > talk_ended_at)
    {
      BridgeLookBackSpan span = { pause.talk_day, get_day_of (load, until - 1) + 1 };

      g_array_append_val (load->record->recovery, span);
    }
  return TRUE;
}

static gboolean
read_absence (Load          *load,
              sqlite3_stmt  *statement,
              GError       **error)
{
  BridgeLocal from, until;
  BridgeLookBackSpan span;

  if (!bridge_column_local (statement, 0, &from, error) || !bridge_column_local (statement, 1, &until, error))
    return FALSE;
  span.from = bridge_local_get_day (from);
  span.to = until != BRIDGE_LOCAL_NONE ? bridge_local_get_day (until) : get_day_of (load, load->now) + 1;
  g_array_append_val (load->record->away, span);
  return TRUE;
}

static gboolean
read_check_in (Load          *load,
               sqlite3_stmt  *statement,
               GError       **error)
{
  BridgeLookBackCheckIn check_in = { 0 };
  BridgeLocal on;

  if (!bridge_column_local (statement, 0, &on, error))
    return FALSE;
  check_in.day = bridge_local_get_day (on);
  check_in.mood = sqlite3_column_int (statement, 1);
  check_in.talking = sqlite3_column_int (statement, 2);
  g_array_append_val (load->record->check_ins, check_in);
  return TRUE;
}

#define SHARED_AND_KEPT \
  "r.deleted_at = 0 AND (r.who IS NULL OR ?2) AND o.deleted_at = 0 AND o.outcome IN ('kept', 'smaller')"

/* Each has ?1, the first day as a local time, and ?2, whether somebody is alone. What is one's own is no shared moment. */
static const struct {
  const char *sql;
  RowFunc read;
  gboolean moments; /* there are some among them */
} queries[] = {
  { "SELECT coalesce (o.moved_to, o.start), r.zone FROM rituals r CROSS JOIN occurrences o ON o.ritual_id = r.id"
    " WHERE o.start >= ?1 AND " SHARED_AND_KEPT
    " UNION ALL SELECT o.moved_to, r.zone FROM occurrences o CROSS JOIN rituals r ON r.id = o.ritual_id"
    " WHERE o.moved_to >= ?1 AND o.start < ?1 AND " SHARED_AND_KEPT,
    read_occurrence, TRUE },
  { "SELECT on_date, count (*) FROM wins WHERE deleted_at = 0 AND on_date >= substr (?1, 1, 10) AND ?2 IS NOT NULL"
    " GROUP BY on_date",
    read_wins, TRUE },
  { "SELECT due, updated_at FROM promises WHERE deleted_at = 0 AND state = 'kept' AND due >= ?1 AND ?2 IS NOT NULL",
    read_promise, TRUE },
  { "SELECT called_at, talk_ended_at, recovery_until, closed_at, other_day, helped || hindered || lesson || changed_plan <> ''"
    " FROM pauses WHERE deleted_at = 0 AND ?1 IS NOT NULL AND ?2 IS NOT NULL"
    " AND (talk_ended_at <> 0 OR helped || hindered || lesson || changed_plan <> '')",
    read_pause, TRUE },
  { "SELECT from_date, until_date FROM absences WHERE deleted_at = 0 AND (until_date IS NULL OR until_date >= ?1)"
    " AND ?2 IS NOT NULL",
    read_absence, FALSE },
  { "SELECT c.on_date, c.mood, c.talking FROM check_ins c LEFT JOIN check_in_rounds r ON r.id = c.round_id"
    " WHERE c.deleted_at = 0 AND c.on_date >= ?1 AND (c.shown_to IS NOT NULL OR ?2)"
    " AND (c.round_id IS NULL OR r.state = 'opened')",
    read_check_in, FALSE },
};

static gboolean
run_query (Load        *load,
           const char  *sql,
           RowFunc      read,
           GError     **error)
{
  sqlite3_stmt *statement = bridge_statement_get (load->db, sql, error);
  g_autoptr (GError) local_error = NULL;
  guint rows = 0;

  if (statement == NULL)
    return FALSE;

  bridge_bind_local (statement, 1, load->from);
  bridge_bind_int (statement, 2, load->alone);
  while (bridge_statement_step (load->db, statement, &local_error))
    {
      if (!read (load, statement, &local_error) ||
          (++rows % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (load->cancellable, &local_error)))
        break;
    }
  sqlite3_reset (statement);

  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* (transfer full) (nullable) */
static BridgeLookBackRecord *
load_record (BridgeDatabase  *db,
             int              first_day,
             gboolean         alone,
             gboolean         only_moments,
             gint64           now,
             GTimeZone       *here,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
  g_autoptr (GError) local_error = NULL;
  Load load = {
    .db = db,
    .record = record,
    .from = (BridgeLocal) first_day * BRIDGE_DAY - ZONES_APART,
    .now = now,
    .here = here,
    .cancellable = cancellable,
    .alone = alone,
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (only_moments && !queries[i].moments)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, &local_error) ||
          !run_query (&load, queries[i].sql, queries[i].read, &local_error))
        break;
    }
  g_clear_pointer (&load.zone, g_time_zone_unref);
  g_free (load.zone_id);

  if (local_error == NULL)
    return g_steal_pointer (&record);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * bridge_store_load_look_back:
 * @db: a connection
 * @first_day: a day number: what was before is not needed
 * @alone: whether there is one person only
 * @now: UTC ms
 * @here: the zone
 * @cancellable: (nullable): to give up
 * @error: where to say what went wrong
 *
 * Loads what both may look back on. Each kind is read by itself, so that nobody who wants to write has to wait long; who is
 * told of a change looks again.
 *
 * Returns: (transfer full) (nullable): the record
 */
BridgeLookBackRecord *
bridge_store_load_look_back (BridgeDatabase  *db,
                             int              first_day,
                             gboolean         alone,
                             gint64           now,
                             GTimeZone       *here,
                             GCancellable    *cancellable,
                             GError         **error)
{
  return load_record (db, first_day, alone, FALSE, now, here, cancellable, error);
}

/**
 * bridge_store_load_look_back_moments:
 * @db: a connection
 * @first_day: a day number: what was before is not needed
 * @alone: whether there is one person only
 * @now: UTC ms
 * @here: the zone
 * @error: where to say what went wrong
 *
 * Loads the moments that both share, as bridge_store_load_look_back() does, and nothing of check-ins and absences.
 *
 * Returns: (transfer full) (nullable): the record
 */
BridgeLookBackRecord *
bridge_store_load_look_back_moments (BridgeDatabase  *db,
                                     int              first_day,
                                     gboolean         alone,
                                     gint64           now,
                                     GTimeZone       *here,
                                     GError         **error)
{
  return load_record (db, first_day, alone, TRUE, now, here, NULL, error);
}
