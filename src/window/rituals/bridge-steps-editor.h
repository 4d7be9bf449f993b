/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeStepsEditor:
 *
 * The steps of a ritual as entry rows: Enter adds the next, Alt+Up and Alt+Down move one. Signal "changed".
 */
#define BRIDGE_TYPE_STEPS_EDITOR (bridge_steps_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeStepsEditor, bridge_steps_editor, BRIDGE, STEPS_EDITOR, AdwPreferencesGroup)

GtkWidget *bridge_steps_editor_new (void);
void bridge_steps_editor_set_steps (BridgeStepsEditor *self, const char *const *steps);
GStrv bridge_steps_editor_dup_steps (BridgeStepsEditor *self);

G_END_DECLS
