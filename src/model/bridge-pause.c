/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause"

#include "config.h"

#include "bridge-pause.h"

#include "bridge-property.h"

struct _BridgePause
{
  GObject parent_instance;

  char *id;
  BridgePauseState state;
  gint64 called_at;
  gint64 cooling_since;
  gint64 return_at;
  gboolean other_day;
  gboolean extended;
  int round;
  BridgePauseState interrupted;
  gint64 interrupted_return_at;
  char *topic;
  int turn;
  gint64 turn_started_at;
  char *first_id;
  gint64 talk_ended_at;
  gint64 recovery_until;
  gint64 follow_up_at;
  char *helped;
  char *hindered;
  char *lesson;
  char *changed_plan;
  gint64 closed_at;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgePause, bridge_pause, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_STATE,
  PROP_CALLED_AT,
  PROP_COOLING_SINCE,
  PROP_RETURN_AT,
  PROP_OTHER_DAY,
  PROP_EXTENDED,
  PROP_ROUND,
  PROP_INTERRUPTED,
  PROP_INTERRUPTED_RETURN_AT,
  PROP_TOPIC,
  PROP_TURN,
  PROP_TURN_STARTED_AT,
  PROP_FIRST_ID,
  PROP_TALK_ENDED_AT,
  PROP_RECOVERY_UNTIL,
  PROP_FOLLOW_UP_AT,
  PROP_HELPED,
  PROP_HINDERED,
  PROP_LESSON,
  PROP_CHANGED_PLAN,
  PROP_CLOSED_AT,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgePauseProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_pause_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BridgePause *self = BRIDGE_PAUSE (object);

