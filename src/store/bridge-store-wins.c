/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-store-private.h"

#define COLUMNS \
  "id, text, meant, kind, on_date, noticed_by, ritual_id, pause_id, promise_id, milestone_id, starred, " \
  "created_at, updated_at, deleted_at"

/* Rows are counted up one by one, so a number like this was made by no one of us. */
#define MAX_SEQ (64 * 1024 * 1024)

static gpointer
read_win (sqlite3_stmt  *statement,
          GError       **error)
{
  BridgeLocal on;
  int kind;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_WIN_KIND, &kind, error) ||
      !bridge_column_local (statement, 4, &on, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_WIN,
                       "id", bridge_column_text (statement, 0),
                       "text", bridge_column_text (statement, 1),
                       "meant", bridge_column_text (statement, 2),
                       "kind", kind,
                       "on", on,
                       "noticed-by", bridge_column_text (statement, 5),
                       "ritual-id", bridge_column_text (statement, 6),
                       "pause-id", bridge_column_text (statement, 7),
                       "promise-id", bridge_column_text (statement, 8),
                       "milestone-id", bridge_column_text (statement, 9),
                       "starred", sqlite3_column_int (statement, 10) != 0,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 11),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 12),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 13),
                       NULL);
}

/* Wins in their order. Matching words is quick, but looking up the day of every match and sorting is not, and a search is
 * typed letter by letter; so the order is kept for as long as nobody, here or elsewhere, changes anything: of all, and of
 * what a filter left last. */
typedef struct {
  GArray *keys; /* of BridgeListKey */
  char *filter; /* what it is the order of */
  gint64 data_version;
  gint64 changes;
} WinOrder;

static void
win_order_free (gpointer data)
{
  WinOrder *order = data;

  g_array_unref (order->keys);
  g_free (order->filter);
  g_free (order);
}

static gboolean
is_filtered (const BridgeWinQuery *query)
{
  return query->starred_only || query->kind >= 0 || query->noticed_by != NULL || query->ritual_id != NULL ||
         query->milestone_id != NULL || query->anniversary != 0;
}

/* Each filter has an index that it reads along in order; where there are two, the one that leaves less is read. */
static const char *
make_sql (const BridgeWinQuery *query)
{
  g_autoptr (GString) sql =
    g_string_new ("SELECT seq, updated_at, on_date FROM wins WHERE deleted_at = 0");

  if (query->starred_only)
    g_string_append (sql, " AND starred = 1");
  if (query->kind >= 0)
    g_string_append (sql, " AND kind = ?1");
  if (query->noticed_by != NULL)
    g_string_append (sql, query->ritual_id != NULL || query->anniversary != 0 ? " AND +noticed_by = ?2" : " AND noticed_by = ?2");
  if (query->ritual_id != NULL)
    g_string_append (sql, query->anniversary != 0 ? " AND +ritual_id = ?3" : " AND ritual_id = ?3");
  /* There are few of these, and no index for them: they are picked out of what is read anyway. */
  if (query->milestone_id != NULL)
    g_string_append (sql, " AND milestone_id = ?5");
  if (query->anniversary != 0)
    g_string_append (sql, " AND substr (on_date, 6) = substr (?4, 6) AND +on_date < ?4");
  g_string_append (sql, " ORDER BY on_date DESC, created_at DESC");

  /* The connection keeps what it has prepared, by the text. */
  return g_intern_string (sql->str);
}

static GArray *
read_order (BridgeDatabase        *db,
            const BridgeWinQuery  *query,
            GError               **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, make_sql (query), error);

  if (statement == NULL)
    return NULL;

  if (query->kind >= 0)
    bridge_bind_text (statement, 1, bridge_enum_to_nick (BRIDGE_TYPE_WIN_KIND, query->kind));
  if (query->noticed_by != NULL)
    bridge_bind_text (statement, 2, query->noticed_by);
  if (query->ritual_id != NULL)
    bridge_bind_text (statement, 3, query->ritual_id);
  if (query->anniversary != 0)
    bridge_bind_date (statement, 4, query->anniversary);
  if (query->milestone_id != NULL)
    bridge_bind_text (statement, 5, query->milestone_id);
  return bridge_store_read_keys (db, statement, error);
}

