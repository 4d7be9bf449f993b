/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* Pure planning over rituals and recorded rows. */

/* The occurrences of @ritual between two instants (UTC ms, [from, to)), merged with its rows (moved in and out, outcomes,
 * left out), "at" and "local" set, sorted by instant. @rows: (element-type BridgeOccurrence) may hold other rituals' rows. */
GPtrArray *bridge_plan_occurrences (BridgeRitual *ritual, GPtrArray *rows, gint64 from, gint64 to, GTimeZone *here);

/* How often something may come up in a day before a list is cut: a guard against a rule typed by hand. */
#define BRIDGE_PLAN_MAX 20000

G_END_DECLS
