/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "bridge-migrations.h"
#include "bridge-private-entry.h"
#include "bridge-store-cares.h"
#include "bridge-store-check-ins.h"
#include "bridge-store-meanings.h"
#include "bridge-store-milestones.h"
#include "bridge-store-reviews.h"
#include "bridge-store-vault.h"
#include "bridge-store-win-photos.h"

/* Makes the database that a version left behind; 0600, as it was. */
static void
make_historical (const char *folder,
                 int         version)
{
  g_autofree char *file = database_file (folder);
  g_autofree char *name = g_strdup_printf ("v%d.sql", version);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_file_get_contents (script, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (file, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", script, sqlite3_errmsg (handle));
  sqlite3_close (handle);
  g_assert_no_errno (g_chmod (file, 0600));
}

/* What the tables are, without regard to how it is laid out. */
static char *
describe_schema (BridgeDatabase *db)
{
  g_autoptr (GString) schema = g_string_new (NULL);
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT type || ' ' || name || ': ' || coalesce (sql, '') FROM sqlite_schema ORDER BY type, name",
                          &error);

  g_assert_no_error (error);
  while (bridge_statement_step (db, statement, &error))
    {
      g_autofree char *line = g_regex_replace_literal (blanks, bridge_column_text (statement, 0), -1, 0, " ", 0, NULL);

      g_string_append_printf (schema, "%s\n", line);
    }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&schema), FALSE);
}

static guint
count_backups (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Whatever version it comes from, it is what a fresh one is. */
static void
test_schema (void)
{
  g_autoptr (BridgeTestFolder) fresh_folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) fresh = open_database (fresh_folder);
  g_autofree char *expected = describe_schema (fresh);

  for (int version = 1; version <= BRIDGE_SCHEMA_VERSION; version++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autoptr (BridgeDatabase) db = NULL;
      g_autofree char *schema = NULL;

      make_historical (folder, version);
      db = open_database (folder);
      g_assert_false (bridge_database_get_read_only (db));
      g_assert_cmpuint (count_rows (db, "PRAGMA user_version"), ==, BRIDGE_SCHEMA_VERSION);
      schema = describe_schema (db);
      g_assert_cmpstr (schema, ==, expected);
      assert_sound (db);

      /* One copy of the file as it was, and none where nothing had to be done. */
      g_assert_cmpuint (count_backups (folder), ==, version < BRIDGE_SCHEMA_VERSION ? 1 : 0);
    }
}

