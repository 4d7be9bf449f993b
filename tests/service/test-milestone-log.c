/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-milestone-led.h"
#include "bridge-milestone-record.h"
#include "bridge-milestone-words.h"
#include "service-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

static BridgeMilestone *
add (Fixture    *fixture,
     const char *title,
     const char *who)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new (title, BRIDGE_MILESTONE_FROM_WINS, 3);

  g_object_set (milestone, "who", who, "since", local ("2026-11-20"), "revisit-on", local ("2026-12-20"), NULL);
  return bridge_test_add_milestone (fixture->space, milestone);
}

static void
reach (Fixture         *fixture,
       BridgeMilestone *milestone,
       const char      *possible,
       gboolean         in_log)
{
  g_autoptr (GError) error = NULL;

  bridge_space_reach_milestone (fixture->space, bridge_milestone_get_id (milestone), possible, NULL, in_log, &error);
  g_assert_no_error (error);
}

static void
reopen (Fixture         *fixture,
        BridgeMilestone *milestone)
{
  g_autoptr (GError) error = NULL;

  bridge_space_change_milestone (fixture->space, bridge_milestone_get_id (milestone), BRIDGE_MILESTONE_REOPEN, NULL, &error);
  g_assert_no_error (error);
}

/* "2026-11-22 Words: What it meant" of each milestone in the log of small wins, the newest first (transfer full) */
static char *
dup_entries (Fixture *fixture)
{
  const BridgeWinQuery query = { .kind = BRIDGE_WIN_MILESTONE };
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (wins); i++)
    {
      g_autoptr (BridgeWin) win = g_list_model_get_item (wins, i);
      g_autofree char *day = bridge_local_format_date (bridge_win_get_on (win));

      g_string_append_printf (text, "%s%s %s: %s", i > 0 ? "; " : "", day, bridge_win_get_text (win), bridge_win_get_meant (win));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_entries (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *entries = dup_entries (fixture);

  g_assert_cmpstr (entries, ==, expected);
}

/* Reached, opened again and reached again: it is in the log once, with the last day and all the words, and Undo takes away what
 * it made. */
static void
test_again (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", fixture_get_me (fixture));

  reach (fixture, milestone, "Sunday mornings", TRUE);
  assert_entries (fixture, "2026-11-22 A calm talk: Sunday mornings");
  reopen (fixture, milestone);
  assert_entries (fixture, "2026-11-22 A calm talk: Sunday mornings");
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-25T12:00");
  reach (fixture, milestone, "A walk before", TRUE);
  assert_entries (fixture, "2026-11-25 A calm talk: Sunday mornings\nA walk before");
  bridge_space_undo (fixture->space, NULL);
  assert_entries (fixture, "2026-11-22 A calm talk: Sunday mornings");
  bridge_space_redo (fixture->space, NULL);
  fixture_reopen (fixture);
  assert_entries (fixture, "2026-11-25 A calm talk: Sunday mornings\nA walk before");

  /* Nothing new to say is nothing twice. */
  reopen (fixture, milestone);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-26T12:00");
  reach (fixture, milestone, "A walk before", TRUE);
  assert_entries (fixture, "2026-11-26 A calm talk: Sunday mornings\nA walk before");
  reopen (fixture, milestone);
  reach (fixture, milestone, NULL, TRUE);
  assert_entries (fixture, "2026-11-26 A calm talk: Sunday mornings\nA walk before");

  /* One's own comes back into what both read only if that is wanted again. */
  reopen (fixture, milestone);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T12:00");
  reach (fixture, milestone, "Nobody’s business", FALSE);
  assert_entries (fixture, "2026-11-26 A calm talk: Sunday mornings\nA walk before");
}

/* What it is called now stands there, unless somebody has given the entry words of its own; one that was removed comes anew. */
static void
test_again_title (Fixture       *fixture,
                  gconstpointer  user_data)
{
  const BridgeWinQuery query = { .kind = BRIDGE_WIN_MILESTONE };
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", NULL);
  g_autoptr (BridgeMilestone) edited = NULL;
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);
  g_autoptr (BridgeWin) entry = NULL;
  g_autoptr (GError) error = NULL;

  reach (fixture, milestone, NULL, FALSE);
  reopen (fixture, milestone);
  edited = bridge_test_find_milestone (fixture->space, milestone);
  g_object_set (edited, "title", "Two calm talks", NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, NULL, &error));
  reach (fixture, milestone, NULL, FALSE);
  assert_entries (fixture, "2026-11-22 Two calm talks: ");

  entry = g_list_model_get_item (wins, 0);
  g_object_set (entry, "text", "Two of them", NULL);
  g_assert_true (bridge_space_update_win (fixture->space, entry, &error));
  reopen (fixture, milestone);
  reach (fixture, milestone, NULL, FALSE);
  assert_entries (fixture, "2026-11-22 Two of them: ");

  g_assert_true (bridge_space_remove_win (fixture->space, bridge_win_get_id (entry), &error));
  reopen (fixture, milestone);
  reach (fixture, milestone, NULL, FALSE);
  assert_entries (fixture, "2026-11-22 Two calm talks: ");
}

