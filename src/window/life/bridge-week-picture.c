/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-week-picture"

#include "config.h"

#include "bridge-week-picture.h"

#include <glib/gi18n-lib.h>

#include "bridge-colour.h"
#include "bridge-hours.h"
#include "bridge-life-words.h"
#include "bridge-ritual-words.h"
#include "bridge-settings.h"
#include "bridge-words.h"

#define COLUMN_HEIGHT 132
#define MINUTES_PER_DAY 1440
#define SPACE 6      /* between columns, and under the names */
#define STRIPES 5.0  /* from one line of a hatch to the next */
#define LINES 4      /* six hours each */

struct _BridgeWeekPicture
{
  GtkWidget parent_instance;

  GListModel *hours;
  GSettings *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BridgeWeekPicture, bridge_week_picture, GTK_TYPE_WIDGET)

/* Where the columns are. */
typedef struct {
  double top;
  double left;   /* after the times, before them where one reads from the right */
  double column; /* width */
  double width;  /* of the whole picture */
  gboolean mirrored;
  int first_weekday; /* 1 Monday – 7 Sunday */
} Frame;

/* @day: 0 Monday … 6 Sunday */
static double
get_column_x (const Frame *frame,
              int          day)
{
  double x = frame->left + (day + 8 - frame->first_weekday) % 7 * (frame->column + SPACE);

  return frame->mirrored ? frame->width - x - frame->column : x;
}

static PangoLayout *
create_layout (BridgeWeekPicture *self,
               const char        *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
get_frame (BridgeWeekPicture *self,
           Frame             *frame)
{
  g_autofree char *time = bridge_words_time (18 * BRIDGE_HOUR);
  g_autoptr (PangoLayout) layout = create_layout (self, time);
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  frame->top = height + SPACE;
  frame->left = width + SPACE;
  frame->width = gtk_widget_get_width (GTK_WIDGET (self));
  frame->column = MAX ((frame->width - frame->left - 6 * SPACE) / 7, 1);
  frame->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  frame->first_weekday = bridge_settings_get_first_weekday (self->settings);
}

static void
draw_text (BridgeWeekPicture *self,
           GtkSnapshot       *snapshot,
           const char        *text,
           double             x,
           double             y,
           double             width,
           const GdkRGBA     *colour)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);
  int text_width = 0;
  int text_height = 0;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + MAX (0, (width - text_width) / 2), y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_frame (BridgeWeekPicture *self,
            GtkSnapshot       *snapshot,
            const Frame       *frame,
            const GdkRGBA     *colour)
{
  GdkRGBA faint = *colour;
  GdkRGBA dim = *colour;

  faint.alpha *= 0.06f;
  dim.alpha *= 0.75f;
  for (int day = 0; day < 7; day++)
    {
      g_autofree char *whole = bridge_weekday_to_words (day + 1, FALSE);
      /* In a narrow window one letter has to do. */
      g_autofree char *name = frame->column < 30 ? g_utf8_substring (whole, 0, 1) : g_strdup (whole);

      draw_text (self, snapshot, name, get_column_x (frame, day), 0, frame->column, &dim);
      gtk_snapshot_append_color (snapshot, &faint,
                                 &GRAPHENE_RECT_INIT (get_column_x (frame, day), frame->top, frame->column, COLUMN_HEIGHT));
    }

  for (int line = 1; line < LINES; line++)
    {
      g_autofree char *time = bridge_words_time (line * 24 / LINES * BRIDGE_HOUR);
      double y = frame->top + COLUMN_HEIGHT * line / LINES;
      double x = frame->mirrored ? frame->width - frame->left + SPACE : 0;

      draw_text (self, snapshot, time, x, y - (frame->top - SPACE) / 2, frame->left - SPACE, &dim);
      gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (frame->mirrored ? 0 : frame->left, y,
                                                                        frame->width - frame->left, 1));
    }
}

