/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-error.h"
#include "bridge-private-search.h"
#include "private-fixture.h"

#define OPS 1
#define MEMORY (8 * 1024)

static void
test_write (PrivateFixture       *fixture,
            gconstpointer  user_data)
{
  BridgePrivateWrite first = write_words (fixture, fixture->vault, "first");
  BridgePrivateWrite second = write_words (fixture, fixture->vault, "second");
  BridgePrivateWrite stale = first;
  g_autoptr (GBytes) other = g_bytes_new ("other", 5);
  g_autoptr (GPtrArray) rows = load_private (fixture, fixture->vault, TRUE);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rows->len, ==, 2);
  assert_words (rows, first.id, "first");
  assert_words (rows, second.id, "second");

  first.words = other;
  bridge_store_write_private (fixture->db, fixture->vault, &first, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first.version, !=, stale.version);
  stale.words = other;
  g_assert_false (bridge_store_write_private (fixture->db, fixture->vault, &stale, 1, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);

  second.words = NULL;
  bridge_store_write_private (fixture->db, fixture->vault, &second, 1, &error);
  g_assert_no_error (error);
  after = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (after->len, ==, 1);
  assert_words (after, first.id, "other");

  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM private_entries"), ==, 2 * BRIDGE_PRIVATE_FIRST_ROWS);
  bridge_vault_lock (fixture->vault);
  g_assert_false (bridge_store_write_private (fixture->db, fixture->vault, &first, 1, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_assert_false (bridge_database_in_transaction (fixture->db));
}

/* All or nothing. */
static void
test_together (PrivateFixture       *fixture,
               gconstpointer  user_data)
{
  BridgePrivateWrite present = write_words (fixture, fixture->vault, "present");
  g_autoptr (GBytes) words = g_bytes_new ("changed", 7);
  BridgePrivateWrite writes[2] = { present, present };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  writes[0].words = words;
  writes[1].version++;
  g_assert_false (bridge_store_write_private (fixture->db, fixture->vault, writes, 2, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  rows = load_private (fixture, fixture->vault, TRUE);
  assert_words (rows, present.id, "present");
}

/* The number of rows says 64, 128 or 256, and nothing of their order or stamps says when. */
static void
test_numbers (PrivateFixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM private_entries WHERE person_id = '%s'", fixture->vault->person_id);
  g_autofree gint64 *seqs = g_new0 (gint64, 130);
  g_autoptr (GPtrArray) rows = NULL;
  guint ordered = 0;

  g_assert_cmpuint (count_rows (fixture->db, count), ==, 64);
  for (guint i = 1; i <= 130; i++)
    {
      g_autofree char *words = g_strdup_printf ("entry %u", i);
      BridgePrivateWrite write = write_words (fixture, fixture->vault, words);
      g_autofree char *sql = g_strdup_printf ("SELECT seq FROM private_entries WHERE id = '%s'", write.id);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (count_rows (fixture->db, count), ==, i <= 64 ? 64 : i <= 128 ? 128 : 256);
      bridge_statement_query_int (fixture->db, sql, &seqs[i - 1], &error);
      g_assert_no_error (error);
    }
  rows = load_private (fixture, fixture->vault, TRUE);
  g_assert_cmpuint (rows->len, ==, 130);

  /* By chance half of all neighbours stand in order; 129 of them are never all but twenty. */
  for (guint i = 1; i < 130; i++)
    ordered += seqs[i] > seqs[i - 1];
  g_assert_cmpuint (ordered, >, 20);
  g_assert_cmpuint (ordered, <, 109);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM private_entries WHERE created_at <> 0 OR updated_at <> 0"
                                " OR deleted_at <> 0"), ==, 0);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM vaults WHERE created_at <> 0 OR updated_at <> 0"
                                " OR wait_until <> 0 OR tries <> 0"), ==, 0);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM private_entries WHERE (length (sealed) - 40) % 256 <> 0"), ==, 0);
  /* Fillers are of several lengths, as entries are. */
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (DISTINCT length (sealed)) FROM private_entries"), >, 2);
}

