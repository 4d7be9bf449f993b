/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-adaptive-bin"

#include "config.h"

#include "bridge-adaptive-bin.h"

struct _BridgeAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GdkSurface *surface;
  gulong layout_handler;
  int width; /* of the window */
};

typedef enum {
  PROP_CHILD = 1,
  PROP_NARROW,
  PROP_WIDTH,
} BridgeAdaptiveBinProperty;

static GParamSpec *properties[PROP_WIDTH + 1];

G_DEFINE_FINAL_TYPE (BridgeAdaptiveBin, bridge_adaptive_bin, GTK_TYPE_WIDGET)

static void
set_width (BridgeAdaptiveBin *self,
           int                width)
{
  gboolean was_narrow = bridge_adaptive_bin_get_narrow (self);

  if (self->width == width)
    return;

  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
  if (bridge_adaptive_bin_get_narrow (self) != was_narrow)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* The surface says its new size before it is drawn: what changes now is laid out in the same frame. Its shadow is
 * part of it. */
static void
layout_cb (GdkSurface        *surface,
           int                width,
           int                height,
           BridgeAdaptiveBin *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x = 0;
  double y = 0;

  if (native == NULL)
    return;

  gtk_native_get_surface_transform (native, &x, &y);
  set_width (self, width - 2 * (int) x);
}

static void
bridge_adaptive_bin_realize (GtkWidget *widget)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int width = 0;
  int height = 0;

  GTK_WIDGET_CLASS (bridge_adaptive_bin_parent_class)->realize (widget);

  /* Before the window has a size, what it will be given is what it asked for. */
  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0)
    set_width (self, width);

  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  self->layout_handler = g_signal_connect (self->surface, "layout", G_CALLBACK (layout_cb), self);
}

static void
bridge_adaptive_bin_unrealize (GtkWidget *widget)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (widget);

  g_clear_signal_handler (&self->layout_handler, self->surface);
  g_clear_object (&self->surface);

  GTK_WIDGET_CLASS (bridge_adaptive_bin_parent_class)->unrealize (widget);
}

static GtkSizeRequestMode
bridge_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A child that is still wide may not keep the window from becoming narrow. How large it would like to be is not asked
 * either: the window has a size of its own, and laying every text out once for nothing would delay the first frame. */
static void
bridge_adaptive_bin_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
bridge_adaptive_bin_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (widget);
  int least_width = 0;
  int least_height = 0;

  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
bridge_adaptive_bin_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (object);

  switch ((BridgeAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, bridge_adaptive_bin_get_narrow (self));
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    }
}

static void
bridge_adaptive_bin_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (object);

  switch ((BridgeAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      bridge_adaptive_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
    case PROP_WIDTH:
      g_assert_not_reached ();
    }
}

static void
bridge_adaptive_bin_dispose (GObject *object)
{
  BridgeAdaptiveBin *self = BRIDGE_ADAPTIVE_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (bridge_adaptive_bin_parent_class)->dispose (object);
}

static void
bridge_adaptive_bin_class_init (BridgeAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bridge_adaptive_bin_get_property;
  object_class->set_property = bridge_adaptive_bin_set_property;
  object_class->dispose = bridge_adaptive_bin_dispose;
  widget_class->realize = bridge_adaptive_bin_realize;
  widget_class->unrealize = bridge_adaptive_bin_unrealize;
  widget_class->get_request_mode = bridge_adaptive_bin_get_request_mode;
  widget_class->measure = bridge_adaptive_bin_measure;
  widget_class->size_allocate = bridge_adaptive_bin_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WIDTH] =
    g_param_spec_int ("width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_adaptive_bin_init (BridgeAdaptiveBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bridge_adaptive_bin_new:
 *
 * An empty bin.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_adaptive_bin_new (void)
{
  return g_object_new (BRIDGE_TYPE_ADAPTIVE_BIN, NULL);
}

/**
 * bridge_adaptive_bin_set_child:
 * @self: the bin
 * @child: (nullable): what it holds from now on
 *
 * Replaces the child.
 */
void
bridge_adaptive_bin_set_child (BridgeAdaptiveBin *self,
                               GtkWidget         *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * bridge_adaptive_bin_get_narrow:
 * @self: the bin
 *
 * Returns: whether the window is narrower than %BRIDGE_ADAPTIVE_WIDTH
 */
gboolean
bridge_adaptive_bin_get_narrow (BridgeAdaptiveBin *self)
{
  return self->width > 0 && self->width < BRIDGE_ADAPTIVE_WIDTH;
}

/**
 * bridge_adaptive_bin_get_width:
 * @self: the bin
 *
 * Returns: the width that the window has, or will be given, in logical pixels; 0: not known yet
 */
int
bridge_adaptive_bin_get_width (BridgeAdaptiveBin *self)
{
  return self->width;
}
