/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-error.h"
#include "private-fixture.h"

/* Whoever has the file, and no key: what they change is told of, row by row, and what they may learn is next to nothing. */

/* Every byte of a row, one after the other: it is refused, the others open, nothing is deleted. */
static void
test_changed_byte (PrivateFixture       *fixture,
                   gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  BridgePrivateWrite changed = write_words (fixture, fixture->vault, "changed");

  for (guint at = 1; at <= 40 + 256; at += 37)
    {
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GPtrArray) mended = NULL;

      /* Twice the same makes it whole again. */
      run_sql (fixture, "CREATE TEMP TABLE kept AS SELECT sealed FROM private_entries WHERE id = '%s'", changed.id);
      run_sql (fixture, "UPDATE private_entries SET sealed = CAST (substr (sealed, 1, %u) || CASE WHEN substr (sealed, %u, 1)"
               " = x'00' THEN x'01' ELSE x'00' END || substr (sealed, %u) AS BLOB) WHERE id = '%s'", at - 1, at, at + 1, changed.id);
      rows = load_private (fixture, fixture->vault, TRUE);
      g_assert_cmpuint (rows->len, ==, 2);
      assert_words (rows, whole.id, "whole");
      assert_state (rows, changed.id, BRIDGE_PRIVATE_DAMAGED);
      run_sql (fixture, "UPDATE private_entries SET sealed = (SELECT sealed FROM kept) WHERE id = '%s'; DROP TABLE kept", changed.id);
      mended = load_private (fixture, fixture->vault, TRUE);
      assert_words (mended, changed.id, "changed");
    }
}

static void
test_swapped (PrivateFixture       *fixture,
              gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  BridgePrivateWrite one = write_words (fixture, fixture->vault, "one");
  BridgePrivateWrite two = write_words (fixture, fixture->vault, "two");
  BridgePrivateWrite bens = write_words (fixture, fixture->others, "Ben's");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) other_rows = NULL;

  /* Two rows, with their versions. */
  run_sql (fixture, "CREATE TEMP TABLE kept AS SELECT id, version, sealed FROM private_entries WHERE id IN ('%s', '%s');"
           "UPDATE private_entries SET (version, sealed) = (SELECT version, sealed FROM kept WHERE id = '%s') WHERE id = '%s';"
           "UPDATE private_entries SET (version, sealed) = (SELECT version, sealed FROM kept WHERE id = '%s') WHERE id = '%s';"
           "DROP TABLE kept", one.id, two.id, two.id, one.id, one.id, two.id);
  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 3);
  assert_words (rows, whole.id, "whole");
  assert_state (rows, one.id, BRIDGE_PRIVATE_DAMAGED);
  assert_state (rows, two.id, BRIDGE_PRIVATE_DAMAGED);
  g_clear_pointer (&rows, g_ptr_array_unref);

  /* An author: it goes from one, and does not come to the other. */
  run_sql (fixture, "UPDATE private_entries SET person_id = '%s' WHERE id = '%s'", fixture->vault->person_id, bens.id);
  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_null (find_private (rows, bens.id));
  assert_words (rows, whole.id, "whole");
  other_rows = load_private (fixture, fixture->others, TRUE);
  g_assert_cmpuint (other_rows->len, ==, 1);
  assert_state (other_rows, bens.id, BRIDGE_PRIVATE_GONE);
}

static void
test_truncated (PrivateFixture       *fixture,
                gconstpointer  user_data)
{
  static const int lengths[] = { 0, 1, 24, 40, 100, 295 };
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  BridgePrivateWrite cut = write_words (fixture, fixture->vault, "cut");

  for (guint i = G_N_ELEMENTS (lengths); i > 0; i--)
    {
      g_autoptr (GPtrArray) rows = NULL;

      run_sql (fixture, "UPDATE private_entries SET sealed = substr (sealed, 1, %d) WHERE id = '%s'", lengths[i - 1], cut.id);
      rows = load_private (fixture, fixture->vault, TRUE);
      assert_words (rows, whole.id, "whole");
      assert_state (rows, cut.id, BRIDGE_PRIVATE_DAMAGED);
    }
}

/* An older state of one row opens, and is recognised; a row that is taken out, too. */
static void
test_old (PrivateFixture       *fixture,
          gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  BridgePrivateWrite entry = write_words (fixture, fixture->vault, "then");
  BridgePrivateWrite removed = write_words (fixture, fixture->vault, "removed");
  BridgePrivateWrite gone = write_words (fixture, fixture->vault, "gone");
  g_autoptr (GBytes) now = g_bytes_new ("now", 3);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (fixture, "CREATE TEMP TABLE kept AS SELECT * FROM private_entries");
  entry.words = now;
  bridge_store_write_private (fixture->db, fixture->vault, &entry, 1, &error);
  removed.words = NULL;
  bridge_store_write_private (fixture->db, fixture->vault, &removed, 1, &error);
  g_assert_no_error (error);
  run_sql (fixture, "UPDATE private_entries SET (version, sealed) = (SELECT version, sealed FROM kept WHERE kept.id ="
           " private_entries.id) WHERE id IN ('%s', '%s'); DELETE FROM private_entries WHERE id = '%s'", entry.id, removed.id, gone.id);

  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 4);
  assert_words (rows, whole.id, "whole");
  assert_state (rows, entry.id, BRIDGE_PRIVATE_OLD);
  assert_state (rows, removed.id, BRIDGE_PRIVATE_OLD);
  assert_state (rows, gone.id, BRIDGE_PRIVATE_GONE);
}

