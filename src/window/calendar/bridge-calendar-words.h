/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-calendar-layout.h"
#include "bridge-words.h"

G_BEGIN_DECLS

/* How the calendars say days and moments: pure functions of their arguments, translated. */
char *bridge_calendar_week_title (int first_day, int today);   /* "16–22 November", with the year when it is another */
char *bridge_calendar_day_label (int day, guint n, guint kept, const char *away, gboolean today);
char *bridge_calendar_day_caption (const char *away, GListModel *hours, int day);
char *bridge_calendar_hours_to_words (GArray *quiet, GArray *stress); /* (nullable) "Stress peak 17:00 to 18:15. …" */
char *bridge_calendar_moment_label (BridgeOccurrence *occurrence, BridgeMark mark);
const char *bridge_mark_to_words (BridgeOccurrence *occurrence, BridgeMark mark);
const char *bridge_mark_get_style (BridgeMark mark);            /* a CSS class */

G_END_DECLS
