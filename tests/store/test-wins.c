/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <string.h>

#define MANY 100000

static guint
count_found (BridgeDatabase *db,
             const char     *search)
{
  g_autoptr (GArray) keys = list_wins (db, search);

  return keys->len;
}

static void
assert_keys (BridgeDatabase       *db,
             const BridgeWinQuery *query,
             const char           *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = bridge_store_list_win_keys (db, query, &error);
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree gint64 *seqs = NULL;

  g_assert_no_error (error);
  seqs = g_new (gint64, keys->len + 1);
  for (guint i = 0; i < keys->len; i++)
    seqs[i] = g_array_index (keys, BridgeListKey, i).seq;
  wins = bridge_store_load_wins_by_seq (db, seqs, keys->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wins->len, ==, keys->len);

  for (guint i = 0; i < wins->len; i++)
    g_string_append_printf (found, "%s%s", i == 0 ? "" : "|", bridge_win_get_text (g_ptr_array_index (wins, i)));
  g_assert_cmpstr (found->str, ==, texts);
}

static void
save (BridgeDatabase *db,
      BridgeWin      *win)
{
  g_autoptr (GError) error = NULL;

  bridge_store_save_win (db, win, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgePerson) person = add_person (db, "Alex", 0);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  g_autoptr (BridgeWin) win = bridge_win_new ("Ünïcode ☕ and “quotes” 'single'; DROP TABLE wins;\nsecond line", DAY);
  g_autoptr (BridgeWin) loaded = NULL;
  g_autoptr (GError) error = NULL;

  stamp (win);
  g_object_set (win, "meant", "Everything", "kind", BRIDGE_WIN_TENDERNESS, "noticed-by", bridge_person_get_id (person),
                "ritual-id", bridge_ritual_get_id (ritual), "starred", TRUE, "created-at", (gint64) 1, "updated-at",
                (gint64) 2, "deleted-at", (gint64) 3, NULL);
  save (db, win);
  loaded = bridge_store_load_win (db, bridge_win_get_id (win), &error);
  g_assert_no_error (error);
  bridge_test_assert_same (win, loaded, NULL);

  /* The same again, with everything different but the id and when it was made. */
  g_object_set (win, "text", "Other", "meant", "", "kind", BRIDGE_WIN_OTHER, "on", DAY - BRIDGE_DAY, "noticed-by", NULL,
                "ritual-id", NULL, "starred", FALSE, "updated-at", (gint64) 20, "deleted-at", (gint64) 0, NULL);
  save (db, win);
  g_clear_object (&loaded);
  loaded = bridge_store_load_win (db, bridge_win_get_id (win), &error);
  g_assert_no_error (error);
  bridge_test_assert_same (win, loaded, NULL);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 1);

  g_clear_object (&loaded);
  g_assert_null (bridge_store_load_win (db, "nobody", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

/* What the schema refuses, however it comes there, leaves nothing behind. */
static void
test_refused (void)
{
  g_autofree char *too_long = g_strnfill (2001, 'x');
  const struct {
    const char *property;
    const char *value;
  } vectors[] = {
    { "text", "" },
    { "text", too_long },
    { "meant", too_long },
    { "noticed-by", "nobody" },
    { "ritual-id", "nowhere" },
    { "id", NULL },
  };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("Tea", DAY);
      g_autoptr (GError) error = NULL;

      stamp (win);
      g_object_set (win, vectors[i].property, vectors[i].value, NULL);
      g_assert_false (bridge_store_save_win (db, win, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins"), ==, 0);
  assert_sound (db);
}

static void
test_order (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) middle = add_win (db, "middle", DAY);
  g_autoptr (BridgeWin) oldest = add_win (db, "oldest", DAY - 400 * BRIDGE_DAY);
  g_autoptr (BridgeWin) newest = add_win (db, "newest", DAY + BRIDGE_DAY);
  g_autoptr (BridgeWin) later = add_win (db, "later that day", DAY);
  const BridgeWinQuery all = { .kind = -1 };
  g_autoptr (GArray) keys = NULL;

  g_object_set (later, "created-at", NOW + 1, NULL);
  /* Saving again never changes when it was made. */
  save (db, later);
  g_object_set (later, "deleted-at", NOW, NULL);
  save (db, later);
  assert_keys (db, &all, "newest|middle|oldest");

  g_clear_object (&later);
  later = bridge_win_new ("later that day", DAY);
  stamp (later);
  g_object_set (later, "created-at", NOW + 1, NULL);
  save (db, later);
  assert_keys (db, &all, "newest|later that day|middle|oldest");

  keys = list_wins (db, NULL);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 2).version, ==, NOW);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 2).group, ==, 2024 * 12 + 9);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 3).group, ==, 2023 * 12 + 7);
}

