/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sys/stat.h>
#include <utime.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "../support/agreed.h"
#include "bridge-erase.h"
#include "bridge-photo-files.h"
#include "bridge-space-photos.h"
#include "service-fixture.h"

#define DAY_MS (24 * 60 * 60 * 1000)

static BridgePhotoDraft *
make_draft (const char *caption)
{
  g_autoptr (GBytes) large = g_bytes_new_static ("large", 5);
  g_autoptr (GBytes) small = g_bytes_new_static ("small", 5);
  BridgePhotoDraft *draft = bridge_photo_draft_new (large, small, 640, 480);

  g_free (draft->caption);
  draft->caption = g_strdup (caption);

  return draft;
}

static GPtrArray *
make_drafts (const char *caption,
             ...)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_photo_draft_free);
  va_list args;

  va_start (args, caption);
  for (; caption != NULL; caption = va_arg (args, const char *))
    g_ptr_array_add (drafts, make_draft (caption));
  va_end (args);

  return drafts;
}

/* A win with these pictures: (transfer full) */
static BridgeWin *
add_win (Fixture    *fixture,
         GPtrArray  *drafts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("A walk", local ("2026-11-20"));
  BridgeWin *stored = bridge_space_save_win (fixture->space, win, drafts, &error);

  g_assert_no_error (error);

  return stored;
}

static GPtrArray *
list (Fixture   *fixture,
      BridgeWin *win)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *photos = bridge_space_list_win_photos (fixture->space, bridge_win_get_id (win), &error);

  g_assert_no_error (error);

  return photos;
}

static char *
dup_captions (Fixture   *fixture,
              BridgeWin *win)
{
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autoptr (GString) captions = g_string_new (NULL);

  for (guint i = 0; i < photos->len; i++)
    g_string_append_printf (captions, "%s%s", i > 0 ? "|" : "", bridge_win_photo_get_caption (g_ptr_array_index (photos, i)));

  return g_string_free (g_steal_pointer (&captions), FALSE);
}

#define assert_captions(fixture, win, expected) G_STMT_START { \
  g_autofree char *_captions = dup_captions (fixture, win); \
  g_assert_cmpstr (_captions, ==, expected); \
} G_STMT_END

static guint
count_files (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* As if everything there had been written when the clock stood there. */
static void
age_files (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  time_t then = (time_t) (bridge_clock_now (fixture->clock) / 1000);
  struct utimbuf times = { then, then };
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (utime (path, &times), ==, 0);
    }
}

static void
test_save (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("The weir", "  The\nheron ", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  struct stat info;

  assert_captions (fixture, win, "The weir|The heron");
  g_assert_cmpint (bridge_win_photo_get_width (g_ptr_array_index (photos, 0)), ==, 640);
  g_assert_cmpint (bridge_win_photo_get_height (g_ptr_array_index (photos, 0)), ==, 480);
  g_assert_cmpuint (count_files (fixture), ==, 4);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  for (int small = 0; small < 2; small++)
    {
      g_autofree char *path =
        bridge_space_dup_photo_path (fixture->space, bridge_win_photo_get_id (g_ptr_array_index (photos, 1)), small != 0);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, &error));
      g_assert_cmpstr (content, ==, small ? "small" : "large");
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* The other way round, one worded otherwise, one gone, one new: one step, there and back. */
static void
test_change (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", "Two", "Three", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (BridgeWin) changed = NULL;
  g_autoptr (BridgeWin) found = NULL;
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_photo_draft_free);
  g_autoptr (GError) error = NULL;
  BridgePhotoDraft *draft;

  draft = bridge_photo_draft_new_for (g_ptr_array_index (photos, 2));
  g_free (draft->caption);
  draft->caption = g_strdup ("Three, at dusk");
  g_ptr_array_add (wanted, draft);
  g_ptr_array_add (wanted, make_draft ("Four"));
  g_ptr_array_add (wanted, bridge_photo_draft_new_for (g_ptr_array_index (photos, 0)));
  g_object_set (win, "text", "A long walk", NULL);
  changed = bridge_space_save_win (fixture->space, win, wanted, &error);
  g_assert_no_error (error);
  assert_captions (fixture, win, "Three, at dusk|Four|One");
  g_assert_cmpuint (count_files (fixture), ==, 8);

  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_captions (fixture, win, "One|Two|Three");
  found = bridge_space_find_win (fixture->space, bridge_win_get_id (win), &error);
  g_assert_cmpstr (bridge_win_get_text (found), ==, "A walk");
  g_assert_true (bridge_space_redo (fixture->space, &error));
  assert_captions (fixture, win, "Three, at dusk|Four|One");
}

