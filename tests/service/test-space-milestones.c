/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-invitation-words.h"
#include "bridge-milestone-words.h"
#include "bridge-space-private.h"
#include "bridge-statement.h"
#include "bridge-store-milestones.h"
#include "service-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

/* @who: "both", or of one */
static BridgeMilestone *
make (const char *title,
      const char *who)
{
  BridgeMilestone *milestone = bridge_milestone_new (title, BRIDGE_MILESTONE_FROM_WINS, 3);

  g_object_set (milestone, "who", who, "since", local ("2026-11-20"), "revisit-on", local ("2026-12-20"), NULL);
  return milestone;
}

static BridgeMilestone *
add (Fixture    *fixture,
     const char *title,
     const char *who)
{
  g_autoptr (BridgeMilestone) milestone = make (title, who);

  return bridge_test_add_milestone (fixture->space, milestone);
}

static void
assert_state (Fixture              *fixture,
              BridgeMilestone      *milestone,
              BridgeMilestoneState  state)
{
  g_autoptr (BridgeMilestone) found = bridge_test_find_milestone (fixture->space, milestone);

  g_assert_cmpint (bridge_milestone_get_state (found), ==, state);
}

static void
refuse (gboolean    done,
        GError    **error)
{
  g_assert_false (done);
  g_assert_error (*error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (error);
}

static void
undo (Fixture    *fixture,
      const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, label);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bridge_space_redo (fixture->space, &error);
  g_assert_no_error (error);
}

static guint
count_log (Fixture         *fixture,
           BridgeMilestone *milestone)
{
  g_autoptr (GPtrArray) log = bridge_space_list_milestone_changes (fixture->space, bridge_milestone_get_id (milestone), NULL);

  return log->len;
}

/* "Reshaped: 2 small wins instead of 3: Too much (Rested)" (transfer full) */
static char *
dup_log (Fixture         *fixture,
         BridgeMilestone *milestone)
{
  g_autoptr (BridgeMilestone) found = bridge_test_find_milestone (fixture->space, milestone);
  g_autoptr (GPtrArray) log = bridge_space_list_milestone_changes (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *words = bridge_milestone_log_entry_to_words (fixture->space, found, log, i);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? "; " : "", words,
                              bridge_milestone_change_get_words (g_ptr_array_index (log, i)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_wins (Fixture *fixture,
          guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("Tea without being asked", local ("2026-11-21"));
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

      g_assert_no_error (error);
    }
}

static BridgeWin *
find_entry (Fixture    *fixture,
            const char *search,
            guint       n_expected)
{
  const BridgeWinQuery query = { .search = search, .kind = BRIDGE_WIN_MILESTONE };
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);

  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, n_expected);
  return g_list_model_get_item (wins, 0);
}

/* Noted, stored, and taken back. */
static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  gboolean solo = bridge_space_get_partner (fixture->space) == NULL;
  g_autoptr (BridgeMilestone) milestone = add (fixture, "  A calm talk\nabout money ", solo ? NULL : fixture_get_me (fixture));
  g_autoptr (BridgeMilestone) reread = NULL;
  g_autoptr (BridgeMilestone) given = bridge_milestone_copy (milestone);
  g_autoptr (BridgeInvitation) proposed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_milestone_get_title (milestone), ==, "A calm talk about money");
  g_assert_cmpint (bridge_milestone_get_state (milestone), ==, BRIDGE_MILESTONE_OPEN);
  g_assert_cmpint (bridge_milestone_get_reminding_since (milestone), ==, bridge_clock_now (fixture->clock));
  undo (fixture, "Milestone added");
  g_assert_null (bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL));
  redo (fixture);
  fixture_reopen (fixture);
  reread = bridge_test_find_milestone (fixture->space, milestone);
  g_assert_cmpint (bridge_milestone_get_target (reread), ==, 3);
  g_assert_cmpint (bridge_milestone_get_revisit_on (reread), ==, local ("2026-12-20"));
  if (!solo)
    return;
  /* Alone there is nobody to ask. */
  g_object_set (given, "id", NULL, NULL);
  proposed = bridge_space_propose_milestone (fixture->space, given, NULL, &error);
  refuse (proposed != NULL, &error);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  const struct {
    const char *property;
    const char *text;
    const char *day;
    int code;
  } vectors[] = {
    { "title", " ", NULL, BRIDGE_ERROR_INVALID_VALUE },
    { "win-kind", "milestone", NULL, BRIDGE_ERROR_INVALID_VALUE },
    { "ritual-ids", "nothing-like-it", NULL, BRIDGE_ERROR_NOT_FOUND },
    { "since", NULL, "2026-11-23", BRIDGE_ERROR_INVALID_DATE },
    { "revisit-on", NULL, "2026-11-22", BRIDGE_ERROR_INVALID_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeMilestone) milestone = make ("Words", fixture_get_me (fixture));
      g_autoptr (BridgeMilestone) stored = NULL;
      g_autoptr (GError) error = NULL;

      if (vectors[i].day != NULL)
        g_object_set (milestone, vectors[i].property, local (vectors[i].day), NULL);
      else
        g_object_set (milestone, vectors[i].property, vectors[i].text, NULL);
      stored = bridge_space_add_milestone (fixture->space, milestone, &error);
      g_assert_null (stored);
      g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_milestones (fixture->space)), ==, 0);
}

