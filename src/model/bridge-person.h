/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Properties (all read-write, EXPLICIT_NOTIFY): id s, name s, colour i (0–5, of the colour-blind-safe set),
 * position i (0: "me", the one who set it up; 1: the other), created-at x, updated-at x (UTC ms), deleted-at
 * x (0: not). */
#define BRIDGE_N_COLOURS 6
#define BRIDGE_TYPE_PERSON (bridge_person_get_type ())
G_DECLARE_FINAL_TYPE (BridgePerson, bridge_person, BRIDGE, PERSON, GObject)

BridgePerson *bridge_person_new (const char *name);
BridgePerson *bridge_person_copy (BridgePerson *self);
const char *bridge_person_get_id (BridgePerson *self);
const char *bridge_person_get_name (BridgePerson *self);
int bridge_person_get_colour (BridgePerson *self);
int bridge_person_get_position (BridgePerson *self);
gboolean bridge_person_validate (BridgePerson *self, GError **error); /* name 1–60 characters */

G_END_DECLS
