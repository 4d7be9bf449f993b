/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeShareForm:
 *
 * Some words out of an entry, chosen, and seen first just as the other one will see them.
 */
#define BRIDGE_TYPE_SHARE_FORM (bridge_share_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeShareForm, bridge_share_form, BRIDGE, SHARE_FORM, BridgePrivateForm)

GtkWidget *bridge_share_form_new (BridgePrivate *private_space, BridgePrivateEntry *entry, GtkWindow *parent);

G_END_DECLS
