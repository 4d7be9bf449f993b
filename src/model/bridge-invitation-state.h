/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/* How far an invitation has come, without who the two are: a pure state machine. */

typedef enum {
  BRIDGE_INVITATION_NOBODY,
  BRIDGE_INVITATION_FROM, /* who proposes */
  BRIDGE_INVITATION_TO,   /* who is asked */
} BridgeInvitationSide;

typedef struct {
  BridgeInvitationState state;
  BridgeInvitationSide waits_for; /* whose answer is awaited; nobody's: closed */
  BridgeLocal other_time;         /* named instead, or BRIDGE_LOCAL_NONE */
  BridgeLocal rest_until;         /* midnight of the day it may come up again, or BRIDGE_LOCAL_NONE */
} BridgeInvitationStatus;

typedef struct {
  BridgeInvitationEvent event;
  BridgeInvitationSide actor; /* who does it */
  BridgeLocal other_time;     /* with SAY_ANOTHER_TIME */
  int rest_days;              /* with SAY_NOT_NOW: 0 to 365, or BRIDGE_INVITATION_REST_DEFAULT */
  gboolean answer_stays;      /* with SAY_ANOTHER_TIME: it is when whoever is asked comes back to it; the other one has
                               * nothing to answer */
} BridgeInvitationAct;

/* What is to be done besides; the service does it in the same transaction. */
typedef enum {
  BRIDGE_INVITATION_EFFECT_NONE,
  BRIDGE_INVITATION_EFFECT_AGREE,     /* what was proposed is agreed */
  BRIDGE_INVITATION_EFFECT_SET_ASIDE, /* what was proposed goes back to who proposed it, and nobody waits */
} BridgeInvitationEffect;

#define BRIDGE_INVITATION_REST_DEFAULT (-1)
#define BRIDGE_INVITATION_REST_DAYS 7
#define BRIDGE_INVITATION_REST_DAYS_MAX 365

gboolean bridge_invitation_step (const BridgeInvitationStatus *status, const BridgeInvitationAct *act, BridgeLocal now,
                                 BridgeInvitationStatus *next, BridgeInvitationEffect *effect, GError **error);

G_END_DECLS
