/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-fit-label.h"
#include "bridge-log-filter.h"
#include "bridge-log-text.h"
#include "bridge-log-view.h"
#include "bridge-window.h"
#include "calendar-fixture.h"

/* The bar over the log in a small window: what stands in it, and the way out of it. */

#define WIDTH 800
#define HEIGHT 600

static GtkWidget *
show_search (RitualsFixture *fixture)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("A detour", local ("2026-11-21"));
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, NULL);
  GtkWidget *bar;

  g_assert_nonnull (stored);
  g_object_unref (rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED));
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "celebrate");
  activate (fixture->window);
  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle ();
  bar = gtk_widget_get_ancestor (find_type (fixture->window, BRIDGE_TYPE_LOG_FILTER), GTK_TYPE_SEARCH_BAR);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  return bar;
}

static gboolean
match_placeholder (GtkWidget     *widget,
                   gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_widget_get_css_name (widget), "placeholder");
}

static void
assert_placeholder_fits (GtkWidget *bar)
{
  GtkWidget *placeholder = find_widget (find_type (bar, GTK_TYPE_SEARCH_ENTRY), match_placeholder, NULL);

  g_assert_nonnull (placeholder);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (placeholder))));
}

static gboolean
match_choice (GtkWidget     *widget,
              gconstpointer  data)
{
  return GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget) && gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)) == 0;
}

/* What to type there can be read to its end, also beside all that can be chosen. */
static void
test_placeholder (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *bar = show_search (fixture);
  GtkWidget *choice;

  assert_placeholder_fits (bar);
  for (int i = 0; i < 3; i++)
    {
      choice = find_widget (bar, match_choice, NULL);
      g_assert_nonnull (choice);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
      settle ();
      assert_placeholder_fits (bar);
    }
  g_assert_null (find_widget (bar, match_choice, NULL));
}

static gboolean
match_chosen (GtkWidget     *widget,
              gconstpointer  data)
{
  return GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
match_cut (GtkWidget     *widget,
           gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL &&
         pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* All of it stands in one line as long as it can be read there; who, what and of which kind can be read in any case. */
static void
test_one_line (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *bar = show_search (fixture);
  GtkWidget *filter = find_type (bar, BRIDGE_TYPE_LOG_FILTER);

  g_assert_nonnull (find_widget (bar, match_chosen, NULL));
  for (int i = 0; i <= 3; i++)
    {
      GtkWidget *choice = find_widget (bar, match_choice, NULL);
      graphene_rect_t entry = get_bounds (find_type (bar, GTK_TYPE_SEARCH_ENTRY), filter);
      graphene_rect_t star = get_bounds (find_button (bar, "Starred Only"), filter);

      if (i <= 1)
        g_assert_cmpfloat (ABS (graphene_rect_get_y (&star) - graphene_rect_get_y (&entry)), <, 6);
      g_assert_null (find_widget (bar, match_cut, NULL));
      if (choice == NULL)
        break;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
      settle ();
    }
}

static GtkWidget *
show_telephone (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "celebrate");
  activate (fixture->window);
  settle ();
  for (int i = 0; i < 100 && gtk_widget_get_width (fixture->window) > 360; i++)
    settle ();
  return find_type (fixture->window, BRIDGE_TYPE_CELEBRATE_PAGE);
}

static void
assert_whole (GtkWidget *part,
              GtkWidget *bar)
{
  graphene_rect_t bounds = get_bounds (part, bar);

  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (bar));
}

/* All of what was found by what can be read, however many lines that takes, and the way back beside it. */
static void
test_many_lines (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  static const guint chosen[] = { BRIDGE_WIN_REPAIR + 1, 1, 1 };
  GtkWidget *page, *bar, *found;

  g_object_unref (rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED));
  page = show_telephone (fixture);
  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle ();
  bar = gtk_widget_get_ancestor (find_type (page, BRIDGE_TYPE_LOG_FILTER), GTK_TYPE_SEARCH_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (bar, match_choice, NULL)), chosen[i]);
      settle ();
    }
  click (find_button (bar, "Starred Only"));
  for (int i = 0; i < 20; i++)
    settle ();
  found = find_type (bar, BRIDGE_TYPE_LOG_TEXT);
  assert_whole (found, bar);
  assert_whole (find_button (bar, "_Clear All"), bar);
}

