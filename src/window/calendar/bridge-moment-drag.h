/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bridge-occurrence.h"

G_BEGIN_DECLS

/* Moments that are dragged, and what goes with the pointer: what it is, and when it would be. */
GtkDragSource *bridge_moment_drag_new (GtkWidget *widget);
void bridge_moment_drag_set_occurrence (GtkDragSource *source, BridgeOccurrence *occurrence);
int bridge_moment_drag_get_grab_y (GtkDragSource *source);

GtkWidget *bridge_moment_drag_icon_new (BridgeOccurrence *occurrence);
void bridge_moment_drag_icon_say (GtkWidget *icon, const char *when);

BridgeOccurrence *bridge_moment_drop_get_occurrence (GtkDropTarget *target);
void bridge_moment_drop_say (GtkDropTarget *target, BridgeLocal local, BridgeLocal now);

G_END_DECLS
