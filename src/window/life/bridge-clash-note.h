/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-clash.h"

G_BEGIN_DECLS

/**
 * BridgeClashNote:
 *
 * A row that says calmly what a time falls into, with the nearest free times as buttons; hidden while nothing does.
 * Signal: "taken" (i from, i to): a free time was chosen instead, in minutes of the day.
 */
#define BRIDGE_TYPE_CLASH_NOTE (bridge_clash_note_get_type ())
G_DECLARE_FINAL_TYPE (BridgeClashNote, bridge_clash_note, BRIDGE, CLASH_NOTE, AdwPreferencesRow)

GtkWidget *bridge_clash_note_new (void);
void bridge_clash_note_show (BridgeClashNote *self, const BridgeClash *clash, BridgeLocal now);

G_END_DECLS
