/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-figure-picture"

#include "config.h"

#include "bridge-figure-picture.h"

#include <math.h>

#include "bridge-canvas.h"

#define NATURAL_WIDTH 820

struct _BridgeFigurePicture
{
  GtkWidget parent_instance;

  BridgeFigure figure;
  gboolean legend;
  BridgeLookBack *look_back; /* (nullable) */
  int year;
};

G_DEFINE_FINAL_TYPE (BridgeFigurePicture, bridge_figure_picture, GTK_TYPE_WIDGET)

static double
measure_height (BridgeFigurePicture *self,
                double               width)
{
  BridgeCanvas canvas = { .pango = gtk_widget_get_pango_context (GTK_WIDGET (self)), .width = width };

  if (self->legend)
    return bridge_picture_draw_legend (&canvas, self->look_back, self->figure, 0);
  return bridge_picture_get_height (self->look_back, self->figure, canvas.pango, width);
}

static GtkSizeRequestMode
bridge_figure_picture_get_request_mode (GtkWidget *widget)
{
  BridgeFigurePicture *self = BRIDGE_FIGURE_PICTURE (widget);

  return self->legend || self->figure == BRIDGE_FIGURE_DAYS ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                            : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
bridge_figure_picture_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  BridgeFigurePicture *self = BRIDGE_FIGURE_PICTURE (widget);
  double min_width = 0;

  if (self->look_back == NULL)
    {
      *minimum = *natural = 0;
      return;
    }

  if (!self->legend)
    min_width = bridge_picture_get_min_width (self->look_back, self->figure, gtk_widget_get_pango_context (widget));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (min_width);
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
  else
    {
      *minimum = *natural = (int) ceil (measure_height (self, for_size >= 0 ? for_size : MAX (min_width, 220)));
    }
}

/* A scroller shows a part of it. */
static void
find_seen (BridgeFigurePicture *self,
           BridgeCanvas        *canvas)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkAdjustment *adjustment;

  if (!GTK_IS_VIEWPORT (parent))
    return;
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (parent));
  canvas->seen_from = gtk_adjustment_get_value (adjustment);
  canvas->seen_to = canvas->seen_from + gtk_adjustment_get_page_size (adjustment);
}

static void
bridge_figure_picture_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  BridgeFigurePicture *self = BRIDGE_FIGURE_PICTURE (widget);
  BridgeCanvas canvas = {
    .pango = gtk_widget_get_pango_context (widget),
    .width = gtk_widget_get_width (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  if (self->look_back == NULL || canvas.width <= 0)
    return;

  canvas.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) canvas.width,
                                                                        (float) gtk_widget_get_height (widget)));
  bridge_canvas_colours_from_widget (&canvas.colours, widget);
  find_seen (self, &canvas);
  if (self->legend)
    bridge_picture_draw_legend (&canvas, self->look_back, self->figure, 0);
  else
    bridge_picture_draw (&canvas, self->look_back, self->figure, self->year);
  cairo_destroy (canvas.cr);
}

static void
bridge_figure_picture_finalize (GObject *object)
{
  g_clear_pointer (&BRIDGE_FIGURE_PICTURE (object)->look_back, bridge_look_back_free);

  G_OBJECT_CLASS (bridge_figure_picture_parent_class)->finalize (object);
}

static void
bridge_figure_picture_class_init (BridgeFigurePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bridge_figure_picture_finalize;
  widget_class->snapshot = bridge_figure_picture_snapshot;
  widget_class->measure = bridge_figure_picture_measure;
  widget_class->get_request_mode = bridge_figure_picture_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "figurepicture");
}

static void
bridge_figure_picture_init (BridgeFigurePicture *self)
{
}

/**
 * bridge_figure_picture_new:
 * @figure: which picture
 *
 * Returns: (transfer floating): a picture with nothing in it
 */
GtkWidget *
bridge_figure_picture_new (BridgeFigure figure)
{
  BridgeFigurePicture *self = g_object_new (BRIDGE_TYPE_FIGURE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  self->figure = figure;
  return GTK_WIDGET (self);
}

/**
 * bridge_figure_picture_new_legend:
 * @figure: which picture
 *
 * Returns: (transfer floating): what the shapes of that picture mean; whoever does not see them has no need of it
 */
GtkWidget *
bridge_figure_picture_new_legend (BridgeFigure figure)
{
  BridgeFigurePicture *self
      = g_object_new (BRIDGE_TYPE_FIGURE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->figure = figure;
  self->legend = TRUE;
  return GTK_WIDGET (self);
}

/**
 * bridge_figure_picture_show:
 * @self: a picture
 * @look_back: figures
 * @year: of the calendar, which sheet
 * @alone: whether there is one person only
 *
 * Shows them. A screen reader says what the picture is called, and what it shows.
 */
void
bridge_figure_picture_show (BridgeFigurePicture  *self,
                            const BridgeLookBack *look_back,
                            int                   year,
                            gboolean              alone)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->look_back, bridge_look_back_free);
  self->look_back = bridge_look_back_copy (look_back);
  self->year = year;
  if (!self->legend)
    {
      words = bridge_look_back_to_words (look_back, self->figure, year, alone);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, bridge_figure_get_title (self->figure, look_back, alone),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