/* (transfer full), and shared: not to be changed. */
static GArray *
get_order (BridgeDatabase        *db,
           const BridgeWinQuery  *query,
           GError               **error)
{
  GQuark quark = g_quark_from_static_string (is_filtered (query) ? "bridge-win-order-filtered" : "bridge-win-order");
  gint64 data_version = bridge_database_get_data_version (db);
  gint64 changes = sqlite3_total_changes64 (bridge_database_get_handle (db));
  g_autofree char *filter = NULL;
  WinOrder *order;

  /* What is seen in a transaction may yet be taken back. */
  if (bridge_database_in_transaction (db) || data_version < 0)
    return read_order (db, query, error);

  filter = g_strdup_printf ("%d %d %s %s %s %" G_GINT64_FORMAT, query->starred_only, query->kind,
                            query->noticed_by != NULL ? query->noticed_by : "-",
                            query->ritual_id != NULL ? query->ritual_id : "-",
                            query->milestone_id != NULL ? query->milestone_id : "-", (gint64) query->anniversary);
  order = g_object_get_qdata (G_OBJECT (db), quark);
  if (order == NULL || order->data_version != data_version || order->changes != changes || !g_str_equal (order->filter, filter))
    {
      GArray *keys = read_order (db, query, error);

      if (keys == NULL)
        return NULL;
      order = g_new (WinOrder, 1);
      *order = (WinOrder) { keys, g_steal_pointer (&filter), data_version, changes };
      g_object_set_qdata_full (G_OBJECT (db), quark, order, win_order_free);
    }

  return g_array_ref (order->keys);
}

/* Those of @keys whose words match, in the same order. */
static GArray *
keep_matches (BridgeDatabase  *db,
              GArray          *keys,
              const char      *match,
              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT rowid FROM wins_search WHERE wins_search MATCH ?", error);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GByteArray) matches = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 last = 0;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    last = MAX (last, g_array_index (keys, BridgeListKey, i).seq);
  if (last > MAX_SEQ)
    {
      bridge_database_set_error (db, SQLITE_CORRUPT, error);
      return NULL;
    }
  matches = g_byte_array_new ();
  g_byte_array_set_size (matches, (guint) last + 1);
  memset (matches->data, 0, matches->len);

  bridge_bind_text (statement, 1, match);
  while (bridge_statement_step (db, statement, &local_error))
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);

      if (seq >= 0 && seq <= last)
        matches->data[seq] = 1;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  kept = g_array_new (FALSE, FALSE, sizeof (BridgeListKey));
  for (guint i = 0; i < keys->len; i++)
    {
      const BridgeListKey *key = &g_array_index (keys, BridgeListKey, i);

      if (matches->data[key->seq])
        g_array_append_vals (kept, key, 1);
    }
  return g_steal_pointer (&kept);
}

/**
 * bridge_store_list_win_keys:
 * @db: a connection
 * @query: what is looked for; typed text without any letter or digit looks for nothing in particular
 * @error: where to say what went wrong
 *
 * Lists wins, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeListKey): a key a row
 */
GArray *
bridge_store_list_win_keys (BridgeDatabase        *db,
                            const BridgeWinQuery  *query,
                            GError               **error)
{
  g_autoptr (GArray) keys = get_order (db, query, error);

  return keys != NULL ? bridge_store_keep_win_matches (db, keys, query->search, error) : NULL;
}

/**
 * bridge_store_keep_win_matches:
 * @db: a connection
 * @keys: (element-type BridgeListKey): wins, which another connection may have listed
 * @search: (nullable): typed text
 * @error: where to say what went wrong
 *
 * Looks for words among wins, whose order stays.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeListKey): those that have them
 */
GArray *
bridge_store_keep_win_matches (BridgeDatabase  *db,
                               GArray          *keys,
                               const char      *search,
                               GError         **error)
{
  g_autofree char *match = bridge_store_make_match (search);

  return match != NULL ? keep_matches (db, keys, match, error) : g_array_copy (keys);
}

/**
 * bridge_store_load_wins_by_seq:
 * @db: a connection
 * @seqs: (array length=n): which rows
 * @n: how many
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWin): in the order of @seqs, %NULL where a row has gone
 */
GPtrArray *
bridge_store_load_wins_by_seq (BridgeDatabase  *db,
                               const gint64    *seqs,
                               guint            n,
                               GError         **error)
{
  return bridge_store_read_by_seq (db, "SELECT " COLUMNS " FROM wins WHERE seq = ?", seqs, n, read_win, error);
}

