/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What it is a list of: its title, the button, and each row and its menu, with %u for the number. */
typedef struct {
  const char *title;
  const char *add;
  const char *numbered;
  const char *menu;
} BridgeStepsWords;

/**
 * BridgeStepsEditor:
 *
 * The steps of a ritual, or a list of something else, as entry rows: Enter adds the next, Alt+Up and Alt+Down move
 * one. Signal "changed".
 */
#define BRIDGE_TYPE_STEPS_EDITOR (bridge_steps_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeStepsEditor, bridge_steps_editor, BRIDGE, STEPS_EDITOR, AdwPreferencesGroup)

GtkWidget *bridge_steps_editor_new (void);
void bridge_steps_editor_set_words (BridgeStepsEditor *self, const BridgeStepsWords *words);
void bridge_steps_editor_set_steps (BridgeStepsEditor *self, const char *const *steps);
GStrv bridge_steps_editor_dup_steps (BridgeStepsEditor *self);

G_END_DECLS
