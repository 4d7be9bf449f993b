/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space-look-back.h"

G_BEGIN_DECLS

/**
 * BridgeLookBackSource:
 *
 * The figures of a space over some weeks, worked out in a thread while somebody looks, and anew when the space, the day or the
 * first day of a week changes. With a private space there are other ones, too, while that is open; they go at once when it locks.
 *
 * Signal "loaded" (GError, nullable): there are other figures, or there could be none.
 */
#define BRIDGE_TYPE_LOOK_BACK_SOURCE (bridge_look_back_source_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLookBackSource, bridge_look_back_source, BRIDGE, LOOK_BACK_SOURCE, GObject)

BridgeLookBackSource *bridge_look_back_source_new (BridgeSpace *space, guint weeks);
void bridge_look_back_source_set_private (BridgeLookBackSource *self, BridgePrivate *private_space); /* once */
void bridge_look_back_source_set_weeks (BridgeLookBackSource *self, guint weeks);
void bridge_look_back_source_set_watched (BridgeLookBackSource *self, gboolean watched); /* somebody looks */
const BridgeLookBack *bridge_look_back_source_get (BridgeLookBackSource *self); /* (transfer none) (nullable): not yet */
const BridgeLookBack *bridge_look_back_source_get_with_own (BridgeLookBackSource *self); /* (transfer none) (nullable) */
gboolean bridge_look_back_source_is_alone (BridgeLookBackSource *self);

G_END_DECLS
