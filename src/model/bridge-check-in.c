/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in"

#include "config.h"

#include "bridge-check-in.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgeCheckIn
{
  GObject parent_instance;

  char *id;
  char *person_id;
  char *shown_to;
  char *round_id;
  gboolean ready;
  gint64 on;
  int mood;
  char *mood_word;
  int energy;
  char *energy_word;
  int closeness;
  char *closeness_word;
  int talking;
  char *talking_word;
  char *words;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeCheckIn, bridge_check_in, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PERSON_ID,
  PROP_SHOWN_TO,
  PROP_ROUND_ID,
  PROP_READY,
  PROP_ON,
  PROP_MOOD,
  PROP_MOOD_WORD,
  PROP_ENERGY,
  PROP_ENERGY_WORD,
  PROP_CLOSENESS,
  PROP_CLOSENESS_WORD,
  PROP_TALKING,
  PROP_TALKING_WORD,
  PROP_WORDS,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeCheckInProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_check_in_get_property (GObject     *object,
                              guint        property_id,
                              GValue      *value,
                              GParamSpec  *pspec)
{
  BridgeCheckIn *self = BRIDGE_CHECK_IN (object);

  switch ((BridgeCheckInProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_SHOWN_TO:
      g_value_set_string (value, self->shown_to);
      break;
    case PROP_ROUND_ID:
      g_value_set_string (value, self->round_id);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_ON:
      g_value_set_int64 (value, self->on);
      break;
    case PROP_MOOD:
      g_value_set_int (value, self->mood);
      break;
    case PROP_MOOD_WORD:
      g_value_set_string (value, self->mood_word);
      break;
    case PROP_ENERGY:
      g_value_set_int (value, self->energy);
      break;
    case PROP_ENERGY_WORD:
      g_value_set_string (value, self->energy_word);
      break;
    case PROP_CLOSENESS:
      g_value_set_int (value, self->closeness);
      break;
    case PROP_CLOSENESS_WORD:
      g_value_set_string (value, self->closeness_word);
      break;
    case PROP_TALKING:
      g_value_set_int (value, self->talking);
      break;
    case PROP_TALKING_WORD:
      g_value_set_string (value, self->talking_word);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
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
bridge_check_in_set_property (GObject       *object,
                              guint          property_id,
                              const GValue  *value,
                              GParamSpec    *pspec)
{
  BridgeCheckIn *self = BRIDGE_CHECK_IN (object);
  gboolean changed = FALSE;

  switch ((BridgeCheckInProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_PERSON_ID:
      changed = bridge_property_set_string (&self->person_id, value, TRUE);
      break;
    case PROP_SHOWN_TO:
      changed = bridge_property_set_string (&self->shown_to, value, TRUE);
      break;
    case PROP_ROUND_ID:
      changed = bridge_property_set_string (&self->round_id, value, TRUE);
      break;
    case PROP_READY:
      changed = bridge_property_set_boolean (&self->ready, value);
      break;
    case PROP_ON:
      changed = bridge_property_set_int64 (&self->on, value);
      break;
    case PROP_MOOD:
      changed = bridge_property_set_int (&self->mood, value);
      break;
    case PROP_MOOD_WORD:
      changed = bridge_property_set_string (&self->mood_word, value, FALSE);
      break;
    case PROP_ENERGY:
      changed = bridge_property_set_int (&self->energy, value);
      break;
    case PROP_ENERGY_WORD:
      changed = bridge_property_set_string (&self->energy_word, value, FALSE);
      break;
    case PROP_CLOSENESS:
      changed = bridge_property_set_int (&self->closeness, value);
      break;
    case PROP_CLOSENESS_WORD:
      changed = bridge_property_set_string (&self->closeness_word, value, FALSE);
      break;
    case PROP_TALKING:
      changed = bridge_property_set_int (&self->talking, value);
      break;
    case PROP_TALKING_WORD:
      changed = bridge_property_set_string (&self->talking_word, value, FALSE);
      break;
    case PROP_WORDS:
      changed = bridge_property_set_string (&self->words, value, FALSE);
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
bridge_check_in_finalize (GObject *object)
{
  BridgeCheckIn *self = BRIDGE_CHECK_IN (object);

  g_free (self->id);
  g_free (self->person_id);
  g_free (self->shown_to);
  g_free (self->round_id);
  g_free (self->mood_word);
  g_free (self->energy_word);
  g_free (self->closeness_word);
  g_free (self->talking_word);
  g_free (self->words);

  G_OBJECT_CLASS (bridge_check_in_parent_class)->finalize (object);
}

static void
bridge_check_in_class_init (BridgeCheckInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_check_in_get_property;
  object_class->set_property = bridge_check_in_set_property;
  object_class->finalize = bridge_check_in_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PERSON_ID] =
    g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_SHOWN_TO] =
    g_param_spec_string ("shown-to", NULL, NULL, NULL, flags);
  properties[PROP_ROUND_ID] =
    g_param_spec_string ("round-id", NULL, NULL, NULL, flags);
  properties[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_ON] =
    g_param_spec_int64 ("on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_MOOD] =
    g_param_spec_int ("mood", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_MOOD_WORD] =
    g_param_spec_string ("mood-word", NULL, NULL, "", flags);
  properties[PROP_ENERGY] =
    g_param_spec_int ("energy", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_ENERGY_WORD] =
    g_param_spec_string ("energy-word", NULL, NULL, "", flags);
  properties[PROP_CLOSENESS] =
    g_param_spec_int ("closeness", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_CLOSENESS_WORD] =
    g_param_spec_string ("closeness-word", NULL, NULL, "", flags);
  properties[PROP_TALKING] =
    g_param_spec_int ("talking", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_TALKING_WORD] =
    g_param_spec_string ("talking-word", NULL, NULL, "", flags);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, "", flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_check_in_init (BridgeCheckIn *self)
{
  self->on = BRIDGE_LOCAL_NONE;
  self->mood_word = g_strdup ("");
  self->energy_word = g_strdup ("");
  self->closeness_word = g_strdup ("");
  self->talking_word = g_strdup ("");
  self->words = g_strdup ("");
}

/**
 * bridge_check_in_new:
 * @person_id: (nullable): whose it is
 * @on: its day: local midnight
 *
 * Returns: (transfer full): a check-in without an id yet
 */
BridgeCheckIn *
bridge_check_in_new (const char   *person_id,
                     BridgeLocal   on)
{
  return g_object_new (BRIDGE_TYPE_CHECK_IN, "person-id", person_id, "on", on, NULL);
}

/**
 * bridge_check_in_copy:
 * @self: a check-in
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeCheckIn *
bridge_check_in_copy (BridgeCheckIn *self)
{
  BridgeCheckIn *copy = g_object_new (BRIDGE_TYPE_CHECK_IN, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_check_in_get_id:
 * @self: a check-in
 *
 * Returns: (nullable): the id
 */
const char *
bridge_check_in_get_id (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), NULL);

  return self->id;
}

/**
 * bridge_check_in_get_person_id:
 * @self: a check-in
 *
 * Returns: (nullable): whose it is
 */
const char *
bridge_check_in_get_person_id (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), NULL);

  return self->person_id;
}

/**
 * bridge_check_in_get_shown_to:
 * @self: a check-in
 *
 * Returns: (nullable): who can read it besides its author; %NULL: nobody, as its author was alone
 */
const char *
bridge_check_in_get_shown_to (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), NULL);

  return self->shown_to;
}

/**
 * bridge_check_in_get_round_id:
 * @self: a check-in
 *
 * Returns: (nullable): of the round it is opened in; %NULL: shown at once
 */
const char *
bridge_check_in_get_round_id (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), NULL);

  return self->round_id;
}

