/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* Pure planning over rituals and recorded rows. */

/* The occurrences of @ritual between two instants (UTC ms, [from, to)), merged with its rows (moved in and out,
 * outcomes, left out), "at" and "local" set, sorted by instant. @rows: (element-type BridgeOccurrence) may hold other
 * rituals' rows. */
GPtrArray *bridge_plan_occurrences (BridgeRitual *ritual, GPtrArray *rows, gint64 from, gint64 to, GTimeZone *here);

/* How often something may come up in a day before a list is cut: a guard against a rule typed by hand. */
#define BRIDGE_PLAN_MAX 20000

/* The same without objects, for who looks at many. */
typedef struct {
  BridgeLocal start;
  gint64 at;             /* UTC ms */
  BridgeOccurrence *row; /* (nullable) borrowed from the rows */
} BridgeMoment;

GArray *bridge_plan_moments (BridgeRitual *ritual, GPtrArray *rows, gint64 from, gint64 to, GTimeZone *here);

/* The first moment at or after @from that is neither answered nor left out. A bounded search: FALSE where
 * there is none. */
gboolean bridge_plan_next (BridgeRitual *ritual, GPtrArray *rows, gint64 from, GTimeZone *here, BridgeMoment *moment);

/* The same, outside of @absences: (nullable) (element-type BridgeAbsence). */
gboolean bridge_plan_next_present (BridgeRitual *ritual, GPtrArray *rows, GListModel *absences, gint64 from,
                                   GTimeZone *here,
                                   BridgeMoment *moment);

/* Whether a moment at @planned (in the ritual's frame) lies outside of the days the ritual rests. */
gboolean bridge_plan_is_open (BridgeRitual *ritual, BridgeLocal planned);

G_END_DECLS
