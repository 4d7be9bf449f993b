/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-soothing-view"

#include "config.h"

#include "bridge-soothing-view.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm.h"

struct _BridgeSoothingView
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *title_label;
  GtkWidget *list;
  GtkWidget *edit_button;
};

G_DEFINE_FINAL_TYPE (BridgeSoothingView, bridge_soothing_view, ADW_TYPE_BIN)

static void
edit_cb (BridgeSoothingView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.pause-settings", NULL);
}

static void
bridge_soothing_view_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_SOOTHING_VIEW (object)->space);

  G_OBJECT_CLASS (bridge_soothing_view_parent_class)->dispose (object);
}

static void
bridge_soothing_view_class_init (BridgeSoothingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_soothing_view_dispose;
}

static void
bridge_soothing_view_init (BridgeSoothingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title_label = bridge_calm_label_new (NULL, "heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->edit_button = bridge_calm_button_new ("", "calm-quiet", G_CALLBACK (edit_cb), self);
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->edit_button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_soothing_view_new:
 * @space: the space
 *
 * Shows the list of whoever speaks.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_soothing_view_new (BridgeSpace *space)
{
  BridgeSoothingView *self = g_object_new (BRIDGE_TYPE_SOOTHING_VIEW, NULL);

  self->space = g_object_ref (space);
  bridge_soothing_view_update (self, TRUE);

  return GTK_WIDGET (self);
}

/**
 * bridge_soothing_view_update:
 * @self: the view
 * @known: whether somebody has said who is here
 *
 * Shows what is on the list now. As long as nobody has said who they are, it is what is on both lists, and nobody's.
 */
void
bridge_soothing_view_update (BridgeSoothingView *self,
                             gboolean            known)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  GListModel *all = bridge_space_get_soothing (self->space);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *title = NULL;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeSoothing) item = g_list_model_get_item (all, i);

      if (speaker == NULL ||
          (known && g_strcmp0 (bridge_soothing_get_person_id (item), bridge_person_get_id (speaker)) != 0) ||
          !g_hash_table_add (shown, g_strdup (bridge_soothing_get_text (item))))
        continue;
      gtk_box_append (GTK_BOX (self->list), bridge_calm_label_new (bridge_soothing_get_text (item), "calm-phrase"));
      n++;
    }

  if (!known)
    title = g_strdup (_("What may help"));
  else if (two && speaker != NULL)
    /* Translators: %s is a person's name; what follows is their own list. */
    title = g_strdup_printf (_("What helps %s"), bridge_person_get_name (speaker));
  else
    title = g_strdup (_("What helps you"));
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_widget_set_visible (self->title_label, n > 0);
  gtk_button_set_label (GTK_BUTTON (self->edit_button),
                        n > 0 ? _("_Edit This List") : _("_Write Down What Helps You"));
  gtk_widget_set_visible (self->edit_button, known);
}
