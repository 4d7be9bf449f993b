/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-log-filter.h"
#include "bridge-log-heights.h"
#include "bridge-log-text.h"
#include "bridge-season-heading.h"
#include "log-view-fixture.h"

static void
search (GtkWidget  *page,
        const char *text)
{
  GtkEditable *entry = bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (find_type (page, BRIDGE_TYPE_LOG_FILTER)));

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_heights (void)
{
  BridgeLogHeights *heights = bridge_log_heights_new ();
  double inside;
  int usual;

  bridge_log_heights_splice (heights, 0, 0, 100);
  g_assert_cmpuint (bridge_log_heights_get_n (heights), ==, 100);
  usual = bridge_log_heights_get (heights, 50);
  g_assert_cmpint (usual, >, 0);
  g_assert_cmpfloat (bridge_log_heights_sum (heights, 100), ==, 100.0 * usual);

  /* What was seen counts, the others are taken for its mean, and that stays. */
  bridge_log_heights_set (heights, 0, 500);
  bridge_log_heights_set (heights, 1, 40);
  bridge_log_heights_set (heights, 2, 60);
  bridge_log_heights_settle (heights);
  g_assert_cmpint (bridge_log_heights_get (heights, 99), ==, 50);
  bridge_log_heights_set (heights, 3, 90);
  bridge_log_heights_settle (heights);
  g_assert_cmpint (bridge_log_heights_get (heights, 99), ==, 50);
  g_assert_cmpfloat (bridge_log_heights_sum (heights, 5), ==, 500 + 40 + 60 + 90 + 50);

  g_assert_cmpuint (bridge_log_heights_find (heights, 0, &inside), ==, 0);
  g_assert_cmpuint (bridge_log_heights_find (heights, 545, &inside), ==, 2);
  g_assert_cmpfloat (inside, ==, 5);
  g_assert_cmpuint (bridge_log_heights_find (heights, 1e9, &inside), ==, 99);

  bridge_log_heights_splice (heights, 1, 1, 0);
  g_assert_cmpint (bridge_log_heights_get (heights, 1), ==, 60);
  g_assert_cmpuint (bridge_log_heights_get_n (heights), ==, 99);
  bridge_log_heights_splice (heights, 1, 0, 2);
  g_assert_cmpint (bridge_log_heights_get (heights, 0), ==, 500);
  g_assert_cmpint (bridge_log_heights_get (heights, 1), ==, 50);
  g_assert_cmpint (bridge_log_heights_get (heights, 3), ==, 60);
  g_assert_cmpint (bridge_log_heights_get (heights, 4), ==, 90);

  /* What has changed where it stands, or at another width. */
  bridge_log_heights_splice (heights, 3, 1, 1);
  g_assert_cmpint (bridge_log_heights_get (heights, 3), ==, 60);
  bridge_log_heights_forget (heights);
  g_assert_cmpint (bridge_log_heights_get (heights, 0), ==, 50);
  bridge_log_heights_splice (heights, 0, bridge_log_heights_get_n (heights), 0);
  g_assert_cmpuint (bridge_log_heights_get_n (heights), ==, 0);
  g_assert_cmpfloat (bridge_log_heights_sum (heights, 0), ==, 0);
  bridge_log_heights_free (heights);
}

static float
measure_drawing (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  graphene_rect_t bounds;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  gsk_render_node_unref (node);

  return bounds.size.height;
}

/* As high as it needs for its width, in the font that the style sheet gives it. */
static void
test_text (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *text = g_object_new (BRIDGE_TYPE_LOG_TEXT, NULL);
  int line, wide, narrow, large, least;
  float drawn;

  rituals_fixture_show (fixture, text);
  bridge_log_text_set_text (BRIDGE_LOG_TEXT (text), "One");
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 600, &line, NULL, NULL, NULL);
  bridge_log_text_set_text (BRIDGE_LOG_TEXT (text), "We stood there and laughed until somebody opened a window, and then some more");
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 150, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (line, >, 0);
  g_assert_cmpint (wide, ==, line);
  g_assert_cmpint (narrow, >=, 3 * line);
  g_assert_cmpint (least, >, 0);
  g_assert_cmpint (least, <, 100);
  g_assert_cmpstr (bridge_log_text_get_text (BRIDGE_LOG_TEXT (text)), ==,
                   "We stood there and laughed until somebody opened a window, and then some more");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "We stood there and laughed until somebody opened a window, and then some more");

  /* It is drawn for the width that it has, whatever it was measured for. */
  settle ();
  drawn = measure_drawing (text);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 70, &narrow, NULL, NULL, NULL);
  gtk_widget_queue_draw (text);
  settle ();
  g_assert_cmpfloat (drawn, >, 0);
  g_assert_cmpfloat (measure_drawing (text), ==, drawn);

  gtk_widget_add_css_class (text, "title-1");
  settle ();
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 2000, &large, NULL, NULL, NULL);
  g_assert_cmpint (large, >, wide);
}

