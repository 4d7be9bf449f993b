/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-agenda.h"
#include "service-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_set_up (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  guint set_up = 0;
  guint solo = 0;
  const char *ben;

  g_signal_connect_swapped (fixture->space, "notify::set-up", G_CALLBACK (count_cb), &set_up);
  g_signal_connect_swapped (fixture->space, "notify::solo", G_CALLBACK (count_cb), &solo);
  g_assert_null (bridge_space_get_me (fixture->space));

  g_assert_false (bridge_space_set_up (fixture->space, "  ", NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_space_set_up (fixture->space, "Ada", "", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_null (bridge_space_get_me (fixture->space));
  {
    g_autoptr (BridgeWin) win = bridge_win_new ("You laughed", local ("2026-11-22"));

    g_assert_null (bridge_space_add_win (fixture->space, win, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
    g_clear_error (&error);
  }

  g_assert_true (bridge_space_set_up (fixture->space, " Ada ", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Ada");
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_me (fixture->space)), ==, 0);
  g_assert_null (bridge_space_get_partner (fixture->space));
  g_assert_cmpuint (set_up, ==, 1);
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  g_assert_false (bridge_space_set_up (fixture->space, "Eve", NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (solo, ==, 1);
  ben = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_assert_cmpint (bridge_person_get_colour (bridge_space_get_partner (fixture->space)), ==, 1);
  g_assert_true (bridge_space_find_person (fixture->space, ben) == bridge_space_get_partner (fixture->space));
  g_assert_false (bridge_space_add_partner (fixture->space, "Eve", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  /* Each chooses only their own name. */
  g_assert_false (bridge_space_rename_person (fixture->space, ben, "Coward", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, "Each chooses only their own name and colour. Ben can, when it is their turn here.");
  g_clear_error (&error);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Ben");
  g_assert_true (bridge_space_set_speaker (fixture->space, ben, &error));
  g_assert_true (bridge_space_rename_person (fixture->space, ben, "Benno", &error));
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Benno");
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, "Name changed");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Ben");
  g_assert_false (bridge_space_rename_person (fixture->space, "nobody", "Eve", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  fixture_reopen (fixture);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Ben");
}

/* Who speaks is this process's own; nobody is asked before there is a choice. */
static void
test_speaker (Fixture       *fixture,
              gconstpointer  user_data)
{
  guint told = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) other = NULL;
  BridgePerson *me, *partner;

  g_assert_null (bridge_space_get_speaker (fixture->space));
  g_assert_null (bridge_space_get_listener (fixture->space));
  g_signal_connect_swapped (fixture->space, "notify::speaker", G_CALLBACK (count_cb), &told);

  g_assert_true (bridge_space_set_up (fixture->space, "Ada", "Ben", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told, ==, 1);
  me = bridge_space_get_me (fixture->space);
  partner = bridge_space_get_partner (fixture->space);
  g_assert_true (bridge_space_get_speaker (fixture->space) == me);
  g_assert_true (bridge_space_get_listener (fixture->space) == partner);

  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (partner), &error));
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (partner), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told, ==, 2);
  g_assert_true (bridge_space_get_speaker (fixture->space) == partner);
  g_assert_true (bridge_space_get_listener (fixture->space) == me);

  g_assert_false (bridge_space_set_speaker (fixture->space, "nobody", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_assert_true (bridge_space_get_speaker (fixture->space) == partner);

  other = bridge_space_open (bridge_space_get_folder (fixture->space), bridge_space_get_clock (fixture->space), NULL);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_speaker (other)), ==, "Ada");
}

/* Nobody could tell two people with one name apart. */
static void
test_same_names (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_space_set_up (fixture->space, "Ada", " ada", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_null (bridge_space_get_me (fixture->space));

  g_assert_true (bridge_space_set_up (fixture->space, "Ada", NULL, &error));
  g_assert_false (bridge_space_add_partner (fixture->space, "ADA", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_true (bridge_space_add_partner (fixture->space, "Ben", &error));
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error));
  g_assert_false (bridge_space_rename_person (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)),
                                              "ada", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)), &error));
  /* One's own, written in another way, is no other's. */
  g_assert_true (bridge_space_rename_person (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)),
                                             "ADA", &error));
  g_assert_no_error (error);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect_swapped (fixture->space, "notify::reminders-on", G_CALLBACK (count_cb), &n);
  g_assert_false (bridge_space_get_reminders_on (fixture->space));
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, &error));
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (bridge_space_set_show_titles (fixture->space, TRUE, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_true (bridge_space_get_reminders_on (fixture->space));
  g_assert_true (bridge_space_get_show_titles (fixture->space));
}

/* Each has an Undo of their own, which waits for them. */
static void
test_undo_of_each (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) first = NULL, second = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("Tea by the window", local ("2026-11-22"));
  g_autofree char *me = g_strdup (bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_autofree char *partner = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  guint n = 0, told = 0;

  first = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->space, "notify::undo-label", G_CALLBACK (count_cb), &told);
  g_assert_true (bridge_space_set_speaker (fixture->space, partner, &error));
  g_assert_cmpuint (told, ==, 1);
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  second = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_true (bridge_space_can_redo (fixture->space));

  g_assert_true (bridge_space_set_speaker (fixture->space, me, &error));
  g_assert_false (bridge_space_can_redo (fixture->space));
  g_assert_nonnull (bridge_space_get_undo_label (fixture->space));
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_space_count_wins (fixture->space, 0, BRIDGE_DAY * 40000, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

/* Every command below is done, taken back and done again; what a person sees must be the same each time. */
typedef char *(*Look) (Fixture *fixture, const char *id);

static void
assert_undo (Fixture    *fixture,
             Look        look,
             const char *id,
             const char *label,
             const char *before,
             const char *after)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, label);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *done = look (fixture, id);
      g_autofree char *undone = NULL;

      g_assert_cmpstr (done, ==, after);
      g_assert_true (bridge_space_undo (fixture->space, &error));
      g_assert_no_error (error);
      undone = look (fixture, id);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (bridge_space_can_redo (fixture->space));
      g_assert_true (bridge_space_redo (fixture->space, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, label);
    }
}

static char *
look_at_ritual (Fixture    *fixture,
                const char *id)
{
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (fixture->space, id, NULL);
  const char *lead = ritual != NULL ? bridge_ritual_get_lead (ritual) : NULL;
  BridgePerson *leader = lead != NULL ? bridge_space_find_person (fixture->space, lead) : NULL;

  if (ritual == NULL)
    return g_strdup ("none");
  return g_strdup_printf ("%s %s %s", bridge_ritual_get_title (ritual),
                          bridge_enum_to_nick (BRIDGE_TYPE_RITUAL_STATE, bridge_ritual_get_state (ritual)),
                          leader != NULL ? bridge_person_get_name (leader) : "-");
}

static void
test_rituals (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (fixture, " Tea \n", "2026-11-23T19:00", "FREQ=DAILY", "0,10");
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (fixture->space, id, &error);
  g_autoptr (BridgeRitual) edited = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) own = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) added = NULL;
  BridgeRitual *in_list = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);

  g_assert_cmpstr (bridge_ritual_get_remind (ritual), ==, "10,0");
  g_assert_cmpint (bridge_ritual_get_reminding_since (ritual), ==, bridge_clock_now (fixture->clock));

  g_object_set (own, "id", NULL, "title", "Reading", "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  added = bridge_space_add_ritual (fixture->space, own, &error);
  g_assert_no_error (error);
  assert_undo (fixture, look_at_ritual, bridge_ritual_get_id (added), "Ritual added", "none", "Reading agreed -");

  /* Turns are taken when both want it; whose turn it is, either says. */
  g_object_set (edited, "smaller", "One cup", "lead", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  g_assert_false (bridge_space_update_ritual (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  fixture_change_ritual (fixture, id, "lead", bridge_person_get_id (bridge_space_get_partner (fixture->space)), NULL);
  g_assert_true (bridge_space_update_ritual (fixture->space, edited, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual changed", "Tea agreed Ben", "Tea agreed Ada");
  /* What was handed out before is as it was. */
  g_assert_cmpstr (bridge_ritual_get_lead (in_list), ==, NULL);
  g_object_unref (in_list);

  g_assert_true (bridge_space_swap_lead (fixture->space, id, &error));
  assert_undo (fixture, look_at_ritual, id, "The other one leads next", "Tea agreed Ada", "Tea agreed Ben");
  g_assert_true (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual is resting", "Tea agreed Ben", "Tea resting Ben");
  g_assert_true (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual has ended", "Tea resting Ben", "Tea ended Ben");
  g_assert_false (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_remove_ritual (fixture->space, id, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual removed", "Tea ended Ben", "none");
  g_assert_false (bridge_space_remove_ritual (fixture->space, id, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);

  /* All the way back, and there is nothing more. */
  g_clear_error (&error);
  while (bridge_space_get_undo_label (fixture->space) != NULL && bridge_space_undo (fixture->space, NULL))
    ;
  /* To what was proposed the other one has said yes: it stays. */
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* The yes and other words together are one step; what a stale copy says of a state is not. */
static void
test_agreed_in_the_editor (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) given = bridge_ritual_new ();
  g_autoptr (BridgeRitual) edited = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-23T19:00"), NULL, NULL, NULL, &error);
  g_autofree char *id = NULL;

  g_object_set (given, "title", "Tea", "schedule", schedule, "state", BRIDGE_RITUAL_PROPOSED, "remind", "0", NULL);
  edited = bridge_space_add_ritual (fixture->space, given, &error);
  g_assert_no_error (error);
  id = g_strdup (bridge_ritual_get_id (edited));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 60000);

  g_object_set (edited, "title", "Coffee", "state", BRIDGE_RITUAL_AGREED, NULL);
  g_assert_true (bridge_space_update_ritual (fixture->space, edited, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual is agreed", "Tea proposed -", "Coffee agreed -");
  after = bridge_space_find_ritual (fixture->space, id, &error);
  g_assert_cmpint (bridge_ritual_get_reminding_since (after), ==, bridge_clock_now (fixture->clock));

  g_assert_true (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error));
  g_object_set (edited, "title", "Cocoa", NULL);
  g_assert_true (bridge_space_update_ritual (fixture->space, edited, &error));
  assert_undo (fixture, look_at_ritual, id, "Ritual changed", "Coffee resting -", "Cocoa resting -");
}

/* One's own ritual, so that nobody is asked. */
static char *
add_own (Fixture *fixture)
{
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  fixture_change_ritual (fixture, id, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  fixture_change_ritual (fixture, id, "smaller", "One cup", NULL);
  return g_steal_pointer (&id);
}

static void
test_refused_rituals (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_own (fixture);
  g_autoptr (BridgeRitual) edited = bridge_space_find_ritual (fixture->space, id, &error);
  g_autoptr (BridgeSchedule) past = bridge_schedule_new (local ("2020-01-01T10:00"), NULL, NULL, NULL, &error);
  guint n = 0;

  g_signal_connect_swapped (fixture->space, "changed", G_CALLBACK (count_cb), &n);
  g_object_set (edited, "title", "", NULL);
  g_assert_false (bridge_space_update_ritual (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_object_set (edited, "title", "Tea", "who", "nobody", NULL);
  g_assert_false (bridge_space_update_ritual (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_object_set (edited, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), "schedule", past, NULL);
  g_assert_false (bridge_space_update_ritual (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_REST, local ("2026-11-22"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_find_ritual (fixture->space, "", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, "Ritual changed");

  set_disk_full (TRUE);
  g_assert_false (bridge_space_remove_ritual (fixture->space, id, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (bridge_space_undo (fixture->space, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  set_disk_full (FALSE);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_no_error (error);
}

static void
test_schedule_counts_from_now (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-01T19:00", "FREQ=DAILY", "0");
  g_autofree char *kept = fixture_name (id, "2026-11-20T19:00");
  g_autoptr (BridgeSchedule) weekly = bridge_schedule_new (local ("2026-11-01T20:00"), "FREQ=WEEKLY;BYDAY=MO", NULL, NULL, &error);
  g_autoptr (BridgeSchedule) pinned = bridge_schedule_new (local ("2026-11-01T12:30"), "FREQ=DAILY", NULL, "America/New_York", &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (BridgeOccurrence) next = NULL;

  g_assert_true (bridge_space_answer (fixture->space, kept, BRIDGE_OUTCOME_KEPT, &error));
  fixture_change_ritual (fixture, id, "schedule", weekly, NULL);
  found = bridge_space_list_occurrences (fixture->space, id, local ("2026-11-01"), local ("2026-11-25"), &error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (bridge_occurrence_get_name (g_ptr_array_index (found, 0)), ==, kept);
  g_assert_cmpint (bridge_occurrence_get_local (g_ptr_array_index (found, 1)), ==, local ("2026-11-23T20:00"));

  /* It is noon in New York: half past is still ahead there. */
  fixture_change_ritual (fixture, id, "schedule", pinned, NULL);
  next = bridge_space_get_next (fixture->space, id, &error);
  g_assert_cmpint (bridge_occurrence_get_start (next), ==, local ("2026-11-22T12:30"));
  g_assert_cmpint (bridge_occurrence_get_local (next), ==, local ("2026-11-22T18:30"));
}

static char *
look_at_occurrence (Fixture    *fixture,
                    const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (fixture->space, name, &error);
  g_autofree char *at = NULL;
  BridgeRitual *ritual;
  const char *lead;

  g_assert_no_error (error);
  at = bridge_local_format (bridge_occurrence_get_local (occurrence));
  ritual = bridge_occurrence_get_ritual (occurrence);
  lead = bridge_ritual_get_lead (ritual);
  return g_strdup_printf ("%s %s%s%s%s", at,
                          bridge_enum_to_nick (BRIDGE_TYPE_OUTCOME, bridge_occurrence_get_outcome (occurrence)),
                          bridge_occurrence_get_left_out (occurrence) ? " out" : "",
                          bridge_occurrence_get_answered_at (occurrence) != 0 ? " answered " : " ",
                          lead != NULL ? bridge_person_get_name (bridge_space_find_person (fixture->space, lead)) : "-");
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_own (fixture);
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");

  g_assert_true (bridge_space_move (fixture->space, name, local ("2026-11-24T10:00"), &error));
  assert_undo (fixture, look_at_occurrence, name, "Moved to another time",
               "2026-11-23T19:00 none -", "2026-11-24T10:00 none -");
  g_assert_true (bridge_space_leave_out (fixture->space, name, &error));
  assert_undo (fixture, look_at_occurrence, name, "Left out this once",
               "2026-11-24T10:00 none -", "2026-11-24T10:00 none out -");
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_NONE, &error));
  assert_undo (fixture, look_at_occurrence, name, "Planned again",
               "2026-11-24T10:00 none out -", "2026-11-24T10:00 none -");
  g_assert_true (bridge_space_leave_out (fixture->space, name, &error));
  g_assert_true (bridge_space_move (fixture->space, name, local ("2026-11-23T19:00"), &error));
  assert_undo (fixture, look_at_occurrence, name, "Moved to another time",
               "2026-11-24T10:00 none out -", "2026-11-23T19:00 none -");
  g_assert_false (bridge_space_move (fixture->space, name, local ("2026-11-20T19:00"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
}

static void
test_occurrences (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  guint kept, smaller;

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 24 * 60 * BRIDGE_MS_PER_MINUTE);
  fixture_change_ritual (fixture, id, "lead", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  g_assert_false (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_SMALLER, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  /* A notification and a log may repeat it. */
  g_assert_null (strstr (error->message, "Tea"));
  g_clear_error (&error);

  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error));
  assert_undo (fixture, look_at_occurrence, name, "Marked as kept",
               "2026-11-23T19:00 none Ada", "2026-11-23T19:00 kept answered Ben");
  g_assert_true (bridge_space_count_kept (fixture->space, id, local ("2026-11-01"), local ("2026-12-01"), &kept, &smaller, &error));
  g_assert_cmpuint (kept, ==, 1);

  /* The same answer once more changes nothing, and a moment that is answered does not move. */
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_false (bridge_space_move (fixture->space, name, local ("2026-11-24T10:00"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_snooze (fixture->space, name, bridge_clock_now (fixture->clock) + 60000, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  fixture_change_ritual (fixture, id, "smaller", "One cup", NULL);
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_SMALLER, &error));
  assert_undo (fixture, look_at_occurrence, name, "Marked as kept in its smaller version",
               "2026-11-23T19:00 kept answered Ben", "2026-11-23T19:00 smaller answered Ben");
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_NOT_TODAY, &error));
  assert_undo (fixture, look_at_occurrence, name, "Marked as not today",
               "2026-11-23T19:00 smaller answered Ben", "2026-11-23T19:00 not-today answered Ada");
  /* Before its time that would plan it again, and concern both. */
  g_assert_false (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 2 * 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_NONE, &error));
  assert_undo (fixture, look_at_occurrence, name, "Answer taken back",
               "2026-11-23T19:00 not-today answered Ada", "2026-11-23T19:00 none Ada");

  {
    const char *no_names[] = { "", "@", "x", "@2026-11-23T19:00", "nobody@2026-11-23T19:00" };

    for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
      {
        g_assert_false (bridge_space_answer (fixture->space, no_names[i], BRIDGE_OUTCOME_KEPT, &error));
        g_assert_nonnull (error);
        g_clear_error (&error);
      }
  }
  {
    g_autofree char *between = fixture_name (id, "2026-11-23T19:01");

    g_assert_null (bridge_space_find_occurrence (fixture->space, between, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  }
}

static void
test_next (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tea = fixture_add_ritual (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *walk = fixture_add_ritual (fixture, "Walk", "2026-11-24T08:00", "FREQ=DAILY", "0");
  g_autofree char *first = fixture_name (tea, "2026-11-23T19:00");
  g_autoptr (BridgeOccurrence) before = bridge_space_get_next (fixture->space, NULL, &error);
  g_autoptr (BridgeOccurrence) after = NULL;
  g_autoptr (BridgeOccurrence) rested = NULL;
  g_autoptr (BridgeOccurrence) none = NULL;

  g_assert_cmpstr (bridge_occurrence_get_name (before), ==, first);
  g_assert_nonnull (bridge_occurrence_get_ritual (before));
  g_assert_true (bridge_space_answer_notice (fixture->space, first, BRIDGE_OUTCOME_NOT_TODAY, &error));
  after = bridge_space_get_next (fixture->space, NULL, &error);
  g_assert_cmpstr (bridge_occurrence_get_ritual_id (after), ==, walk);

  g_assert_true (bridge_space_change_ritual_state (fixture->space, walk, BRIDGE_RITUAL_REST, local ("2026-12-01"), &error));
  rested = bridge_space_get_next (fixture->space, walk, &error);
  g_assert_cmpint (bridge_occurrence_get_local (rested), ==, local ("2026-12-01T08:00"));
  g_assert_true (bridge_space_change_ritual_state (fixture->space, tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  none = bridge_space_get_next (fixture->space, tea, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

static char *
look_at_win (Fixture    *fixture,
             const char *id)
{
  g_autoptr (BridgeWin) win = bridge_space_find_win (fixture->space, id, NULL);

  if (win == NULL)
    return g_strdup ("none");
  return g_strdup_printf ("%s%s", bridge_win_get_text (win), bridge_win_get_starred (win) ? " *" : "");
}

static void
test_wins (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) given = bridge_win_new ("  You asked\tand waited \n", local ("2026-11-22T15:00"));
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, given, &error);
  g_autoptr (BridgeWin) edited = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_assert_no_error (error);
  id = g_strdup (bridge_win_get_id (stored));
  text = g_strdup (bridge_win_get_text (stored));
  g_assert_cmpint (bridge_win_get_on (stored), ==, local ("2026-11-22"));
  assert_undo (fixture, look_at_win, id, "Win added", "none", text);
  edited = bridge_win_copy (stored);
  g_object_set (edited, "text", "You listened", NULL);
  g_assert_true (bridge_space_update_win (fixture->space, edited, &error));
  assert_undo (fixture, look_at_win, id, "Win changed", text, "You listened");
  g_assert_true (bridge_space_star_win (fixture->space, id, TRUE, &error));
  assert_undo (fixture, look_at_win, id, "Win starred", "You listened", "You listened *");
  g_assert_true (bridge_space_star_win (fixture->space, id, FALSE, &error));
  assert_undo (fixture, look_at_win, id, "Star taken away", "You listened *", "You listened");
  g_assert_true (bridge_space_count_wins (fixture->space, local ("2026-11-01"), local ("2026-12-01"), &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (bridge_space_remove_win (fixture->space, id, &error));
  assert_undo (fixture, look_at_win, id, "Win removed", "You listened", "none");

  g_object_set (edited, "text", " ", NULL);
  g_assert_null (bridge_space_add_win (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_object_set (edited, "text", "Tomorrow", "on", local ("2026-11-23"), NULL);
  g_assert_null (bridge_space_add_win (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
}

/* Words stand under the name of who noticed it: nobody else changes them, takes them away, or puts that name under others. */
static void
test_whose_win (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *me = g_strdup (bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_autofree char *partner = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  g_autoptr (BridgeWin) given = bridge_win_new ("You asked and waited", local ("2026-11-22"));
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) unnamed = NULL;
  g_autoptr (BridgeWin) edited = NULL;
  g_autofree char *text = NULL;

  g_object_set (given, "noticed-by", partner, NULL);
  g_assert_null (bridge_space_add_win (fixture->space, given, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_object_set (given, "noticed-by", me, NULL);
  win = bridge_space_add_win (fixture->space, given, &error);
  g_assert_no_error (error);
  g_object_set (given, "noticed-by", NULL, NULL);
  unnamed = bridge_space_add_win (fixture->space, given, &error);
  g_assert_no_error (error);

  g_assert_true (bridge_space_set_speaker (fixture->space, partner, &error));
  g_assert_false (bridge_space_is_own_win (fixture->space, win));
  g_assert_true (bridge_space_is_own_win (fixture->space, unnamed));
  edited = bridge_win_copy (win);
  g_object_set (edited, "text", "I am sorry for everything", "noticed-by", partner, NULL);
  g_assert_false (bridge_space_update_win (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, "What Ada noticed stays in their own words. Nothing was changed.");
  g_clear_error (&error);
  g_assert_false (bridge_space_remove_win (fixture->space, bridge_win_get_id (win), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_star_win (fixture->space, bridge_win_get_id (win), TRUE, &error));
  g_assert_no_error (error);
  text = look_at_win (fixture, bridge_win_get_id (win));
  g_assert_cmpstr (text, ==, "You asked and waited *");

  g_clear_object (&edited);
  edited = bridge_win_copy (unnamed);
  g_object_set (edited, "noticed-by", me, NULL);
  g_assert_false (bridge_space_update_win (fixture->space, edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_remove_win (fixture->space, bridge_win_get_id (unnamed), &error));

  /* Where who noticed it has left, nobody's words are put into their mouth any more. */
  g_assert_true (bridge_space_leave (fixture->space, me, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_space_is_own_win (fixture->space, win));
  g_assert_true (bridge_space_remove_win (fixture->space, bridge_win_get_id (win), &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/space/speaker", Fixture, NULL, fixture_set_up_empty, test_speaker, fixture_tear_down);
  g_test_add ("/space/undo-of-each", Fixture, NULL, fixture_set_up, test_undo_of_each, fixture_tear_down);
  g_test_add ("/space/same-names", Fixture, NULL, fixture_set_up_empty, test_same_names, fixture_tear_down);
  g_test_add ("/space/set-up", Fixture, NULL, fixture_set_up_empty, test_set_up, fixture_tear_down);
  g_test_add ("/space/settings", Fixture, NULL, fixture_set_up, test_settings, fixture_tear_down);
  g_test_add ("/space/rituals", Fixture, NULL, fixture_set_up, test_rituals, fixture_tear_down);
  g_test_add ("/space/agreed-in-the-editor", Fixture, NULL, fixture_set_up_solo, test_agreed_in_the_editor, fixture_tear_down);
  g_test_add ("/space/refused-rituals", Fixture, NULL, fixture_set_up, test_refused_rituals, fixture_tear_down);
  g_test_add ("/space/schedule-counts-from-now", Fixture, NULL, fixture_set_up, test_schedule_counts_from_now, fixture_tear_down);
  g_test_add ("/space/occurrences", Fixture, NULL, fixture_set_up, test_occurrences, fixture_tear_down);
  g_test_add ("/space/moves", Fixture, NULL, fixture_set_up, test_moves, fixture_tear_down);
  g_test_add ("/space/next", Fixture, NULL, fixture_set_up, test_next, fixture_tear_down);
  g_test_add ("/space/wins", Fixture, NULL, fixture_set_up, test_wins, fixture_tear_down);
  g_test_add ("/space/whose-win", Fixture, NULL, fixture_set_up, test_whose_win, fixture_tear_down);

  return g_test_run ();
}
