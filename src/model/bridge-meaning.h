/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeMeaning:
 *
 * What the two once enjoyed, or want to try. Properties (read-write, EXPLICIT_NOTIFY): id s; text s (what
 * it is); kind BridgeMeaningKind (what it means to the two); tense BridgeMeaningTense (enjoyed once, or to
 * try); added-by s (who wrote it); ritual-id s (of the ritual that came of it); created-at, updated-at,
 * deleted-at x.
 */
#define BRIDGE_TYPE_MEANING (bridge_meaning_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMeaning, bridge_meaning, BRIDGE, MEANING, GObject)

BridgeMeaning *bridge_meaning_new (const char *text, BridgeMeaningKind kind, BridgeMeaningTense tense);
BridgeMeaning *bridge_meaning_copy (BridgeMeaning *self); /* (transfer full) same id and stamps */
const char *bridge_meaning_get_id (BridgeMeaning *self); /* (nullable) */
const char *bridge_meaning_get_text (BridgeMeaning *self);
BridgeMeaningKind bridge_meaning_get_kind (BridgeMeaning *self);
BridgeMeaningTense bridge_meaning_get_tense (BridgeMeaning *self);
const char *bridge_meaning_get_added_by (BridgeMeaning *self); /* (nullable) */
const char *bridge_meaning_get_ritual_id (BridgeMeaning *self); /* (nullable) */

G_END_DECLS
