/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-duty-swap"

#include "config.h"

#include "bridge-duty-swap.h"

#include "bridge-property.h"

struct _BridgeDutySwap
{
  GObject parent_instance;

  char *id;
  BridgeDuty duty;
  gint64 week;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeDutySwap, bridge_duty_swap, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_DUTY,
  PROP_WEEK,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeDutySwapProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_duty_swap_get_property (GObject     *object,
                               guint        property_id,
                               GValue      *value,
                               GParamSpec  *pspec)
{
  BridgeDutySwap *self = BRIDGE_DUTY_SWAP (object);

  switch ((BridgeDutySwapProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DUTY:
      g_value_set_enum (value, self->duty);
      break;
    case PROP_WEEK:
      g_value_set_int64 (value, self->week);
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
bridge_duty_swap_set_property (GObject       *object,
                               guint          property_id,
                               const GValue  *value,
                               GParamSpec    *pspec)
{
  BridgeDutySwap *self = BRIDGE_DUTY_SWAP (object);
  gboolean changed = FALSE;

  switch ((BridgeDutySwapProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_DUTY:
      changed = bridge_property_set_enum ((int *) &self->duty, value);
      break;
    case PROP_WEEK:
      changed = bridge_property_set_int64 (&self->week, value);
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
bridge_duty_swap_finalize (GObject *object)
{
  g_free (BRIDGE_DUTY_SWAP (object)->id);

  G_OBJECT_CLASS (bridge_duty_swap_parent_class)->finalize (object);
}

static void
bridge_duty_swap_class_init (BridgeDutySwapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_duty_swap_get_property;
  object_class->set_property = bridge_duty_swap_set_property;
  object_class->finalize = bridge_duty_swap_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_DUTY] =
    g_param_spec_enum ("duty", NULL, NULL, BRIDGE_TYPE_DUTY, BRIDGE_DUTY_LEAD, flags);
  properties[PROP_WEEK] =
    g_param_spec_int64 ("week", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_duty_swap_init (BridgeDutySwap *self)
{
  self->week = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_duty_swap_new:
 * @duty: what is shared by turns
 * @week: local midnight of the first day of a week
 *
 * Returns: (transfer full): that it is swapped, without an id yet
 */
BridgeDutySwap *
bridge_duty_swap_new (BridgeDuty  duty,
                      BridgeLocal week)
{
  return g_object_new (BRIDGE_TYPE_DUTY_SWAP, "duty", duty, "week", week, NULL);
}

/**
 * bridge_duty_swap_copy:
 * @self: a swap
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeDutySwap *
bridge_duty_swap_copy (BridgeDutySwap *self)
{
  BridgeDutySwap *copy = g_object_new (BRIDGE_TYPE_DUTY_SWAP, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_duty_swap_get_id:
 * @self: a swap
 *
 * Returns: (nullable): the id
 */
const char *
bridge_duty_swap_get_id (BridgeDutySwap *self)
{
  g_return_val_if_fail (BRIDGE_IS_DUTY_SWAP (self), NULL);

  return self->id;
}

/**
 * bridge_duty_swap_get_duty:
 * @self: a swap
 *
 * Returns: what was swapped
 */
BridgeDuty
bridge_duty_swap_get_duty (BridgeDutySwap *self)
{
  g_return_val_if_fail (BRIDGE_IS_DUTY_SWAP (self), BRIDGE_DUTY_LEAD);

  return self->duty;
}

/**
 * bridge_duty_swap_get_week:
 * @self: a swap
 *
 * Returns: the first day of the week, local
 */
BridgeLocal
bridge_duty_swap_get_week (BridgeDutySwap *self)
{
  g_return_val_if_fail (BRIDGE_IS_DUTY_SWAP (self), BRIDGE_LOCAL_NONE);

  return self->week;
}
