/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>

#include "bridge-ids.h"
#include "bridge-paged-list.h"
#include "service-fixture.h"

#define N_WINS 100000

static void
run_sql (sqlite3    *db,
         const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

/* Years of wins in one transaction, as another process might write them: three a day back from 2026-11-22. */
static void
insert_wins (Fixture *fixture,
             guint    n)
{
  g_autofree char *path = g_build_filename (fixture->folder, "space.db", NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "BEGIN IMMEDIATE");
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "INSERT INTO wins (id, text, meant, kind, on_date, starred, created_at, updated_at, device)"
                                       " VALUES (?, ?, '', 'other', ?, 0, ?, ?, 'test')", -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bridge_id_new ();
      g_autofree char *text = g_strdup_printf ("Win number %u %s", i, i % 1000 == 0 ? "with a lantern" : "of a day");
      g_autofree char *on = bridge_local_format_date (local ("2026-11-22") - (BridgeLocal) (i / 30) * BRIDGE_DAY);

      sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 3, on, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 4, 1000000 - i);
      sqlite3_bind_int64 (statement, 5, 1000000 - i);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  run_sql (db, "INSERT INTO wins_search (wins_search) VALUES ('rebuild')");
  run_sql (db, "COMMIT");
  sqlite3_close (db);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *splices)
{
  g_string_append_printf (splices, "%s%u-%u+%u", splices->len > 0 ? " " : "", position, removed, added);
}

#define assert_splices(splices, expected) G_STMT_START { \
  g_assert_cmpstr ((splices)->str, ==, expected); \
  g_string_truncate (splices, 0); \
} G_STMT_END

static char *
dup_text (GListModel *list,
          guint       position)
{
  g_autoptr (BridgeWin) win = g_list_model_get_item (list, position);

  return win != NULL ? g_strdup (bridge_win_get_text (win)) : NULL;
}

static void
look_for (BridgePagedList *list,
          const char      *search,
          int              kind,
          gboolean         starred_only)
{
  const BridgeWinQuery query = { .search = search, .kind = kind, .starred_only = starred_only };

  bridge_paged_list_set_query (list, &query);
}

static char *
add_win (Fixture    *fixture,
         const char *text,
         const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new (text, local (on));
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

  g_assert_no_error (error);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 1000);
  return g_strdup (bridge_win_get_id (stored));
}

static void
test_splices (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) splices = g_string_new (NULL);
  g_autofree char *a = add_win (fixture, "a", "2026-10-01");
  g_autofree char *b = add_win (fixture, "b", "2026-10-02");
  g_autofree char *c = add_win (fixture, "c", "2026-11-20");
  GListModel *wins = bridge_space_list_wins (fixture->space, NULL);
  g_autofree char *first = dup_text (wins, 0);
  g_autofree char *last = dup_text (wins, 2);
  BridgePagedList *list = BRIDGE_PAGED_LIST (wins);
  g_autofree char *d = NULL;

  g_signal_connect (wins, "items-changed", G_CALLBACK (items_changed_cb), splices);
  g_assert_cmpint (g_list_model_get_item_type (wins), ==, BRIDGE_TYPE_WIN);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 3);
  g_assert_cmpstr (first, ==, "c");
  g_assert_cmpstr (last, ==, "a");
  g_assert_true (bridge_paged_list_starts_group (list, 0));
  g_assert_true (bridge_paged_list_starts_group (list, 1));
  g_assert_false (bridge_paged_list_starts_group (list, 2));
  g_assert_false (bridge_paged_list_starts_group (list, 3));
  g_assert_null (g_list_model_get_item (wins, 3));

  d = add_win (fixture, "d", "2026-11-22");
  assert_splices (splices, "0-0+1");
  g_assert_true (bridge_space_star_win (fixture->space, b, TRUE, &error));
  assert_splices (splices, "2-1+1");
  g_assert_true (bridge_space_remove_win (fixture->space, c, &error));
  assert_splices (splices, "1-1+0");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_splices (splices, "1-0+1");

  /* To another day, and so to another place. */
  {
    g_autoptr (BridgeWin) win = bridge_space_find_win (fixture->space, a, &error);
    g_autofree char *text = NULL;

    g_object_set (win, "on", local ("2026-11-21"), NULL);
    g_assert_true (bridge_space_update_win (fixture->space, win, &error));
    assert_splices (splices, "3-1+0 1-0+1");
    text = dup_text (wins, 1);
    g_assert_cmpstr (text, ==, "a");
  }

  /* A ritual's change is not the list's affair. */
  {
    g_autofree char *ritual = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", NULL, "0");

    assert_splices (splices, "");
    g_assert_nonnull (ritual);
  }

  look_for (list, NULL, -1, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);
  look_for (list, NULL, -1, FALSE);
  look_for (list, NULL, BRIDGE_WIN_REPAIR, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
  look_for (list, NULL, -1, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 4);
  g_assert_no_error (error);
  g_assert_finalize_object (list);
}

