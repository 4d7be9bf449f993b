/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-private-words.h"
#include "bridge-private.h"
#include "bridge-statement.h"
#include "bridge-vault.h"
#include "service-fixture.h"

#define PASSPHRASE "plate walnut river"

typedef struct {
  Fixture base;
  BridgePrivate *private_space;
  char *code;
} PrivateFixture;

static void
quicken (BridgePrivate *private_space)
{
  bridge_private_set_cost (private_space, 1, 8 * 1024);
}

static void
set_up (PrivateFixture *fixture,
        gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture->base, NULL);
  fixture->private_space = bridge_private_new (fixture->base.space);
  quicken (fixture->private_space);
  fixture->code = bridge_private_set_up (fixture->private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
}

static void
tear_down (PrivateFixture *fixture,
           gconstpointer   user_data)
{
  g_assert_finalize_object (fixture->private_space);
  bridge_secret_free (fixture->code);
  fixture_tear_down (&fixture->base, NULL);
}

static BridgePrivateEntry *
write_journal (BridgePrivate *private_space,
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

static guint
count (BridgePrivate *private_space)
{
  return g_list_model_get_n_items (bridge_private_get_entries (private_space));
}

static guint
count_found (BridgePrivate *private_space,
             const char    *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = bridge_private_search (private_space, typed, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (found);
}

static void
unlock (BridgePrivate *private_space)
{
  g_autoptr (GError) error = NULL;

  bridge_private_unlock (private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
}

static void
test_entries (PrivateFixture *fixture,
              gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) first = write_journal (private_space, "  A walk by the river ");
  g_autoptr (BridgePrivateEntry) second = write_journal (private_space, "Supper");
  g_autoptr (BridgePrivateEntry) changed = NULL;
  g_autoptr (BridgePrivateEntry) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_private_entry_get_text (first), ==, "A walk by the river");
  g_assert_cmpint (bridge_private_entry_get_created_at (first), ==, utc (&fixture->base, "2026-11-22T18:00"));
  g_assert_cmpuint (count (private_space), ==, 2);

  g_object_set (first, "text", "A walk in the snow", "date", local ("2026-11-21"), NULL);
  changed = bridge_private_save (private_space, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_private_entry_get_id (changed), ==, bridge_private_entry_get_id (first));
  g_assert_cmpuint (count_found (private_space, "river"), ==, 0);
  g_assert_cmpuint (count_found (private_space, "sno wal"), ==, 1);
  g_assert_cmpuint (count_found (private_space, ""), ==, 2);

  /* A copy of before does not overwrite. */
  g_assert_null (bridge_private_save (private_space, first, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);

  bridge_private_lock (private_space);
  g_assert_cmpuint (count (private_space), ==, 0);
  g_assert_null (bridge_private_search (private_space, "snow", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (bridge_private_save (private_space, changed, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_clear_error (&error);

  unlock (private_space);
  g_assert_cmpuint (count (private_space), ==, 2);
  found = g_list_model_get_item (bridge_private_get_entries (private_space), 0);
  g_assert_cmpstr (bridge_private_entry_get_text (found), ==, "Supper");
  g_assert_cmpuint (count_found (private_space, "snow"), ==, 1);

  g_assert_true (bridge_private_remove (private_space, bridge_private_entry_get_id (found), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (private_space, "supper"), ==, 0);
  g_assert_cmpuint (count (private_space), ==, 1);
  g_assert_true (bridge_private_undo_remove (private_space, &error));
  g_assert_cmpuint (count_found (private_space, "supper"), ==, 1);
  g_assert_false (bridge_private_undo_remove (private_space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_null (bridge_space_get_undo_label (fixture->base.space));
}

/* What was found and what is found are told apart after any order of changes. */
static void
test_search (PrivateFixture *fixture,
             gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("word%u common", i);
      g_autoptr (BridgePrivateEntry) entry = write_journal (private_space, text);

      if (i % 50 == 0)
        g_assert_cmpuint (count_found (private_space, "common"), ==, i + 1);
    }
  bridge_private_lock (private_space);
  unlock (private_space);
  spin ();
  g_assert_cmpuint (count_found (private_space, "common"), ==, 300);
  g_assert_cmpuint (count_found (private_space, "word299"), ==, 1);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (bridge_private_get_entries (private_space), i);

      g_assert_true (bridge_private_remove (private_space, bridge_private_entry_get_id (entry), &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_found (private_space, "common"), ==, 200);
}

static void
keep_draft_cb (BridgePrivate      *private_space,
               BridgePrivateEntry *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivateEntry) stored = bridge_private_save (private_space, draft, &error);

  g_assert_no_error (error);
  g_object_set (draft, "id", bridge_private_entry_get_id (stored), NULL);
}

/* Unsaved words are sealed before it locks, and become the entry they were meant for. */
static void
test_drafts (PrivateFixture *fixture,
             gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) present = write_journal (private_space, "Before");
  g_autoptr (BridgePrivateEntry) draft = bridge_private_entry_copy (present);
  g_autoptr (BridgePrivateEntry) read = NULL;
  g_autoptr (BridgePrivateEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  gulong handler;

  g_object_set (draft, "id", NULL, "version", (gint64) 0, "draft", TRUE, "draft-of", bridge_private_entry_get_id (present),
                "text", "Half a sent", NULL);
  handler = g_signal_connect (private_space, "locking", G_CALLBACK (keep_draft_cb), draft);
  bridge_private_lock (private_space);
  g_signal_handler_disconnect (private_space, handler);
  g_assert_false (bridge_private_get_unlocked (private_space));

  unlock (private_space);
  g_assert_cmpuint (count (private_space), ==, 2);
  read = g_list_model_get_item (bridge_private_get_entries (private_space), 0);
  g_assert_true (bridge_private_entry_get_draft (read));
  g_assert_cmpstr (bridge_private_entry_get_text (read), ==, "Half a sent");
  g_assert_cmpstr (bridge_private_entry_get_draft_of (read), ==, bridge_private_entry_get_id (present));

  {
    g_autoptr (BridgePrivateEntry) whole = bridge_private_entry_copy (read);

    g_object_set (whole, "draft", FALSE, "text", "A whole sentence", NULL);
    saved = bridge_private_save (private_space, whole, &error);
  }
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_private_entry_get_id (saved), ==, bridge_private_entry_get_id (present));
  g_assert_cmpuint (count (private_space), ==, 1);
  g_assert_cmpuint (count_found (private_space, "whole"), ==, 1);
  g_assert_cmpuint (count_found (private_space, "before"), ==, 0);
  g_assert_cmpuint (count_found (private_space, "half"), ==, 0);
}

/* A draft without an entry becomes one, in its own place. */
static void
test_new_draft (PrivateFixture *fixture,
                gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) draft = bridge_private_entry_new (BRIDGE_PRIVATE_OBSERVATION, local ("2026-11-22"));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (BridgePrivateEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (draft, "draft", TRUE, "topic", "Money", NULL);
  stored = bridge_private_save (private_space, draft, &error);
  g_assert_no_error (error);
  g_object_set (stored, "draft", FALSE, NULL);
  g_assert_null (bridge_private_save (private_space, stored, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_object_set (stored, "behaviour", "Went out", NULL);
  saved = bridge_private_save (private_space, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_private_entry_get_id (saved), ==, bridge_private_entry_get_id (stored));
  g_assert_cmpuint (count (private_space), ==, 1);
}

static void
test_lock_by_itself (PrivateFixture *fixture,
                     gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->base.clock);
  BridgeSpace *space = fixture->base.space;
  const char *ada = bridge_person_get_id (bridge_space_get_me (space));
  const char *ben = bridge_person_get_id (bridge_space_get_partner (space));
  g_autoptr (GError) error = NULL;

  /* Idle for five minutes. */
  bridge_fake_clock_advance (clock, 4 * 60000);
  g_assert_true (bridge_private_get_unlocked (private_space));
  bridge_private_touch (private_space);
  bridge_fake_clock_advance (clock, 4 * 60000);
  g_assert_true (bridge_private_get_unlocked (private_space));
  bridge_fake_clock_advance (clock, 60000);
  g_assert_false (bridge_private_get_unlocked (private_space));
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, BRIDGE_NEVER);

  /* A setting. */
  unlock (private_space);
  g_assert_true (bridge_private_set_lock_minutes (private_space, 1, &error));
  g_assert_false (bridge_private_set_lock_minutes (private_space, 61, NULL));
  bridge_fake_clock_advance (clock, 60000);
  g_assert_false (bridge_private_get_unlocked (private_space));
  unlock (private_space);
  g_assert_cmpint (bridge_private_get_lock_minutes (private_space), ==, 1);

  /* Asleep, or a clock that jumped. */
  bridge_fake_clock_set (clock, bridge_clock_now (fixture->base.clock) - 3600000);
  g_assert_false (bridge_private_get_unlocked (private_space));
  unlock (private_space);
  bridge_fake_clock_set_zone (clock, "Asia/Tokyo");
  g_assert_true (bridge_private_get_unlocked (private_space));

  /* Handed over, and back. */
  g_assert_true (bridge_space_set_speaker (space, ben, &error));
  g_assert_false (bridge_private_get_unlocked (private_space));
  g_assert_false (bridge_private_get_exists (private_space));
  g_assert_true (bridge_space_set_speaker (space, ada, &error));
  g_assert_true (bridge_private_get_exists (private_space));
  g_assert_false (bridge_private_get_unlocked (private_space));
  g_assert_no_error (error);
}

/* Waits grow, outlive the program, and end; the code is never kept waiting. */
static void
test_wait (PrivateFixture *fixture,
           gconstpointer   user_data)
{
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivate) again = NULL;

  bridge_private_lock (fixture->private_space);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (bridge_private_unlock (fixture->private_space, "something else", &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  g_assert_false (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);

  again = bridge_private_new (fixture->base.space);
  g_assert_false (bridge_private_unlock (again, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);

  /* Set back by a year: two seconds, not a year. */
  bridge_fake_clock_set (clock, bridge_clock_now (fixture->base.clock) - G_GINT64_CONSTANT (365) * 86400000);
  g_assert_false (bridge_private_unlock (again, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);
  g_assert_true (bridge_private_unlock_with_code (again, fixture->code, &error));
  g_assert_no_error (error);
  bridge_fake_clock_advance (clock, 2000);
  g_assert_true (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_no_error (error);

  /* That is forgotten now. */
  bridge_private_lock (fixture->private_space);
  g_assert_false (bridge_private_unlock (fixture->private_space, "something else", NULL));
  g_assert_true (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_no_error (error);
}

static void
test_change (PrivateFixture *fixture,
             gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) entry = write_journal (private_space, "Kept");
  g_autoptr (GError) error = NULL;

  /* Whoever sits before it has to know the present one. */
  g_assert_false (bridge_private_change_passphrase (private_space, "something else", "a new passphrase", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (bridge_private_change_passphrase (private_space, NULL, "a new passphrase", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (bridge_private_change_passphrase (private_space, PASSPHRASE, "short", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_true (bridge_private_change_passphrase (private_space, PASSPHRASE, "a new passphrase", &error));
  g_assert_no_error (error);
  bridge_private_lock (private_space);
  g_assert_false (bridge_private_unlock (private_space, PASSPHRASE, NULL));
  g_assert_true (bridge_private_unlock (private_space, "a new passphrase", &error));
  g_assert_cmpuint (count_found (private_space, "kept"), ==, 1);

  /* Forgotten: the code, then a new one. */
  bridge_private_lock (private_space);
  g_assert_true (bridge_private_unlock_with_code (private_space, fixture->code, &error));
  g_assert_true (bridge_private_get_needs_passphrase (private_space));
  g_assert_true (bridge_private_change_passphrase (private_space, NULL, "the third passphrase", &error));
  g_assert_false (bridge_private_get_needs_passphrase (private_space));
  bridge_private_lock (private_space);
  g_assert_true (bridge_private_unlock (private_space, "the third passphrase", &error));
  g_assert_no_error (error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static void
test_async (PrivateFixture *fixture,
            gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  GAsyncResult *pending = NULL;
  g_autoptr (GError) error = NULL;
  char *code;

  bridge_private_renew_code_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    code = bridge_private_renew_code_finish (private_space, result, &error);
    g_assert_no_error (error);
  }
  bridge_private_lock (private_space);
  g_assert_false (bridge_private_unlock_with_code (private_space, fixture->code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (bridge_private_unlock_with_code (private_space, code, &error));
  bridge_secret_free (code);
  bridge_private_lock (private_space);

  bridge_private_unlock_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
  g_assert_true (bridge_private_get_busy (private_space));
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_true (bridge_private_unlock_finish (private_space, result, &error));
    g_assert_no_error (error);
  }
  g_assert_false (bridge_private_get_busy (private_space));
  g_assert_true (bridge_private_get_unlocked (private_space));

  /* Locked, or handed over, while it is worked on: it stays locked. */
  bridge_private_lock (private_space);
  for (guint i = 0; i < 2; i++)
    {
      bridge_private_unlock_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
      if (i == 0)
        bridge_private_lock (private_space);
      else
        bridge_space_set_speaker (fixture->base.space, bridge_person_get_id (bridge_space_get_partner (fixture->base.space)), NULL);
      {
        g_autoptr (GAsyncResult) result = wait_for (&pending);

        g_assert_false (bridge_private_unlock_finish (private_space, result, &error));
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
        g_clear_error (&error);
      }
      g_assert_false (bridge_private_get_unlocked (private_space));
    }

  /* Ben's own. */
  bridge_private_set_up_async (private_space, "passphrase of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    code = bridge_private_set_up_finish (private_space, result, &error);
    g_assert_no_error (error);
    g_assert_true (bridge_private_get_unlocked (private_space));
    bridge_secret_free (code);
  }
  bridge_private_change_passphrase_async (private_space, "passphrase of Ben", "another one of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_true (bridge_private_change_passphrase_finish (private_space, result, &error));
    g_assert_no_error (error);
  }
  bridge_private_set_up_async (private_space, "passphrase of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_null (bridge_private_set_up_finish (private_space, result, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  }
}

/* Two processes: what one writes the other has, and nobody overwrites what they have not seen. */
static void
test_elsewhere (PrivateFixture *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) space = bridge_space_open (fixture->base.folder, fixture->base.clock, &error);
  g_autoptr (BridgePrivate) elsewhere = bridge_private_new (space);
  g_autoptr (BridgePrivateEntry) here = write_journal (fixture->private_space, "Here");
  g_autoptr (BridgePrivateEntry) there = NULL;
  g_autoptr (BridgePrivateEntry) changed = NULL;
  g_autoptr (BridgePrivateEntry) same = NULL;
  g_autoptr (BridgePrivateEntry) after = NULL;

  g_assert_no_error (error);
  unlock (elsewhere);
  there = write_journal (elsewhere, "There");
  same = bridge_private_find (fixture->private_space, bridge_private_entry_get_id (here), &error);
  bridge_space_refresh (fixture->base.space);
  g_assert_cmpuint (count (fixture->private_space), ==, 2);
  after = bridge_private_find (fixture->private_space, bridge_private_entry_get_id (here), &error);
  g_assert_true (same == after);
  g_assert_cmpuint (count_found (fixture->private_space, "there"), ==, 1);

  g_object_set (there, "text", "There again", NULL);
  changed = bridge_private_save (elsewhere, there, &error);
  g_assert_no_error (error);
  g_object_set (there, "text", "Overwritten", NULL);
  g_assert_null (bridge_private_save (fixture->private_space, there, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);

  /* Erased there. */
  g_assert_true (bridge_space_erase_private (space, bridge_person_get_id (bridge_space_get_me (space)), NULL));
  g_assert_false (bridge_private_get_exists (elsewhere));
  bridge_space_refresh (fixture->base.space);
  g_assert_false (bridge_private_get_exists (fixture->private_space));
  g_assert_false (bridge_private_get_unlocked (fixture->private_space));
  g_assert_cmpuint (count (fixture->private_space), ==, 0);
}

static void
test_trouble (PrivateFixture *fixture,
              gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  BridgeDatabase *db = bridge_space_get_database (fixture->base.space);
  g_autoptr (BridgePrivateEntry) whole = write_journal (private_space, "Whole");
  g_autoptr (BridgePrivateEntry) hurt = write_journal (private_space, "Hurt");
  g_autofree char *sql = g_strdup_printf ("UPDATE private_entries SET sealed = zeroblob (296) WHERE id = '%s'",
                                          bridge_private_entry_get_id (hurt));
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_private_get_trouble (private_space));
  bridge_private_lock (private_space);
  bridge_statement_execute (db, sql, &error);
  g_assert_no_error (error);
  unlock (private_space);
  g_assert_nonnull (strstr (bridge_private_get_trouble (private_space), "1 entry was changed"));
  g_assert_cmpuint (count (private_space), ==, 1);
  g_assert_cmpuint (count_found (private_space, "whole"), ==, 1);
  bridge_private_lock (private_space);
  g_assert_null (bridge_private_get_trouble (private_space));
}

static void
test_share (PrivateFixture *fixture,
            gconstpointer   user_data)
{
  BridgeSpace *space = fixture->base.space;
  GListModel *list = bridge_space_get_shared_words (space);
  const char *ada = bridge_person_get_id (bridge_space_get_me (space));
  const char *ben = bridge_person_get_id (bridge_space_get_partner (space));
  g_autoptr (BridgeSharedWords) first = NULL;
  g_autoptr (BridgeSharedWords) second = NULL;
  g_autoptr (BridgeSharedWords) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_share_words (space, "  ", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  first = bridge_space_share_words (space, "I am glad you stayed.", &error);
  second = bridge_space_share_words (space, "And about the door.", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_shared_words_get_to (first), ==, ben);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_null (bridge_space_get_undo_label (space));

  g_assert_false (bridge_space_open_words (space, bridge_shared_words_get_id (first), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (bridge_space_take_back_words (space, bridge_shared_words_get_id (second), &error));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);

  bridge_space_set_speaker (space, ben, NULL);
  g_assert_false (bridge_space_open_words (space, bridge_shared_words_get_id (second), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->base.clock), 3600000);
  g_assert_true (bridge_space_open_words (space, bridge_shared_words_get_id (first), &error));
  g_assert_no_error (error);
  opened = bridge_space_find_shared_words (space, bridge_shared_words_get_id (first), &error);
  g_assert_cmpint (bridge_shared_words_get_state (opened), ==, BRIDGE_SHARED_OPENED);

  /* When it was opened is nowhere. */
  {
    gint64 created_at, updated_at;

    g_object_get (opened, "created-at", &created_at, "updated-at", &updated_at, NULL);
    g_assert_cmpint (updated_at, ==, created_at + 1);
  }

  bridge_space_set_speaker (space, ada, NULL);
  g_assert_false (bridge_space_take_back_words (space, bridge_shared_words_get_id (first), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);
  g_autoptr (GError) error = NULL;
  char *code;

  quicken (private_space);
  g_assert_null (bridge_space_share_words (fixture->space, "Words", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_private_unlock (private_space, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_private_unlock_with_code (private_space, "7K2QD", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_private_set_up (private_space, "short", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  code = bridge_private_set_up (private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
  bridge_secret_free (code);
  g_assert_true (bridge_private_get_unlocked (private_space));
}

static void
test_export (PrivateFixture *fixture,
             gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) journal = write_journal (private_space, "Two lines\nof a journal");
  g_autoptr (BridgePrivateEntry) observation = bridge_private_entry_new (BRIDGE_PRIVATE_OBSERVATION, local ("2026-11-20"));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (BridgePrivateEntry) safety = bridge_private_entry_new (BRIDGE_PRIVATE_SAFETY, local ("2026-11-21"));
  g_autoptr (BridgePrivateEntry) stored_safety = NULL;
  g_autofree char *path = g_build_filename (fixture->base.folder, "export.txt", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  static const char *const parts[] = {
    "Sunday, 22 November 2026", "Two lines\nof a journal", "What you saw or heard: Went out", "How heated it was before: Hot",
    "Does it seem to pass?: Lasting", "How safe it felt: Uneasy", "This file is not encrypted.",
  };

  g_object_set (observation, "behaviour", "Went out", "temperature", 4, "course", BRIDGE_COURSE_LASTING, NULL);
  g_object_set (safety, "safety", 2, NULL);
  stored = bridge_private_save (private_space, observation, &error);
  stored_safety = bridge_private_save (private_space, safety, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_private_export (private_space, path, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (contents, parts[i]));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_false (bridge_private_export (private_space, "/nowhere/at/all", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_clear_error (&error);
  bridge_private_lock (private_space);
  g_assert_false (bridge_private_export (private_space, path, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
}

static void
test_words (void)
{
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, 0);
  g_autofree char *empty = bridge_private_entry_dup_heading (entry);
  g_autofree char *line = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *titled = NULL;
  g_autofree char *safe = NULL;

  g_assert_cmpstr (empty, ==, "Journal");
  g_object_set (entry, "text", "One line\nand another", NULL);
  line = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (line, ==, "One line");
  g_object_set (entry, "text", "ääääääääää ääääääääää ääääääääää ääääääääää ääääääääää ääääääääää", NULL);
  cut = bridge_private_entry_dup_heading (entry);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 60);
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_object_set (entry, "title", "Title", NULL);
  titled = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (titled, ==, "Title");
  g_object_set (entry, "title", "", "kind", BRIDGE_PRIVATE_SAFETY, "safety", 5, NULL);
  safe = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (safe, ==, "Safe");
}

#define ADD(path, function) g_test_add (path, PrivateFixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/private-space/entries", test_entries);
  ADD ("/private-space/search", test_search);
  ADD ("/private-space/drafts", test_drafts);
  ADD ("/private-space/new-draft", test_new_draft);
  ADD ("/private-space/lock-by-itself", test_lock_by_itself);
  ADD ("/private-space/wait", test_wait);
  ADD ("/private-space/change", test_change);
  ADD ("/private-space/async", test_async);
  ADD ("/private-space/elsewhere", test_elsewhere);
  ADD ("/private-space/trouble", test_trouble);
  ADD ("/private-space/share", test_share);
  g_test_add ("/private-space/solo", Fixture, NULL, fixture_set_up_solo, test_solo, fixture_tear_down);
  ADD ("/private-space/export", test_export);
  g_test_add_func ("/private-space/words", test_words);

  return g_test_run ();
}
