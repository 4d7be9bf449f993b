/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"

G_BEGIN_DECLS

/**
 * BridgePause:
 *
 * An agreed time-out during a hard talk, from the call to what it taught. Who called it is kept nowhere: a pause is never
 * counted against anyone. Properties (read-write, EXPLICIT_NOTIFY; times in UTC ms, 0: not yet): id s; state
 * BridgePauseState; called-at x; cooling-since x (the time to calm down that runs, or ran last); return-at x;
 * other-day b (the return is on another day that was chosen); extended b; round i (which asking of "ready?");
 * interrupted BridgePauseState and interrupted-return-at x (what went on when it was called last, for taking it back;
 * cooling: nothing); topic s; turn i (0: not begun); turn-started-at x; first-id s (person: who has the odd turns);
 * talk-ended-at x; recovery-until x; follow-up-at x; helped, hindered, lesson, changed-plan s; closed-at x; created-at,
 * updated-at, deleted-at x. What may follow what is said by bridge-pause-state.h.
 */
#define BRIDGE_TYPE_PAUSE (bridge_pause_get_type ())
G_DECLARE_FINAL_TYPE (BridgePause, bridge_pause, BRIDGE, PAUSE, GObject)

BridgePause *bridge_pause_copy (BridgePause *self); /* (transfer full) same id and stamps */
const char *bridge_pause_get_id (BridgePause *self); /* (nullable) */
BridgePauseState bridge_pause_get_state (BridgePause *self);
gint64 bridge_pause_get_called_at (BridgePause *self);
gint64 bridge_pause_get_cooling_since (BridgePause *self);
gint64 bridge_pause_get_return_at (BridgePause *self);
gboolean bridge_pause_get_other_day (BridgePause *self);
gboolean bridge_pause_get_extended (BridgePause *self);
int bridge_pause_get_round (BridgePause *self);
BridgePauseState bridge_pause_get_interrupted (BridgePause *self);
gint64 bridge_pause_get_interrupted_return_at (BridgePause *self);
const char *bridge_pause_get_topic (BridgePause *self);
int bridge_pause_get_turn (BridgePause *self);
gint64 bridge_pause_get_turn_started_at (BridgePause *self);
const char *bridge_pause_get_first_id (BridgePause *self); /* (nullable) */
gint64 bridge_pause_get_talk_ended_at (BridgePause *self);
gint64 bridge_pause_get_recovery_until (BridgePause *self);
gint64 bridge_pause_get_follow_up_at (BridgePause *self);
const char *bridge_pause_get_helped (BridgePause *self);
const char *bridge_pause_get_hindered (BridgePause *self);
const char *bridge_pause_get_lesson (BridgePause *self);
const char *bridge_pause_get_changed_plan (BridgePause *self);
gint64 bridge_pause_get_closed_at (BridgePause *self);
gboolean bridge_pause_has_words (BridgePause *self); /* of what it taught */

G_END_DECLS
