/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-planks"

#include "config.h"

#include "bridge-planks.h"

#include <math.h>

#include "bridge-colour.h"

#define PLANK_WIDTH 9.0f
#define PLANK_HEIGHT 30.0f
#define PLANK_SPACE 4.0f
#define PLANK_RADIUS 2.5f
#define RAIL 1.5f
#define RISE 14.0f
#define BANK 18.0f
#define HEIGHT 72

struct _BridgePlanks
{
  GtkWidget parent_instance;

  GArray *smaller; /* of gboolean, oldest first */
};

G_DEFINE_FINAL_TYPE (BridgePlanks, bridge_planks, GTK_TYPE_WIDGET)

/* How far above the banks the deck is at @x of @width: an arch. */
static float
get_rise (float x,
          float width)
{
  float t = 2 * x / width - 1;

  return RISE * (1 - t * t);
}

static void
append_arch (GtkSnapshot   *snapshot,
             float          width,
             float          base,
             const GdkRGBA *colour)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, HEIGHT);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, RAIL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, RAIL, base);
  for (float x = RAIL; x <= width - RAIL; x += 4)
    cairo_line_to (cr, x, base - get_rise (x, width));
  cairo_line_to (cr, width - RAIL, base);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_plank (GtkSnapshot   *snapshot,
              float          x,
              float          y,
              gboolean       smaller,
              const GdkRGBA *colour)
{
  float inset = smaller ? PLANK_HEIGHT * 0.2f : 0;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y + inset, PLANK_WIDTH, PLANK_HEIGHT - 2 * inset);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &area, PLANK_RADIUS);
  if (smaller)
    {
      const float widths[4] = { RAIL, RAIL, RAIL, RAIL };
      const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

      gtk_snapshot_append_border (snapshot, &shape, widths, colours);
    }
  else
    {
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, colour, &area);
      gtk_snapshot_pop (snapshot);
    }
}

static void
bridge_planks_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BridgePlanks *self = BRIDGE_PLANKS (widget);
  float width = gtk_widget_get_width (widget);
  float step = PLANK_WIDTH + PLANK_SPACE;
  float base = HEIGHT - 18;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint room = width > 2 * BANK + step ? (guint) floorf ((width - 2 * BANK) / step) : 0;
  guint n = MIN (room, self->smaller->len);
  GdkRGBA colour;
  GdkRGBA faint;

  /* The colour comes from the style sheet (widget name "planks"). */
  bridge_widget_get_colour (widget, &colour);
  faint = colour;
  faint.alpha *= 0.35f;

  append_arch (snapshot, width, base + PLANK_HEIGHT / 2 - 6, &faint);
  append_arch (snapshot, width, base - PLANK_HEIGHT / 2 + 6, &faint);

  for (guint i = 0; i < n; i++)
    {
      float x = BANK + i * step;
      gboolean smaller = g_array_index (self->smaller, gboolean, self->smaller->len - n + i);

      append_plank (snapshot, mirrored ? width - x - PLANK_WIDTH : x,
                    base - PLANK_HEIGHT / 2 - get_rise (x + PLANK_WIDTH / 2, width), smaller, &colour);
    }
}

static void
bridge_planks_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 480;
}

static void
bridge_planks_finalize (GObject *object)
{
  g_array_unref (BRIDGE_PLANKS (object)->smaller);

  G_OBJECT_CLASS (bridge_planks_parent_class)->finalize (object);
}

static void
bridge_planks_class_init (BridgePlanksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = bridge_planks_finalize;
  widget_class->snapshot = bridge_planks_snapshot;
  widget_class->measure = bridge_planks_measure;

  gtk_widget_class_set_css_name (widget_class, "planks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bridge_planks_init (BridgePlanks *self)
{
  self->smaller = g_array_new (FALSE, FALSE, sizeof (gboolean));
}

/**
 * bridge_planks_new:
 *
 * A bridge without planks.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_planks_new (void)
{
  return g_object_new (BRIDGE_TYPE_PLANKS, NULL);
}

/**
 * bridge_planks_set_moments:
 * @self: the planks
 * @smaller: (array length=n): for each kept moment, oldest first, whether it was kept in its smaller version
 * @n: how many; the last %BRIDGE_PLANKS_MAX are drawn at most
 *
 * Lays the planks.
 */
void
bridge_planks_set_moments (BridgePlanks   *self,
                           const gboolean *smaller,
                           guint           n)
{
  guint skipped = n > BRIDGE_PLANKS_MAX ? n - BRIDGE_PLANKS_MAX : 0;

  g_array_set_size (self->smaller, 0);
  if (n > 0)
    g_array_append_vals (self->smaller, smaller + skipped, n - skipped);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_planks_get_n_moments:
 * @self: the planks
 *
 * How many planks there are to draw.
 *
 * Returns: the number
 */
guint
bridge_planks_get_n_moments (BridgePlanks *self)
{
  return self->smaller->len;
}

/**
 * bridge_planks_set_words:
 * @self: the planks
 * @words: what they show, in words
 *
 * Says the picture to screen readers.
 */
void
bridge_planks_set_words (BridgePlanks *self,
                         const char   *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
