/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win-slot"

#include "config.h"

#include "bridge-win-slot.h"

/* As high as most rows are, so that little moves when it is filled. */
#define USUAL_HEIGHT 86
/* What a row can do with: asking each for it would have all its words be shaped once more. */
#define LEAST_WIDTH 200

struct _BridgeWinSlot
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeWin *win; /* (nullable) */
  gboolean starts_month;
  gboolean filled;
  int height; /* as it was when it was filled last */
};

G_DEFINE_FINAL_TYPE (BridgeWinSlot, bridge_win_slot, ADW_TYPE_BIN)

static GtkSizeRequestMode
bridge_win_slot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_win_slot_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  BridgeWinSlot *self = BRIDGE_WIN_SLOT (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = LEAST_WIDTH;
    }
  else
    {
      if (self->filled)
        gtk_widget_measure (adw_bin_get_child (ADW_BIN (self)), GTK_ORIENTATION_VERTICAL, for_size, &self->height, NULL, NULL,
                            NULL);
      *minimum = *natural = self->height;
    }
}

static void
bridge_win_slot_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  if (BRIDGE_WIN_SLOT (widget)->filled)
    gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
bridge_win_slot_dispose (GObject *object)
{
  BridgeWinSlot *self = BRIDGE_WIN_SLOT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->win);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_win_slot_parent_class)->dispose (object);
}

static void
bridge_win_slot_class_init (BridgeWinSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_win_slot_dispose;
  widget_class->get_request_mode = bridge_win_slot_get_request_mode;
  widget_class->measure = bridge_win_slot_measure;
  widget_class->size_allocate = bridge_win_slot_size_allocate;
}

static void
bridge_win_slot_init (BridgeWinSlot *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->height = USUAL_HEIGHT;
}

/**
 * bridge_win_slot_new:
 * @space: the space
 *
 * An empty place.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_win_slot_new (BridgeSpace *space)
{
  BridgeWinSlot *self = g_object_new (BRIDGE_TYPE_WIN_SLOT, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/**
 * bridge_win_slot_set_win:
 * @self: the slot
 * @win: (nullable): a win; %NULL lets go of the one there
 * @starts_month: whether it is the first of its month
 *
 * Says what belongs here. It is not seen before the slot is filled; until then nothing is, rather than another one.
 */
void
bridge_win_slot_set_win (BridgeWinSlot *self,
                         BridgeWin     *win,
                         gboolean       starts_month)
{
  BridgeWinRow *row = bridge_win_slot_get_row (self);

  g_set_object (&self->win, win);
  self->starts_month = starts_month;
  self->filled = FALSE;
  if (row != NULL)
    gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
}

/**
 * bridge_win_slot_set_starts_month:
 * @self: the slot
 * @starts_month: whether it is the first of its month
 *
 * Shows or hides the month's heading.
 */
void
bridge_win_slot_set_starts_month (BridgeWinSlot *self,
                                  gboolean       starts_month)
{
  self->starts_month = starts_month;
  if (self->filled)
    bridge_win_row_set_starts_month (bridge_win_slot_get_row (self), starts_month);
}

/**
 * bridge_win_slot_is_filled:
 * @self: the slot
 *
 * Returns: whether it shows what belongs here, or nothing does
 */
gboolean
bridge_win_slot_is_filled (BridgeWinSlot *self)
{
  return self->filled || self->win == NULL;
}

/**
 * bridge_win_slot_fill:
 * @self: the slot
 *
 * Shows what belongs here.
 */
void
bridge_win_slot_fill (BridgeWinSlot *self)
{
  BridgeWinRow *row = bridge_win_slot_get_row (self);

  if (bridge_win_slot_is_filled (self))
    return;

  if (row == NULL)
    {
      row = BRIDGE_WIN_ROW (bridge_win_row_new (self->space));
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (row));
    }
  bridge_win_row_set_win (row, self->win, self->starts_month);
  gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
  self->filled = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * bridge_win_slot_get_row:
 * @self: the slot
 *
 * Returns: (transfer none) (nullable): the row in it, once it was filled
 */
BridgeWinRow *
bridge_win_slot_get_row (BridgeWinSlot *self)
{
  return (BridgeWinRow *) adw_bin_get_child (ADW_BIN (self));
}