static void
test_one (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", "Two", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autofree char *id = g_strdup (bridge_win_photo_get_id (g_ptr_array_index (photos, 0)));
  g_autofree char *too_long = g_strnfill (BRIDGE_SPACE_MAX_CAPTION + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_caption_photo (fixture->space, id, "The weir", &error));
  assert_captions (fixture, win, "The weir|Two");
  g_assert_false (bridge_space_caption_photo (fixture->space, id, too_long, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  g_assert_true (bridge_space_remove_photo (fixture->space, id, &error));
  assert_captions (fixture, win, "Two");
  g_assert_false (bridge_space_remove_photo (fixture->space, id, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  assert_captions (fixture, win, "The weir|Two");
  g_assert_cmpuint (count_files (fixture), ==, 4);
}

/* Beside what the other one noticed nobody puts a picture, nor takes one away. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BridgeWin) given = bridge_win_new ("A walk", local ("2026-11-20"));
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (given, "noticed-by", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  win = bridge_space_save_win (fixture->space, given, drafts, &error);
  g_assert_no_error (error);
  photos = list (fixture, win);

  speak_as (fixture->space, "Ben");
  g_assert_null (bridge_space_save_win (fixture->space, win, none, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_remove_photo (fixture->space, bridge_win_photo_get_id (g_ptr_array_index (photos, 0)), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  assert_captions (fixture, win, "One");
}

/* What cannot be saved leaves neither a row nor a file behind. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autofree char *too_long = g_strnfill (BRIDGE_SPACE_MAX_CAPTION + 1, 'x');
  g_autoptr (GPtrArray) too_many = make_drafts ("1", "2", "3", "4", "5", "6", "7", "8", "9", NULL);
  g_autoptr (GPtrArray) wordy = make_drafts ("One", too_long, NULL);
  g_autoptr (GPtrArray) one = make_drafts ("One", NULL);
  g_autoptr (BridgeWin) win = bridge_win_new ("A walk", local ("2026-11-20"));
  g_autoptr (BridgeWin) empty = bridge_win_new ("", local ("2026-11-20"));
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_save_win (fixture->space, win, too_many, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_null (bridge_space_save_win (fixture->space, empty, one, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_null (bridge_space_save_win (fixture->space, win, wordy, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture), ==, 0);

  /* A full disk. */
  set_disk_full (TRUE);
  g_assert_null (bridge_space_save_win (fixture->space, win, one, &error));
  set_disk_full (FALSE);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture), ==, 0);

  /* Something else is in the place of the folder. */
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_null (bridge_space_save_win (fixture->space, win, one, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_unlink (folder);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
}

/* What was removed can be brought back for a week, and then goes with its files; what is shown stays. */
static void
test_tidy (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", "Two", NULL);
  g_autoptr (GPtrArray) others = make_drafts ("Three", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (BridgeWin) removed = add_win (fixture, others);
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autofree char *folder = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autofree char *strange = g_build_filename (folder, "holiday.jpg", NULL);
  g_autofree char *lost = bridge_photo_dup_path (fixture->folder, "01234567-89ab-4cde-8f01-23456789abcd", FALSE);
  g_autofree char *unfinished = g_strconcat (lost, ".A1B2C3", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_remove_photo (fixture->space, bridge_win_photo_get_id (g_ptr_array_index (photos, 0)), &error));
  g_assert_true (bridge_space_remove_win (fixture->space, bridge_win_get_id (removed), &error));
  g_assert_true (g_file_set_contents (strange, "", 0, NULL));
  g_assert_true (g_file_set_contents (lost, "", 0, NULL));
  g_assert_true (g_file_set_contents (unfinished, "", 0, NULL));
  age_files (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 9);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), (gint64) 7 * DAY_MS - 60000);
  fixture_reopen (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 9);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 120000);
  fixture_reopen (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 3);
  g_assert_true (g_file_test (strange, G_FILE_TEST_EXISTS));
  assert_captions (fixture, win, "Two");
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A backup needs the files that its rows name, as long as it is there. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (GPtrArray) photos = list (fixture, win);
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = bridge_database_backup (bridge_space_get_database (fixture->space), "test", &error);

  g_assert_no_error (error);
  g_assert_true (bridge_space_remove_photo (fixture->space, bridge_win_photo_get_id (g_ptr_array_index (photos, 0)), &error));
  age_files (fixture);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), (gint64) 8 * DAY_MS);
  fixture_reopen (fixture);
  assert_captions (fixture, win, "");
  g_assert_cmpuint (count_files (fixture), ==, 2);

  /* One that cannot be read might need anything. */
  g_assert_true (g_file_set_contents (backup, "This is no database, nor was it ever one, whatever its name says.", -1, &error));
  fixture_reopen (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 2);

  /* Nor can one that does not name what it needs. */
  g_unlink (backup);
  run_sql (backup, "CREATE TABLE win_photos (id, deleted_at); INSERT INTO win_photos VALUES (NULL, 0)");
  fixture_reopen (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 2);

  g_unlink (backup);
  fixture_reopen (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* A name that leads out of the folder is the name of no picture. */
static void
test_foreign_name (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (BridgeWinPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "space.db", NULL);

  run_sql (path, "UPDATE win_photos SET id = '../../holiday'");
  photos = bridge_space_list_win_photos (fixture->space, bridge_win_get_id (win), &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
  g_assert_null (photos);
  g_clear_error (&error);
  photo = bridge_space_find_photo (fixture->space, "../../holiday", &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
  g_assert_null (photo);
}

/* They stay when somebody leaves, as the small win does, and go when everything does. */
static void
test_leave_and_erase (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("One", NULL);
  g_autoptr (BridgeWin) win = add_win (fixture, drafts);
  g_autofree char *folder = g_build_filename (fixture->folder, BRIDGE_PHOTO_FOLDER, NULL);
  g_autofree char *strange = g_build_filename (folder, "holiday.jpg", NULL);
  g_autofree char *ben = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_leave (fixture->space, ben, FALSE, &error));
  g_assert_no_error (error);
  assert_captions (fixture, win, "One");
  g_assert_cmpuint (count_files (fixture), ==, 2);

  g_assert_true (g_file_set_contents (strange, "", 0, NULL));
  g_assert_true (bridge_erase_everything (fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_true (g_file_test (strange, G_FILE_TEST_EXISTS));
  g_unlink (strange);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/space/photos/save", test_save);
  ADD ("/space/photos/change", test_change);
  ADD ("/space/photos/one", test_one);
  ADD ("/space/photos/whose", test_whose);
  ADD ("/space/photos/refused", test_refused);
  ADD ("/space/photos/tidy", test_tidy);
  ADD ("/space/photos/backup", test_backup);
  ADD ("/space/photos/foreign-name", test_foreign_name);
  ADD ("/space/photos/leave-and-erase", test_leave_and_erase);
#undef ADD

  return g_test_run ();
}
