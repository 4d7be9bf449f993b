/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-columns-layout"

#include "config.h"

#include "bridge-columns-layout.h"

#define MAX_COLUMNS 2

struct _BridgeColumnsLayout
{
  GtkLayoutManager parent_instance;

  int chars;
};

G_DEFINE_FINAL_TYPE (BridgeColumnsLayout, bridge_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* (nullable): after the last one */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
measure_widest (GtkWidget *widget,
                int       *least,
                int       *liked)
{
  *least = *liked = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *least = MAX (*least, minimum);
      *liked = MAX (*liked, natural);
    }
}

static int
get_together (int column)
{
  return MAX_COLUMNS * column + (MAX_COLUMNS - 1) * BRIDGE_COLUMNS_SPACING;
}

static int
get_text_width (BridgeColumnsLayout *self,
                GtkWidget           *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (self->chars * width);
}

static int
get_n_columns (BridgeColumnsLayout *self,
               GtkWidget           *widget,
               int                  width)
{
  int least, liked;

  measure_widest (widget, &least, &liked);
  return width >= get_together (MAX (get_text_width (self, widget), least)) ? MAX_COLUMNS : 1;
}

/* Lays the children out, or only says how high that is. */
static int
lay_out (BridgeColumnsLayout *self,
         GtkWidget           *widget,
         int                  width,
         gboolean             allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = get_n_columns (self, widget, width);
  int column = (width - (columns - 1) * BRIDGE_COLUMNS_SPACING) / columns;
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      int height = 0;

      for (int i = 0; i < columns && child != NULL; i++, child = skip_hidden (gtk_widget_get_next_sibling (child)))
        {
          int natural;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
        }
      for (int i = 0; allocate && first != child; i++, first = skip_hidden (gtk_widget_get_next_sibling (first)))
        {
          int x = i * (column + BRIDGE_COLUMNS_SPACING);
          GtkAllocation place = { mirrored ? width - x - column : x, y, column, height };

          gtk_widget_size_allocate (first, &place, -1);
        }
      y += height + BRIDGE_COLUMNS_SPACING;
    }
  return MAX (y - BRIDGE_COLUMNS_SPACING, 0);
}

static GtkSizeRequestMode
bridge_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_columns_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  int least, liked, width;

  measure_widest (widget, &least, &liked);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = get_together (liked);
      return;
    }
  width = for_size >= 0 ? MAX (for_size, least) : get_together (liked);
  *minimum = *natural = lay_out (BRIDGE_COLUMNS_LAYOUT (manager), widget, width, FALSE);
}

static void
bridge_columns_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  lay_out (BRIDGE_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static void
bridge_columns_layout_class_init (BridgeColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bridge_columns_layout_get_request_mode;
  layout_class->measure = bridge_columns_layout_measure;
  layout_class->allocate = bridge_columns_layout_allocate;
}

static void
bridge_columns_layout_init (BridgeColumnsLayout *self)
{
}

/**
 * bridge_columns_layout_new:
 * @chars: how many characters a line has room for where there are two columns
 *
 * A layout for any widget that only holds others.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
bridge_columns_layout_new (int chars)
{
  BridgeColumnsLayout *self = g_object_new (BRIDGE_TYPE_COLUMNS_LAYOUT, NULL);

  self->chars = chars;
  return GTK_LAYOUT_MANAGER (self);
}
