/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>

#include "../support/agreed.h"
#include "bridge-export-folder.h"
#include "bridge-photo-files.h"
#include "bridge-space-check-ins.h"
#include "bridge-space-export.h"
#include "bridge-space-photos.h"
#include "bridge-vault.h"
#include "private-fixture.h"

#define SOME_ID "0f0e0d0c-0000-4000-8000-00000000000%d"

static void
remove_inside (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          remove_inside (child);
          g_rmdir (child);
        }
      else if (!g_str_has_prefix (name, BRIDGE_DATABASE_FILE))
        {
          g_unlink (child);
        }
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  remove_inside (fixture->folder);
  fixture_tear_down (fixture, user_data);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_DATABASE_FILE, NULL);
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
}

/* (transfer full) */
static char *
dup_place (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* What lies around the place, but for what the space keeps. */
static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, BRIDGE_EXPORT_PREFIX))
      n++;

  return n;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static BridgeLogExport *
export (Fixture               *fixture,
        const BridgeWinQuery  *query,
        guint                  limit,
        const char            *name,
        GCancellable          *cancellable,
        GError               **error)
{
  g_autofree char *place = dup_place (fixture, name);
  g_autoptr (GAsyncResult) result = NULL;

  bridge_space_export_log_async (fixture->space, query, limit, place, cancellable, exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (count_drafts (fixture) == 0);

  return bridge_space_export_log_finish (result, error);
}

static BridgeLogExport *
export_all (Fixture    *fixture,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  BridgeLogExport *done = export (fixture, NULL, 0, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (done);

  return done;
}

static char *
read_file (const BridgeLogExport *done,
           const char            *name)
{
  g_autofree char *path = g_build_filename (done->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  GStatBuf info;

  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  return contents;
}

/* The wins of an export: (transfer full), a document */
static JsonNode *
read_json (const BridgeLogExport *done)
{
  g_autofree char *contents = read_file (done, "small-wins.json");
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (contents, &error);
  JsonObject *object;

  g_assert_no_error (error);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "footbridge-celebration-log");
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "wins")), ==, (int) done->n_wins);

  return node;
}

static JsonObject *
get_win (JsonNode *node,
         guint     index)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "wins"), index);
}

/* (transfer full) its id */
static char *
add_win (Fixture    *fixture,
         const char *text,
         const char *meant,
         const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new (text, local (on));
  g_autoptr (BridgeWin) stored = NULL;

  g_object_set (win, "meant", meant, "noticed-by", bridge_person_get_id (bridge_space_get_speaker (fixture->space)), NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);

  return g_strdup (bridge_win_get_id (stored));
}

/* A win with that many pictures: (transfer full) their ids */
static GStrv
add_photos (Fixture    *fixture,
            const char *text,
            guint       n)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_photo_draft_free);
  g_autoptr (BridgeWin) win = bridge_win_new (text, local ("2026-11-20"));
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *content = g_strdup_printf ("picture %u of %s", i, text);
      g_autoptr (GBytes) large = g_bytes_new (content, strlen (content));
      g_autoptr (GBytes) small = g_bytes_new_static ("small", 5);
      BridgePhotoDraft *draft = bridge_photo_draft_new (large, small, 640, 480);

      g_free (draft->caption);
      draft->caption = g_strdup_printf ("Caption %u", i);
      g_ptr_array_add (drafts, draft);
    }
  stored = bridge_space_save_win (fixture->space, win, drafts, &error);
  g_assert_no_error (error);
  photos = bridge_space_list_win_photos (fixture->space, bridge_win_get_id (stored), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < photos->len; i++)
    g_strv_builder_add (ids, bridge_win_photo_get_id (g_ptr_array_index (photos, i)));

  return g_strv_builder_end (ids);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeLogExport) done = export_all (fixture, "out");
  g_autofree char *csv = read_file (done, "small-wins.csv");
  g_autofree char *pictures = g_build_filename (done->folder, "pictures", NULL);
  g_autoptr (JsonNode) node = read_json (done);
  GStatBuf info;

  g_assert_cmpuint (done->n_wins, ==, 0);
  g_assert_cmpstr (csv, ==, "on,text,meant,kind,starred,noticed_by_name,ritual_title,pictures,captions,id\r\n");
  g_assert_cmpint (g_stat (done->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_test (pictures, G_FILE_TEST_IS_DIR));
}