static void
test_vault_row (PrivateFixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (BridgeVault) stored = NULL;
  g_autoptr (GError) error = NULL;
  char *code;
  g_autoptr (BridgeVault) second = bridge_vault_create (fixture->vault->person_id, "plate walnut river", OPS, MEMORY, &code, &error);

  g_autoptr (BridgeVault) read = NULL;
  g_autoptr (BridgeVault) after = NULL;

  bridge_secret_free (code);
  g_assert_false (bridge_store_add_vault (fixture->db, second, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  fixture->vault->lock_minutes = 9;
  g_assert_true (bridge_store_save_vault_lock_minutes (fixture->db, fixture->vault, &error));
  read = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_true (bridge_vault_change_passphrase (fixture->vault, "another passphrase", &error));
  g_assert_true (bridge_store_save_vault (fixture->db, fixture->vault, read, &error));
  g_assert_true (bridge_store_note_try (fixture->db, fixture->vault->person_id, FALSE, NOW, &error));
  g_assert_no_error (error);
  stored = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_cmpint (stored->tries, ==, 1);
  g_assert_cmpint (stored->lock_minutes, ==, 9);
  g_assert_true (bridge_vault_unlock (stored, "another passphrase", &error));
  g_assert_no_error (error);

  /* What was read before is not what there is now, and nothing is written over it. */
  g_assert_false (bridge_store_save_vault (fixture->db, second, read, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bridge_store_save_vault (fixture->db, second, second, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bridge_database_in_transaction (fixture->db));
  after = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_true (bridge_vault_is_same (after, stored));
}

/* Two programs count at once: neither loses what the other one counted, and a wait that is written down late does not either. */
static void
test_tries (PrivateFixture       *fixture,
            gconstpointer  user_data)
{
  const char *id = fixture->vault->person_id;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) elsewhere = open_database (fixture->folder);
  g_autoptr (BridgeVault) late = NULL;
  g_autoptr (BridgeVault) stored = NULL;

  for (guint i = 0; i < 4; i++)
    {
      if (i == 3)
        late = bridge_store_load_vault (elsewhere, id, &error);
      g_assert_true (bridge_store_note_try (i % 2 == 0 ? fixture->db : elsewhere, id, FALSE, NOW, &error));
      g_assert_no_error (error);
    }
  late->wait_until = 1;
  g_assert_true (bridge_store_save_vault_wait (elsewhere, late, &error));
  stored = bridge_store_load_vault (fixture->db, id, &error);
  g_assert_cmpint (stored->tries, ==, 4);
  g_assert_cmpint (stored->wait_until, ==, NOW + 4000);
  g_clear_pointer (&stored, bridge_vault_free);

  g_assert_true (bridge_store_note_try (fixture->db, id, TRUE, NOW, &error));
  stored = bridge_store_load_vault (elsewhere, id, &error);
  g_assert_cmpint (stored->tries, ==, 0);
  g_assert_cmpint (stored->wait_until, ==, 0);
  g_assert_no_error (error);
}

/* ---- What stands in the files */

static gboolean
has_bytes (const char *path,
           const char *needle)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return memmem (contents, length, needle, strlen (needle)) != NULL;
}

static guint
count_files_with (const char *folder,
                  const char *needle)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files_with (path, needle);
      else
        n += has_bytes (path, needle);
    }
  return n;
}

/* Words that were sealed stand in no file: not in the database, its journal in the middle of a change, or a backup. */
static void
test_files (PrivateFixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *journal = g_build_filename (fixture->folder, "space.db-journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  BridgePrivateWrite write = write_words (fixture, fixture->vault, "Plantedword of 2026-11-23");

  write.words = NULL;
  bridge_store_write_private (fixture->db, fixture->vault, &write, 1, &error);
  write_words (fixture, fixture->vault, "Plantedword once more");
  backup = bridge_database_backup (fixture->db, "test", &error);
  g_assert_no_error (error);

  begin (fixture->db);
  run_sql (fixture, "UPDATE private_entries SET version = version + 1; UPDATE persons SET name = 'Adaplanted'");
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files_with (fixture->folder, "Plantedword"), ==, 0);
  g_assert_cmpuint (count_files_with (fixture->folder, "2026-11-23"), ==, 0);
  bridge_database_rollback (fixture->db);

  /* The search finds what is there. */
  g_assert_cmpuint (count_files_with (fixture->folder, "Ada"), >=, 2);
}

