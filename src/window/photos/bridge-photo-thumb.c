/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-photo-thumb"

#include "config.h"

#include "bridge-photo-thumb.h"

#include "bridge-colour.h"

#define RADIUS 9

struct _BridgePhotoThumb
{
  GtkWidget parent_instance;

  GdkTexture *texture; /* (nullable): not read yet, or not there */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BridgePhotoThumb, bridge_photo_thumb, GTK_TYPE_WIDGET)

static void
bridge_photo_thumb_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = BRIDGE_PHOTO_THUMB_SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
bridge_photo_thumb_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BridgePhotoThumb *self = BRIDGE_PHOTO_THUMB (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect clip;
  GdkRGBA empty;

  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  if (self->texture != NULL)
    {
      float texture_width = (float) gdk_texture_get_width (self->texture);
      float texture_height = (float) gdk_texture_get_height (self->texture);
      float scale = MAX (width / texture_width, height / texture_height);

      /* All of the square; what is longer is cut at both ends. */
      gtk_snapshot_append_texture (snapshot, self->texture,
                                   &GRAPHENE_RECT_INIT ((width - texture_width * scale) / 2,
                                                        (height - texture_height * scale) / 2,
                                                        texture_width * scale, texture_height * scale));
    }
  else
    {
      bridge_widget_get_colour (widget, &empty);
      empty.alpha *= 0.08f;
      gtk_snapshot_append_color (snapshot, &empty, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
bridge_photo_thumb_dispose (GObject *object)
{
  BridgePhotoThumb *self = BRIDGE_PHOTO_THUMB (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (bridge_photo_thumb_parent_class)->dispose (object);
}

static void
bridge_photo_thumb_class_init (BridgePhotoThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_photo_thumb_dispose;
  widget_class->measure = bridge_photo_thumb_measure;
  widget_class->snapshot = bridge_photo_thumb_snapshot;
  gtk_widget_class_set_css_name (widget_class, "photo");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bridge_photo_thumb_init (BridgePhotoThumb *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
thread (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    texture = gdk_texture_new_from_filename (task_data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bridge_photo_load_async:
 * @source: the widget that wants it
 * @path: of a file
 * @cancellable: (nullable): to let it be
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * Reads a picture in a thread.
 */
void
bridge_photo_load_async (gpointer             source,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, bridge_photo_load_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, thread);
}

/**
 * bridge_photo_load_finish:
 * @result: what the callback got
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
bridge_photo_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = bridge_photo_load_finish (result, &error);
  BridgePhotoThumb *self = BRIDGE_PHOTO_THUMB (source);

  if (texture == NULL)
    {
      g_debug ("A small picture is not shown: %s", error->message);
      return;
    }

  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bridge_photo_thumb_new_for_path:
 * @path: of a small picture
 *
 * One that comes when it has been read.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_photo_thumb_new_for_path (const char *path)
{
  BridgePhotoThumb *self = g_object_new (BRIDGE_TYPE_PHOTO_THUMB, NULL);

  bridge_photo_load_async (self, path, self->cancellable, loaded_cb, NULL);

  return GTK_WIDGET (self);
}

/**
 * bridge_photo_thumb_new_for_bytes:
 * @bytes: a small picture that is not a file yet
 *
 * One that is there at once.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_photo_thumb_new_for_bytes (GBytes *bytes)
{
  BridgePhotoThumb *self = g_object_new (BRIDGE_TYPE_PHOTO_THUMB, NULL);

  self->texture = gdk_texture_new_from_bytes (bytes, NULL);

  return GTK_WIDGET (self);
}

/**
 * bridge_photo_thumb_is_loaded:
 * @self: the widget
 *
 * Returns: whether there is something to see
 */
gboolean
bridge_photo_thumb_is_loaded (BridgePhotoThumb *self)
{
  return self->texture != NULL;
}
