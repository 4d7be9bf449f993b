/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-ritual.h"

G_BEGIN_DECLS

/* What a change asks of the other one. Making less of a ritual asks nothing. */
typedef enum {
  BRIDGE_RITUAL_MORE_NONE = 0,
  BRIDGE_RITUAL_MORE_NEW = 1 << 0,        /* it was not there */
  BRIDGE_RITUAL_MORE_TIME = 1 << 1,       /* at times that were not agreed */
  BRIDGE_RITUAL_MORE_OFTEN = 1 << 2,
  BRIDGE_RITUAL_MORE_LONG = 1 << 3,
  BRIDGE_RITUAL_MORE_CLOSE = 1 << 4,
  BRIDGE_RITUAL_MORE_PERSONS = 1 << 5,    /* somebody it did not concern, or no longer both */
  BRIDGE_RITUAL_MORE_REMINDERS = 1 << 6,
  BRIDGE_RITUAL_MORE_WORDS = 1 << 7,     /* something else is done, or in other words */
} BridgeRitualMore;

/* @before: (nullable) not there yet; @speaker_id: who changes it. 0: it is theirs to decide. */
BridgeRitualMore bridge_ritual_find_more (BridgeRitual *before, BridgeRitual *after, const char *speaker_id,
                                          BridgeLocal now);

/* A change as JSON text: {"from": {…}, "to": {…}} of the values that differ, keys in snake_case. NULL: none differ.
 * (transfer full) */
char *bridge_ritual_change_write (BridgeRitual *before, BridgeRitual *after);
/* CONFLICT: @ritual is no longer as it was in "from"; DATA */
gboolean bridge_ritual_change_apply (BridgeRitual *ritual, const char *change, GError **error);
/* The first moment is at @when, and those after it go the same way as before. INVALID_DATE: none would be left */
gboolean bridge_ritual_move_to (BridgeRitual *ritual, BridgeLocal when, GError **error);

G_END_DECLS
