/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-store.h"

G_BEGIN_DECLS

/**
 * BridgeAhead:
 *
 * Which reminders were shown by a clock that was ahead of what it says now, so that they come again in their time.
 *
 * When a clock goes back it was ahead before, or it lies behind now: nobody can tell yet. So nothing is written. What
 * was shown too early is marked, and the marks count if time runs on to when it is due. If the clock is set forward
 * again by as much as it went back, it lay behind, and they are forgotten. Once it has run on for a while they are not
 * forgotten any more, and what is taken down then has not come for a service after this one either.
 */
typedef struct _BridgeAhead BridgeAhead;

BridgeAhead *bridge_ahead_new (void);
void bridge_ahead_free (BridgeAhead *self);
gboolean bridge_ahead_follow (BridgeAhead *self, BridgeDatabase *db, GHashTable *unwritten, gint64 now, gboolean ran,
                              GError **error);
gboolean bridge_ahead_has (BridgeAhead *self, BridgeReminder *reminder);
gint64 bridge_ahead_get_settles_at (BridgeAhead *self);
GPtrArray *bridge_ahead_settle (BridgeAhead *self, gint64 now);
gboolean bridge_ahead_take_back (BridgeAhead *self, BridgeDatabase *db, GHashTable *names, gint64 now, GError **error);

G_END_DECLS
