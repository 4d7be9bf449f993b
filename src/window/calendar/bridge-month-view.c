/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-month-view.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar-words.h"
#include "bridge-day-cell.h"
#include "bridge-day-head.h"
#include "bridge-day-row.h"
#include "bridge-fit-label.h"
#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-rows.h"

#define N_COLUMNS 7
#define N_WEEKS 6
#define SPACE 24
#define PANEL_CHARS 32 /* less is too narrow for the day beside the month */
#define PANEL_SHARE 0.4

struct _BridgeMonthView
{
  GtkWidget parent_instance;

  BridgeCalendarDays *days;
  int day;

  GtkWidget *grid;
  GtkWidget *weekdays[N_COLUMNS];
  GtkWidget *cells[N_WEEKS * N_COLUMNS];
  GtkWidget *panel;
  GtkLabel *day_label;
  GtkLabel *away_label;
  GtkLabel *empty_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeMonthView, bridge_month_view, GTK_TYPE_WIDGET)

static char *
get_row_key (gpointer item)
{
  return g_strdup (bridge_occurrence_get_name (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_day_row_new (bridge_calendar_days_get_space (BRIDGE_MONTH_VIEW (user_data)->days));
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  bridge_day_row_show (BRIDGE_DAY_ROW (row), BRIDGE_MONTH_VIEW (user_data)->days, item);
}

static void
update_panel (BridgeMonthView *self)
{
  const BridgeCalendarDay *content = bridge_calendar_days_get (self->days, self->day);
  g_autofree char *date = bridge_words_date (self->day * BRIDGE_DAY, bridge_calendar_days_get_today (self->days) * BRIDGE_DAY);
  g_autofree char *label = g_strdup_printf (_("Moments on %s"), date);
  gboolean had_focus, has_rows;
  int position;

  gtk_label_set_label (self->day_label, date);
  bridge_set_name (GTK_WIDGET (self->list), label);
  if (content == NULL)
    return;

  had_focus = bridge_rows_has_focus (self->list, &position);
  has_rows = content->moments->len > 0;
  bridge_rows_sync (self->list, content->moments, get_row_key, create_row, update_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), !has_rows && content->away == NULL);
  gtk_label_set_label (self->empty_label, self->day < bridge_calendar_days_get_today (self->days)
                                              ? _("Nothing was planned.")
                                              : _("Nothing planned. That is fine."));
  gtk_label_set_label (self->away_label, content->away_words != NULL ? content->away_words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->away_label), content->away_words != NULL);

  if (had_focus && has_rows && !bridge_rows_has_focus (self->list, &(int) { 0 }))
    bridge_rows_focus (self->list, position);
  else if (had_focus && !has_rows)
    bridge_month_view_focus_day (self);
}

static void
update (BridgeMonthView *self)
{
  int first = bridge_calendar_days_get_first (self->days);
  int n = bridge_calendar_days_get_n (self->days);

  if (n <= N_COLUMNS)
    return;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      int weekday = bridge_day_get_weekday (first + i);
      g_autofree char *words = bridge_weekday_to_words (weekday, FALSE);

      bridge_fit_label_set_text (BRIDGE_FIT_LABEL (self->weekdays[i]), words, bridge_words_weekday (weekday));
    }
  for (int i = 0; i < N_WEEKS * N_COLUMNS; i++)
    {
      gtk_widget_set_visible (self->cells[i], i < n);
      if (i < n)
        bridge_day_cell_show (BRIDGE_DAY_CELL (self->cells[i]), self->days, first + i,
                              bridge_calendar_same_month (first + i, self->day), first + i == self->day);
    }
  update_panel (self);
}

/* ---- Layout: the day beside the month where there is room, else below */

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural)
{
  gtk_widget_measure (widget, orientation, for_size, minimum, natural, NULL, NULL);
}

