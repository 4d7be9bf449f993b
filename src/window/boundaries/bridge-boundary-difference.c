/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-difference"

#include "config.h"

#include "bridge-boundary-difference.h"

#include <glib/gi18n-lib.h>

#include "bridge-adaptive-bin.h"
#include "bridge-boundary-words.h"

struct _BridgeBoundaryDifference
{
  GtkBox parent_instance;

  GtkWidget *around; /* (nullable): what says whether there is room */
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryDifference, bridge_boundary_difference, GTK_TYPE_BOX)

static void
narrow_cb (BridgeBoundaryDifference *self)
{
  gboolean narrow = self->around == NULL || bridge_adaptive_bin_get_narrow (BRIDGE_ADAPTIVE_BIN (self->around));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self), !narrow);
}

static void
bridge_boundary_difference_root (GtkWidget *widget)
{
  BridgeBoundaryDifference *self = BRIDGE_BOUNDARY_DIFFERENCE (widget);

  GTK_WIDGET_CLASS (bridge_boundary_difference_parent_class)->root (widget);

  self->around = gtk_widget_get_ancestor (widget, BRIDGE_TYPE_ADAPTIVE_BIN);
  if (self->around != NULL)
    g_signal_connect_object (self->around, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self);
}

static void
bridge_boundary_difference_unroot (GtkWidget *widget)
{
  BridgeBoundaryDifference *self = BRIDGE_BOUNDARY_DIFFERENCE (widget);

  if (self->around != NULL)
    g_signal_handlers_disconnect_by_func (self->around, narrow_cb, self);
  self->around = NULL;

  GTK_WIDGET_CLASS (bridge_boundary_difference_parent_class)->unroot (widget);
}

static void
bridge_boundary_difference_class_init (BridgeBoundaryDifferenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = bridge_boundary_difference_root;
  widget_class->unroot = bridge_boundary_difference_unroot;
}

static void
bridge_boundary_difference_init (BridgeBoundaryDifference *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  narrow_cb (self);
}

static GtkWidget *
make_side (GPtrArray         *runs,
           BridgeTextRunKind  side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = gtk_label_new (side == BRIDGE_TEXT_BEFORE ? _("Before") : _("After"));
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = bridge_difference_to_markup (runs, side);
  g_autofree char *words = bridge_difference_to_words (runs, side);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (side == BRIDGE_TEXT_BEFORE)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * bridge_boundary_difference_new:
 * @before: a sentence
 * @after: the one that came after it
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_boundary_difference_new (const char *before,
                                const char *after)
{
  BridgeBoundaryDifference *self = g_object_new (BRIDGE_TYPE_BOUNDARY_DIFFERENCE, NULL);
  g_autoptr (GPtrArray) runs = bridge_text_diff (before, after);

  gtk_box_append (GTK_BOX (self), make_side (runs, BRIDGE_TEXT_BEFORE));
  gtk_box_append (GTK_BOX (self), make_side (runs, BRIDGE_TEXT_AFTER));
  return GTK_WIDGET (self);
}
