/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-application.h"

G_BEGIN_DECLS

/* From the command line to the service: being it, reaching it, waking it. @data_dir: (nullable): --data-dir */
int bridge_launch_service (const char *data_dir, BridgeClock *clock, BridgeLaunchMode mode);
gboolean bridge_launch_run (const char *data_dir, BridgeClock *clock, int *exit_status, GError **error);
gboolean bridge_launch_window (const char *data_dir, BridgeClock *clock, int *exit_status, GError **error);
void bridge_launch_wake_service (const char *data_dir);
void bridge_launch_present (const char *data_dir, const char *target);
GVariant *bridge_launch_dup_properties (void);
gboolean bridge_launch_test_reminder (const char *data_dir, char **server, GError **error);
gboolean bridge_launch_has_bus (char **problem);

/* What comes back from a test reminder. */
typedef struct _BridgeTestWatch BridgeTestWatch;
BridgeTestWatch *bridge_test_watch_new (void);
char *bridge_test_watch_wait (BridgeTestWatch *self, int seconds);
void bridge_test_watch_free (BridgeTestWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeTestWatch, bridge_test_watch_free)

G_END_DECLS
