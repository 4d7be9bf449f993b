/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a footbridge across water is drawn, large or small. All lengths are logical pixels. */
typedef struct {
  double height;      /* of the whole picture */
  double bank;        /* how far the banks reach into it */
  double max_span;    /* from bank to bank */
  double rise;        /* the deck's highest point above its ends */
  double water;       /* height of the water */
  double rail_above;  /* the hand rail above the deck */
  double plank_width, plank_space, plank_height;
} BridgeSpanShape;

extern const BridgeSpanShape bridge_span_large;
extern const BridgeSpanShape bridge_span_small;

/* What is on it. */
typedef struct {
  guint slots;         /* places for planks; 0: as many as there is room for */
  guint posts;         /* of the rail; 0: as many as there is room for */
  guint moments;       /* planks, laid from both banks towards the middle; what is over lights lamps */
  guint lamps;         /* on the posts, beside those */
  double settling;     /* 0 – 1: how far the last plank has come down */
  gboolean faint;      /* it rests */
} BridgeSpan;

void bridge_span_draw (GtkWidget *widget, cairo_t *cr, const BridgeSpanShape *shape, const BridgeSpan *span, double width);
/* how many planks fit into @width */
guint bridge_span_get_room (const BridgeSpanShape *shape, double width);
/* which places, from left to right, have a plank */
void bridge_span_lay (guint moments, guint slots, gboolean *laid);
/* a footpath over land: what is open is walked, not built */
void bridge_span_draw_path (GtkWidget *widget, cairo_t *cr, const BridgeSpanShape *shape, gboolean walked, gboolean faint,
                            double width);

G_END_DECLS
