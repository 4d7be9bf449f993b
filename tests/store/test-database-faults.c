/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* Files that are damaged, foreign, too new, unreadable, in use or left by a crash, and disks that are full. */

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

/* ---- In use by another process, or left in the middle */

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
  struct rlimit none = { 400 * 1024, 400 * 1024 };
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database-faults/garbage", test_garbage);
  g_test_add_func ("/database-faults/truncated", test_truncated);
  g_test_add_func ("/database-faults/foreign", test_foreign);
  g_test_add_func ("/database-faults/newer", test_newer);
  g_test_add_func ("/database-faults/newer-unreadable", test_newer_unreadable);
  g_test_add_func ("/database-faults/no-file", test_no_file);
  g_test_add_func ("/database-faults/cannot-create", test_cannot_create);
  g_test_add_func ("/database-faults/read-only", test_read_only);
  g_test_add_func ("/database-faults/unreadable", test_unreadable);
  g_test_add_func ("/database-faults/empty", test_empty);
  g_test_add_func ("/database-faults/empty-read-only", test_empty_read_only);
  g_test_add_func ("/database-faults/busy", test_busy);
  g_test_add_func ("/database-faults/busy-commit", test_busy_commit);
  g_test_add_func ("/database-faults/crash", test_crash);
  g_test_add_func ("/database-faults/full", test_full);
  g_test_add_func ("/database-faults/quota", test_quota);
  g_test_add_func ("/database-faults/full-at-birth", test_full_at_birth);

  return g_test_run ();
}
