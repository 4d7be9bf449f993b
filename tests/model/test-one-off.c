/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-one-off.h"

#include "../support/bridge-test.h"

static void
test_copy (void)
{
  g_autoptr (BridgeOneOff) row = bridge_one_off_new (BRIDGE_SUBJECT_PAUSE, "a-pause", "return/17", 17);
  g_autoptr (BridgeOneOff) copy = NULL;

  bridge_test_assert_notifies (row, "state", BRIDGE_REMINDER_SHOWN, BRIDGE_REMINDER_PENDING);
  bridge_test_assert_notifies (row, "reason", "absence", NULL);
  bridge_test_assert_notifies (row, "shown-at", (gint64) 18, (gint64) 0);
  g_object_set (row, "id", "an-id", "updated-at", (gint64) 3, NULL);
  copy = bridge_one_off_copy (row);
  bridge_test_assert_same (row, copy, NULL);
}

/* What is no such name is taken for none; a moment of a ritual has another one. */
static void
test_names (void)
{
  static const struct {
    const char *name;
    gboolean fine;
    BridgeSubject subject;
    const char *id;
  } vectors[] = {
    { "promise:an-id", TRUE, BRIDGE_SUBJECT_PROMISE, "an-id" },
    { "pause:an:id", TRUE, BRIDGE_SUBJECT_PAUSE, "an:id" },
    { "boundary:b", TRUE, BRIDGE_SUBJECT_BOUNDARY, "b" },
    { "promise:", FALSE, 0, NULL },
    { "promise", FALSE, 0, NULL },
    { "prom:a", FALSE, 0, NULL },
    { ":a", FALSE, 0, NULL },
    { "", FALSE, 0, NULL },
    { "today", FALSE, 0, NULL },
    { "0198b8a2-0000-7000-8000-000000000000@2026-11-23T19:00", FALSE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BridgeSubject subject;
      const char *id;
      g_autofree char *name = NULL;

      g_assert_cmpint (bridge_one_off_parse_name (vectors[i].name, &subject, &id), ==, vectors[i].fine);
      if (!vectors[i].fine)
        continue;
      g_assert_cmpint (subject, ==, vectors[i].subject);
      g_assert_cmpstr (id, ==, vectors[i].id);
      name = bridge_one_off_format_name (subject, id);
      g_assert_cmpstr (name, ==, vectors[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/one-off/copy", test_copy);
  g_test_add_func ("/one-off/names", test_names);

  return g_test_run ();
}
