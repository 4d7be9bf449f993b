/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to unlock a private space, against Argon2id alone; and until 10,000 entries can be searched, against
 * reading and decrypting as many rows and putting the words into a full-text index that is as careful, and nothing else. One line each:
 * "name ours baseline ratio limit N". */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sodium.h>

#include "bridge-private.h"
#include "bridge-statement.h"
#include "bridge-store-vault.h"

#define PASSPHRASE "plate walnut river"
#define UNLOCKS 5
#define UNLOCK_LIMIT 1.1
#define ENTRIES 10000
#define ROUNDS 5
#define SEARCH_LIMIT 1.5
#define DAY (20400 * BRIDGE_DAY)

#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

static const char *const sentences[] = {
  "We did not say much at supper, and I noticed that I counted the minutes.",
  "Then the kettle whistled and both of us laughed, which was the first time this week.",
  "I went for a walk by the river afterwards and felt calmer on the way back.",
  "When the letter came I wanted to talk about it at once, and could not find a beginning.",
  "Tomorrow I would like to ask how the night was, and only listen.",
  "It was about money again, after the call with the landlord.",
};

static double
seconds_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double left = *(const double *) a;
  const double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static void
fail (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
bench_unlock (BridgePrivate *private_space)
{
  double ours[UNLOCKS], bare[UNLOCKS];
  guint8 key[32], salt[crypto_pwhash_SALTBYTES] = { 1 };

  for (guint i = 0; i < UNLOCKS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();

      if (crypto_pwhash (key, sizeof key, PASSPHRASE, strlen (PASSPHRASE), salt, crypto_pwhash_OPSLIMIT_MODERATE,
                         crypto_pwhash_MEMLIMIT_MODERATE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        g_error ("Not enough memory");
      bare[i] = seconds_since (begin);
      begin = g_get_monotonic_time ();
      bridge_private_unlock (private_space, PASSPHRASE, &error);
      ours[i] = seconds_since (begin);
      fail (error);
      bridge_private_lock (private_space);
    }
  g_print ("unlock %.1fms %.1fms %.3f %.2f %d\n", median (ours, UNLOCKS) * 1000, median (bare, UNLOCKS) * 1000,
           median (ours, UNLOCKS) / median (bare, UNLOCKS), UNLOCK_LIMIT, UNLOCKS);
}

static void
write_entries (BridgeDatabase *db,
               BridgeVault    *vault)
{
  g_autofree BridgePrivateWrite *writes = g_new0 (BridgePrivateWrite, ENTRIES);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ENTRIES; i++)
    {
      g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, DAY - (i / 3) * BRIDGE_DAY);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 2 + i % 4; j++)
        g_string_append_printf (text, "%s Word%u. ", sentences[(i + j * 7) % G_N_ELEMENTS (sentences)], i * 5 + j);
      g_object_set (entry, "text", text->str, "created-at", (gint64) i, NULL);
      writes[i].words = bridge_private_entry_to_bytes (entry);
    }
  bridge_store_write_private (db, vault, writes, ENTRIES, &error);
  fail (error);
  for (guint i = 0; i < ENTRIES; i++)
    g_bytes_unref (writes[i].words);
}

/* The words of each entry, by its id: what they are made of is no part of the baseline. */
static GHashTable *
read_words (BridgeDatabase *db,
            BridgeVault    *vault)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean checked;

  rows = bridge_store_load_private (db, vault, &checked, &error);
  fail (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BridgePrivateRow *row = g_ptr_array_index (rows, i);
      g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_from_bytes (row->words, &error);

      fail (error);
      g_hash_table_insert (words, g_strdup (row->id), bridge_private_entry_dup_words (entry));
    }
  return g_steal_pointer (&words);
}

