/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-canvas"

#include "config.h"

#include "bridge-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "bridge-colour.h"

#define STRIPES 5.0 /* from one line of a hatch to the next */
#define OUTLINE 1.5

/**
 * bridge_canvas_colours_from_widget:
 * @colours: (out): to fill in
 * @widget: a widget
 *
 * Takes the colours that the style sheet has for @widget, light, dark or in high contrast.
 */
void
bridge_canvas_colours_from_widget (BridgeCanvasColours *colours,
                                   GtkWidget           *widget)
{
  bridge_widget_get_colour (widget, &colours->text);
  bridge_widget_lookup_colour (widget, "bridge_warm_bg", &colours->warm);
  bridge_widget_lookup_colour (widget, "bridge_water", &colours->water);
  bridge_widget_lookup_colour (widget, "card_bg_color", &colours->ground);
  colours->strong = adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

/**
 * bridge_canvas_colours_for_paper:
 * @colours: (out): to fill in
 *
 * The colours of what goes to paper, whatever the screen looks like.
 */
void
bridge_canvas_colours_for_paper (BridgeCanvasColours *colours)
{
  gdk_rgba_parse (&colours->text, "#241f1c");
  gdk_rgba_parse (&colours->warm, "#a8501e");
  gdk_rgba_parse (&colours->water, "#1b6470");
  gdk_rgba_parse (&colours->ground, "#ffffff");
  colours->strong = FALSE;
}

static PangoLayout *
create_layout (PangoContext *pango,
               const char   *text)
{
  PangoLayout *layout = pango_layout_new (pango);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * bridge_canvas_get_line:
 * @pango: what knows the font
 *
 * Returns: the height of a line of small words
 */
double
bridge_canvas_get_line (PangoContext *pango)
{
  g_autoptr (PangoLayout) layout = create_layout (pango, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/**
 * bridge_canvas_measure:
 * @pango: what knows the font
 * @text: small words
 *
 * Returns: how wide they are
 */
double
bridge_canvas_measure (PangoContext *pango,
                       const char   *text)
{
  g_autoptr (PangoLayout) layout = create_layout (pango, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * bridge_canvas_x:
 * @self: a canvas
 * @x: from where one begins to read
 *
 * Returns: from the left
 */
double
bridge_canvas_x (BridgeCanvas *self,
                 double        x)
{
  return self->mirrored ? self->width - x : x;
}

/**
 * bridge_canvas_shows:
 * @self: a canvas
 * @from: from where one begins to read
 * @to: the same, farther on
 *
 * Returns: whether all is seen that is between these
 */
gboolean
bridge_canvas_shows (BridgeCanvas *self,
                     double        from,
                     double        to)
{
  double left = bridge_canvas_x (self, self->mirrored ? to : from);

  return self->seen_to <= 0 || (left >= self->seen_from - 0.5 && left + to - from <= self->seen_to + 0.5);
}

/**
 * bridge_canvas_set_colour:
 * @self: a canvas
 * @colour: a colour
 * @strength: 0 to 1
 *
 * Draws with a colour, thinned; less so in high contrast, where the order of strengths stays as it is.
 */
void
bridge_canvas_set_colour (BridgeCanvas  *self,
                          const GdkRGBA *colour,
                          double         strength)
{
  double alpha = self->colours.strong ? sqrt (strength) : strength;

  cairo_set_source_rgba (self->cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/**
 * bridge_canvas_text:
 * @self: a canvas
 * @text: small words
 * @x: where they are, as one reads
 * @y: their top
 * @align: 0: they begin there; 0.5: they lie around it; 1: they end there
 * @strength: 0 to 1
 *
 * Writes words, which stay within the canvas.
 */
void
bridge_canvas_text (BridgeCanvas *self,
                    const char   *text,
                    double        x,
                    double        y,
                    double        align,
                    double        strength)
{
  g_autoptr (PangoLayout) layout = create_layout (self->pango, text);
  double left;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  left = CLAMP (x - align * width, 0, MAX (0, self->width - width));
  if (self->mirrored)
    left = self->width - left - width;
  bridge_canvas_set_colour (self, &self->colours.text, strength);
  cairo_move_to (self->cr, left, y);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

/**
 * bridge_canvas_box:
 * @self: a canvas
 * @x: where it begins, as one reads
 * @y: its top
 * @width: how wide it is
 * @height: how high it is
 * @radius: of its corners, at most
 *
 * Lays out a box with round corners.
 */
void
bridge_canvas_box (BridgeCanvas *self,
                   double        x,
                   double        y,
                   double        width,
                   double        height,
                   double        radius)
{
  double left = self->mirrored ? self->width - x - width : x;
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, left + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (self->cr, left + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (self->cr, left + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, left + r, y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (self->cr);
}

/**
 * bridge_canvas_circle:
 * @self: a canvas
 * @x: its middle, as one reads
 * @y: its middle
 * @radius: of it
 *
 * Lays out a circle.
 */
void
bridge_canvas_circle (BridgeCanvas *self,
                      double        x,
                      double        y,
                      double        radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, bridge_canvas_x (self, x), y, radius, 0, 2 * G_PI);
}

/**
 * bridge_canvas_hatch:
 * @self: a canvas
 * @x: where it begins, as one reads
 * @y: its top
 * @width: how wide it is
 * @height: how high it is
 *
 * Fills an area with lines, in the colour that is set.
 */
void
bridge_canvas_hatch (BridgeCanvas *self,
                     double        x,
                     double        y,
                     double        width,
                     double        height)
{
  double left = self->mirrored ? self->width - x - width : x;
  double first = floor ((left - height) / STRIPES) * STRIPES;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, left, y, width, height);
  cairo_clip (self->cr);
  cairo_set_line_width (self->cr, 1);
  for (double at = first; at < left + width; at += STRIPES)
    {
      cairo_move_to (self->cr, at, y + height);
      cairo_line_to (self->cr, at + height, y);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/**
 * bridge_canvas_plank:
 * @self: a canvas
 * @kind: what it is
 * @x: where it begins, as one reads
 * @y: its top
 * @width: how wide it is
 * @height: how high it is
 *
 * Draws one plank: full, or only an outline, so that kinds are told apart without their colours.
 */
void
bridge_canvas_plank (BridgeCanvas       *self,
                     BridgeLookBackKind  kind,
                     double              x,
                     double              y,
                     double              width,
                     double              height)
{
  const GdkRGBA *colour = kind == BRIDGE_LOOK_BACK_RITUALS || kind == BRIDGE_LOOK_BACK_WINS ? &self->colours.warm
                                                                                           : &self->colours.water;
  gboolean full = kind == BRIDGE_LOOK_BACK_RITUALS || kind == BRIDGE_LOOK_BACK_PROMISES;
  double line = MIN (OUTLINE, height / 3);

  if (full)
    {
      bridge_canvas_box (self, x, y, width, height, 3);
      bridge_canvas_set_colour (self, colour, 1);
      cairo_fill (self->cr);
      return;
    }
  bridge_canvas_box (self, x + line / 2, y + line / 2, width - line, height - line, 3);
  bridge_canvas_set_colour (self, &self->colours.ground, 1);
  cairo_fill_preserve (self->cr);
  bridge_canvas_set_colour (self, colour, 0.28);
  cairo_fill_preserve (self->cr);
  bridge_canvas_set_colour (self, colour, 1);
  cairo_set_line_width (self->cr, line);
  cairo_stroke (self->cr);
}

/**
 * bridge_canvas_rest:
 * @self: a canvas
 * @day: what it was
 * @x: where it begins, as one reads
 * @y: its top
 * @width: how wide it is
 * @height: how high it is
 *
 * Shades an area: hatched for a time away, water for the quiet days after a talk.
 */
void
bridge_canvas_rest (BridgeCanvas      *self,
                    BridgeLookBackDay  day,
                    double             x,
                    double             y,
                    double             width,
                    double             height)
{
  double left = self->mirrored ? self->width - x - width : x;

  if (day & BRIDGE_LOOK_BACK_DAY_RECOVERY)
    {
      bridge_canvas_set_colour (self, &self->colours.water, 0.16);
      cairo_rectangle (self->cr, left, y, width, height);
      cairo_fill (self->cr);
    }
  if (day & BRIDGE_LOOK_BACK_DAY_AWAY)
    {
      bridge_canvas_set_colour (self, &self->colours.text, 0.2);
      bridge_canvas_hatch (self, x, y, width, height);
    }
}

/**
 * bridge_canvas_day:
 * @self: a canvas
 * @day: what it was
 * @x: where it begins, as one reads
 * @y: its top
 * @size: how wide and high it is
 *
 * Draws one day of a calendar.
 */
void
bridge_canvas_day (BridgeCanvas      *self,
                   BridgeLookBackDay  day,
                   double             x,
                   double             y,
                   double             size)
{
  BridgeLookBackDay warmth = day & BRIDGE_LOOK_BACK_DAY_WARMTH;
  double radius = size * 0.3;

  bridge_canvas_box (self, x, y, size, size, radius);
  if (warmth == BRIDGE_LOOK_BACK_DAY_PLAIN)
    bridge_canvas_set_colour (self, &self->colours.text, 0.08);
  else
    bridge_canvas_set_colour (self, &self->colours.warm, warmth == BRIDGE_LOOK_BACK_DAY_WARM ? 0.42 : 1);
  cairo_fill_preserve (self->cr);

  cairo_save (self->cr);
  cairo_clip (self->cr);
  if (warmth == BRIDGE_LOOK_BACK_DAY_PLAIN)
    bridge_canvas_rest (self, day, x, y, size, size);
  else if (day & BRIDGE_LOOK_BACK_DAY_AWAY)
    {
      bridge_canvas_set_colour (self, warmth == BRIDGE_LOOK_BACK_DAY_WARM ? &self->colours.text : &self->colours.ground, 0.4);
      bridge_canvas_hatch (self, x, y, size, size);
    }
  cairo_restore (self->cr);

  if (day & BRIDGE_LOOK_BACK_DAY_RECOVERY)
    {
      bridge_canvas_box (self, x + 0.75, y + 0.75, size - 1.5, size - 1.5, radius);
      bridge_canvas_set_colour (self, &self->colours.water, 0.8);
      cairo_set_line_width (self->cr, 1.5);
      cairo_stroke (self->cr);
    }
}