/* Down to the end as with a wheel, and up again: all of them, in their order, each once, and whatever comes touches what was there. */
static void
test_wheel (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page, *view;
  int next = 0;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);

  for (int turn = 0; turn < 2; turn++)
    {
      for (int step = 0; step < 500; step++)
        {
          g_autoptr (GArray) shown = look_until_whole (view);
          double before = gtk_adjustment_get_value (get_adjustment (view));

          for (guint i = 0; i < shown->len; i++)
            {
              Shown *one = &g_array_index (shown, Shown, turn == 0 ? i : shown->len - 1 - i);
              int number = -1;

              if (one->text == NULL)
                continue;
              g_assert_cmpint (sscanf (one->text, "Number %d", &number), ==, 1);
              if (turn == 0)
                g_assert_cmpint (number, <=, next);
              else
                g_assert_cmpint (number, >=, next);
              if (number == next)
                {
                  assert_number (one, (guint) number);
                  next += turn == 0 ? 1 : -1;
                }
            }

          gtk_adjustment_set_value (get_adjustment (view), before + (turn == 0 ? 230 : -230));
          if (gtk_adjustment_get_value (get_adjustment (view)) == before)
            break;
        }
      g_assert_cmpint (next, ==, turn == 0 ? FEW : -1);
      next = turn == 0 ? FEW - 1 : 0;
    }
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), ==, 0);
}

/* By the bar and by keys: the ends are the ends. */
static void
test_leaps (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkAdjustment *adjustment;
  GtkWidget *page, *view;

  add_many (fixture, MANY);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  adjustment = get_adjustment (view);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GArray) end = NULL;
      g_autoptr (GArray) middle = NULL;
      g_autoptr (GArray) top = NULL;
      int number = 0;

      if (i % 2 == 0)
        gtk_adjustment_set_value (adjustment, G_MAXDOUBLE);
      else
        g_signal_emit_by_name (view, "move", GTK_SCROLL_END);
      end = look_until_whole (view);
      assert_number (get_last (end), MANY - 1);
      g_assert_cmpfloat_with_epsilon (get_last (end)->y + get_last (end)->height, gtk_widget_get_height (view), 1);
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 1);
      if (i % 2 == 1)
        assert_focused_number (fixture, MANY - 1);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
      middle = look_until_whole (view);
      g_assert_cmpint (sscanf (g_array_index (middle, Shown, 0).text, "Number %d", &number), ==, 1);
      g_assert_cmpint (number, >, MANY * 4 / 10);
      g_assert_cmpint (number, <, MANY * 6 / 10);
      for (guint j = 0; j < middle->len; j++)
        assert_number (&g_array_index (middle, Shown, j), (guint) number + j);
      g_assert_cmpuint (count_widgets (view, BRIDGE_TYPE_WIN_ROW, FALSE), <, 60);

      if (i % 2 == 0)
        gtk_adjustment_set_value (adjustment, 0);
      else
        g_signal_emit_by_name (view, "move", GTK_SCROLL_START);
      top = look_until_whole (view);
      g_assert_null (g_array_index (top, Shown, 0).text);
      g_assert_cmpfloat (g_array_index (top, Shown, 0).y, ==, 0);
      g_assert_nonnull (find_type (view, BRIDGE_TYPE_SEASON_HEADING));
      assert_number (&g_array_index (top, Shown, 1), 0);
    }
}

/* What comes or goes above, here and below leaves what is seen where it is. */
static void
test_changes (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (BridgeWin) fresh = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *stays = NULL;
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  GtkWidget *page, *view, *row;
  float y;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  gtk_adjustment_set_value (get_adjustment (view), 3000);
  before = look_until_whole (view);
  g_assert_cmpuint (before->len, >, 3);
  stays = g_strdup (g_array_index (before, Shown, 1).text);
  y = g_array_index (before, Shown, 1).y;

  fresh = bridge_win_new ("Something new", today);
  stored = bridge_space_add_win (fixture->space, fresh, &error);
  g_assert_no_error (error);
  after = look_until_whole (view);
  g_assert_cmpstr (g_array_index (after, Shown, 1).text, ==, stays);
  g_assert_cmpfloat_with_epsilon (g_array_index (after, Shown, 1).y, y, 1);

  /* A star changes its row and moves nothing; the focus stays on it. */
  row = g_array_index (after, Shown, 1).row;
  g_assert_true (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row))), "win-row.star", NULL));
  g_array_unref (after);
  after = look_until_whole (view);
  g_assert_true (g_array_index (after, Shown, 1).row == row);
  g_assert_true (bridge_win_get_starred (bridge_win_row_get_win (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row)))));
  g_assert_cmpfloat_with_epsilon (g_array_index (after, Shown, 1).y, y, 1);
  g_assert_true (get_focused_row (fixture) == row);

  /* Whatever had the focus has gone: it is on what came in its place. */
  gone = g_strdup (g_array_index (after, Shown, 2).text);
  row = g_array_index (after, Shown, 1).row;
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row))), "win-row.remove", NULL));
  g_array_unref (after);
  after = look_until_whole (view);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpstr (g_array_index (after, Shown, i).text, !=, stays);
  g_assert_cmpstr (get_focused_text (fixture), ==, gone);
}

