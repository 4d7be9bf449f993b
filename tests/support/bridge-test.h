/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <errno.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bridge-schedule.h"

G_BEGIN_DECLS

/* What tests of several layers need; everything is inline so that a test stays one file. */

/* ---- Properties */

static inline void
bridge_test_count_cb (GObject    *object,
                      GParamSpec *pspec,
                      guint      *count)
{
  (*count)++;
}

/* Sets a property to one value, to the same again and to another: it tells only of a change. */
#define bridge_test_assert_notifies(object, property, value, other) \
  G_STMT_START { \
    guint count_ = 0; \
    gulong handler_; \
    g_object_set ((object), (property), (value), NULL); \
    handler_ = g_signal_connect ((object), "notify::" property, G_CALLBACK (bridge_test_count_cb), &count_); \
    g_object_set ((object), (property), (value), NULL); \
    g_assert_cmpuint (count_, ==, 0); \
    g_object_set ((object), (property), (other), NULL); \
    g_assert_cmpuint (count_, ==, 1); \
    g_object_set ((object), (property), (other), NULL); \
    g_assert_cmpuint (count_, ==, 1); \
    g_object_set ((object), (property), (value), NULL); \
    g_assert_cmpuint (count_, ==, 2); \
    g_signal_handler_disconnect ((object), handler_); \
  } G_STMT_END

static inline gboolean
bridge_test_values_equal (GParamSpec   *pspec,
                          const GValue *a,
                          const GValue *b)
{
  if (pspec->value_type == G_TYPE_STRV)
    return g_strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  if (pspec->value_type == BRIDGE_TYPE_SCHEDULE && g_value_get_boxed (a) != NULL && g_value_get_boxed (b) != NULL)
    return bridge_schedule_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  return g_param_values_cmp (pspec, a, b) == 0;
}

/* Two objects of one class with the same value in every property but those named, which may be NULL. */
static inline void
bridge_test_assert_same (gpointer    a,
                         gpointer    b,
                         const char *but)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) left = G_VALUE_INIT;
      g_auto (GValue) right = G_VALUE_INIT;

      if (g_strcmp0 (specs[i]->name, but) == 0)
        continue;
      g_value_init (&left, specs[i]->value_type);
      g_value_init (&right, specs[i]->value_type);
      g_object_get_property (a, specs[i]->name, &left);
      g_object_get_property (b, specs[i]->name, &right);
      if (!bridge_test_values_equal (specs[i], &left, &right))
        {
          g_autofree char *shown_left = g_strdup_value_contents (&left);
          g_autofree char *shown_right = g_strdup_value_contents (&right);

          g_error ("%s differs: %s and %s", specs[i]->name, shown_left, shown_right);
        }
    }
}

/* ---- Folders that are gone after the test */

typedef char BridgeTestFolder;

static inline void
bridge_test_remove (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;

      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          bridge_test_remove (child);
        }
    }
  g_remove (path);
}

static inline BridgeTestFolder *
bridge_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("footbridge-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
bridge_test_folder_free (BridgeTestFolder *folder)
{
  bridge_test_remove (folder);
  g_free (folder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeTestFolder, bridge_test_folder_free)

/* ---- Other processes */

/* Runs a function in a child, to its end or to where it leaves by itself. Gives its exit status. */
static inline int
bridge_test_run_in_child (void     (*function) (gpointer data),
                          gpointer   data)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      function (data);
      _exit (0);
    }

  while (waitpid (child, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* Gives up what lets root write everywhere, for this process: modes hold for it then, whoever runs the tests. */
static inline void
bridge_test_drop_privileges (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct nothing[_LINUX_CAPABILITY_U32S_3] = { 0 };

  g_assert_no_errno ((int) syscall (SYS_capset, &header, nothing));
}

G_END_DECLS