/**
 * bridge_store_load_win:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Loads one win, a removed one too.
 *
 * Returns: (transfer full) (nullable): the win, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgeWin *
bridge_store_load_win (BridgeDatabase  *db,
                       const char      *id,
                       GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT " COLUMNS " FROM wins WHERE id = ?", error);
  BridgeWin *win;

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, id);
  win = bridge_store_read_one (db, statement, read_win, &local_error);
  if (win == NULL && local_error == NULL)
    g_set_error (&local_error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no small win “%s”."), id);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return win;
}

static const char save_sql[] =
  "INSERT INTO wins (id, text, meant, kind, on_date, noticed_by, ritual_id, pause_id, promise_id, milestone_id, starred,"
  " created_at, updated_at, deleted_at, device)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
  " ON CONFLICT (id) DO UPDATE SET text = excluded.text, meant = excluded.meant, kind = excluded.kind,"
  " on_date = excluded.on_date, noticed_by = excluded.noticed_by, ritual_id = excluded.ritual_id,"
  " pause_id = excluded.pause_id, promise_id = excluded.promise_id, milestone_id = excluded.milestone_id,"
  " starred = excluded.starred, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at,"
  " device = excluded.device";

/* The words as they stood have to leave the index before the row changes. */
static gboolean
forget_words (BridgeDatabase  *db,
              const char      *id,
              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "INSERT INTO wins_search (wins_search, rowid, text, meant)"
                          " SELECT 'delete', seq, text, meant FROM wins WHERE id = ? AND deleted_at = 0", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}

static gboolean
learn_words (BridgeDatabase  *db,
             const char      *id,
             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "INSERT INTO wins_search (rowid, text, meant)"
                          " SELECT seq, text, meant FROM wins WHERE id = ? AND deleted_at = 0", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_text (statement, 1, id);
  return bridge_store_run_write (db, statement, error);
}

static gboolean
save_row (BridgeDatabase  *db,
          BridgeWin       *win,
          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (win, "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at, NULL);
  bridge_bind_text (statement, 1, bridge_win_get_id (win));
  bridge_bind_text (statement, 2, bridge_win_get_text (win));
  bridge_bind_text (statement, 3, bridge_win_get_meant (win));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_WIN_KIND, bridge_win_get_kind (win));
  bridge_bind_date (statement, 5, bridge_win_get_on (win));
  bridge_bind_text (statement, 6, bridge_win_get_noticed_by (win));
  bridge_bind_text (statement, 7, bridge_win_get_ritual_id (win));
  bridge_bind_text (statement, 8, bridge_win_get_pause_id (win));
  bridge_bind_text (statement, 9, bridge_win_get_promise_id (win));
  bridge_bind_text (statement, 10, bridge_win_get_milestone_id (win));
  bridge_bind_int (statement, 11, bridge_win_get_starred (win));
  bridge_bind_int (statement, 12, created_at);
  bridge_bind_int (statement, 13, updated_at);
  bridge_bind_int (statement, 14, deleted_at);
  bridge_bind_text (statement, 15, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_save_win:
 * @db: a connection
 * @win: a win, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row and what search knows of it, in the open transaction or in one of its own.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_win (BridgeDatabase  *db,
                       BridgeWin       *win,
                       GError         **error)
{
  const char *id = bridge_win_get_id (win);
  gboolean own = !bridge_database_in_transaction (db);

  if (own && !bridge_database_begin (db, error))
    return FALSE;

  if (!forget_words (db, id, error) || !save_row (db, win, error) || !learn_words (db, id, error))
    {
      if (own)
        bridge_database_rollback (db);
      return FALSE;
    }

  return !own || bridge_database_commit (db, error);
}

/**
 * bridge_store_count_wins:
 * @db: a connection
 * @from: local
 * @to: local, not included
 * @n: (out): how many
 * @error: where to say what went wrong
 *
 * Counts wins by their day.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_count_wins (BridgeDatabase  *db,
                         BridgeLocal      from,
                         BridgeLocal      to,
                         guint           *n,
                         GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT count (*) FROM wins WHERE deleted_at = 0 AND on_date >= ? AND on_date < ?", error);

  *n = 0;
  if (statement == NULL)
    return FALSE;

  bridge_bind_date (statement, 1, from);
  bridge_bind_date (statement, 2, to);
  if (!bridge_statement_step (db, statement, error))
    return FALSE;

  *n = (guint) sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}
