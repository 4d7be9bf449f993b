/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-statement.h"
#include "service-fixture.h"

/* Words of the one who leaves, which are nowhere afterwards; and of both, which stay. */
#define OWN "MarmaladeOwn"
#define SHARED "MarmaladeShared"

/* Where a row may go on referring to somebody who has left. Whatever else refers to persons is the leaver's own, or is
 * written anew by bridge_store_person_leaves(); a table that is not known here has not been thought of there. */
static const struct {
  const char *column;
  gboolean may_stay;
} references[] = {
  { "absences.who", FALSE },
  { "boundaries.ended_by", TRUE },
  { "boundaries.holder", FALSE },
  { "boundary_agreements.person_id", TRUE },
  { "boundary_revisions.written_by", TRUE },
  { "cares.person_id", FALSE },
  { "check_ins.person_id", FALSE },
  { "check_ins.shown_to", FALSE },
  { "invitations.from_id", FALSE },
  { "invitations.to_id", FALSE },
  { "meanings.added_by", TRUE },
  { "milestones.who", FALSE },
  { "pause_answers.person_id", FALSE },
  { "pause_follow_ups.person_id", FALSE },
  { "pauses.first_id", FALSE },
  { "private_entries.person_id", FALSE },
  { "promises.who", FALSE },
  { "review_words.person_id", FALSE },
  { "reviews.lead_id", FALSE },
  { "reviews.who", FALSE },
  { "rituals.lead", FALSE },
  { "rituals.who", FALSE },
  { "shared_words.from_person", TRUE }, /* what was opened */
  { "shared_words.to_person", FALSE },
  { "soothing.person_id", FALSE },
  { "vaults.person_id", FALSE },
  { "wins.noticed_by", TRUE },
};

static void
execute (BridgeDatabase *db,
         const char     *sql)
{
  g_autoptr (GError) error = NULL;

  bridge_statement_execute (db, sql, &error);
  g_assert_no_error (error);
}

/* @who: whose, and @writer: who wrote it, in SQL; an agreed one has its revision, which both have agreed to where it is of both. */
static void
fill_boundary (BridgeDatabase *db,
               const char     *key,
               const char     *who,
               const char     *writer,
               const char     *state)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO boundaries (id, kind, phrase_use, holder, state, current_number, waiting_number, ended_at, created_at,"
    "    updated_at, device)"
    "  VALUES ('b-%1$s', 'other', 'none', %2$s, '%3$s', '%3$s' = 'agreed', '%3$s' <> 'agreed', 0, 1, 1, 'd');"
    "INSERT INTO boundary_revisions (id, boundary_id, number, text, written_by, written_at, created_at, updated_at, device)"
    "  SELECT 'br-%1$s', 'b-%1$s', 1, '%1$s quiet', %4$s, 1, 1, 1, 'd' FROM persons WHERE position = 0;"
    "INSERT INTO boundary_agreements (id, revision_id, person_id, agreed_at, created_at, updated_at, device)"
    "  SELECT 'ba-%1$s-' || id, 'br-%1$s', id, 1, 1, 1, 'd' FROM persons WHERE id = coalesce (%2$s, id) AND '%3$s' = 'agreed';",
    key, who, state, writer);

  execute (db, sql);
}

