/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-enums.h"

G_BEGIN_DECLS

/**
 * BridgeChoiceRow:
 *
 * A question, and some words of which one can be chosen, in lines that wrap. To a screen reader they are a group of radio
 * buttons; the arrow keys choose. Where nothing has to be answered, what was chosen is pressed again to leave it open. Property:
 * chosen i (from 1 on; 0: open).
 */
#define BRIDGE_TYPE_CHOICE_ROW (bridge_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeChoiceRow, bridge_choice_row, BRIDGE, CHOICE_ROW, AdwBin)

GtkWidget *bridge_choice_row_new (const char *question, const char *const *words, gboolean optional);
GtkWidget *bridge_choice_row_new_scale (BridgeScale scale); /* of a check-in */
int bridge_choice_row_get_chosen (BridgeChoiceRow *self);
void bridge_choice_row_set_chosen (BridgeChoiceRow *self, int chosen);

G_END_DECLS
