/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeBreath:
 *
 * A circle on the water that grows and shrinks as slowly as somebody calm breathes. It stands still where the desktop
 * wants no animations, and costs nothing while nobody can see it.
 */
#define BRIDGE_TYPE_BREATH (bridge_breath_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBreath, bridge_breath, BRIDGE, BREATH, GtkWidget)

#define BRIDGE_BREATH_SECONDS 12 /* one breath: five of them are a minute */

GtkWidget *bridge_breath_new (void);
gboolean bridge_breath_is_moving (BridgeBreath *self);
double bridge_breath_get_level (gint64 usec); /* 0 out, 1 in */

G_END_DECLS
