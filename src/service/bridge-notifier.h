/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which buttons it has, where it can be answered. */
typedef enum {
  BRIDGE_NOTICE_MOMENT,  /* of a ritual */
  BRIDGE_NOTICE_PROMISE,
  BRIDGE_NOTICE_OPEN,    /* it is only opened */
} BridgeNoticeKind;

/**
 * BridgeNotice:
 *
 * What a notification says, ready to be handed over: plain text, never markup. Immutable boxed.
 */
typedef struct {
  char *id;         /* stable per occurrence (its name), thing ("promise:ID") or "digest"; showing it again replaces it */
  char *title;
  char *body;
  char *occurrence; /* its name, or the thing's, (nullable): digest */
  BridgeNoticeKind kind;
  gboolean has_smaller;
  gboolean answerable;
  gboolean alone;   /* what one person does: there is no "we" in it */
  guint snoozes;    /* which of BridgeSnooze are offered: 1 << snooze */
} BridgeNotice;

#define BRIDGE_TYPE_NOTICE (bridge_notice_get_type ())
GType bridge_notice_get_type (void);
BridgeNotice *bridge_notice_new (const char *id, const char *title, const char *body, const char *occurrence,
                                 gboolean has_smaller);
BridgeNotice *bridge_notice_copy (const BridgeNotice *self);
void bridge_notice_free (BridgeNotice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeNotice, bridge_notice_free)

/* Who hands notices to the desktop. */
#define BRIDGE_TYPE_NOTIFIER (bridge_notifier_get_type ())
G_DECLARE_INTERFACE (BridgeNotifier, bridge_notifier, BRIDGE, NOTIFIER, GObject)

struct _BridgeNotifierInterface {
  GTypeInterface parent_iface;

  gboolean (*show) (BridgeNotifier *self, const BridgeNotice *notice, GError **error);
  void (*withdraw) (BridgeNotifier *self, const char *id);
  gboolean (*stands) (BridgeNotifier *self, const char *id);
};

gboolean bridge_notifier_show (BridgeNotifier *self, const BridgeNotice *notice, GError **error);
void bridge_notifier_withdraw (BridgeNotifier *self, const char *id);
/* Does it still stand, and has to be shown again for its buttons to work, because another process showed it? */
gboolean bridge_notifier_stands (BridgeNotifier *self, const char *id);

G_END_DECLS
