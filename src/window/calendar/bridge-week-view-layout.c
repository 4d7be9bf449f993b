/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-week-view-private.h"

#include <adwaita.h>

#include "bridge-calendar-words.h"
#include "bridge-colour.h"
#include "bridge-moment-block.h"

#define COLUMN_CHARS 8 /* a narrower column shows nothing that can be read */
#define COLUMN_MIN 66
#define HOUR_MIN 30
#define HOUR_MAX 96
#define HOUR_CAP 192 /* however many are at one time */
#define GAP 3
#define LIST_GAP 6
#define LEGEND_GAP 12
#define HATCH 7

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         gboolean        least)
{
  int minimum, natural;

  gtk_widget_measure (widget, orientation, for_size, &minimum, &natural, NULL, NULL);

  return least ? minimum : natural;
}

static PangoLayout *
make_layout (BridgeWeekView *self,
             const char     *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static int
get_gutter (BridgeWeekView *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "00:00");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + 10;
}

static int
get_column_min (BridgeWeekView *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (COLUMN_CHARS * width, COLUMN_MIN);
}

static gboolean
is_list (BridgeWeekView *self,
         int             width)
{
  return width >= 0 && (width - get_gutter (self)) / BRIDGE_WEEK_DAYS < get_column_min (self);
}

static int
get_head_size (BridgeWeekView *self,
               GtkOrientation  orientation)
{
  int size = 0;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    size = MAX (size, measure (self->columns[i].head, orientation, -1, TRUE));

  return size;
}

/* High enough that the words of one moment end before the next begins, and where there is much time between them as low
 * as can be read. What is less than an hour apart may stand a little lower than its time. */
static int
get_hour_min (BridgeWeekView *self,
              int             width)
{
  int hour = HOUR_MIN;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      GPtrArray *blocks = self->columns[i].blocks;

      for (guint k = 0; k + 1 < blocks->len; k++)
        {
          int first = bridge_week_get_minute (bridge_moment_block_get_occurrence (g_ptr_array_index (blocks, k)));
          int height = 0;

          for (guint j = k; j + 1 < blocks->len; j++)
            {
              int minutes
                  = bridge_week_get_minute (bridge_moment_block_get_occurrence (g_ptr_array_index (blocks, j + 1))) - first;

              height += measure (g_ptr_array_index (blocks, j), GTK_ORIENTATION_VERTICAL, width - 2 * GAP, FALSE) + GAP;
              hour = MAX (hour, minutes > 60 ? (height * 60 + minutes - 1) / minutes : j == k || minutes == 60 ? height : 0);
              if (minutes >= 60)
                break;
            }
        }
    }

  return MIN (hour, HOUR_CAP);
}

static int
get_legend_height (BridgeWeekView *self)
{
  return gtk_widget_get_visible (self->legend)
             ? measure (self->legend, GTK_ORIENTATION_VERTICAL, -1, FALSE) + LEGEND_GAP
             : 0;
}

static int
get_hours (BridgeWeekView *self)
{
  return (self->span.to - self->span.from) / 60;
}

/* ---- As a list */

static int
get_content_height (BridgeWeekColumn *column,
                    int               width)
{
  int height = 0;

  if (gtk_widget_get_visible (column->caption))
    height += measure (column->caption, GTK_ORIENTATION_VERTICAL, width, FALSE) + LIST_GAP;
  for (guint k = 0; k < column->blocks->len; k++)
    height += measure (g_ptr_array_index (column->blocks, k), GTK_ORIENTATION_VERTICAL, width, FALSE) + LIST_GAP;

  return MAX (height - LIST_GAP, 0);
}

static int
measure_list (BridgeWeekView *self,
              int             width)
{
  int room = width - get_head_size (self, GTK_ORIENTATION_HORIZONTAL) - 2 * LIST_GAP;
  int head_height = get_head_size (self, GTK_ORIENTATION_VERTICAL);
  int height = 0;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    height += MAX (get_content_height (&self->columns[i], room), head_height) + 2 * LIST_GAP;

  return height;
}

static void
place (GtkWidget *view,
       GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gboolean mirrored = gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL;
  GtkAllocation area = { mirrored ? gtk_widget_get_width (view) - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &area, -1);
}

