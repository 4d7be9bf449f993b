/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-hours.h"
#include "bridge-occurrence.h"

G_BEGIN_DECLS

/* The arithmetic of the calendars: pure functions, days as day numbers, times of the day in minutes. */

#define BRIDGE_MINUTES_PER_DAY 1440
#define BRIDGE_SNAP_MINUTES 15

/* What a moment looks like: filled, outlined, dotted. */
typedef enum {
  BRIDGE_MARK_KEPT,       /* and kept in its smaller version */
  BRIDGE_MARK_PLANNED,
  BRIDGE_MARK_UNRECORDED, /* behind us, and nothing was said */
} BridgeMark;

/* A stretch of one day; also, in pixels, of what is drawn. */
typedef struct {
  int from;
  int to; /* not included */
} BridgeStretch;

/* One of several blocks of a day, which may overlap. */
typedef struct {
  int from;
  int to;
  int least;     /* how high it has to be */
  gpointer item; /* whose it is */
} BridgeSpot;

gboolean bridge_mark_is_shown (BridgeOccurrence *occurrence);
BridgeMark bridge_mark_get (BridgeOccurrence *occurrence, gint64 now);

int bridge_calendar_get_first_weekday (const char *setting);
int bridge_calendar_week_start (int day, int first_weekday);
void bridge_calendar_month_weeks (int day, int first_weekday, int *first_day, int *n_weeks);
int bridge_calendar_add_months (int day, int months);
gboolean bridge_calendar_same_month (int one_day, int other_day);

void bridge_calendar_stack (BridgeSpot *spots, guint n, int gap, int bottom);
BridgeStretch bridge_calendar_span (const BridgeStretch *moments, guint n);
int bridge_calendar_snap (double minute);
GArray *bridge_calendar_hours_of_day (GListModel *hours, BridgeHoursKind kind, int day);
BridgeLocal bridge_calendar_to_frame (BridgeOccurrence *occurrence, BridgeLocal here_local, GTimeZone *here);

G_END_DECLS
