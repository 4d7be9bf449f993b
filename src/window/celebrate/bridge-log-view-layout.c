/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-view"

#include "config.h"

#include "bridge-log-view-private.h"

/* After so many microseconds of a frame the rows that are still empty wait for the next one. */
#define BUDGET_US 3000

/* ---- Items and rows */

static BridgeLogPlace *
find_place (BridgeLogView *self,
            guint          item)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (bridge_log_view_get_place (self, i)->item == item)
        return bridge_log_view_get_place (self, i);
    }

  return NULL;
}

static BridgeLogPlace *
find_place_of (BridgeLogView *self,
               GtkWidget     *row)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (bridge_log_view_get_place (self, i)->row == row)
        return bridge_log_view_get_place (self, i);
    }

  return NULL;
}

static GtkWidget *
get_row (BridgeLogView *self,
         guint          item)
{
  BridgeLogPlace *place;

  if (item < bridge_log_view_get_above (self))
    return self->head_row;
  place = find_place (self, item);

  return place != NULL ? place->row : NULL;
}

/**
 * bridge_log_view_show_win:
 * @self: the view
 * @place: one of its places
 *
 * Shows what belongs there.
 */
void
bridge_log_view_show_win (BridgeLogView  *self,
                          BridgeLogPlace *place)
{
  guint position = place->item - bridge_log_view_get_above (self);
  g_autoptr (BridgeWin) win = g_list_model_get_item (G_LIST_MODEL (self->wins), position);

  place->stale = FALSE;
  bridge_log_row_set_win (BRIDGE_LOG_ROW (place->row), self->space, win, bridge_paged_list_starts_group (self->wins, position));
  bridge_log_row_set_position (BRIDGE_LOG_ROW (place->row), place->item, bridge_log_view_get_n_items (self));
}

/**
 * bridge_log_view_number_rows:
 * @self: the view
 *
 * Tells screen readers where its rows are in the list, after that has changed.
 */
void
bridge_log_view_number_rows (BridgeLogView *self)
{
  guint n = bridge_log_view_get_n_items (self);

  if (self->head_row != NULL)
    bridge_log_row_set_position (BRIDGE_LOG_ROW (self->head_row), 0, n);
  for (guint i = 0; i < self->places->len; i++)
    bridge_log_row_set_position (BRIDGE_LOG_ROW (bridge_log_view_get_place (self, i)->row),
                                 bridge_log_view_get_place (self, i)->item, n);
}

static void
activate_cb (BridgeLogView *self,
             GtkWidget     *row)
{
  BridgeWinRow *shown = bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row));

  if (shown != NULL && bridge_win_row_get_win (shown) != NULL)
    g_signal_emit_by_name (self, "activate", bridge_win_row_get_win (shown));
}

/* Rows stand in the tree as they stand on the screen: for Tab, and for screen readers. */
static BridgeLogPlace *
add_place (BridgeLogView *self,
           guint          item)
{
  BridgeLogPlace place = { .item = item };
  GtkWidget *after = self->head_row;
  guint index = 0;

  while (index < self->places->len && bridge_log_view_get_place (self, index)->item < item)
    after = bridge_log_view_get_place (self, index++)->row;

  if (self->spare->len > 0)
    {
      place.row = g_ptr_array_steal_index (self->spare, self->spare->len - 1);
    }
  else
    {
      place.row = bridge_log_row_new ();
      g_signal_connect_swapped (place.row, "activate", G_CALLBACK (activate_cb), self);
      gtk_widget_set_parent (place.row, GTK_WIDGET (self));
    }
  if ((after != NULL ? gtk_widget_get_next_sibling (after) : gtk_widget_get_first_child (GTK_WIDGET (self))) != place.row)
    gtk_widget_insert_after (place.row, GTK_WIDGET (self), after);
  gtk_widget_set_visible (place.row, TRUE);
  g_array_insert_val (self->places, index, place);
  bridge_log_view_show_win (self, bridge_log_view_get_place (self, index));

  return bridge_log_view_get_place (self, index);
}

/**
 * bridge_log_view_drop_place:
 * @self: the view
 * @index: of the place
 *
 * Keeps its row for another win.
 */
