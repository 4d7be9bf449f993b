/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review"

#include "config.h"

#include "bridge-review.h"

#include "bridge-property.h"

struct _BridgeReview
{
  GObject parent_instance;

  char *id;
  char *ritual_id;
  char *who;
  gint64 start;
  BridgeReviewState state;
  char *lead_id;
  gint64 step_ends_at;
  gboolean interrupted;
  gint64 next_on;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeReview, bridge_review, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_RITUAL_ID,
  PROP_WHO,
  PROP_START,
  PROP_STATE,
  PROP_LEAD_ID,
  PROP_STEP_ENDS_AT,
  PROP_INTERRUPTED,
  PROP_NEXT_ON,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeReviewProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_review_get_property (GObject     *object,
                            guint        property_id,
                            GValue      *value,
                            GParamSpec  *pspec)
{
  BridgeReview *self = BRIDGE_REVIEW (object);

  switch ((BridgeReviewProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_LEAD_ID:
      g_value_set_string (value, self->lead_id);
      break;
    case PROP_STEP_ENDS_AT:
      g_value_set_int64 (value, self->step_ends_at);
      break;
    case PROP_INTERRUPTED:
      g_value_set_boolean (value, self->interrupted);
      break;
    case PROP_NEXT_ON:
      g_value_set_int64 (value, self->next_on);
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
bridge_review_set_property (GObject       *object,
                            guint          property_id,
                            const GValue  *value,
                            GParamSpec    *pspec)
{
  BridgeReview *self = BRIDGE_REVIEW (object);
  gboolean changed = FALSE;

  switch ((BridgeReviewProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
      break;
    case PROP_WHO:
      changed = bridge_property_set_string (&self->who, value, TRUE);
      break;
    case PROP_START:
      changed = bridge_property_set_int64 (&self->start, value);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_LEAD_ID:
      changed = bridge_property_set_string (&self->lead_id, value, TRUE);
      break;
    case PROP_STEP_ENDS_AT:
      changed = bridge_property_set_int64 (&self->step_ends_at, value);
      break;
    case PROP_INTERRUPTED:
      changed = bridge_property_set_boolean (&self->interrupted, value);
      break;
    case PROP_NEXT_ON:
      changed = bridge_property_set_int64 (&self->next_on, value);
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
bridge_review_finalize (GObject *object)
{
  BridgeReview *self = BRIDGE_REVIEW (object);

  g_free (self->id);
  g_free (self->ritual_id);
  g_free (self->who);
  g_free (self->lead_id);

  G_OBJECT_CLASS (bridge_review_parent_class)->finalize (object);
}

static void
bridge_review_class_init (BridgeReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_review_get_property;
  object_class->set_property = bridge_review_set_property;
  object_class->finalize = bridge_review_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_WHO] =
    g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_START] =
    g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_REVIEW_STATE, BRIDGE_REVIEW_APPRECIATIONS, flags);
  properties[PROP_LEAD_ID] =
    g_param_spec_string ("lead-id", NULL, NULL, NULL, flags);
  properties[PROP_STEP_ENDS_AT] =
    g_param_spec_int64 ("step-ends-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_INTERRUPTED] =
    g_param_spec_boolean ("interrupted", NULL, NULL, FALSE, flags);
  properties[PROP_NEXT_ON] =
    g_param_spec_int64 ("next-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_review_init (BridgeReview *self)
{
  self->start = BRIDGE_LOCAL_NONE;
  self->next_on = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_review_new:
 * @ritual_id: (nullable): of the ritual it is a moment of
 * @start: of that moment, local
 *
 * Returns: (transfer full): a weekly review without an id yet
 */
BridgeReview *
bridge_review_new (const char   *ritual_id,
                   BridgeLocal   start)
{
  return g_object_new (BRIDGE_TYPE_REVIEW, "ritual-id", ritual_id, "start", start, NULL);
}

/**
 * bridge_review_copy:
 * @self: a weekly review
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeReview *
bridge_review_copy (BridgeReview *self)
{
  BridgeReview *copy = g_object_new (BRIDGE_TYPE_REVIEW, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_review_get_id:
 * @self: a weekly review
 *
 * Returns: (nullable): the id
 */
const char *
bridge_review_get_id (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), NULL);

  return self->id;
}

/**
 * bridge_review_get_ritual_id:
 * @self: a weekly review
 *
 * Returns: (nullable): of the ritual it is a moment of
 */
const char *
bridge_review_get_ritual_id (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), NULL);

  return self->ritual_id;
}

/**
 * bridge_review_get_who:
 * @self: a weekly review
 *
 * Returns: (nullable): whose it is; %NULL: of all who are here
 */
const char *
bridge_review_get_who (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), NULL);

  return self->who;
}

/**
 * bridge_review_get_start:
 * @self: a weekly review
 *
 * Returns: of that moment, local
 */
BridgeLocal
bridge_review_get_start (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), BRIDGE_LOCAL_NONE);

  return self->start;
}

/**
 * bridge_review_get_state:
 * @self: a weekly review
 *
 * Returns: how far it is
 */
BridgeReviewState
bridge_review_get_state (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), BRIDGE_REVIEW_APPRECIATIONS);

  return self->state;
}

/**
 * bridge_review_get_lead_id:
 * @self: a weekly review
 *
 * Returns: (nullable): who leads; %NULL: nobody by turns
 */
const char *
bridge_review_get_lead_id (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), NULL);

  return self->lead_id;
}

/**
 * bridge_review_get_step_ends_at:
 * @self: a weekly review
 *
 * Returns: UTC ms: when the time for this step is over; 0: it stands still
 */
gint64
bridge_review_get_step_ends_at (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), 0);

  return self->step_ends_at;
}

/**
 * bridge_review_get_interrupted:
 * @self: a weekly review
 *
 * Returns: whether it was left to be gone on with
 */
gboolean
bridge_review_get_interrupted (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), FALSE);

  return self->interrupted;
}

/**
 * bridge_review_get_next_on:
 * @self: a weekly review
 *
 * Returns: the next one, local, or none
 */
BridgeLocal
bridge_review_get_next_on (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), BRIDGE_LOCAL_NONE);

  return self->next_on;
}

/**
 * bridge_review_get_created_at:
 * @self: a review
 *
 * Returns: when it was begun, UTC ms; 0 before it is stored
 */
gint64
bridge_review_get_created_at (BridgeReview *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW (self), 0);

  return self->created_at;
}
