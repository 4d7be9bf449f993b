/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-clock.h"

G_BEGIN_DECLS

/**
 * BridgeWindowApplication:
 *
 * `footbridge-window`: a non-unique application with one window. It opens the space, finds the reminder service, and
 * reminds by itself while there is none.
 */
#define BRIDGE_TYPE_WINDOW_APPLICATION (bridge_window_application_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWindowApplication, bridge_window_application, BRIDGE, WINDOW_APPLICATION, AdwApplication)

BridgeWindowApplication *bridge_window_application_new (const char *folder, BridgeClock *clock, const char *target);

G_END_DECLS
