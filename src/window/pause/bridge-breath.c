/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-breath"

#include "config.h"

#include "bridge-breath.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bridge-colour.h"

#define SIZE 168
#define SIZE_MIN 96

/* In for four seconds, out for six, and two of rest: it is the long way out that calms. */
#define IN_SECONDS 4.0
#define OUT_SECONDS 6.0

/* How full it is while it stands still. */
#define STILL 0.6

/* So slow a circle looks no smoother when it is drawn more often. */
#define FRAME_USEC (G_USEC_PER_SEC / 20)

struct _BridgeBreath
{
  GtkWidget parent_instance;

  GtkSettings *settings; /* (nullable): not on a display */
  guint tick_id;
  gint64 began; /* frame clock, µs; 0: with the next frame */
  gint64 drawn;
  double level;
};

G_DEFINE_FINAL_TYPE (BridgeBreath, bridge_breath, GTK_TYPE_WIDGET)

/**
 * bridge_breath_get_level:
 * @usec: µs since the first breath began
 *
 * How far in the breath is.
 *
 * Returns: 0 (out) to 1 (in)
 */
double
bridge_breath_get_level (gint64 usec)
{
  const gint64 period = BRIDGE_BREATH_SECONDS * G_USEC_PER_SEC;
  double seconds = (double) (((usec % period) + period) % period) / G_USEC_PER_SEC;

  if (seconds < IN_SECONDS)
    return (1 - cos (G_PI * seconds / IN_SECONDS)) / 2;
  if (seconds < IN_SECONDS + OUT_SECONDS)
    return (1 + cos (G_PI * (seconds - IN_SECONDS) / OUT_SECONDS)) / 2;
  return 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  BridgeBreath *self = BRIDGE_BREATH (widget);
  gint64 now = gdk_frame_clock_get_frame_time (frame_clock);

  if (self->began == 0)
    self->began = now;
  if (now - self->drawn < FRAME_USEC)
    return G_SOURCE_CONTINUE;

  self->drawn = now;
  self->level = bridge_breath_get_level (now - self->began);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
update_moving (BridgeBreath *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean animations = FALSE;

  if (self->settings != NULL)
    g_object_get (self->settings, "gtk-enable-animations", &animations, NULL);

  if (animations && gtk_widget_get_mapped (widget))
    {
      if (self->tick_id == 0)
        {
          self->began = 0;
          self->drawn = 0;
          self->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
        }
      return;
    }

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (widget, self->tick_id);
  self->tick_id = 0;
  self->level = STILL;
  gtk_widget_queue_draw (widget);
}

static void
append_disc (GtkSnapshot   *snapshot,
             float          x,
             float          y,
             float          radius,
             const GdkRGBA *colour,
             float          alpha)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  GdkRGBA shade = *colour;
  GskRoundedRect shape;

  shade.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&shape, &area, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &shade, &area);
  gtk_snapshot_pop (snapshot);
}

static void
append_ring (GtkSnapshot   *snapshot,
             float          x,
             float          y,
             float          radius,
             const GdkRGBA *colour,
             float          alpha)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA shade = *colour;
  GskRoundedRect shape;

  shade.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&shape, &area, radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, (const GdkRGBA[]) { shade, shade, shade, shade });
}

/* The breath in the middle, and what it sends over the water. */
static void
bridge_breath_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BridgeBreath *self = BRIDGE_BREATH (widget);
  float x = (float) gtk_widget_get_width (widget) / 2;
  float y = (float) gtk_widget_get_height (widget) / 2;
  float room = MIN (x, y) - 1;
  float level = (float) self->level;
  GdkRGBA colour;

  /* The colour comes from the style sheet (widget name "breath"). */
  bridge_widget_get_colour (widget, &colour);
  append_ring (snapshot, x, y, room, &colour, 0.16f);
  append_disc (snapshot, x, y, room * (0.62f + 0.36f * level), &colour, 0.12f);
  append_ring (snapshot, x, y, room * (0.62f + 0.36f * level), &colour, 0.28f);
  append_disc (snapshot, x, y, room * (0.48f + 0.32f * level), &colour, 0.2f);
  append_disc (snapshot, x, y, room * (0.34f + 0.26f * level), &colour, 0.62f);
}

static void
bridge_breath_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = SIZE_MIN;
  *natural = SIZE;
}

static void
bridge_breath_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_breath_parent_class)->map (widget);
  update_moving (BRIDGE_BREATH (widget));
}

static void
bridge_breath_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_breath_parent_class)->unmap (widget);
  update_moving (BRIDGE_BREATH (widget));
}

static void
bridge_breath_class_init (BridgeBreathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bridge_breath_snapshot;
  widget_class->measure = bridge_breath_measure;
  widget_class->map = bridge_breath_map;
  widget_class->unmap = bridge_breath_unmap;

  gtk_widget_class_set_css_name (widget_class, "breath");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bridge_breath_init (BridgeBreath *self)
{
  self->level = STILL;
  self->settings = gtk_settings_get_default ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "notify::gtk-enable-animations", G_CALLBACK (update_moving), self,
                             G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("A circle that breathes slowly, about five times a minute"), -1);
}

/**
 * bridge_breath_new:
 *
 * A circle, between two breaths.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_breath_new (void)
{
  return g_object_new (BRIDGE_TYPE_BREATH, NULL);
}

/**
 * bridge_breath_is_moving:
 * @self: the circle
 *
 * Returns: whether it is drawn again and again
 */
gboolean
bridge_breath_is_moving (BridgeBreath *self)
{
  return self->tick_id != 0;
}
