/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeWordPanel:
 *
 * What comes quietly after a moment was kept: one more plank, and a word about it if there is one. Signal:
 * "closing": it goes, and what has the focus in it needs another place for it.
 */
#define BRIDGE_TYPE_WORD_PANEL (bridge_word_panel_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWordPanel, bridge_word_panel, BRIDGE, WORD_PANEL, GtkBox)

GtkWidget *bridge_word_panel_new (void);
void bridge_word_panel_set_space (BridgeWordPanel *self, BridgeSpace *space);
void bridge_word_panel_open (BridgeWordPanel *self, BridgeOccurrence *occurrence, guint kept_today);
void bridge_word_panel_close (BridgeWordPanel *self);
const char *bridge_word_panel_get_name (BridgeWordPanel *self);

G_END_DECLS