/**
 * bridge_check_in_get_ready:
 * @self: a check-in
 *
 * Returns: whether its author has said so
 */
gboolean
bridge_check_in_get_ready (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), FALSE);

  return self->ready;
}

/**
 * bridge_check_in_get_on:
 * @self: a check-in
 *
 * Returns: its day: local midnight
 */
BridgeLocal
bridge_check_in_get_on (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), BRIDGE_LOCAL_NONE);

  return self->on;
}

/**
 * bridge_check_in_get_mood:
 * @self: a check-in
 *
 * Returns: 1 to 5; 0: not said
 */
int
bridge_check_in_get_mood (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), 0);

  return self->mood;
}

/**
 * bridge_check_in_get_mood_word:
 * @self: a check-in
 *
 * Returns: the word that was chosen; ""
 */
const char *
bridge_check_in_get_mood_word (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return self->mood_word;
}

/**
 * bridge_check_in_get_energy:
 * @self: a check-in
 *
 * Returns: 1 to 5; 0: not said
 */
int
bridge_check_in_get_energy (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), 0);

  return self->energy;
}

/**
 * bridge_check_in_get_energy_word:
 * @self: a check-in
 *
 * Returns: the word that was chosen; ""
 */
const char *
bridge_check_in_get_energy_word (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return self->energy_word;
}

/**
 * bridge_check_in_get_closeness:
 * @self: a check-in
 *
 * Returns: 1 to 5; 0: not said
 */
int
bridge_check_in_get_closeness (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), 0);

  return self->closeness;
}

/**
 * bridge_check_in_get_closeness_word:
 * @self: a check-in
 *
 * Returns: the word that was chosen; ""
 */
const char *
bridge_check_in_get_closeness_word (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return self->closeness_word;
}

/**
 * bridge_check_in_get_talking:
 * @self: a check-in
 *
 * Returns: 1 to 5; 0: not said
 */
int
bridge_check_in_get_talking (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), 0);

  return self->talking;
}

