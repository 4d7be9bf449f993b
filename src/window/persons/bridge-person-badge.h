/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-person.h"

G_BEGIN_DECLS

/**
 * BridgePersonBadge:
 *
 * A person's initial in the person's colour: one of six that people tell apart who see fewer colours. Never without the
 * name beside it, in a tooltip or said to screen readers, by whoever shows it; by itself it says nothing to them.
 */
#define BRIDGE_TYPE_PERSON_BADGE (bridge_person_badge_get_type ())
G_DECLARE_FINAL_TYPE (BridgePersonBadge, bridge_person_badge, BRIDGE, PERSON_BADGE, AdwBin)

GtkWidget *bridge_person_badge_new (void);
void bridge_person_badge_set_large (BridgePersonBadge *self, gboolean large);
void bridge_person_badge_set_person (BridgePersonBadge *self, BridgePerson *person); /* @person: (nullable): shows nothing */
void bridge_person_badge_set (BridgePersonBadge *self, const char *name, int colour); /* @colour: 0 – 5 */

G_END_DECLS
