/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-log-row.h"
#include "bridge-paged-list.h"

G_BEGIN_DECLS

/**
 * BridgeLogView:
 *
 * The wins of a long list under a head, scrollable. It has rows only for what can be seen, where a GtkListView has two hundred
 * more, and fills no more of them at a time than a frame has time for. Signal: activate (BridgeWin).
 */
#define BRIDGE_TYPE_LOG_VIEW (bridge_log_view_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLogView, bridge_log_view, BRIDGE, LOG_VIEW, GtkWidget)

void bridge_log_view_set_wins (BridgeLogView *self, BridgeSpace *space, BridgePagedList *wins); /* NULL: none */
/* What stands above the wins, in a row of its own; NULL: nothing. @name is for screen readers. */
void bridge_log_view_set_head (BridgeLogView *self, GtkWidget *head);
void bridge_log_view_name_head (BridgeLogView *self, const char *name);
void bridge_log_view_show_top (BridgeLogView *self);
void bridge_log_view_refresh (BridgeLogView *self); /* names, titles or who is here have changed */

G_END_DECLS
