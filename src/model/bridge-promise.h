/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgePromise:
 *
 * A small commitment with a date. Properties (read-write, EXPLICIT_NOTIFY): id s; text s (1–240); who s (person id: whose
 * promise; NULL: of both, or of the only one); about BridgePromiseAbout; pause-id s (of the pause after which they come
 * back to the topic, or NULL); due x (BridgeLocal; midnight unless timed); timed b (it has a time, not only a date);
 * remind s (lead times in minutes before, "1440,0"; "" none; without a time they go by nine in the morning); state
 * BridgePromiseState; earlier s (the dates it had before it was re-agreed, "2026-11-24,2026-11-26T19:00"; kept quietly,
 * never counted); reminding-since x (UTC ms: nothing that was due before is ever reminded of); created-at, updated-at,
 * deleted-at x.
 */
#define BRIDGE_TYPE_PROMISE (bridge_promise_get_type ())
G_DECLARE_FINAL_TYPE (BridgePromise, bridge_promise, BRIDGE, PROMISE, GObject)

BridgePromise *bridge_promise_new (const char *text, const char *who, BridgeLocal due, gboolean timed);
BridgePromise *bridge_promise_copy (BridgePromise *self); /* (transfer full) same id and stamps */
const char *bridge_promise_get_id (BridgePromise *self);
const char *bridge_promise_get_text (BridgePromise *self);
const char *bridge_promise_get_who (BridgePromise *self); /* (nullable) */
BridgePromiseAbout bridge_promise_get_about (BridgePromise *self);
const char *bridge_promise_get_pause_id (BridgePromise *self); /* (nullable) */
BridgeLocal bridge_promise_get_due (BridgePromise *self);
gboolean bridge_promise_get_timed (BridgePromise *self);
const char *bridge_promise_get_remind (BridgePromise *self);
BridgePromiseState bridge_promise_get_state (BridgePromise *self);
const char *bridge_promise_get_earlier (BridgePromise *self);
gint64 bridge_promise_get_reminding_since (BridgePromise *self);
BridgeLocal bridge_promise_get_moment (BridgePromise *self);
char *bridge_promise_format_due (BridgePromise *self);
char *bridge_promise_dup_when (BridgePromise *self, BridgeLocal now);
gboolean bridge_promise_validate (BridgePromise *self, GError **error);
gboolean bridge_promise_asks_more (BridgePromise *before, BridgePromise *after);
gboolean bridge_promise_check_due (BridgeLocal due, BridgeLocal now, GError **error);

typedef enum {
  BRIDGE_PROMISE_KEEP,
  BRIDGE_PROMISE_RE_AGREE,   /* with another date */
  BRIDGE_PROMISE_RELEASE,    /* let go */
  BRIDGE_PROMISE_BRING_BACK, /* open again, as it was */
} BridgePromiseEvent;

#define BRIDGE_N_PROMISE_EVENTS (BRIDGE_PROMISE_BRING_BACK + 1)

/* Pure state machine: refuses impossible pairs with BRIDGE_ERROR_STATE. */
gboolean bridge_promise_transition (BridgePromiseState state, BridgePromiseEvent event, BridgePromiseState *next,
                                    GError **error);
gboolean bridge_promise_re_agree (BridgePromise *self, BridgeLocal due, gboolean timed, BridgeLocal now, gint64 now_ms,
                                  GError **error);

G_END_DECLS