/* Everything of a win is there, newest first; what was removed is not, nor anything of when it was entered. */
static void
test_complete (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *ritual = fixture_add_ritual (fixture, "Ten quiet minutes", "2026-11-20T19:00", "FREQ=DAILY", NULL);
  g_autofree char *older = add_win (fixture, "Older", "", "2026-11-01");
  g_autofree char *id = add_win (fixture, "Newer", "Much", "2026-11-21");
  g_autofree char *gone = add_win (fixture, "Gone", "", "2026-11-10");
  g_autoptr (BridgeWin) win = bridge_space_find_win (fixture->space, id, NULL);
  g_autoptr (BridgeLogExport) done = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *expected = NULL;
  JsonObject *object;
  g_autoptr (GList) members = NULL;

  g_object_set (win, "ritual-id", ritual, "kind", BRIDGE_WIN_LAUGHTER, NULL);
  g_assert_true (bridge_space_update_win (fixture->space, win, NULL));
  g_assert_true (bridge_space_star_win (fixture->space, id, TRUE, NULL));
  g_assert_true (bridge_space_remove_win (fixture->space, gone, NULL));

  done = export_all (fixture, "out");
  g_assert_cmpuint (done->n_wins, ==, 2);
  node = read_json (done);
  object = get_win (node, 0);
  members = json_object_get_members (object);
  g_assert_cmpuint (g_list_length (members), ==, 14);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, "Newer");
  g_assert_cmpstr (json_object_get_string_member (object, "meant"), ==, "Much");
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "laughter");
  g_assert_cmpstr (json_object_get_string_member (object, "on"), ==, "2026-11-21");
  g_assert_cmpstr (json_object_get_string_member (object, "noticed_by"), ==, bridge_win_get_noticed_by (win));
  g_assert_cmpstr (json_object_get_string_member (object, "noticed_by_name"), ==, "Ada");
  g_assert_cmpstr (json_object_get_string_member (object, "ritual_id"), ==, ritual);
  g_assert_cmpstr (json_object_get_string_member (object, "ritual_title"), ==, "Ten quiet minutes");
  g_assert_true (json_object_get_null_member (object, "milestone_id"));
  g_assert_true (json_object_get_boolean_member (object, "starred"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "pictures")), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (get_win (node, 1), "id"), ==, older);

  csv = read_file (done, "small-wins.csv");
  expected = g_strdup_printf ("on,text,meant,kind,starred,noticed_by_name,ritual_title,pictures,captions,id\r\n"
                              "2026-11-21,Newer,Much,laughter,true,Ada,Ten quiet minutes,,,%s\r\n"
                              "2026-11-01,Older,,other,false,Ada,,,,%s\r\n", id, older);
  g_assert_cmpstr (csv, ==, expected);
}

/* Other people's names as the log has them: with whom took theirs along, none. */
static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *id = add_win (fixture, "A song", "", "2026-11-21");
  g_autofree char *sql = g_strdup_printf ("UPDATE persons SET name = '%s' WHERE name = 'Ada'", BRIDGE_NO_NAME);
  g_autoptr (BridgeLogExport) done = NULL;
  g_autoptr (JsonNode) node = NULL;

  execute (fixture, sql);
  done = export_all (fixture, "out");
  node = read_json (done);
  g_assert_true (json_object_get_null_member (get_win (node, 0), "noticed_by_name"));
  g_assert_false (json_object_get_null_member (get_win (node, 0), "noticed_by"));
}

static void
test_query (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *tea = add_win (fixture, "Tea on the stairs", "", "2026-11-20");
  g_autofree char *soup = add_win (fixture, "Soup", "with tea after it", "2026-11-21");
  g_autofree char *song = add_win (fixture, "A song", "", "2026-11-22");
  char *searched = g_strdup ("tea");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLogExport) done = NULL;
  g_autoptr (BridgeLogExport) limited = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *place = dup_place (fixture, "found");
  g_autoptr (GAsyncResult) result = NULL;
  BridgeWinQuery query = { .kind = -1, .search = searched };

  /* What it points to is the caller's again at once. */
  bridge_space_export_log_async (fixture->space, &query, 0, place, NULL, exported_cb, &result);
  memset (searched, 'x', strlen (searched));
  g_free (searched);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = bridge_space_export_log_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done->n_wins, ==, 2);
  node = read_json (done);
  g_assert_cmpstr (json_object_get_string_member (get_win (node, 0), "id"), ==, soup);

  limited = export (fixture, NULL, 1, "limited", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (limited->n_wins, ==, 1);
}

static void
assert_copied (const BridgeLogExport *done,
               JsonObject            *picture,
               const char            *expected)
{
  const char *file = json_object_get_string_member (picture, "file");
  g_autofree char *contents = read_file (done, file);

  g_assert_cmpstr (contents, ==, expected);
}

