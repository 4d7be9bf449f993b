/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-colour"

#include "config.h"

#include "bridge-colour.h"

/* GtkStyleContext is deprecated from GTK 4.10 on; its successor for the plain colour came with that, and
 * named colours have none. */

/**
 * bridge_widget_get_colour:
 * @widget: a widget
 * @colour: (out): the colour
 *
 * The colour that the style sheet gives to @widget's text and drawings.
 */
void
bridge_widget_get_colour (GtkWidget *widget,
                          GdkRGBA   *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

/**
 * bridge_widget_lookup_colour:
 * @widget: a widget
 * @name: the name of a colour in the style sheet
 * @colour: (out): the colour, or @widget's own where there is none of that name
 *
 * Looks a named colour up as it is at @widget, light or dark.
 */
void
bridge_widget_lookup_colour (GtkWidget  *widget,
                             const char *name,
                             GdkRGBA    *colour)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour))
    bridge_widget_get_colour (widget, colour);
}
