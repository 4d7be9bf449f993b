/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-check-in.h"
#include "bridge-check-in-round.h"

G_BEGIN_DECLS

/* Check-ins that are shown to both, or will be. Loaders leave out
 * what is removed unless said otherwise; arrays own their objects. */

GPtrArray *bridge_store_load_check_ins (BridgeDatabase *db, GError **error); /* the newest first */
/* removed ones too; NULL without error: none */
BridgeCheckIn *bridge_store_load_check_in (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_check_in (BridgeDatabase *db, BridgeCheckIn *check_in, GError **error);
GPtrArray *bridge_store_load_check_in_rounds (BridgeDatabase *db, GError **error); /* the newest first */
/* removed ones too; NULL without error: none */
BridgeCheckInRound *bridge_store_load_check_in_round (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_check_in_round (BridgeDatabase *db, BridgeCheckInRound *check_in_round, GError **error);

G_END_DECLS