static void
test_not_set_up (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = make ("Words", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_milestone (fixture->space, milestone, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
}

/* Every step stands in the log with its reason, and goes with Undo. */
static void
test_log (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", fixture_get_me (fixture));
  const char *id = bridge_milestone_get_id (milestone);
  g_autoptr (BridgeMilestone) edited = bridge_milestone_copy (milestone);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing changed is nothing. */
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, "No reason", &error));
  g_assert_cmpuint (count_log (fixture, milestone), ==, 0);
  g_object_set (edited, "target", 2, NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, " Three was too much ", &error));
  undo (fixture, "Milestone reshaped");
  g_assert_cmpuint (count_log (fixture, milestone), ==, 0);
  redo (fixture);
  g_assert_true (bridge_space_revisit_milestone (fixture->space, id, local ("2027-01-03"), NULL, &error));
  g_assert_false (bridge_space_revisit_milestone (fixture->space, id, local ("2026-11-22"), NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REST, "December", &error));
  refuse (bridge_space_revisit_milestone (fixture->space, id, local ("2027-01-10"), NULL, &error), &error);
  refuse (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REOPEN, NULL, &error), &error);
  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_RESUME, NULL, &error));
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, "Sunday mornings", "Pancakes", FALSE, &error));
  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REOPEN, "One more", &error));
  g_assert_no_error (error);
  log = dup_log (fixture, milestone);
  g_assert_cmpstr (log, ==,
                   "Reshaped: 2 small wins instead of 3 (Three was too much); Looked at, and again on Sunday, 3 January 2027 ();"
                   " Put to rest (December); Taken up again (); Reached (Sunday mornings); Opened again (One more)");
  undo (fixture, "Milestone is open again");
  assert_state (fixture, milestone, BRIDGE_MILESTONE_REACHED);
  undo (fixture, "Milestone reached");
  undo (fixture, "Milestone goes on");
  assert_state (fixture, milestone, BRIDGE_MILESTONE_RESTING);
  g_assert_cmpuint (count_log (fixture, milestone), ==, 3);
}

/* One's own is its holder's: the other one does not even find it, and it comes into the log of both only if they want it to. */
static void
test_own (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Breathe first", fixture_get_me (fixture));
  g_autoptr (BridgeMilestone) for_other =
    make ("For you to do", bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  const char *id = bridge_milestone_get_id (milestone);
  g_autoptr (BridgeWin) entry = NULL;
  g_autoptr (GPtrArray) reached = NULL;
  g_autoptr (GError) error = NULL;

  refuse (bridge_space_add_milestone (fixture->space, for_other, &error) != NULL, &error);
  add_wins (fixture, 3);
  speak_as (fixture->space, "Ben");
  g_assert_null (bridge_space_find_milestone (fixture->space, id, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bridge_space_reach_milestone (fixture->space, id, NULL, NULL, TRUE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  reached = bridge_space_list_reached_milestones (fixture->space, &error);
  g_assert_cmpuint (reached->len, ==, 0);

  speak_as (fixture->space, "Ada");
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, NULL, NULL, FALSE, &error));
  find_entry (fixture, NULL, 0);
  undo (fixture, "Milestone reached");
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, "Ten breaths", NULL, TRUE, &error));
  entry = find_entry (fixture, "breathe", 1);
  g_assert_cmpstr (bridge_win_get_noticed_by (entry), ==, fixture_get_me (fixture));
}

