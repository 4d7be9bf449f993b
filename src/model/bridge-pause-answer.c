/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-answer"

#include "config.h"

#include "bridge-pause-answer.h"

#include "bridge-property.h"

struct _BridgePauseAnswer
{
  GObject parent_instance;

  char *id;
  char *pause_id;
  char *person_id;
  BridgePauseQuestion question;
  int round;
  BridgeReadiness answer;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgePauseAnswer, bridge_pause_answer, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PAUSE_ID,
  PROP_PERSON_ID,
  PROP_QUESTION,
  PROP_ROUND,
  PROP_ANSWER,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgePauseAnswerProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_pause_answer_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BridgePauseAnswer *self = BRIDGE_PAUSE_ANSWER (object);

  switch ((BridgePauseAnswerProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PAUSE_ID:
      g_value_set_string (value, self->pause_id);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_QUESTION:
      g_value_set_enum (value, self->question);
      break;
    case PROP_ROUND:
      g_value_set_int (value, self->round);
      break;
    case PROP_ANSWER:
      g_value_set_enum (value, self->answer);
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
bridge_pause_answer_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  BridgePauseAnswer *self = BRIDGE_PAUSE_ANSWER (object);
  gboolean changed = FALSE;

  switch ((BridgePauseAnswerProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_PAUSE_ID:
      changed = bridge_property_set_string (&self->pause_id, value, TRUE);
      break;
    case PROP_PERSON_ID:
      changed = bridge_property_set_string (&self->person_id, value, TRUE);
      break;
    case PROP_QUESTION:
      changed = bridge_property_set_enum ((int *) &self->question, value);
      break;
    case PROP_ROUND:
      changed = bridge_property_set_int (&self->round, value);
      break;
    case PROP_ANSWER:
      changed = bridge_property_set_enum ((int *) &self->answer, value);
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
bridge_pause_answer_finalize (GObject *object)
{
  BridgePauseAnswer *self = BRIDGE_PAUSE_ANSWER (object);

  g_free (self->id);
  g_free (self->pause_id);
  g_free (self->person_id);

  G_OBJECT_CLASS (bridge_pause_answer_parent_class)->finalize (object);
}

static void
bridge_pause_answer_class_init (BridgePauseAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_pause_answer_get_property;
  object_class->set_property = bridge_pause_answer_set_property;
  object_class->finalize = bridge_pause_answer_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PAUSE_ID] =
    g_param_spec_string ("pause-id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_QUESTION] =
    g_param_spec_enum ("question", NULL, NULL, BRIDGE_TYPE_PAUSE_QUESTION, 0, flags);
  properties[PROP_ROUND] =
    g_param_spec_int ("round", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ANSWER] =
    g_param_spec_enum ("answer", NULL, NULL, BRIDGE_TYPE_READINESS, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_pause_answer_init (BridgePauseAnswer *self)
{

}

/**
 * bridge_pause_answer_copy:
 * @self: an answer
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgePauseAnswer *
bridge_pause_answer_copy (BridgePauseAnswer *self)
{
  BridgePauseAnswer *copy = g_object_new (BRIDGE_TYPE_PAUSE_ANSWER, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_pause_answer_get_id:
 * @self: an answer
 *
 * Returns: (nullable): the id
 */
const char *
bridge_pause_answer_get_id (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), NULL);

  return self->id;
}

/**
 * bridge_pause_answer_get_pause_id:
 * @self: an answer
 *
 * Returns: (nullable): of which pause it is
 */
const char *
bridge_pause_answer_get_pause_id (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), NULL);

  return self->pause_id;
}

/**
 * bridge_pause_answer_get_person_id:
 * @self: an answer
 *
 * Returns: (nullable): whose it is
 */
const char *
bridge_pause_answer_get_person_id (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), NULL);

  return self->person_id;
}

/**
 * bridge_pause_answer_get_question:
 * @self: an answer
 *
 * Returns: what was asked
 */
BridgePauseQuestion
bridge_pause_answer_get_question (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), (BridgePauseQuestion) 0);

  return self->question;
}

/**
 * bridge_pause_answer_get_round:
 * @self: an answer
 *
 * Returns: the round of the pause in which it was asked
 */
int
bridge_pause_answer_get_round (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), 0);

  return self->round;
}

/**
 * bridge_pause_answer_get_answer:
 * @self: an answer
 *
 * Returns: the answer; none: taken back, or no longer needed
 */
BridgeReadiness
bridge_pause_answer_get_answer (BridgePauseAnswer *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_ANSWER (self), (BridgeReadiness) 0);

  return self->answer;
}
