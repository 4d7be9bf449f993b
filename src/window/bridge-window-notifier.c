/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window-notifier"

#include "config.h"

#include "bridge-window-notifier.h"

struct _BridgeWindowNotifier
{
  GObject parent_instance;
};

enum {
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
bridge_window_notifier_show (BridgeNotifier      *notifier,
                             const BridgeNotice  *notice,
                             GError             **error)
{
  g_signal_emit (notifier, signals[SHOWN], 0, notice->body);

  return TRUE;
}

/* What is answered leaves Today by itself. */
static void
bridge_window_notifier_withdraw (BridgeNotifier *notifier,
                                 const char     *id)
{
}

static void
notifier_init (BridgeNotifierInterface *iface)
{
  iface->show = bridge_window_notifier_show;
  iface->withdraw = bridge_window_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeWindowNotifier, bridge_window_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_NOTIFIER, notifier_init))

static void
bridge_window_notifier_class_init (BridgeWindowNotifierClass *klass)
{
  signals[SHOWN] = g_signal_new ("shown", BRIDGE_TYPE_WINDOW_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bridge_window_notifier_init (BridgeWindowNotifier *self)
{
}

/**
 * bridge_window_notifier_new:
 *
 * A notifier for as long as the window is open.
 *
 * Returns: (transfer full): the notifier
 */
BridgeWindowNotifier *
bridge_window_notifier_new (void)
{
  return g_object_new (BRIDGE_TYPE_WINDOW_NOTIFIER, NULL);
}
