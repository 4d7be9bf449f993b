/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeLimitsForm:
 *
 * What a private space protects, and what it cannot, on one page in plain words.
 */
#define BRIDGE_TYPE_LIMITS_FORM (bridge_limits_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLimitsForm, bridge_limits_form, BRIDGE, LIMITS_FORM, BridgePrivateForm)

GtkWidget *bridge_limits_form_new (BridgePrivate *private_space, GtkWindow *parent);

G_END_DECLS
