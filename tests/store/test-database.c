/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-migrations.h"
#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, mode);
}

static void
assert_open_refused (const char *folder,
                     int         code,
                     const char *names)
{
  g_autoptr (GError) error = NULL;
  BridgeDatabase *db = bridge_database_open (folder, &error);

  g_assert_null (db);
  g_assert_error (error, BRIDGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, names));
}

/* ---- A fresh one */

static void
test_fresh (void)
{
  g_autoptr (BridgeTestFolder) temporary = bridge_test_folder_new ();
  g_autofree char *parent = g_build_filename (temporary, "share", NULL);
  g_autofree char *folder = g_build_filename (parent, "footbridge", NULL);
  g_autofree char *file = database_file (folder);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (BridgeDatabase) db = open_database (folder);

  g_assert_cmpstr (bridge_database_get_path (db), ==, file);
  g_assert_false (bridge_database_get_read_only (db));
  g_assert_null (bridge_database_get_read_only_reason (db));
  g_assert_false (bridge_database_in_transaction (db));
  assert_mode (folder, 0700);
  assert_mode (file, 0600);
  g_assert_true (bridge_id_is_valid (bridge_database_get_device (db)));
  assert_sound (db);

  /* There was nothing to back up. */
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
}

static void
test_loose_umask (void)
{
  g_autoptr (BridgeTestFolder) temporary = bridge_test_folder_new ();
  g_autofree char *folder = g_build_filename (temporary, "footbridge", NULL);
  g_autofree char *file = database_file (folder);
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (BridgePerson) person = NULL;
  g_autoptr (GError) error = NULL;
  mode_t before = umask (0);

  db = open_database (folder);
  begin (db);
  person = add_person (db, "Alex", 0);
  assert_mode (journal, 0600);
  commit (db);
  copy = bridge_database_backup (db, "test", &error);
  umask (before);
  g_assert_no_error (error);

  assert_mode (folder, 0700);
  assert_mode (file, 0600);
  assert_mode (backups, 0700);
  assert_mode (copy, 0600);
}

static void
test_pragmas (void)
{
  static const struct {
    const char *sql;
    gint64 value;
  } vectors[] = {
    { "PRAGMA synchronous", 2 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA busy_timeout", 5000 },
    { "PRAGMA application_id", BRIDGE_DATABASE_APPLICATION_ID },
    { "PRAGMA user_version", BRIDGE_SCHEMA_VERSION },
    { "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'truncate'", 1 },
    { "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
      " AND name NOT LIKE 'sqlite_%'", 0 },
  };

  for (guint opened = 0; opened < 2; opened++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autoptr (BridgeDatabase) db = open_database (folder);

      /* They hold for each connection, not only for the one that made the file. */
      if (opened == 1)
        {
          g_clear_object (&db);
          db = open_database (folder);
        }
      for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
        {
          g_autoptr (GError) error = NULL;
          gint64 value;

          bridge_statement_query_int (db, vectors[i].sql, &value, &error);
          g_assert_no_error (error);
          g_assert_cmpint (value, ==, vectors[i].value);
        }
    }
}

static void
test_device (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeTestFolder) other_folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) again = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (other_folder);
  g_autoptr (BridgePerson) person = add_person (db, "Alex", 0);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM persons WHERE device = '%s'",
                                          bridge_database_get_device (db));

  g_assert_cmpstr (bridge_database_get_device (db), ==, bridge_database_get_device (again));
  g_assert_cmpstr (bridge_database_get_device (db), !=, bridge_database_get_device (other));
  g_assert_cmpuint (count_rows (db, sql), ==, 1);
}

/* ---- What cannot be opened, and is left as it is */

static void
write_file (const char *folder,
            const char *contents,
            gssize      length)
{
  g_autofree char *file = database_file (folder);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, contents, length, &error);
  g_assert_no_error (error);
}

static void
assert_untouched (const char *folder,
                  const char *contents,
                  gsize       length)
{
  g_autofree char *file = database_file (folder);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  gsize now_length;

  g_file_get_contents (file, &now, &now_length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (now, now_length, contents, length);
}

static void
test_garbage (void)
{
  g_autofree char *long_garbage = g_strnfill (20000, 'x');
  g_autofree char *mostly = g_strnfill (8192, '\1');
  const struct {
    const char *contents;
    gsize length;
  } vectors[] = {
    { "xy", 2 },
    { "This is a letter, no database.\n", 31 },
    { long_garbage, 20000 },
    { mostly, 8192 },
  };

  memcpy (mostly, "SQLite format 3", 16);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();

      write_file (folder, vectors[i].contents, vectors[i].length);
      assert_open_refused (folder, BRIDGE_ERROR_DAMAGED, BRIDGE_DATABASE_FILE);
      assert_untouched (folder, vectors[i].contents, vectors[i].length);
    }
}

