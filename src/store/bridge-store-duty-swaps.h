/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-duty-swap.h"

G_BEGIN_DECLS

/* Weeks in which the two have swapped whose turn it is. */

/* (transfer full) (nullable) removed ones too; NULL without an error: there is none */
BridgeDutySwap *bridge_store_load_duty_swap (BridgeDatabase *db, BridgeDuty duty, BridgeLocal week, GError **error);
BridgeDutySwap *bridge_store_reload_duty_swap (BridgeDatabase *db, BridgeDutySwap *swap, GError **error);
gboolean bridge_store_save_duty_swap (BridgeDatabase *db, BridgeDutySwap *swap, GError **error);
/* what was swapped in weeks before @week, for good: nobody is to count it */
gboolean bridge_store_forget_duty_swaps (BridgeDatabase *db, BridgeLocal week, GError **error);

G_END_DECLS
