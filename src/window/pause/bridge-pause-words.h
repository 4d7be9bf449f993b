/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-pause.h"

G_BEGIN_DECLS

/* How a pause is said on the screen: pure functions of their arguments, translated. Times: UTC ms. @two: else somebody is
 * alone here, and nothing speaks of the other one. */
/* "Back together at 20:45, in 14 minutes." */
char *bridge_pause_back_words (gint64 return_at, gint64 now, gboolean two, GTimeZone *zone);
/* what the strip of the other pages says; (nullable): nothing */
char *bridge_pause_strip_words (BridgePause *pause, gint64 now, gboolean two, GTimeZone *zone);
/* "today at 20:45" */
char *bridge_pause_when_words (gint64 at, gint64 now, GTimeZone *zone);
/* gentle sentences for a talk, where none were agreed on; static, NULL at the end, to be translated */
const char *const *bridge_pause_get_phrases (gboolean solo);

G_END_DECLS