/* Pictures are named by the day and the beginning of their id; more of it where two would be called the same. */
static void
test_pictures (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_auto (GStrv) ids = add_photos (fixture, "A walk", 3);
  g_autoptr (BridgeLogExport) done = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *csv = NULL;
  JsonArray *pictures;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf (SOME_ID, i);
      g_autofree char *sql = g_strdup_printf ("UPDATE win_photos SET id = '%s' WHERE id = '%s'", id, ids[i]);
      g_autofree char *from = bridge_photo_dup_path (fixture->folder, ids[i], FALSE);
      g_autofree char *to = bridge_photo_dup_path (fixture->folder, id, FALSE);

      execute (fixture, sql);
      g_assert_cmpint (g_rename (from, to), ==, 0);
    }
  {
    g_autofree char *lost = bridge_photo_dup_path (fixture->folder, ids[2], FALSE);

    g_assert_cmpint (g_unlink (lost), ==, 0);
  }

  done = export_all (fixture, "out");
  g_assert_cmpuint (done->n_pictures, ==, 2);
  g_assert_cmpuint (done->n_unread, ==, 1);
  node = read_json (done);
  pictures = json_object_get_array_member (get_win (node, 0), "pictures");
  g_assert_cmpuint (json_array_get_length (pictures), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (pictures, 0), "file"), ==,
                   "pictures/2026-11-20-0f0e0d0c.jpg");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (pictures, 1), "file"), ==,
                   "pictures/2026-11-20-0f0e0d0c-0000-4000-8000-000000000001.jpg");
  assert_copied (done, json_array_get_object_element (pictures, 0), "picture 0 of A walk");
  assert_copied (done, json_array_get_object_element (pictures, 1), "picture 1 of A walk");
  g_assert_true (json_object_get_null_member (json_array_get_object_element (pictures, 2), "file"));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (pictures, 2), "caption"), ==, "Caption 2");
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (pictures, 0), "width"), ==, 640);

  csv = read_file (done, "small-wins.csv");
  g_assert_nonnull (strstr (csv, ",\"pictures/2026-11-20-0f0e0d0c.jpg\n"
                                 "pictures/2026-11-20-0f0e0d0c-0000-4000-8000-000000000001.jpg\",\"Caption 0\nCaption 1\","));
}

/* What stands in the place of a picture and is none is not followed, and not waited for. */
static void
test_strange_files (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_auto (GStrv) ids = add_photos (fixture, "A walk", 3);
  g_autofree char *link = bridge_photo_dup_path (fixture->folder, ids[0], FALSE);
  g_autofree char *pipe = bridge_photo_dup_path (fixture->folder, ids[1], FALSE);
  g_autofree char *folder = bridge_photo_dup_path (fixture->folder, ids[2], FALSE);
  g_autoptr (BridgeLogExport) done = NULL;

  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (g_unlink (pipe), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  done = export_all (fixture, "out");
  g_assert_cmpuint (done->n_pictures, ==, 0);
  g_assert_cmpuint (done->n_unread, ==, 3);
}

/* From a time before there were pictures, which may be open only to be looked at. */
static void
test_no_pictures (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autofree char *id = add_win (fixture, "Tea", "", "2026-11-21");
  g_autoptr (BridgeLogExport) done = NULL;

  execute (fixture, "DROP TABLE win_photos");
  done = export_all (fixture, "out");
  g_assert_cmpuint (done->n_wins, ==, 1);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char *const texts[] = {
    "one\ntwo\n\nthree", "\"quoted\" and , and ;", "=HYPERLINK(\"http://x\")", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae mirrored",
    "</script>\\u0000 \\n {\"a\":[", "back\\slash",
  };
  g_autofree char *huge = g_strnfill (2000, 'w');
  g_autofree char *id = add_win (fixture, "placeholder", "", "2026-11-21");
  g_autofree char *sql = g_strdup_printf ("UPDATE wins SET text = CAST (x'c3280762' AS TEXT), meant = char (27, 9, 10, 127) "
                                          "WHERE id = '%s'", id);
  g_autoptr (BridgeLogExport) done = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *csv = NULL;

  execute (fixture, sql);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (add_win (fixture, texts[i], texts[G_N_ELEMENTS (texts) - 1 - i], "2026-11-22"));
  g_free (add_win (fixture, huge, huge, "2026-11-22"));

  done = export_all (fixture, "out");
  node = read_json (done);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < done->n_wins; j++)
        found = found || (g_strcmp0 (json_object_get_string_member (get_win (node, j), "text"), texts[i]) == 0 &&
                          g_strcmp0 (json_object_get_string_member (get_win (node, j), "meant"),
                                     texts[G_N_ELEMENTS (texts) - 1 - i]) == 0);
      g_assert_true (found);
    }
  /* What is no text at all is made one. */
  g_assert_cmpstr (json_object_get_string_member (get_win (node, done->n_wins - 1), "text"), ==, "\xef\xbf\xbd(\ab");
  g_assert_cmpstr (json_object_get_string_member (get_win (node, done->n_wins - 1), "meant"), ==, "\033\t\n\177");
  csv = read_file (done, "small-wins.csv");
  g_assert_true (g_utf8_validate (csv, -1, NULL));
  g_assert_null (strchr (csv, '\033'));
  g_assert_nonnull (strstr (csv, "\"'=HYPERLINK(\"\"http://x\"\")\""));
}

