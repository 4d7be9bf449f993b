/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-view"

#include "config.h"

#include "bridge-log-view.h"

#include "bridge-log-heights.h"

/* What a log can do with, with the edges of its rows. */
#define LEAST_WIDTH 200

/* After so many microseconds of a frame the rows that are still empty wait for the next one. */
#define BUDGET_US 4000

typedef struct
{
  guint item;
  gboolean stale; /* what it shows is no longer what belongs there */
  double y;
  int height;
  GtkWidget *row;
} Place;

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
  GArray *places;        /* of Place: wins that have a row, in order */
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
  gboolean arranging;
};

static void bridge_log_view_scrollable_iface_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeLogView, bridge_log_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, bridge_log_view_scrollable_iface_init))

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  ACTIVATE,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- Items and rows */

static guint
get_above (BridgeLogView *self)
{
  return self->head_row != NULL ? 1 : 0;
}

static guint
get_n_items (BridgeLogView *self)
{
  return bridge_log_heights_get_n (self->heights);
}

static Place *
get_place (BridgeLogView *self,
           guint          index)
{
  return &g_array_index (self->places, Place, index);
}

static Place *
find_place (BridgeLogView *self,
            guint          item)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (get_place (self, i)->item == item)
        return get_place (self, i);
    }

  return NULL;
}

static Place *
find_place_of (BridgeLogView *self,
               GtkWidget     *row)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (get_place (self, i)->row == row)
        return get_place (self, i);
    }

  return NULL;
}

static GtkWidget *
get_row (BridgeLogView *self,
         guint          item)
{
  Place *place;

  if (item < get_above (self))
    return self->head_row;
  place = find_place (self, item);

  return place != NULL ? place->row : NULL;
}

static void
show_win (BridgeLogView *self,
          Place         *place)
{
  guint position = place->item - get_above (self);
  g_autoptr (BridgeWin) win = g_list_model_get_item (G_LIST_MODEL (self->wins), position);

  place->stale = FALSE;
  bridge_log_row_set_win (BRIDGE_LOG_ROW (place->row), self->space, win, bridge_paged_list_starts_group (self->wins, position));
}

static void
activate_cb (BridgeLogView *self,
             GtkWidget     *row)
{
  BridgeWinRow *shown = bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row));

  if (shown != NULL && bridge_win_row_get_win (shown) != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, bridge_win_row_get_win (shown));
}

/* Rows stand in the tree as they stand on the screen: for Tab, and for screen readers. */
static Place *
add_place (BridgeLogView *self,
           guint          item)
{
  Place place = { .item = item };
  GtkWidget *after = self->head_row;
  guint index = 0;

  while (index < self->places->len && get_place (self, index)->item < item)
    after = get_place (self, index++)->row;

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
  show_win (self, get_place (self, index));

  return get_place (self, index);
}

static gboolean
has_focus (GtkWidget *row)
{
  return row != NULL && (gtk_widget_is_focus (row) || gtk_widget_get_focus_child (row) != NULL);
}

static void
drop_place (BridgeLogView *self,
            guint          index)
{
  GtkWidget *row = get_place (self, index)->row;

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
      Place *place = get_place (self, i);

      if ((place->item < first || place->item > last) && !has_focus (place->row))
        drop_place (self, i);
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
  Place *place;

  if (item < get_above (self))
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
    show_win (self, place);
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
  guint n = get_n_items (self);

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
      else if (end < self->height && y < 0)
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
      self->anchor = get_n_items (self);
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

static void arrange (BridgeLogView *self, gboolean fixed);

/* Before the frame's layout. */
static gboolean
arrange_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  BRIDGE_LOG_VIEW (widget)->tick_id = 0;
  arrange (BRIDGE_LOG_VIEW (widget), FALSE);

  return G_SOURCE_REMOVE;
}

static void
arrange_soon (BridgeLogView *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), arrange_cb, NULL, NULL);
}

static void
place_rows (BridgeLogView *self,
            guint          first,
            guint          last,
            double         y)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      place->height = measure_row (self, place->row, place->item);
      /* Out of sight, with the focus. */
      if (place->item < first || place->item > last)
        place->y = place->item < first ? -self->height - place->height : 2 * self->height;
    }

  for (guint item = first; item <= last && item < get_n_items (self); item++)
    {
      Place *place = find_place (self, item);

      if (place != NULL)
        place->y = y;
      y += bridge_log_heights_get (self->heights, item);
    }

  if (self->head_row != NULL)
    gtk_widget_set_child_visible (self->head_row, first == 0 || has_focus (self->head_row));
}

