/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-adaptive-bin.h"
#include "bridge-boundary-card.h"
#include "bridge-date-entry.h"
#include "bridge-first-run.h"
#include "bridge-fit-label.h"
#include "bridge-one-off.h"
#include "bridge-shortcuts.h"
#include "bridge-window.h"
#include "bridge-word-panel.h"
#include "bridge-wrap-layout.h"
#include "../support/promise-helper.h"
#include "rituals-fixture.h"

static GtkWidget *
show (RitualsFixture *fixture,
      int             width,
      int             height)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();

  return fixture->window;
}

static gboolean
match_mapped_type (GtkWidget     *widget,
                   gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type)) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_mapped (GtkWidget *root,
             GType      type)
{
  return find_widget (root, match_mapped_type, GSIZE_TO_POINTER (type));
}

static gboolean
match_title (GtkWidget     *widget,
             gconstpointer  data)
{
  return BRIDGE_IS_FIT_LABEL (widget) && gtk_widget_has_css_class (widget, "title") && gtk_widget_get_mapped (widget);
}

/* Only what is shown is made. */
static void
test_lazy (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window = show (fixture, 800, 600);

  g_assert_nonnull (find_type (window, BRIDGE_TYPE_TODAY_PAGE));
  g_assert_null (find_type (window, BRIDGE_TYPE_RITUALS_PAGE));
  g_assert_null (find_type (window, BRIDGE_TYPE_CELEBRATE_PAGE));

  gtk_widget_activate_action (window, "win.show-page", "s", "rituals");
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_RITUALS_PAGE));
  g_assert_null (find_type (window, BRIDGE_TYPE_CELEBRATE_PAGE));

  gtk_widget_activate_action (window, "win.show-page", "s", "boundaries");
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_BOUNDARIES_PAGE));

  bridge_window_open_target (BRIDGE_WINDOW (window), "celebrate");
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_CELEBRATE_PAGE));
  assert_all_named (window);
}

/* One arrives on the page, not at the beginning of the header. */
static void
test_page_focus (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  static const char *const pages[] = { "rituals", "boundaries", "celebrate", "reflect", "today" };
  GtkWidget *before[G_N_ELEMENTS (pages)] = { NULL };
  GtkWidget *window = show (fixture, 800, 600);

  /* Whoever comes back to a page finds the focus where they left it, and not one button further each time. */
  for (gsize i = 0; i < 3 * G_N_ELEMENTS (pages); i++)
    {
      gsize page = i % G_N_ELEMENTS (pages);
      GtkWidget *focus;

      gtk_widget_activate_action (window, "win.show-page", "s", pages[page]);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, find_type (window, ADW_TYPE_VIEW_STACK)));
      g_assert_true (gtk_widget_get_mapped (focus));
      if (before[page] != NULL)
        g_assert_true (focus == before[page]);
      before[page] = focus;
      settle ();
    }
}

static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show (fixture, 360, 294);

  g_assert_true (bridge_adaptive_bin_get_narrow (BRIDGE_ADAPTIVE_BIN (find_type (window, BRIDGE_TYPE_ADAPTIVE_BIN))));
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (window), <=, 294);
  g_assert_nonnull (find_widget (window, match_title, NULL));
  g_assert_nonnull (find_mapped (find_type (window, ADW_TYPE_VIEW_SWITCHER_BAR), ADW_TYPE_VIEW_SWITCHER));

  for (const char *const *page = (const char *const[]) { "today", "rituals", "boundaries", "celebrate", NULL }; *page != NULL; page++)
    {
      bridge_window_show_page (BRIDGE_WINDOW (window), *page);
      settle ();
      g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (find_type (window, BRIDGE_TYPE_ADAPTIVE_BIN))), ==,
                       gtk_widget_get_width (find_type (window, BRIDGE_TYPE_ADAPTIVE_BIN)));
      assert_all_named (window);
    }
}

