/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-calendar-layout.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* One day and what is shown of it. */
typedef struct {
  int day;            /* day number */
  GPtrArray *moments; /* of BridgeOccurrence, in order; without what was left out, is not today, or rests */
  guint kept;         /* of them, in the smaller version too */
  char *away;         /* (nullable) a word for it: "Away" */
  char *away_words;   /* (nullable) the same in full: "Robin is away" */
} BridgeCalendarDay;

/**
 * BridgeCalendarDays:
 *
 * The days that a calendar shows, in order, with what is on them. While it is live it follows the space, midnight, the
 * clock, and moments that pass. Signal "changed".
 */
#define BRIDGE_TYPE_CALENDAR_DAYS (bridge_calendar_days_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCalendarDays, bridge_calendar_days, BRIDGE, CALENDAR_DAYS, GObject)

BridgeCalendarDays *bridge_calendar_days_new (BridgeSpace *space);
void bridge_calendar_days_set_live (BridgeCalendarDays *self, gboolean live);
void bridge_calendar_days_set_range (BridgeCalendarDays *self, int first_day, int n);
BridgeSpace *bridge_calendar_days_get_space (BridgeCalendarDays *self);
int bridge_calendar_days_get_first (BridgeCalendarDays *self);
int bridge_calendar_days_get_n (BridgeCalendarDays *self);
const BridgeCalendarDay *bridge_calendar_days_get (BridgeCalendarDays *self, int day);
int bridge_calendar_days_get_today (BridgeCalendarDays *self);
BridgeMark bridge_calendar_days_get_mark (BridgeCalendarDays *self, BridgeOccurrence *occurrence);
gboolean bridge_calendar_days_can_move (BridgeCalendarDays *self, BridgeOccurrence *occurrence);
gboolean bridge_calendar_days_move (BridgeCalendarDays *self, BridgeOccurrence *occurrence, BridgeLocal here_local,
                                    gboolean *moved, GError **error);
char *bridge_calendar_days_dup_label (BridgeCalendarDays *self, int day);

G_END_DECLS
