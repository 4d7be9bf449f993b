/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeAbsence:
 *
 * Days on which one of the two, or both, are away or unwell: all that needs them rests, and is left out of every
 * figure. Properties (read-write, EXPLICIT_NOTIFY): id s; who s (person id; NULL: both, or the only one); kind
 * BridgeAbsenceKind; from x (BridgeLocal midnight of the first day); until x (midnight of the first day back;
 * BRIDGE_LOCAL_NONE: open); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_ABSENCE (bridge_absence_get_type ())
G_DECLARE_FINAL_TYPE (BridgeAbsence, bridge_absence, BRIDGE, ABSENCE, GObject)

BridgeAbsence *bridge_absence_new (BridgeAbsenceKind kind, const char *who, BridgeLocal from, BridgeLocal until);
BridgeAbsence *bridge_absence_copy (BridgeAbsence *self); /* (transfer full) same id and stamps */
const char *bridge_absence_get_id (BridgeAbsence *self);
const char *bridge_absence_get_who (BridgeAbsence *self); /* (nullable) */
BridgeAbsenceKind bridge_absence_get_kind (BridgeAbsence *self);
BridgeLocal bridge_absence_get_from (BridgeAbsence *self);
BridgeLocal bridge_absence_get_until (BridgeAbsence *self);
gboolean bridge_absence_validate (BridgeAbsence *self, GError **error);

/* Whether a ritual of @who (NULL: both) needs the absent one; and whether it rests at @local because of it. */
gboolean bridge_absence_concerns (BridgeAbsence *self, const char *who);
gboolean bridge_absence_covers (BridgeAbsence *self, const char *who, BridgeLocal local);
/* The first moment at or after @local that none covers: @local itself, or BRIDGE_LOCAL_NONE when one is open.
 * @absences: GListModel. */
BridgeLocal bridge_absence_find_end (GListModel *absences, const char *who, BridgeLocal local);

G_END_DECLS
