/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitation"

#include "config.h"

#include "bridge-invitation.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

#define MAX_WORDS 500

struct _BridgeInvitation
{
  GObject parent_instance;

  char *id;
  char *from_id;
  char *to_id;
  BridgeInvitationSubject subject;
  char *subject_id;
  char *change;
  char *words;
  BridgeLocal at;
  BridgeInvitationState state;
  char *waits_for;
  BridgeLocal other_time;
  BridgeLocal rest_until;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeInvitation, bridge_invitation, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_FROM_ID,
  PROP_TO_ID,
  PROP_SUBJECT,
  PROP_SUBJECT_ID,
  PROP_CHANGE,
  PROP_WORDS,
  PROP_AT,
  PROP_STATE,
  PROP_WAITS_FOR,
  PROP_OTHER_TIME,
  PROP_REST_UNTIL,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeInvitationProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_invitation_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BridgeInvitation *self = BRIDGE_INVITATION (object);

  switch ((BridgeInvitationProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_FROM_ID:
      g_value_set_string (value, self->from_id);
      break;
    case PROP_TO_ID:
      g_value_set_string (value, self->to_id);
      break;
    case PROP_SUBJECT:
      g_value_set_enum (value, self->subject);
      break;
    case PROP_SUBJECT_ID:
      g_value_set_string (value, self->subject_id);
      break;
    case PROP_CHANGE:
      g_value_set_string (value, self->change);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_WAITS_FOR:
      g_value_set_string (value, self->waits_for);
      break;
    case PROP_OTHER_TIME:
      g_value_set_int64 (value, self->other_time);
      break;
    case PROP_REST_UNTIL:
      g_value_set_int64 (value, self->rest_until);
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
bridge_invitation_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  BridgeInvitation *self = BRIDGE_INVITATION (object);
  gboolean changed = FALSE;

  switch ((BridgeInvitationProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_FROM_ID:
      changed = bridge_property_set_string (&self->from_id, value, TRUE);
      break;
    case PROP_TO_ID:
      changed = bridge_property_set_string (&self->to_id, value, TRUE);
      break;
    case PROP_SUBJECT:
      changed = bridge_property_set_enum ((int *) &self->subject, value);
      break;
    case PROP_SUBJECT_ID:
      changed = bridge_property_set_string (&self->subject_id, value, TRUE);
      break;
    case PROP_CHANGE:
      changed = bridge_property_set_string (&self->change, value, TRUE);
      break;
    case PROP_WORDS:
      changed = bridge_property_set_string (&self->words, value, FALSE);
      break;
    case PROP_AT:
      changed = bridge_property_set_int64 (&self->at, value);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_WAITS_FOR:
      changed = bridge_property_set_string (&self->waits_for, value, TRUE);
      break;
    case PROP_OTHER_TIME:
      changed = bridge_property_set_int64 (&self->other_time, value);
      break;
    case PROP_REST_UNTIL:
      changed = bridge_property_set_int64 (&self->rest_until, value);
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
bridge_invitation_finalize (GObject *object)
{
  BridgeInvitation *self = BRIDGE_INVITATION (object);

  g_free (self->id);
  g_free (self->from_id);
  g_free (self->to_id);
  g_free (self->subject_id);
  g_free (self->change);
  g_free (self->words);
  g_free (self->waits_for);

  G_OBJECT_CLASS (bridge_invitation_parent_class)->finalize (object);
}

static void
bridge_invitation_class_init (BridgeInvitationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_invitation_get_property;
  object_class->set_property = bridge_invitation_set_property;
  object_class->finalize = bridge_invitation_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_FROM_ID] =
    g_param_spec_string ("from-id", NULL, NULL, NULL, flags);
  properties[PROP_TO_ID] =
    g_param_spec_string ("to-id", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] =
    g_param_spec_enum ("subject", NULL, NULL, BRIDGE_TYPE_INVITATION_SUBJECT, BRIDGE_INVITATION_RITUAL, flags);
  properties[PROP_SUBJECT_ID] =
    g_param_spec_string ("subject-id", NULL, NULL, NULL, flags);
  properties[PROP_CHANGE] =
    g_param_spec_string ("change", NULL, NULL, NULL, flags);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, "", flags);
  properties[PROP_AT] =
    g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_INVITATION_STATE, BRIDGE_INVITATION_OPEN, flags);
  properties[PROP_WAITS_FOR] =
    g_param_spec_string ("waits-for", NULL, NULL, NULL, flags);
  properties[PROP_OTHER_TIME] =
    g_param_spec_int64 ("other-time", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_REST_UNTIL] =
    g_param_spec_int64 ("rest-until", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_invitation_init (BridgeInvitation *self)
{
  self->words = g_strdup ("");
  self->at = BRIDGE_LOCAL_NONE;
  self->other_time = BRIDGE_LOCAL_NONE;
  self->rest_until = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_invitation_new:
 * @subject: what it is about
 * @from_id: who proposes
 * @to_id: who is asked
 *
 * Returns: (transfer full): an invitation without an id yet, which waits for the one who is asked
 */
BridgeInvitation *
bridge_invitation_new (BridgeInvitationSubject  subject,
                       const char              *from_id,
                       const char              *to_id)
{
  return g_object_new (BRIDGE_TYPE_INVITATION,
                       "subject", subject,
                       "from-id", from_id,
                       "to-id", to_id,
                       "waits-for", to_id,
                       NULL);
}

/**
 * bridge_invitation_copy:
 * @self: an invitation
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeInvitation *
bridge_invitation_copy (BridgeInvitation *self)
{
  BridgeInvitation *copy = g_object_new (BRIDGE_TYPE_INVITATION, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_invitation_get_id:
 * @self: an invitation
 *
 * Returns: (nullable): the id
 */
const char *
bridge_invitation_get_id (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->id;
}

/**
 * bridge_invitation_get_from_id:
 * @self: an invitation
 *
 * Returns: (nullable): the id of the person who proposes
 */
const char *
bridge_invitation_get_from_id (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->from_id;
}

/**
 * bridge_invitation_get_to_id:
 * @self: an invitation
 *
 * Returns: (nullable): the id of the person who is asked
 */
const char *
bridge_invitation_get_to_id (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->to_id;
}

/**
 * bridge_invitation_get_subject:
 * @self: an invitation
 *
 * Returns: what it is about
 */
BridgeInvitationSubject
bridge_invitation_get_subject (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_INVITATION_RITUAL);

  return self->subject;
}

/**
 * bridge_invitation_get_subject_id:
 * @self: an invitation
 *
 * Returns: (nullable): the id of what it is about; %NULL: it is not there yet
 */
const char *
bridge_invitation_get_subject_id (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->subject_id;
}

/**
 * bridge_invitation_get_change:
 * @self: an invitation
 *
 * Returns: (nullable): the proposed values, as JSON text
 */
const char *
bridge_invitation_get_change (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->change;
}

/**
 * bridge_invitation_get_words:
 * @self: an invitation
 *
 * Returns: words of the one who proposes; "": none
 */
const char *
bridge_invitation_get_words (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), "");

  return self->words;
}

/**
 * bridge_invitation_get_at:
 * @self: an invitation
 *
 * Returns: the local time it is for, or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_invitation_get_at (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_LOCAL_NONE);

  return self->at;
}

/**
 * bridge_invitation_get_state:
 * @self: an invitation
 *
 * Returns: the state
 */
BridgeInvitationState
bridge_invitation_get_state (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_INVITATION_OPEN);

  return self->state;
}

/**
 * bridge_invitation_get_waits_for:
 * @self: an invitation
 *
 * Returns: (nullable): the id of the person whose answer is awaited; %NULL: it is closed
 */
const char *
bridge_invitation_get_waits_for (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), NULL);

  return self->waits_for;
}

