/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-statement.h"
#include "service-fixture.h"

#define QUIET "When I am quiet, I am thinking. I come back within the hour."
#define OTHER_QUIET "When I am quiet, I am thinking. I come back the same evening."

static const char *
ada (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_me (fixture->space));
}

static const char *
ben (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_partner (fixture->space));
}

static void
speak (Fixture    *fixture,
       const char *id)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_speaker (fixture->space, id, &error);
  g_assert_no_error (error);
}

static char *
add (Fixture            *fixture,
     BridgeBoundaryKind  kind,
     const char         *holder,
     const char         *text)
{
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (kind, holder);
  g_autoptr (BridgeBoundary) stored = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == BRIDGE_BOUNDARY_PHRASE)
    g_object_set (boundary, "use", BRIDGE_PHRASE_INVITING, NULL);
  stored = bridge_space_add_boundary (fixture->space, boundary, text, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  return g_strdup (bridge_boundary_get_id (stored));
}

/* "agreed 1 0", with the words in force. */
static void
assert_stands (Fixture    *fixture,
               const char *id,
               const char *standing,
               const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (fixture->space, id, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = g_strdup_printf ("%s %d %d", bridge_enum_to_nick (BRIDGE_TYPE_BOUNDARY_STATE, bridge_boundary_get_state (boundary)),
                           bridge_boundary_get_current_number (boundary), bridge_boundary_get_waiting_number (boundary));
  g_assert_cmpstr (found, ==, standing);
  g_assert_cmpint (bridge_boundary_get_waiting (boundary) != NULL, ==, bridge_boundary_get_waiting_number (boundary) > 0);
  g_assert_cmpint (bridge_boundary_get_ended_at (boundary) > 0, ==, bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED);
  if (words == NULL)
    g_assert_null (bridge_boundary_get_current (boundary));
  else
    g_assert_cmpstr (bridge_revision_get_text (bridge_boundary_get_current (boundary)), ==, words);
}

static void
assert_refused (GError **error,
                int      code)
{
  g_assert_error (*error, BRIDGE_ERROR, code);
  g_clear_error (error);
}

static void
propose_quiet (Fixture  *fixture,
               char    **id)
{
  *id = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, QUIET);
  assert_stands (fixture, *id, "proposed 0 1", NULL);
}

static void
agree_quiet (Fixture  *fixture,
             char    **id)
{
  g_autoptr (GError) error = NULL;

  propose_quiet (fixture, id);
  speak (fixture, ben (fixture));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * BRIDGE_MS_PER_MINUTE);
  g_assert_true (bridge_space_agree_boundary (fixture->space, *id, &error));
  g_assert_no_error (error);
  assert_stands (fixture, *id, "agreed 1 0", QUIET);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (bridge_space_get_boundaries (fixture->space));
}

/* Who, when, what, and when each agreed. */
static void
test_agree (Fixture       *fixture,
            gconstpointer  user_data)
{
  gint64 now = bridge_clock_now (fixture->clock);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  BridgeRevision *first;

  agree_quiet (fixture, &id);
  revisions = bridge_space_list_revisions (fixture->space, id, &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  first = g_ptr_array_index (revisions, 0);
  g_assert_cmpstr (bridge_revision_get_written_by (first), ==, ada (fixture));
  g_assert_cmpint (bridge_revision_get_written_at (first), ==, now);
  g_assert_cmpint (bridge_revision_get_agreed_at (first, ada (fixture)), ==, now);
  g_assert_cmpint (bridge_revision_get_agreed_at (first, ben (fixture)), ==, now + 5 * BRIDGE_MS_PER_MINUTE);

  /* Nobody takes back that somebody agreed, neither who did nor who had proposed. */
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  speak (fixture, ada (fixture));
  g_assert_false (bridge_space_undo (fixture->space, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  assert_stands (fixture, id, "agreed 1 0", QUIET);
}

/* One does not answer for the other. */
static void
test_own_proposal (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  propose_quiet (fixture, &id);
  g_assert_false (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_end_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  speak (fixture, ben (fixture));
  g_assert_false (bridge_space_withdraw_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  assert_stands (fixture, id, "proposed 0 1", NULL);

  /* What was nothing but a proposal leaves nothing behind. */
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_withdraw_boundary (fixture->space, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_stands (fixture, id, "proposed 0 1", NULL);
  /* Ben has found it here since it was proposed: it goes as a proposal goes, and not by Undo. */
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), !=, "Boundary proposed");
}

/* While a change is proposed, and after it came to nothing, the old words are in force. */
static void
test_revise (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  agree_quiet (fixture, &id);
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, " " QUIET "\n", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, " ", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);

  /* Ben proposes, and takes it back. */
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "agreed 1 2", QUIET);
  g_assert_true (bridge_space_withdraw_boundary (fixture->space, id, &error));
  assert_stands (fixture, id, "agreed 1 0", QUIET);

  /* He proposes again, and Ada says yes. */
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, local ("2026-12-24"), &error));
  assert_stands (fixture, id, "agreed 1 2", QUIET);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_stands (fixture, id, "agreed 2 0", OTHER_QUIET);
  revisions = bridge_space_list_revisions (fixture->space, id, &error);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (bridge_revision_get_text (g_ptr_array_index (revisions, 0)), ==, QUIET);
  g_assert_cmpstr (bridge_revision_get_written_by (g_ptr_array_index (revisions, 1)), ==, ben (fixture));
  g_assert_cmpint (bridge_revision_get_review_on (g_ptr_array_index (revisions, 1)), ==, local ("2026-12-24"));
}

