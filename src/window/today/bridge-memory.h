/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMemory:
 *
 * A warm memory, on request: one of the starred wins, else any. It is not there while there is nothing to remember.
 */
#define BRIDGE_TYPE_MEMORY (bridge_memory_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMemory, bridge_memory, BRIDGE, MEMORY, GtkBox)

GtkWidget *bridge_memory_new (void);
void bridge_memory_set_space (BridgeMemory *self, BridgeSpace *space);
void bridge_memory_update (BridgeMemory *self);

G_END_DECLS
