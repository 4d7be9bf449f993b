/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "service-fixture.h"

enum { EVERY_DAY = 127, WORKDAYS = 31 };

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
}

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static void
test_hours (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeHours) night = bridge_hours_new (BRIDGE_HOURS_QUIET, EVERY_DAY, 22 * 60, 7 * 60);
  g_autoptr (BridgeHours) school = bridge_hours_new (BRIDGE_HOURS_STRESS, WORKDAYS, 435, 495);
  g_autoptr (BridgeHours) first = NULL;
  g_autoptr (BridgeHours) second = NULL;
  g_autoptr (BridgeHours) edited = NULL;
  g_autoptr (BridgeHours) found = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list = bridge_space_get_hours (fixture->space);

  g_object_set (school, "name", "  School run ", NULL);
  second = bridge_space_add_hours (fixture->space, school, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_hours_get_name (second), ==, "School run");
  first = bridge_space_add_hours (fixture->space, night, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (list), ==, 2);

  edited = bridge_hours_copy (first);
  g_object_set (edited, "from", 23 * 60, NULL);
  g_assert_true (bridge_space_update_hours (fixture->space, edited, &error));
  found = bridge_space_find_hours (fixture->space, bridge_hours_get_id (first), &error);
  g_assert_cmpint (bridge_hours_get_from (found), ==, 23 * 60);
  undo (fixture);
  g_clear_object (&found);
  found = bridge_space_find_hours (fixture->space, bridge_hours_get_id (first), &error);
  g_assert_cmpint (bridge_hours_get_from (found), ==, 22 * 60);

  g_assert_true (bridge_space_remove_hours (fixture->space, bridge_hours_get_id (second), &error));
  g_assert_cmpuint (count (list), ==, 1);
  undo (fixture);
  g_assert_cmpuint (count (list), ==, 2);
  fixture_reopen (fixture);
  g_assert_cmpuint (count (bridge_space_get_hours (fixture->space)), ==, 2);
}