/* What it was to begin with, and each shape after it. */
static void
test_begun (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *walk = fixture_add_ritual (fixture, "Weekly walk", "2026-11-01T10:00", "FREQ=DAILY", "");
  g_autofree char *quiet = fixture_add_ritual (fixture, "Ten quiet minutes", "2026-11-01T17:00", "FREQ=DAILY", "");
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Four of them", BRIDGE_MILESTONE_FROM_RITUALS, 4);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeMilestone) edited = NULL;
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (BridgeMilestone) first = NULL;
  g_autoptr (BridgeMilestone) second = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *begin = NULL;
  g_autofree char *entry = NULL;

  g_object_set (given, "ritual-ids", walk, "note", "Without hurry", NULL);
  milestone = bridge_test_add_milestone (fixture->space, given);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-24T12:00");
  edited = bridge_milestone_copy (milestone);
  g_object_set (edited, "ritual-ids", quiet, "title", "Four quiet ones", NULL);
  g_assert_true (bridge_space_reshape_milestone (fixture->space, edited, "It rains", &error));
  g_assert_no_error (error);

  found = bridge_test_find_milestone (fixture->space, milestone);
  log = bridge_space_list_milestone_changes (fixture->space, bridge_milestone_get_id (milestone), &error);
  g_assert_cmpuint (log->len, ==, 1);
  begin = bridge_milestone_log_begin_to_words (fixture->space, found, log);
  entry = bridge_milestone_log_entry_to_words (fixture->space, found, log, 0);
  g_assert_cmpstr (begin, ==,
                   "Begun as “Four of them” · 4 moments of “Weekly walk” · Counted from Sunday, 22 November on · "
                   "In your words: “Without hurry” · Without a day for another look");
  g_assert_cmpstr (entry, ==, "Reshaped: 4 moments of “Ten quiet minutes” · Called “Four quiet ones” "
                             "instead of “Four of them”");
  g_assert_cmpint (bridge_milestone_get_begun_on (fixture->space, found), ==, local ("2026-11-22"));
  first = bridge_milestone_log_dup_shape (found, log, 0);
  second = bridge_milestone_log_dup_shape (found, log, 1);
  g_assert_cmpstr (bridge_milestone_get_ritual_ids (first), ==, walk);
  g_assert_cmpstr (bridge_milestone_get_ritual_ids (second), ==, quiet);
}

static void
note (Fixture    *fixture,
      const char *who)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("Tea without being asked", local ("2026-11-21"));
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (win, "noticed-by", who, NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
}

/* One's own is counted, and foretold, from what its holder noticed, or both did; one of both from all of it. */
static void
test_noticed (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) own = add (fixture, "Mine", fixture_get_me (fixture));
  g_autoptr (BridgeMilestone) shared = add (fixture, "Ours", NULL);
  g_auto (BridgeMilestoneAhead) ahead = { 0 };
  g_auto (BridgeMilestoneAhead) of_kind = { 0 };
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    note (fixture, fixture_get_me (fixture));
  note (fixture, NULL);
  speak_as (fixture->space, "Ben");
  for (guint i = 0; i < 4; i++)
    note (fixture, bridge_person_get_id (bridge_space_get_speaker (fixture->space)));
  speak_as (fixture->space, "Ada");

  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, own), ==, 6);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, shared), ==, 10);
  wins = bridge_milestone_list_wins (fixture->space, own, FALSE, 20, &error);
  g_assert_cmpuint (wins->len, ==, 6);
  g_assert_true (bridge_milestone_look_ahead (fixture->space, own, &ahead, &error));
  g_assert_cmpstr (ahead.why, ==, "You noted 6 small wins in the last 8 weeks, so 4 by Sunday, 3 January 2027 is within reach.");
  g_object_set (own, "win-kind", "other", NULL);
  g_assert_true (bridge_milestone_look_ahead (fixture->space, own, &of_kind, &error));
  g_assert_cmpstr (of_kind.why, ==,
                   "You noted 6 such small wins in the last 8 weeks, so 4 by Sunday, 3 January 2027 is within reach.");
}

