/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-wrap-layout"

#include "config.h"

#include "bridge-wrap-layout.h"

struct _BridgeWrapLayout
{
  GtkLayoutManager parent_instance;

  gboolean centred;
  gboolean yields;
  int most_gain;
};

G_DEFINE_FINAL_TYPE (BridgeWrapLayout, bridge_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget      *child,
               int             room,
               GtkRequisition *size)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &size->width, NULL, NULL);
  if (room >= 0)
    size->width = CLAMP (room, least, size->width);
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    size->width = least;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size->width, NULL, &size->height, NULL, NULL);
}

/* What is left of a line which ends so far at end, once the children after child have joined that fit on it. */
static int
room_left (GtkWidget *child,
           int        end,
           int        width)
{
  for (child = gtk_widget_get_next_sibling (child); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_child (child, width, &size);
      if (end + BRIDGE_WRAP_SPACING + size.width > width)
        break;
      end += BRIDGE_WRAP_SPACING + size.width;
    }

  return MAX (width - end, 0);
}

/* How much wider each child is than it likes to be, where all of them stand in one line. */
static int
get_gain (BridgeWrapLayout *self,
          GtkWidget        *widget,
          int               width)
{
  int together = -BRIDGE_WRAP_SPACING;
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_child (child, width, &size);
      together += size.width + BRIDGE_WRAP_SPACING;
      n++;
    }

  return n > 0 ? CLAMP ((width - together) / n, 0, self->most_gain) : 0;
}

/* What children give way, so that all of them stand in one line; none where they fit anyway, or would not even so. */
typedef struct {
  int wanted; /* all of them together */
  int slack;  /* how much they could */
} Yield;

static int
get_slack (GtkWidget            *child,
           const GtkRequisition *size)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return MAX (size->width - least, 0);
}

static Yield
get_yield (GtkWidget *widget,
           int        width)
{
  Yield yield = { -BRIDGE_WRAP_SPACING - width, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, liked;

      if (!gtk_widget_should_layout (child))
        continue;

      /* Widths only: how high each is takes far longer to find out. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      liked = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? least : MAX (least, MIN (liked, width));
      yield.wanted += liked + BRIDGE_WRAP_SPACING;
      yield.slack += liked - least;
    }

  return yield.wanted > 0 && yield.wanted <= yield.slack ? yield : (Yield) { 0, 0 };
}

/* Each as much as it can, by how much it can; what is left of both is for those that come after. */
static int
take_yield (Yield                *yield,
            GtkWidget            *child,
            const GtkRequisition *size)
{
  int slack = yield->wanted > 0 ? get_slack (child, size) : 0;
  int taken = slack > 0 ? (yield->wanted * slack + yield->slack - 1) / yield->slack : 0;

  taken = MIN (taken, slack);
  yield->wanted -= taken;
  yield->slack -= slack;

  return taken;
}

/* Lays the children out, or only says how high that is. A child that expands is content with
 * little and takes what is left of its line. */
static int
lay_out (BridgeWrapLayout *self,
         GtkWidget        *widget,
         int               width,
         gboolean          allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line_height = 0;
  int gain = self->most_gain > 0 ? get_gain (self, widget, width) : 0;
  Yield yield = self->yields ? get_yield (widget, width) : (Yield) { 0, 0 };
  gboolean yields = yield.wanted > 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_child (child, width, &size);
      size.width += gain - take_yield (&yield, child, &size);
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += line_height + BRIDGE_WRAP_SPACING;
          line_height = 0;
        }
      if (x == 0 && self->centred)
        x = room_left (child, size.width, width) / 2;
      if (!yields && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          /* The wider, the lower, where there are words that wrap. */
          size.width += room_left (child, x + size.width, width);
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
        }
      if (allocate)
        {
          GtkAllocation place = { mirrored ? width - x - size.width : x, y, size.width, size.height };

          gtk_widget_size_allocate (child, &place, -1);
        }
      x += size.width + BRIDGE_WRAP_SPACING;
      line_height = MAX (line_height, size.height);
    }

  return y + line_height;
}

static GtkSizeRequestMode
bridge_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  int widest = 0;
  int together = -BRIDGE_WRAP_SPACING;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;
      int liked = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      widest = MAX (widest, least);
      together += liked + BRIDGE_WRAP_SPACING;
    }
  together = MAX (together, widest);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = together;
    }
  else
    {
      *minimum = lay_out (BRIDGE_WRAP_LAYOUT (manager), widget, for_size >= 0 ? for_size : together, FALSE);
      *natural = *minimum;
    }
}

static void
bridge_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  lay_out (BRIDGE_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
bridge_wrap_layout_class_init (BridgeWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bridge_wrap_layout_get_request_mode;
  layout_class->measure = bridge_wrap_layout_measure;
  layout_class->allocate = bridge_wrap_layout_allocate;
}

static void
bridge_wrap_layout_init (BridgeWrapLayout *self)
{
}

/**
 * bridge_wrap_layout_new:
 *
 * A layout for any widget that only holds others.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
bridge_wrap_layout_new (void)
{
  return g_object_new (BRIDGE_TYPE_WRAP_LAYOUT, NULL);
}

/**
 * bridge_wrap_layout_set_centred:
 * @self: a layout
 * @centred: whether each line stands in the middle, and not at the start
 *
 * Has lines without children that expand stand in the middle.
 */
void
bridge_wrap_layout_set_centred (BridgeWrapLayout *self,
                                gboolean          centred)
{
  if (self->centred == centred)
    return;

  self->centred = centred;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * bridge_wrap_layout_set_most_gain:
 * @self: a layout
 * @most_gain: logical pixels
 *
 * Lets each child be so much wider at most than it likes to be, where all of them stand in one line. Children that could be
 * narrow, so that they do where there is little room, are not narrow where there is much.
 */
void
bridge_wrap_layout_set_most_gain (BridgeWrapLayout *self,
                                  int               most_gain)
{
  if (self->most_gain == most_gain)
    return;

  self->most_gain = most_gain;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * bridge_wrap_layout_set_yields:
 * @self: a layout
 * @yields: whether they do
 *
 * Has children be narrower than they like to be where that brings all of them into one line.
 */
void
bridge_wrap_layout_set_yields (BridgeWrapLayout *self,
                               gboolean          yields)
{
  if (self->yields == yields)
    return;

  self->yields = yields;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
