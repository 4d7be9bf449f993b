/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-feedback.h"
#include "bridge-save-file.h"
#include "rituals-fixture.h"

static GtkWidget *
show (RitualsFixture *fixture)
{
  GtkWidget *page = gtk_button_new_with_label ("A page");

  rituals_fixture_show (fixture, page);

  return page;
}

static void
note (RitualsFixture *fixture,
      const char     *text)
{
  g_autoptr (BridgeWin) win = bridge_win_new (text, 0);
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, NULL);

  g_assert_nonnull (stored);
}

static guint
count_wins (RitualsFixture *fixture)
{
  guint n = 0;

  g_assert_true (bridge_space_count_wins (fixture->space, 0, 40000 * BRIDGE_DAY, &n, NULL));

  return n;
}

/* Toasts come and go with an animation. */
static void
wait_for_label (RitualsFixture *fixture,
                const char     *text,
                gboolean        shown)
{
  for (int i = 0; i < 40 && (find_label (fixture->window, text) != NULL) != shown; i++)
    settle ();
  g_assert_true ((find_label (fixture->window, text) != NULL) == shown);
}

static void
test_one_at_a_time (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  bridge_feedback_show (page, "One");
  wait_for_label (fixture, "One", TRUE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_label (fixture->window, "One")), GTK_ACCESSIBLE_ROLE_ALERT);
  bridge_feedback_show (page, "Two");
  wait_for_label (fixture, "Two", TRUE);
  g_assert_null (find_label (fixture->window, "One"));
}

static void
test_undo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  bridge_feedback_show_undo (page, fixture->space);
  note (fixture, "A small win");
  bridge_feedback_show_undo (page, fixture->space);
  settle ();
  click (find_button (fixture->window, "_Undo"));
  g_assert_cmpuint (count_wins (fixture), ==, 0);
}

/* One after the other, faster than they come and go. */
static void
test_hurry (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  for (int i = 0; i < 8; i++)
    {
      note (fixture, "A small win");
      bridge_feedback_show_undo (page, fixture->space);
      settle ();
      if (i % 2 == 1)
        g_assert_true (bridge_space_undo (fixture->space, NULL));
      if (i % 3 == 2)
        settle ();
    }
  bridge_feedback_show (page, "At last");
  wait_for_label (fixture, "At last", TRUE);
  for (int i = 0; i < 20; i++)
    settle ();
  g_assert_nonnull (find_label (fixture->window, "At last"));
}

/* A toast never takes back something else than it says. */
static void
test_stale (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  note (fixture, "A small win");
  bridge_feedback_show_undo (page, fixture->space);
  settle ();
  g_assert_nonnull (find_button (fixture->window, "_Undo"));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  for (int i = 0; i < 40 && find_button (fixture->window, "_Undo") != NULL; i++)
    settle ();
  g_assert_null (find_button (fixture->window, "_Undo"));
}

/* What is said is text, whatever is in it. */
static void
test_markup (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (GError) error = g_error_new_literal (BRIDGE_ERROR, BRIDGE_ERROR_FAILED, "Tom & <b>Ann");

  bridge_feedback_show_error (show (fixture), error);
  settle ();
}

/* A widget without an overlay around it has nowhere to say anything, and that is no crash. */
static void
test_nowhere (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Alone"));

  bridge_feedback_show (label, "One");
  bridge_feedback_show_undo (label, fixture->space);
  g_object_unref (label);
}

static void
saved_cb (const char *path,
          gpointer    saved)
{
  *(char **) saved = g_strdup (path);
}

/* A place that has no path is no place for a file, and that is said. */
static void
test_no_path (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (GFile) far = g_file_new_for_uri ("elsewhere://there/Private.txt");
  g_autoptr (GFile) near = g_file_new_for_path ("/tmp/Private.txt");
  g_autofree char *saved = NULL;

  show (fixture);
  bridge_save_file_chosen (GTK_WINDOW (fixture->window), far, saved_cb, &saved);
  wait_for_label (fixture, "Footbridge can only save in a folder of this computer. Nothing was saved; please choose another place.",
                  TRUE);
  g_assert_null (saved);
  bridge_save_file_chosen (GTK_WINDOW (fixture->window), near, saved_cb, &saved);
  g_assert_cmpstr (saved, ==, "/tmp/Private.txt");
}

#define NOT_OPENED "The folder could not be opened from here. You can find it in your file manager."

/* With a button that opens it, once the toast has come. */
static void
offer_folder (RitualsFixture *fixture,
              GtkWidget      *page,
              const char     *folder)
{
  bridge_feedback_show_folder (page, "Saved", folder, TRUE);
  wait_for_label (fixture, "Saved", TRUE);
  for (int i = 0; i < 10; i++)
    settle ();
}

