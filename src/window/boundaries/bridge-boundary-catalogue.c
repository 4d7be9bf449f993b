/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-catalogue"

#include "config.h"

#include "bridge-boundary-catalogue.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-template.h"
#include "bridge-boundary-words.h"
#include "bridge-form.h"

struct _BridgeBoundaryCatalogue
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *back_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryCatalogue, bridge_boundary_catalogue, ADW_TYPE_BIN)

static gboolean
bridge_boundary_catalogue_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_BOUNDARY_CATALOGUE (widget)->back_button);
}

static void
bridge_boundary_catalogue_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), BRIDGE_TYPE_BOUNDARY_CATALOGUE);

  G_OBJECT_CLASS (bridge_boundary_catalogue_parent_class)->dispose (object);
}

static void
bridge_boundary_catalogue_class_init (BridgeBoundaryCatalogueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_boundary_catalogue_dispose;
  widget_class->grab_focus = bridge_boundary_catalogue_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundary-catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCatalogue, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCatalogue, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCatalogue, list);
}

static void
bridge_boundary_catalogue_init (BridgeBoundaryCatalogue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static const char *
get_heading (BridgeBoundaryTemplate *template)
{
  if (bridge_boundary_template_get_use (template) != BRIDGE_PHRASE_NONE)
    return bridge_phrase_use_get_label (bridge_boundary_template_get_use (template));
  return bridge_boundary_kind_get_label (bridge_boundary_template_get_kind (template));
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  BridgeBoundaryTemplate *template = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Use This…"));
  g_autofree char *beginning = bridge_boundary_shorten (bridge_boundary_template_get_text (template));
  /* Translators: %s is how a sentence begins. */
  g_autofree char *name = g_strdup_printf (_("Use “%s”"), beginning);

  gtk_widget_add_css_class (add_label (box, get_heading (template), "caption-heading"), "bridge-row-icon");
  add_label (box, bridge_boundary_template_get_text (template), "boundary-text");
  add_label (box, bridge_boundary_template_get_why (template), "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bridge_boundary_template_get_id (template));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "boundaries.use");
  bridge_set_name (button, name);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "bridge-boundary");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/**
 * bridge_boundary_catalogue_new:
 * @templates: a list of #BridgeBoundaryTemplate
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_boundary_catalogue_new (GListModel *templates)
{
  BridgeBoundaryCatalogue *self = g_object_new (BRIDGE_TYPE_BOUNDARY_CATALOGUE, NULL);

  gtk_list_box_bind_model (self->list, templates, create_card, NULL, NULL);
  return GTK_WIDGET (self);
}
