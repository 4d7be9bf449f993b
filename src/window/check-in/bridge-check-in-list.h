/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-check-in.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeCheckInList:
 *
 * The check-ins of the last days that whoever is speaking can read, and nothing while there are none. Signal "change"
 * (BridgeCheckIn *): one's own of today is to be changed.
 */
#define BRIDGE_TYPE_CHECK_IN_LIST (bridge_check_in_list_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckInList, bridge_check_in_list, BRIDGE, CHECK_IN_LIST, AdwBin)

GtkWidget *bridge_check_in_list_new (BridgeSpace *space);

G_END_DECLS
