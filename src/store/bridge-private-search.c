/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-private-search.h"

#include <glib/gi18n-lib.h>

#include "bridge-store-private.h"

struct _BridgePrivateSearch
{
  sqlite3 *handle;
  sqlite3_stmt *add;
  sqlite3_stmt *remove;
  sqlite3_stmt *find;
};

static gboolean
is_fine (BridgePrivateSearch  *self,
         int                   result,
         GError              **error)
{
  if (result == SQLITE_OK || result == SQLITE_DONE)
    return TRUE;
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED,
               /* Translators: a technical message in English */
               _("Your private entries cannot be searched at the moment (%s). They are safe."), sqlite3_errstr (result));
  return FALSE;
}

/**
 * bridge_private_search_new:
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): an empty index
 */
BridgePrivateSearch *
bridge_private_search_new (GError **error)
{
  g_autoptr (BridgePrivateSearch) self = g_new0 (BridgePrivateSearch, 1);

  /* Without content: the words themselves are in the entries already, and in the index only once. What is removed is
   * overwritten, and nothing may ever go to a file. */
  if (!is_fine (self, sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), error) ||
      !is_fine (self, sqlite3_exec (self->handle, "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_mode = OFF;"
                                    "CREATE VIRTUAL TABLE words USING fts5 (text, content = '',"
                                    " tokenize = 'unicode61 remove_diacritics 2')", NULL, NULL, NULL), error) ||
      !is_fine (self, sqlite3_prepare_v3 (self->handle, "INSERT INTO words (rowid, text) VALUES (?1, ?2)", -1,
                                          SQLITE_PREPARE_PERSISTENT, &self->add, NULL), error) ||
      !is_fine (self, sqlite3_prepare_v3 (self->handle, "INSERT INTO words (words, rowid, text) VALUES ('delete', ?1, ?2)", -1,
                                          SQLITE_PREPARE_PERSISTENT, &self->remove, NULL), error) ||
      !is_fine (self, sqlite3_prepare_v3 (self->handle, "SELECT rowid FROM words WHERE words MATCH ?1", -1,
                                          SQLITE_PREPARE_PERSISTENT, &self->find, NULL), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bridge_private_search_free:
 * @self: (transfer full): an index
 *
 * Overwrites it and frees it.
 */
void
bridge_private_search_free (BridgePrivateSearch *self)
{
  sqlite3_finalize (self->add);
  sqlite3_finalize (self->remove);
  sqlite3_finalize (self->find);
  if (self->handle != NULL)
    sqlite3_exec (self->handle, "INSERT INTO words (words) VALUES ('delete-all')", NULL, NULL, NULL);
  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * bridge_private_search_begin:
 * @self: an index
 * @error: where to say what went wrong
 *
 * Begins to add many.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_search_begin (BridgePrivateSearch  *self,
                             GError              **error)
{
  return is_fine (self, sqlite3_exec (self->handle, "BEGIN", NULL, NULL, NULL), error);
}

/**
 * bridge_private_search_end:
 * @self: an index
 * @error: where to say what went wrong
 *
 * Ends what bridge_private_search_begin() began.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_search_end (BridgePrivateSearch  *self,
                           GError              **error)
{
  return is_fine (self, sqlite3_exec (self->handle, "COMMIT", NULL, NULL, NULL), error);
}

static gboolean
run (BridgePrivateSearch  *self,
     sqlite3_stmt         *statement,
     gint64                number,
     const char           *words,
     GError              **error)
{
  int result;

  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, words, -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return is_fine (self, result, error);
}

/**
 * bridge_private_search_add:
 * @self: an index
 * @number: of an entry
 * @words: its words
 * @error: where to say what went wrong
 *
 * Adds an entry that is not in it.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_search_add (BridgePrivateSearch  *self,
                           gint64                number,
                           const char           *words,
                           GError              **error)
{
  return run (self, self->add, number, words, error);
}

/**
 * bridge_private_search_remove:
 * @self: an index
 * @number: of an entry
 * @words: its words, just as they were added
 * @error: where to say what went wrong
 *
 * Takes an entry out.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_search_remove (BridgePrivateSearch  *self,
                              gint64                number,
                              const char           *words,
                              GError              **error)
{
  return run (self, self->remove, number, words, error);
}

/**
 * bridge_private_search_find:
 * @self: an index
 * @typed: what was typed
 * @error: where to say what went wrong
 *
 * Finds the entries that have words which begin with all that was typed.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their numbers; %NULL without an error: nothing to search for
 */
GArray *
bridge_private_search_find (BridgePrivateSearch  *self,
                            const char           *typed,
                            GError              **error)
{
  g_autofree char *match = bridge_store_make_match (typed);
  g_autoptr (GArray) found = NULL;
  int result;

  if (match == NULL)
    return NULL;

  found = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_bind_text (self->find, 1, match, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (self->find)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (self->find, 0);

      g_array_append_val (found, number);
    }
  sqlite3_reset (self->find);
  sqlite3_clear_bindings (self->find);
  return is_fine (self, result, error) ? g_steal_pointer (&found) : NULL;
}
