/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-one-offs.h"
#include "bridge-space-cares.h"
#include "bridge-space-meanings.h"
#include "service-fixture.h"

#include "../support/agreed.h"

static BridgeMeaning *
try_to_add (Fixture    *fixture,
            const char *text,
            GError    **error)
{
  g_autoptr (BridgeMeaning) meaning = bridge_meaning_new (text, BRIDGE_MEANING_HOPE, BRIDGE_MEANING_ONCE);

  return bridge_space_add_meaning (fixture->space, meaning, error);
}

static BridgeMeaning *
add (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeMeaning *meaning = try_to_add (fixture, text, &error);

  g_assert_no_error (error);
  return meaning;
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (bridge_space_get_meanings (fixture->space));
}

static guint
count_ideas (Fixture *fixture)
{
  g_autoptr (GPtrArray) ideas = bridge_space_list_ideas (fixture->space);

  return ideas->len;
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

/* Either adds, in their own name; nothing twice, and nothing empty. */
static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeMeaning) one = add (fixture, "  Dancing in the kitchen ");
  g_autoptr (GError) error = NULL;
  const char *const refused[] = { " ", "dancing in the KITCHEN", NULL };
  const int codes[] = { BRIDGE_ERROR_INVALID_VALUE, BRIDGE_ERROR_STATE };

  g_assert_cmpstr (bridge_meaning_get_text (one), ==, "Dancing in the kitchen");
  g_assert_cmpint (bridge_meaning_get_kind (one), ==, BRIDGE_MEANING_HOPE);
  g_assert_cmpint (bridge_meaning_get_tense (one), ==, BRIDGE_MEANING_ONCE);
  g_assert_cmpstr (bridge_meaning_get_added_by (one), ==, bridge_person_get_id (bridge_space_get_me (fixture->space)));
  for (guint i = 0; refused[i] != NULL; i++)
    {
      g_assert_null (try_to_add (fixture, refused[i], &error));
      g_assert_error (error, BRIDGE_ERROR, codes[i]);
      g_clear_error (&error);
    }
  undo (fixture, "Added to the list");
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Each takes away their own, and nobody the other’s. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeMeaning) mine = add (fixture, "Dancing");
  g_autoptr (BridgeMeaning) theirs = NULL;
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, "Ben");
  theirs = add (fixture, "Chess");
  g_assert_true (bridge_space_may_remove_meaning (fixture->space, theirs));
  g_assert_false (bridge_space_may_remove_meaning (fixture->space, mine));
  g_assert_false (bridge_space_remove_meaning (fixture->space, bridge_meaning_get_id (mine), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "Ada"));
  g_clear_error (&error);
  g_assert_true (bridge_space_remove_meaning (fixture->space, bridge_meaning_get_id (theirs), &error));
  g_assert_cmpuint (count (fixture), ==, 1);
  undo (fixture, "Taken off the list");
  g_assert_cmpuint (count (fixture), ==, 2);
}

/* A ritual comes of it, and the idea is one again when there is no ritual any more. */
static void
test_ritual (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeMeaning) meaning = add (fixture, "Dancing");
  g_autoptr (BridgeMeaning) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_make_ritual (fixture->space, "Dancing", FALSE, &error);
  g_autoptr (BridgeRitual) stored = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (count_ideas (fixture), ==, 1);
  g_assert_null (bridge_ritual_get_id (ritual));
  g_assert_null (bridge_ritual_get_who (ritual));
  g_assert_true (bridge_ritual_validate (ritual, &error));
  stored = bridge_space_propose_ritual (fixture->space, ritual, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_link_meaning (fixture->space, bridge_meaning_get_id (meaning), bridge_ritual_get_id (stored), &error));
  /* It waits for an answer: no idea any more, and no ritual yet. */
  g_assert_cmpuint (count_ideas (fixture), ==, 0);
  after = bridge_space_find_meaning (fixture->space, bridge_meaning_get_id (meaning), NULL);
  g_assert_null (bridge_space_peek_ritual_of_meaning (fixture->space, after));
  space_say_yes (fixture->space, bridge_ritual_get_id (stored));
  g_assert_nonnull (bridge_space_peek_ritual_of_meaning (fixture->space, after));
  bridge_space_change_ritual_state (fixture->space, bridge_ritual_get_id (stored), BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  g_assert_null (bridge_space_peek_ritual_of_meaning (fixture->space, after));
  g_assert_cmpuint (count_ideas (fixture), ==, 1);
}

/* ---- One's own plan */

static BridgeCare *
add_care (Fixture        *fixture,
          BridgeCareArea  area,
          const char     *text)
{
  g_autoptr (GError) error = NULL;
  BridgeCare *care = bridge_space_add_care (fixture->space, area, text, &error);

  g_assert_no_error (error);
  return care;
}

