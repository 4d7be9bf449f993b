/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-desk-settings"

#include "config.h"

#include "bridge-desk-settings.h"

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