static void
test_truncated (void)
{
  static const gsize kept[] = { 50, 100, 511, 4096, 8192, 30000 };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autofree char *file = database_file (folder);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_object_unref (open_database (folder));
      g_file_get_contents (file, &contents, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (length, >, kept[i]);
      write_file (folder, contents, kept[i]);

      assert_open_refused (folder, BRIDGE_ERROR_DAMAGED, BRIDGE_DATABASE_FILE);
      assert_untouched (folder, contents, kept[i]);
    }
}

static void
run_on_file (const char *folder,
             const char *sql)
{
  g_autofree char *file = database_file (folder);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (file, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_foreign (void)
{
  static const char *const others[] = {
    "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)",
    "PRAGMA application_id = 42",
    "PRAGMA user_version = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autofree char *file = database_file (folder);
      g_autofree char *contents = NULL;
      gsize length;

      run_on_file (folder, others[i]);
      /* A pragma alone may leave nothing on the disk. */
      run_on_file (folder, "CREATE TABLE IF NOT EXISTS something (x)");
      g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
      assert_open_refused (folder, BRIDGE_ERROR_FOREIGN, file);
      assert_untouched (folder, contents, length);
    }
}

static void
test_newer (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) win = add_win (db, "You made tea.", DAY);
  g_autoptr (BridgeWin) loaded = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&db);
  run_on_file (folder, "PRAGMA user_version = 99");

  db = open_database (folder);
  g_assert_true (bridge_database_get_read_only (db));
  g_assert_nonnull (strstr (bridge_database_get_read_only_reason (db), "newer"));

  /* To look at, not to change. */
  loaded = bridge_store_load_win (db, bridge_win_get_id (win), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_win_get_text (loaded), ==, "You made tea.");
  keys = list_wins (db, "tea");
  g_assert_cmpuint (keys->len, ==, 1);

  g_assert_false (bridge_database_begin (db, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bridge_store_save_win (db, win, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_assert_cmpuint (count_rows (db, "PRAGMA user_version"), ==, 99);
}

/* So much newer that not even looking is possible. */
static void
test_newer_unreadable (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();

  g_object_unref (open_database (folder));
  run_on_file (folder, "PRAGMA user_version = 99; ALTER TABLE settings RENAME TO other");
  assert_open_refused (folder, BRIDGE_ERROR_NEWER, "newer");
}

static void
test_no_file (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);
  g_autofree char *below = g_build_filename (file, "deeper", NULL);

  /* The file is a folder. */
  g_assert_no_errno (g_mkdir (file, 0700));
  assert_open_refused (folder, BRIDGE_ERROR_STORAGE, file);
  g_assert_no_errno (g_rmdir (file));

  /* The folder is a file. */
  write_file (folder, "x", 1);
  assert_open_refused (file, BRIDGE_ERROR_STORAGE, file);
  assert_open_refused (below, BRIDGE_ERROR_STORAGE, below);
}

/* ---- What may not be written to; each in a child without root's rights, so that modes hold */

static void
open_in_forbidden_folder (gpointer data)
{
  const char *folder = data;
  g_autofree char *deeper = g_build_filename (folder, "deeper", NULL);

  bridge_test_drop_privileges ();
  assert_open_refused (folder, BRIDGE_ERROR_STORAGE, folder);
  assert_open_refused (deeper, BRIDGE_ERROR_STORAGE, deeper);
}

static void
test_cannot_create (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();

  g_assert_no_errno (g_chmod (folder, 0500));
  g_assert_cmpint (bridge_test_run_in_child (open_in_forbidden_folder, folder), ==, 0);
}

static void
look_only (gpointer data)
{
  const char *folder = data;
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("More tea.", DAY);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  bridge_test_drop_privileges ();
  db = open_database (folder);
  g_assert_true (bridge_database_get_read_only (db));
  g_assert_nonnull (strstr (bridge_database_get_read_only_reason (db), folder));
  g_assert_true (bridge_id_is_valid (bridge_database_get_device (db)));

  keys = list_wins (db, "tea");
  g_assert_cmpuint (keys->len, ==, 1);

  stamp (win);
  g_assert_false (bridge_store_save_win (db, win, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bridge_store_save_setting (db, "reminders-on", "true", NOW, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bridge_database_begin (db, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_sound (db);
}

static void
test_read_only (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);
  BridgeDatabase *db = open_database (folder);

  g_object_unref (add_win (db, "You made tea.", DAY));
  g_object_unref (db);

  /* The file, the folder, both; and both without the journal that SQLite leaves behind, as on a disc. */
  g_assert_no_errno (g_chmod (file, 0400));
  g_assert_cmpint (bridge_test_run_in_child (look_only, folder), ==, 0);
  g_assert_no_errno (g_chmod (file, 0600));
  g_assert_no_errno (g_chmod (folder, 0500));
  g_assert_cmpint (bridge_test_run_in_child (look_only, folder), ==, 0);
  g_assert_no_errno (g_chmod (file, 0400));
  g_assert_cmpint (bridge_test_run_in_child (look_only, folder), ==, 0);
  g_assert_no_errno (g_chmod (folder, 0700));
  g_remove (journal);
  g_assert_no_errno (g_chmod (folder, 0500));
  g_assert_cmpint (bridge_test_run_in_child (look_only, folder), ==, 0);
}

static void
open_unreadable (gpointer data)
{
  bridge_test_drop_privileges ();
  assert_open_refused (data, BRIDGE_ERROR_STORAGE, data);
}

static void
test_unreadable (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);

  g_object_unref (open_database (folder));
  g_assert_no_errno (g_chmod (file, 0000));
  g_assert_cmpint (bridge_test_run_in_child (open_unreadable, folder), ==, 0);
}

static void
test_empty_read_only (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);

  write_file (folder, "", 0);
  g_assert_no_errno (g_chmod (file, 0400));
  g_assert_cmpint (bridge_test_run_in_child (open_unreadable, folder), ==, 0);
}

/* An empty file is what is left when the power went right after it was made. */
static void
test_empty (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;

  write_file (folder, "", 0);
  db = open_database (folder);
  g_assert_cmpuint (count_rows (db, "PRAGMA user_version"), >=, 1);
}

/* ---- Transactions */

static void
test_transaction (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  gint64 version = bridge_database_get_data_version (other);

  begin (db);
  g_assert_true (bridge_database_in_transaction (db));
  g_object_unref (add_win (db, "One", DAY));
  g_object_unref (add_win (db, "Two", DAY));
  g_assert_cmpuint (count_rows (other, "SELECT count (*) FROM wins"), ==, 0);
  bridge_database_rollback (db);
  g_assert_false (bridge_database_in_transaction (db));
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 0);
  g_assert_cmpint (bridge_database_get_data_version (other), ==, version);

  begin (db);
  g_object_unref (add_win (db, "One", DAY));
  g_object_unref (add_win (db, "Two", DAY));
  commit (db);
  g_assert_false (bridge_database_in_transaction (db));
  g_assert_cmpuint (count_rows (other, "SELECT count (*) FROM wins"), ==, 2);

  /* Others' commits are seen, one's own are no news. */
  g_assert_cmpint (bridge_database_get_data_version (other), !=, version);
  version = bridge_database_get_data_version (db);
  g_object_unref (add_win (db, "Three", DAY));
  g_assert_cmpint (bridge_database_get_data_version (db), ==, version);

  /* Nothing to undo is nothing to worry about. */
  bridge_database_rollback (db);
}

static void
test_busy (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  g_autoptr (BridgeWin) win = bridge_win_new ("Tea", DAY);
  g_autoptr (GError) error = NULL;

  /* The time it waits is looked at with the pragmas; here it need not be waited for. */
  sqlite3_busy_timeout (bridge_database_get_handle (other), 20);
  stamp (win);

  begin (db);
  g_assert_false (bridge_database_begin (other, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY);
  g_assert_false (bridge_database_in_transaction (other));
  g_clear_error (&error);
  g_assert_false (bridge_store_save_win (other, win, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY);
  g_clear_error (&error);
  bridge_database_rollback (db);

  bridge_store_save_win (other, win, &error);
  g_assert_no_error (error);
}

/* Someone still reads when it is to be committed. */
static void
test_busy_commit (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;

  sqlite3_busy_timeout (bridge_database_get_handle (db), 20);
  statement = bridge_statement_get (other, "SELECT name FROM settings", &error);
  g_assert_no_error (error);
  g_assert_true (bridge_statement_step (other, statement, &error));

  begin (db);
  g_object_unref (add_win (db, "One", DAY));
  g_assert_false (bridge_database_commit (db, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY);
  g_assert_false (bridge_database_in_transaction (db));
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 0);

  sqlite3_reset (statement);
  begin (db);
  g_object_unref (add_win (db, "One", DAY));
  commit (db);
}

typedef struct {
  const char *folder;
  guint wins;
  gboolean spill;
} Crash;

static void
crash (gpointer data)
{
  const Crash *plan = data;
  BridgeDatabase *db = open_database (plan->folder);

  /* So small a cache that pages go to the file before the commit: the journal is needed then. */
  if (plan->spill)
    g_assert_true (bridge_statement_execute (db, "PRAGMA cache_size = 5", NULL));

  begin (db);
  for (guint i = 0; i < plan->wins; i++)
    g_object_unref (add_win (db, "Something that shall never have been there at all", DAY));
  _exit (7);
}

static void
test_crash (void)
{
  for (guint spill = 0; spill < 2; spill++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autofree char *file = database_file (folder);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (BridgeDatabase) db = open_database (folder);
      g_autoptr (GArray) keys = NULL;
      Crash plan = { folder, spill ? 3000 : 3, spill };
      gsize length;

      g_object_unref (add_win (db, "You made tea.", DAY));
      g_clear_object (&db);
      g_assert_true (g_file_get_contents (file, &before, &length, NULL));

      g_assert_cmpint (bridge_test_run_in_child (crash, &plan), ==, 7);
      g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
      g_assert_cmpint (memcmp (before, after, length) != 0, ==, spill);

      db = open_database (folder);
      g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 1);
      keys = list_wins (db, "never");
      g_assert_cmpuint (keys->len, ==, 0);
      assert_sound (db);
    }
}

/* ---- A full disk */

static void
test_full (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) kept = add_win (db, "You made tea.", DAY);
  g_autofree char *long_text = g_strnfill (1900, 'x');
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %u", count_rows (db, "PRAGMA page_count"));
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_statement_execute (db, limit, NULL));
  begin (db);
  for (guint i = 0; i < 100 && error == NULL; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new (long_text, DAY);

      stamp (win);
      bridge_store_save_win (db, win, &error);
    }
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "space"));
  bridge_database_rollback (db);

  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 1);
  g_assert_true (bridge_statement_execute (db, "PRAGMA max_page_count = 1000000", NULL));
  g_object_unref (add_win (db, "There is room again.", DAY));
  assert_sound (db);
}

