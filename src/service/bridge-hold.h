/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bridge-pause.h"

G_BEGIN_DECLS

/* What a pause holds back of the reminders. */
typedef enum {
  BRIDGE_HOLD_NONE,
  BRIDGE_HOLD_SOME, /* all but what goes on in a recovery window */
  BRIDGE_HOLD_ALL,
} BridgeHold;

/* When something of @at that would be held back may come: @at itself where nothing holds it. @pauses: GListModel of
 * BridgePause, (nullable). UTC ms. */
gint64 bridge_hold_find_end (GListModel *pauses, gboolean in_recovery, gint64 at);
BridgeHold bridge_hold_get (BridgePause *pause, gint64 now, gint64 *until);

G_END_DECLS
