/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-hours.h"
#include "bridge-one-off.h"
#include "bridge-pause.h"

G_BEGIN_DECLS

/* What is to be done about reminders of what is no ritual, at one instant. Pure functions; times are UTC ms. */

/* One reminder that shall come. */
typedef struct {
  BridgeSubject subject;
  char *subject_id;
  char *step;        /* which one, with the date it is about */
  BridgeLocal about; /* the date, local: what the notice speaks of */
  gboolean timed;    /* it has a time, not only a date */
  char *text;        /* (nullable) a person's own words, for where titles are shown */
  char *who;         /* (nullable): whose it is; of both, or of nobody in particular */
  gint64 due;
  gint64 until;      /* after that nobody needs to be told */
  gint64 since;      /* what was due before then does not come */
  gboolean quiet;    /* waits for the end of quiet hours */
  gboolean snoozed;  /* was asked for at that time, so it comes then, unless the computer slept over it */
  gboolean held;     /* waits for the end of a pause; and, unless … */
  gboolean in_recovery; /* … it was meant for it, of the recovery window after it */
  gboolean always;   /* comes even when reminders are off, and by itself */
} BridgeOneOffPlan;

BridgeOneOffPlan *bridge_one_off_plan_new (BridgeSubject subject, const char *subject_id, const char *step, gint64 due);
void bridge_one_off_plan_free (BridgeOneOffPlan *self);
char *bridge_one_off_plan_dup_name (BridgeOneOffPlan *self);

typedef struct {
  gint64 now;
  gint64 from;             /* what was to come before then is not looked for */
  gboolean on;             /* reminders are on … */
  gint64 on_since;         /* … since then */
  GListModel *hours;       /* of BridgeHours, (nullable) */
  GListModel *pauses;      /* of BridgePause, (nullable): all of them */
  BridgePause *pause;      /* (nullable): the one that runs */
  GTimeZone *here;
  GHashTable *again;       /* (nullable) set of keys: shown by a clock that was ahead, and to come again in their time */
} BridgeOneOffView;

typedef struct {
  BridgeOneOffPlan *plan;  /* borrowed */
  BridgeOneOff *known;     /* its row, (nullable) */
  gint64 effective;        /* when it was to come */
  gboolean together;       /* goes into the one notice of several, and "reason" says why */
  const char *reason;      /* static, (nullable) */
} BridgeOneOffDue;

typedef struct {
  GPtrArray *due;          /* of BridgeOneOffDue */
  GPtrArray *stale;        /* of BridgeOneOff: rows that are open though nothing is to come of them, "state" and "reason" set */
  GPtrArray *standing;     /* of BridgeOneOffPlan, borrowed: shown by itself, and still good */
  GPtrArray *early;        /* of BridgeOneOff: shown by a clock that was ahead, long before their time */
  gboolean together_stands; /* the one notice of several is still good */
  gint64 next;             /* when the next one comes, or BRIDGE_NEVER */
  gint64 tidy;             /* when the first of what stands has stood for long enough, or BRIDGE_NEVER */
} BridgeOneOffList;

char *bridge_one_off_dup_key (BridgeOneOff *row);
char *bridge_one_off_plan_dup_key (BridgeOneOffPlan *self);
/* When it comes, by quiet hours and pauses, as they are known by now; UTC ms. */
gint64 bridge_one_off_get_effective (BridgeOneOffPlan *plan, const BridgeOneOffView *view);
/* Until when it is of use, if it comes at @effective; UTC ms, or BRIDGE_NEVER. */
gint64 bridge_one_off_get_until (BridgeOneOffPlan *plan, gint64 effective);
/* @plans: of BridgeOneOffPlan; outlive the list. @rows: of BridgeOneOff. */
BridgeOneOffList *bridge_one_off_list_new (GPtrArray *plans, GPtrArray *rows, const BridgeOneOffView *view);
void bridge_one_off_list_free (BridgeOneOffList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeOneOffList, bridge_one_off_list_free)

G_END_DECLS
