/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-reliability.h"
#include "bridge-scheduler.h"

G_BEGIN_DECLS

/**
 * BridgeServiceLink:
 *
 * The window's way to the reminder service on the session bus. Property: state BridgeLinkState (read-only).
 *
 * Signals:
 * - "present" (const char *target, const char *activation_token): the window shall come to the front and open target.
 * - "superseded": another window is open; this one is not needed.
 * - "status": what the service, or what reminds here instead of it, says about itself is another than before.
 * - "test-answered" (const char *what): what became of a test reminder, see bridge_reliability_describe_answer().
 */
#define BRIDGE_TYPE_SERVICE_LINK (bridge_service_link_get_type ())
G_DECLARE_FINAL_TYPE (BridgeServiceLink, bridge_service_link, BRIDGE, SERVICE_LINK, GObject)

typedef enum {
  BRIDGE_LINK_UNKNOWN,  /* not tried yet, or on the way */
  BRIDGE_LINK_ATTACHED, /* reminders come from the service */
  BRIDGE_LINK_ABSENT,   /* no bus, no service, or one for another folder */
} BridgeLinkState;

BridgeServiceLink *bridge_service_link_new (const char *folder);
void bridge_service_link_connect (BridgeServiceLink *self);
BridgeLinkState bridge_service_link_get_state (BridgeServiceLink *self);
const char *bridge_service_link_get_problem (BridgeServiceLink *self);
void bridge_service_link_set_refusal (BridgeServiceLink *self, BridgePart other, const char *sentence);
const char *bridge_service_link_get_not_reminding (BridgeServiceLink *self);
void bridge_service_link_set_scheduler (BridgeServiceLink *self, BridgeScheduler *scheduler);
void bridge_service_link_read_health (BridgeServiceLink *self, BridgeHealth *health);
void bridge_service_link_test_reminder_async (BridgeServiceLink *self, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean bridge_service_link_test_reminder_finish (BridgeServiceLink *self, GAsyncResult *result, GError **error);

G_END_DECLS
