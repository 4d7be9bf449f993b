/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeColourButton:
 *
 * A person's initial in the person's colour, and the six to choose from. Each says its name to screen readers.
 *
 * Signal "chosen" (int colour).
 */
#define BRIDGE_TYPE_COLOUR_BUTTON (bridge_colour_button_get_type ())
G_DECLARE_FINAL_TYPE (BridgeColourButton, bridge_colour_button, BRIDGE, COLOUR_BUTTON, AdwBin)

GtkWidget *bridge_colour_button_new (void);
void bridge_colour_button_set (BridgeColourButton *self, const char *name, int colour);

G_END_DECLS
