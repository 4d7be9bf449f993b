/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-picture"

#include "config.h"

#include "bridge-milestone-picture.h"

#include "bridge-span.h"

struct _BridgeMilestonePicture
{
  GtkWidget parent_instance;

  BridgeMilestone *milestone; /* (nullable): nothing is shown yet */
  guint count;
  gboolean large;
};

G_DEFINE_FINAL_TYPE (BridgeMilestonePicture, bridge_milestone_picture, GTK_TYPE_WIDGET)

static const BridgeSpanShape *
get_shape (BridgeMilestonePicture *self)
{
  return self->large ? &bridge_span_large : &bridge_span_small;
}

static void
bridge_milestone_picture_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  BridgeMilestonePicture *self = BRIDGE_MILESTONE_PICTURE (widget);
  const BridgeSpanShape *shape = get_shape (self);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, shape->height);
  BridgeSpan span = { .settling = 1 };
  gboolean reached;
  cairo_t *cr;

  if (self->milestone == NULL)
    return;

  reached = bridge_milestone_get_state (self->milestone) == BRIDGE_MILESTONE_REACHED;
  span.faint = bridge_milestone_get_state (self->milestone) == BRIDGE_MILESTONE_RESTING;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  if (bridge_milestone_get_target (self->milestone) == 0)
    {
      bridge_span_draw_path (widget, cr, shape, reached, span.faint, width);
    }
  else
    {
      guint target = (guint) bridge_milestone_get_target (self->milestone);

      /* What was said to be reached is whole, whatever was counted. */
      bridge_milestone_get_planks (reached ? target : self->count, target, bridge_span_get_room (shape, width), &span.slots,
                                   &span.moments);
      span.lamps = reached ? G_MAXINT : 0;
      bridge_span_draw (widget, cr, shape, &span, width);
    }
  cairo_destroy (cr);
}

static void
bridge_milestone_picture_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  BridgeMilestonePicture *self = BRIDGE_MILESTONE_PICTURE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) get_shape (self)->height;
      return;
    }
  *minimum = self->large ? 200 : 120;
  *natural = self->large ? 560 : 260;
}

static void
bridge_milestone_picture_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MILESTONE_PICTURE (object)->milestone);

  G_OBJECT_CLASS (bridge_milestone_picture_parent_class)->dispose (object);
}

static void
bridge_milestone_picture_class_init (BridgeMilestonePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_milestone_picture_dispose;
  widget_class->snapshot = bridge_milestone_picture_snapshot;
  widget_class->measure = bridge_milestone_picture_measure;

  gtk_widget_class_set_css_name (widget_class, "milestonepicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bridge_milestone_picture_init (BridgeMilestonePicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bridge_milestone_picture_new:
 * @large: whether it has a page to itself
 *
 * Returns: (transfer floating): the widget, which shows nothing yet
 */
GtkWidget *
bridge_milestone_picture_new (gboolean large)
{
  BridgeMilestonePicture *self = g_object_new (BRIDGE_TYPE_MILESTONE_PICTURE, NULL);

  self->large = large;
  return GTK_WIDGET (self);
}

/**
 * bridge_milestone_picture_set_milestone:
 * @self: the picture
 * @milestone: what it shows
 * @count: how many there are by now
 *
 * Lays the planks.
 */
void
bridge_milestone_picture_set_milestone (BridgeMilestonePicture *self,
                                        BridgeMilestone        *milestone,
                                        guint                   count)
{
  g_set_object (&self->milestone, milestone);
  self->count = count;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_milestone_get_planks:
 * @count: how many there are by now
 * @target: how many it is about, at least 1
 * @room: how many planks fit
 * @slots: (out): how many places the deck has
 * @planks: (out): how many of them have a plank
 *
 * Each that is counted lays the same number of planks: one, or several where few are counted. Where there is no room for one
 * each, a plank stands for several: the first is seen at once, and the deck is closed only with the last.
 */
void
bridge_milestone_get_planks (guint  count,
                             guint  target,
                             guint  room,
                             guint *slots,
                             guint *planks)
{
  guint each = MAX (1, room / target);
  guint n = MIN (count, target);

  if (target <= room)
    {
      *slots = target * each;
      *planks = n * each;
      return;
    }
  *slots = room;
  *planks = (guint) ((guint64) n * room / target);
  if (n > 0)
    *planks = MAX (*planks, 1);
}
