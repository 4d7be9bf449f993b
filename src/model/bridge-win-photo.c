/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win-photo"

#include "config.h"

#include "bridge-win-photo.h"

#include "bridge-property.h"

struct _BridgeWinPhoto
{
  GObject parent_instance;

  char *id;
  char *win_id;
  char *caption;
  int width;
  int height;
  int position;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeWinPhoto, bridge_win_photo, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_WIN_ID,
  PROP_CAPTION,
  PROP_WIDTH,
  PROP_HEIGHT,
  PROP_POSITION,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeWinPhotoProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_win_photo_get_property (GObject     *object,
                               guint        property_id,
                               GValue      *value,
                               GParamSpec  *pspec)
{
  BridgeWinPhoto *self = BRIDGE_WIN_PHOTO (object);

  switch ((BridgeWinPhotoProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_WIN_ID:
      g_value_set_string (value, self->win_id);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    case PROP_POSITION:
      g_value_set_int (value, self->position);
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
bridge_win_photo_set_property (GObject       *object,
                               guint          property_id,
                               const GValue  *value,
                               GParamSpec    *pspec)
{
  BridgeWinPhoto *self = BRIDGE_WIN_PHOTO (object);
  gboolean changed = FALSE;

  switch ((BridgeWinPhotoProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_WIN_ID:
      changed = bridge_property_set_string (&self->win_id, value, TRUE);
      break;
    case PROP_CAPTION:
      changed = bridge_property_set_string (&self->caption, value, FALSE);
      break;
    case PROP_WIDTH:
      changed = bridge_property_set_int (&self->width, value);
      break;
    case PROP_HEIGHT:
      changed = bridge_property_set_int (&self->height, value);
      break;
    case PROP_POSITION:
      changed = bridge_property_set_int (&self->position, value);
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
bridge_win_photo_finalize (GObject *object)
{
  BridgeWinPhoto *self = BRIDGE_WIN_PHOTO (object);

  g_free (self->id);
  g_free (self->win_id);
  g_free (self->caption);

  G_OBJECT_CLASS (bridge_win_photo_parent_class)->finalize (object);
}

static void
bridge_win_photo_class_init (BridgeWinPhotoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_win_photo_get_property;
  object_class->set_property = bridge_win_photo_set_property;
  object_class->finalize = bridge_win_photo_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_WIN_ID] =
    g_param_spec_string ("win-id", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] =
    g_param_spec_string ("caption", NULL, NULL, "", flags);
  properties[PROP_WIDTH] =
    g_param_spec_int ("width", NULL, NULL, G_MININT, G_MAXINT, 1, flags);
  properties[PROP_HEIGHT] =
    g_param_spec_int ("height", NULL, NULL, G_MININT, G_MAXINT, 1, flags);
  properties[PROP_POSITION] =
    g_param_spec_int ("position", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_win_photo_init (BridgeWinPhoto *self)
{
  self->caption = g_strdup ("");
}

/**
 * bridge_win_photo_new:
 * @win_id: (nullable): of the small win
 *
 * Returns: (transfer full): a picture without an id yet
 */
BridgeWinPhoto *
bridge_win_photo_new (const char  *win_id)
{
  return g_object_new (BRIDGE_TYPE_WIN_PHOTO, "win-id", win_id, NULL);
}

/**
 * bridge_win_photo_copy:
 * @self: a picture
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeWinPhoto *
bridge_win_photo_copy (BridgeWinPhoto *self)
{
  BridgeWinPhoto *copy = g_object_new (BRIDGE_TYPE_WIN_PHOTO, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_win_photo_get_id:
 * @self: a picture
 *
 * Returns: (nullable): the id
 */
const char *
bridge_win_photo_get_id (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), NULL);

  return self->id;
}

/**
 * bridge_win_photo_get_win_id:
 * @self: a picture
 *
 * Returns: (nullable): of the small win
 */
const char *
bridge_win_photo_get_win_id (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), NULL);

  return self->win_id;
}

/**
 * bridge_win_photo_get_caption:
 * @self: a picture
 *
 * Returns: what it shows; "" none
 */
const char *
bridge_win_photo_get_caption (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), "");

  return self->caption;
}

/**
 * bridge_win_photo_get_width:
 * @self: a picture
 *
 * Returns: in pixels
 */
int
bridge_win_photo_get_width (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), 0);

  return self->width;
}

/**
 * bridge_win_photo_get_height:
 * @self: a picture
 *
 * Returns: in pixels
 */
int
bridge_win_photo_get_height (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), 0);

  return self->height;
}

/**
 * bridge_win_photo_get_position:
 * @self: a picture
 *
 * Returns: its place, from 0
 */
int
bridge_win_photo_get_position (BridgeWinPhoto *self)
{
  g_return_val_if_fail (BRIDGE_IS_WIN_PHOTO (self), 0);

  return self->position;
}
