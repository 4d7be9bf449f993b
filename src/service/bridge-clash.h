/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-hours.h"
#include "bridge-schedule.h"

G_BEGIN_DECLS

#define BRIDGE_CLASH_N_OFFERS 3

/**
 * BridgeClash:
 *
 * What is planned falls into quiet hours or a stress peak; and the nearest times of the day at which it would not.
 */
typedef struct {
  BridgeHours *hours;  /* what it falls into */
  BridgeLocal local;   /* the first moment that does, here */
  /* its time of the day as the schedule has it, which is elsewhere where that is pinned to a zone */
  int minute;
  gboolean reaches;    /* begins before the hours and goes on into them */
  gboolean once;       /* the only moment at this time on this day of the week, as far as one looks */
  gboolean always;     /* all moments at this time do, and they are on several days of the week */
  gboolean more;       /* moments at other times, or on other days of the week, do so too */
  int offers[BRIDGE_CLASH_N_OFFERS]; /* times of the day as the schedule has it, sorted: one earlier, two later */
  guint n_offers;
} BridgeClash;

BridgeClash *bridge_clash_find (const BridgeSchedule *schedule, int minutes, GListModel *hours, BridgeLocal now,
                                GTimeZone *here);
void bridge_clash_free (BridgeClash *self);
/* "At 22:30 on Mondays it would fall into the quiet hours (22:00 to 07:00)." */
char *bridge_clash_to_words (const BridgeClash *self, BridgeLocal now);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeClash, bridge_clash_free)

G_END_DECLS
