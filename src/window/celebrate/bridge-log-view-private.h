/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-log-heights.h"
#include "bridge-log-view.h"

G_BEGIN_DECLS

/* For bridge-log-view.c, which has the focus and what changes, and bridge-log-view-layout.c, which has the rows. */

typedef struct
{
  guint item;
  gboolean stale; /* what it shows is no longer what belongs there */
  double y;
  int height;
  GtkWidget *row;
} BridgeLogPlace;

struct _BridgeLogView
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  BridgeSpace *space;
  BridgePagedList *wins; /* (nullable) */

  /* Items are the head, if there is one, and the wins. */
  GtkWidget *head_row;   /* (nullable) */
  GArray *places;        /* of BridgeLogPlace: wins that have a row, in order */
  GPtrArray *spare;      /* rows without a win */
  BridgeLogHeights *heights;
  int width, height;     /* as it was allocated last */

  /* What stays where it is whatever the others turn out to be: the top of @anchor, which may be the end of the list, is @offset
   * pixels below the top of the view. */
  guint anchor;
  double offset;
  double value; /* of the adjustment, as it was set last */
  guint focus;  /* the item that has the focus, or had it last */
  guint tick_id;
  gint64 frame; /* in which rows were filled last, and for how many microseconds */
  gint64 spent;
  int show_focus;   /* in so many frames: rows that come with the first of them are laid out before the second */
  gpointer shown;   /* what had the focus when it was shown last; only to be compared */
  gboolean arranging;
  double natural; /* what a scrolled window takes for its height */
};

static inline guint
bridge_log_view_get_above (BridgeLogView *self)
{
  return self->head_row != NULL ? 1 : 0;
}

static inline guint
bridge_log_view_get_n_items (BridgeLogView *self)
{
  return bridge_log_heights_get_n (self->heights);
}

static inline BridgeLogPlace *
bridge_log_view_get_place (BridgeLogView *self,
                           guint          index)
{
  return &g_array_index (self->places, BridgeLogPlace, index);
}

void bridge_log_view_show_win (BridgeLogView *self, BridgeLogPlace *place);
void bridge_log_view_number_rows (BridgeLogView *self);
void bridge_log_view_drop_place (BridgeLogView *self, guint index);
void bridge_log_view_arrange_soon (BridgeLogView *self);
void bridge_log_view_arrange (BridgeLogView *self, gboolean fixed);
void bridge_log_view_scroll_to (BridgeLogView *self, guint item);
GtkWidget *bridge_log_view_require_row (BridgeLogView *self, guint item);
gboolean bridge_log_view_get_item_of (BridgeLogView *self, GtkWidget *row, guint *item);

G_END_DECLS
