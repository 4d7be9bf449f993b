/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back-card"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-figure-picture.h"
#include "bridge-look-back-source.h"
#include "bridge-look-back-view.h"

#define WEEKS 8

struct _BridgeLookBackCard
{
  GtkBox parent_instance;

  BridgeLookBackSource *source; /* (nullable): no space yet */

  GtkLabel *words_label;
  AdwBin *picture_bin;
  AdwBin *legend_bin;
  GtkLabel *basis_label;
  GtkWidget *open_button;
  GtkWidget *win_button;
};

enum {
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeLookBackCard, bridge_look_back_card, GTK_TYPE_BOX)

static void
loaded_cb (BridgeLookBackCard *self)
{
  const BridgeLookBack *figures = bridge_look_back_source_get (self->source);
  gboolean alone = bridge_look_back_source_is_alone (self->source);
  gboolean any = figures != NULL && figures->n_moments > 0;
  const BridgeLookBack *with_own = bridge_look_back_source_get_with_own (self->source);
  gboolean empty = (figures == NULL || bridge_look_back_is_empty (figures)) &&
                   (with_own == NULL || bridge_look_back_is_empty (with_own));
  g_autofree char *basis = any ? bridge_look_back_dup_basis (figures->n_moments) : NULL;
  g_autofree char *words = NULL;

  if (any)
    words = bridge_look_back_to_words (figures, BRIDGE_FIGURE_MOMENTS, 0, alone);
  else if (alone)
    words = g_strdup (_("What you keep and note will stand here, week by week."));
  else
    words = g_strdup (_("What the two of you share will stand here, week by week."));
  gtk_label_set_label (self->words_label, words);
  gtk_label_set_label (self->basis_label, basis != NULL ? basis : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis_label), any);
  gtk_widget_set_visible (GTK_WIDGET (self->picture_bin), any);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_bin), any);
  gtk_widget_set_visible (self->open_button, !empty);
  gtk_widget_set_visible (self->win_button, empty);
  if (!any)
    return;
  bridge_figure_picture_show (BRIDGE_FIGURE_PICTURE (adw_bin_get_child (self->picture_bin)), figures, 0, alone);
  bridge_figure_picture_show (BRIDGE_FIGURE_PICTURE (adw_bin_get_child (self->legend_bin)), figures, 0, alone);
}

static void
open_clicked_cb (BridgeLookBackCard *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
bridge_look_back_card_map (GtkWidget *widget)
{
  BridgeLookBackCard *self = BRIDGE_LOOK_BACK_CARD (widget);

  GTK_WIDGET_CLASS (bridge_look_back_card_parent_class)->map (widget);

  if (self->source != NULL)
    bridge_look_back_source_set_watched (self->source, TRUE);
}

static void
bridge_look_back_card_unmap (GtkWidget *widget)
{
  BridgeLookBackCard *self = BRIDGE_LOOK_BACK_CARD (widget);

  if (self->source != NULL)
    bridge_look_back_source_set_watched (self->source, FALSE);

  GTK_WIDGET_CLASS (bridge_look_back_card_parent_class)->unmap (widget);
}

static gboolean
bridge_look_back_card_grab_focus (GtkWidget *widget)
{
  BridgeLookBackCard *self = BRIDGE_LOOK_BACK_CARD (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->open_button) ? self->open_button : self->win_button);
}

static void
bridge_look_back_card_dispose (GObject *object)
{
  BridgeLookBackCard *self = BRIDGE_LOOK_BACK_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_LOOK_BACK_CARD);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (bridge_look_back_card_parent_class)->dispose (object);
}

static void
bridge_look_back_card_class_init (BridgeLookBackCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_look_back_card_dispose;
  widget_class->map = bridge_look_back_card_map;
  widget_class->unmap = bridge_look_back_card_unmap;
  widget_class->grab_focus = bridge_look_back_card_grab_focus;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/look-back-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, words_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, legend_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, basis_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackCard, win_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
bridge_look_back_card_init (BridgeLookBackCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->picture_bin, bridge_figure_picture_new (BRIDGE_FIGURE_MOMENTS));
  adw_bin_set_child (self->legend_bin, bridge_figure_picture_new_legend (BRIDGE_FIGURE_MOMENTS));
}

/**
 * bridge_look_back_card_set_space:
 * @self: a card
 * @space: the space, which stays
 * @private_space: (nullable): the private space of whoever looks
 *
 * Shows the last eight weeks of it, whenever the card is looked at. Of the private space it shows nothing but that there is
 * something to look back on, while it is open.
 */
void
bridge_look_back_card_set_space (BridgeLookBackCard *self,
                                 BridgeSpace        *space,
                                 BridgePrivate      *private_space)
{
  g_return_if_fail (self->source == NULL);

  self->source = bridge_look_back_source_new (space, WEEKS);
  if (private_space != NULL)
    bridge_look_back_source_set_private (self->source, private_space);
  g_signal_connect_object (self->source, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bridge_look_back_source_set_watched (self->source, TRUE);
}
