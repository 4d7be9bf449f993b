/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "bridge-error.h"

typedef struct {
  BridgeTestFolder *folder;
  BridgeDatabase *db;
  BridgePerson *ada;
  BridgePerson *ben;
} Fixture;

static const char *
ada (Fixture *fixture)
{
  return bridge_person_get_id (fixture->ada);
}

static const char *
ben (Fixture *fixture)
{
  return bridge_person_get_id (fixture->ben);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = bridge_test_folder_new ();
  fixture->db = open_database (fixture->folder);
  fixture->ada = add_person (fixture->db, "Ada", 0);
  fixture->ben = add_person (fixture->db, "Ben", 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  assert_sound (fixture->db);
  g_object_unref (fixture->ada);
  g_object_unref (fixture->ben);
  g_object_unref (fixture->db);
  bridge_test_folder_free (fixture->folder);
}

static BridgeBoundary *
add (Fixture             *fixture,
     BridgeBoundaryKind   kind,
     const char          *holder,
     BridgeBoundaryState  state,
     int                  current,
     int                  waiting)
{
  g_autoptr (GError) error = NULL;
  BridgeBoundary *boundary = bridge_boundary_new (kind, holder);

  stamp (boundary);
  g_object_set (boundary,
                "use", kind == BRIDGE_BOUNDARY_PHRASE ? BRIDGE_PHRASE_REPAIRING : BRIDGE_PHRASE_NONE,
                "state", state, "current-number", current, "waiting-number", waiting, NULL);
  bridge_store_save_boundary (fixture->db, boundary, &error);
  g_assert_no_error (error);
  return boundary;
}

static BridgeRevision *
write_revision (Fixture        *fixture,
                BridgeBoundary *boundary,
                int             number,
                const char     *text)
{
  g_autoptr (GError) error = NULL;
  BridgeRevision *revision =
    bridge_revision_new (bridge_boundary_get_id (boundary), number, text, DAY, ada (fixture), NOW + number);

  stamp (revision);
  bridge_store_save_revision (fixture->db, revision, &error);
  g_assert_no_error (error);
  return revision;
}

static void
agree (Fixture        *fixture,
       BridgeRevision *revision)
{
  g_autoptr (BridgeRevision) agreed = bridge_revision_with_agreement (revision, ben (fixture), NOW + 50);
  g_autoptr (GError) error = NULL;

  bridge_store_save_revision (fixture->db, agreed, &error);
  g_assert_no_error (error);
}

static void
assert_agreements (BridgeRevision *a,
                   BridgeRevision *b)
{
  g_assert_cmpuint (bridge_revision_get_n_agreements (a), ==, bridge_revision_get_n_agreements (b));
  for (guint i = 0; i < bridge_revision_get_n_agreements (a); i++)
    {
      g_assert_cmpstr (bridge_revision_get_agreement (a, i)->person_id, ==, bridge_revision_get_agreement (b, i)->person_id);
      g_assert_cmpint (bridge_revision_get_agreement (a, i)->at, ==, bridge_revision_get_agreement (b, i)->at);
    }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, BRIDGE_BOUNDARY_PROPOSED, 0, 1);
  g_autoptr (BridgeBoundary) limit =
    add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, ben (fixture), BRIDGE_BOUNDARY_ENDED, 2, 0);
  g_autoptr (BridgeBoundary) pause = add (fixture, BRIDGE_BOUNDARY_PAUSE_RULE, NULL, BRIDGE_BOUNDARY_AGREED, 1, 2);
  g_autoptr (BridgeRevision) proposed = write_revision (fixture, phrase, 1, "Can we start again?");
  g_autoptr (BridgeRevision) old = write_revision (fixture, limit, 1, "No shouting.");
  g_autoptr (BridgeRevision) ended = write_revision (fixture, limit, 2, "No shouting at me.\nNot in the car, either.");
  g_autoptr (BridgeRevision) current = write_revision (fixture, pause, 1, "Twenty minutes.");
  g_autoptr (BridgeRevision) waiting = write_revision (fixture, pause, 2, "Thirty minutes.");
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (BridgeRevision) found = NULL;
  g_autoptr (BridgeRevision) none = NULL;
  g_autoptr (GError) error = NULL;
  BridgeBoundary *first;

  agree (fixture, current);
  g_object_set (limit, "ended-at", NOW + 9, "ended-by", ben (fixture), "review-on", DAY, "template", "shout", NULL);
  g_assert_true (bridge_store_save_boundary (fixture->db, limit, &error));

  /* The pause comes first, whenever it was written. */
  loaded = bridge_store_load_boundaries (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, 3);
  first = g_ptr_array_index (loaded, 0);
  g_assert_cmpstr (bridge_boundary_get_id (first), ==, bridge_boundary_get_id (pause));
  bridge_test_assert_same (bridge_boundary_get_waiting (first), waiting, "agreements");
  bridge_test_assert_same (bridge_boundary_get_current (first), current, "agreements");
  g_assert_cmpint (bridge_revision_get_agreed_at (bridge_boundary_get_current (first), ben (fixture)), ==, NOW + 50);
  g_assert_cmpint (bridge_revision_get_agreed_at (bridge_boundary_get_waiting (first), ben (fixture)), ==, 0);
  assert_agreements (bridge_boundary_get_waiting (first), waiting);

  g_object_set (limit, "current", ended, NULL);
  g_object_set (g_ptr_array_index (loaded, 1), "current", ended, NULL);
  bridge_test_assert_same (g_ptr_array_index (loaded, 1), limit, NULL);
  g_assert_null (bridge_boundary_get_current (g_ptr_array_index (loaded, 2)));
  g_assert_cmpstr (bridge_revision_get_text (bridge_boundary_get_waiting (g_ptr_array_index (loaded, 2))), ==,
                   "Can we start again?");

  revisions = bridge_store_load_revisions (fixture->db, bridge_boundary_get_id (limit), &error);
  g_assert_cmpuint (revisions->len, ==, 2);
  bridge_test_assert_same (g_ptr_array_index (revisions, 0), old, "agreements");
  bridge_test_assert_same (g_ptr_array_index (revisions, 1), ended, "agreements");

  found = bridge_store_load_revision (fixture->db, bridge_revision_get_id (old), &error);
  bridge_test_assert_same (found, old, "agreements");
  assert_agreements (found, old);
  none = bridge_store_load_revision (fixture->db, "no-such", &error);
  g_assert_null (none);
  g_assert_no_error (error);
}

