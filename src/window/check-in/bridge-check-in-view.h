/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgeCheckInView:
 *
 * Check-ins on the page for oneself: the form, what waits to be opened together, and those of the last days.
 */
#define BRIDGE_TYPE_CHECK_IN_VIEW (bridge_check_in_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckInView, bridge_check_in_view, BRIDGE, CHECK_IN_VIEW, AdwBin)

void bridge_check_in_view_set_private (BridgeCheckInView *self, BridgePrivate *private_space);
void bridge_check_in_view_put_away (BridgeCheckInView *self); /* what was filled in, out of sight */

G_END_DECLS
