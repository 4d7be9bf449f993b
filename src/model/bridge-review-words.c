/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-words"

#include "config.h"

#include "bridge-review-words.h"

#include "bridge-property.h"

struct _BridgeReviewWords
{
  GObject parent_instance;

  char *id;
  char *review_id;
  char *person_id;
  BridgeReviewPart part;
  char *text;
  char *win_id;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeReviewWords, bridge_review_words, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_REVIEW_ID,
  PROP_PERSON_ID,
  PROP_PART,
  PROP_TEXT,
  PROP_WIN_ID,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeReviewWordsProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_review_words_get_property (GObject     *object,
                                  guint        property_id,
                                  GValue      *value,
                                  GParamSpec  *pspec)
{
  BridgeReviewWords *self = BRIDGE_REVIEW_WORDS (object);

  switch ((BridgeReviewWordsProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_REVIEW_ID:
      g_value_set_string (value, self->review_id);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_PART:
      g_value_set_enum (value, self->part);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_WIN_ID:
      g_value_set_string (value, self->win_id);
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
bridge_review_words_set_property (GObject       *object,
                                  guint          property_id,
                                  const GValue  *value,
                                  GParamSpec    *pspec)
{
  BridgeReviewWords *self = BRIDGE_REVIEW_WORDS (object);
  gboolean changed = FALSE;

  switch ((BridgeReviewWordsProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_REVIEW_ID:
      changed = bridge_property_set_string (&self->review_id, value, TRUE);
      break;
    case PROP_PERSON_ID:
      changed = bridge_property_set_string (&self->person_id, value, TRUE);
      break;
    case PROP_PART:
      changed = bridge_property_set_enum ((int *) &self->part, value);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_WIN_ID:
      changed = bridge_property_set_string (&self->win_id, value, TRUE);
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
bridge_review_words_finalize (GObject *object)
{
  BridgeReviewWords *self = BRIDGE_REVIEW_WORDS (object);

  g_free (self->id);
  g_free (self->review_id);
  g_free (self->person_id);
  g_free (self->text);
  g_free (self->win_id);

  G_OBJECT_CLASS (bridge_review_words_parent_class)->finalize (object);
}

static void
bridge_review_words_class_init (BridgeReviewWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_review_words_get_property;
  object_class->set_property = bridge_review_words_set_property;
  object_class->finalize = bridge_review_words_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_REVIEW_ID] =
    g_param_spec_string ("review-id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_PART] =
    g_param_spec_enum ("part", NULL, NULL, BRIDGE_TYPE_REVIEW_PART, BRIDGE_PART_APPRECIATION, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_WIN_ID] =
    g_param_spec_string ("win-id", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_review_words_init (BridgeReviewWords *self)
{
  self->text = g_strdup ("");
}

/**
 * bridge_review_words_new:
 * @review_id: (nullable): of the review
 * @part: what they are
 * @text: the words
 *
 * Returns: (transfer full): words of a review without an id yet
 */
BridgeReviewWords *
bridge_review_words_new (const char        *review_id,
                         BridgeReviewPart   part,
                         const char        *text)
{
  return g_object_new (BRIDGE_TYPE_REVIEW_WORDS, "review-id", review_id, "part", part, "text", text, NULL);
}

/**
 * bridge_review_words_copy:
 * @self: words of a review
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeReviewWords *
bridge_review_words_copy (BridgeReviewWords *self)
{
  BridgeReviewWords *copy = g_object_new (BRIDGE_TYPE_REVIEW_WORDS, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_review_words_get_id:
 * @self: words of a review
 *
 * Returns: (nullable): the id
 */
const char *
bridge_review_words_get_id (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), NULL);

  return self->id;
}

/**
 * bridge_review_words_get_review_id:
 * @self: words of a review
 *
 * Returns: (nullable): of the review
 */
const char *
bridge_review_words_get_review_id (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), NULL);

  return self->review_id;
}

/**
 * bridge_review_words_get_person_id:
 * @self: words of a review
 *
 * Returns: (nullable): whose words; %NULL: of both
 */
const char *
bridge_review_words_get_person_id (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), NULL);

  return self->person_id;
}

/**
 * bridge_review_words_get_part:
 * @self: words of a review
 *
 * Returns: what they are
 */
BridgeReviewPart
bridge_review_words_get_part (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), BRIDGE_PART_APPRECIATION);

  return self->part;
}

/**
 * bridge_review_words_get_text:
 * @self: words of a review
 *
 * Returns: the words
 */
const char *
bridge_review_words_get_text (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), "");

  return self->text;
}

/**
 * bridge_review_words_get_win_id:
 * @self: words of a review
 *
 * Returns: (nullable): the small win beside them
 */
const char *
bridge_review_words_get_win_id (BridgeReviewWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVIEW_WORDS (self), NULL);

  return self->win_id;
}