/* Nothing opens what is not there, and that is said in a sentence of ours. */
static void
test_not_opened (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *page = show (fixture);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no-such", NULL);

  offer_folder (fixture, page, nowhere);
  click (find_button (fixture->window, "_Open"));
  wait_for_label (fixture, NOT_OPENED, TRUE);
}

/* What it would be said in may have gone from the window meanwhile; then there is nobody to tell. */
static void
test_opened_late (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *page = show (fixture);
  g_autoptr (GtkWidget) overlay = g_object_ref (gtk_widget_get_ancestor (page, ADW_TYPE_TOAST_OVERLAY));
  GtkSettings *settings = gtk_widget_get_settings (page);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no-such", NULL);

  offer_folder (fixture, page, nowhere);
  /* The toast leaves at once, so that another could come. */
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_signal_emit_by_name (find_button (fixture->window, "_Open"), "clicked");
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  for (int i = 0; i < 20; i++)
    settle ();
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  for (int i = 0; i < 10; i++)
    settle ();
  g_assert_null (find_label (fixture->window, NOT_OPENED));
}

/* Sentence and button have room beside each other on a phone, too. */
static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const char *const sentences[] = {
    "The log is saved in “Celebration log 2026-11-26”.",
    "The log is saved in “Celebration-log-with-a-name-of-its-own 2026-11-26”. The files of 12 pictures could not be read; they were"
    " left out.",
  };
  GtkWidget *page = show (fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      GtkWidget *label, *toast;
      int least;

      bridge_feedback_show_folder (page, sentences[i], "/tmp", TRUE);
      wait_for_label (fixture, sentences[i], TRUE);
      settle ();
      label = find_label (fixture->window, sentences[i]);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label), &least, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (label), >=, least);
      toast = gtk_widget_get_parent (find_button (fixture->window, "_Open"));
      for (GtkWidget *child = gtk_widget_get_first_child (toast); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (child, toast, &bounds));
          g_assert_cmpfloat (bounds.origin.x, >=, 0);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, (float) gtk_widget_get_width (toast));
        }
    }
}

/* Is the toast around @label within the window, with its × and all of its lines? */
static gboolean
is_inside (RitualsFixture *fixture,
           GtkWidget      *label)
{
  GtkWidget *toast = gtk_widget_get_parent (label);
  GtkWidget *overlay;
  int least;

  while (!ADW_IS_TOAST_OVERLAY (gtk_widget_get_parent (toast)))
    toast = gtk_widget_get_parent (toast);
  overlay = gtk_widget_get_parent (toast);
  for (GtkWidget *child = gtk_widget_get_first_child (toast); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, overlay, &bounds));
      if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (overlay))
        return FALSE;
    }
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label), &least, NULL, NULL, NULL);
  return gtk_widget_get_height (label) >= least;
}

/* The window is made narrower while it says something. */
static void
test_narrowed (RitualsFixture *fixture,
               gconstpointer   partner)
{
  static const char sentence[] = "There is no room for all of it in /somewhere. Nothing was saved; choose another place, or make room there.";
  GtkWidget *page = show (fixture);
  GtkWidget *label;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  for (int i = 0; i < 40 && gtk_widget_get_width (page) < 700; i++)
    settle ();
  bridge_feedback_show_problem (page, sentence);
  wait_for_label (fixture, sentence, TRUE);
  label = find_label (fixture->window, sentence);
  for (int i = 0; i < 40 && gtk_widget_get_width (label) < 300; i++)
    settle ();
  g_assert_true (is_inside (fixture, label));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  for (int i = 0; i < 40 && (gtk_widget_get_width (page) > 400 || !is_inside (fixture, label)); i++)
    settle ();
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  g_assert_true (is_inside (fixture, label));
}

/* What went wrong is there for as long as one reads, and does not lie over the page for ever. */
static void
test_seconds (void)
{
  g_autofree char *lots = g_strnfill (200, 'm');

  g_assert_cmpuint (bridge_feedback_get_seconds (""), >=, 5);
  g_assert_cmpuint (bridge_feedback_get_seconds ("A few words"), <, bridge_feedback_get_seconds (lots));
  g_assert_cmpuint (bridge_feedback_get_seconds (lots), <=, 30);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/feedback/one-at-a-time", test_one_at_a_time);
  ADD ("/window/feedback/undo", test_undo);
  ADD ("/window/feedback/hurry", test_hurry);
  ADD ("/window/feedback/stale", test_stale);
  ADD ("/window/feedback/markup", test_markup);
  ADD ("/window/feedback/nowhere", test_nowhere);
  ADD ("/window/feedback/no-path", test_no_path);
  ADD ("/window/feedback/not-opened", test_not_opened);
  ADD ("/window/feedback/opened-late", test_opened_late);
  ADD ("/window/feedback/narrow", test_narrow);
  ADD ("/window/feedback/narrowed", test_narrowed);
  g_test_add_func ("/window/feedback/seconds", test_seconds);

  return g_test_run ();
}
