/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-occurrence"

#include "config.h"

#include "bridge-occurrence.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"

struct _BridgeOccurrence
{
  GObject parent_instance;

  char *id;
  BridgeRitual *ritual;
  char *ritual_id;
  gint64 start;
  gint64 moved_to;
  gboolean left_out;
  BridgeOutcome outcome;
  gint64 answered_at;
  gint64 at;
  gint64 local;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
  char *name; /* made when first asked for */
};

G_DEFINE_FINAL_TYPE (BridgeOccurrence, bridge_occurrence, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_RITUAL,
  PROP_RITUAL_ID,
  PROP_START,
  PROP_MOVED_TO,
  PROP_LEFT_OUT,
  PROP_OUTCOME,
  PROP_ANSWERED_AT,
  PROP_AT,
  PROP_LOCAL,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
  PROP_NAME,
} BridgeOccurrenceProperty;

#define N_PROPERTIES (PROP_NAME + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_occurrence_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BridgeOccurrence *self = BRIDGE_OCCURRENCE (object);

  switch ((BridgeOccurrenceProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_RITUAL:
      g_value_set_object (value, self->ritual);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;
    case PROP_MOVED_TO:
      g_value_set_int64 (value, self->moved_to);
      break;
    case PROP_LEFT_OUT:
      g_value_set_boolean (value, self->left_out);
      break;
    case PROP_OUTCOME:
      g_value_set_enum (value, self->outcome);
      break;
    case PROP_ANSWERED_AT:
      g_value_set_int64 (value, self->answered_at);
      break;
    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;
    case PROP_LOCAL:
      g_value_set_int64 (value, self->local);
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
    case PROP_NAME:
      g_value_set_string (value, bridge_occurrence_get_name (self));
      break;
    }
}

static gboolean
set_ritual (BridgeOccurrence *self,
            BridgeRitual     *ritual)
{
  return g_set_object (&self->ritual, ritual);
}

static void
bridge_occurrence_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  BridgeOccurrence *self = BRIDGE_OCCURRENCE (object);
  gboolean changed = FALSE;

  switch ((BridgeOccurrenceProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_RITUAL:
      changed = set_ritual (self, g_value_get_object (value));
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
      break;
    case PROP_START:
      changed = bridge_property_set_int64 (&self->start, value);
      break;
    case PROP_MOVED_TO:
      changed = bridge_property_set_int64 (&self->moved_to, value);
      break;
    case PROP_LEFT_OUT:
      changed = bridge_property_set_boolean (&self->left_out, value);
      break;
    case PROP_OUTCOME:
      changed = bridge_property_set_enum ((int *) &self->outcome, value);
      break;
    case PROP_ANSWERED_AT:
      changed = bridge_property_set_int64 (&self->answered_at, value);
      break;
    case PROP_AT:
      changed = bridge_property_set_int64 (&self->at, value);
      break;
    case PROP_LOCAL:
      changed = bridge_property_set_int64 (&self->local, value);
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
    case PROP_NAME:
      g_return_if_reached ();
    }

  if (changed && (prop_id == PROP_RITUAL_ID || prop_id == PROP_START))
    g_clear_pointer (&self->name, g_free);
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
bridge_occurrence_finalize (GObject *object)
{
  BridgeOccurrence *self = BRIDGE_OCCURRENCE (object);

  g_free (self->id);
  g_clear_object (&self->ritual);
  g_free (self->ritual_id);
  g_free (self->name);

  G_OBJECT_CLASS (bridge_occurrence_parent_class)->finalize (object);
}

static void
bridge_occurrence_class_init (BridgeOccurrenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_occurrence_get_property;
  object_class->set_property = bridge_occurrence_set_property;
  object_class->finalize = bridge_occurrence_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_RITUAL] =
    g_param_spec_object ("ritual", NULL, NULL, BRIDGE_TYPE_RITUAL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_START] =
    g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_MOVED_TO] =
    g_param_spec_int64 ("moved-to", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_LEFT_OUT] =
    g_param_spec_boolean ("left-out", NULL, NULL, FALSE, flags);
  properties[PROP_OUTCOME] =
    g_param_spec_enum ("outcome", NULL, NULL, BRIDGE_TYPE_OUTCOME, BRIDGE_OUTCOME_NONE, flags);
  properties[PROP_ANSWERED_AT] =
    g_param_spec_int64 ("answered-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_AT] =
    g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_LOCAL] =
    g_param_spec_int64 ("local", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_occurrence_init (BridgeOccurrence *self)
{
  self->moved_to = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_occurrence_new:
 * @ritual: its ritual
 * @start: the original local start
 *
 * Returns: (transfer full): an occurrence of which nothing is recorded
 */
BridgeOccurrence *
bridge_occurrence_new (BridgeRitual *ritual,
                       BridgeLocal   start)
{
  return g_object_new (BRIDGE_TYPE_OCCURRENCE,
                       "ritual", ritual,
                       "ritual-id", ritual != NULL ? bridge_ritual_get_id (ritual) : NULL,
                       "start", start,
                       NULL);
}

/**
 * bridge_occurrence_copy:
 * @self: a occurrence
 *
 * Returns: (transfer full): another occurrence with the same values, id and stamps included
 */
BridgeOccurrence *
bridge_occurrence_copy (BridgeOccurrence *self)
{
  BridgeOccurrence *copy = g_object_new (BRIDGE_TYPE_OCCURRENCE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_occurrence_get_ritual:
 * @self: a occurrence
 *
 * Returns: (transfer none) (nullable): its ritual
 */
BridgeRitual *
bridge_occurrence_get_ritual (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), NULL);

  return self->ritual;
}

/**
 * bridge_occurrence_get_id:
 * @self: a occurrence
 *
 * Returns: (nullable): the id of its row; %NULL: nothing recorded
 */
const char *
bridge_occurrence_get_id (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), NULL);

  return self->id;
}

