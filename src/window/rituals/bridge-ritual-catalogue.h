/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeRitualCatalogue:
 *
 * The templates as cards, by group, searched as one types. Signals: "back"; "used" (s id of the new ritual).
 */
#define BRIDGE_TYPE_RITUAL_CATALOGUE (bridge_ritual_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualCatalogue, bridge_ritual_catalogue, BRIDGE, RITUAL_CATALOGUE, AdwBin)

GtkWidget *bridge_ritual_catalogue_new (BridgeSpace *space);
void bridge_ritual_catalogue_focus_search (BridgeRitualCatalogue *self);

G_END_DECLS
