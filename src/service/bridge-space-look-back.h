/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-look-back.h"
#include "bridge-private.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* Looking back on the weeks that were. Nothing that is only one's own is in it, but private check-ins where they are handed in:
 * they are in memory only, and wiped with the figures. */

/* What may change how many moments there were. */
#define BRIDGE_MOMENT_KINDS \
  (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_WINS | BRIDGE_KIND_PAUSES | \
   BRIDGE_KIND_PROMISES)

/* What may change the figures. */
#define BRIDGE_LOOK_BACK_KINDS (BRIDGE_MOMENT_KINDS | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_CHECK_INS)

/* @weeks: with this one, or BRIDGE_LOOK_BACK_ALL */
void bridge_space_init_look_back_range (BridgeSpace *self, guint weeks, int first_weekday, BridgeLookBackRange *range);
/* (transfer full) (nullable) of BridgeLookBackCheckIn: the private ones of an open private space; NULL: locked, or none */
GArray *bridge_space_list_own_check_ins (BridgePrivate *private_space);
/* (transfer full) here and now, for the command line. @own: (nullable) */
BridgeLookBack *bridge_space_look_back (BridgeSpace *self, const BridgeLookBackRange *range, GArray *own, GError **error);
/* Shared moments of some days up to today, as the figures count them; local days, @to not included */
gboolean bridge_space_count_moments (BridgeSpace *self, BridgeLocal from, BridgeLocal to, guint *n, GError **error);
/* In a thread with a connection of its own; CANCELLED. @own: (nullable) */
void bridge_space_look_back_async (BridgeSpace *self, const BridgeLookBackRange *range, GArray *own, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full), without private ones; @with_own: (out) (optional) (nullable) (transfer full) with them */
BridgeLookBack *bridge_space_look_back_finish (GAsyncResult *result, BridgeLookBack **with_own, GError **error);

G_END_DECLS
