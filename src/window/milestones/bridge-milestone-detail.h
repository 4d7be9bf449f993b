/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMilestoneDetail:
 *
 * A milestone on a page of its own: its bridge, how far it has got, what can be done with it, and what became of it.
 */
#define BRIDGE_TYPE_MILESTONE_DETAIL (bridge_milestone_detail_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestoneDetail, bridge_milestone_detail, BRIDGE, MILESTONE_DETAIL, AdwBin)

GtkWidget *bridge_milestone_detail_new (BridgeSpace *space);
/* FALSE: it is not shown to whoever is here */
gboolean bridge_milestone_detail_show (BridgeMilestoneDetail *self, const char *id);
gboolean bridge_milestone_detail_update (BridgeMilestoneDetail *self); /* the same as it is now */

G_END_DECLS