static void
fill (gpointer data)
{
  const char *folder = data;
  struct rlimit none = { 200 * 1024, 200 * 1024 };
  g_autofree char *text = g_strnfill (1900, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = open_database (folder);
  guint saved = 0;

  /* What a quota does: writing beyond it is refused. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &none));
  for (guint i = 0; i < 1000 && error == NULL; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new (text, DAY);

      stamp (win);
      if (bridge_store_save_win (db, win, &error))
        saved++;
    }
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, saved);
  _exit (saved > 0 ? 0 : 1);
}

static void
test_quota (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;

  g_assert_cmpint (bridge_test_run_in_child (fill, folder), ==, 0);
  db = open_database (folder);
  assert_sound (db);
  g_object_unref (add_win (db, "There is room again.", DAY));
}

static void
fill_at_once (gpointer data)
{
  struct rlimit none = { 8192, 8192 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &none));
  assert_open_refused (data, BRIDGE_ERROR_FULL, "space");
}

/* No room for so much as an empty database: the next start finds nothing half made. */
static void
test_full_at_birth (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;

  g_assert_cmpint (bridge_test_run_in_child (fill_at_once, folder), ==, 0);
  db = open_database (folder);
  assert_sound (db);
}

/* ---- Looking after it */

static void
test_backup (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeTestFolder) restored = bridge_test_folder_new ();
  g_autofree char *file = database_file (restored);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) copy = NULL;
  g_autoptr (BridgeWin) win = add_win (db, "You made tea.", DAY);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  path = bridge_database_backup (db, "test", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (file, contents, length, NULL));

  copy = open_database (restored);
  g_assert_false (bridge_database_get_read_only (copy));
  keys = list_wins (copy, "tea");
  g_assert_cmpuint (keys->len, ==, 1);
  assert_sound (copy);
}

