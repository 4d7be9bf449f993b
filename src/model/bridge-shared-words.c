/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-shared-words"

#include "config.h"

#include "bridge-shared-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgeSharedWords
{
  GObject parent_instance;

  char *id;
  char *from;
  char *to;
  char *text;
  BridgeSharedState state;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeSharedWords, bridge_shared_words, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_FROM,
  PROP_TO,
  PROP_TEXT,
  PROP_STATE,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeSharedWordsProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

/**
 * bridge_shared_state_get_type:
 *
 * Returns: the type of how shared words can be
 */
GType
bridge_shared_state_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { BRIDGE_SHARED_WAITING, "BRIDGE_SHARED_WAITING", "waiting" },
        { BRIDGE_SHARED_OPENED, "BRIDGE_SHARED_OPENED", "opened" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("BridgeSharedState", values));
    }
  return type;
}

static void
bridge_shared_words_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BridgeSharedWords *self = BRIDGE_SHARED_WORDS (object);

  switch ((BridgeSharedWordsProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_FROM:
      g_value_set_string (value, self->from);
      break;
    case PROP_TO:
      g_value_set_string (value, self->to);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
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
bridge_shared_words_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  BridgeSharedWords *self = BRIDGE_SHARED_WORDS (object);
  gboolean changed = FALSE;

  switch ((BridgeSharedWordsProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_FROM:
      changed = bridge_property_set_string (&self->from, value, TRUE);
      break;
    case PROP_TO:
      changed = bridge_property_set_string (&self->to, value, TRUE);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
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
bridge_shared_words_finalize (GObject *object)
{
  BridgeSharedWords *self = BRIDGE_SHARED_WORDS (object);

  g_free (self->id);
  g_free (self->from);
  g_free (self->to);
  g_free (self->text);

  G_OBJECT_CLASS (bridge_shared_words_parent_class)->finalize (object);
}

static void
bridge_shared_words_class_init (BridgeSharedWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_shared_words_get_property;
  object_class->set_property = bridge_shared_words_set_property;
  object_class->finalize = bridge_shared_words_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_FROM] =
    g_param_spec_string ("from", NULL, NULL, NULL, flags);
  properties[PROP_TO] =
    g_param_spec_string ("to", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_SHARED_STATE, BRIDGE_SHARED_WAITING, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_shared_words_init (BridgeSharedWords *self)
{
  self->text = g_strdup ("");
}

/**
 * bridge_shared_words_new:
 * @from: the id of the person who shares them
 * @to: the id of the person they are for
 * @text: the words
 *
 * Returns: (transfer full): words that wait, without an id yet
 */
BridgeSharedWords *
bridge_shared_words_new (const char *from,
                         const char *to,
                         const char *text)
{
  return g_object_new (BRIDGE_TYPE_SHARED_WORDS, "from", from, "to", to, "text", text, NULL);
}

/**
 * bridge_shared_words_get_id:
 * @self: words
 *
 * Returns: (nullable): the id
 */
const char *
bridge_shared_words_get_id (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), NULL);

  return self->id;
}

/**
 * bridge_shared_words_get_from:
 * @self: words
 *
 * Returns: who shares them
 */
const char *
bridge_shared_words_get_from (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), NULL);

  return self->from;
}

/**
 * bridge_shared_words_get_to:
 * @self: words
 *
 * Returns: who they are for
 */
const char *
bridge_shared_words_get_to (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), NULL);

  return self->to;
}

/**
 * bridge_shared_words_get_text:
 * @self: words
 *
 * Returns: the words
 */
const char *
bridge_shared_words_get_text (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), NULL);

  return self->text;
}

/**
 * bridge_shared_words_get_state:
 * @self: words
 *
 * Returns: whether they wait or were opened
 */
BridgeSharedState
bridge_shared_words_get_state (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), BRIDGE_SHARED_WAITING);

  return self->state;
}

/**
 * bridge_shared_words_get_created_at:
 * @self: words
 *
 * Returns: when they were shared, UTC ms
 */
gint64
bridge_shared_words_get_created_at (BridgeSharedWords *self)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), 0);

  return self->created_at;
}

/**
 * bridge_shared_words_validate:
 * @self: words
 * @error: where to say what is wrong
 *
 * Checks that there are some, and not too many.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_shared_words_validate (BridgeSharedWords  *self,
                              GError            **error)
{
  g_return_val_if_fail (BRIDGE_IS_SHARED_WORDS (self), FALSE);

  return bridge_text_check (_("Words to share"), self->text, 1, BRIDGE_SHARED_WORDS_MAX, error);
}

/**
 * bridge_shared_words_step:
 * @state: how they are
 * @event: what somebody does
 * @from: who shares them
 * @to: who they are for
 * @who: who does it
 * @next: (out): how they are then
 * @remains: (out): %FALSE: they are deleted
 * @error: where to say why not
 *
 * What becomes of shared words: the one they are for opens them, once; until then their author may take them back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_shared_words_step (BridgeSharedState    state,
                          BridgeSharedEvent    event,
                          const char          *from,
                          const char          *to,
                          const char          *who,
                          BridgeSharedState   *next,
                          gboolean            *remains,
                          GError             **error)
{
  const char *message = NULL;

  switch (event)
    {
    case BRIDGE_SHARED_OPEN:
      if (g_strcmp0 (who, to) != 0)
        message = _("These words are for somebody else.");
      else if (state != BRIDGE_SHARED_WAITING)
        message = _("These words are open already.");
      break;
    case BRIDGE_SHARED_TAKE_BACK:
      if (g_strcmp0 (who, from) != 0)
        message = _("Only who shared these words can take them back.");
      else if (state != BRIDGE_SHARED_WAITING)
        message = _("These words can no longer be taken back.");
      break;
    }
  if (message != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, message);
      return FALSE;
    }

  *next = event == BRIDGE_SHARED_OPEN ? BRIDGE_SHARED_OPENED : state;
  *remains = event == BRIDGE_SHARED_OPEN;
  return TRUE;
}
