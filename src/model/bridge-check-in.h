/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeCheckIn:
 *
 * How somebody says they are, for both to see. What is private is in their private space. Properties (read-
 * write, EXPLICIT_NOTIFY): id s; person-id s (whose it is); round-id s (of the round it is opened in;
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

G_END_DECLS
