/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* An offer to remind less of a ritual that has gone well for four weeks. Only ever an offer. */
typedef struct {
  BridgeRitual *ritual;
  char *remind; /* what would be left: "0", or "" for none */
} BridgeLighter;

BridgeLighter *bridge_lighter_find (BridgeSpace *space, GError **error); /* NULL without an error: none */
gboolean bridge_lighter_accept (BridgeLighter *self, BridgeSpace *space, GError **error); /* Undo takes it back */
gboolean bridge_lighter_decline (BridgeLighter *self, BridgeSpace *space, GError **error);
void bridge_lighter_free (BridgeLighter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeLighter, bridge_lighter_free)

G_END_DECLS
