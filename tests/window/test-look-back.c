/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "bridge-canvas.h"
#include "bridge-figure-card.h"
#include "bridge-figure-export.h"
#include "bridge-figure-picture.h"
#include "bridge-figure-table.h"
#include "bridge-look-back-view.h"
#include "bridge-reflect-page.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

/* ---- Records, from none to hostile ---- */

typedef enum {
  NOTHING,
  ONE,
  FEW,
  YEAR,
  DECADE,
  HOSTILE,
  N_RECORDS,
} Kind;

static void
add_day (BridgeLookBackRecord *record,
         GRand                *chance,
         int                   day,
         guint                 n)
{
  BridgeLookBackMoment moment = {
    (BridgeLocal) day * BRIDGE_DAY + g_rand_int_range (chance, 6, 23) * BRIDGE_HOUR,
    (BridgeLookBackKind) g_rand_int_range (chance, 0, BRIDGE_N_LOOK_BACK_KINDS), n,
  };
  BridgeLookBackCheckIn check_in = { day, g_rand_int_range (chance, 0, 6), g_rand_int_range (chance, 0, 6) };

  g_array_append_val (record->moments, moment);
  g_array_append_val (record->check_ins, check_in);
}

static BridgeLookBack *
make (Kind  kind,
      guint weeks)
{
  static const int days[N_RECORDS] = { 0, 1, 20, 370, 3660, 12 };
  g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (kind);
  int today = bridge_local_get_day (local ("2026-11-22T18:00"));
  BridgeLookBackRange range = { today, 1, weeks };

  for (int ago = 0; ago < days[kind]; ago += kind == FEW ? 5 : 1)
    {
      add_day (record, chance, today - ago, 1);
      if (kind == YEAR || kind == DECADE)
        add_day (record, chance, today - ago / 2, 1);
    }
  if (kind >= ONE)
    {
      BridgeLookBackPause pause = { today - 1, today, TRUE, TRUE };
      BridgeLookBackMoment ritual = { (BridgeLocal) today * BRIDGE_DAY + 19 * BRIDGE_HOUR, BRIDGE_LOOK_BACK_RITUALS, 1 };
      BridgeLookBackCheckIn check_in = { today, 3, 4 };

      g_array_append_val (record->pauses, pause);
      g_array_append_val (record->moments, ritual);
      g_array_append_val (record->check_ins, check_in);
    }
  if (kind == HOSTILE)
    {
      BridgeLookBackSpan always = { G_MININT / 2, G_MAXINT };
      BridgeLookBackSpan never = { today, today - 5 };

      /* A million in one week, and something at the beginning of time. */
      add_day (record, chance, today, 1000000);
      add_day (record, chance, today - 40 * 366, 1);
      add_day (record, chance, today - 29 * 365, 3);
      g_array_append_val (record->away, always);
      g_array_append_val (record->recovery, never);
      g_array_append_val (record->recovery, always);
      for (int i = 0; i < 40; i++)
        {
          BridgeLookBackPause pause = { today - i, i % 3 == 0 ? -1 : today + 400, FALSE, i % 2 == 0 };

          g_array_append_val (record->pauses, pause);
        }
    }
  return bridge_look_back_new (record, &range);
}

/* ---- Pictures ---- */

/* How much of what a widget draws is in the one colour or the other. */
static guint
count_coloured (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                                             + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        {
          int red = (row[x] >> 16) & 0xff;
          int blue = row[x] & 0xff;

          n += row[x] >> 24 > 0x60 && ABS (red - blue) > 40;
        }
    }
  cairo_surface_destroy (surface);
  return n;
}

static gboolean
match_picture (GtkWidget     *widget,
               gconstpointer  data)
{
  return BRIDGE_IS_FIGURE_PICTURE (widget) && gtk_widget_get_mapped (widget)
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG;
}

static void
show_card (RitualsFixture   *fixture,
           GtkWidget        *card,
           int               width,
           GtkTextDirection  direction)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), card);
  fixture->window = gtk_window_new ();
  gtk_widget_set_direction (card, direction);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static void
close_window (RitualsFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  settle ();
}

