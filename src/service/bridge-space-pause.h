/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-pause-state.h"
#include "bridge-space-private.h"

G_BEGIN_DECLS

/* What each of the two says to a pause, for bridge-space-pause.c only. */

/* Fills in what the other one has answered. */
gboolean bridge_space_load_pause_input (BridgeSpace *self, BridgePause *pause, BridgePauseEvent event,
                                        BridgePauseInput *input, GError **error);
/* Adds to @command what the speaker says with @event, and that what is decided is forgotten. @words: (nullable)
 * BridgePauseFollowUp */
gboolean bridge_space_add_pause_words (BridgeSpace *self, BridgeCommand *command, BridgePause *pause,
                                       BridgePauseEvent event, const BridgePauseInput *input,
                                       BridgePauseEffects effects, gpointer words, GError **error);

G_END_DECLS
