/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-occurrence.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

#define START (20000 * BRIDGE_DAY + 19 * BRIDGE_HOUR)

static BridgeRitual *
make_ritual (const char *id)
{
  BridgeRitual *ritual = bridge_ritual_new ();

  g_object_set (ritual, "id", id, "title", "Tea", NULL);
  return ritual;
}

static void
test_new (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("r");
  g_autoptr (BridgeOccurrence) occurrence = bridge_occurrence_new (ritual, START);

  g_assert_true (bridge_occurrence_get_ritual (occurrence) == ritual);
  g_assert_cmpstr (bridge_occurrence_get_ritual_id (occurrence), ==, "r");
  g_assert_null (bridge_occurrence_get_id (occurrence));
  g_assert_cmpint (bridge_occurrence_get_start (occurrence), ==, START);
  g_assert_cmpint (bridge_occurrence_get_moved_to (occurrence), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_occurrence_get_planned (occurrence), ==, START);
  g_assert_cmpint (bridge_occurrence_get_outcome (occurrence), ==, BRIDGE_OUTCOME_NONE);
  g_assert_false (bridge_occurrence_get_left_out (occurrence));
  g_assert_cmpint (bridge_occurrence_get_answered_at (occurrence), ==, 0);

  g_object_set (occurrence, "moved-to", START + BRIDGE_HOUR, NULL);
  g_assert_cmpint (bridge_occurrence_get_planned (occurrence), ==, START + BRIDGE_HOUR);
  g_assert_cmpint (bridge_occurrence_get_start (occurrence), ==, START);
}

static void
test_notify (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("r");
  g_autoptr (BridgeRitual) other = make_ritual ("s");
  g_autoptr (BridgeOccurrence) occurrence = bridge_occurrence_new (ritual, START);

  bridge_test_assert_notifies (occurrence, "id", "a", "b");
  bridge_test_assert_notifies (occurrence, "ritual", ritual, other);
  bridge_test_assert_notifies (occurrence, "ritual-id", "a", "b");
  bridge_test_assert_notifies (occurrence, "start", START, START + 1);
  bridge_test_assert_notifies (occurrence, "moved-to", BRIDGE_LOCAL_NONE, START);
  bridge_test_assert_notifies (occurrence, "left-out", FALSE, TRUE);
  bridge_test_assert_notifies (occurrence, "outcome", BRIDGE_OUTCOME_NONE, BRIDGE_OUTCOME_SMALLER);
  bridge_test_assert_notifies (occurrence, "answered-at", (gint64) 0, (gint64) 2);
  bridge_test_assert_notifies (occurrence, "at", (gint64) 0, (gint64) 2);
  bridge_test_assert_notifies (occurrence, "local", START, START + 1);
  bridge_test_assert_notifies (occurrence, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (occurrence, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (occurrence, "deleted-at", (gint64) 0, (gint64) 2);
}

static void
test_equal (void)
{
  static const char *const properties[] = { "answered-at", "at", "local", "created-at", "updated-at", "deleted-at",
                                            "start", "moved-to" };
  g_autoptr (BridgeRitual) ritual = make_ritual ("r");
  g_autoptr (BridgeOccurrence) occurrence = bridge_occurrence_new (ritual, START);
  g_autoptr (BridgeOccurrence) copy = NULL;

  g_object_set (occurrence, "id", "i", "moved-to", START + BRIDGE_DAY, "left-out", TRUE, "outcome",
                BRIDGE_OUTCOME_KEPT, "answered-at", (gint64) 1, "at", (gint64) 2, "local", (gint64) 3, "created-at",
                (gint64) 4, "updated-at", (gint64) 5, "deleted-at", (gint64) 6, NULL);
  copy = bridge_occurrence_copy (occurrence);
  bridge_test_assert_same (occurrence, copy, NULL);
  g_assert_true (bridge_occurrence_equal (occurrence, copy));

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (BridgeOccurrence) another = bridge_occurrence_copy (occurrence);

      g_object_set (another, properties[i], (gint64) 77, NULL);
      g_assert_false (bridge_occurrence_equal (occurrence, another));
    }

  g_object_set (copy, "outcome", BRIDGE_OUTCOME_SMALLER, NULL);
  g_assert_false (bridge_occurrence_equal (occurrence, copy));
  g_object_set (copy, "outcome", BRIDGE_OUTCOME_KEPT, "left-out", FALSE, NULL);
  g_assert_false (bridge_occurrence_equal (occurrence, copy));
  g_object_set (copy, "left-out", TRUE, "id", "j", NULL);
  g_assert_false (bridge_occurrence_equal (occurrence, copy));
  g_object_set (copy, "id", "i", "ritual", NULL, NULL);
  g_assert_false (bridge_occurrence_equal (occurrence, copy));
}

static void
test_name (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ("4f7c");
  g_autoptr (BridgeOccurrence) occurrence = bridge_occurrence_new (ritual, START);
  g_autoptr (GError) error = NULL;
  g_autofree char *ritual_id = NULL;
  BridgeLocal start;

  g_assert_cmpstr (bridge_occurrence_get_name (occurrence), ==, "4f7c@2024-10-04T19:00");
  g_assert_true (bridge_occurrence_parse_name (bridge_occurrence_get_name (occurrence), &ritual_id, &start, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ritual_id, ==, "4f7c");
  g_assert_cmpint (start, ==, START);

  /* The name follows its parts; moving leaves it as it is. */
  g_object_set (occurrence, "moved-to", START + BRIDGE_DAY, NULL);
  g_assert_cmpstr (bridge_occurrence_get_name (occurrence), ==, "4f7c@2024-10-04T19:00");
  g_object_set (occurrence, "start", START + 30, NULL);
  g_assert_cmpstr (bridge_occurrence_get_name (occurrence), ==, "4f7c@2024-10-04T19:00:30");
  g_object_set (occurrence, "ritual-id", "aa", NULL);
  g_assert_cmpstr (bridge_occurrence_get_name (occurrence), ==, "aa@2024-10-04T19:00:30");
}

static void
test_bad_names (void)
{
  static const struct {
    const char *name;
    int code;
  } vectors[] = {
    { "", BRIDGE_ERROR_INVALID_VALUE },
    { "4f7c", BRIDGE_ERROR_INVALID_VALUE },
    { "@2024-10-04T19:00", BRIDGE_ERROR_INVALID_VALUE },
    { "4f7c@", BRIDGE_ERROR_INVALID_DATE },
    { "4f7c@tomorrow", BRIDGE_ERROR_INVALID_DATE },
    { "4f7c@2024-13-04T19:00", BRIDGE_ERROR_INVALID_DATE },
    { "4f7c@2024-10-04T19:00@", BRIDGE_ERROR_INVALID_DATE },
    { "\xff\xfe", BRIDGE_ERROR_INVALID_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *ritual_id = NULL;
      BridgeLocal start;

      g_assert_false (bridge_occurrence_parse_name (vectors[i].name, &ritual_id, &start, &error));
      g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (ritual_id);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/occurrence/new", test_new);
  g_test_add_func ("/occurrence/notify", test_notify);
  g_test_add_func ("/occurrence/equal", test_equal);
  g_test_add_func ("/occurrence/name", test_name);
  g_test_add_func ("/occurrence/bad-names", test_bad_names);

  return g_test_run ();
}
