/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long a win takes to be written and committed, against the same row by SQLite alone with the same pragmas and the
 * same schema; and how long a search takes as it is typed, in 100,000 wins. One line each:
 * "name ours baseline ratio limit N". */

#include "config.h"

#include <string.h>
#include <glib/gstdio.h>

#include "bridge-ids.h"
#include "bridge-statement.h"
#include "bridge-store.h"

#define NOW G_GINT64_CONSTANT (1764000000000)
#define TODAY (20400 * BRIDGE_DAY)
#define WRITES 301
#define WRITE_LIMIT 1.5
#define WINS 100000
#define PAGE 50
#define ROUNDS 7
#define SEARCH_LIMIT_MS 10.0

static const char *const subjects[] = { "You", "We", "Robin", "Alex", "Both of us", "You and the children" };
static const char *const verbs[] = {
  "made", "listened to", "waited for", "laughed about", "remembered", "cooked", "repaired", "walked to", "asked about",
  "wrote down", "carried", "found", "sang", "looked at", "apologised for", "prepared", "planted", "read out", "thanked",
  "watched",
};
static const char *const things[] = {
  "the kettle", "a long story", "the river", "my mother", "the bicycle", "an old photograph", "soup", "the heron", "my bad day",
  "the garden", "a quiet morning", "the bus", "your sister", "an evening without screens", "the neighbour", "breakfast",
  "the song", "a difficult letter", "the mountains", "bread", "the umbrella", "a surprise", "Tuesday", "the café",
};
static const char *const feelings[] = {
  "It felt calm.", "I could breathe again.", "It was good to be seen.", "We were a team.", "I felt less alone.",
  "It made me smile all day.", "Nothing more was needed.", "I noticed that you tried.", "",
};

/* What is typed is counted key by key, for the list follows each. */
static const char *const searches[] = {
  "kettle", "river walk", "laughed", "apologised letter", "heron", "quiet morning", "cafe", "photograph", "thanked robin",
  "umbrella",
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double left = *(const double *) a;
  const double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
quantile (GArray *times,
          double  part)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) ((times->len - 1) * part));
}

static void
check (int result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("SQLite: %s", sqlite3_errstr (result));
}

static BridgeDatabase *
open_space (const char *folder)
{
  g_autoptr (GError) error = NULL;
  BridgeDatabase *db = bridge_database_open (folder, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  return db;
}

static BridgeWin *
make_win (GRand *rand)
{
  g_autofree char *id = bridge_id_new ();
  g_autofree char *text =
    g_strdup_printf ("%s %s %s.", subjects[g_rand_int_range (rand, 0, G_N_ELEMENTS (subjects))],
                     verbs[g_rand_int_range (rand, 0, G_N_ELEMENTS (verbs))],
                     things[g_rand_int_range (rand, 0, G_N_ELEMENTS (things))]);
  gint64 day = g_rand_int_range (rand, 0, 3650);
  BridgeWin *win = bridge_win_new (text, TODAY - day * BRIDGE_DAY);

  g_object_set (win,
                "id", id,
                "meant", feelings[g_rand_int_range (rand, 0, G_N_ELEMENTS (feelings))],
                "kind", g_rand_int_range (rand, BRIDGE_WIN_OTHER, BRIDGE_WIN_BOUNDARY_KEPT + 1),
                "starred", g_rand_int_range (rand, 0, 20) == 0,
                "created-at", NOW - day * 86400000,
                "updated-at", NOW - day * 86400000,
                NULL);
  return win;
}

/* ---- Writing */

static double
time_ours (BridgeDatabase *db,
           BridgeWin      *win)
{
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();

  if (!bridge_database_begin (db, &error) ||
      !bridge_store_save_win (db, win, &error) ||
      !bridge_database_commit (db, &error))
    g_error ("%s", error->message);
  return (g_get_monotonic_time () - started) / 1000.0;
}

static double
time_raw (sqlite3      *handle,
          sqlite3_stmt *insert,
          const char   *id,
          BridgeWin    *win)
{
  gint64 started = g_get_monotonic_time ();

  check (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, bridge_win_get_text (win), -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, bridge_win_get_meant (win), -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 4, "other", -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 5, "2026-11-22", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 6, NOW);
  check (sqlite3_step (insert));
  sqlite3_reset (insert);
  check (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL));
  return (g_get_monotonic_time () - started) / 1000.0;
}

