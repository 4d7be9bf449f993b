/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeAskingList:
 *
 * What whoever is here has asked of the other one, and what happens next; each can be withdrawn. Not when it was asked, nor
 * whether anybody looked. Hidden where nothing is asked.
 */
#define BRIDGE_TYPE_ASKING_LIST (bridge_asking_list_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAskingList, bridge_asking_list, BRIDGE, ASKING_LIST, AdwBin)

void bridge_asking_list_set_space (BridgeAskingList *self, BridgeSpace *space);
gboolean bridge_asking_list_update (BridgeAskingList *self); /* whether the focus was in it, and nothing is left there */

G_END_DECLS
