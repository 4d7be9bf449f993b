/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-meaning"

#include "config.h"

#include "bridge-meaning.h"

#include "bridge-property.h"

struct _BridgeMeaning
{
  GObject parent_instance;

  char *id;
  char *text;
  BridgeMeaningKind kind;
  BridgeMeaningTense tense;
  char *added_by;
  char *ritual_id;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeMeaning, bridge_meaning, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TEXT,
  PROP_KIND,
  PROP_TENSE,
  PROP_ADDED_BY,
  PROP_RITUAL_ID,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeMeaningProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_meaning_get_property (GObject     *object,
                             guint        property_id,
                             GValue      *value,
                             GParamSpec  *pspec)
{
  BridgeMeaning *self = BRIDGE_MEANING (object);

  switch ((BridgeMeaningProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TENSE:
      g_value_set_enum (value, self->tense);
      break;
    case PROP_ADDED_BY:
      g_value_set_string (value, self->added_by);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
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
bridge_meaning_set_property (GObject       *object,
                             guint          property_id,
                             const GValue  *value,
                             GParamSpec    *pspec)
{
  BridgeMeaning *self = BRIDGE_MEANING (object);
  gboolean changed = FALSE;

  switch ((BridgeMeaningProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_TENSE:
      changed = bridge_property_set_enum ((int *) &self->tense, value);
      break;
    case PROP_ADDED_BY:
      changed = bridge_property_set_string (&self->added_by, value, TRUE);
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
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
bridge_meaning_finalize (GObject *object)
{
  BridgeMeaning *self = BRIDGE_MEANING (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->added_by);
  g_free (self->ritual_id);

  G_OBJECT_CLASS (bridge_meaning_parent_class)->finalize (object);
}

static void
bridge_meaning_class_init (BridgeMeaningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_meaning_get_property;
  object_class->set_property = bridge_meaning_set_property;
  object_class->finalize = bridge_meaning_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_MEANING_KIND, BRIDGE_MEANING_HOBBY, flags);
  properties[PROP_TENSE] =
    g_param_spec_enum ("tense", NULL, NULL, BRIDGE_TYPE_MEANING_TENSE, BRIDGE_MEANING_ONCE, flags);
  properties[PROP_ADDED_BY] =
    g_param_spec_string ("added-by", NULL, NULL, NULL, flags);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_meaning_init (BridgeMeaning *self)
{
  self->text = g_strdup ("");
}

/**
 * bridge_meaning_new:
 * @text: what it is
 * @kind: what it means to the two
 * @tense: enjoyed once, or to try
 *
 * Returns: (transfer full): something that means much without an id yet
 */
BridgeMeaning *
bridge_meaning_new (const char          *text,
                    BridgeMeaningKind    kind,
                    BridgeMeaningTense   tense)
{
  return g_object_new (BRIDGE_TYPE_MEANING, "text", text, "kind", kind, "tense", tense, NULL);
}

/**
 * bridge_meaning_copy:
 * @self: something that means much
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeMeaning *
bridge_meaning_copy (BridgeMeaning *self)
{
  BridgeMeaning *copy = g_object_new (BRIDGE_TYPE_MEANING, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_meaning_get_id:
 * @self: something that means much
 *
 * Returns: (nullable): the id
 */
const char *
bridge_meaning_get_id (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), NULL);

  return self->id;
}

/**
 * bridge_meaning_get_text:
 * @self: something that means much
 *
 * Returns: what it is
 */
const char *
bridge_meaning_get_text (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), "");

  return self->text;
}

/**
 * bridge_meaning_get_kind:
 * @self: something that means much
 *
 * Returns: what it means to the two
 */
BridgeMeaningKind
bridge_meaning_get_kind (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), BRIDGE_MEANING_HOBBY);

  return self->kind;
}

/**
 * bridge_meaning_get_tense:
 * @self: something that means much
 *
 * Returns: enjoyed once, or to try
 */
BridgeMeaningTense
bridge_meaning_get_tense (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), BRIDGE_MEANING_ONCE);

  return self->tense;
}

/**
 * bridge_meaning_get_added_by:
 * @self: something that means much
 *
 * Returns: (nullable): who wrote it
 */
const char *
bridge_meaning_get_added_by (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), NULL);

  return self->added_by;
}

/**
 * bridge_meaning_get_ritual_id:
 * @self: something that means much
 *
 * Returns: (nullable): of the ritual that came of it
 */
const char *
bridge_meaning_get_ritual_id (BridgeMeaning *self)
{
  g_return_val_if_fail (BRIDGE_IS_MEANING (self), NULL);

  return self->ritual_id;
}
