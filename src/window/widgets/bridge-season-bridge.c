/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-season-bridge"

#include "config.h"

#include "bridge-season-bridge.h"

#include <math.h>

#include "bridge-colour.h"

#define HEIGHT 132
#define BANK 46.0
#define RISE 40.0
#define WATER 30.0      /* height of the water */
#define RAIL_ABOVE 27.0 /* the hand rail above the deck */
#define PLANK_WIDTH 11.0
#define PLANK_SPACE 3.0
#define PLANK_HEIGHT 7.0
#define LAST_POST 0.96  /* how far out the rail goes, of the deck's half */
#define MAX_SPAN 560.0

struct _BridgeSeasonBridge
{
  GtkWidget parent_instance;

  guint moments;
};

G_DEFINE_FINAL_TYPE (BridgeSeasonBridge, bridge_season_bridge, GTK_TYPE_WIDGET)

/* A circle through both ends of the deck and its highest point. */
typedef struct {
  double cx, cy, radius;
  double reach; /* half the angle of the deck, from the top */
} Arch;

static void
arch_init (Arch   *arch,
           double  middle,
           double  base,
           double  half)
{
  arch->radius = (half * half + RISE * RISE) / (2 * RISE);
  arch->cx = middle;
  arch->cy = base - RISE + arch->radius;
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

static void
draw_arc (cairo_t    *cr,
          const Arch *arch,
          double      above,
          double      part)
{
  double reach = arch->reach * part;

  cairo_new_path (cr);
  cairo_arc (cr, arch->cx, arch->cy, arch->radius + above, -G_PI_2 - reach, -G_PI_2 + reach);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_water (cairo_t       *cr,
            double         middle,
            double         half,
            double         width,
            double         top,
            const GdkRGBA *colour)
{
  static const double waves[][3] = {
    { -0.55, 8, 0.16 }, { 0.1, 13, 0.3 }, { 0.62, 7, 0.14 }, { -0.2, 21, 0.2 },
  };
  GdkRGBA faint = *colour;

  faint.alpha *= 0.22f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_rectangle (cr, 0, top, width, HEIGHT - top);
  cairo_fill (cr);

  faint.alpha = colour->alpha * 0.6f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < G_N_ELEMENTS (waves); i++)
    {
      cairo_move_to (cr, middle + half * (waves[i][0] - waves[i][2]), top + waves[i][1]);
      cairo_line_to (cr, middle + half * (waves[i][0] + waves[i][2]), top + waves[i][1]);
      cairo_stroke (cr);
    }
}

static void
draw_bank (cairo_t       *cr,
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
  cairo_curve_to (cr, end + inward * 16, base + 5, end + inward * 14, HEIGHT, end + inward * 30, HEIGHT);
  cairo_line_to (cr, edge, HEIGHT);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
}

static void
draw_plank (cairo_t    *cr,
            const Arch *arch,
            double      t)
{
  double x, y;

  arch_get_point (arch, t, 0, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, t * arch->reach);
  cairo_set_line_width (cr, PLANK_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, 0, -PLANK_HEIGHT / 2);
  cairo_line_to (cr, 0, PLANK_HEIGHT / 2);
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
draw_rail (cairo_t       *cr,
           const Arch    *arch,
           guint          posts,
           guint          lights,
           const GdkRGBA *wood,
           const GdkRGBA *light)
{
  gdk_cairo_set_source_rgba (cr, wood);
  draw_arc (cr, arch, RAIL_ABOVE, LAST_POST);

  for (guint i = 0; i < posts; i++)
    {
      double t = get_post (i, posts);
      double x, y;

      arch_get_point (arch, t, PLANK_HEIGHT / 2, &x, &y);
      cairo_move_to (cr, x, y);
      arch_get_point (arch, t, RAIL_ABOVE, &x, &y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }

  gdk_cairo_set_source_rgba (cr, light);
  for (guint i = 0; i < MIN (lights, posts); i++)
    {
      guint post = i % 2 == 0 ? i / 2 : posts - 1 - i / 2;
      double x, y;

      arch_get_point (arch, get_post (post, posts), RAIL_ABOVE + 7, &x, &y);
      cairo_arc (cr, x, y, 3.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
bridge_season_bridge_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  BridgeSeasonBridge *self = BRIDGE_SEASON_BRIDGE (widget);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, HEIGHT);
  double middle = width / 2.0;
  double half = MIN (width - 2 * BANK, MAX_SPAN) / 2;
  double base = HEIGHT - WATER - 12;
  g_autofree gboolean *laid = NULL;
  GdkRGBA wood, water, ground, bank, faint;
  guint slots, posts;
  Arch arch;
  cairo_t *cr;

  if (half < 20)
    return;

  bridge_widget_lookup_colour (widget, "bridge_warm", &wood);
  bridge_widget_lookup_colour (widget, "bridge_water", &water);
  bridge_widget_lookup_colour (widget, "window_bg_color", &ground);
  bridge_widget_get_colour (widget, &bank);
  bank.alpha *= 0.16f;
  faint = wood;
  faint.alpha *= 0.4f;

  arch_init (&arch, middle, base, half);
  slots = MAX (4, (guint) floor (2 * arch.reach * arch.radius / (PLANK_WIDTH + PLANK_SPACE)));
  posts = MAX (3, slots / 3 | 1);
  laid = g_new (gboolean, slots);
  bridge_season_bridge_lay (self->moments, slots, laid);

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  draw_water (cr, middle, half, width, HEIGHT - WATER, &water);
  draw_bank (cr, 0, 1, middle - half, base, &ground, &bank);
  draw_bank (cr, width, -1, middle + half, base, &ground, &bank);

  /* The rope that waits for planks, then the planks themselves. */
  gdk_cairo_set_source_rgba (cr, &faint);
  draw_arc (cr, &arch, 0, 1);
  draw_rail (cr, &arch, posts, self->moments > slots ? self->moments - slots : 0, &faint, &wood);
  gdk_cairo_set_source_rgba (cr, &wood);
  for (guint i = 0; i < slots; i++)
    {
      if (laid[i])
        draw_plank (cr, &arch, -1 + (2.0 * i + 1) / slots);
    }

  cairo_destroy (cr);
}

static void
bridge_season_bridge_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 560;
}

static void
bridge_season_bridge_class_init (BridgeSeasonBridgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bridge_season_bridge_snapshot;
  widget_class->measure = bridge_season_bridge_measure;

  gtk_widget_class_set_css_name (widget_class, "seasonbridge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bridge_season_bridge_init (BridgeSeasonBridge *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bridge_season_bridge_new:
 *
 * A bridge that has no planks yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_season_bridge_new (void)
{
  return g_object_new (BRIDGE_TYPE_SEASON_BRIDGE, NULL);
}

/**
 * bridge_season_bridge_set_moments:
 * @self: the bridge
 * @moments: how many there were
 * @words: the same in words, for screen readers
 *
 * Lays the planks.
 */
void
bridge_season_bridge_set_moments (BridgeSeasonBridge *self,
                                  guint               moments,
                                  const char         *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (self->moments == moments)
    return;

  self->moments = moments;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_season_bridge_get_moments:
 * @self: the bridge
 *
 * How many moments it was given.
 *
 * Returns: the number
 */
guint
bridge_season_bridge_get_moments (BridgeSeasonBridge *self)
{
  return self->moments;
}

/**
 * bridge_season_bridge_lay:
 * @moments: how many planks there are
 * @slots: how many the deck has room for
 * @laid: (out caller-allocates) (array length=slots): which places, from left to right, have one
 *
 * Lays planks in turn from the left and from the right bank towards the middle.
 */
void
bridge_season_bridge_lay (guint     moments,
                          guint     slots,
                          gboolean *laid)
{
  guint left = moments / 2 + moments % 2;
  guint right = moments / 2;

  for (guint i = 0; i < slots; i++)
    laid[i] = i < left || slots - 1 - i < right;
}