/* The number is noticed, and a person says that it is reached; then it is in the log, is found, and goes with Undo. */
static void
test_reach (Fixture       *fixture,
            gconstpointer  user_data)
{
  gboolean solo = bridge_space_get_partner (fixture->space) == NULL;
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", NULL);
  const char *id = bridge_milestone_get_id (milestone);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) reached = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (BridgeWin) entry = NULL;
  g_autofree char *long_text = g_strnfill (501, 'a');
  g_autoptr (GError) error = NULL;

  add_wins (fixture, 2);
  before = bridge_space_list_reached_milestones (fixture->space, &error);
  g_assert_cmpuint (before->len, ==, 0);
  add_wins (fixture, 1);
  reached = bridge_space_list_reached_milestones (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reached->len, ==, 1);
  assert_state (fixture, milestone, BRIDGE_MILESTONE_OPEN);

  /* That it was shown is nothing to undo, and nothing that keeps from it. */
  g_assert_true (bridge_space_celebrated_milestone (fixture->space, id, &error));
  g_assert_false (bridge_space_celebrated_milestone (fixture->space, "nothing-like-it", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, "Win added");

  g_assert_false (bridge_space_reach_milestone (fixture->space, id, long_text, NULL, FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, "Sunday mornings", " Pancakes ", FALSE, &error));
  g_assert_no_error (error);
  found = bridge_test_find_milestone (fixture->space, milestone);
  g_assert_cmpint (bridge_milestone_get_reached_on (found), ==, local ("2026-11-22"));
  g_assert_cmpstr (bridge_milestone_get_mark (found), ==, "Pancakes");
  g_assert_true (bridge_milestone_get_celebrated (found));
  entry = find_entry (fixture, "pancake sunday", 0);
  g_assert_null (entry);
  entry = find_entry (fixture, "sunday three", 1);
  g_assert_cmpstr (bridge_win_get_text (entry), ==, "Three small wins");
  g_assert_cmpstr (bridge_win_get_meant (entry), ==, "Sunday mornings");
  g_assert_cmpstr (bridge_win_get_milestone_id (entry), ==, id);
  g_assert_cmpstr (bridge_win_get_noticed_by (entry), ==, solo ? fixture_get_me (fixture) : NULL);
  after = bridge_space_list_reached_milestones (fixture->space, &error);
  g_assert_cmpuint (after->len, ==, 0);
  refuse (bridge_space_reach_milestone (fixture->space, id, NULL, NULL, FALSE, &error), &error);

  undo (fixture, "Milestone reached");
  assert_state (fixture, milestone, BRIDGE_MILESTONE_OPEN);
  find_entry (fixture, NULL, 0);
  redo (fixture);
  assert_state (fixture, milestone, BRIDGE_MILESTONE_REACHED);
  find_entry (fixture, NULL, 1);
  g_object_unref (find_entry (fixture, NULL, 1));
}

/* A celebration is shown by itself once, and again only for a bigger number. */
static void
test_celebrated (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", fixture_get_me (fixture));
  const char *id = bridge_milestone_get_id (milestone);
  g_autoptr (BridgeMilestone) edited = NULL;
  g_autoptr (BridgeMilestone) smaller = NULL;
  g_autoptr (BridgeMilestone) bigger = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_celebrated_milestone (fixture->space, id, &error));
  fixture_reopen (fixture);
  edited = bridge_test_find_milestone (fixture->space, milestone);
  g_assert_true (bridge_milestone_get_celebrated (edited));
  g_object_set (edited, "target", 2, NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error));
  smaller = bridge_test_find_milestone (fixture->space, milestone);
  g_assert_true (bridge_milestone_get_celebrated (smaller));
  g_object_set (edited, "target", 5, NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error));
  g_assert_no_error (error);
  bigger = bridge_test_find_milestone (fixture->space, milestone);
  g_assert_false (bridge_milestone_get_celebrated (bigger));
}

static const char *
get_waiting (Fixture    *fixture,
             const char *subject_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_MILESTONE, subject_id);

  g_assert_nonnull (waiting);
  return bridge_invitation_get_id (waiting);
}

