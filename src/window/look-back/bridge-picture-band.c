/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include <math.h>

#include "bridge-canvas.h"

#define SPACE 10
#define TOP 6
#define DOT 3.0
#define TAPER 0.3
#define LEAST 0.16 /* half of the height of a band in which all are alike, in steps of the scale */

typedef struct {
  BridgeCanvas *canvas;
  const BridgeLookBack *look_back;
  const GdkRGBA *colour;
  int scale;
  double left;
  double top;
  double step; /* from one word to the next */
} Plot;

static BridgeScale
get_scale (BridgeFigure figure)
{
  return figure == BRIDGE_FIGURE_MOOD ? BRIDGE_SCALE_MOOD : BRIDGE_SCALE_TALKING;
}

/**
 * bridge_picture_get_band_left:
 * @figure: mood, or talking
 * @pango: what knows the font
 *
 * Returns: how much room the words of the scale take
 */
double
bridge_picture_get_band_left (BridgeFigure  figure,
                              PangoContext *pango)
{
  double widest = 0;

  for (int value = 1; value <= BRIDGE_SCALE_MAX; value++)
    widest = MAX (widest, bridge_canvas_measure (pango, bridge_scale_get_word (get_scale (figure), value)));
  return widest + SPACE;
}

static double
get_y (const Plot *plot,
       double      value)
{
  return plot->top + (BRIDGE_SCALE_MAX - value + 0.5) * plot->step;
}

static const BridgeLookBackBand *
get_band (const Plot *plot,
          guint       index)
{
  return &bridge_look_back_get_period (plot->look_back, index)->bands[plot->scale];
}

static double
get_from (const Plot *plot,
          guint       index)
{
  return bridge_picture_day_to_x (plot->canvas, plot->look_back, plot->left,
                                  bridge_look_back_get_period (plot->look_back, index)->from);
}

static double
get_middle (const Plot *plot,
            guint       index)
{
  int to = bridge_look_back_get_period (plot->look_back, index)->to;

  return (get_from (plot, index) + bridge_picture_day_to_x (plot->canvas, plot->look_back, plot->left, to)) / 2;
}

static void
draw_words (const Plot   *plot,
            BridgeFigure  figure)
{
  double line = bridge_canvas_get_line (plot->canvas->pango);

  for (int value = 1; value <= BRIDGE_SCALE_MAX; value++)
    {
      double y = get_y (plot, value);

      bridge_canvas_text (plot->canvas, bridge_scale_get_word (get_scale (figure), value), 0, y - line / 2, 0, 0.8);
      bridge_canvas_set_colour (plot->canvas, &plot->canvas->colours.text, 0.08);
      cairo_rectangle (plot->canvas->cr, plot->canvas->mirrored ? 0 : plot->left, floor (y), plot->canvas->width - plot->left, 1);
      cairo_fill (plot->canvas->cr);
    }
}

static double
get_edge (const BridgeLookBackBand *band,
          int                       side)
{
  if (side == 0)
    return band->middle;
  return side > 0 ? MAX (band->high, band->middle + LEAST) : MIN (band->low, band->middle - LEAST);
}

/* A soft line through one edge of the periods from @first to @last, forwards or backwards. It begins and ends where the
 * periods do, and narrows there. @side: 1 the upper edge, -1 the lower one, 0 the middle */
static void
trace (const Plot *plot,
       guint       first,
       guint       last,
       int         side,
       gboolean    backwards)
{
  BridgeCanvas *canvas = plot->canvas;
  double half = (get_middle (plot, first) - get_from (plot, first)) * 0.8;
  guint n = last - first + 1;
  double before_x = 0;
  double before_y = 0;

  /* Each end once more, at its outside. */
  for (guint i = 0; i < n + 2; i++)
    {
      guint place = backwards ? n + 1 - i : i;
      guint index = first + CLAMP (place, 1, n) - 1;
      double x = get_middle (plot, index) + (place == 0 ? -half : place == n + 1 ? half : 0);
      double middle = get_band (plot, index)->middle;
      gboolean end = place == 0 || place == n + 1;
      double y = get_y (plot, middle + (get_edge (get_band (plot, index), side) - middle) * (end ? TAPER : 1));

      if (i == 0 && !backwards)
        cairo_move_to (canvas->cr, bridge_canvas_x (canvas, x), y);
      else if (i == 0)
        cairo_line_to (canvas->cr, bridge_canvas_x (canvas, x), y);
      else
        cairo_curve_to (canvas->cr, bridge_canvas_x (canvas, (before_x + x) / 2), before_y,
                        bridge_canvas_x (canvas, (before_x + x) / 2), y, bridge_canvas_x (canvas, x), y);
      before_x = x;
      before_y = y;
    }
}

static void
draw_band (const Plot *plot,
           guint       first,
           guint       last)
{
  cairo_t *cr = plot->canvas->cr;

  cairo_new_path (cr);
  trace (plot, first, last, 1, FALSE);
  trace (plot, first, last, -1, TRUE);
  cairo_close_path (cr);
  bridge_canvas_set_colour (plot->canvas, plot->colour, 0.26);
  cairo_fill (cr);

  cairo_new_path (cr);
  trace (plot, first, last, 0, FALSE);
  bridge_canvas_set_colour (plot->canvas, plot->colour, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

/* Too few for a band: each for itself, the same ones together. */
static void
draw_dots (const Plot *plot,
           guint       index)
{
  const BridgeLookBackBand *band = get_band (plot, index);

  for (int value = 1; value <= BRIDGE_SCALE_MAX; value++)
    {
      if (band->values[value - 1] == 0)
        continue;
      bridge_canvas_circle (plot->canvas, get_middle (plot, index), get_y (plot, value), DOT * sqrt (band->values[value - 1]));
      bridge_canvas_set_colour (plot->canvas, plot->colour, 0.85);
      cairo_fill (plot->canvas->cr);
    }
}

/**
 * bridge_picture_draw_band:
 * @canvas: what to draw on
 * @look_back: figures
 * @figure: mood, or talking
 *
 * Draws where the middle half of the check-ins lay, as a soft band, and dots where there are too few of them.
 */
void
bridge_picture_draw_band (BridgeCanvas         *canvas,
                          const BridgeLookBack *look_back,
                          BridgeFigure          figure)
{
  double line = bridge_canvas_get_line (canvas->pango);
  double height = MAX (BRIDGE_PICTURE_PLOT, 5 * (line + 4));
  Plot plot = {
    .canvas = canvas,
    .look_back = look_back,
    .colour = figure == BRIDGE_FIGURE_MOOD ? &canvas->colours.warm : &canvas->colours.water,
    .scale = bridge_figure_get_scale (figure),
    .left = bridge_picture_get_band_left (figure, canvas->pango),
    .top = TOP,
    .step = height / BRIDGE_SCALE_MAX,
  };

  bridge_picture_draw_rests (canvas, look_back, plot.left, TOP, TOP + height);
  draw_words (&plot, figure);
  bridge_picture_draw_axis (canvas, look_back, plot.left, TOP + height);

  for (guint i = 0; i < look_back->periods->len; i++)
    {
      guint last = i;

      if (get_band (&plot, i)->n < BRIDGE_LOOK_BACK_MIN)
        {
          draw_dots (&plot, i);
          continue;
        }
      while (last + 1 < look_back->periods->len && get_band (&plot, last + 1)->n >= BRIDGE_LOOK_BACK_MIN)
        last++;
      draw_band (&plot, i, last);
      i = last;
    }
}
