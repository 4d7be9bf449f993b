/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include <glib/gi18n-lib.h>

#include "bridge-store-private.h"

/**
 * bridge_store_read_all:
 * @db: a connection
 * @statement: (nullable): a query, bound; %NULL passes its error on
 * @reader: makes an object of a row
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): an array that owns its objects
 */
GPtrArray *
bridge_store_read_all (BridgeDatabase   *db,
                       sqlite3_stmt     *statement,
                       BridgeRowReader   reader,
                       GError          **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (bridge_statement_step (db, statement, &local_error))
    {
      gpointer object = reader (statement, &local_error);

      if (object == NULL)
        {
          sqlite3_reset (statement);
          break;
        }
      g_ptr_array_add (objects, object);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&objects);
}

/**
 * bridge_store_read_one:
 * @db: a connection
 * @statement: (nullable): a query, bound; %NULL passes its error on
 * @reader: makes an object of a row
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the first row's object; %NULL without an error: there is none
 */
gpointer
bridge_store_read_one (BridgeDatabase   *db,
                       sqlite3_stmt     *statement,
                       BridgeRowReader   reader,
                       GError          **error)
{
  gpointer object = NULL;

  if (statement == NULL || !bridge_statement_step (db, statement, error))
    return NULL;

  object = reader (statement, error);
  sqlite3_reset (statement);
  return object;
}

static void
unref_if_any (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static GPtrArray *
read_rows (BridgeDatabase   *db,
           const char       *sql,
           const gint64     *seqs,
           guint             n,
           BridgeRowReader   reader,
           GError          **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_full (n, unref_if_any);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) local_error = NULL;
      sqlite3_stmt *statement = bridge_statement_get (db, sql, error);
      gpointer object;

      if (statement == NULL)
        return NULL;
      bridge_bind_int (statement, 1, seqs[i]);
      object = bridge_store_read_one (db, statement, reader, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      g_ptr_array_add (objects, object);
    }

  return g_steal_pointer (&objects);
}

/**
 * bridge_store_read_by_seq:
 * @db: a connection
 * @sql: a query for one seq
 * @seqs: (array length=n): which rows
 * @n: how many
 * @reader: makes an object of a row
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): objects in the order of @seqs, %NULL where a row has gone
 */
GPtrArray *
bridge_store_read_by_seq (BridgeDatabase   *db,
                          const char       *sql,
                          const gint64     *seqs,
                          guint             n,
                          BridgeRowReader   reader,
                          GError          **error)
{
  sqlite3 *handle = bridge_database_get_handle (db);
  /* Else the file would be locked, and looked at for what others have written, once a row. */
  gboolean own = !bridge_database_in_transaction (db) && sqlite3_exec (handle, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
  GPtrArray *objects = read_rows (db, sql, seqs, n, reader, error);

  if (own)
    sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);

  return objects;
}

/**
 * bridge_store_read_keys:
 * @db: a connection
 * @statement: (nullable): a query for seq, version and an ISO date; %NULL passes its error on
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeListKey): a key a row
 */
GArray *
bridge_store_read_keys (BridgeDatabase  *db,
                        sqlite3_stmt    *statement,
                        GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (BridgeListKey));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (bridge_statement_step (db, statement, &local_error))
    {
      const char *date = bridge_column_text (statement, 2);
      BridgeListKey key = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), 0 };

      /* "2026-11-…": year and month are all that a heading needs, and there may be very many rows. */
      if (date != NULL && sqlite3_column_bytes (statement, 2) >= 7)
        key.group = (int) g_ascii_strtoll (date, NULL, 10) * 12 + (date[5] - '0') * 10 + (date[6] - '0') - 1;
      g_array_append_val (keys, key);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&keys);
}

/**
 * bridge_store_run_write:
 * @db: a connection
 * @statement: a statement that writes, bound
 * @error: where to say what went wrong
 *
 * Runs it in the open transaction, or in one of its own.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_run_write (BridgeDatabase  *db,
                        sqlite3_stmt    *statement,
                        GError         **error)
{
  if (bridge_database_get_read_only (db))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY, bridge_database_get_read_only_reason (db));
      return FALSE;
    }

  return bridge_statement_run (db, statement, error);
}

/**
 * bridge_store_find_ids:
 * @db: a connection
 * @table: "rituals" or "wins"
 * @prefix: how an id begins
 * @limit: how many at the most
 * @error: where to say what went wrong
 *
 * Finds ids by how they begin, among what is not removed.
 *
 * Returns: (transfer full) (nullable): the ids
 */
GStrv
bridge_store_find_ids (BridgeDatabase  *db,
                       const char      *table,
                       const char      *prefix,
                       guint            limit,
                       GError         **error)
{
  gboolean wins = g_str_equal (table, "wins");
  /* An id is made of digits, a–f and hyphens, all of which sort before "g". */
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          wins ? "SELECT id FROM wins WHERE id >= ?1 AND id < ?1 || 'g' AND deleted_at = 0 LIMIT ?2"
                               : "SELECT id FROM rituals WHERE id >= ?1 AND id < ?1 || 'g' AND deleted_at = 0 LIMIT ?2",
                          error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (wins || g_str_equal (table, "rituals"), NULL);

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, prefix);
  bridge_bind_int (statement, 2, limit);
  while (bridge_statement_step (db, statement, &local_error))
    g_strv_builder_add (ids, bridge_column_text (statement, 0));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_strv_builder_end (ids);
}

/**
 * bridge_store_make_match:
 * @typed: (nullable): what was typed
 *
 * Makes an FTS5 query of it: each word a prefix, quoted, so that nothing typed is an operator.
 *
 * Returns: (transfer full) (nullable): the query; %NULL: there are no words in it
 */
char *
bridge_store_make_match (const char *typed)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  if (typed == NULL)
    return NULL;

  words = g_strsplit_set (typed, " \t\n\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean searchable = FALSE;
      g_autofree char *valid = g_utf8_make_valid (words[i], -1);
      g_autoptr (GString) escaped = g_string_new (valid);

      for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
        searchable = searchable || g_unichar_isalnum (g_utf8_get_char (p));
      if (!searchable)
        continue;

      g_string_replace (escaped, "\"", "\"\"", 0);
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", escaped->str);
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
