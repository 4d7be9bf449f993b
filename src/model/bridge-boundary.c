/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary"

#include "config.h"

#include "bridge-boundary.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"

struct _BridgeBoundary
{
  GObject parent_instance;

  char *id;
  BridgeBoundaryKind kind;
  BridgePhraseUse use;
  char *holder;
  BridgeBoundaryState state;
  int current_number;
  int waiting_number;
  gint64 review_on;
  char *template_id;
  gint64 ended_at;
  char *ended_by;
  BridgeRevision *current;
  BridgeRevision *waiting;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeBoundary, bridge_boundary, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_USE,
  PROP_HOLDER,
  PROP_STATE,
  PROP_CURRENT_NUMBER,
  PROP_WAITING_NUMBER,
  PROP_REVIEW_ON,
  PROP_TEMPLATE,
  PROP_ENDED_AT,
  PROP_ENDED_BY,
  PROP_CURRENT,
  PROP_WAITING,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeBoundaryProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_boundary_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeBoundary *self = BRIDGE_BOUNDARY (object);

  switch ((BridgeBoundaryProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_USE:
      g_value_set_enum (value, self->use);
      break;
    case PROP_HOLDER:
      g_value_set_string (value, self->holder);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CURRENT_NUMBER:
      g_value_set_int (value, self->current_number);
      break;
    case PROP_WAITING_NUMBER:
      g_value_set_int (value, self->waiting_number);
      break;
    case PROP_REVIEW_ON:
      g_value_set_int64 (value, self->review_on);
      break;
    case PROP_TEMPLATE:
      g_value_set_string (value, self->template_id);
      break;
    case PROP_ENDED_AT:
      g_value_set_int64 (value, self->ended_at);
      break;
    case PROP_ENDED_BY:
      g_value_set_string (value, self->ended_by);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_WAITING:
      g_value_set_object (value, self->waiting);
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
bridge_boundary_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BridgeBoundary *self = BRIDGE_BOUNDARY (object);
  gboolean changed = FALSE;

  switch ((BridgeBoundaryProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_USE:
      changed = bridge_property_set_enum ((int *) &self->use, value);
      break;
    case PROP_HOLDER:
      changed = bridge_property_set_string (&self->holder, value, TRUE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_CURRENT_NUMBER:
      changed = bridge_property_set_int (&self->current_number, value);
      break;
    case PROP_WAITING_NUMBER:
      changed = bridge_property_set_int (&self->waiting_number, value);
      break;
    case PROP_REVIEW_ON:
      changed = bridge_property_set_int64 (&self->review_on, value);
      break;
    case PROP_TEMPLATE:
      changed = bridge_property_set_string (&self->template_id, value, TRUE);
      break;
    case PROP_ENDED_AT:
      changed = bridge_property_set_int64 (&self->ended_at, value);
      break;
    case PROP_ENDED_BY:
      changed = bridge_property_set_string (&self->ended_by, value, TRUE);
      break;
    case PROP_CURRENT:
      changed = g_set_object (&self->current, g_value_get_object (value));
      break;
    case PROP_WAITING:
      changed = g_set_object (&self->waiting, g_value_get_object (value));
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
bridge_boundary_finalize (GObject *object)
{
  BridgeBoundary *self = BRIDGE_BOUNDARY (object);

  g_free (self->id);
  g_free (self->holder);
  g_free (self->template_id);
  g_free (self->ended_by);
  g_clear_object (&self->current);
  g_clear_object (&self->waiting);

  G_OBJECT_CLASS (bridge_boundary_parent_class)->finalize (object);
}

static void
bridge_boundary_class_init (BridgeBoundaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_boundary_get_property;
  object_class->set_property = bridge_boundary_set_property;
  object_class->finalize = bridge_boundary_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_BOUNDARY_KIND, BRIDGE_BOUNDARY_OTHER, flags);
  properties[PROP_USE] =
    g_param_spec_enum ("use", NULL, NULL, BRIDGE_TYPE_PHRASE_USE, BRIDGE_PHRASE_NONE, flags);
  properties[PROP_HOLDER] =
    g_param_spec_string ("holder", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_BOUNDARY_STATE, BRIDGE_BOUNDARY_PROPOSED, flags);
  properties[PROP_CURRENT_NUMBER] =
    g_param_spec_int ("current-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_WAITING_NUMBER] =
    g_param_spec_int ("waiting-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_REVIEW_ON] =
    g_param_spec_int64 ("review-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_TEMPLATE] =
    g_param_spec_string ("template", NULL, NULL, NULL, flags);
  properties[PROP_ENDED_AT] =
    g_param_spec_int64 ("ended-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_ENDED_BY] =
    g_param_spec_string ("ended-by", NULL, NULL, NULL, flags);
  properties[PROP_CURRENT] =
    g_param_spec_object ("current", NULL, NULL, BRIDGE_TYPE_REVISION, flags);
  properties[PROP_WAITING] =
    g_param_spec_object ("waiting", NULL, NULL, BRIDGE_TYPE_REVISION, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_boundary_init (BridgeBoundary *self)
{
  self->kind = BRIDGE_BOUNDARY_OTHER;
  self->review_on = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_boundary_new:
 * @kind: what it is about
 * @holder: (nullable): the id of the one whose own limit it is; %NULL: it is shared
 *
 * Returns: (transfer full): a boundary without an id or words yet
 */
BridgeBoundary *
bridge_boundary_new (BridgeBoundaryKind  kind,
                     const char         *holder)
{
  return g_object_new (BRIDGE_TYPE_BOUNDARY, "kind", kind, "holder", holder, NULL);
}

/**
 * bridge_boundary_copy:
 * @self: a boundary
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeBoundary *
bridge_boundary_copy (BridgeBoundary *self)
{
  BridgeBoundary *copy = g_object_new (BRIDGE_TYPE_BOUNDARY, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_boundary_get_id:
 * @self: a boundary
 *
 * Returns: (nullable): the id
 */
const char *
bridge_boundary_get_id (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->id;
}

/**
 * bridge_boundary_get_kind:
 * @self: a boundary
 *
 * Returns: what it is about
 */
BridgeBoundaryKind
bridge_boundary_get_kind (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), BRIDGE_BOUNDARY_OTHER);

  return self->kind;
}

/**
 * bridge_boundary_get_use:
 * @self: a boundary
 *
 * Returns: what a phrase is for
 */
BridgePhraseUse
bridge_boundary_get_use (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), BRIDGE_PHRASE_NONE);

  return self->use;
}

/**
 * bridge_boundary_get_holder:
 * @self: a boundary
 *
 * Returns: (nullable): the id of the one whose own limit it is; %NULL: it is shared
 */
const char *
bridge_boundary_get_holder (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->holder;
}

/**
 * bridge_boundary_get_state:
 * @self: a boundary
 *
 * Returns: proposed, agreed or ended
 */
BridgeBoundaryState
bridge_boundary_get_state (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), BRIDGE_BOUNDARY_PROPOSED);

  return self->state;
}

/**
 * bridge_boundary_get_current_number:
 * @self: a boundary
 *
 * Returns: the number of the revision that is in force, or was until it ended; 0: none yet
 */
int
bridge_boundary_get_current_number (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), 0);

  return self->current_number;
}

/**
 * bridge_boundary_get_waiting_number:
 * @self: a boundary
 *
 * Returns: the number of the revision that is proposed; 0: none
 */
int
bridge_boundary_get_waiting_number (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), 0);

  return self->waiting_number;
}

/**
 * bridge_boundary_get_review_on:
 * @self: a boundary
 *
 * Returns: local midnight of the day on which to look at it again; %BRIDGE_LOCAL_NONE: no day
 */
BridgeLocal
bridge_boundary_get_review_on (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), BRIDGE_LOCAL_NONE);

