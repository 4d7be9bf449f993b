/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeOccurrenceCard:
 *
 * The moment in front: what, when, how, and the ways to answer it. Its buttons activate the actions today.kept,
 * today.smaller, today.not-today (s: the occurrence's name) and today.snooze ((si): name and BridgeSnooze).
 */
#define BRIDGE_TYPE_OCCURRENCE_CARD (bridge_occurrence_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeOccurrenceCard, bridge_occurrence_card, BRIDGE, OCCURRENCE_CARD, AdwBin)

GtkWidget *bridge_occurrence_card_new (void);
void bridge_occurrence_card_show (BridgeOccurrenceCard *self, BridgeSpace *space, BridgeOccurrence *occurrence,
                                  gboolean with_day);
const char *bridge_occurrence_card_get_name (BridgeOccurrenceCard *self);
const char *bridge_kept_button_label (BridgeSpace *space, BridgeRitual *ritual);
/* (nullable) where it has a page to begin it on */
const char *bridge_begin_button_label (BridgeSpace *space, BridgeOccurrence *occurrence);

G_END_DECLS
