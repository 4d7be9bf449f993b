/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-clock.h"

G_BEGIN_DECLS

/* What is chosen. */
typedef enum {
  BRIDGE_RETURN_TIME,      /* of coming back, within the next day */
  BRIDGE_RETURN_DAY,       /* another day to come back on, and its time */
  BRIDGE_RETURN_FOLLOW_UP, /* when to have the short follow-up: a day, which may be today, and its time */
} BridgeReturnKind;

/**
 * BridgeReturnPopover:
 *
 * Chooses when somebody comes back to a talk, or to a word about it, and says what is wrong with what is typed.
 *
 * Signal: "chosen" (gint64 at): UTC ms.
 */
#define BRIDGE_TYPE_RETURN_POPOVER (bridge_return_popover_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReturnPopover, bridge_return_popover, BRIDGE, RETURN_POPOVER, GtkPopover)

GtkWidget *bridge_return_popover_new (BridgeClock *clock, BridgeReturnKind kind);
void bridge_return_popover_set_at (BridgeReturnPopover *self, gint64 at); /* UTC ms; 0: none yet */
/* What may be chosen, both included, UTC ms; 0: from now on, a month ahead */
void bridge_return_popover_set_range (BridgeReturnPopover *self, gint64 earliest, gint64 latest);

G_END_DECLS
