/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeCare:
 *
 * Something one does for oneself. Properties (read-write, EXPLICIT_NOTIFY): id s; person-id s (whose plan
 * it is in); area BridgeCareArea (what it takes care of); text s (what is to be done); ritual-id s (of the
 * own ritual that came of it); review-on x (the day to look at it: local midnight, or none); reminding-
 * since x (UTC ms: nothing that was due before is reminded of); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_CARE (bridge_care_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCare, bridge_care, BRIDGE, CARE, GObject)

BridgeCare *bridge_care_new (const char *person_id, BridgeCareArea area, const char *text);
BridgeCare *bridge_care_copy (BridgeCare *self); /* (transfer full) same id and stamps */
const char *bridge_care_get_id (BridgeCare *self); /* (nullable) */
const char *bridge_care_get_person_id (BridgeCare *self); /* (nullable) */
BridgeCareArea bridge_care_get_area (BridgeCare *self);
const char *bridge_care_get_text (BridgeCare *self);
const char *bridge_care_get_ritual_id (BridgeCare *self); /* (nullable) */
BridgeLocal bridge_care_get_review_on (BridgeCare *self);
gint64 bridge_care_get_reminding_since (BridgeCare *self);

G_END_DECLS