/* Every picture of every record, narrow and wide: there where something is, never wider than the window, and coloured. */
static void
test_pictures (RitualsFixture *fixture,
               gconstpointer   partner)
{
  static const guint weeks[] = { 8, 53, BRIDGE_LOOK_BACK_ALL };
  static const int widths[] = { 360, 1280 };

  for (Kind kind = NOTHING; kind < N_RECORDS; kind++)
    for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
      {
        g_autoptr (BridgeLookBack) figures = make (kind, weeks[(kind + figure) % G_N_ELEMENTS (weeks)]);
        GtkTextDirection direction = figure % 2 == kind % 2 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL;
        int width = widths[(figure + kind / 2) % G_N_ELEMENTS (widths)];
        GtkWidget *card = bridge_figure_card_new (figure);
        guint entries = bridge_look_back_count (figures, figure, 0);

        bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
        show_card (fixture, card, width, direction);
        g_assert_cmpint (gtk_widget_get_visible (card), ==, entries > 0);
        if (entries > 0)
          {
            GtkWidget *picture = find_widget (card, match_picture, NULL);

            g_assert_nonnull (picture);
            g_assert_cmpint (gtk_widget_get_width (fixture->window), ==, width);
            g_assert_cmpint (gtk_widget_get_width (card), <=, width);
            g_assert_cmpuint (count_coloured (picture), >, 10);
            assert_all_named (fixture->window);
          }
        close_window (fixture);
      }
}

static gboolean
match_toggle (GtkWidget     *widget,
              gconstpointer  data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), data) == 0;
}

static gboolean
match_sideways (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
         && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The pane around a picture is named, and a stop of Tab only where there is something to move; buttons say of which card they
 * are. */
static void
test_panes (RitualsFixture *fixture,
            gconstpointer   partner)
{
  static const guint weeks[] = { 8, 53 };

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      g_autoptr (BridgeLookBack) figures = make (YEAR, weeks[i]);
      GtkWidget *card = bridge_figure_card_new (BRIDGE_FIGURE_MOMENTS);
      GtkWidget *pane;
      GtkAdjustment *adjustment;

      bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
      show_card (fixture, card, 360, GTK_TEXT_DIR_LTR);
      pane = find_widget (card, match_sideways, NULL);
      gtk_test_accessible_assert_property (pane, GTK_ACCESSIBLE_PROPERTY_LABEL, "Shared Moments by Week");
      g_assert_cmpint (gtk_widget_get_focusable (pane), ==, weeks[i] > 8);
      adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (pane));
      g_assert_cmpint (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment), ==, weeks[i] > 8);
      /* The bar that is over it then does not strike its words out. */
      g_assert_cmpint (gtk_widget_get_height (find_widget (card, match_picture, NULL)) + 6, <=, gtk_widget_get_height (pane));
      gtk_test_accessible_assert_property (find_type (card, GTK_TYPE_MENU_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Save the picture “Shared Moments by Week”");
      gtk_test_accessible_assert_property (find_widget (card, match_toggle, "view-list-symbolic"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Show “Shared Moments by Week” as a table");
      close_window (fixture);
    }
}

/* A screen reader hears what is called what, and what it shows. */
static void
test_accessible (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeLookBack) figures = make (ONE, 8);
  GtkWidget *card = bridge_figure_card_new (BRIDGE_FIGURE_MOMENTS);
  GtkWidget *picture;

  bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
  show_card (fixture, card, 600, GTK_TEXT_DIR_LTR);
  picture = find_widget (card, match_picture, NULL);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Shared Moments by Week");
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 shared moments in the last 8 weeks.");
  g_assert_nonnull (find_label (card, "2 shared moments in the last 8 weeks."));
  g_assert_nonnull (find_label (card, "from 2 entries"));
}

static gboolean
match_icon (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), data) == 0;
}

/* The table has the rows of the figures, and each is one sentence. */
static void
test_table (RitualsFixture *fixture,
            gconstpointer   partner)
{
  for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
    {
      g_autoptr (BridgeLookBack) figures = make (YEAR, 53);
      g_autoptr (BridgeLookBackTable) table = bridge_look_back_make_table (figures, figure, 0);
      GtkWidget *card = bridge_figure_card_new (figure);
      GtkWidget *toggle;

      bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
      show_card (fixture, card, 360, GTK_TEXT_DIR_LTR);
      toggle = find_widget (card, match_toggle, "view-list-symbolic");
      g_assert_null (find_type (card, BRIDGE_TYPE_FIGURE_TABLE));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      settle ();
      g_assert_cmpuint (count_widgets (card, GTK_TYPE_LIST_BOX_ROW, TRUE), ==, table->rows->len);
      g_assert_null (find_widget (card, match_picture, NULL));
      g_assert_cmpint (gtk_widget_get_width (fixture->window), ==, 360);
      assert_all_named (fixture->window);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
      settle ();
      g_assert_nonnull (find_widget (card, match_picture, NULL));
      close_window (fixture);
    }
}

