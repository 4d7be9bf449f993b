/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-ids.h"

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *id = bridge_id_new ();

      g_assert_true (bridge_id_is_valid (id));
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_valid (void)
{
  static const char *const refused[] = {
    "",
    "1",
    "9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3",
    "9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3bc",
    "9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3g",
    "9b2f1a546-d1e-4c53-8f5a-0b6f7f1f2a3b",
    "9b2f1a5446d1e-4c53-8f5a-0b6f7f1f2a3b",
    "9B2F1A54-6D1E-4C53-8F5A-0B6F7F1F2A3B",
    " 9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3b",
    "9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3b\n",
    "{9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3}",
  };

  g_assert_true (bridge_id_is_valid ("9b2f1a54-6d1e-4c53-8f5a-0b6f7f1f2a3b"));
  g_assert_false (bridge_id_is_valid (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (bridge_id_is_valid (refused[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ids/new", test_new);
  g_test_add_func ("/ids/valid", test_valid);

  return g_test_run ();
}