/* A row of each kind for each of the two and for both, with the words in it. */
static void
fill (BridgeDatabase *db,
      const char     *owner,
      const char     *words)
{
  g_autofree char *who = owner != NULL ? g_strdup_printf ("'%s'", owner) : g_strdup ("NULL");
  g_autofree char *key = g_strdup_printf ("%s-%.8s", words, owner != NULL ? owner : "both");
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO rituals (id, title, when_then, state, start, rule, minutes, who, closeness, smaller, steps, lead, remind,"
    "    reminding_since, created_at, updated_at, device)"
    "  VALUES ('r-%1$s', '%1$s walk', '', 'agreed', '2026-11-23T19:00', 'FREQ=DAILY', 10, %2$s, 1, '', '[]', %2$s, '0', 0, 1, 1, 'd');"
    "INSERT INTO occurrences (id, ritual_id, start, left_out, outcome, answered_at, created_at, updated_at, device)"
    "  VALUES ('o-%1$s', 'r-%1$s', '2026-11-22T19:00', 0, 'kept', 1, 1, 1, 'd');"
    "INSERT INTO reminders (id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, created_at, updated_at, device)"
    "  VALUES ('m-%1$s', 'r-%1$s', '2026-11-23T19:00', 0, 'shown', 1, 1, 0, 1, 1, 'd');"
    "INSERT INTO absences (id, who, kind, from_date, until_date, created_at, updated_at, device)"
    "  VALUES ('a-%1$s', %2$s, 'away', '2026-12-01T00:00', NULL, 1, 1, 'd');"
    "INSERT INTO promises (id, text, who, about, due, timed, remind, state, earlier, reminding_since, created_at, updated_at, device)"
    "  VALUES ('p-%1$s', '%1$s call', %2$s, 'free', '2026-11-25T00:00', 0, '', 'open', '', 0, 1, 1, 'd');"
    "INSERT INTO one_offs (id, subject, subject_id, step, state, due_at, shown_at, created_at, updated_at, device)"
    "  VALUES ('f-%1$s', 'promise', 'p-%1$s', '0', 'pending', 1, 0, 1, 1, 'd');"
    "INSERT INTO wins (id, text, meant, kind, on_date, noticed_by, ritual_id, starred, created_at, updated_at, device)"
    "  VALUES ('w-' || coalesce (%2$s, 'both'), 'Laughter', '', 'other', '2026-11-22', %2$s, 'r-%1$s', 0, 1, 1, 'd');",
    key, who);
  g_autofree char *better_days = g_strdup_printf (
    "INSERT INTO milestones (id, title, note, who, source, ritual_ids, target, since, state, mark, celebrated, reminding_since,"
    "    created_at, updated_at, device)"
    "  VALUES ('ms-%1$s', '%1$s goal', '', %2$s, 'rituals', 'r-%1$s', 5, '2026-11-01T00:00', 'open', '', 0, 0, 1, 1, 'd');"
    "INSERT INTO milestone_changes (id, milestone_id, event, on_date, words, was, created_at, updated_at, device)"
    "  VALUES ('mc-%1$s', 'ms-%1$s', 'reshape', '2026-11-02T00:00', '%1$s why', '', 1, 1, 'd');"
    "INSERT INTO one_offs (id, subject, subject_id, step, state, due_at, shown_at, created_at, updated_at, device)"
    "  VALUES ('mf-%1$s', 'milestone', 'ms-%1$s', '0', 'pending', 1, 0, 1, 1, 'd');"
    "INSERT INTO meanings (id, text, kind, tense, added_by, ritual_id, created_at, updated_at, device)"
    "  VALUES ('me-' || coalesce (%2$s, 'both'), 'Rowing', 'hobby', 'once', %2$s, 'r-%1$s', 1, 1, 'd');"
    "UPDATE wins SET promise_id = 'p-%1$s', milestone_id = 'ms-%1$s' WHERE ritual_id = 'r-%1$s';",
    key, who);

  execute (db, sql);
  execute (db, better_days);
  fill_boundary (db, key, who, owner != NULL ? who : "id", "agreed");
}

