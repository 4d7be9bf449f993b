/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bridge-look-back-words.h"

G_BEGIN_DECLS

/* The pictures of a look back, drawn the same way on the screen, into a PNG and into an SVG. */

typedef struct {
  GdkRGBA text;
  GdkRGBA warm;
  GdkRGBA water;
  GdkRGBA ground; /* what it is drawn on */
  gboolean strong; /* whether thin colours are to be thinned less */
} BridgeCanvasColours;

typedef struct {
  cairo_t *cr;
  PangoContext *pango;
  BridgeCanvasColours colours;
  double width;
  gboolean mirrored; /* one reads from the right */
  double seen_from;  /* on the screen, from the left: what of it is within a scroller */
  double seen_to;    /* 0: all of it is seen */
} BridgeCanvas;

void bridge_canvas_colours_from_widget (BridgeCanvasColours *colours, GtkWidget *widget);
void bridge_canvas_colours_for_paper (BridgeCanvasColours *colours);

/* The height of a small line, and the width of small words. */
double bridge_canvas_get_line (PangoContext *pango);
double bridge_canvas_measure (PangoContext *pango, const char *text);
/* @align: 0 begins at @x, 0.5 lies around it, 1 ends there, as one reads; @strength: 0–1 */
void bridge_canvas_text (BridgeCanvas *self, const char *text, double x, double y, double align, double strength);

/* Shapes; x is mirrored where one reads from the right. @colour is thinned to @strength. */
void bridge_canvas_set_colour (BridgeCanvas *self, const GdkRGBA *colour, double strength);
double bridge_canvas_x (BridgeCanvas *self, double x);
/* Whether all is seen that is between two places, as one reads. */
gboolean bridge_canvas_shows (BridgeCanvas *self, double from, double to);
void bridge_canvas_box (BridgeCanvas *self, double x, double y, double width, double height, double radius); /* a path */
void bridge_canvas_circle (BridgeCanvas *self, double x, double y, double radius);                          /* a path */
void bridge_canvas_hatch (BridgeCanvas *self, double x, double y, double width, double height);

/* How a kind of moment, a time away or a quiet day is drawn, wherever it is. */
void bridge_canvas_plank (BridgeCanvas *self, BridgeLookBackKind kind, double x, double y, double width, double height);
void bridge_canvas_rest (BridgeCanvas *self, BridgeLookBackDay day, double x, double y, double width, double height);
/* @warmth: PLAIN, WARM, WARMER, with what it was besides */
void bridge_canvas_day (BridgeCanvas *self, BridgeLookBackDay day, double x, double y, double size);

/* ---- The pictures ---- */

/* At least so wide, and so high for a width. */
double bridge_picture_get_min_width (const BridgeLookBack *look_back, BridgeFigure figure, PangoContext *pango);
double bridge_picture_get_height (const BridgeLookBack *look_back, BridgeFigure figure, PangoContext *pango, double width);
void bridge_picture_draw (BridgeCanvas *canvas, const BridgeLookBack *look_back, BridgeFigure figure, int year);

/* What its shapes mean, in as many lines as it takes. @canvas: its cr may be NULL, to measure only. Returns the height */
double bridge_picture_draw_legend (BridgeCanvas *canvas, const BridgeLookBack *look_back, BridgeFigure figure, double top);

/* One file each */
void bridge_picture_draw_moments (BridgeCanvas *canvas, const BridgeLookBack *look_back);
double bridge_picture_get_moments_height (const BridgeLookBack *look_back, PangoContext *pango);
void bridge_picture_draw_band (BridgeCanvas *canvas, const BridgeLookBack *look_back, BridgeFigure figure);
double bridge_picture_get_band_left (BridgeFigure figure, PangoContext *pango);
void bridge_picture_draw_hours (BridgeCanvas *canvas, const BridgeLookBack *look_back);
double bridge_picture_get_hours_height (const BridgeLookBack *look_back, PangoContext *pango);
void bridge_picture_draw_days (BridgeCanvas *canvas, const BridgeLookBack *look_back, int year);
double bridge_picture_get_days_height (PangoContext *pango, int first_weekday, double width);
void bridge_picture_draw_pauses (BridgeCanvas *canvas, const BridgeLookBack *look_back);

/* The days along the bottom, from @left to the end, and what rests in them, between @top and @bottom. */
double bridge_picture_day_to_x (BridgeCanvas *canvas, const BridgeLookBack *look_back, double left, int day);
void bridge_picture_draw_rests (BridgeCanvas *canvas, const BridgeLookBack *look_back, double left, double top, double bottom);
void bridge_picture_draw_axis (BridgeCanvas *canvas, const BridgeLookBack *look_back, double left, double bottom);

#define BRIDGE_PICTURE_PLOT 144 /* the height of what stands on an axis, at most */

G_END_DECLS
