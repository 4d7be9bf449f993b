/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-span"

#include "config.h"

#include "bridge-span.h"

#include <math.h>

#include "bridge-colour.h"

#define LAST_POST 0.96 /* how far out the rail goes, of the deck's half */
#define MIN_HALF 20.0
#define FALL 9.0       /* how far a plank comes down */
#define MOST_SPACE 0.3 /* between planks, of the place of one */

const BridgeSpanShape bridge_span_large = { 132, 46, 560, 40, 30, 27, 11, 3, 7 };
const BridgeSpanShape bridge_span_small = { 84, 26, 300, 24, 20, 16, 8, 2.5, 5 };

/* A circle through both ends of the deck and its highest point. */
typedef struct {
  double cx, cy, radius;
  double reach; /* half the angle of the deck, from the top */
} Arch;

static void
arch_init (Arch   *arch,
           double  middle,
           double  base,
           double  half,
           double  rise)
{
  arch->radius = (half * half + rise * rise) / (2 * rise);
  arch->cx = middle;
  arch->cy = base - rise + arch->radius;
  arch->reach = asin (half / arch->radius);
}

/* @t from -1 (left end) to 1 (right end) */
static void
arch_get_point (const Arch *arch,
                double      t,
                double      above,
                double     *x,
                double     *y)
{
  *x = arch->cx + (arch->radius + above) * sin (t * arch->reach);
  *y = arch->cy - (arch->radius + above) * cos (t * arch->reach);
}

/* @from, @to: from -1 (left end) to 1 (right end) */
static void
draw_arc (cairo_t    *cr,
          const Arch *arch,
          double      above,
          double      from,
          double      to)
{
  cairo_new_path (cr);
  cairo_arc (cr, arch->cx, arch->cy, arch->radius + above, -G_PI_2 + arch->reach * from, -G_PI_2 + arch->reach * to);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_water (cairo_t               *cr,
            const BridgeSpanShape *shape,
            double                 middle,
            double                 half,
            double                 width,
            const GdkRGBA         *colour)
{
  static const double waves[][3] = {
    { -0.55, 0.27, 0.16 }, { 0.1, 0.43, 0.3 }, { 0.62, 0.23, 0.14 }, { -0.2, 0.7, 0.2 },
  };
  double top = shape->height - shape->water;
  GdkRGBA faint = *colour;

  faint.alpha *= 0.22f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_rectangle (cr, 0, top, width, shape->water);
  cairo_fill (cr);

  faint.alpha = colour->alpha * 0.6f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < G_N_ELEMENTS (waves); i++)
    {
      double y = top + round (waves[i][1] * shape->water);

      cairo_move_to (cr, middle + half * (waves[i][0] - waves[i][2]), y);
      cairo_line_to (cr, middle + half * (waves[i][0] + waves[i][2]), y);
      cairo_stroke (cr);
    }
}

static void
draw_bank (cairo_t       *cr,
           double         height,
           double         edge,
           double         inward,
           double         end,
           double         base,
           const GdkRGBA *ground,
           const GdkRGBA *colour)
{
  /* From the edge of the picture to where the deck begins, then down into the water. */
  cairo_move_to (cr, edge, base + 2);
  cairo_curve_to (cr, end - inward * 30, base - 4, end - inward * 10, base - 1, end + inward * 4, base + 1);
  cairo_curve_to (cr, end + inward * 16, base + 5, end + inward * 14, height, end + inward * 30, height);
  cairo_line_to (cr, edge, height);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
}

