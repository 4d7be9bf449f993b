/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-desk-settings"

#include "config.h"

#include "bridge-desk-settings.h"

#include <langinfo.h>

/**
 * bridge_desk_settings_new:
 *
 * Everything goes on without them.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where their schema is not installed
 */
GSettings *
bridge_desk_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * bridge_desk_settings_reset:
 *
 * Has all of them be as they were before anybody set them.
 */
void
bridge_desk_settings_reset (void)
{
  g_autoptr (GSettings) settings = bridge_desk_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
  g_settings_sync ();
}

/* The C library counts from a day of its own, a Sunday or a Monday, which the locale names. */
static int
get_first_weekday_of_locale (void)
{
#if defined(__GLIBC__)
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int counted_from = (int) (gintptr) nl_langinfo (_NL_TIME_WEEK_1STDAY) == 19971130 ? 7 : 1;

  if (*first >= 1 && *first <= 7)
    return (counted_from - 1 + *first - 1) % 7 + 1;
#endif
  return 1;
}

/**
 * bridge_desk_first_weekday:
 * @setting: (nullable): "monday", "saturday", "sunday"; anything else: as the locale has it
 *
 * On which day a week starts.
 *
 * Returns: 1 Monday – 7 Sunday
 */
int
bridge_desk_first_weekday (const char *setting)
{
  if (g_strcmp0 (setting, "monday") == 0)
    return 1;
  if (g_strcmp0 (setting, "saturday") == 0)
    return 6;
  if (g_strcmp0 (setting, "sunday") == 0)
    return 7;

  return get_first_weekday_of_locale ();
}

/**
 * bridge_desk_settings_get_first_weekday:
 * @settings: (nullable): the settings
 *
 * Returns: on which day a week starts here, 1 Monday – 7 Sunday
 */
int
bridge_desk_settings_get_first_weekday (GSettings *settings)
{
  g_autofree char *setting = settings != NULL ? g_settings_get_string (settings, "first-weekday") : NULL;

  return bridge_desk_first_weekday (setting);
}
