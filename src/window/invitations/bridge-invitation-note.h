/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeInvitationNote:
 *
 * On the page of what an invitation is about: the answers, for whoever is asked; that there is no answer yet, and a way to
 * take it back, for whoever has asked. Hidden where nothing waits.
 */
#define BRIDGE_TYPE_INVITATION_NOTE (bridge_invitation_note_get_type ())
G_DECLARE_FINAL_TYPE (BridgeInvitationNote, bridge_invitation_note, BRIDGE, INVITATION_NOTE, AdwBin)

GtkWidget *bridge_invitation_note_new (void);
/* whether something waits for an answer */
gboolean bridge_invitation_note_show (BridgeInvitationNote *self, BridgeSpace *space, BridgeInvitationSubject subject,
                                      const char *subject_id);
/* takes back what whoever is here has proposed, with an Undo, or says why not */
void bridge_invitation_withdraw (GtkWidget *widget, BridgeSpace *space, const char *id);

G_END_DECLS