/**
 * bridge_occurrence_get_ritual_id:
 * @self: a occurrence
 *
 * Returns: its ritual's id
 */
const char *
bridge_occurrence_get_ritual_id (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), NULL);

  return self->ritual_id;
}

/**
 * bridge_occurrence_get_start:
 * @self: a occurrence
 *
 * Returns: the original local start
 */
BridgeLocal
bridge_occurrence_get_start (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->start;
}

/**
 * bridge_occurrence_get_moved_to:
 * @self: a occurrence
 *
 * Returns: where it was moved, or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_occurrence_get_moved_to (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->moved_to;
}

/**
 * bridge_occurrence_get_planned:
 * @self: a occurrence
 *
 * Returns: when it is planned, in the ritual's frame
 */
BridgeLocal
bridge_occurrence_get_planned (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->moved_to != BRIDGE_LOCAL_NONE ? self->moved_to : self->start;
}

/**
 * bridge_occurrence_get_left_out:
 * @self: a occurrence
 *
 * Returns: whether this one is left out
 */
gboolean
bridge_occurrence_get_left_out (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->left_out;
}

/**
 * bridge_occurrence_get_outcome:
 * @self: a occurrence
 *
 * Returns: its outcome
 */
BridgeOutcome
bridge_occurrence_get_outcome (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->outcome;
}

/**
 * bridge_occurrence_get_answered_at:
 * @self: a occurrence
 *
 * Returns: UTC ms, or 0
 */
gint64
bridge_occurrence_get_answered_at (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->answered_at;
}

/**
 * bridge_occurrence_get_at:
 * @self: a occurrence
 *
 * Returns: its instant, UTC ms
 */
gint64
bridge_occurrence_get_at (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->at;
}

/**
 * bridge_occurrence_get_local:
 * @self: a occurrence
 *
 * Returns: its instant here
 */
BridgeLocal
bridge_occurrence_get_local (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), 0);

  return self->local;
}

/**
 * bridge_occurrence_get_name:
 * @self: an occurrence
 *
 * Returns: (transfer none): "RITUAL-ID@2026-11-23T19:00"
 */
const char *
bridge_occurrence_get_name (BridgeOccurrence *self)
{
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (self), NULL);

  if (self->name == NULL)
    self->name = bridge_occurrence_format_name (self->ritual_id, self->start);
  return self->name;
}

/**
 * bridge_occurrence_equal:
 * @a: an occurrence
 * @b: another
 *
 * Returns: whether every property is the same
 */
gboolean
bridge_occurrence_equal (BridgeOccurrence *a,
                         BridgeOccurrence *b)
{
  return a->ritual == b->ritual &&
         g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->ritual_id, b->ritual_id) == 0 &&
         a->start == b->start &&
         a->moved_to == b->moved_to &&
         a->left_out == b->left_out &&
         a->outcome == b->outcome &&
         a->answered_at == b->answered_at &&
         a->at == b->at &&
         a->local == b->local &&
         a->created_at == b->created_at &&
         a->updated_at == b->updated_at &&
         a->deleted_at == b->deleted_at;
}

/**
 * bridge_occurrence_format_name:
 * @ritual_id: a ritual
 * @start: the original local start
 *
 * Returns: (transfer full): "RITUAL-ID@2026-11-23T19:00"
 */
char *
bridge_occurrence_format_name (const char  *ritual_id,
                               BridgeLocal  start)
{
  g_autofree char *written = bridge_local_format (start);

  return g_strconcat (ritual_id, "@", written, NULL);
}

/**
 * bridge_occurrence_parse_name:
 * @name: "RITUAL-ID@2026-11-23T19:00"; the id may be shortened
 * @ritual_id: (out) (transfer full): the part before the @
 * @start: (out): the part after it
 * @error: where to say what is wrong
 *
 * Takes an occurrence's name apart.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_occurrence_parse_name (const char   *name,
                              char        **ritual_id,
                              BridgeLocal  *start,
                              GError      **error)
{
  const char *at = strchr (name, '@');

  if (at == NULL || at == name)
    {
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   /* Translators: keep the example as it is. */
                   _("“%s” does not name a moment. Write RITUAL-ID@2026-11-23T19:00, as “footbridge agenda” shows it."),
                   valid);
      return FALSE;
    }
  if (!bridge_local_parse (at + 1, start, error))
    return FALSE;

  *ritual_id = g_strndup (name, at - name);
  return TRUE;
}
