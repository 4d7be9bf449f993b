/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeHoursRow:
 *
 * Quiet hours or a stress peak as one line that opens, to be changed in place. Saves by itself, a moment after the last
 * keystroke; what is no time yet is left as it is and said under the fields.
 */
#define BRIDGE_TYPE_HOURS_ROW (bridge_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeHoursRow, bridge_hours_row, BRIDGE, HOURS_ROW, AdwExpanderRow)

GtkWidget *bridge_hours_row_new (BridgeSpace *space);
void bridge_hours_row_show (BridgeHoursRow *self, BridgeHours *hours);
void bridge_hours_row_flush (BridgeHoursRow *self);

G_END_DECLS
