/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-due.h"

G_BEGIN_DECLS

/* What the scheduler writes about what is due. */

#define BRIDGE_REASON_UNSHOWN "no-server"

gboolean bridge_scheduler_is_unshown (BridgeDue *due); /* nobody would show it when it was tried last */
BridgeReminder *bridge_scheduler_make_row (BridgeDue *due, BridgeReminderState state, const char *reason, gint64 shown_at,
                                           gint64 now);
BridgeReminder *bridge_scheduler_make_claim (BridgeDue *due, gint64 now);
gboolean bridge_scheduler_claim (BridgeDatabase *db, BridgeDueList *list, gint64 now, GError **error);
gboolean bridge_scheduler_write_rows (BridgeDatabase *db, GPtrArray *rows, GError **error);

G_END_DECLS
