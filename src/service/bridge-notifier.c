/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-notifier.h"

G_DEFINE_INTERFACE (BridgeNotifier, bridge_notifier, G_TYPE_OBJECT)

static void
bridge_notifier_default_init (BridgeNotifierInterface *iface)
{
}

/**
 * bridge_notifier_show:
 * @self: a notifier
 * @notice: what to show; one with the same id is replaced
 * @error: where to say what went wrong
 *
 * Hands a notice over to the desktop.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOTIFIER
 */
gboolean
bridge_notifier_show (BridgeNotifier      *self,
                      const BridgeNotice  *notice,
                      GError             **error)
{
  g_return_val_if_fail (BRIDGE_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (notice != NULL, FALSE);

  return BRIDGE_NOTIFIER_GET_IFACE (self)->show (self, notice, error);
}

/**
 * bridge_notifier_withdraw:
 * @self: a notifier
 * @id: a notice's id
 *
 * Takes a notice from the screen. One that is not there does no harm.
 */
void
bridge_notifier_withdraw (BridgeNotifier *self,
                          const char     *id)
{
  g_return_if_fail (BRIDGE_IS_NOTIFIER (self));

  BRIDGE_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}

/**
 * bridge_notifier_stands:
 * @self: a notifier
 * @id: a notice's id
 *
 * A server that talks only to who has shown a notification lets the buttons of one go dead with the process that did.
 *
 * Returns: whether the notice still stands, and this process should show it again to hear its buttons
 */
gboolean
bridge_notifier_stands (BridgeNotifier *self,
                        const char     *id)
{
  g_return_val_if_fail (BRIDGE_IS_NOTIFIER (self), FALSE);

  return BRIDGE_NOTIFIER_GET_IFACE (self)->stands != NULL && BRIDGE_NOTIFIER_GET_IFACE (self)->stands (self, id);
}
