/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/* Whose turn it is: it follows from the week, so nothing has to be counted. Pure functions. */

/* Local midnight of the first day of the week that @day is in. @first_weekday: 1 Monday – 7 Sunday */
BridgeLocal bridge_duty_get_week (BridgeLocal day, int first_weekday);
/* 0 or 1: which of two has it in the week that begins on @week; @swapped: they have swapped it for that week */
int bridge_duty_get_turn (BridgeDuty duty, BridgeLocal week, gboolean swapped);
const char *bridge_duty_get_label (BridgeDuty duty); /* translated, static */

/* The weeks that duties go by are those of ISO 8601, in every process and whatever a calendar begins with: both have to
 * find the same. */
#define BRIDGE_DUTY_FIRST_WEEKDAY 1

G_END_DECLS