/* Without the roll what opens is read, and it is said that nothing vouches for it; the next entry makes a new one. */
static void
test_roll (PrivateFixture       *fixture,
           gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) after = NULL;
  BridgePrivateWrite more;

  run_sql (fixture, "UPDATE vaults SET roll = CAST (substr (roll, 1, 50) || x'0000' || substr (roll, 53) AS BLOB)"
           " WHERE id = '%s'", fixture->vault->id);
  rows = load_private (fixture, fixture->vault, FALSE);
  g_assert_cmpuint (rows->len, ==, 1);
  assert_words (rows, whole.id, "whole");

  more = write_words (fixture, fixture->vault, "more");
  after = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (after->len, ==, 2);
  assert_words (after, whole.id, "whole");
  assert_words (after, more.id, "more");
}

/* One person's vault in the place of the other's opens for neither, and comes back when it is put right. */
static void
test_swapped_vaults (PrivateFixture       *fixture,
                     gconstpointer  user_data)
{
  g_autoptr (BridgeVault) stored = NULL;
  g_autoptr (BridgeVault) mended = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (fixture, "CREATE TEMP TABLE kept AS SELECT * FROM vaults;"
           "UPDATE vaults SET (salt, by_passphrase, by_code) = (SELECT salt, by_passphrase, by_code FROM kept"
           " WHERE kept.id <> vaults.id)");
  stored = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_no_error (error);
  g_assert_false (bridge_vault_unlock (stored, "plate walnut river", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  g_clear_error (&error);

  run_sql (fixture, "UPDATE vaults SET by_code = x'00'");
  g_assert_null (bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  g_clear_error (&error);

  run_sql (fixture, "UPDATE vaults SET (salt, by_passphrase, by_code) = (SELECT salt, by_passphrase, by_code FROM kept"
           " WHERE kept.id = vaults.id)");
  mended = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_true (bridge_vault_unlock (mended, "plate walnut river", &error));
  g_assert_no_error (error);
}

/* The roll itself: shortened, another one's, or an older one. What opens is still read, and what cannot be vouched for is told of. */
static void
test_roll_attacks (PrivateFixture       *fixture,
                   gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  static const int lengths[] = { 0, 1, 40, 300 };
  g_autoptr (GPtrArray) rows = NULL;

  run_sql (fixture, "CREATE TEMP TABLE kept AS SELECT id, roll FROM vaults");
  for (guint i = 0; i <= G_N_ELEMENTS (lengths); i++)
    {
      if (i < G_N_ELEMENTS (lengths))
        run_sql (fixture, "UPDATE vaults SET roll = substr (roll, 1, %d) WHERE id = '%s'", lengths[i], fixture->vault->id);
      else
        run_sql (fixture, "UPDATE vaults SET roll = (SELECT roll FROM kept WHERE id = '%s') WHERE id = '%s'", fixture->others->id,
                 fixture->vault->id);
      rows = load_private (fixture, fixture->vault, FALSE);
      g_assert_cmpuint (rows->len, ==, 1);
      assert_words (rows, whole.id, "whole");
      g_clear_pointer (&rows, g_ptr_array_unref);
      run_sql (fixture, "UPDATE vaults SET roll = (SELECT roll FROM kept WHERE kept.id = vaults.id)");
    }

  /* That of before an entry was written: it opens, but nothing says that it is what was written last. */
  {
    BridgePrivateWrite later = write_words (fixture, fixture->vault, "later");

    run_sql (fixture, "UPDATE vaults SET roll = (SELECT roll FROM kept WHERE kept.id = vaults.id)");
    rows = load_private (fixture, fixture->vault, TRUE);
    g_assert_cmpuint (rows->len, ==, 2);
    assert_words (rows, whole.id, "whole");
    assert_state (rows, later.id, BRIDGE_PRIVATE_OLD);
  }
}

/* A row that somebody adds, copied from one of ours, adds no entry. */
static void
test_added_row (PrivateFixture       *fixture,
                gconstpointer  user_data)
{
  BridgePrivateWrite whole = write_words (fixture, fixture->vault, "whole");
  g_autoptr (GPtrArray) rows = NULL;

  run_sql (fixture, "INSERT INTO private_entries (seq, id, person_id, version, sealed, created_at, updated_at, deleted_at, device)"
           " SELECT 1, '00000000-0000-4000-8000-000000000001', person_id, version, sealed, 0, 0, 0, device FROM private_entries"
           " WHERE id = '%s'", whole.id);
  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 1);
  assert_words (rows, whole.id, "whole");
}

/* The whole file as it was before: that cannot be told, and the limits say so. What was then is read, and nothing else. */
static void
test_whole_file_of_before (PrivateFixture       *fixture,
                           gconstpointer  user_data)
{
  BridgePrivateWrite then = write_words (fixture, fixture->vault, "then");
  g_autofree char *path = g_strdup (bridge_database_get_path (fixture->db));
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  write_words (fixture, fixture->vault, "later");
  g_clear_object (&fixture->db);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, &error));
  g_assert_no_error (error);
  fixture->db = open_database (fixture->folder);
  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 1);
  assert_words (rows, then.id, "then");
}

