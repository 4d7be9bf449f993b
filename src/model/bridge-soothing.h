/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BridgeSoothing:
 *
 * Something that helps one person to calm down, on their own list. Properties (read-write, EXPLICIT_NOTIFY): id, person-id
 * s; text s (1–120); position i (0: first); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_SOOTHING (bridge_soothing_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSoothing, bridge_soothing, BRIDGE, SOOTHING, GObject)

BridgeSoothing *bridge_soothing_copy (BridgeSoothing *self); /* (transfer full) same id and stamps */
const char *bridge_soothing_get_id (BridgeSoothing *self); /* (nullable) */
const char *bridge_soothing_get_person_id (BridgeSoothing *self); /* (nullable) */
const char *bridge_soothing_get_text (BridgeSoothing *self);
int bridge_soothing_get_position (BridgeSoothing *self);
gboolean bridge_soothing_validate (BridgeSoothing *self, GError **error);

G_END_DECLS
