/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-season-heading"

#include "config.h"

#include "bridge-season-heading.h"

#include "bridge-season-bridge.h"

struct _BridgeSeasonHeading
{
  GtkBox parent_instance;

  GtkWidget *bridge;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (BridgeSeasonHeading, bridge_season_heading, GTK_TYPE_BOX)

static void
bridge_season_heading_class_init (BridgeSeasonHeadingClass *klass)
{
}

static void
bridge_season_heading_init (BridgeSeasonHeading *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);

  self->bridge = bridge_season_bridge_new ();
  gtk_widget_add_css_class (self->bridge, "season-bridge");
  gtk_box_append (GTK_BOX (self), self->bridge);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->label, "bridge-large");
  gtk_box_append (GTK_BOX (self), self->label);
}

/**
 * bridge_season_heading_new:
 *
 * A heading without moments.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_season_heading_new (void)
{
  return g_object_new (BRIDGE_TYPE_SEASON_HEADING, NULL);
}

/**
 * bridge_season_heading_set_moments:
 * @self: the heading
 * @season: the season
 * @moments: how many moments were kept or noted in it
 * @shared: whether two people share them
 *
 * Draws and says them.
 */
void
bridge_season_heading_set_moments (BridgeSeasonHeading *self,
                                   BridgeSeason         season,
                                   guint                moments,
                                   gboolean             shared)
{
  g_autofree char *words = bridge_season_to_words (season, moments, shared);

  gtk_label_set_label (GTK_LABEL (self->label), words);
  bridge_season_bridge_set_moments (BRIDGE_SEASON_BRIDGE (self->bridge), moments, words);
}

/**
 * bridge_season_heading_get_words:
 * @self: the heading
 *
 * What it says.
 *
 * Returns: (transfer none): the sentence
 */
const char *
bridge_season_heading_get_words (BridgeSeasonHeading *self)
{
  return gtk_label_get_label (GTK_LABEL (self->label));
}