/* Either ends it alone and at once; it comes back when both want it. */
static void
test_end (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) ended = NULL;

  agree_quiet (fixture, &id);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  speak (fixture, ben (fixture));
  g_assert_true (bridge_space_end_boundary (fixture->space, id, &error));
  assert_stands (fixture, id, "ended 1 0", QUIET);
  ended = bridge_space_find_boundary (fixture->space, id, &error);
  g_assert_cmpstr (bridge_boundary_get_ended_by (ended), ==, ben (fixture));
  g_assert_cmpint (bridge_boundary_get_ended_at (ended), ==, bridge_clock_now (fixture->clock));
  g_assert_false (bridge_space_end_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);

  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_stands (fixture, id, "agreed 1 2", QUIET);
  g_assert_true (bridge_space_redo (fixture->space, &error));
  assert_stands (fixture, id, "ended 1 0", QUIET);

  g_assert_true (bridge_space_revise_boundary (fixture->space, id, QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "ended 1 2", QUIET);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_stands (fixture, id, "agreed 2 0", QUIET);
}

/* Written only by its holder, in force at once, and nobody else's to end. */
static void
test_limit (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *id = add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, ada (fixture), "I leave the room when voices rise.");
  g_autoptr (BridgeBoundary) of_other = bridge_boundary_new (BRIDGE_BOUNDARY_TIME_ALONE, ben (fixture));
  g_autoptr (GError) error = NULL;

  assert_stands (fixture, id, "agreed 1 0", "I leave the room when voices rise.");
  g_assert_null (bridge_space_add_boundary (fixture->space, of_other, "Ben needs nothing.", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);

  g_assert_true (bridge_space_revise_boundary (fixture->space, id, "I go for a walk when voices rise.", BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "agreed 2 0", "I go for a walk when voices rise.");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_stands (fixture, id, "agreed 1 0", "I leave the room when voices rise.");

  speak (fixture, ben (fixture));
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, "I stay.", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_end_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_set_boundary_review (fixture->space, id, local ("2026-12-01"), &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  assert_stands (fixture, id, "agreed 1 0", "I leave the room when voices rise.");

  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_end_boundary (fixture->space, id, &error));
  assert_stands (fixture, id, "ended 1 0", "I leave the room when voices rise.");
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, "I leave the room when voices rise.", BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "agreed 2 0", "I leave the room when voices rise.");
}

/* Alone everything is a decision, and one's own: it is no word of who comes later, and not theirs to change or to end. */
static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *id = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, QUIET);
  g_autoptr (BridgeBoundary) stored = bridge_space_find_boundary (fixture->space, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_boundary_get_holder (stored), ==, ada (fixture));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "agreed 2 0", OTHER_QUIET);

  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  speak (fixture, ben (fixture));
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_end_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_stands (fixture, id, "agreed 3 0", QUIET);
}

