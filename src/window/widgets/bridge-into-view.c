/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-into-view"

#include "config.h"

#include "bridge-into-view.h"

#define ABOVE 60 /* px of what stands above: the heading of a list */
#define BELOW 84 /* px at the bottom that a toast may cover */
#define FOLLOW (500 * G_TIME_SPAN_MILLISECOND) /* as long as a row unfolds */

typedef struct {
  gint64 begin; /* of the frame clock, or 0 */
} Following;

static void
scroll (GtkWidget *widget,
        GtkWidget *viewport)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double top, bottom;

  if (content == NULL || !gtk_widget_compute_bounds (widget, content, &bounds))
    return;

  /* Where there is no room for all of it, its beginning counts. */
  top = bounds.origin.y;
  bottom = top + bounds.size.height + BELOW;
  value = MAX (value, bottom - page);
  value = MIN (value, MAX (top - ABOVE, 0));
  gtk_adjustment_set_value (adjustment, value);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Following *following = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (viewport == NULL)
    return G_SOURCE_REMOVE;

  if (following->begin == 0)
    following->begin = now;
  scroll (widget, viewport);

  return now - following->begin < FOLLOW ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * bridge_into_view:
 * @widget: something in a scrolled page
 *
 * Scrolls until all of @widget is seen, also what it is about to unfold, and no toast covers it; as much as has room,
 * from its beginning.
 */
void
bridge_into_view (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (Following, 1), g_free);
}
