/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMilestones:
 *
 * The milestones that are shown to whoever is here, as small bridges: open ones, and folded those that rest or are reached. It
 * follows the space. What is pressed is an action of the page around it, BridgeMilestonePages.
 */
#define BRIDGE_TYPE_MILESTONES (bridge_milestones_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestones, bridge_milestones, BRIDGE, MILESTONES, GtkBox)

GtkWidget *bridge_milestones_new (BridgeSpace *space);
void bridge_milestones_set_space (BridgeMilestones *self, BridgeSpace *space); /* once */

/* What they are counted from, and what is said of them */
#define BRIDGE_MILESTONE_KINDS \
  (BRIDGE_KIND_MILESTONES | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_WINS | BRIDGE_KIND_PROMISES | \
   BRIDGE_KIND_PAUSES | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_INVITATIONS)

G_END_DECLS
