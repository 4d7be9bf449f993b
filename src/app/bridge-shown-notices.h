/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BridgeShownNotices:
 *
 * Which number the notification server gave to which notice. The numbers mean something to one server only, as
 * long as it runs; for as long they are remembered in the user's runtime folder, so that a service that was
 * restarted can still take back what the one before it has shown. What cannot be read or written there is done
 * without.
 */
typedef struct _BridgeShownNotices BridgeShownNotices;

typedef struct {
  guint number; /* never 0 */
  char *id;     /* of the notice */
  char *target; /* what a click on it opens */
} BridgeShownNotice;

BridgeShownNotices *bridge_shown_notices_new (const char *folder);
void bridge_shown_notices_free (BridgeShownNotices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeShownNotices, bridge_shown_notices_free)

void bridge_shown_notice_free (BridgeShownNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeShownNotice, bridge_shown_notice_free)

void bridge_shown_notices_set_server (BridgeShownNotices *self, const char *bus, const char *server);
guint bridge_shown_notices_get_number (BridgeShownNotices *self, const char *id);
void bridge_shown_notices_add (BridgeShownNotices *self, guint number, const char *id, const char *target);
BridgeShownNotice *bridge_shown_notices_take (BridgeShownNotices *self, guint number);

G_END_DECLS