void
bridge_log_view_drop_place (BridgeLogView *self,
                            guint          index)
{
  GtkWidget *row = bridge_log_view_get_place (self, index)->row;

  /* Nor can a screen reader find it. */
  bridge_log_row_set_win (BRIDGE_LOG_ROW (row), self->space, NULL, FALSE);
  gtk_widget_set_visible (row, FALSE);
  g_ptr_array_add (self->spare, row);
  g_array_remove_index (self->places, index);
}

/* Whoever has the focus keeps it, also where they cannot be seen for a while. */
static void
drop_places_outside (BridgeLogView *self,
                     guint          first,
                     guint          last)
{
  for (guint i = self->places->len; i-- > 0;)
    {
      BridgeLogPlace *place = bridge_log_view_get_place (self, i);

      if ((place->item < first || place->item > last) && !bridge_log_row_has_focus (BRIDGE_LOG_ROW (place->row)))
        bridge_log_view_drop_place (self, i);
    }
}

/* ---- Where what stands */

static int
measure_row (BridgeLogView *self,
             GtkWidget     *row,
             guint          item)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, self->width, &height, NULL, NULL, NULL);
  bridge_log_heights_set (self->heights, item, height);

  return height;
}

typedef struct
{
  gboolean fixed; /* rows are only being placed: what they show may not change while they are */
  gboolean short_of_time;
} Budget;

/* The height of @item with its top or, from below, its bottom at @y. What can be seen is filled, as long as there is time. */
static int
see_item (BridgeLogView *self,
          guint          item,
          double         y,
          gboolean       from_below,
          Budget        *budget)
{
  int height = bridge_log_heights_get (self->heights, item);
  double top = from_below ? y - height : y;
  gint64 begun = g_get_monotonic_time ();
  BridgeLogPlace *place;

  if (item < bridge_log_view_get_above (self))
    return measure_row (self, self->head_row, item);

  place = find_place (self, item);
  if (place != NULL && !place->stale)
    return measure_row (self, place->row, item);
  if (top + height <= 0 || top >= self->height)
    return height;

  if (budget->fixed || self->spent > BUDGET_US)
    {
      budget->short_of_time = TRUE;
      return height;
    }

  if (place != NULL)
    bridge_log_view_show_win (self, place);
  else
    place = add_place (self, item);
  height = measure_row (self, place->row, item);
  self->spent += g_get_monotonic_time () - begun;

  return height;
}

/* Fills the view from the anchor up and down, gives the first and the last item in it, and the place of the first. */
static void
fill (BridgeLogView *self,
      Budget        *budget,
      guint         *first,
      guint         *last,
      double        *top)
{
  guint n = bridge_log_view_get_n_items (self);

  *first = 0;
  *top = 0;
  for (int turn = 0; turn < 3; turn++)
    {
      guint up = self->anchor, down = self->anchor;
      double y = self->offset, end = self->offset;

      while (down < n && end < self->height)
        end += see_item (self, down++, end, FALSE, budget);
      while (up > 0 && y > 0)
        y -= see_item (self, --up, y, TRUE, budget);

      /* Nothing is above the first one, and nothing below the last one. */
      if (y > 0 || (end < self->height && y < 0 && up == 0 && end - y <= self->height))
        {
          self->anchor = 0;
          self->offset = 0;
        }
      else if (end < self->height && (y < 0 || up > 0))
        {
          self->anchor = n;
          self->offset = self->height;
        }
      else
        {
          *first = up;
          *top = y;
          break;
        }
    }

  /* Those on the way from the anchor may be out of sight. */
  while (*first + 1 < n && *top + bridge_log_heights_get (self->heights, *first) <= 0)
    *top += bridge_log_heights_get (self->heights, (*first)++);
  *last = *first;
  for (double y = *top; *last + 1 < n && y + bridge_log_heights_get (self->heights, *last) < self->height; (*last)++)
    y += bridge_log_heights_get (self->heights, *last);
}

