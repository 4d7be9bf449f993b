/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-absence.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  if (text == NULL)
    return BRIDGE_LOCAL_NONE;
  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static void
test_copy (void)
{
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, "ada", at ("2026-11-23"), BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeAbsence) copy = NULL;

  bridge_test_assert_notifies (absence, "who", "ben", NULL);
  bridge_test_assert_notifies (absence, "kind", BRIDGE_ABSENCE_AWAY, BRIDGE_ABSENCE_UNWELL);
  bridge_test_assert_notifies (absence, "until", at ("2026-11-25"), BRIDGE_LOCAL_NONE);
  g_object_set (absence, "id", "an-id", "updated-at", (gint64) 3, NULL);
  copy = bridge_absence_copy (absence);
  bridge_test_assert_same (absence, copy, NULL);
}

static void
test_validate (void)
{
  static const struct {
    const char *from, *until;
    gboolean fine;
  } vectors[] = {
    { "2026-11-23", "2026-11-24", TRUE },
    { "2026-11-23", NULL, TRUE },
    { "2026-11-23", "2026-11-23", FALSE },
    { "2026-11-23", "2026-11-22", FALSE },
    { "2026-11-23T10:00", NULL, FALSE },
    { "2026-11-23", "2026-11-24T10:00", FALSE },
    { NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeAbsence) absence =
        bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, at (vectors[i].from), at (vectors[i].until));
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bridge_absence_validate (absence, &error), ==, vectors[i].fine);
      if (!vectors[i].fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
    }
}

/* Whose ritual rests when who is away. */
static void
test_covers (void)
{
  static const struct {
    const char *away, *ritual, *local;
    gboolean covered;
  } vectors[] = {
    { NULL, NULL, "2026-11-23T00:00", TRUE },
    { NULL, "ada", "2026-11-24T23:59:59", TRUE },
    { NULL, NULL, "2026-11-22T23:59:59", FALSE },
    { NULL, NULL, "2026-11-25T00:00", FALSE },
    { "ada", NULL, "2026-11-23T12:00", TRUE },
    { "ada", "ada", "2026-11-23T12:00", TRUE },
    { "ada", "ben", "2026-11-23T12:00", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeAbsence) absence =
        bridge_absence_new (BRIDGE_ABSENCE_AWAY, vectors[i].away, at ("2026-11-23"), at ("2026-11-25"));

      g_assert_cmpint (bridge_absence_covers (absence, vectors[i].ritual, at (vectors[i].local)), ==, vectors[i].covered);
    }
}

static void
test_find_end (void)
{
  g_autoptr (GListStore) list = g_list_store_new (BRIDGE_TYPE_ABSENCE);
  g_autoptr (BridgeAbsence) first = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, at ("2026-11-23"), at ("2026-11-25"));
  g_autoptr (BridgeAbsence) next = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, "ada", at ("2026-11-25"), at ("2026-11-26"));
  g_autoptr (BridgeAbsence) open = bridge_absence_new (BRIDGE_ABSENCE_AWAY, "ben", at ("2026-12-01"), BRIDGE_LOCAL_NONE);
  GListModel *model = G_LIST_MODEL (list);

  g_list_store_append (list, next);
  g_list_store_append (list, first);
  g_list_store_append (list, open);
  g_assert_cmpint (bridge_absence_find_end (NULL, NULL, at ("2026-11-23")), ==, at ("2026-11-23"));
  g_assert_cmpint (bridge_absence_find_end (model, NULL, at ("2026-11-22T19:00")), ==, at ("2026-11-22T19:00"));
  g_assert_cmpint (bridge_absence_find_end (model, NULL, at ("2026-11-23T19:00")), ==, at ("2026-11-26"));
  g_assert_cmpint (bridge_absence_find_end (model, "ben", at ("2026-11-23T19:00")), ==, at ("2026-11-25"));
  g_assert_cmpint (bridge_absence_find_end (model, NULL, at ("2027-06-01")), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_absence_find_end (model, "ada", at ("2027-06-01")), ==, at ("2027-06-01"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/absence/copy", test_copy);
  g_test_add_func ("/absence/validate", test_validate);
  g_test_add_func ("/absence/covers", test_covers);
  g_test_add_func ("/absence/find-end", test_find_end);

  return g_test_run ();
}