static void
test_wide (RitualsFixture *fixture,
           gconstpointer   partner)
{
  /* The names of the pages are beside their icons where there is room, and under them where there is less. */
  static const struct {
    int width;
    AdwViewSwitcherPolicy policy;
  } cases[] = { { 800, ADW_VIEW_SWITCHER_POLICY_NARROW }, { 1280, ADW_VIEW_SWITCHER_POLICY_WIDE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = show (fixture, cases[i].width, 600);
      GtkWidget *bin = find_type (window, BRIDGE_TYPE_ADAPTIVE_BIN);
      GtkWidget *switcher = find_mapped (find_type (window, ADW_TYPE_HEADER_BAR), ADW_TYPE_VIEW_SWITCHER);

      g_assert_cmpint (bridge_adaptive_bin_get_width (BRIDGE_ADAPTIVE_BIN (bin)), <=, cases[i].width);
      g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (bin)), ==,
                       bridge_adaptive_bin_get_width (BRIDGE_ADAPTIVE_BIN (bin)));
      g_assert_null (find_widget (window, match_title, NULL));
      g_assert_nonnull (switcher);
      g_assert_cmpint (adw_view_switcher_get_policy (ADW_VIEW_SWITCHER (switcher)), ==, cases[i].policy);
      assert_all_named (window);
      if (i + 1 < G_N_ELEMENTS (cases))
        gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_open_ritual (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *name = g_strconcat (bridge_ritual_get_id (ritual), "@2026-11-22T19:00", NULL);
  GtkWidget *window = show (fixture, 800, 600);

  bridge_window_open_target (BRIDGE_WINDOW (window), name);
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_RITUALS_PAGE));
  g_assert_nonnull (find_label (window, "Ten quiet minutes"));
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();

  bridge_window_open_target (BRIDGE_WINDOW (window), "no such thing");
  settle ();
  bridge_window_open_target (BRIDGE_WINDOW (window), "");
  gtk_widget_activate_action (window, "win.open-catalogue", NULL);
  settle ();
  assert_all_named (window);
}

/* A page that comes back into a window of another size is all there: GTK warns of what it could not draw, and that ends a test. */
static void
test_resized_meanwhile (RitualsFixture *fixture,
                        gconstpointer   partner)
{
  static const int widths[] = { 1000, 600, 360, 1000 };
  static const char *const pages[] = { "rituals", "boundaries", "celebrate", "reflect" };
  GtkWidget *window;

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("The kettle was on", local ("2026-11-22T00:00"));
      g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, NULL);

      g_assert_nonnull (stored);
    }
  window = show (fixture, 1000, 700);
  for (gsize page = 0; page < G_N_ELEMENTS (pages); page++)
    {
      bridge_window_show_page (BRIDGE_WINDOW (window), pages[page]);
      settle ();
      for (gsize i = 1; i < G_N_ELEMENTS (widths); i++)
        {
          bridge_window_show_page (BRIDGE_WINDOW (window), "today");
          settle ();
          gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
          settle ();
          g_assert_cmpint (ABS (gtk_widget_get_width (window) - widths[i]), <=, 10); /* without what is drawn around it */
          bridge_window_show_page (BRIDGE_WINDOW (window), pages[page]);
          gtk_test_widget_wait_for_draw (window);
          settle ();
        }
    }
  g_assert_nonnull (find_label (window, "A quiet place"));
}

/* What a notification's button asks for that noted a moment as kept: a word about it, and about no other one. */
static void
test_open_word (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *name = g_strconcat (bridge_ritual_get_id (ritual), "@2026-11-22T19:00", NULL);
  g_autofree char *target = g_strconcat (BRIDGE_WORD_TARGET, name, NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = show (fixture, 800, 600);
  GtkWidget *panel;

  bridge_window_open_target (BRIDGE_WINDOW (window), "rituals");
  bridge_window_open_target (BRIDGE_WINDOW (window), target);
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_TODAY_PAGE));
  panel = find_type (window, BRIDGE_TYPE_WORD_PANEL);
  g_assert_null (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)));

  bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error);
  g_assert_no_error (error);
  bridge_window_open_target (BRIDGE_WINDOW (window), "rituals");
  bridge_window_open_target (BRIDGE_WINDOW (window), target);
  settle ();
  g_assert_cmpstr (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)), ==, name);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), panel));
  assert_all_named (window);

  bridge_window_open_target (BRIDGE_WINDOW (window), BRIDGE_WORD_TARGET "no such thing");
  settle ();
  g_assert_cmpstr (bridge_word_panel_get_name (BRIDGE_WORD_PANEL (panel)), ==, name);
}

/* What a click on the digest asks for: Today, wherever the window stands. */
static void
test_open_today (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  GtkWidget *window = show (fixture, 800, 600);

  bridge_window_open_target (BRIDGE_WINDOW (window), bridge_ritual_get_id (ritual));
  settle ();
  g_assert_null (find_mapped (window, BRIDGE_TYPE_TODAY_PAGE));
  bridge_window_open_target (BRIDGE_WINDOW (window), "");
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_RITUALS_PAGE));
  bridge_window_open_target (BRIDGE_WINDOW (window), "today");
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_TODAY_PAGE));
  g_assert_null (find_mapped (window, BRIDGE_TYPE_RITUALS_PAGE));
}

