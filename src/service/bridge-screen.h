/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"
#include "bridge-due.h"

G_BEGIN_DECLS

/**
 * BridgeScreen:
 *
 * Which reminders stand on the screen, one by one or in the digest, so that they go once nothing of them waits any
 * more.
 */
typedef struct _BridgeScreen BridgeScreen;

BridgeScreen *bridge_screen_new (BridgeSpace *space, BridgeNotifier *notifier);
void bridge_screen_free (BridgeScreen *self);
gboolean bridge_screen_show (BridgeScreen *self, const BridgeNotice *notice, GError **error);
void bridge_screen_take_down (BridgeScreen *self, const char *name, gboolean was_shown);
gboolean bridge_screen_forget (BridgeScreen *self, const char *name);
void bridge_screen_add_to_digest (BridgeScreen *self, const char *name, gint64 at, gint64 now);
gboolean bridge_screen_is_in_digest (BridgeScreen *self, const char *name);
BridgeDigestCount bridge_screen_count_digest (BridgeScreen *self, gint64 now);
gint64 bridge_screen_forget_old (BridgeScreen *self, gint64 now);
gboolean bridge_screen_take_down_answered (BridgeScreen *self, GHashTable *unwritten, GError **error);
gboolean bridge_screen_recall_digest (BridgeScreen *self, gint64 now, GError **error);
gboolean bridge_screen_take_over (BridgeScreen *self, GPtrArray *standing, gint64 now, GError **error);
gboolean bridge_screen_clear (BridgeScreen *self, gboolean left, GError **error);

G_END_DECLS
