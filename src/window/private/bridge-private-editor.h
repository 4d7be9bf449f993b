/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgePrivateEditor:
 *
 * Where something private is written. What is not saved when it is closed, or when the private space locks, is sealed as a
 * draft first.
 */
#define BRIDGE_TYPE_PRIVATE_EDITOR (bridge_private_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgePrivateEditor, bridge_private_editor, BRIDGE, PRIVATE_EDITOR, BridgePrivateForm)

/* @entry: without an id, a new one */
GtkWidget *bridge_private_editor_new (BridgePrivate *private_space, BridgePrivateEntry *entry, GtkWindow *parent);

G_END_DECLS