static void
assert_refused (Fixture    *fixture,
                const char *name,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (export (fixture, NULL, 0, name, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "Nothing was saved"));
}

/* Whatever is in the place stays; but an empty folder is as good as none. */
static void
test_places (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *file = dup_place (fixture, "file");
  g_autofree char *full = dup_place (fixture, "full");
  g_autofree char *inside = g_build_filename (full, "mine", NULL);
  g_autofree char *empty = dup_place (fixture, "empty");
  g_autofree char *link = dup_place (fixture, "link");
  g_autofree char *nowhere = dup_place (fixture, "nowhere");
  g_autofree char *contents = NULL;
  g_autoptr (BridgeLogExport) done = NULL;

  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  g_assert_cmpint (g_mkdir (full, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "mine", -1, NULL));
  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
  g_assert_cmpint (symlink ("empty", link), ==, 0);
  g_assert_cmpint (symlink ("not-there", nowhere), ==, 0);

  assert_refused (fixture, "file", BRIDGE_ERROR_STATE);
  assert_refused (fixture, "full", BRIDGE_ERROR_STATE);
  assert_refused (fixture, "nowhere", BRIDGE_ERROR_STATE);
  assert_refused (fixture, "no/such", BRIDGE_ERROR_STORAGE);
  assert_refused (fixture, "file/inside", BRIDGE_ERROR_STORAGE);
  g_assert_true (g_file_get_contents (inside, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");

  done = export_all (fixture, "link");
  g_assert_cmpstr (done->folder, ==, empty);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_refused (fixture, "link", BRIDGE_ERROR_STATE);
}

/* What came to be there meanwhile stays, too. */
static void
test_race (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char *const there[] = { "file", "folder" };

  for (gsize i = 0; i < G_N_ELEMENTS (there); i++)
    {
      g_autofree char *place = dup_place (fixture, there[i]);
      g_autofree char *inside = g_build_filename (place, "mine", NULL);
      g_autoptr (GError) error = NULL;
      BridgeExportFolder *folder = bridge_export_folder_begin (place, &error);
      g_autoptr (BridgeExportFile) file = bridge_export_file_begin (folder, "a", &error);

      g_assert_no_error (error);
      g_assert_true (bridge_export_file_append (file, "x", 1, &error));
      g_assert_true (bridge_export_file_end (file, &error));
      g_assert_cmpuint (count_drafts (fixture), ==, 1);
      if (i == 1)
        g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
      g_assert_true (g_file_set_contents (i == 1 ? inside : place, "mine", -1, NULL));
      g_assert_false (bridge_export_folder_finish (folder, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      bridge_export_folder_free (folder);
      g_assert_cmpuint (count_drafts (fixture), ==, 0);
      g_assert_true (g_file_test (i == 1 ? inside : place, G_FILE_TEST_IS_REGULAR));
    }
}

/* Where the disk is full nothing is left, at whatever point that was; then it works. */
static void
test_full (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_auto (GStrv) ids = add_photos (fixture, "A walk", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLogExport) done = NULL;

  set_disk_full (TRUE);
  g_assert_null (export (fixture, NULL, 0, "out", NULL, &error));
  set_disk_full (FALSE);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "Nothing was saved"));

  done = export_all (fixture, "out");
  g_assert_cmpuint (done->n_pictures, ==, 2);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Given up at whatever moment, it is there as a whole or not at all. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  user_data)
{
  guint given_up = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *text = g_strdup_printf ("Win %u", i);

      g_free (add_win (fixture, text, "", "2026-11-21"));
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("out-%u", i);
      g_autofree char *place = dup_place (fixture, name);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeLogExport) done = NULL;
      guint source = 0;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      else
        source = g_timeout_add (i / 2, cancel_cb, cancellable);
      done = export (fixture, NULL, 0, name, cancellable, &error);
      if (source != 0 && !g_cancellable_is_cancelled (cancellable))
        g_source_remove (source);
      g_assert_true ((done != NULL) == g_file_test (place, G_FILE_TEST_EXISTS));
      if (done == NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          given_up++;
        }
      else
        {
          g_autoptr (JsonNode) node = read_json (done);

          g_assert_cmpuint (done->n_wins, ==, 600);
        }
    }
  g_assert_cmpuint (given_up, >, 0);
}

