/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeLeave:
 *
 * Leaving, for whoever is speaking in a space of two: what goes along, what stays, and the own name typed as the last word.
 * Nobody else has a say in it, and nobody is told.
 */
#define BRIDGE_TYPE_LEAVE (bridge_leave_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLeave, bridge_leave, BRIDGE, LEAVE, AdwWindow)

GtkWidget *bridge_leave_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