/* Keeps a copy by what it is told. */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, dup_text (model, position + i));
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

static void
test_random_changes (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  BridgeSpace *other = bridge_space_open (fixture->folder, fixture->clock, &error);
  GListModel *wins = bridge_space_list_wins (other, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
  g_signal_connect (wins, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (guint round = 0; round < 60; round++)
    {
      for (guint i = 0; i < 8; i++)
        {
          const char *id = ids->len > 0 ? g_ptr_array_index (ids, g_rand_int_range (rand, 0, ids->len)) : NULL;
          g_autoptr (BridgeWin) win = id != NULL ? bridge_space_find_win (fixture->space, id, NULL) : NULL;
          g_autofree char *on = bridge_local_format_date (local ("2026-11-22") - g_rand_int_range (rand, 0, 100) * BRIDGE_DAY);
          g_autofree char *text = g_strdup_printf ("%u.%u", round, i);

          if (win == NULL || g_rand_int_range (rand, 0, 3) == 0)
            g_ptr_array_add (ids, add_win (fixture, text, on));
          else if (g_rand_boolean (rand))
            g_assert_true (bridge_space_remove_win (fixture->space, id, &error));
          else
            {
              g_object_set (win, "text", text, "on", local (on), NULL);
              g_assert_true (bridge_space_update_win (fixture->space, win, &error));
            }
          g_assert_no_error (error);
        }
      bridge_space_refresh (other);
      g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (wins));
      for (guint i = 0; i < mirror->len; i++)
        {
          g_autofree char *text = dup_text (wins, i);

          g_assert_cmpstr (text, ==, g_ptr_array_index (mirror, i));
        }
    }
  g_assert_finalize_object (wins);
  spin ();
  g_assert_finalize_object (other);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) splices = g_string_new (NULL);
  const char *searches[] = { "l", "la", "lan", "lant", "lantern", "lantern 5000", "Lantern with", "nothing like it" };
  BridgePagedList *list;
  GListModel *wins;
  gint64 before;
  guint groups = 0;

  insert_wins (fixture, N_WINS);
  wins = bridge_space_list_wins (fixture->space, NULL);
  list = BRIDGE_PAGED_LIST (wins);
  before = g_get_monotonic_time ();
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, N_WINS);
  g_test_message ("opening %u wins: %.1f ms", N_WINS, (g_get_monotonic_time () - before) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_USEC_PER_SEC);

  for (guint i = 0; i < N_WINS; i++)
    groups += bridge_paged_list_starts_group (list, i);
  g_assert_cmpuint (groups, ==, 110);

  for (guint i = 0; i < N_WINS; i += 997)
    {
      g_autofree char *text = dup_text (wins, i);
      g_autofree char *expected = g_strdup_printf ("Win number %u %s", i, i % 1000 == 0 ? "with a lantern" : "of a day");

      g_assert_cmpstr (text, ==, expected);
    }
  /* Reading on without stopping keeps no more than some screens full. */
  before = g_get_monotonic_time ();
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = dup_text (wins, i);

      g_assert_nonnull (text);
    }
  g_test_message ("scrolling over 5000: %.1f ms", (g_get_monotonic_time () - before) / 1e3);

  g_signal_connect (wins, "items-changed", G_CALLBACK (items_changed_cb), splices);
  before = g_get_monotonic_time ();
  {
    g_autoptr (BridgeWin) win = g_list_model_get_item (wins, 50000);

    g_assert_true (bridge_space_star_win (fixture->space, bridge_win_get_id (win), TRUE, &error));
    g_assert_no_error (error);
  }
  g_test_message ("one star among them: %.1f ms", (g_get_monotonic_time () - before) / 1e3);
  assert_splices (splices, "50000-1+1");

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      before = g_get_monotonic_time ();
      look_for (list, searches[i], -1, FALSE);
      g_test_message ("search “%s”: %u in %.1f ms", searches[i], g_list_model_get_n_items (wins), (g_get_monotonic_time () - before) / 1e3);
    }
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
  look_for (list, "LÁNTERN", -1, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, N_WINS / 1000);
  look_for (list, "", -1, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, N_WINS);
  g_assert_finalize_object (list);
}