/* Finds out which rows there are to be, and where; while they are @fixed only where those are that are there. */
static void
arrange (BridgeLogView *self,
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
  self->anchor = MIN (self->anchor, get_n_items (self));
  /* After a leap none of them is of use; the others may be. */
  if (!fixed)
    drop_places_outside (self, self->anchor - MIN (self->anchor, 50), self->anchor + 50);
  fill (self, &budget, &first, &last, &top);
  if (!fixed)
    drop_places_outside (self, first, last);
  place_rows (self, first, last, top);

  if (budget.short_of_time)
    {
      arrange_soon (self);
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
      configure (self->vadjustment, self->value, bridge_log_heights_sum (self->heights, get_n_items (self)), self->height);
      self->value = gtk_adjustment_get_value (self->vadjustment);
    }
  self->arranging = FALSE;
  if (!fixed)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (BridgeLogView *self)
{
  if (!self->arranging)
    arrange (self, FALSE);
}

/* Brings all of @item into view, with as little movement as that needs. */
static void
scroll_to (BridgeLogView *self,
           guint          item)
{
  double y = self->offset;
  int height;

  if (self->height <= 0 || item >= get_n_items (self))
    return;

  height = bridge_log_heights_get (self->heights, item);
  if (item < self->anchor || (item == self->anchor && self->offset < 0 && self->offset + height < self->height))
    {
      self->anchor = item;
      self->offset = 0;
    }
  else
    {
      for (guint i = self->anchor; i < item && y < self->height; i++)
        y += bridge_log_heights_get (self->heights, i);
      if (y + height <= self->height || (item == self->anchor && height >= self->height))
        return;

      /* Of what is higher than the view its begin. */
      self->anchor = height > self->height ? item : item + 1;
      self->offset = height > self->height ? 0 : self->height;
    }
  arrange_soon (self);
}

/* ---- The focus */

/* Whatever is to have the focus is there, also if there was no time for it. */
static GtkWidget *
require_row (BridgeLogView *self,
             guint          item)
{
  GtkWidget *row = get_row (self, item);

  if (row == NULL && item >= get_above (self) && self->height > 0)
    {
      row = add_place (self, item)->row;
      arrange_soon (self);
    }

  return row;
}

static gboolean
focus_item (BridgeLogView *self,
            guint          item)
{
  GtkWidget *row;

  if (item >= get_n_items (self))
    return FALSE;

  scroll_to (self, item);
  arrange (self, FALSE);
  row = require_row (self, item);
  if (row == NULL)
    return FALSE;

  gtk_widget_set_child_visible (row, TRUE);
  self->focus = item;

  return gtk_widget_grab_focus (row);
}

static gboolean
get_item_of (BridgeLogView *self,
             GtkWidget     *row,
             guint         *item)
{
  Place *place;

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

/* Also when the focus has come into a row by Tab or by a click. */
static void
bridge_log_view_set_focus_child (GtkWidget *widget,
                                 GtkWidget *child)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);
  guint item;

  GTK_WIDGET_CLASS (bridge_log_view_parent_class)->set_focus_child (widget, child);

  if (child != NULL && get_item_of (self, child, &item))
    {
      self->focus = item;
      /* The head may be as high as the view; what has the focus in it is seen or not, whatever is done here. */
      if (child != self->head_row || self->offset < 0 || self->anchor > 0)
        scroll_to (self, item);
    }
  else
    {
      /* Rows that only waited out of sight for the focus to go on. */
      arrange_soon (self);
    }
}

static gboolean
bridge_log_view_grab_focus (GtkWidget *widget)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);

  return focus_item (self, MIN (self->focus, MAX (get_n_items (self), 1) - 1));
}

static gboolean
bridge_log_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  guint item = self->focus;
  GtkWidget *row;

  if (get_n_items (self) == 0)
    return FALSE;

  if (inside == NULL)
    {
      item = MIN (item, get_n_items (self) - 1);
    }
  else
    {
      if (gtk_widget_child_focus (inside, direction))
        return TRUE;
      if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN)
        item++;
      else if ((direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP) && item > 0)
        item--;
      else
        return FALSE;
      if (item >= get_n_items (self))
        return FALSE;
    }

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return focus_item (self, item);

  scroll_to (self, item);
  arrange (self, FALSE);
  row = require_row (self, item);

  return row != NULL && gtk_widget_child_focus (row, direction);
}

/* By a page, or to an end; arrows move the focus wherever it is. */
static void
bridge_log_view_move (BridgeLogView *self,
                      GtkScrollType  how)
{
  guint n = get_n_items (self);
  guint item = MIN (self->focus, MAX (n, 1) - 1);
  double page = self->height - bridge_log_heights_get (self->heights, item);

  if (n == 0)
    return;

  switch (how)
    {
    case GTK_SCROLL_START:
      item = 0;
      break;
    case GTK_SCROLL_END:
      item = n - 1;
      break;
    case GTK_SCROLL_PAGE_UP:
      for (double left = page; item > 0 && (left >= bridge_log_heights_get (self->heights, item - 1) || left == page);)
        left -= bridge_log_heights_get (self->heights, --item);
      break;
    case GTK_SCROLL_PAGE_DOWN:
      for (double left = page; item + 1 < n && (left >= bridge_log_heights_get (self->heights, item + 1) || left == page);)
        left -= bridge_log_heights_get (self->heights, ++item);
      break;
    default:
      return;
    }

  focus_item (self, item);
}