static gint64
query (PrivateFixture    *fixture,
       const char *format,
       const char *id)
{
  g_autofree char *sql = g_strdup_printf (format, id);
  g_autoptr (GError) error = NULL;
  gint64 value;

  bridge_statement_query_int (fixture->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Neither a length nor what is left of a row says whether anything was written, or was removed. */
static void
test_traces (PrivateFixture       *fixture,
             gconstpointer  user_data)
{
  static const char roll_sql[] = "SELECT length (roll) FROM vaults WHERE id = '%s'";
  static const char length_sql[] = "SELECT length (sealed) FROM private_entries WHERE id = '%s'";
  g_autofree char *wal = g_build_filename (fixture->folder, "space.db-wal", NULL);
  gint64 roll = query (fixture, roll_sql, fixture->vault->id);
  g_autofree char *long_words = g_strnfill (200, 'w');
  BridgePrivateWrite one = write_words (fixture, fixture->vault, "x");
  BridgePrivateWrite two = write_words (fixture, fixture->vault, long_words);
  g_autofree char *path = g_strdup (bridge_database_get_path (fixture->db));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed_sql = g_strdup_printf ("SELECT sealed FROM private_entries WHERE id = '%s'", two.id);
  sqlite3_stmt *statement = bridge_statement_get (fixture->db, sealed_sql, &error);
  g_autofree guint8 *sealed = NULL;
  gsize sealed_length;
  gsize length;

  /* Short or not, and however many there are. */
  g_assert_cmpint (query (fixture, length_sql, one.id), ==, query (fixture, length_sql, two.id));
  g_assert_cmpint (query (fixture, roll_sql, fixture->vault->id), ==, roll);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM sqlite_master WHERE name = '%s'", "sqlite_sequence"), ==, 0);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  g_assert_true (bridge_statement_step (fixture->db, statement, &error));
  sealed_length = (gsize) sqlite3_column_bytes (statement, 0);
  sealed = g_memdup2 (sqlite3_column_blob (statement, 0), sealed_length);
  sqlite3_reset (statement);
  g_assert_true (g_file_get_contents (path, &before, &length, &error));
  g_assert_nonnull (memmem (before, length, sealed, sealed_length));

  /* What it was is overwritten, in pages that are free, too; its row remains, and is as long as any other. */
  two.words = NULL;
  bridge_store_write_private (fixture->db, fixture->vault, &two, 1, &error);
  g_assert_no_error (error);
  g_free (g_steal_pointer (&before));
  g_assert_true (g_file_get_contents (path, &before, &length, &error));
  g_assert_null (memmem (before, length, sealed, 64));
  g_assert_null (memmem (before, length, sealed + sealed_length - 64, 64));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM private_entries WHERE person_id = '%s'", fixture->vault->person_id), ==,
                   BRIDGE_PRIVATE_FIRST_ROWS);
  g_assert_cmpint (query (fixture, roll_sql, fixture->vault->id), ==, roll);
}

/* How safe it felt is told to nobody but its author: no table has a place for it, it is only ever sealed. */
static void
test_safety_has_no_column (PrivateFixture       *fixture,
                           gconstpointer  user_data)
{
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM sqlite_master WHERE sql LIKE '%%%s%%'", "safe"), ==, 0);
  /* The search finds what is there. */
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM sqlite_master WHERE sql LIKE '%%%s%%'", "sealed"), >, 0);
}

#define ADD(path, function) g_test_add (path, PrivateFixture, NULL, private_fixture_set_up, function, private_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/private-attacks/changed-byte", test_changed_byte);
  ADD ("/private-attacks/swapped", test_swapped);
  ADD ("/private-attacks/truncated", test_truncated);
  ADD ("/private-attacks/old", test_old);
  ADD ("/private-attacks/roll", test_roll);
  ADD ("/private-attacks/swapped-vaults", test_swapped_vaults);
  ADD ("/private-attacks/roll-changed", test_roll_attacks);
  ADD ("/private-attacks/added-row", test_added_row);
  ADD ("/private-attacks/whole-file-of-before", test_whole_file_of_before);
  ADD ("/private-attacks/traces", test_traces);
  ADD ("/private-attacks/safety-has-no-column", test_safety_has_no_column);

  return g_test_run ();
}
