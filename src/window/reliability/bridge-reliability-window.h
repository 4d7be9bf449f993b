/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-service-link.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeReliabilityWindow:
 *
 * How reminders are doing, as a modal window: what they depend on here, what could be better, a notification to try,
 * and what became of each reminder of the last 30 days.
 */
#define BRIDGE_TYPE_RELIABILITY_WINDOW (bridge_reliability_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReliabilityWindow, bridge_reliability_window, BRIDGE, RELIABILITY_WINDOW, AdwWindow)

GtkWidget *bridge_reliability_window_new (BridgeSpace *space, BridgeServiceLink *link, GtkWindow *parent);
void bridge_reliability_window_set_test_seconds (BridgeReliabilityWindow *self, guint seconds);

G_END_DECLS
