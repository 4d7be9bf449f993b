/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-photo-strip"

#include "config.h"

#include "bridge-photo-strip.h"

#include <glib/gi18n-lib.h>

#include "bridge-photo-thumb.h"
#include "bridge-photo-window.h"
#include "bridge-wrap-layout.h"

struct _BridgePhotoStrip
{
  GtkWidget parent_instance;

  BridgeSpace *space;
  GPtrArray *photos; /* (nullable) of BridgeWinPhoto */
};

G_DEFINE_FINAL_TYPE (BridgePhotoStrip, bridge_photo_strip, GTK_TYPE_WIDGET)

static void
clear (BridgePhotoStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
}

static guint
get_position (BridgePhotoStrip *self,
              GtkWidget        *button)
{
  guint position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && child != button;
       child = gtk_widget_get_next_sibling (child))
    position++;

  return position;
}

static gboolean
query_tooltip_cb (GtkWidget        *button,
                  int               x,
                  int               y,
                  gboolean          keyboard_mode,
                  GtkTooltip       *tooltip,
                  BridgePhotoStrip *self)
{
  guint position = get_position (self, button);
  BridgeWinPhoto *photo = g_ptr_array_index (self->photos, position);
  g_autofree char *name = bridge_photo_format_name (bridge_win_photo_get_caption (photo), position + 1, self->photos->len);

  gtk_tooltip_set_text (tooltip, name);

  return TRUE;
}

static void
clicked_cb (BridgePhotoStrip *self,
            GtkWidget        *button)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_photo_window_new (self->space, self->photos, get_position (self, button),
                                                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}

static void
bridge_photo_strip_dispose (GObject *object)
{
  BridgePhotoStrip *self = BRIDGE_PHOTO_STRIP (object);

  clear (self);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_photo_strip_parent_class)->dispose (object);
}

static void
bridge_photo_strip_class_init (BridgePhotoStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_photo_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bridge_photo_strip_init (BridgePhotoStrip *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pictures"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_photo_strip_show:
 * @self: the strip
 * @space: the space
 * @win_id: (nullable): whose pictures; %NULL lets go of those shown
 *
 * Shows the pictures of a small win.
 */
void
bridge_photo_strip_show (BridgePhotoStrip *self,
                         BridgeSpace      *space,
                         const char       *win_id)
{
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GError) error = NULL;

  clear (self);
  g_set_object (&self->space, space);
  photos = win_id != NULL ? bridge_space_list_win_photos (space, win_id, &error) : NULL;
  if (error != NULL)
    g_debug ("The pictures of a win are not shown: %s", error->message);

  for (guint i = 0; photos != NULL && i < photos->len; i++)
    {
      BridgeWinPhoto *photo = g_ptr_array_index (photos, i);
      g_autofree char *path = bridge_space_dup_photo_path (space, bridge_win_photo_get_id (photo), TRUE);
      g_autofree char *name = bridge_photo_format_name (bridge_win_photo_get_caption (photo), i + 1, photos->len);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), bridge_photo_thumb_new_for_path (path));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "photo-button");
      /* A tooltip that is set asks the display where the pointer is, and waits for the answer. */
      gtk_widget_set_has_tooltip (button, TRUE);
      g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), photos != NULL && photos->len > 0);
  self->photos = g_steal_pointer (&photos);
}

/**
 * bridge_photo_strip_get_n:
 * @self: the strip
 *
 * Returns: how many pictures it shows
 */
guint
bridge_photo_strip_get_n (BridgePhotoStrip *self)
{
  return self->photos != NULL ? self->photos->len : 0;
}
