/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What belongs to this desk and not to the space: how large the window is, and the like. */
GSettings *bridge_desk_settings_new (void); /* (transfer full) (nullable): not installed */
void bridge_desk_settings_reset (void);
/* 1 Monday – 7 Sunday; @setting: (nullable) of the key "first-weekday" */
int bridge_desk_first_weekday (const char *setting);
int bridge_desk_settings_get_first_weekday (GSettings *settings); /* @settings: (nullable) */

G_END_DECLS
