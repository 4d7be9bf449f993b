/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "private-fixture.h"

#include "bridge-vault.h"

void
private_fixture_quicken (BridgePrivate *private_space)
{
  bridge_private_set_cost (private_space, 1, 8 * 1024);
}

void
private_fixture_set_up (PrivateFixture *fixture,
                        gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture->base, NULL);
  fixture->private_space = bridge_private_new (fixture->base.space);
  private_fixture_quicken (fixture->private_space);
  fixture->code = bridge_private_set_up (fixture->private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
}

void
private_fixture_tear_down (PrivateFixture *fixture,
                           gconstpointer   user_data)
{
  g_assert_finalize_object (fixture->private_space);
  bridge_secret_free (fixture->code);
  fixture_tear_down (&fixture->base, NULL);
}

BridgePrivateEntry *
private_fixture_write (BridgePrivate *private_space,
                       const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, local ("2026-11-22"));
  BridgePrivateEntry *stored;

  g_object_set (entry, "text", text, NULL);
  stored = bridge_private_save (private_space, entry, &error);
  g_assert_no_error (error);
  return stored;
}

guint
private_fixture_count (BridgePrivate *private_space)
{
  return g_list_model_get_n_items (bridge_private_get_entries (private_space));
}

guint
private_fixture_count_found (BridgePrivate *private_space,
                             const char    *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = bridge_private_search (private_space, typed, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (found);
}

void
private_fixture_unlock (BridgePrivate *private_space)
{
  g_autoptr (GError) error = NULL;

  bridge_private_unlock (private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
}
