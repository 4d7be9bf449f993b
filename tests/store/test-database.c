/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-migrations.h"
#include "store-fixture.h"

#include <string.h>
#include <sys/stat.h>

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, mode);
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
  g_test_add_func ("/database/transaction", test_transaction);
  g_test_add_func ("/database/backup", test_backup);
  g_test_add_func ("/database/backup-busy", test_backup_busy);
  g_test_add_func ("/database/check", test_check);
  g_test_add_func ("/database/check-while-in-use", test_check_while_in_use);
  g_test_add_func ("/database/words-are-gone", test_words_are_gone);

  return g_test_run ();
}
