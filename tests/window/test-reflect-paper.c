/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* RTLD_NEXT */
#endif

#include "config.h"

#include <dlfcn.h>
#include <string.h>

#include <glib/gstdio.h>

#include "bridge-code-form.h"
#include "bridge-code-print.h"
#include "bridge-export-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "reflect-fixture.h"

/* What leaves a private space for paper or a file: it is in there, and nowhere else. */

#define CODE "7K2QD-M4XNB-0TT5E-PW8HV-9RZ3C-AAJ6G-1YS0F"

/* (transfer full): what a reader of PDFs finds in it */
static char *
read_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  char *text;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_on_paper (const char *path,
                 const char *code)
{
  g_autofree char *text = read_pdf (path);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, code));
  g_assert_nonnull (strstr (text, "Footbridge recovery code"));
  g_assert_nonnull (strstr (text, "Keep it where only you look"));
}

/* What was made in @folder since it was counted: nothing but what was asked for. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bridge-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "code.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = bridge_code_print_new (CODE);
  g_autofree char *job = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  assert_on_paper (path, CODE);
  g_object_get (operation, "job-name", &job, NULL);
  g_assert_null (strstr (job, CODE));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

/* ---- The dialogs, pressed */

typedef struct {
  const char *type;  /* of the dialog that comes */
  const char *uri;   /* (nullable): what is printed to; NULL: it is called off */
  gboolean seen;
  guint asked;
} Answer;

static gboolean
answer_cb (gpointer user_data)
{
  Answer *answer = user_data;
  GType type = g_type_from_name (answer->type);
  GtkWidget *dialog = type != 0 ? reflect_get_form (type) : NULL;
  g_autoptr (GObject) printer = NULL;

  if (dialog == NULL || !gtk_widget_get_mapped (dialog))
    return G_SOURCE_CONTINUE;
  answer->seen = TRUE;
  if (answer->uri != NULL)
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

      /* Without a printer there is the one that prints to a file; it comes a moment later. */
      gtk_print_settings_set_printer (settings, "Print to File");
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, answer->uri);
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
      g_object_get (dialog, "selected-printer", &printer, NULL);
      g_object_set (dialog, "print-settings", settings, NULL);
      if (printer == NULL && ++answer->asked < 200)
        return G_SOURCE_CONTINUE;
    }
  gtk_dialog_response (GTK_DIALOG (dialog), answer->uri != NULL ? GTK_RESPONSE_OK : GTK_RESPONSE_CANCEL);
  return G_SOURCE_REMOVE;
}

/* "Print…" does something sensible on a computer without a printer: it prints to a file, and leaves no copy of it. */
static void
test_print (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *form;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bridge-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "code.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, &error);
  guint temporary;

  reflect_set_up (fixture);
  form = bridge_code_form_new (reflect_get_private (fixture), CODE, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  temporary = count_files (g_get_tmp_dir ());
  for (guint i = 0; i < 2; i++)
    {
      Answer answer = { "GtkPrintUnixDialog", i == 0 ? NULL : uri, FALSE, 0 };
      guint source = g_timeout_add (50, answer_cb, &answer);

      reflect_click_labelled (form, "_Print…"); /* returns when it is answered */
      if (!answer.seen)
        g_source_remove (source);
      g_assert_true (answer.seen);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, i == 1);
      g_assert_true (reflect_get_form (BRIDGE_TYPE_CODE_FORM) == form);
    }
  assert_on_paper (path, CODE);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, temporary);
  gtk_window_destroy (GTK_WINDOW (form));
  g_unlink (path);
  g_rmdir (folder);
}

typedef struct {
  BridgePrivate *private_space;
  Answer late;   /* of whoever comes next, should the dialog still be there */
  guint source;
} Locking;

static gboolean
lock_cb (gpointer user_data)
{
  Locking *locking = user_data;
  GType type = g_type_from_name (locking->late.type);
  GtkWidget *dialog = type != 0 ? reflect_get_form (type) : NULL;

  if (dialog == NULL || !gtk_widget_get_mapped (dialog))
    return G_SOURCE_CONTINUE;
  bridge_private_lock (locking->private_space);
  locking->source = g_timeout_add (50, answer_cb, &locking->late);
  return G_SOURCE_REMOVE;
}

