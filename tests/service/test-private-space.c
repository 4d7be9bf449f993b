/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bridge-error.h"
#include "bridge-private-words.h"
#include "bridge-statement.h"
#include "bridge-vault.h"
#include "private-fixture.h"

static void
test_entries (PrivateFixture *fixture,
              gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) first = private_fixture_write (private_space, "  A walk by the river ");
  g_autoptr (BridgePrivateEntry) second = private_fixture_write (private_space, "Supper");
  g_autoptr (BridgePrivateEntry) changed = NULL;
  g_autoptr (BridgePrivateEntry) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_private_entry_get_text (first), ==, "A walk by the river");
  g_assert_cmpint (bridge_private_entry_get_created_at (first), ==, utc (&fixture->base, "2026-11-22T18:00"));
  g_assert_cmpuint (private_fixture_count (private_space), ==, 2);

  g_object_set (first, "text", "A walk in the snow", "date", local ("2026-11-21"), NULL);
  changed = bridge_private_save (private_space, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_private_entry_get_id (changed), ==, bridge_private_entry_get_id (first));
  g_assert_cmpuint (private_fixture_count_found (private_space, "river"), ==, 0);
  g_assert_cmpuint (private_fixture_count_found (private_space, "sno wal"), ==, 1);
  g_assert_cmpuint (private_fixture_count_found (private_space, ""), ==, 2);

  /* A copy of before does not overwrite. */
  g_assert_null (bridge_private_save (private_space, first, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);

  bridge_private_lock (private_space);
  g_assert_cmpuint (private_fixture_count (private_space), ==, 0);
  g_assert_null (bridge_private_search (private_space, "snow", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (bridge_private_save (private_space, changed, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_clear_error (&error);

  private_fixture_unlock (private_space);
  g_assert_cmpuint (private_fixture_count (private_space), ==, 2);
  found = g_list_model_get_item (bridge_private_get_entries (private_space), 0);
  g_assert_cmpstr (bridge_private_entry_get_text (found), ==, "Supper");
  g_assert_cmpuint (private_fixture_count_found (private_space, "snow"), ==, 1);

  g_assert_true (bridge_private_remove (private_space, bridge_private_entry_get_id (found), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (private_fixture_count_found (private_space, "supper"), ==, 0);
  g_assert_cmpuint (private_fixture_count (private_space), ==, 1);
  g_assert_true (bridge_private_undo_remove (private_space, &error));
  g_assert_cmpuint (private_fixture_count_found (private_space, "supper"), ==, 1);
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
      g_autoptr (BridgePrivateEntry) entry = private_fixture_write (private_space, text);

      if (i % 50 == 0)
        g_assert_cmpuint (private_fixture_count_found (private_space, "common"), ==, i + 1);
    }
  bridge_private_lock (private_space);
  private_fixture_unlock (private_space);
  spin ();
  g_assert_cmpuint (private_fixture_count_found (private_space, "common"), ==, 300);
  g_assert_cmpuint (private_fixture_count_found (private_space, "word299"), ==, 1);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (bridge_private_get_entries (private_space), i);

      g_assert_true (bridge_private_remove (private_space, bridge_private_entry_get_id (entry), &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (private_fixture_count_found (private_space, "common"), ==, 200);
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
  g_autoptr (BridgePrivateEntry) present = private_fixture_write (private_space, "Before");
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

  private_fixture_unlock (private_space);
  g_assert_cmpuint (private_fixture_count (private_space), ==, 2);
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
  g_assert_cmpuint (private_fixture_count (private_space), ==, 1);
  g_assert_cmpuint (private_fixture_count_found (private_space, "whole"), ==, 1);
  g_assert_cmpuint (private_fixture_count_found (private_space, "before"), ==, 0);
  g_assert_cmpuint (private_fixture_count_found (private_space, "half"), ==, 0);
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
  g_assert_cmpuint (private_fixture_count (private_space), ==, 1);
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
  private_fixture_unlock (private_space);
  g_assert_true (bridge_private_set_lock_minutes (private_space, 1, &error));
  g_assert_false (bridge_private_set_lock_minutes (private_space, 61, NULL));
  bridge_fake_clock_advance (clock, 60000);
  g_assert_false (bridge_private_get_unlocked (private_space));
  private_fixture_unlock (private_space);
  g_assert_cmpint (bridge_private_get_lock_minutes (private_space), ==, 1);

  /* Asleep, or a clock that jumped. */
  bridge_fake_clock_set (clock, bridge_clock_now (fixture->base.clock) - 3600000);
  g_assert_false (bridge_private_get_unlocked (private_space));
  private_fixture_unlock (private_space);
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

/* Two processes: what one writes the other has, and nobody overwrites what they have not seen. */
static void
test_elsewhere (PrivateFixture *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) space = bridge_space_open (fixture->base.folder, fixture->base.clock, &error);
  g_autoptr (BridgePrivate) elsewhere = bridge_private_new (space);
  g_autoptr (BridgePrivateEntry) here = private_fixture_write (fixture->private_space, "Here");
  g_autoptr (BridgePrivateEntry) there = NULL;
  g_autoptr (BridgePrivateEntry) changed = NULL;
  g_autoptr (BridgePrivateEntry) same = NULL;
  g_autoptr (BridgePrivateEntry) after = NULL;

  g_assert_no_error (error);
  private_fixture_unlock (elsewhere);
  there = private_fixture_write (elsewhere, "There");
  same = bridge_private_find (fixture->private_space, bridge_private_entry_get_id (here), &error);
  bridge_space_refresh (fixture->base.space);
  g_assert_cmpuint (private_fixture_count (fixture->private_space), ==, 2);
  after = bridge_private_find (fixture->private_space, bridge_private_entry_get_id (here), &error);
  g_assert_true (same == after);
  g_assert_cmpuint (private_fixture_count_found (fixture->private_space, "there"), ==, 1);

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
  g_assert_cmpuint (private_fixture_count (fixture->private_space), ==, 0);
}

/* Memory runs out at any point of making the index: the search says so, and the next one finds everything. */
static void
test_search_without_memory (PrivateFixture *fixture,
                            gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  guint refused = 0;
  gboolean complete = FALSE;

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *text = g_strdup_printf ("word%u common and a few more%u words", i, i * 7);
      g_autoptr (BridgePrivateEntry) entry = private_fixture_write (private_space, text);
    }
  for (gint64 room = 16 * 1024; !complete; room += 4 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) found = NULL;

      bridge_private_lock (private_space);
      private_fixture_unlock (private_space);
      sqlite3_hard_heap_limit64 (sqlite3_memory_used () + room);
      found = bridge_private_search (private_space, "common", &error);
      sqlite3_hard_heap_limit64 (0);
      complete = found != NULL;
      if (complete)
        {
          g_assert_cmpuint (g_list_model_get_n_items (found), ==, 150);
          break;
        }
      g_assert_nonnull (error);
      refused++;
      g_assert_cmpuint (private_fixture_count_found (private_space, "common"), ==, 150);
      g_assert_cmpuint (private_fixture_count_found (private_space, "word149"), ==, 1);
    }
  g_assert_cmpuint (refused, >, 3);
}

static void
test_trouble (PrivateFixture *fixture,
              gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  BridgeDatabase *db = bridge_space_get_database (fixture->base.space);
  g_autoptr (BridgePrivateEntry) whole = private_fixture_write (private_space, "Whole");
  g_autoptr (BridgePrivateEntry) hurt = private_fixture_write (private_space, "Hurt");
  g_autofree char *sql = g_strdup_printf ("UPDATE private_entries SET sealed = zeroblob (296) WHERE id = '%s'",
                                          bridge_private_entry_get_id (hurt));
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_private_get_trouble (private_space));
  bridge_private_lock (private_space);
  bridge_statement_execute (db, sql, &error);
  g_assert_no_error (error);
  private_fixture_unlock (private_space);
  g_assert_nonnull (strstr (bridge_private_get_trouble (private_space), "1 entry was changed"));
  g_assert_cmpuint (private_fixture_count (private_space), ==, 1);
  g_assert_cmpuint (private_fixture_count_found (private_space, "whole"), ==, 1);
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
  g_assert_null (bridge_space_steal_note (space));

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

/* Whether a file's bytes have @words in them. */
static gboolean
has_words (const char *path,
           const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  gsize length = strlen (words);

  g_assert_no_error (error);
  for (gsize at = 0; at + length <= g_mapped_file_get_length (file); at++)
    if (memcmp (g_mapped_file_get_contents (file) + at, words, length) == 0)
      return TRUE;
  return FALSE;
}

/* A damaged backup, which may have the words in it, goes when they are taken back, and whoever took them back is told which. */
static void
test_damaged_backup (PrivateFixture *fixture,
                     gconstpointer   user_data)
{
  BridgeSpace *space = fixture->base.space;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSharedWords) words = bridge_space_share_words (space, "Plantedwords", &error);
  g_autofree char *whole = bridge_database_backup (bridge_space_get_database (space), "whole", &error);
  g_autofree char *damaged = bridge_database_backup (bridge_space_get_database (space), "damaged", &error);
  g_autofree char *contents = NULL;
  g_autofree char *note = NULL;
  gsize length;

  g_assert_no_error (error);
  g_file_get_contents (damaged, &contents, &length, &error);
  memset (contents, 'x', 100); /* the header; the words are still in it */
  g_file_set_contents (damaged, contents, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (has_words (damaged, "Plantedwords"));
  g_assert_true (has_words (whole, "Plantedwords"));

  g_assert_true (bridge_space_take_back_words (space, bridge_shared_words_get_id (words), &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
  g_assert_false (has_words (whole, "Plantedwords"));
  note = bridge_space_steal_note (space);
  g_assert_nonnull (strstr (note, damaged));
  g_assert_null (strstr (note, whole));
  g_assert_null (bridge_space_steal_note (space));
}

/* Where another backup cannot be changed, too, the sentence that says so tells of the damaged one as well. */
static void
test_damaged_and_fixed (PrivateFixture *fixture,
                        gconstpointer   user_data)
{
  BridgeSpace *space = fixture->base.space;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSharedWords) words = bridge_space_share_words (space, "Plantedwords", &error);
  g_autofree char *damaged = g_build_filename (fixture->base.folder, "backups", "space-damaged.db", NULL);
  g_autofree char *fixed = g_build_filename (fixture->base.folder, "backups", "space-fixed.db", NULL);
  g_autofree char *note = NULL;

  g_assert_no_errno (g_mkdir_with_parents (fixed, 0700));
  g_file_set_contents (damaged, "No database, and long enough to look like nothing else.", -1, &error);
  g_assert_no_error (error);
  g_assert_false (bridge_space_take_back_words (space, bridge_shared_words_get_id (words), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, fixed));
  /* Unless the folder gave the other one first. */
  g_assert_true (g_file_test (damaged, G_FILE_TEST_EXISTS) != (strstr (error->message, damaged) != NULL));
  g_assert_null (bridge_space_steal_note (space));
  g_assert_no_errno (g_rmdir (fixed));
}

static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);
  g_autoptr (GError) error = NULL;
  char *code;

  private_fixture_quicken (private_space);
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
  g_autoptr (BridgePrivateEntry) journal = private_fixture_write (private_space, "Two lines\nof a journal");
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

/* A private check-in is sealed like the others: found after unlocking, exported, and nowhere in the folder. */
static void
test_check_in (PrivateFixture *fixture,
               gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN, local ("2026-11-22"));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (BridgePrivateEntry) found = NULL;
  g_autoptr (GDir) folder = g_dir_open (fixture->base.folder, 0, NULL);
  g_autofree char *path = g_build_filename (fixture->base.folder, "export.txt", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *word = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_assert_null (bridge_private_save (private_space, entry, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  bridge_private_entry_set_step (entry, BRIDGE_SCALE_MOOD, 1);
  bridge_private_entry_set_step (entry, BRIDGE_SCALE_SAFETY, 2);
  g_object_set (entry, "text", "Quagmirelike", NULL);
  stored = bridge_private_save (private_space, entry, &error);
  g_assert_no_error (error);
  heading = bridge_private_entry_dup_heading (stored);
  g_assert_cmpstr (heading, ==, "Mood: Heavy · How safe it felt: Uneasy");

  bridge_private_lock (private_space);
  private_fixture_unlock (private_space);
  g_assert_cmpuint (private_fixture_count_found (private_space, "quag"), ==, 1);
  g_assert_cmpuint (private_fixture_count_found (private_space, "uneasy"), ==, 1);
  found = bridge_private_find (private_space, bridge_private_entry_get_id (stored), &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_private_entry_get_step (found, BRIDGE_SCALE_SAFETY), ==, 2);
  word = bridge_private_entry_dup_word (found, BRIDGE_SCALE_MOOD);
  g_assert_cmpstr (word, ==, "Heavy");

  for (guint n = 0; (name = g_dir_read_name (folder)) != NULL; n++)
    {
      g_autofree char *file = g_build_filename (fixture->base.folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (file, &bytes, &length, NULL))
        continue;
      g_assert_null (memmem (bytes, length, "Quagmirelike", strlen ("Quagmirelike")));
      g_assert_null (memmem (bytes, length, "Uneasy", strlen ("Uneasy")));
      g_assert_null (memmem (bytes, length, "mood 1", strlen ("mood 1")));
    }

  g_assert_true (bridge_private_export (private_space, path, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_nonnull (strstr (contents, "Check-in\nMood: Heavy\nHow safe it felt: Uneasy\nQuagmirelike\n"));
}

static void
test_words (void)
{
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, 0);
  g_autofree char *empty = bridge_private_entry_dup_heading (entry);
  g_autofree char *line = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *long_word = NULL;
  g_autofree char *titled = NULL;
  g_autofree char *safe = NULL;

  g_assert_cmpstr (empty, ==, "Journal");
  g_object_set (entry, "text", "One line\nand another", NULL);
  line = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (line, ==, "One line");
  g_object_set (entry, "text", "ääääääääää ääääääääää ääääääääää ääääääääää ääääääääää ääääääääää", NULL);
  cut = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (cut, ==, "ääääääääää ääääääääää ääääääääää ääääääääää ääääääääää…"); /* no word is cut in two … */
  g_object_set (entry, "text", "äääää ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää", NULL);
  long_word = bridge_private_entry_dup_heading (entry);
  g_assert_cmpint (g_utf8_strlen (long_word, -1), ==, 60); /* … but one that would leave next to nothing */
  g_assert_true (g_str_has_suffix (long_word, "…"));
  g_object_set (entry, "title", "Title", NULL);
  titled = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (titled, ==, "Title");
  g_object_set (entry, "title", "", "kind", BRIDGE_PRIVATE_SAFETY, "safety", 5, NULL);
  safe = bridge_private_entry_dup_heading (entry);
  g_assert_cmpstr (safe, ==, "Safe");
}

#define ADD(path, function) g_test_add (path, PrivateFixture, NULL, private_fixture_set_up, function, private_fixture_tear_down)

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
  ADD ("/private-space/elsewhere", test_elsewhere);
  ADD ("/private-space/search-without-memory", test_search_without_memory);
  ADD ("/private-space/trouble", test_trouble);
  ADD ("/private-space/share", test_share);
  ADD ("/private-space/damaged-backup", test_damaged_backup);
  ADD ("/private-space/damaged-and-fixed", test_damaged_and_fixed);
  g_test_add ("/private-space/solo", Fixture, NULL, fixture_set_up_solo, test_solo, fixture_tear_down);
  ADD ("/private-space/export", test_export);
  ADD ("/private-space/check-in", test_check_in);
  g_test_add_func ("/private-space/words", test_words);

  return g_test_run ();
}
