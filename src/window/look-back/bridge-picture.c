/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-canvas.h"
#include "bridge-words.h"

#define SPACE 6
#define PERIOD_WIDTH 10 /* at least, for a week or a month */
#define BAND_WIDTH 4.4  /* the same for a band: a year has room on a phone, with the words of the scale */
#define LABELLED_WEEKS 14 /* up to so many weeks each has its own date, where there is room */
#define SWATCH 14
#define SWATCH_HEIGHT 9
#define LEGEND_SPACE 18
#define LEGEND_LINE 6

/**
 * bridge_picture_day_to_x:
 * @canvas: a canvas
 * @look_back: figures
 * @left: where the first day begins
 * @day: a day number
 *
 * Returns: where @day begins, as one reads
 */
double
bridge_picture_day_to_x (BridgeCanvas         *canvas,
                         const BridgeLookBack *look_back,
                         double                left,
                         int                   day)
{
  int from = bridge_look_back_get_period (look_back, 0)->from;
  int to = bridge_look_back_get_period (look_back, look_back->periods->len - 1)->to;

  return left + (canvas->width - left) * (day - from) / (to - from);
}

/**
 * bridge_picture_draw_rests:
 * @canvas: a canvas
 * @look_back: figures
 * @left: where the first day begins
 * @top: of what is shaded
 * @bottom: of what is shaded
 *
 * Shades times away and the quiet days after a talk.
 */
void
bridge_picture_draw_rests (BridgeCanvas         *canvas,
                           const BridgeLookBack *look_back,
                           double                left,
                           double                top,
                           double                bottom)
{
  const BridgeLookBackDay both = BRIDGE_LOOK_BACK_DAY_AWAY | BRIDGE_LOOK_BACK_DAY_RECOVERY;
  int day = bridge_look_back_get_period (look_back, 0)->from;

  while (day <= look_back->range.today)
    {
      BridgeLookBackDay rest = bridge_look_back_get_day (look_back, day) & both;
      int end = day + 1;
      double x = bridge_picture_day_to_x (canvas, look_back, left, day);

      while (end <= look_back->range.today && (bridge_look_back_get_day (look_back, end) & both) == rest)
        end++;
      if (rest != 0)
        bridge_canvas_rest (canvas, rest, x, top, bridge_picture_day_to_x (canvas, look_back, left, end) - x, bottom - top);
      day = end;
    }
}

/* (transfer full) (nullable) what stands under a period, where something does */
static char *
dup_axis_label (const BridgeLookBack *look_back,
                guint                 index)
{
  const BridgeLookBackPeriod *period = bridge_look_back_get_period (look_back, index);
  g_autoptr (GDateTime) date = NULL;
  BridgeCivil civil;
  int previous_month = 0;

  bridge_local_to_civil ((BridgeLocal) period->from * BRIDGE_DAY, &civil);
  date = g_date_time_new_utc (civil.year, civil.month, civil.day, 0, 0, 0);
  if (look_back->by_month)
    return civil.month == 1 ? g_strdup_printf ("%d", civil.year) : NULL;
  if (look_back->periods->len <= LABELLED_WEEKS)
    /* Translators: a day of a month, short: %-d is the day, %b the month, "16 Nov" */
    return g_date_time_format (date, _("%-d %b"));

  if (index > 0)
    {
      BridgeCivil previous;

      bridge_local_to_civil ((BridgeLocal) bridge_look_back_get_period (look_back, index - 1)->from * BRIDGE_DAY, &previous);
      previous_month = previous.month;
    }
  if (civil.month == previous_month)
    return NULL;
  return civil.month == 1 ? g_strdup_printf ("%d", civil.year) : g_date_time_format (date, "%b");
}

/**
 * bridge_picture_draw_axis:
 * @canvas: a canvas
 * @look_back: figures
 * @left: where the first day begins
 * @bottom: where the axis is
 *
 * Draws the ground on which things stand, with a few dates under it, the latest ones first.
 */