static void
test_width (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  GtkWidget *page, *view;
  guint longer = 0;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  gtk_adjustment_set_value (get_adjustment (view), 3000);
  before = look_until_whole (view);

  /* Narrower by its margins: without a window manager nobody resizes a window that is there. */
  gtk_widget_set_margin_end (page, 360);
  after = look_until_whole (view);
  g_assert_cmpint (gtk_widget_get_width (view), <, 400);
  g_assert_cmpstr (g_array_index (after, Shown, 0).text, ==, g_array_index (before, Shown, 0).text);
  for (guint i = 0; i < after->len; i++)
    {
      Shown *wide = &g_array_index (before, Shown, i);
      Shown *narrow = &g_array_index (after, Shown, i);

      g_assert_cmpstr (narrow->text, ==, wide->text);
      if (strlen (wide->text) > 100)
        g_assert_cmpfloat (narrow->height, >, wide->height + 30);
      longer += strlen (wide->text) > 100;
    }
  g_assert_cmpuint (longer, >, 0);

  gtk_widget_set_margin_end (page, 0);
  g_array_unref (after);
  after = look_until_whole (view);
  g_assert_cmpfloat (g_array_index (after, Shown, 0).height, ==, g_array_index (before, Shown, 0).height);
}

static gboolean
match_stack (GtkWidget     *widget,
             gconstpointer  data)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "log") != NULL;
}

/* A long log is searched in a thread: what is there in the end is what was typed last, and all of it. */
static void
test_search (RitualsFixture *fixture,
             gconstpointer   partner)
{
  const BridgeWinQuery query = { .search = "number 89", .kind = -1 };
  g_autoptr (GListModel) wanted = NULL;
  GtkWidget *page, *view, *stack;
  guint n, found = 0;

  add_many (fixture, MANY);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  stack = find_widget (page, match_stack, NULL);
  gtk_adjustment_set_value (get_adjustment (view), 100000);
  settle ();

  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  search (page, "n");
  search (page, "nothing of the kind");
  search (page, "number 89");
  wanted = bridge_space_list_wins (fixture->space, &query);
  n = g_list_model_get_n_items (wanted);
  g_assert_cmpuint (n, >, 100);
  for (int i = 0; i < 200 && find_type (page, BRIDGE_TYPE_SEASON_HEADING) != NULL; i++)
    settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), ==, 0);

  for (int step = 0; step < 500 && found < n; step++)
    {
      g_autoptr (GArray) shown = look_until_whole (view);

      for (guint i = 0; i < shown->len; i++)
        {
          g_autoptr (BridgeWin) next = g_list_model_get_item (wanted, found);

          if (found < n && g_str_equal (bridge_win_get_text (next), g_array_index (shown, Shown, i).text))
            found++;
        }
      gtk_adjustment_set_value (get_adjustment (view), gtk_adjustment_get_value (get_adjustment (view)) + 300);
    }
  g_assert_cmpuint (found, ==, n);

  search (page, "nothing of the kind");
  for (int i = 0; i < 200 && !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "nothing"); i++)
    settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");
  search (page, "");
  for (int i = 0; i < 200 && find_type (page, BRIDGE_TYPE_SEASON_HEADING) == NULL; i++)
    settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "log");
  {
    g_autoptr (GArray) shown = look_until_whole (view);

    g_assert_null (g_array_index (shown, Shown, 0).text);
    assert_number (&g_array_index (shown, Shown, 1), 0);
  }

  /* A page that goes while a thread still reads for it. */
  search (page, "after");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/log-view/heights", test_heights);
#define ADD(path, func) g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/log-view/text", test_text);
  ADD ("/log-view/wheel", test_wheel);
  ADD ("/log-view/leaps", test_leaps);
  ADD ("/log-view/changes", test_changes);
  ADD ("/log-view/width", test_width);
  ADD ("/log-view/search", test_search);
#undef ADD

  return g_test_run ();
}
