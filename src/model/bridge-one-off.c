/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-one-off"

#include "config.h"

#include "bridge-one-off.h"

#include "bridge-property.h"

struct _BridgeOneOff
{
  GObject parent_instance;

  char *id;
  BridgeSubject subject;
  char *subject_id;
  char *step;
  BridgeReminderState state;
  gint64 due_at;
  gint64 shown_at;
  char *reason;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeOneOff, bridge_one_off, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_SUBJECT,
  PROP_SUBJECT_ID,
  PROP_STEP,
  PROP_STATE,
  PROP_DUE_AT,
  PROP_SHOWN_AT,
  PROP_REASON,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeOneOffProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_one_off_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BridgeOneOff *self = BRIDGE_ONE_OFF (object);

  switch ((BridgeOneOffProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_SUBJECT:
      g_value_set_enum (value, self->subject);
      break;
    case PROP_SUBJECT_ID:
      g_value_set_string (value, self->subject_id);
      break;
    case PROP_STEP:
      g_value_set_string (value, self->step);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_DUE_AT:
      g_value_set_int64 (value, self->due_at);
      break;
    case PROP_SHOWN_AT:
      g_value_set_int64 (value, self->shown_at);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
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
bridge_one_off_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BridgeOneOff *self = BRIDGE_ONE_OFF (object);
  gboolean changed = FALSE;

  switch ((BridgeOneOffProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_SUBJECT:
      changed = bridge_property_set_enum ((int *) &self->subject, value);
      break;
    case PROP_SUBJECT_ID:
      changed = bridge_property_set_string (&self->subject_id, value, TRUE);
      break;
    case PROP_STEP:
      changed = bridge_property_set_string (&self->step, value, TRUE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_DUE_AT:
      changed = bridge_property_set_int64 (&self->due_at, value);
      break;
    case PROP_SHOWN_AT:
      changed = bridge_property_set_int64 (&self->shown_at, value);
      break;
    case PROP_REASON:
      changed = bridge_property_set_string (&self->reason, value, TRUE);
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
bridge_one_off_finalize (GObject *object)
{
  BridgeOneOff *self = BRIDGE_ONE_OFF (object);

  g_free (self->id);
  g_free (self->subject_id);
  g_free (self->step);
  g_free (self->reason);

  G_OBJECT_CLASS (bridge_one_off_parent_class)->finalize (object);
}

static void
bridge_one_off_class_init (BridgeOneOffClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_one_off_get_property;
  object_class->set_property = bridge_one_off_set_property;
  object_class->finalize = bridge_one_off_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] =
    g_param_spec_enum ("subject", NULL, NULL, BRIDGE_TYPE_SUBJECT, BRIDGE_SUBJECT_PROMISE, flags);
  properties[PROP_SUBJECT_ID] =
    g_param_spec_string ("subject-id", NULL, NULL, NULL, flags);
  properties[PROP_STEP] =
    g_param_spec_string ("step", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_REMINDER_STATE, BRIDGE_REMINDER_PENDING, flags);
  properties[PROP_DUE_AT] =
    g_param_spec_int64 ("due-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SHOWN_AT] =
    g_param_spec_int64 ("shown-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_REASON] =
    g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_one_off_init (BridgeOneOff *self)
{
}

/**
 * bridge_one_off_new:
 * @subject: what kind of thing it is about
 * @subject_id: which one
 * @step: which of its reminders, with the date it is about
 * @due_at: UTC ms
 *
 * Returns: (transfer full): a pending reminder without an id yet
 */
BridgeOneOff *
bridge_one_off_new (BridgeSubject  subject,
                    const char    *subject_id,
                    const char    *step,
                    gint64         due_at)
{
  return g_object_new (BRIDGE_TYPE_ONE_OFF,
                       "subject", subject,
                       "subject-id", subject_id,
                       "step", step,
                       "due-at", due_at,
                       NULL);
}

/**
 * bridge_one_off_copy:
 * @self: a reminder
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeOneOff *
bridge_one_off_copy (BridgeOneOff *self)
{
  BridgeOneOff *copy = g_object_new (BRIDGE_TYPE_ONE_OFF, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_one_off_get_id:
 * @self: a reminder
 *
 * Returns: (nullable): the id
 */
const char *
bridge_one_off_get_id (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), NULL);

  return self->id;
}

/**
 * bridge_one_off_get_subject:
 * @self: a reminder
 *
 * Returns: what kind of thing it is about
 */
BridgeSubject
bridge_one_off_get_subject (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), BRIDGE_SUBJECT_PROMISE);

  return self->subject;
}

/**
 * bridge_one_off_get_subject_id:
 * @self: a reminder
 *
 * Returns: (nullable): which one
 */
const char *
bridge_one_off_get_subject_id (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), NULL);

  return self->subject_id;
}

/**
 * bridge_one_off_get_step:
 * @self: a reminder
 *
 * Returns: (nullable): which of its reminders, with the date it is about
 */
const char *
bridge_one_off_get_step (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), NULL);

  return self->step;
}

/**
 * bridge_one_off_get_state:
 * @self: a reminder
 *
 * Returns: what became of it
 */
BridgeReminderState
bridge_one_off_get_state (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), BRIDGE_REMINDER_PENDING);

  return self->state;
}

/**
 * bridge_one_off_get_due_at:
 * @self: a reminder
 *
 * Returns: when it was due, UTC ms
 */
gint64
bridge_one_off_get_due_at (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), 0);

  return self->due_at;
}

/**
 * bridge_one_off_get_shown_at:
 * @self: a reminder
 *
 * Returns: when it was shown, alone or with others, UTC ms; 0: not yet
 */
gint64
bridge_one_off_get_shown_at (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), 0);

  return self->shown_at;
}

/**
 * bridge_one_off_get_reason:
 * @self: a reminder
 *
 * Returns: (nullable): why it was withdrawn or folded, or is still pending
 */
const char *
bridge_one_off_get_reason (BridgeOneOff *self)
{
  g_return_val_if_fail (BRIDGE_IS_ONE_OFF (self), NULL);

  return self->reason;
}

/**
 * bridge_one_off_format_name:
 * @subject: what kind of thing
 * @subject_id: which one
 *
 * Returns: (transfer full): "promise:ID": what its notification is known by, and opens
 */
char *
bridge_one_off_format_name (BridgeSubject  subject,
                            const char    *subject_id)
{
  return g_strconcat (bridge_enum_to_nick (BRIDGE_TYPE_SUBJECT, subject), ":", subject_id, NULL);
}

/**
 * bridge_one_off_parse_name:
 * @name: any text
 * @subject: (out): what kind of thing
 * @subject_id: (out) (transfer none): which one, a part of @name
 *
 * Reads what bridge_one_off_format_name() wrote.
 *
 * Returns: whether it is such a name
 */
gboolean
bridge_one_off_parse_name (const char     *name,
                           BridgeSubject  *subject,
                           const char    **subject_id)
{
  const char *colon = strchr (name, ':');
  g_autofree char *nick = NULL;
  int value;

  if (colon == NULL || colon[1] == '\0')
    return FALSE;
  nick = g_strndup (name, colon - name);
  if (!bridge_enum_from_nick (BRIDGE_TYPE_SUBJECT, nick, &value, NULL))
    return FALSE;

  *subject = (BridgeSubject) value;
  *subject_id = colon + 1;
  return TRUE;
}
