/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone"

#include "config.h"

#include "bridge-milestone.h"

#include "bridge-property.h"

struct _BridgeMilestone
{
  GObject parent_instance;

  char *id;
  char *title;
  char *note;
  char *who;
  BridgeMilestoneSource source;
  char *ritual_ids;
  char *win_kind;
  int target;
  gint64 since;
  gint64 revisit_on;
  BridgeMilestoneState state;
  gint64 reached_on;
  char *mark;
  gboolean celebrated;
  gint64 reminding_since;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeMilestone, bridge_milestone, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_NOTE,
  PROP_WHO,
  PROP_SOURCE,
  PROP_RITUAL_IDS,
  PROP_WIN_KIND,
  PROP_TARGET,
  PROP_SINCE,
  PROP_REVISIT_ON,
  PROP_STATE,
  PROP_REACHED_ON,
  PROP_MARK,
  PROP_CELEBRATED,
  PROP_REMINDING_SINCE,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeMilestoneProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_milestone_get_property (GObject     *object,
                               guint        property_id,
                               GValue      *value,
                               GParamSpec  *pspec)
{
  BridgeMilestone *self = BRIDGE_MILESTONE (object);

  switch ((BridgeMilestoneProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_SOURCE:
      g_value_set_enum (value, self->source);
      break;
    case PROP_RITUAL_IDS:
      g_value_set_string (value, self->ritual_ids);
      break;
    case PROP_WIN_KIND:
      g_value_set_string (value, self->win_kind);
      break;
    case PROP_TARGET:
      g_value_set_int (value, self->target);
      break;
    case PROP_SINCE:
      g_value_set_int64 (value, self->since);
      break;
    case PROP_REVISIT_ON:
      g_value_set_int64 (value, self->revisit_on);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_REACHED_ON:
      g_value_set_int64 (value, self->reached_on);
      break;
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    case PROP_CELEBRATED:
      g_value_set_boolean (value, self->celebrated);
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
bridge_milestone_set_property (GObject       *object,
                               guint          property_id,
                               const GValue  *value,
                               GParamSpec    *pspec)
{
  BridgeMilestone *self = BRIDGE_MILESTONE (object);
  gboolean changed = FALSE;

  switch ((BridgeMilestoneProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_TITLE:
      changed = bridge_property_set_string (&self->title, value, FALSE);
      break;
    case PROP_NOTE:
      changed = bridge_property_set_string (&self->note, value, FALSE);
      break;
    case PROP_WHO:
      changed = bridge_property_set_string (&self->who, value, TRUE);
      break;
    case PROP_SOURCE:
      changed = bridge_property_set_enum ((int *) &self->source, value);
      break;
    case PROP_RITUAL_IDS:
      changed = bridge_property_set_string (&self->ritual_ids, value, FALSE);
      break;
    case PROP_WIN_KIND:
      changed = bridge_property_set_string (&self->win_kind, value, TRUE);
      break;
    case PROP_TARGET:
      changed = bridge_property_set_int (&self->target, value);
      break;
    case PROP_SINCE:
      changed = bridge_property_set_int64 (&self->since, value);
      break;
    case PROP_REVISIT_ON:
      changed = bridge_property_set_int64 (&self->revisit_on, value);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_REACHED_ON:
      changed = bridge_property_set_int64 (&self->reached_on, value);
      break;
    case PROP_MARK:
      changed = bridge_property_set_string (&self->mark, value, FALSE);
      break;
    case PROP_CELEBRATED:
      changed = bridge_property_set_boolean (&self->celebrated, value);
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
bridge_milestone_finalize (GObject *object)
{
  BridgeMilestone *self = BRIDGE_MILESTONE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->note);
  g_free (self->who);
  g_free (self->ritual_ids);
  g_free (self->win_kind);
  g_free (self->mark);

  G_OBJECT_CLASS (bridge_milestone_parent_class)->finalize (object);
}

static void
bridge_milestone_class_init (BridgeMilestoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_milestone_get_property;
  object_class->set_property = bridge_milestone_set_property;
  object_class->finalize = bridge_milestone_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "", flags);
  properties[PROP_WHO] =
    g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] =
    g_param_spec_enum ("source", NULL, NULL, BRIDGE_TYPE_MILESTONE_SOURCE, BRIDGE_MILESTONE_FROM_NOTHING, flags);
  properties[PROP_RITUAL_IDS] =
    g_param_spec_string ("ritual-ids", NULL, NULL, "", flags);
  properties[PROP_WIN_KIND] =
    g_param_spec_string ("win-kind", NULL, NULL, NULL, flags);
  properties[PROP_TARGET] =
    g_param_spec_int ("target", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_SINCE] =
    g_param_spec_int64 ("since", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_REVISIT_ON] =
    g_param_spec_int64 ("revisit-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_MILESTONE_STATE, BRIDGE_MILESTONE_OPEN, flags);
  properties[PROP_REACHED_ON] =
    g_param_spec_int64 ("reached-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_MARK] =
    g_param_spec_string ("mark", NULL, NULL, "", flags);
  properties[PROP_CELEBRATED] =
    g_param_spec_boolean ("celebrated", NULL, NULL, FALSE, flags);
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
bridge_milestone_init (BridgeMilestone *self)
{
  self->title = g_strdup ("");
  self->note = g_strdup ("");
  self->ritual_ids = g_strdup ("");
  self->since = BRIDGE_LOCAL_NONE;
  self->revisit_on = BRIDGE_LOCAL_NONE;
  self->reached_on = BRIDGE_LOCAL_NONE;
  self->mark = g_strdup ("");
}

/**
 * bridge_milestone_new:
 * @title: what it is about
 * @source: what it is counted from
 * @target: how many; 0 for an open one
 *
 * Returns: (transfer full): a milestone without an id yet
 */
BridgeMilestone *
bridge_milestone_new (const char             *title,
                      BridgeMilestoneSource   source,
                      int                     target)
{
  return g_object_new (BRIDGE_TYPE_MILESTONE, "title", title, "source", source, "target", target, NULL);
}

/**
 * bridge_milestone_copy:
 * @self: a milestone
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeMilestone *
bridge_milestone_copy (BridgeMilestone *self)
{
  BridgeMilestone *copy = g_object_new (BRIDGE_TYPE_MILESTONE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_milestone_get_id:
 * @self: a milestone
 *
 * Returns: (nullable): the id
 */
const char *
bridge_milestone_get_id (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), NULL);

  return self->id;
}

/**
 * bridge_milestone_get_title:
 * @self: a milestone
 *
 * Returns: what it is about
 */
const char *
bridge_milestone_get_title (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), "");

  return self->title;
}

/**
 * bridge_milestone_get_note:
 * @self: a milestone
 *
 * Returns: what it would look like; "" none
 */
const char *
bridge_milestone_get_note (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), "");

  return self->note;
}

/**
 * bridge_milestone_get_who:
 * @self: a milestone
 *
 * Returns: (nullable): whose it is; %NULL: of both, or of the only one
 */
const char *
bridge_milestone_get_who (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), NULL);

  return self->who;
}

