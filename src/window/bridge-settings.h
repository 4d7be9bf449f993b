/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is only about looks: the size of the window, the first day of a week. */
GSettings *bridge_settings_new (void); /* (transfer full) (nullable): not installed */
int bridge_settings_get_first_weekday (GSettings *settings);

G_END_DECLS
