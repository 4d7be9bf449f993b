/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeBus:
 *
 * The D-Bus interface between the service and its window: who is attached, what has changed, whether reminders work.
 * Signals: "attached", "detached".
 */
#define BRIDGE_TYPE_BUS (bridge_bus_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBus, bridge_bus, BRIDGE, BUS, GObject)

/* (transfer full): why nothing could be shown, or NULL when it was */
typedef char *(*BridgeBusTestFunc) (gpointer user_data);

BridgeBus *bridge_bus_new (BridgeBusTestFunc test, gpointer user_data);
gboolean bridge_bus_export (BridgeBus *self, GDBusConnection *connection, GError **error);
void bridge_bus_unexport (BridgeBus *self);
void bridge_bus_set_property (BridgeBus *self, const char *name, GVariant *value);
void bridge_bus_emit_changed (BridgeBus *self, BridgeKinds kinds);
void bridge_bus_emit_test_answered (BridgeBus *self, const char *what);
gboolean bridge_bus_emit_present (BridgeBus *self, const char *target, GVariant *platform_data);
gboolean bridge_bus_has_window (BridgeBus *self);

G_END_DECLS