/**
 * bridge_check_in_get_talking_word:
 * @self: a check-in
 *
 * Returns: the word that was chosen; ""
 */
const char *
bridge_check_in_get_talking_word (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return self->talking_word;
}

/**
 * bridge_check_in_get_words:
 * @self: a check-in
 *
 * Returns: own words; "" none
 */
const char *
bridge_check_in_get_words (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return self->words;
}

/* The fields of one scale; the properties are called by its nick. */
static int *
get_fields (BridgeCheckIn   *self,
            BridgeScale      scale,
            const char    ***word)
{
  char **words[BRIDGE_N_SHOWN_SCALES] = { &self->mood_word, &self->energy_word, &self->closeness_word, &self->talking_word };
  int *steps[BRIDGE_N_SHOWN_SCALES] = { &self->mood, &self->energy, &self->closeness, &self->talking };

  g_return_val_if_fail (scale < BRIDGE_N_SHOWN_SCALES, NULL);

  if (word != NULL)
    *word = (const char **) words[scale];
  return steps[scale];
}

/**
 * bridge_check_in_get_step:
 * @self: a check-in
 * @scale: any but safety
 *
 * Returns: 1 (least) to %BRIDGE_SCALE_MAX; 0: not said
 */
int
bridge_check_in_get_step (BridgeCheckIn *self,
                          BridgeScale    scale)
{
  int *step;

  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), 0);

  step = get_fields (self, scale, NULL);
  return step != NULL ? *step : 0;
}

/**
 * bridge_check_in_get_word:
 * @self: a check-in
 * @scale: any but safety
 *
 * Returns: the word that was chosen; ""
 */
const char *
bridge_check_in_get_word (BridgeCheckIn *self,
                          BridgeScale    scale)
{
  const char **word;

  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), "");

  return get_fields (self, scale, &word) != NULL ? *word : "";
}

/**
 * bridge_check_in_set_step:
 * @self: a check-in
 * @scale: any but safety
 * @step: 1 (least) to %BRIDGE_SCALE_MAX; 0: not said
 *
 * Chooses a word, which is kept as it is called now. The one that was chosen before stays as it was called then.
 */
void
bridge_check_in_set_step (BridgeCheckIn *self,
                          BridgeScale    scale,
                          int            step)
{
  g_autofree char *property = NULL;
  const char *nick;

  g_return_if_fail (BRIDGE_IS_CHECK_IN (self));
  g_return_if_fail (scale < BRIDGE_N_SHOWN_SCALES);
  g_return_if_fail (step >= 0 && step <= BRIDGE_SCALE_MAX);

  if (bridge_check_in_get_step (self, scale) == step)
    return;
  nick = bridge_enum_to_nick (BRIDGE_TYPE_SCALE, scale);
  property = g_strconcat (nick, "-word", NULL);
  g_object_set (self, nick, step, property, step > 0 ? bridge_scale_get_word (scale, step) : "", NULL);
}

/**
 * bridge_check_in_is_empty:
 * @self: a check-in
 *
 * Returns: whether nothing is said in it
 */
gboolean
bridge_check_in_is_empty (BridgeCheckIn *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), TRUE);

  return self->mood == 0 && self->energy == 0 && self->closeness == 0 && self->talking == 0 && *self->words == '\0';
}

/**
 * bridge_check_in_validate:
 * @self: a check-in
 * @error: where to say what is wrong
 *
 * Nothing has to be answered, but something has to be there.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_check_in_validate (BridgeCheckIn  *self,
                          GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (self), FALSE);

  if (self->on == BRIDGE_LOCAL_NONE || bridge_local_day_start (self->on) != self->on)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date, without a time."));
      return FALSE;
    }
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    {
      int step = bridge_check_in_get_step (self, scale);

      if (step < 0 || step > BRIDGE_SCALE_MAX || (step == 0) != (*bridge_check_in_get_word (self, scale) == '\0'))
        {
          /* Translators: %s is the name of a field */
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("“%s” is one of five words."),
                       bridge_scale_get_label (scale));
          return FALSE;
        }
    }
  if (bridge_check_in_is_empty (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Choose one word, or write one. The rest can stay open."));
      return FALSE;
    }
  return bridge_text_check (_("Your words"), self->words, 0, BRIDGE_CHECK_IN_WORDS_MAX, error);
}

/**
 * bridge_check_in_get_side:
 * @self: (nullable): what one of the two has in a round
 * @today: local midnight
 *
 * To be ready is said for a day: what was said yesterday opens nothing today, when whoever said it may feel otherwise.
 *
 * Returns: how far they are
 */
BridgeRoundSide
bridge_check_in_get_side (BridgeCheckIn *self,
                          BridgeLocal    today)
{
  if (self == NULL)
    return BRIDGE_ROUND_SIDE_NOTHING;
  return self->ready && self->on == today ? BRIDGE_ROUND_SIDE_READY : BRIDGE_ROUND_SIDE_WRITTEN;
}
