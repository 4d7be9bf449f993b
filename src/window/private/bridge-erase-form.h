/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeEraseForm:
 *
 * The end of a private space: it says what goes, and asks for a name to be typed.
 */
#define BRIDGE_TYPE_ERASE_FORM (bridge_erase_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeEraseForm, bridge_erase_form, BRIDGE, ERASE_FORM, BridgePrivateForm)

GtkWidget *bridge_erase_form_new (BridgePrivate *private_space, GtkWindow *parent);

G_END_DECLS