/* The adjustment says where somebody wants to go: by less than a page from what is seen, or anywhere. */
static void
take_value (BridgeLogView *self)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  double by = value - self->value;
  double inside;

  if (value == self->value)
    return;

  self->value = value;
  if (value <= 0)
    {
      self->anchor = 0;
      self->offset = 0;
    }
  else if (value >= gtk_adjustment_get_upper (self->vadjustment) - gtk_adjustment_get_page_size (self->vadjustment))
    {
      self->anchor = bridge_log_view_get_n_items (self);
      self->offset = self->height;
    }
  else if (ABS (by) <= self->height)
    {
      self->offset -= by;
    }
  else
    {
      self->anchor = bridge_log_heights_find (self->heights, value, &inside);
      self->offset = -inside;
    }
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         upper,
           double         page)
{
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), page * 0.1, page * 0.9, page);
}

/* While a frame is laid out it stays as it was measured whether there is more than fits: otherwise the scrolled window shows or
 * hides its bar and asks for another layout, which does not come where this one did not begin at the top, and all of it stays
 * blank. The next frame says it. */
static double
hold_bar (BridgeLogView *self,
          double         upper)
{
  gboolean had_more = self->natural > self->height;

  if (had_more == (upper > self->height))
    return upper;

  bridge_log_view_arrange_soon (self);
  return had_more ? self->height + 1 : self->height;
}

/* Before the frame's layout. */
static gboolean
arrange_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  BRIDGE_LOG_VIEW (widget)->tick_id = 0;
  bridge_log_view_arrange (BRIDGE_LOG_VIEW (widget), FALSE);

  return G_SOURCE_REMOVE;
}

/**
 * bridge_log_view_arrange_soon:
 * @self: the view
 *
 * Arranges it in the next frame, before that is laid out.
 */
void
bridge_log_view_arrange_soon (BridgeLogView *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), arrange_cb, NULL, NULL);
}

/* What has the focus in a row that may be higher than the view, rather than all of that row. */
static void
show_focus (BridgeLogView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean again = self->show_focus < 2;
  GtkWidget *row = focus;
  graphene_rect_t bounds, whole; /* from where the padding of the row ends */
  double y, top, below;
  guint item;

  self->show_focus--;
  while (row != NULL && gtk_widget_get_parent (row) != GTK_WIDGET (self))
    row = gtk_widget_get_parent (row);
  if ((focus == self->shown && !again) || !bridge_log_view_get_item_of (self, row, &item)
      || !gtk_widget_compute_bounds (focus, row, &bounds) || !gtk_widget_compute_bounds (row, row, &whole))
    {
      self->show_focus = 0;
      return;
    }

  self->shown = focus;
  measure_row (self, row, item);
  y = self->offset + bridge_log_heights_sum (self->heights, item) - bridge_log_heights_sum (self->heights, self->anchor);
  if (focus == self->head_row)
    {
      self->anchor = 0;
      self->offset = 0;
    }
  else if (focus == row)
    {
      bridge_log_view_scroll_to (self, item);
    }
  else
    {
      top = y + bounds.origin.y - whole.origin.y;
      below = top + bounds.size.height - self->height;
      self->anchor = item;
      self->offset = y;
      if (top < 0)
        self->offset -= top;
      else if (below > 0)
        self->offset -= MIN (below, top);
    }
  if (self->show_focus > 0)
    bridge_log_view_arrange_soon (self);
}

static void
place_rows (BridgeLogView *self,
            guint          first,
            guint          last,
            double         y)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      BridgeLogPlace *place = bridge_log_view_get_place (self, i);

      place->height = measure_row (self, place->row, place->item);
      /* Out of sight, with the focus. */
      if (place->item < first || place->item > last)
        place->y = place->item < first ? -self->height - place->height : 2 * self->height;
    }

  for (guint item = first; item <= last && item < bridge_log_view_get_n_items (self); item++)
    {
      BridgeLogPlace *place = find_place (self, item);

      if (place != NULL)
        place->y = y;
      y += bridge_log_heights_get (self->heights, item);
    }

  if (self->head_row != NULL)
    gtk_widget_set_child_visible (self->head_row, first == 0 || bridge_log_row_has_focus (BRIDGE_LOG_ROW (self->head_row)));
}

