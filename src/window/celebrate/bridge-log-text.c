/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-text"

#include "config.h"

#include "bridge-log-text.h"

#include "bridge-colour.h"

/* What it can do with, more or less: to find out would be dear. */
#define LEAST_WIDTH 60

struct _BridgeLogText
{
  GtkWidget parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (BridgeLogText, bridge_log_text, GTK_TYPE_WIDGET)

static void
align (BridgeLogText *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static GtkSizeRequestMode
bridge_log_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_log_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  BridgeLogText *self = BRIDGE_LOG_TEXT (widget);

  *minimum = LEAST_WIDTH;
  *natural = LEAST_WIDTH;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  /* Always of the width that is asked for: GTK takes what is the same at two widths for the same at all between them. */
  pango_layout_set_width (self->layout, for_size >= 0 ? for_size * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (self->layout, NULL, minimum);
  *natural = *minimum;
}

static void
bridge_log_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  pango_layout_set_width (BRIDGE_LOG_TEXT (widget)->layout, width * PANGO_SCALE);
}

static void
bridge_log_text_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GdkRGBA colour;

  /* Somebody may have measured it for another one since. */
  pango_layout_set_width (BRIDGE_LOG_TEXT (widget)->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  bridge_widget_get_colour (widget, &colour);
  gtk_snapshot_append_layout (snapshot, BRIDGE_LOG_TEXT (widget)->layout, &colour);
}

static void
bridge_log_text_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (bridge_log_text_parent_class)->direction_changed (widget, before);

  align (BRIDGE_LOG_TEXT (widget));
  pango_layout_context_changed (BRIDGE_LOG_TEXT (widget)->layout);
}

static void
bridge_log_text_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_LOG_TEXT (object)->layout);

  G_OBJECT_CLASS (bridge_log_text_parent_class)->dispose (object);
}

static void
bridge_log_text_class_init (BridgeLogTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_log_text_dispose;
  widget_class->get_request_mode = bridge_log_text_get_request_mode;
  widget_class->measure = bridge_log_text_measure;
  widget_class->size_allocate = bridge_log_text_size_allocate;
  widget_class->snapshot = bridge_log_text_snapshot;
  widget_class->direction_changed = bridge_log_text_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
bridge_log_text_init (BridgeLogText *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  align (self);
}

/**
 * bridge_log_text_set_text:
 * @self: the text
 * @text: words
 *
 * Shows other words.
 */
void
bridge_log_text_set_text (BridgeLogText *self,
                          const char    *text)
{
  if (g_strcmp0 (text, pango_layout_get_text (self->layout)) == 0)
    return;

  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * bridge_log_text_get_text:
 * @self: the text
 *
 * Returns: (transfer none): the words
 */
const char *
bridge_log_text_get_text (BridgeLogText *self)
{
  return pango_layout_get_text (self->layout);
}
