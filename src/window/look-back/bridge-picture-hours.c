/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include <math.h>

#include "bridge-canvas.h"
#include "bridge-ritual-words.h"
#include "bridge-words.h"

#define ROW 22.0
#define ROW_MANY 17.0
#define MANY 12 /* rows */
#define ROWS_MIN 4
#define SPACE 10
#define CIRCLE_MIN 2.5

/* The hours in which something was, and some around them. */
static void
find_hours (const BridgeLookBack *look_back,
            int                  *first,
            int                  *last)
{
  *first = 24;
  *last = -1;
  for (int weekday = 0; weekday < 7; weekday++)
    for (int hour = 0; hour < 24; hour++)
      {
        if (look_back->hours[weekday][hour] == 0)
          continue;
        *first = MIN (*first, hour);
        *last = MAX (*last, hour);
      }
  if (*last < 0)
    {
      *first = 17;
      *last = 20;
    }
  while (*last - *first + 1 < ROWS_MIN)
    {
      *first = MAX (*first - 1, 0);
      *last = MIN (*last + 1, 23);
    }
}

static double
get_row (const BridgeLookBack *look_back,
         PangoContext         *pango,
         int                   rows)
{
  return MAX (rows > MANY ? ROW_MANY : ROW, bridge_canvas_get_line (pango) + 2);
}

/**
 * bridge_picture_get_hours_height:
 * @look_back: figures
 * @pango: what knows the font
 *
 * Returns: how high the picture of weekdays and hours is
 */
double
bridge_picture_get_hours_height (const BridgeLookBack *look_back,
                                 PangoContext         *pango)
{
  int first, last;

  find_hours (look_back, &first, &last);
  return bridge_canvas_get_line (pango) + SPACE + (last - first + 1) * get_row (look_back, pango, last - first + 1);
}

/**
 * bridge_picture_draw_hours:
 * @canvas: what to draw on
 * @look_back: figures
 *
 * Draws a circle for each hour of the week in which rituals were kept, larger where they were more.
 */
void
bridge_picture_draw_hours (BridgeCanvas         *canvas,
                           const BridgeLookBack *look_back)
{
  double line = bridge_canvas_get_line (canvas->pango);
  g_autofree char *widest = bridge_words_time (20 * BRIDGE_HOUR);
  double left = bridge_canvas_measure (canvas->pango, widest) + SPACE;
  double column = (canvas->width - left) / 7;
  guint most = 1;
  int first, last;
  double row, radius;

  find_hours (look_back, &first, &last);
  row = get_row (look_back, canvas->pango, last - first + 1);
  radius = MIN (row, column) / 2 - 1.5;
  for (int i = 0; i < 7 * 24; i++)
    most = MAX (most, look_back->hours[i / 24][i % 24]);

  for (int hour = first; hour <= last; hour++)
    {
      g_autofree char *time = bridge_words_time (hour * BRIDGE_HOUR);
      double y = line + SPACE + (hour - first + 0.5) * row;

      bridge_canvas_text (canvas, time, 0, y - line / 2, 0, 0.72);
      bridge_canvas_set_colour (canvas, &canvas->colours.text, 0.08);
      cairo_rectangle (canvas->cr, canvas->mirrored ? canvas->width - left - 7 * column : left, floor (y), 7 * column, 1);
      cairo_fill (canvas->cr);
    }
  for (int i = 0; i < 7; i++)
    {
      int weekday = (look_back->range.first_weekday - 1 + i) % 7;
      g_autofree char *name = bridge_weekday_to_words (weekday + 1, FALSE);
      double x = left + (i + 0.5) * column;

      bridge_canvas_text (canvas, name, x, 0, 0.5, 0.8);
      for (int hour = first; hour <= last; hour++)
        {
          guint n = look_back->hours[weekday][hour];

          if (n == 0)
            continue;
          bridge_canvas_circle (canvas, x, line + SPACE + (hour - first + 0.5) * row,
                                MAX (radius * sqrt ((double) n / most), CIRCLE_MIN));
          bridge_canvas_set_colour (canvas, &canvas->colours.warm, 1);
          cairo_fill (canvas->cr);
        }
    }
}
