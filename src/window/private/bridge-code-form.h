/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeCodeForm:
 *
 * A new recovery code, to be written down, printed or saved; it goes when one group of it was typed.
 */
#define BRIDGE_TYPE_CODE_FORM (bridge_code_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCodeForm, bridge_code_form, BRIDGE, CODE_FORM, BridgePrivateForm)

GtkWidget *bridge_code_form_new (BridgePrivate *private_space, const char *code, GtkWindow *parent);

G_END_DECLS