/* So is a phrase: who comes later has agreed to nothing. They can be asked, and what is then of both is another one. */
static void
test_solo_phrase (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autofree char *id = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, QUIET);
  g_autoptr (BridgeBoundary) stored = bridge_space_find_boundary (fixture->space, id, NULL);
  g_autoptr (BridgeBoundary) own = bridge_boundary_new (BRIDGE_BOUNDARY_PHRASE, ada (fixture));
  g_autofree char *shared = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_boundary_get_holder (stored), ==, ada (fixture));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  speak (fixture, ben (fixture));
  g_assert_false (bridge_space_end_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);

  speak (fixture, ada (fixture));
  g_object_set (own, "use", BRIDGE_PHRASE_INVITING, NULL);
  g_assert_null (bridge_space_add_boundary (fixture->space, own, "Tea?", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);
  shared = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, QUIET);
  assert_stands (fixture, shared, "proposed 0 1", NULL);
  speak (fixture, ben (fixture));
  g_assert_true (bridge_space_agree_boundary (fixture->space, shared, &error));
  assert_stands (fixture, shared, "agreed 1 0", QUIET);
  assert_stands (fixture, id, "agreed 1 0", QUIET);
}

static gboolean
shows (Fixture    *fixture,
       const char *id,
       guint       number)
{
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (fixture->space, id, NULL);
  g_autoptr (GPtrArray) revisions = bridge_space_list_revisions (fixture->space, id, NULL);

  return bridge_space_shows_agreements (fixture->space, boundary, g_ptr_array_index (revisions, number - 1));
}

/* What two agreed to says so when one of them has left. What the other one takes up again alone is their own when somebody
 * else comes, and what was of two stays to be read. */
static void
test_next_partner (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *id = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, QUIET);
  g_autofree char *left = g_strdup (ben (fixture));
  g_autofree char *own = NULL;
  g_autofree char *called = NULL;
  g_autoptr (GError) error = NULL;

  speak (fixture, left);
  g_assert_true (bridge_space_agree_boundary (fixture->space, id, &error));
  g_assert_true (bridge_space_leave (fixture->space, left, TRUE, &error));
  g_assert_no_error (error);
  called = bridge_space_dup_called (fixture->space, left, TRUE);
  g_assert_cmpstr (called, ==, "The other of the two");
  assert_stands (fixture, id, "ended 1 0", QUIET);
  g_assert_true (shows (fixture, id, 1));

  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, local ("2027-01-10"), &error));
  g_assert_no_error (error);
  assert_stands (fixture, id, "agreed 2 0", OTHER_QUIET);
  g_assert_false (shows (fixture, id, 2));

  g_assert_true (bridge_space_add_partner (fixture->space, "Cleo", &error));
  g_assert_no_error (error);
  assert_stands (fixture, id, "ended 2 0", OTHER_QUIET);
  g_assert_true (shows (fixture, id, 1));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_boundaries (fixture->space)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (bridge_space_get_boundaries (fixture->space), i);

      if (g_strcmp0 (bridge_boundary_get_holder (boundary), ada (fixture)) == 0)
        own = g_strdup (bridge_boundary_get_id (boundary));
    }
  assert_stands (fixture, own, "agreed 1 0", OTHER_QUIET);
  speak (fixture, ben (fixture));
  g_assert_false (bridge_space_end_boundary (fixture->space, own, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);

  g_clear_pointer (&called, g_free);
  called = bridge_space_dup_called (fixture->space, left, FALSE);
  g_assert_cmpstr (called, ==, "somebody who was here before");
}

