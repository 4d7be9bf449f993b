/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* One planned moment: when it is, and a popover to move it or to leave it out. */
#define BRIDGE_TYPE_MOMENT_ROW (bridge_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMomentRow, bridge_moment_row, BRIDGE, MOMENT_ROW, AdwActionRow)

GtkWidget *bridge_moment_row_new (BridgeSpace *space);
void bridge_moment_row_show (BridgeMomentRow *self, BridgeOccurrence *occurrence, gboolean can_change);

G_END_DECLS
