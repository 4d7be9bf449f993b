/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-save.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = g_dir_make_tmp ("save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "picture.png", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* A file is made, or replaced, and read by its owner alone. */
static void
test_save (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char *const contents[] = { "One", "Two, and more", "" };
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (bridge_save_bytes (fixture->path, contents[i], strlen (contents[i]), &error));
      g_assert_no_error (error);
      assert_content (fixture, contents[i]);
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpuint (count_files (fixture), ==, 1);
      g_chmod (fixture->path, 0644);
    }
}

/* Where there is no room, what was there before stays, and nothing is left beside it. */
static void
test_full (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("There is no room for all of it in %s. Nothing was saved; choose another place, "
                                               "or make room there.", fixture->folder);
  struct rlimit before, little;

  g_assert_true (bridge_save_bytes (fixture->path, "Before", 6, &error));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 8;
  setrlimit (RLIMIT_FSIZE, &little);
  g_assert_false (bridge_save_bytes (fixture->path, "Much more than that", 19, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL);
  g_assert_cmpstr (error->message, ==, expected);
  assert_content (fixture, "Before");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "none", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.png", NULL);
  g_autofree char *expected = g_strdup_printf ("The folder %s is not there. Nothing was saved; choose another place.", folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_save_bytes (path, "One", 3, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_assert_cmpstr (error->message, ==, expected);
}

/* Nobody makes a file in there, whoever it is. */
static void
test_shut (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_save_bytes ("/proc/picture.png", "One", 3, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE);
  g_assert_cmpstr (error->message, ==, "Nothing may be written into /proc. Nothing was saved; choose another place.");
}

/* A sentence for each, with the folder in it; what has no sentence is in the system's own words. */
static void
test_reasons (void)
{
  static const struct {
    int reason;
    int code;
    const char *says;
  } cases[] = {
    { ENOSPC, BRIDGE_ERROR_FULL, "There is no room for all of it in /somewhere. " },
    { EDQUOT, BRIDGE_ERROR_FULL, "There is no room for all of it in /somewhere. " },
    { ENOTDIR, BRIDGE_ERROR_STORAGE, "The folder /somewhere is not there. " },
    { EACCES, BRIDGE_ERROR_STORAGE, "Nothing may be written into /somewhere. " },
    { EPERM, BRIDGE_ERROR_STORAGE, "Nothing may be written into /somewhere. " },
    { EROFS, BRIDGE_ERROR_STORAGE, "Nothing may be written into /somewhere. " },
    { EEXIST, BRIDGE_ERROR_STATE, "There is something in /somewhere/a.png already, " },
    { EIO, BRIDGE_ERROR_STORAGE, "/somewhere/a.png could not be written: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      bridge_save_set_error (&error, "/somewhere/a.png", cases[i].reason);
      g_assert_error (error, BRIDGE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was saved; choose another "));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/save/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/save/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/save/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/save/shut", Fixture, NULL, set_up, test_shut, tear_down);
  g_test_add_func ("/save/reasons", test_reasons);

  return g_test_run ();
}