static void
answer (Fixture               *fixture,
        const char            *subject_id,
        BridgeInvitationEvent  event,
        const char            *day)
{
  g_autoptr (GError) error = NULL;

  bridge_space_answer_invitation (fixture->space, get_waiting (fixture, subject_id), event,
                                  day != NULL ? local (day) : BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
}

/* "Ada proposes: Ten walks. A line; another" (transfer full) */
static char *
dup_lines (Fixture    *fixture,
           const char *subject_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_MILESTONE, subject_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bridge_invitation_to_name (fixture->space, waiting);
  g_auto (GStrv) lines = bridge_invitation_to_lines (fixture->space, waiting, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv ("; ", lines);
  return g_strdup_printf ("%s. %s", name, joined);
}

/* One of both is none before both have said yes. Another day is when whoever is asked comes back to it. */
static void
test_of_both (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) given = make ("Three small wins", NULL);
  GListModel *milestones = bridge_space_get_milestones (fixture->space);
  g_autoptr (BridgeInvitation) first = NULL;
  g_autoptr (BridgeInvitation) again = NULL;
  g_autoptr (BridgeInvitation) second = NULL;
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  refuse (bridge_space_add_milestone (fixture->space, given, &error) != NULL, &error);
  first = bridge_space_propose_milestone (fixture->space, given, "If you like.", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (milestones), ==, 0);
  again = bridge_space_propose_milestone (fixture->space, given, NULL, &error);
  refuse (again != NULL, &error);
  asked = dup_lines (fixture, NULL);
  g_assert_cmpstr (asked, ==, "Ada proposes: Three small wins. 3 small wins; Another look on Sunday, 20 December");
  speak_as (fixture->space, "Ben");
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-26T18:00");
  later = dup_lines (fixture, NULL);
  g_assert_cmpstr (later, ==, "Ada proposes: Three small wins. 3 small wins; Another look on Sunday, 20 December; "
                              "To be talked about on Thursday, 26 November");
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_NOT_NOW, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (milestones), ==, 0);

  speak_as (fixture->space, "Ada");
  g_object_set (given, "title", "A calm talk", NULL);
  second = bridge_space_propose_milestone (fixture->space, given, NULL, &error);
  g_assert_no_error (error);
  /* The day for another look goes by meanwhile: then there is none. */
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), utc (fixture, "2026-12-21T10:00"));
  speak_as (fixture->space, "Ben");
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_YES, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (milestones), ==, 1);
  stored = g_list_model_get_item (milestones, 0);
  g_assert_cmpstr (bridge_milestone_get_title (stored), ==, "A calm talk");
  g_assert_null (bridge_milestone_get_who (stored));
  g_assert_cmpint (bridge_milestone_get_revisit_on (stored), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpuint (count_log (fixture, stored), ==, 0);
}

/* Less of one of both is a decision, more of it is asked. What was asked does not outlive what it was about. */
static void
test_more_of_both (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) shared = add (fixture, "Three small wins", NULL);
  const char *id = bridge_milestone_get_id (shared);
  g_autoptr (BridgeMilestone) edited = bridge_milestone_copy (shared);
  g_autoptr (BridgeInvitation) bigger = NULL;
  g_autoptr (BridgeInvitation) overtaken = NULL;
  g_autoptr (BridgeInvitation) on = NULL;
  g_autoptr (BridgeMilestone) found = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *on_lines = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (edited, "target", 2, NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error));
  g_object_set (edited, "target", 4, NULL);
  refuse (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error), &error);
  g_object_set (edited, "target", 2, "who", fixture_get_me (fixture), NULL);
  refuse (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error), &error);

  g_object_set (edited, "target", 4, "who", NULL, "title", "Four small wins", NULL);
  bigger = bridge_space_propose_milestone (fixture->space, edited, "It went well.", &error);
  g_assert_no_error (error);
  lines = dup_lines (fixture, id);
  g_assert_cmpstr (lines, ==, "Ada proposes a change: Four small wins. 4 small wins instead of 2; Called “Four small wins” "
                               "instead of “Three small wins”");
  speak_as (fixture->space, "Ben");
  answer (fixture, id, BRIDGE_INVITATION_SAY_YES, NULL);
  found = bridge_test_find_milestone (fixture->space, shared);
  g_assert_cmpint (bridge_milestone_get_target (found), ==, 4);
  log = dup_log (fixture, shared);
  g_assert_cmpstr (log, ==, "Reshaped: 2 small wins instead of 3 (); Reshaped: 4 small wins instead of 2 · Called "
                            "“Four small wins” instead of “Three small wins” (It went well.)");

  /* Either lets it rest; that it goes on is asked. */
  g_object_set (found, "note", "Without hurry", NULL);
  overtaken = bridge_space_propose_milestone (fixture->space, found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_null (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_MILESTONE, id));
  speak_as (fixture->space, "Ada");
  refuse (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_RESUME, NULL, &error), &error);
  g_clear_object (&found);
  found = bridge_test_find_milestone (fixture->space, shared);
  g_object_set (found, "state", BRIDGE_MILESTONE_OPEN, NULL);
  on = bridge_space_propose_milestone (fixture->space, found, NULL, &error);
  g_assert_no_error (error);
  assert_state (fixture, shared, BRIDGE_MILESTONE_RESTING);
  on_lines = dup_lines (fixture, id);
  g_assert_cmpstr (on_lines, ==, "Ada proposes to go on: Four small wins. It goes on");
  speak_as (fixture->space, "Ben");
  answer (fixture, id, BRIDGE_INVITATION_SAY_YES, NULL);
  assert_state (fixture, shared, BRIDGE_MILESTONE_OPEN);
  g_assert_cmpuint (count_log (fixture, shared), ==, 4);

  /* What two have agreed on is not one's to remove; either says that it is reached. */
  refuse (bridge_space_remove_milestone (fixture->space, id, &error), &error);
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, NULL, NULL, FALSE, &error));
  g_assert_no_error (error);
}

