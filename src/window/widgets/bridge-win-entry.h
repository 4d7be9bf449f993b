/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeWinEntry:
 *
 * "Something small that went well?": two fields and Enter. The second comes when the first has a word in it.
 */
#define BRIDGE_TYPE_WIN_ENTRY (bridge_win_entry_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWinEntry, bridge_win_entry, BRIDGE, WIN_ENTRY, GtkBox)

GtkWidget *bridge_win_entry_new (BridgeSpace *space);
void bridge_win_entry_set_space (BridgeWinEntry *self, BridgeSpace *space);
/* What the next one belongs to, or NULL. */
void bridge_win_entry_set_ritual (BridgeWinEntry *self, const char *ritual_id);

G_END_DECLS
