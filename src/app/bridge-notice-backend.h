/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"

G_BEGIN_DECLS

/**
 * BridgeNoticeBackend:
 *
 * One way of bringing notices to a desktop; #BridgeDesktopNotifier has the one that suits. A server that takes long to
 * answer is waited for once, and nothing more is asked of it until it has: its answer counts, however late it comes.
 * Signals: "answered" (notice id s, what s) and "recovered", see there.
 */
#define BRIDGE_TYPE_NOTICE_BACKEND (bridge_notice_backend_get_type ())
G_DECLARE_DERIVABLE_TYPE (BridgeNoticeBackend, bridge_notice_backend, BRIDGE, NOTICE_BACKEND, GObject)

struct _BridgeNoticeBackendClass {
  GObjectClass parent_class;

  /* @anew: it is to pop up, not only to stand in the place of the one with its id */
  gboolean (*show) (BridgeNoticeBackend *self, const BridgeNotice *notice, gboolean anew, GError **error);
  void (*taken) (BridgeNoticeBackend *self, const BridgeNotice *notice, GDBusMessage *reply); /* (nullable) */
  void (*withdraw) (BridgeNoticeBackend *self, const char *id);
  gboolean (*stands) (BridgeNoticeBackend *self, const char *id); /* (nullable): never */
};

gboolean bridge_notice_backend_show (BridgeNoticeBackend *self, const BridgeNotice *notice, GError **error);
gboolean bridge_notice_backend_show_again (BridgeNoticeBackend *self, const char *id, GError **error);
void bridge_notice_backend_withdraw (BridgeNoticeBackend *self, const char *id);
gboolean bridge_notice_backend_stands (BridgeNoticeBackend *self, const char *id);

/* For the backends. */
typedef struct {
  const char *label;
  const char *action; /* "app.kept" */
  GVariant *target;
} BridgeNoticeButton;

/* Who is spoken to. Immutable. */
typedef struct {
  const char *name;
  const char *path;
  const char *interface;
} BridgeNoticeServer;

GArray *bridge_notice_backend_dup_buttons (const BridgeNotice *notice, gboolean many);
const char *bridge_notice_backend_get_target (const BridgeNotice *notice);
GVariant *bridge_notice_backend_serialize (const BridgeNotice *notice, const char *const *display_hints);
GDBusMessage *bridge_notice_backend_ask (BridgeNoticeBackend *self, GDBusConnection *connection,
                                         const BridgeNoticeServer *server, const char *method, GVariant *parameters,
                                         GError **error);
gboolean bridge_notice_backend_hand_over (BridgeNoticeBackend *self, GDBusConnection *connection,
                                          const BridgeNoticeServer *server, const char *method, GVariant *parameters,
                                          const BridgeNotice *notice, GError **error);
void bridge_notice_backend_look_for_late (BridgeNoticeBackend *self);
void bridge_notice_backend_explain (GError **error, const GError *cause);
void bridge_notice_backend_tell (GDBusConnection *connection, const BridgeNoticeServer *server,
                                 const char *method, GVariant *parameters);
void bridge_notice_backend_emit_answered (BridgeNoticeBackend *self, const char *id, const char *what);

G_END_DECLS
