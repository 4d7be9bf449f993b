/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeRecurrence:
 *
 * A validated recurrence rule (RFC 5545 3.3.10, the subset of HACKING.md), immutable and reference counted (boxed).
 */
typedef struct _BridgeRecurrence BridgeRecurrence;
#define BRIDGE_TYPE_RECURRENCE (bridge_recurrence_get_type ())
GType bridge_recurrence_get_type (void);

typedef enum {
  BRIDGE_FREQ_DAILY,
  BRIDGE_FREQ_WEEKLY,
  BRIDGE_FREQ_MONTHLY,
  BRIDGE_FREQ_YEARLY,
} BridgeFreq;

typedef struct {
  int ordinal; /* 0: every; 1–53 or -1…-53: the nth */
  int weekday; /* 1 Monday – 7 Sunday */
} BridgeByDay;

/* With or without a leading "RRULE:". Fails with INVALID_RULE or UNSUPPORTED_RULE. */
BridgeRecurrence *bridge_recurrence_parse (const char *rrule, GError **error);
BridgeRecurrence *bridge_recurrence_ref (BridgeRecurrence *self);
void bridge_recurrence_unref (BridgeRecurrence *self);
char *bridge_recurrence_to_string (const BridgeRecurrence *self); /* canonical RRULE */
gboolean bridge_recurrence_equal (const BridgeRecurrence *a, const BridgeRecurrence *b);

BridgeFreq bridge_recurrence_get_freq (const BridgeRecurrence *self);
int bridge_recurrence_get_interval (const BridgeRecurrence *self);
int bridge_recurrence_get_count (const BridgeRecurrence *self);         /* 0: none */
BridgeLocal bridge_recurrence_get_until (const BridgeRecurrence *self); /* local, inclusive, or BRIDGE_LOCAL_NONE */
/* UNTIL was written with Z: get_until is then in UTC */
gboolean bridge_recurrence_until_is_utc (const BridgeRecurrence *self);
/* UNTIL in UTC turned local: (transfer full) */
BridgeRecurrence *bridge_recurrence_localise (BridgeRecurrence *self, GTimeZone *zone);
const BridgeByDay *bridge_recurrence_get_by_day (const BridgeRecurrence *self, guint *n);
const int *bridge_recurrence_get_by_month_day (const BridgeRecurrence *self, guint *n);
const int *bridge_recurrence_get_by_month (const BridgeRecurrence *self, guint *n);
const int *bridge_recurrence_get_by_set_pos (const BridgeRecurrence *self, guint *n);
int bridge_recurrence_get_week_start (const BridgeRecurrence *self);

/* On the stack, and needs no clearing; holds a borrowed rule. Yields starts >= from in order, in O(1) whatever the age
 * of start (COUNT excepted). @start need not match the rule: only real matches are yielded. Ends with the year 2200. */
typedef struct {
  /*< private >*/
  const BridgeRecurrence *rule;
  guint64 days[6];    /* what is left of the present period: bit n is the day first + n */
  int first;
  int period;         /* index of the next period */
  int anchor;         /* where period 0 lies, in units of the period */
  int start_day;
  int start_second;   /* of the day */
  int start_month_day;
  int start_month;
  int from_day;
  int last_day;
  int left;           /* of COUNT, or -1 */
  gboolean done;
  guint steps;        /* periods looked at: the measure of work, for tests */
} BridgeRecurrenceIter;

void bridge_recurrence_iter_init (BridgeRecurrenceIter *iter, const BridgeRecurrence *rule, BridgeLocal start,
                                  BridgeLocal from);
gboolean bridge_recurrence_iter_next (BridgeRecurrenceIter *iter, BridgeLocal *local);

/* One line of `rule --vectors`: "DTSTART|RRULE|N" gives the first N starts as ISO locals with blanks between
 * ("2026-11-24T19:00 2026-11-27T19:00"), nothing where the rule never matches, or "error: message". A DTSTART
 * that does not match is no start and not counted. (transfer full) */
char *bridge_recurrence_vectors_line (const char *line);

/* The rule (NULL: once) in one whole translatable sentence without a full stop: "Every second Tuesday at 19:00".
 * @times: minutes of the day, sorted; @start gives weekday and day of the month where the rule leaves them open. */
char *bridge_recurrence_to_words (const BridgeRecurrence *self, BridgeLocal start, const int *times, guint n_times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeRecurrence, bridge_recurrence_unref)

G_END_DECLS
