/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-photo-window"

#include "config.h"

#include "bridge-photo-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-photo-thumb.h"

struct _BridgePhotoWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  GPtrArray *photos; /* of BridgeWinPhoto */
  guint shown;
  GCancellable *cancellable;

  GtkStack *stack;
  GtkPicture *picture;
  GtkLabel *caption_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (BridgePhotoWindow, bridge_photo_window, ADW_TYPE_WINDOW)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = bridge_photo_load_finish (result, &error);
  BridgePhotoWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = BRIDGE_PHOTO_WINDOW (source);
  if (texture == NULL)
    g_debug ("A picture is not shown: %s", error->message);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, texture != NULL ? "picture" : "gone");
}

static void
show (BridgePhotoWindow *self,
      guint              position)
{
  BridgeWinPhoto *photo = g_ptr_array_index (self->photos, position);
  const char *caption = bridge_win_photo_get_caption (photo);
  g_autofree char *path = bridge_space_dup_photo_path (self->space, bridge_win_photo_get_id (photo), FALSE);
  g_autofree char *name = bridge_photo_format_name (caption, position + 1, self->photos->len);

  /* What was asked for before does not come after it. */
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();

  self->shown = position;
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_picture_set_alternative_text (self->picture, name);
  gtk_label_set_label (self->caption_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), *caption != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.previous", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.next", position + 1 < self->photos->len);
  bridge_photo_load_async (self, path, self->cancellable, loaded_cb, NULL);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgePhotoWindow *self = BRIDGE_PHOTO_WINDOW (widget);

  show (self, g_str_equal (name, "photo.next") ? self->shown + 1 : self->shown - 1);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
bridge_photo_window_dispose (GObject *object)
{
  BridgePhotoWindow *self = BRIDGE_PHOTO_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_PHOTO_WINDOW);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_photo_window_parent_class)->dispose (object);
}

static void
bridge_photo_window_class_init (BridgePhotoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_photo_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/photo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePhotoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgePhotoWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, BridgePhotoWindow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, BridgePhotoWindow, previous_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePhotoWindow, next_button);

  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "photo.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "photo.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "photo.close", NULL);
}

static void
bridge_photo_window_init (BridgePhotoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_photo_window_new:
 * @space: the space
 * @photos: (element-type BridgeWinPhoto): at least one
 * @first: the one to begin with
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_photo_window_new (BridgeSpace *space,
                         GPtrArray   *photos,
                         guint        first,
                         GtkWindow   *parent)
{
  BridgePhotoWindow *self = g_object_new (BRIDGE_TYPE_PHOTO_WINDOW, "transient-for", parent, NULL);
  gboolean several = photos->len > 1;

  self->space = g_object_ref (space);
  self->photos = g_ptr_array_ref (photos);
  gtk_widget_set_visible (self->previous_button, several);
  gtk_widget_set_visible (self->next_button, several);
  show (self, first);

  return GTK_WIDGET (self);
}

/**
 * bridge_photo_format_name:
 * @caption: (nullable): what it shows
 * @number: from 1
 * @n: how many there are
 *
 * Says a picture in words.
 *
 * Returns: (transfer full): what it shows, or which one it is
 */
char *
bridge_photo_format_name (const char *caption,
                          guint       number,
                          guint       n)
{
  if (caption != NULL && *caption != '\0')
    return g_strdup (caption);
  if (n == 1)
    return g_strdup (_("A picture"));

  /* Translators: one of several pictures, of which nobody has said what it shows */
  return g_strdup_printf (_("Picture %1$u of %2$u"), number, n);
}