static gboolean
match_class (GtkWidget     *widget,
             gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, data);
}

/* On a telephone, too, one can read what is asked and which page it is, and close the window. */
static void
test_telephone (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *page = show_telephone (fixture);
  GtkWidget *title, *entry, *placeholder;
  PangoLayout *layout;
  g_autoptr (PangoLayout) words = NULL;
  int width;

  entry = find_type (page, GTK_TYPE_ENTRY);
  placeholder = find_widget (entry, match_placeholder, NULL);
  layout = gtk_label_get_layout (GTK_LABEL (placeholder));
  g_assert_false (pango_layout_is_ellipsized (layout));

  title = find_type (find_type (fixture->window, ADW_TYPE_HEADER_BAR), BRIDGE_TYPE_FIT_LABEL);
  g_assert_true (gtk_widget_get_mapped (title));
  words = gtk_widget_create_pango_layout (title, "Celebrate");
  pango_layout_get_pixel_size (words, &width, NULL);
  g_assert_cmpint (gtk_widget_get_width (title), >=, width);
  g_assert_nonnull (find_widget (fixture->window, match_class, "close"));
  g_assert_null (find_widget (fixture->window, match_class, "minimize"));
}

static gboolean
match_card (GtkWidget     *widget,
            gconstpointer  data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, data);
}

/* A card that comes in is as wide as those that are there. */
static void
test_memory (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *bar = show_search (fixture);
  graphene_rect_t memory, win;

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  settle ();
  for (int i = 0; i < 100 && find_widget (fixture->window, match_card, "win-card") == NULL; i++)
    settle ();
  win = get_bounds (find_widget (fixture->window, match_card, "win-card"), fixture->window);
  click (find_button (find_type (fixture->window, BRIDGE_TYPE_CELEBRATE_PAGE), "A Warm Memory"));
  settle ();
  memory = get_bounds (find_widget (fixture->window, match_card, "bridge-memory"), fixture->window);
  g_assert_cmpfloat (ABS (memory.origin.x - win.origin.x), <, 0.5);
  g_assert_cmpfloat (ABS (memory.size.width - win.size.width), <, 0.5);
}

static void
assert_left (RitualsFixture *fixture,
             GtkWidget      *bar)
{
  GtkWidget *focus;

  settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_false (bridge_log_filter_is_set (BRIDGE_LOG_FILTER (find_type (bar, BRIDGE_TYPE_LOG_FILTER))));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_false (gtk_widget_is_ancestor (focus, bar));
}

/* Escape leaves the search from whatever of it has the focus, and from what was found. */
static void
test_escape (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *bar = show_search (fixture);
  GtkWidget *choice = find_widget (bar, match_choice, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), BRIDGE_WIN_OTHER + 1);
  settle ();
  g_assert_true (gtk_widget_grab_focus (choice));
  press (fixture->window, GDK_KEY_Escape, 0);
  assert_left (fixture, bar);

  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle ();
  g_assert_true (gtk_widget_grab_focus (find_button (bar, "Starred Only")));
  press (fixture->window, GDK_KEY_Escape, 0);
  assert_left (fixture, bar);

  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle ();
  g_assert_true (gtk_widget_child_focus (find_type (fixture->window, BRIDGE_TYPE_LOG_VIEW), GTK_DIR_TAB_FORWARD));
  press (fixture->window, GDK_KEY_Escape, 0);
  assert_left (fixture, bar);

  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle ();
  g_signal_emit_by_name (find_type (bar, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  assert_left (fixture, bar);
}

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", "menu:minimize,maximize,close", NULL);
  gtk_css_provider_load_from_resource (style, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  ADD ("/window/log-search/placeholder", test_placeholder);
  ADD ("/window/log-search/one-line", test_one_line);
  ADD ("/window/log-search/many-lines", test_many_lines);
  ADD ("/window/log-search/telephone", test_telephone);
  ADD ("/window/log-search/memory", test_memory);
  ADD ("/window/log-search/escape", test_escape);

  return g_test_run ();
}
