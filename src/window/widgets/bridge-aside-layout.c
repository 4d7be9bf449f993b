/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-aside-layout"

#include "config.h"

#include "bridge-aside-layout.h"

struct _BridgeAsideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeAsideLayout, bridge_aside_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  int least;
  int liked;
  int n_expanding;
} Widths;

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

static Widths
measure_widths (GtkWidget *widget)
{
  Widths all = { -BRIDGE_ASIDE_SPACING, -BRIDGE_ASIDE_SPACING, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, liked;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      all.n_expanding += expands (child);
      all.least += (expands (child) ? least : liked) + BRIDGE_ASIDE_SPACING;
      all.liked += liked + BRIDGE_ASIDE_SPACING;
    }

  return (Widths) { MAX (all.least, 0), MAX (all.liked, 0), all.n_expanding };
}

/* With as much room as they like: it is no lower at any width, which newer versions of GTK rely on. */
static int
measure_least_height (GtkWidget *widget)
{
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      highest = MAX (highest, height);
    }

  return highest;
}

/* Lays the children out, or, where @height is -1, only says how high that is. */
static int
lay_out (GtkWidget *widget,
         int        width,
         int        height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Widths all = measure_widths (widget);
  int left = MAX (width - all.least, 0);
  int highest = 0;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, 0, 0, height };
      int least, liked, child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      place.width = liked;
      if (expands (child))
        {
          int share = left / all.n_expanding--;

          place.width = least + share;
          left -= share;
        }
      if (height < 0)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &child_height, NULL, NULL);
          highest = MAX (highest, child_height);
        }
      else
        {
          if (mirrored)
            place.x = width - x - place.width;
          gtk_widget_size_allocate (child, &place, -1);
        }
      x += place.width + BRIDGE_ASIDE_SPACING;
    }

  return highest;
}

static GtkSizeRequestMode
bridge_aside_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_aside_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  Widths all = measure_widths (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = all.least;
      *natural = all.liked;
    }
  else
    {
      *minimum = *natural = for_size >= 0 ? lay_out (widget, MAX (for_size, all.least), -1) : measure_least_height (widget);
    }
}

static void
bridge_aside_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  lay_out (widget, width, MAX (height, 0));
}

static void
bridge_aside_layout_class_init (BridgeAsideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bridge_aside_layout_get_request_mode;
  layout_class->measure = bridge_aside_layout_measure;
  layout_class->allocate = bridge_aside_layout_allocate;
}

static void
bridge_aside_layout_init (BridgeAsideLayout *self)
{
}

/**
 * bridge_aside_layout_new:
 *
 * A layout for any widget that only holds others.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
bridge_aside_layout_new (void)
{
  return g_object_new (BRIDGE_TYPE_ASIDE_LAYOUT, NULL);
}
