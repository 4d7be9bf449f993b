/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bridge-export-folder.h"
#include "bridge-window.h"
#include "reflect-fixture.h"

/* The celebration log as files, from the menu to what is said in the end. */

#define NAME "Celebration log 2026-11-22"
#define SAVED "The log is saved in “" NAME "”."

static void
show (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static void
add_wins (RitualsFixture *fixture,
          int             n)
{
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_DATABASE_FILE, NULL);
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < %d)"
                     " INSERT INTO wins (id, text, meant, kind, on_date, starred, created_at, updated_at, deleted_at, device)"
                     " SELECT printf ('%%08x-0000-4000-8000-000000000000', n), 'Win ' || n, '', 'other', '2026-11-01', 0, 1, 1,"
                     " 0, 'test' FROM counted", n);
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  bridge_space_refresh (fixture->space);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("bridge-log-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* What is there, drafts too, and nothing else. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
has_draft (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, BRIDGE_EXPORT_PREFIX))
      return TRUE;
  return FALSE;
}

/* It reads the folder that it begins with, and does not say when it has. */
static GtkWidget *
wait_for_chooser (void)
{
  GtkWidget *chooser = reflect_wait_for_form (GTK_TYPE_FILE_CHOOSER_DIALOG);

  for (int i = 0; i < 6; i++)
    settle ();
  return chooser;
}

static GtkWidget *
ask (RitualsFixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.export-log", NULL);
  return wait_for_chooser ();
}

static gboolean
let_pass_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A chooser that still reads its folder does not answer: it is asked again after a while. */
static void
choose (RitualsFixture *fixture,
        const char     *folder)
{
  g_autoptr (GtkWidget) chooser = g_object_ref (ask (fixture));
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  while (reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG) == chooser)
    {
      g_autoptr (GFile) chosen = NULL;
      gboolean passed = FALSE;
      guint source;

      gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, &error);
      g_assert_no_error (error);
      settle ();
      chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      if (chosen == NULL || !g_file_equal (chosen, file))
        continue;
      source = g_timeout_add_seconds (5, let_pass_cb, &passed);
      gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
      while (!passed && reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG) == chooser)
        g_main_context_iteration (NULL, TRUE);
      if (!passed)
        g_source_remove (source);
    }
}