static void
allocate_list (BridgeWeekView *self,
               int             width)
{
  GtkWidget *view = GTK_WIDGET (self);
  int head_width = get_head_size (self, GTK_ORIENTATION_HORIZONTAL);
  int head_height = get_head_size (self, GTK_ORIENTATION_VERTICAL);
  int x = head_width + 2 * LIST_GAP;
  int top = LIST_GAP;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      BridgeWeekColumn *column = &self->columns[i];
      int content_height = get_content_height (column, width - x);
      int height = MAX (content_height, head_height);
      int y = top + (height - content_height) / 2;

      column->area = (GdkRectangle) { 0, top - LIST_GAP, width, height + 2 * LIST_GAP };
      place (view, column->head, 0, top, head_width, head_height);
      for (guint k = 0; k < column->blocks->len; k++)
        {
          GtkWidget *block = g_ptr_array_index (column->blocks, k);
          int block_height = measure (block, GTK_ORIENTATION_VERTICAL, width - x, FALSE);

          place (view, block, x, y, width - x, block_height);
          y += block_height + LIST_GAP;
        }
      if (gtk_widget_get_visible (column->caption))
        place (view, column->caption, x, y, width - x,
               measure (column->caption, GTK_ORIENTATION_VERTICAL, width - x, FALSE));
      top += height + 2 * LIST_GAP;
    }
}

/* ---- As columns */

/* Where the clocks went back the instants are not in the order of the times. */
static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  return ((const BridgeSpot *) a)->from - ((const BridgeSpot *) b)->from;
}

static double
get_y (BridgeWeekView *self,
       int             minute)
{
  return self->head_height + (minute - self->span.from) * self->hour / 60;
}

/**
 * bridge_week_get_lower:
 * @self: the view, as columns
 * @block: one of its blocks
 *
 * Returns: how many pixels @block stands lower than its time, because another is there
 */
int
bridge_week_get_lower (BridgeWeekView *self,
                       GtkWidget      *block)
{
  BridgeOccurrence *occurrence = bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (block));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (block, GTK_WIDGET (self), &bounds))
    return 0;

  return (int) bounds.origin.y - (int) get_y (self, bridge_week_get_minute (occurrence));
}

static void
allocate_blocks (BridgeWeekView   *self,
                 BridgeWeekColumn *column,
                 int               x,
                 int               width,
                 int               bottom)
{
  g_autofree BridgeSpot *spots = g_new0 (BridgeSpot, column->blocks->len + 1);
  guint n = column->blocks->len;

  for (guint k = 0; k < n; k++)
    {
      GtkWidget *block = g_ptr_array_index (column->blocks, k);
      BridgeOccurrence *occurrence = bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (block));
      int minutes = bridge_ritual_get_minutes (bridge_occurrence_get_ritual (occurrence));
      int least = measure (block, GTK_ORIENTATION_VERTICAL, width, FALSE);

      spots[k].item = block;
      spots[k].least = least;
      spots[k].from = (int) get_y (self, bridge_week_get_minute (occurrence));
      spots[k].to = spots[k].from + MAX (least, (int) (minutes * self->hour / 60) - GAP);
    }
  qsort (spots, n, sizeof *spots, compare_spots);
  bridge_calendar_stack (spots, n, GAP, bottom);

  for (guint k = 0; k < n; k++)
    place (GTK_WIDGET (self), spots[k].item, x, spots[k].from, width, spots[k].to - spots[k].from);
}