static void
test_row_sentence (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeLookBack) figures = make (ONE, 8);
  g_autoptr (BridgeLookBackTable) table = bridge_look_back_make_table (figures, BRIDGE_FIGURE_HOURS, 0);
  GtkWidget *widget = bridge_figure_table_new ();

  bridge_figure_table_show (BRIDGE_FIGURE_TABLE (widget), table, "Rituals");
  show_card (fixture, widget, 400, GTK_TEXT_DIR_LTR);
  gtk_test_accessible_assert_property (find_type (widget, GTK_TYPE_LIST_BOX_ROW), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Weekday Sunday, From 19:00, Rituals 1");
}

/* Where its end is, seen from the end of what is shown of it. */
static double
get_hidden_end (GtkWidget *picture)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (picture, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (picture, scroller, &bounds));
  return bounds.origin.x + bounds.size.width - gtk_widget_get_width (scroller);
}

static void
resize (RitualsFixture *fixture,
        int             width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  while (gtk_widget_get_width (fixture->window) != width)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

/* What has no room is scrolled, and the newest is seen first. */
static void
test_newest_first (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeLookBack) figures = make (YEAR, 53);
  GtkWidget *card = bridge_figure_card_new (BRIDGE_FIGURE_MOMENTS);
  GtkWidget *scroller;
  GtkAdjustment *adjustment;

  bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
  show_card (fixture, card, 360, GTK_TEXT_DIR_LTR);
  scroller = gtk_widget_get_ancestor (find_widget (card, match_picture, NULL), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 1);

  /* Also where there was room first. */
  resize (fixture, 1000);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment), gtk_adjustment_get_page_size (adjustment), 1);
  resize (fixture, 360);
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  g_assert_cmpfloat_with_epsilon (get_hidden_end (find_widget (card, match_picture, NULL)), 0, 1);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 1);
}

static void
test_years (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeLookBack) figures = make (DECADE, BRIDGE_LOOK_BACK_ALL);
  GtkWidget *card = bridge_figure_card_new (BRIDGE_FIGURE_DAYS);
  GtkWidget *earlier, *later;
  int sheets = 1;

  bridge_figure_card_show (BRIDGE_FIGURE_CARD (card), figures, FALSE);
  show_card (fixture, card, 600, GTK_TEXT_DIR_LTR);
  earlier = find_widget (card, match_icon, "go-previous-symbolic");
  later = find_widget (card, match_icon, "go-next-symbolic");
  g_assert_false (gtk_widget_get_sensitive (later));
  for (; gtk_widget_get_sensitive (earlier); sheets++)
    {
      click (earlier);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_cmpuint (count_coloured (find_widget (card, match_picture, NULL)), >, 0);
    }
  g_assert_cmpint (sheets, ==, bridge_look_back_get_years (figures));
  g_assert_cmpint (sheets, >=, 10);
  g_assert_true (gtk_widget_get_sensitive (later));
}

/* ---- Files ---- */

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Only what a picture needs: no time, no text, nothing about who made it. */
static void
check_png (GBytes *bytes)
{
  static const char *const allowed[] = { "IHDR", "IDAT", "IEND", "bKGD", "sBIT", "pHYs", NULL };
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (read_number (data + 16), >=, 1720);
  g_assert_cmpuint (read_number (data + 20), >=, 300);
  for (gsize at = 8; at + 8 <= length; at += read_number (data + at) + 12)
    {
      g_autofree char *name = g_strndup ((const char *) data + at + 4, 4);

      g_assert_true (g_strv_contains (allowed, name));
    }
}

static void
element_cb (GMarkupParseContext  *context,
            const char           *element,
            const char          **names,
            const char          **values,
            gpointer              user_data,
            GError              **error)
{
  static const char *const forbidden[] = { "image", "metadata", "script", "style", "a", "desc", NULL };
  const char *local_name = strrchr (element, ':');

  g_assert_false (g_strv_contains (forbidden, local_name != NULL ? local_name + 1 : element));
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_suffix (names[i], "href"))
        g_assert_true (g_str_has_prefix (values[i], "#"));
      else if (!g_str_has_prefix (names[i], "xmlns"))
        g_assert_null (strstr (values[i], "//"));
    }
  ++*(guint *) user_data;
}