/* That it is reached takes nothing back: what rested for both rests again, and goes on only if both want it to. */
static void
test_reach_from_rest (Fixture       *fixture,
                      gconstpointer  user_data)
{
  gboolean solo = bridge_space_get_partner (fixture->space) == NULL;
  g_autoptr (BridgeMilestone) shared = add (fixture, "Three small wins", NULL);
  const char *id = bridge_milestone_get_id (shared);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_true (bridge_space_reach_milestone (fixture->space, id, NULL, NULL, FALSE, &error));
  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REOPEN, NULL, &error));
  g_assert_no_error (error);
  assert_state (fixture, shared, solo ? BRIDGE_MILESTONE_OPEN : BRIDGE_MILESTONE_RESTING);
  log = dup_log (fixture, shared);
  g_assert_cmpstr (log, ==, solo ? "Put to rest (); Reached (); Opened again ()" : "Put to rest (); Reached (); Put to rest ()");
}

/* What somebody else has written meanwhile is not written over by that a celebration was shown. */
static void
test_celebrated_only (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", fixture_get_me (fixture));
  const char *id = bridge_milestone_get_id (milestone);
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autoptr (GError) error = NULL;

  bridge_statement_execute (db, "UPDATE milestones SET title = 'Elsewhere'", &error);
  g_assert_true (bridge_space_celebrated_milestone (fixture->space, id, &error));
  stored = bridge_store_load_milestone (db, id, &error);
  g_assert_cmpstr (bridge_milestone_get_title (stored), ==, "Elsewhere");
  g_assert_true (bridge_milestone_get_celebrated (stored));
}