/* What would let no reminder through is refused, by adding and by changing. */
static void
test_whole_week (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeHours) always = bridge_hours_new (BRIDGE_HOURS_QUIET, EVERY_DAY, 0, 0);
  g_autoptr (BridgeHours) morning = bridge_hours_new (BRIDGE_HOURS_QUIET, EVERY_DAY, 0, 12 * 60);
  g_autoptr (BridgeHours) evening = bridge_hours_new (BRIDGE_HOURS_QUIET, EVERY_DAY, 13 * 60, 0);
  g_autoptr (BridgeHours) stress = bridge_hours_new (BRIDGE_HOURS_STRESS, EVERY_DAY, 0, 0);
  g_autoptr (BridgeHours) added = NULL;
  g_autoptr (BridgeHours) other = NULL;
  g_autoptr (BridgeHours) third = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_hours (fixture->space, always, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  added = bridge_space_add_hours (fixture->space, morning, &error);
  g_assert_no_error (error);
  other = bridge_space_add_hours (fixture->space, evening, &error);
  g_assert_no_error (error);
  g_object_set (other, "from", 12 * 60, NULL);
  g_assert_false (bridge_space_update_hours (fixture->space, other, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  third = bridge_space_add_hours (fixture->space, stress, &error);
  g_assert_no_error (error);
}

/* The very same is not noted twice; what only overlaps is, and so is what an undo brings back. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  user_data)
{
  const struct {
    BridgeHoursKind kind;
    int weekdays, from, to;
    const char *name;
    gboolean added;
  } hours[] = {
    { BRIDGE_HOURS_QUIET, EVERY_DAY, 22 * 60, 7 * 60, "", TRUE },
    { BRIDGE_HOURS_QUIET, EVERY_DAY, 22 * 60, 7 * 60, " ", FALSE },
    { BRIDGE_HOURS_QUIET, EVERY_DAY, 22 * 60, 7 * 60, "Sleep", TRUE },
    { BRIDGE_HOURS_STRESS, EVERY_DAY, 22 * 60, 7 * 60, "", TRUE },
    { BRIDGE_HOURS_STRESS, EVERY_DAY, 22 * 60, 7 * 60, "", FALSE },
    { BRIDGE_HOURS_QUIET, WORKDAYS, 22 * 60, 7 * 60, "", TRUE },
    { BRIDGE_HOURS_QUIET, EVERY_DAY, 23 * 60, 7 * 60, "", TRUE },
    { BRIDGE_HOURS_QUIET, EVERY_DAY, 22 * 60, 8 * 60, "", TRUE },
  };
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  const struct {
    BridgeAbsenceKind kind;
    const char *who;
    const char *from;
    const char *until;
    gboolean added;
  } absences[] = {
    { BRIDGE_ABSENCE_AWAY, NULL, "2026-11-24", "2026-11-27", TRUE },
    { BRIDGE_ABSENCE_AWAY, NULL, "2026-11-24", "2026-11-27", FALSE },
    { BRIDGE_ABSENCE_AWAY, NULL, "2026-11-24", NULL, TRUE },
    { BRIDGE_ABSENCE_AWAY, NULL, "2026-11-24", NULL, FALSE },
    { BRIDGE_ABSENCE_AWAY, me, "2026-11-24", "2026-11-27", TRUE },
    { BRIDGE_ABSENCE_UNWELL, NULL, "2026-11-24", "2026-11-27", TRUE },
    { BRIDGE_ABSENCE_UNWELL, NULL, "2026-11-24", "2026-11-27", FALSE },
    { BRIDGE_ABSENCE_AWAY, NULL, "2026-11-25", "2026-11-27", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (BridgeHours) one = bridge_hours_new (hours[i].kind, hours[i].weekdays, hours[i].from, hours[i].to);
      g_autoptr (BridgeHours) stored = NULL;
      g_autoptr (GError) error = NULL;

      g_object_set (one, "name", hours[i].name, NULL);
      stored = bridge_space_add_hours (fixture->space, one, &error);
      g_assert_cmpint (stored != NULL, ==, hours[i].added);
      if (stored == NULL)
        {
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
          g_assert_nonnull (strstr (error->message, "Every day, 22:00 to 07:00"));
        }
    }
  g_assert_cmpuint (count (bridge_space_get_hours (fixture->space)), ==, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autoptr (BridgeAbsence) one =
        bridge_absence_new (absences[i].kind, absences[i].who, local (absences[i].from),
                            absences[i].until != NULL ? local (absences[i].until) : BRIDGE_LOCAL_NONE);
      g_autoptr (BridgeAbsence) stored = NULL;
      g_autoptr (GError) error = NULL;

      stored = bridge_space_add_absence (fixture->space, one, &error);
      g_assert_cmpint (stored != NULL, ==, absences[i].added);
      if (stored == NULL)
        {
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
          g_assert_nonnull (strstr (error->message, "2026-11-24"));
        }
    }
  g_assert_cmpuint (count (bridge_space_get_absences (fixture->space)), ==, 5);
}

/* What is over is not ended once more: nothing changes, and nothing can be undone that was not done. */
static void
test_over (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (BridgeAbsence) away =
    bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-18"), local ("2026-11-21"));
  g_autoptr (BridgeAbsence) added = NULL;
  g_autoptr (BridgeAbsence) found = NULL;
  g_autoptr (GError) error = NULL;

  added = bridge_space_add_absence (fixture->space, away, &error);
  g_assert_no_error (error);
  g_assert_false (bridge_space_end_absence (fixture->space, bridge_absence_get_id (added), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  found = bridge_space_find_absence (fixture->space, bridge_absence_get_id (added), &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_absence_get_until (found), ==, local ("2026-11-21"));
  undo (fixture);
  g_assert_cmpuint (count (bridge_space_get_absences (fixture->space)), ==, 0);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, 0, 0, 60);
  g_autoptr (BridgeAbsence) nobody =
    bridge_absence_new (BRIDGE_ABSENCE_AWAY, "nobody", local ("2026-11-23"), BRIDGE_LOCAL_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_hours (fixture->space, hours, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_null (bridge_space_add_absence (fixture->space, nobody, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_space_remove_hours (fixture->space, "nothing", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bridge_space_end_absence (fixture->space, "nothing", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

/* Of several that cover today the one that keeps everything at rest, and for longest. */
static void
test_several (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *robin = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  const struct
  {
    const char *who;
    BridgeLocal until;
  } absences[] = {
    { robin, BRIDGE_LOCAL_NONE },
    { NULL, local ("2026-11-24") },
    { NULL, local ("2026-11-30") },
    { NULL, local ("2026-11-26") },
    { NULL, BRIDGE_LOCAL_NONE },
    { NULL, local ("2026-12-24") },
  };
  static const guint expected[] = { 0, 1, 2, 2, 4, 4 };
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autoptr (BridgeAbsence) absence =
        bridge_absence_new (BRIDGE_ABSENCE_AWAY, absences[i].who, local ("2026-11-22"), absences[i].until);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (stored, bridge_space_add_absence (fixture->space, absence, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (bridge_absence_get_id (bridge_space_get_absence_now (fixture->space)), ==,
                       bridge_absence_get_id (g_ptr_array_index (stored, expected[i])));
    }
}

static guint
count_occurrences (Fixture    *fixture,
                   const char *from,
                   const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bridge_space_list_occurrences (fixture->space, NULL, local (from), local (to), &error);

  g_assert_no_error (error);
  return found->len;
}

static void
assert_next (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) next = bridge_space_get_next (fixture->space, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (next != NULL ? bridge_occurrence_get_local (next) : BRIDGE_LOCAL_NONE, ==,
                   expected != NULL ? local (expected) : BRIDGE_LOCAL_NONE);
}

/* Days away are out of what waits and what comes; what was answered on them stays. */
static void
test_absence (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", "0");
  g_autofree char *kept = fixture_name (id, "2026-11-24T19:00");
  g_autoptr (BridgeAbsence) away =
    bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-22"), local ("2026-11-27"));
  g_autoptr (BridgeAbsence) added = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_occurrences (fixture, "2026-11-22", "2026-11-29"), ==, 7);
  assert_next (fixture, "2026-11-22T19:00");
  g_assert_null (bridge_space_get_absence_now (fixture->space));

  added = bridge_space_add_absence (fixture->space, away, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bridge_space_get_absence_now (fixture->space));
  g_assert_true (bridge_space_is_away (fixture->space, NULL, local ("2026-11-26T23:59")));
  g_assert_false (bridge_space_is_away (fixture->space, NULL, local ("2026-11-27")));
  g_assert_cmpuint (count_occurrences (fixture, "2026-11-22", "2026-11-29"), ==, 2);
  assert_next (fixture, "2026-11-27T19:00");
  bridge_space_answer_notice (fixture->space, kept, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_occurrences (fixture, "2026-11-22", "2026-11-29"), ==, 3);

  /* It began today, so nothing is left of it. */
  g_assert_true (bridge_space_end_absence (fixture->space, bridge_absence_get_id (added), &error));
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  g_assert_cmpuint (count_occurrences (fixture, "2026-11-22", "2026-11-29"), ==, 7);
  undo (fixture);
  g_assert_cmpuint (count_occurrences (fixture, "2026-11-22", "2026-11-29"), ==, 3);

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-25T12:00");
  g_assert_true (bridge_space_end_absence (fixture->space, bridge_absence_get_id (added), &error));
  g_assert_cmpuint (count (bridge_space_get_absences (fixture->space)), ==, 1);
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  assert_next (fixture, "2026-11-25T19:00");
}

/* The answer of the desktop is kept, and seen by another process. */
static void
test_background (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bridge_space_get_background (fixture->space), ==, BRIDGE_BACKGROUND_UNKNOWN);
  g_assert_true (bridge_space_set_background (fixture->space, BRIDGE_BACKGROUND_REFUSED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bridge_space_get_background (fixture->space), ==, BRIDGE_BACKGROUND_REFUSED);
  fixture_reopen (fixture);
  g_assert_cmpint (bridge_space_get_background (fixture->space), ==, BRIDGE_BACKGROUND_REFUSED);
  g_assert_null (bridge_space_get_undo_label (fixture->space));

  g_assert_true (bridge_space_set_background (fixture->space, BRIDGE_BACKGROUND_ONCE_OPENED, &error));
  fixture_reopen (fixture);
  g_assert_cmpint (bridge_space_get_background (fixture->space), ==, BRIDGE_BACKGROUND_ONCE_OPENED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/space-life/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("hours", test_hours);
  ADD ("whole-week", test_whole_week);
  ADD ("twice", test_twice);
  ADD ("over", test_over);
  ADD ("refused", test_refused);
  ADD ("several", test_several);
  ADD ("absence", test_absence);
  ADD ("background", test_background);

  return g_test_run ();
}