static double
time_bare (BridgeDatabase *db,
           BridgeVault    *vault,
           GHashTable     *words)
{
  sqlite3 *memory;
  sqlite3_stmt *add, *rows;
  gint64 begin = g_get_monotonic_time ();
  gint64 n = 0;
  double took;

  sqlite3_open (":memory:", &memory);
  sqlite3_exec (memory, "PRAGMA secure_delete = ON; CREATE VIRTUAL TABLE words USING fts5 (text, content = '',"
                " tokenize = 'unicode61 remove_diacritics 2'); BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (memory, "INSERT INTO words (rowid, text) VALUES (?1, ?2)", -1, &add, NULL);
  sqlite3_prepare_v2 (bridge_database_get_handle (db), "SELECT id, version, sealed FROM private_entries", -1, &rows, NULL);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      const char *id = bridge_column_text (rows, 0);
      gsize length = (gsize) sqlite3_column_bytes (rows, 2);
      const guint8 *sealed = sqlite3_column_blob (rows, 2);
      g_autofree guint8 *plain = g_malloc (length);
      char context[160];

      g_snprintf (context, sizeof context, "private_entries|%s|%s|%" G_GINT64_FORMAT, id, vault->person_id,
                  (gint64) sqlite3_column_int64 (rows, 1));
      if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, sealed + NONCE, length - NONCE,
                                                      (const guint8 *) context, strlen (context), sealed, vault->key) != 0)
        g_error ("A row does not open");
      if (g_hash_table_lookup (words, id) == NULL)
        continue;
      sqlite3_bind_int64 (add, 1, ++n);
      sqlite3_bind_text (add, 2, g_hash_table_lookup (words, id), -1, SQLITE_STATIC);
      if (sqlite3_step (add) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (memory));
      sqlite3_reset (add);
    }
  sqlite3_exec (memory, "COMMIT", NULL, NULL, NULL);
  took = seconds_since (begin);
  sqlite3_finalize (rows);
  sqlite3_finalize (add);
  sqlite3_close (memory);
  return took;
}

static double
time_ours (BridgePrivate *private_space)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = NULL;
  gint64 begin = g_get_monotonic_time ();
  double took;

  bridge_private_unlock (private_space, PASSPHRASE, &error);
  fail (error);
  found = bridge_private_search (private_space, "kettle word77", &error);
  took = seconds_since (begin);
  fail (error);
  if (g_list_model_get_n_items (found) == 0)
    g_error ("Nothing was found");
  bridge_private_lock (private_space);
  return took;
}

static void
bench_search (BridgeSpace   *space,
              BridgePrivate *private_space)
{
  BridgeDatabase *db = bridge_space_get_database (space);
  double ours[ROUNDS], bare[ROUNDS];
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeVault) vault = bridge_store_load_vault (db, bridge_person_get_id (bridge_space_get_me (space)), &error);
  g_autoptr (GHashTable) words = NULL;

  fail (error);
  bridge_vault_unlock (vault, PASSPHRASE, &error);
  fail (error);
  write_entries (db, vault);
  words = read_words (db, vault);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (db, vault, words);
      ours[i] = time_ours (private_space);
    }
  g_print ("private-search %.1fms %.1fms %.3f %.2f %d\n", median (ours, ROUNDS) * 1000, median (bare, ROUNDS) * 1000,
           median (ours, ROUNDS) / median (bare, ROUNDS), SEARCH_LIMIT, ENTRIES);
}

/* A private space of its own for each: the one as slow to open as it is meant to be, the other one quick. */
static void
bench (gboolean search)
{
  g_autofree char *folder = g_dir_make_tmp ("footbridge-bench-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, BRIDGE_DATABASE_FILE, NULL);
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeClock) clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  g_autoptr (BridgeSpace) space = bridge_space_open (folder, clock, &error);
  g_autoptr (BridgePrivate) private_space = NULL;
  char *code;

  fail (error);
  bridge_space_set_up (space, "Ada", NULL, &error);
  fail (error);
  private_space = bridge_private_new (space);
  if (search)
    bridge_private_set_cost (private_space, 1, 8 * 1024);
  code = bridge_private_set_up (private_space, PASSPHRASE, &error);
  fail (error);
  bridge_secret_free (code);
  bridge_private_lock (private_space);
  if (search)
    bench_search (space, private_space);
  else
    bench_unlock (private_space);

  g_clear_object (&private_space);
  g_clear_object (&space);
  g_unlink (journal);
  g_unlink (file);
  g_rmdir (folder);
}

int
main (void)
{
  bench (FALSE);
  bench (TRUE);
  return 0;
}
