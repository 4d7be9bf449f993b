/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePromiseRow:
 *
 * A promise with its answers in place: kept, re-agreed with a date, let go. What is not for whoever is speaking to do is
 * not offered.
 */
#define BRIDGE_TYPE_PROMISE_ROW (bridge_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgePromiseRow, bridge_promise_row, BRIDGE, PROMISE_ROW, AdwActionRow)

GtkWidget *bridge_promise_row_new (BridgeSpace *space);
void bridge_promise_row_show (BridgePromiseRow *self, BridgePromise *promise);
void bridge_promise_row_ask_date (BridgePromiseRow *self);

G_END_DECLS
