/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-settings"

#include "config.h"

#include "bridge-settings.h"

#include "bridge-desk-settings.h"

/**
 * bridge_settings_new:
 *
 * The settings of the window. Everything goes on without them.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where their schema is not installed
 */
GSettings *
bridge_settings_new (void)
{
  return bridge_desk_settings_new ();
}

/**
 * bridge_settings_get_first_weekday:
 * @settings: (nullable): the settings of the window
 *
 * On which day every week that is shown starts; "changed::first-weekday" says when it is another.
 *
 * Returns: 1 Monday – 7 Sunday
 */
int
bridge_settings_get_first_weekday (GSettings *settings)
{
  return bridge_desk_settings_get_first_weekday (settings);
}
