/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePersonsGroup:
 *
 * The persons in the preferences: names and colours, the other one to be added, whether to ask who is here, and the rule for
 * leaving, to be read again at any time.
 */
#define BRIDGE_TYPE_PERSONS_GROUP (bridge_persons_group_get_type ())
G_DECLARE_FINAL_TYPE (BridgePersonsGroup, bridge_persons_group, BRIDGE, PERSONS_GROUP, AdwPreferencesGroup)

void bridge_persons_group_set_space (BridgePersonsGroup *self, BridgeSpace *space);

G_END_DECLS