/* The day on which somebody comes back to it does not answer for them: so many wait, and no more. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeInvitation) again = NULL;
  g_autoptr (BridgeMilestone) more = make ("One more", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < BRIDGE_SPACE_MAX_WAITING; i++)
    {
      g_autofree char *title = g_strdup_printf ("Small wins %u", i);
      g_autoptr (BridgeMilestone) given = make (title, NULL);
      g_autoptr (BridgeInvitation) proposed = bridge_space_propose_milestone (fixture->space, given, NULL, &error);

      speak_as (fixture->space, "Ben");
      bridge_space_answer_invitation (fixture->space, bridge_invitation_get_id (proposed), BRIDGE_INVITATION_SAY_ANOTHER_TIME,
                                      local ("2026-11-26T18:00"), 0, &error);
      g_assert_no_error (error);
      speak_as (fixture->space, "Ada");
    }
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), utc (fixture, "2026-11-27T10:00"));
  again = bridge_space_propose_milestone (fixture->space, more, NULL, &error);
  refuse (again != NULL, &error);
}

/* One's own becomes one of both by asking, and is shown by it; what it was counted from has to be of both, too. */
static void
test_own_to_both (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) own = add (fixture, "Three small wins", fixture_get_me (fixture));
  const char *id = bridge_milestone_get_id (own);
  g_autoptr (BridgeMilestone) edited = bridge_milestone_copy (own);
  g_autoptr (BridgeInvitation) proposed = NULL;
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (BridgeInvitation) agreed = NULL;
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REST, "My own reason", &error));
  g_object_set (edited, "who", NULL, NULL);
  refuse (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error), &error);
  proposed = bridge_space_propose_milestone (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Ben");
  /* All of it, as nothing of it was seen before; nor is it to be read afterwards what became of it until then. */
  lines = dup_lines (fixture, id);
  g_assert_cmpstr (lines, ==, "Ada proposes: Three small wins. 3 small wins; Another look on Sunday, 20 December");
  answer (fixture, id, BRIDGE_INVITATION_SAY_YES, NULL);
  agreed = bridge_space_find_invitation (fixture->space, bridge_invitation_get_id (proposed), &error);
  found = bridge_space_find_milestone (fixture->space, bridge_invitation_get_subject_id (agreed), &error);
  g_assert_no_error (error);
  g_assert_null (bridge_milestone_get_who (found));
  g_assert_cmpint (bridge_milestone_get_state (found), ==, BRIDGE_MILESTONE_OPEN);
  g_assert_cmpuint (count_log (fixture, found), ==, 0);
  g_assert_null (bridge_space_peek_milestone (fixture->space, id));
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Ada");
  assert_state (fixture, own, BRIDGE_MILESTONE_RESTING);
}

static void
test_rituals (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *shared = fixture_add_ritual (fixture, "Walk", "2026-11-01T17:00", "FREQ=DAILY", "");
  g_autoptr (BridgeRitual) theirs = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-01T17:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Walks", BRIDGE_MILESTONE_FROM_RITUALS, 4);
  g_autoptr (BridgeMilestone) added = NULL;
  g_autofree char *prefix = g_strndup (shared, 8);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (theirs, "title", "Breathe", "who", bridge_person_get_id (bridge_space_get_partner (fixture->space)), "schedule",
                schedule, "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (fixture->space, theirs);
  g_object_set (milestone, "who", fixture_get_me (fixture), "since", local ("2026-11-01"), "ritual-ids", bridge_ritual_get_id (stored), NULL);
  refuse (bridge_space_add_milestone (fixture->space, milestone, &error) != NULL, &error);
  g_object_set (milestone, "ritual-ids", prefix, NULL);
  added = bridge_space_add_milestone (fixture->space, milestone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_milestone_get_ritual_ids (added), ==, shared);
  words = bridge_milestone_progress_to_words (fixture->space, added, 3);
  g_assert_cmpstr (words, ==, "3 of 4 moments of “Walk”");
}

/* How far, in words: no percentage, and never more than the number. */
static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  const struct {
    BridgeMilestoneSource source;
    const char *kind;
    int target;
    guint count;
    const char *progress;
    const char *aim;
  } vectors[] = {
    { BRIDGE_MILESTONE_FROM_NOTHING, NULL, 0, 0, "Open: it is reached when you say so", "Open: it is reached when you say so" },
    { BRIDGE_MILESTONE_FROM_RITUALS, NULL, 10, 6, "6 of 10 kept moments", "10 kept moments" },
    { BRIDGE_MILESTONE_FROM_WINS, NULL, 1, 0, "0 of 1 small win", "1 small win" },
    { BRIDGE_MILESTONE_FROM_WINS, "listening", 5, 12, "5 of 5 small wins (Listening)", "5 small wins (Listening)" },
    { BRIDGE_MILESTONE_FROM_PROMISES, NULL, 3, 1, "1 of 3 promises kept or re-agreed", "3 promises kept or re-agreed" },
    { BRIDGE_MILESTONE_FROM_TALKS, NULL, 2, 1, "1 of 2 pauses that ended in a talk", "2 pauses that ended in a talk" },
    { BRIDGE_MILESTONE_FROM_WEEKS, NULL, 4, 2, "2 of 4 weeks", "4 weeks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", vectors[i].source, vectors[i].target);
      g_autofree char *progress = NULL;
      g_autofree char *aim = NULL;

      g_object_set (milestone, "win-kind", vectors[i].kind, NULL);
      progress = bridge_milestone_progress_to_words (fixture->space, milestone, vectors[i].count);
      aim = bridge_milestone_aim_to_words (fixture->space, milestone);
      g_assert_cmpstr (progress, ==, vectors[i].progress);
      g_assert_cmpstr (aim, ==, vectors[i].aim);
    }
}

