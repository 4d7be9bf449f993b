/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win"

#include "config.h"

#include "bridge-win.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgeWin
{
  GObject parent_instance;

  char *id;
  char *text;
  char *meant;
  BridgeWinKind kind;
  gint64 on;
  char *noticed_by;
  char *ritual_id;
  char *pause_id;
  char *promise_id;
  char *milestone_id;
  gboolean starred;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeWin, bridge_win, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TEXT,
  PROP_MEANT,
  PROP_KIND,
  PROP_ON,
  PROP_NOTICED_BY,
  PROP_RITUAL_ID,
  PROP_PAUSE_ID,
  PROP_PROMISE_ID,
  PROP_MILESTONE_ID,
  PROP_STARRED,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeWinProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_win_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BridgeWin *self = BRIDGE_WIN (object);

  switch ((BridgeWinProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_MEANT:
      g_value_set_string (value, self->meant);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ON:
      g_value_set_int64 (value, self->on);
      break;
    case PROP_NOTICED_BY:
      g_value_set_string (value, self->noticed_by);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
      break;
    case PROP_PAUSE_ID:
      g_value_set_string (value, self->pause_id);
      break;
    case PROP_PROMISE_ID:
      g_value_set_string (value, self->promise_id);
      break;
    case PROP_MILESTONE_ID:
      g_value_set_string (value, self->milestone_id);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, self->starred);
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
bridge_win_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  BridgeWin *self = BRIDGE_WIN (object);
  gboolean changed = FALSE;

  switch ((BridgeWinProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_MEANT:
      changed = bridge_property_set_string (&self->meant, value, FALSE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_ON:
      changed = bridge_property_set_int64 (&self->on, value);
      break;
    case PROP_NOTICED_BY:
      changed = bridge_property_set_string (&self->noticed_by, value, TRUE);
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
      break;
    case PROP_PAUSE_ID:
      changed = bridge_property_set_string (&self->pause_id, value, TRUE);
      break;
    case PROP_PROMISE_ID:
      changed = bridge_property_set_string (&self->promise_id, value, TRUE);
      break;
    case PROP_MILESTONE_ID:
      changed = bridge_property_set_string (&self->milestone_id, value, TRUE);
      break;
    case PROP_STARRED:
      changed = bridge_property_set_boolean (&self->starred, value);
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
bridge_win_finalize (GObject *object)
{
  BridgeWin *self = BRIDGE_WIN (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->meant);
  g_free (self->noticed_by);
  g_free (self->ritual_id);
  g_free (self->pause_id);
  g_free (self->promise_id);
  g_free (self->milestone_id);

  G_OBJECT_CLASS (bridge_win_parent_class)->finalize (object);
}

static void
bridge_win_class_init (BridgeWinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_win_get_property;
  object_class->set_property = bridge_win_set_property;
  object_class->finalize = bridge_win_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_MEANT] =
    g_param_spec_string ("meant", NULL, NULL, "", flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_WIN_KIND, BRIDGE_WIN_OTHER, flags);
  properties[PROP_ON] =
    g_param_spec_int64 ("on", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_NOTICED_BY] =
    g_param_spec_string ("noticed-by", NULL, NULL, NULL, flags);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_PAUSE_ID] =
    g_param_spec_string ("pause-id", NULL, NULL, NULL, flags);
  properties[PROP_PROMISE_ID] =
    g_param_spec_string ("promise-id", NULL, NULL, NULL, flags);
  properties[PROP_MILESTONE_ID] =
    g_param_spec_string ("milestone-id", NULL, NULL, NULL, flags);
  properties[PROP_STARRED] =
    g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_win_init (BridgeWin *self)
{
  self->text = g_strdup ("");
  self->meant = g_strdup ("");
}

/**
 * bridge_win_new:
 * @text: what someone did
 * @on: its day
 *
 * Returns: (transfer full): a win without an id yet
 */
BridgeWin *
bridge_win_new (const char  *text,
                BridgeLocal  on)
{
  return g_object_new (BRIDGE_TYPE_WIN, "text", text, "on", bridge_local_day_start (on), NULL);
}

/**
 * bridge_win_copy:
 * @self: a win
 *
 * Returns: (transfer full): another win with the same values, id and stamps included
 */
BridgeWin *
bridge_win_copy (BridgeWin *self)
{
  BridgeWin *copy = g_object_new (BRIDGE_TYPE_WIN, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_win_get_id:
 * @self: a win
 *
 * Returns: (nullable): the id
 */
const char *
bridge_win_get_id (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->id;
}

/**
 * bridge_win_get_text:
 * @self: a win
 *
 * Returns: what someone did
 */
const char *
bridge_win_get_text (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->text;
}

/**
 * bridge_win_get_meant:
 * @self: a win
 *
 * Returns: what it meant, or ""
 */
const char *
bridge_win_get_meant (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->meant;
}

/**
 * bridge_win_get_kind:
 * @self: a win
 *
 * Returns: its kind
 */
BridgeWinKind
bridge_win_get_kind (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), 0);

  return self->kind;
}

/**
 * bridge_win_get_on:
 * @self: a win
 *
 * Returns: midnight of its day
 */
BridgeLocal
bridge_win_get_on (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), 0);

  return self->on;
}

/**
 * bridge_win_get_noticed_by:
 * @self: a win
 *
 * Returns: (nullable): the id of the person who noticed
 */
const char *
bridge_win_get_noticed_by (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->noticed_by;
}

/**
 * bridge_win_get_ritual_id:
 * @self: a win
 *
 * Returns: (nullable): the ritual it belongs to
 */
const char *
bridge_win_get_ritual_id (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->ritual_id;
}

/**
 * bridge_win_get_pause_id:
 * @self: a win
 *
 * Returns: (nullable): the pause it came after
 */
const char *
bridge_win_get_pause_id (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->pause_id;
}

/**
 * bridge_win_get_promise_id:
 * @self: a win
 *
 * Returns: (nullable): the promise it belongs to
 */
const char *
bridge_win_get_promise_id (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->promise_id;
}

/**
 * bridge_win_get_milestone_id:
 * @self: a win
 *
 * Returns: (nullable): the milestone that was reached, or that it belongs to
 */
const char *
bridge_win_get_milestone_id (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), NULL);

  return self->milestone_id;
}

/**
 * bridge_win_get_starred:
 * @self: a win
 *
 * Returns: whether it is starred
 */
gboolean
bridge_win_get_starred (BridgeWin *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), 0);

  return self->starred;
}

/**
 * bridge_win_validate:
 * @self: a win
 * @today: any time of the present day
 * @error: where to say what is wrong
 *
 * Checks every field; a win lies today or before.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_win_validate (BridgeWin    *self,
                     BridgeLocal   today,
                     GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_WIN (self), FALSE);

  if (!bridge_text_check (_("The small win"), self->text, 1, 2000, error) ||
      !bridge_text_check (_("What it meant"), self->meant, 0, 2000, error))
    return FALSE;

  if (self->kind == BRIDGE_WIN_MILESTONE && self->milestone_id == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("A milestone comes into the log when it is reached. Choose another kind."));
      return FALSE;
    }
  if (bridge_local_get_day (self->on) > bridge_local_get_day (today))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("A small win has happened already: its day cannot lie ahead."));
      return FALSE;
    }

  return TRUE;
}