/* What both wrote into one pause, which is still open, and an agreement that only one has said yes to. */
static void
fill_shared (BridgeDatabase *db,
             const char     *leaver,
             const char     *stays)
{
  g_autofree char *who = g_strdup_printf ("'%s'", leaver);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO pauses (id, state, called_at, cooling_since, return_at, other_day, extended, round, interrupted,"
    "    interrupted_return_at, topic, turn, turn_started_at, first_id, talk_ended_at, recovery_until, follow_up_at, helped,"
    "    hindered, lesson, changed_plan, closed_at, created_at, updated_at, device)"
    "  VALUES ('pause', 'recovery', 1, 1, 1, 0, 0, 1, 'closed', 0, '', 0, 0, '%1$s', 1, 9, 9, '', '', '" SHARED " lesson', '', 0,"
    "    1, 1, 'd');"
    "INSERT INTO pause_answers (id, pause_id, person_id, question, round, answer, created_at, updated_at, device)"
    "  VALUES ('pa-1', 'pause', '%1$s', 'ready', 1, 'ready', 1, 1, 'd'), ('pa-2', 'pause', '%2$s', 'ready', 1, 'ready', 1, 1, 'd');"
    "INSERT INTO pause_follow_ups (id, pause_id, person_id, feelings, needs, next_step, created_at, updated_at, device)"
    "  VALUES ('pf-1', 'pause', '%1$s', '" OWN " feeling', '', '', 1, 1, 'd'),"
    "    ('pf-2', 'pause', '%2$s', '" SHARED " feeling', '', '', 1, 1, 'd');"
    "INSERT INTO invitations (id, from_id, to_id, subject, words, state, waits_for, created_at, updated_at, device)"
    "  VALUES ('i-1', '%1$s', '%2$s', 'moment', '" OWN " asked', 'open', '%2$s', 1, 1, 'd'),"
    "    ('i-2', '%2$s', '%1$s', 'moment', '" OWN " asked too', 'not-now', NULL, 1, 1, 'd');"
    "INSERT INTO soothing (id, person_id, text, position, created_at, updated_at, device)"
    "  VALUES ('s-1', '%1$s', '" OWN " tea', 0, 1, 1, 'd'), ('s-2', '%2$s', '" SHARED " bath', 0, 1, 1, 'd');",
    leaver, stays);
  g_autofree char *secrets = g_strdup_printf (
    "INSERT INTO vaults (id, person_id, ops, memory, salt, by_passphrase, by_code, roll, tries, wait_until, lock_minutes,"
    "    created_at, updated_at, device)"
    "  VALUES ('v-1', '%1$s', 1, 1, x'00', CAST ('" OWN " key' AS BLOB), x'00', x'00', 0, 0, 5, 1, 1, 'd'),"
    "    ('v-2', '%2$s', 1, 1, x'00', x'00', x'00', x'00', 0, 0, 5, 1, 1, 'd');"
    "INSERT INTO private_entries (id, person_id, version, sealed, created_at, updated_at, device)"
    "  VALUES ('e-1', '%1$s', 1, CAST ('" OWN " sealed' AS BLOB), 1, 1, 'd'), ('e-2', '%2$s', 1, x'00', 1, 1, 'd');"
    "INSERT INTO shared_words (id, from_person, to_person, text, state, created_at, updated_at, device)"
    "  VALUES ('sw-1', '%1$s', '%2$s', '" OWN " unopened', 'waiting', 1, 1, 'd'),"
    "    ('sw-2', '%1$s', '%2$s', '" SHARED " opened', 'opened', 1, 1, 'd'),"
    "    ('sw-3', '%2$s', '%1$s', '" OWN " to the leaver', 'waiting', 1, 1, 'd');",
    leaver, stays);

  g_autofree char *undo_agreement = NULL;
  g_autofree char *proposal = NULL;
  g_autofree char *better_days = g_strdup_printf (
    "INSERT INTO check_in_rounds (id, state, created_at, updated_at, device) VALUES ('cr', 'waiting', 1, 1, 'd');"
    "INSERT INTO check_ins (id, person_id, shown_to, round_id, ready, on_date, mood, mood_word, energy, energy_word, closeness,"
    "    closeness_word, talking, talking_word, words, created_at, updated_at, device)"
    "  VALUES ('ci-1', '%1$s', '%2$s', 'cr', 1, '2026-11-22T00:00', 0, '', 0, '', 0, '', 0, '', '" OWN " day', 1, 1, 'd'),"
    "    ('ci-2', '%2$s', '%1$s', 'cr', 0, '2026-11-22T00:00', 0, '', 0, '', 0, '', 0, '', '" SHARED " day', 1, 1, 'd');"
    "INSERT INTO reviews (id, ritual_id, start, state, lead_id, step_ends_at, interrupted, created_at, updated_at, device)"
    "  VALUES ('rv', 'r-" SHARED "-both', '2026-11-22T18:00', 'issue', '%1$s', 9, 0, 1, 1, 'd');"
    "INSERT INTO reviews (id, who, start, state, step_ends_at, interrupted, created_at, updated_at, device)"
    "  VALUES ('rv-1', '%1$s', '2026-10-04T18:00', 'done', 0, 0, 1, 1, 'd');"
    "INSERT INTO review_words (id, review_id, part, text, created_at, updated_at, device)"
    "  VALUES ('rw-1', 'rv-1', 'plan', '" OWN " plan', 1, 1, 'd');"
    "INSERT INTO review_words (id, review_id, person_id, part, text, created_at, updated_at, device)"
    "  VALUES ('rw', 'rv', '%1$s', 'appreciation', '" SHARED " thanks', 1, 1, 'd');"
    "INSERT INTO cares (id, person_id, area, text, ritual_id, reminding_since, created_at, updated_at, device)"
    "  VALUES ('cp-1', '%1$s', 'sleep', '" OWN " early', 'r-" OWN "-%3$.8s', 0, 1, 1, 'd'),"
    "    ('cp-2', '%2$s', 'sleep', '" SHARED " early', NULL, 0, 1, 1, 'd');",
    leaver, stays, leaver);

  execute (db, sql);
  execute (db, better_days);
  execute (db, secrets);
  fill_boundary (db, OWN "-proposal", "NULL", who, "proposed");
  /* Decided before the other one came, who has not agreed to it. */
  fill_boundary (db, SHARED "-alone", "NULL", who, "agreed");
  undo_agreement = g_strdup_printf ("DROP TRIGGER boundary_agreements_whole;"
                                    "DELETE FROM boundary_agreements WHERE person_id = '%s' AND revision_id = 'br-" SHARED "-alone'",
                                    leaver);
  execute (db, undo_agreement);

  /* Other words for what both agreed to, which nobody has answered. */
  proposal = g_strdup_printf (
    "UPDATE boundaries SET waiting_number = 2 WHERE id = 'b-" SHARED "-both';"
    "INSERT INTO boundary_revisions (id, boundary_id, number, text, written_by, written_at, created_at, updated_at, device)"
    "  VALUES ('br-waiting', 'b-" SHARED "-both', 2, '" OWN " louder', '%1$s', 2, 2, 2, 'd');"
    "INSERT INTO boundary_agreements (id, revision_id, person_id, agreed_at, created_at, updated_at, device)"
    "  VALUES ('ba-waiting', 'br-waiting', '%1$s', 2, 2, 2, 'd');", leaver);
  execute (db, proposal);
}

