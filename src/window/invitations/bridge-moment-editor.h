/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"

G_BEGIN_DECLS

/**
 * BridgeMomentEditor:
 *
 * A modal editor that proposes something done once: what, when, how long, and a few words. For two only.
 */
#define BRIDGE_TYPE_MOMENT_EDITOR (bridge_moment_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMomentEditor, bridge_moment_editor, BRIDGE, MOMENT_EDITOR, BridgeEditor)

GtkWidget *bridge_moment_editor_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS
