/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgePrivateView:
 *
 * The inside of an unlocked private space: search, entries, what was shared, and what can be done with all of it. It is made
 * when the private space is unlocked, and is gone when it locks.
 */
#define BRIDGE_TYPE_PRIVATE_VIEW (bridge_private_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgePrivateView, bridge_private_view, BRIDGE, PRIVATE_VIEW, AdwBin)

GtkWidget *bridge_private_view_new (BridgePrivate *private_space);
void bridge_private_view_focus_search (BridgePrivateView *self);

G_END_DECLS
