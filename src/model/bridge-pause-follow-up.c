/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-follow-up"

#include "config.h"

#include "bridge-pause-follow-up.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgePauseFollowUp
{
  GObject parent_instance;

  char *id;
  char *pause_id;
  char *person_id;
  char *feelings;
  char *needs;
  char *next_step;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgePauseFollowUp, bridge_pause_follow_up, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PAUSE_ID,
  PROP_PERSON_ID,
  PROP_FEELINGS,
  PROP_NEEDS,
  PROP_NEXT_STEP,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgePauseFollowUpProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_pause_follow_up_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  BridgePauseFollowUp *self = BRIDGE_PAUSE_FOLLOW_UP (object);

  switch ((BridgePauseFollowUpProperty) prop_id)
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
    case PROP_FEELINGS:
      g_value_set_string (value, self->feelings);
      break;
    case PROP_NEEDS:
      g_value_set_string (value, self->needs);
      break;
    case PROP_NEXT_STEP:
      g_value_set_string (value, self->next_step);
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
bridge_pause_follow_up_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  BridgePauseFollowUp *self = BRIDGE_PAUSE_FOLLOW_UP (object);
  gboolean changed = FALSE;

  switch ((BridgePauseFollowUpProperty) prop_id)
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
    case PROP_FEELINGS:
      changed = bridge_property_set_string (&self->feelings, value, FALSE);
      break;
    case PROP_NEEDS:
      changed = bridge_property_set_string (&self->needs, value, FALSE);
      break;
    case PROP_NEXT_STEP:
      changed = bridge_property_set_string (&self->next_step, value, FALSE);
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
bridge_pause_follow_up_finalize (GObject *object)
{
  BridgePauseFollowUp *self = BRIDGE_PAUSE_FOLLOW_UP (object);

  g_free (self->id);
  g_free (self->pause_id);
  g_free (self->person_id);
  g_free (self->feelings);
  g_free (self->needs);
  g_free (self->next_step);

  G_OBJECT_CLASS (bridge_pause_follow_up_parent_class)->finalize (object);
}

static void
bridge_pause_follow_up_class_init (BridgePauseFollowUpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_pause_follow_up_get_property;
  object_class->set_property = bridge_pause_follow_up_set_property;
  object_class->finalize = bridge_pause_follow_up_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PAUSE_ID] =
    g_param_spec_string ("pause-id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_FEELINGS] =
    g_param_spec_string ("feelings", NULL, NULL, "", flags);
  properties[PROP_NEEDS] =
    g_param_spec_string ("needs", NULL, NULL, "", flags);
  properties[PROP_NEXT_STEP] =
    g_param_spec_string ("next-step", NULL, NULL, "", flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_pause_follow_up_init (BridgePauseFollowUp *self)
{
  self->feelings = g_strdup ("");
  self->needs = g_strdup ("");
  self->next_step = g_strdup ("");
}

/**
 * bridge_pause_follow_up_copy:
 * @self: a follow-up
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgePauseFollowUp *
bridge_pause_follow_up_copy (BridgePauseFollowUp *self)
{
  BridgePauseFollowUp *copy = g_object_new (BRIDGE_TYPE_PAUSE_FOLLOW_UP, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_pause_follow_up_get_id:
 * @self: a follow-up
 *
 * Returns: (nullable): the id
 */
const char *
bridge_pause_follow_up_get_id (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), NULL);

  return self->id;
}

/**
 * bridge_pause_follow_up_get_pause_id:
 * @self: a follow-up
 *
 * Returns: (nullable): of which pause it is
 */
const char *
bridge_pause_follow_up_get_pause_id (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), NULL);

  return self->pause_id;
}

/**
 * bridge_pause_follow_up_get_person_id:
 * @self: a follow-up
 *
 * Returns: (nullable): whose it is
 */
const char *
bridge_pause_follow_up_get_person_id (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), NULL);

  return self->person_id;
}

/**
 * bridge_pause_follow_up_get_feelings:
 * @self: a follow-up
 *
 * Returns: how it feels now, or ""
 */
const char *
bridge_pause_follow_up_get_feelings (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), "");

  return self->feelings;
}

/**
 * bridge_pause_follow_up_get_needs:
 * @self: a follow-up
 *
 * Returns: what is needed, or ""
 */
const char *
bridge_pause_follow_up_get_needs (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), "");

  return self->needs;
}

/**
 * bridge_pause_follow_up_get_next_step:
 * @self: a follow-up
 *
 * Returns: the next small step, or ""
 */
const char *
bridge_pause_follow_up_get_next_step (BridgePauseFollowUp *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), "");

  return self->next_step;
}

/**
 * bridge_pause_follow_up_validate:
 * @self: a follow-up
 * @error: where to say what is wrong
 *
 * Checks every field; each may be left alone, but not all of them.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_pause_follow_up_validate (BridgePauseFollowUp  *self,
                                 GError              **error)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE_FOLLOW_UP (self), FALSE);

  if (*self->feelings == '\0' && *self->needs == '\0' && *self->next_step == '\0')
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("There is nothing written yet. A few words in one of the fields are enough."));
      return FALSE;
    }
  return bridge_text_check (_("How it feels"), self->feelings, 0, 2000, error) &&
         bridge_text_check (_("What is needed"), self->needs, 0, 2000, error) &&
         bridge_text_check (_("The next step"), self->next_step, 0, 2000, error);
}