static gint64
query (BridgeDatabase *db,
       const char     *format,
       const char     *text)
{
  g_autofree char *sql = g_strdup_printf (format, text);
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  bridge_statement_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_references (BridgeDatabase *db,
                   const char     *id)
{
  static const char sql[] =
    "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list (m.name) f"
    "  WHERE m.type = 'table' AND f.\"table\" = 'persons' ORDER BY 1";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = bridge_statement_get (db, sql, &error);

  while (bridge_statement_step (db, statement, &error))
    g_ptr_array_add (found, g_strdup (bridge_column_text (statement, 0)));
  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    {
      const char *column = g_ptr_array_index (found, i);
      g_auto (GStrv) parts = g_strsplit (column, ".", 2);
      g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = '%%s'", parts[0], parts[1]);
      gboolean known = FALSE;

      for (gsize k = 0; k < G_N_ELEMENTS (references); k++)
        if (g_str_equal (references[k].column, column))
          {
            known = TRUE;
            if (!references[k].may_stay)
              g_assert_cmpint (query (db, count, id), ==, 0);
          }
      if (!known)
        g_error ("Nobody has said what becomes of %s when somebody leaves", column);
    }
}

static gboolean
has_words (const char *path,
           const char *words)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return memmem (content, length, words, strlen (words)) != NULL;
}

/* How many files of the folder, and of its backups, have the words. */
static guint
count_files (const char *folder,
             const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path, words) : has_words (path, words) ? 1 : 0;
    }
  return n;
}

typedef struct {
  BridgeDatabase *db;
  char *leaver;
  char *stays;
  char *backup;
  char *backups;
} Two;

/* @second: who leaves is the one who came second. */
static void
two_set_up (Two      *two,
            Fixture  *fixture,
            gboolean  second)
{
  BridgePerson *me = bridge_space_get_me (fixture->space);
  BridgePerson *partner = bridge_space_get_partner (fixture->space);
  g_autoptr (GError) error = NULL;

  two->db = bridge_space_get_database (fixture->space);
  two->leaver = g_strdup (bridge_person_get_id (second ? partner : me));
  two->stays = g_strdup (bridge_person_get_id (second ? me : partner));
  fill (two->db, two->leaver, OWN);
  fill (two->db, two->stays, SHARED "Stays");
  fill (two->db, NULL, SHARED);
  fill_shared (two->db, two->leaver, two->stays);
  two->backup = bridge_database_backup (two->db, "daily", &error);
  g_assert_no_error (error);
  two->backups = g_path_get_dirname (two->backup);
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), OWN), ==, 2);
  fixture_reopen (fixture);
  two->db = bridge_space_get_database (fixture->space);
}

