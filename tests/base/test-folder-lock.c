/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bridge-error.h"
#include "bridge-folder-lock.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("footbridge-lock-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "footbridge.lock", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_chmod (fixture->folder, 0700);
  g_remove (fixture->path);
  g_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_refused (BridgeFolderLock *lock,
                int               code,
                const char       *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_folder_lock_try (lock, &error));
  g_assert_error (error, BRIDGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (bridge_folder_lock_is_held (lock));
}

static void
freed_cb (BridgeFolderLock *lock,
          int              *count)
{
  (*count)++;
  bridge_folder_lock_try (lock, NULL);
}

static void
iterate_until_held (BridgeFolderLock *lock)
{
  while (!bridge_folder_lock_is_held (lock))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) first = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  g_autoptr (BridgeFolderLock) second = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_WINDOW);
  g_autofree char *pid = g_strdup_printf ("process %d", (int) getpid ());
  g_autofree char *content = NULL;
  g_autofree char *signed_by = g_strdup_printf ("%d service\n", (int) getpid ());
  g_autoptr (GError) error = NULL;
  struct stat status;
  int count = 0;

  g_assert_true (bridge_folder_lock_try (first, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_folder_lock_try (first, &error));
  g_assert_true (bridge_folder_lock_is_held (first));
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, signed_by);

  g_signal_connect (second, "freed", G_CALLBACK (freed_cb), &count);
  assert_refused (second, BRIDGE_ERROR_STATE, pid);
  assert_refused (second, BRIDGE_ERROR_STATE, "Another reminder service");
  g_assert_cmpint (bridge_folder_lock_get_other (second), ==, BRIDGE_PART_SERVICE);

  bridge_folder_lock_let_go (first);
  iterate_until_held (second);
  g_assert_cmpint (count, ==, 1);
  assert_refused (first, BRIDGE_ERROR_STATE, "A window of Footbridge");
}

/* A child that takes the lock and dies of a signal; it exits with 1 when it does not get it. */
static pid_t
start_holder (Fixture *fixture)
{
  int ready[2];
  char byte = 0;
  pid_t pid;

  g_assert_cmpint (pipe (ready), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      BridgeFolderLock *lock = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);

      if (!bridge_folder_lock_try (lock, NULL) || write (ready[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return pid;
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) lock = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  g_autoptr (BridgeFolderLock) third = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  pid_t holder = start_holder (fixture);
  g_autofree char *pid = g_strdup_printf ("process %d", (int) holder);
  g_autoptr (GError) error = NULL;
  int count = 0;

  g_signal_connect (lock, "freed", G_CALLBACK (freed_cb), &count);
  assert_refused (lock, BRIDGE_ERROR_STATE, pid);
  kill (holder, SIGKILL);
  waitpid (holder, NULL, 0);
  iterate_until_held (lock);

  /* What the dead one wrote is gone, and somebody who only waits keeps nobody awake. */
  assert_refused (third, BRIDGE_ERROR_STATE, "Another reminder service");
  bridge_folder_lock_let_go (lock);
  g_assert_true (bridge_folder_lock_try (third, &error));
  g_assert_no_error (error);
}

/* The number of a process of another boot, which may be anybody's today. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) lock = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_WINDOW);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "1 service\nand much more of it than there should be", -1, NULL));
  g_assert_true (bridge_folder_lock_try (lock, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_true (g_str_has_suffix (content, " window\n"));
}

/* A window that waits sees the next one, too, when somebody removes the file. */
static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) first = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  g_autoptr (BridgeFolderLock) second = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_folder_lock_try (first, NULL));
  assert_refused (second, BRIDGE_ERROR_STATE, "Another reminder service");
  bridge_folder_lock_let_go (first);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_true (bridge_folder_lock_try (second, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_no_plain_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) lock = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (lock, BRIDGE_ERROR_STORAGE, "no plain file");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  g_assert_cmpint (symlink ("/etc/passwd", fixture->path), ==, 0);
  assert_refused (lock, BRIDGE_ERROR_STORAGE, "no plain file");
  g_assert_cmpint (g_remove (fixture->path), ==, 0);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (lock, BRIDGE_ERROR_STORAGE, "no plain file");
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_true (bridge_folder_lock_try (lock, NULL));
}

/* Somebody else's file is nobody's business; only an administrator can lay one there for a test. */
static void
test_somebody_elses (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) lock = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  if (chown (fixture->path, 12345, (gid_t) -1) == 0)
    {
      assert_refused (lock, BRIDGE_ERROR_STORAGE, "somebody else");
      g_assert_cmpint (chown (fixture->path, geteuid (), (gid_t) -1), ==, 0);

      /* And in somebody else's folder nothing is left behind. */
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      g_assert_cmpint (chown (fixture->folder, 12345, (gid_t) -1), ==, 0);
      g_assert_true (bridge_folder_lock_try (lock, NULL));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (chown (fixture->folder, geteuid (), (gid_t) -1), ==, 0);
    }
  else
    {
      g_assert_true (bridge_folder_lock_try (lock, NULL));
    }
}

/* A folder that cannot be written to is still one process's, and no folder is nobody's. */
static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BridgeFolderLock) nowhere = bridge_folder_lock_new ("/nowhere/at/all", BRIDGE_PART_SERVICE);
  g_autoptr (BridgeFolderLock) first = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);
  g_autoptr (BridgeFolderLock) second = bridge_folder_lock_new (fixture->folder, BRIDGE_PART_SERVICE);

  g_assert_true (bridge_folder_lock_try (nowhere, NULL));

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_true (bridge_folder_lock_try (first, NULL));
  assert_refused (second, BRIDGE_ERROR_STATE, "Another");
  bridge_folder_lock_let_go (first);
  g_assert_true (bridge_folder_lock_try (second, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

  ADD ("/folder-lock/one", test_one);
  ADD ("/folder-lock/killed", test_killed);
  ADD ("/folder-lock/stale", test_stale);
  ADD ("/folder-lock/removed", test_removed);
  ADD ("/folder-lock/no-plain-file", test_no_plain_file);
  ADD ("/folder-lock/somebody-elses", test_somebody_elses);
  ADD ("/folder-lock/no-file", test_no_file);

  return g_test_run ();
}
