/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-service-link.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePreferences:
 *
 * Names, reminders, and where everything is kept.
 */
#define BRIDGE_TYPE_PREFERENCES (bridge_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BridgePreferences, bridge_preferences, BRIDGE, PREFERENCES, AdwWindow)

GtkWidget *bridge_preferences_new (BridgeSpace *space, BridgeServiceLink *link, GtkWindow *parent);

G_END_DECLS
