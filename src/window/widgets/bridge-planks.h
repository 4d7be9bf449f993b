/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgePlanks:
 *
 * Kept moments as the planks of a footbridge, the newest at the far end. What was not recorded is no gap.
 * A moment kept in its smaller version is an outlined plank.
 */
#define BRIDGE_TYPE_PLANKS (bridge_planks_get_type ())
G_DECLARE_FINAL_TYPE (BridgePlanks, bridge_planks, BRIDGE, PLANKS, GtkWidget)

GtkWidget *bridge_planks_new (void);
void bridge_planks_set_moments (BridgePlanks *self, const gboolean *smaller, guint n);
guint bridge_planks_get_n_moments (BridgePlanks *self);
void bridge_planks_set_words (BridgePlanks *self, const char *words);

#define BRIDGE_PLANKS_MAX 120

G_END_DECLS
