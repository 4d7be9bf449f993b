/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"

G_BEGIN_DECLS

/**
 * BridgePauseAnswer:
 *
 * What one person answered to a question of a pause, until both have. It is kept so that nothing is lost when the
 * program ends in between, and never shown to the other. Properties (read-write, EXPLICIT_NOTIFY): id, pause-id, person-id
 * s; question BridgePauseQuestion; round i; answer BridgeReadiness (none: taken back, or no longer needed); created-at,
 * updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_PAUSE_ANSWER (bridge_pause_answer_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseAnswer, bridge_pause_answer, BRIDGE, PAUSE_ANSWER, GObject)

BridgePauseAnswer *bridge_pause_answer_copy (BridgePauseAnswer *self); /* (transfer full) same id and stamps */
const char *bridge_pause_answer_get_id (BridgePauseAnswer *self); /* (nullable) */
const char *bridge_pause_answer_get_pause_id (BridgePauseAnswer *self); /* (nullable) */
const char *bridge_pause_answer_get_person_id (BridgePauseAnswer *self); /* (nullable) */
BridgePauseQuestion bridge_pause_answer_get_question (BridgePauseAnswer *self);
int bridge_pause_answer_get_round (BridgePauseAnswer *self);
BridgeReadiness bridge_pause_answer_get_answer (BridgePauseAnswer *self);

G_END_DECLS
