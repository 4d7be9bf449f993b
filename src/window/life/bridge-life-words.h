/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-absence.h"
#include "bridge-hours.h"

G_BEGIN_DECLS

/* How days away, quiet hours and stress peaks are said on the screen: pure functions of their arguments, translated.
 * @name: (nullable) whose days they are; NULL: of both, or of the only one. */
/* "Away until Friday, 27 November" */
char *bridge_absence_to_words (BridgeAbsence *absence, BridgeLocal now);
/* "… Everything rests." */
char *bridge_absence_to_sentence (BridgeAbsence *absence, const char *name, BridgeLocal now);
/* the large line of an empty Today */
const char *bridge_absence_to_line (BridgeAbsence *absence, const char *name);
/* for who cannot see the picture */
char *bridge_week_to_words (GListModel *hours);

G_END_DECLS
