/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-week-view.h"

G_BEGIN_DECLS

/* What the view and its layout share. */

#define BRIDGE_WEEK_DAYS 7

typedef struct {
  GtkWidget *head;
  GtkWidget *away;
  GtkWidget *caption; /* where there are no columns: who is away, and what the tints would say */
  GPtrArray *blocks;  /* of BridgeMomentBlock, in order; the widgets are children of the view */
  GArray *quiet;      /* of BridgeStretch */
  GArray *stress;
  GdkRectangle area;  /* without the head where there are columns */
  gboolean is_away;
} BridgeWeekColumn;

struct _BridgeWeekView
{
  GtkWidget parent_instance;

  BridgeCalendarDays *days;
  BridgeWeekColumn columns[BRIDGE_WEEK_DAYS];
  GtkWidget *legend;       /* what the tints are */
  GtkWidget *quiet_legend;
  GtkWidget *stress_legend;
  GHashTable *blocks; /* name of an occurrence -> BridgeMomentBlock, borrowed */
  BridgeStretch span;

  /* As it was last laid out */
  gboolean as_list;
  int gutter;
  int head_height;
  int legend_height;
  double hour;

  /* Where what is dragged would go */
  gboolean dragging;
  int drop_day;
  int drop_minute;
  int drop_minutes;
};

int bridge_week_get_minute (BridgeOccurrence *occurrence);
int bridge_week_get_lower (BridgeWeekView *self, GtkWidget *block);

void bridge_week_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline);
void bridge_week_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void bridge_week_append_background (BridgeWeekView *self, GtkSnapshot *snapshot);
void bridge_week_append_drop (BridgeWeekView *self, GtkSnapshot *snapshot);

G_END_DECLS
