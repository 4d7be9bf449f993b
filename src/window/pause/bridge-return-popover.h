/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-clock.h"

G_BEGIN_DECLS

/**
 * BridgeReturnPopover:
 *
 * Chooses when two people come back to a talk: at a time within the next day, or on another day.
 *
 * Signal: "chosen" (gint64 at): UTC ms.
 */
#define BRIDGE_TYPE_RETURN_POPOVER (bridge_return_popover_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReturnPopover, bridge_return_popover, BRIDGE, RETURN_POPOVER, GtkPopover)

GtkWidget *bridge_return_popover_new (BridgeClock *clock, gboolean another_day);
void bridge_return_popover_set_at (BridgeReturnPopover *self, gint64 at); /* UTC ms; 0: none yet */

G_END_DECLS