/* What was proposed can be taken back, and another one takes its number. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) boundary = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, BRIDGE_BOUNDARY_PROPOSED, 0, 1);
  g_autoptr (BridgeRevision) revision = write_revision (fixture, boundary, 1, "Quiet is anger.");
  g_autoptr (BridgeRevision) other = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (revision, "deleted-at", NOW + 60, "updated-at", NOW + 60, NULL);
  g_assert_true (bridge_store_save_revision (fixture->db, revision, &error));
  g_assert_no_error (error);
  other = write_revision (fixture, boundary, 1, "Quiet is rest.");

  revisions = bridge_store_load_revisions (fixture->db, bridge_boundary_get_id (boundary), &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  bridge_test_assert_same (g_ptr_array_index (revisions, 0), other, "agreements");

  g_object_set (boundary, "deleted-at", NOW + 70, NULL);
  g_assert_true (bridge_store_save_boundary (fixture->db, boundary, &error));
  g_assert_no_error (error);
}

/* What was taken back goes for good after a while; what both agreed to, and what was taken back just now, does not. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) boundary = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, BRIDGE_BOUNDARY_AGREED, 1, 0);
  g_autoptr (BridgeBoundary) proposed = add (fixture, BRIDGE_BOUNDARY_PHONES, NULL, BRIDGE_BOUNDARY_PROPOSED, 0, 1);
  g_autoptr (BridgeRevision) kept = write_revision (fixture, boundary, 1, "Quiet is rest.");
  g_autoptr (BridgeRevision) declined = write_revision (fixture, boundary, 2, "Quiet is anger.");
  g_autoptr (BridgeRevision) phones = write_revision (fixture, proposed, 1, "No phones.");
  g_autoptr (GError) error = NULL;

  agree (fixture, kept);
  g_object_set (declined, "deleted-at", NOW + 60, "updated-at", NOW + 60, NULL);
  g_object_set (phones, "deleted-at", NOW + 70, "updated-at", NOW + 70, NULL);
  g_object_set (proposed, "deleted-at", NOW + 70, "updated-at", NOW + 70, NULL);
  g_assert_true (bridge_store_save_revision (fixture->db, declined, &error));
  g_assert_true (bridge_store_save_revision (fixture->db, phones, &error));
  g_assert_true (bridge_store_save_boundary (fixture->db, proposed, &error));

  g_assert_true (bridge_store_forget_boundaries (fixture->db, NOW + 60, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_revisions"), ==, 3);
  g_assert_true (bridge_store_forget_boundaries (fixture->db, NOW + 61, &error));
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_revisions"), ==, 2);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundaries"), ==, 2);
  g_assert_true (bridge_store_forget_boundaries (fixture->db, NOW + 1000, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_revisions WHERE number = 1"), ==, 1);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundaries"), ==, 1);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_agreements"), ==, 2);
}

static BridgeRevision *
write_variation (BridgeRevision *of,
                 const char     *boundary_id,
                 int             number,
                 const char     *text,
                 BridgeLocal     review_on,
                 const char     *by,
                 gint64          at)
{
  BridgeRevision *other =
    bridge_revision_new (boundary_id != NULL ? boundary_id : bridge_revision_get_boundary_id (of), number, text, review_on, by, at);

  stamp (other);
  g_object_set (other, "id", bridge_revision_get_id (of), NULL);
  return other;
}

static void
assert_refused (GError **error)
{
  g_assert_error (*error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (error);
}

/* Through the store itself: other words, another number, author, time, day or boundary under the same id. */
static void
test_not_rewritten (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) boundary = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, BRIDGE_BOUNDARY_AGREED, 1, 0);
  g_autoptr (BridgeBoundary) another = add (fixture, BRIDGE_BOUNDARY_OTHER, NULL, BRIDGE_BOUNDARY_AGREED, 1, 0);
  g_autoptr (BridgeRevision) revision = write_revision (fixture, boundary, 1, "Quiet is rest.");
  BridgeRevision *others[] = {
    write_variation (revision, NULL, 1, "Quiet is anger.", DAY, ada (fixture), NOW + 1),
    write_variation (revision, NULL, 2, "Quiet is rest.", DAY, ada (fixture), NOW + 1),
    write_variation (revision, NULL, 1, "Quiet is rest.", DAY + BRIDGE_DAY, ada (fixture), NOW + 1),
    write_variation (revision, NULL, 1, "Quiet is rest.", BRIDGE_LOCAL_NONE, ada (fixture), NOW + 1),
    write_variation (revision, NULL, 1, "Quiet is rest.", DAY, ben (fixture), NOW + 1),
    write_variation (revision, NULL, 1, "Quiet is rest.", DAY, ada (fixture), NOW + 2),
    write_variation (revision, bridge_boundary_get_id (another), 1, "Quiet is rest.", DAY, ada (fixture), NOW + 1),
  };
  g_autoptr (BridgeRevision) stored = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (bridge_store_save_revision (fixture->db, others[i], &error));
      assert_refused (&error);
      g_object_unref (others[i]);
    }
  stored = bridge_store_load_revision (fixture->db, bridge_revision_get_id (revision), &error);
  bridge_test_assert_same (stored, revision, "agreements");
  assert_agreements (stored, revision);

  /* What both agreed to stays, and so does the boundary it is of. */
  agree (fixture, revision);
  g_object_set (revision, "deleted-at", NOW + 60, NULL);
  g_assert_false (bridge_store_save_revision (fixture->db, revision, &error));
  assert_refused (&error);
  g_object_set (boundary, "deleted-at", NOW + 60, NULL);
  g_assert_false (bridge_store_save_boundary (fixture->db, boundary, &error));
  assert_refused (&error);

  /* What was a shared one does not become somebody's own. */
  g_object_set (boundary, "deleted-at", (gint64) 0, "holder", ben (fixture), NULL);
  g_assert_false (bridge_store_save_boundary (fixture->db, boundary, &error));
  assert_refused (&error);
}

