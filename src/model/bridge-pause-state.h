/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-pause.h"

G_BEGIN_DECLS

/* What may happen to a pause, as pure functions: no clock, no file. Time moves it only from waiting to "ready?" and from the
 * recovery window to its review, and back again when the clock was ahead; everything else is an event. */

#define BRIDGE_PAUSE_MINUTES_MIN 20                 /* of calming down, and the default */
#define BRIDGE_PAUSE_MINUTES_MAX (24 * 60)
#define BRIDGE_PAUSE_RECOVERY_HOURS_DEFAULT 48
#define BRIDGE_PAUSE_RECOVERY_HOURS_MAX (7 * 24)
#define BRIDGE_PAUSE_ANOTHER_DAY_DAYS_MAX 31        /* how far ahead another day may lie */
#define BRIDGE_PAUSE_TURN_SECONDS 120
#define BRIDGE_PAUSE_TAKE_BACK_SECONDS 60           /* how long a pause called by mistake can be taken back */

typedef enum {
  BRIDGE_PAUSE_EVENT_CALL,             /* minutes. Cooling and return: nothing, it is there already */
  BRIDGE_PAUSE_EVENT_TAKE_BACK,
  BRIDGE_PAUSE_EVENT_SET_RETURN,       /* at, solo (of two, one alone only makes it later) */
  BRIDGE_PAUSE_EVENT_EXTEND,           /* minutes */
  BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY,  /* at, solo (the same) */
  BRIDGE_PAUSE_EVENT_ANSWER,           /* answer, other, solo, minutes */
  BRIDGE_PAUSE_EVENT_SET_TOPIC,        /* text; until the first turn */
  BRIDGE_PAUSE_EVENT_NEXT_TURN,        /* turn (the one that shall begin: of two who say it at once, one is heard), text (who
                                    has the odd ones; counts for the first), solo (alone there are none) */
  BRIDGE_PAUSE_EVENT_END_TALK,         /* recovery_hours, at (of the follow-up) */
  BRIDGE_PAUSE_EVENT_SET_FOLLOW_UP,    /* at */
  BRIDGE_PAUSE_EVENT_FOLLOW_UP,        /* somebody writes theirs */
  BRIDGE_PAUSE_EVENT_END_RECOVERY,     /* other (ready: the other wants it too), solo */
  BRIDGE_PAUSE_EVENT_WRITE_REVIEW,     /* the words are the caller's; closed: something more was learnt */
  BRIDGE_PAUSE_EVENT_CLOSE,
} BridgePauseEvent;

#define BRIDGE_PAUSE_EVENT_N (BRIDGE_PAUSE_EVENT_CLOSE + 1)

typedef struct {
  gint64 now;              /* UTC ms */
  gint64 at;               /* UTC ms */
  int minutes;             /* of calming down, the setting */
  int recovery_hours;      /* the setting */
  gboolean solo;           /* one person is here: their own answer is enough */
  BridgeReadiness answer;  /* of whoever answers now */
  BridgeReadiness other;   /* of the other one; none: not yet */
  int turn;
  const char *text;
} BridgePauseInput;

typedef enum {
  BRIDGE_PAUSE_EFFECT_MOVED = 1 << 0,   /* what is kept is another now */
  BRIDGE_PAUSE_EFFECT_REMOVE = 1 << 1,  /* it was called by mistake and goes; one that it closed comes back */
  BRIDGE_PAUSE_EFFECT_BEGIN = 1 << 2,   /* a new pause begins beside this one, which is closed */
  BRIDGE_PAUSE_EFFECT_DECIDED = 1 << 3, /* both have answered: single answers are needed no more */
} BridgePauseEffects;

/* (transfer full) a pause that was called now */
BridgePause *bridge_pause_state_begin (gint64 now, int minutes, BridgePauseState interrupted);
/* (transfer full) (nullable) the pause after @event; STATE: not possible now; INVALID_DATE, INVALID_VALUE */
BridgePause *bridge_pause_state_apply (BridgePause *self, BridgePauseEvent event, const BridgePauseInput *input,
                                       BridgePauseEffects *effects, GError **error);
/* (transfer full) the pause as it is by now; @moved: (nullable) whether that is another state than the stored one */
BridgePause *bridge_pause_state_advance (BridgePause *self, gint64 now, gboolean *moved);
/* UTC ms when time will move it next; BRIDGE_PAUSE_NEVER */
gint64 bridge_pause_state_get_next (BridgePause *self);
#define BRIDGE_PAUSE_NEVER G_MAXINT64

/* What a person may choose for the return while cooling, UTC ms. @earliest may lie in the past. */
void bridge_pause_state_get_return_range (BridgePause *self, gint64 now, gboolean solo, gint64 *earliest, gint64 *latest);
/* Before when another day cannot be chosen, UTC ms; 0: from now on. */
gint64 bridge_pause_state_get_earliest_day (BridgePause *self, gint64 now, gboolean solo);
gboolean bridge_pause_state_can_change_topic (BridgePause *self);
gboolean bridge_pause_state_can_take_back (BridgePause *self, gint64 now);
gint64 bridge_pause_state_get_turn_left (BridgePause *self, gint64 now); /* ms; 0: over, or none has begun */
const char *bridge_pause_state_get_reason (void);  /* why twenty minutes, in a sentence, translated */

G_END_DECLS
