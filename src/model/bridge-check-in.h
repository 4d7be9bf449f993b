/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-check-in-round.h"
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

#define BRIDGE_CHECK_IN_WORDS_MAX 1000 /* characters */
#define BRIDGE_N_SHOWN_SCALES BRIDGE_SCALE_SAFETY /* how safe it felt is in private spaces only */

/**
 * BridgeCheckIn:
 *
 * How somebody says they are, for both to see. What is private is in their private space. Properties (read-
 * write, EXPLICIT_NOTIFY): id s; person-id s (whose it is); shown-to s (who can read it besides; %NULL: nobody, its author
 * was alone); round-id s (of the round it is opened in;
 * %NULL: shown at once); ready b (whether its author has said so); on x (its day: local midnight); mood i
 * (1 to 5; 0: not said); mood-word s (the word that was chosen; ""); energy i (1 to 5; 0: not said);
 * energy-word s (the word that was chosen; ""); closeness i (1 to 5; 0: not said); closeness-word s (the
 * word that was chosen; ""); talking i (1 to 5; 0: not said); talking-word s (the word that was chosen;
 * ""); words s (own words; "" none); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_CHECK_IN (bridge_check_in_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckIn, bridge_check_in, BRIDGE, CHECK_IN, GObject)

BridgeCheckIn *bridge_check_in_new (const char *person_id, BridgeLocal on);
BridgeCheckIn *bridge_check_in_copy (BridgeCheckIn *self); /* (transfer full) same id and stamps */
const char *bridge_check_in_get_id (BridgeCheckIn *self); /* (nullable) */
const char *bridge_check_in_get_person_id (BridgeCheckIn *self); /* (nullable) */
const char *bridge_check_in_get_shown_to (BridgeCheckIn *self); /* (nullable) */
const char *bridge_check_in_get_round_id (BridgeCheckIn *self); /* (nullable) */
gboolean bridge_check_in_get_ready (BridgeCheckIn *self);
BridgeLocal bridge_check_in_get_on (BridgeCheckIn *self);
int bridge_check_in_get_mood (BridgeCheckIn *self);
const char *bridge_check_in_get_mood_word (BridgeCheckIn *self);
int bridge_check_in_get_energy (BridgeCheckIn *self);
const char *bridge_check_in_get_energy_word (BridgeCheckIn *self);
int bridge_check_in_get_closeness (BridgeCheckIn *self);
const char *bridge_check_in_get_closeness_word (BridgeCheckIn *self);
int bridge_check_in_get_talking (BridgeCheckIn *self);
const char *bridge_check_in_get_talking_word (BridgeCheckIn *self);
const char *bridge_check_in_get_words (BridgeCheckIn *self);

/* By scale, safety excepted. A word stays the one that was chosen, whatever it is called later, or in another language. */
int bridge_check_in_get_step (BridgeCheckIn *self, BridgeScale scale);
const char *bridge_check_in_get_word (BridgeCheckIn *self, BridgeScale scale);
void bridge_check_in_set_step (BridgeCheckIn *self, BridgeScale scale, int step); /* 0: not said */
gboolean bridge_check_in_is_empty (BridgeCheckIn *self);
gboolean bridge_check_in_validate (BridgeCheckIn *self, GError **error); /* INVALID_VALUE, INVALID_DATE */
/* @self: (nullable) what one of the two has in a round; to be ready is said for a day */
BridgeRoundSide bridge_check_in_get_side (BridgeCheckIn *self, BridgeLocal today);

G_END_DECLS
