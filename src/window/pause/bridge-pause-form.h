/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"

G_BEGIN_DECLS

/**
 * BridgePauseForm:
 *
 * A few questions about a pause: the short follow-up in the recovery window after the talk, or the look back after it. A modal
 * editor that saves by itself and closes. Every answer may stay empty, and so may all of them.
 */
#define BRIDGE_TYPE_PAUSE_FORM (bridge_pause_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgePauseForm, bridge_pause_form, BRIDGE, PAUSE_FORM, BridgeEditor)

GtkWidget *bridge_pause_form_new_follow_up (BridgeSpace *space, const char *pause_id, GtkWindow *parent);
GtkWidget *bridge_pause_form_new_review (BridgeSpace *space, BridgePause *pause, GtkWindow *parent);

G_END_DECLS
