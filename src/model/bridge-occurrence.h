/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-ritual.h"

G_BEGIN_DECLS

/* With the name of an occurrence after it: what is opened for a word about a moment that was kept. */
#define BRIDGE_WORD_TARGET "word:"

/**
 * BridgeOccurrence:
 *
 * One planned moment of a ritual, identified by ritual + original local start. Properties: ritual BridgeRitual
 * (construct; NULL in the store), ritual-id s, start x (BridgeLocal, original, in the ritual's own zone or floating),
 * moved-to x (BridgeLocal, same frame, or NONE), left-out b, outcome BridgeOutcome, answered-at x (UTC ms, 0),
 * at x (UTC ms, the instant it happens; derived), local x (BridgeLocal: @at here; derived, set by the planner),
 * id s (row id; NULL: nothing recorded yet), created-at, updated-at, deleted-at x, name s (read-only
 * "RITUAL-ID@2026-11-23T19:00").
 */
#define BRIDGE_TYPE_OCCURRENCE (bridge_occurrence_get_type ())
G_DECLARE_FINAL_TYPE (BridgeOccurrence, bridge_occurrence, BRIDGE, OCCURRENCE, GObject)

BridgeOccurrence *bridge_occurrence_new (BridgeRitual *ritual, BridgeLocal start);
BridgeOccurrence *bridge_occurrence_copy (BridgeOccurrence *self);
BridgeRitual *bridge_occurrence_get_ritual (BridgeOccurrence *self); /* (transfer none) (nullable) */
const char *bridge_occurrence_get_id (BridgeOccurrence *self);
const char *bridge_occurrence_get_ritual_id (BridgeOccurrence *self);
const char *bridge_occurrence_get_name (BridgeOccurrence *self);
BridgeLocal bridge_occurrence_get_start (BridgeOccurrence *self);
BridgeLocal bridge_occurrence_get_moved_to (BridgeOccurrence *self);
BridgeLocal bridge_occurrence_get_planned (BridgeOccurrence *self); /* moved-to, else start */
gboolean bridge_occurrence_get_left_out (BridgeOccurrence *self);
BridgeOutcome bridge_occurrence_get_outcome (BridgeOccurrence *self);
gint64 bridge_occurrence_get_answered_at (BridgeOccurrence *self);
gint64 bridge_occurrence_get_at (BridgeOccurrence *self);
BridgeLocal bridge_occurrence_get_local (BridgeOccurrence *self);
gboolean bridge_occurrence_equal (BridgeOccurrence *a, BridgeOccurrence *b); /* every property */

char *bridge_occurrence_format_name (const char *ritual_id, BridgeLocal start);
gboolean bridge_occurrence_parse_name (const char *name, char **ritual_id, BridgeLocal *start, GError **error);

G_END_DECLS