/* (int) how wide the day is, or 0 where it stands below. */
static int
get_panel_width (BridgeMonthView *self,
                 int              width)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int wanted = PANEL_CHARS * PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int panel = MAX (wanted, (int) ((width - SPACE) * PANEL_SHARE));
  int grid_least;

  pango_font_metrics_unref (metrics);
  measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &grid_least, NULL);

  return width - SPACE - panel >= MAX (grid_least, panel) ? panel : 0;
}

static GtkSizeRequestMode
bridge_month_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_month_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  BridgeMonthView *self = BRIDGE_MONTH_VIEW (widget);
  int grid_least, grid_natural, panel_least, panel_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure (self->grid, orientation, -1, &grid_least, &grid_natural);
      measure (self->panel, orientation, -1, &panel_least, &panel_natural);
      *minimum = MAX (grid_least, panel_least);
      *natural = grid_natural + SPACE + panel_natural;
    }
  else
    {
      int panel_width = for_size >= 0 ? get_panel_width (self, for_size) : 0;
      int grid_width = panel_width > 0 ? for_size - SPACE - panel_width : for_size;

      measure (self->grid, orientation, grid_width, &grid_least, &grid_natural);
      measure (self->panel, orientation, panel_width > 0 ? panel_width : for_size, &panel_least, &panel_natural);
      *minimum = panel_width > 0 ? MAX (grid_natural, panel_natural) : grid_natural + SPACE + panel_natural;
      *natural = *minimum;
    }
}

static void
bridge_month_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  BridgeMonthView *self = BRIDGE_MONTH_VIEW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int panel_width = get_panel_width (self, width);
  int grid_width = panel_width > 0 ? width - SPACE - panel_width : width;
  int grid_height, panel_height;

  measure (self->grid, GTK_ORIENTATION_VERTICAL, grid_width, NULL, &grid_height);
  measure (self->panel, GTK_ORIENTATION_VERTICAL, panel_width > 0 ? panel_width : width, NULL, &panel_height);

  if (panel_width > 0)
    {
      /* Days become as high as they are wide, but no higher. */
      int square = (bridge_calendar_days_get_n (self->days) / N_COLUMNS + 1) * grid_width / N_COLUMNS;

      grid_height = CLAMP (height, grid_height, MAX (grid_height, square));
      gtk_widget_size_allocate (self->grid,
                                &(GtkAllocation) { mirrored ? panel_width + SPACE : 0, 0, grid_width, grid_height }, -1);
      gtk_widget_size_allocate (self->panel,
                                &(GtkAllocation) { mirrored ? 0 : grid_width + SPACE, 0, panel_width, panel_height }, -1);
    }
  else
    {
      gtk_widget_size_allocate (self->grid, &(GtkAllocation) { 0, 0, width, grid_height }, -1);
      gtk_widget_size_allocate (self->panel, &(GtkAllocation) { 0, grid_height + SPACE, width, panel_height }, -1);
    }
}

/* Tab goes from the month to its day and out; the arrows walk within. */
static gboolean
bridge_month_view_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  BridgeMonthView *self = BRIDGE_MONTH_VIEW (widget);
  GtkWidget *child = bridge_view_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return child == self->panel && gtk_widget_child_focus (self->panel, direction);

  if (child == self->grid)
    return !back && gtk_widget_child_focus (self->panel, direction);
  if ((child == self->panel || back) && gtk_widget_child_focus (self->panel, direction))
    return TRUE;
  if (child == self->panel && !back)
    return FALSE;

  bridge_month_view_focus_day (self);

  return TRUE;
}

static gboolean
bridge_month_view_grab_focus (GtkWidget *widget)
{
  bridge_month_view_focus_day (BRIDGE_MONTH_VIEW (widget));

  return TRUE;
}

static void
bridge_month_view_dispose (GObject *object)
{
  BridgeMonthView *self = BRIDGE_MONTH_VIEW (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->panel, gtk_widget_unparent);
  g_clear_object (&self->days);

  G_OBJECT_CLASS (bridge_month_view_parent_class)->dispose (object);
}

