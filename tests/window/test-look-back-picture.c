/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "bridge-canvas.h"
#include "bridge-look-back.h"
#include "rituals-fixture.h"

/* Small wins on this many days, each of them so many. */
static BridgeLookBack *
make (int   days,
      guint n,
      guint weeks)
{
  g_autoptr (BridgeLookBackRecord) record = bridge_look_back_record_new ();
  BridgeLookBackRange range = { bridge_local_get_day (local ("2026-11-22T18:00")), 1, weeks };

  for (int ago = 0; ago < days; ago++)
    {
      BridgeLookBackMoment moment = { local ("2026-11-20T19:00") - ago * BRIDGE_DAY, BRIDGE_LOOK_BACK_WINS, n };

      g_array_append_val (record->moments, moment);
    }
  return bridge_look_back_new (record, &range);
}

/* Which rows of a picture have something coloured in them, from 0: the first, and how many until the last. */
static void
find_coloured (const BridgeLookBack *figures,
               double               *first,
               double               *height)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  BridgeCanvas canvas = { .pango = pango, .width = 600 };
  cairo_surface_t *surface;
  const guchar *bytes;
  int stride;

  *first = -1;
  *height = bridge_picture_get_height (figures, BRIDGE_FIGURE_MOMENTS, pango, canvas.width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) canvas.width, (int) *height);
  bridge_canvas_colours_for_paper (&canvas.colours);
  canvas.cr = cairo_create (surface);
  gdk_cairo_set_source_rgba (canvas.cr, &canvas.colours.ground);
  cairo_paint (canvas.cr);
  bridge_picture_draw (&canvas, figures, BRIDGE_FIGURE_MOMENTS, 0);
  cairo_destroy (canvas.cr);
  cairo_surface_flush (surface);
  bytes = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < (int) *height && *first < 0; y++)
    for (int x = 0; x < (int) canvas.width; x++)
      {
        guint32 pixel = *(const guint32 *) (const void *) (bytes + y * stride + 4 * x);

        if (ABS ((int) ((pixel >> 16) & 0xff) - (int) (pixel & 0xff)) > 40)
          *first = y;
      }
  cairo_surface_destroy (surface);
  *height -= 2 * (bridge_canvas_get_line (pango) + 6);
  *first -= bridge_canvas_get_line (pango) + 6;
  g_object_unref (pango);
}

/* The picture of the weeks is as high as its highest pile, and that has its top there where the number of it ends. */
static void
test_scale (void)
{
  static const guint numbers[] = { 1, 2, 3, 5, 8, 12, 13, 100, 1000000 };
  double last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (BridgeLookBack) figures = make (1, numbers[i], 8);
      double first, height;

      find_coloured (figures, &first, &height);
      g_assert_cmpfloat (height, >=, last);
      g_assert_cmpfloat (height, <=, BRIDGE_PICTURE_PLOT);
      g_assert_cmpfloat (first, >=, -2);
      if (numbers[i] >= 3)
        g_assert_cmpfloat (first, <=, 8);
      else
        g_assert_cmpfloat (first, <=, 40);
      last = height;
    }
  g_assert_cmpfloat (last, ==, BRIDGE_PICTURE_PLOT);
}

/* Whether there is anything in these columns of what stands under the axis. */
static gboolean
has_words (cairo_surface_t *surface,
           int              top,
           int              from,
           int              to)
{
  const guchar *bytes = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = top; y < cairo_image_surface_get_height (surface); y++)
    for (int x = MAX (from, 0); x < MIN (to, cairo_image_surface_get_width (surface)); x++)
      if (bytes[y * stride + x] > 0x20)
        return TRUE;
  return FALSE;
}

/* Wherever a long picture is scrolled to, no word under it is cut off at a side of what is seen, by more than a soft edge. */
static void
test_no_cut_words (void)
{
  g_autoptr (BridgeLookBack) figures = make (370, 1, 53);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  BridgeCanvas canvas = { .pango = pango };
  int height = (int) ceil (bridge_picture_get_height (figures, BRIDGE_FIGURE_MOMENTS, pango, 0));
  int top = height - (int) bridge_canvas_get_line (pango);

  canvas.width = ceil (bridge_picture_get_min_width (figures, BRIDGE_FIGURE_MOMENTS, pango));
  bridge_canvas_colours_for_paper (&canvas.colours);
  for (int i = 0; i < 120; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) canvas.width, height);

      canvas.mirrored = i % 2 == 1;
      canvas.seen_from = i;
      canvas.seen_to = i + 280;
      canvas.cr = cairo_create (surface);
      bridge_picture_draw (&canvas, figures, BRIDGE_FIGURE_MOMENTS, 0);
      cairo_destroy (canvas.cr);
      cairo_surface_flush (surface);
      g_assert_true (has_words (surface, top, i, i + 280));
      g_assert_false (has_words (surface, top, 0, i - 2));
      g_assert_false (has_words (surface, top, i + 282, (int) canvas.width));
      cairo_surface_destroy (surface);
    }
  g_object_unref (pango);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/look-back/picture/scale", test_scale);
  g_test_add_func ("/look-back/picture/no-cut-words", test_no_cut_words);

  return g_test_run ();
}
