/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"
#include "bridge-milestone.h"

G_BEGIN_DECLS

#define BRIDGE_TYPE_MILESTONE_EDITOR (bridge_milestone_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMilestoneEditor, bridge_milestone_editor, BRIDGE, MILESTONE_EDITOR, BridgeEditor)

/* @milestone: (nullable): a new one; one with an id is reshaped */
GtkWidget *bridge_milestone_editor_new (BridgeSpace *space, BridgeMilestone *milestone, GtkWindow *parent);

G_END_DECLS