/* ---- Changes */

static void
items_changed_cb (GListModel    *model,
                  guint          position,
                  guint          removed,
                  guint          added,
                  BridgeLogView *self)
{
  guint item = position + get_above (self);
  gboolean all = position == 0 && removed == get_n_items (self) - get_above (self)
                 && (added != removed || removed > 1);
  gboolean refocus = FALSE;
  guint moved = added - removed; /* modulo 2^n */

  bridge_log_heights_splice (self->heights, item, removed, added);
  for (guint i = self->places->len; i-- > 0;)
    {
      Place *place = get_place (self, i);

      if (place->item >= item + removed)
        {
          place->item += moved;
        }
      else if (place->item >= item && added == removed)
        {
          place->stale = TRUE;
        }
      else if (place->item >= item)
        {
          refocus = refocus || has_focus (place->row);
          drop_place (self, i);
        }
    }

  if (self->focus >= item + removed)
    self->focus += moved;
  else if (self->focus >= item && added != removed)
    self->focus = item;

  if (all)
    {
      self->anchor = 0;
      self->offset = 0;
    }
  else if (self->anchor >= item + removed && (self->anchor > 0 || self->offset < 0))
    {
      self->anchor += moved;
    }
  else if (self->anchor > item && added != removed)
    {
      self->anchor = item + MIN (self->anchor - item, added);
    }

  /* A heading comes or goes with what is above. */
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (!place->stale)
        bridge_win_row_set_starts_month (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (place->row)),
                                         bridge_paged_list_starts_group (self->wins, place->item - get_above (self)));
    }

  arrange_soon (self);
  if (refocus && get_n_items (self) > 0)
    focus_item (self, MIN (self->focus, get_n_items (self) - 1));
}

static void
set_adjustment (BridgeLogView  *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment)
{
  if (adjustment != NULL && *place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->value = gtk_adjustment_get_value (*place);
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (value_changed_cb), self);
  arrange_soon (self);
}

/* ---- The widget */

static GtkSizeRequestMode
bridge_log_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
bridge_log_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : 1;
}

static void
bridge_log_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);

  if (width != self->width)
    bridge_log_heights_forget (self->heights);
  self->width = width;
  self->height = height;
  arrange (self, TRUE);

  if (self->hadjustment != NULL)
    configure (self->hadjustment, 0, width, width);
  if (self->head_row != NULL && gtk_widget_get_child_visible (self->head_row))
    {
      GtkAllocation head = { 0, (int) -self->value, width, bridge_log_heights_get (self->heights, 0) };

      if (-self->value < -2 * head.height)
        head.y = -2 * head.height;
      gtk_widget_size_allocate (self->head_row, &head, -1);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      GtkAllocation allocation = { 0, (int) place->y, width, place->height };

      gtk_widget_size_allocate (place->row, &allocation, -1);
    }
}

static void
bridge_log_view_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_log_view_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_log_view_dispose (GObject *object)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (object);
  GtkWidget *child;

  bridge_log_view_set_wins (self, NULL, NULL);
  bridge_log_view_set_head (self, NULL);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (int i = 0; i < 2; i++)
    {
      GtkAdjustment **place = i == 0 ? &self->hadjustment : &self->vadjustment;

      if (*place != NULL)
        g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
      g_clear_object (place);
    }

  G_OBJECT_CLASS (bridge_log_view_parent_class)->dispose (object);
}

static void
bridge_log_view_finalize (GObject *object)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (object);

  g_array_unref (self->places);
  g_ptr_array_unref (self->spare);
  bridge_log_heights_free (self->heights);

  G_OBJECT_CLASS (bridge_log_view_parent_class)->finalize (object);
}

static void
bridge_log_view_scrollable_iface_init (GtkScrollableInterface *iface)
{
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          GtkScrollType   how)
{
  gtk_widget_class_add_binding_signal (widget_class, key, 0, "move", "(i)", how);
  gtk_widget_class_add_binding_signal (widget_class, keypad_key, 0, "move", "(i)", how);
  gtk_widget_class_add_binding_signal (widget_class, key, GDK_CONTROL_MASK, "move", "(i)", how);
  gtk_widget_class_add_binding_signal (widget_class, keypad_key, GDK_CONTROL_MASK, "move", "(i)", how);
}