static void
two_clear (Two *two)
{
  g_free (two->leaver);
  g_free (two->stays);
  g_free (two->backup);
  g_free (two->backups);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  second)
{
  Two two;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("A walk", local ("2026-11-22"));
  g_autoptr (BridgeWin) stored = NULL;
  g_autofree char *name = NULL;
  BridgeDatabase *db;

  two_set_up (&two, fixture, second != NULL);
  db = two.db;
  g_assert_true (bridge_space_set_speaker (fixture->space, two.leaver, &error));
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));

  g_assert_true (bridge_space_leave (fixture->space, two.leaver, FALSE, &error));
  g_assert_no_error (error);

  /* The one who stays is alone, and the first. */
  g_assert_null (bridge_space_get_partner (fixture->space));
  g_assert_cmpstr (bridge_person_get_id (bridge_space_get_me (fixture->space)), ==, two.stays);
  g_assert_cmpint (bridge_person_get_position (bridge_space_get_me (fixture->space)), ==, 0);
  g_assert_true (bridge_space_get_speaker (fixture->space) == bridge_space_get_me (fixture->space));
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  name = bridge_space_dup_name (fixture->space, two.leaver);
  g_assert_cmpstr (name, ==, second != NULL ? "Ben" : "Ada");

  /* Nothing of the leaver's own is anywhere, what was of both is there and rests. */
  assert_references (db, two.leaver);
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), OWN), ==, 0);
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), SHARED), >=, 3);
  g_assert_cmpint (query (db, "SELECT count (*) FROM rituals WHERE state = 'resting' AND who IS NULL AND lead IS %s", "NULL"), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM rituals WHERE state = 'agreed' AND who = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM occurrences WHERE ritual_id LIKE 'r-%s%%'", SHARED), ==, 2);
  g_assert_cmpint (query (db, "SELECT count (*) FROM reminders WHERE state = 'withdrawn' AND ritual_id = 'r-%s-both'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM promises WHERE state = 'let-go' AND id = 'p-%s-both'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM promises WHERE state = 'open' AND who = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM milestones WHERE state = 'resting' AND id = 'ms-%s-both'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM milestones WHERE state = 'open' AND who = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM milestone_changes WHERE milestone_id LIKE 'ms-%s%%'", SHARED), ==, 2);
  g_assert_cmpint (query (db, "SELECT count (*) FROM one_offs WHERE state = 'withdrawn' AND id = 'mf-%s-both'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM check_ins WHERE round_id IS NULL AND person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM reviews WHERE state = '%s'", "done"), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM review_words WHERE text = '%s thanks'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM cares WHERE person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM meanings WHERE text = '%s'", "Rowing"), ==, 3);
  g_assert_cmpint (query (db, "SELECT count (*) FROM boundaries WHERE state = 'ended' AND id = 'b-%s-both'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM boundaries WHERE state = 'agreed' AND holder = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM boundaries WHERE state = 'agreed' AND id = 'b-%s-alone'", SHARED), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM boundary_agreements WHERE person_id = '%s'", two.leaver), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM pauses WHERE state = '%s'", "closed"), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM pause_follow_ups WHERE person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM vaults WHERE person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM private_entries WHERE person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM shared_words WHERE from_person = '%s'", two.leaver), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM soothing WHERE person_id = '%s'", two.stays), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM wins WHERE text = '%s'", "Laughter"), ==, 3);
  g_assert_cmpint (query (db, "SELECT count (*) FROM wins WHERE noticed_by = '%s'", two.leaver), ==, 1);
  g_assert_cmpint (query (db, "SELECT count (*) FROM pragma_foreign_key_check %s", ""), ==, 0);

  /* Nobody is left who could leave. */
  g_assert_false (bridge_space_leave (fixture->space, two.stays, FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_leave (fixture->space, two.leaver, FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Somebody new, or the same one again, finds nothing decided for them. */
  g_assert_true (bridge_space_add_partner (fixture->space, "Kim", &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (db, "SELECT count (*) FROM rituals WHERE who IS %s", "NULL"), ==, 0);
  g_assert_cmpint (query (db, "SELECT count (*) FROM absences WHERE who IS %s", "NULL"), ==, 0);
  g_assert_cmpint (query (db, "SELECT count (*) FROM promises WHERE who IS %s", "NULL"), ==, 0);
  g_assert_cmpint (query (db, "SELECT count (*) FROM milestones WHERE who IS %s", "NULL"), ==, 0);
  g_assert_cmpint (query (db, "SELECT count (*) FROM reviews WHERE who IS %s", "NULL"), ==, 0);
  two_clear (&two);
}

static void
test_take_name (Fixture       *fixture,
                gconstpointer  user_data)
{
  Two two;
  g_autoptr (GError) error = NULL;
  BridgePerson *me = bridge_space_get_me (fixture->space);

  g_assert_true (bridge_space_rename_person (fixture->space, bridge_person_get_id (me), "Zebedee", &error));
  two_set_up (&two, fixture, FALSE);
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), "Zebedee"), ==, 2);
  g_assert_true (bridge_space_leave (fixture->space, two.leaver, TRUE, &error));
  g_assert_no_error (error);
  g_assert_null (bridge_space_dup_name (fixture->space, two.leaver));
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), "Zebedee"), ==, 0);
  two_clear (&two);
}

