/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include "bridge-canvas.h"

/* Each moment is a plank as long as there is room for them one by one; else they grow together. */
#define PLANK 12.0
#define PLANK_SPACE 3.0
#define LEAST 3 /* there is room for so many at least, so that one does not fill it */
#define TOP_SPACE 6
#define PLANK_MIN 4.0
#define COLUMN_MAX 44.0
#define NUMBERED 14 /* up to so many columns each has its number */

static guint
find_most (const BridgeLookBack *look_back)
{
  guint most = 0;

  for (guint i = 0; i < look_back->periods->len; i++)
    most = MAX (most, bridge_look_back_get_period (look_back, i)->n);
  return most;
}

/* The piles are as high as the highest one, up to what is high enough for any. */
static double
get_plot (guint most)
{
  return MIN (MAX (most, LEAST) * (PLANK + PLANK_SPACE), BRIDGE_PICTURE_PLOT);
}

/* How high one moment is, with the space above it. */
static double
get_unit (guint most)
{
  return get_plot (most) / MAX (most, LEAST);
}

static void
draw_planks (BridgeCanvas               *canvas,
             const BridgeLookBackPeriod *period,
             double                      x,
             double                      width,
             double                      bottom,
             double                      unit)
{
  double space = MIN (PLANK_SPACE, unit * 0.25);
  double y = bottom - 2;

  for (int kind = 0; kind < BRIDGE_N_LOOK_BACK_KINDS; kind++)
    {
      double height = period->moments[kind] * unit;

      if (period->moments[kind] == 0)
        continue;
      /* So thin that they would be a grey: one plank for all of a kind. */
      if (unit < PLANK_MIN)
        {
          double gap = height > 3 ? 1 : 0;

          y -= height;
          bridge_canvas_plank (canvas, kind, x, y + gap, width, height - gap);
          continue;
        }
      for (guint i = 0; i < period->moments[kind]; i++)
        {
          y -= unit;
          bridge_canvas_plank (canvas, kind, x, y + space, width, unit - space);
        }
    }
}

/**
 * bridge_picture_get_moments_height:
 * @look_back: figures
 * @pango: what knows the font
 *
 * Returns: how high the picture of weeks or months is
 */
double
bridge_picture_get_moments_height (const BridgeLookBack *look_back,
                                   PangoContext         *pango)
{
  return 2 * (bridge_canvas_get_line (pango) + TOP_SPACE) + get_plot (find_most (look_back));
}

/**
 * bridge_picture_draw_moments:
 * @canvas: what to draw on
 * @look_back: figures
 *
 * Draws a pile of planks for each week or month.
 */
void
bridge_picture_draw_moments (BridgeCanvas         *canvas,
                             const BridgeLookBack *look_back)
{
  guint most = find_most (look_back);
  double unit = get_unit (most);
  double top = bridge_canvas_get_line (canvas->pango) + TOP_SPACE;
  double bottom = top + get_plot (most);
  guint numbered = 0;

  bridge_picture_draw_rests (canvas, look_back, 0, top, bottom);
  bridge_picture_draw_axis (canvas, look_back, 0, bottom);

  for (guint i = 0; i < look_back->periods->len; i++)
    {
      const BridgeLookBackPeriod *period = bridge_look_back_get_period (look_back, i);
      double from = bridge_picture_day_to_x (canvas, look_back, 0, period->from);
      double room = bridge_picture_day_to_x (canvas, look_back, 0, period->to) - from;
      double width = MIN (room * 0.72, COLUMN_MAX);
      double x = from + (room - width) / 2;

      draw_planks (canvas, period, x, width, bottom, unit);
      if (period->n > 0 && (look_back->periods->len <= NUMBERED || (period->n == most && numbered++ == 0)))
        {
          g_autofree char *number = g_strdup_printf ("%u", period->n);

          bridge_canvas_text (canvas, number, x + width / 2, bottom - 2 - period->n * unit - top + 4, 0.5, 0.85);
        }
    }
}