/* Asleep, or with somebody else in front of it, a dialog that was left open prints no code. */
static void
test_print_locked (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *form;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bridge-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "code.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, &error);
  Locking locking = { NULL, { "GtkPrintUnixDialog", uri, FALSE, 0 }, 0 };

  reflect_set_up (fixture);
  locking.private_space = reflect_get_private (fixture);
  form = bridge_code_form_new (locking.private_space, CODE, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  g_timeout_add (50, lock_cb, &locking);
  reflect_click_labelled (form, "_Print…");
  settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (locking.late.seen);
  g_assert_cmpuint (locking.source, !=, 0);
  g_source_remove (locking.source);
  g_assert_null (reflect_get_form (BRIDGE_TYPE_CODE_FORM));
  g_assert_null (reflect_get_form (g_type_from_name ("GtkPrintUnixDialog")));
  g_rmdir (folder);
}

/* ---- A dialog of another program, as in a Flatpak: it stays, and is answered, whatever became of our window */

typedef struct {
  BridgePrivate *locked; /* (nullable): what is locked before it is answered */
  const char *path;      /* (nullable): what is printed to; NULL: the dialog is GTK's own */
} Elsewhere;

static Elsewhere elsewhere = { NULL, NULL };

/* In the place of GTK's, which has a dialog of its own here and closes it with the window. */
GtkPrintOperationResult
gtk_print_operation_run (GtkPrintOperation        *operation,
                         GtkPrintOperationAction   action,
                         GtkWindow                *parent,
                         GError                  **error)
{
  GtkPrintOperationResult (*run) (GtkPrintOperation *, GtkPrintOperationAction, GtkWindow *, GError **);

  *(void **) &run = dlsym (RTLD_NEXT, "gtk_print_operation_run");
  g_assert_nonnull (run);
  if (elsewhere.path == NULL)
    return run (operation, action, parent, error);
  g_assert_cmpint (action, ==, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  if (elsewhere.locked != NULL)
    bridge_private_lock (elsewhere.locked);
  gtk_print_operation_set_export_filename (operation, elsewhere.path);
  return run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
}

/* What is printed there after it was locked is nothing, even while something keeps the window that asked for it. */
static void
test_print_elsewhere (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  g_autoptr (GtkWidget) form = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bridge-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "code.pdf", NULL);

  reflect_set_up (fixture);
  form = g_object_ref (bridge_code_form_new (reflect_get_private (fixture), CODE, GTK_WINDOW (fixture->window)));
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  elsewhere.path = path;
  reflect_click_labelled (form, "_Print…");
  assert_on_paper (path, CODE);
  g_unlink (path);

  elsewhere.locked = reflect_get_private (fixture);
  reflect_click_labelled (form, "_Print…");
  elsewhere = (Elsewhere) { NULL, NULL };
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
  g_assert_null (reflect_get_form (BRIDGE_TYPE_CODE_FORM));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *text = read_pdf (path);

      g_assert_null (strstr (text, CODE));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* The chooser that stands above @window. */
static GtkWidget *
wait_for_chooser (void)
{
  return reflect_wait_for_form (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static gboolean
let_pass_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_chosen (GtkWidget *chooser,
           GFile     *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return chosen != NULL && g_file_equal (chosen, file);
}

/* A chooser that still reads its folder does not answer, and does not say so: it is asked again after a while. */
static void
accept_until_gone (GtkWidget *chooser)
{
  while (reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG) == chooser)
    {
      gboolean passed = FALSE;
      guint source = g_timeout_add_seconds (5, let_pass_cb, &passed);

      gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
      while (!passed && reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG) == chooser)
        g_main_context_iteration (NULL, TRUE);
      if (!passed)
        g_source_remove (source);
    }
}

static void
choose (const char *path)
{
  g_autoptr (GtkWidget) chooser = g_object_ref (wait_for_chooser ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;

  /* A chooser that comes to its folder late forgets the name. */
  do
    {
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, &error);
      g_assert_no_error (error);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
      while (!is_chosen (chooser, file))
        g_main_context_iteration (NULL, TRUE);
      settle ();
    }
  while (!is_chosen (chooser, file));
  accept_until_gone (chooser);
}

/* Before somebody leaves, or whenever: everything, in a file of one's own. */
static void
test_export (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *view;
  GtkWidget *editor;
  GtkWidget *form;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bridge-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "mine.txt", NULL);
  g_autofree char *contents = NULL;
  GStatBuf info;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " evening");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);

  view = find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW);
  gtk_widget_activate_action (view, "private.export", NULL);
  form = reflect_wait_for_form (BRIDGE_TYPE_EXPORT_FORM);
  assert_all_named (form);

  /* Called off: the question stays, and nothing is written. */
  reflect_apply (form);
  gtk_dialog_response (GTK_DIALOG (wait_for_chooser ()), GTK_RESPONSE_CANCEL);
  reflect_wait_until_gone (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_true (reflect_get_form (BRIDGE_TYPE_EXPORT_FORM) == form);
  g_assert_cmpuint (count_files (folder), ==, 0);

  reflect_apply (form);
  choose (path);
  reflect_wait_until_gone (BRIDGE_TYPE_EXPORT_FORM);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (contents, PLANTED " evening"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(path, partner, function) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  reflect_expect_chooser ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/reflect-paper/page", test_page);
  ADD ("/window/reflect-paper/print", "Robin", test_print);
  ADD ("/window/reflect-paper/print-locked", "Robin", test_print_locked);
  ADD ("/window/reflect-paper/print-elsewhere", "Robin", test_print_elsewhere);
  ADD ("/window/reflect-paper/export", "Robin", test_export);

  return g_test_run ();
}