  switch ((BridgePauseProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CALLED_AT:
      g_value_set_int64 (value, self->called_at);
      break;
    case PROP_COOLING_SINCE:
      g_value_set_int64 (value, self->cooling_since);
      break;
    case PROP_RETURN_AT:
      g_value_set_int64 (value, self->return_at);
      break;
    case PROP_OTHER_DAY:
      g_value_set_boolean (value, self->other_day);
      break;
    case PROP_EXTENDED:
      g_value_set_boolean (value, self->extended);
      break;
    case PROP_ROUND:
      g_value_set_int (value, self->round);
      break;
    case PROP_INTERRUPTED:
      g_value_set_enum (value, self->interrupted);
      break;
    case PROP_INTERRUPTED_RETURN_AT:
      g_value_set_int64 (value, self->interrupted_return_at);
      break;
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;
    case PROP_TURN:
      g_value_set_int (value, self->turn);
      break;
    case PROP_TURN_STARTED_AT:
      g_value_set_int64 (value, self->turn_started_at);
      break;
    case PROP_FIRST_ID:
      g_value_set_string (value, self->first_id);
      break;
    case PROP_TALK_ENDED_AT:
      g_value_set_int64 (value, self->talk_ended_at);
      break;
    case PROP_RECOVERY_UNTIL:
      g_value_set_int64 (value, self->recovery_until);
      break;
    case PROP_FOLLOW_UP_AT:
      g_value_set_int64 (value, self->follow_up_at);
      break;
    case PROP_HELPED:
      g_value_set_string (value, self->helped);
      break;
    case PROP_HINDERED:
      g_value_set_string (value, self->hindered);
      break;
    case PROP_LESSON:
      g_value_set_string (value, self->lesson);
      break;
    case PROP_CHANGED_PLAN:
      g_value_set_string (value, self->changed_plan);
      break;
    case PROP_CLOSED_AT:
      g_value_set_int64 (value, self->closed_at);
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
bridge_pause_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BridgePause *self = BRIDGE_PAUSE (object);
  gboolean changed = FALSE;

  switch ((BridgePauseProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_CALLED_AT:
      changed = bridge_property_set_int64 (&self->called_at, value);
      break;
    case PROP_COOLING_SINCE:
      changed = bridge_property_set_int64 (&self->cooling_since, value);
      break;
    case PROP_RETURN_AT:
      changed = bridge_property_set_int64 (&self->return_at, value);
      break;
    case PROP_OTHER_DAY:
      changed = bridge_property_set_boolean (&self->other_day, value);
      break;
    case PROP_EXTENDED:
      changed = bridge_property_set_boolean (&self->extended, value);
      break;
    case PROP_ROUND:
      changed = bridge_property_set_int (&self->round, value);
      break;
    case PROP_INTERRUPTED:
      changed = bridge_property_set_enum ((int *) &self->interrupted, value);
      break;
    case PROP_INTERRUPTED_RETURN_AT:
      changed = bridge_property_set_int64 (&self->interrupted_return_at, value);
      break;
    case PROP_TOPIC:
      changed = bridge_property_set_string (&self->topic, value, FALSE);
      break;
    case PROP_TURN:
      changed = bridge_property_set_int (&self->turn, value);
      break;
    case PROP_TURN_STARTED_AT:
      changed = bridge_property_set_int64 (&self->turn_started_at, value);
      break;
    case PROP_FIRST_ID:
      changed = bridge_property_set_string (&self->first_id, value, TRUE);
      break;
    case PROP_TALK_ENDED_AT:
      changed = bridge_property_set_int64 (&self->talk_ended_at, value);
      break;
    case PROP_RECOVERY_UNTIL:
      changed = bridge_property_set_int64 (&self->recovery_until, value);
      break;
    case PROP_FOLLOW_UP_AT:
      changed = bridge_property_set_int64 (&self->follow_up_at, value);
      break;
    case PROP_HELPED:
      changed = bridge_property_set_string (&self->helped, value, FALSE);
      break;
    case PROP_HINDERED:
      changed = bridge_property_set_string (&self->hindered, value, FALSE);
      break;
    case PROP_LESSON:
      changed = bridge_property_set_string (&self->lesson, value, FALSE);
      break;
    case PROP_CHANGED_PLAN:
      changed = bridge_property_set_string (&self->changed_plan, value, FALSE);
      break;
    case PROP_CLOSED_AT:
      changed = bridge_property_set_int64 (&self->closed_at, value);
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
bridge_pause_finalize (GObject *object)
{
  BridgePause *self = BRIDGE_PAUSE (object);

  g_free (self->id);
  g_free (self->topic);
  g_free (self->first_id);
  g_free (self->helped);
  g_free (self->hindered);
  g_free (self->lesson);
  g_free (self->changed_plan);

  G_OBJECT_CLASS (bridge_pause_parent_class)->finalize (object);
}

static void
bridge_pause_class_init (BridgePauseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_pause_get_property;
  object_class->set_property = bridge_pause_set_property;
  object_class->finalize = bridge_pause_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_PAUSE_STATE, 0, flags);
  properties[PROP_CALLED_AT] =
    g_param_spec_int64 ("called-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_COOLING_SINCE] =
    g_param_spec_int64 ("cooling-since", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_RETURN_AT] =
    g_param_spec_int64 ("return-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_OTHER_DAY] =
    g_param_spec_boolean ("other-day", NULL, NULL, FALSE, flags);
  properties[PROP_EXTENDED] =
    g_param_spec_boolean ("extended", NULL, NULL, FALSE, flags);
  properties[PROP_ROUND] =
    g_param_spec_int ("round", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_INTERRUPTED] =
    g_param_spec_enum ("interrupted", NULL, NULL, BRIDGE_TYPE_PAUSE_STATE, 0, flags);
  properties[PROP_INTERRUPTED_RETURN_AT] =
    g_param_spec_int64 ("interrupted-return-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TOPIC] =
    g_param_spec_string ("topic", NULL, NULL, "", flags);
  properties[PROP_TURN] =
    g_param_spec_int ("turn", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TURN_STARTED_AT] =
    g_param_spec_int64 ("turn-started-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_FIRST_ID] =
    g_param_spec_string ("first-id", NULL, NULL, NULL, flags);
  properties[PROP_TALK_ENDED_AT] =
    g_param_spec_int64 ("talk-ended-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_RECOVERY_UNTIL] =
    g_param_spec_int64 ("recovery-until", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_FOLLOW_UP_AT] =
    g_param_spec_int64 ("follow-up-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_HELPED] =
    g_param_spec_string ("helped", NULL, NULL, "", flags);
  properties[PROP_HINDERED] =
    g_param_spec_string ("hindered", NULL, NULL, "", flags);
  properties[PROP_LESSON] =
    g_param_spec_string ("lesson", NULL, NULL, "", flags);
  properties[PROP_CHANGED_PLAN] =
    g_param_spec_string ("changed-plan", NULL, NULL, "", flags);
  properties[PROP_CLOSED_AT] =
    g_param_spec_int64 ("closed-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_pause_init (BridgePause *self)
{
  self->topic = g_strdup ("");
  self->helped = g_strdup ("");
  self->hindered = g_strdup ("");
  self->lesson = g_strdup ("");
  self->changed_plan = g_strdup ("");
}

/**
 * bridge_pause_copy:
 * @self: a pause
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgePause *
bridge_pause_copy (BridgePause *self)
{
  BridgePause *copy = g_object_new (BRIDGE_TYPE_PAUSE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_pause_get_id:
 * @self: a pause
 *
 * Returns: (nullable): the id
 */
const char *
bridge_pause_get_id (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), NULL);

  return self->id;
}

/**
 * bridge_pause_get_state:
 * @self: a pause
 *
 * Returns: the state as it is stored; bridge_pause_state_advance() says what it is by now
 */
BridgePauseState
bridge_pause_get_state (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), (BridgePauseState) 0);

  return self->state;
}

/**
 * bridge_pause_get_called_at:
 * @self: a pause
 *
 * Returns: when it was called first, UTC ms
 */
gint64
bridge_pause_get_called_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->called_at;
}

/**
 * bridge_pause_get_cooling_since:
 * @self: a pause
 *
 * Returns: when the time to calm down began that runs, or ran last, UTC ms
 */
gint64
bridge_pause_get_cooling_since (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->cooling_since;
}

/**
 * bridge_pause_get_return_at:
 * @self: a pause
 *
 * Returns: when they come back together, UTC ms; 0: another day has yet to be chosen
 */
gint64
bridge_pause_get_return_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->return_at;
}

/**
 * bridge_pause_get_other_day:
 * @self: a pause
 *
 * Returns: whether the return is on another day that was chosen, rather than after the time to calm down
 */
gboolean
bridge_pause_get_other_day (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), FALSE);

  return self->other_day;
}

/**
 * bridge_pause_get_extended:
 * @self: a pause
 *
 * Returns: whether the one extension of this time to calm down was taken
 */
gboolean
bridge_pause_get_extended (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), FALSE);

  return self->extended;
}

/**
 * bridge_pause_get_round:
 * @self: a pause
 *
 * Returns: which asking of “ready?” this is, from 1 on: answers belong to one
 */
int
bridge_pause_get_round (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->round;
}

/**
 * bridge_pause_get_interrupted:
 * @self: a pause
 *
 * Returns: what went on when it was called last; cooling: nothing did
 */
BridgePauseState
bridge_pause_get_interrupted (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), (BridgePauseState) 0);