static void
test_filters (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  g_autoptr (BridgeWin) tea = add_win (db, "tea one", DAY);
  g_autoptr (BridgeWin) laugh = add_win (db, "laugh two", DAY - BRIDGE_DAY);
  g_autoptr (BridgeWin) both = add_win (db, "tea three", DAY - 2 * BRIDGE_DAY);
  const char *id = bridge_ritual_get_id (ritual);
  const BridgeWinQuery starred = { .kind = -1, .starred_only = TRUE };
  const BridgeWinQuery laughter = { .kind = BRIDGE_WIN_LAUGHTER };
  const BridgeWinQuery other = { .kind = BRIDGE_WIN_OTHER };
  const BridgeWinQuery of_ritual = { .kind = -1, .ritual_id = id };
  const BridgeWinQuery everything = { .kind = BRIDGE_WIN_LAUGHTER, .starred_only = TRUE, .ritual_id = id, .search = "te" };
  const BridgeWinQuery starred_tea = { .kind = -1, .starred_only = TRUE, .search = "tea" };
  const BridgeWinQuery nothing = { .kind = BRIDGE_WIN_REPAIR };

  g_object_set (tea, "starred", TRUE, NULL);
  save (db, tea);
  g_object_set (laugh, "kind", BRIDGE_WIN_LAUGHTER, "ritual-id", id, NULL);
  save (db, laugh);
  g_object_set (both, "kind", BRIDGE_WIN_LAUGHTER, "starred", TRUE, "ritual-id", id, NULL);
  save (db, both);

  assert_keys (db, &starred, "tea one|tea three");
  assert_keys (db, &laughter, "laugh two|tea three");
  assert_keys (db, &other, "tea one");
  assert_keys (db, &of_ritual, "laugh two|tea three");
  assert_keys (db, &everything, "tea three");
  assert_keys (db, &starred_tea, "tea one|tea three");
  assert_keys (db, &nothing, "");
}

/* Whether somebody who reads through all of them would keep this one; the words of the search are whole ones here. */
static gboolean
fits (BridgeWin            *win,
      const BridgeWinQuery *query)
{
  g_auto (GStrv) words = g_strsplit (query->search != NULL ? query->search : "", " ", -1);
  g_autofree char *said = g_strdup_printf (" %s %s ", bridge_win_get_text (win), bridge_win_get_meant (win));
  g_autofree char *on = bridge_local_format_date (bridge_win_get_on (win));
  g_autofree char *day = bridge_local_format_date (query->anniversary);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", words[i]);

      if (*words[i] != '\0' && strstr (said, word) == NULL)
        return FALSE;
    }
  return (!query->starred_only || bridge_win_get_starred (win)) &&
         (query->kind < 0 || (int) bridge_win_get_kind (win) == query->kind) &&
         (query->noticed_by == NULL || g_strcmp0 (bridge_win_get_noticed_by (win), query->noticed_by) == 0) &&
         (query->ritual_id == NULL || g_strcmp0 (bridge_win_get_ritual_id (win), query->ritual_id) == 0) &&
         (query->anniversary == 0 || (g_str_equal (on + 5, day + 5) && bridge_win_get_on (win) < query->anniversary));
}

