/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* What an invitation says, in words for the window and the command line. */
char *bridge_invitation_to_headline (BridgeSpace *space, BridgeInvitation *invitation); /* "Robin proposes" */
char *bridge_invitation_to_name (BridgeSpace *space, BridgeInvitation *invitation);     /* "Robin proposes: Cinema" */
/* (transfer full) (nullable) what a yes would come to, a line each; NULL: nothing to agree on any more */
GStrv bridge_invitation_to_lines (BridgeSpace *space, BridgeInvitation *invitation, GError **error);
/* It has no time of its own: another day is when whoever is asked comes back to it, and the answer stays theirs */
gboolean bridge_invitation_answer_stays (BridgeInvitation *invitation);
/* Of what both agreed on, and what goes on until there is a yes */
gboolean bridge_invitation_is_change (BridgeSpace *space, BridgeInvitation *invitation);
/* (transfer full) FALSE: it is no change to the words of a boundary */
gboolean bridge_invitation_dup_boundary_texts (BridgeSpace *space, BridgeInvitation *invitation, char **before, char **after);
/* (transfer full) "19:00 instead of 18:30", a line for each difference. @who: (nullable) the name of @after's one person */
GStrv bridge_ritual_difference_to_lines (BridgeRitual *before, BridgeRitual *after, const char *who, BridgeLocal now);

G_END_DECLS
