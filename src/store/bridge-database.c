/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-database"

#include "config.h"

#include "bridge-database.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-ids.h"
#include "bridge-migrations.h"
#include "bridge-statement.h"

#define BUSY_TIMEOUT_MS 5000

#define TRIM_BYTES (256 * 1024)

struct _BridgeDatabase
{
  GObject parent_instance;

  char *path;
  dev_t file_system; /* which file it is, whatever becomes of its name */
  ino_t file;
  sqlite3 *handle;
  GHashTable *statements; /* SQL text → sqlite3_stmt */
  char *device;
  char *read_only_reason; /* NULL: can be written to */
  gboolean in_transaction;
};

G_DEFINE_FINAL_TYPE (BridgeDatabase, bridge_database, G_TYPE_OBJECT)

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
close_handle (BridgeDatabase *self)
{
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->handle, sqlite3_close);
}

/* The folder 0700 and the file 0600, before SQLite sees them: its journal inherits the file's mode. */
static gboolean
create_file (BridgeDatabase  *self,
             GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, BRIDGE_ERROR, errno == ENOSPC ? BRIDGE_ERROR_FULL : BRIDGE_ERROR_STORAGE,
                   /* Translators: a folder, and the system's reason */
                   _("The folder %1$s cannot be made: %2$s. Footbridge needs it to keep what you write."),
                   folder, g_strerror (errno));
      return FALSE;
    }

  fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EEXIST)
    {
      g_set_error (error, BRIDGE_ERROR, errno == ENOSPC ? BRIDGE_ERROR_FULL : BRIDGE_ERROR_STORAGE,
                   /* Translators: a folder, and the system's reason */
                   _("Nothing can be written into the folder %1$s: %2$s. Footbridge needs it to keep what you write."),
                   folder, g_strerror (errno));
      return FALSE;
    }
  if (fd >= 0)
    g_close (fd, NULL);
  return TRUE;
}

