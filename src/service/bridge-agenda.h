/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeAgenda:
 *
 * A live GListModel of the occurrences from @back_days before today's midnight to @ahead_days after it, sorted by
 * instant: left-out ones are not in it, answered ones are. It refreshes on "changed", at midnight, and when the clock
 * or zone changes.
 */
#define BRIDGE_TYPE_AGENDA (bridge_agenda_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAgenda, bridge_agenda, BRIDGE, AGENDA, GObject)

/* How many days before today Today lists: what lies further back no longer asks for a word there. */
#define BRIDGE_TODAY_BACK_DAYS 2

BridgeAgenda *bridge_agenda_new (BridgeSpace *space, int back_days, int ahead_days);
void bridge_agenda_refresh (BridgeAgenda *self);

G_END_DECLS
