/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeDutySwap:
 *
 * That the two have swapped whose turn it is for one week; by whom, and why, is nowhere. Properties (read-write,
 * EXPLICIT_NOTIFY): id s; duty BridgeDuty; week x (local midnight of its first day); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_DUTY_SWAP (bridge_duty_swap_get_type ())
G_DECLARE_FINAL_TYPE (BridgeDutySwap, bridge_duty_swap, BRIDGE, DUTY_SWAP, GObject)

BridgeDutySwap *bridge_duty_swap_new (BridgeDuty duty, BridgeLocal week);
BridgeDutySwap *bridge_duty_swap_copy (BridgeDutySwap *self); /* (transfer full) same id and stamps */
const char *bridge_duty_swap_get_id (BridgeDutySwap *self); /* (nullable) */
BridgeDuty bridge_duty_swap_get_duty (BridgeDutySwap *self);
BridgeLocal bridge_duty_swap_get_week (BridgeDutySwap *self);

G_END_DECLS