/* Every filter beside every other, on a log with days, kinds and words of many sorts. */
static void
test_combinations (void)
{
  static const char *const words[] = { "tea", "walk", "song", "letter", "rain" };
  static const char *const searches[] = { NULL, "tea", "walk song", "rain letter tea" };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgePerson) alex = add_person (db, "Alex", 0);
  g_autoptr (BridgePerson) robin = add_person (db, "Robin", 1);
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) walk = add_ritual (db, "Walk");
  const char *persons[] = { NULL, bridge_person_get_id (alex), bridge_person_get_id (robin) };
  const char *rituals[] = { NULL, bridge_ritual_get_id (tea), bridge_ritual_get_id (walk) };
  const int kinds[] = { -1, BRIDGE_WIN_OTHER, BRIDGE_WIN_LAUGHTER };
  const BridgeLocal days[] = { 0, DAY, DAY - 3 * BRIDGE_DAY };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) wins = g_ptr_array_new_with_free_func (g_object_unref);
  guint found = 0;

  begin (db);
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *text = g_strjoin (" ", words[g_rand_int_range (rand, 0, 5)], words[g_rand_int_range (rand, 0, 5)], NULL);
      int years = g_rand_int_range (rand, 0, 5);
      BridgeWin *win = bridge_win_new (text, DAY - g_rand_int_range (rand, 0, 6) * BRIDGE_DAY - years * 365 * BRIDGE_DAY);

      stamp (win);
      g_object_set (win, "meant", g_rand_boolean (rand) ? "rain" : "", "kind", kinds[g_rand_int_range (rand, 1, 3)],
                    "starred", g_rand_boolean (rand), "noticed-by", persons[g_rand_int_range (rand, 0, 3)],
                    "ritual-id", rituals[g_rand_int_range (rand, 0, 3)], "created-at", NOW + i,
                    "deleted-at", g_rand_int_range (rand, 0, 10) == 0 ? NOW : (gint64) 0, NULL);
      save (db, win);
      g_ptr_array_add (wins, win);
    }
  commit (db);

  for (guint n = 0; n < 2 * 4 * 81; n++)
    {
      const BridgeWinQuery query = {
        .starred_only = n % 2, .search = searches[n / 2 % 4], .kind = kinds[n / 8 % 3], .noticed_by = persons[n / 24 % 3],
        .ritual_id = rituals[n / 72 % 3], .anniversary = days[n / 216 % 3],
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) keys = bridge_store_list_win_keys (db, &query, &error);
      BridgeLocal last = G_MAXINT64;
      guint wanted = 0;

      g_assert_no_error (error);
      for (guint i = 0; i < wins->len; i++)
        {
          gint64 deleted_at;

          g_object_get (g_ptr_array_index (wins, i), "deleted-at", &deleted_at, NULL);
          wanted += deleted_at == 0 && fits (g_ptr_array_index (wins, i), &query);
        }
      g_assert_cmpuint (keys->len, ==, wanted);
      found += wanted;

      /* As many, and each of them one that fits, in their order. */
      for (guint i = 0; i < keys->len; i++)
        {
          gint64 seq = g_array_index (keys, BridgeListKey, i).seq;
          g_autoptr (GPtrArray) one = bridge_store_load_wins_by_seq (db, &seq, 1, &error);
          BridgeWin *win = g_ptr_array_index (one, 0);

          g_assert_true (fits (win, &query));
          g_assert_cmpint (bridge_win_get_on (win), <=, last);
          last = bridge_win_get_on (win);
        }
    }
  g_assert_cmpuint (found, >, 5000);
}

static void
test_search (void)
{
  static const struct {
    const char *search;
    guint found;
  } vectors[] = {
    { NULL, 4 },
    { "", 4 },
    { "   ", 4 },
    { "t", 3 },
    { "te", 1 },
    { "tea", 1 },
    { "TEA", 1 },
    { "teas", 0 },
    { "ea", 0 },
    { "made tea", 1 },
    { "tea made", 1 },
    { "tea walk", 0 },
    { "calm", 1 },
    { "you calm", 1 },
    { "cafe", 1 },
    { "café", 1 },
    { "cafe\xcc\x81", 1 },
    { "CAFÉ", 1 },
    { "naive", 1 },
    { "strasse", 0 },
    { "straße", 1 },
    { "ёлка", 1 },
    { "ёл", 1 },
    { "散步", 1 },
    { "散", 1 },
    /* Nothing that is typed is an operator. */
    { "\"", 4 },
    { "\"tea", 1 },
    { "\"tea\"", 1 },
    { "tea\"", 1 },
    { "te\"a", 0 },
    { "tea*", 1 },
    { "*", 4 },
    { "^tea", 1 },
    { "text:tea", 0 },
    { "tea -calm", 1 },
    { "tea OR walk", 0 },
    { "tea AND calm", 0 },
    { "NOT tea", 0 },
    { "NEAR(tea calm)", 0 },
    { "(tea)", 1 },
    { "tea)", 1 },
    { "{text}: tea", 0 },
    { "' OR 1=1 --", 0 },
    { "; DROP TABLE wins", 0 },
    { "?1", 0 },
    { "☕", 4 },
    { "🧡 tea", 1 },
    { "tea☕", 1 },
    { "…", 4 },
    { "-", 4 },
    { "- tea", 1 },
    { "\xff\xfe", 4 },
    { "tea \xff", 1 },
    { "tea\tcalm\n", 1 },
  };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) tea = add_win (db, "You made tea. ☕", DAY);
  g_autoptr (BridgeWin) cafe = add_win (db, "Naïve, in the Café", DAY);
  g_autoptr (BridgeWin) street = add_win (db, "Die Straße und die ёлка", DAY);
  g_autoptr (BridgeWin) walk = add_win (db, "散步 together", DAY);

  g_object_set (tea, "meant", "I was calm.", NULL);
  save (db, tea);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint found = count_found (db, vectors[i].search);

      if (found != vectors[i].found)
        g_error ("“%s” found %u, not %u", vectors[i].search, found, vectors[i].found);
    }
}

