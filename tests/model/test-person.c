/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-person.h"

#include <string.h>

#include "bridge-error.h"
#include "../support/bridge-test.h"

static void
test_defaults (void)
{
  g_autoptr (BridgePerson) person = bridge_person_new ("Alex");

  g_assert_null (bridge_person_get_id (person));
  g_assert_cmpstr (bridge_person_get_name (person), ==, "Alex");
  g_assert_cmpint (bridge_person_get_colour (person), ==, 0);
  g_assert_cmpint (bridge_person_get_position (person), ==, 0);
}

static void
test_notify (void)
{
  g_autoptr (BridgePerson) person = bridge_person_new ("Alex");

  bridge_test_assert_notifies (person, "id", "a", "b");
  bridge_test_assert_notifies (person, "id", "a", NULL);
  bridge_test_assert_notifies (person, "name", "Alex", "Robin");
  bridge_test_assert_notifies (person, "colour", 0, 5);
  bridge_test_assert_notifies (person, "position", 0, 1);
  bridge_test_assert_notifies (person, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (person, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (person, "deleted-at", (gint64) 0, (gint64) 2);

  /* A name is never NULL. */
  g_object_set (person, "name", NULL, NULL);
  g_assert_cmpstr (bridge_person_get_name (person), ==, "");
}

static void
test_copy (void)
{
  g_autoptr (BridgePerson) person = bridge_person_new ("Robin");
  g_autoptr (BridgePerson) copy = NULL;

  g_object_set (person, "id", "an-id", "colour", 3, "position", 1, "created-at", (gint64) 10, "updated-at", (gint64) 20,
                "deleted-at", (gint64) 30, NULL);
  copy = bridge_person_copy (person);
  g_assert_true (copy != person);
  bridge_test_assert_same (person, copy, NULL);

  g_object_set (copy, "name", "Kim", NULL);
  g_assert_cmpstr (bridge_person_get_name (person), ==, "Robin");
}

static void
test_validate (void)
{
  g_autofree char *longest = g_strnfill (60, 'x');
  g_autofree char *too_long = g_strnfill (61, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  const char *good[] = { "A", longest, "Zoë 李" };
  const char *bad[] = { "", too_long };

  for (guint i = 0; i < 60; i++)
    g_string_append (wide, "ä");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (BridgePerson) person = bridge_person_new (good[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (bridge_person_validate (person, &error));
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (BridgePerson) person = bridge_person_new (bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (bridge_person_validate (person, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, "name"));
    }

  /* Characters count, not bytes. */
  {
    g_autoptr (BridgePerson) person = bridge_person_new (wide->str);

    g_assert_true (bridge_person_validate (person, NULL));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/defaults", test_defaults);
  g_test_add_func ("/person/notify", test_notify);
  g_test_add_func ("/person/copy", test_copy);
  g_test_add_func ("/person/validate", test_validate);

  return g_test_run ();
}
