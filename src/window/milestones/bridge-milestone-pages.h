/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMilestonePages:
 *
 * A page in which a milestone is opened, and what the page shows otherwise. Actions: milestones.open (s: an id),
 * milestones.celebrate (s), milestones.back.
 */
#define BRIDGE_TYPE_MILESTONE_PAGES (bridge_milestone_pages_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestonePages, bridge_milestone_pages, BRIDGE, MILESTONE_PAGES, AdwBin)

/* Goes around the child of @page. (transfer none) */
BridgeMilestonePages *bridge_milestone_pages_wrap (AdwBin *page, BridgeSpace *space);
gboolean bridge_milestone_pages_open (BridgeMilestonePages *self, const char *id); /* FALSE: it is not shown here */
gboolean bridge_milestone_pages_go_back (BridgeMilestonePages *self);              /* FALSE: nothing is open */

G_END_DECLS