static BridgeLocal
date (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static void
test_rows (void)
{
  for (int version = 1; version <= BRIDGE_SCHEMA_VERSION; version++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autoptr (BridgeDatabase) db = NULL;
      g_autoptr (GPtrArray) persons = NULL;
      g_autoptr (GPtrArray) rituals = NULL;
      g_autoptr (GPtrArray) occurrences = NULL;
      g_autoptr (GPtrArray) reminders = NULL;
      g_autoptr (GPtrArray) hours = NULL;
      g_autoptr (GPtrArray) absences = NULL;
      g_autoptr (GArray) found = NULL;
      g_autoptr (BridgeWin) win = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *rule = NULL;
      g_autofree char *times = NULL;
      g_autofree char *setting = NULL;
      BridgeRitual *tea, *walk;

      make_historical (folder, version);
      db = open_database (folder);
      g_assert_cmpstr (bridge_database_get_device (db), ==, "5b0c2c1e-3a55-4f7c-9a43-6c2f8f0e7d10");

      persons = bridge_store_load_persons (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (persons->len, ==, 2);
      g_assert_cmpstr (bridge_person_get_name (g_ptr_array_index (persons, 1)), ==, "Zoë");

      rituals = bridge_store_load_rituals (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rituals->len, ==, 2);
      tea = g_ptr_array_index (rituals, 0);
      walk = g_ptr_array_index (rituals, 1);
      g_assert_cmpstr (bridge_ritual_get_title (tea), ==, "Tea");
      g_assert_cmpuint (g_strv_length ((char **) bridge_ritual_get_steps (tea)), ==, 2);
      g_assert_cmpstr (bridge_ritual_get_remind (tea), ==, "10,0");
      times = bridge_schedule_dup_times (bridge_ritual_get_schedule (tea));
      g_assert_cmpstr (times, ==, "08:00,21:00");
      g_assert_cmpint (bridge_ritual_get_state (walk), ==, BRIDGE_RITUAL_RESTING);
      rule = bridge_schedule_dup_rule (bridge_ritual_get_schedule (walk));
      g_assert_cmpstr (rule, ==, "FREQ=MONTHLY;BYDAY=-1SA");
      g_assert_cmpstr (bridge_schedule_get_zone (bridge_ritual_get_schedule (walk)), ==, "Europe/Berlin");

      occurrences = bridge_store_load_occurrences (db, NULL, 0, G_GINT64_CONSTANT (4102444800), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (occurrences->len, ==, 3);
      g_assert_cmpint (bridge_occurrence_get_outcome (g_ptr_array_index (occurrences, 1)), ==, BRIDGE_OUTCOME_SMALLER);
      g_assert_cmpint (bridge_occurrence_get_moved_to (g_ptr_array_index (occurrences, 1)) -
                       bridge_occurrence_get_start (g_ptr_array_index (occurrences, 1)), ==, 75 * BRIDGE_MINUTE);
      g_assert_true (bridge_occurrence_get_left_out (g_ptr_array_index (occurrences, 2)));

      reminders = bridge_store_load_reminders_open (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reminders->len, ==, 1);

      found = list_wins (db, "cafe heron");
      g_assert_cmpuint (found->len, ==, 1);
      win = bridge_store_load_win (db, "77777777-0000-4000-8000-000000000001", &error);
      g_assert_no_error (error);
      g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_SHOWING_UP);
      g_assert_true (bridge_win_get_starred (win));

      setting = bridge_store_load_setting (db, "reminders-on", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (setting, ==, "true");

      hours = bridge_store_load_hours (db, &error);
      g_assert_no_error (error);
      absences = bridge_store_load_absences (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (hours->len, ==, version >= 2 ? 2 : 0);
      g_assert_cmpuint (absences->len, ==, version >= 2 ? 1 : 0);
      if (version >= 2)
        {
          g_assert_cmpint (bridge_hours_get_length (g_ptr_array_index (hours, 0)), ==, 9 * 60);
          g_assert_cmpstr (bridge_hours_get_name (g_ptr_array_index (hours, 1)), ==, "School run");
          g_assert_true (bridge_absence_covers (g_ptr_array_index (absences, 0), NULL, date ("2026-12-31")));
          g_assert_false (bridge_absence_covers (g_ptr_array_index (absences, 0), NULL, date ("2027-01-02")));
        }
    }
}

typedef GPtrArray *(*LoadAllFunc) (BridgeDatabase *db, GError **error);

/* What version 3 has lists of. */
static const struct {
  LoadAllFunc load;
  guint n;
  const char *property; /* (nullable): of the first row */
  const char *words;
} lists_of_3[] = {
  { bridge_store_load_boundaries, 2, NULL, NULL },
  { bridge_store_load_invitations, 3, NULL, NULL },
  { bridge_store_load_pauses, 2, NULL, NULL },
  { bridge_store_load_promises, 1, "text", "I will come back to Sunday." },
  { bridge_store_load_soothing, 1, "text", "A walk around the block" },
  { bridge_store_load_shared_words, 1, "text", "I was glad that you called." },
};

/* Every value of every invitation, as one text. (transfer full) */
#define INVITATIONS \
  "SELECT group_concat (quote (seq) || quote (id) || quote (from_id) || quote (to_id) || quote (subject) || quote (subject_id) ||" \
  "  quote (change) || quote (words) || quote (at) || quote (state) || quote (waits_for) || quote (other_time) ||" \
  "  quote (rest_until) || quote (created_at) || quote (updated_at) || quote (deleted_at) || quote (device))" \
  "  FROM (SELECT * FROM invitations ORDER BY seq)"

/* The table is made anew: all that was in it is there afterwards, each value where it was. */
static void
test_invitations (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *file = database_file (folder);
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  make_historical (folder, 3);
  g_assert_cmpint (sqlite3_open (file, &handle), ==, SQLITE_OK);
  /* Nothing that could stand in the place of something else. */
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE invitations SET at = '2027-01-0' || seq || 'T19:00', other_time = '2027-02-0' || seq || 'T19:00',"
                                 "  rest_until = '2027-03-0' || seq || 'T00:00', created_at = seq, updated_at = 10 + seq", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, INVITATIONS, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  before = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  g_assert_nonnull (before);

  db = open_database (folder);
  statement = bridge_statement_get (db, INVITATIONS, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_statement_step (db, statement, &error));
  g_assert_cmpstr (bridge_column_text (statement, 0), ==, before);
  sqlite3_reset (statement);
}

/* What two people have between them; since version 4 a proposed promise, too. */
static void
test_two_people (gconstpointer version)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (GPtrArray) one_offs = NULL;
  g_autoptr (GError) error = NULL;

  make_historical (folder, GPOINTER_TO_INT (version));
  db = open_database (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (lists_of_3); i++)
    {
      g_autoptr (GPtrArray) rows = lists_of_3[i].load (db, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, lists_of_3[i].n + (lists_of_3[i].load == bridge_store_load_invitations &&
                                                          GPOINTER_TO_INT (version) >= 4));
      if (lists_of_3[i].property == NULL)
        continue;
      g_object_get (g_ptr_array_index (rows, 0), lists_of_3[i].property, &words, NULL);
      g_assert_cmpstr (words, ==, lists_of_3[i].words);
    }
  one_offs = bridge_store_load_one_offs (db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one_offs->len, ==, 1);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM boundary_revisions"), ==, 3);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM boundary_agreements"), ==, 4);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM pause_answers WHERE answer <> 'none'"), ==, 1);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM pause_follow_ups"), ==, 1);
}

