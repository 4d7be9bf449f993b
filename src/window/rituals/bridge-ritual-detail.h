/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeRitualDetail:
 *
 * One ritual: its sentence, what comes up, how it goes, what was kept, and how to make it lighter. Live.
 * Signals: "back" (the way back was asked for, or the ritual is gone).
 */
#define BRIDGE_TYPE_RITUAL_DETAIL (bridge_ritual_detail_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualDetail, bridge_ritual_detail, BRIDGE, RITUAL_DETAIL, AdwBin)

GtkWidget *bridge_ritual_detail_new (BridgeSpace *space);
gboolean bridge_ritual_detail_set_ritual_id (BridgeRitualDetail *self, const char *ritual_id, GError **error);
const char *bridge_ritual_detail_get_ritual_id (BridgeRitualDetail *self);

G_END_DECLS