static void
wait_for_label (RitualsFixture *fixture,
                const char     *text)
{
  while (find_label (fixture->window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static char *
read_json (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, "small-wins.json", NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static gboolean
match_item (GtkWidget     *widget,
            gconstpointer  text)
{
  g_autofree char *own = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return FALSE;
  g_object_get (widget, "text", &own, NULL);
  return g_strcmp0 (own, text) == 0;
}

static gboolean
match_menu (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

/* From the menu; called off; and saved, twice on the same day. */
static void
test_saved (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GtkWidget *menu_button, *item, *chooser;

  add_wins (fixture, 3);
  show (fixture);
  menu_button = find_widget (fixture->window, match_menu, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  settle ();
  item = find_widget (menu_button, match_item, "Export the Celebration Log…");
  g_assert_nonnull (item);
  g_assert_true (gtk_widget_get_sensitive (item));
  gtk_widget_activate (item);
  chooser = wait_for_chooser ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Where to Save “" NAME "”");
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (chooser)));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  reflect_wait_until_gone (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_cmpuint (count_files (folder), ==, 0);

  choose (fixture, folder);
  wait_for_label (fixture, SAVED);
  g_assert_nonnull (find_button (fixture->window, "_Open"));
  g_assert_cmpuint (count_files (folder), ==, 1);
  first = read_json (folder, NAME);
  g_assert_nonnull (strstr (first, "\"Win 3\""));

  choose (fixture, folder);
  wait_for_label (fixture, "The log is saved in “" NAME " (2)”.");
  g_assert_cmpuint (count_files (folder), ==, 2);
  second = read_json (folder, NAME " (2)");
  g_assert_cmpstr (first, ==, second);
  remove_all (folder);
}

/* A picture whose file is gone is told of, and for as long as it is read. */
static void
test_unread (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_DATABASE_FILE, NULL);
  sqlite3 *other = NULL;

  add_wins (fixture, 1);
  g_assert_cmpint (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "INSERT INTO win_photos (id, win_id, caption, width, height, position, created_at,"
                                 " updated_at, deleted_at, device) SELECT '0f0e0d0c-0000-4000-8000-000000000000', id, '', 1, 1,"
                                 " 0, 1, 1, 0, 'test' FROM wins", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  show (fixture);

  choose (fixture, folder);
  wait_for_label (fixture, SAVED " The file of 1 picture could not be read; it was left out.");
  remove_all (folder);
}

/* What cannot be done is said, and can be tried again. */
static void
test_trouble (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_DATABASE_FILE, NULL);
  g_autofree char *aside = g_build_filename (fixture->folder, "aside", NULL);
  g_autofree char *said = g_strdup_printf ("%s could not be opened or written to. Look whether the disk and the folder’s permissions"
                                           " are in order; nothing was changed.", path);

  add_wins (fixture, 3);
  show (fixture);
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  choose (fixture, folder);
  wait_for_label (fixture, said);
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 0);

  choose (fixture, folder);
  wait_for_label (fixture, SAVED);
  remove_all (folder);
}

/* What takes its time is told of; the main loop goes on meanwhile, and nothing begins twice. */
static void
test_slow (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *json = NULL;

  add_wins (fixture, 150000);
  show (fixture);
  choose (fixture, folder);
  wait_for_label (fixture, "Saving the log. You can go on meanwhile.");
  g_assert_null (find_button (fixture->window, "_Open"));
  g_assert_true (has_draft (folder));
  gtk_widget_activate_action (fixture->window, "win.export-log", NULL);
  g_assert_nonnull (find_label (fixture->window, "The log is still being saved."));
  g_assert_null (reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG));
  wait_for_label (fixture, SAVED);
  g_assert_false (has_draft (folder));
  json = read_json (folder, NAME);
  g_assert_nonnull (strstr (json, "\"Win 150000\""));
  remove_all (folder);
}

/* Whoever closes the window gives it up, and nothing is left. */
static void
test_closed (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();

  add_wins (fixture, 150000);
  show (fixture);
  choose (fixture, folder);
  while (count_files (folder) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (has_draft (folder));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  while (has_draft (folder))
    g_main_context_iteration (NULL, FALSE);
  settle ();
  g_assert_cmpuint (count_files (folder), ==, 0);
  remove_all (folder);
}

typedef struct {
  RitualsFixture *fixture;
  const char *folder;
  sqlite3 *holder; /* keeps others from reading */
  gboolean let_go;
} Closing;

static void
let_go_cb (gpointer user_data)
{
  Closing *closing = user_data;

  g_assert_true (has_draft (closing->folder));
  g_assert_cmpint (sqlite3_close (closing->holder), ==, SQLITE_OK);
  closing->let_go = TRUE;
}

static void
activate_cb (GtkApplication *application,
             Closing        *closing)
{
  GtkWidget *window = bridge_window_new (application);
  g_autofree char *path = g_build_filename (closing->fixture->folder, BRIDGE_DATABASE_FILE, NULL);

  bridge_window_set_space (BRIDGE_WINDOW (window), closing->fixture->space);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  closing->fixture->window = window;
  choose (closing->fixture, closing->folder);
  closing->fixture->window = NULL;
  while (count_files (closing->folder) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (has_draft (closing->folder));
  g_assert_cmpint (sqlite3_open_v2 (path, &closing->holder, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (closing->holder, 10000);
  g_assert_cmpint (sqlite3_exec (closing->holder, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  gtk_window_destroy (GTK_WINDOW (window));
  g_timeout_add_once (300, let_go_cb, closing);
}

/* The program does not end before that. */
static void
test_ended (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  Closing closing = { fixture, folder, NULL, FALSE };

  add_wins (fixture, 150000);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &closing);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_true (closing.let_go);
  g_assert_cmpuint (count_files (folder), ==, 0);
  remove_all (folder);
}

/* Only then it can be begun again. Nothing was said of it until then, and nothing is a while after, when a toast before it has
 * left. */
static void
wait_until_over (RitualsFixture *fixture)
{
  GtkWidget *chooser;

  do
    {
      gtk_widget_activate_action (fixture->window, "win.export-log", NULL);
      settle ();
      g_assert_null (find_label (fixture->window, SAVED));
      chooser = reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG);
    }
  while (chooser == NULL);
  g_assert_true (chooser == wait_for_chooser ());
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  reflect_wait_until_gone (GTK_TYPE_FILE_CHOOSER_DIALOG);
  for (int i = 0; i < 10; i++)
    settle ();
  g_assert_null (find_label (fixture->window, SAVED));
}

/* It is saved all the same when the other one comes meanwhile, but not told to them. */
static void
test_another (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *name = g_build_filename (folder, NAME, NULL);
  g_autoptr (GError) error = NULL;

  add_wins (fixture, 150000);
  show (fixture);
  choose (fixture, folder);
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)),
                                           &error));
  g_assert_no_error (error);
  wait_until_over (fixture);
  g_assert_true (g_file_test (name, G_FILE_TEST_IS_DIR));
  g_assert_false (has_draft (folder));
  remove_all (folder);
}

/* Before somebody is set up there is no log. */
static void
test_first_run (RitualsFixture *fixture,
                gconstpointer   partner)
{
  fixture->window = bridge_window_new (NULL);
  settle ();
  gtk_widget_activate_action (fixture->window, "win.export-log", NULL);
  settle ();
  g_assert_null (reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG));
}

int
main (int   argc,
      char *argv[])
{
  reflect_expect_chooser ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/log-export/saved", test_saved);
  ADD ("/window/log-export/unread", test_unread);
  ADD ("/window/log-export/trouble", test_trouble);
  ADD ("/window/log-export/slow", test_slow);
  ADD ("/window/log-export/closed", test_closed);
  ADD ("/window/log-export/ended", test_ended);
  ADD ("/window/log-export/another", test_another);
  ADD ("/window/log-export/first-run", test_first_run);

  return g_test_run ();
}
