/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeCelebration:
 *
 * A footbridge whose last planks settle and whose lamps are lit, once, when it is first seen. Where the desktop wants no
 * animations it stands there lit.
 */
#define BRIDGE_TYPE_CELEBRATION (bridge_celebration_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCelebration, bridge_celebration, BRIDGE, CELEBRATION, GtkWidget)

GtkWidget *bridge_celebration_new (void);
double bridge_celebration_get_progress (BridgeCelebration *self); /* 0 – 1: how much of it has happened */
gboolean bridge_celebration_is_moving (BridgeCelebration *self);

G_END_DECLS