/* The speaker's: a promise that the win belongs to, a check-in of the same day, a limit of theirs, and a private entry. */
static void
plant (Fixture    *fixture,
       const char *win_id)
{
  const char *speaker = bridge_person_get_id (bridge_space_get_speaker (fixture->space));
  g_autoptr (BridgePromise) promise = bridge_promise_new ("PLANTED promise", speaker, local ("2026-11-30"), FALSE);
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, speaker);
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);
  g_autoptr (BridgePromise) kept_promise = NULL;
  g_autoptr (BridgeCheckIn) kept_check_in = NULL;
  g_autoptr (BridgeBoundary) kept_boundary = NULL;
  g_autoptr (BridgePrivateEntry) kept_entry = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;
  char *code;

  kept_promise = bridge_space_add_promise (fixture->space, promise, &error);
  g_assert_no_error (error);
  win = bridge_space_find_win (fixture->space, win_id, &error);
  g_assert_no_error (error);
  g_object_set (win, "promise-id", bridge_promise_get_id (kept_promise), NULL);
  bridge_space_update_win (fixture->space, win, &error);
  g_assert_no_error (error);

  bridge_check_in_set_step (check_in, BRIDGE_SCALE_MOOD, 3);
  g_object_set (check_in, "words", "PLANTED check-in", NULL);
  kept_check_in = bridge_space_add_check_in (fixture->space, check_in, &error);
  g_assert_no_error (error);
  kept_boundary = bridge_space_add_boundary (fixture->space, boundary, "PLANTED limit", BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);

  private_fixture_quicken (private_space);
  code = bridge_private_set_up (private_space, PASSPHRASE, &error);
  g_assert_no_error (error);
  bridge_secret_free (code);
  kept_entry = private_fixture_write (private_space, "PLANTED entry");
  g_assert_cmpuint (private_fixture_count_found (private_space, "planted"), ==, 1);
}

/* Nothing that stands elsewhere is in it, whoever speaks: neither what is theirs nor what is the other one's. */
static void
test_private (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char *const names[] = { "Ada", "Ben" };
  g_autofree char *ids[G_N_ELEMENTS (names)] = { NULL, };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      speak_as (fixture->space, names[i]);
      ids[i] = add_win (fixture, "Seen by both", "", "2026-11-22");
      plant (fixture, ids[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BridgeLogExport) done = NULL;
      g_autofree char *json = NULL;
      g_autofree char *csv = NULL;

      speak_as (fixture->space, names[i]);
      done = export_all (fixture, names[i]);
      g_assert_cmpuint (done->n_wins, ==, 2);
      json = read_file (done, "small-wins.json");
      csv = read_file (done, "small-wins.csv");
      for (gsize j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          g_autoptr (BridgeWin) win = bridge_space_find_win (fixture->space, ids[j], NULL);

          g_assert_nonnull (strstr (csv, ids[j]));
          g_assert_nonnull (strstr (json, bridge_win_get_promise_id (win)));
        }
      g_assert_null (strstr (json, "PLANTED"));
      g_assert_null (strstr (csv, "PLANTED"));
      g_assert_null (strstr (json, "created"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, tear_down)

  ADD ("/space/export/empty", test_empty);
  ADD ("/space/export/complete", test_complete);
  ADD ("/space/export/names", test_names);
  ADD ("/space/export/query", test_query);
  ADD ("/space/export/pictures", test_pictures);
  ADD ("/space/export/strange-files", test_strange_files);
  ADD ("/space/export/no-pictures", test_no_pictures);
  ADD ("/space/export/hostile", test_hostile);
  ADD ("/space/export/places", test_places);
  ADD ("/space/export/race", test_race);
  ADD ("/space/export/full", test_full);
  ADD ("/space/export/given-up", test_given_up);
  ADD ("/space/export/private", test_private);

  return g_test_run ();
}
