/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeSafety:
 *
 * A few pages in plain words, as a modal window: whom Footbridge is not for, how to leave quickly, what stays on the computer
 * and what the other one can see. It needs no space and no network, notes nothing anywhere, and can be closed together with
 * all of Footbridge by one button.
 */
#define BRIDGE_TYPE_SAFETY (bridge_safety_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSafety, bridge_safety, BRIDGE, SAFETY, AdwWindow)

GtkWidget *bridge_safety_new (GtkWindow *parent, gboolean solo);

G_END_DECLS
