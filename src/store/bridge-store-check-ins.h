/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-check-in.h"
#include "bridge-check-in-round.h"

G_BEGIN_DECLS

/* Check-ins that are shown to both, or will be. What is removed is deleted; arrays own their objects. */

/* for both to see, the newest first; @from and @until are local midnights, and the latter is no more in it */
GPtrArray *bridge_store_load_check_ins (BridgeDatabase *db, BridgeLocal from, BridgeLocal until, GError **error);
GPtrArray *bridge_store_load_waiting_check_ins (BridgeDatabase *db, GError **error); /* not to be shown as they are */
/* NULL without error: none */
BridgeCheckIn *bridge_store_load_check_in (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_check_in (BridgeDatabase *db, BridgeCheckIn *check_in, GError **error);
GPtrArray *bridge_store_load_check_in_rounds (BridgeDatabase *db, GError **error); /* the newest first */
/* NULL without error: none */
BridgeCheckInRound *bridge_store_load_check_in_round (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_check_in_round (BridgeDatabase *db, BridgeCheckInRound *check_in_round, GError **error);

G_END_DECLS
