/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-win-row.h"

G_BEGIN_DECLS

/**
 * BridgeLogRow:
 *
 * What has the focus in the log, around a win or the head. Signal: activate (), by a click or by Enter.
 */
#define BRIDGE_TYPE_LOG_ROW (bridge_log_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLogRow, bridge_log_row, BRIDGE, LOG_ROW, GtkWidget)

GtkWidget *bridge_log_row_new (void);
void bridge_log_row_set_child (BridgeLogRow *self, GtkWidget *child);                     /* NULL: none */
GtkWidget *bridge_log_row_get_child (BridgeLogRow *self);                                 /* (transfer none) (nullable) */
void bridge_log_row_set_win (BridgeLogRow *self, BridgeSpace *space, BridgeWin *win, gboolean starts_month);
BridgeWinRow *bridge_log_row_get_win_row (BridgeLogRow *self);                            /* (transfer none) (nullable) */
gboolean bridge_log_row_has_focus (BridgeLogRow *self);                                   /* or something in it */
void bridge_log_row_set_name (BridgeLogRow *self, const char *name);                      /* for screen readers */
void bridge_log_row_set_position (BridgeLogRow *self, guint position, guint n);

G_END_DECLS