/* Whatever is typed, there is an answer. */
static void
test_search_anything (void)
{
  static const char *const pieces[] = { "tea", "\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR", ":", "-", "^", "+", " ", "{",
                                        "}", "'", ",", "é", "☕", "\\", ";", "%", "_", "0", "\t" };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (BridgeWin) tea = add_win (db, "You made tea.", DAY);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
        g_string_append (typed, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_assert_cmpuint (count_found (db, typed->str), <=, 1);
    }
}

/* The index follows what is written, removed, brought back and rolled back. */
static void
test_in_step (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) win = add_win (db, "first words", DAY);

  g_assert_cmpuint (count_found (db, "first"), ==, 1);

  g_object_set (win, "text", "second words", "meant", "third", NULL);
  save (db, win);
  g_assert_cmpuint (count_found (db, "first"), ==, 0);
  g_assert_cmpuint (count_found (db, "second"), ==, 1);
  g_assert_cmpuint (count_found (db, "third"), ==, 1);

  g_object_set (win, "starred", TRUE, NULL);
  save (db, win);
  g_assert_cmpuint (count_found (db, "second"), ==, 1);
  assert_sound (db);

  /* Removed, changed while it is, and brought back. */
  g_object_set (win, "deleted-at", NOW, NULL);
  save (db, win);
  g_assert_cmpuint (count_found (db, "second"), ==, 0);
  g_assert_cmpuint (count_found (db, NULL), ==, 0);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM wins_search WHERE wins_search MATCH 'second'"), ==, 0);
  assert_sound (db);
  g_object_set (win, "text", "fourth words", NULL);
  save (db, win);
  g_assert_cmpuint (count_found (db, "fourth"), ==, 0);
  g_object_set (win, "deleted-at", (gint64) 0, NULL);
  save (db, win);
  g_assert_cmpuint (count_found (db, "fourth"), ==, 1);
  g_assert_cmpuint (count_found (db, "second"), ==, 0);
  assert_sound (db);

  begin (db);
  g_object_set (win, "text", "fifth words", NULL);
  save (db, win);
  g_object_unref (add_win (db, "sixth words", DAY));
  g_assert_cmpuint (count_found (db, "words"), ==, 2);
  bridge_database_rollback (db);
  g_assert_cmpuint (count_found (db, "words"), ==, 1);
  g_assert_cmpuint (count_found (db, "fourth"), ==, 1);
  g_assert_cmpuint (count_found (db, NULL), ==, 1);
  assert_sound (db);

  /* What is refused takes nothing out of the index either. */
  {
    g_autofree char *too_long = g_strnfill (2001, 'x');
    g_autoptr (GError) error = NULL;

    g_object_set (win, "text", too_long, NULL);
    g_assert_false (bridge_store_save_win (db, win, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    g_assert_cmpuint (count_found (db, "fourth"), ==, 1);
    assert_sound (db);
  }
}

/* The order that is kept in memory is never an old one. */
static void
test_elsewhere (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeDatabase) other = open_database (folder);
  g_autoptr (BridgeWin) win = add_win (db, "one", DAY);
  g_autoptr (GArray) keys = NULL;

  g_assert_cmpuint (count_found (db, NULL), ==, 1);
  g_assert_cmpuint (count_found (other, NULL), ==, 1);
  g_object_unref (add_win (other, "two", DAY));
  g_assert_cmpuint (count_found (db, NULL), ==, 2);
  g_assert_cmpuint (count_found (db, "two"), ==, 1);
  g_assert_cmpuint (count_found (other, "two"), ==, 1);

  /* A list that was handed out is its taker's own. */
  keys = list_wins (db, NULL);
  g_array_set_size (keys, 0);
  g_assert_cmpuint (count_found (db, NULL), ==, 2);

  g_object_set (win, "updated-at", NOW + 5, NULL);
  save (other, win);
  g_clear_pointer (&keys, g_array_unref);
  keys = list_wins (db, "one");
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 0).version, ==, NOW + 5);
}

