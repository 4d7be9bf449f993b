/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-care.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What one does for oneself: each has a plan of their own, and sees no other. */

#define BRIDGE_CARE_TEXT_MAX 240

/* (transfer full) BridgeCare of the speaker, by area */
GPtrArray *bridge_space_list_own_cares (BridgeSpace *self);
/* (transfer full) of the speaker’s; NOT_FOUND, AMBIGUOUS */
BridgeCare *bridge_space_find_care (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored; INVALID_VALUE; STATE: it is in the plan */
BridgeCare *bridge_space_add_care (BridgeSpace *self, BridgeCareArea area, const char *text, GError **error);
gboolean bridge_space_remove_care (BridgeSpace *self, const char *id, GError **error);                /* soft */
/* an own ritual came of it; Undo does not touch that */
gboolean bridge_space_link_care (BridgeSpace *self, const char *id, const char *ritual_id, GError **error);
/* (transfer none) (nullable) */
BridgeRitual *bridge_space_peek_ritual_of_care (BridgeSpace *self, BridgeCare *care);
/* The day on which the speaker wants to look at the plan, local midnight, and is reminded; BRIDGE_LOCAL_NONE: none */
BridgeLocal bridge_space_get_care_review (BridgeSpace *self);
gboolean bridge_space_set_care_review (BridgeSpace *self, BridgeLocal day, GError **error); /* STATE, INVALID_DATE */

G_END_DECLS
