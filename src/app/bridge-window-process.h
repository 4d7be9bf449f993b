/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BridgeWindowProcess:
 *
 * The window's process, as its parent sees it. Signal "closed" (gboolean opened): it has ended; @opened is
 * %FALSE when it could not be started or gave up.
 */
#define BRIDGE_TYPE_WINDOW_PROCESS (bridge_window_process_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWindowProcess, bridge_window_process, BRIDGE, WINDOW_PROCESS, GObject)

BridgeWindowProcess *bridge_window_process_new (const char *folder);
void bridge_window_process_open (BridgeWindowProcess *self, const char *target, GVariant *platform_data);
gboolean bridge_window_process_is_running (BridgeWindowProcess *self);
char *bridge_window_process_steal_target (BridgeWindowProcess *self);

/* What to start: FOOTBRIDGE_WINDOW, else the installed one. (transfer full) */
char **bridge_window_process_dup_command (const char *folder, const char *target);

G_END_DECLS
