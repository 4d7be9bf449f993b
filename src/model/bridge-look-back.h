/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/* What the record says of the weeks that were: pure figures, without anybody's name in them. Days are day numbers. */

/* What a shared moment is. */
typedef enum {
  BRIDGE_LOOK_BACK_RITUALS,  /* kept, or kept in the smaller version */
  BRIDGE_LOOK_BACK_WINS,
  BRIDGE_LOOK_BACK_PROMISES, /* kept */
  BRIDGE_LOOK_BACK_TALKS,    /* after a pause */
} BridgeLookBackKind;

#define BRIDGE_N_LOOK_BACK_KINDS (BRIDGE_LOOK_BACK_TALKS + 1)

/* Nothing is made of fewer entries than these: neither a band nor a word about what there was most of. */
#define BRIDGE_LOOK_BACK_MIN 5

/* What there is to look back on: as it is here, in local time. */
typedef struct {
  BridgeLocal at; /* midnight where it has only a day */
  BridgeLookBackKind kind;
  guint n;
} BridgeLookBackMoment;

typedef struct {
  int day;
  int mood;    /* 0: not said */
  int talking; /* 0: not said */
  gboolean own; /* of a private space: seen by its author only, while it is open */
} BridgeLookBackCheckIn;

typedef struct {
  int from;
  int to; /* not included */
} BridgeLookBackSpan;

/* A pause after which there was a talk, or something was learnt. */
typedef struct {
  int day;
  int talk_day;       /* -1: none */
  gboolean other_day; /* it was put off to another day */
  gboolean lesson;    /* something of what it taught was written down */
} BridgeLookBackPause;

typedef struct {
  GArray *moments;   /* BridgeLookBackMoment */
  GArray *check_ins; /* BridgeLookBackCheckIn, of both, that both see, and whoever asks for it, their own */
  GArray *away;      /* BridgeLookBackSpan: somebody was away or unwell */
  GArray *recovery;  /* BridgeLookBackSpan: the quiet days after a talk */
  GArray *pauses;    /* BridgeLookBackPause */
} BridgeLookBackRecord;

BridgeLookBackRecord *bridge_look_back_record_new (void);
void bridge_look_back_record_free (BridgeLookBackRecord *self);
/* of all kinds; days, @to not included */
guint bridge_look_back_record_count_moments (const BridgeLookBackRecord *self, int from, int to);

typedef struct {
  int today;
  int first_weekday; /* 1 Monday – 7 Sunday */
  guint weeks;       /* that of @today included; 0: all there are, by the month where they are many */
} BridgeLookBackRange;

/* The record is needed from this day on. */
int bridge_look_back_range_get_first_day (const BridgeLookBackRange *range);

#define BRIDGE_LOOK_BACK_ALL 0
#define BRIDGE_LOOK_BACK_MAX_WEEKS 1565 /* thirty years */

typedef enum {
  BRIDGE_LOOK_BACK_MOOD,
  BRIDGE_LOOK_BACK_TALKING,
} BridgeLookBackScale;

#define BRIDGE_N_LOOK_BACK_SCALES (BRIDGE_LOOK_BACK_TALKING + 1)

/* What was said on one scale. */
typedef struct {
  guint n;
  guint own; /* of these, the private ones of whoever looks */
  guint values[BRIDGE_SCALE_MAX]; /* how often 1, 2, … */
  double low;                     /* the quartiles; 0 while there are not enough entries for them */
  double middle;
  double high;
} BridgeLookBackBand;

/* A week, or a month. */
typedef struct {
  int from;
  int to; /* not included */
  guint n; /* moments of all kinds */
  guint moments[BRIDGE_N_LOOK_BACK_KINDS];
  BridgeLookBackBand bands[BRIDGE_N_LOOK_BACK_SCALES];
  guint away;     /* days of it on which somebody was away or unwell */
  guint recovery; /* days of it in a recovery window */
} BridgeLookBackPeriod;

/* What a day was: how warm, in its lower bits. */
typedef enum {
  BRIDGE_LOOK_BACK_DAY_PLAIN,
  BRIDGE_LOOK_BACK_DAY_WARM,   /* a shared moment */
  BRIDGE_LOOK_BACK_DAY_WARMER, /* more than one */
  BRIDGE_LOOK_BACK_DAY_AWAY = 1 << 2,
  BRIDGE_LOOK_BACK_DAY_RECOVERY = 1 << 3,
} BridgeLookBackDay;

#define BRIDGE_LOOK_BACK_DAY_WARMTH 3

typedef struct {
  BridgeLookBackRange range;
  gboolean by_month;
  GArray *periods; /* BridgeLookBackPeriod, the first one first; the last one has today in it */

  guint n_moments; /* in the periods */
  guint moments[BRIDGE_N_LOOK_BACK_KINDS];
  guint weekdays[7];     /* moments, Monday first */
  guint hours[7][24];    /* kept rituals in the periods, Monday first */
  BridgeLookBackBand bands[BRIDGE_N_LOOK_BACK_SCALES]; /* of all periods */

  int first_day;  /* the first of a month: a year of whole months at least, whatever the range */
  GArray *days;   /* guint8: BridgeLookBackDay, to today */
  GArray *counts; /* guint: moments of each of them */

  GArray *pauses; /* BridgeLookBackPause of the periods, the last one first */
  guint n_talks;
  guint n_lessons;
} BridgeLookBack;

/* (transfer full) */
BridgeLookBack *bridge_look_back_new (const BridgeLookBackRecord *record, const BridgeLookBackRange *range);
BridgeLookBack *bridge_look_back_copy (const BridgeLookBack *self);
void bridge_look_back_free (BridgeLookBack *self);
gboolean bridge_look_back_is_empty (const BridgeLookBack *self);
const BridgeLookBackPeriod *bridge_look_back_get_period (const BridgeLookBack *self, guint index);
BridgeLookBackDay bridge_look_back_get_day (const BridgeLookBack *self, int day);
/* 1 Monday – 7 Sunday, or 0: none, or not one alone */
int bridge_look_back_find_weekday (const BridgeLookBack *self);
gboolean bridge_look_back_find_hour (const BridgeLookBack *self, int *weekday, int *hour);
int bridge_look_back_week_start (int day, int first_weekday);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeLookBackRecord, bridge_look_back_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeLookBack, bridge_look_back_free)

G_END_DECLS