static void
check_svg (GBytes *bytes)
{
  const GMarkupParser parser = { .start_element = element_cb };
  guint elements = 0;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &elements, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (elements, >, 10);
  g_assert_nonnull (g_strstr_len (data, (gssize) length, "<svg"));
}

static void
test_files (RitualsFixture *fixture,
            gconstpointer   partner)
{
  for (Kind kind = ONE; kind < N_RECORDS; kind++)
    for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
      {
        g_autoptr (BridgeLookBack) figures = make (kind, kind == HOSTILE ? 8 : 53);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) png = bridge_figure_to_bytes (figures, figure, 0, FALSE, FALSE, BRIDGE_PICTURE_PNG, &error);
        g_autoptr (GBytes) svg = bridge_figure_to_bytes (figures, figure, 0, FALSE, TRUE, BRIDGE_PICTURE_SVG, &error);
        g_autoptr (GBytes) again = NULL;

        g_assert_no_error (error);
        check_png (png);
        check_svg (svg);
        again = bridge_figure_to_bytes (figures, figure, 0, FALSE, FALSE, BRIDGE_PICTURE_PNG, &error);
        g_assert_true (g_bytes_equal (png, again)); /* no time is in it */
      }
}

static void
test_save (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeLookBack) figures = make (FEW, 8);
  g_autofree char *path = g_build_filename (fixture->folder, "moments.svg", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "moments.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;

  g_assert_true (bridge_figure_save (figures, BRIDGE_FIGURE_MOMENTS, 0, FALSE, FALSE, BRIDGE_PICTURE_SVG, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "</svg>"));

  g_assert_false (bridge_figure_save (figures, BRIDGE_FIGURE_MOMENTS, 0, FALSE, FALSE, BRIDGE_PICTURE_PNG, nowhere, &error));
  g_assert_true (g_str_has_prefix (error->message, "The folder "));
  g_assert_null (strstr (error->message, "moments.png."));
}

/* ---- The page ---- */

static void
add_win (RitualsFixture *fixture,
         const char     *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("A good moment", local (on));
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

  g_assert_no_error (error);
}

static GtkWidget *
wait_for_label (GtkWidget  *root,
                const char *text)
{
  GtkWidget *label = NULL;

  while ((label = find_label (root, text)) == NULL || !gtk_widget_get_mapped (label))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return label;
}

static void
show_reflect (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static guint
count_cards (GtkWidget *view)
{
  return count_widgets (view, BRIDGE_TYPE_FIGURE_CARD, TRUE);
}

static void
test_empty (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *card;

  show_reflect (fixture);
  card = find_type (fixture->window, BRIDGE_TYPE_LOOK_BACK_CARD);
  wait_for_label (card, partner != NULL ? "What the two of you share will stand here, week by week."
                                        : "What you keep and note will stand here, week by week.");
  g_assert_null (find_widget (card, match_picture, NULL));
  g_assert_true (gtk_widget_get_visible (find_button (card, "A Small _Win")));
  g_assert_null (find_button (card, "_Look Back"));

  /* And one that comes to nothing: there is one sentence and one button. */
  close_window (fixture);
  rituals_fixture_show (fixture, bridge_look_back_view_new (fixture->space, NULL));
  wait_for_label (fixture->window, "What you keep and note will stand here, week by week.");
  g_assert_cmpuint (count_cards (fixture->window), ==, 0);
  assert_all_named (fixture->window);
}

/* What another command changes is seen at once; the range is chosen; Escape leads back to the page. */
static void
test_page (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *card, *view;

  add_win (fixture, "2026-11-20");
  show_reflect (fixture);
  card = find_type (fixture->window, BRIDGE_TYPE_LOOK_BACK_CARD);
  wait_for_label (card, "1 shared moment in the last 8 weeks.");
  g_assert_nonnull (find_widget (card, match_picture, NULL));
  add_win (fixture, "2026-03-20");
  add_win (fixture, "2026-11-21");
  wait_for_label (card, "2 shared moments in the last 8 weeks.");
  assert_all_named (fixture->window);

  click (find_button (card, "_Look Back"));
  view = find_type (fixture->window, BRIDGE_TYPE_LOOK_BACK_VIEW);
  wait_for_label (view, "2 shared moments in the last 8 weeks.");
  g_assert_cmpuint (count_cards (view), ==, 2); /* the weeks, and the days */
  wait_for_label (view, "3 warm days in the last twelve months.");
  assert_all_named (fixture->window);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "A _Year")), TRUE);
  wait_for_label (view, "3 shared moments in the last year.");
  add_win (fixture, "2025-02-01");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "A_ll")), TRUE);
  wait_for_label (view, "4 shared moments since January 2025.");

  gtk_widget_activate_action (fixture->window, "win.back", NULL);
  settle ();
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_LOOK_BACK_VIEW));
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_false (bridge_reflect_page_go_back (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE))));
}

