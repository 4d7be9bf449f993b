/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-look-back-words.h"
#include "bridge-private.h"

G_BEGIN_DECLS

/* One picture of a look back with what it says, the same as a table, and a way to save it. */
#define BRIDGE_TYPE_FIGURE_CARD (bridge_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFigureCard, bridge_figure_card, BRIDGE, FIGURE_CARD, GtkBox)

GtkWidget *bridge_figure_card_new (BridgeFigure figure);
void bridge_figure_card_show (BridgeFigureCard *self, const BridgeLookBack *look_back, gboolean alone);
void bridge_figure_card_show_with_own (BridgeFigureCard *self, const BridgeLookBack *look_back, const BridgeLookBack *shared,
                                       BridgePrivate *private_space, gboolean alone);
BridgeFigure bridge_figure_card_get_figure (BridgeFigureCard *self);

G_END_DECLS
