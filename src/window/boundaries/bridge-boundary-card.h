/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeBoundaryCard:
 *
 * A boundary: its sentence in large type, since when it holds, what is proposed, and what can be done about it. Its buttons
 * are the page's actions "boundaries.*", with the boundary's id.
 */
#define BRIDGE_TYPE_BOUNDARY_CARD (bridge_boundary_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryCard, bridge_boundary_card, BRIDGE, BOUNDARY_CARD, AdwBin)

GtkWidget *bridge_boundary_card_new (void);
void bridge_boundary_card_show (BridgeBoundaryCard *self, BridgeSpace *space, BridgeBoundary *boundary);
gboolean bridge_boundary_card_focus_edit (BridgeBoundaryCard *self);
const char *bridge_boundary_card_get_id (BridgeBoundaryCard *self); /* (nullable) */
gboolean bridge_boundary_card_focus_history (BridgeBoundaryCard *self);

G_END_DECLS