static void
bridge_month_view_class_init (BridgeMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_month_view_dispose;
  widget_class->get_request_mode = bridge_month_view_get_request_mode;
  widget_class->measure = bridge_month_view_measure;
  widget_class->size_allocate = bridge_month_view_size_allocate;
  widget_class->focus = bridge_month_view_focus;
  widget_class->grab_focus = bridge_month_view_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "month");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_label (BridgeMonthView *self,
            const char      *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->panel), label);

  return GTK_LABEL (label);
}

static void
bridge_month_view_init (BridgeMonthView *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int i = 0; i < N_COLUMNS; i++)
    {
      self->weekdays[i] = bridge_fit_label_new ();
      gtk_widget_add_css_class (self->weekdays[i], "day-weekday");
      gtk_grid_attach (GTK_GRID (self->grid), self->weekdays[i], i, 0, 1, 1);
    }
  for (int i = 0; i < N_WEEKS * N_COLUMNS; i++)
    {
      self->cells[i] = bridge_day_cell_new ();
      gtk_widget_set_vexpand (self->cells[i], TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), self->cells[i], i % N_COLUMNS, 1 + i / N_COLUMNS, 1, 1);
    }

  self->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->panel, GTK_WIDGET (self));
  self->day_label = make_label (self, "heading");
  self->away_label = make_label (self, "day-away");
  self->empty_label = make_label (self, "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self->panel), GTK_WIDGET (self->list));
}

/**
 * bridge_month_view_new:
 * @days: the weeks to show
 *
 * Returns: (transfer floating): the widget, which follows @days
 */
GtkWidget *
bridge_month_view_new (BridgeCalendarDays *days)
{
  BridgeMonthView *self = g_object_new (BRIDGE_TYPE_MONTH_VIEW, NULL);

  self->days = g_object_ref (days);
  self->day = bridge_calendar_days_get_today (days);
  g_signal_connect_object (days, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_month_view_set_day:
 * @self: the view
 * @day: a day number
 *
 * Says which day is looked at; its month is the one that is shown.
 */
void
bridge_month_view_set_day (BridgeMonthView *self,
                           int              day)
{
  self->day = day;
  update (self);
}

/**
 * bridge_month_view_focus_day:
 * @self: the view
 *
 * Gives the day that is looked at the focus.
 */
void
bridge_month_view_focus_day (BridgeMonthView *self)
{
  GtkWidget *cell = bridge_month_view_get_cell (self, self->day);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/**
 * bridge_month_view_focus_moment:
 * @self: the view
 * @name: (nullable): name of an occurrence; %NULL: the first of the day
 *
 * Gives a moment of the day that is looked at the focus.
 *
 * Returns: %FALSE if it is not shown
 */
gboolean
bridge_month_view_focus_moment (BridgeMonthView *self,
                                const char      *name)
{
  GtkWidget *row = name != NULL ? bridge_month_view_get_row (self, name)
                                : gtk_widget_get_first_child (GTK_WIDGET (self->list));

  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * bridge_month_view_get_cell:
 * @self: the view
 * @day: a day number
 *
 * Returns: (transfer none) (nullable): the cell that shows it
 */
GtkWidget *
bridge_month_view_get_cell (BridgeMonthView *self,
                            int              day)
{
  int index = day - bridge_calendar_days_get_first (self->days);

  return index >= 0 && index < MIN (bridge_calendar_days_get_n (self->days), N_WEEKS * N_COLUMNS) ? self->cells[index] : NULL;
}

/**
 * bridge_month_view_get_row:
 * @self: the view
 * @name: name of an occurrence
 *
 * Returns: (transfer none) (nullable): the row that shows it
 */
GtkWidget *
bridge_month_view_get_row (BridgeMonthView *self,
                           const char      *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      BridgeOccurrence *occurrence = bridge_day_row_get_occurrence (BRIDGE_DAY_ROW (row));

      if (occurrence != NULL && g_strcmp0 (bridge_occurrence_get_name (occurrence), name) == 0)
        return row;
    }

  return NULL;
}
