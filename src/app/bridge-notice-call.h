/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One call over D-Bus that may take longer than one can wait. It can be waited for without anything else going on
 * meanwhile, and looked at later whether its answer has come. The answer is not lost by waiting too short.
 */
typedef struct _BridgeNoticeCall BridgeNoticeCall;

BridgeNoticeCall *bridge_notice_call_new (GDBusConnection *connection, GDBusMessage *message);
gboolean bridge_notice_call_wait (BridgeNoticeCall *self, guint ms);
GDBusMessage *bridge_notice_call_steal_reply (BridgeNoticeCall *self, GError **error);
void bridge_notice_call_free (BridgeNoticeCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeNoticeCall, bridge_notice_call_free)

G_END_DECLS
