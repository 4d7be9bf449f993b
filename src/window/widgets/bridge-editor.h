/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeEditor:
 * @store: (nullable): what its verb does; when it is done, the window below shows the Undo and the editor closes
 * @apply: what its verb does, where it ends in another way
 *
 * A modal window with fields: a header with Cancel, its title and one verb, under it whatever its template or
 * bridge_editor_get_box() has. Ctrl+Enter is the verb. Escape, Cancel and closing it are one thing: when
 * something was changed that would be lost, it asks. Actions: editor.save, editor.cancel.
 */
#define BRIDGE_TYPE_EDITOR (bridge_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (BridgeEditor, bridge_editor, BRIDGE, EDITOR, AdwWindow)

struct _BridgeEditorClass {
  AdwWindowClass parent_class;

  gboolean (*store) (BridgeEditor *self, GError **error);
  void (*apply) (BridgeEditor *self);
};

void bridge_editor_set_space (BridgeEditor *self, BridgeSpace *space);
BridgeLocal bridge_editor_get_today (BridgeEditor *self);
GtkBox *bridge_editor_get_box (BridgeEditor *self);               /* (transfer none) */
AdwHeaderBar *bridge_editor_get_header_bar (BridgeEditor *self);  /* (transfer none) */
GtkWidget *bridge_editor_get_save_button (BridgeEditor *self);    /* (transfer none) */
/* with an underline; (nullable): there is none */
void bridge_editor_set_verb (BridgeEditor *self, const char *label);
void bridge_editor_set_cancel (BridgeEditor *self, const char *label);
void bridge_editor_set_ready (BridgeEditor *self, gboolean ready); /* whether its verb can be done */

void bridge_editor_set_asking (BridgeEditor *self, gboolean asking);
void bridge_editor_close (BridgeEditor *self);                     /* there is nothing left to keep */

G_END_DECLS
