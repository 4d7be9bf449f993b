/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-milestone-led.h"

G_BEGIN_DECLS

/* Rows of what led to a milestone, on its page and in its celebration. */

char *bridge_led_shorten (const char *words); /* (transfer full): on one line, and not the whole of a long one */
/* @check: (nullable): where it can be chosen, in front of it */
GtkWidget *bridge_led_row_new (const char *words, BridgeMilestoneSource kind, GtkWidget *check);
GtkWidget *bridge_led_row_new_more (const char *words); /* what is not listed for want of room */

G_END_DECLS
