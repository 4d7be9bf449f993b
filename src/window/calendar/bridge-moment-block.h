/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-calendar-days.h"

G_BEGIN_DECLS

/* One moment in the week: filled when it was kept, outlined when it is planned, dotted when nothing was recorded. What
 * can be moved can be dragged. Its actions are those of the calendar around it. */
#define BRIDGE_TYPE_MOMENT_BLOCK (bridge_moment_block_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMomentBlock, bridge_moment_block, BRIDGE, MOMENT_BLOCK, GtkButton)

GtkWidget *bridge_moment_block_new (void);
void bridge_moment_block_show (BridgeMomentBlock *self, BridgeCalendarDays *days, BridgeOccurrence *occurrence);
BridgeOccurrence *bridge_moment_block_get_occurrence (BridgeMomentBlock *self);
BridgeMark bridge_moment_block_get_mark (BridgeMomentBlock *self);
int bridge_moment_block_get_grab_y (BridgeMomentBlock *self);

G_END_DECLS
