/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-fixture.h"

/* Where the focus is in the log, what is shown of that, and what a screen reader hears of it. */

/* The focus goes where keys send it, is always to be seen, and waits where the wheel left it. */
static void
test_focus (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (GArray) shown = NULL;
  GtkWidget *page, *view;
  guint last = 0;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  shown = look_until_whole (view);
  gtk_widget_grab_focus (g_array_index (shown, Shown, 1).row);
  assert_focused_number (fixture, 0);

  for (guint i = 1; i < 20; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
      settle ();
      assert_focused_number (fixture, i);
      g_assert_true (gtk_widget_compute_bounds (get_focused_row (fixture), view, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view) + 1);
    }
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_UP));
  assert_focused_number (fixture, 18);

  for (int i = 0; i < 3; i++)
    {
      int number = 0;

      g_signal_emit_by_name (view, "move", GTK_SCROLL_PAGE_DOWN);
      settle ();
      g_assert_cmpint (sscanf (get_focused_text (fixture), "Number %d", &number), ==, 1);
      g_assert_cmpint (number, >, (int) MAX (last, 18) + 1);
      last = (guint) number;
    }
  g_signal_emit_by_name (view, "move", GTK_SCROLL_PAGE_UP);
  settle ();
  g_assert_cmpstr (get_focused_text (fixture), !=, NULL);

  /* In a row: the row, its star, its menu, and then the next row. */
  g_signal_emit_by_name (view, "move", GTK_SCROLL_START);
  settle ();
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
  assert_focused_number (fixture, 0);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_css_class (gtk_root_get_focus (GTK_ROOT (fixture->window)), "win-star"));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focused_number (fixture, 0);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focused_number (fixture, 1);
  g_assert_true (BRIDGE_IS_LOG_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  assert_focused_number (fixture, 0);

  /* Out of sight. */
  gtk_adjustment_set_value (get_adjustment (view), 4000);
  g_array_unref (shown);
  shown = look_until_whole (view);
  assert_focused_number (fixture, 0);
  for (guint i = 0; i < shown->len; i++)
    g_assert_true (g_array_index (shown, Shown, i).row != get_focused_row (fixture));
  gtk_widget_grab_focus (get_focused_row (fixture));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
  settle ();
  assert_focused_number (fixture, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), <, 2000);
}

static void
assert_focus_in_view (RitualsFixture *fixture,
                      GtkWidget      *view)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_is_ancestor (focus, view));
  g_assert_true (gtk_widget_compute_bounds (focus, view, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, -1);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view) + 1);
}

/* A view by itself: the page puts its own head above the log again, once its search has found that nothing is looked for. */
static GtkWidget *
show_view (RitualsFixture *fixture)
{
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = g_object_new (BRIDGE_TYPE_LOG_VIEW, NULL);

  bridge_log_view_set_wins (BRIDGE_LOG_VIEW (view), fixture->space, BRIDGE_PAGED_LIST (wins));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  rituals_fixture_show (fixture, scroller);
  settle ();
  return view;
}

/* Of a head that is higher than the view, what has the focus is in sight, and all can be read by pages. */
static void
test_high_head (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view;
  graphene_rect_t bounds;
  GtkAdjustment *adjustment;
  double height, value;
  int pages = 0;

  add_many (fixture, FEW);
  view = show_view (fixture);
  adjustment = get_adjustment (view);
  for (int i = 0; i < 12; i++)
    {
      GtkWidget *button = gtk_button_new_with_label ("Something");

      gtk_widget_set_size_request (button, -1, 200);
      gtk_box_append (GTK_BOX (box), button);
    }
  bridge_log_view_set_head (BRIDGE_LOG_VIEW (view), box);
  g_array_unref (look_until_whole (view));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (box), view, &bounds));
  height = bounds.size.height;
  g_assert_cmpfloat (height, >, 2 * gtk_widget_get_height (view));

  /* With its end in sight, and with nothing of it. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GArray) shown = NULL;

      gtk_adjustment_set_value (adjustment, height + (i == 0 ? -150 : 0));
      shown = look_until_whole (view);
      gtk_widget_grab_focus (g_array_index (shown, Shown, i == 0 ? 1 : 0).row);
      settle ();
      g_assert_true (gtk_widget_get_mapped (gtk_widget_get_parent (box)) == (i == 0));
      assert_focused_number (fixture, 0);
      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
      settle ();
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == gtk_widget_get_last_child (box));
      assert_focus_in_view (fixture, view);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, height - 250); /* no further than that needs */
    }
  while (gtk_root_get_focus (GTK_ROOT (fixture->window)) != gtk_widget_get_first_child (box))
    {
      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
      settle ();
      assert_focus_in_view (fixture, view);
    }

  g_signal_emit_by_name (view, "move", GTK_SCROLL_START);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  for (;; pages++)
    {
      value = gtk_adjustment_get_value (adjustment);
      g_signal_emit_by_name (view, "move", GTK_SCROLL_PAGE_DOWN);
      settle ();
      if (get_focused_number (fixture) >= 0)
        break;
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, value);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=, value + gtk_widget_get_height (view));
      g_assert_cmpint (pages, <, 20);
    }
  g_assert_cmpint (pages, >=, 2);
  g_assert_cmpfloat (value + gtk_widget_get_height (view), >=, height);
}

