/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePersonButton:
 *
 * Who is here, in the header, and what that person can do: pass the computer on, and what belongs to persons. In a space
 * of one it does not show: there is nobody to pass the computer to, and a name is changed so rarely that it has its
 * place in the preferences.
 */
#define BRIDGE_TYPE_PERSON_BUTTON (bridge_person_button_get_type ())
G_DECLARE_FINAL_TYPE (BridgePersonButton, bridge_person_button, BRIDGE, PERSON_BUTTON, AdwBin)

void bridge_person_button_set_space (BridgePersonButton *self, BridgeSpace *space); /* @space: (nullable) */
void bridge_person_button_set_known (BridgePersonButton *self, gboolean known); /* else it does not show */

G_END_DECLS
