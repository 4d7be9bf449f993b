/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"
#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgePrivateForm:
 * @apply: what the button in the header does
 * @locking: (nullable): it is about to be closed because the private space locks: what can still be saved?
 *
 * A modal window over the private space: a header with Cancel and one verb, and room for fields. It closes when the private
 * space locks or somebody else speaks, and with it goes everything that stands in it. Property: private-space
 * (construct-only).
 */
#define BRIDGE_TYPE_PRIVATE_FORM (bridge_private_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (BridgePrivateForm, bridge_private_form, BRIDGE, PRIVATE_FORM, BridgeEditor)

struct _BridgePrivateFormClass {
  BridgeEditorClass parent_class;

  void (*apply) (BridgePrivateForm *self);
  void (*locking) (BridgePrivateForm *self);
};

BridgePrivate *bridge_private_form_get_private (BridgePrivateForm *self); /* (transfer none) */
GtkBox *bridge_private_form_get_box (BridgePrivateForm *self);            /* (transfer none) */
/* @verb: (nullable), with an underline; NULL: there is nothing to do but to close it */
void bridge_private_form_set_title (BridgePrivateForm *self, const char *title, const char *verb);
void bridge_private_form_set_cancel (BridgePrivateForm *self, const char *label); /* (nullable) there is none */
void bridge_private_form_set_busy (BridgePrivateForm *self, gboolean busy);
void bridge_private_form_set_destructive (BridgePrivateForm *self);
/* a paragraph. (transfer none): the label */
GtkLabel *bridge_private_form_add_text (BridgePrivateForm *self, const char *text, const char *css_class);
/* an empty list with rows of fields. (transfer none) */
GtkListBox *bridge_private_form_add_list (BridgePrivateForm *self);

G_END_DECLS
