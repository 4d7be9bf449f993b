/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-likes-card"

#include "config.h"

#include "bridge-likes-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-care-window.h"
#include "bridge-form.h"
#include "bridge-meanings-window.h"

struct _BridgeLikesCard
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *meanings_row;
  GtkWidget *meanings_button;
};

G_DEFINE_FINAL_TYPE (BridgeLikesCard, bridge_likes_card, ADW_TYPE_BIN)

static void
meanings_cb (BridgeLikesCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_meanings_window_new (self->space, GTK_WINDOW (root))));
}

/**
 * bridge_likes_card_open_care:
 * @self: the card
 *
 * Opens the plan of whoever is speaking.
 */
void
bridge_likes_card_open_care (BridgeLikesCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_care_window_new (self->space, GTK_WINDOW (root))));
}

static void
update (BridgeLikesCard *self)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  const char *title = two ? _("What You Both Like") : _("What You Like");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->meanings_row), title);
  bridge_set_name (self->meanings_button, title);
}

static void
changed_cb (BridgeLikesCard *self,
            BridgeKinds         kinds)
{
  if (kinds & BRIDGE_KIND_PERSONS)
    update (self);
}

static void
bridge_likes_card_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_LIKES_CARD (object)->space);

  G_OBJECT_CLASS (bridge_likes_card_parent_class)->dispose (object);
}

static void
bridge_likes_card_class_init (BridgeLikesCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_likes_card_dispose;
}

static GtkWidget *
add_row (BridgeLikesCard  *self,
         GtkWidget           *list,
         const char          *subtitle,
         GCallback            callback,
         GtkWidget          **button)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  *button = gtk_button_new_with_label (C_("card", "Open"));
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (*button, "flat");
  g_signal_connect_object (*button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
bridge_likes_card_init (BridgeLikesCard *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *care_row, *care_button;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  bridge_set_name (list, _("What you like, and what does you good"));
  self->meanings_row = add_row (self, list, _("Once enjoyed, or to try: ideas for rituals."), G_CALLBACK (meanings_cb),
                                &self->meanings_button);
  care_row = add_row (self, list, _("Sleep, food, movement and your own people: yours alone."),
                      G_CALLBACK (bridge_likes_card_open_care), &care_button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (care_row), _("Care Plan"));
  bridge_set_name (care_button, _("Care Plan"));
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * bridge_likes_card_new:
 * @space: the space
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
bridge_likes_card_new (BridgeSpace *space)
{
  BridgeLikesCard *self = g_object_new (BRIDGE_TYPE_LIKES_CARD, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
