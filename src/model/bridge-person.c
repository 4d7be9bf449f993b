/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-person"

#include "config.h"

#include "bridge-person.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgePerson
{
  GObject parent_instance;

  char *id;
  char *name;
  int colour;
  int position;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgePerson, bridge_person, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_NAME,
  PROP_COLOUR,
  PROP_POSITION,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgePersonProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_person_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BridgePerson *self = BRIDGE_PERSON (object);

  switch ((BridgePersonProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COLOUR:
      g_value_set_int (value, self->colour);
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
bridge_person_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BridgePerson *self = BRIDGE_PERSON (object);
  gboolean changed = FALSE;

  switch ((BridgePersonProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_NAME:
      changed = bridge_property_set_string (&self->name, value, FALSE);
      break;
    case PROP_COLOUR:
      changed = bridge_property_set_int (&self->colour, value);
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
bridge_person_finalize (GObject *object)
{
  BridgePerson *self = BRIDGE_PERSON (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (bridge_person_parent_class)->finalize (object);
}

static void
bridge_person_class_init (BridgePersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_person_get_property;
  object_class->set_property = bridge_person_set_property;
  object_class->finalize = bridge_person_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_COLOUR] =
    g_param_spec_int ("colour", NULL, NULL, 0, BRIDGE_N_COLOURS - 1, 0, flags);
  properties[PROP_POSITION] =
    g_param_spec_int ("position", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_person_init (BridgePerson *self)
{
  self->name = g_strdup ("");
}

/**
 * bridge_person_new:
 * @name: what they are called
 *
 * Returns: (transfer full): a person without an id yet
 */
BridgePerson *
bridge_person_new (const char *name)
{
  return g_object_new (BRIDGE_TYPE_PERSON, "name", name, NULL);
}

/**
 * bridge_person_copy:
 * @self: a person
 *
 * Returns: (transfer full): another person with the same values, id and stamps included
 */
BridgePerson *
bridge_person_copy (BridgePerson *self)
{
  BridgePerson *copy = g_object_new (BRIDGE_TYPE_PERSON, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_person_get_id:
 * @self: a person
 *
 * Returns: (nullable): the id
 */
const char *
bridge_person_get_id (BridgePerson *self)
{
  g_return_val_if_fail (BRIDGE_IS_PERSON (self), NULL);

  return self->id;
}

/**
 * bridge_person_get_name:
 * @self: a person
 *
 * Returns: the name
 */
const char *
bridge_person_get_name (BridgePerson *self)
{
  g_return_val_if_fail (BRIDGE_IS_PERSON (self), NULL);

  return self->name;
}

/**
 * bridge_person_get_colour:
 * @self: a person
 *
 * Returns: 0–5, of the colour-blind-safe set
 */
int
bridge_person_get_colour (BridgePerson *self)
{
  g_return_val_if_fail (BRIDGE_IS_PERSON (self), 0);

  return self->colour;
}

/**
 * bridge_person_get_position:
 * @self: a person
 *
 * Returns: 0 for who set it up, 1 for the other
 */
int
bridge_person_get_position (BridgePerson *self)
{
  g_return_val_if_fail (BRIDGE_IS_PERSON (self), 0);

  return self->position;
}

/**
 * bridge_person_validate:
 * @self: a person
 * @error: where to say what is wrong
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_person_validate (BridgePerson  *self,
                        GError       **error)
{
  g_return_val_if_fail (BRIDGE_IS_PERSON (self), FALSE);

  return bridge_text_check (_("The name"), self->name, 1, 60, error);
}
