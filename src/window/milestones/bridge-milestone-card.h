/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-milestone.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMilestoneCard:
 *
 * A milestone in a list: its picture, what it is called, and how far it has got in words. Pressing it opens it.
 */
#define BRIDGE_TYPE_MILESTONE_CARD (bridge_milestone_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestoneCard, bridge_milestone_card, BRIDGE, MILESTONE_CARD, GtkButton)

GtkWidget *bridge_milestone_card_new (BridgeSpace *space);
void bridge_milestone_card_show (BridgeMilestoneCard *self, BridgeMilestone *milestone, guint count);
const char *bridge_milestone_card_get_id (BridgeMilestoneCard *self); /* (nullable) */

/* "6 of 10 moments of “Weekly walk”", and what else is to be said of it: (transfer full), @further (nullable) */
char *bridge_milestone_dup_lines (BridgeSpace *space, BridgeMilestone *milestone, guint count, char **further);
/* Is its number there, and has nobody said so yet? */
gboolean bridge_milestone_is_complete (BridgeMilestone *milestone, guint count);

G_END_DECLS
