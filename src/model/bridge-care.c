/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-care"

#include "config.h"

#include "bridge-care.h"

#include "bridge-property.h"

struct _BridgeCare
{
  GObject parent_instance;

  char *id;
  char *person_id;
  BridgeCareArea area;
  char *text;
  char *ritual_id;
  gint64 review_on;
  gint64 reminding_since;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeCare, bridge_care, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PERSON_ID,
  PROP_AREA,
  PROP_TEXT,
  PROP_RITUAL_ID,
  PROP_REVIEW_ON,
  PROP_REMINDING_SINCE,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeCareProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_care_get_property (GObject     *object,
                          guint        property_id,
                          GValue      *value,
                          GParamSpec  *pspec)
{
  BridgeCare *self = BRIDGE_CARE (object);

  switch ((BridgeCareProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_AREA:
      g_value_set_enum (value, self->area);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
      break;
    case PROP_REVIEW_ON:
      g_value_set_int64 (value, self->review_on);
      break;
    case PROP_REMINDING_SINCE:
      g_value_set_int64 (value, self->reminding_since);
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
bridge_care_set_property (GObject       *object,
                          guint          property_id,
                          const GValue  *value,
                          GParamSpec    *pspec)
{
  BridgeCare *self = BRIDGE_CARE (object);
  gboolean changed = FALSE;

  switch ((BridgeCareProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_PERSON_ID:
      changed = bridge_property_set_string (&self->person_id, value, TRUE);
      break;
    case PROP_AREA:
      changed = bridge_property_set_enum ((int *) &self->area, value);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
      break;
    case PROP_REVIEW_ON:
      changed = bridge_property_set_int64 (&self->review_on, value);
      break;
    case PROP_REMINDING_SINCE:
      changed = bridge_property_set_int64 (&self->reminding_since, value);
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
bridge_care_finalize (GObject *object)
{
  BridgeCare *self = BRIDGE_CARE (object);

  g_free (self->id);
  g_free (self->person_id);
  g_free (self->text);
  g_free (self->ritual_id);

  G_OBJECT_CLASS (bridge_care_parent_class)->finalize (object);
}

static void
bridge_care_class_init (BridgeCareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_care_get_property;
  object_class->set_property = bridge_care_set_property;
  object_class->finalize = bridge_care_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_AREA] =
    g_param_spec_enum ("area", NULL, NULL, BRIDGE_TYPE_CARE_AREA, BRIDGE_CARE_SLEEP, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_REVIEW_ON] =
    g_param_spec_int64 ("review-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_REMINDING_SINCE] =
    g_param_spec_int64 ("reminding-since", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_care_init (BridgeCare *self)
{
  self->text = g_strdup ("");
  self->review_on = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_care_new:
 * @person_id: (nullable): whose plan it is in
 * @area: what it takes care of
 * @text: what is to be done
 *
 * Returns: (transfer full): a part of a care plan without an id yet
 */
BridgeCare *
bridge_care_new (const char      *person_id,
                 BridgeCareArea   area,
                 const char      *text)
{
  return g_object_new (BRIDGE_TYPE_CARE, "person-id", person_id, "area", area, "text", text, NULL);
}

/**
 * bridge_care_copy:
 * @self: a part of a care plan
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeCare *
bridge_care_copy (BridgeCare *self)
{
  BridgeCare *copy = g_object_new (BRIDGE_TYPE_CARE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_care_get_id:
 * @self: a part of a care plan
 *
 * Returns: (nullable): the id
 */
const char *
bridge_care_get_id (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), NULL);

  return self->id;
}

/**
 * bridge_care_get_person_id:
 * @self: a part of a care plan
 *
 * Returns: (nullable): whose plan it is in
 */
const char *
bridge_care_get_person_id (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), NULL);

  return self->person_id;
}

/**
 * bridge_care_get_area:
 * @self: a part of a care plan
 *
 * Returns: what it takes care of
 */
BridgeCareArea
bridge_care_get_area (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), BRIDGE_CARE_SLEEP);

  return self->area;
}

/**
 * bridge_care_get_text:
 * @self: a part of a care plan
 *
 * Returns: what is to be done
 */
const char *
bridge_care_get_text (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), "");

  return self->text;
}

/**
 * bridge_care_get_ritual_id:
 * @self: a part of a care plan
 *
 * Returns: (nullable): of the own ritual that came of it
 */
const char *
bridge_care_get_ritual_id (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), NULL);

  return self->ritual_id;
}

/**
 * bridge_care_get_review_on:
 * @self: a part of a care plan
 *
 * Returns: the day to look at it: local midnight, or none
 */
BridgeLocal
bridge_care_get_review_on (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), BRIDGE_LOCAL_NONE);

  return self->review_on;
}

/**
 * bridge_care_get_reminding_since:
 * @self: a part of a care plan
 *
 * Returns: UTC ms: nothing that was due before is reminded of
 */
gint64
bridge_care_get_reminding_since (BridgeCare *self)
{
  g_return_val_if_fail (BRIDGE_IS_CARE (self), 0);

  return self->reminding_since;
}