/**
 * bridge_log_view_arrange:
 * @self: the view
 * @fixed: whether only those rows that are there are placed
 *
 * Finds out which rows there are to be, and where. While a frame is laid out they are fixed: a row that shows something else
 * would have all above it be laid out again.
 */
void
bridge_log_view_arrange (BridgeLogView *self,
                         gboolean       fixed)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
  Budget budget = { .fixed = fixed };
  guint first, last;
  double top;

  if (self->arranging || self->width <= 0 || self->height <= 0)
    return;

  self->arranging = TRUE;
  if (frame != self->frame)
    self->spent = 0;
  self->frame = frame;
  if (self->vadjustment != NULL)
    take_value (self);
  self->anchor = MIN (self->anchor, bridge_log_view_get_n_items (self));
  if (self->show_focus > 0 && !fixed)
    show_focus (self);
  /* After a leap none of them is of use; the others may be. */
  if (!fixed)
    drop_places_outside (self, self->anchor - MIN (self->anchor, 50), self->anchor + 50);
  fill (self, &budget, &first, &last, &top);
  if (!fixed)
    drop_places_outside (self, first, last);
  place_rows (self, first, last, top);

  if (budget.short_of_time)
    {
      bridge_log_view_arrange_soon (self);
    }
  else
    {
      self->anchor = first;
      self->offset = top;
      bridge_log_heights_settle (self->heights);
    }

  self->value = bridge_log_heights_sum (self->heights, first) - top;
  if (self->vadjustment != NULL)
    {
      double upper = bridge_log_heights_sum (self->heights, bridge_log_view_get_n_items (self));

      if (fixed)
        upper = hold_bar (self, upper);
      self->natural = upper;
      configure (self->vadjustment, self->value, upper, self->height);
      self->value = gtk_adjustment_get_value (self->vadjustment);
    }
  self->arranging = FALSE;
  if (!fixed)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * bridge_log_view_scroll_to:
 * @self: the view
 * @item: an item
 *
 * Brings all of it into view, with as little movement as that needs; of what is higher than the view its begin.
 */
void
bridge_log_view_scroll_to (BridgeLogView *self,
                           guint          item)
{
  double y = self->offset;
  guint i = self->anchor;
  int height;

  if (self->height <= 0 || item >= bridge_log_view_get_n_items (self))
    return;

  /* No further than it can be seen. */
  while (i < item && y < self->height)
    y += bridge_log_heights_get (self->heights, i++);
  while (i > item && y > 0)
    y -= bridge_log_heights_get (self->heights, --i);

  height = bridge_log_heights_get (self->heights, item);
  if (i == item && y >= 0 && y + height <= self->height)
    return;
  if (i == item && y <= 0 && y + height >= self->height)
    return;

  /* Of what is higher than the view its begin. */
  if (i > item || (i == item && y < 0) || height > self->height)
    {
      self->anchor = item;
      self->offset = 0;
    }
  else
    {
      self->anchor = item + 1;
      self->offset = self->height;
    }
  bridge_log_view_arrange_soon (self);
}

/**
 * bridge_log_view_require_row:
 * @self: the view
 * @item: an item that is to have the focus
 *
 * Gives it a row, also if there was no time for that.
 *
 * Returns: (transfer none) (nullable): the row; %NULL before the view has a size
 */
GtkWidget *
bridge_log_view_require_row (BridgeLogView *self,
                             guint          item)
{
  GtkWidget *row = get_row (self, item);

  if (row == NULL && item >= bridge_log_view_get_above (self) && self->height > 0)
    {
      row = add_place (self, item)->row;
      bridge_log_view_arrange_soon (self);
    }

  return row;
}

/**
 * bridge_log_view_get_item_of:
 * @self: the view
 * @row: (nullable): one of its rows
 * @item: (out): what it shows
 *
 * Returns: whether it shows anything
 */
gboolean
bridge_log_view_get_item_of (BridgeLogView *self,
                             GtkWidget     *row,
                             guint         *item)
{
  BridgeLogPlace *place;

  if (row == self->head_row && row != NULL)
    {
      *item = 0;
      return TRUE;
    }
  place = find_place_of (self, row);
  if (place != NULL)
    *item = place->item;

  return place != NULL;
}