/**
 * bridge_invitation_get_other_time:
 * @self: an invitation
 *
 * Returns: the local time that was named instead, or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_invitation_get_other_time (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_LOCAL_NONE);

  return self->other_time;
}

/**
 * bridge_invitation_get_rest_until:
 * @self: an invitation
 *
 * Returns: local midnight of the day from which on the same may come up again, or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_invitation_get_rest_until (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_LOCAL_NONE);

  return self->rest_until;
}

/**
 * bridge_invitation_get_time:
 * @self: an invitation
 *
 * Returns: the local time it is for by now: the one that was named instead, else the first one; or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_invitation_get_time (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_LOCAL_NONE);

  return self->other_time != BRIDGE_LOCAL_NONE ? self->other_time : self->at;
}

/**
 * bridge_invitation_get_side:
 * @self: an invitation
 * @person_id: (nullable): a person
 *
 * Returns: which side of it that person is on
 */
BridgeInvitationSide
bridge_invitation_get_side (BridgeInvitation *self,
                            const char       *person_id)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), BRIDGE_INVITATION_NOBODY);

  if (person_id == NULL)
    return BRIDGE_INVITATION_NOBODY;
  if (g_strcmp0 (person_id, self->from_id) == 0)
    return BRIDGE_INVITATION_FROM;
  return g_strcmp0 (person_id, self->to_id) == 0 ? BRIDGE_INVITATION_TO : BRIDGE_INVITATION_NOBODY;
}

/**
 * bridge_invitation_get_status:
 * @self: an invitation
 * @status: (out): what the state machine works on
 *
 * Says where the invitation stands.
 */
void
bridge_invitation_get_status (BridgeInvitation       *self,
                              BridgeInvitationStatus *status)
{
  g_return_if_fail (BRIDGE_IS_INVITATION (self));

  status->state = self->state;
  status->waits_for = bridge_invitation_get_side (self, self->waits_for);
  status->other_time = self->other_time;
  status->rest_until = self->rest_until;
}

/**
 * bridge_invitation_set_status:
 * @self: an invitation
 * @status: what the state machine gave
 *
 * Has the invitation stand where bridge_invitation_step() led to.
 */
void
bridge_invitation_set_status (BridgeInvitation             *self,
                              const BridgeInvitationStatus *status)
{
  const char *waits_for = NULL;

  g_return_if_fail (BRIDGE_IS_INVITATION (self));

  if (status->waits_for == BRIDGE_INVITATION_FROM)
    waits_for = self->from_id;
  else if (status->waits_for == BRIDGE_INVITATION_TO)
    waits_for = self->to_id;
  g_object_set (self,
                "state", status->state,
                "waits-for", waits_for,
                "other-time", status->other_time,
                "rest-until", status->rest_until,
                NULL);
}

/**
 * bridge_invitation_is_waiting:
 * @self: an invitation
 *
 * Returns: whether an answer is awaited
 */
gboolean
bridge_invitation_is_waiting (BridgeInvitation *self)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), FALSE);

  return self->waits_for != NULL;
}

/**
 * bridge_invitation_validate:
 * @self: an invitation
 * @error: where to say what is wrong; the message names the field
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_invitation_validate (BridgeInvitation  *self,
                            GError           **error)
{
  g_return_val_if_fail (BRIDGE_IS_INVITATION (self), FALSE);

  if (self->from_id == NULL || self->to_id == NULL || g_str_equal (self->from_id, self->to_id))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("A proposal goes from one of you to the other."));
      return FALSE;
    }
  return bridge_text_check (_("Your own words"), self->words, 0, MAX_WORDS, error);
}
