/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgeLockWatch:
 *
 * Locks a private space when the desktop locks the screen, and before the computer sleeps, where there is a bus that says so.
 */
typedef struct _BridgeLockWatch BridgeLockWatch;

BridgeLockWatch *bridge_lock_watch_new (BridgePrivate *private_space);
void bridge_lock_watch_free (BridgeLockWatch *self);

G_END_DECLS