static void
allocate_columns (BridgeWeekView *self,
                  int             width,
                  int             height)
{
  GtkWidget *view = GTK_WIDGET (self);
  int size, least;

  self->gutter = get_gutter (self);
  self->head_height = get_head_size (self, GTK_ORIENTATION_VERTICAL) + 2 * GAP;
  size = (width - self->gutter) / BRIDGE_WEEK_DAYS;
  least = get_hour_min (self, size);
  self->legend_height = get_legend_height (self);
  self->hour = CLAMP ((height - self->head_height - self->legend_height - 2 * GAP) / (double) get_hours (self), least,
                      MAX (least, HOUR_MAX));

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      BridgeWeekColumn *column = &self->columns[i];
      int x = self->gutter + i * size;
      int bottom = (int) (self->head_height + get_hours (self) * self->hour);
      int left = gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL ? width - x - size : x;

      column->area = (GdkRectangle) { left, self->head_height, size, bottom - self->head_height };
      place (view, column->head, x, 0, size, self->head_height - 2 * GAP);
      if (column->is_away)
        place (view, column->away, x + GAP, self->head_height + GAP, size - 2 * GAP,
               measure (column->away, GTK_ORIENTATION_VERTICAL, size - 2 * GAP, FALSE));
      allocate_blocks (self, column, x + GAP, size - 2 * GAP, bottom);
    }

  if (self->legend_height > 0)
    place (view, self->legend, self->gutter, (int) get_y (self, self->span.to) + LEGEND_GAP, width - self->gutter,
           self->legend_height - LEGEND_GAP);
}

/**
 * bridge_week_measure:
 * @widget: the view
 * @orientation: which way
 * @for_size: the other size, or -1
 * @minimum: (out): the least
 * @natural: (out): the same, but for the width
 * @minimum_baseline: not used
 * @natural_baseline: not used
 *
 * Says how large the week is at a width: hours below each other, or days.
 */
void
bridge_week_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int block = 0;
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, self->blocks);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        block = MAX (block, measure (value, GTK_ORIENTATION_HORIZONTAL, -1, TRUE));
      *minimum = get_head_size (self, orientation) + 2 * LIST_GAP + block;
      *natural = MAX (*minimum, get_gutter (self) + BRIDGE_WEEK_DAYS * 2 * get_column_min (self));
    }
  else if (is_list (self, for_size))
    {
      *minimum = *natural = measure_list (self, for_size);
    }
  else
    {
      int size = for_size >= 0 ? (for_size - get_gutter (self)) / BRIDGE_WEEK_DAYS : 2 * get_column_min (self);

      *minimum = *natural = get_head_size (self, orientation) + 4 * GAP + get_hours (self) * get_hour_min (self, size) +
                            get_legend_height (self);
    }
}

/**
 * bridge_week_size_allocate:
 * @widget: the view
 * @width: in pixels
 * @height: in pixels
 * @baseline: not used
 *
 * Places heads and moments, in columns where there is room for seven.
 */
void
bridge_week_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (widget);

  self->as_list = is_list (self, width);
  gtk_widget_set_child_visible (self->legend, !self->as_list);
  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      gtk_widget_set_child_visible (self->columns[i].caption, self->as_list);
      gtk_widget_set_child_visible (self->columns[i].away, !self->as_list);
    }
  if (self->as_list)
    allocate_list (self, width);
  else
    allocate_columns (self, width, height);
}

/* ---- Drawing */

static void
append_rectangle (GtkSnapshot   *snapshot,
                  const GdkRGBA *colour,
                  double         alpha,
                  double         x,
                  double         y,
                  double         width,
                  double         height)
{
  GdkRGBA faint = *colour;

  faint.alpha *= (float) alpha;
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_hatch (GtkSnapshot        *snapshot,
              const GdkRGBA      *colour,
              const GdkRectangle *area)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height));

  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * 0.32);
  cairo_set_line_width (cr, 1.2);
  /* From one corner of the page on, so that the lines of neighbouring days meet. */
  for (int x = area->x - area->height - (area->x + area->y) % HATCH; x < area->x + area->width; x += HATCH)
    {
      cairo_move_to (cr, x, area->y + area->height);
      cairo_line_to (cr, x + area->height, area->y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* What is light on dark is seen less than what is dark on light. */
static double
get_quiet_alpha (BridgeWeekView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return adw_style_manager_get_dark (style) ? 0.22 : 0.13;
}

static void
append_stretches (BridgeWeekView   *self,
                  GtkSnapshot      *snapshot,
                  BridgeWeekColumn *column,
                  GArray           *stretches,
                  const GdkRGBA    *colour,
                  gboolean          hatched)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      BridgeStretch stretch = g_array_index (stretches, BridgeStretch, i);
      int from = (int) get_y (self, MAX (stretch.from, self->span.from));
      int to = (int) get_y (self, MIN (stretch.to, self->span.to));
      GdkRectangle area = { column->area.x + 1, from, column->area.width - 2, to - from };

      if (to <= from)
        continue;
      append_rectangle (snapshot, colour, hatched ? 0.05 : get_quiet_alpha (self), area.x, area.y, area.width, area.height);
      if (hatched)
        append_hatch (snapshot, colour, &area);
    }
}