  return self->review_on;
}

/**
 * bridge_boundary_get_template:
 * @self: a boundary
 *
 * Returns: (nullable): of which template it was made
 */
const char *
bridge_boundary_get_template (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->template_id;
}

/**
 * bridge_boundary_get_ended_at:
 * @self: a boundary
 *
 * Returns: when it was ended, UTC ms; 0: it is not
 */
gint64
bridge_boundary_get_ended_at (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), 0);

  return self->ended_at;
}

/**
 * bridge_boundary_get_ended_by:
 * @self: a boundary
 *
 * Returns: (nullable): the id of the one who ended it
 */
const char *
bridge_boundary_get_ended_by (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->ended_by;
}

/**
 * bridge_boundary_get_current:
 * @self: a boundary
 *
 * Returns: (transfer none) (nullable): the revision that is in force, or was until it ended
 */
BridgeRevision *
bridge_boundary_get_current (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->current;
}

/**
 * bridge_boundary_get_waiting:
 * @self: a boundary
 *
 * Returns: (transfer none) (nullable): the revision that is proposed
 */
BridgeRevision *
bridge_boundary_get_waiting (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), NULL);

  return self->waiting;
}

/**
 * bridge_boundary_is_in_force:
 * @self: a boundary
 *
 * Returns: whether it holds now
 */
