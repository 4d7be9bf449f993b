/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-statement"

#include "config.h"

#include "bridge-statement.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "bridge-enums.h"

/* SQLite calls only ENOSPC a full disk; a quota and a limit on a file's size come as a failed write, to the database
 * or to its journal. sqlite3_system_errno() says nothing when a commit fails, so the files are asked. */
static gboolean
is_full (sqlite3 *handle,
         int      result)
{
  static const int files[] = { SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER };

  if ((result & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((result & 0xff) != SQLITE_IOERR || handle == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      sqlite3_file *file = NULL;
      int reason = 0;

      if (sqlite3_file_control (handle, "main", files[i], &file) == SQLITE_OK && file != NULL &&
          file->pMethods != NULL &&
          file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK &&
          (reason == ENOSPC || reason == EDQUOT || reason == EFBIG))
        return TRUE;
    }
  return FALSE;
}

/**
 * bridge_database_set_error:
 * @db: a connection
 * @result: what SQLite answered
 * @error: where to say it in the user's terms
 *
 * Turns SQLite's answer into the error a person can act on; SQLite's own words stay in the log.
 */
void
bridge_database_set_error (BridgeDatabase  *db,
                           int              result,
                           GError         **error)
{
  const char *path = bridge_database_get_path (db);
  sqlite3 *handle = bridge_database_get_handle (db);

  g_debug ("SQLite answered %d (%s)", result, handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result));

  switch (is_full (handle, result) ? SQLITE_FULL : result & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL,
                   _("There is no space left on the disk, so this was not saved. What was saved before is safe in %s."),
                   path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY,
                           _("Another program is using Footbridge’s data just now. Nothing was changed; try again in a moment."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY,
                   _("%s can be read but not written to, so nothing was changed."), path);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                   _("%s is damaged or is no Footbridge data. It was left as it is; put a backup in its place to go on."),
                   path);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   _("%s could not be opened or written to. Look whether the disk and the folder’s permissions are in order; nothing was changed."),
                   path);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("This does not fit to what is stored, so nothing was changed."));
      break;
    default:
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED,
                   /* Translators: the second is a technical message in English */
                   _("%1$s could not be used (%2$s). Nothing was changed."), path, sqlite3_errstr (result));
    }
}

/**
 * bridge_statement_step:
 * @db: a connection
 * @statement: one of its statements
 * @error: where to say what went wrong
 *
 * Goes to the next row. After the last one, and after an error, the statement is reset.
 *
 * Returns: %TRUE on a row; %FALSE at the end, or with @error set
 */
gboolean
bridge_statement_step (BridgeDatabase  *db,
                       sqlite3_stmt    *statement,
                       GError         **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    bridge_database_set_error (db, sqlite3_extended_errcode (bridge_database_get_handle (db)), error);

  sqlite3_reset (statement);
  return FALSE;
}

/**
 * bridge_statement_run:
 * @db: a connection
 * @statement: one of its statements, bound
 * @error: where to say what went wrong
 *
 * Runs a statement to its end.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_statement_run (BridgeDatabase  *db,
                      sqlite3_stmt    *statement,
                      GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  while (bridge_statement_step (db, statement, &local_error))
    ;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * bridge_statement_execute:
 * @db: a connection
 * @sql: one or more statements without parameters
 * @error: where to say what went wrong
 *
 * Runs statements that are needed once.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_statement_execute (BridgeDatabase  *db,
                          const char      *sql,
                          GError         **error)
{
  sqlite3 *handle = bridge_database_get_handle (db);

  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  bridge_database_set_error (db, sqlite3_extended_errcode (handle), error);
  return FALSE;
}

/**
 * bridge_statement_query_int:
 * @db: a connection
 * @sql: a query or pragma that gives one number
 * @value: (out): the number; 0 where there is no row
 * @error: where to say what went wrong
 *
 * Asks for one number.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_statement_query_int (BridgeDatabase  *db,
                            const char      *sql,
                            gint64          *value,
                            GError         **error)
{
  sqlite3 *handle = bridge_database_get_handle (db);
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  *value = 0;
  if (result == SQLITE_OK)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        *value = sqlite3_column_int64 (statement, 0);
    }
  sqlite3_finalize (statement);

  if (result == SQLITE_ROW || result == SQLITE_DONE || result == SQLITE_OK)
    return TRUE;

  bridge_database_set_error (db, result, error);
  return FALSE;
}

/* Binding; a statement's parameters are few and ours, so a failure to bind is a programming error. */