static void
test_backup_busy (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  g_autoptr (GDir) left = NULL;
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (bridge_database_get_handle (db), 20);
  g_assert_true (bridge_statement_execute (other, "BEGIN EXCLUSIVE", NULL));
  g_assert_null (bridge_database_backup (db, "test", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY);
  bridge_database_rollback (other);

  /* Half a backup is none. */
  left = g_dir_open (backups, 0, NULL);
  g_assert_null (g_dir_read_name (left));
}

static void
test_check (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) win = add_win (db, "You made tea.", DAY);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  g_assert_true (bridge_statement_execute (db, "PRAGMA foreign_keys = OFF;"
                                           "UPDATE wins SET ritual_id = 'nowhere';"
                                           "INSERT INTO wins_search (rowid, text) VALUES (77, 'ghost')", NULL));
  bridge_database_check (db, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 2);
  g_assert_nonnull (strstr (problems[0], "wins"));
  g_assert_nonnull (strstr (problems[1], "search"));
}

/* Somebody writes at that moment: that is said, and is no damage. */
static void
test_check_while_in_use (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  sqlite3_busy_timeout (bridge_database_get_handle (db), 10);
  g_assert_true (bridge_database_begin (other, NULL));
  g_assert_false (bridge_database_check (db, &problems, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY);
  bridge_database_rollback (other);
}

/* Words that were overwritten or deleted are gone from the file and its journal; full-text search is another matter,
 * which is why nothing private is ever indexed. */
static void
test_words_are_gone (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Quackwhistle");
  g_autoptr (BridgeReminder) reminder = bridge_reminder_new (bridge_ritual_get_id (ritual), START, 0, NOW);
  g_autoptr (GError) error = NULL;

  stamp (reminder);
  g_object_set (reminder, "reason", "Quackwhistle", NULL);
  bridge_store_save_reminder (db, reminder, &error);
  g_assert_no_error (error);
  bridge_store_save_setting (db, "name", "Quackwhistle", NOW, &error);
  g_assert_no_error (error);

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *journalled = NULL;
      gsize length, journal_length;

      g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
      g_assert_true (g_file_get_contents (journal, &journalled, &journal_length, NULL));
      g_assert_cmpint (memmem (contents, length, "Quackwhistle", 12) != NULL, ==, round == 0);
      g_assert_cmpuint (journal_length, ==, 0);

      if (round == 0)
        {
          g_object_set (ritual, "title", "Tea", NULL);
          bridge_store_save_ritual (db, ritual, &error);
          g_assert_no_error (error);
          bridge_store_delete_reminder (db, bridge_reminder_get_id (reminder), &error);
          g_assert_no_error (error);
          bridge_store_save_setting (db, "name", "x", NOW, &error);
          g_assert_no_error (error);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database/fresh", test_fresh);
  g_test_add_func ("/database/loose-umask", test_loose_umask);
  g_test_add_func ("/database/pragmas", test_pragmas);
  g_test_add_func ("/database/device", test_device);
  g_test_add_func ("/database/garbage", test_garbage);
  g_test_add_func ("/database/truncated", test_truncated);
  g_test_add_func ("/database/foreign", test_foreign);
  g_test_add_func ("/database/newer", test_newer);
  g_test_add_func ("/database/newer-unreadable", test_newer_unreadable);
  g_test_add_func ("/database/no-file", test_no_file);
  g_test_add_func ("/database/cannot-create", test_cannot_create);
  g_test_add_func ("/database/read-only", test_read_only);
  g_test_add_func ("/database/unreadable", test_unreadable);
  g_test_add_func ("/database/empty", test_empty);
  g_test_add_func ("/database/empty-read-only", test_empty_read_only);
  g_test_add_func ("/database/transaction", test_transaction);
  g_test_add_func ("/database/busy", test_busy);
  g_test_add_func ("/database/busy-commit", test_busy_commit);
  g_test_add_func ("/database/crash", test_crash);
  g_test_add_func ("/database/full", test_full);
  g_test_add_func ("/database/quota", test_quota);
  g_test_add_func ("/database/full-at-birth", test_full_at_birth);
  g_test_add_func ("/database/backup", test_backup);
  g_test_add_func ("/database/backup-busy", test_backup_busy);
  g_test_add_func ("/database/check", test_check);
  g_test_add_func ("/database/check-while-in-use", test_check_while_in_use);
  g_test_add_func ("/database/words-are-gone", test_words_are_gone);

  return g_test_run ();
}