/* A backup from which nothing can be erased: then nobody has left, and nothing is half done. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  Two two;
  g_autoptr (GError) error = NULL;
  g_autofree char *stubborn = NULL;

  two_set_up (&two, fixture, TRUE);
  stubborn = g_build_filename (two.backups, "space-stubborn.db", NULL);
  g_assert_cmpint (g_mkdir (stubborn, 0700), ==, 0);
  g_assert_false (bridge_space_leave (fixture->space, two.leaver, FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_assert_nonnull (bridge_space_get_partner (fixture->space));
  g_assert_cmpint (query (two.db, "SELECT count (*) FROM rituals WHERE who = '%s'", two.leaver), ==, 1);
  g_assert_cmpint (query (two.db, "SELECT count (*) FROM rituals WHERE state = '%s'", "agreed"), ==, 3);
  g_assert_cmpint (g_rmdir (stubborn), ==, 0);

  /* One that is no database any more has nothing to keep, and goes. */
  g_assert_true (g_file_set_contents (stubborn, "MarmaladeOwn, and not a database", -1, NULL));
  g_clear_error (&error);
  g_assert_true (bridge_space_leave (fixture->space, two.leaver, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (stubborn, G_FILE_TEST_EXISTS));
  two_clear (&two);
}

/* Another process, the window or the service, follows, and cannot bring anything back by its Undo. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  user_data)
{
  Two two;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) other = NULL;
  g_autoptr (BridgePromise) promise = NULL;

  two_set_up (&two, fixture, TRUE);
  g_assert_true (bridge_space_set_speaker (fixture->space, two.leaver, &error));
  promise = bridge_promise_new (OWN, two.leaver, local ("2026-11-25"), FALSE);
  {
    g_autoptr (BridgePromise) stored = bridge_space_add_promise (fixture->space, promise, &error);

    g_assert_no_error (error);
    g_assert_true (bridge_space_remove_promise (fixture->space, bridge_promise_get_id (stored), &error));
  }
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));

  other = bridge_space_open (bridge_space_get_folder (fixture->space), fixture->clock, &error);
  g_assert_true (bridge_space_leave (other, two.leaver, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_space_refresh (fixture->space));
  g_assert_null (bridge_space_get_partner (fixture->space));
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_cmpuint (count_files (bridge_space_get_folder (fixture->space), OWN), ==, 0);
  two_clear (&two);
}

static void
test_add_partner (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (fixture, "Walk", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeRitual) ritual = NULL;

  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  g_assert_no_error (error);
  ritual = bridge_space_find_ritual (fixture->space, id, &error);
  g_assert_cmpstr (bridge_ritual_get_who (ritual), ==, bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
}

static void
test_colour (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  const char *id = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autofree char *kept = g_strdup (id);

  g_assert_false (bridge_space_recolour_person (fixture->space, kept, 4, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_set_speaker (fixture->space, kept, &error));
  g_assert_true (bridge_space_recolour_person (fixture->space, kept, 4, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_partner (fixture->space)), ==, 4);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_partner (fixture->space)), ==, 1);
  g_assert_false (bridge_space_recolour_person (fixture->space, kept, BRIDGE_N_COLOURS, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/leave/first", Fixture, NULL, fixture_set_up, test_leave, fixture_tear_down);
  g_test_add ("/leave/second", Fixture, "second", fixture_set_up, test_leave, fixture_tear_down);
  g_test_add ("/leave/take-name", Fixture, NULL, fixture_set_up, test_take_name, fixture_tear_down);
  g_test_add ("/leave/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/leave/elsewhere", Fixture, NULL, fixture_set_up, test_elsewhere, fixture_tear_down);
  g_test_add ("/leave/add-partner", Fixture, NULL, fixture_set_up_solo, test_add_partner, fixture_tear_down);
  g_test_add ("/leave/colour", Fixture, NULL, fixture_set_up, test_colour, fixture_tear_down);

  return g_test_run ();
}
