/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-season-bridge"

#include "config.h"

#include "bridge-season-bridge.h"

#include "bridge-span.h"

/* Two planks for each of its thirteen weeks and a post for each, however wide the picture is: it says the same number. */
#define PLANKS 26
#define POSTS 13

struct _BridgeSeasonBridge
{
  GtkWidget parent_instance;

  guint moments;
};

G_DEFINE_FINAL_TYPE (BridgeSeasonBridge, bridge_season_bridge, GTK_TYPE_WIDGET)

static void
bridge_season_bridge_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  BridgeSeasonBridge *self = BRIDGE_SEASON_BRIDGE (widget);
  const BridgeSpan span = { .slots = PLANKS, .posts = POSTS, .moments = self->moments, .settling = 1 };
  int width = gtk_widget_get_width (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, bridge_span_large.height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  bridge_span_draw (widget, cr, &bridge_span_large, &span, width);
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
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? (int) bridge_span_large.height : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) bridge_span_large.height : 560;
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