void
bridge_picture_draw_axis (BridgeCanvas         *canvas,
                          const BridgeLookBack *look_back,
                          double                left,
                          double                bottom)
{
  double free_to = canvas->width + SPACE;

  bridge_canvas_set_colour (canvas, &canvas->colours.text, 0.25);
  cairo_rectangle (canvas->cr, canvas->mirrored ? 0 : left, bottom, canvas->width - left, 1);
  cairo_fill (canvas->cr);

  for (guint i = look_back->periods->len; i > 0; i--)
    {
      const BridgeLookBackPeriod *period = bridge_look_back_get_period (look_back, i - 1);
      g_autofree char *label = dup_axis_label (look_back, i - 1);
      double from = bridge_picture_day_to_x (canvas, look_back, left, period->from);
      double middle = (from + bridge_picture_day_to_x (canvas, look_back, left, period->to)) / 2;
      double width = label != NULL ? bridge_canvas_measure (canvas->pango, label) : 0;
      double start = CLAMP (middle - width / 2, left, MAX (left, canvas->width - width));

      if (label == NULL || start + width + SPACE > free_to)
        continue;
      if (!bridge_canvas_shows (canvas, start, start + width))
        continue;
      bridge_canvas_text (canvas, label, start, bottom + 4, 0, 0.72);
      free_to = start;
    }
}

/**
 * bridge_picture_get_min_width:
 * @look_back: figures
 * @figure: a picture of them
 * @pango: what knows the font
 *
 * Returns: the width below which it could not be read
 */
double
bridge_picture_get_min_width (const BridgeLookBack *look_back,
                              BridgeFigure          figure,
                              PangoContext         *pango)
{
  double periods = look_back->periods->len * PERIOD_WIDTH;

  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
    case BRIDGE_FIGURE_PAUSES:
      return MAX (periods, 200);
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      return MAX (look_back->periods->len * BAND_WIDTH, 120) + bridge_picture_get_band_left (figure, pango);
    case BRIDGE_FIGURE_HOURS:
    case BRIDGE_FIGURE_DAYS:
      return 220;
    }
  g_return_val_if_reached (0);
}

/**
 * bridge_picture_get_height:
 * @look_back: figures
 * @figure: a picture of them
 * @pango: what knows the font
 * @width: how wide it is
 *
 * Returns: how high it is then
 */
double
bridge_picture_get_height (const BridgeLookBack *look_back,
                           BridgeFigure          figure,
                           PangoContext         *pango,
                           double                width)
{
  double line = bridge_canvas_get_line (pango);

  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      return bridge_picture_get_moments_height (look_back, pango);
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      return MAX (BRIDGE_PICTURE_PLOT, 5 * (line + 4)) + 2 * SPACE + line;
    case BRIDGE_FIGURE_HOURS:
      return bridge_picture_get_hours_height (look_back, pango);
    case BRIDGE_FIGURE_DAYS:
      return bridge_picture_get_days_height (pango, look_back->range.first_weekday, width);
    case BRIDGE_FIGURE_PAUSES:
      return 96 + SPACE + line;
    }
  g_return_val_if_reached (0);
}

/**
 * bridge_picture_draw:
 * @canvas: what to draw on
 * @look_back: figures
 * @figure: a picture of them
 * @year: of the calendar, which sheet
 *
 * Draws it.
 */
void
bridge_picture_draw (BridgeCanvas         *canvas,
                     const BridgeLookBack *look_back,
                     BridgeFigure          figure,
                     int                   year)
{
  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      bridge_picture_draw_moments (canvas, look_back);
      break;
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      bridge_picture_draw_band (canvas, look_back, figure);
      break;
    case BRIDGE_FIGURE_HOURS:
      bridge_picture_draw_hours (canvas, look_back);
      break;
    case BRIDGE_FIGURE_DAYS:
      bridge_picture_draw_days (canvas, look_back, year);
      break;
    case BRIDGE_FIGURE_PAUSES:
      bridge_picture_draw_pauses (canvas, look_back);
      break;
    }
}

/* ---- What the shapes mean ---- */

typedef struct {
  BridgeCanvas *canvas;
  double x;
  double y;
  double line;
} Legend;