/**
 * bridge_milestone_get_source:
 * @self: a milestone
 *
 * Returns: what it is counted from
 */
BridgeMilestoneSource
bridge_milestone_get_source (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), BRIDGE_MILESTONE_FROM_NOTHING);

  return self->source;
}

/**
 * bridge_milestone_get_ritual_ids:
 * @self: a milestone
 *
 * Returns: of the rituals whose kept moments count, with commas between; "" none
 */
const char *
bridge_milestone_get_ritual_ids (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), "");

  return self->ritual_ids;
}

/**
 * bridge_milestone_get_win_kind:
 * @self: a milestone
 *
 * Returns: (nullable): the nick of the kind of small wins that count; %NULL: any
 */
const char *
bridge_milestone_get_win_kind (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), NULL);

  return self->win_kind;
}

/**
 * bridge_milestone_get_target:
 * @self: a milestone
 *
 * Returns: how many; 0 for an open one
 */
int
bridge_milestone_get_target (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), 0);

  return self->target;
}

/**
 * bridge_milestone_get_since:
 * @self: a milestone
 *
 * Returns: from when on is counted: local midnight
 */
BridgeLocal
bridge_milestone_get_since (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), BRIDGE_LOCAL_NONE);

  return self->since;
}

/**
 * bridge_milestone_get_revisit_on:
 * @self: a milestone
 *
 * Returns: the day to come back to it: local midnight, or none
 */
BridgeLocal
bridge_milestone_get_revisit_on (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), BRIDGE_LOCAL_NONE);

  return self->revisit_on;
}

/**
 * bridge_milestone_get_state:
 * @self: a milestone
 *
 * Returns: open, resting or reached
 */
BridgeMilestoneState
bridge_milestone_get_state (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), BRIDGE_MILESTONE_OPEN);

  return self->state;
}

/**
 * bridge_milestone_get_reached_on:
 * @self: a milestone
 *
 * Returns: when it was reached: local midnight, or none
 */
BridgeLocal
bridge_milestone_get_reached_on (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), BRIDGE_LOCAL_NONE);

  return self->reached_on;
}

/**
 * bridge_milestone_get_mark:
 * @self: a milestone
 *
 * Returns: how it is marked; "" none
 */
const char *
bridge_milestone_get_mark (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), "");

  return self->mark;
}

/**
 * bridge_milestone_get_celebrated:
 * @self: a milestone
 *
 * Returns: whether the celebration was shown
 */
gboolean
bridge_milestone_get_celebrated (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), FALSE);

  return self->celebrated;
}

/**
 * bridge_milestone_get_reminding_since:
 * @self: a milestone
 *
 * Returns: UTC ms: nothing that was due before is reminded of
 */
gint64
bridge_milestone_get_reminding_since (BridgeMilestone *self)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), 0);

  return self->reminding_since;
}
