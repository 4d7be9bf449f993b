/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* Moves one moment to a date and time that are typed or picked, or leaves it out. */
#define BRIDGE_TYPE_MOVE_POPOVER (bridge_move_popover_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMovePopover, bridge_move_popover, BRIDGE, MOVE_POPOVER, GtkPopover)

GtkWidget *bridge_move_popover_new (BridgeSpace *space);
void bridge_move_popover_set_wanted (BridgeMovePopover *self, BridgeLocal wanted);
void bridge_move_popover_set_occurrence (BridgeMovePopover *self, BridgeOccurrence *occurrence);

G_END_DECLS