/* So with a row that is higher than the view. */
static void
test_high_row (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (GArray) shown = NULL;
  graphene_rect_t bounds;
  GtkWidget *page, *view, *row;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  gtk_adjustment_set_value (get_adjustment (view), 3000);
  shown = look_until_whole (view);
  row = g_array_index (shown, Shown, 1).row;
  gtk_widget_grab_focus (row);
  settle ();
  gtk_widget_set_size_request (GTK_WIDGET (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row))), -1,
                               3 * gtk_widget_get_height (view));
  g_array_unref (shown);
  shown = look_until_whole (view);
  gtk_adjustment_set_value (get_adjustment (view), gtk_adjustment_get_value (get_adjustment (view))
                                                     + 1.5 * gtk_widget_get_height (view));
  settle ();
  g_assert_true (gtk_widget_compute_bounds (row, view, &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, gtk_widget_get_height (view));

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  settle ();
  g_assert_true (gtk_widget_has_css_class (gtk_root_get_focus (GTK_ROOT (fixture->window)), "win-star"));
  assert_focus_in_view (fixture, view);
}

/* A window that comes into use again gives the focus back to where it was; what was scrolled to stays. */
static void
test_return (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *page, *view;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);

  for (int i = 0; i < 2; i++)
    {
      double value;

      g_array_unref (look_until_whole (view));
      g_signal_emit_by_name (view, "move", GTK_SCROLL_START);
      settle ();
      if (i == 1)
        g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
      settle ();
      assert_focused_number (fixture, i - 1);
      gtk_adjustment_set_value (get_adjustment (view), 4000);
      g_array_unref (look_until_whole (view));
      value = gtk_adjustment_get_value (get_adjustment (view));
      g_assert_cmpfloat (value, >, 3000);

      gtk_widget_set_focus_child (view, NULL);
      settle ();
      gtk_widget_set_focus_child (view, get_focused_row (fixture));
      settle ();
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_adjustment (view)), value, 1);
      assert_focused_number (fixture, i - 1);
    }

  /* Whoever goes on by keys is taken along. */
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  settle ();
  assert_focused_number (fixture, 0);
  assert_focus_in_view (fixture, view);
}

/* There are rows only for what can be seen: where they are in the list has to be said. */
static void
test_positions (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (GArray) shown = NULL;
  g_autoptr (BridgeWin) fresh = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  GtkWidget *page, *view, *row, *empty;

  add_many (fixture, FEW);
  page = show_page (fixture);
  view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
  shown = look_until_whole (view);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_LIST);
  row = g_array_index (shown, Shown, 0).row;
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET, 1);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_SET_SIZE, FEW + 1);

  gtk_adjustment_set_value (get_adjustment (view), 3000);
  g_array_unref (shown);
  shown = look_until_whole (view);
  for (guint i = 0; i < 2; i++)
    {
      Shown *one = &g_array_index (shown, Shown, 1);
      int number = -1;

      g_assert_cmpint (sscanf (one->text, "Number %d", &number), ==, 1);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (one->row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_clear_pointer (&words, g_free);
      words = bridge_win_row_dup_words (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (one->row)));
      g_assert_nonnull (strstr (words, one->text));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (one->row), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (one->row), GTK_ACCESSIBLE_RELATION_POS_IN_SET, number + 2 + (int) i);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (one->row), GTK_ACCESSIBLE_RELATION_SET_SIZE, FEW + 1 + (int) i);
      if (i == 1)
        break;

      fresh = bridge_win_new ("Something new", today);
      stored = bridge_space_add_win (fixture->space, fresh, &error);
      g_assert_no_error (error);
      g_array_unref (shown);
      shown = look_until_whole (view);
    }

  /* A list of nothing has nowhere to go. */
  empty = g_object_ref_sink (g_object_new (BRIDGE_TYPE_LOG_VIEW, NULL));
  g_signal_emit_by_name (empty, "move", GTK_SCROLL_PAGE_DOWN);
  g_assert_null (gtk_widget_get_first_child (empty));
  g_object_unref (empty);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/log-view-focus/focus", test_focus);
  ADD ("/log-view-focus/high-head", test_high_head);
  ADD ("/log-view-focus/high-row", test_high_row);
  ADD ("/log-view-focus/return", test_return);
  ADD ("/log-view-focus/positions", test_positions);
#undef ADD

  return g_test_run ();
}
