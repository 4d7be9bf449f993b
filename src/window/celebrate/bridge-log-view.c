/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-view"

#include "config.h"

#include "bridge-log-view-private.h"

/* What a log can do with, with the edges of its rows. */
#define LEAST_WIDTH 200

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

static void
value_changed_cb (BridgeLogView *self)
{
  if (self->arranging)
    return;

  /* Whoever scrolls wants to be there now. */
  self->show_focus = 0;
  bridge_log_view_arrange (self, FALSE);
}

/* ---- The focus */

static gboolean
focus_item (BridgeLogView *self,
            guint          item)
{
  GtkWidget *row;

  if (item >= bridge_log_view_get_n_items (self))
    return FALSE;

  bridge_log_view_scroll_to (self, item);
  bridge_log_view_arrange (self, FALSE);
  row = bridge_log_view_require_row (self, item);
  if (row == NULL)
    return FALSE;

  gtk_widget_set_child_visible (row, TRUE);
  self->focus = item;

  return gtk_widget_grab_focus (row);
}

/* Also when the focus has come into a row by Tab or by a click. */
static void
bridge_log_view_set_focus_child (GtkWidget *widget,
                                 GtkWidget *child)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);
  guint item;

  GTK_WIDGET_CLASS (bridge_log_view_parent_class)->set_focus_child (widget, child);

  if (child != NULL && bridge_log_view_get_item_of (self, child, &item))
    {
      /* A window that comes into use again gives it back to where it was, and nobody has asked to go there. */
      if (child != self->head_row && item != self->focus)
        bridge_log_view_scroll_to (self, item);
      self->focus = item;
      self->show_focus = 2;
      bridge_log_view_arrange_soon (self);
    }
  else
    {
      /* Rows that only waited out of sight for the focus to go on. */
      bridge_log_view_arrange_soon (self);
    }
}

static gboolean
bridge_log_view_grab_focus (GtkWidget *widget)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);

  return focus_item (self, MIN (self->focus, MAX (bridge_log_view_get_n_items (self), 1) - 1));
}

static GtkWidget *
find_focused_row (BridgeLogView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (bridge_log_row_has_focus (BRIDGE_LOG_ROW (row)))
        return row;
    }

  return NULL;
}

static gboolean
bridge_log_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);
  GtkWidget *inside = find_focused_row (self);
  guint item = self->focus;
  GtkWidget *row;

  if (bridge_log_view_get_n_items (self) == 0)
    return FALSE;

  self->shown = NULL;
  if (inside == NULL)
    {
      item = MIN (item, bridge_log_view_get_n_items (self) - 1);
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
      if (item >= bridge_log_view_get_n_items (self))
        return FALSE;
    }

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return focus_item (self, item);

  /* In the head only what gets the focus is to be seen. */
  if (item >= bridge_log_view_get_above (self))
    bridge_log_view_scroll_to (self, item);
  bridge_log_view_arrange (self, FALSE);
  row = bridge_log_view_require_row (self, item);
  if (row != NULL)
    gtk_widget_set_child_visible (row, TRUE);

  return row != NULL && gtk_widget_child_focus (row, direction);
}

/* By a page, or to an end; arrows move the focus wherever it is. */
static void
bridge_log_view_move (BridgeLogView *self,
                      GtkScrollType  how)
{
  guint n = bridge_log_view_get_n_items (self);
  guint item;
  double page;

  if (n == 0)
    return;

  item = MIN (self->focus, n - 1);
  page = self->height - bridge_log_heights_get (self->heights, item);
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
      /* The rest of the head comes before the wins. */
      if (item < bridge_log_view_get_above (self) && self->vadjustment != NULL
          && bridge_log_heights_get (self->heights, 0) - self->value > self->height)
        {
          gtk_adjustment_set_value (self->vadjustment,
                                    self->value + gtk_adjustment_get_page_increment (self->vadjustment));
          return;
        }
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
  guint item = position + bridge_log_view_get_above (self);
  gboolean all = position == 0 && removed == bridge_log_view_get_n_items (self) - bridge_log_view_get_above (self)
                 && (added != removed || removed > 1);
  gboolean refocus = FALSE;
  guint moved = added - removed; /* modulo 2^n */

  bridge_log_heights_splice (self->heights, item, removed, added);
  for (guint i = self->places->len; i-- > 0;)
    {
      BridgeLogPlace *place = bridge_log_view_get_place (self, i);

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
          refocus = refocus || bridge_log_row_has_focus (BRIDGE_LOG_ROW (place->row));
          bridge_log_view_drop_place (self, i);
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
      BridgeLogPlace *place = bridge_log_view_get_place (self, i);
      guint at = place->item - bridge_log_view_get_above (self);

      if (!place->stale)
        bridge_win_row_set_starts_month (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (place->row)),
                                         bridge_paged_list_starts_group (self->wins, at));
    }
  bridge_log_view_number_rows (self);

  bridge_log_view_arrange_soon (self);
  if (refocus && bridge_log_view_get_n_items (self) > 0)
    focus_item (self, MIN (self->focus, bridge_log_view_get_n_items (self) - 1));
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
  bridge_log_view_arrange_soon (self);
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
  BridgeLogView *self = BRIDGE_LOG_VIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : 1;
  /* A scrolled window wants to know whether there is more than fits. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      self->natural = bridge_log_heights_sum (self->heights, bridge_log_view_get_n_items (self));
      *natural = (int) CLAMP (self->natural, 1, G_MAXINT);
    }
}

/* The window may have another size than when this was seen the last time. */
static void
bridge_log_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_log_view_parent_class)->map (widget);
  gtk_widget_queue_resize (widget);
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
  bridge_log_view_arrange (self, TRUE);

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  if (self->head_row != NULL && gtk_widget_get_child_visible (self->head_row))
    {
      GtkAllocation head = { 0, (int) -self->value, width, bridge_log_heights_get (self->heights, 0) };

      if (-self->value < -2 * head.height)
        head.y = -2 * head.height;
      gtk_widget_size_allocate (self->head_row, &head, -1);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      BridgeLogPlace *place = bridge_log_view_get_place (self, i);
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
  widget_class->map = bridge_log_view_map;
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
  self->places = g_array_new (FALSE, FALSE, sizeof (BridgeLogPlace));
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
  guint n = bridge_log_view_get_n_items (self) - bridge_log_view_get_above (self);

  if (self->wins != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->wins, items_changed_cb, self);
      while (self->places->len > 0)
        bridge_log_view_drop_place (self, self->places->len - 1);
      bridge_log_heights_splice (self->heights, bridge_log_view_get_above (self), n, 0);
    }

  g_set_object (&self->space, space);
  g_set_object (&self->wins, wins);
  bridge_log_view_show_top (self);
  if (wins == NULL)
    return;

  bridge_log_heights_splice (self->heights, bridge_log_view_get_above (self), 0, g_list_model_get_n_items (G_LIST_MODEL (wins)));
  bridge_log_view_number_rows (self);
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
    bridge_log_view_get_place (self, i)->item += moved;
  if (self->focus > 0 || (moved == 1 && self->places->len > 0))
    self->focus += moved;
  if (self->anchor > 0)
    self->anchor += moved;
  else
    self->offset = 0;
  bridge_log_view_number_rows (self);
  bridge_log_view_arrange_soon (self);
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
  bridge_log_view_arrange_soon (self);
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
    bridge_log_view_show_win (self, bridge_log_view_get_place (self, i));
}