/* What stands on Reflect has titles of one size. */
static void
test_titles (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const char *const titles[] = { "How are you?", "Look back", "Weekly Review", "Private Space" };

  add_win (fixture, "2026-11-20");
  show_reflect (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_true (gtk_widget_has_css_class (wait_for_label (fixture->window, titles[i]), "title-4"));
}

/* Whoever closes the window while something is worked out leaves nothing behind. */
static void
test_closed_meanwhile (RitualsFixture *fixture,
                       gconstpointer   partner)
{
  GtkWidget *view;

  add_win (fixture, "2026-11-20");
  view = bridge_look_back_view_new (fixture->space, NULL);
  rituals_fixture_show (fixture, view);
  for (int i = 0; i < 5; i++)
    add_win (fixture, "2026-11-21");
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  close_window (fixture);
  g_assert_null (view);
}

/* In a week that begins on another day. */
static void
test_first_weekday (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *view, *toggle;

  set_first_weekday ("monday");
  add_win (fixture, "2026-11-20");
  view = bridge_look_back_view_new (fixture->space, NULL);
  rituals_fixture_show (fixture, view);
  wait_for_label (view, "1 shared moment in the last 8 weeks.");
  toggle = find_widget (view, match_toggle, "view-list-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  wait_for_label (view, "16 November 2026");
  set_first_weekday ("saturday");
  wait_for_label (view, "14 November 2026");
}

/* How much is there of what shades the days in which somebody was away, and the quiet ones. */
static guint
sum_rest (gboolean strong)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 40, 40);
  BridgeCanvas canvas = { .cr = cairo_create (surface), .width = 40 };
  const guchar *bytes;
  guint sum = 0;
  int stride;

  bridge_canvas_colours_for_paper (&canvas.colours);
  canvas.colours.strong = strong;
  bridge_canvas_rest (&canvas, BRIDGE_LOOK_BACK_DAY_AWAY, 0, 0, 20, 40);
  bridge_canvas_rest (&canvas, BRIDGE_LOOK_BACK_DAY_RECOVERY, 20, 0, 20, 40);
  cairo_destroy (canvas.cr);
  cairo_surface_flush (surface);
  bytes = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < 40; y++)
    for (int x = 0; x < 40; x++)
      sum += bytes[y * stride + x];
  cairo_surface_destroy (surface);
  return sum;
}

static void
test_high_contrast (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  guint soft = sum_rest (FALSE);
  guint strong = sum_rest (TRUE);

  g_assert_cmpuint (soft, >, 0);
  g_assert_cmpuint (strong, >, 3 * soft / 2);
}

/* The colours of the program, which an application loads by itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

#define ADD(name, partner, func) \
  g_test_add ("/look-back/" name, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("pictures", "Ben", test_pictures);
  ADD ("accessible", "Ben", test_accessible);
  ADD ("panes", "Ben", test_panes);
  ADD ("table", "Ben", test_table);
  ADD ("row-sentence", "Ben", test_row_sentence);
  ADD ("newest-first", "Ben", test_newest_first);
  ADD ("years", "Ben", test_years);
  ADD ("files", "Ben", test_files);
  ADD ("save", "Ben", test_save);
  ADD ("empty", "Ben", test_empty);
  ADD ("empty-alone", NULL, test_empty);
  ADD ("page", "Ben", test_page);
  ADD ("titles", "Ben", test_titles);
  ADD ("closed-meanwhile", "Ben", test_closed_meanwhile);
  ADD ("first-weekday", "Ben", test_first_weekday);
  ADD ("high-contrast", "Ben", test_high_contrast);
#undef ADD

  return g_test_run ();
}