static guint
count_own (Fixture *fixture)
{
  g_autoptr (GPtrArray) own = bridge_space_list_own_cares (fixture->space);

  return own->len;
}

/* Nobody sees, finds or takes away what the other one plans for themself. */
static void
test_own (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeCare) late = add_care (fixture, BRIDGE_CARE_INTERESTS, "The choir");
  g_autoptr (BridgeCare) early = add_care (fixture, BRIDGE_CARE_SLEEP, " To bed by eleven ");
  g_autoptr (GPtrArray) own = bridge_space_list_own_cares (fixture->space);
  g_autoptr (BridgeCare) theirs = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (bridge_care_get_text (g_ptr_array_index (own, 0)), ==, "To bed by eleven");
  g_assert_null (bridge_space_add_care (fixture->space, BRIDGE_CARE_SLEEP, "to bed by ELEVEN", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_add_care (fixture->space, BRIDGE_CARE_SLEEP, " ", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  speak_as (fixture->space, "Ben");
  g_assert_cmpuint (count_own (fixture), ==, 0);
  g_assert_null (bridge_space_find_care (fixture->space, bridge_care_get_id (late), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bridge_space_remove_care (fixture->space, bridge_care_get_id (late), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  theirs = add_care (fixture, BRIDGE_CARE_SLEEP, "To bed by eleven");
  g_assert_cmpuint (count_own (fixture), ==, 1);

  /* Each can still take back their own. */
  speak_as (fixture->space, "Ada");
  undo (fixture, "Added to your plan");
  g_assert_cmpuint (count_own (fixture), ==, 1);
}

static guint
count_planned (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  g_autoptr (GPtrArray) plans = bridge_one_offs_plan (fixture->space, rows, here);
  guint n = 0;

  for (guint i = 0; i < plans->len; i++)
    n += ((BridgeOneOffPlan *) g_ptr_array_index (plans, i))->subject == BRIDGE_SUBJECT_CARE;
  return n;
}

/* One day for the whole plan, and one reminder; it stays as long as there is a line. */
static void
test_review (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgeCare) one = NULL;
  g_autoptr (BridgeCare) two = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal day = local ("2026-12-01");

  g_assert_false (bridge_space_set_care_review (fixture->space, day, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  one = add_care (fixture, BRIDGE_CARE_SLEEP, "To bed by eleven");
  two = add_care (fixture, BRIDGE_CARE_FOOD, "Breakfast");
  g_assert_false (bridge_space_set_care_review (fixture->space, local ("2026-11-21"), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_set_care_review (fixture->space, day, &error));
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, day);
  g_assert_cmpuint (count_planned (fixture), ==, 1);

  g_assert_true (bridge_space_remove_care (fixture->space, bridge_care_get_id (one), &error));
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, day);
  g_assert_cmpuint (count_planned (fixture), ==, 1);
  undo (fixture, "Taken out of your plan");
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, day);
  g_assert_cmpuint (count_planned (fixture), ==, 1);
  g_assert_true (bridge_space_set_care_review (fixture->space, BRIDGE_LOCAL_NONE, &error));
  g_assert_cmpuint (count_planned (fixture), ==, 0);

  /* The other one has a day of their own, or none. */
  g_assert_true (bridge_space_set_care_review (fixture->space, day, &error));
  speak_as (fixture->space, "Ben");
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, BRIDGE_LOCAL_NONE);
}

/* A ritual of one's own comes of it. */
static void
test_own_ritual (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeCare) care = add_care (fixture, BRIDGE_CARE_FRIENDS, "Call Mira");
  g_autoptr (BridgeCare) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_make_ritual (fixture->space, "Call Mira", TRUE, &error);
  g_autoptr (BridgeRitual) stored = NULL;

  g_assert_cmpstr (bridge_ritual_get_who (ritual), ==, bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
  stored = bridge_space_add_ritual (fixture->space, ritual, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_link_care (fixture->space, bridge_care_get_id (care), bridge_ritual_get_id (stored), &error));
  after = bridge_space_find_care (fixture->space, bridge_care_get_id (care), NULL);
  g_assert_nonnull (bridge_space_peek_ritual_of_care (fixture->space, after));
  undo (fixture, "Ritual added");
  g_assert_null (bridge_space_peek_ritual_of_care (fixture->space, after));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/space/meanings/add", test_add);
  ADD ("/space/meanings/remove", test_remove);
  ADD ("/space/meanings/ritual", test_ritual);
  ADD ("/space/cares/own", test_own);
  ADD ("/space/cares/review", test_review);
  ADD ("/space/cares/ritual", test_own_ritual);

  return g_test_run ();
}