  return self->interrupted;
}

/**
 * bridge_pause_get_interrupted_return_at:
 * @self: a pause
 *
 * Returns: when they were to come back by what went on then, UTC ms
 */
gint64
bridge_pause_get_interrupted_return_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->interrupted_return_at;
}

/**
 * bridge_pause_get_topic:
 * @self: a pause
 *
 * Returns: the one topic of the talk, or ""
 */
const char *
bridge_pause_get_topic (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), "");

  return self->topic;
}

/**
 * bridge_pause_get_turn:
 * @self: a pause
 *
 * Returns: which turn of the talk it is; 0: not begun
 */
int
bridge_pause_get_turn (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->turn;
}

/**
 * bridge_pause_get_turn_started_at:
 * @self: a pause
 *
 * Returns: when the turn began, UTC ms
 */
gint64
bridge_pause_get_turn_started_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->turn_started_at;
}

/**
 * bridge_pause_get_first_id:
 * @self: a pause
 *
 * Returns: (nullable): who has the odd turns
 */
const char *
bridge_pause_get_first_id (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), NULL);

  return self->first_id;
}

/**
 * bridge_pause_get_talk_ended_at:
 * @self: a pause
 *
 * Returns: when the talk ended, UTC ms; 0: it has not
 */
gint64
bridge_pause_get_talk_ended_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->talk_ended_at;
}

/**
 * bridge_pause_get_recovery_until:
 * @self: a pause
 *
 * Returns: when the recovery window ends, UTC ms
 */
gint64
bridge_pause_get_recovery_until (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->recovery_until;
}

/**
 * bridge_pause_get_follow_up_at:
 * @self: a pause
 *
 * Returns: when the short follow-up is due, UTC ms; 0: none
 */
gint64
bridge_pause_get_follow_up_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->follow_up_at;
}

/**
 * bridge_pause_get_helped:
 * @self: a pause
 *
 * Returns: what helped, or ""
 */
const char *
bridge_pause_get_helped (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), "");

  return self->helped;
}

/**
 * bridge_pause_get_hindered:
 * @self: a pause
 *
 * Returns: what did not help, or ""
 */
const char *
bridge_pause_get_hindered (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), "");

  return self->hindered;
}

/**
 * bridge_pause_get_lesson:
 * @self: a pause
 *
 * Returns: the lesson, or ""
 */
const char *
bridge_pause_get_lesson (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), "");

  return self->lesson;
}

/**
 * bridge_pause_get_changed_plan:
 * @self: a pause
 *
 * Returns: the changed plan, or ""
 */
const char *
bridge_pause_get_changed_plan (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), "");

  return self->changed_plan;
}

/**
 * bridge_pause_get_closed_at:
 * @self: a pause
 *
 * Returns: when it was closed, UTC ms; 0: it is not
 */
gint64
bridge_pause_get_closed_at (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  return self->closed_at;
}

/**
 * bridge_pause_has_words:
 * @self: a pause
 *
 * Returns: whether anything was written about what it taught
 */
gboolean
bridge_pause_has_words (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), FALSE);

  return *self->lesson != '\0' || *self->changed_plan != '\0' || *self->helped != '\0' || *self->hindered != '\0';
}
