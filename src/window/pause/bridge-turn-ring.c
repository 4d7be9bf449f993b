/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-turn-ring"

#include "config.h"

#include "bridge-turn-ring.h"

#include <math.h>

#include "bridge-colour.h"

#define SIZE 108
#define SMALL_SIZE 60
#define LINE 6.0

struct _BridgeTurnRing
{
  GtkWidget parent_instance;

  double left;
  int size;
};

G_DEFINE_FINAL_TYPE (BridgeTurnRing, bridge_turn_ring, GTK_TYPE_WIDGET)

static void
bridge_turn_ring_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  BridgeTurnRing *self = BRIDGE_TURN_RING (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  double radius = MIN (width, height) / 2 - LINE;
  double top = -G_PI / 2;
  double angle = 2 * G_PI * self->left;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA colour;

  /* The colour comes from the style sheet (widget name "turn-ring"). */
  bridge_widget_get_colour (widget, &colour);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * 0.2);
  cairo_arc (cr, width / 2, height / 2, radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  if (angle > 0)
    {
      gdk_cairo_set_source_rgba (cr, &colour);
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        cairo_arc_negative (cr, width / 2, height / 2, radius, top, top - angle);
      else
        cairo_arc (cr, width / 2, height / 2, radius, top, top + angle);
      cairo_stroke (cr);
    }

  cairo_destroy (cr);
}

static void
bridge_turn_ring_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = BRIDGE_TURN_RING (widget)->size;
  *natural = BRIDGE_TURN_RING (widget)->size;
}

static void
bridge_turn_ring_class_init (BridgeTurnRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bridge_turn_ring_snapshot;
  widget_class->measure = bridge_turn_ring_measure;

  gtk_widget_class_set_css_name (widget_class, "turn-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bridge_turn_ring_init (BridgeTurnRing *self)
{
  self->left = 1;
  self->size = SIZE;
}

/**
 * bridge_turn_ring_new:
 *
 * A whole turn.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_turn_ring_new (void)
{
  return g_object_new (BRIDGE_TYPE_TURN_RING, NULL);
}

/**
 * bridge_turn_ring_set_left:
 * @self: the ring
 * @left: what is left of the turn, 0–1
 *
 * Draws @left.
 */
void
bridge_turn_ring_set_left (BridgeTurnRing *self,
                           double          left)
{
  left = CLAMP (left, 0, 1);
  if (fabs (left - self->left) < 0.0005)
    return;

  self->left = left;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_turn_ring_get_left:
 * @self: the ring
 *
 * Returns: what is left of the turn, 0–1
 */
double
bridge_turn_ring_get_left (BridgeTurnRing *self)
{
  return self->left;
}

/**
 * bridge_turn_ring_set_small:
 * @self: the ring
 *
 * Has it be as high as two lines of words beside it.
 */
void
bridge_turn_ring_set_small (BridgeTurnRing *self)
{
  self->size = SMALL_SIZE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