static void
bridge_log_view_class_init (BridgeLogViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_log_view_dispose;
  object_class->finalize = bridge_log_view_finalize;
  object_class->get_property = bridge_log_view_get_property;
  object_class->set_property = bridge_log_view_set_property;
  widget_class->get_request_mode = bridge_log_view_get_request_mode;
  widget_class->measure = bridge_log_view_measure;
  widget_class->size_allocate = bridge_log_view_size_allocate;
  widget_class->set_focus_child = bridge_log_view_set_focus_child;
  widget_class->grab_focus = bridge_log_view_grab_focus;
  widget_class->focus = bridge_log_view_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, BRIDGE_TYPE_WIN);
  signals[MOVE] = g_signal_new_class_handler ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                              G_CALLBACK (bridge_log_view_move), NULL, NULL, NULL, G_TYPE_NONE, 1,
                                              GTK_TYPE_SCROLL_TYPE);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GTK_SCROLL_START);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GTK_SCROLL_END);
  add_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GTK_SCROLL_PAGE_UP);
  add_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GTK_SCROLL_PAGE_DOWN);

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bridge_log_view_init (BridgeLogView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->spare = g_ptr_array_new ();
  self->heights = bridge_log_heights_new ();
}

/**
 * bridge_log_view_set_wins:
 * @self: the view
 * @space: (nullable): the space
 * @wins: (nullable): what is shown
 *
 * Shows other wins.
 */
void
bridge_log_view_set_wins (BridgeLogView   *self,
                          BridgeSpace     *space,
                          BridgePagedList *wins)
{
  guint n = get_n_items (self) - get_above (self);

  if (self->wins != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->wins, items_changed_cb, self);
      while (self->places->len > 0)
        drop_place (self, self->places->len - 1);
      bridge_log_heights_splice (self->heights, get_above (self), n, 0);
    }

  g_set_object (&self->space, space);
  g_set_object (&self->wins, wins);
  bridge_log_view_show_top (self);
  if (wins == NULL)
    return;

  bridge_log_heights_splice (self->heights, get_above (self), 0, g_list_model_get_n_items (G_LIST_MODEL (wins)));
  g_signal_connect (wins, "items-changed", G_CALLBACK (items_changed_cb), self);
}

/**
 * bridge_log_view_set_head:
 * @self: the view
 * @head: (nullable): what stands above the wins; it goes with the view's row, so whoever wants it again keeps a reference
 *
 * Puts something above the wins, or takes it away.
 */
void
bridge_log_view_set_head (BridgeLogView *self,
                          GtkWidget     *head)
{
  GtkWidget *row = self->head_row;
  guint moved = (head != NULL) - (row != NULL); /* modulo 2^n */

  if (head == NULL && row == NULL)
    return;
  if (row != NULL && bridge_log_row_get_child (BRIDGE_LOG_ROW (row)) == head)
    return;

  if (row != NULL)
    bridge_log_row_set_child (BRIDGE_LOG_ROW (row), NULL);
  if (row != NULL && head == NULL)
    {
      self->head_row = NULL;
      gtk_widget_unparent (row);
      bridge_log_heights_splice (self->heights, 0, 1, 0);
    }
  else if (row == NULL)
    {
      row = bridge_log_row_new ();
      gtk_widget_insert_after (row, GTK_WIDGET (self), NULL);
      self->head_row = row;
      bridge_log_heights_splice (self->heights, 0, 0, 1);
    }
  if (head != NULL)
    bridge_log_row_set_child (BRIDGE_LOG_ROW (row), head);

  for (guint i = 0; i < self->places->len; i++)
    get_place (self, i)->item += moved;
  if (self->focus > 0 || (moved == 1 && self->places->len > 0))
    self->focus += moved;
  if (self->anchor > 0)
    self->anchor += moved;
  else
    self->offset = 0;
  arrange_soon (self);
}

/**
 * bridge_log_view_name_head:
 * @self: the view
 * @name: what a screen reader says of the head
 *
 * The row around the head has to have a name, too.
 */
void
bridge_log_view_name_head (BridgeLogView *self,
                           const char    *name)
{
  if (self->head_row != NULL)
    bridge_log_row_set_name (BRIDGE_LOG_ROW (self->head_row), name);
}

/**
 * bridge_log_view_show_top:
 * @self: the view
 *
 * Goes to where it begins.
 */
void
bridge_log_view_show_top (BridgeLogView *self)
{
  self->anchor = 0;
  self->offset = 0;
  self->focus = 0;
  arrange_soon (self);
}

/**
 * bridge_log_view_refresh:
 * @self: the view
 *
 * Shows the same wins anew.
 */
void
bridge_log_view_refresh (BridgeLogView *self)
{
  for (guint i = 0; i < self->places->len; i++)
    show_win (self, get_place (self, i));
}