static void
hatch (GtkSnapshot           *snapshot,
       const graphene_rect_t *rect,
       const GdkRGBA         *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double x = rect->origin.x;
  double y = rect->origin.y;
  double height = rect->size.height;

  cairo_rectangle (cr, x, y, rect->size.width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  for (double at = x - height; at < x + rect->size.width; at += STRIPES)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_rectangle (cr, x + 0.5, y + 0.5, rect->size.width - 1, height - 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* One stretch of a day; minutes are of that day. */
static void
draw_stretch (GtkSnapshot     *snapshot,
              const Frame     *frame,
              BridgeHoursKind  kind,
              int              day,
              int              from,
              int              to,
              const GdkRGBA   *colour)
{
  double y = frame->top + (double) COLUMN_HEIGHT * from / MINUTES_PER_DAY;
  double height = MAX ((double) COLUMN_HEIGHT * (to - from) / MINUTES_PER_DAY, 2);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (get_column_x (frame, day), y, frame->column, height);

  if (kind == BRIDGE_HOURS_QUIET)
    gtk_snapshot_append_color (snapshot, colour, &rect);
  else
    hatch (snapshot, &rect, colour);
}

static void
draw_hours (GtkSnapshot   *snapshot,
            const Frame   *frame,
            BridgeHours   *hours,
            const GdkRGBA *colour)
{
  int weekdays = bridge_hours_get_weekdays (hours);
  int from = bridge_hours_get_from (hours);
  int to = from + bridge_hours_get_length (hours);

  for (int day = 0; day < 7; day++)
    {
      if ((weekdays & (1 << day)) == 0)
        continue;

      draw_stretch (snapshot, frame, bridge_hours_get_kind (hours), day, from, MIN (to, MINUTES_PER_DAY), colour);
      if (to > MINUTES_PER_DAY)
        draw_stretch (snapshot, frame, bridge_hours_get_kind (hours), (day + 1) % 7, 0, to - MINUTES_PER_DAY, colour);
    }
}

static void
bridge_week_picture_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BridgeWeekPicture *self = BRIDGE_WEEK_PICTURE (widget);
  GdkRGBA text;
  GdkRGBA quiet;
  GdkRGBA stress;
  Frame frame;

  bridge_widget_get_colour (widget, &text);
  bridge_widget_lookup_colour (widget, "bridge_water", &quiet);
  bridge_widget_lookup_colour (widget, "bridge_warm", &stress);
  quiet.alpha *= 0.45f;
  get_frame (self, &frame);
  draw_frame (self, snapshot, &frame, &text);

  /* Stress peaks above, whatever the order of the list. */
  for (int kind = BRIDGE_HOURS_QUIET; kind <= BRIDGE_HOURS_STRESS; kind++)
    {
      for (guint i = 0; self->hours != NULL && i < g_list_model_get_n_items (self->hours); i++)
        {
          g_autoptr (BridgeHours) hours = g_list_model_get_item (self->hours, i);

          if ((int) bridge_hours_get_kind (hours) == kind)
            draw_hours (snapshot, &frame, hours, kind == BRIDGE_HOURS_QUIET ? &quiet : &stress);
        }
    }
}

static void
bridge_week_picture_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  g_autofree char *time = bridge_words_time (18 * BRIDGE_HOUR);
  g_autoptr (PangoLayout) layout = create_layout (BRIDGE_WEEK_PICTURE (widget), time);
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width + 7 * (SPACE + 12);
      *natural = width + 7 * (SPACE + 48);
    }
  else
    {
      *minimum = *natural = height + SPACE + COLUMN_HEIGHT;
    }
}

static void
bridge_week_picture_dispose (GObject *object)
{
  bridge_week_picture_set_hours (BRIDGE_WEEK_PICTURE (object), NULL);
  g_clear_object (&BRIDGE_WEEK_PICTURE (object)->settings);

  G_OBJECT_CLASS (bridge_week_picture_parent_class)->dispose (object);
}

static void
bridge_week_picture_class_init (BridgeWeekPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_week_picture_dispose;
  widget_class->snapshot = bridge_week_picture_snapshot;
  widget_class->measure = bridge_week_picture_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "weekpicture");
}

static void
bridge_week_picture_init (BridgeWeekPicture *self)
{
  self->settings = bridge_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::first-weekday", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The week"), -1);
}

static void
hours_changed_cb (BridgeWeekPicture *self)
{
  g_autofree char *words = bridge_week_to_words (self->hours);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_week_picture_new:
 *
 * An empty week.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_week_picture_new (void)
{
  return g_object_new (BRIDGE_TYPE_WEEK_PICTURE, NULL);
}

/**
 * bridge_week_picture_set_hours:
 * @self: the picture
 * @hours: (nullable): BridgeHours, which may change
 *
 * Shows these.
 */
void
bridge_week_picture_set_hours (BridgeWeekPicture *self,
                               GListModel        *hours)
{
  if (self->hours != NULL)
    g_signal_handlers_disconnect_by_func (self->hours, hours_changed_cb, self);
  g_set_object (&self->hours, hours);
  if (hours == NULL)
    return;

  g_signal_connect_object (hours, "items-changed", G_CALLBACK (hours_changed_cb), self, G_CONNECT_SWAPPED);
  hours_changed_cb (self);
}