static void
wait_until_read (BridgePagedList *list)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (bridge_paged_list_get_reading (list))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* A long list is read in a thread: what was there stays until then, and what is no longer wanted never comes. */
static void
test_thread (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "space.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) splices = g_string_new (NULL);
  GListModel *wins = bridge_space_list_wins (fixture->space, NULL);
  BridgePagedList *list = BRIDGE_PAGED_LIST (wins);
  g_autofree char *problem = NULL;
  g_autofree char *none = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  sqlite3 *db;

  insert_wins (fixture, 10000);
  bridge_paged_list_set_in_thread (list, TRUE);
  g_signal_connect (wins, "items-changed", G_CALLBACK (items_changed_cb), splices);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 10000);

  look_for (list, "lantern", -1, FALSE);
  g_assert_true (bridge_paged_list_get_reading (list));
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 10000);
  wait_until_read (list);
  assert_splices (splices, "0-10000+10");
  text = dup_text (wins, 3);
  g_assert_cmpstr (text, ==, "Win number 3000 with a lantern");

  look_for (list, "number", -1, FALSE);
  look_for (list, "lantern 5000", -1, FALSE);
  look_for (list, "", -1, FALSE);
  wait_until_read (list);
  assert_splices (splices, "0-10+10000");
  look_for (list, "", -1, TRUE);
  wait_until_read (list);
  assert_splices (splices, "0-10000+0");
  look_for (list, "", -1, FALSE);
  wait_until_read (list);
  assert_splices (splices, "0-0+10000");

  /* What changes is told as narrowly as without one. */
  {
    g_autoptr (BridgeWin) win = g_list_model_get_item (wins, 5000);

    g_assert_true (bridge_space_star_win (fixture->space, bridge_win_get_id (win), TRUE, &error));
    g_assert_no_error (error);
  }
  wait_until_read (list);
  assert_splices (splices, "5000-1+1");
  {
    g_autoptr (BridgeWin) win = g_list_model_get_item (wins, 5000);

    g_assert_true (bridge_win_get_starred (win));
  }

  /* While a thread looks for words something comes that has them. */
  look_for (list, "lantern", -1, FALSE);
  id = add_win (fixture, "Another lantern", "2026-11-22");
  wait_until_read (list);
  assert_splices (splices, "0-10000+11");
  g_clear_pointer (&text, g_free);
  text = dup_text (wins, 0);
  g_assert_cmpstr (text, ==, "Another lantern");

  /* What cannot be read leaves it as it was. */
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA legacy_alter_table = ON; ALTER TABLE wins RENAME TO elsewhere");
  look_for (list, "", -1, TRUE);
  wait_until_read (list);
  g_object_get (wins, "error-message", &problem, NULL);
  g_assert_nonnull (problem);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 11);
  run_sql (db, "ALTER TABLE elsewhere RENAME TO wins");
  sqlite3_close (db);
  bridge_paged_list_reload (list);
  wait_until_read (list);
  g_object_get (wins, "error-message", &none, NULL);
  g_assert_null (none);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);

  /* It may go meanwhile. */
  look_for (list, "lantern", -1, FALSE);
  g_assert_true (bridge_paged_list_get_reading (list));
  g_assert_finalize_object (wins);
  spin ();
}

/* Asks again at the first of several steps, and lets the thread look before the next. */
static void
ask_again_cb (BridgePagedList *list,
              guint            position,
              guint            removed,
              guint            added,
              guint           *n_steps)
{
  if ((*n_steps)++ > 0)
    return;

  bridge_paged_list_reload (list);
  g_assert_true (bridge_paged_list_get_reading (list));
  g_usleep (G_USEC_PER_SEC / 2);
}