/**
 * bridge_bind_text:
 * @statement: a statement
 * @index: of the parameter, from 1
 * @text: (nullable): a text; %NULL is NULL
 *
 * Binds a text, which is copied.
 */
void
bridge_bind_text (sqlite3_stmt *statement,
                  int           index,
                  const char   *text)
{
  int result = sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);

  g_assert (result == SQLITE_OK);
}

/**
 * bridge_bind_int:
 * @statement: a statement
 * @index: of the parameter, from 1
 * @value: a number
 *
 * Binds a number.
 */
void
bridge_bind_int (sqlite3_stmt *statement,
                 int           index,
                 gint64        value)
{
  int result = sqlite3_bind_int64 (statement, index, value);

  g_assert (result == SQLITE_OK);
}

/**
 * bridge_bind_local:
 * @statement: a statement
 * @index: of the parameter, from 1
 * @local: a local time; %BRIDGE_LOCAL_NONE is NULL
 *
 * Binds a local time as ISO text, which sorts as time does.
 */
void
bridge_bind_local (sqlite3_stmt *statement,
                   int           index,
                   BridgeLocal   local)
{
  g_autofree char *text = local != BRIDGE_LOCAL_NONE ? bridge_local_format (local) : NULL;

  bridge_bind_text (statement, index, text);
}

/**
 * bridge_bind_enum:
 * @statement: a statement
 * @index: of the parameter, from 1
 * @type: one of the types in bridge-enums.h
 * @value: a value of it
 *
 * Binds the nick of a value.
 */
void
bridge_bind_enum (sqlite3_stmt *statement,
                  int           index,
                  GType         type,
                  int           value)
{
  bridge_bind_text (statement, index, bridge_enum_to_nick (type, value));
}

/**
 * bridge_bind_date:
 * @statement: a statement
 * @index: of the parameter, from 1
 * @date: a local time; %BRIDGE_LOCAL_NONE is NULL
 *
 * Binds its date as ISO text.
 */
void
bridge_bind_date (sqlite3_stmt *statement,
                  int           index,
                  BridgeLocal   date)
{
  g_autofree char *text = date != BRIDGE_LOCAL_NONE ? bridge_local_format_date (date) : NULL;

  bridge_bind_text (statement, index, text);
}

/**
 * bridge_column_text:
 * @statement: a statement on a row
 * @index: of the column, from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
bridge_column_text (sqlite3_stmt *statement,
                    int           index)
{
  return (const char *) sqlite3_column_text (statement, index);
}

/**
 * bridge_column_local:
 * @statement: a statement on a row
 * @index: of the column, from 0
 * @local: (out): the local time; %BRIDGE_LOCAL_NONE for NULL
 * @error: where to say that the row is damaged
 *
 * Reads a local time or date.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_column_local (sqlite3_stmt  *statement,
                     int            index,
                     BridgeLocal   *local,
                     GError       **error)
{
  const char *text = bridge_column_text (statement, index);

  *local = BRIDGE_LOCAL_NONE;
  return text == NULL || bridge_local_parse (text, local, error);
}

/**
 * bridge_column_enum:
 * @statement: a statement on a row
 * @index: of the column, from 0
 * @type: the enumeration
 * @value: (out): its value
 * @error: where to say that the row is damaged
 *
 * Reads an enumeration by its nick.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_column_enum (sqlite3_stmt  *statement,
                    int            index,
                    GType          type,
                    int           *value,
                    GError       **error)
{
  const char *nick = bridge_column_text (statement, index);

  return bridge_enum_from_nick (type, nick != NULL ? nick : "", value, error);
}
