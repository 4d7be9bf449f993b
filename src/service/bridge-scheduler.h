/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeScheduler:
 *
 * Sees to it that every reminder comes, once. On start, every wake of the clock and every change of the space it
 * recomputes from the database what is due and not handled, hands it to the notifier, withdraws what is stale, and
 * arms the clock for the next deadline. Properties: next-deadline x (UTC ms, BRIDGE_NEVER), last-error s.
 */
#define BRIDGE_TYPE_SCHEDULER (bridge_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (BridgeScheduler, bridge_scheduler, BRIDGE, SCHEDULER, GObject)

BridgeScheduler *bridge_scheduler_new (BridgeSpace *space, BridgeNotifier *notifier);
void bridge_scheduler_start (BridgeScheduler *self);
void bridge_scheduler_stop (BridgeScheduler *self);
void bridge_scheduler_run_now (BridgeScheduler *self);
gint64 bridge_scheduler_get_next_deadline (BridgeScheduler *self);

G_END_DECLS