static void
bench_write (const char *folder)
{
  g_autofree char *raw_folder = g_build_filename (folder, "raw", NULL);
  g_autofree char *our_folder = g_build_filename (folder, "ours", NULL);
  g_autofree char *raw_file = g_build_filename (raw_folder, BRIDGE_DATABASE_FILE, NULL);
  g_autoptr (BridgeDatabase) db = open_space (our_folder);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *handle = NULL;
  sqlite3_stmt *insert = NULL;

  /* The same schema, made the same way. */
  g_object_unref (open_space (raw_folder));
  check (sqlite3_open_v2 (raw_file, &handle, SQLITE_OPEN_READWRITE, NULL));
  check (sqlite3_exec (handle,
                       "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                       "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 5000",
                       NULL, NULL, NULL));
  check (sqlite3_prepare_v2 (handle,
                             "INSERT INTO wins (id, text, meant, kind, on_date, starred, created_at, updated_at, device)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?6, 'bench')", -1, &insert, NULL));

  /* One of each in turn, so that what else the machine does hits both. */
  for (guint i = 0; i < WRITES; i++)
    {
      g_autoptr (BridgeWin) win = make_win (rand);
      double took = time_ours (db, win);
      double took_raw = time_raw (handle, insert, bridge_win_get_id (win), win);

      g_array_append_val (ours, took);
      g_array_append_val (raw, took_raw);
    }

  sqlite3_finalize (insert);
  sqlite3_close (handle);

  g_print ("write-a-win %.3fms %.3fms %.3f limit %.1f\n", quantile (ours, 0.5), quantile (raw, 0.5),
           quantile (ours, 0.5) / quantile (raw, 0.5), WRITE_LIMIT);
}

/* ---- Searching */

static void
fill (BridgeDatabase *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GError) error = NULL;

  if (!bridge_database_begin (db, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < WINS; i++)
    {
      g_autoptr (BridgeWin) win = make_win (rand);

      if (!bridge_store_save_win (db, win, &error))
        g_error ("%s", error->message);
    }
  if (!bridge_database_commit (db, &error))
    g_error ("%s", error->message);
}

/* What the page does for each key: the whole list's keys and the first page of rows. */
static double
time_search (BridgeDatabase *db,
             const char     *typed)
{
  const BridgeWinQuery query = { .search = typed, .kind = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GArray) keys = NULL;
  gint64 seqs[PAGE];
  guint n;
  gint64 started = g_get_monotonic_time ();

  keys = bridge_store_list_win_keys (db, &query, &error);
  if (keys == NULL)
    g_error ("%s", error->message);

  n = MIN (keys->len, PAGE);
  for (guint i = 0; i < n; i++)
    seqs[i] = g_array_index (keys, BridgeListKey, i).seq;
  wins = bridge_store_load_wins_by_seq (db, seqs, n, &error);
  if (wins == NULL)
    g_error ("%s", error->message);

  return (g_get_monotonic_time () - started) / 1000.0;
}

static void
bench_search (const char *folder)
{
  g_autofree char *data = g_build_filename (folder, "many", NULL);
  g_autoptr (BridgeDatabase) db = open_space (data);
  g_autoptr (GHashTable) rounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  fill (db);

  /* The median of each is what counts, for something else may run at any moment; the first round warms the caches. */
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (guint length = 1; length <= strlen (searches[i]); length++)
      {
        g_autofree char *typed = g_strndup (searches[i], length);

        g_hash_table_insert (rounds, g_steal_pointer (&typed), g_array_new (FALSE, FALSE, sizeof (double)));
      }
  for (guint round = 0; round <= ROUNDS; round++)
    {
      GHashTableIter iter;
      gpointer typed, took;

      g_hash_table_iter_init (&iter, rounds);
      while (g_hash_table_iter_next (&iter, &typed, &took))
        {
          double ms = time_search (db, typed);

          if (round > 0)
            g_array_append_val ((GArray *) took, ms);
        }
    }
  {
    GHashTableIter iter;
    gpointer typed, took;

    g_hash_table_iter_init (&iter, rounds);
    while (g_hash_table_iter_next (&iter, &typed, &took))
      {
        double ms = quantile (took, 0.5);

        if (g_getenv ("BENCH_VERBOSE") != NULL)
          g_printerr ("%-20s %.2f ms\n", (char *) typed, ms);
        g_array_append_val (times, ms);
      }
  }

  g_print ("search-p95 %.2fms - - limit %.0f\n", quantile (times, 0.95), SEARCH_LIMIT_MS);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  /* Beside the build, not in /tmp, which may be no disk at all. */
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *folder = g_build_filename (argc > 1 ? argv[1] : here, "bench-store-XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL)
    g_error ("No folder for the benchmark can be made here");

  bench_write (folder);
  bench_search (folder);
  remove_all (folder);

  return 0;
}
