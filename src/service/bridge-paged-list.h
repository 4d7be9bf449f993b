/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgePagedList:
 *
 * A long GListModel that keeps 24 bytes a row and reads pages of objects from SQLite on demand.
 * After a change it announces only the rows that differ. Properties: error-message s (the last failed read, or NULL); reading b
 * (a thread does).
 */
#define BRIDGE_TYPE_PAGED_LIST (bridge_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (BridgePagedList, bridge_paged_list, BRIDGE, PAGED_LIST, GObject)

/* Does the row at @position stand first under its month? (headings, without loading anything) */
gboolean bridge_paged_list_starts_group (BridgePagedList *self, guint position);
/* Wins only: what is looked for, live. */
void bridge_paged_list_set_query (BridgePagedList *self, const BridgeWinQuery *query);
/* Wins only: may a thread read them, if there are many? */
void bridge_paged_list_set_in_thread (BridgePagedList *self, gboolean in_thread);
gboolean bridge_paged_list_get_reading (BridgePagedList *self); /* what is there is not yet what was asked for last */
void bridge_paged_list_reload (BridgePagedList *self);

G_END_DECLS
