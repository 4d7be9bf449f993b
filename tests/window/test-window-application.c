/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bridge-folder-lock.h"
#include "bridge-reliability-window.h"
#include "bridge-window-application.h"
#include "rituals-fixture.h"

/* The window's own program, where there is no bus and so no service. */
typedef struct {
  RitualsFixture base;
  BridgeWindowApplication *application;
  void (*steps) (RitualsFixture *base, GtkWidget *window);
} Program;

static gboolean
steps_cb (gpointer user_data)
{
  Program *program = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (program->application));

  g_assert_nonnull (window);
  settle ();
  program->steps (&program->base, GTK_WIDGET (window));
  gtk_window_destroy (window);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application,
             Program      *program)
{
  g_idle_add_full (G_PRIORITY_LOW + 100, steps_cb, program, NULL);
}

static void
run (Program *program,
     void (*steps) (RitualsFixture *base, GtkWidget *window))
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (&program->base, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);

  g_assert_true (bridge_space_set_reminders_on (program->base.space, TRUE, NULL));
  program->steps = steps;
  program->application = bridge_window_application_new (program->base.folder, program->base.clock, NULL);
  g_signal_connect_after (program->application, "activate", G_CALLBACK (activate_cb), program);
  g_assert_cmpint (g_application_run (G_APPLICATION (program->application), 0, NULL), ==, 0);
  settle ();
  g_assert_finalize_object (program->application);
}

static void
set_up (Program       *program,
        gconstpointer  partner)
{
  rituals_fixture_set_up (&program->base, "Robin");
}

static void
tear_down (Program       *program,
           gconstpointer  partner)
{
  rituals_fixture_tear_down (&program->base, NULL);
}

static void
wait_for_label (GtkWidget  *window,
                const char *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (find_label (window, words) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static GtkWidget *
open_reliability (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  gtk_widget_activate_action (window, "win.reliability", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (BRIDGE_IS_RELIABILITY_WINDOW (toplevel))
        return toplevel; /* its toplevel list holds it */
    }
  g_assert_not_reached ();
}

static const char *
get_subtitle (GtkWidget  *window,
              const char *title)
{
  GtkWidget *row = find_row (window, title);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
wait_for_subtitle (GtkWidget  *window,
                   const char *title,
                   const char *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (g_strcmp0 (get_subtitle (window, title), words) != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
change_file (RitualsFixture *base,
             const char     *statement)
{
  g_autofree char *path = g_build_filename (base->folder, "space.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What the window's own scheduler meets is on the page, as the service's would be, and goes when it is over. */
static void
look_at_trouble (RitualsFixture *base,
                 GtkWidget      *window)
{
  GtkWidget *page;

  wait_for_label (window, "Reminders only arrive while this window is open.");
  page = open_reliability (window);
  g_assert_cmpstr (get_subtitle (page, "Next reminder"), ==, "Today at 19:00");
  g_assert_null (find_row (page, "Reminders had trouble"));

  change_file (base, "ALTER TABLE reminders RENAME TO elsewhere");
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (base->clock), "2026-11-22T19:00");
  settle ();
  g_assert_nonnull (find_row (page, "Reminders had trouble"));
  g_assert_cmpstr (get_subtitle (page, "Reminders had trouble"), !=, "");
  /* It is tried again in a minute; what is due is what it was. */
  g_assert_cmpstr (get_subtitle (page, "Next reminder"), ==, "Today at 19:00");
  assert_all_named (page);

  change_file (base, "ALTER TABLE elsewhere RENAME TO reminders");
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (base->clock), "2026-11-22T19:01");
  settle ();
  g_assert_null (find_row (page, "Reminders had trouble"));
  g_assert_cmpstr (get_subtitle (page, "Next reminder"), ==, "Tomorrow at 19:00");
  gtk_window_destroy (GTK_WINDOW (page));
}

static void
test_trouble (Program       *program,
              gconstpointer  partner)
{
  run (program, look_at_trouble);
}

static BridgeFolderLock *other;

/* A service of another session has the folder: the window says who, and reminds when that one has ended. */
static void
look_at_other (RitualsFixture *base,
               GtkWidget      *window)
{
  GtkWidget *page;

  wait_for_label (window, "Reminders come from Footbridge in another session of this computer.");
  g_assert_null (find_label (window, "Reminders only arrive while this window is open."));
  page = open_reliability (window);
  g_assert_cmpstr (get_subtitle (page, "Next reminder"), ==, "Not known, as reminders do not come from here");
  g_assert_cmpstr (get_subtitle (page, "Shown by"), ==, "Footbridge in another session of this computer");
  g_assert_cmpstr (get_subtitle (page, "Reminders do not come from here"), ==,
                   "Reminders come from Footbridge in another session of this computer.");
  g_assert_null (find_row (page, "There is no session bus here"));

  g_clear_object (&other);
  wait_for_label (window, "Reminders only arrive while this window is open.");
  g_assert_cmpstr (get_subtitle (page, "Next reminder"), ==, "Today at 19:00");
  g_assert_cmpstr (get_subtitle (page, "Shown by"), ==, "Only this window, while it is open");
  g_assert_null (find_row (page, "Reminders do not come from here"));
  gtk_window_destroy (GTK_WINDOW (page));
}

/* The folder changes hands without this window: it says who has it now. */
static void
look_at_hands (RitualsFixture *base,
               GtkWidget      *window)
{
  g_autofree char *path = g_build_filename (base->folder, "footbridge.lock", NULL);
  GtkWidget *page;

  wait_for_label (window, "Reminders come from Footbridge in another session of this computer.");
  page = open_reliability (window);

  g_object_unref (other);
  other = bridge_folder_lock_new (base->folder, BRIDGE_PART_WINDOW);
  g_assert_true (bridge_folder_lock_try (other, NULL));
  wait_for_label (window, "Reminders come from another window of Footbridge, while that one is open.");
  g_assert_cmpstr (get_subtitle (page, "Shown by"), ==, "Another window of Footbridge, while that one is open");

  /* What cannot be used reminds nobody. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_clear_object (&other);
  wait_for_subtitle (page, "Shown by", "Nobody from here");
  g_assert_true (g_str_has_prefix (get_subtitle (page, "Reminders do not come from here"), "Nothing reminds here, because"));
  g_assert_cmpint (g_rmdir (path), ==, 0);
  gtk_window_destroy (GTK_WINDOW (page));
}

static void
test_other_hands (Program       *program,
                  gconstpointer  partner)
{
  other = bridge_folder_lock_new (program->base.folder, BRIDGE_PART_SERVICE);
  g_assert_true (bridge_folder_lock_try (other, NULL));
  run (program, look_at_hands);
}

static void
test_other_session (Program       *program,
                    gconstpointer  partner)
{
  other = bridge_folder_lock_new (program->base.folder, BRIDGE_PART_SERVICE);
  g_assert_true (bridge_folder_lock_try (other, NULL));
  run (program, look_at_other);
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Program, NULL, set_up, func, tear_down)

  ADD ("/window/application/trouble", test_trouble);
  ADD ("/window/application/other-session", test_other_session);
  ADD ("/window/application/other-hands", test_other_hands);

  return g_test_run ();
}
