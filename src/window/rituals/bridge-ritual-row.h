/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* One ritual in the list: icon, title, when next, how long, whose lead, and its rule in words. */
#define BRIDGE_TYPE_RITUAL_ROW (bridge_ritual_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualRow, bridge_ritual_row, BRIDGE, RITUAL_ROW, AdwActionRow)

GtkWidget *bridge_ritual_row_new (void);
void bridge_ritual_row_show (BridgeRitualRow *self,
                             BridgeSpace *space,
                             BridgeRitual *ritual,
                             BridgeOccurrence *next);
const char *bridge_ritual_row_get_ritual_id (BridgeRitualRow *self);

G_END_DECLS
