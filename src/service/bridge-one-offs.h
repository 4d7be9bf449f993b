/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"
#include "bridge-one-off-rules.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeOneOffs:
 *
 * Reminds of what has a date and is no ritual: promises, and what comes to be planned by bridge_one_offs_plan(). The
 * scheduler has it run whenever it runs itself.
 */
typedef struct _BridgeOneOffs BridgeOneOffs;

/* The one notice of several. */
#define BRIDGE_ONE_OFFS_ID "one-offs"

BridgeOneOffs *bridge_one_offs_new (BridgeSpace *space, BridgeNotifier *notifier);
void bridge_one_offs_free (BridgeOneOffs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeOneOffs, bridge_one_offs_free)

typedef struct {
  gint64 next;     /* UTC ms: when the next one comes, or BRIDGE_NEVER */
  gint64 tidy;     /* UTC ms: when there is something else to do, or BRIDGE_NEVER */
  gboolean wrote;  /* something is another than before */
} BridgeOneOffsDone;

/* @ran: time has run on by itself since the last run. Returns FALSE with an error; what could be done is done. */
gboolean bridge_one_offs_run (BridgeOneOffs *self, gboolean ran, BridgeOneOffsDone *done, GError **error);

/* of BridgeOneOffPlan: everything in @space that is to be reminded of */
GPtrArray *bridge_one_offs_plan (BridgeSpace *space, GPtrArray *rows, GTimeZone *here);
void bridge_one_offs_plan_promise (BridgePromise *promise, GPtrArray *rows, BridgePause *pause, GTimeZone *here,
                                   GPtrArray *plans);
/* (transfer none) (nullable); @step: (out) (optional) (transfer full) */
BridgeOneOff *bridge_one_off_find_snooze (GPtrArray *rows, BridgePromise *promise, char **step);
BridgeNotice *bridge_one_off_make_notice (BridgeOneOffPlan *plan, BridgeSpace *space);
BridgeNotice *bridge_one_off_make_together (void);

G_END_DECLS