/* Sooner is for each; later is for both. */
static void
test_review (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct {
    const char *on;
    int code; /* -1: fine */
  } steps[] = {
    { "2027-02-01", -1 },
    { "2026-12-24", -1 },
    { "2027-02-01", BRIDGE_ERROR_STATE },
    { NULL, BRIDGE_ERROR_STATE },
    { "2026-11-21", BRIDGE_ERROR_INVALID_DATE },
    { "2026-12-01T10:00", BRIDGE_ERROR_INVALID_DATE },
    { "2026-11-22", -1 },
  };
  g_autofree char *id = NULL;
  g_autofree char *limit = NULL;
  g_autoptr (GError) error = NULL;

  agree_quiet (fixture, &id);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      BridgeLocal on = steps[i].on != NULL ? local (steps[i].on) : BRIDGE_LOCAL_NONE;
      gboolean done = bridge_space_set_boundary_review (fixture->space, id, on, &error);

      g_test_message ("%s", steps[i].on != NULL ? steps[i].on : "none");
      g_assert_cmpint (done, ==, steps[i].code < 0);
      if (!done)
        assert_refused (&error, steps[i].code);
    }
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, local ("2026-11-21"), &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_DATE);

  /* The same words with a later day: that is a revision, and needs a yes. */
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, QUIET, local ("2027-05-01"), &error));
  assert_stands (fixture, id, "agreed 1 2", QUIET);

  limit = add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, ben (fixture), "Not in the car.");
  g_assert_true (bridge_space_set_boundary_review (fixture->space, limit, local ("2026-12-01"), &error));
  g_assert_true (bridge_space_set_boundary_review (fixture->space, limit, local ("2027-12-01"), &error));
  g_assert_true (bridge_space_set_boundary_review (fixture->space, limit, BRIDGE_LOCAL_NONE, &error));
  g_assert_true (bridge_space_undo (fixture->space, &error));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) nobody = bridge_boundary_new (BRIDGE_BOUNDARY_TIME_ALONE, "no-such");
  g_autoptr (BridgeBoundary) bare = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, NULL);
  g_autoptr (BridgeBoundary) quiet = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autofree char *other = add (fixture, BRIDGE_BOUNDARY_OTHER, NULL, "<b>Tea</b> & \"toast\" first.");
  g_autofree char *phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, "Shall we?");
  g_autofree char *pause = add (fixture, BRIDGE_BOUNDARY_PAUSE_RULE, NULL, "  Twenty minutes.\r\nThen tea. ");
  g_autoptr (BridgeBoundary) first = g_list_model_get_item (bridge_space_get_boundaries (fixture->space), 0);
  g_autoptr (BridgeBoundary) last = g_list_model_get_item (bridge_space_get_boundaries (fixture->space), 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_boundary (fixture->space, nobody, "x", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);
  g_assert_null (bridge_space_add_boundary (fixture->space, bare, "x", BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);
  g_assert_null (bridge_space_add_boundary (fixture->space, quiet, NULL, BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);
  g_assert_null (bridge_space_add_boundary (fixture->space, quiet, "x", local ("2026-11-21"), &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_DATE);
  g_assert_cmpuint (count (fixture), ==, 3);

  g_assert_cmpstr (bridge_boundary_get_id (first), ==, pause);
  g_assert_cmpstr (bridge_revision_get_text (bridge_boundary_get_waiting (first)), ==, "Twenty minutes.\nThen tea.");
  g_assert_cmpstr (bridge_boundary_get_id (last), ==, other);
  g_assert_cmpstr (bridge_revision_get_text (bridge_boundary_get_waiting (last)), ==, "<b>Tea</b> & \"toast\" first.");
}

/* The invitation about a boundary that waits, and for whom. */
static BridgeInvitation *
assert_waits (Fixture    *fixture,
              const char *id,
              const char *waits_for)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (fixture->space, id, &error);
  BridgeInvitation *invitation;

  g_assert_no_error (error);
  invitation = bridge_space_find_boundary_invitation (fixture->space, boundary);
  if (waits_for == NULL)
    g_assert_null (invitation);
  else
    g_assert_cmpstr (bridge_invitation_get_waits_for (invitation), ==, waits_for);
  return invitation;
}

static gboolean
say (Fixture                *fixture,
     const char             *id,
     const char             *who,
     BridgeInvitationEvent   answer,
     GError                **error)
{
  g_autoptr (BridgeInvitation) invitation = g_object_ref (assert_waits (fixture, id, ben (fixture)));

  speak (fixture, who);
  return bridge_space_answer_invitation (fixture->space, bridge_invitation_get_id (invitation), answer,
                                         bridge_clock_local_now (fixture->clock) + BRIDGE_DAY,
                                         BRIDGE_INVITATION_REST_DEFAULT, error);
}

/* Not now: as if it had never been proposed; and the same words rest. */
static void
test_not_now (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeBoundary) again = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;
  BridgeInvitation *invitation;

  propose_quiet (fixture, &id);
  invitation = assert_waits (fixture, id, ben (fixture));
  title = bridge_space_dup_invitation_title (fixture->space, invitation);
  g_assert_cmpstr (title, ==, QUIET);
  g_assert_cmpstr (bridge_invitation_get_from_id (invitation), ==, ada (fixture));

  g_assert_true (say (fixture, id, ben (fixture), BRIDGE_INVITATION_SAY_NOT_NOW, &error));
  g_assert_cmpuint (count (fixture), ==, 0);

  speak (fixture, ada (fixture));
  g_assert_null (bridge_space_add_boundary (fixture->space, again, QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_cmpuint (count (fixture), ==, 0);
  other = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, OTHER_QUIET);
  assert_waits (fixture, other, ben (fixture));
  speak (fixture, ben (fixture));
  g_clear_pointer (&id, g_free);
  id = add (fixture, BRIDGE_BOUNDARY_QUIET, NULL, QUIET);
  assert_stands (fixture, id, "proposed 0 1", NULL);
}

/* Not now to other words leaves the old ones, without a trace in the history. */
static void
test_change_not_now (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  agree_quiet (fixture, &id);
  assert_waits (fixture, id, NULL);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  g_assert_true (say (fixture, id, ben (fixture), BRIDGE_INVITATION_SAY_NOT_NOW, &error));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  revisions = bridge_space_list_revisions (fixture->space, id, &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  speak (fixture, ada (fixture));
  g_assert_false (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);

  /* Who was asked may propose at any time. */
  speak (fixture, ben (fixture));
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  assert_waits (fixture, id, ada (fixture));

  /* Whoever ends it leaves nothing waiting. */
  g_assert_true (bridge_space_end_boundary (fixture->space, id, &error));
  assert_waits (fixture, id, NULL);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_stands (fixture, id, "agreed 1 2", QUIET);
  assert_waits (fixture, id, ada (fixture));
}

/* Another time: the one who was asked comes back to it. The other one cannot answer in their place. */
static void
test_another_time (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  propose_quiet (fixture, &id);
  g_assert_true (say (fixture, id, ben (fixture), BRIDGE_INVITATION_SAY_ANOTHER_TIME, &error));
  assert_stands (fixture, id, "proposed 0 1", NULL);
  g_assert_false (say (fixture, id, ada (fixture), BRIDGE_INVITATION_SAY_YES, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_false (bridge_space_agree_boundary (fixture->space, id, &error));
  assert_refused (&error, BRIDGE_ERROR_STATE);
  g_assert_true (say (fixture, id, ben (fixture), BRIDGE_INVITATION_SAY_YES, &error));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  assert_waits (fixture, id, NULL);
  g_assert_null (bridge_space_get_undo_label (fixture->space));
}

/* What is proposed, and the invitation to it, come and go together. */
static void
test_together (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  propose_quiet (fixture, &id);
  assert_waits (fixture, id, ben (fixture));
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (bridge_space_redo (fixture->space, &error));
  assert_waits (fixture, id, ben (fixture));
  g_assert_true (bridge_space_withdraw_boundary (fixture->space, id, &error));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_clear_pointer (&id, g_free);

  /* What is proposed is written down first. */
  g_assert_null (bridge_space_propose (fixture->space, BRIDGE_INVITATION_BOUNDARY, NULL, "{\"text\":\"Be mine.\"}", NULL,
                                       BRIDGE_LOCAL_NONE, &error));
  assert_refused (&error, BRIDGE_ERROR_INVALID_VALUE);

  /* A limit of one's own invites nobody. */
  id = add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, ada (fixture), "Not in the car.");
  assert_waits (fixture, id, NULL);
}

static void
changed_cb (BridgeSpace *space,
            BridgeKinds  kinds,
            gboolean     outside,
            BridgeKinds *seen)
{
  *seen |= kinds;
}

/* What another process does arrives, too. */
static void
test_outside (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) other = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_autofree char *id = NULL;
  BridgeKinds seen = 0;

  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &seen);
  propose_quiet (fixture, &id);
  g_assert_true (bridge_space_refresh (other));
  g_assert_true (seen & BRIDGE_KIND_BOUNDARIES);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_boundaries (other)), ==, 1);

  bridge_space_set_speaker (other, ben (fixture), &error);
  g_assert_true (bridge_space_agree_boundary (other, id, &error));
  g_assert_true (bridge_space_refresh (fixture->space));
  assert_stands (fixture, id, "agreed 1 0", QUIET);
}

