/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-calendar.h"
#include "bridge-moment-block.h"
#include "bridge-week-view-private.h"
#include "rituals-fixture.h"

/* The calendar of the rituals' fixture, which stands on Sunday, 22 November 2026, 18:00, in Berlin; weeks begin on
 * Monday. */
void calendar_fixture_set_up (RitualsFixture *fixture, gconstpointer partner);
GtkWidget *show_calendar (RitualsFixture *fixture, BridgeCalendarKind kind, int width);
BridgeWeekView *get_week (GtkWidget *calendar);

int day (const char *text);
char *name_of (BridgeRitual *ritual, const char *start);
void answer (RitualsFixture *fixture, const char *name, BridgeOutcome outcome);
BridgeLocal planned (RitualsFixture *fixture, const char *name);

void assert_mark (GtkWidget *calendar, const char *name, BridgeMark mark);
graphene_rect_t get_bounds (GtkWidget *widget, GtkWidget *within);
gboolean has_focus (GtkWidget *widget);
void press (GtkWidget *within, guint key, GdkModifierType modifiers); /* a key, where the focus is */
