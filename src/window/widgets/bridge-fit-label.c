/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-fit-label"

#include "config.h"

#include "bridge-fit-label.h"

#include "bridge-colour.h"
#include "bridge-form.h"

#define APART 6      /* px from the next one */
#define READABLE 0.6f /* what would be smaller than that is left to screen readers */

struct _BridgeFitLabel
{
  GtkWidget parent_instance;

  char *text;
};

G_DEFINE_FINAL_TYPE (BridgeFitLabel, bridge_fit_label, GTK_TYPE_WIDGET)

static void
bridge_fit_label_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, BRIDGE_FIT_LABEL (widget)->text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width + APART : height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height;
}

static float
get_scale (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, BRIDGE_FIT_LABEL (widget)->text);
  int room = gtk_widget_get_width (widget) - APART;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width > room ? (float) MAX (room, 1) / (float) width : 1;
}

/* As small as the one beside it that has the least room: words in one row are of one size. */
static float
get_common_scale (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  float scale = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (BRIDGE_IS_FIT_LABEL (child))
      scale = MIN (scale, get_scale (child));

  return scale;
}

static void
bridge_fit_label_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, BRIDGE_FIT_LABEL (widget)->text);
  float scale = get_common_scale (widget);
  int width, height;
  GdkRGBA colour;

  if (scale < READABLE)
    return;

  pango_layout_get_pixel_size (layout, &width, &height);
  bridge_widget_get_colour (widget, &colour);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - scale * width) / 2,
                                                          (gtk_widget_get_height (widget) - scale * height) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

static void
bridge_fit_label_finalize (GObject *object)
{
  g_free (BRIDGE_FIT_LABEL (object)->text);

  G_OBJECT_CLASS (bridge_fit_label_parent_class)->finalize (object);
}

static void
bridge_fit_label_class_init (BridgeFitLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bridge_fit_label_finalize;
  widget_class->measure = bridge_fit_label_measure;
  widget_class->snapshot = bridge_fit_label_snapshot;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
bridge_fit_label_init (BridgeFitLabel *self)
{
  self->text = g_strdup ("");
}

/**
 * bridge_fit_label_new:
 *
 * Returns: (transfer floating): a label without words
 */
GtkWidget *
bridge_fit_label_new (void)
{
  return g_object_new (BRIDGE_TYPE_FIT_LABEL, NULL);
}

/**
 * bridge_fit_label_set_text:
 * @self: the label
 * @text: a word or two
 * @name: the same in full, for screen readers
 *
 * Says what it shows.
 */
void
bridge_fit_label_set_text (BridgeFitLabel *self,
                           const char     *text,
                           const char     *name)
{
  bridge_set_name (GTK_WIDGET (self), name);
  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
