/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "service-fixture.h"

/* Two spaces on one folder stand for two processes. */
typedef struct {
  Fixture base;
  BridgeSpace *other;
  BridgeKinds kinds;
  guint n_changes;
} Two;

static void
changed_cb (Two      *two,
            guint     kinds,
            gboolean  from_outside)
{
  if (!from_outside)
    return;
  two->kinds |= kinds;
  two->n_changes++;
}

static void
set_up (Two           *two,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&two->base, NULL);
  two->other = bridge_space_open (two->base.folder, two->base.clock, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (two->other, "changed", G_CALLBACK (changed_cb), two);
  spin ();
}

static void
tear_down (Two           *two,
           gconstpointer  user_data)
{
  spin ();
  g_assert_finalize_object (two->other);
  fixture_tear_down (&two->base, NULL);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nobody heard of the change");
  return G_SOURCE_REMOVE;
}

static void
wait_for_change (Two *two)
{
  guint timeout = g_timeout_add_seconds (20, give_up_cb, NULL);
  guint before = two->n_changes;

  while (two->n_changes == before)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
test_changes (Two           *two,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (&two->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (BridgeOccurrence) seen = NULL;

  wait_for_change (two);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (two->other)), ==, 1);
  g_assert_true (two->kinds & BRIDGE_KIND_RITUALS);

  two->kinds = 0;
  g_assert_true (bridge_space_set_reminders_on (two->base.space, TRUE, &error));
  wait_for_change (two);
  g_assert_true (bridge_space_get_reminders_on (two->other));
  g_assert_true (two->kinds & BRIDGE_KIND_SETTINGS);
  g_assert_false (two->kinds & BRIDGE_KIND_RITUALS);

  g_assert_true (bridge_space_answer_notice (two->base.space, name, BRIDGE_OUTCOME_KEPT, &error));
  wait_for_change (two);
  seen = bridge_space_find_occurrence (two->other, name, &error);
  g_assert_cmpint (bridge_occurrence_get_outcome (seen), ==, BRIDGE_OUTCOME_KEPT);

  /* Without a main loop one has to ask. */
  g_assert_true (bridge_space_undo (two->base.space, &error));
  g_assert_true (bridge_space_refresh (two->other));
  g_assert_false (bridge_space_refresh (two->other));
}

static void
test_own_changes (Two           *two,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  /* One's own writing is not news from outside. */
  g_assert_true (bridge_space_set_show_titles (two->other, TRUE, &error));
  g_assert_false (bridge_space_refresh (two->other));
  g_assert_cmpuint (two->n_changes, ==, 0);
}

static void
test_undo_conflict (Two           *two,
                    gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (&two->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autoptr (BridgeOccurrence) seen = NULL;

  fixture_change_ritual (&two->base, id, "who", bridge_person_get_id (bridge_space_get_me (two->base.space)), NULL);
  fixture_change_ritual (&two->base, id, "smaller", "One cup", NULL);
  bridge_space_refresh (two->other);
  g_assert_true (bridge_space_answer_notice (two->base.space, name, BRIDGE_OUTCOME_NOT_TODAY, &error));
  g_assert_true (bridge_space_answer_notice (two->other, name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_no_error (error);
  g_assert_false (bridge_space_undo (two->base.space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  seen = bridge_space_find_occurrence (two->base.space, name, &error);
  g_assert_cmpint (bridge_occurrence_get_outcome (seen), ==, BRIDGE_OUTCOME_KEPT);

  /* It is forgotten; what came before it can still be taken back. */
  g_assert_cmpstr (bridge_space_get_undo_label (two->base.space), ==, "Ritual changed");
  g_assert_true (bridge_space_undo (two->base.space, &error));
  g_assert_no_error (error);

  /* The other way round: redo after the other one has changed it. */
  g_assert_true (bridge_space_redo (two->base.space, &error));
  g_assert_true (bridge_space_undo (two->other, &error));
  g_assert_no_error (error);
}

static void
test_command_conflict (Two           *two,
                       gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_add_ritual (&two->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  bridge_space_refresh (two->other);
  fixture_change_ritual (&two->base, id, "title", "Coffee", NULL);
  /* Not heard of yet: the older knowledge does not overwrite. */
  g_assert_false (bridge_space_change_ritual_state (two->other, id, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  bridge_space_refresh (two->other);
  g_assert_true (bridge_space_change_ritual_state (two->other, id, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/space-outside/changes", Two, NULL, set_up, test_changes, tear_down);
  g_test_add ("/space-outside/own-changes", Two, NULL, set_up, test_own_changes, tear_down);
  g_test_add ("/space-outside/undo-conflict", Two, NULL, set_up, test_undo_conflict, tear_down);
  g_test_add ("/space-outside/command-conflict", Two, NULL, set_up, test_command_conflict, tear_down);

  return g_test_run ();
}
