/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BridgePauseFollowUp:
 *
 * One person's words for the short follow-up in the recovery window. Properties (read-write, EXPLICIT_NOTIFY): id, pause-id,
 * person-id s; feelings, needs, next-step s (0–2000 each, one at least); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_PAUSE_FOLLOW_UP (bridge_pause_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseFollowUp, bridge_pause_follow_up, BRIDGE, PAUSE_FOLLOW_UP, GObject)

BridgePauseFollowUp *bridge_pause_follow_up_copy (BridgePauseFollowUp *self); /* (transfer full) same id and stamps */
const char *bridge_pause_follow_up_get_id (BridgePauseFollowUp *self); /* (nullable) */
const char *bridge_pause_follow_up_get_pause_id (BridgePauseFollowUp *self); /* (nullable) */
const char *bridge_pause_follow_up_get_person_id (BridgePauseFollowUp *self); /* (nullable) */
const char *bridge_pause_follow_up_get_feelings (BridgePauseFollowUp *self);
const char *bridge_pause_follow_up_get_needs (BridgePauseFollowUp *self);
const char *bridge_pause_follow_up_get_next_step (BridgePauseFollowUp *self);
gboolean bridge_pause_follow_up_validate (BridgePauseFollowUp *self, GError **error);

G_END_DECLS
