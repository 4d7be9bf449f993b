/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-milestone.h"

G_BEGIN_DECLS

/**
 * BridgeMilestonePicture:
 *
 * A milestone as a footbridge across water: what is counted lays planks from both banks towards the middle, and what is not
 * recorded is no gap. An open one is a footpath. It says nothing to screen readers: what stands beside it says the same.
 */
#define BRIDGE_TYPE_MILESTONE_PICTURE (bridge_milestone_picture_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestonePicture, bridge_milestone_picture, BRIDGE, MILESTONE_PICTURE, GtkWidget)

GtkWidget *bridge_milestone_picture_new (gboolean large);
void bridge_milestone_picture_set_milestone (BridgeMilestonePicture *self, BridgeMilestone *milestone, guint count);

/* How many places for planks the deck has, and how many of them have one, where there is room for @room. */
void bridge_milestone_get_planks (guint count, guint target, guint room, guint *slots, guint *planks);

G_END_DECLS
