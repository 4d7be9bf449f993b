/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-milestone.h"
#include "bridge-space.h"
#include "bridge-undo.h"

G_BEGIN_DECLS

/* What an invitation does to its subject. Each function adds rows to the command that writes the invitation, so that both
 * are written or none is. */
typedef struct {
  /* (transfer full) what it is about, as a title */
  char *(*dup_title) (BridgeSpace *space, BridgeInvitation *invitation);
  /* (nullable) May it be proposed? */
  gboolean (*check) (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
  /* (nullable) the ritual, or moment, that it would come to: (transfer full) */
  BridgeRitual *(*preview) (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
  /* @invitation: as it will be after the yes; may be given the id of what was made */
  gboolean (*agree) (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command, GError **error);
  /* (nullable) not now, or withdrawn: nobody waits any more. Never refuses. */
  void (*set_aside) (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command);
  /* it has no time of its own: another time is when whoever is asked comes back to it, and the answer stays theirs */
  gboolean answer_stays;
} BridgeInvitationEffects;

/* Of boundaries: bridge-space-boundaries.c */
char *bridge_boundary_dup_invitation_title (BridgeSpace *space, BridgeInvitation *invitation);
gboolean bridge_boundary_check_invitation (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
gboolean bridge_boundary_agree_invitation (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command,
                                           GError **error);
void bridge_boundary_set_invitation_aside (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command);

/* Of promises: bridge-space-promise-proposals.c */
char *bridge_promise_dup_invitation_title (BridgeSpace *space, BridgeInvitation *invitation);
gboolean bridge_promise_check_invitation (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
/* (transfer full): the promise that a yes would come to; @before: (out) (optional) (transfer full) (nullable) */
BridgePromise *bridge_promise_preview_invitation (BridgeSpace *space, BridgeInvitation *invitation, BridgePromise **before,
                                                  GError **error);
gboolean bridge_promise_agree_invitation (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command,
                                          GError **error);

/* Of milestones: bridge-space-milestone-proposals.c */
char *bridge_milestone_dup_invitation_title (BridgeSpace *space, BridgeInvitation *invitation);
gboolean bridge_milestone_check_invitation (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
/* (transfer full): the milestone that a yes would come to; @before: (out) (optional) (transfer full) (nullable) */
BridgeMilestone *bridge_milestone_preview_invitation (BridgeSpace *space, BridgeInvitation *invitation,
                                                      BridgeMilestone **before, GError **error);
gboolean bridge_milestone_agree_invitation (BridgeSpace *space, BridgeInvitation *invitation, BridgeCommand *command,
                                            GError **error);

/* (transfer none) (nullable): that cannot be proposed */
const BridgeInvitationEffects *bridge_invitation_effects_get (BridgeInvitationSubject subject);

/* What a moment is proposed with. (transfer full) */
char *bridge_invitation_write_moment (const char *title, int minutes);
/* What another time of one moment of a ritual is proposed with, and whether an invitation is to that. @start: the original
 * one, local in the ritual's frame. (transfer full) */
char *bridge_invitation_write_move (BridgeLocal start);
gboolean bridge_invitation_read_move (BridgeInvitation *invitation, BridgeLocal *start);

G_END_DECLS