static void
append_hours (BridgeWeekView *self,
              GtkSnapshot    *snapshot,
              const GdkRGBA  *colour)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA quiet = *colour;

  quiet.alpha *= 0.75f;
  for (int minute = self->span.from; minute <= self->span.to; minute += 60)
    {
      double y = (int) get_y (self, minute);
      g_autofree char *text = bridge_words_time (minute % BRIDGE_MINUTES_PER_DAY * BRIDGE_MINUTE);
      g_autoptr (PangoLayout) layout = make_layout (self, text);
      int text_width, text_height;

      append_rectangle (snapshot, colour, 0.1, mirrored ? 0 : self->gutter, y, width - self->gutter, 1);
      if (minute == self->span.to)
        break;
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirrored ? width - text_width - 2 : 2, (float) y + 2));
      gtk_snapshot_append_layout (snapshot, layout, &quiet);
      gtk_snapshot_restore (snapshot);
    }
}

/**
 * bridge_week_append_background:
 * @self: the view
 * @snapshot: what is drawn on
 *
 * Draws what is below the moments: hours, quiet ones tinted and stress peaks hatched, days away shaded.
 */
void
bridge_week_append_background (BridgeWeekView *self,
                               GtkSnapshot    *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA ink, water, warm;

  bridge_widget_get_colour (widget, &ink);
  bridge_widget_lookup_colour (widget, "bridge_water", &water);
  bridge_widget_lookup_colour (widget, "bridge_warm", &warm);

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      BridgeWeekColumn *column = &self->columns[i];

      if (column->is_away)
        append_rectangle (snapshot, &ink, 0.06, column->area.x + 1, column->area.y, column->area.width - 2,
                          column->area.height);
      if (self->as_list && i > 0)
        append_rectangle (snapshot, &ink, 0.1, column->area.x, column->area.y, column->area.width, 1);
      if (self->as_list)
        continue;
      append_stretches (self, snapshot, column, column->quiet, &water, FALSE);
      append_stretches (self, snapshot, column, column->stress, &warm, TRUE);
      append_rectangle (snapshot, &ink, 0.1, column->area.x, column->area.y, 1, column->area.height);
    }
  if (!self->as_list)
    append_hours (self, snapshot, &ink);
}

/**
 * bridge_week_append_drop:
 * @self: the view
 * @snapshot: what is drawn on
 *
 * Draws where what is dragged would go.
 */
void
bridge_week_append_drop (BridgeWeekView *self,
                         GtkSnapshot    *snapshot)
{
  int index = self->drop_day - bridge_calendar_days_get_first (self->days);
  GskRoundedRect shape;
  graphene_rect_t area;
  GdkRGBA colour, tint;

  if (!self->dragging || index < 0 || index >= BRIDGE_WEEK_DAYS)
    return;

  bridge_widget_lookup_colour (GTK_WIDGET (self), "bridge_water", &colour);
  area = GRAPHENE_RECT_INIT (self->columns[index].area.x + GAP, self->columns[index].area.y,
                             self->columns[index].area.width - 2 * GAP, self->columns[index].area.height);
  if (!self->as_list)
    {
      area.origin.y = (float) get_y (self, self->drop_minute);
      area.size.height = (float) MAX (self->drop_minutes * self->hour / 60, 24);
    }

  tint = colour;
  tint.alpha *= 0.16f;
  gsk_rounded_rect_init_from_rect (&shape, &area, 8);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &tint, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
  if (!self->as_list)
    {
      g_autofree char *text = bridge_words_time (self->drop_minute * BRIDGE_MINUTE);
      g_autoptr (PangoLayout) layout = make_layout (self, text);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.origin.x + 8, area.origin.y + 4));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}
