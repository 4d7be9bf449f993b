/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

typedef struct {
  BridgeTestFolder *folder;
  BridgeDatabase *db;
  BridgePerson *ada;
  BridgePerson *ben;
} Fixture;

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
  g_object_unref (fixture->ada);
  g_object_unref (fixture->ben);
  g_assert_finalize_object (fixture->db);
  bridge_test_folder_free (fixture->folder);
}

static BridgeInvitation *
make (Fixture               *fixture,
      BridgeInvitationState  state)
{
  BridgeInvitation *invitation = bridge_invitation_new (BRIDGE_INVITATION_MOMENT, bridge_person_get_id (fixture->ada),
                                                        bridge_person_get_id (fixture->ben));

  stamp (invitation);
  g_object_set (invitation, "state", state, NULL);
  if (state != BRIDGE_INVITATION_OPEN && state != BRIDGE_INVITATION_ANOTHER_TIME)
    g_object_set (invitation, "waits-for", NULL, NULL);
  return invitation;
}

static void
save (Fixture          *fixture,
      BridgeInvitation *invitation)
{
  g_autoptr (GError) error = NULL;

  bridge_store_save_invitation (fixture->db, invitation, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = bridge_store_load_invitations (fixture->db, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeInvitation) full = make (fixture, BRIDGE_INVITATION_ANOTHER_TIME);
  g_autoptr (BridgeInvitation) bare = make (fixture, BRIDGE_INVITATION_OPEN);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_object_set (full,
                "subject", BRIDGE_INVITATION_BOUNDARY,
                "subject-id", "something",
                "change", "{\"a\": \"b\"}",
                "words", "Shall we?\nI would like it.",
                "at", START,
                "other-time", START + BRIDGE_DAY,
                "rest-until", DAY,
                "waits-for", bridge_person_get_id (fixture->ada),
                NULL);
  save (fixture, full);
  save (fixture, bare);
  found = load (fixture);
  g_assert_cmpuint (found->len, ==, 2);
  bridge_test_assert_same (full, g_ptr_array_index (found, 0), NULL);
  bridge_test_assert_same (bare, g_ptr_array_index (found, 1), NULL);

  g_object_set (full, "deleted-at", NOW, NULL);
  g_object_set (bare, "state", BRIDGE_INVITATION_AGREED, "waits-for", NULL, NULL);
  save (fixture, full);
  save (fixture, bare);
  left = load (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  bridge_test_assert_same (bare, g_ptr_array_index (left, 0), NULL);
}

/* Whoever writes past the program cannot leave something that waits for nobody, or for a stranger. */
static void
test_constraints (Fixture       *fixture,
                  gconstpointer  user_data)
{
  const char *const changes[] = {
    "waits_for = NULL", "waits_for = 'somebody'", "state = 'agreed'", "state = 'refused'", "subject = 'secret'",
    "to_id = from_id", "at = 'soon'", "words = NULL",
  };
  g_autoptr (BridgeInvitation) open = make (fixture, BRIDGE_INVITATION_OPEN);

  save (fixture, open);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE invitations SET %s", changes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (bridge_statement_execute (fixture->db, sql, &error));
      g_assert_nonnull (error);
    }
}

/* What came to nothing is deleted, not marked, once it is over and cannot be taken back any more. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct {
    BridgeInvitationState state;
    BridgeLocal rest_until;
    gint64 updated_at, deleted_at;
    gboolean stays;
  } vectors[] = {
    { BRIDGE_INVITATION_OPEN, BRIDGE_LOCAL_NONE, NOW - 1, 0, TRUE },
    { BRIDGE_INVITATION_ANOTHER_TIME, BRIDGE_LOCAL_NONE, NOW - 1, 0, TRUE },
    { BRIDGE_INVITATION_AGREED, BRIDGE_LOCAL_NONE, NOW - 1, 0, TRUE },
    { BRIDGE_INVITATION_WITHDRAWN, BRIDGE_LOCAL_NONE, NOW - 1, 0, FALSE },
    { BRIDGE_INVITATION_WITHDRAWN, BRIDGE_LOCAL_NONE, NOW, 0, TRUE },
    { BRIDGE_INVITATION_NOT_NOW, BRIDGE_LOCAL_NONE, NOW - 1, 0, FALSE },
    { BRIDGE_INVITATION_NOT_NOW, DAY, NOW - 1, 0, FALSE },
    { BRIDGE_INVITATION_NOT_NOW, DAY + BRIDGE_DAY, NOW - 1, 0, TRUE },
    { BRIDGE_INVITATION_NOT_NOW, DAY, NOW, 0, TRUE },
  };
  guint stay = 0;
  gint64 rows;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeInvitation) invitation = make (fixture, vectors[i].state);

      g_object_set (invitation, "rest-until", vectors[i].rest_until, "updated-at", vectors[i].updated_at, NULL);
      save (fixture, invitation);
      stay += vectors[i].stays;
    }
  {
    g_autoptr (BridgeInvitation) removed = make (fixture, BRIDGE_INVITATION_OPEN);

    g_object_set (removed, "updated-at", NOW - 1, "deleted-at", NOW - 1, NULL);
    save (fixture, removed);
  }

  g_assert_true (bridge_store_forget_invitations (fixture->db, START, NOW, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_statement_query_int (fixture->db, "SELECT count(*) FROM invitations", &rows, &error));
  g_assert_cmpint (rows, ==, stay);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store-invitations/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/store-invitations/constraints", Fixture, NULL, set_up, test_constraints, tear_down);
  g_test_add ("/store-invitations/forget", Fixture, NULL, set_up, test_forget, tear_down);

  return g_test_run ();
}
