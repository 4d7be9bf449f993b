/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rituals-fixture.h"

/* Where the clock of the rituals' fixture stands, at 18:00; a Sunday. */
#define TODAY "2026-11-22"

/* Quiet hours, stress peaks and days away, and the window in which they are entered. */
GtkWidget *show_life (RitualsFixture *fixture);
BridgeHours *add_hours (
    RitualsFixture *fixture, BridgeHoursKind kind, int weekdays, int from, int to, const char *name); /* whole hours */
BridgeAbsence *add_absence (
    RitualsFixture *fixture, BridgeAbsenceKind kind, const char *who, const char *from, const char *until);
GtkWidget *find_named_button (GtkWidget *root, const char *tooltip);
