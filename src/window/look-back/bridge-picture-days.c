/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-picture"

#include "config.h"

#include <math.h>

#include "bridge-canvas.h"
#include "bridge-words.h"

#define MONTHS 12
#define DAY_MIN 8.0
#define DAY_MAX 15.0
#define DAY_SPACE 3.0
#define MONTH_SPACE 18.0
#define LABEL_SPACE 6.0
#define WEEKS_OF_MONTH 6

/* Twelve months in as many columns as there is room for. */
typedef struct {
  int columns;
  double column; /* from one to the next */
  double row;
  double day;
  double line;
} Sheet;

static void
lay_out (PangoContext *pango,
         double        width,
         Sheet        *sheet)
{
  static const int columns[] = { 6, 4, 3, 2, 1 };
  const double min_month = 7 * DAY_MIN + 6 * DAY_SPACE;

  sheet->columns = 1;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if ((width + MONTH_SPACE) / columns[i] - MONTH_SPACE >= min_month)
        {
          sheet->columns = columns[i];
          break;
        }
    }
  sheet->column = (width + MONTH_SPACE) / sheet->columns;
  sheet->day = CLAMP ((sheet->column - MONTH_SPACE - 6 * DAY_SPACE) / 7, 2, DAY_MAX);
  sheet->line = bridge_canvas_get_line (pango);
  sheet->row = sheet->line + LABEL_SPACE + WEEKS_OF_MONTH * (sheet->day + DAY_SPACE) + MONTH_SPACE / 2;
}

/**
 * bridge_picture_get_days_height:
 * @pango: what knows the font
 * @first_weekday: 1 Monday – 7 Sunday
 * @width: how wide it is
 *
 * Returns: how high the calendar is then
 */
double
bridge_picture_get_days_height (PangoContext *pango,
                                int           first_weekday,
                                double        width)
{
  Sheet sheet;

  lay_out (pango, width, &sheet);
  return ceil (MONTHS / sheet.columns * sheet.row - MONTH_SPACE / 2);
}

/* The name of a month, with its year where that begins or nothing was said of it yet; as much of it as there is room for. */
static char *
dup_label (BridgeCanvas      *canvas,
           const BridgeCivil *civil,
           gboolean           with_year,
           double             room)
{
  BridgeLocal local;
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) date = g_date_time_new_utc (civil->year, civil->month, 1, 0, 0, 0);

  bridge_local_from_civil (civil->year, civil->month, 1, 0, 0, 0, &local);
  whole = with_year ? bridge_words_month (local) : g_strdup (bridge_words_month_name (civil->month));
  if (bridge_canvas_measure (canvas->pango, whole) <= room)
    return g_steal_pointer (&whole);
  return g_date_time_format (date, with_year ? "%b %Y" : "%b");
}

static void
draw_month (BridgeCanvas         *canvas,
            const BridgeLookBack *look_back,
            const Sheet          *sheet,
            int                   index,
            int                   first,
            double                x,
            double                y)
{
  BridgeCivil civil;
  g_autofree char *label = NULL;
  int offset = first - bridge_look_back_week_start (first, look_back->range.first_weekday);
  int days;

  bridge_local_to_civil ((BridgeLocal) first * BRIDGE_DAY, &civil);
  days = bridge_days_in_month (civil.year, civil.month);
  label = dup_label (canvas, &civil, index == 0 || civil.month == 1, sheet->column - MONTH_SPACE / 2);
  bridge_canvas_text (canvas, label, x, y, 0, 0.8);
  for (int i = 0; i < days; i++)
    {
      int place = offset + i;

      if (first + i > look_back->range.today)
        break;
      bridge_canvas_day (canvas, bridge_look_back_get_day (look_back, first + i),
                         x + place % 7 * (sheet->day + DAY_SPACE),
                         y + sheet->line + LABEL_SPACE + place / 7 * (sheet->day + DAY_SPACE), sheet->day);
    }
}

/**
 * bridge_picture_draw_days:
 * @canvas: what to draw on
 * @look_back: figures
 * @year: which twelve months: 0 the last ones
 *
 * Draws a calendar: warm days, and the others.
 */
void
bridge_picture_draw_days (BridgeCanvas         *canvas,
                          const BridgeLookBack *look_back,
                          int                   year)
{
  Sheet sheet;
  int day, to;

  lay_out (canvas->pango, canvas->width, &sheet);
  bridge_look_back_get_year (look_back, year, &day, &to);
  for (int i = 0; day < to; i++)
    {
      int year_of_day, month, day_of_month;

      draw_month (canvas, look_back, &sheet, i, day, i % sheet.columns * sheet.column, i / sheet.columns * sheet.row);
      bridge_day_to_civil (day, &year_of_day, &month, &day_of_month);
      day += bridge_days_in_month (year_of_day, month);
    }
}