/* With SQL, past everything that this program knows to do. */
static void
test_not_rewritten_by_sql (Fixture       *fixture,
                           gconstpointer  user_data)
{
  static const char *const attempts[] = {
    "UPDATE boundary_revisions SET text = 'Quiet is anger.'",
    "UPDATE boundary_revisions SET number = 7",
    "UPDATE boundary_revisions SET review_on = NULL",
    "UPDATE boundary_revisions SET written_at = written_at - 1",
    "UPDATE boundary_revisions SET created_at = created_at - 1",
    "UPDATE boundary_revisions SET written_by = (SELECT id FROM persons WHERE name = 'Ben')",
    "UPDATE boundary_revisions SET id = 'another'",
    "UPDATE boundary_revisions SET seq = 77",
    "UPDATE boundary_revisions SET deleted_at = 5 WHERE number = 1",
    "UPDATE boundary_revisions SET text = 'x', updated_at = 9",
    "UPDATE OR REPLACE boundary_revisions SET number = 1 WHERE number = 2",
    "DELETE FROM boundary_revisions WHERE number = 1",
    "DELETE FROM boundary_revisions WHERE number = 2",
    "INSERT OR REPLACE INTO boundary_revisions (id, boundary_id, number, text, review_on, written_by, written_at,"
    "  created_at, updated_at, device) SELECT id, boundary_id, number, 'Quiet is anger.', review_on, written_by,"
    "  written_at, created_at, updated_at, device FROM boundary_revisions WHERE number = 1",
    "INSERT OR REPLACE INTO boundary_revisions (id, boundary_id, number, text, review_on, written_by, written_at,"
    "  created_at, updated_at, device) SELECT 'another', boundary_id, number, 'Quiet is anger.', review_on, written_by,"
    "  written_at, created_at, updated_at, device FROM boundary_revisions WHERE number = 1",
    "INSERT OR REPLACE INTO boundary_revisions (seq, id, boundary_id, number, text, review_on, written_by, written_at,"
    "  created_at, updated_at, device) SELECT seq, 'another', boundary_id, 9, 'Quiet is anger.', review_on, written_by,"
    "  written_at, created_at, updated_at, device FROM boundary_revisions WHERE number = 1",
    "UPDATE boundary_agreements SET agreed_at = agreed_at - 1",
    "UPDATE boundary_agreements SET person_id = (SELECT id FROM persons WHERE name = 'Ben') WHERE rowid = 1",
    "UPDATE boundary_agreements SET deleted_at = 5",
    "DELETE FROM boundary_agreements",
    "INSERT OR REPLACE INTO boundary_agreements (id, revision_id, person_id, agreed_at, created_at, updated_at, device)"
    "  SELECT id, revision_id, person_id, 1, 1, 1, device FROM boundary_agreements",
    "INSERT OR REPLACE INTO boundary_agreements (id, revision_id, person_id, agreed_at, created_at, updated_at, device)"
    "  SELECT 'x' || id, revision_id, person_id, 1, 1, 1, device FROM boundary_agreements",
    "UPDATE boundaries SET holder = (SELECT id FROM persons WHERE name = 'Ben')",
    "UPDATE boundaries SET kind = 'phones'",
    "UPDATE boundaries SET deleted_at = 5",
  };
  g_autoptr (BridgeBoundary) boundary = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, BRIDGE_BOUNDARY_AGREED, 1, 2);
  g_autoptr (BridgeRevision) first = write_revision (fixture, boundary, 1, "Quiet is rest.");
  g_autoptr (BridgeRevision) second = write_revision (fixture, boundary, 2, "Quiet is rest, or thinking.");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  agree (fixture, first);
  before = bridge_store_load_revisions (fixture->db, bridge_boundary_get_id (boundary), &error);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i]);
      g_assert_false (bridge_statement_execute (fixture->db, attempts[i], &error));
      assert_refused (&error);
    }
  after = bridge_store_load_revisions (fixture->db, bridge_boundary_get_id (boundary), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < after->len; i++)
    {
      bridge_test_assert_same (g_ptr_array_index (before, i), g_ptr_array_index (after, i), "agreements");
      assert_agreements (g_ptr_array_index (before, i), g_ptr_array_index (after, i));
    }

  /* The whole of it can be erased: who erases everything, erases this. */
  g_assert_true (bridge_statement_execute (fixture->db, "DELETE FROM boundaries", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_revisions"), ==, 0);
  g_assert_cmpuint (count_rows (fixture->db, "SELECT count (*) FROM boundary_agreements"), ==, 0);
}

/* What cannot be is refused by the tables, too. */
static void
test_checks (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct {
    BridgeBoundaryKind kind;
    BridgePhraseUse use;
    BridgeBoundaryState state;
    int current;
  } vectors[] = {
    { BRIDGE_BOUNDARY_PERSONAL_LIMIT, BRIDGE_PHRASE_NONE, BRIDGE_BOUNDARY_AGREED, 1 },
    { BRIDGE_BOUNDARY_PHRASE, BRIDGE_PHRASE_NONE, BRIDGE_BOUNDARY_AGREED, 1 },
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_INVITING, BRIDGE_BOUNDARY_AGREED, 1 },
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_NONE, BRIDGE_BOUNDARY_AGREED, 0 },
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_NONE, BRIDGE_BOUNDARY_PROPOSED, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (vectors[i].kind, NULL);
      g_autoptr (GError) error = NULL;

      stamp (boundary);
      g_object_set (boundary, "use", vectors[i].use, "state", vectors[i].state, "current-number", vectors[i].current, NULL);
      g_assert_false (bridge_store_save_boundary (fixture->db, boundary, &error));
      assert_refused (&error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/boundaries/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/boundaries/take-back", Fixture, NULL, set_up, test_take_back, tear_down);
  g_test_add ("/boundaries/not-rewritten", Fixture, NULL, set_up, test_not_rewritten, tear_down);
  g_test_add ("/boundaries/not-rewritten-by-sql", Fixture, NULL, set_up, test_not_rewritten_by_sql, tear_down);
  g_test_add ("/boundaries/forget", Fixture, NULL, set_up, test_forget, tear_down);
  g_test_add ("/boundaries/checks", Fixture, NULL, set_up, test_checks, tear_down);

  return g_test_run ();
}