/* "Re-agree" on a notification asks for the other date, wherever the window stands, and in one that only comes up. */
static void
test_open_promise (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (BridgePromise) near =
    bridge_promise_new ("Ask", bridge_person_get_id (bridge_space_get_me (fixture->space)), today, FALSE);
  g_autoptr (BridgePromise) stored = bridge_test_add_promise (fixture->space, near);
  g_autofree char *name = bridge_one_off_format_name (BRIDGE_SUBJECT_PROMISE, bridge_promise_get_id (stored));
  GtkWidget *window = show (fixture, 800, 600);

  gtk_widget_activate_action (window, "win.show-page", "s", "celebrate");
  settle ();
  bridge_window_open_target (BRIDGE_WINDOW (window), name);
  settle ();
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_DATE_ENTRY));
  gtk_window_destroy (GTK_WINDOW (window));

  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), name);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  g_assert_nonnull (find_mapped (fixture->window, BRIDGE_TYPE_DATE_ENTRY));
}

static gboolean
match_card (GtkWidget     *widget,
            gconstpointer  boundary)
{
  return BRIDGE_IS_BOUNDARY_CARD (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (bridge_boundary_card_get_id (BRIDGE_BOUNDARY_CARD (widget)),
                    bridge_boundary_get_id (BRIDGE_BOUNDARY ((gpointer) boundary))) == 0;
}

static GtkWidget *
find_button_of (GtkWidget      *window,
                BridgeBoundary *boundary,
                const char     *label)
{
  GtkWidget *card = find_widget (window, match_card, boundary);

  g_assert_nonnull (card);
  return find_button (card, label);
}

static GtkWidget *
get_focus (RitualsFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The day to look at a boundary leads to where something can be done about it, also from the history of another. */
static void
test_open_boundary (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  g_autoptr (BridgeBoundary) first = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, me);
  g_autoptr (BridgeBoundary) second = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, me);
  g_autoptr (BridgeBoundary) other =
    bridge_space_add_boundary (fixture->space, first, "No calls after ten.", BRIDGE_LOCAL_NONE, NULL);
  g_autoptr (BridgeBoundary) stored =
    bridge_space_add_boundary (fixture->space, second, "No calls before eight.", BRIDGE_LOCAL_NONE, NULL);
  g_autofree char *name = bridge_one_off_format_name (BRIDGE_SUBJECT_BOUNDARY, bridge_boundary_get_id (stored));
  GtkWidget *window = show (fixture, 800, 600);

  bridge_window_open_target (BRIDGE_WINDOW (window), name);
  settle ();
  g_assert_true (get_focus (fixture) == find_button_of (window, stored, "_Edit"));

  click (find_button_of (window, other, "_History"));
  settle ();
  bridge_window_open_target (BRIDGE_WINDOW (window), name);
  settle ();
  g_assert_true (get_focus (fixture) == find_button_of (window, stored, "_Edit"));
}

