/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-change"

#include "config.h"

#include "bridge-milestone-change.h"

#include "bridge-property.h"

struct _BridgeMilestoneChange
{
  GObject parent_instance;

  char *id;
  char *milestone_id;
  BridgeMilestoneEvent event;
  gint64 on;
  char *words;
  char *was;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeMilestoneChange, bridge_milestone_change, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_MILESTONE_ID,
  PROP_EVENT,
  PROP_ON,
  PROP_WORDS,
  PROP_WAS,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeMilestoneChangeProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_milestone_change_get_property (GObject     *object,
                                      guint        property_id,
                                      GValue      *value,
                                      GParamSpec  *pspec)
{
  BridgeMilestoneChange *self = BRIDGE_MILESTONE_CHANGE (object);

  switch ((BridgeMilestoneChangeProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_MILESTONE_ID:
      g_value_set_string (value, self->milestone_id);
      break;
    case PROP_EVENT:
      g_value_set_enum (value, self->event);
      break;
    case PROP_ON:
      g_value_set_int64 (value, self->on);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_WAS:
      g_value_set_string (value, self->was);
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
bridge_milestone_change_set_property (GObject       *object,
                                      guint          property_id,
                                      const GValue  *value,
                                      GParamSpec    *pspec)
{
  BridgeMilestoneChange *self = BRIDGE_MILESTONE_CHANGE (object);
  gboolean changed = FALSE;

  switch ((BridgeMilestoneChangeProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_MILESTONE_ID:
      changed = bridge_property_set_string (&self->milestone_id, value, TRUE);
      break;
    case PROP_EVENT:
      changed = bridge_property_set_enum ((int *) &self->event, value);
      break;
    case PROP_ON:
      changed = bridge_property_set_int64 (&self->on, value);
      break;
    case PROP_WORDS:
      changed = bridge_property_set_string (&self->words, value, FALSE);
      break;
    case PROP_WAS:
      changed = bridge_property_set_string (&self->was, value, FALSE);
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
bridge_milestone_change_finalize (GObject *object)
{
  BridgeMilestoneChange *self = BRIDGE_MILESTONE_CHANGE (object);

  g_free (self->id);
  g_free (self->milestone_id);
  g_free (self->words);
  g_free (self->was);

  G_OBJECT_CLASS (bridge_milestone_change_parent_class)->finalize (object);
}

static void
bridge_milestone_change_class_init (BridgeMilestoneChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_milestone_change_get_property;
  object_class->set_property = bridge_milestone_change_set_property;
  object_class->finalize = bridge_milestone_change_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_MILESTONE_ID] =
    g_param_spec_string ("milestone-id", NULL, NULL, NULL, flags);
  properties[PROP_EVENT] =
    g_param_spec_enum ("event", NULL, NULL, BRIDGE_TYPE_MILESTONE_EVENT, BRIDGE_MILESTONE_RESHAPE, flags);
  properties[PROP_ON] =
    g_param_spec_int64 ("on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, "", flags);
  properties[PROP_WAS] =
    g_param_spec_string ("was", NULL, NULL, "", flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_milestone_change_init (BridgeMilestoneChange *self)
{
  self->on = BRIDGE_LOCAL_NONE;
  self->words = g_strdup ("");
  self->was = g_strdup ("");
}

/**
 * bridge_milestone_change_new:
 * @milestone_id: (nullable): of the milestone
 * @event: what happened
 * @on: when: local midnight
 *
 * Returns: (transfer full): a change of a milestone without an id yet
 */
BridgeMilestoneChange *
bridge_milestone_change_new (const char            *milestone_id,
                             BridgeMilestoneEvent   event,
                             BridgeLocal            on)
{
  return g_object_new (BRIDGE_TYPE_MILESTONE_CHANGE,
                       "milestone-id", milestone_id,
                       "event", event,
                       "on", on,
                       NULL);
}

/**
 * bridge_milestone_change_copy:
 * @self: a change of a milestone
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeMilestoneChange *
bridge_milestone_change_copy (BridgeMilestoneChange *self)
{
  BridgeMilestoneChange *copy = g_object_new (BRIDGE_TYPE_MILESTONE_CHANGE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_milestone_change_get_id:
 * @self: a change of a milestone
 *
 * Returns: (nullable): the id
 */
const char *
bridge_milestone_change_get_id (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), NULL);

  return self->id;
}

/**
 * bridge_milestone_change_get_milestone_id:
 * @self: a change of a milestone
 *
 * Returns: (nullable): of the milestone
 */
const char *
bridge_milestone_change_get_milestone_id (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), NULL);

  return self->milestone_id;
}

/**
 * bridge_milestone_change_get_event:
 * @self: a change of a milestone
 *
 * Returns: what happened
 */
BridgeMilestoneEvent
bridge_milestone_change_get_event (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), BRIDGE_MILESTONE_RESHAPE);

  return self->event;
}

/**
 * bridge_milestone_change_get_on:
 * @self: a change of a milestone
 *
 * Returns: when: local midnight
 */
BridgeLocal
bridge_milestone_change_get_on (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), BRIDGE_LOCAL_NONE);

  return self->on;
}

/**
 * bridge_milestone_change_get_words:
 * @self: a change of a milestone
 *
 * Returns: why; "" none
 */
const char *
bridge_milestone_change_get_words (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), "");

  return self->words;
}

/**
 * bridge_milestone_change_get_was:
 * @self: a change of a milestone
 *
 * Returns: JSON of the values before; "" none changed
 */
const char *
bridge_milestone_change_get_was (BridgeMilestoneChange *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE_CHANGE (self), "");

  return self->was;
}