/* Whoever comes back takes back what is theirs, and not what the other one has found so. */
static void
test_hand_over (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) shared = add (fixture, "Three small wins", NULL);
  g_autoptr (BridgeMilestone) own = add (fixture, "My own", fixture_get_me (fixture));
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_change_milestone (fixture->space, bridge_milestone_get_id (own), BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_true (bridge_space_change_milestone (fixture->space, bridge_milestone_get_id (shared), BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_no_error (error);
  bridge_space_forget_undo_of_both (fixture->space);
  undo (fixture, "Milestone rests");
  assert_state (fixture, own, BRIDGE_MILESTONE_OPEN);
  assert_state (fixture, shared, BRIDGE_MILESTONE_RESTING);
}

/* What was of both rests with the one who stays, and has no word about it; one's own goes along. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) shared = add (fixture, "Three small wins", NULL);
  g_autoptr (BridgeMilestone) mine = add (fixture, "My own", fixture_get_me (fixture));
  g_autofree char *partner = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, "Ben");
  {
    g_autoptr (BridgeMilestone) theirs = add (fixture, "Their own", partner);

    g_assert_nonnull (theirs);
  }
  g_assert_true (bridge_space_leave (fixture->space, partner, FALSE, &error));
  g_assert_no_error (error);
  assert_state (fixture, mine, BRIDGE_MILESTONE_OPEN);
  {
    g_autoptr (BridgeMilestone) kept = bridge_milestone_copy (bridge_space_peek_milestone (fixture->space, bridge_milestone_get_id (shared)));

    g_assert_cmpint (bridge_milestone_get_state (kept), ==, BRIDGE_MILESTONE_RESTING);
    assert_state (fixture, kept, BRIDGE_MILESTONE_RESTING);
  }
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_milestones (fixture->space)), ==, 2);
  /* Alone again, it is one's own to take up. */
  g_assert_true (bridge_space_change_milestone (fixture->space, bridge_milestone_get_id (shared), BRIDGE_MILESTONE_RESUME, NULL, &error));
  g_assert_no_error (error);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", fixture_get_me (fixture));
  const char *id = bridge_milestone_get_id (milestone);
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_change_milestone (fixture->space, id, BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_true (bridge_space_remove_milestone (fixture->space, id, &error));
  g_assert_no_error (error);
  g_assert_null (bridge_space_find_milestone (fixture->space, id, NULL));
  undo (fixture, "Milestone removed");
  assert_state (fixture, milestone, BRIDGE_MILESTONE_RESTING);
  g_assert_cmpuint (count_log (fixture, milestone), ==, 1);
}

#define ADD(path, set_up, test) g_test_add ("/space-milestones/" path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", fixture_set_up, test_add);
  ADD ("solo", fixture_set_up_solo, test_add);
  ADD ("refused", fixture_set_up, test_refused);
  ADD ("not-set-up", fixture_set_up_empty, test_not_set_up);
  ADD ("log", fixture_set_up, test_log);
  ADD ("own", fixture_set_up, test_own);
  ADD ("reach", fixture_set_up, test_reach);
  ADD ("reach-solo", fixture_set_up_solo, test_reach);
  ADD ("celebrated", fixture_set_up, test_celebrated);
  ADD ("of-both", fixture_set_up, test_of_both);
  ADD ("more-of-both", fixture_set_up, test_more_of_both);
  ADD ("reach-from-rest", fixture_set_up, test_reach_from_rest);
  ADD ("reach-from-rest-solo", fixture_set_up_solo, test_reach_from_rest);
  ADD ("celebrated-only", fixture_set_up, test_celebrated_only);
  ADD ("waiting", fixture_set_up, test_waiting);
  ADD ("own-to-both", fixture_set_up, test_own_to_both);
  ADD ("rituals", fixture_set_up, test_rituals);
  ADD ("words", fixture_set_up, test_words);
  ADD ("hand-over", fixture_set_up, test_hand_over);
  ADD ("leave", fixture_set_up, test_leave);
  ADD ("remove", fixture_set_up, test_remove);

  return g_test_run ();
}
