/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"
#include "bridge-words.h"

G_BEGIN_DECLS

/* How rituals are said on the screen: pure functions of their arguments, translated. */
#define BRIDGE_CLOSENESS_MAX 5
const char *bridge_closeness_to_words (int closeness);
const char *bridge_closeness_to_sentence (int closeness);
char *bridge_lead_to_words (int minutes);
char *bridge_remind_to_words (BridgeRitual *ritual);
char *bridge_next_to_words (BridgeLocal local, BridgeLocal now);
char *bridge_schedule_next_to_words (BridgeSchedule *schedule, guint n, BridgeLocal now, GTimeZone *here);
char *bridge_moments_to_words (guint n, BridgeLocal since, BridgeLocal now, gboolean shared);
/* (nullable) @shared: it is for two */
char *bridge_ritual_state_to_sentence (BridgeRitual *ritual, BridgeRitualState state, gboolean shared, BridgeLocal now);
char *bridge_weekday_to_words (int weekday, gboolean whole);
char *bridge_capitalise (const char *text);
char *bridge_minute_of_day_to_text (int minute);
gboolean bridge_time_from_text (const char *text, int *minute);

G_END_DECLS
