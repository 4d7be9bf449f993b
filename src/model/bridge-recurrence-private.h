/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-recurrence.h"

G_BEGIN_DECLS

#define BRIDGE_RECURRENCE_MAX_INTERVAL 99999

/* Shared by reading (bridge-recurrence.c) and stepping (bridge-recurrence-iter.c). */
struct _BridgeRecurrence
{
  BridgeFreq freq;
  int interval;
  int count;               /* 0: none */
  BridgeLocal until;       /* inclusive, or BRIDGE_LOCAL_NONE */
  gboolean until_is_utc;
  gboolean until_is_date;  /* written without a time: @until is that day's last second */
  int week_start;
  GArray *by_day;          /* BridgeByDay */
  GArray *by_month_day;    /* int */
  GArray *by_month;        /* int */
  GArray *by_set_pos;      /* int */

  /* The same, ready for use. */
  guint months;            /* bit n: month n */
  guint weekdays;          /* bit n: weekday n, without ordinals only */
  gboolean has_ordinals;
};

/* The same with another INTERVAL and COUNT: (transfer full) */
BridgeRecurrence *bridge_recurrence_with (const BridgeRecurrence *self, int interval, int count);

G_END_DECLS
