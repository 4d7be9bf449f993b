/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeHours:
 *
 * Hours that come back every week: quiet ones, in which nothing is reminded of before they end, or a stress peak, at
 * which nothing should be planned. Properties (read-write, EXPLICIT_NOTIFY): id s; kind BridgeHoursKind; name s (""
 * none, at most 60 characters); weekdays i (1–127: bit 0 Monday … bit 6 Sunday, the days on which they begin); from i
 * and to i (minutes of the day, 0–1439; to at or before from: on the next day; equal: 24 hours); created-at,
 * updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_HOURS (bridge_hours_get_type ())
G_DECLARE_FINAL_TYPE (BridgeHours, bridge_hours, BRIDGE, HOURS, GObject)

BridgeHours *bridge_hours_new (BridgeHoursKind kind, int weekdays, int from, int to);
BridgeHours *bridge_hours_copy (BridgeHours *self); /* (transfer full) same id and stamps */
const char *bridge_hours_get_id (BridgeHours *self);
BridgeHoursKind bridge_hours_get_kind (BridgeHours *self);
const char *bridge_hours_get_name (BridgeHours *self);
int bridge_hours_get_weekdays (BridgeHours *self);
int bridge_hours_get_from (BridgeHours *self);
int bridge_hours_get_to (BridgeHours *self);
int bridge_hours_get_length (BridgeHours *self); /* minutes, 1–1440 */
gboolean bridge_hours_validate (BridgeHours *self, GError **error);

/* Whether @local lies in them, and whether any of [from, to) does. */
gboolean bridge_hours_contain (BridgeHours *self, BridgeLocal local);
gboolean bridge_hours_overlap (BridgeHours *self, BridgeLocal from, BridgeLocal to);
char *bridge_hours_to_words (BridgeHours *self); /* "Monday to Friday, 22:00 to 07:00" (transfer full) */

/* When what covers @local ends, one after the other if they touch; @local itself where none of that kind does, and
 * BRIDGE_LOCAL_NONE when they fill the whole week. @hours: GListModel of BridgeHours, (nullable). */
BridgeLocal bridge_hours_find_end (GListModel *hours, BridgeHoursKind kind, BridgeLocal local);
/* When it began; @local itself where none covers it. */
BridgeLocal bridge_hours_find_begin (GListModel *hours, BridgeHoursKind kind, BridgeLocal local);
/* The first of that kind that overlaps [from, to), or NULL. (transfer none) */
BridgeHours *bridge_hours_find_overlap (GListModel *hours, BridgeHoursKind kind, BridgeLocal from, BridgeLocal to);

G_END_DECLS
