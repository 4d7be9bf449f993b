/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include <math.h>

#include "bridge-canvas.h"

#define HEIGHT 96.0
#define WATER 68.0 /* where the surface is */
#define DROP 5.5
#define BRIDGE_MIN 40.0
#define RISE 26.0
#define LANTERN 4.0
#define WAVE 24.0

static void
draw_water (BridgeCanvas *canvas)
{
  cairo_t *cr = canvas->cr;

  cairo_new_path (cr);
  cairo_move_to (cr, 0, WATER + 4);
  for (double x = 0; x < canvas->width; x += WAVE)
    cairo_curve_to (cr, x + WAVE / 3, WATER, x + WAVE * 2 / 3, WATER + 8, x + WAVE, WATER + 4);
  cairo_line_to (cr, canvas->width + WAVE, HEIGHT);
  cairo_line_to (cr, 0, HEIGHT);
  cairo_close_path (cr);
  cairo_save (cr);
  cairo_clip (cr);
  cairo_rectangle (cr, 0, 0, canvas->width, HEIGHT);
  bridge_canvas_set_colour (canvas, &canvas->colours.water, 0.16);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* From the pause to the talk, an arch; they may lie days apart. What was learnt is a light on it. */
static void
draw_bridge (BridgeCanvas              *canvas,
             const BridgeLookBack      *look_back,
             const BridgeLookBackPause *pause)
{
  double from = bridge_picture_day_to_x (canvas, look_back, 0, pause->day) + 0.5;
  double to = bridge_picture_day_to_x (canvas, look_back, 0, MIN (MAX (pause->talk_day, pause->day), look_back->range.today) + 1);
  double x = CLAMP (from, DROP + 1, canvas->width - DROP - 1);
  double end = MIN (MAX (to, x + BRIDGE_MIN), canvas->width - 2);
  double begin = MIN (x, end - BRIDGE_MIN);
  cairo_t *cr = canvas->cr;

  if (pause->talk_day >= 0)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, bridge_canvas_x (canvas, begin), WATER + 2);
      cairo_curve_to (cr, bridge_canvas_x (canvas, begin + (end - begin) * 0.3), WATER - RISE * 1.2,
                      bridge_canvas_x (canvas, begin + (end - begin) * 0.7), WATER - RISE * 1.2,
                      bridge_canvas_x (canvas, end), WATER + 2);
      bridge_canvas_set_colour (canvas, &canvas->colours.warm, 1);
      cairo_set_line_width (cr, 3);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke (cr);
    }
  if (pause->lesson)
    {
      double middle = pause->talk_day >= 0 ? (begin + end) / 2 : x;

      bridge_canvas_circle (canvas, middle, WATER - RISE - 12, LANTERN * 2.4);
      bridge_canvas_set_colour (canvas, &canvas->colours.warm, 0.2);
      cairo_fill (cr);
      bridge_canvas_circle (canvas, middle, WATER - RISE - 12, LANTERN);
      bridge_canvas_set_colour (canvas, &canvas->colours.warm, 1);
      cairo_fill (cr);
    }
  bridge_canvas_circle (canvas, pause->talk_day >= 0 ? begin : x, WATER + 4, DROP);
  bridge_canvas_set_colour (canvas, &canvas->colours.water, 1);
  cairo_fill (cr);
}

/**
 * bridge_picture_draw_pauses:
 * @canvas: what to draw on
 * @look_back: figures
 *
 * Draws pauses in the water of the weeks, and the bridges that led on from them.
 */
void
bridge_picture_draw_pauses (BridgeCanvas         *canvas,
                            const BridgeLookBack *look_back)
{
  bridge_picture_draw_rests (canvas, look_back, 0, 8, WATER + 4);
  draw_water (canvas);
  bridge_picture_draw_axis (canvas, look_back, 0, HEIGHT);
  for (guint i = look_back->pauses->len; i > 0; i--)
    draw_bridge (canvas, look_back, &g_array_index (look_back->pauses, BridgeLookBackPause, i - 1));
}