static void
test_undo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("A small win", 0);
  g_autoptr (BridgeWin) stored = NULL;
  GtkWidget *window = show (fixture, 800, 600);
  guint n = 0;

  stored = bridge_space_add_win (fixture->space, win, NULL);
  g_assert_nonnull (stored);
  gtk_widget_activate_action (window, "win.undo", NULL);
  g_assert_true (bridge_space_count_wins (fixture->space, 0, 40000 * BRIDGE_DAY, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  settle ();
  g_assert_true (bridge_space_can_redo (fixture->space));
  gtk_widget_activate_action (window, "win.redo", NULL);
  g_assert_true (bridge_space_count_wins (fixture->space, 0, 40000 * BRIDGE_DAY, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_strip (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  GtkWidget *window = show (fixture, 800, 600);

  g_assert_null (find_label (window, "Reminders are off."));
  ritual = rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  settle ();
  g_assert_nonnull (find_label (window, "Reminders are off."));
  click (find_button (window, "_Turn On"));
  g_assert_true (bridge_space_get_reminders_on (fixture->space));
  g_assert_null (find_label (window, "Reminders are off."));
}

/* Without a bus the window says what that means. */
static void
test_no_service (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  g_autofree char *address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  GtkWidget *window = show (fixture, 800, 600);

  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  bridge_window_set_link (BRIDGE_WINDOW (window), link);
  g_assert_null (find_label (window, "Reminders only arrive while this window is open."));
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  bridge_service_link_connect (link);
  settle ();
  if (address != NULL)
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_assert_cmpint (bridge_service_link_get_state (link), ==, BRIDGE_LINK_ABSENT);
  g_assert_nonnull (find_label (window, "Reminders only arrive while this window is open."));
}

static void
retry_cb (BridgeWindow *window,
          gboolean     *retried)
{
  *retried = TRUE;
}

static void
test_trouble (void)
{
  g_autoptr (GError) error = g_error_new_literal (BRIDGE_ERROR, BRIDGE_ERROR_NEWER, "Written by a <newer> Footbridge.");
  GtkWidget *window = bridge_window_new (NULL);
  gboolean retried = FALSE;

  g_signal_connect (window, "retry", G_CALLBACK (retry_cb), &retried);
  bridge_window_show_trouble (BRIDGE_WINDOW (window), error);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_nonnull (find_label (window, "Written by a &lt;newer&gt; Footbridge."));
  assert_all_named (window);
  click (find_button (window, "_Try Again"));
  g_assert_true (retried);

  /* Nothing that needs a space does anything. */
  gtk_widget_activate_action (window, "win.new-win", NULL);
  gtk_widget_activate_action (window, "win.preferences", NULL);
  gtk_widget_activate_action (window, "win.reliability", NULL);
  bridge_window_open_target (BRIDGE_WINDOW (window), "rituals");

  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
}

/* From the first run to Today, in one window. */
static void
test_first_run (void)
{
  RitualsFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  fixture.folder = g_dir_make_tmp ("bridge-window-XXXXXX", &error);
  fixture.clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  fixture.space = bridge_space_open (fixture.folder, fixture.clock, &error);
  g_assert_no_error (error);

  window = show (&fixture, 800, 600);
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_FIRST_RUN));

  /* There is no list of promises yet, as there is no other page. */
  gtk_widget_activate_action (window, "win.promises", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  bridge_window_open_target (BRIDGE_WINDOW (window), "rituals");
  g_assert_null (find_type (window, BRIDGE_TYPE_RITUALS_PAGE));
  click (find_button (window, "_Begin"));
  gtk_widget_activate_action (window, "win.back", NULL);
  click (find_button (window, "_Begin"));
  click (find_button (window, "_Skip the Rest"));
  g_assert_null (find_type (window, BRIDGE_TYPE_FIRST_RUN));
  g_assert_nonnull (find_mapped (window, BRIDGE_TYPE_TODAY_PAGE));

  rituals_fixture_tear_down (&fixture, NULL);
}

/* One column of keys, which fits the narrowest window, and each of them is read with what it does. */
static void
test_shortcuts (void)
{
  GtkWidget *window = bridge_shortcuts_new (NULL);
  int minimum = 0;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_nonnull (find_label (window, "Small win"));
  g_assert_nonnull (find_label (window, "Ctrl+N"));
  g_assert_nonnull (find_label (window, "Alt+Left"));
  assert_all_named (window);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* In lines like words: what has no room goes to the next one. */
static void
test_wrap (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *children[3];
  int minimum = 0;
  int natural = 0;

  gtk_widget_set_layout_manager (box, bridge_wrap_layout_new ());
  for (int i = 0; i < 3; i++)
    {
      children[i] = gtk_picture_new ();
      gtk_widget_set_size_request (children[i], 100, 20);
      gtk_box_append (GTK_BOX (box), children[i]);
    }

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 312);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 312, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 311, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 46);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 72);
  gtk_widget_set_visible (children[1], FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 206, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);

  /* In a single line each may gain something, of what there is and no more than was said. */
  gtk_widget_set_visible (children[1], TRUE);
  bridge_wrap_layout_set_most_gain (BRIDGE_WRAP_LAYOUT (gtk_widget_get_layout_manager (box)), 10);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 312);
  gtk_widget_allocate (box, 400, 20, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (children[2]), ==, 110);
  gtk_widget_allocate (box, 327, 20, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (children[2]), ==, 105);
  gtk_widget_allocate (box, 311, 46, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (children[2]), ==, 100);

  g_object_unref (box);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/lazy", "Robin", test_lazy);
  ADD ("/window/page-focus", "Robin", test_page_focus);
  ADD ("/window/narrow", "Robin", test_narrow);
  ADD ("/window/narrow-solo", NULL, test_narrow);
  ADD ("/window/wide", "Robin", test_wide);
  ADD ("/window/open-ritual", "Robin", test_open_ritual);
  ADD ("/window/resized-meanwhile", "Robin", test_resized_meanwhile);
  ADD ("/window/open-word", "Robin", test_open_word);
  ADD ("/window/open-today", "Robin", test_open_today);
  ADD ("/window/open-promise", "Robin", test_open_promise);
  ADD ("/window/open-boundary", "Robin", test_open_boundary);
  ADD ("/window/undo", "Robin", test_undo);
  ADD ("/window/strip", "Robin", test_strip);
  ADD ("/window/no-service", "Robin", test_no_service);
  g_test_add_func ("/window/trouble", test_trouble);
  g_test_add_func ("/window/first-run", test_first_run);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/wrap", test_wrap);

  return g_test_run ();
}