/* Moves on to where the swatch of @label is, in the next line if there is no room in this one. Words follow it. */
static gboolean
next_entry (Legend     *legend,
            const char *label,
            double     *x,
            double     *y)
{
  double width = SWATCH + SPACE + bridge_canvas_measure (legend->canvas->pango, label);

  if (legend->x > 0 && legend->x + width > legend->canvas->width)
    {
      legend->x = 0;
      legend->y += legend->line + LEGEND_LINE;
    }
  *x = legend->x;
  *y = legend->y + (legend->line - SWATCH_HEIGHT) / 2;
  legend->x += width + LEGEND_SPACE;
  if (legend->canvas->cr == NULL)
    return FALSE;
  bridge_canvas_text (legend->canvas, label, *x + SWATCH + SPACE, legend->y, 0, 0.8);
  return TRUE;
}

static void
add_kinds (Legend               *legend,
           const BridgeLookBack *look_back)
{
  double x, y;

  for (int kind = 0; kind < BRIDGE_N_LOOK_BACK_KINDS; kind++)
    {
      if (look_back->moments[kind] > 0 && next_entry (legend, bridge_look_back_kind_get_label (kind), &x, &y))
        bridge_canvas_plank (legend->canvas, kind, x, y, SWATCH, SWATCH_HEIGHT);
    }
}

/* Those since @day. */
static void
add_rests (Legend               *legend,
           const BridgeLookBack *look_back,
           int                   day)
{
  BridgeLookBackDay all = BRIDGE_LOOK_BACK_DAY_PLAIN;
  double x, y;

  for (; day <= look_back->range.today; day++)
    all |= bridge_look_back_get_day (look_back, day);
  if ((all & BRIDGE_LOOK_BACK_DAY_AWAY) && next_entry (legend, _("Away"), &x, &y))
    bridge_canvas_rest (legend->canvas, BRIDGE_LOOK_BACK_DAY_AWAY, x, y, SWATCH, SWATCH_HEIGHT);
  if ((all & BRIDGE_LOOK_BACK_DAY_RECOVERY) && next_entry (legend, _("Quiet days after a talk"), &x, &y))
    bridge_canvas_rest (legend->canvas, BRIDGE_LOOK_BACK_DAY_RECOVERY, x, y, SWATCH, SWATCH_HEIGHT);
}

static void
add_band (Legend               *legend,
          const BridgeLookBack *look_back,
          BridgeFigure          figure)
{
  const GdkRGBA *colour = figure == BRIDGE_FIGURE_MOOD ? &legend->canvas->colours.warm : &legend->canvas->colours.water;
  int scale = bridge_figure_get_scale (figure);
  gboolean band = FALSE;
  gboolean dots = FALSE;
  double x, y;

  for (guint i = 0; i < look_back->periods->len; i++)
    {
      guint n = bridge_look_back_get_period (look_back, i)->bands[scale].n;

      band = band || n >= BRIDGE_LOOK_BACK_MIN;
      dots = dots || (n > 0 && n < BRIDGE_LOOK_BACK_MIN);
    }
  if (band && next_entry (legend, _("The middle half of the check-ins"), &x, &y))
    {
      bridge_canvas_box (legend->canvas, x, y, SWATCH, SWATCH_HEIGHT, 3);
      bridge_canvas_set_colour (legend->canvas, colour, 0.3);
      cairo_fill (legend->canvas->cr);
      bridge_canvas_box (legend->canvas, x, y + SWATCH_HEIGHT / 2.0 - 1, SWATCH, 2, 1);
      bridge_canvas_set_colour (legend->canvas, colour, 1);
      cairo_fill (legend->canvas->cr);
    }
  if (dots && next_entry (legend, _("Single check-ins, where they are few"), &x, &y))
    {
      bridge_canvas_circle (legend->canvas, x + SWATCH / 2.0, y + SWATCH_HEIGHT / 2.0, 3.5);
      bridge_canvas_set_colour (legend->canvas, colour, 0.85);
      cairo_fill (legend->canvas->cr);
    }
}

