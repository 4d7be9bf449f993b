/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* The rules of reminding that both who reminds and who says what became of it go by. Pure functions; times are
 * UTC ms. */

/* Later than that it is late, and several late ones are told of together. */
#define BRIDGE_DUE_LATE_MS (1 * BRIDGE_MS_PER_MINUTE)

/* A notification that nobody answered is taken down after that. */
#define BRIDGE_DUE_STANDING_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

gint64 bridge_due_get_actable_until (BridgeRitual *ritual, gint64 at, int lead); /* UTC ms */
gboolean bridge_due_can_be_acted_on (BridgeRitual *ritual, gint64 at, int lead, gint64 now);
gint64 bridge_due_defer (GListModel *hours, gint64 due, GTimeZone *here);
gint64 bridge_due_get_past_stamp (gint64 stamp, gint64 now);
gint64 bridge_due_get_standing_until (BridgeRitual *ritual, gint64 at, gint64 shown_at, gint64 now);
gint64 bridge_due_get_back_early (GListModel *absences, const char *who, gint64 now, GTimeZone *here);

G_END_DECLS
