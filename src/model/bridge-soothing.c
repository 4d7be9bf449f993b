/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-soothing"

#include "config.h"

#include "bridge-soothing.h"

#include <glib/gi18n-lib.h>

#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgeSoothing
{
  GObject parent_instance;

  char *id;
  char *person_id;
  char *text;
  int position;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeSoothing, bridge_soothing, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PERSON_ID,
  PROP_TEXT,
  PROP_POSITION,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeSoothingProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_soothing_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeSoothing *self = BRIDGE_SOOTHING (object);

  switch ((BridgeSoothingProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_POSITION:
      g_value_set_int (value, self->position);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_DELETED_AT:
      g_value_set_int64 (value, self->deleted_at);
      break;
    }
}

static void
bridge_soothing_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BridgeSoothing *self = BRIDGE_SOOTHING (object);
  gboolean changed = FALSE;

  switch ((BridgeSoothingProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_PERSON_ID:
      changed = bridge_property_set_string (&self->person_id, value, TRUE);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_POSITION:
      changed = bridge_property_set_int (&self->position, value);
      break;
    case PROP_CREATED_AT:
      changed = bridge_property_set_int64 (&self->created_at, value);
      break;
    case PROP_UPDATED_AT:
      changed = bridge_property_set_int64 (&self->updated_at, value);
      break;
    case PROP_DELETED_AT:
      changed = bridge_property_set_int64 (&self->deleted_at, value);
      break;
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
bridge_soothing_finalize (GObject *object)
{
  BridgeSoothing *self = BRIDGE_SOOTHING (object);

  g_free (self->id);
  g_free (self->person_id);
  g_free (self->text);

  G_OBJECT_CLASS (bridge_soothing_parent_class)->finalize (object);
}

static void
bridge_soothing_class_init (BridgeSoothingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_soothing_get_property;
  object_class->set_property = bridge_soothing_set_property;
  object_class->finalize = bridge_soothing_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_POSITION] =
    g_param_spec_int ("position", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_soothing_init (BridgeSoothing *self)
{
  self->text = g_strdup ("");
}

/**
 * bridge_soothing_copy:
 * @self: a soothing thing
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeSoothing *
bridge_soothing_copy (BridgeSoothing *self)
{
  BridgeSoothing *copy = g_object_new (BRIDGE_TYPE_SOOTHING, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_soothing_get_id:
 * @self: a soothing thing
 *
 * Returns: (nullable): the id
 */
const char *
bridge_soothing_get_id (BridgeSoothing *self)
{
  g_return_val_if_fail (BRIDGE_IS_SOOTHING (self), NULL);

  return self->id;
}

/**
 * bridge_soothing_get_person_id:
 * @self: a soothing thing
 *
 * Returns: (nullable): whose list it is on
 */
const char *
bridge_soothing_get_person_id (BridgeSoothing *self)
{
  g_return_val_if_fail (BRIDGE_IS_SOOTHING (self), NULL);

  return self->person_id;
}

/**
 * bridge_soothing_get_text:
 * @self: a soothing thing
 *
 * Returns: what calms
 */
const char *
bridge_soothing_get_text (BridgeSoothing *self)
{
  g_return_val_if_fail (BRIDGE_IS_SOOTHING (self), "");

  return self->text;
}

/**
 * bridge_soothing_get_position:
 * @self: a soothing thing
 *
 * Returns: where it stands on the list, from 0 on
 */
int
bridge_soothing_get_position (BridgeSoothing *self)
{
  g_return_val_if_fail (BRIDGE_IS_SOOTHING (self), 0);

  return self->position;
}

/**
 * bridge_soothing_validate:
 * @self: a soothing thing
 * @error: where to say what is wrong
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_soothing_validate (BridgeSoothing  *self,
                          GError         **error)
{
  g_return_val_if_fail (BRIDGE_IS_SOOTHING (self), FALSE);

  return bridge_text_check (_("What calms you"), self->text, 1, 120, error);
}
