/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeNear:
 *
 * The promises of the next days, and those of days before that are open, to be answered in place. Not there while there
 * are none.
 */
#define BRIDGE_TYPE_NEAR (bridge_near_get_type ())
G_DECLARE_FINAL_TYPE (BridgeNear, bridge_near, BRIDGE, NEAR, GtkBox)

void bridge_near_set_space (BridgeNear *self, BridgeSpace *space);
void bridge_near_update (BridgeNear *self);
gboolean bridge_near_open (BridgeNear *self, const char *id); /* asks for another date for that promise, if it is there */

G_END_DECLS
