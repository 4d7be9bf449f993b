/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-due.h"

G_BEGIN_DECLS

/* What the scheduler writes about what is due. Other processes write about it, too: what they wrote
 * meanwhile counts. */

#define BRIDGE_REASON_UNSHOWN "no-server"

typedef struct {
  BridgeReminder *row;
  gint64 known_at;     /* the stamp of the row that it takes the place of, 0: there was none */
} BridgeRowChange;

GPtrArray *bridge_row_changes_new (void); /* (element-type BridgeRowChange) */
void bridge_row_changes_add (GPtrArray *changes, BridgeReminder *row, gint64 known_at); /* @row: (transfer full) */
void bridge_row_changes_add_due (GPtrArray *changes, BridgeDue *due, BridgeReminderState state, const char *reason,
                                 gint64 shown_at,
                                 gint64 now);
void bridge_row_changes_add_claim (GPtrArray *changes, BridgeDue *due, gint64 now);
gboolean bridge_row_changes_write (GPtrArray *changes, BridgeDatabase *db, GError **error);

/* What was shown though the file would not take it: key -> BridgeReminder */
void bridge_row_changes_keep_in_mind (GPtrArray *changes, GHashTable *unwritten);
gboolean bridge_unwritten_write (GHashTable *unwritten, BridgeDatabase *db, GError **error);

gboolean bridge_due_is_unshown (BridgeDue *due); /* nobody would show it when it was tried last */
gboolean bridge_due_list_claim (BridgeDueList *list, BridgeDatabase *db, gint64 now, GError **error);

G_END_DECLS