static void
add_days (Legend               *legend,
          const BridgeLookBack *look_back)
{
  static const struct {
    BridgeLookBackDay day;
    const char *label;
  } marks[] = {
    { BRIDGE_LOOK_BACK_DAY_WARM, N_("A moment") },
    { BRIDGE_LOOK_BACK_DAY_WARMER, N_("More than one") },
    { BRIDGE_LOOK_BACK_DAY_AWAY, N_("Away") },
    { BRIDGE_LOOK_BACK_DAY_RECOVERY, N_("Quiet days after a talk") },
  };
  BridgeLookBackDay all = BRIDGE_LOOK_BACK_DAY_WARM | BRIDGE_LOOK_BACK_DAY_WARMER;
  double x, y;

  for (guint i = 0; i < look_back->days->len; i++)
    all |= g_array_index (look_back->days, guint8, i);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if ((all & marks[i].day) != 0 && next_entry (legend, _(marks[i].label), &x, &y))
        bridge_canvas_day (legend->canvas, marks[i].day, x, y - 1, SWATCH - 3);
    }
}

static void
add_pauses (Legend               *legend,
            const BridgeLookBack *look_back)
{
  BridgeCanvas *canvas = legend->canvas;
  double x, y;

  if (next_entry (legend, _("A pause"), &x, &y))
    {
      bridge_canvas_circle (canvas, x + SWATCH / 2.0, y + SWATCH_HEIGHT / 2.0, 4.5);
      bridge_canvas_set_colour (canvas, &canvas->colours.water, 1);
      cairo_fill (canvas->cr);
    }
  if (look_back->n_talks > 0 && next_entry (legend, _("A talk"), &x, &y))
    {
      cairo_new_path (canvas->cr);
      cairo_arc (canvas->cr, bridge_canvas_x (canvas, x + SWATCH / 2.0), y + SWATCH_HEIGHT, SWATCH / 2.0 - 1.5, G_PI, 0);
      bridge_canvas_set_colour (canvas, &canvas->colours.warm, 1);
      cairo_set_line_width (canvas->cr, 2.5);
      cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke (canvas->cr);
    }
  if (look_back->n_lessons > 0 && next_entry (legend, _("What it taught is written down"), &x, &y))
    {
      bridge_canvas_circle (canvas, x + SWATCH / 2.0, y + SWATCH_HEIGHT / 2.0, 3.5);
      bridge_canvas_set_colour (canvas, &canvas->colours.warm, 1);
      cairo_fill (canvas->cr);
    }
}

/**
 * bridge_picture_draw_legend:
 * @canvas: what to draw on; without a context it is only measured
 * @look_back: figures
 * @figure: a picture of them
 * @top: where it begins
 *
 * Says what the shapes of a picture mean, those that there are.
 *
 * Returns: how high it is; 0: there is nothing to say
 */
double
bridge_picture_draw_legend (BridgeCanvas         *canvas,
                            const BridgeLookBack *look_back,
                            BridgeFigure          figure,
                            double                top)
{
  Legend legend = { canvas, 0, top, bridge_canvas_get_line (canvas->pango) };

  switch (figure)
    {
    case BRIDGE_FIGURE_MOMENTS:
      add_kinds (&legend, look_back);
      add_rests (&legend, look_back, bridge_look_back_get_period (look_back, 0)->from);
      break;
    case BRIDGE_FIGURE_MOOD:
    case BRIDGE_FIGURE_TALKING:
      add_band (&legend, look_back, figure);
      add_rests (&legend, look_back, bridge_look_back_get_period (look_back, 0)->from);
      break;
    case BRIDGE_FIGURE_HOURS:
      break;
    case BRIDGE_FIGURE_DAYS:
      add_days (&legend, look_back);
      break;
    case BRIDGE_FIGURE_PAUSES:
      add_pauses (&legend, look_back);
      add_rests (&legend, look_back, bridge_look_back_get_period (look_back, 0)->from);
      break;
    }
  return legend.x > 0 ? legend.y - top + legend.line : 0;
}