gboolean
bridge_boundary_is_in_force (BridgeBoundary *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), FALSE);

  return self->state == BRIDGE_BOUNDARY_AGREED;
}

/**
 * bridge_boundary_validate:
 * @self: a boundary
 * @error: where to say what is wrong
 *
 * Checks what a person chose. The words are those of a revision, and checked there.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_boundary_validate (BridgeBoundary  *self,
                          GError         **error)
{
  const char *problem = NULL;

  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), FALSE);

  if (self->kind == BRIDGE_BOUNDARY_PERSONAL_LIMIT && self->holder == NULL)
    problem = _("A personal limit belongs to one of you.");
  else if (self->kind == BRIDGE_BOUNDARY_PHRASE && self->use == BRIDGE_PHRASE_NONE)
    problem = _("Say what the phrase is for.");
  else if (self->kind != BRIDGE_BOUNDARY_PHRASE && self->use != BRIDGE_PHRASE_NONE)
    problem = _("Only a phrase has a use.");

  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, problem);
  return FALSE;
}

/**
 * bridge_boundary_kind_get_label:
 * @kind: what a boundary is about
 *
 * Gives the words people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_boundary_kind_get_label (BridgeBoundaryKind kind)
{
  switch (kind)
    {
    case BRIDGE_BOUNDARY_PAUSE_RULE:
      return C_("boundary", "How a pause goes");
    case BRIDGE_BOUNDARY_QUIET:
      return C_("boundary", "What quiet means");
    case BRIDGE_BOUNDARY_NO_TALK_HOURS:
      return C_("boundary", "Hours without hard talks");
    case BRIDGE_BOUNDARY_LATER_TOPIC:
      return C_("boundary", "A topic for later");
    case BRIDGE_BOUNDARY_PHONES:
      return C_("boundary", "Phones");
    case BRIDGE_BOUNDARY_FAMILY:
      return C_("boundary", "Family and friends");
    case BRIDGE_BOUNDARY_PRIVACY:
      return C_("boundary", "Private messages");
    case BRIDGE_BOUNDARY_TIME_ALONE:
      return C_("boundary", "Time alone");
    case BRIDGE_BOUNDARY_PERSONAL_LIMIT:
      return C_("boundary", "Personal limit");
    case BRIDGE_BOUNDARY_PHRASE:
      return C_("boundary", "Phrase");
    case BRIDGE_BOUNDARY_OTHER:
      return C_("boundary", "In general");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_boundary_state_get_label:
 * @state: a state
 *
 * Gives the word people read for it.
 *
 * Returns: (transfer none): translated
 */
const char *
bridge_boundary_state_get_label (BridgeBoundaryState state)
{
  switch (state)
    {
    case BRIDGE_BOUNDARY_PROPOSED:
      return C_("boundary", "Proposed");
    case BRIDGE_BOUNDARY_AGREED:
      return C_("boundary", "Agreed");
    case BRIDGE_BOUNDARY_ENDED:
      return C_("boundary", "Ended");
    }

  g_return_val_if_reached ("");
}

/**
 * bridge_phrase_use_get_label:
 * @use: what a phrase is for
 *
 * Gives the words people read for it.
 *
 * Returns: (transfer none): translated; "" for none
 */
const char *
bridge_phrase_use_get_label (BridgePhraseUse use)
{
  switch (use)
    {
    case BRIDGE_PHRASE_NONE:
      return "";
    case BRIDGE_PHRASE_STEPPING_OUT:
      return C_("phrase", "For stepping out");
    case BRIDGE_PHRASE_COMING_BACK:
      return C_("phrase", "For coming back");
    case BRIDGE_PHRASE_REPAIRING:
      return C_("phrase", "For repairing");
    case BRIDGE_PHRASE_INVITING:
      return C_("phrase", "For inviting");
    }

  g_return_val_if_reached ("");
}
