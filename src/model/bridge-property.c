/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-property"

#include "config.h"

#include "bridge-property.h"

/**
 * bridge_property_set_string:
 * @field: (inout): where the text is kept
 * @value: holds a string
 * @nullable: whether %NULL may be kept; else it becomes ""
 *
 * Returns: whether the text is another now
 */
gboolean
bridge_property_set_string (char         **field,
                            const GValue  *value,
                            gboolean       nullable)
{
  const char *text = g_value_get_string (value);

  if (text == NULL && !nullable)
    text = "";
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

/**
 * bridge_property_set_int:
 * @field: (inout): where the number is kept
 * @value: holds an int
 *
 * Returns: whether the number is another now
 */
gboolean
bridge_property_set_int (int          *field,
                         const GValue *value)
{
  if (*field == g_value_get_int (value))
    return FALSE;

  *field = g_value_get_int (value);
  return TRUE;
}

/**
 * bridge_property_set_enum:
 * @field: (inout): where the enumeration is kept
 * @value: holds an enumeration
 *
 * Returns: whether it is another now
 */
gboolean
bridge_property_set_enum (int          *field,
                          const GValue *value)
{
  if (*field == g_value_get_enum (value))
    return FALSE;

  *field = g_value_get_enum (value);
  return TRUE;
}

/**
 * bridge_property_set_int64:
 * @field: (inout): where the number is kept
 * @value: holds a gint64
 *
 * Returns: whether the number is another now
 */
gboolean
bridge_property_set_int64 (gint64       *field,
                           const GValue *value)
{
  if (*field == g_value_get_int64 (value))
    return FALSE;

  *field = g_value_get_int64 (value);
  return TRUE;
}

/**
 * bridge_property_set_boolean:
 * @field: (inout): where the truth is kept
 * @value: holds a boolean
 *
 * Returns: whether it is another now
 */
gboolean
bridge_property_set_boolean (gboolean     *field,
                             const GValue *value)
{
  if (*field == g_value_get_boolean (value))
    return FALSE;

  *field = g_value_get_boolean (value);
  return TRUE;
}

/**
 * bridge_property_set_strv:
 * @field: (inout): where the texts are kept; never %NULL
 * @value: holds a #GStrv
 *
 * Returns: whether the texts are others now
 */
gboolean
bridge_property_set_strv (char         ***field,
                          const GValue   *value)
{
  static const char *const none[] = { NULL };
  const char *const *texts = g_value_get_boxed (value);

  if (texts == NULL)
    texts = none;
  if (*field != NULL && g_strv_equal ((const char *const *) *field, texts))
    return FALSE;

  g_strfreev (*field);
  *field = g_strdupv ((char **) texts);
  return TRUE;
}

/**
 * bridge_property_copy_all:
 * @from: an object
 * @to: another of the same class
 *
 * Copies every property that can be read and written.
 */
void
bridge_property_copy_all (GObject *from,
                          GObject *to)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (from), &n);

  g_return_if_fail (G_OBJECT_TYPE (from) == G_OBJECT_TYPE (to));

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((specs[i]->flags & G_PARAM_READWRITE) != G_PARAM_READWRITE)
        continue;
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (from, specs[i]->name, &value);
      g_object_set_property (to, specs[i]->name, &value);
    }
}
