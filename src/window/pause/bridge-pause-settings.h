/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"

G_BEGIN_DECLS

/**
 * BridgePauseSettings:
 *
 * What helps the one who speaks, how long a pause lasts, and how long the recovery window after the talk. A modal editor.
 */
#define BRIDGE_TYPE_PAUSE_SETTINGS (bridge_pause_settings_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseSettings, bridge_pause_settings, BRIDGE, PAUSE_SETTINGS, BridgeEditor)

GtkWidget *bridge_pause_settings_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
