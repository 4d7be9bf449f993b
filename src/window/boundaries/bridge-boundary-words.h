/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"
#include "bridge-text-diff.h"

G_BEGIN_DECLS

/* How boundaries and their history are said on the screen: translated, and without a state of their own. All of it is
 * (transfer full). */
/* "What quiet means"; of a phrase "For coming back" (static) */
const char *bridge_boundary_to_heading (BridgeBoundary *boundary);
/* the day of an instant: "yesterday", "Tuesday, 24 November" */
char *bridge_boundary_day_to_words (BridgeSpace *space, gint64 utc_ms);
/* "Since yesterday · To look at again on Tuesday, 12 January" */
char *bridge_boundary_to_note (BridgeSpace *space, BridgeBoundary *boundary);
/* "You", "Robin", or of somebody who has left "Somebody who has left" */
char *bridge_boundary_name (BridgeSpace *space, const char *person_id);
/* the first words of a sentence, to tell one from the other */
char *bridge_boundary_shorten (const char *text);

/* Pango markup of one side of a difference: what went is struck through, what came is bold and underlined. */
char *bridge_difference_to_markup (GPtrArray *runs, BridgeTextRunKind side);
/* the same to be spoken: "Before: We stop after ten minutes. Taken out: “ten”." */
char *bridge_difference_to_words (GPtrArray *runs, BridgeTextRunKind side);

G_END_DECLS
