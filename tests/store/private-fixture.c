/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "private-fixture.h"

#include <string.h>

#define OPS 1
#define MEMORY (8 * 1024)

static BridgeVault *
add_vault (BridgeDatabase *db,
           BridgePerson   *person)
{
  g_autoptr (GError) error = NULL;
  char *code;
  BridgeVault *vault = bridge_vault_create (bridge_person_get_id (person), "plate walnut river", OPS, MEMORY, &code, &error);

  g_assert_no_error (error);
  bridge_secret_free (code);
  bridge_store_add_vault (db, vault, &error);
  g_assert_no_error (error);
  return vault;
}

void
private_fixture_set_up (PrivateFixture       *fixture,
                        gconstpointer  user_data)
{
  fixture->folder = bridge_test_folder_new ();
  fixture->db = open_database (fixture->folder);
  fixture->ada = add_person (fixture->db, "Ada", 0);
  fixture->ben = add_person (fixture->db, "Ben", 1);
  fixture->vault = add_vault (fixture->db, fixture->ada);
  fixture->others = add_vault (fixture->db, fixture->ben);
}

void
private_fixture_tear_down (PrivateFixture       *fixture,
                           gconstpointer  user_data)
{
  g_object_unref (fixture->db);
  g_object_unref (fixture->ada);
  g_object_unref (fixture->ben);
  bridge_vault_free (fixture->vault);
  bridge_vault_free (fixture->others);
  bridge_test_folder_free (fixture->folder);
}

/* Gives the id. */
BridgePrivateWrite
write_words (PrivateFixture    *fixture,
             BridgeVault *vault,
             const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  BridgePrivateWrite write = { .words = bytes };

  bridge_store_write_private (fixture->db, vault, &write, 1, &error);
  g_assert_no_error (error);
  return write;
}

GPtrArray *
load_private (PrivateFixture     *fixture,
              BridgeVault *vault,
              gboolean     checked)
{
  g_autoptr (GError) error = NULL;
  gboolean really;
  GPtrArray *rows = bridge_store_load_private (fixture->db, vault, &really, &error);

  g_assert_no_error (error);
  g_assert_cmpint (really, ==, checked);
  return rows;
}

const BridgePrivateRow *
find_private (GPtrArray  *rows,
              const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((BridgePrivateRow *) g_ptr_array_index (rows, i))->id, id))
      return g_ptr_array_index (rows, i);
  return NULL;
}

void
assert_words (GPtrArray  *rows,
              const char *id,
              const char *words)
{
  const BridgePrivateRow *row = find_private (rows, id);

  g_assert_nonnull (row);
  g_assert_cmpint (row->state, ==, BRIDGE_PRIVATE_FINE);
  g_assert_cmpmem (g_bytes_get_data (row->words, NULL), g_bytes_get_size (row->words), words, strlen (words));
}

void
assert_state (GPtrArray         *rows,
              const char        *id,
              BridgePrivateState state)
{
  g_assert_nonnull (find_private (rows, id));
  g_assert_cmpint (find_private (rows, id)->state, ==, state);
  g_assert_null (find_private (rows, id)->words);
}

void
run_sql (PrivateFixture    *fixture,
         const char *format,
         ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  bridge_statement_execute (fixture->db, sql, &error);
  g_assert_no_error (error);
}
