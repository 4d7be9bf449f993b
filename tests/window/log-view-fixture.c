/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-ids.h"
#include "bridge-win-row.h"
#include "log-view-fixture.h"

static char *
make_text (guint i)
{
  static const char *const more[] = {
    "", " after all", ", and nobody knew why; we only found out much later, on the way home, when it did not matter any more",
    ". It was late, it rained, the bus had gone, and we stood there and laughed until somebody opened a window and asked whether"
    " all was well; and it was, for the first time in weeks, which neither of us said until the next morning at breakfast",
  };

  return g_strdup_printf ("Number %u%s", i, more[i * 7 % G_N_ELEMENTS (more)]);
}

/* The newest first, as the log has them: three a day back from the day of the fixture. */
void
add_many (RitualsFixture *fixture,
          guint           n)
{
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_database_begin (db, &error));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = make_text (i);
      g_autofree char *id = bridge_id_new ();
      g_autoptr (BridgeWin) win = bridge_win_new (text, today - (BridgeLocal) (i / 3) * BRIDGE_DAY);

      g_object_set (win, "id", id, "created-at", (gint64) n - i, "updated-at", (gint64) n - i, NULL);
      g_assert_true (bridge_store_save_win (db, win, &error));
    }
  g_assert_true (bridge_database_commit (db, &error));
  g_assert_no_error (error);
}

GtkWidget *
show_page (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_celebrate_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();

  return page;
}

static gboolean
match_text (GtkWidget     *widget,
            gconstpointer  data)
{
  BridgeWin *win = BRIDGE_IS_WIN_ROW (widget) ? bridge_win_row_get_win (BRIDGE_WIN_ROW (widget)) : NULL;

  return win != NULL && gtk_widget_get_mapped (widget) && g_strcmp0 (bridge_win_get_text (win), data) == 0;
}

GtkWidget *
find_shown_win (GtkWidget  *page,
                const char *text)
{
  return find_widget (page, match_text, text);
}

/* Rows come with a frame, which on a busy machine takes its time. */
GtkWidget *
find_win (GtkWidget  *page,
          const char *text)
{
  for (int i = 0; i < 100 && find_shown_win (page, text) == NULL; i++)
    settle ();

  return find_shown_win (page, text);
}

static int
compare_shown (gconstpointer a,
               gconstpointer b)
{
  const Shown *one = a, *other = b;

  return one->y < other->y ? -1 : one->y > other->y;
}

/* The rows that can be seen, from above. */
static GArray *
look (GtkWidget *view)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      BridgeWinRow *win_row = bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row));
      BridgeWin *win = win_row != NULL ? bridge_win_row_get_win (win_row) : NULL;
      graphene_rect_t bounds;
      Shown one;

      if (!gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, view, &bounds))
        continue;
      if (bounds.origin.y >= gtk_widget_get_height (view) || bounds.origin.y + bounds.size.height <= 0)
        continue;

      g_assert_true (win != NULL || win_row == NULL);
      one = (Shown) { row, win != NULL ? bridge_win_get_text (win) : NULL, bounds.origin.y, bounds.size.height };
      g_array_append_val (shown, one);
    }
  g_array_sort (shown, compare_shown);

  return shown;
}

/* Whether there is nothing between the rows, and after them only what is not there. */
static gboolean
is_whole (GArray    *shown,
          GtkWidget *view)
{
  float y;

  if (shown->len == 0)
    return FALSE;

  y = g_array_index (shown, Shown, 0).y;
  if (y > 0.5f)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      Shown *one = &g_array_index (shown, Shown, i);

      if (ABS (one->y - y) > 1)
        return FALSE;
      y += one->height;
    }

  return y >= gtk_widget_get_height (view) - 1;
}

GArray *
look_until_whole (GtkWidget *view)
{
  for (int i = 0;; i++)
    {
      GArray *shown;

      settle ();
      shown = look (view);
      if (is_whole (shown, view))
        return shown;
      if (i == 100)
        for (guint j = 0; j < shown->len; j++)
          g_test_message ("“%s” at %g, %g high", g_array_index (shown, Shown, j).text, g_array_index (shown, Shown, j).y,
                          g_array_index (shown, Shown, j).height);
      g_assert_cmpint (i, <, 100);
      g_array_unref (shown);
    }
}

GtkAdjustment *
get_adjustment (GtkWidget *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

void
assert_number (const Shown *shown,
               guint        number)
{
  g_autofree char *text = make_text (number);

  g_assert_cmpstr (shown->text, ==, text);
}

Shown *
get_last (GArray *shown)
{
  return &g_array_index (shown, Shown, shown->len - 1);
}

GtkWidget *
get_focused_row (RitualsFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);

  return BRIDGE_IS_LOG_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, BRIDGE_TYPE_LOG_ROW);
}

const char *
get_focused_text (RitualsFixture *fixture)
{
  GtkWidget *row = get_focused_row (fixture);
  BridgeWinRow *win_row = row != NULL ? bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row)) : NULL;

  return win_row != NULL ? bridge_win_get_text (bridge_win_row_get_win (win_row)) : NULL;
}

int
get_focused_number (RitualsFixture *fixture)
{
  const char *text = get_focused_text (fixture);
  int number = -1;

  if (text != NULL)
    g_assert_cmpint (sscanf (text, "Number %d", &number), ==, 1);

  return number;
}
