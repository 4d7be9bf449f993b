/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-paged-list.h"

G_BEGIN_DECLS

BridgePagedList *bridge_paged_list_new_wins (BridgeSpace *space, const BridgeWinQuery *query);
BridgePagedList *bridge_paged_list_new_history (BridgeSpace *space, const char *ritual_id);

G_END_DECLS