/* A private space opens with the passphrase that it was made with, and nothing of it stands in the fixture. */
static void
test_private_space (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (BridgeVault) vault = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (BridgePrivateEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gboolean checked = FALSE;

  make_historical (folder, 3);
  db = open_database (folder);
  vault = bridge_store_load_vault (db, "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa", &error);
  g_assert_no_error (error);
  g_assert_nonnull (vault);
  g_assert_false (bridge_vault_unlock (vault, "somebody else's words", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (bridge_vault_unlock (vault, "plate walnut river", &error));
  g_assert_no_error (error);

  rows = bridge_store_load_private (db, vault, &checked, &error);
  g_assert_no_error (error);
  g_assert_true (checked);
  g_assert_cmpuint (rows->len, ==, 1);
  entry = bridge_private_entry_from_bytes (((BridgePrivateRow *) g_ptr_array_index (rows, 0))->words, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_private_entry_get_text (entry), ==, "A sentence of nobody else's.");
}

static void
open_and_leave (gpointer data)
{
  g_autoptr (BridgeDatabase) db = open_database (data);

  g_assert_true (bridge_id_is_valid (bridge_database_get_device (db)));
}

/* The service and the window may be the first to open it in the same moment. */
static void
test_race (void)
{
  enum { RACERS = 6 };

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autoptr (BridgeDatabase) db = NULL;
      pid_t racers[RACERS];

      for (guint i = 0; i < RACERS; i++)
        {
          racers[i] = fork ();
          g_assert_cmpint (racers[i], >=, 0);
          if (racers[i] == 0)
            {
              open_and_leave (folder);
              _exit (0);
            }
        }
      for (guint i = 0; i < RACERS; i++)
        {
          int status;

          g_assert_cmpint (waitpid (racers[i], &status, 0), ==, racers[i]);
          g_assert_true (WIFEXITED (status));
          g_assert_cmpint (WEXITSTATUS (status), ==, 0);
        }

      db = open_database (folder);
      g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM settings WHERE name = 'device'"), ==, 1);
      g_assert_cmpuint (count_backups (folder), ==, 0);
      assert_sound (db);
    }
}

/* What version 5 brought, each value where it belongs. */
static void
test_better_days (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (GPtrArray) milestones = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) meanings = NULL;
  g_autoptr (GPtrArray) cares = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;
  BridgeMilestone *walks;
  BridgeCheckIn *check_in;
  BridgeLocal day = bridge_day_from_civil (2026, 11, 24) * BRIDGE_DAY;

  make_historical (folder, 5);
  db = open_database (folder);

  milestones = bridge_store_load_milestones (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (milestones->len, ==, 2);
  walks = g_ptr_array_index (milestones, 1);
  g_assert_cmpstr (bridge_milestone_get_title (walks), ==, "Ten walks");
  g_assert_cmpint (bridge_milestone_get_source (walks), ==, BRIDGE_MILESTONE_FROM_RITUALS);
  g_assert_cmpint (bridge_milestone_get_target (walks), ==, 10);
  g_assert_cmpint (bridge_milestone_get_since (walks), ==, date ("2026-11-01"));
  g_assert_cmpint (bridge_milestone_get_revisit_on (walks), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_milestone_get_state (walks), ==, BRIDGE_MILESTONE_REACHED);
  g_assert_cmpint (bridge_milestone_get_reached_on (walks), ==, date ("2026-11-24"));
  g_assert_cmpstr (bridge_milestone_get_mark (walks), ==, "Breakfast by the river");
  g_assert_true (bridge_milestone_get_celebrated (walks));

  changes = bridge_store_load_milestone_changes (db, bridge_milestone_get_id (walks), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (bridge_milestone_change_get_event (g_ptr_array_index (changes, 0)), ==, BRIDGE_MILESTONE_RESHAPE);
  g_assert_cmpstr (bridge_milestone_change_get_words (g_ptr_array_index (changes, 0)), ==, "Twelve was a lot in November.");

  /* It is added to, not rewritten. */
  g_object_set (g_ptr_array_index (changes, 0), "words", "Because of you.", NULL);
  g_assert_false (bridge_store_save_milestone_change (db, g_ptr_array_index (changes, 0), &error));
  g_clear_error (&error);

  win = bridge_store_load_win (db, "cccccccc-0000-4000-8000-000000000001", &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_MILESTONE);
  g_assert_cmpstr (bridge_win_get_milestone_id (win), ==, bridge_milestone_get_id (walks));
  photos = bridge_store_load_win_photos (db, bridge_win_get_id (win), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (photos->len, ==, 1);
  g_assert_cmpstr (bridge_win_photo_get_caption (g_ptr_array_index (photos, 0)), ==, "The weir");

  check_ins = bridge_store_load_check_ins (db, day, day + BRIDGE_DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check_ins->len, ==, 2);
  check_in = g_ptr_array_index (check_ins, 0);
  g_assert_cmpint (bridge_check_in_get_mood (check_in), ==, 4);
  g_assert_cmpstr (bridge_check_in_get_mood_word (check_in), ==, "Light");
  g_assert_cmpint (bridge_check_in_get_talking (check_in), ==, 0);
  rounds = bridge_store_load_check_in_rounds (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rounds->len, ==, 1);
  g_assert_cmpint (bridge_check_in_round_get_state (g_ptr_array_index (rounds, 0)), ==, BRIDGE_ROUND_OPENED);

  reviews = bridge_store_load_reviews (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_cmpstr (bridge_review_get_who (g_ptr_array_index (reviews, 0)), ==, "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
  words = bridge_store_load_words_of_review (db, bridge_review_get_id (g_ptr_array_index (reviews, 0)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpstr (bridge_review_words_get_text (g_ptr_array_index (words, 0)), ==, "You made tea without asking.");

  meanings = bridge_store_load_meanings (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meanings->len, ==, 1);
  g_assert_cmpstr (bridge_meaning_get_text (g_ptr_array_index (meanings, 0)), ==, "Rowing on the lake");
  cares = bridge_store_load_cares (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cares->len, ==, 1);
  g_assert_cmpint (bridge_care_get_area (g_ptr_array_index (cares, 0)), ==, BRIDGE_CARE_SLEEP);
  g_assert_cmpint (bridge_care_get_review_on (g_ptr_array_index (cares, 0)), ==, date ("2026-12-20"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migrations/schema", test_schema);
  g_test_add_func ("/migrations/rows", test_rows);
  g_test_add_data_func ("/migrations/two-people/3", GINT_TO_POINTER (3), test_two_people);
  g_test_add_data_func ("/migrations/two-people/4", GINT_TO_POINTER (4), test_two_people);
  g_test_add_data_func ("/migrations/two-people/5", GINT_TO_POINTER (5), test_two_people);
  g_test_add_func ("/migrations/better-days", test_better_days);
  g_test_add_func ("/migrations/invitations", test_invitations);
  g_test_add_func ("/migrations/private-space", test_private_space);
  g_test_add_func ("/migrations/race", test_race);

  return g_test_run ();
}
