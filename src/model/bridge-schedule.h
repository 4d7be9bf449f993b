/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-recurrence.h"

G_BEGIN_DECLS

/**
 * BridgeSchedule:
 *
 * When a ritual happens: local start, rule (or none: one-off), times of the day and zone (or none: floating).
 * Immutable, reference counted (boxed). The start has been moved to the first real occurrence.
 * COUNT counts days of the rule; each of them carries all times of the day.
 */
typedef struct _BridgeSchedule BridgeSchedule;
#define BRIDGE_TYPE_SCHEDULE (bridge_schedule_get_type ())
GType bridge_schedule_get_type (void);

/* @rule: (nullable); @times: (nullable) "08:00,21:00" (any order, duplicates folded; NULL: the time of @start);
 * @zone: (nullable) IANA name, or NULL / "floating". Errors: INVALID_RULE, UNSUPPORTED_RULE, NEVER, INVALID_DATE,
 *   UNKNOWN_ZONE. */
BridgeSchedule *bridge_schedule_new (BridgeLocal start, const char *rule, const char *times, const char *zone,
                                     GError **error);
BridgeSchedule *bridge_schedule_ref (BridgeSchedule *self);
void bridge_schedule_unref (BridgeSchedule *self);
gboolean bridge_schedule_equal (const BridgeSchedule *a, const BridgeSchedule *b);

BridgeLocal bridge_schedule_get_start (const BridgeSchedule *self);
BridgeRecurrence *bridge_schedule_get_recurrence (const BridgeSchedule *self); /* (transfer none) (nullable) */
/* minutes of the day, sorted, at least one */
const int *bridge_schedule_get_times (const BridgeSchedule *self, guint *n);
const char *bridge_schedule_get_zone (const BridgeSchedule *self);             /* NULL: floating */
char *bridge_schedule_dup_rule (const BridgeSchedule *self);                   /* RRULE text or NULL */
/* "08:00,21:00", NULL when only the start's own time */
char *bridge_schedule_dup_times (const BridgeSchedule *self);
/* "Every day at 08:00 and 21:00"; one-off: "Once, on Tuesday, 24 November 2026 at 19:00" */
char *bridge_schedule_to_words (const BridgeSchedule *self);

/* The instant of one local start: in the schedule's zone, else in @here. */
gint64 bridge_schedule_localise (const BridgeSchedule *self, BridgeLocal local, GTimeZone *here);
/* Which local starts to look at for what happens "here" between two locals: floating gives them back, a pinned zone
 * converts. In the day after the clocks changed it is wider by the change: look at the instants of what it gives. */
void bridge_schedule_window (const BridgeSchedule *self, BridgeLocal here_from, BridgeLocal here_to, GTimeZone *here,
                             BridgeLocal *from, BridgeLocal *to);

typedef struct {
  /*< private >*/
  const BridgeSchedule *schedule;
  BridgeRecurrenceIter days;
  BridgeLocal day;
  guint next_time;
  BridgeLocal from;
  gboolean done;
} BridgeScheduleIter;

/* Starts >= @from in order, times of the day included. */
void bridge_schedule_iter_init (BridgeScheduleIter *iter, const BridgeSchedule *self, BridgeLocal from);
gboolean bridge_schedule_iter_next (BridgeScheduleIter *iter, BridgeLocal *local);
gboolean bridge_schedule_contains (const BridgeSchedule *self, BridgeLocal local);

/* Half as often, the same way: interval doubled, or only the first time of several a day. NULL where it cannot be
 * less. (transfer full) (nullable) */
BridgeSchedule *bridge_schedule_dup_less (const BridgeSchedule *self);
/* The same from the first occurrence at or after @from. (transfer full) (nullable: none left) */
BridgeSchedule *bridge_schedule_dup_from (const BridgeSchedule *self, BridgeLocal from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeSchedule, bridge_schedule_unref)

G_END_DECLS