static void
draw_plank (cairo_t               *cr,
            const BridgeSpanShape *shape,
            const Arch            *arch,
            double                 t,
            double                 width,
            double                 above)
{
  double x, y;

  arch_get_point (arch, t, above, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, t * arch->reach);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, 0, -shape->plank_height / 2);
  cairo_line_to (cr, 0, shape->plank_height / 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static double
get_post (guint post,
          guint posts)
{
  return posts > 1 ? LAST_POST * (2.0 * post / (posts - 1) - 1) : 0;
}

static void
draw_rail (cairo_t               *cr,
           const BridgeSpanShape *shape,
           const Arch            *arch,
           guint                  posts,
           guint                  lights,
           const GdkRGBA         *wood,
           const GdkRGBA         *light)
{
  double scale = shape->rail_above / bridge_span_large.rail_above;

  gdk_cairo_set_source_rgba (cr, wood);
  draw_arc (cr, arch, shape->rail_above, -LAST_POST, LAST_POST);

  for (guint i = 0; i < posts; i++)
    {
      double t = get_post (i, posts);
      double x, y;

      arch_get_point (arch, t, shape->plank_height / 2, &x, &y);
      cairo_move_to (cr, x, y);
      arch_get_point (arch, t, shape->rail_above, &x, &y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }

  gdk_cairo_set_source_rgba (cr, light);
  for (guint i = 0; i < MIN (lights, posts); i++)
    {
      guint post = i % 2 == 0 ? i / 2 : posts - 1 - i / 2;
      double x, y;

      arch_get_point (arch, get_post (post, posts), shape->rail_above + 7 * scale, &x, &y);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, 3.5 * scale, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static double
get_half (const BridgeSpanShape *shape,
          double                 width)
{
  return MIN (width - 2 * shape->bank, shape->max_span) / 2;
}

static double
get_base (const BridgeSpanShape *shape)
{
  return shape->height - shape->water - round (shape->rise * 0.3);
}

/**
 * bridge_span_get_room:
 * @shape: how it is drawn
 * @width: of the picture, logical pixels
 *
 * Returns: how many planks of the usual width fit between the banks; at least 4
 */
guint
bridge_span_get_room (const BridgeSpanShape *shape,
                      double                 width)
{
  Arch arch;

  if (get_half (shape, width) < MIN_HALF)
    return 4;
  arch_init (&arch, width / 2, get_base (shape), get_half (shape, width), shape->rise);
  return MAX (4, (guint) floor (2 * arch.reach * arch.radius / (shape->plank_width + shape->plank_space)));
}

/* Fewer places than there is room for have wider planks, up to three times as wide; more have narrower ones. */
static double
get_plank_width (const BridgeSpanShape *shape,
                 const Arch            *arch,
                 guint                  slots)
{
  double place = 2 * arch->reach * arch->radius / slots;

  return MIN (place - MIN (shape->plank_space, MOST_SPACE * place), 3 * shape->plank_width);
}

/**
 * bridge_span_draw:
 * @widget: what it is drawn in: its colours are used
 * @cr: where
 * @shape: how large
 * @span: what is on it
 * @width: of the picture, logical pixels
 *
 * Draws a footbridge across water. What has no plank is no gap: the rope waits.
 */
void
bridge_span_draw (GtkWidget             *widget,
                  cairo_t               *cr,
                  const BridgeSpanShape *shape,
                  const BridgeSpan      *span,
                  double                 width)
{
  double middle = width / 2;
  double half = get_half (shape, width);
  double base = get_base (shape);
  g_autofree gboolean *laid = NULL;
  GdkRGBA wood, water, ground, bank, rail;
  guint room, slots, posts;
  double plank;
  Arch arch;

  if (half < MIN_HALF)
    return;

  bridge_widget_lookup_colour (widget, "bridge_warm", &wood);
  bridge_widget_lookup_colour (widget, "bridge_water", &water);
  bridge_widget_lookup_colour (widget, "window_bg_color", &ground);
  bridge_widget_lookup_colour (widget, "bridge_rail", &rail);
  bridge_widget_get_colour (widget, &bank);
  bank.alpha *= 0.16f;
  if (span->faint)
    {
      wood.alpha *= 0.55f;
      rail.alpha *= 0.55f;
    }

  arch_init (&arch, middle, base, half, shape->rise);
  room = bridge_span_get_room (shape, width);
  slots = span->slots > 0 ? span->slots : room;
  posts = span->posts > 0 ? span->posts : MAX (3, room / 3 | 1);
  plank = span->slots > 0 ? get_plank_width (shape, &arch, slots) : shape->plank_width;
  laid = g_new (gboolean, slots);
  bridge_span_lay (span->moments, slots, laid);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_water (cr, shape, middle, half, width, &water);
  draw_bank (cr, shape->height, 0, 1, middle - half, base, &ground, &bank);
  draw_bank (cr, shape->height, width, -1, middle + half, base, &ground, &bank);

  /* The rope that waits for planks, where there are none yet, then the planks themselves. */
  gdk_cairo_set_source_rgba (cr, &rail);
  if (span->moments < slots)
    draw_arc (cr, &arch, 0, -1 + 2.0 * (span->moments / 2 + span->moments % 2) / slots, 1 - 2.0 * (span->moments / 2) / slots);
  draw_rail (cr, shape, &arch, posts, (span->moments > slots ? span->moments - slots : 0) + span->lamps, &rail, &wood);
  gdk_cairo_set_source_rgba (cr, &wood);
  for (guint i = 0; i < slots; i++)
    {
      /* The last one is the innermost of the left or of the right. */
      gboolean last = span->moments > 0 && span->moments <= slots &&
                      (span->moments % 2 == 1 ? i == span->moments / 2 : i == slots - span->moments / 2);

      if (laid[i])
        draw_plank (cr, shape, &arch, -1 + (2.0 * i + 1) / slots, plank,
                    last ? (1 - span->settling) * FALL : 0);
    }
}

/**
 * bridge_span_lay:
 * @moments: how many planks there are
 * @slots: how many the deck has room for
 * @laid: (out caller-allocates) (array length=slots): which places, from left to right, have one
 *
 * Lays planks in turn from the left and from the right bank towards the middle.
 */
void
bridge_span_lay (guint     moments,
                 guint     slots,
                 gboolean *laid)
{
  guint left = moments / 2 + moments % 2;
  guint right = moments / 2;

  for (guint i = 0; i < slots; i++)
    laid[i] = i < left || slots - 1 - i < right;
}

/* The middle of the path at @t from 0 (far) to 1 (near). */
static void
get_path_point (const BridgeSpanShape *shape,
                double                 width,
                double                 t,
                double                *x,
                double                *y)
{
  *x = width * 0.5 + MIN (width, shape->max_span) * 0.17 * sin (0.5 + t * 1.5 * G_PI) * (0.5 + 0.5 * t);
  *y = shape->height * (0.36 + 0.57 * pow (t, 1.25));
}

/**
 * bridge_span_draw_path:
 * @widget: what it is drawn in: its colours are used
 * @cr: where
 * @shape: how large
 * @walked: it is reached: a lamp stands at its end
 * @faint: it rests
 * @width: of the picture, logical pixels
 *
 * Draws stepping stones over a meadow, for what is open and has no number.
 */
void
bridge_span_draw_path (GtkWidget             *widget,
                       cairo_t               *cr,
                       const BridgeSpanShape *shape,
                       gboolean               walked,
                       gboolean               faint,
                       double                 width)
{
  enum { STONES = 8 };
  double base = shape->height * 0.34;
  GdkRGBA wood, land;

  if (get_half (shape, width) < MIN_HALF)
    return;

  bridge_widget_lookup_colour (widget, "bridge_warm", &wood);
  bridge_widget_get_colour (widget, &land);
  land.alpha *= 0.1f;
  if (faint)
    wood.alpha *= 0.55f;

  cairo_move_to (cr, 0, base + 6);
  cairo_curve_to (cr, width * 0.3, base - 10, width * 0.55, base + 12, width, base - 4);
  cairo_line_to (cr, width, shape->height);
  cairo_line_to (cr, 0, shape->height);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &land);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, &wood);
  for (int i = 0; i < STONES; i++)
    {
      double t = (i + 0.6) / STONES;
      double x, y;

      get_path_point (shape, width, t, &x, &y);
      cairo_save (cr);
      cairo_translate (cr, x, y);
      cairo_scale (cr, shape->height * (0.05 + 0.11 * t), shape->height * (0.016 + 0.03 * t));
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (cr);
      cairo_fill (cr);
    }
  if (walked)
    {
      double x, y;

      get_path_point (shape, width, 0, &x, &y);
      cairo_set_line_width (cr, 2);
      cairo_move_to (cr, x, y + 2);
      cairo_line_to (cr, x, y - shape->rail_above);
      cairo_stroke (cr);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y - shape->rail_above - 4, 4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}
