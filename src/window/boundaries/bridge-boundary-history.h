/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeBoundaryHistory:
 *
 * All that a boundary has said, the newest first: who wrote it, on which day, what changed, and when each agreed.
 */
#define BRIDGE_TYPE_BOUNDARY_HISTORY (bridge_boundary_history_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryHistory, bridge_boundary_history, BRIDGE, BOUNDARY_HISTORY, AdwBin)

GtkWidget *bridge_boundary_history_new (BridgeSpace *space);
/* NOT_FOUND */
gboolean bridge_boundary_history_show (BridgeBoundaryHistory *self, const char *id, GError **error);
const char *bridge_boundary_history_get_id (BridgeBoundaryHistory *self); /* (nullable) */

G_END_DECLS
