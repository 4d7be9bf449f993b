/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeLogFilter:
 *
 * The one bar in which the log is searched and filtered: words, kind, who noticed, ritual and star, all at once. Each
 * that is chosen can be cleared by itself. Signal: changed ().
 */
#define BRIDGE_TYPE_LOG_FILTER (bridge_log_filter_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLogFilter, bridge_log_filter, BRIDGE, LOG_FILTER, GtkBox)

void bridge_log_filter_set_space (BridgeLogFilter *self, BridgeSpace *space);
void bridge_log_filter_update (BridgeLogFilter *self); /* persons or rituals have changed */
GtkEditable *bridge_log_filter_get_entry (BridgeLogFilter *self); /* (transfer none) */
gboolean bridge_log_filter_is_set (BridgeLogFilter *self);
const char *bridge_log_filter_get_advice (BridgeLogFilter *self); /* where nothing was found */
void bridge_log_filter_get_query (BridgeLogFilter *self, BridgeWinQuery *query); /* its strings are the filter's */
void bridge_log_filter_clear (BridgeLogFilter *self);
void bridge_log_filter_show_found (BridgeLogFilter *self, guint n);

/* "7 moments"; what one of two noticed is not counted: "What Robin noticed". @name: (nullable) (transfer full) */
char *bridge_log_filter_format_found (guint n, const char *name, const char *const *filters);

G_END_DECLS
