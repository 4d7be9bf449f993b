/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-invitation-state.h"

G_BEGIN_DECLS

/**
 * BridgeInvitation:
 *
 * A proposal from one person to the other, and how far the answer has come. When somebody looked at it is nowhere.
 * Properties (read-write, EXPLICIT_NOTIFY): id s; from-id, to-id s (persons); subject BridgeInvitationSubject; subject-id s
 * (NULL: what is proposed is not there yet); change s (JSON text of the proposed values, or NULL); words s (own words of the
 * one who proposes, "" none, ≤ 500); at x (BridgeLocal it is for, or BRIDGE_LOCAL_NONE); state BridgeInvitationState;
 * waits-for s (person whose answer is awaited; NULL: closed); other-time x (BridgeLocal named instead); rest-until x
 * (BridgeLocal midnight: from that day on the same may come up again); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_INVITATION (bridge_invitation_get_type ())
G_DECLARE_FINAL_TYPE (BridgeInvitation, bridge_invitation, BRIDGE, INVITATION, GObject)

/* Where only a day is asked for: when people come back to something; minutes of the day */
#define BRIDGE_INVITATION_EVENING (19 * 60)

BridgeInvitation *bridge_invitation_new (BridgeInvitationSubject subject, const char *from_id, const char *to_id);
BridgeInvitation *bridge_invitation_copy (BridgeInvitation *self); /* (transfer full) same id and stamps */
const char *bridge_invitation_get_id (BridgeInvitation *self);
const char *bridge_invitation_get_from_id (BridgeInvitation *self);
const char *bridge_invitation_get_to_id (BridgeInvitation *self);
BridgeInvitationSubject bridge_invitation_get_subject (BridgeInvitation *self);
const char *bridge_invitation_get_subject_id (BridgeInvitation *self);
const char *bridge_invitation_get_change (BridgeInvitation *self);
const char *bridge_invitation_get_words (BridgeInvitation *self);
BridgeLocal bridge_invitation_get_at (BridgeInvitation *self);
BridgeInvitationState bridge_invitation_get_state (BridgeInvitation *self);
const char *bridge_invitation_get_waits_for (BridgeInvitation *self);
BridgeLocal bridge_invitation_get_other_time (BridgeInvitation *self);
BridgeLocal bridge_invitation_get_rest_until (BridgeInvitation *self);
/* by now: other-time, else at */
BridgeLocal bridge_invitation_get_time (BridgeInvitation *self);
gboolean bridge_invitation_is_waiting (BridgeInvitation *self);
gboolean bridge_invitation_validate (BridgeInvitation *self, GError **error);

/* The way to the state machine and back. */
BridgeInvitationSide bridge_invitation_get_side (BridgeInvitation *self, const char *person_id);
void bridge_invitation_get_status (BridgeInvitation *self, BridgeInvitationStatus *status);
void bridge_invitation_set_status (BridgeInvitation *self, const BridgeInvitationStatus *status);

G_END_DECLS
