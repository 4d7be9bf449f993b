/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-celebration"

#include "config.h"

#include "bridge-celebration.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bridge-colour.h"
#include "bridge-span.h"

#define DURATION 2400 /* ms */

/* Which part of it the planks take, before the lamps are lit. */
#define PLANKS_UNTIL 0.6
#define N_SPARKS 14

struct _BridgeCelebration
{
  GtkWidget parent_instance;

  AdwAnimation *animation; /* (nullable): it was not seen yet */
  double progress;
};

G_DEFINE_FINAL_TYPE (BridgeCelebration, bridge_celebration, GTK_TYPE_WIDGET)

/* Small lights that rise from the deck and fade: always the same ones, so that every celebration is alike. */
static void
draw_sparks (cairo_t       *cr,
             const GdkRGBA *colour,
             double         part,
             double         width)
{
  const BridgeSpanShape *shape = &bridge_span_large;
  double span = MIN (width - 2 * shape->bank, shape->max_span);

  for (int i = 0; i < N_SPARKS; i++)
    {
      double begin = (i * 5 % N_SPARKS) / (double) N_SPARKS * 0.5;
      double age = (part - begin) / 0.5;
      double place = ((i * 37) % 101) / 100.0;
      GdkRGBA light = *colour;

      if (age <= 0 || age >= 1)
        continue;
      light.alpha *= (float) sin (G_PI * age) * 0.9f;
      gdk_cairo_set_source_rgba (cr, &light);
      cairo_new_sub_path (cr);
      cairo_arc (cr, (width - span) / 2 + span * place + 6 * sin (6 * age + i),
                 shape->height * 0.62 - age * shape->height * 0.55, 2.6 - 1.2 * age, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
bridge_celebration_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BridgeCelebration *self = BRIDGE_CELEBRATION (widget);
  const BridgeSpanShape *shape = &bridge_span_large;
  double width = gtk_widget_get_width (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) shape->height);
  guint slots = bridge_span_get_room (shape, width);
  double laid = MIN (self->progress / PLANKS_UNTIL, 1) * slots;
  double lit = MAX (0, (self->progress - PLANKS_UNTIL) / (1 - PLANKS_UNTIL));
  BridgeSpan span = { .slots = slots, .moments = (guint) ceil (laid), .settling = laid >= slots ? 1 : laid - floor (laid) };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA warm;

  span.lamps = (guint) round (lit * slots);
  bridge_span_draw (widget, cr, shape, &span, width);
  bridge_widget_lookup_colour (widget, "bridge_warm", &warm);
  if (lit > 0 && lit < 1)
    draw_sparks (cr, &warm, lit, width);
  cairo_destroy (cr);
}

static void
bridge_celebration_measure (GtkWidget      *widget,
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
progress_cb (double   value,
             gpointer user_data)
{
  BridgeCelebration *self = user_data;

  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bridge_celebration_map (GtkWidget *widget)
{
  BridgeCelebration *self = BRIDGE_CELEBRATION (widget);

  GTK_WIDGET_CLASS (bridge_celebration_parent_class)->map (widget);
  if (self->animation != NULL)
    return;
  /* It is at its end at once where the desktop wants no animations. */
  self->animation = adw_timed_animation_new (widget, 0, 1, DURATION, adw_callback_animation_target_new (progress_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_SINE);
  adw_animation_play (self->animation);
}

static void
bridge_celebration_dispose (GObject *object)
{
  BridgeCelebration *self = BRIDGE_CELEBRATION (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);

  G_OBJECT_CLASS (bridge_celebration_parent_class)->dispose (object);
}

static void
bridge_celebration_class_init (BridgeCelebrationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_celebration_dispose;
  widget_class->snapshot = bridge_celebration_snapshot;
  widget_class->measure = bridge_celebration_measure;
  widget_class->map = bridge_celebration_map;

  gtk_widget_class_set_css_name (widget_class, "celebration");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bridge_celebration_init (BridgeCelebration *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("A footbridge with all its planks, and lamps along the rail"), -1);
}

/**
 * bridge_celebration_new:
 *
 * A bridge that nobody has seen yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_celebration_new (void)
{
  return g_object_new (BRIDGE_TYPE_CELEBRATION, NULL);
}

/**
 * bridge_celebration_get_progress:
 * @self: the picture
 *
 * Returns: 0 to 1: how much of it has happened
 */
double
bridge_celebration_get_progress (BridgeCelebration *self)
{
  return self->progress;
}

/**
 * bridge_celebration_is_moving:
 * @self: the picture
 *
 * Returns: whether it is drawn again and again
 */
gboolean
bridge_celebration_is_moving (BridgeCelebration *self)
{
  return self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}