static void
test_by_seq (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) one = add_win (db, "one", DAY);
  g_autoptr (BridgeWin) two = add_win (db, "two", DAY);
  const gint64 seqs[] = { 2, 77, 1, 2 };
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GError) error = NULL;

  wins = bridge_store_load_wins_by_seq (db, seqs, G_N_ELEMENTS (seqs), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wins->len, ==, 4);
  g_assert_cmpstr (bridge_win_get_text (g_ptr_array_index (wins, 0)), ==, "two");
  g_assert_null (g_ptr_array_index (wins, 1));
  g_assert_cmpstr (bridge_win_get_text (g_ptr_array_index (wins, 2)), ==, "one");
  g_assert_cmpstr (bridge_win_get_text (g_ptr_array_index (wins, 3)), ==, "two");
}

static void
test_count (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeWin) removed = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  for (int day = 0; day < 10; day++)
    g_object_unref (add_win (db, "Tea", DAY + day * BRIDGE_DAY));
  removed = add_win (db, "Tea", DAY + BRIDGE_DAY);
  g_object_set (removed, "deleted-at", NOW, NULL);
  save (db, removed);

  g_assert_true (bridge_store_count_wins (db, DAY + BRIDGE_DAY, DAY + 4 * BRIDGE_DAY, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_find_ids (void)
{
  static const char *const ids[] = {
    "aaaa1111-0000-4000-8000-000000000000",
    "aaaa2222-0000-4000-8000-000000000000",
    "ffff0000-0000-4000-8000-000000000000",
  };
  static const struct {
    const char *prefix;
    guint found;
  } vectors[] = {
    { "", 3 }, { "a", 2 }, { "aaaa", 2 }, { "aaaa1", 1 }, { "f", 1 }, { "b", 0 }, { "%", 0 }, { "_", 0 }, { "'", 0 },
    { "aaaa1111-0000-4000-8000-000000000000", 1 },
    { "aaaa1111-0000-4000-8000-0000000000000", 0 },
  };
  static const char *const tables[] = { "wins", "rituals" };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("Tea", DAY);
      g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
      g_autofree char *sql = g_strdup_printf ("UPDATE rituals SET id = '%s' WHERE id = '%s'", ids[i],
                                              bridge_ritual_get_id (ritual));

      g_object_set (win, "id", ids[i], NULL);
      save (db, win);
      g_assert_true (bridge_statement_execute (db, sql, NULL));
    }
  {
    g_autoptr (BridgeWin) removed = bridge_win_new ("Tea", DAY);

    g_object_set (removed, "id", "aaaa3333-0000-4000-8000-000000000000", "deleted-at", NOW, NULL);
    save (db, removed);
  }

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_auto (GStrv) few = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
        {
          g_autoptr (GError) error = NULL;
          g_auto (GStrv) found = bridge_store_find_ids (db, tables[t], vectors[i].prefix, 10, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (g_strv_length (found), ==, vectors[i].found);
          for (guint k = 0; found[k] != NULL; k++)
            g_assert_true (g_str_has_prefix (found[k], vectors[i].prefix));
        }

      few = bridge_store_find_ids (db, tables[t], "", 2, NULL);
      g_assert_cmpuint (g_strv_length (few), ==, 2);
    }
}

static void
test_many (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  begin (db);
  bridge_statement_execute (db,
                            "INSERT INTO wins (id, text, meant, kind, on_date, starred, created_at, updated_at, device)"
                            " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (MANY) ")"
                            " SELECT printf ('%08d', i), 'Number ' || i, '', 'other',"
                            "  date ('2026-11-22', '-' || (i % 3650) || ' days'), 0, i, i, 'test' FROM n;"
                            "INSERT INTO wins_search (rowid, text, meant) SELECT seq, text, meant FROM wins",
                            &error);
  g_assert_no_error (error);
  commit (db);

  keys = list_wins (db, NULL);
  g_assert_cmpuint (keys->len, ==, MANY);
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpint (g_array_index (keys, BridgeListKey, i - 1).group, >=, g_array_index (keys, BridgeListKey, i).group);

  found = list_wins (db, "number 4242");
  /* 4242 and 42420 to 42429 */
  g_assert_cmpuint (found->len, ==, 11);
  assert_sound (db);
}