/* What is erased, or taken back, is in no file any more. */
static void
test_erase (PrivateFixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeSharedWords) words = bridge_shared_words_new (bridge_person_get_id (fixture->ada), bridge_person_get_id (fixture->ben),
                                                                 "Sharedplanted");
  g_autoptr (BridgeSharedWords) waiting = bridge_shared_words_new (bridge_person_get_id (fixture->ada), bridge_person_get_id (fixture->ben),
                                                                   "Waitingplanted");
  g_autoptr (BridgeSharedWords) opened = bridge_shared_words_new (bridge_person_get_id (fixture->ada), bridge_person_get_id (fixture->ben),
                                                                  "Openedplanted");
  g_autofree char *salt = g_strndup ((const char *) fixture->vault->by_code, 20);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (BridgeVault) none = NULL;
  g_autoptr (BridgeVault) others = NULL;
  g_autoptr (GPtrArray) left = NULL;

  stamp (words);
  stamp (waiting);
  stamp (opened);
  g_object_set (opened, "state", BRIDGE_SHARED_OPENED, NULL);
  bridge_store_save_shared_words (fixture->db, words, &error);
  first = bridge_database_backup (fixture->db, "first", &error);
  bridge_store_save_shared_words (fixture->db, waiting, &error);
  bridge_store_save_shared_words (fixture->db, opened, &error);
  second = bridge_database_backup (fixture->db, "second", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files_with (fixture->folder, "Sharedplanted"), ==, 3);
  g_assert_cmpuint (count_files_with (fixture->folder, "Waitingplanted"), ==, 2);

  bridge_store_delete_shared_words (fixture->db, bridge_shared_words_get_id (words), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files_with (fixture->folder, "Sharedplanted"), ==, 0);
  g_assert_cmpuint (count_files_with (fixture->folder, "Waitingplanted"), ==, 2);

  /* A backup that cannot be changed is named, and nothing is deleted. */
  {
    g_autofree char *rubbish = g_build_filename (fixture->folder, "backups", "space-rubbish.db", NULL);
    g_autofree char *no_file = g_build_filename (fixture->folder, "backups", "space-no-file.db", NULL);

    g_file_set_contents (rubbish, "This is no database, and longer than nothing.", -1, &error);
    g_assert_no_error (error);
    g_assert_no_errno (g_mkdir (no_file, 0700));
    g_assert_false (bridge_store_erase_private (fixture->db, fixture->vault->person_id, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
    g_assert_nonnull (strstr (error->message, no_file));
    g_clear_error (&error);
    others = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
    g_assert_nonnull (others);
    g_clear_pointer (&others, bridge_vault_free);
    g_assert_no_errno (g_rmdir (no_file));
  }

  /* So is a damaged one, which went: what is in it cannot be told, and nobody gets anything back out of it. */
  {
    g_autofree char *rubbish = g_build_filename (fixture->folder, "backups", "space-rubbish.db", NULL);
    g_auto (GStrv) lost = bridge_store_steal_lost_backups (fixture->db);

    if (lost == NULL) /* the folder was read in another order */
      bridge_store_erase_private (fixture->db, fixture->vault->person_id, &error);
    if (lost == NULL)
      lost = bridge_store_steal_lost_backups (fixture->db);
    g_assert_cmpuint (g_strv_length (lost), ==, 1);
    g_assert_cmpstr (lost[0], ==, rubbish);
    g_assert_false (g_file_test (rubbish, G_FILE_TEST_EXISTS));
    g_assert_null (bridge_store_steal_lost_backups (fixture->db));
  }

  bridge_store_erase_private (fixture->db, fixture->vault->person_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files_with (fixture->folder, "Waitingplanted"), ==, 0);
  g_assert_cmpuint (count_files_with (fixture->folder, "Openedplanted"), ==, 2);
  g_assert_cmpuint (count_files_with (fixture->folder, (const char *) salt), ==, 0);
  none = bridge_store_load_vault (fixture->db, fixture->vault->person_id, &error);
  g_assert_null (none);
  others = bridge_store_load_vault (fixture->db, fixture->others->person_id, &error);
  g_assert_nonnull (others);
  g_assert_no_error (error);
  left = bridge_store_load_shared_words (fixture->db, &error);
  g_assert_cmpuint (left->len, ==, 1);
  assert_sound (fixture->db);
}

static void
test_search (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivateSearch) search = bridge_private_search_new (&error);
  static const struct {
    const char *typed;
    guint found; /* a bit each */
  } vectors[] = {
    { "walk", 1 }, { "WALK riv", 1 }, { "by", 3 }, { "über", 2 }, { "uber", 2 }, { "nothing", 0 }, { "walk supper", 0 }, { "\"by", 3 },
  };

  g_assert_no_error (error);
  g_assert_true (bridge_private_search_begin (search, &error));
  g_assert_true (bridge_private_search_add (search, 1, "A walk by the river", &error));
  g_assert_true (bridge_private_search_add (search, 2, "Supper, by ourselves, über die Brücke", &error));
  g_assert_true (bridge_private_search_end (search, &error));
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GArray) found = bridge_private_search_find (search, vectors[i].typed, &error);
      guint bits = 0;

      g_assert_no_error (error);
      for (guint j = 0; j < found->len; j++)
        bits |= (guint) g_array_index (found, gint64, j);
      g_assert_cmpuint (bits, ==, vectors[i].found);
    }
  g_assert_null (bridge_private_search_find (search, " - ", &error));
  g_assert_null (bridge_private_search_find (search, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (bridge_private_search_remove (search, 1, "A walk by the river", &error));
  {
    g_autoptr (GArray) found = bridge_private_search_find (search, "walk", &error);

    g_assert_cmpuint (found->len, ==, 0);
  }
}

#define ADD(path, function) g_test_add (path, PrivateFixture, NULL, private_fixture_set_up, function, private_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/private/write", test_write);
  ADD ("/private/together", test_together);
  ADD ("/private/numbers", test_numbers);
  ADD ("/private/vault-row", test_vault_row);
  ADD ("/private/tries", test_tries);
  ADD ("/private/files", test_files);
  ADD ("/private/erase", test_erase);
  g_test_add_func ("/private/search", test_search);

  return g_test_run ();
}
