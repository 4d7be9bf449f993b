/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-check-in.h"

G_BEGIN_DECLS

/* The words people read, translated. */
/* "Mood: Light · Energy: Tired"; "" where only words were written. (transfer full) */
char *bridge_check_in_dup_scales (BridgeCheckIn *check_in);
/* "Mood: Light"; (transfer full) */
char *bridge_scale_dup_answer (BridgeScale scale, const char *word);

G_END_DECLS