static char *
explain (BridgeDatabase *db,
         const char     *sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (bridge_database_get_handle (db), question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", bridge_column_text (statement, 3));
  sqlite3_finalize (statement);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

/* Every query of the store, as it was prepared: none sorts a long list, and none looks through a table that grows. */
static void
test_plans (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  const BridgeWinQuery filters[] = {
    { .kind = BRIDGE_WIN_REPAIR, .starred_only = TRUE },
    { .kind = -1, .noticed_by = "p" },
    { .kind = -1, .ritual_id = "r" },
    { .kind = BRIDGE_WIN_REPAIR, .noticed_by = "p", .ritual_id = "r" },
    { .kind = -1, .noticed_by = "p", .ritual_id = "r", .anniversary = DAY },
  };
  g_autofree char *order_plan = NULL;
  sqlite3_stmt *statement = NULL;
  guint looked_at = 0;

  g_array_unref (list_wins (db, "tea"));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    g_array_unref (bridge_store_list_win_keys (db, &filters[i], NULL));
  g_array_unref (bridge_store_list_history_keys (db, "r", NULL));
  g_ptr_array_unref (bridge_store_load_occurrences (db, "r", DAY, DAY, NULL));
  g_ptr_array_unref (bridge_store_load_occurrences (db, NULL, DAY, DAY, NULL));
  g_assert_null (bridge_store_load_occurrence (db, "r", DAY, NULL));
  g_assert_null (bridge_store_load_reminder (db, "r", DAY, 0, NULL));
  g_ptr_array_unref (bridge_store_load_reminders_of (db, "r", DAY, NULL));
  g_ptr_array_unref (bridge_store_load_reminders_starting (db, DAY, DAY, NULL));
  g_ptr_array_unref (bridge_store_load_reminders_open (db, NULL));
  g_ptr_array_unref (bridge_store_load_reminders_since (db, NOW, NOW, 10, NULL));
  g_strfreev (bridge_store_find_ids (db, "wins", "a", 2, NULL));

  while ((statement = sqlite3_next_stmt (bridge_database_get_handle (db), statement)) != NULL)
    {
      const char *sql = sqlite3_sql (statement);
      g_autofree char *plan = NULL;

      if (!g_str_has_prefix (sql, "SELECT"))
        continue;
      plan = explain (db, sql);
      looked_at++;

      /* A covering index in order is how a whole list is read; the search has its own table. */
      for (char *line = strtok (plan, "\n"); line != NULL; line = strtok (NULL, "\n"))
        if ((g_str_has_prefix (line, "SCAN") && strstr (line, "wins_search") == NULL &&
             strstr (line, "COVERING INDEX wins_order") == NULL) ||
            (strstr (sql, "FROM wins WHERE deleted_at = 0") != NULL && strstr (sql, "substr") == NULL &&
             strstr (line, "COVERING INDEX") == NULL))
          g_error ("%s: %s", sql, line);
    }
  g_assert_cmpuint (looked_at, >=, 16);

  order_plan = explain (db, "SELECT seq, updated_at, on_date FROM wins WHERE deleted_at = 0"
                        " ORDER BY on_date DESC, created_at DESC");
  g_assert_cmpstr (order_plan, ==, "SCAN wins USING COVERING INDEX wins_order\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wins/round-trip", test_round_trip);
  g_test_add_func ("/wins/refused", test_refused);
  g_test_add_func ("/wins/order", test_order);
  g_test_add_func ("/wins/filters", test_filters);
  g_test_add_func ("/wins/combinations", test_combinations);
  g_test_add_func ("/wins/search", test_search);
  g_test_add_func ("/wins/search-anything", test_search_anything);
  g_test_add_func ("/wins/in-step", test_in_step);
  g_test_add_func ("/wins/elsewhere", test_elsewhere);
  g_test_add_func ("/wins/by-seq", test_by_seq);
  g_test_add_func ("/wins/count", test_count);
  g_test_add_func ("/wins/find-ids", test_find_ids);
  g_test_add_func ("/wins/many", test_many);
  g_test_add_func ("/wins/plans", test_plans);

  return g_test_run ();
}
