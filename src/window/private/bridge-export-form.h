/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeExportForm:
 *
 * Before a private space is written into a file: what that means, in one sentence.
 */
#define BRIDGE_TYPE_EXPORT_FORM (bridge_export_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeExportForm, bridge_export_form, BRIDGE, EXPORT_FORM, BridgePrivateForm)

GtkWidget *bridge_export_form_new (BridgePrivate *private_space, GtkWindow *parent);

G_END_DECLS
