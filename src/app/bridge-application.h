/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-clock.h"

G_BEGIN_DECLS

/**
 * BridgeApplication:
 *
 * The service: owns the application id on the session bus, keeps the space open and the scheduler going, takes the
 * notifications' answers, and looks after the window, which is a process of its own.
 */
#define BRIDGE_TYPE_APPLICATION (bridge_application_get_type ())
G_DECLARE_FINAL_TYPE (BridgeApplication, bridge_application, BRIDGE, APPLICATION, GApplication)

typedef enum {
  BRIDGE_LAUNCH_ACTIVATED, /* by D-Bus or at log-in: leaves when there is nothing to do */
  BRIDGE_LAUNCH_RUN,       /* in the foreground, until told to end */
  BRIDGE_LAUNCH_WINDOW,    /* in the foreground, with a window opened at once */
} BridgeLaunchMode;

BridgeApplication *bridge_application_new (const char *folder, BridgeClock *clock, BridgeLaunchMode mode);
int bridge_application_get_exit_status (BridgeApplication *self);

G_END_DECLS
