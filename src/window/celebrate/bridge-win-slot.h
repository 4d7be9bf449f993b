/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-win-row.h"

G_BEGIN_DECLS

/**
 * BridgeWinSlot:
 *
 * The place of a win in the log. A list view binds two hundred of them at a time, of which a handful can be seen; so it
 * costs nothing until it is filled, with a row that it keeps from then on.
 */
#define BRIDGE_TYPE_WIN_SLOT (bridge_win_slot_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWinSlot, bridge_win_slot, BRIDGE, WIN_SLOT, AdwBin)

GtkWidget *bridge_win_slot_new (BridgeSpace *space);
void bridge_win_slot_set_win (BridgeWinSlot *self, BridgeWin *win, gboolean starts_month); /* NULL: lets go of it */
void bridge_win_slot_set_starts_month (BridgeWinSlot *self, gboolean starts_month);
gboolean bridge_win_slot_is_filled (BridgeWinSlot *self);
void bridge_win_slot_fill (BridgeWinSlot *self);
BridgeWinRow *bridge_win_slot_get_row (BridgeWinSlot *self); /* (transfer none) (nullable) */

G_END_DECLS