/* Whoever hears of a change may ask again before all of it is told. */
static void
test_asked_meanwhile (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (GString) splices = g_string_new (NULL);
  GListModel *wins = bridge_space_list_wins (fixture->space, NULL);
  BridgePagedList *list = BRIDGE_PAGED_LIST (wins);
  g_autofree char *newest = NULL;
  g_autofree char *oldest = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *last = NULL;
  guint n_steps = 0;

  insert_wins (fixture, 10000);
  bridge_paged_list_set_in_thread (list, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 10000);
  g_signal_connect (wins, "items-changed", G_CALLBACK (items_changed_cb), splices);
  g_signal_connect (wins, "items-changed", G_CALLBACK (ask_again_cb), &n_steps);

  newest = add_win (fixture, "Newest", "2026-11-22");
  oldest = add_win (fixture, "Oldest", "2001-01-01");
  wait_until_read (list);
  assert_splices (splices, "10000-0+1 0-0+1");
  g_assert_cmpuint (n_steps, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 10002);
  first = dup_text (wins, 0);
  second = dup_text (wins, 1);
  last = dup_text (wins, 10001);
  g_assert_cmpstr (first, ==, "Newest");
  g_assert_cmpstr (second, ==, "Win number 0 with a lantern");
  g_assert_cmpstr (last, ==, "Oldest");
  g_assert_finalize_object (wins);
  spin ();
}

static void
test_history (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-10-20T19:00", "FREQ=DAILY", "0");
  g_autofree char *october = fixture_name (id, "2026-10-31T19:00");
  g_autofree char *november = fixture_name (id, "2026-11-01T19:00");
  GListModel *history = bridge_space_list_history (fixture->space, id);

  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 0);
  g_assert_true (bridge_space_answer (fixture->space, october, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_true (bridge_space_answer (fixture->space, november, BRIDGE_OUTCOME_NOT_TODAY, &error));
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  {
    g_autoptr (BridgeOccurrence) newest = g_list_model_get_item (history, 0);

    g_assert_cmpstr (bridge_occurrence_get_name (newest), ==, november);
    g_assert_cmpint (bridge_occurrence_get_local (newest), ==, local ("2026-11-01T19:00"));
    g_assert_nonnull (bridge_occurrence_get_ritual (newest));
  }
  g_assert_true (bridge_paged_list_starts_group (BRIDGE_PAGED_LIST (history), 1));
  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (fixture->clock), "America/New_York");
  g_assert_true (bridge_space_answer (fixture->space, october, BRIDGE_OUTCOME_NONE, &error));
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
  g_assert_finalize_object (history);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "space.db", NULL);
  g_autofree char *id = add_win (fixture, "a", "2026-10-01");
  GListModel *wins = bridge_space_list_wins (fixture->space, NULL);
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db;

  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA legacy_alter_table = ON; ALTER TABLE wins RENAME TO elsewhere");
  bridge_paged_list_reload (BRIDGE_PAGED_LIST (wins));
  g_object_get (wins, "error-message", &during, NULL);
  g_assert_nonnull (during);
  /* What was there is still there. */
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);
  run_sql (db, "ALTER TABLE elsewhere RENAME TO wins");
  sqlite3_close (db);
  bridge_paged_list_reload (BRIDGE_PAGED_LIST (wins));
  g_object_get (wins, "error-message", &after, NULL);
  g_assert_null (after);
  g_assert_finalize_object (wins);
  g_assert_nonnull (id);
}

/* Another process takes rows away between the look at the list and the look at the row. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "space.db", NULL);
  g_autofree char *id = add_win (fixture, "a", "2026-10-01");
  GListModel *wins = bridge_space_list_wins (fixture->space, NULL);
  g_autofree char *text = NULL;
  sqlite3 *db;

  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "DELETE FROM wins");
  sqlite3_close (db);
  text = dup_text (wins, 0);
  g_assert_cmpstr (text, ==, "");
  bridge_space_refresh (fixture->space);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
  g_assert_finalize_object (wins);
  g_assert_nonnull (id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paged-list/splices", Fixture, NULL, fixture_set_up, test_splices, fixture_tear_down);
  g_test_add ("/paged-list/random-changes", Fixture, NULL, fixture_set_up, test_random_changes, fixture_tear_down);
  g_test_add ("/paged-list/many", Fixture, NULL, fixture_set_up, test_many, fixture_tear_down);
  g_test_add ("/paged-list/thread", Fixture, NULL, fixture_set_up, test_thread, fixture_tear_down);
  g_test_add ("/paged-list/asked-meanwhile", Fixture, NULL, fixture_set_up, test_asked_meanwhile, fixture_tear_down);
  g_test_add ("/paged-list/history", Fixture, NULL, fixture_set_up, test_history, fixture_tear_down);
  g_test_add ("/paged-list/unreadable", Fixture, NULL, fixture_set_up, test_unreadable, fixture_tear_down);
  g_test_add ("/paged-list/gone", Fixture, NULL, fixture_set_up, test_gone, fixture_tear_down);

  return g_test_run ();
}