static void
note_linked (Fixture         *fixture,
             const char      *text,
             const char      *day,
             BridgeMilestone *milestone)
{
  g_autoptr (BridgeWin) win = bridge_win_new (text, local (day));
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (win, "kind", BRIDGE_WIN_LAUGHTER, "starred", milestone == NULL, "milestone-id",
                milestone != NULL ? bridge_milestone_get_id (milestone) : NULL, NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
}

/* What somebody said belongs to it stands first among what led there, before what has a star: also from before its time, and of
 * a kind that it is not counted from. It counts no more for that. */
static void
test_linked (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", NULL);
  g_autoptr (BridgeMilestone) other = add (fixture, "Walks", NULL);
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (GPtrArray) wins = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  note_linked (fixture, "In time", "2026-11-22", milestone);
  note_linked (fixture, "Long before", "2026-10-01", milestone);
  note_linked (fixture, "Of another one", "2026-10-01", other);
  note_linked (fixture, "With a star", "2026-11-22", NULL);
  note_linked (fixture, "Of neither, before", "2026-10-01", NULL);
  wins = bridge_milestone_list_wins (fixture->space, milestone, FALSE, 20, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < wins->len; i++)
    g_string_append_printf (words, "%s; ", bridge_win_get_text (g_ptr_array_index (wins, i)));
  g_assert_cmpstr (words->str, ==, "In time; Long before; With a star; ");
  g_assert_true (bridge_milestone_count_wins (fixture->space, milestone, FALSE, &n, &error));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, milestone), ==, 2);

  found = bridge_test_find_milestone (fixture->space, milestone);
  g_object_set (found, "win-kind", "listening", NULL);
  g_clear_pointer (&wins, g_ptr_array_unref);
  wins = bridge_milestone_list_wins (fixture->space, found, FALSE, 1, &error);
  g_assert_cmpuint (wins->len, ==, 1);
  g_assert_true (bridge_milestone_count_wins (fixture->space, found, FALSE, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (bridge_test_count_milestone (fixture->space, found), ==, 0);
}

/* Of an open one that is what somebody said belongs to it; the rest is for a celebration to ask about. */
static void
test_linked_only (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("A calm talk", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) certain = NULL;
  g_autoptr (GPtrArray) maybe = NULL;
  g_autoptr (GError) error = NULL;
  BridgeMilestoneLed *led;

  g_object_set (milestone, "since", local ("2026-11-20"), NULL);
  stored = bridge_test_add_milestone (fixture->space, milestone);
  note_linked (fixture, "With a star", "2026-11-22", NULL);
  none = bridge_milestone_list_led (fixture->space, stored, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  note_linked (fixture, "Long before", "2026-10-01", stored);
  certain = bridge_milestone_list_led (fixture->space, stored, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certain->len, ==, 1);
  led = g_ptr_array_index (certain, 0);
  g_assert_cmpuint (led->words->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (led->words, 0), ==, "Long before");
  maybe = bridge_milestone_list_led (fixture->space, stored, TRUE, &error);
  g_assert_no_error (error);
  led = g_ptr_array_index (maybe, 0);
  g_assert_cmpuint (led->words->len, ==, 2);
}

/* One that is reached is looked at no more, and says how it was marked, if only the first time. */
static void
test_marked (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", NULL);
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GError) error = NULL;

  bridge_space_reach_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL, "Pancakes", FALSE, &error);
  g_assert_no_error (error);
  reopen (fixture, milestone);
  reach (fixture, milestone, NULL, FALSE);
  found = bridge_test_find_milestone (fixture->space, milestone);
  bridge_milestone_add_whole (builder, fixture->space, found);
  lines = g_strv_builder_end (builder);
  joined = g_strjoinv ("; ", lines);
  g_assert_cmpstr (joined, ==, "3 small wins; Marked with: Pancakes");
}

#define ADD(path, set_up, test) g_test_add ("/milestone-log/" path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("again", fixture_set_up, test_again);
  ADD ("again-title", fixture_set_up_solo, test_again_title);
  ADD ("begun", fixture_set_up_solo, test_begun);
  ADD ("noticed", fixture_set_up, test_noticed);
  ADD ("marked", fixture_set_up_solo, test_marked);
  ADD ("linked", fixture_set_up_solo, test_linked);
  ADD ("linked-only", fixture_set_up_solo, test_linked_only);

  return g_test_run ();
}
