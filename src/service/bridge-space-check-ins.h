/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-check-in.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* Check-ins that are shown to both: how one is, on the day it was written, and never at what time. Each writes, changes and
 * removes their own. What was written before somebody was here is not for them: nobody had chosen to show it to them. What is
 * private is an entry of a private space: bridge-private.h. */

/* (transfer full) of BridgeCheckIn that the speaker may read, the newest day first; local midnights, the latter no more in it */
GPtrArray *bridge_space_list_check_ins (BridgeSpace *self, BridgeLocal from, BridgeLocal until, GError **error);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeCheckIn *bridge_space_find_check_in (BridgeSpace *self, const char *id_or_prefix, GError **error);
gboolean bridge_space_is_own_check_in (BridgeSpace *self, BridgeCheckIn *check_in);
/* today's own, unless it was opened together */
gboolean bridge_space_may_edit_check_in (BridgeSpace *self, BridgeCheckIn *check_in);
/* (transfer full) as stored: the speaker's, of today. INVALID_VALUE */
BridgeCheckIn *bridge_space_add_check_in (BridgeSpace *self, BridgeCheckIn *check_in, GError **error);
gboolean bridge_space_update_check_in (BridgeSpace *self, BridgeCheckIn *edited, GError **error); /* STATE */
gboolean bridge_space_remove_check_in (BridgeSpace *self, const char *id, GError **error);        /* STATE: not theirs */

/* Opened together: nobody goes first. Each writes theirs when they like and says when they are ready; once both are, on the same
 * day, both see both. Nothing tells one whether the other has written, or is ready. Undo does not touch it; until they are opened
 * each can take theirs back. Solo there is none of it (STATE). */
/* (transfer full) (nullable) the speaker's own that waits; NULL without error: none */
BridgeCheckIn *bridge_space_get_waiting_check_in (BridgeSpace *self, GError **error);
/* does a "ready" of the speaker stand? */
gboolean bridge_space_is_ready_to_open (BridgeSpace *self, BridgeCheckIn *waiting);
/* (transfer full) as stored; other words than before are not ready yet */
BridgeCheckIn *bridge_space_write_together (BridgeSpace *self, BridgeCheckIn *check_in, GError **error);
/* @opened: (out) (optional) both see both now */
gboolean bridge_space_say_ready (BridgeSpace *self, gboolean *opened, GError **error);
gboolean bridge_space_say_not_yet (BridgeSpace *self, GError **error);
/* (transfer full) what it was; nothing of it is left */
BridgeCheckIn *bridge_space_take_back_check_in (BridgeSpace *self, GError **error);

/* Did the two plan a check-in together as this ritual, which comes once? */
gboolean bridge_space_is_check_in_moment (BridgeSpace *self, const char *ritual_id);
/* (transfer full) (nullable) the one they have planned for today, while nothing became of it */
BridgeOccurrence *bridge_space_find_check_in_moment (BridgeSpace *self);

G_END_DECLS