static gint64
count_rows (Fixture    *fixture,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 rows = -1;

  bridge_statement_query_int (bridge_space_get_database (fixture->space), sql, &rows, &error);
  g_assert_no_error (error);
  return rows;
}

/* Words that came to nothing are deleted, not only marked, once nobody can take the answer back any more: a file in which
 * they stay could be counted. */
static void
test_forgotten (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *declined = NULL;
  g_autofree char *later = NULL;

  agree_quiet (fixture, &kept);
  speak (fixture, ada (fixture));
  g_assert_true (bridge_space_revise_boundary (fixture->space, kept, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  g_assert_true (say (fixture, kept, ben (fixture), BRIDGE_INVITATION_SAY_NOT_NOW, &error));
  speak (fixture, ada (fixture));
  declined = add (fixture, BRIDGE_BOUNDARY_PHONES, NULL, "No phones at the table");
  g_assert_true (say (fixture, declined, ben (fixture), BRIDGE_INVITATION_SAY_NOT_NOW, &error));
  g_assert_cmpint (count_rows (fixture, "SELECT count (*) FROM boundary_revisions"), ==, 3);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 25 * 60 * BRIDGE_MS_PER_MINUTE);
  speak (fixture, ada (fixture));
  later = add (fixture, BRIDGE_BOUNDARY_FAMILY, NULL, "We tell your mother together");
  g_assert_cmpint (count_rows (fixture, "SELECT count (*) FROM boundaries"), ==, 2);
  g_assert_cmpint (count_rows (fixture, "SELECT count (*) FROM boundary_revisions"), ==, 2);
  g_assert_cmpint (count_rows (fixture, "SELECT count (*) FROM boundary_agreements"), ==, 3);
  assert_stands (fixture, kept, "agreed 1 0", QUIET);
}

/* What one decided alone goes on when the other one leaves, and words that nobody answered are nowhere any more. */
static void
test_left_unanswered (Fixture       *fixture,
                      gconstpointer  leaver_proposed)
{
  g_autofree char *id = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, QUIET);
  g_autofree char *asked = NULL;
  g_autofree char *leaver = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  leaver = g_strdup (ben (fixture));
  speak (fixture, leaver_proposed != NULL ? leaver : ada (fixture));
  asked = add (fixture, BRIDGE_BOUNDARY_PHRASE, NULL, QUIET);
  assert_stands (fixture, asked, "proposed 0 1", NULL);

  g_assert_true (bridge_space_leave (fixture->space, leaver, FALSE, &error));
  g_assert_no_error (error);
  assert_stands (fixture, id, "agreed 1 0", QUIET);
  g_assert_cmpint (count_rows (fixture, "SELECT count (*) FROM boundary_revisions"), ==, 1);
  g_assert_true (bridge_space_revise_boundary (fixture->space, id, OTHER_QUIET, BRIDGE_LOCAL_NONE, &error));
  g_assert_no_error (error);
  assert_stands (fixture, id, "agreed 2 0", OTHER_QUIET);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/space-boundaries/agree", Fixture, NULL, fixture_set_up, test_agree, fixture_tear_down);
  g_test_add ("/space-boundaries/own-proposal", Fixture, NULL, fixture_set_up, test_own_proposal, fixture_tear_down);
  g_test_add ("/space-boundaries/revise", Fixture, NULL, fixture_set_up, test_revise, fixture_tear_down);
  g_test_add ("/space-boundaries/end", Fixture, NULL, fixture_set_up, test_end, fixture_tear_down);
  g_test_add ("/space-boundaries/limit", Fixture, NULL, fixture_set_up, test_limit, fixture_tear_down);
  g_test_add ("/space-boundaries/solo", Fixture, NULL, fixture_set_up_solo, test_solo, fixture_tear_down);
  g_test_add ("/space-boundaries/next-partner", Fixture, NULL, fixture_set_up, test_next_partner, fixture_tear_down);
  g_test_add ("/space-boundaries/solo-phrase", Fixture, NULL, fixture_set_up_solo, test_solo_phrase, fixture_tear_down);
  g_test_add ("/space-boundaries/review", Fixture, NULL, fixture_set_up, test_review, fixture_tear_down);
  g_test_add ("/space-boundaries/add", Fixture, NULL, fixture_set_up, test_add, fixture_tear_down);
  g_test_add ("/space-boundaries/not-now", Fixture, NULL, fixture_set_up, test_not_now, fixture_tear_down);
  g_test_add ("/space-boundaries/change-not-now", Fixture, NULL, fixture_set_up, test_change_not_now, fixture_tear_down);
  g_test_add ("/space-boundaries/another-time", Fixture, NULL, fixture_set_up, test_another_time, fixture_tear_down);
  g_test_add ("/space-boundaries/together", Fixture, NULL, fixture_set_up, test_together, fixture_tear_down);
  g_test_add ("/space-boundaries/outside", Fixture, NULL, fixture_set_up, test_outside, fixture_tear_down);
  g_test_add ("/space-boundaries/forgotten", Fixture, NULL, fixture_set_up, test_forgotten, fixture_tear_down);
  g_test_add ("/space-boundaries/left-unanswered/leaver", Fixture, "leaver", fixture_set_up_solo, test_left_unanswered, fixture_tear_down);
  g_test_add ("/space-boundaries/left-unanswered/stays", Fixture, NULL, fixture_set_up_solo, test_left_unanswered, fixture_tear_down);

  return g_test_run ();
}