static gboolean
open_handle (BridgeDatabase  *self,
             int              flags,
             GError         **error)
{
  int result = sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    {
      bridge_database_set_error (self, result, error);
      close_handle (self);
      return FALSE;
    }

  /* Speed for many small statements a second, which a service that waits for hours does not have. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  return TRUE;
}

static char *
make_unwritable_reason (BridgeDatabase *self)
{
  return g_strdup_printf (_("%s cannot be written to, so you can look at everything but change nothing."), self->path);
}

/* Sets a pragma and reads back what holds now: SQLite ignores what it cannot do. */
static gboolean
set_pragma (BridgeDatabase  *self,
            const char      *set,
            const char      *read,
            const char      *expected,
            GError         **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *value = NULL;
  int result;

  if (!bridge_statement_execute (self, set, error))
    return FALSE;

  result = sqlite3_prepare_v2 (self->handle, read, -1, &statement, NULL);
  if (result == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup (bridge_column_text (statement, 0));
  sqlite3_finalize (statement);

  if (g_strcmp0 (value, expected) == 0)
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
               _("%1$s could not be opened safely: “%2$s” gave “%3$s”. Nothing was changed."),
               self->path, set, value != NULL ? value : "");
  return FALSE;
}

static gboolean
set_pragmas (BridgeDatabase  *self,
             GError         **error)
{
  static const struct {
    const char *set;
    const char *read;
    const char *expected;
    gboolean writing;
  } pragmas[] = {
    { "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate", TRUE },
    { "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", TRUE },
    { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", TRUE },
    { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", FALSE },
    { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      if (pragmas[i].writing && self->read_only_reason != NULL)
        continue;
      if (!set_pragma (self, pragmas[i].set, pragmas[i].read, pragmas[i].expected, error))
        return FALSE;
    }
  return TRUE;
}

/* Whose is it? Reading the header is also where SQLite finds out that something is no database. */
static gboolean
identify (BridgeDatabase  *self,
          gint64          *version,
          GError         **error)
{
  gint64 application, tables;
  gboolean read;

  /* In one transaction: another process may be filling a fresh file at this moment. */
  if (!bridge_statement_execute (self, "BEGIN", error))
    return FALSE;
  read = bridge_statement_query_int (self, "SELECT count (*) FROM sqlite_schema", &tables, error) &&
         bridge_statement_query_int (self, "PRAGMA application_id", &application, error) &&
         bridge_statement_query_int (self, "PRAGMA user_version", version, error);
  bridge_database_rollback (self);
  if (!read)
    return FALSE;

  if (application == BRIDGE_DATABASE_APPLICATION_ID || (application == 0 && tables == 0 && *version == 0))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FOREIGN,
               _("%s belongs to another program. It was left as it is; choose another folder for Footbridge."), self->path);
  return FALSE;
}

static gboolean
can_write (BridgeDatabase *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  /* The journal is made beside the file, so the folder counts too. */
  return g_access (self->path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static gboolean
load_device (BridgeDatabase  *self,
             GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = bridge_statement_get (self, "SELECT value FROM settings WHERE name = 'device'", error);

  if (statement == NULL)
    return FALSE;
  if (bridge_statement_step (self, statement, &local_error))
    self->device = g_strdup (bridge_column_text (statement, 0));
  sqlite3_reset (statement);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (self->device == NULL && self->read_only_reason == NULL)
    {
      g_autofree char *device = bridge_id_new ();

      /* Another process may be doing the same: the first one's stays. */
      statement = bridge_statement_get (self,
                                        "INSERT OR IGNORE INTO settings (name, value, created_at, updated_at, device)"
                                        " VALUES ('device', ?1, 0, 0, ?1)", error);
      if (statement == NULL)
        return FALSE;
      bridge_bind_text (statement, 1, device);
      if (!bridge_statement_run (self, statement, error))
        return FALSE;
      return load_device (self, error);
    }

  return TRUE;
}

static gboolean
database_open (BridgeDatabase  *self,
               GError         **error)
{
  GStatBuf info;
  gint64 version;

  if (!create_file (self, error))
    return FALSE;

  if (!can_write (self))
    self->read_only_reason = make_unwritable_reason (self);

  if (g_stat (self->path, &info) == 0)
    {
      self->file_system = info.st_dev;
      self->file = info.st_ino;
    }
  if (!open_handle (self, self->read_only_reason != NULL ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error) ||
      !identify (self, &version, error))
    return FALSE;

  /* SQLite falls back to reading without a word. */
  if (self->read_only_reason == NULL && sqlite3_db_readonly (self->handle, "main") == 1)
    self->read_only_reason = make_unwritable_reason (self);

  if (version > BRIDGE_SCHEMA_VERSION)
    {
      g_free (self->read_only_reason);
      self->read_only_reason = g_strdup (_("This data was written by a newer Footbridge. You can look at it here; to change something, update Footbridge."));
      close_handle (self);
      if (!open_handle (self, SQLITE_OPEN_READONLY, error))
        return FALSE;
    }

  if (!set_pragmas (self, error))
    return FALSE;

  if (self->read_only_reason == NULL && !bridge_migrations_run (self, error))
    return FALSE;

  if (self->read_only_reason != NULL && version == 0)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
                   _("%s is empty and cannot be written to. Footbridge needs it to keep what you write."), self->path);
      return FALSE;
    }

  return load_device (self, error);
}

static void
bridge_database_finalize (GObject *object)
{
  BridgeDatabase *self = BRIDGE_DATABASE (object);

  close_handle (self);
  g_hash_table_unref (self->statements);
  g_free (self->path);
  g_free (self->device);
  g_free (self->read_only_reason);

  G_OBJECT_CLASS (bridge_database_parent_class)->finalize (object);
}

static void
bridge_database_class_init (BridgeDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bridge_database_finalize;
}

static void
bridge_database_init (BridgeDatabase *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
}

/**
 * bridge_database_open:
 * @folder: the space's data folder; made (0700) where missing
 * @error: where to say what went wrong
 *
 * Opens a space's database, all or nothing. One that cannot be written to, and one that a newer version wrote, is
 * opened to look at only.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with %BRIDGE_ERROR_STORAGE, %BRIDGE_ERROR_FULL,
 *   %BRIDGE_ERROR_BUSY, %BRIDGE_ERROR_DAMAGED, %BRIDGE_ERROR_FOREIGN or %BRIDGE_ERROR_NEWER
 */
BridgeDatabase *
bridge_database_open (const char  *folder,
                      GError     **error)
{
  g_autoptr (BridgeDatabase) self = g_object_new (BRIDGE_TYPE_DATABASE, NULL);
  g_autoptr (GError) local_error = NULL;

  self->path = g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);
  if (database_open (self, &local_error))
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * bridge_database_open_to_read:
 * @folder: the data folder of a space that is open elsewhere in this program
 * @error: where to say what went wrong
 *
 * Opens a connection for another thread, which makes, migrates and writes nothing.
 *
 * Returns: (transfer full) (nullable): the connection
 */
BridgeDatabase *
bridge_database_open_to_read (const char  *folder,
                              GError     **error)
{
  g_autoptr (BridgeDatabase) self = g_object_new (BRIDGE_TYPE_DATABASE, NULL);
  gint64 version;

  self->path = g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);
  self->read_only_reason = make_unwritable_reason (self);
  if (!open_handle (self, SQLITE_OPEN_READONLY, error) || !identify (self, &version, error) || !set_pragmas (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bridge_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file
 */
const char *
bridge_database_get_path (BridgeDatabase *self)
{
  return self->path;
}

/**
 * bridge_database_get_read_only:
 * @self: a connection
 *
 * Returns: whether it can only be looked at
 */
gboolean
bridge_database_get_read_only (BridgeDatabase *self)
{
  return self->read_only_reason != NULL;
}

/**
 * bridge_database_get_read_only_reason:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): why it can only be looked at, a whole sentence
 */
const char *
bridge_database_get_read_only_reason (BridgeDatabase *self)
{
  return self->read_only_reason;
}

/**
 * bridge_database_is_there:
 * @self: a connection
 *
 * Returns: %FALSE when the file it has open has no name any more, or another one has its place: what is written now is lost
 */
gboolean
bridge_database_is_there (BridgeDatabase *self)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    return errno != ENOENT && errno != ENOTDIR;
  return info.st_dev == self->file_system && info.st_ino == self->file;
}

/**
 * bridge_database_release_memory:
 * @self: a connection
 *
 * Gives back what was needed for the last queries, prepared statements too: for a process that waits for hours
 * before the next ones. Not while a statement is being stepped through.
 */
void
bridge_database_release_memory (BridgeDatabase *self)
{
  g_hash_table_remove_all (self->statements);
  sqlite3_db_release_memory (self->handle);
#ifdef __GLIBC__
  /* Giving little back costs more than it is worth, page by page. */
  if (mallinfo2 ().fordblks > TRIM_BYTES)
    malloc_trim (0);
#endif
}

/**
 * bridge_database_get_data_version:
 * @self: a connection
 *
 * Returns: a number that changes when another connection has committed; -1 where it cannot be read
 */
gint64
bridge_database_get_data_version (BridgeDatabase *self)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = bridge_statement_get (self, "PRAGMA data_version", &local_error);
  gint64 version = -1;

  if (statement != NULL && bridge_statement_step (self, statement, &local_error))
    version = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  if (local_error != NULL)
    g_debug ("No data_version: %s", local_error->message);
  return version;
}

/**
 * bridge_database_begin:
 * @self: a connection
 * @error: where to say what went wrong
 *
 * Begins a transaction that may write. Not nested.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_READ_ONLY, %BRIDGE_ERROR_BUSY or another error
 */
gboolean
bridge_database_begin (BridgeDatabase  *self,
                       GError         **error)
{
  g_return_val_if_fail (!self->in_transaction, FALSE);

  if (self->read_only_reason != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY, self->read_only_reason);
      return FALSE;
    }

  self->in_transaction = bridge_statement_execute (self, "BEGIN IMMEDIATE", error);
  return self->in_transaction;
}

/**
 * bridge_database_commit:
 * @self: a connection in a transaction
 * @error: where to say what went wrong
 *
 * Commits. What could not be committed has been rolled back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL, %BRIDGE_ERROR_BUSY or another error
 */
gboolean
bridge_database_commit (BridgeDatabase  *self,
                        GError         **error)
{
  g_return_val_if_fail (self->in_transaction, FALSE);

  if (!bridge_statement_execute (self, "COMMIT", error))
    {
      bridge_database_rollback (self);
      return FALSE;
    }

  self->in_transaction = FALSE;
  return TRUE;
}

/**
 * bridge_database_rollback:
 * @self: a connection
 *
 * Undoes the open transaction, if there is one.
 */
void
bridge_database_rollback (BridgeDatabase *self)
{
  /* After a full disk SQLite may have rolled back by itself. */
  if (self->handle != NULL && sqlite3_get_autocommit (self->handle) == 0)
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->in_transaction = FALSE;
}

/**
 * bridge_database_in_transaction:
 * @self: a connection
 *
 * Returns: whether a transaction is open
 */
gboolean
bridge_database_in_transaction (BridgeDatabase *self)
{
  return self->in_transaction;
}

/* @format: makes a sentence of what SQLite says in its first column; @fine: (nullable): what it says when all is well. */
static gboolean
collect_problems (BridgeDatabase  *self,
                  const char      *sql,
                  const char      *fine,
                  const char      *format,
                  GPtrArray       *problems,
                  GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = bridge_statement_get (self, sql, error);

  if (statement == NULL)
    return FALSE;

  while (bridge_statement_step (self, statement, &local_error))
    {
      const char *said = bridge_column_text (statement, 0);

      if (g_strcmp0 (said, fine) != 0)
        g_ptr_array_add (problems, g_strdup_printf (format, said != NULL ? said : ""));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * bridge_database_check:
 * @self: a connection
 * @problems: (out) (transfer full): a line each; empty when all is sound
 * @error: where to say that it could not be checked
 *
 * Checks pages, references and the search index.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_database_check (BridgeDatabase  *self,
                       GStrv           *problems,
                       GError         **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!collect_problems (self, "PRAGMA quick_check", "ok",
                         /* Translators: a technical message in English */
                         _("The file is damaged (%s)."), found, error) ||
      !collect_problems (self, "PRAGMA foreign_key_check", NULL,
                         /* Translators: the name of a table */
                         _("A row of “%s” points to something that is not there."), found, error))
    return FALSE;

  if (self->read_only_reason == NULL)
    {
      g_autoptr (GError) local_error = NULL;

      if (!bridge_statement_execute (self, "INSERT INTO wins_search (wins_search, rank) VALUES ('integrity-check', 1)",
                                     &local_error))
        {
          if (!g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED))
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          g_ptr_array_add (found, g_strdup (_("The search index does not fit to the wins.")));
        }
    }

  g_ptr_array_add (found, NULL);
  *problems = (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
  return TRUE;
}

/* What is kept for a while only, until both of the two are ready for it. */
static const struct {
  const char *table; /* which files of an earlier time do not have */
  const char *sql;
} leave_out[] = {
  { "pause_answers", "DELETE FROM pause_answers" },
  { "check_in_rounds", "DELETE FROM check_ins WHERE round_id IN (SELECT id FROM check_in_rounds WHERE state = 'waiting');"
                       "DELETE FROM check_in_rounds WHERE state = 'waiting'" },
};

/* What somebody has said to "ready?" is kept until both have, and a check-in that waits to be opened together until it is, and
 * no longer: a copy that is kept for weeks has none of it, and whoever comes back from it is asked again. It is overwritten, and
 * in no journal that would have to be overwritten, too. */
static int
leave_out_answers (sqlite3 *copy)
{
  int result = sqlite3_exec (copy, "PRAGMA secure_delete = ON; PRAGMA journal_mode = MEMORY", NULL, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (leave_out) && result == SQLITE_OK; i++)
    if (sqlite3_table_column_metadata (copy, NULL, leave_out[i].table, NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK)
      result = sqlite3_exec (copy, leave_out[i].sql, NULL, NULL, NULL);
  return result;
}

static gboolean
copy_into (BridgeDatabase  *self,
           const char      *path,
           GError         **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  sqlite3_stmt *check = NULL;
  gboolean sound = FALSE;
  int result = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", self->handle, "main");
      result = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_extended_errcode (copy);
      sqlite3_backup_finish (backup);
      /* A step that found the database busy leaves no error behind, only an unfinished copy. */
      if (result == SQLITE_DONE)
        result = SQLITE_OK;
      if (result == SQLITE_OK)
        result = leave_out_answers (copy);
    }
  if (result == SQLITE_OK && sqlite3_prepare_v2 (copy, "PRAGMA quick_check", -1, &check, NULL) == SQLITE_OK &&
      sqlite3_step (check) == SQLITE_ROW)
    sound = g_strcmp0 (bridge_column_text (check, 0), "ok") == 0;

  sqlite3_finalize (check);
  sqlite3_close (copy);

  if (!sound)
    bridge_database_set_error (self, result != SQLITE_OK ? result : SQLITE_CORRUPT, error);
  return sound;
}

/**
 * bridge_database_dup_backup_folder:
 * @self: a connection
 *
 * Returns: (transfer full): where its backups are; it may not be there yet
 */
char *
bridge_database_dup_backup_folder (BridgeDatabase *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_build_filename (folder, BRIDGE_DATABASE_BACKUPS, NULL);
}

/**
 * bridge_database_backup:
 * @self: a connection
 * @label: what it is for, a word for the file's name
 * @error: where to say what went wrong
 *
 * Makes a copy of the database in the folder "backups" beside it, 0600, and checks it. Only what is to be forgotten as soon as
 * it has served is not in it.
 *
 * Returns: (transfer full) (nullable): the copy's path
 */
char *
bridge_database_backup (BridgeDatabase  *self,
                        const char      *label,
                        GError         **error)
{
  g_autofree char *backups = bridge_database_dup_backup_folder (self);
  g_autofree char *id = bridge_id_new ();
  g_autofree char *name = g_strdup_printf ("space-%s-%.8s.db", label, id);
  g_autofree char *path = g_build_filename (backups, name, NULL);
  int fd = -1;

  if (g_mkdir_with_parents (backups, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, BRIDGE_ERROR, errno == ENOSPC ? BRIDGE_ERROR_FULL : BRIDGE_ERROR_STORAGE,
                   _("No backup can be made in %1$s: %2$s. Nothing was changed."), backups, g_strerror (errno));
      return NULL;
    }
  g_close (fd, NULL);

  if (!copy_into (self, path, error))
    {
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/**
 * bridge_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's, for the store's own files and tests
 */
sqlite3 *
bridge_database_get_handle (BridgeDatabase *self)
{
  return self->handle;
}

/**
 * bridge_database_get_device:
 * @self: a connection
 *
 * Returns: (transfer none): the random id of this installation, written beside each row
 */
const char *
bridge_database_get_device (BridgeDatabase *self)
{
  return self->device != NULL ? self->device : "";
}

/**
 * bridge_statement_get:
 * @db: a connection
 * @sql: the statement's text; lives as long as the program
 * @error: where to say what went wrong
 *
 * Gives a statement, prepared once a connection, reset and without bindings.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
bridge_statement_get (BridgeDatabase  *db,
                      const char      *sql,
                      GError         **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);
  int result;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  result = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      if (db->read_only_reason != NULL && (result & 0xff) == SQLITE_ERROR)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NEWER, db->read_only_reason);
      else
        bridge_database_set_error (db, result, error);
      return NULL;
    }

  g_hash_table_insert (db->statements, (char *) sql, statement);
  return statement;
}
